"""What an app has set, and the version of all that it has configured."""

from __future__ import annotations

from typing_extensions import TypedDict

from common.store.store import Collection, Key

DEFAULT_POLICY = "default"


class AppSettings(TypedDict, total=False):
    """What was ever set. `retry_delays` are seconds; the secrets and keys that sign are as text
    with their prefixes, and never answered. Users' tokens that were issued before
    `revoke_tokens_issued_before`, in nanoseconds, are worth nothing.
    """

    default_policy: str
    default_region: str | None
    first_match_only: dict[str, bool]
    retry_delays: list[float] | None
    signing_secrets: list[str] | None
    signing_keys: list[str] | None
    enable_hook_payload_compression: bool
    revoke_tokens_issued_before: int | None
    has_bypasses: bool
    hooks_changed_at: int
    updated_at: int


class ConfigurationVersion(TypedDict):
    """Raised in the commit of every change, so that one small read tells whether there was one."""

    version: int


def settings_key(app: str) -> Key[AppSettings]:
    return Key(app, "configuration", "settings")


def version_key(app: str) -> Key[ConfigurationVersion]:
    return Key(app, "configuration", "version")


CONFIGURATION: Collection[ConfigurationVersion] = Collection("configuration")
