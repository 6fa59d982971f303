"""How rules do."""

from __future__ import annotations

from tests.functional.areas.area import Area

_WRONG = tuple((f"{days} days", {"days": days}) for days in ("0", "91", "many"))

AREA = Area(queries={"get_rule_health": _WRONG, "list_rule_health": _WRONG})
