"""What tells languages apart: the file of n-grams, and how well it does."""
