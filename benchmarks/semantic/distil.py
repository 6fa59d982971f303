"""Makes the static word vectors and the sample of harmless messages of the engine's data folder.

    python -m benchmarks.semantic.distil WORK

WORK is what `teacher` has filled. A word begins as its MiniLM vector, in 128 principal components,
weighted by a/(a + p) of its share p of all words; then the vectors are moved until their sums lie
where MiniLM has the sentences (cosine, L-BFGS; words that are rare there hardly move). Needs
scipy besides what `teacher` needs.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.semantic.teacher import batched
from common.engines.semantic.lanes import SCALE
from common.engines.semantic.minilm import MiniLM
from common.engines.semantic.vectors import MEANING, Vectors, static_vectors
from common.text.folding import fold

ENGINE = Path(__file__).parents[2] / "common" / "engines" / "semantic"
DATA = ENGINE / "data"
COMMON = 1e-3
KEEP = 0.3
"""How much a word wants to stay where it began."""
STEPS = 45
EVEN = 0.25
"""How far components that all texts have are brought down to the others: 1 makes all alike."""
UNIT = 24.0
HARMLESS = 1_500


def main() -> None:
    import numpy as np

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("work", type=Path)
    work = parser.parse_args().work
    stated = json.loads((work / "texts.json").read_text("utf-8"))
    words: list[str] = stated["words"]
    meanings = np.load(work / "words.npy")
    sentences = np.load(work / "sentences.npy")
    made_up = np.load(work / "made_up.npy")
    axes = _axes(meanings, sentences)
    begun = (meanings - meanings.mean(0)) @ axes
    begun *= (COMMON / (COMMON + np.array(stated["shares"]) + 1e-7))[:, None]
    texts = [*stated["made_up"], *stated["sentences"]]
    counts = _counts(words, texts)
    wanted = (np.concatenate([made_up, sentences]) - sentences.mean(0)) @ axes
    learnt = _learnt(begun.astype(np.float32), counts, wanted)
    even = _evened(learnt, counts[len(made_up) :] @ learnt)
    _save(words, even)
    known = zip(stated["sentences"], stated["harmless"], strict=True)
    _save_harmless([text for text, harmless in known if harmless])


def _axes(meanings: Any, sentences: Any) -> Any:
    import numpy as np

    centred = np.concatenate([meanings - meanings.mean(0), sentences - sentences.mean(0)])
    _, _, axes = np.linalg.svd(np.cov(centred.T))
    return axes[:MEANING].T


def _counts(words: Sequence[str], texts: Sequence[str]) -> Any:
    """How often each word, or piece of one, is in each text."""
    import numpy as np
    from scipy import sparse

    places = {word: place for place, word in enumerate(words)}
    pieces = Vectors(words, bytes(len(words) * MEANING)).pieces
    rows, columns = [], []
    for row, text in enumerate(texts):
        found = [places[piece] for word in fold(text).tokens for piece in pieces(word)]
        columns += found
        rows += [row] * len(found)
    ones = np.ones(len(rows), np.float32)
    return sparse.csr_matrix((ones, (rows, columns)), (len(texts), len(words)))


def _learnt(begun: Any, counts: Any, wanted: Any) -> Any:
    import numpy as np
    from scipy.optimize import minimize

    goal = wanted / np.linalg.norm(wanted, axis=1, keepdims=True)

    def loss(flat: Any) -> tuple[float, Any]:
        vectors = flat.reshape(begun.shape).astype(np.float32)
        sums = counts @ vectors
        lengths = np.sqrt((sums**2).sum(1, keepdims=True) + 1e-6)
        directions = sums / lengths
        cosines = (directions * goal).sum(1, keepdims=True)
        moved = vectors - begun
        slope = counts.T @ ((cosines * directions - goal) / lengths) + 2 * KEEP * moved
        return float((1 - cosines).sum() + KEEP * (moved**2).sum()), slope.ravel().astype(float)

    options = {"maxiter": STEPS, "maxcor": 6}
    start = begun.ravel().astype(float)
    found = minimize(loss, start, jac=True, method="L-BFGS-B", options=options)
    print(f"mean cosine with the teacher's sentences: {1 - found.fun / len(goal):.3f} or more")
    return found.x.reshape(begun.shape).astype(np.float32)


def _evened(vectors: Any, sentences: Any) -> Any:
    import numpy as np

    strengths, axes = np.linalg.eigh(np.cov(sentences.T))
    return vectors @ (axes * (strengths / strengths.max()) ** (-EVEN / 2))[:, ::-1]


def _save(words: Sequence[str], vectors: Any) -> None:
    import numpy as np

    unit = np.median(np.linalg.norm(vectors, axis=1))
    rows = np.clip(np.rint(vectors * (UNIT / unit)), -127, 127).astype(np.int8)
    DATA.mkdir(exist_ok=True)
    (DATA / "words.txt").write_text("\n".join(words), "utf-8")
    (DATA / "vectors.bin").write_bytes(rows.tobytes())


def _save_harmless(texts: Sequence[str]) -> None:
    """Their vectors, a column after the other, of both tiers; the texts stay out."""
    import numpy as np

    chosen = random.Random(7).sample(texts, HARMLESS)
    known = static_vectors()
    static = np.array([known.vector(fold(text).tokens) for text in chosen])
    whole = np.rint(batched(MiniLM(), chosen) * SCALE)
    for name, found in (("data/harmless.bin", static), ("meaning/harmless.bin", whole)):
        (ENGINE / name).write_bytes(np.clip(found, -127, 127).astype(np.int8).T.tobytes())


if __name__ == "__main__":
    main()
