"""getstream: block lists and users."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from getstream import Stream
from getstream.models import BlockListConfig, BlockListResponse, BlockListRule, UserRequest

from .helpers import check, is_recent, refused, unique

BUILT_IN = "profanity_en_2020_v1"


def create(client: Stream, name: str, words: list[str], **options: object) -> BlockListResponse:
    made = client.create_block_list(name=name, words=words, **options).data.blocklist
    assert made is not None
    return made


def get(client: Stream, name: str, **options: str) -> BlockListResponse:
    found = client.get_block_list(name, **options).data.blocklist
    assert found is not None
    return found


def test_a_list_is_made_read_changed_and_deleted(client: Stream) -> None:
    name = unique("list")
    made = create(client, name, ["foo", "Bar baz"], type="word", is_plural_check_enabled=True)
    assert (made.name, made.type, made.words) == (name, "word", ["foo", "Bar baz"])
    assert made.is_plural_check_enabled is True
    assert made.is_substring_matching_enabled is False
    assert made.id
    assert is_recent(made.created_at)
    assert get(client, name) == made
    changed = client.update_block_list(name, words=["qux"]).data.blocklist
    assert changed is not None
    assert (changed.words, changed.is_plural_check_enabled) == (["qux"], True)
    assert changed.created_at == made.created_at
    assert changed.updated_at is not None
    assert made.updated_at is not None
    assert changed.updated_at > made.updated_at
    assert get(client, name).words == ["qux"]
    assert client.delete_block_list(name).data.duration.endswith("ms")
    for attempt in (get, lambda c, n: c.update_block_list(n, words=[]), Stream.delete_block_list):
        with refused(404, 16):
            attempt(client, name)


def test_a_changed_list_blocks_at_once(client: Stream) -> None:
    name, key = unique("list"), unique("policy")
    create(client, name, ["foo"])
    config = BlockListConfig(rules=[BlockListRule(name=name, action="flag")])
    client.moderation.upsert_config(key=key, block_list_config=config)
    assert check(client, "a qux", key).recommended_action == "keep"
    client.update_block_list(name, words=["qux"])
    assert check(client, "a qux", key).recommended_action == "flag"
    assert check(client, "a foo", key).recommended_action == "keep"
    with refused(400, 4, "name"):
        client.delete_block_list(name)
    client.moderation.delete_config(key)
    client.delete_block_list(name)


def test_names_are_unique_per_team(client: Stream) -> None:
    name = unique("list")
    create(client, name, ["a"])
    with refused(400, 4, "name"):
        create(client, name, ["b"])
    create(client, name, ["c"], team="red")
    assert get(client, name).words == ["a"]
    assert get(client, name, team="red").words == ["c"]
    assert get(client, name, team="red").team == "red"
    client.delete_block_list(name, team="red")
    assert get(client, name).words == ["a"]


@pytest.mark.parametrize("form", ["with space", "a/b", "ü:%"])
def test_names_may_hold_any_character(client: Stream, form: str) -> None:
    name = f"{unique()} {form}"
    create(client, name, ["a"])
    assert get(client, name).name == name
    client.delete_block_list(name)


@pytest.mark.parametrize(
    "type", ["word", "domain", "domain_allowlist", "email", "email_allowlist", "regex"]
)
def test_every_type_of_list_is_known(client: Stream, type: str) -> None:
    words = ["mail@example.com"] if type.startswith("email") else ["example.com"]
    assert create(client, unique("list"), words, type=type).type == type


def test_what_is_no_list_is_refused(client: Stream) -> None:
    with refused(400, 4, "type"):
        create(client, unique("list"), [], type="colour")
    with refused(400, 4, "name"):
        create(client, "", [])
    with refused(400, 4, "name"):
        create(client, "n" * 256, [])
    with refused(400, 4):
        create(client, unique("list"), ["("], type="regex")


def test_the_built_in_list_is_there_and_stays(client: Stream) -> None:
    built_in = get(client, BUILT_IN)
    assert len(built_in.words) > 100
    assert BUILT_IN in {each.name for each in client.list_block_lists().data.blocklists}
    attempts: tuple[Callable[[], object], ...] = (
        lambda: create(client, BUILT_IN, []),
        lambda: client.update_block_list(BUILT_IN, words=[]),
        lambda: client.delete_block_list(BUILT_IN),
    )
    for attempt in attempts:
        with refused(400, 4, "name"):
            attempt()


def test_lists_come_in_pages(other_app: Stream) -> None:
    names = {f"list-{number}" for number in range(5)}
    for name in names:
        create(other_app, name, ["a"])
    create(other_app, "theirs", ["a"], team="red")
    found: list[str] = []
    cursor: str | None = None
    while True:
        page = other_app.list_block_lists(cursor=cursor, limit=2).data
        found += [each.name for each in page.blocklists]
        cursor = page.next_cursor
        if cursor is None:
            break
    assert sorted(found) == sorted({*names, "theirs", BUILT_IN})
    of_team = other_app.list_block_lists(team="red").data.blocklists
    assert [each.name for each in of_team] == ["theirs"]
    with refused(400, 4, "limit"):
        other_app.list_block_lists(limit=201)


def test_lists_and_users_are_the_servers(as_user: Callable[[str], Stream], moderator: str) -> None:
    own = as_user(moderator)
    for attempt in (
        own.list_block_lists,
        lambda: own.get_block_list(BUILT_IN),
        lambda: create(own, unique("list"), []),
        lambda: own.update_users({"u": UserRequest(id="u", role="admin")}),
        lambda: own.get_task("task"),
    ):
        with refused(403, 17):
            attempt()


def test_users_are_made_and_changed(client: Stream) -> None:
    id = unique("user")
    user = UserRequest(
        id=id, name="Ann", image="https://i/a.png", role="admin", teams=["red"], custom={"x": 1}
    )
    made = client.update_users({id: user}).data
    assert made.membership_deletion_task_id == ""
    shown = made.users[id]
    assert (shown.id, shown.name, shown.role, shown.teams) == (id, "Ann", "admin", ["red"])
    assert shown.custom == {"x": 1, "name": "Ann", "image": "https://i/a.png"}
    assert is_recent(shown.created_at)
    assert shown.devices == shown.mutes == shown.channel_mutes == shown.blocked_user_ids == []
    assert shown.unread_count == shown.total_unread_count == 0
    changed = client.upsert_users(UserRequest(id=id, name="Anna")).data.users[id]
    assert (changed.name, changed.role) == ("Anna", "admin")
    assert changed.created_at == shown.created_at
    made_alone = client.create_user(name="Bo", id=unique("user"))
    assert made_alone.name == "Bo"


def test_a_user_who_differs_from_the_key_is_refused(client: Stream) -> None:
    with refused(400, 4, "users.a.id"):
        client.update_users({"a": UserRequest(id="b")})
    with refused(400, 4, "users"):
        client.update_users({})
