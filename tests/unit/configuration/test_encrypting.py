"""What users wrote lies encrypted under their keys, and nobody above the store knows."""

from __future__ import annotations

import asyncio
import importlib
import pkgutil
from collections.abc import Coroutine, Iterator, Sequence
from pathlib import Path
from typing import Any, TypeVar, get_type_hints

import pytest

import common.domain
from common.configuration.data_keys import FIELD, KEY_SECONDS, DataKeys
from common.configuration.encrypting import EncryptingStore
from common.domain.data_key import MARK, is_encrypted
from common.domain.flag import Flag, flag_key, new_flag
from common.domain.indexes import INDEXES
from common.domain.item import ITEMS, Item, item_key, new_item
from common.domain.log import LOG, new_entry
from common.domain.personal_fields import PERSONAL
from common.domain.user import HISTORIES, history_key, user_key
from common.domain.vault import CannotOpen, Vault
from common.store.sqlite.store import SqliteStore
from common.store.store import (
    Collection,
    Conflict,
    Create,
    Damaged,
    Delete,
    Key,
    Put,
    Update,
    Write,
)

APP, PLANTED = "app", "planted-text"
HISTORY = history_key(APP, "ann")
T = TypeVar("T")


def run(work: Coroutine[Any, Any, T]) -> T:
    return asyncio.run(work)


class Instance:
    """A process with a store of its own on the same file."""

    def __init__(self, folder: Path, *, is_on: bool = True) -> None:
        self.now = 0.0
        self.bare = SqliteStore(folder / "store.db", INDEXES)
        vault = Vault(folder=folder)
        self.keys = DataKeys(self.bare, vault, is_on=is_on, clock=lambda: self.now)
        self.store = EncryptingStore(self.bare, self.keys)

    async def raw(self, key: Key[Any]) -> Any:
        (found,) = await self.bare.get([key])
        return found.data if found is not None else None

    async def read(self, key: Key[Any]) -> Any:
        (found,) = await self.store.get([key])
        return found.data if found is not None else None


@pytest.fixture
def one(tmp_path: Path) -> Iterator[Instance]:
    instance = Instance(tmp_path)
    yield instance
    instance.store.close()


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Instance]:
    instance = Instance(tmp_path)
    yield instance
    instance.store.close()


def _item(id: str, creator: str = "ann", text: str = PLANTED) -> Item:
    item = new_item(APP, "post", id, creator, 1)
    item["payload"] = {"texts": [text], "custom": {"a": [1, 2.5, None]}}
    return item


def _key(id: str) -> Key[Item]:
    return item_key(APP, new_item(APP, "post", id, "ann", 1)["id"])


def _create(id: str, creator: str = "ann") -> Create[Item]:
    return Create(_key(id), _item(id, creator))


def _counted(user: str = "ann") -> Update[Any]:
    return Update(history_key(APP, user), increment={"d:1": 1}, upsert=True)


def test_a_user_s_first_content_brings_the_key(one: Instance, other: Instance) -> None:
    async def work() -> None:
        await one.store.commit([_create("1"), _counted()])
        await one.store.commit([_create("2"), _counted()])
        stored = await one.raw(_key("1"))
        assert is_encrypted(stored["payload"]) and stored["creator_id"] == "ann"
        assert (await one.raw(HISTORY))["d:1"] == 2
        for instance in (one, other):
            assert await instance.read(_key("1")) == _item("1")
            page = await instance.store.query(ITEMS, app=APP)
            assert sorted(each.data["entity_id"] for each in page.documents) == ["1", "2"]
            assert all(each.data["payload"]["texts"] == [PLANTED] for each in page.documents)
            assert await instance.read(HISTORY) == {"d:1": 2}

    run(work())


