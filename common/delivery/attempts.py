"""One request to a customer's server: made from a delivery and what it is for, signed, sent."""

from __future__ import annotations

import gzip
import json
from dataclasses import replace

from common.configuration.context import Context
from common.configuration.vaults import vault_in
from common.delivery.callback import Callback, build
from common.delivery.dispatcher import dispatcher_of
from common.delivery.hook_types import QueueMessage, hook_type_of
from common.delivery.targets import Target, callback_of, means_success, opened_target
from common.domain.callback import Numbered
from common.domain.delivery import AnswerRecord, AttemptRecord, Delivery, Payload
from common.domain.errors import Invalid, NotFound
from common.domain.times import SECOND
from common.domain.vault import CannotOpen
from common.outgoing.calls import AttemptResult, OutgoingRequest
from common.outgoing.signing import Signer, signed_headers


async def attempt(
    context: Context, app: str, delivery: Delivery, target: Target | None, now: int
) -> AttemptResult:
    try:
        target = opened_target(vault_in(context), app, target)
        request = await _request(context, app, delivery, target, now)
    except NotFound as error:
        return AttemptResult(None, "bad_request", error.message)
    except (CannotOpen, Invalid, ValueError) as error:
        return AttemptResult(None, "bad_request", str(error))
    hook = target.webhook if target is not None else None
    wanted = hook.get("timeout_ms") if hook is not None else None
    return await dispatcher_of(context).sender.send(request, wanted / 1_000 if wanted else None)


async def _request(
    context: Context, app: str, delivery: Delivery, target: Target | None, now: int
) -> OutgoingRequest:
    configuration = await context.configurations.of(app)
    is_compressed = bool(configuration.settings.get("enable_hook_payload_compression"))
    signer = await dispatcher_of(context).signers.of(app)
    hook = target.webhook if target is not None else None
    if hook is not None and (to_queue := hook_type_of(hook).request) is not None:
        text = json.dumps(payload_of(delivery), separators=(",", ":"))
        sns_url = context.settings.sns_url
        message = QueueMessage(delivery, text, signer.api_key, is_compressed, now, sns_url)
        return to_queue(hook, message)
    request = build(
        _callback_to(delivery, target),
        payload_of(delivery),
        delivery["id"],
        delivery["attempts"],
        delivery["sequence"],
    )
    request = signed(request, signer, delivery["id"], now)
    if delivery["endpoint_kind"] == "hook" and is_compressed:
        return _compressed(request)
    return request


def _compressed(request: OutgoingRequest) -> OutgoingRequest:
    """After signing: Stream's clients verify what the body was before."""
    headers = {**request.headers, "Content-Encoding": "gzip"}
    return replace(request, headers=headers, body=gzip.compress(request.body or b"", mtime=0))


def payload_of(delivery: Delivery) -> Payload:
    """Receivers that see a lower number than the last for a subject know that it is outdated."""
    if not delivery["sequence"]:
        return dict(delivery["data"])
    number: Numbered = {"sequence": delivery["sequence"], "subject": delivery["subject"]}
    return {**delivery["data"], **number}


def _callback_to(delivery: Delivery, target: Target | None) -> Callback:
    if "url" in delivery:
        return Callback(url=delivery["url"])
    if target is None:
        kind, _, id = delivery["endpoint"].partition(":")
        raise NotFound(f"the {kind} {id!r} does not exist any more")
    return callback_of(target)


def signed(request: OutgoingRequest, signer: Signer, id: str, now: int) -> OutgoingRequest:
    added = signed_headers(signer, id, now // SECOND, request.body or b"")
    return replace(request, headers={**added, **request.headers})


def succeeded(delivery: Delivery, result: AttemptResult) -> bool:
    return means_success(delivery["endpoint_kind"], result.status, result.error)


def answer_record(result: AttemptResult) -> AnswerRecord:
    return {
        "status": result.status,
        "error": result.error,
        "detail": result.detail,
        "milliseconds": round(result.latency_ms, 1),
        "answer": result.excerpt,
    }


def attempt_record(result: AttemptResult, now: int) -> AttemptRecord:
    return {"at": now, **answer_record(result)}
