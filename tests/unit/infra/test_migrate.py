"""A migration that is broken off goes on where it was, whatever broke it off."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from infra.local.migrate.app import CannotMigrate, Refused
from infra.local.migrate.moving import migrate
from infra.local.migrate.progress import Progress

_EMPTY: dict[str, Any] = {
    "query_moderation_configs": {"configs": []},
    "query_moderation_rules": {"rules": []},
    "list_queues": {"queues": []},
    "get_action_config": {"action_config": {}},
    "query_users": {"users": []},
    "query_banned_users": {"bans": []},
}


class Old:
    """Stream, with three pages of block lists; it stops to answer after `answers`."""

    def __init__(self, answers: int = 10**6) -> None:
        self.answers = answers

    def call(self, operation: str, **fields: Any) -> Any:
        self.answers -= 1
        if self.answers < 0:
            raise CannotMigrate("it does not answer")
        if operation != "list_block_lists":
            return _EMPTY[operation]
        page = int(fields.get("cursor", "0"))
        lists = [{"name": f"list {page}.{n}", "words": ["a"], "type": "word"} for n in range(2)]
        return {"blocklists": lists, **({"next_cursor": str(page + 1)} if page < 2 else {})}


class New:
    def __init__(self) -> None:
        self.calls: list[tuple[str, dict[str, Any]]] = []

    def call(self, operation: str, **fields: Any) -> Any:
        if operation in _EMPTY:
            return _EMPTY[operation]
        self.calls.append((operation, fields))
        return {}


class Taken(New):
    """Has a list of each name already."""

    def call(self, operation: str, **fields: Any) -> Any:
        if operation == "create_block_list":
            raise Refused("exists", 400, {"name": "is taken"})
        return super().call(operation, **fields)


def _quiet(_: str) -> None:
    """Nobody listens."""


@pytest.mark.parametrize("answers", range(9))
def test_each_list_comes_once_wherever_it_was_broken_off(tmp_path: Path, answers: int) -> None:
    file, new = tmp_path / "state.json", New()
    try:
        migrate(Old(answers), new, Progress(file, "old"), _quiet)
    except CannotMigrate:
        migrate(Old(), new, Progress(file, "old"), _quiet)
    made = Counter(fields["name"] for _, fields in new.calls)
    assert made == {f"list {page}.{n}": 1 for page in range(3) for n in range(2)}
    assert Progress(file, "old").of("block lists")["counts"] == {"taken": 6}


def test_a_list_that_is_there_is_changed(tmp_path: Path) -> None:
    new = Taken()
    migrate(Old(), new, Progress(tmp_path / "state.json", "old"), _quiet)
    assert {operation for operation, _ in new.calls} == {"update_block_list"}
    assert "type" not in new.calls[0][1]


def test_a_dry_run_writes_nothing_and_keeps_nothing(tmp_path: Path) -> None:
    progress = Progress(None, "old")
    migrate(Old(), None, progress, _quiet)
    assert progress.of("block lists")["counts"] == {"taken": 6}
    assert list(tmp_path.iterdir()) == []


def test_a_file_of_another_migration_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "state.json"
    migrate(Old(), New(), Progress(file, "old"), _quiet)
    with pytest.raises(ValueError, match="is of the migration of old"):
        Progress(file, "another")
