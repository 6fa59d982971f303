"""What Stream's clients send while moderation is being set up (contract section 6)."""

from __future__ import annotations

from typing import Annotated, cast

from pydantic import Field, StringConstraints

from common.api.base import Request, Url
from common.api.stream.queries import ONE_LINE
from common.domain.feeds_template import FeedsTemplateConfig
from common.domain.fields import Custom, Id
from common.domain.setup_session import SetupStatus, SetupStep

_Name = Annotated[str, StringConstraints(min_length=1, max_length=255, pattern=ONE_LINE)]


class SetupSessionRequest(Request):
    current_step: SetupStep
    status: SetupStatus
    setup_data: Custom | None = None


class FeedsTemplateConfigRequest(Request):
    data_types: dict[_Name, _Name] = Field(min_length=1, max_length=100)
    config_key: Id | None = None


class FeedsTemplateRequest(Request):
    name: _Name
    config: FeedsTemplateConfigRequest

    def template_config(self) -> FeedsTemplateConfig:
        return cast(FeedsTemplateConfig, self.config.model_dump(exclude_none=True))


class FeedsTemplateQuery(Request):
    """Stream's clients send no name."""

    name: _Name | None = None


class S3AccessRequest(Request):
    s3_url: Url | None = None
