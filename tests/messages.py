"""Messages that no function sends, and which of them each can send."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from common.queue import messages

_MADE = re.compile(
    r"\b(Trigger|DueFollowUp|DueRecount|ExpiredBan|ScanOrder|DueDelivery|DueReceipt|DueRedelivery)\("
)
_KINDS = Path(messages.__file__)


@dataclass(frozen=True, slots=True)
class Raw:
    topic: str
    body: dict[str, Any]

    def encode(self) -> dict[str, Any]:
        return self.body


def sent_by(modules: Iterable[Path]) -> set[str]:
    """The topics of the messages that these modules make."""
    sources = [path.read_text() for path in modules if path != _KINDS]
    made = {name for source in sources for name in _MADE.findall(source)}
    return {getattr(messages, name).topic for name in made}
