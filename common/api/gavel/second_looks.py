"""Second looks, and how far people agree."""

from __future__ import annotations

from pydantic import Field, model_validator

from common.api.base import Request
from common.api.gavel.base import Body, ListQuery, Moment
from common.domain.errors import Invalid
from common.domain.fields import OptionalId, Reason
from common.domain.second_look import Verdict


class SecondLooksQuery(ListQuery):
    """`user_id` is who is to look, where the app's server asks for them; what they decided
    themselves is left out.
    """

    user_id: OptionalId = None


class SecondLookBody(Body):
    """Whether the content may stay as it is, for what `user_id` finds."""

    verdict: Verdict
    reason: Reason = None
    user_id: OptionalId = None


class AgreementQuery(Request):
    """Of what was decided first from `from` to before `to`."""

    since: Moment = Field(alias="from")
    to: Moment

    @model_validator(mode="after")
    def _is_a_time(self) -> AgreementQuery:
        if self.since >= self.to:
            raise Invalid.field("to", "is not after from")
        return self
