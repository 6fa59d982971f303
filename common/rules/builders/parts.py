"""Conditions of Stream's builder as conditions of Gavel's tree."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

from common.domain.errors import Invalid
from common.domain.labels import SEVERITIES, Modality
from common.domain.times import MINUTE
from common.rules.builders import asked
from common.rules.builders.names import meant
from common.rules.builders.spellings import LABELS, NUMBERS, PROPERTIES, ROLES, spelled
from common.rules.conditions.base import MOST_PARTS, period

Tree = dict[str, Any]
REACTIONS = (
    "stream:feeds:v2:reaction",
    "stream:feeds:v3:reaction",
    "stream:chat:v1:reaction",
    "reaction",
)
_DESCRIBED = "what a label means is said in the policy's llm_config"


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a request a condition stands, for what is refused, and for `idle`: what of it has no
    effect, and why. `lists` are the block lists that there are; None is not looked at.
    """

    path: str
    lists: Collection[str] | None
    confidence: float | None = None
    idle: dict[str, str] = field(default_factory=dict)

    def refuse(self, name: str, problem: str) -> Invalid:
        return Invalid.field(self.of(name), problem)

    def of(self, name: str) -> str:
        return f"{self.path}.{name}" if self.path else name

    def window(self, name: str, text: str, longest: int) -> int:
        try:
            length = period(text)
        except ValueError as error:
            raise self.refuse(name, f"has to be {error}") from None
        if length > longest:
            raise self.refuse(name, f"is longer than {longest // (1440 * MINUTE)}d")
        return length


def every(parts: Collection[Tree]) -> Tree:
    return _joined("all", parts)


def some(parts: Collection[Tree]) -> Tree:
    return _joined("any", parts)


def negated(part: Tree) -> Tree:
    return {"type": "not", "condition": part}


def _joined(how: str, parts: Collection[Tree]) -> Tree:
    """A group has some conditions at most, so that of many there are groups of groups."""
    left = [*parts]
    while len(left) > MOST_PARTS:
        chunks = (left[at : at + MOST_PARTS] for at in range(0, len(left), MOST_PARTS))
        left = [{"type": how, "conditions": chunk} for chunk in chunks]
    return left[0] if len(left) == 1 else {"type": how, "conditions": left}


def labels(
    place: Place, given: asked.Params, modality: Modality, *, written: bool = False
) -> list[Tree]:
    """Nothing where no label is asked for, and no severity."""
    llm = given.llm_harm_labels or {}
    wanted: list[tuple[str, str | None]] = [(name, None) for name in given.harm_labels or ()]
    wanted += [(name, _severity(text)) for name, text in llm.items()]
    for name, text in llm.items():
        if text and _severity(text) is None:
            place.idle[f"{place.path}.llm_harm_labels.{name}"] = _DESCRIBED
    if given.llm_harm_labels is not None and modality != "text":
        raise place.refuse("llm_harm_labels", "is for texts")
    how = spelled(place.of("label_operator"), given.label_operator, LABELS, "any")
    if not wanted:
        return _unnamed(place, given, modality)
    measure = _measure(place, given)
    tests = [
        {
            "type": "classified_as",
            "modality": modality,
            "exact": True,
            "classes": list(meant([name], modality, written=written)),
            **({"severity": own} if own else measure),
        }
        for name, own in wanted
    ]
    if how == "any" and len({str(sorted(_but_classes(test).items())) for test in tests}) == 1:
        classes = list(dict.fromkeys(name for test in tests for name in test["classes"]))
        if len(classes) <= 50:
            return [{**tests[0], "classes": classes}]
    return [some(tests) if how == "any" else every(tests)]


def _but_classes(test: Tree) -> Tree:
    return {key: value for key, value in test.items() if key != "classes"}


def _unnamed(place: Place, given: asked.Params, modality: Modality) -> list[Tree]:
    if given.label_operator is not None or given.min_confidence is not None:
        name = "label_operator" if given.label_operator is not None else "min_confidence"
        raise place.refuse(name, "is about harm_labels, of which there are none")
    if place.confidence is not None:
        raise place.refuse("confidence", "is about harm_labels, of which there are none")
    return (
        [{"type": "graded", "modality": modality, "severity": given.severity}]
        if given.severity
        else []
    )


