"""Takes what common/google needs out of Google's libraries: `python -m infra.gcp.messages`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from google.cloud.firestore_v1.types import CommitRequest, RunQueryRequest
from google.cloud.tasks_v2.types import CreateTaskRequest
from google.protobuf.descriptor_pb2 import FileDescriptorSet
from google.pubsub_v1.types import PublishRequest

from common.google.messages import FILE

# What else is needed is defined in the same files.
_ROOTS: tuple[Any, ...] = (CommitRequest, RunQueryRequest, PublishRequest, CreateTaskRequest)


def main() -> None:
    FILE.write_bytes(definitions().SerializeToString(deterministic=True))


def definitions() -> FileDescriptorSet:
    """Each file after those that it imports."""
    files = {
        each.name: each for root in _ROOTS for each in _with_imports(root.pb().DESCRIPTOR.file)
    }
    found = FileDescriptorSet()
    for file in files.values():
        file.CopyToProto(found.file.add())
    return found


def _with_imports(file: Any) -> Iterator[Any]:
    for imported in file.dependencies:
        yield from _with_imports(imported)
    yield file


if __name__ == "__main__":
    main()
