"""Backup while Gavel runs and is written to, and what comes back of it."""

from __future__ import annotations

import json
import shutil
import sqlite3
import stat
import subprocess
import sys
import threading
import time
from contextlib import closing
from itertools import count
from pathlib import Path

import pytest
import requests

from tests.running import ROOT, Running, running


def _command(name: str, data: Path, *arguments: Path, **given: str) -> tuple[int, str]:
    """The exit code and all that was said."""
    ended = subprocess.run(
        [sys.executable, "-m", f"infra.local.{name}", *map(str, arguments)],
        cwd=ROOT,
        env={**Running(data, {}).environment, **given},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=120,
        check=False,
    )
    assert "Traceback" not in ended.stdout
    return ended.returncode, ended.stdout


def _check(runtime: Running, post: str) -> None:
    answer = requests.post(
        f"{runtime.base_url}/api/v1/task/sync",
        headers={"authorization": f"token {runtime.token}"},
        data={"user_id": f"user-{post[-1]}", "post_id": post, "text_data": f"hello {post}"},
        timeout=30,
    )
    assert answer.status_code == 201, answer.text


class _Load:
    """Checks, one after the other on each of some threads, and what was acknowledged of them."""

    def __init__(self, runtime: Running, threads: int = 4) -> None:
        self.acknowledged: list[str] = []
        self.longest = 0.0
        self._runtime = runtime
        self._stopping = threading.Event()
        self._threads = [threading.Thread(target=self._run, args=(n,)) for n in range(threads)]

    def __enter__(self) -> _Load:
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stopping.set()
        for thread in self._threads:
            thread.join()

    def _run(self, thread: int) -> None:
        for n in count():
            if self._stopping.is_set():
                return
            post = f"{thread}-{n}"
            start = time.monotonic()
            _check(self._runtime, post)
            self.longest = max(self.longest, time.monotonic() - start)
            self.acknowledged.append(post)


def _items(folder: Path) -> dict[str, str]:
    """Of each post its author, as they are stored."""
    sql = (
        "SELECT json_extract(data, '$.entity_id'), json_extract(data, '$.creator_id')"
        " FROM documents WHERE collection = 'item'"
    )
    with closing(sqlite3.connect(folder / "store.db")) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        return dict(connection.execute(sql).fetchall())


def _counted(folder: Path) -> dict[str, int]:
    """Of each author the checks that the history has counted, by its daily buckets."""
    sql = "SELECT id, data FROM documents WHERE collection = 'history'"
    with closing(sqlite3.connect(folder / "store.db")) as connection:
        rows = [(id, json.loads(data)) for id, data in connection.execute(sql)]
    return {
        id: sum(n for name, n in data.items() if name[0] == "d" and name[1].isdigit())
        for id, data in rows
    }


def _pending(folder: Path) -> int:
    sql = "SELECT COUNT(*) FROM documents WHERE json_extract(data, '$.pending_since') > 0"
    with closing(sqlite3.connect(folder / "store.db")) as connection:
        (number,) = connection.execute(sql).fetchone()
    return int(number)


def test_a_backup_under_load_has_all_that_was_acknowledged_before(tmp_path: Path) -> None:
    with running(tmp_path / "data") as runtime:
        with _Load(runtime) as load:
            time.sleep(2)
            before = list(load.acknowledged)
            load.longest = 0.0
            code, said = _command("backup", runtime.data, tmp_path / "first")
            assert code == 0, said
            after = len(load.acknowledged)
            time.sleep(0.5)
        assert len(load.acknowledged) > after > len(before) > 20
        assert load.longest < 3
        assert runtime.secret not in said
        secret = runtime.secret
        runtime.stop()
    assert {*before} <= _items(tmp_path / "first").keys()
    code, said = _command("restore", tmp_path / "new", tmp_path / "first")
    assert code == 0, said
    with running(tmp_path / "new") as restored:
        assert restored.secret == secret
        _check(restored, "further-1")
        deadline = time.monotonic() + 30
        while _pending(restored.data):
            assert time.monotonic() < deadline, "what waited in the copy was not evaluated"
            time.sleep(0.1)
        restored.stop()
        assert "acknowledged commits" not in restored.log
    items = _items(tmp_path / "new")
    assert {*before, "further-1"} <= items.keys()
    # Whatever moment the copy is of, each item in it is counted once.
    authors = list(items.values())
    assert _counted(tmp_path / "new") == {user: authors.count(user) for user in {*authors}}


