"""Stream's two clients for Python, unmodified."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from json import JSONDecodeError
from typing import Any, get_args, get_type_hints
from urllib.parse import urlsplit

import httpx
import requests
from getstream import Stream
from getstream.chat.rest_client import ChatRestClient
from getstream.common.rest_client import CommonRestClient
from getstream.exceptions import StreamApiException
from getstream.moderation.rest_client import ModerationRestClient
from stream_chat import StreamChat
from stream_chat.base.exceptions import StreamAPIException

from . import record
from .caller import Refused
from .operations import CHAT, OPERATIONS, Client
from .shapes import problems

_IN_CHAT = frozenset({"query_banned_users", "query_message_flags"})


class Getstream:
    """Answers with the body, which is what the client's own types say and was decoded into them."""

    name: Client = "getstream"

    def __init__(self, url: str, **credentials: str) -> None:
        self.stream = Stream(base_url=url, **credentials)
        self._body: Any = None
        for client in (self.stream, self.stream.moderation, self.stream.chat):
            client.client.event_hooks["response"].append(self._seen)

    def call(self, operation: str, **fields: Any) -> Any:
        home: Any = self.stream
        if OPERATIONS[operation].group == "moderation":
            home = self.stream.moderation
        elif operation in _IN_CHAT:
            home = self.stream.chat
        renamed = {"_async" if name == "async" else name: each for name, each in fields.items()}
        try:
            getattr(home, operation)(**renamed)
        except StreamApiException as error:
            raise Refused(
                error.status_code, error.code, error.message, dict(error.exception_fields or {})
            ) from error
        wrong = list(problems(_answer_of(operation), self._body, operation))
        assert not wrong, wrong
        return self._body

    def close(self) -> None:
        for client in (self.stream.chat, self.stream.moderation, self.stream):
            client.close()

    def _seen(self, response: httpx.Response) -> None:
        response.read()
        note_httpx(response)
        try:
            self._body = response.json()
        except JSONDecodeError:
            self._body = None


def _answer_of(operation: str) -> Any:
    """The type of what the client finds in the body, by the annotations of its methods."""
    for home in (ModerationRestClient, CommonRestClient, ChatRestClient):
        for found in _functions(getattr(home, operation, None)):
            if answer := get_type_hints(found).get("return"):
                return get_args(answer)[0]
    raise LookupError(operation)


def _functions(method: Any) -> Iterator[Any]:
    """The method and those that it decorates, which it does not name."""
    if callable(method):
        yield method
        for cell in method.__closure__ or ():
            yield from _functions(cell.cell_contents)


def note_httpx(response: httpx.Response) -> None:
    request = response.request
    record.note("getstream", request.method, request.url.path, response.status_code)


def note_requests(response: requests.Response, *_args: Any, **_options: Any) -> None:
    request = response.request
    path = urlsplit(request.url or "").path
    record.note("stream-chat", request.method or "", path, response.status_code)


class Chat:
    name: Client = CHAT

    def __init__(self, url: str, key: str, secret: str) -> None:
        self.chat = StreamChat(key, secret, base_url=url, timeout=30)
        self.chat.session.hooks["response"].append(note_requests)

    def call(self, operation: str, **fields: Any) -> Any:
        try:
            return dict(_CALLS[operation](self.chat, dict(fields)))
        except StreamAPIException as error:
            raise Refused(
                error.status_code, error.error_code, error.error_message, _fields_of(error)
            ) from error

    def close(self) -> None:
        self.chat.session.close()


def _fields_of(error: StreamAPIException) -> dict[str, str]:
    named: dict[str, str] = json.loads(error.response_text).get("exception_fields", {})
    return named


Fields = dict[str, Any]
Call = Callable[[StreamChat, Fields], Mapping[str, Any]]


def _flag(client: StreamChat, fields: Fields) -> Mapping[str, Any]:
    if "target_message_id" in fields:
        return client.flag_message(fields.pop("target_message_id"), **fields)
    return client.flag_user(fields.pop("target_user_id"), **fields)


