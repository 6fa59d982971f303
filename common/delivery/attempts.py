"""One request to a customer's server: made from a delivery and what it is for, signed, sent."""

from __future__ import annotations

import gzip
from dataclasses import replace
from typing import Any

from common.configuration.context import Context
from common.delivery.callback import Callback, build
from common.delivery.dispatcher import dispatcher_of
from common.domain.endpoint import ACTION, HOOK, means_success
from common.domain.errors import Invalid, NotFound
from common.outgoing.calls import AttemptResult, OutgoingRequest
from common.outgoing.signing import Signer, signed_headers
from common.store.store import Data, Key

_SECOND = 1_000_000_000


def target_key(app: str, delivery: Data) -> Key | None:
    """Of the action or webhook that says where the delivery goes; None when it says so itself."""
    endpoint: str = delivery["endpoint"]
    for prefix, collection in ((ACTION, "action"), (HOOK, "hook")):
        if endpoint.startswith(prefix):
            return Key(app, collection, endpoint.removeprefix(prefix))
    return None


async def attempt(
    context: Context, app: str, delivery: Data, target: Data | None, now: int
) -> AttemptResult:
    try:
        request = await _request(context, app, delivery, target, now)
    except NotFound as error:
        return AttemptResult(None, "bad_request", error.message)
    except (Invalid, ValueError) as error:
        return AttemptResult(None, "bad_request", str(error))
    return await dispatcher_of(context).sender.send(request)


async def _request(
    context: Context, app: str, delivery: Data, target: Data | None, now: int
) -> OutgoingRequest:
    request = build(
        callback_to(delivery, target),
        payload_of(delivery),
        delivery["id"],
        delivery["attempts"],
        delivery["sequence"],
    )
    request = signed(request, await dispatcher_of(context).signers.of(app), delivery["id"], now)
    configuration = await context.configurations.of(app)
    if is_webhook(delivery) and configuration.settings.get("enable_hook_payload_compression"):
        return _compressed(request)
    return request


def _compressed(request: OutgoingRequest) -> OutgoingRequest:
    """After signing: Stream's clients verify what the body was before."""
    headers = {**request.headers, "Content-Encoding": "gzip"}
    return replace(request, headers=headers, body=gzip.compress(request.body or b"", mtime=0))


def is_webhook(delivery: Data) -> bool:
    return bool(delivery["endpoint"].startswith(HOOK))


def payload_of(delivery: Data) -> dict[str, Any]:
    """Receivers that see a lower number than the last for a subject know that it is outdated."""
    if not delivery["sequence"]:
        return dict(delivery["data"])
    return {
        **delivery["data"],
        "sequence": delivery["sequence"],
        "subject": delivery["subject"],
    }


def callback_to(delivery: Data, target: Data | None) -> Callback:
    if delivery.get("url"):
        return Callback(url=delivery["url"])
    if target is None:
        kind, _, id = delivery["endpoint"].partition(":")
        raise NotFound(f"the {kind} {id!r} does not exist any more")
    if is_webhook(delivery):
        return Callback(url=target["webhook_url"])
    return callback_of(target)


def callback_of(action: Data) -> Callback:
    return Callback(
        url=action["url"],
        method=action["method"],
        auth_header=action.get("auth_header"),
        auth_value=action.get("auth_value"),
        parameters=action.get("parameters") or {},
        extra_query=action.get("extra_query") or {},
    )


def signed(request: OutgoingRequest, signer: Signer, id: str, now: int) -> OutgoingRequest:
    added = signed_headers(signer, id, now // _SECOND, request.body or b"")
    return replace(request, headers={**added, **request.headers})


def succeeded(delivery: Data, outcome: AttemptResult) -> bool:
    return means_success(delivery["endpoint"], outcome.status, outcome.error)
