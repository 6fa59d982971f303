"""The label result: what one call of `labels` said of a text, kept without being an item."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NotRequired

from typing_extensions import TypedDict

from common.store.store import Collection, Key

ContentType = Literal["text", "message", "username"]
_USERNAME_POLICY = "username:"


@dataclass(frozen=True, slots=True)
class Unlabelled:
    """A text to label, and what the customer said of it."""

    content: str
    content_type: ContentType = "text"
    category: str = ""
    content_id: str = ""
    policy: str = ""
    user_id: str = ""

    @property
    def is_username(self) -> bool:
        """Then only engines run that answer at once."""
        return self.content_type == "username" or self.policy.startswith(_USERNAME_POLICY)


class LabelResult(TypedDict):
    """`created_at` is in nanoseconds. Of `category`, `content_id`, `policy` and `user_id` there are
    those that the customer named. `harm_type` is empty where nothing was found, `severity` where
    no engine gives any, `language` where it cannot be told. `masked_content` is there where a
    block list rewrote the text, `fully_masked_content` where anything is recommended against it.
    `not_judged` names the engines that did not judge it.
    """

    id: str
    content: str
    content_type: ContentType
    created_at: int
    recommended_action: str
    labels: list[str]
    harm_type: str
    severity: str
    language: str
    category: NotRequired[str]
    content_id: NotRequired[str]
    policy: NotRequired[str]
    user_id: NotRequired[str]
    directed_at: NotRequired[str]
    masked_content: NotRequired[str]
    fully_masked_content: NotRequired[str]
    not_judged: NotRequired[list[str]]


LABEL_RESULTS: Collection[LabelResult] = Collection("label_result")


def label_result_key(app: str, id: str) -> Key[LabelResult]:
    return Key(app, LABEL_RESULTS, id)
