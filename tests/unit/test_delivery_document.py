"""What docs/delivery.md says in words, against the code; its table has a test of its own."""

from __future__ import annotations

import re

from common.delivery.breaker import FAILURES
from common.delivery.schedule import horizon
from common.delivery.slots import PER_ENDPOINT
from common.settings import Settings, variable
from tests.delivery_table import DOCUMENT
from tests.documents import ROOT

_TEXT = DOCUMENT.read_text("utf-8")
_UNITS = {"s": 1, "min": 60, "h": 3600}


def test_the_schedule_is_the_settings() -> None:
    words = _TEXT.partition("the windows lie end to end: ")[2].partition(", together ")[0]
    windows = [float(n) * _UNITS[unit] for n, unit in re.findall(r"(\d+) (s|min|h)\b", words)]
    delays = Settings().retry_delays
    assert tuple(windows) == delays
    assert f"together {horizon(delays) / 86400:.1f} days" in _TEXT


def test_the_numbers_are_the_codes() -> None:
    settings = Settings()
    assert f"After {FAILURES} failures in a row" in _TEXT
    assert f"at most {PER_ENDPOINT} attempts at once to one endpoint" in _TEXT
    assert f"up to {settings.breaker_seconds[-1] / 60:.0f} minutes" in _TEXT
    assert f"({settings.callback_timeout:.0f} s) for everything" in _TEXT
    assert settings.receipt_delays == (60, 86400)


def test_the_settings_and_files_that_are_named_exist() -> None:
    known = {variable(name) for name in Settings.model_fields} | {"GAVEL_FULL"}
    assert set(re.findall(r"GAVEL_[A-Z_]+", _TEXT)) <= known
    paths = re.findall(r"\b((?:common|tests)/[\w/]+(?:\.py)?)", _TEXT)
    assert paths
    assert [path for path in paths if not (ROOT / path).exists()] == []
