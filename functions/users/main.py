"""Users, as far as moderation needs them."""

from __future__ import annotations

from common import loading
from common.http.function import http_function
from functions.users import accounts, bans, blocks, exports, guests, profiles, queries

users = http_function(
    "users",
    update_users=profiles.update,
    update_users_v1=profiles.update_chat,
    update_users_partial=profiles.change,
    update_users_partial_v1=profiles.change_chat,
    create_guest=guests.create,
    create_guest_v1=guests.create_chat,
    hi=guests.hi,
    query_users=queries.query,
    query_users_v1=queries.query_chat,
    get_user_moderation_report=queries.report,
    delete_user_v1=accounts.delete_chat,
    block_users=blocks.block,
    block_users_v1=blocks.block,
    unblock_users=blocks.unblock,
    unblock_users_v1=blocks.unblock,
    get_blocked_users=blocks.list_blocked,
    get_blocked_users_v1=blocks.list_blocked,
    deactivate_users=accounts.deactivate_many,
    deactivate_users_v1=accounts.deactivate_many,
    reactivate_users=accounts.reactivate_many,
    reactivate_users_v1=accounts.reactivate_many,
    delete_users=accounts.delete_many,
    delete_users_v1=accounts.delete_many,
    restore_users=accounts.restore,
    restore_users_v1=accounts.restore,
    deactivate_user=accounts.deactivate,
    deactivate_user_v1=accounts.deactivate_chat,
    reactivate_user=accounts.reactivate,
    reactivate_user_v1=accounts.reactivate_chat,
    export_user=exports.export,
    export_user_v1=exports.export,
    query_banned_users=bans.query,
    query_banned_users_v1=bans.query,
    query_future_channel_bans=bans.query_future,
    query_future_channel_bans_v1=bans.query_future,
)

loading.done()
