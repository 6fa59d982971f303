from __future__ import annotations

from common.domain.item import Item, item_key
from common.domain.item_lists import IDS_KEPT, add_ids, added_ids, complete
from common.store.store import Update
from common.store.writes import updated
from tests import factories


def _updated(item: Item, flags: list[str]) -> Item:
    """As the store makes it of an update that was decided on `item`, whatever is there by then."""
    update = Update(item_key("app", item["id"]), union=added_ids(item, flags, []))
    return updated(item, update)


def test_a_list_of_ids_ends_once_it_is_long() -> None:
    item = factories.item()
    for number in range(IDS_KEPT + 5):
        add_ids(item, [f"flag {number}"], [f"action {number}"])
    for ids in (item["flag_ids"], item["action_ids"]):
        assert len(ids) == IDS_KEPT + 1
        assert complete(ids) is None


def test_updates_that_come_late_never_make_a_list_that_looks_complete() -> None:
    """Three decide on the item as it was at 99 flags, at 100 and later; the first comes last."""
    early = factories.item(flag_ids=[f"flag {number}" for number in range(IDS_KEPT - 1)])
    full = _updated(early, ["one"])
    assert complete(full["flag_ids"]) is not None
    over = _updated(full, ["two"])
    update = Update(item_key("app", early["id"]), union=added_ids(early, ["late"], []))
    late = updated(over, update)
    assert complete(over["flag_ids"]) is None
    assert complete(late["flag_ids"]) is None
    assert added_ids(late, ["last"], []) == {}


def test_an_item_older_than_the_lists_gets_none() -> None:
    item = factories.item()
    del item["flag_ids"], item["action_ids"]
    add_ids(item, ["flag"], ["action"])
    assert added_ids(item, ["flag"], ["action"]) == {}
    assert "flag_ids" not in item
    assert "action_ids" not in item
