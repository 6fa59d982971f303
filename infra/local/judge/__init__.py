"""`python -m infra.local.judge`: how well a policy judges texts whose labels are known."""
