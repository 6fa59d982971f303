"""The messages of Google's APIs, without its client libraries: those take 0.3 s and more to import.

The definitions are Google's own, taken out of its libraries by `python -m infra.gcp.messages`.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from google.protobuf.descriptor_pb2 import FileDescriptorSet
from google.protobuf.descriptor_pool import DescriptorPool
from google.protobuf.message_factory import GetMessageClass

FILE = Path(__file__).parent / "data" / "messages.binpb"


def message_class(name: str) -> Any:
    """The class of a message, by its full name."""
    return GetMessageClass(pool().FindMessageTypeByName(name))


@cache
def pool() -> Any:
    # Of its own, because Google's libraries put the same names into protobuf's.
    definitions = DescriptorPool()
    for file in FileDescriptorSet.FromString(FILE.read_bytes()).file:
        definitions.Add(file)
    return definitions
