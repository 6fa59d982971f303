"""Reading labelled texts: one JSON object a line, with `text` and `labels`."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

LONGEST = 100_000
POSITIVE = 0.5
"""The least a label's number has to be for the text to be of it."""


class BadSet(Exception):
    """The set cannot be used; the text says where and why."""


@dataclass(frozen=True, slots=True)
class Sample:
    """`labels` says of each label that was looked for whether the text is of it. What it does not
    name is not known, unless `is_complete`: then the text is of no other.
    """

    text: str
    labels: Mapping[str, bool]
    is_complete: bool = False

    def truth(self, label: str) -> bool | None:
        return self.labels.get(label, False if self.is_complete else None)


def read_set(path: Path) -> list[Sample]:
    """Raises BadSet naming the line."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise BadSet(f"{path} cannot be read: {error.strerror}") from None
    samples = list(_samples(path, content))
    if not samples:
        raise BadSet(f"{path} has no line")
    if not any(truth for sample in samples for truth in sample.labels.values()):
        raise BadSet(f"{path} has no text that is of any label: nothing could be measured")
    return samples


def _samples(path: Path, content: bytes) -> Iterator[Sample]:
    for number, line in enumerate(content.splitlines(), 1):
        if not line.strip():
            continue
        try:
            yield _sample(json.loads(line.decode()))
        except UnicodeDecodeError:
            raise BadSet(f"{path}, line {number}: is not UTF-8") from None
        except json.JSONDecodeError as error:
            raise BadSet(f"{path}, line {number}: is not JSON: {error.msg}") from None
        except BadSet as error:
            raise BadSet(f"{path}, line {number}: {error}") from None


def _sample(row: Any) -> Sample:
    if not isinstance(row, dict):
        raise BadSet('is no object, as {"text": "…", "labels": ["insult"]}')
    text, labels = row.get("text"), row.get("labels")
    if not isinstance(text, str) or not text:
        raise BadSet("text is missing")
    if len(text) > LONGEST:
        raise BadSet(f"text is longer than {LONGEST:,} characters")
    if isinstance(labels, list) and all(isinstance(each, str) and each for each in labels):
        return Sample(text, dict.fromkeys(labels, True), is_complete=True)
    if isinstance(labels, dict):
        return Sample(text, dict(_known(labels)))
    raise BadSet("labels is neither a list of labels nor an object of label and 0 to 1")


def _known(labels: Mapping[str, Any]) -> Iterator[tuple[str, bool]]:
    """A label that is null is not known."""
    for label, value in labels.items():
        if value is None:
            continue
        if not label or not isinstance(value, int | float) or not 0 <= value <= 1:
            raise BadSet(f"labels.{label} is no number from 0 to 1, true, false or null")
        yield label, value >= POSITIVE
