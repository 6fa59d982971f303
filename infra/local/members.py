"""`python -m infra.local.members NAME`: makes a member of an app's staff, or changes their role.

It prints a link that signs them in once. It works while the runtime runs, and on a cloud's store.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
from typing import Any

from common.configuration.context import Context, now, open_context
from common.domain.apps import app_key
from common.domain.errors import Refused
from common.domain.member import MemberFields, member_id, member_key
from common.domain.rights import ROLES
from common.moderation.members import members, signing_in
from common.settings import Settings, load_settings
from common.views.members import link_answer
from infra.local.complaints import TROUBLE, complain, explained
from infra.local.credentials import FIRST_APP


def main() -> int:
    parser = argparse.ArgumentParser(
        prog="python -m infra.local.members", description="Make a member and a link to sign in"
    )
    parser.add_argument("name", help="what they sign in with, and what stands in the log")
    parser.add_argument("--role", choices=ROLES, help="a new member's is moderator without it")
    parser.add_argument("--app", default=FIRST_APP, help=f"whose member ({FIRST_APP})")
    parser.add_argument("--email", default="", help="what OpenID Connect knows them by")
    options = parser.parse_args()
    try:
        settings = load_settings()
        given = {name: getattr(options, name) for name in ("role", "email")}
        link = asyncio.run(_link(settings, options.app, options.name, given))
    except Refused as error:
        return complain(error.message)
    except TROUBLE as error:
        return complain(explained(error))
    print(link)
    print("It works once, for a day. Whoever has it is signed in as this member.", file=sys.stderr)
    return 0


async def _link(settings: Settings, app: str, name: str, given: dict[str, Any]) -> str:
    context = open_context(settings)
    try:
        id = await _member(context, app, name, {k: each for k, each in given.items() if each})
        token, until = await signing_in.new_link(context, app, id, "", now())
        return link_answer(str(token), _root(settings), until)["url"]
    finally:
        context.close()


async def _member(context: Context, app: str, name: str, given: dict[str, Any]) -> str:
    """The id of the one who has the name now."""
    id = member_id(app, name)
    (known,) = await context.store.get([member_key(app, id)])
    if known is not None:
        await members.change(context, app, id, given, "", now())
        return id
    await _check_app(context, app)
    fields: MemberFields = {"role": "moderator", "queues": None, "actions": None, "email": ""}
    fields.update(given)  # type: ignore[typeddict-item]
    return (await members.create(context, app, name, fields, "", now()))["id"]


async def _check_app(context: Context, app: str) -> None:
    (found,) = await context.store.get([app_key(app)])
    if found is None and app != FIRST_APP:
        raise Refused(f"there is no app {app}")


def _root(settings: Settings) -> str:
    if settings.public_url:
        return settings.public_url.rstrip("/")
    host = f"[{settings.host}]" if ":" in settings.host else settings.host
    return f"http://{host}:{settings.port}"


if __name__ == "__main__":
    sys.exit(main())
