from __future__ import annotations

from common.configuration.block_lists import BlockLists, block_lists_of
from common.engines.block_list.lists import BlockListSpec
from tests.factories import block_list


def found(lists: BlockLists, team: str = "") -> BlockListSpec:
    spec = lists.find("spam", team)
    assert spec is not None
    return spec


def test_a_list_that_did_not_change_keeps_what_was_compiled() -> None:
    first = block_lists_of({"same": block_list("casino")}, ())
    again = block_lists_of({"same": block_list("casino")}, (), first)
    assert found(first).matcher is found(again).matcher


def test_what_was_compiled_of_a_list_that_changed_or_went_is_not_kept() -> None:
    first = block_lists_of({"same": block_list("casino")}, ())
    changed = block_list("casino")
    changed["updated_at"] += 1
    assert found(block_lists_of({"same": changed}, (), first)) is not found(first)
    assert block_lists_of({}, (), first).versions == {}
