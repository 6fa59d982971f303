"""Tables and queues for tests, on whichever server they run."""

from __future__ import annotations

import atexit
import contextlib
import functools
import os

from botocore.session import Session

from infra.aws.local.ministack import variables
from infra.aws.local.resources import Resources, open_resources

_opened = contextlib.ExitStack()
atexit.register(_opened.close)


@functools.cache
def aws_resources(endpoint: str) -> Resources:
    os.environ.update(variables(endpoint))
    return _opened.enter_context(open_resources())


def delete_table(endpoint: str, name: str) -> None:
    os.environ.update(variables(endpoint))
    with contextlib.closing(Session().create_client("dynamodb")) as client:
        client.delete_table(TableName=name)