def _unflag(client: StreamChat, fields: Fields) -> Mapping[str, Any]:
    if "target_message_id" in fields:
        return client.unflag_message(fields.pop("target_message_id"), **fields)
    return client.unflag_user(fields.pop("target_user_id"), **fields)


def _mute(client: StreamChat, fields: Fields) -> Mapping[str, Any]:
    by = fields.pop("user_id")
    if "target_ids" in fields:
        return client.mute_users(fields.pop("target_ids"), by, **fields)
    return client.mute_user(fields.pop("target_id"), by, **fields)


def _unmute(client: StreamChat, fields: Fields) -> Mapping[str, Any]:
    if "target_ids" in fields:
        return client.unmute_users(fields["target_ids"], fields["user_id"])
    return client.unmute_user(fields["target_id"], fields["user_id"])


_CALLS: dict[str, Call] = {
    "get_app_v1": lambda c, _: c.get_app_settings(),
    "update_app_v1": lambda c, f: c.update_app_settings(**f),
    "list_block_lists_v1": lambda c, _: c.list_blocklists(),
    "create_block_list_v1": lambda c, f: c.create_blocklist(
        f["name"], f["words"], f.get("type", "word")
    ),
    "get_block_list_v1": lambda c, f: c.get_blocklist(f["name"]),
    "update_block_list_v1": lambda c, f: c.update_blocklist(f["name"], f["words"]),
    "delete_block_list_v1": lambda c, f: c.delete_blocklist(f["name"]),
    "ban_v1": lambda c, f: c.ban_user(f.pop("target_user_id"), **f),
    "unban_v1": lambda c, f: c.unban_user(f.pop("target_user_id"), **f),
    "flag_v1": _flag,
    "unflag_v1": _unflag,
    "query_message_flags_v1": lambda c, f: c.query_message_flags(f.pop("filter_conditions"), **f),
    "query_reports_v1": lambda c, f: c._query_flag_reports(**f.pop("filter_conditions", {}), **f),
    "review_report_v1": lambda c, f: c._review_flag_report(
        f.pop("id"), f.pop("review_result"), f.pop("user_id"), **f
    ),
    "mute_v1": _mute,
    "unmute_v1": _unmute,
    "query_banned_users_v1": lambda c, f: c.query_banned_users(f),
    "query_future_channel_bans_v1": lambda c, f: c.query_future_channel_bans(**f),
    "get_task_v1": lambda c, f: c.get_task(f["id"]),
    "update_users_v1": lambda c, f: c.upsert_users(list(f["users"].values())),
    "update_users_partial_v1": lambda c, f: c.update_users_partial(f["users"]),
    "query_users_v1": lambda c, f: c.query_users(
        f.pop("filter_conditions", {}), f.pop("sort", None), **f
    ),
    "delete_user_v1": lambda c, f: c.delete_user(f.pop("id"), **f),
    "delete_users_v1": lambda c, f: c.delete_users(f.pop("user_ids"), f.pop("user", "soft"), **f),
    "restore_users_v1": lambda c, f: c.restore_users(f["user_ids"]),
    "deactivate_user_v1": lambda c, f: c.deactivate_user(f.pop("id"), **f),
    "deactivate_users_v1": lambda c, f: c.deactivate_users(f.pop("user_ids"), **f),
    "reactivate_user_v1": lambda c, f: c.reactivate_user(f.pop("id"), **f),
    "export_user_v1": lambda c, f: c.export_user(f.pop("id"), **f),
    "export_users_v1": lambda c, f: c.export_users(f["user_ids"]),
    "block_users_v1": lambda c, f: c.block_user(f["blocked_user_id"], f["user_id"]),
    "unblock_users_v1": lambda c, f: c.unblock_user(f["blocked_user_id"], f["user_id"]),
    "get_blocked_users_v1": lambda c, f: c.get_blocked_users(f["user_id"]),
    "create_guest_v1": lambda c, f: c.set_guest_user(f["user"]),
    "get_rate_limits_v1": lambda c, f: c.get_rate_limits(**f),
}
CHAT_CALLS = frozenset(_CALLS)
