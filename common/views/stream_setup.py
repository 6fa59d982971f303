"""What Stream's clients are told while moderation is being set up."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NotRequired

from typing_extensions import TypedDict

from common.domain.feeds_template import FeedsTemplate, FeedsTemplateConfig
from common.domain.setup_session import SetupSession


class SetupSessionAnswer(TypedDict):
    """Without a session where none was begun."""

    setup_session: NotRequired[SetupSession]


class FeedsTemplateAnswer(TypedDict):
    name: str
    config: FeedsTemplateConfig
    created_at: int
    updated_at: int


class FeedsTemplatesAnswer(TypedDict):
    templates: list[FeedsTemplateAnswer]


class S3AccessAnswer(TypedDict):
    """`message` says why it could not be read."""

    success: bool
    message: NotRequired[str]


def setup_session_answer(session: SetupSession | None) -> SetupSessionAnswer:
    return {"setup_session": session} if session is not None else {}


def feeds_template_answer(template: FeedsTemplate) -> FeedsTemplateAnswer:
    return {
        "name": template["name"],
        "config": template["config"],
        "created_at": template["created_at"],
        "updated_at": template["updated_at"],
    }


def feeds_templates_answer(templates: Sequence[FeedsTemplate]) -> FeedsTemplatesAnswer:
    return {"templates": [feeds_template_answer(each) for each in templates]}


def s3_access_answer(problem: str) -> S3AccessAnswer:
    return {"success": False, "message": problem} if problem else {"success": True}
