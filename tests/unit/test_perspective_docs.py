"""docs/perspective.md against the code."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest

from common.domain.comment import ErrorType
from common.engines.toxicity.perspective_scale import of_scale, scale
from common.moderation.facades.attributes import ATTRIBUTES, ENGLISH
from tests.documents import PERSPECTIVE, ROOT, table

_CARD = ROOT / "common" / "engines" / "toxicity" / "MODEL_CARD.md"
_STEPS = (0.5, 0.7, 0.8, 0.9)


@pytest.mark.parametrize(
    ("document", "heading"),
    [(PERSPECTIVE, "## Thresholds"), (_CARD, "## Severe toxicity, and Perspective's scale")],
    ids=["docs", "card"],
)
def test_the_thresholds_are_those_of_the_scale(document: Path, heading: str) -> None:
    shown = {row[0]: row[1:] for row in table(document, heading)}
    assert shown == {name: [f"{of_scale(name, step):.2f}" for step in _STEPS] for name in scale()}


def test_coral_s_threshold_is_the_table_s() -> None:
    recipe = PERSPECTIVE.read_text("utf-8").partition("**Coral.**")[2].partition("\n")[0]
    found = re.search(r"\*Toxicity threshold\* (\d+) with the scale, or (\d+) without", recipe)
    assert found is not None
    scaled, own = map(int, found.groups())
    assert own == round(100 * of_scale("TOXICITY", scaled / 100))


def test_the_attributes_are_those_there_are() -> None:
    shown = {}
    for names, _, languages in table(PERSPECTIVE, "## Attributes and languages"):
        listed = frozenset(re.findall(r"\b[a-z]{2}\b", languages.partition(" by ")[0]))
        for name in re.findall(r"\b[A-Z]+(?:_[A-Z]+)*\b", names):
            shown[name] = listed
    known = {name: frozenset(each.languages) for name, each in ATTRIBUTES.items()}
    assert known.keys() <= shown.keys()
    for name in ("TOXICITY", "SEVERE_TOXICITY", "THREAT", "SEXUALLY_EXPLICIT"):
        assert shown[name] == known[name]
    assert {each for each in known.values() if each != ENGLISH} == {shown["TOXICITY"]}


def test_the_errors_are_those_there_are() -> None:
    cells = " ".join(row[1] for row in table(PERSPECTIVE, "## Requests"))
    assert set(get_args(ErrorType)) <= set(re.findall(r"[A-Z_]+", cells))
