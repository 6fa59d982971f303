"""What is done while moderation is being set up: the session, feeds templates, access to S3."""

from __future__ import annotations

from common.api.stream.setup import (
    FeedsTemplateQuery,
    FeedsTemplateRequest,
    S3AccessRequest,
    SetupSessionRequest,
)
from common.http.call import Call
from common.moderation.resources import feeds_templates, s3_access, setup_sessions
from common.views.nothing import Nothing
from common.views.stream_setup import (
    FeedsTemplateAnswer,
    FeedsTemplatesAnswer,
    S3AccessAnswer,
    SetupSessionAnswer,
    feeds_template_answer,
    feeds_templates_answer,
    s3_access_answer,
    setup_session_answer,
)


async def get_session(call: Call) -> SetupSessionAnswer:
    return setup_session_answer(await setup_sessions.get(call.context, call.app))


async def put_session(call: Call, body: SetupSessionRequest) -> SetupSessionAnswer:
    step, status, data = body.current_step, body.status, body.setup_data
    session = await setup_sessions.put(call.context, call.app, step, status, data, call.now)
    return setup_session_answer(session)


async def list_templates(call: Call) -> FeedsTemplatesAnswer:
    return feeds_templates_answer(await feeds_templates.all_of(call.context, call.app))


async def put_template(call: Call, body: FeedsTemplateRequest) -> FeedsTemplateAnswer:
    config = body.template_config()
    template = await feeds_templates.put(call.context, call.app, body.name, config, call.now)
    return feeds_template_answer(template)


async def delete_template(call: Call) -> Nothing:
    asked: FeedsTemplateQuery = call.query
    await feeds_templates.delete(call.context, call.app, asked.name)
    return {}


async def check_s3(call: Call, body: S3AccessRequest) -> S3AccessAnswer:
    access = await s3_access.check(call.context, body.s3_url)
    return s3_access_answer(access.problem)