def _measure(place: Place, given: asked.Params) -> Tree:
    confidence = given.min_confidence if given.min_confidence is not None else place.confidence
    if given.severity is not None and confidence is not None:
        raise place.refuse("severity", "does not go with a confidence: give one of them")
    if given.severity is not None:
        return {"severity": given.severity}
    if confidence is None:
        return {}
    is_percent = given.min_confidence is not None or confidence > 1
    return {"threshold": confidence / 100 if is_percent else float(confidence)}


def _severity(text: str) -> str | None:
    return text.lower() if text.lower() in SEVERITIES else None


def texts(place: Place, given: asked.TextContent | asked.TextCount) -> list[Tree]:
    found = labels(place, given, "text")
    if given.contains_url is not None:
        link: Tree = {"type": "contains_url"}
        found.append(link if given.contains_url else negated(link))
    if given.blocklist_match:
        for name in given.blocklist_match:
            if place.lists is not None and name not in place.lists:
                raise place.refuse(
                    "blocklist_match", f"names the block list {name!r}, which does not exist"
                )
        found.append({"type": "in_list", "lists": list(given.blocklist_match)})
    return found


def text_content(place: Place, given: asked.TextContent) -> Tree:
    found = texts(place, given)
    if given.text_length is not None:
        operator = spelled(
            place.of("text_length_operator"), given.text_length_operator, NUMBERS, "gte"
        )
        found.append({"type": "text_length", "operator": operator, "value": given.text_length})
    elif given.text_length_operator is not None:
        raise place.refuse("text_length", "is required with text_length_operator")
    return _asking(place, found)


def _asking(place: Place, found: list[Tree]) -> Tree:
    if not found:
        raise Invalid.field(place.path, "asks for nothing")
    return every(found)


def of_labels(modality: Modality, *, written: bool = False) -> Callable[[Place, Any], Tree]:
    def build(place: Place, given: asked.Params) -> Tree:
        return _asking(place, labels(place, given, modality, written=written))

    return build


def counted(place: Place, inner: Tree, threshold: int, window: str, of: str = "author") -> Tree:
    """What histories count anyway is read from what they had counted before there was the rule."""
    from common.domain.history import MAX_WINDOW

    length = place.window("time_window", window, MAX_WINDOW)
    if length < MINUTE:
        raise place.refuse("time_window", "is 1m at least")
    how = {"operator": "gte", "value": threshold, "window": f"{-(-length // MINUTE)}m"}
    is_plain = inner["type"] == "classified_as" and not {"threshold", "severity"} & inner.keys()
    if of == "author" and is_plain:
        named = {name: inner[name] for name in ("modality", "exact", "classes")}
        return {"type": "classified_count", **named, **how}
    if of == "author" and inner["type"] == "in_list":
        return {"type": "classified_count", "lists": inner["lists"], **how}
    return {"type": "matching_count", "condition": inner, "of": of, **how}


def text_count(place: Place, given: asked.TextCount) -> Tree:
    found = texts(place, given)
    least = given.semantic_filter_min_threshold
    if given.semantic_filter_names:
        found.append(
            {
                "type": "classified_as",
                "modality": "text",
                "exact": True,
                "classes": list(given.semantic_filter_names),
                **({} if least is None else {"threshold": least}),
            }
        )
    elif least is not None:
        raise place.refuse("semantic_filter_names", "is required with a threshold")
    if not found:
        raise place.refuse("harm_labels", "is required where nothing else says what to count")
    return counted(place, every(found), given.threshold, given.time_window)


def label_count(modality: Modality) -> Callable[[Place, Any], Tree]:
    def build(place: Place, given: Any) -> Tree:
        found = labels(place, given, modality)
        if not found:
            raise place.refuse("harm_labels", "is required")
        return counted(place, every(found), given.threshold, given.time_window)

    return build


def _property(kind: str) -> Callable[[Place, Any], Tree]:
    def build(place: Place, given: asked.Property) -> Tree:
        value = given.expected_value
        default = "exists" if value is None else "eq"
        how = spelled(place.of("operator"), given.operator, PROPERTIES, default)
        base: Tree = {"type": kind, "key": given.property_key}
        if how in ("exists", "absent", "true", "false"):
            if value is not None:
                raise place.refuse("expected_value", f"does not go with {given.operator}")
            if how in ("true", "false"):
                return {**base, "operator": "eq", "value": how == "true"}
            return base if how == "exists" else negated(base)
        if value is None:
            raise place.refuse("expected_value", f"is required with {given.operator}")
        plain = {"ne": "eq", "lacks": "contains"}.get(how, how)
        test: Tree = {**base, "operator": plain, "value": value}
        if plain == "contains" and not isinstance(value, str):
            raise place.refuse("expected_value", f"has to be text with {given.operator}")
        if plain not in ("contains", "eq") and isinstance(value, bool):
            raise place.refuse("expected_value", f"cannot be true or false with {given.operator}")
        return test if plain == how else negated(test)

    return build


