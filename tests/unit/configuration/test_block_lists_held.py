from __future__ import annotations

from common.configuration.block_lists import BlockLists, block_lists_of
from common.engines.block_list.lists import BlockListSpec
from tests.factories import block_list


def found(lists: BlockLists, team: str = "") -> BlockListSpec:
    spec = lists.find("spam", team)
    assert spec is not None
    return spec


def test_lists_of_one_id_and_time_in_two_apps_are_two_lists() -> None:
    ours = block_lists_of("ours", {"same": block_list("casino")}, ())
    theirs = block_lists_of("theirs", {"same": block_list("lottery")}, ())
    assert found(ours).words == ("casino",)
    assert found(theirs).words == ("lottery",)


def test_a_list_that_did_not_change_keeps_what_was_compiled() -> None:
    first = block_lists_of("app", {"same": block_list("casino")}, ())
    again = block_lists_of("app", {"same": block_list("casino")}, ())
    assert found(first).matcher is found(again).matcher
