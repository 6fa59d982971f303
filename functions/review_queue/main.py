"""The moderators' queue: its items, its saved views, and the buttons beside it."""

from __future__ import annotations

from common import loading
from common.http.function import http_function
from functions.review_queue import (
    action_config,
    content,
    desk,
    items,
    queues,
    reports,
    second_looks,
)

review_queue = http_function(
    "review_queue",
    query_review_queue=items.query,
    get_review_queue_item=items.get,
    query_reports_v1=reports.query,
    get_action_config=action_config.get,
    upsert_action_config=action_config.upsert,
    bulk_upsert_action_config=action_config.bulk_upsert,
    bulk_delete_action_config=action_config.bulk_delete,
    delete_action_config=action_config.delete,
    list_queues=queues.list_all,
    create_queue=queues.create,
    get_queue=queues.get,
    update_queue=queues.update,
    delete_queue=queues.delete,
    **content.HANDLERS,
    **desk.HANDLERS,
    **second_looks.HANDLERS,
)

loading.done()
