"""Where Stream's operations stand, and how its newer and its older clients are answered."""

from __future__ import annotations

from functools import partial

from common.http.dialects.stream import STREAM, STREAM_TEXT_TIMES
from common.http.routes.route import Route

V2 = "/api/v2/moderation"
NOTHING = "common.views.nothing:Nothing"
TEAM = "common.api.stream.queries:TeamQuery"
route = partial(Route, dialect=STREAM)
old_route = partial(Route, dialect=STREAM_TEXT_TIMES)
"""Of the chat API, whose times are texts."""
