"""The receipt of an erasure: what was found where and what stays, signed with the app's own key."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import orjson

from common.delivery.outbox import Outbox
from common.domain.erasure import Erasure, Receipt, SignedReceipt, erasure_key
from common.domain.task import Task
from common.domain.times import to_rfc3339
from common.moderation.background.erasure import knowing
from common.moderation.background.erasure.counting import Counts
from common.moderation.background.job import Job
from common.moderation.background.own_keys import Secrets
from common.moderation.webhooks.events import WebhookEvents

QUEUES = "messages, dead ones too, name documents by ids made by Gavel, and have no content"


def signed(
    job: Job, secrets: Secrets, erasure: Erasure, counts: Counts, found: Mapping[str, Any]
) -> SignedReceipt:
    receipt: Receipt = {
        "erasure_id": erasure["id"],
        "app": job.app,
        "person": erasure["person"],
        "ordered_at": to_rfc3339(job.task["created_at"]),
        "completed_at": to_rfc3339(job.now),
        "rounds": found["rounds"],
        "searched": {
            "id": "everywhere" if found["sure"] else "fields",
            "texts": found["texts"],
        },
        "places": counts.places(),
        "data_key": found.get("key", "none"),
        "files": found["files"],
        "queues": QUEUES,
        "keeps": sorted(knowing.kept(job.task)),
    }
    key, signature = secrets.signed(orjson.dumps(receipt, option=orjson.OPT_SORT_KEYS))
    return {"receipt": receipt, "signature": signature, "public_key": key}


async def publish(job: Job, task: Task) -> None:
    """As an event that names nobody."""
    erasure = await job.unit.get(erasure_key(job.app, task["id"]))
    if erasure is None or "signed" not in erasure:
        return
    configuration = await job.context.configurations.of(job.app)
    events = WebhookEvents(job.context, configuration, Outbox(job.unit, job.app, job.now), job.now)
    await events.of_erased(erasure)
