"""A rule that is tried, and on what."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, model_validator

from common.api.base import Request
from common.api.gavel.base import Body, Moment, Name
from common.api.gavel.rules import RuleFieldsBody
from common.api.gavel.trying import TriedContent
from common.domain.errors import Invalid
from common.domain.fields import Custom, OptionalId
from common.domain.labels import Modality
from common.rules.conditions.base import Period, period

_OF_CONTENT = ("config_key", "config_team", "config", "entity_creator_id", "region")
_Names = Annotated[tuple[Name, ...], Field(max_length=16)]
_Times = Annotated[int, Field(ge=0, le=10**6, strict=True)]


class TriedPosts(Body):
    """So many posts of an invented user, `ago`. Each was classified as all of `classes` and was
    in all of `lists`; with `matching` it counts for whatever the rule counts.
    """

    count: Annotated[int, Field(ge=1, le=10**6, strict=True)] = 1
    ago: Period = "1m"
    classes: _Names = ()
    modality: Modality = "text"
    lists: _Names = ()
    matching: bool = False

    def names(self) -> tuple[str, ...]:
        classes = (f"{self.modality}:{name}" for name in self.classes)
        return (*classes, *(f"list:{name}" for name in self.lists))

    @property
    def nanoseconds(self) -> int:
        return period(self.ago)


class TriedUser(Body):
    """Somebody whom nobody knows, in the author's place. What is not said is not known."""

    age: Period | None = None
    role: Name | None = None
    custom: Custom | None = None
    flagged_count: _Times | None = None
    posts: list[TriedPosts] = Field(default_factory=list, max_length=50)

    @property
    def nanoseconds(self) -> int | None:
        return period(self.age) if self.age is not None else None


class TryRuleBody(TriedContent):
    """`rule` is a draft, in the place of `rule_id` where that is given, which alone is a rule that
    is kept, or its `version`. It is tried on `text`, on `moderation_payload`, on an item, or on no
    content where it asks for none.
    """

    rule: RuleFieldsBody | None = None
    rule_id: OptionalId = None
    version: int | None = Field(None, ge=1, le=2**53, strict=True)
    entity_type: OptionalId = None
    entity_id: OptionalId = None
    user: TriedUser | None = None
    reports: dict[Name, _Times] | None = Field(None, max_length=50)
    as_user: bool = True

    @model_validator(mode="after")
    def _fits_together(self) -> TryRuleBody:
        if self.rule is None and not self.rule_id:
            raise Invalid.field("rule", "or rule_id has to be given")
        if self.version is not None and (self.rule is not None or not self.rule_id):
            raise Invalid.field("version", "is for rule_id without rule")
        if bool(self.entity_type) is not bool(self.entity_id):
            raise Invalid.field(
                "entity_id" if self.entity_type else "entity_type", "is required beside the other"
            )
        given = self.given()
        if self.entity_id:
            given.append("entity_id")
        if len(given) > 1:
            raise Invalid.field(given[1], f"cannot be tried together with {given[0]}")
        if not given and self.user is None and self.reports is None:
            raise Invalid.field("text", "or moderation_payload, item_id, user, reports is required")
        self._check_author(has_content=bool({"text", "moderation_payload"} & {*given}))
        return self

    def _check_author(self, *, has_content: bool) -> None:
        for name in _OF_CONTENT if not has_content else ():
            if getattr(self, name) not in (None, ""):
                raise Invalid.field(name, "is for text and moderation_payload")
        if self.user is not None and self.entity_creator_id:
            raise Invalid.field("user", "stands in the place of entity_creator_id")
        if self.config is not None and self.config_key:
            raise Invalid.field("config_key", "is another policy than config")

    def has_content(self) -> bool:
        return bool({"text", "moderation_payload"} & {*self.given()})


class ExplainQuery(Request):
    """A page is of rules, each of which is explained whole: as it stands now, or as it stood at the
    last evaluation by `as_of`.
    """

    as_of: Moment | None = None
    limit: int = Field(20, ge=1, le=50)
    cursor: str | None = Field(None, max_length=8_192)


class ExplainItemQuery(ExplainQuery):
    """`revision` is that of the item which was evaluated."""

    revision: int | None = Field(None, ge=1, lt=2**53)

    @model_validator(mode="after")
    def _is_of_one(self) -> ExplainItemQuery:
        if self.revision is not None and self.as_of is not None:
            raise Invalid.field("revision", "cannot be given together with as_of")
        return self
