"""Policies, block lists, webhooks, rules, actions, report categories, settings, users."""

from __future__ import annotations

from common.http.function import http_function
from functions.configure import app, block_lists, description, policies, resources, settings, users

configure = http_function(
    "configure",
    upsert_config=policies.upsert,
    get_config=policies.get,
    delete_config=policies.delete,
    query_configs=policies.query,
    list_block_lists=block_lists.list_all,
    create_block_list=block_lists.create,
    get_block_list=block_lists.get,
    update_block_list=block_lists.update,
    delete_block_list=block_lists.delete,
    get_app=app.get,
    update_app=app.update,
    update_users=users.update,
    update_users_v1=users.update_chat,
    update_users_partial=users.change,
    update_users_partial_v1=users.change_chat,
    query_banned_users=users.query_banned,
    query_banned_users_v1=users.query_banned,
    list_rules=resources.RULES.list,
    get_rule=resources.RULES.get,
    put_rule=resources.put_rule,
    delete_rule=resources.RULES.delete,
    list_actions=resources.ACTIONS.list,
    get_action=resources.ACTIONS.get,
    put_action=resources.put_action,
    delete_action=resources.ACTIONS.delete,
    test_action=resources.test_action,
    list_report_categories=resources.CATEGORIES.list,
    get_report_category=resources.CATEGORIES.get,
    put_report_category=resources.put_category,
    delete_report_category=resources.CATEGORIES.delete,
    get_settings=settings.get,
    put_settings=settings.put,
    openapi=description.get,
)
