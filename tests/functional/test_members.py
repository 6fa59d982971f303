"""Members: made, changed and deleted, by admins and by the operator's command."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.functional.inprocess import App, Server, in_process
from tests.functional.staff import new_link, new_member, own_app, sign_in, signed_in
from tests.running import ROOT

_PATH = "/api/v1/members"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with in_process(tmp_path_factory.mktemp("members") / "data") as server:
        yield server


_numbers = iter(range(1_000))


@pytest.fixture
def app(server: Server) -> App:
    return own_app(server, f"app-{next(_numbers)}")


def test_a_member_is_listed_changed_and_deleted(server: Server, app: App) -> None:
    admin = signed_in(server, app, "Adm", "admin")
    body = {"name": "Anna Smith", "role": "senior", "queues": ["q"], "email": "Anna@Example.com"}
    made = admin.call("POST", _PATH, body).json()["member"]
    assert made["email"] == "anna@example.com"
    path = f"{_PATH}/{made['id']}"
    assert admin.call("GET", path).json()["member"] == made
    assert made in admin.call("GET", _PATH).json()["members"]
    changed = admin.call("PATCH", path, {"role": "lead", "queues": None, "actions": ["ban"]})
    now = changed.json()["member"]
    assert (now["role"], now["queues"], now["actions"]) == ("lead", None, ["ban"])
    assert now["email"] == made["email"] and now["updated_at"] > made["updated_at"]
    again = admin.call("PATCH", path, {"role": "lead"}).json()["member"]
    assert again == now
    assert admin.call("DELETE", path).status == 200
    assert admin.call("GET", path).status == 404
    assert admin.call("DELETE", path).status == 404
    entries = server.call(app, "GET", "/api/v1/log", query={"kind": "member"}).json()["entries"]
    told = [(e["type"], e["by"]) for e in entries if e.get("user_id") == "Anna Smith"]
    assert told == [("deleted", "Adm"), ("changed", "Adm"), ("created", "Adm")]
    assert "example.com" not in str(entries)


def test_a_name_is_one_member_s_however_it_is_capitalized(server: Server, app: App) -> None:
    new_member(server, app, "Anna")
    for name in ("Anna", "ANNA", "anna", "Ａｎｎａ"):
        refused = server.call(app, "POST", _PATH, {"name": name})
        assert (refused.status, set(refused.json()["exception_fields"])) == (400, {"name"})
    other = own_app(server, f"{app.name}-other")
    new_member(server, other, "Anna")


@pytest.mark.parametrize(
    "name",
    ["", " ", "a\tb", "a  b", " a", "a ", "a\x00b", "a/b", "<b>", "-a", "x" * 65, "a\u202eb"],
)
def test_a_name_that_cannot_be_one(server: Server, app: App, name: str) -> None:
    before = server.documents()
    refused = server.call(app, "POST", _PATH, {"name": name})
    assert (refused.status, set(refused.json()["exception_fields"])) == (400, {"name"})
    assert server.documents() == before


@pytest.mark.parametrize("name", ["a", "Ána O'Neil-Müller", "anna@example.com", "李雷", "mod_1"])
def test_a_name_that_can(server: Server, app: App, name: str) -> None:
    new_member(server, app, name)


def test_members_come_in_pages(server: Server, app: App) -> None:
    ids = {new_member(server, app, f"Member {n}") for n in range(5)}
    found: list[str] = []
    cursor: str | None = None
    while cursor is not None or not found:
        query = {"limit": 2, **({"cursor": cursor} if cursor else {})}
        page = server.call(app, "GET", _PATH, query=query).json()
        found += [each["id"] for each in page["members"]]
        cursor = page["next"]
    assert len(found) == 5 and set(found) == ids


def test_no_app_sees_another_s(server: Server, app: App) -> None:
    other = own_app(server, f"{app.name}-other")
    id = new_member(server, other, "Theirs", "admin")
    admin = signed_in(server, app, "Ours", "admin")
    assert [each["name"] for each in admin.call("GET", _PATH).json()["members"]] == ["Ours"]
    before = server.documents(other.name)
    for method, path, body in (
        ("GET", f"{_PATH}/{id}", None),
        ("PATCH", f"{_PATH}/{id}", {"role": "reader"}),
        ("DELETE", f"{_PATH}/{id}", None),
        ("POST", f"{_PATH}/{id}/link", {}),
        ("PUT", f"{_PATH}/{id}/preferences", {"preferences": {}}),
    ):
        assert admin.call(method, path, body).status == 404
    assert server.documents(other.name) == before


def test_who_is_signed_in_is_me(server: Server, app: App) -> None:
    reader = signed_in(server, app, "Rea", "reader")
    other = new_member(server, app, "Other")
    me = reader.call("GET", f"{_PATH}/me").json()["member"]
    assert (me["id"], me["name"], me["has_password"]) == (reader.id, "Rea", False)
    assert reader.call("GET", f"{_PATH}/{reader.id}").json()["member"] == me
    assert reader.call("GET", f"{_PATH}/{other}").status == 403
    assert server.call(app, "GET", f"{_PATH}/me").status == 404


def test_the_page_s_preferences_are_kept_as_they_are(server: Server, app: App) -> None:
    one, two = signed_in(server, app, "One", "reader"), signed_in(server, app, "Two", "admin")
    path = f"{_PATH}/me/preferences"
    assert one.call("GET", path).json()["preferences"] == {}
    kept: dict[str, Any] = {"keys": {"d": "unmistakable"}, "seen_at": 5, "nested": [{"at": 1}]}
    assert one.call("PUT", path, {"preferences": kept}).status == 201
    assert one.call("GET", path).json()["preferences"] == kept
    assert two.call("GET", path).json()["preferences"] == {}
    theirs = f"{_PATH}/{one.id}/preferences"
    assert two.call("GET", theirs).json()["preferences"] == kept
    assert one.call("GET", f"{_PATH}/{two.id}/preferences").status == 403
    large = one.call("PUT", path, {"preferences": {"a": "x" * 16_000}})
    assert (large.status, set(large.json()["exception_fields"])) == (400, {"preferences"})
    assert one.call("GET", path).json()["preferences"] == kept
    two.call("DELETE", f"{_PATH}/{one.id}")
    assert "unmistakable" not in str(server.documents(app.name))


def test_a_link_of_somebody_who_was_deleted_opens_nothing(server: Server, app: App) -> None:
    id = new_member(server, app, "Gone")
    link = new_link(server, app, id)
    server.call(app, "DELETE", f"{_PATH}/{id}")
    assert sign_in(server, {"link": link}).status == 401
    assert server.call(app, "POST", f"{_PATH}/{id}/link", {}).status == 404


def test_the_operator_s_command_makes_members_and_links(server: Server, app: App) -> None:
    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        environment = {"PYTHONPATH": str(ROOT), "GAVEL_DATA": str(server.data), "PORT": "8123"}
        return subprocess.run(
            [sys.executable, "-m", "infra.local.members", *arguments],
            cwd=ROOT,
            env={"PATH": os.environ["PATH"], **environment},
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )

    made = run("Olga", "--role", "admin", "--app", app.name)
    assert made.returncode == 0, made.stderr
    prefix = "http://127.0.0.1:8123/dashboard/#link="
    assert made.stdout.startswith(prefix)
    first = made.stdout.strip().removeprefix(prefix)
    # Once more is another link, and the role where one is said.
    again = run("olga", "--app", app.name, "--role", "lead", "--email", "olga@example.com")
    second = again.stdout.strip().removeprefix(prefix)
    assert sign_in(server, {"link": first}).status == 401
    told = sign_in(server, {"link": second}).json()["member"]
    assert (told["name"], told["role"]) == ("Olga", "lead")
    (member,) = server.call(app, "GET", _PATH).json()["members"]
    assert member["email"] == "olga@example.com"
    for arguments, problem in (
        (("Olga", "--app", "nosuch"), "there is no app nosuch"),
        (("<b>", "--app", app.name), "name has to be"),
        (("Olga", "--role", "king"), "invalid choice"),
    ):
        refused = run(*arguments)
        assert refused.returncode != 0 and problem in refused.stderr
        assert "Traceback" not in refused.stderr


def test_the_runtime_s_folder_is_all_that_the_command_needs(tmp_path: Path) -> None:
    """The first app is there although the runtime never ran."""
    done = subprocess.run(
        [sys.executable, "-m", "infra.local.members", "Una"],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "GAVEL_DATA": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "/dashboard/#link=default." in done.stdout
