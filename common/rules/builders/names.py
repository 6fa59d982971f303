"""The names of labels: however a rule spells one, it means what an engine gives."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from common.domain.labels import Modality
from common.engines.ai_text.labels import LABELS as TEXT_LABELS
from common.engines.image_labels import KINDS, with_kinds
from common.engines.registry import ENGINES

WRITTEN = TEXT_LABELS
"""What can be said of what stands in an image."""


def image_labels() -> tuple[str, ...]:
    return tuple(dict.fromkeys((*KINDS, *(kind for kinds in KINDS.values() for kind in kinds))))


def text_labels() -> tuple[str, ...]:
    """Of all engines that look at texts and whose labels are their own."""
    return tuple(dict.fromkeys(name for each in ENGINES.values() for name in each.labels or ()))


def meant(names: Iterable[str], modality: Modality, *, written: bool = False) -> tuple[str, ...]:
    """A name as it is spelled, and as engines spell it; of images, its kinds as well."""
    found: list[str] = []
    for name in names:
        found += (name, *_known(modality, written).get(_folded(name), ()))
    if modality != "text" and not written:
        found = [kind for name in found for kind in with_kinds(name)]
    return tuple(dict.fromkeys(found))


@lru_cache
def _known(modality: Modality, written: bool) -> Mapping[str, tuple[str, ...]]:
    names = WRITTEN if written else text_labels() if modality == "text" else image_labels()
    found: dict[str, tuple[str, ...]] = {}
    for name in names:
        found[_folded(name)] = (*found.get(_folded(name), ()), name)
    return found


def _folded(name: str) -> str:
    return "".join(filter(str.isalnum, name.casefold()))
