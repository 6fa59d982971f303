"""An app's classes as rules and histories use them: what labels make of them, and from where on.

Beside a label's "modality:label" stands a class's "class:modality:class", so that a label and a
class of one name are two things.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import TypeVar

from common.domain.content_class import SEEN_AS, ContentClass
from common.domain.labels import Label
from common.engines.registry import names_lists

Measure = TypeVar("Measure", int, float)
_PREFIX = "class:"
USUAL_THRESHOLD = 0.5
"""For a label that is no class."""

ANY = "*"
"""Of classes: any may be."""


def class_key(id: str) -> str:
    """`id` is modality and name."""
    return _PREFIX + id


def without_classes(found: Mapping[str, Measure]) -> dict[str, Measure]:
    """The labels of what has been `joined`."""
    return {key: value for key, value in found.items() if not key.startswith(_PREFIX)}


class ClassTable:
    """`automatic` and `review` are the thresholds by class key; a class that is never to be
    reviewed is not in the latter. `tokens` are the names under which histories count
    "modality:name": as classes where they are.
    """

    __slots__ = ("_by_label", "automatic", "review", "tokens")

    def __init__(self, classes: Iterable[ContentClass]) -> None:
        self.automatic: dict[str, float] = {}
        self.review: dict[str, float] = {}
        self._by_label: dict[str, list[str]] = {}
        for each in classes:
            key = class_key(each["id"])
            self.automatic[key] = each["automatic_threshold"]
            if each["needs_review_threshold"] is not None:
                self.review[key] = each["needs_review_threshold"]
            for label in dict.fromkeys((*each["labels"], each["name"])):
                self._by_label.setdefault(f"{each['modality']}:{label}", []).append(key)
        self.tokens: Callable[[frozenset[str]], frozenset[str]] = lru_cache(512)(self._tokens_of)

    def joined(self, found: Mapping[str, Measure]) -> Mapping[str, Measure]:
        """With the classes that these labels mean, each with the highest of its labels."""
        if not found:
            return found
        joined = dict(found)
        for label, value in found.items():
            for key in self.meant(label):
                joined[key] = max(value, joined.get(key, value))
        return joined

    def meant(self, label: str) -> Iterator[str]:
        """The keys of the classes that "modality:label" means."""
        modality, _, name = label.partition(":")
        for seen in SEEN_AS.get(modality, (modality,)):
            yield from self._by_label.get(f"{seen}:{name}", ())

    def unknown(self, labels: frozenset[str]) -> frozenset[str]:
        """With the classes that labels of these names, of any modality, might have meant."""
        if not labels:
            return labels
        keys = (
            key
            for label, keys in self._by_label.items()
            if label.partition(":")[2] in labels
            for key in keys
        )
        return labels.union(keys)

    def counted(self, labels: Iterable[Label]) -> tuple[str, ...]:
        """The classes that content with these labels is of, for its author's history."""
        found = (
            key
            for label in labels
            if not names_lists(label.engine)
            for key in self.meant(f"{label.modality}:{label.name}")
            if label.score >= self.automatic[key]
        )
        return tuple(dict.fromkeys(found))

    def for_review(self, classes: Mapping[str, float]) -> dict[str, float]:
        """Those of a content's classes, with their scores, that a person has to look at."""
        review = self.review
        return {
            key[len(_PREFIX) :]: score
            for key, score in classes.items()
            if key in review and score >= review[key]
        }

    def _tokens_of(self, wanted: frozenset[str]) -> frozenset[str]:
        keys = ((name, class_key(name)) for name in wanted)
        return frozenset(key if key in self.automatic else name for name, key in keys)


NO_CLASSES = ClassTable(())
