"""The EU's transparency database for tests, written from its published rules and nothing of Gavel's
but the lists of codes: what the product takes for right is judged by another hand.
"""

from __future__ import annotations

import json
import re
import threading
import time
import uuid
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Literal, cast

_CODES: dict[str, list[str]] = json.loads(
    (Path(__file__).parents[1] / "common/domain/transparency/data/codes.json").read_text()
)
Trouble = Literal["cut_before", "cut_after", "hang_after", "lost", "slow_down", "broken", "moved"]
"""What happens to one request: the connection ends before anything is done, or after it; it is not
answered after it; 500, 429, 503 or a redirect comes before anything is done.
"""
_STATUS = {"lost": 500, "slow_down": 429, "broken": 503, "moved": 302}
_MULTIPLE = ("decision_visibility", "content_type", "category_addition", "category_specification",
             "territorial_scope")  # fmt: skip
_MOST = {
    "decision_visibility_other": 500,
    "decision_monetary_other": 500,
    "illegal_content_legal_ground": 500,
    "illegal_content_explanation": 2000,
    "incompatible_content_ground": 500,
    "incompatible_content_explanation": 2000,
    "decision_ground_reference_url": 500,
    "content_type_other": 500,
    "category_specification_other": 500,
    "decision_facts": 5000,
    "source_identity": 500,
    "puid": 500,
}
_REQUIRED = (
    "decision_ground",
    "content_type",
    "category",
    "content_date",
    "application_date",
    "decision_facts",
    "source_type",
    "automated_detection",
    "automated_decision",
    "puid",
)
_RESTRICTIONS = ("decision_visibility", "decision_monetary", "decision_provision",
                 "decision_account")  # fmt: skip
_WITH = (
    ("decision_monetary", "DECISION_MONETARY_OTHER", "decision_monetary_other"),
    ("decision_visibility", "DECISION_VISIBILITY_OTHER", "decision_visibility_other"),
    ("content_type", "CONTENT_TYPE_OTHER", "content_type_other"),
    ("decision_ground", "DECISION_GROUND_ILLEGAL_CONTENT", "illegal_content_legal_ground"),
    ("decision_ground", "DECISION_GROUND_ILLEGAL_CONTENT", "illegal_content_explanation"),
    ("decision_ground", "DECISION_GROUND_INCOMPATIBLE_CONTENT", "incompatible_content_ground"),
    ("decision_ground", "DECISION_GROUND_INCOMPATIBLE_CONTENT", "incompatible_content_explanation"),
)
_EARLIEST = {"content_date": "2000-01-01", "application_date": "2020-01-01"}
_LATEST = "2038-01-01"


def validated(statement: Mapping[str, Any]) -> dict[str, list[str]]:
    """The errors by field, as the database words them."""
    errors: dict[str, list[str]] = {}

    def refuse(field: str, what: str) -> None:
        name = field.replace("_", " ")
        errors.setdefault(field, []).append(what.format(name=name))

    for field in _REQUIRED:
        if statement.get(field) in (None, "", []):
            refuse(field, "The {name} field is required.")
    if not any(statement.get(field) for field in _RESTRICTIONS):
        for field in _RESTRICTIONS:
            refuse(field, "The {name} field is required when none of the others are present.")
    for field, code, other in _WITH:
        value = statement.get(field)
        if (value == code or code in (value or ())) and not statement.get(other):
            refuse(other, "The {name} field is required.")
    for field, most in _MOST.items():
        if len(statement.get(field) or "") > most:
            refuse(field, f"The {{name}} must not be greater than {most} characters.")
    for field, value in statement.items():
        known = _CODES.get("category" if field == "category_addition" else field)
        values = value if isinstance(value, list) else [value]
        if field in _MULTIPLE and value is not None and not isinstance(value, list):
            refuse(field, "The {name} must be an array.")
        elif known is not None and value is not None and set(values) - set(known):
            refuse(field, "The selected {name} is invalid.")
        if field.endswith("_date") or field.startswith("end_date_"):
            _check_date(field, value, refuse)
    puid = statement.get("puid")
    if puid and not re.fullmatch(r"[a-zA-Z0-9-_]+", str(puid)):
        refuse("puid", "The {name} format is invalid.")
    return errors


def _check_date(field: str, value: Any, refuse: Callable[[str, str], None]) -> None:
    if value is None:
        return
    try:
        time.strptime(value, "%Y-%m-%d")
    except ValueError:
        refuse(field, "The {name} does not match the format YYYY-MM-DD.")
        return
    if not _EARLIEST.get(field, "") <= value <= _LATEST:
        refuse(field, "The {name} is not within the allowed dates.")


