"""How operators are spelled: Stream does not publish it, so the obvious ways are taken."""

from __future__ import annotations

from collections.abc import Mapping

from common.domain.errors import Invalid

NUMBERS: Mapping[str, str] = {
    **dict.fromkeys(("gt", "$gt", ">", "greater_than", "more_than", "above"), "gt"),
    **dict.fromkeys(
        ("gte", "$gte", ">=", "greater_than_or_equal", "greater_than_or_equal_to", "at_least"),
        "gte",
    ),
    **dict.fromkeys(("lt", "$lt", "<", "less_than", "below"), "lt"),
    **dict.fromkeys(
        ("lte", "$lte", "<=", "less_than_or_equal", "less_than_or_equal_to", "at_most"), "lte"
    ),
    **dict.fromkeys(("eq", "$eq", "=", "==", "equal", "equals", "is"), "eq"),
}
LABELS: Mapping[str, str] = {
    **dict.fromkeys(("or", "$or", "any", "any_of", "in", "$in", "contains_any"), "any"),
    **dict.fromkeys(("and", "$and", "all", "all_of", "contains_all"), "all"),
}
UNEQUAL = frozenset(("ne", "$ne", "!=", "<>", "not_equal", "not_equals", "is_not", "not"))
ROLES: Mapping[str, str] = {
    **dict.fromkeys(("eq", "$eq", "=", "==", "equal", "equals", "is", "in", "$in"), "eq"),
    **dict.fromkeys((*UNEQUAL, "nin", "$nin", "not_in"), "ne"),
}
PROPERTIES: Mapping[str, str] = {
    **NUMBERS,
    **dict.fromkeys(UNEQUAL, "ne"),
    **dict.fromkeys(("exists", "$exists", "is_set", "present"), "exists"),
    **dict.fromkeys(("not_exists", "does_not_exist", "is_not_set", "absent"), "absent"),
    **dict.fromkeys(("contains", "$contains"), "contains"),
    **dict.fromkeys(("not_contains", "does_not_contain"), "lacks"),
    **dict.fromkeys(("is_true", "true"), "true"),
    **dict.fromkeys(("is_false", "false"), "false"),
}


def spelled(field: str, text: str | None, known: Mapping[str, str], default: str) -> str:
    """Raises Invalid for a spelling that nobody would guess."""
    if text is None:
        return default
    found = known.get(text.strip().lower().replace(" ", "_"))
    if found is None:
        raise Invalid.field(field, f"can be {', '.join(dict.fromkeys(known.values()))}")
    return found
