"""The moderation log as a file, streamed where the platform streams."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence

import orjson

from common.api.gavel.log import LogExportQuery
from common.domain.errors import Invalid
from common.domain.log import LogEntry
from common.http.call import Call
from common.http.responses import Reply
from common.moderation import log_exports
from common.moderation.csv_rows import csv_text
from common.settings import most_bytes_answered
from common.views.gavel_log import shown
from common.views.log_rows import COLUMNS, log_row
from common.views.times import with_text_times

_TYPES = {"csv": "text/csv; charset=utf-8", "jsonl": "application/jsonl; charset=utf-8"}


async def export(call: Call) -> Reply:
    """The first page is read before the answer begins, so that what is wrong with it is told."""
    asked: LogExportQuery = call.query
    pages = log_exports.pages(call.context, call.app, asked.wanted, call.now)
    texts = _texts(asked.format, pages)
    first = await anext(texts)
    headers = (
        ("content-disposition", f'attachment; filename="moderation_log.{asked.format}"'),
        ("x-content-type-options", "nosniff"),
        ("cache-control", "private, no-store"),
    )
    most = most_bytes_answered()
    whole = _streamed(first, texts) if most is None else await _collected(first, texts, most)
    return Reply(whole, headers=headers, media_type=_TYPES[asked.format])


async def _texts(format: str, pages: AsyncIterator[Sequence[LogEntry]]) -> AsyncIterator[str]:
    is_first = True
    async for entries in pages:
        if format == "csv":
            rows = [log_row(entry) for entry in entries]
            yield csv_text([COLUMNS, *rows] if is_first else rows)
        else:
            yield "".join(
                f"{orjson.dumps(with_text_times(shown(each))).decode()}\n" for each in entries
            )
        is_first = False


async def _streamed(first: str, texts: AsyncIterator[str]) -> AsyncIterator[str]:
    yield first
    async for text in texts:
        yield text


async def _collected(first: str, texts: AsyncIterator[str], most: int) -> str:
    """Raises Invalid for more than the platform answers with."""
    found, size = [first], len(first.encode())
    async for text in texts:
        found.append(text)
        size += len(text.encode())
        if size > most:
            problem = f"leaves more than {most:,} bytes, and this platform answers with no more"
            raise Invalid.field("until", f"{problem}: export less time, or POST /api/v1/exports")
    return "".join(found)