content_property, user_property = _property("content_property"), _property("user_property")


def property_count(place: Place, given: asked.PropertyCount) -> Tree:
    return counted(place, content_property(place, given), given.threshold, given.time_window)


def content_count(place: Place, given: asked.CountOver) -> Tree:
    found = counted(place, {"type": "entity_type"}, given.threshold, given.time_window)
    return {"type": "post_count", **{k: found[k] for k in ("operator", "value", "window")}}


def reaction_count(place: Place, given: asked.ReactionCount) -> Tree:
    if given.threshold is not None and given.count is not None:
        raise place.refuse("count", "is another name of threshold: give one of them")
    threshold = given.threshold if given.threshold is not None else given.count
    if threshold is None:
        raise place.refuse("threshold", "is required")
    inner: Tree = {"type": "entity_type", "types": list(REACTIONS)}
    return counted(place, inner, threshold, given.time_window)


def content_flags(_place: Place, given: asked.Count) -> Tree:
    return {"type": "report_count", "operator": "gte", "value": given.threshold}


def user_flags(_place: Place, given: asked.Count) -> Tree:
    return {"type": "flagged_count", "operator": "gte", "value": given.threshold}


def address_count(place: Place, given: asked.CountOver) -> Tree:
    anything: Tree = {"type": "text_length", "operator": "gte", "value": 0}
    return counted(place, anything, given.threshold, given.time_window, "address")


def address_flags(place: Place, given: Any) -> Tree:
    found = labels(place, given, "text") or [{"type": "needs_review", "by": "policy"}]
    return counted(place, every(found), given.threshold, given.time_window, "address")


def message_count(place: Place, given: asked.MessageCount) -> Tree:
    operator = spelled(place.of("operator"), given.operator, NUMBERS, "gte")
    key = "channel_message_count"
    return {"type": "content_property", "key": key, "operator": operator, "value": given.threshold}


def channel_count(place: Place, given: asked.ChannelsCount) -> Tree:
    return {"type": "channel_count", **_lately(place, given.threshold, given.time_window or "24h")}


def user_age(place: Place, given: asked.Age) -> Tree:
    from common.rules.conditions.base import LONGEST_PERIOD

    place.window("max_age", given.max_age, LONGEST_PERIOD)
    return {"type": "user_age", "operator": "lte", "age": given.max_age}


def user_role(place: Place, given: asked.Role) -> Tree:
    found: Tree = {"type": "user_role", "roles": [given.role]}
    how = spelled(place.of("operator"), given.operator, ROLES, "eq")
    return found if how == "eq" else negated(found)


def identical(place: Place, given: asked.CountOver) -> Tree:
    lately = _lately(place, given.threshold, given.time_window)
    return {"type": "repeated_text", "alike": "identical", **lately}


def flood(alike: str) -> Callable[[Place, Any], Tree]:
    def build(place: Place, given: asked.SimilarFlood) -> Tree:
        lately = _lately(place, given.threshold or 5, given.time_window or "30m")
        found: Tree = {"type": "repeated_text", "alike": alike, **lately}
        distance = getattr(given, "similarity_distance", None)
        chosen = {
            "allowed": given.allowlist or None,
            "min_letters": given.min_text_length,
            "of": "everybody" if given.track_across_users else None,
            "distance": distance,
        }
        return found | {name: value for name, value in chosen.items() if value is not None}

    return build


def _lately(place: Place, threshold: int, window: str) -> Mapping[str, Any]:
    from common.engines.floods.counting import MOST_COUNTED
    from common.rules.conditions.lately import LONGEST

    place.window("time_window", window, LONGEST)
    if not 2 <= threshold <= MOST_COUNTED:
        raise place.refuse("threshold", f"has to be from 2 to {MOST_COUNTED}")
    return {"value": threshold, "window": window}
