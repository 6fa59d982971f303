"""docs/statements.md against what there is."""

from __future__ import annotations

import re
from pathlib import Path

from common.domain.declaring import BUILT_IN
from common.domain.statement import Declaration
from common.domain.statement_text import PLACEHOLDERS, problem_of

DOCUMENT = Path(__file__).parents[2] / "docs" / "statements.md"
_TEXT = DOCUMENT.read_text("utf-8")


def test_every_built_in_action_is_named_with_what_it_is() -> None:
    named = re.findall(r"^\| `(\w+)` \| (.+) \|$", _TEXT, re.M)
    shown = {name: meaning for name, meaning in named if name in BUILT_IN}
    assert shown == {name: each.meaning for name, each in BUILT_IN.items()}


def test_every_field_of_a_declaration_is_named() -> None:
    assert [name for name in Declaration.__annotations__ if f"`{name}`" not in _TEXT] == []


def test_every_placeholder_is_named() -> None:
    (line,) = re.findall(r"^Placeholders: (.+?)\. Times", _TEXT, re.M)
    assert re.findall(r"`(\w+)`", line) == [*PLACEHOLDERS]


def test_the_example_can_be_filled() -> None:
    (example,) = re.findall(r"```text\n(.+?)```", _TEXT, re.S)
    assert problem_of(example) == ""
