"""Reading the examples of documents written in Markdown."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
API = ROOT / "docs" / "api.md"
LADDERS = ROOT / "docs" / "ladders.md"
BACKTESTS = ROOT / "docs" / "backtests.md"
PERSPECTIVE = ROOT / "docs" / "perspective.md"
README = ROOT / "README.md"
REPORTERS = ROOT / "docs" / "reporters.md"
TRYING_RULES = ROOT / "docs" / "trying_rules.md"
RULES = ROOT / "docs" / "rules.md"
RULE_VERSIONS = ROOT / "docs" / "rule_versions.md"
RULE_HEALTH = ROOT / "docs" / "rule_health.md"
SHADOW = ROOT / "docs" / "shadow.md"
SPAM_MANAGER = ROOT / "docs" / "spam_manager.md"
_FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Example:
    """A request, and the answer if the document shows one."""

    method: str
    path: str
    body: Any
    answer: Any


def blocks(document: Path) -> list[tuple[str, str]]:
    """Language and content of each fenced block."""
    return [(found[1], found[2]) for found in _FENCE.finditer(document.read_text("utf-8"))]


def examples(document: Path) -> Iterator[Example]:
    found = blocks(document)
    for (language, content), (after, shown) in zip(found, [*found[1:], ("", "")], strict=True):
        if language != "http":
            continue
        line, _, body = content.partition("\n")
        method, path = line.split()
        answer = json.loads(shown) if after == "json" else None
        yield Example(method, path, json.loads(body) if body.strip() else None, answer)


def conditions(document: Path) -> list[Any]:
    return [
        json.loads(content) for language, content in blocks(document) if language == "condition"
    ]


def table(document: Path, heading: str) -> list[list[str]]:
    """The rows of the first table under a heading, without its head."""
    text = f"\n{document.read_text('utf-8')}".partition(f"\n{heading}\n")[2]
    rows: list[list[str]] = []
    for line in text.splitlines():
        if line.startswith("|"):
            rows.append([cell.strip() for cell in line.strip("|").split("|")])
        elif rows:
            break
    return rows[2:]
