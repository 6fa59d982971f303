"""`python -m infra.local.apps NAME`: creates a further app; also while the runtime runs."""

from __future__ import annotations

import argparse
import asyncio
import re
import sys

from common.configuration.context import open_context
from common.domain.errors import Invalid
from common.settings import Settings, load_settings
from infra.local.complaints import TROUBLE, complain, explained
from infra.local.credentials import (
    FIRST_APP,
    Credentials,
    CredentialsError,
    app_exists,
    create_app,
    generate,
    set_credentials,
)

_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,62}")


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m infra.local.apps", description="Create an app")
    parser.add_argument("name", help="lower-case letters, digits, - and _")
    parser.add_argument("--rotate", action="store_true", help="new credentials for an existing app")
    options = parser.parse_args()
    try:
        credentials = asyncio.run(_create(load_settings(), options.name, options.rotate))
    except (CredentialsError, Invalid) as error:
        return complain(str(error))
    except TROUBLE as error:
        return complain(explained(error))
    print(f"app     {options.name}")
    print(f"key     {credentials.key}")
    print(f"secret  {credentials.secret}")
    print(f"token   {credentials.token}")
    print(f"score   {credentials.score_key}")
    print("Keep them now: they are not shown again.", file=sys.stderr)
    if options.rotate:
        print("The old ones stop working within a minute.", file=sys.stderr)
    return 0


async def _create(settings: Settings, name: str, rotate: bool) -> Credentials:
    if not _NAME.fullmatch(name):
        raise CredentialsError("a name is 1 to 63 lower-case letters, digits, - and _")
    if name == FIRST_APP:
        raise CredentialsError(f"{name} is the app that the runtime makes at its start")
    context = open_context(settings)
    try:
        credentials = generate()
        if not rotate:
            await create_app(context.store, name, credentials)
        elif await app_exists(context.store, name):
            await set_credentials(context.store, name, credentials)
        else:
            raise CredentialsError(f"there is no app {name}")
        return credentials
    finally:
        context.close()


if __name__ == "__main__":
    sys.exit(main())
