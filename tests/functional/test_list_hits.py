"""How often entries of block lists were found, and when last."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest

from tests.functional.inprocess import App, Server, in_process
from tests.functional.staff import own_app, signed_in

_V2 = "/api/v2/moderation"
_PATH = "/api/v1/list_hits"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with in_process(tmp_path_factory.mktemp("hits") / "data", GAVEL_CONFIG_TTL="0") as server:
        yield server


_numbers = iter(range(100))


@pytest.fixture
def app(server: Server) -> App:
    return own_app(server, f"hits-{next(_numbers)}")


def _list(server: Server, app: App, name: str, words: list[str], **fields: Any) -> None:
    """With a policy of its name."""
    body = {"name": name, "words": words, **fields}
    made = server.call(app, "POST", "/api/v2/blocklists", body)
    assert made.status == 201, made.text
    rules = {"rules": [{"name": name, "action": "flag"}]}
    policy = {"key": name, "block_list_config": rules}
    policy |= {"team": fields["team"]} if "team" in fields else {}
    made = server.call(app, "POST", f"{_V2}/config", policy)
    assert made.status == 201, made.text


def _check(server: Server, app: App, id: str, text: str, policy: str, **fields: Any) -> None:
    body = {
        "entity_type": "post",
        "entity_id": id,
        "entity_creator_id": "ann",
        "moderation_payload": {"texts": [text]},
        "config_key": policy,
        **fields,
    }
    assert server.call(app, "POST", f"{_V2}/check", body).status == 201


def _told(server: Server, app: App, name: str, **asked: Any) -> dict[str, Any]:
    answer = server.call(app, "GET", _PATH, query={"name": name, **asked})
    assert answer.status == 200, answer.text
    told: dict[str, Any] = answer.json()
    return told


def _hits(server: Server, app: App, name: str, **asked: Any) -> list[tuple[str, int]]:
    return [(each["entry"], each["hits"]) for each in _told(server, app, name, **asked)["hits"]]


def test_each_content_counts_once_for_each_entry(server: Server, app: App) -> None:
    _list(server, app, "words", ["quiet", "Grobble", "snark"])
    assert _told(server, app, "words")["counted_since"] is None
    for _ in range(2):
        _check(server, app, "one", "grobble grobble snark", "words")
    _check(server, app, "two", "g r o b b l e", "words")
    _check(server, app, "three", "nothing", "words")
    today = datetime.now(UTC).date().isoformat()
    told = _told(server, app, "words")
    assert told["hits"] == [
        {"entry": "Grobble", "hits": 2, "last_hit_on": today},
        {"entry": "snark", "hits": 1, "last_hit_on": today},
        {"entry": "quiet", "hits": 0, "last_hit_on": None},
    ]
    assert (told["entries"], told["unused"], told["counted_since"]) == (3, 1, today)
    # Other content of the same post is other content.
    _check(server, app, "one", "only snark now", "words")
    assert dict(_hits(server, app, "words"))["snark"] == 2


def test_dead_entries_are_found_page_by_page(server: Server, app: App) -> None:
    words = [f"word{number:03d}" for number in range(120)]
    _list(server, app, "long", words)
    _check(server, app, "one", "word007 and word100", "long")
    found: list[tuple[str, int]] = []
    cursor: str | None = None
    while cursor != "":
        asked = {"cursor": cursor} if cursor else {}
        told = _told(server, app, "long", unused_days=30, order="last", limit=50, **asked)
        found += [(each["entry"], each["hits"]) for each in told["hits"]]
        cursor = told["next"] or ""
    assert found == [(word, 0) for word in words if word not in ("word007", "word100")]
    assert told["unused"] == 118
    assert _hits(server, app, "long", limit=2) == [("word100", 1), ("word007", 1)]


def test_entries_are_known_as_they_are_found(server: Server, app: App) -> None:
    _list(server, app, "domains", ["https://Bad.Example/path", "fine.example"], type="domain")
    _list(server, app, "mails", ["Eve@Bad.Example"], type="email")
    _list(server, app, "patterns", ["gr[o0]bble", "x{40}"], type="regex")
    _check(server, app, "d", "see http://www.bad.example/x", "domains")
    _check(server, app, "m", "write to eve@bad.example", "mails")
    _check(server, app, "p", "gr0bble", "patterns")
    assert _hits(server, app, "domains")[0] == ("https://Bad.Example/path", 1)
    assert _hits(server, app, "mails") == [("Eve@Bad.Example", 1)]
    assert _hits(server, app, "patterns") == [("gr[o0]bble", 1), ("x{40}", 0)]


def test_a_team_s_list_counts_for_itself(server: Server, app: App) -> None:
    _list(server, app, "words", ["grobble"])
    _list(server, app, "words", ["grobble"], team="reds")
    _check(server, app, "one", "grobble", "words", config_team="reds")
    assert _hits(server, app, "words", team="reds") == [("grobble", 1)]
    assert _hits(server, app, "words") == [("grobble", 0)]


def test_what_was_counted_goes_with_the_list(server: Server, app: App) -> None:
    words = {"name": "words", "words": ["grobble"]}
    assert server.call(app, "POST", "/api/v2/blocklists", words).status == 201
    assert server.call(app, "DELETE", "/api/v2/blocklists/words").status == 200
    assert server.call(app, "GET", _PATH, query={"name": "words"}).status == 404


def test_lists_whose_entries_find_nothing_are_refused(server: Server, app: App) -> None:
    body = {"name": "allowed", "words": ["fine.example"], "type": "domain_allowlist"}
    assert server.call(app, "POST", "/api/v2/blocklists", body).status == 201
    for name in ("allowed", "profanity_en_2020_v1"):
        refused = server.call(app, "GET", _PATH, query={"name": name})
        assert refused.status == 400 and "name" in refused.json()["exception_fields"]


def test_members_read_and_no_user_does(server: Server, app: App) -> None:
    _list(server, app, "words", ["grobble"])
    reader = signed_in(server, app, "Rea", "reader")
    assert reader.call("GET", _PATH, query={"name": "words"}).status == 200
    refused = server.call(app, "GET", _PATH, auth=app.user("mo"), query={"name": "words"})
    assert refused.status in (401, 403)
