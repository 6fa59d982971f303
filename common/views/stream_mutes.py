"""Mutes as Stream's clients read them (contract appendix A)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NotRequired

from typing_extensions import TypedDict

from common.domain.mute import Mute, ShownMutes
from common.domain.user import User
from common.views.stream_users import FullUserAnswer, MuteAnswer, full_user_answer


class MutesAnswer(TypedDict):
    """`mutes` are those of this call, those of `own_user` all that stand; `non_existing_users` are
    whom nobody knows.
    """

    mutes: list[MuteAnswer]
    own_user: FullUserAnswer
    non_existing_users: NotRequired[list[str]]


class ChatMutesAnswer(MutesAnswer):
    """`mute` is there where one user was named."""

    mute: NotRequired[MuteAnswer]


class UnmutesAnswer(TypedDict):
    non_existing_users: NotRequired[list[str]]


def mutes_answer(
    user_id: str,
    own: Mapping[str, Mute],
    targets: Sequence[str],
    unknown: Sequence[str],
    users: Mapping[str, User],
    now: int,
) -> MutesAnswer:
    shown = ShownMutes({user_id: own}, users)
    user = full_user_answer(user_id, users.get(user_id), shown, now)
    made = dict(zip(own, user["mutes"], strict=True))
    answer: MutesAnswer = {"mutes": [made[id] for id in targets if id in made], "own_user": user}
    if unknown:
        answer["non_existing_users"] = list(unknown)
    return answer


def chat_mutes_answer(answer: MutesAnswer, targets: Sequence[str]) -> ChatMutesAnswer:
    made = answer["mutes"]
    shown: ChatMutesAnswer = {"mutes": made, "own_user": answer["own_user"]}
    if "non_existing_users" in answer:
        shown["non_existing_users"] = answer["non_existing_users"]
    if len(targets) == len(made) == 1:
        shown["mute"] = made[0]
    return shown


def unmutes_answer(unknown: Sequence[str]) -> UnmutesAnswer:
    return {"non_existing_users": list(unknown)} if unknown else {}