class TransparencyServer(ThreadingHTTPServer):
    """`statements` are by puid; `created` counts how often each was, so that two are seen. Requests
    meet the `troubles` in turn. `only` is the field that is refused where it has the value, for no
    reason that can be known beforehand.
    """

    daemon_threads = True
    request_queue_size = 128

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.token = f"1|{uuid.uuid4().hex}"
        self.statements: dict[str, dict[str, Any]] = {}
        self.created: dict[str, int] = {}
        self.batches: list[list[str]] = []
        self.looked_for: list[str] = []
        self.troubles: deque[Trouble] = deque()
        self.refuses: dict[str, dict[str, list[str]]] = {}
        self.unnamed: set[str] = set()
        self.stopping = threading.Event()
        self.lock = threading.Lock()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Connections that tests cut."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    @property
    def database(self) -> TransparencyServer:
        return cast(TransparencyServer, self.server)

    def log_message(self, format: str, *args: Any) -> None:
        """Says nothing."""

    def do_GET(self) -> None:
        if not self._may_enter():
            return
        puid = self.path.rpartition("/")[2]
        assert self.path == f"/api/v1/statement/existing-puid/{puid}"
        with self.database.lock:
            self.database.looked_for.append(puid)
            is_there = puid in self.database.statements
        if is_there:
            said = {"message": "statement of reason found", "puid": puid}
            self._answer(302, said, {"Location": f"{self.database.url}/elsewhere"})
        else:
            self._answer(404, {"message": "statement of reason not found", "puid": puid})

    def do_POST(self) -> None:
        sent = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        trouble = self.database.troubles.popleft() if self.database.troubles else None
        if trouble == "cut_before":
            self._cut()
            return
        if trouble in _STATUS:
            self._answer(_STATUS[trouble], {"message": trouble}, {"Location": "/login"})
            return
        if not self._may_enter():
            return
        assert self.path == "/api/v1/statements"
        with self.database.lock:
            status, answer = self._taken(sent)
        if trouble == "cut_after":
            self._cut()
        elif trouble == "hang_after":
            self.database.stopping.wait(60)
            self._cut()
        else:
            self._answer(status, answer)

    def _taken(self, sent: dict[str, Any]) -> tuple[int, dict[str, Any]]:
        """All of them or none."""
        database, statements = self.database, sent.get("statements")
        if not isinstance(statements, list) or not 1 <= len(statements) <= 100:
            text = "The statements must have between 1 and 100 items."
            return 422, {"message": text, "errors": {"statements": [text]}}
        database.batches.append([each.get("puid", "") for each in statements])
        errors = {
            f"statement_{number}": found
            for number, each in enumerate(statements)
            if (found := validated(each) or database.refuses.get(each["puid"]))
        }
        if errors:
            return 422, {"errors": errors}
        if any(each["puid"] in database.unnamed for each in statements):
            return 422, {"message": "Something is wrong."}
        return self._created(statements)

    def _created(self, statements: list[dict[str, Any]]) -> tuple[int, dict[str, Any]]:
        database = self.database
        puids = [each["puid"] for each in statements]
        known = [puid for puid in puids if puid in database.statements]
        twice = [puid for puid in set(puids) if puids.count(puid) > 1]
        if known or twice:
            text = "The platform identifier(s) are not all unique within this call."
            found = {"puid": [text], "existing_puids": known + twice}
            return 422, {"message": text, "errors": found}
        made = []
        for each in statements:
            id, puid = str(uuid.uuid4()), each["puid"]
            link = f"{database.url}/statement/{id}"
            whole = {**each, "uuid": id, "permalink": link, "platform_name": "Tests"}
            database.statements[puid] = whole
            database.created[puid] = database.created.get(puid, 0) + 1
            made.append(whole)
        return 201, {"statements": made}

    def _may_enter(self) -> bool:
        if self.headers.get("Accept") != "application/json":
            self._answer(302, {}, {"Location": "/login"})
            return False
        if self.headers.get("Authorization") != f"Bearer {self.database.token}":
            said = self.headers.get("Authorization")
            self._answer(401, {"message": f"Unauthenticated: {said}"})
            return False
        return True

    def _answer(
        self, status: int, body: dict[str, Any], headers: Mapping[str, str] | None = None
    ) -> None:
        encoded = json.dumps(body).encode()
        self.send_response(status)
        for name, value in {**(headers or {}), "Content-Type": "application/json"}.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(encoded)))
        self.end_headers()
        self.wfile.write(encoded)

    def _cut(self) -> None:
        self.close_connection = True


@contextmanager
def transparency_server() -> Iterator[TransparencyServer]:
    server = TransparencyServer()
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.stopping.set()
        server.shutdown()
        server.server_close()
        thread.join()
