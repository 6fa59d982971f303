"""The messages that are sent are those of Google's own clients."""

from __future__ import annotations

from typing import Any

import pytest
from google.cloud.firestore_v1 import types as firestore
from google.cloud.tasks_v2 import types as tasks
from google.pubsub_v1 import types as pubsub

from common.google.messages import message_class, pool
from infra.gcp.messages import definitions

LIBRARIES = {
    "google.cloud.tasks.v2": tasks,
    "google.firestore.v1": firestore,
    "google.pubsub.v1": pubsub,
}


def _fields(descriptor: Any) -> dict[str, tuple[Any, ...]]:
    return {each.name: _meaning(each) for each in descriptor.fields}


def _meaning(field: Any) -> tuple[Any, ...]:
    kind = field.message_type or field.enum_type
    return field.number, field.type, field.is_repeated, kind and kind.full_name


def _messages(package: str) -> list[str]:
    return [
        name
        for file in definitions().file
        if file.package == package
        for name in pool().FindFileByName(file.name).message_types_by_name
    ]


@pytest.mark.parametrize("package", LIBRARIES)
def test_each_field_means_what_it_means_to_the_client_that_is_installed(package: str) -> None:
    """A later client may know more of them."""
    names = _messages(package)
    assert len(names) > 10
    for name in names:
        theirs = getattr(LIBRARIES[package], name, None)
        if theirs is not None:
            ours = _fields(message_class(f"{package}.{name}").DESCRIPTOR).items()
            assert ours <= _fields(theirs.pb().DESCRIPTOR).items(), name


def test_they_live_beside_the_clients_own() -> None:
    """Both are loaded here, and protobuf allows a name once."""
    ours, theirs = message_class("google.firestore.v1.Value"), firestore.Value.pb()
    assert ours is not theirs
    value = ours(string_value="漢字")
    assert theirs.FromString(value.SerializeToString()).string_value == "漢字"
