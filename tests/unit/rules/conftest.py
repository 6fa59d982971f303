from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from common.rules.rule import Rule

MakeRule = Callable[..., Rule]


@pytest.fixture(scope="session")
def rule() -> MakeRule:
    """Makes a valid rule for posts of what differs from one."""

    def make(when: Any, **fields: Any) -> Rule:
        base = {
            "id": "rule_1",
            "name": "A rule",
            "scope": "post",
            "actions": ["flag_for_review"],
            "position": 0,
            "created_at": 0,
            "updated_at": 0,
        }
        return Rule.model_validate({**base, "when": when, **fields})

    return make
