"""The default's scores and the transformer's logits of texts, read once for many blends."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import onnxruntime

from common.engines.toxicity.model import Model, Scores
from common.engines.toxicity.scoring import TextScores, scored
from common.engines.toxicity.stronger.blending import Blend, blended
from common.engines.toxicity.stronger.tokens import WordPieces
from common.engines.toxicity.stronger.transformer import Transformer
from common.text.folding import Folded


class Remembering(Transformer):
    """Remembers what it has read; counts what it is asked."""

    def __init__(self, folder: Path) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        session = onnxruntime.InferenceSession(str(folder / "model.onnx"), options)
        pieces = (folder / "words.txt").read_text("utf-8").splitlines()
        super().__init__(session, WordPieces(pieces))
        self._known: dict[tuple[int, ...], Scores] = {}
        self.asked = 0

    def logits(self, numbers: Sequence[int]) -> Scores:
        self.asked += 1
        key = tuple(numbers)
        if key not in self._known:
            self._known[key] = super().logits(numbers)
        return self._known[key]


class Texts:
    """Texts with the default's scores. `asked` of a blend is how often it asks, per text."""

    def __init__(self, texts: Iterable[str], default: Model) -> None:
        self.folded = [Folded(text) for text in texts]
        self.default: list[TextScores] = [scored(folded, default) for folded in self.folded]

    def blended(self, model: Remembering, by: Blend) -> tuple[list[Scores], float]:
        before = model.asked
        pairs = zip(self.default, self.folded, strict=True)
        scores = [blended(text, folded, model, by).scores for text, folded in pairs]
        return scores, (model.asked - before) / max(1, len(scores))
