"""Statements of reasons: what is declared for them, their templates, and looking them up."""

from __future__ import annotations

from typing import Annotated, Any, cast

from pydantic import AfterValidator, Field, StringConstraints, ValidationInfo, field_validator

from common.api.base import Request
from common.api.gavel.base import Body, Key, ListQuery, Moment, Name
from common.domain.fields import OptionalId
from common.domain.statement import DeclaredStatement, OptOut
from common.domain.statement_text import problem_of
from common.domain.transparency.codes import codes
from common.moderation.statements.queries import Wanted

_FIELDS = ("user_id", "item_id", "entity_type", "entity_id", "action", "complete")
Short = Annotated[str, StringConstraints(min_length=1, max_length=500)]
Long = Annotated[str, StringConstraints(min_length=1, max_length=2_000)]
Url = Annotated[str, StringConstraints(min_length=1, max_length=500, pattern=r"^https?://[^\s]+$")]
Language = Annotated[str, StringConstraints(pattern=r"^[a-z]{2}$")]


def _known(value: Any, info: ValidationInfo) -> Any:
    field = info.field_name or ""
    given = value if isinstance(value, list) else [value]
    unknown = codes().unknown(field, given)
    if unknown:
        raise ValueError(f"has {unknown[0]!r}, which is no code of {field}")
    if len({*given}) < len(given):
        raise ValueError("names one more than once")
    return value


Code = Annotated[str, StringConstraints(max_length=100), AfterValidator(_known)]
Codes = Annotated[
    list[Annotated[str, StringConstraints(max_length=100)]],
    Field(min_length=1, max_length=100),
    AfterValidator(_known),
]


Text = Annotated[str, StringConstraints(min_length=1, max_length=20_000)]
Word = Annotated[str, StringConstraints(max_length=500)]


class OptOutBody(Body):
    """`user_id` is who decides it, where the app's server says so."""

    user_id: OptionalId = None
    reason: Short


class StatementBody(Body):
    """The restriction that an action is, and on what ground: names and codes are those of the EU
    transparency database. Nothing has a default, and what is left out is named as `missing`.
    """

    is_shadow: bool | None = Field(None, strict=True)
    decision_visibility: Codes | None = None
    decision_visibility_other: Short | None = None
    decision_monetary: Code | None = None
    decision_monetary_other: Short | None = None
    decision_provision: Code | None = None
    decision_account: Code | None = None
    decision_ground: Code | None = None
    illegal_content_legal_ground: Short | None = None
    illegal_content_explanation: Long | None = None
    incompatible_content_ground: Short | None = None
    incompatible_content_explanation: Long | None = None
    incompatible_content_illegal: Code | None = None
    decision_ground_reference_url: Url | None = None
    category: Code | None = None
    category_addition: Codes | None = None
    category_specification: Codes | None = None
    category_specification_other: Short | None = None
    territorial_scope: Codes | None = None
    opt_out: OptOutBody | None = None

    def declared(self, by: str, now: int) -> DeclaredStatement:
        """`by` is who opts out, where it does."""
        given = self.model_dump(exclude_none=True, exclude={"opt_out"})
        declared = cast(DeclaredStatement, given)
        if self.opt_out is not None:
            declared["opt_out"] = OptOut(by=by, at=now, reason=self.opt_out.reason)
        return declared


class ShadowOptOutBody(OptOutBody):
    """Of the shadow actions on content under the policy with the key `policy`."""

    policy: Name


class StatementSettingsBody(Body):
    """`fallback_language` is used for content in a language without a template. Reports in one of
    the `notice_categories` are notices of illegal content, those of users in the list
    `trusted_flaggers` are trusted flaggers'. Accounts of users in the list `business_accounts` are
    businesses', and `ean_field` is the custom field of content with the EAN-13 of what it offers.
    """

    fallback_language: Language | None = None
    notice_categories: list[Key] = Field(default_factory=list, max_length=200)
    trusted_flaggers: Key | None = None
    business_accounts: Key | None = None
    ean_field: Name | None = None
    shadow_opt_outs: list[ShadowOptOutBody] = Field(default_factory=list, max_length=100)


class StatementTemplateBody(Body):
    """`facts` is the part about the facts, which `text` has as {facts}; without it Gavel lists
    them. `words` are what codes and labels are called in the language.
    """

    text: Text
    facts: Text | None = None
    words: dict[Name, Word] = Field(default_factory=dict, max_length=500)

    @field_validator("text", "facts")
    @classmethod
    def _reads(cls, text: str | None, info: ValidationInfo) -> str | None:
        problem = problem_of(text or "", is_facts=info.field_name == "facts")
        if problem:
            raise ValueError(problem)
        return text


class StatementQuery(ListQuery):
    """`since` and `until` are of when it was restricted."""

    user_id: OptionalId = None
    item_id: OptionalId = None
    entity_type: OptionalId = None
    entity_id: OptionalId = None
    action: Name | None = None
    complete: bool | None = None
    reversed: bool | None = None
    since: Moment | None = None
    until: Moment | None = None

    @property
    def wanted(self) -> Wanted:
        given = {name: getattr(self, name) for name in _FIELDS}
        fields = {name: value for name, value in given.items() if value not in (None, "")}
        return Wanted(fields, self.reversed, self.since, self.until)


class LanguageQuery(Request):
    """In which language's template the text is to be."""

    language: Language | None = None


class ToldBody(Body):
    """`told_at` is when the user was told, now where it is left out."""

    told_at: Moment | None = None
