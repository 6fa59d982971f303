"""What happened, the deliveries, and the endpoints that they go to."""

from __future__ import annotations

from common import loading
from common.http.function import http_function
from functions.moderation_log import (
    actions,
    authority_orders,
    deliveries,
    endpoints,
    entries,
    evidence,
    exports,
    feedback,
    figures,
    statements,
    submissions,
)

moderation_log = http_function(
    "moderation_log",
    query_moderation_logs=actions.query,
    insert_action_log=actions.insert,
    query_log=entries.query,
    mark_read=entries.mark_read,
    count_unread=entries.count_unread,
    retry_log_entry=entries.retry,
    query_log_roots=evidence.query,
    prove_log_entry=evidence.prove,
    export_log=exports.export,
    submit_moderation_feedback=feedback.submit,
    list_deliveries=deliveries.query,
    get_delivery=deliveries.get,
    retry_delivery=deliveries.retry,
    cancel_delivery=deliveries.cancel,
    list_endpoints=endpoints.query,
    get_endpoint=endpoints.get,
    enable_endpoint=endpoints.enable,
    disable_endpoint=endpoints.disable,
    redeliver_endpoint=endpoints.redeliver,
    replay_endpoint=endpoints.replay,
    get_resending=endpoints.get_resending,
    **authority_orders.HANDLERS,
    **figures.HANDLERS,
    **statements.HANDLERS,
    **submissions.HANDLERS,
)

loading.done()
