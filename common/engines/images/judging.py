"""Judges the images or the videos of one content, and says what of them nobody has seen."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Literal

from common.domain.content import Content
from common.domain.labels import Label, Place
from common.engines.budget import TooLong, leave_out
from common.engines.engine import CreatorFacts, Resources
from common.engines.images import nsfw, reading
from common.engines.images.config import WRITTEN, ImageConfig
from common.engines.images.decoding import Decoded
from common.engines.images.getting import get
from common.engines.images.hash_index import indexes_of
from common.engines.images.sights import Looking, Sight
from common.engines.images.texts import TextJudge
from common.engines.images.unseen import Unseen
from common.engines.threads import ENGINES

BUDGET = 45.0
"""Seconds for all images, or all videos, of one content."""
_AT_ONCE = 4
_MOST_PLACES = 100
_MOST_TERM = 200


@dataclass(frozen=True, slots=True)
class Medium:
    """How one kind of file is fetched and decoded: in so many seconds, of at most so many bytes."""

    engine: str
    modality: Literal["image", "video"]
    seconds: float
    most_bytes: int
    decode: Callable[[bytes, float], Decoded]

    def sight(self, looking: Looking, body: bytes, until: float) -> Sight:
        return looking.at(self.decode(body, until), until)


class Judging:
    """A picture that nobody has seen is not a harmless one: whatever it could not judge it says."""

    def __init__(self, medium: Medium, config: ImageConfig, resources: Resources) -> None:
        self._medium = medium
        self._config = config
        self._resources = resources
        self._text_judge = TextJudge(resources) if config.ocr_rules else None

    async def __call__(self, content: Content, facts: CreatorFacts) -> Sequence[Label]:
        is_image = self._medium.modality == "image"
        urls = content.images if is_image else content.videos
        if not urls:
            return []
        until = time.monotonic() + BUDGET
        looking = Looking(
            await indexes_of(self._resources), nsfw.is_installed(), bool(self._config.ocr_rules)
        )
        self._say_what_is_missing(looking)
        turns = asyncio.Semaphore(_AT_ONCE)
        distinct = list(dict.fromkeys(urls))
        looks = (self._look(url, looking, until, turns) for url in distinct)
        sights = dict(zip(distinct, await asyncio.gather(*looks), strict=True))
        seen = [(n, sight) for n, url in enumerate(urls) if (sight := sights[url]) is not None]
        if is_image:
            content.image_hashes.update((n, sight.hash) for n, sight in seen if sight.hash)
        labels = [*self._shown(seen), *await self._written(seen, facts)]
        return _one_of_each(labels)

    def _say_what_is_missing(self, looking: Looking) -> None:
        given = {index.label for index in looking.indexes}
        if looking.classifies:
            given.update(nsfw.LABELS)
        for rule in self._config.rules or ():
            if given.isdisjoint(rule.labels()):
                leave_out(f"nothing that is installed or configured gives the label {rule.label!r}")
        if looking.reads and not reading.reads_writing():
            leave_out("what is written in pictures is not read: install Gavel's extra 'ocr'")
        if not given and not looking.reads:
            leave_out(
                "there is neither a list of hashes nor a classifier: install Gavel's extra 'nsfw'"
            )

    async def _look(
        self, url: str, looking: Looking, until: float, turns: asyncio.Semaphore
    ) -> Sight | None:
        """None where nobody has seen it."""
        kind = self._medium.modality
        try:
            async with turns:
                sight = await self._sight(url, looking, until)
        except (Unseen, TooLong) as error:
            leave_out(f"{kind}: {error}")
            return None
        if sight.left_out is not None:
            leave_out(f"{kind}: {sight.left_out}")
        return sight

    async def _sight(self, url: str, looking: Looking, until: float) -> Sight:
        fetcher, medium = self._resources.fetcher, self._medium
        if fetcher is None:
            raise Unseen("it cannot be fetched (no network)")
        seconds = min(medium.seconds, until - time.monotonic())
        body = await get(fetcher, url, seconds=seconds, most_bytes=medium.most_bytes)
        work = partial(medium.sight, looking, body, until)
        patience = max(0.0, until - time.monotonic())
        return await ENGINES.run(self._resources.app, work, patience)

    def _shown(self, sights: Iterable[tuple[int, Sight]]) -> Iterator[Label]:
        for number, sight in sights:
            for seen in sight.seen:
                place = Place(number, seen.second, seen.term[:_MOST_TERM])
                yield Label(
                    self._medium.engine,
                    seen.label,
                    seen.score,
                    self._medium.modality,
                    places=(place,),
                )

    async def _written(
        self, sights: Iterable[tuple[int, Sight]], facts: CreatorFacts
    ) -> list[Label]:
        labels: list[Label] = []
        if self._text_judge is None:
            return labels
        for number, sight in sights:
            for written in sight.written:
                place = Place(number, written.second, " / ".join(written.texts)[:_MOST_TERM])
                found = await self._text_judge.labels(written.texts, facts)
                labels += [self._label(each, place) for each in found]
        return labels

    def _label(self, found: Label, place: Place) -> Label:
        """What a text in the picture was found to be, said of the picture."""
        return Label(
            self._medium.engine,
            found.name,
            found.score,
            self._medium.modality,
            found.severity,
            places=(place,),
            case=WRITTEN,
        )


def _one_of_each(labels: Iterable[Label]) -> list[Label]:
    """Of each name, of what is shown and of what is written, the highest score and all places."""
    found: dict[tuple[str, str], Label] = {}
    for label in labels:
        known = found.get((label.name, label.case))
        if known is not None:
            best = max(known, label, key=lambda each: each.score)
            label = replace(best, places=(*known.places, *label.places)[:_MOST_PLACES])
        found[label.name, label.case] = label
    return list(found.values())
