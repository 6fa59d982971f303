"""The stronger model: a transformer of few layers, run by onnxruntime on one thread."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from common.engines.engine import Unavailable
from common.engines.toxicity.model import Scores
from common.engines.toxicity.stronger.installed import FOLDER, NOT_INSTALLED, missing
from common.engines.toxicity.stronger.tokens import WordPieces

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

MOST_TOKENS = 64
"""What it reads at once, some 250 characters; it learned from as much."""


class Transformer:
    def __init__(self, session: InferenceSession, words: WordPieces) -> None:
        self._session = session
        self.words = words

    def logits(self, numbers: Sequence[int]) -> Scores:
        """Of one piece of text, before any curve: below 0 is unlikely."""
        from numpy import array, int64

        (found,) = self._session.run(None, {"numbers": array([numbers], int64)})
        return Scores(*found[0].tolist())


@cache
def transformer() -> Transformer:
    """Raises Unavailable where it is not installed."""
    if reason := missing():
        raise Unavailable(f"the blended model: {reason}")
    try:
        import onnxruntime
    except ImportError:
        raise Unavailable(f"the blended model: {NOT_INSTALLED}") from None
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    session = onnxruntime.InferenceSession(
        str(FOLDER / "model.onnx"), options, providers=["CPUExecutionProvider"]
    )
    pieces = (FOLDER / "words.txt").read_text("utf-8").splitlines()
    return Transformer(session, WordPieces(pieces))