def test_two_first_contents_at_once_end_with_one_key(tmp_path: Path) -> None:
    async def work() -> None:
        instances = [Instance(tmp_path) for _ in range(4)]
        await asyncio.gather(
            *(
                each.store.commit([_create(f"{number}"), *([_counted()] if number % 2 else [])])
                for number, each in enumerate(instances)
            )
        )
        names = {(await instances[0].raw(_key(f"{n}")))["payload"].split(":")[2] for n in range(4)}
        assert len(names) == 1
        for number in range(4):
            assert await instances[0].read(_key(f"{number}")) == _item(f"{number}")
        assert await instances[0].read(HISTORY) == {"d:1": 2}
        for each in instances:
            each.store.close()

    run(work())


@pytest.mark.parametrize("has_history", [False, True])
def test_whoever_comes_between_keeps_its_key(
    one: Instance, other: Instance, monkeypatch: pytest.MonkeyPatch, has_history: bool
) -> None:
    """Between that no key was found and the commit."""

    async def work() -> None:
        if has_history:
            await one.bare.commit([Create(HISTORY, {"d:1": 1})])
        find, left = one.bare.get, [True]

        async def found(keys: Sequence[Key[Any]]) -> Any:
            documents = await find(keys)
            if left and HISTORY in keys:
                left.pop()
                await other.store.commit([_create("2"), _counted()])
            return documents

        monkeypatch.setattr(one.bare, "get", found)
        await one.store.commit([_create("1"), _counted()])
        for instance in (one, other):
            for id in ("1", "2"):
                assert await instance.read(_key(id)) == _item(id)
        assert await one.read(HISTORY) == {"d:1": 2 + has_history}

    run(work())


def test_a_conflict_that_is_not_about_the_key_is_the_use_case_s(one: Instance) -> None:
    async def work() -> None:
        await one.store.commit([_create("1")])
        with pytest.raises(Conflict):
            await one.store.commit([_create("1", "ben"), _counted("ben")])
        assert await one.raw(history_key(APP, "ben")) is None
        await one.store.commit([_create("2", "ben")])
        assert (await one.read(_key("2")))["payload"] == _item("2")["payload"]

    run(work())


def test_what_a_dropped_key_has_left_reads_as_empty(one: Instance, other: Instance) -> None:
    async def work() -> None:
        await one.store.commit([_create("1"), _counted()])
        entry = new_entry(APP, "note", "note", 1, user_id="ann", reason=PLANTED, custom={"a": 1})
        await one.store.commit([entry])
        assert await other.read(_key("1")) == _item("1")
        await one.keys.drop(APP, "ann")
        await one.keys.drop(APP, "ann")
        assert not await one.keys.has(APP, "ann")
        assert await one.raw(HISTORY) == {"d:1": 1}
        assert await one.read(_key("1")) == {**_item("1"), "payload": {}}
        told = await one.read(entry.key)
        assert (told["reason"], told["custom"], told["user_id"]) == ("", {}, "ann")
        assert await other.read(_key("1")) == _item("1")
        other.now += KEY_SECONDS
        assert await other.read(_key("1")) == {**_item("1"), "payload": {}}
        page = await other.store.query(LOG, app=APP)
        assert [each.data["reason"] for each in page.documents] == [""]

    run(work())


def test_who_comes_back_has_another_key(one: Instance, other: Instance) -> None:
    async def work() -> None:
        await one.store.commit([_create("1"), _counted()])
        assert await other.read(_key("1")) == _item("1")
        await one.keys.drop(APP, "ann")
        await one.store.commit([_create("2"), _counted()])
        # The other process still has the key that was dropped.
        assert await other.read(_key("2")) == _item("2")
        for instance in (one, other):
            assert (await instance.read(_key("1")))["payload"] == {}

    run(work())


def test_a_deleted_history_takes_its_key_along(one: Instance) -> None:
    async def work() -> None:
        await one.store.commit([_create("1"), _counted()])
        await one.store.commit([Delete(HISTORY)])
        assert (await one.read(_key("1")))["payload"] == {}

    run(work())


