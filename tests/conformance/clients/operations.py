"""The operations of Stream's clients that moderation needs, and which client exposes each (contract
sections 5, 10 and 11). An operation of an older path has the newer one's name with `_v1`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

Group = Literal["moderation", "supporting", "unversioned"]
Client = Literal["getstream", "node-sdk", "stream-chat-js", "stream-chat"]
GENERATED: tuple[Client, ...] = ("getstream", "node-sdk")
JS: Client = "stream-chat-js"
CHAT: Client = "stream-chat"
CLIENTS: tuple[Client, ...] = (*GENERATED, JS, CHAT)
GAVELS_OWN = "GET /api/v1/"
"""How what Gavel alone answers is named."""


@dataclass(frozen=True)
class Operation:
    """`path` has its parameters in braces; one named `key` takes slashes."""

    id: str
    group: Group
    method: str
    path: str
    clients: tuple[Client, ...]

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        parts = re.split(r"\{(\w+)\}", self.path)
        texts = [re.escape(part) if n % 2 == 0 else "[^/]+" for n, part in enumerate(parts)]
        greedy = "{key}" in self.path or "{name}" in self.path
        return re.compile("".join(texts).replace("[^/]+", ".+" if greedy else "[^/]+"))


_MODERATION = """
get_action_config GET action_config
upsert_action_config POST action_config
bulk_upsert_action_config POST action_config/bulk
bulk_delete_action_config POST action_config/bulk_delete
delete_action_config DELETE action_config/{id}
insert_action_log POST action_logs
analyze POST analyze
appeal POST appeal
get_appeal GET appeal/{id}
query_appeals POST appeals
bulk_action_appeals POST appeals/bulk_action
ban POST ban
bulk_image_moderation POST bulk_image_moderation
bypass POST bypass
check POST check JS
check_s3_access POST check_s3_access
upsert_config POST config JS
delete_config DELETE config/{key} JS
get_config GET config/{key} JS
query_moderation_configs POST configs JS
custom_check POST custom_check JS
v2_delete_template DELETE feeds_moderation_template
v2_query_templates GET feeds_moderation_template
v2_upsert_template POST feeds_moderation_template
flag POST flag JS
get_flag_count POST flag_count
query_moderation_flags POST flags
labels POST labels
query_label_results POST labels/results
query_moderation_logs POST logs
upsert_moderation_rule POST moderation_rule JS
delete_moderation_rule DELETE moderation_rule/{id} JS
get_moderation_rule GET moderation_rule/{id} JS
query_moderation_rules POST moderation_rules JS
mute POST mute JS
get_policy_test_run GET policy_tests/runs/{id}
list_policy_test_sets GET policy_tests/sets
create_policy_test_set POST policy_tests/sets
delete_policy_test_set DELETE policy_tests/sets/{id}
get_policy_test_set GET policy_tests/sets/{id}
start_policy_test_run POST policy_tests/sets/{id}/runs
list_queues GET queues
create_queue POST queues
get_queue GET queues/{id}
update_queue PATCH queues/{id}
delete_queue POST queues/{id}/delete
query_review_queue POST review_queue JS
get_review_queue_item GET review_queue/{id}
get_setup_session GET setup
upsert_setup_session POST setup
submit_action POST submit_action JS
submit_moderation_feedback POST submit_moderation_feedback
unban POST unban
unmute POST unmute JS
"""
_SUPPORTING = """
list_block_lists GET /api/v2/blocklists
create_block_list POST /api/v2/blocklists
get_block_list GET /api/v2/blocklists/{name}
update_block_list PUT /api/v2/blocklists/{name}
delete_block_list DELETE /api/v2/blocklists/{name}
import_block_list POST /api/v2/blocklists/{id}/import
get_task GET /api/v2/tasks/{id}
update_users POST /api/v2/users
query_users GET /api/v2/users
update_users_partial PATCH /api/v2/users
block_users POST /api/v2/users/block
get_blocked_users GET /api/v2/users/block
unblock_users POST /api/v2/users/unblock
delete_users POST /api/v2/users/delete
get_app GET /api/v2/app
update_app PATCH /api/v2/app
get_rate_limits GET /api/v2/rate_limits
query_banned_users GET /api/v2/chat/query_banned_users
query_message_flags GET /api/v2/chat/moderation/flags/message
"""
_UNVERSIONED = """
get_app_v1 GET /app JS CHAT
update_app_v1 PATCH /app JS CHAT
list_block_lists_v1 GET /blocklists JS CHAT
create_block_list_v1 POST /blocklists JS CHAT
get_block_list_v1 GET /blocklists/{name} JS CHAT
update_block_list_v1 PUT /blocklists/{name} JS CHAT
delete_block_list_v1 DELETE /blocklists/{name} JS CHAT
ban_v1 POST /moderation/ban JS CHAT
unban_v1 DELETE /moderation/ban JS CHAT
flag_v1 POST /moderation/flag JS CHAT
unflag_v1 POST /moderation/unflag JS CHAT
query_flags_v1 POST /moderation/flags JS
query_message_flags_v1 GET /moderation/flags/message JS CHAT
query_reports_v1 POST /moderation/reports JS CHAT
review_report_v1 PATCH /moderation/reports/{id} JS CHAT
mute_v1 POST /moderation/mute JS CHAT
unmute_v1 POST /moderation/unmute JS CHAT
unblock_message_v1 POST /moderation/unblock_message JS
update_flags_v1 POST /automod/v1/moderation/update_flags JS
query_banned_users_v1 GET /query_banned_users JS CHAT
query_future_channel_bans_v1 GET /query_future_channel_bans JS CHAT
get_task_v1 GET /tasks/{id} JS CHAT
update_users_v1 POST /users JS CHAT
update_users_partial_v1 PATCH /users JS CHAT
query_users_v1 GET /users JS CHAT
delete_user_v1 DELETE /users/{id} JS CHAT
delete_users_v1 POST /users/delete JS CHAT
restore_users_v1 POST /users/restore JS CHAT
deactivate_user_v1 POST /users/{id}/deactivate JS CHAT
deactivate_users_v1 POST /users/deactivate JS CHAT
reactivate_user_v1 POST /users/{id}/reactivate JS CHAT
export_user_v1 GET /users/{id}/export JS CHAT
export_users_v1 POST /export/users JS CHAT
block_users_v1 POST /users/block JS CHAT
unblock_users_v1 POST /users/unblock JS CHAT
get_blocked_users_v1 GET /users/block JS CHAT
create_guest_v1 POST /guest CHAT
get_rate_limits_v1 GET /rate_limits JS CHAT
"""
_SHORT: dict[str, Client] = {"JS": JS, "CHAT": CHAT}


def _read(group: Group, lines: str, prefix: str, always: tuple[Client, ...]) -> list[Operation]:
    found = []
    for line in lines.strip().splitlines():
        id, method, path, *others = line.split()
        clients = (*always, *(_SHORT[each] for each in others))
        found.append(Operation(id, group, method, prefix + path, clients))
    return found


OPERATIONS: dict[str, Operation] = {
    each.id: each
    for each in (
        *_read("moderation", _MODERATION, "/api/v2/moderation/", GENERATED),
        Operation(
            "get_user_moderation_report",
            "moderation",
            "GET",
            "/api/v2/moderation/user_report",
            (JS,),
        ),
        *_read("supporting", _SUPPORTING, "", GENERATED),
        *_read("unversioned", _UNVERSIONED, "", ()),
    )
}


def operation_of(method: str, path: str) -> str | None:
    """The id of what a request asked for."""
    for each in OPERATIONS.values():
        if each.method == method and each.path == path:
            return each.id
    for each in OPERATIONS.values():
        if each.method == method and "{" in each.path and each.pattern.fullmatch(path):
            return each.id
    return None
