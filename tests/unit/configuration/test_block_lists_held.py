from __future__ import annotations

from common.configuration.block_lists import block_lists_of
from tests.factories import block_list


def test_a_list_that_did_not_change_keeps_what_was_compiled() -> None:
    first = block_lists_of({"same": block_list("casino")}, ())
    again = block_lists_of({"same": block_list("casino")}, (), first)
    assert first.specs["spam"].matcher is again.specs["spam"].matcher


def test_what_was_compiled_of_a_list_that_changed_or_went_is_not_kept() -> None:
    first = block_lists_of({"same": block_list("casino")}, ())
    changed = block_list("casino") | {"updated_at": 77}
    assert block_lists_of({"same": changed}, (), first).specs["spam"] is not first.specs["spam"]
    assert block_lists_of({}, (), first).versions == {}
