"""What an engine says about content, and how an item keeps it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal, NotRequired

from typing_extensions import TypedDict

from common.domain.recommendation import BAN, GRAVITY, KEEP

Modality = Literal["text", "image", "video", "audio"]
Severity = Literal["low", "medium", "high", "critical"]
SEVERITIES: tuple[Severity, ...] = ("low", "medium", "high", "critical")


@dataclass(frozen=True, slots=True)
class Span:
    """Characters `start` to `end` of text number `text`, as the customer sent it."""

    text: int
    start: int
    end: int
    term: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """Image or video number `index` of the content as the customer sent it, of a video `second`.
    `term` is what was found there, where there is more to say than the label does.
    """

    index: int
    second: float | None = None
    term: str = ""


class BanTerms(TypedDict):
    """Of a ban that a policy asks for: in minutes, None for good. `since` is when what it is for
    began, in nanoseconds. With `ip` it takes along the address that the user last wrote from.
    """

    minutes: int | None
    shadow: bool
    since: int
    ip: NotRequired[bool]


@dataclass(frozen=True, slots=True)
class Label:
    """`score` is 0 to 1. For block lists `name` is the list's name, and `team` whose list of that
    name the policy asked for. What is found in texts has `spans`, in images and videos `places`.
    `case` is which of several things that a policy asks for the label answers to.
    """

    engine: str
    name: str
    score: float
    modality: Modality = "text"
    severity: Severity | None = None
    spans: tuple[Span, ...] = ()
    team: str = ""
    places: tuple[Place, ...] = ()
    case: str = ""
    ban: BanTerms | None = None


class LabelDocument(TypedDict):
    """A label as stored in an item. `action` is what the policy asked for; a span is a list of
    text, start, end and term, a place one of index, second and term. `ban` is there where the
    action is one. Items outlive releases, so this shape stays.
    """

    engine: str
    name: str
    modality: Modality
    score: float
    severity: Severity | None
    action: str
    spans: list[list[Any]]
    places: NotRequired[list[list[Any]]]
    ban: NotRequired[BanTerms]


def label_document(label: Label, action: str) -> LabelDocument:
    document: LabelDocument = {
        "engine": label.engine,
        "name": label.name,
        "modality": label.modality,
        "score": round(label.score, 6),
        "severity": label.severity,
        "action": action,
        "spans": [[span.text, span.start, span.end, span.term] for span in label.spans],
    }
    if label.places:
        document["places"] = [[each.index, each.second, each.term] for each in label.places]
    if label.ban is not None and action == BAN:
        document["ban"] = label.ban
    return document


def label_of(document: LabelDocument) -> Label:
    return Label(
        document["engine"],
        document["name"],
        document["score"],
        document["modality"],
        document["severity"],
        tuple(Span(*span) for span in document["spans"]),
        places=tuple(Place(*place) for place in document.get("places", ())),
    )


class Severities(TypedDict):
    """How grave what was found in an item is: 0 is nothing, 1 low to 4 critical."""

    severity: int
    ai_text_severity: Severity | Literal[""]


def severities_of(labels: Iterable[LabelDocument]) -> Severities:
    """The gravest of all labels, and of those of ai_text that tell a severity."""
    found = [*labels]
    of_text = max((_told(label) for label in found if label["engine"] == "ai_text"), default=0)
    return {
        "severity": max(map(_gravity, found), default=0),
        "ai_text_severity": SEVERITIES[of_text - 1] if of_text else "",
    }


def _told(label: LabelDocument) -> int:
    """What its engine tells of its severity, 1 to 4; 0 where it tells none."""
    severity = label["severity"]
    return SEVERITIES.index(severity) + 1 if severity else 0


def _gravity(label: LabelDocument) -> int:
    """Where the engine tells no severity, what the policy asks for says how grave it finds it."""
    return _told(label) or GRAVITY[label["action"]]


def flagging_engines(labels: Iterable[LabelDocument]) -> list[str]:
    return list(dict.fromkeys(label["engine"] for label in labels if label["action"] != KEEP))
