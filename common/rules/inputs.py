"""Facts as plain data, and back: what a rule says about the ones, it says about the others.

What is too large to keep for every evaluation, or was not read, is named as missing. A rule that
looks at it cannot be said to hold or not.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal, cast, get_args

import orjson

from common.domain.history import History
from common.domain.history_packing import Unpacked, packed
from common.domain.reports import Reports
from common.domain.rule_input import Kept, KeptAuthor, KeptContent
from common.domain.user import User
from common.rules.class_table import ClassTable, without_classes
from common.rules.conditions.authors import UserProperty
from common.rules.conditions.base import Base, walk
from common.rules.conditions.payloads import ContainsUrl, ContentProperty
from common.rules.facts import Facts
from common.rules.seen import Author, Seen

Part = Literal[
    "history",
    "address",
    "author",
    "author_properties",
    "strikes",
    "kept_reports",
    "content_properties",
    "links",
]
PARTS: tuple[Part, ...] = get_args(Part)
COUNTS = "counts"
"""What is missing where no rule had counted until then what a condition compares."""

_HISTORY_CHARACTERS = 8_000
_CUSTOM_BYTES = 4_000
_LOOKED_THROUGH = 2_000
_COUNTING_KEPT = 50
_REPORTS_KEPT = 50


def kept(
    facts: Facts, now: int, *, not_read: Iterable[Part] = (), counting: Collection[str] = ()
) -> Kept:
    """`now` is what the facts were gathered at. `not_read` is what nothing was read of because no
    rule asked for it.
    """
    missing: set[str] = set(not_read)
    found: dict[str, Any] = {
        "classes": without_classes(facts.classes),
        "severities": without_classes(facts.severities),
        "lists": sorted(facts.lists),
        "needs_review": facts.needs_review,
        "reports": _counts(facts.reports.by_category),
        "shared": _counts({",".join(sorted(k)): n for k, n in facts.reports.shared.items()}),
        "kept_reports": [*facts.reports.kept[:_REPORTS_KEPT]],
        "not_judged": sorted(facts.not_judged),
        "unknown": sorted(without_classes(dict.fromkeys(facts.unknown, 0))),
        "content": _content(facts.content, missing),
        "author": _author(facts.author, missing),
        "groups": sorted(facts.groups),
    }
    for name, past in (("history", facts.history), ("address", facts.address)):
        text = packed(past.data, now) if past is not None else None
        if text is not None and len(text) > _HISTORY_CHARACTERS:
            missing.add(name)
        elif text is not None:
            found[name] = text or " "
    if len(counting) > _COUNTING_KEPT:
        missing.add(COUNTS)
    else:
        found["counting"] = sorted(counting)
    if len(facts.reports.kept) > _REPORTS_KEPT:
        missing.add("kept_reports")
    found["missing"] = sorted(missing)
    return cast(Kept, {name: value for name, value in found.items() if value})


def restored(data: Kept, now: int, table: ClassTable) -> Facts:
    """`now` is when they were kept. What labels were found was kept; what they mean, and from which
    score on, is what the app's `table` of classes says now.
    """
    return Facts(
        classes=table.joined(data.get("classes", {})),
        severities=table.joined(data.get("severities", {})),
        lists=frozenset(data.get("lists", ())),
        needs_review=data.get("needs_review", False),
        history=_history(data.get("history"), now),
        reports=Reports(
            _counted(data.get("reports", ())),
            {frozenset(k.split(",")): n for k, n in _counted(data.get("shared", ())).items()},
            tuple(data.get("kept_reports", ())),
            now,
        ),
        not_judged=frozenset(data.get("not_judged", ())),
        unknown=table.unknown(frozenset(data.get("unknown", ()))),
        content=_seen(data.get("content", {}), data.get("missing", ())),
        author=_known(data.get("author", {}), now, data.get("missing", ())),
        address=_history(data.get("address"), now),
        groups=frozenset(data.get("groups", ())),
        table=table,
    )


@dataclass(frozen=True, slots=True)
class Needs:
    """What a rule looks at that may be missing, and what has to have been counted for it."""

    parts: frozenset[str]
    counting: frozenset[str]

    @classmethod
    def of(cls, when: Base) -> Needs:
        each = [*walk(when)]
        names = (name for one in each for name in (*one.marks(), *one.limits()))
        return cls(frozenset(part for one in each for part in _parts_of(one)), frozenset(names))

    def lacking(self, data: Kept) -> list[str]:
        """What a rule cannot be said to hold or not without."""
        missing = data.get("missing", ())
        found = [part for part in missing if part in self.parts]
        if self.counting and not self.counting.issubset(data.get("counting", ())):
            found.append(COUNTS)
        return found


def _parts_of(condition: Base) -> Iterable[Part]:
    if condition.uses_history:
        yield "history"
    if condition.uses_address:
        yield "address"
    if condition.uses_author:
        yield "author"
    if condition.uses_strikes:
        yield "strikes"
    if condition.looks_at_reports:
        yield "kept_reports"
    if isinstance(condition, UserProperty):
        yield "author_properties"
    if isinstance(condition, ContentProperty):
        yield "content_properties"
    if isinstance(condition, ContainsUrl):
        yield "links"


def _content(seen: Seen, missing: set[str]) -> KeptContent:
    found: dict[str, Any] = {
        "entity_type": seen.entity_type,
        "policies": sorted(seen.policies),
        "policy": seen.policy,
        "team": seen.team,
        "counted": {**seen.counts},
    }
    length = seen.length
    if length is not None:
        found["custom"] = _custom(seen.custom, "content_properties", missing)
        if length > _LOOKED_THROUGH and not seen.is_looked_through:
            missing.add("links")
        else:
            found["has_url"] = seen.has_url
    present = {name: value for name, value in found.items() if value}
    return cast(KeptContent, present if length is None else {**present, "length": length})


def _author(author: Author, missing: set[str]) -> KeptAuthor:
    found: dict[str, Any] = {
        "known": author.is_known,
        "role": author.role,
        "created_at": author.created_at,
        "custom": _custom(author.custom, "author_properties", missing) or None,
        "flagged": author.flagged,
        "lists": sorted(author.lists) if author.lists is not None else None,
        "trusted": author.is_trusted,
        "strikes": {**author.strikes} if author.strikes is not None else None,
    }
    return cast(KeptAuthor, {k: v for k, v in found.items() if v is not None and v is not False})


def _custom(custom: dict[str, Any], part: Part, missing: set[str]) -> dict[str, Any]:
    if not custom or len(orjson.dumps(custom)) <= _CUSTOM_BYTES:
        return custom
    missing.add(part)
    return {}


def _seen(data: KeptContent, missing: Collection[str]) -> Seen:
    is_known = "length" in data and "content_properties" not in missing
    seen = Seen(
        {"custom": data.get("custom", {})} if is_known else None,
        data.get("entity_type", ""),
        frozenset(data.get("policies", ())),
        data.get("policy", ""),
        data.get("team", ""),
        data.get("counted", {}),
    )
    seen.length = data.get("length")
    seen.has_url = data.get("has_url", False) if "length" in data else None
    if "links" in missing:
        seen.has_url = None
    return seen


def _known(data: KeptAuthor, now: int, missing: Collection[str]) -> Author:
    user = {name: value for name, value in data.items() if name in ("created_at", "role", "custom")}
    of = _Undescribed if "author_properties" in missing else Author
    lists = frozenset(data["lists"]) if "lists" in data else None
    return of(
        cast(User, user) if data.get("known") else None,
        now,
        data.get("flagged"),
        lists,
        data.get("trusted", False) if lists is not None else None,
        data.get("strikes"),
    )


class _Undescribed(Author):
    """Of whose properties nothing is known."""

    def value_of(self, _: str) -> Any:
        return None

    def has(self, _: str) -> bool | None:
        return None


def _history(text: str | None, now: int) -> History | None:
    return None if text is None else History(Unpacked(text.strip()), now)


def _counts(counts: Mapping[str, int]) -> list[str]:
    return [f"{count} {name}" for name, count in sorted(counts.items())]


def _counted(counts: Iterable[str]) -> dict[str, int]:
    split = (each.split(" ", 1) for each in counts)
    return {name: int(count) for count, name in split}
