"""Backends are opened by the tables, and the settings know no other."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any, get_args

import pytest

from common.configuration.context import open_context
from common.configuration.opening import QUEUES, STORES, open_store
from common.domain.delivery import delivery_key
from common.settings import Settings
from common.store.store import Create


@pytest.mark.parametrize(("field", "table"), [("store", STORES), ("queue", QUEUES)])
def test_each_backend_of_the_settings_has_its_line(field: str, table: dict[str, object]) -> None:
    assert set(table) == set(get_args(Settings.model_fields[field].annotation))


def test_what_is_opened_reads_documents_of_every_release(tmp_path: Path) -> None:
    settings = Settings(data=tmp_path)
    key = delivery_key("app", "d")
    bare = open_store(settings)
    stored: Any = {"endpoint": "action:hide"}
    asyncio.run(bare.commit([Create(key, stored)]))
    bare.close()
    context = open_context(settings)
    (found,) = asyncio.run(context.store.get([key]))
    context.close()
    assert found is not None and found.data["endpoint_kind"] == "action"
