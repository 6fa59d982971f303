"""The transparency database's published rules of what a statement has to be.

What the database drops without a word, such as an explanation of another ground, is refused here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import partial
from typing import Annotated, Any

from pydantic import AfterValidator, StringConstraints, ValidationError
from pydantic import Field as Bounded

from common.domain.fields import Input
from common.domain.transparency.codes import codes
from common.domain.transparency.submission import Problems

_EARLIEST_CONTENT = date(2000, 1, 1)
_EARLIEST_APPLICATION = date(2020, 1, 1)
_LATEST = date(2038, 1, 1)


def _known(field: str, value: str) -> str:
    if codes().unknown(field, [value]):
        raise ValueError("is not one of the database's values")
    return value


def _all_known(field: str, values: list[str]) -> list[str]:
    if unknown := codes().unknown(field, values):
        raise ValueError(f"{unknown[0]!r} is not one of the database's values")
    return values


def _one_of(field: str) -> AfterValidator:
    return AfterValidator(partial(_known, field))


def _some_of(field: str) -> AfterValidator:
    return AfterValidator(partial(_all_known, field))


def _date_of(text: str, earliest: date | None) -> str:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise ValueError("is no date as YYYY-MM-DD") from None
    if earliest is not None and day < earliest:
        raise ValueError(f"is before {earliest}")
    if day > _LATEST:
        raise ValueError(f"is after {_LATEST}")
    return text


def _from(earliest: date | None = None) -> AfterValidator:
    return AfterValidator(lambda text: _date_of(text, earliest))


_DATE = StringConstraints(pattern=r"^\d{4}-\d{2}-\d{2}$")
_Short = Annotated[str, StringConstraints(min_length=1, max_length=500)]
_Long = Annotated[str, StringConstraints(min_length=1, max_length=2_000)]
_End = Annotated[str, _DATE, _from()] | None
_Ean = Annotated[dict[str, str], Bounded(min_length=1)]


class _Rules(Input):
    puid: Annotated[str, StringConstraints(max_length=500, pattern=r"^[A-Za-z0-9_-]+$")]
    decision_visibility: Annotated[list[str], _some_of("decision_visibility")] | None = None
    decision_visibility_other: _Short | None = None
    decision_monetary: Annotated[str, _one_of("decision_monetary")] | None = None
    decision_monetary_other: _Short | None = None
    decision_provision: Annotated[str, _one_of("decision_provision")] | None = None
    decision_account: Annotated[str, _one_of("decision_account")] | None = None
    account_type: Annotated[str, _one_of("account_type")] | None = None
    decision_ground: Annotated[str, _one_of("decision_ground")]
    decision_ground_reference_url: (
        Annotated[str, StringConstraints(max_length=500, pattern=r"^https?://[^\s/]+")] | None
    ) = None
    illegal_content_legal_ground: _Short | None = None
    illegal_content_explanation: _Long | None = None
    incompatible_content_ground: _Short | None = None
    incompatible_content_explanation: _Long | None = None
    incompatible_content_illegal: Annotated[str, _one_of("incompatible_content_illegal")] | None = (
        None
    )
    decision_facts: Annotated[str, StringConstraints(min_length=1, max_length=5_000)]
    content_type: Annotated[list[str], Bounded(min_length=1), _some_of("content_type")]
    content_type_other: _Short | None = None
    category: Annotated[str, _one_of("category")]
    category_addition: Annotated[list[str], _some_of("category_addition")] | None = None
    category_specification: Annotated[list[str], _some_of("category_specification")] | None = None
    category_specification_other: _Short | None = None
    content_id: _Ean | None = None
    territorial_scope: Annotated[list[str], Bounded(min_length=1), _some_of("territorial_scope")]
    content_language: Annotated[str, _one_of("content_language")] | None = None
    content_date: Annotated[str, _DATE, _from(_EARLIEST_CONTENT)]
    application_date: Annotated[str, _DATE, _from(_EARLIEST_APPLICATION)]
    end_date_visibility_restriction: _End = None
    end_date_monetary_restriction: _End = None
    end_date_service_restriction: _End = None
    end_date_account_restriction: _End = None
    source_type: Annotated[str, _one_of("source_type")]
    source_identity: _Short | None = None
    automated_detection: Annotated[str, _one_of("automated_detection")]
    automated_decision: Annotated[str, _one_of("automated_decision")]


_DECISIONS = {
    "decision_visibility": "end_date_visibility_restriction",
    "decision_monetary": "end_date_monetary_restriction",
    "decision_provision": "end_date_service_restriction",
    "decision_account": "end_date_account_restriction",
}
_OTHERS = {
    "decision_visibility": ("DECISION_VISIBILITY_OTHER", "decision_visibility_other", True),
    "decision_monetary": ("DECISION_MONETARY_OTHER", "decision_monetary_other", True),
    "content_type": ("CONTENT_TYPE_OTHER", "content_type_other", True),
    "category_specification": ("KEYWORD_OTHER", "category_specification_other", False),
}
"""The code that wants or allows words of its own, their field, and whether they are required."""
_INCOMPATIBLE = "DECISION_GROUND_INCOMPATIBLE_CONTENT"
_GROUNDS = {
    "DECISION_GROUND_ILLEGAL_CONTENT": (
        "illegal_content_legal_ground",
        "illegal_content_explanation",
    ),
    _INCOMPATIBLE: (
        "incompatible_content_ground",
        "incompatible_content_explanation",
    ),
}
_EAN = "EAN-13"
_EAN_DIGITS = 13


def problems_of(submission: Mapping[str, Any]) -> Problems:
    """What the database would refuse in it, and what is missing."""
    found: Problems = {}
    try:
        _Rules.model_validate(submission)
    except ValidationError as error:
        for each in error.errors(include_url=False, include_input=False):
            field = str(each["loc"][0]) if each["loc"] else ""
            found.setdefault(field, _said(each["type"], each["msg"]))
    for field, problem in _between(submission):
        found.setdefault(field, problem)
    return found


def _said(kind: str, message: str) -> str:
    if kind == "missing":
        return "is missing"
    return message.removeprefix("Value error, ")


def _between(given: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """What one field asks of another."""
    if not any(given.get(field) for field in _DECISIONS):
        yield "decision_visibility", f"is missing, or one of {', '.join([*_DECISIONS][1:])}"
    for field, (code, other, required) in _OTHERS.items():
        named = code in (given.get(field) or ())
        if named and required and not given.get(other):
            yield other, f"is missing beside {code}"
        if not named and given.get(other):
            yield other, f"goes only with {code}"
    yield from _of_grounds(given)
    yield from _of_ends(given)
    if given.get("source_identity") and given.get("source_type") == "SOURCE_VOLUNTARY":
        yield "source_identity", "does not go with SOURCE_VOLUNTARY"
    if (named_id := given.get("content_id")) and not _is_ean(named_id):
        yield "content_id", f"is not {_EAN} with {_EAN_DIGITS} digits"


def _of_grounds(given: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    said = given.get("decision_ground")
    if said not in _GROUNDS:
        return
    for ground, fields in _GROUNDS.items():
        for field in fields:
            if said == ground and not given.get(field):
                yield field, f"is missing beside {ground}"
            if said != ground and given.get(field):
                yield field, f"goes only with {ground}"
    illegal = "incompatible_content_illegal"
    if said != _INCOMPATIBLE and given.get(illegal):
        yield illegal, f"goes only with {_INCOMPATIBLE}"


def _of_ends(given: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for decision, end in _DECISIONS.items():
        if not given.get(end):
            continue
        if not given.get(decision):
            yield end, f"goes only with {decision}"
        elif str(given[end]) < str(given.get("application_date") or ""):
            yield end, "is before application_date"


def _is_ean(named: object) -> bool:
    if not isinstance(named, Mapping) or named.keys() != {_EAN}:
        return False
    text = str(named[_EAN])
    return len(text) == _EAN_DIGITS and text.isascii() and text.isdigit()
