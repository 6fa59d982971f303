"""What a member's own limits, and what their role is too low for, leave of the app."""

from __future__ import annotations

from common.configuration.configuration import Configuration
from common.configuration.context import Context
from common.configuration.queue_views import queues_matching
from common.domain.errors import NotAllowed, NotFound
from common.domain.filters import Predicate
from common.domain.item import Item, item_key
from common.domain.member import Member
from common.domain.queue import PERSONAL, Queue
from common.domain.rights import Right, has_right


def check_action(member: Member | None, name: str) -> None:
    """Raises NotAllowed for another than the member's actions."""
    if member is not None and member["actions"] is not None and name not in member["actions"]:
        raise NotAllowed(f"{name} is not among the actions that {member['name']} may decide")


def check_right(member: Member | None, right: Right, what: str) -> None:
    """Raises NotAllowed that names the right, of `what` takes more than the route does."""
    if member is not None and not has_right(member["role"], right):
        raise NotAllowed(f"{what} needs the right {right!r}, which a {member['role']} has not")


def check_unrestricted(member: Member | None, what: str) -> None:
    """Raises NotAllowed for those who have some queues."""
    if member is not None and member["queues"] is not None:
        raise NotAllowed(f"{what} is not for {member['name']}, who has some of the queues")


async def check_within(context: Context, app: str, member: Member | None, item: str | None) -> None:
    """What is asked for is about the item. Raises NotFound for one of no queue of the member's, and
    NotAllowed for what is about none.
    """
    if member is None or member["queues"] is None:
        return
    if not item:
        raise NotAllowed(f"{member['name']} sees what is about an item of their queues")
    await check_item(context, app, member, item)


async def check_item(
    context: Context, app: str, member: Member | None, id: str | None
) -> Item | None:
    """The item, where it had to be looked at. One that is in none of the member's queues is not
    there for them.
    """
    if member is None or (member["queues"] is None and not id):
        return None
    if not id:
        raise NotAllowed(f"{member['name']} decides about items of their queues: item_id is needed")
    (found,) = await context.store.get([item_key(app, id)])
    only = only_of(await context.configurations.of(app), member)
    if found is None or (only is not None and not only(found.data)):
        raise NotFound(f"there is no item {id!r}", {"item_id": "does not exist"})
    return found.data


def only_of(configuration: Configuration, member: Member | None) -> Predicate | None:
    """Which items there are for a member; None where it is all of them."""
    if member is None or member["queues"] is None:
        return None
    return queues_matching(configuration, member["queues"])


def sees_queue(member: Member | None, queue: Queue) -> bool:
    if member is None or member["queues"] is None or queue["type"] == PERSONAL:
        return True
    return queue["id"] in member["queues"]
