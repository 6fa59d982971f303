"""One module an area, each with an `AREA`; the tests over all routes find them here."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

from tests.functional.areas.area import Area, Made

AREAS: tuple[Area, ...] = tuple(
    import_module(f"{__name__}.{found.name}").AREA
    for found in iter_modules(__path__)
    if found.name != "area"
)


def things(made: Made, mark: str) -> dict[str, str]:
    """One of everything, in an app, whose texts carry `mark`: its ids by their names."""
    ids: dict[str, str] = {}
    for area in AREAS:
        ids |= area.things(made, mark) if area.things else {}
    return ids


def named(text: str, ids: dict[str, str]) -> str:
    for name, id in ids.items():
        text = text.replace(f"{{{name}}}", id)
    return text
