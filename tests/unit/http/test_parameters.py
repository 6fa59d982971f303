from __future__ import annotations

import pytest

from common.http.references import named
from common.http.routes import ROUTES


@pytest.mark.parametrize("model", sorted({route.query for route in ROUTES if route.query}))
def test_no_call_changes_what_others_asked(model: str) -> None:
    """Calls without parameters share what was read of one."""
    assert named(model).model_config.get("frozen")