def test_a_restore_keeps_what_it_replaces_and_can_be_undone(tmp_path: Path) -> None:
    with running(tmp_path / "data") as runtime:
        _check(runtime, "one-1")
        assert _command("backup", runtime.data, tmp_path / "backup")[0] == 0
        _check(runtime, "two-2")
        code, said = _command("restore", runtime.data, tmp_path / "backup")
        assert (code, "another Gavel runs on" in said) == (1, True)
        _check(runtime, "three-3")
        runtime.kill()
        code, said = _command("restore", runtime.data, tmp_path / "backup")
        assert code == 0, said
        (kept,) = runtime.data.glob("before-restore-*")
        assert str(kept) in said
        assert _items(runtime.data).keys() == {"one-1"}
        assert _items(kept).keys() == {"one-1", "two-2", "three-3"}
        runtime.start()
        _check(runtime, "four-4")
        runtime.stop()
    modes = {stat.S_IMODE(path.stat().st_mode) for path in (tmp_path / "backup").iterdir()}
    assert modes == {0o600}
    assert stat.S_IMODE((tmp_path / "backup").stat().st_mode) == 0o700


def _made(tmp_path: Path) -> tuple[Path, Path]:
    """A folder with a store and credentials, and a backup of it."""
    data, backup = tmp_path / "data", tmp_path / "backup"
    assert _command("apps", data, Path("shop"))[0] == 0
    (data / "credentials.json").write_text("{}\n")
    assert _command("backup", data, backup)[0] == 0
    return data, backup


@pytest.mark.parametrize("harm", ["flip", "cut", "missing", "undescribed", "no description"])
def test_what_is_not_as_it_was_made_is_not_restored(tmp_path: Path, harm: str) -> None:
    data, backup = _made(tmp_path)
    store = backup / "store.db"
    content = bytearray(store.read_bytes())
    if harm == "flip":
        content[len(content) // 2] ^= 1
        store.write_bytes(content)
    elif harm == "cut":
        store.write_bytes(content[: len(content) // 2])
    elif harm == "missing":
        store.unlink()
    elif harm == "undescribed":
        (backup / "backup.json").unlink()
    else:
        (backup / "backup.json").write_text('{"made_at": "yesterday"}')
    before = (data / "store.db").read_bytes()
    code, said = _command("restore", data, backup)
    assert code == 1
    assert said.startswith("gavel: ")
    assert (data / "store.db").read_bytes() == before
    assert not list(data.glob("before-restore-*"))


def test_a_damaged_store_is_not_called_a_backup(tmp_path: Path) -> None:
    data, _ = _made(tmp_path)
    content = bytearray((data / "store.db").read_bytes())
    content[4096:8192] = b"\xa5" * 4096
    (data / "store.db").write_bytes(content)
    code, said = _command("backup", data, tmp_path / "second")
    assert (code, "damaged" in said or "malformed" in said) == (1, True), said
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith("second")] == []


def test_a_damaged_store_can_be_replaced(tmp_path: Path) -> None:
    data, backup = _made(tmp_path)
    (data / "store.db").write_bytes(b"no database " * 1000)
    code, said = _command("restore", data, backup)
    assert code == 0, said
    (kept,) = data.glob("before-restore-*")
    assert (kept / "store.db").read_bytes() == b"no database " * 1000


def test_a_function_alone_is_noticed_too(tmp_path: Path) -> None:
    data, backup = _made(tmp_path)
    with closing(sqlite3.connect(data / "store.db")) as other:
        other.execute("SELECT COUNT(*) FROM documents").fetchone()
        code, said = _command("restore", data, backup)
    assert (code, "another process has store.db open" in said) == (1, True), said
    assert _command("restore", data, backup)[0] == 0


def test_after_a_restore_that_was_broken_off_nothing_starts_but_a_restore(tmp_path: Path) -> None:
    data, backup = _made(tmp_path)
    (data / "store.db").unlink()
    (data / "restoring").write_text(f"{backup}\n")
    runtime = Running(data, {})
    try:
        runtime.launch()
        runtime.wait_until_gone()
        assert f"run make restore FROM={backup} again" in runtime.log
        assert not (data / "store.db").exists()
        assert _command("restore", data, backup)[0] == 0
        assert not (data / "restoring").exists()
    finally:
        runtime.destroy()


def test_a_backup_writes_over_nothing(tmp_path: Path) -> None:
    data, backup = _made(tmp_path)
    before = (backup / "store.db").read_bytes()
    code, said = _command("backup", data, backup)
    assert (code, "is there already" in said) == (1, True)
    assert (backup / "store.db").read_bytes() == before


def test_there_is_nothing_to_copy_where_no_store_is(tmp_path: Path) -> None:
    for name, folder in (("backup", tmp_path / "to"), ("restore", tmp_path)):
        code, said = _command(name, tmp_path / "none", folder)
        assert code == 1
        assert said.startswith("gavel: ")
    given = {"GAVEL_STORE": "firestore", "GAVEL_GOOGLE_PROJECT": "p"}
    code, said = _command("backup", tmp_path / "none", tmp_path / "to", **given)
    assert (code, "docs/operating.md" in said) == (1, True)


def test_without_a_folder_it_is_made_by_the_time(tmp_path: Path) -> None:
    data, backup = _made(tmp_path)
    shutil.rmtree(backup)
    assert _command("backup", data)[0] == 0
    (made,) = (tmp_path / "data-backups").iterdir()
    assert (made / "backup.json").exists()
