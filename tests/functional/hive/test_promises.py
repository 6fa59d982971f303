"""The table of the seeds' promises names tests that there are."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[3]
TABLE = Path(__file__).with_name("README.md")


def test_each_promise_has_a_test_that_exists() -> None:
    rows = [
        line
        for line in TABLE.read_text().splitlines()
        if line.startswith("| ") and not line.startswith("| promise")
    ]
    assert len(rows) > 30
    for row in rows:
        named = re.findall(r"`([\w/]+\.py)::(\w+)`", row)
        assert named, row
        for file, name in named:
            path = ROOT / file if "/" in file else TABLE.parent / file
            assert re.search(rf"^def {name}\(", path.read_text(), re.MULTILINE), (file, name)
