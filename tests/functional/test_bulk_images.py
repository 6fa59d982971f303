"""Many images at once: those whose URLs a CSV file has."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest

from tests.functional.announced import announced
from tests.functional.background import finished
from tests.functional.pictured import V2, World, open_world
from tests.pictures import encoded, picture

# isort: split
from common.engines.images import nsfw, reading

_LIST = "/api/v1/image_hash_lists/known"
_CONFIG: dict[str, Any] = {
    "rules": [{"label": "Weapons", "action": "remove"}],
    "not_judged": "flag",
}


@pytest.fixture
def world(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Iterator[World]:
    """One picture is known; no writing is read."""
    monkeypatch.setattr(nsfw, "is_installed", lambda: False)
    monkeypatch.setattr(reading, "reads_writing", lambda: False)
    with open_world(tmp_path_factory.mktemp("bulk") / "data") as world:
        world.send("PUT", _LIST, {"label": "Weapons"})
        world.put_policy(ai_image_config=_CONFIG)
        hook = {"id": "hook", "webhook_url": world.receiver.url("/hook")}
        world.send("PATCH", "/api/v2/app", {"event_hooks": [hook]})
        yield world


def _started(world: World, content: str, name: str = "/images.csv") -> str:
    url = world.serve(name, content.encode())
    id: str = world.send("POST", f"{V2}/bulk_image_moderation", {"csv_file": url})["task_id"]
    return id


def test_every_image_of_the_file_is_judged(world: World) -> None:
    known = world.serve("/known", encoded(picture(1)))
    item = world.scanned(known, id="first")
    world.send("POST", f"{_LIST}/add", {"item_id": item["id"]})
    world.send("PUT", "/api/v1/settings", {"default_policy": "own"})
    urls = [known, world.serve("/other", encoded(picture(2))), world.receiver.url("/missing")]
    urls += [known] * 70
    before = {(row[1], row[2]) for row in world.server.documents(world.app.name)}
    id = _started(world, "note,image_url\n" + "".join(f"n,{url}\n" for url in urls))
    told = finished(world.server, world.app, id)
    assert told["status"] == "completed"
    assert (told["result"]["images_total"], told["result"]["images_done"]) == (73, 73)
    path = urlsplit(told["result"]["url"]).path
    header, *rows = csv.reader(io.StringIO(world.server.raw("GET", path).text))
    assert header == ["image_url", "recommended_action", "labels", "not_judged"]
    assert [row[0] for row in rows] == urls
    assert [row[1] for row in rows[:3]] == ["remove", "keep", "flag"]
    assert [row[2] for row in rows[:2]] == ["Weapons", ""]
    assert rows[2][3] == "ai_image"
    made = {row[1] for row in world.server.documents(world.app.name) if row[1:3] not in before}
    assert made - {"delivery", "lane"} == {"task", "task_part"}
    (event,) = [e for e in announced(world.server, world.app) if e.get("task_id") == id]
    assert event["type"] == "export.bulk_image_moderation.success"
    assert event["url"] == told["result"]["url"]


@pytest.mark.parametrize(
    ("content", "word"),
    [
        ("", "csv_file_invalid"),
        ("image_url\nno url\n", "csv_file_invalid"),
        ("http://example.com/a.png\n" * 5_001, "csv_file_invalid"),
        ("x" * 2_000_001, "csv_file_unreadable"),
    ],
    ids=["empty", "no URL", "too many", "too long"],
)
def test_a_file_that_cannot_be_taken_fails_the_task(world: World, content: str, word: str) -> None:
    world.send("PUT", "/api/v1/settings", {"default_policy": "own"})
    id = _started(world, content)
    told = finished(world.server, world.app, id)
    assert (told["status"], told["error"]["type"]) == ("failed", word)
    (event,) = [e for e in announced(world.server, world.app) if e.get("task_id") == id]
    assert event["type"] == "export.bulk_image_moderation.error"
    assert event["error"] == told["error"]["description"]
    assert not [row for row in world.server.documents(world.app.name) if row[1] == "task_part"]


def test_where_nobody_looks_at_images_it_is_refused(world: World) -> None:
    body = {"csv_file": world.serve("/images.csv", b"")}
    before = world.server.documents(world.app.name)
    refused = world.send("POST", f"{V2}/bulk_image_moderation", body, status=400)
    assert "csv_file" in refused["exception_fields"]
    assert world.server.documents(world.app.name) == before


def test_a_file_of_the_inner_network_is_refused(world: World) -> None:
    world.send("PUT", "/api/v1/settings", {"default_policy": "own"})
    for url in ("http://169.254.169.254/latest", "http://10.0.0.1/a.csv", "ftp://example.com/a"):
        body = {"csv_file": url}
        refused = world.send("POST", f"{V2}/bulk_image_moderation", body, status=400)
        assert "csv_file" in refused["exception_fields"]
