"""The dashboard: its page, who is signed in to it, and who may be."""

from __future__ import annotations

from common import loading
from common.http.function import http_function
from functions.dashboard import (
    members,
    open_id,
    page,
    session,
)

dashboard = http_function(
    "dashboard",
    **session.HANDLERS,
    **page.HANDLERS,
    **open_id.HANDLERS,
    **members.HANDLERS,
)

loading.done()
