"""How rules do."""

from __future__ import annotations

from tests.functional.areas.area import Area

_WRONG = tuple((f"{days} days", {"days": days}) for days in ("0", "91", "many"))
_OTHER = {"count_evaluations": "some"}

AREA = Area(
    wrong={"put_settings": (("counted in other words", "count_evaluations", _OTHER),)},
    queries={"get_rule_health": _WRONG, "list_rule_health": _WRONG},
    samples={"put_settings count_evaluations": "all"},
)
