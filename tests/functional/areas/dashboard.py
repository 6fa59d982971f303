"""Members, how they sign in, API tokens, and what they do beside deciding."""

from __future__ import annotations

from typing import Any

from tests.functional.areas.area import Area, Made

_PROVIDER: dict[str, Any] = {
    "label": "Our company",
    "issuer": "https://id.example.com",
    "client_id": "gavel",
}


def _things(made: Made, mark: str) -> dict[str, str]:
    """A member with a session, another, a way to sign in, a token, and a note."""
    for id in ("corp", "other"):
        made("PUT", f"/api/v1/sign_in_providers/{id}", {**_PROVIDER, "label": mark})
    token = made("POST", "/api/v1/api_tokens", {"name": mark})["api_token"]["id"]
    body = {"name": f"Member {mark}", "role": "lead", "email": f"{mark}@example.com"}
    member = made("POST", "/api/v1/members", {**body, "queues": [mark], "actions": [mark]})
    id = member["member"]["id"]
    made("POST", "/api/v1/members", {"name": "Second", "role": "moderator"})
    made("PUT", f"/api/v1/members/{id}/preferences", {"preferences": {"theme": mark}})
    made("POST", "/api/v1/notes", {"target_user_id": "author", "text": mark, "user_id": "mo"})
    made("PUT", "/api/v1/page_settings", {"veil_text_labels": [mark]})
    flag = {"entity_type": "post", "entity_id": f"left by {mark}", "entity_creator_id": "left"}
    waits = made("POST", "/api/v2/moderation/flag", {**flag, "user_id": "reporter"})["item_id"]
    return {"member": id, "token": token, "waits": waits}


AREA = Area(
    valid={
        "create_member": {"name": "Anna"},
        "change_member": {"role": "reader"},
        "make_link": {},
        "put_preferences": {"preferences": {"theme": "dark"}},
        "put_sign_in_provider": _PROVIDER,
        "create_api_token": {"name": "importer"},
        "write_note": {"item_id": "{item}", "text": "ask legal", "user_id": "moderator"},
        "skip_item": {"item_id": "{waits}", "user_id": "moderator"},
        "put_page_settings": {"mute": False},
        "set_password": {"password": "correct horse battery"},
    },
    asked={"list_notes": {"target_user_id": "author"}},
    wrong={
        "create_member": (
            ("a name of blanks", "name", {"name": "  "}),
            ("a name with a line", "name", {"name": "a\nb"}),
            ("a role of nobody", "role", {"role": "king"}),
            ("no address", "email", {"email": "anna"}),
        ),
        "change_member": (("no role", "role", {"role": "king"}),),
        "put_preferences": (("too much", "preferences", {"preferences": {"a": "x" * 16_000}}),),
        "put_sign_in_provider": (
            ("no HTTPS", "issuer", {"issuer": "http://id.example.com"}),
            ("a private address", "issuer", {"issuer": "https://10.0.0.1"}),
            ("another scope", "scopes", {"scopes": ["email"]}),
            ("a claim without roles", "roles", {"role_claim": "groups"}),
            ("roles without a claim", "role_claim", {"roles": {"a": "lead"}}),
        ),
        "write_note": (
            ("about nothing", "item_id", {"item_id": None}),
            ("about both", "target_user_id", {"target_user_id": "ann"}),
            ("of nobody", "user_id", {"user_id": None}),
        ),
        "skip_item": (("of nobody", "user_id", {"user_id": None}),),
    },
    ids={
        "members": "{member}",
        "sessions": "x",
        "sign_in_providers": "corp",
        "api_tokens": "{token}",
    },
    samples={
        "create_member name": "Bert",
        "create_member role": "senior",
        "create_member email": "bert@example.com",
        "change_member role": "senior",
        "change_member email": "bert@example.com",
        "put_preferences preferences": {"theme": "light"},
        "put_sign_in_provider issuer": "https://login.example.com",
        "put_sign_in_provider scopes": ["openid", "groups"],
        "put_page_settings translate_url": "https://translate.example.com/",
        "put_page_settings decision_reasons": [{"key": "spam", "label": "Spam"}],
        "put_page_settings use": "act",
        "put_page_settings blur": False,
        "put_page_settings mute": True,
        "list_sessions member_id": "nobody",
    },
    beside={
        "put_sign_in_provider role_claim": {"roles": {"mods": "moderator"}},
        "put_sign_in_provider roles": {"role_claim": "groups"},
        "write_note target_user_id": {"item_id": None},
    },
    things=_things,
)
