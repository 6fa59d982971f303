"""Has what stands in a picture judged by the engine that judges texts."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from functools import partial

from common.domain.content import Content
from common.domain.labels import Label
from common.engines.budget import leave_out
from common.engines.engine import Classifier, CreatorFacts, Resources
from common.engines.registry import ENGINES
from common.engines.threads import COMPUTING

_JUDGE = "ai_text"
_PATIENCE = 10.0


class TextJudge:
    def __init__(self, resources: Resources) -> None:
        self._resources = resources
        self._classifier: Classifier | None = None

    async def labels(self, texts: Sequence[str], facts: CreatorFacts) -> Sequence[Label]:
        if _JUDGE not in ENGINES:
            leave_out(f"there is no engine {_JUDGE}")
            return ()
        work = partial(self._judge, Content(tuple(texts)), facts)
        return await COMPUTING.run(self._resources.app, work, _PATIENCE)

    def _judge(self, content: Content, facts: CreatorFacts) -> Sequence[Label]:
        """In a thread: the engine is loaded for the first picture that has a text."""
        if self._classifier is None:
            engine = ENGINES[_JUDGE]
            module = engine.load()
            config = module.Config.model_validate({})
            self._classifier = module.prepare(config, self._resources.of(engine))

        async def judged(classifier: Classifier) -> Sequence[Label]:
            return await classifier(content, facts)

        return asyncio.run(judged(self._classifier))