def test_a_history_that_is_put_whole_keeps_its_key(one: Instance) -> None:
    async def work() -> None:
        await one.store.commit([_create("1"), _counted()])
        await one.store.commit([Put(HISTORY, {"d:9": 9})])
        one.now += KEY_SECONDS
        assert await one.read(HISTORY) == {"d:9": 9}
        assert await one.read(_key("1")) == _item("1")
        await one.store.commit([_create("2", "ben"), Put(history_key(APP, "ben"), {"d:8": 8})])
        one.now += KEY_SECONDS
        assert (await one.read(_key("2")))["payload"]["texts"] == [PLANTED]

    run(work())


def test_a_key_alone_makes_nobody_known(one: Instance) -> None:
    async def work() -> None:
        await one.store.commit([_create("1")])
        assert (await one.raw(HISTORY)).keys() == {FIELD}
        assert await one.read(HISTORY) is None
        assert not (await one.store.query(HISTORIES, app=APP)).documents
        await one.store.commit([_counted()])
        assert await one.read(HISTORY) == {"d:1": 1}
        await one.keys.drop(APP, "ann")
        assert await one.raw(HISTORY) == {"d:1": 1}
        await one.store.commit([_create("2", "ben")])
        await one.keys.drop(APP, "ben")
        assert await one.raw(history_key(APP, "ben")) is None

    run(work())


def test_in_another_document_it_is_damage(one: Instance) -> None:
    async def work() -> None:
        await one.store.commit([_create("1"), _create("2")])
        taken = (await one.raw(_key("1")))["payload"]
        await one.bare.commit([Update(_key("2"), set={"payload": taken})])
        with pytest.raises(Damaged) as refused:
            await one.store.get([_key("1"), _key("2")])
        assert refused.value.keys == [_key("2")] and PLANTED not in str(refused.value)
        with pytest.raises(Damaged) as refused:
            await one.store.query(ITEMS, app=APP)
        assert refused.value.keys == [_key("2")] and refused.value.page is not None
        assert [each.data for each in refused.value.page.documents] == [_item("1")]

    run(work())


def test_without_the_operator_s_key_nothing_passes_for_erased(
    one: Instance, tmp_path: Path
) -> None:
    async def work() -> None:
        await one.store.commit([_create("1")])
        strange = DataKeys(one.bare, Vault(folder=tmp_path / "strange"), is_on=True)
        with pytest.raises(CannotOpen):
            await EncryptingStore(one.bare, strange).get([_key("1")])

    run(work())


def test_what_was_stored_plain_is_read_and_encrypted_when_next_written(one: Instance) -> None:
    async def work() -> None:
        await one.bare.commit([_create("1")])
        (found,) = await one.store.get([_key("1")])
        assert found is not None and found.data == _item("1")
        payload = {"texts": ["edited"]}
        update = Update(_key("1"), set={"payload": payload}, version=found.version, read=found)
        await one.store.commit([update])
        assert is_encrypted((await one.raw(_key("1")))["payload"])
        assert (await one.read(_key("1")))["payload"] == payload

    run(work())


def test_switched_off_it_stores_as_it_is_and_reads_both(one: Instance, tmp_path: Path) -> None:
    off = Instance(tmp_path, is_on=False)

    async def work() -> None:
        await one.store.commit([_create("1")])
        await off.store.commit([_create("2")])
        assert (await off.raw(_key("2")))["payload"] == _item("2")["payload"]
        for instance in (one, off):
            for id in ("1", "2"):
                assert await instance.read(_key(id)) == _item(id)

    run(work())
    off.store.close()


@pytest.mark.parametrize("is_on", [True, False])
def test_a_text_that_looks_encrypted_is_a_text(tmp_path: Path, is_on: bool) -> None:
    instance = Instance(tmp_path, is_on=is_on)
    texts = [f"{MARK}abc:QUJD:ann", f"{MARK}", "plain:1:", f"plain:1:{MARK}x"]

    async def work() -> None:
        for number, text in enumerate(texts):
            for user in ("ann", ""):
                flag: Flag = new_flag(f"{number}{user}", "", "user_report", 1)
                flag["user_id"], flag["reason"] = user, text
                await instance.store.commit([Create(flag_key(APP, flag["id"]), flag)])
                assert await instance.read(flag_key(APP, flag["id"])) == flag

    run(work())
    instance.store.close()


