"""One request to the transparency database, and what its answer says."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any
from urllib.parse import quote

import orjson

from common.delivery.callback import USER_AGENT, check_header
from common.domain.transparency.database import TransparencyDatabase
from common.domain.transparency.submission import Problems, Submission
from common.outgoing.calls import AttemptResult, OutgoingRequest, SendError, detail_of
from common.outgoing.client import EXCERPT
from common.outgoing.fetching import Fetches, FetchFailed
from common.outgoing.retry_after import parse_retry_after

CREATED, FOUND, MISSING, TOO_LARGE, UNPROCESSABLE = 201, 302, 404, 413, 422
_TOKEN_REFUSED = (401, 403)
_MOST_BYTES = 4 * 2**20
_LONGEST_PROBLEM = 300
_NUMBERED = re.compile(r"statement_(\d+)")


@dataclass(frozen=True, slots=True)
class Answer:
    """`body` is the JSON object of the answer, empty where it is none."""

    result: AttemptResult
    body: dict[str, Any]

    @property
    def is_created(self) -> bool:
        return self.result.error is None and self.result.status == CREATED

    @property
    def is_refused(self) -> bool:
        return self.result.error is None and self.result.status == UNPROCESSABLE

    @property
    def is_too_large(self) -> bool:
        return self.result.error is None and self.result.status == TOO_LARGE


class Database:
    """`database` has its token as it is sent. Raises ValueError for what cannot be sent."""

    def __init__(self, fetcher: Fetches, database: TransparencyDatabase) -> None:
        self._fetcher = fetcher
        self._url = database["url"].rstrip("/")
        self._token = database["token"] or ""
        check_header("Authorization", f"Bearer {self._token}")

    async def submit(self, submissions: Sequence[Submission], seconds: float) -> Answer:
        """A redirect is no answer to it: what FOUND says of a puid, it does not say of these."""
        body = json.dumps({"statements": submissions}, separators=(",", ":")).encode()
        answer = await self._ask("POST", "statements", body, seconds)
        return _unless_it_is(answer, (FOUND,), "redirected elsewhere")

    async def look_for(self, puid: str, seconds: float) -> Answer:
        """Answered with FOUND or MISSING, if at all."""
        path = f"statement/existing-puid/{quote(puid, safe='')}"
        answer = await self._ask("GET", path, None, seconds)
        return _unless_it_is(answer, (CREATED, UNPROCESSABLE), "does not say whether it is there")

    async def _ask(self, method: str, path: str, body: bytes | None, seconds: float) -> Answer:
        headers = {
            "Authorization": f"Bearer {self._token}",
            # Without it, what is refused is answered with a redirect to a form.
            "Accept": "application/json",
            "Content-Type": "application/json",
            "User-Agent": USER_AGENT,
        }
        request = OutgoingRequest(method, f"{self._url}/api/v1/{path}", headers, body)
        began = time.monotonic()
        try:
            fetched = await self._fetcher.fetch(request, seconds=seconds, most_bytes=_MOST_BYTES)
        except FetchFailed as failed:
            word: SendError = "bad_answer" if failed.word == "too_large" else failed.word
            return Answer(AttemptResult(None, word, str(failed), _milliseconds(began)), {})
        is_refused = fetched.status in _TOKEN_REFUSED
        error: SendError | None = "bad_token" if is_refused else None
        text = fetched.body[: 4 * EXCERPT].decode("utf-8", "replace")
        is_told = fetched.status not in (CREATED, FOUND)
        result = AttemptResult(
            fetched.status,
            error,
            detail_of("bad_token", request) if is_refused else "",
            _milliseconds(began),
            self._hidden(text)[:EXCERPT] if is_told else "",
            parse_retry_after(fetched.headers.get("retry-after"), datetime.now(UTC)),
        )
        return Answer(result, _object(fetched.body))

    def _hidden(self, text: str) -> str:
        return text.replace(self._token, "[hidden]") if self._token else text


def _unless_it_is(answer: Answer, statuses: Collection[int], what: str) -> Answer:
    """These mean a success to the other request, and nothing to this one."""
    if answer.result.error is not None or answer.result.status not in statuses:
        return answer
    return Answer(replace(answer.result, error="bad_answer", detail=what), answer.body)


def _milliseconds(began: float) -> float:
    return (time.monotonic() - began) * 1_000


def _object(body: bytes) -> dict[str, Any]:
    try:
        read = orjson.loads(body)
    except orjson.JSONDecodeError:
        return {}
    return read if isinstance(read, dict) else {}


def created_in(body: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """What the database says of each statement that it has created, by puid."""
    listed = body.get("statements")
    found = listed if isinstance(listed, list) else []
    return {str(each.get("puid")): each for each in found if isinstance(each, dict)}


def existing_in(body: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Those that are there already, by puid: of several statements or of one."""
    errors = body.get("errors")
    named = errors.get("existing_puids") if isinstance(errors, dict) else None
    found: dict[str, dict[str, Any]] = {}
    for puid in named.values() if isinstance(named, dict) else named or ():
        found[str(puid)] = {}
    one = body.get("existing")
    if isinstance(one, dict) and "puid" in one:
        found[str(one["puid"])] = one
    return found


def problems_in(body: dict[str, Any]) -> dict[int, Problems]:
    """What is wrong, by the number of the statement in the request and the field."""
    errors = body.get("errors")
    found: dict[int, Problems] = {}
    for name, fields in errors.items() if isinstance(errors, dict) else ():
        number = _NUMBERED.fullmatch(name)
        if number and isinstance(fields, dict) and fields:
            found[int(number[1])] = {str(k): _said(each) for k, each in fields.items()}
    return found


def problems_of_one(body: dict[str, Any]) -> Problems:
    """Where the answer names no statement: of the only one."""
    errors = body.get("errors")
    if isinstance(errors, dict) and errors:
        return {str(name): _said(each) for name, each in errors.items()}
    return {"statements": _said(body.get("message") or "was refused")}


def _said(texts: object) -> str:
    text = " ".join(map(str, texts)) if isinstance(texts, list) else str(texts)
    return text[:_LONGEST_PROBLEM]
