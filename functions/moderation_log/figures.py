"""The figures of reports on transparency."""

from __future__ import annotations

from common.api.gavel.figures import FiguresQuery
from common.http.call import Call
from common.http.function import Handler
from common.http.responses import Reply
from common.moderation import figures
from common.moderation.csv_rows import csv_text
from common.views.figures import figures_answer, figures_rows
from common.views.gavel_figures import FiguresAnswer

_HEADERS = (
    ("content-disposition", 'attachment; filename="transparency.csv"'),
    ("x-content-type-options", "nosniff"),
    ("cache-control", "private, no-store"),
)


async def get(call: Call) -> FiguresAnswer:
    asked: FiguresQuery = call.query
    return figures_answer(await figures.of_period(call.context, call.app, *asked.days))


async def get_csv(call: Call) -> Reply:
    text = csv_text(figures_rows(await get(call)))
    return Reply(text, headers=_HEADERS, media_type="text/csv; charset=utf-8")


HANDLERS: dict[str, Handler] = {"get_transparency": get, "get_transparency_csv": get_csv}