def test_a_reporter_s_words_are_the_reporter_s_and_content_the_author_s(one: Instance) -> None:
    flag = new_flag("f", _item("1")["id"], "user_report", 1)
    flag.update({"user_id": "ben", "reason": PLANTED, "payload": {"texts": [PLANTED]}})

    async def work() -> None:
        await one.bare.commit([_create("1")])
        await one.store.commit([Create(flag_key(APP, "f"), flag)])
        await one.keys.drop(APP, "ben")
        assert await one.read(flag_key(APP, "f")) == {**flag, "reason": ""}
        await one.keys.drop(APP, "ann")
        assert "payload" not in await one.read(flag_key(APP, "f"))

    run(work())


def test_an_update_that_tells_nothing_of_its_document_finds_whose_it_is(one: Instance) -> None:
    entry = new_entry(APP, "note", "note", 1, user_id="ann")

    async def work() -> None:
        await one.store.commit([entry])
        await one.store.commit([Update(entry.key, set={"reason": PLANTED})])
        assert is_encrypted((await one.raw(entry.key))["reason"])
        made = Update(user_key(APP, "cat"), set={"id": "cat", "custom": {"a": 1}}, upsert=True)
        await one.store.commit([made])
        assert is_encrypted((await one.raw(user_key(APP, "cat")))["custom"])
        assert await one.read(user_key(APP, "cat")) == {"id": "cat", "custom": {"a": 1}}

    run(work())


def test_reasons_of_bans_are_encrypted_one_by_one(one: Instance) -> None:
    bans = [{"created_at": 1, "reason": PLANTED, "shadow": False}, {"created_at": 2, "reason": ""}]
    user: Any = {"id": "ann", "updated_at": 1, "bans": bans}

    async def work() -> None:
        await one.store.commit([Create(user_key(APP, "ann"), user)])
        stored = (await one.raw(user_key(APP, "ann")))["bans"]
        assert [each["created_at"] for each in stored] == [1, 2]
        assert is_encrypted(stored[0]["reason"]) and stored[1]["reason"] == ""
        assert await one.read(user_key(APP, "ann")) == user
        await one.keys.drop(APP, "ann")
        emptied = [{**each, "reason": ""} for each in bans]
        assert (await one.read(user_key(APP, "ann")))["bans"] == emptied

    run(work())


def test_a_full_commit_of_as_many_users_is_one(one: Instance) -> None:
    writes: list[Write] = [_create(f"{number}", f"user {number}") for number in range(100)]

    async def work() -> None:
        await one.store.commit(writes)
        page = await one.store.query(ITEMS, app=APP)
        assert len(page.documents) == 100
        assert all(each.data["payload"]["texts"] == [PLANTED] for each in page.documents)

    run(work())


def test_what_is_nobody_s_stays_as_it_is(one: Instance) -> None:
    async def work() -> None:
        await one.store.commit([Create(_key("1"), _item("1", ""))])
        assert (await one.raw(_key("1")))["payload"] == _item("1")["payload"]
        member = new_entry(APP, "member", "created", 1, user_id="lea", custom={"role": "lead"})
        await one.store.commit([member])
        assert (await one.raw(member.key))["custom"] == {"role": "lead"}
        assert await one.raw(history_key(APP, "lea")) is None

    run(work())


def test_what_is_personal_is_a_field_of_its_documents() -> None:
    documents: dict[str, dict[str, Any]] = {}
    for info in pkgutil.iter_modules(common.domain.__path__):
        module = importlib.import_module(f"common.domain.{info.name}")
        for name, kind in get_type_hints(module).items():
            found = getattr(module, name)
            if isinstance(found, Collection):
                documents[str(found)] = getattr(kind.__args__[0], "__annotations__", {})
    indexed = {(each.collection, name) for each in INDEXES for name in (each.order, *each.equal)}
    for collection, fields in PERSONAL.items():
        for field in fields:
            assert field.name in documents[collection], f"{collection}.{field.name}"
            assert (collection, field.name) not in indexed
