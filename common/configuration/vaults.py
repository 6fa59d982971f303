"""The vault of a context: whose keys seal what it stores, and open what it sends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from common.domain.vault import Vault
from common.settings import Settings

if TYPE_CHECKING:
    from common.configuration.context import Context


def vault_of(settings: Settings) -> Vault:
    """Beside a file of its own a key can lie, so that one is made where none was given. On the
    clouds it has to be given, for each function the same.
    """
    folder = settings.data if settings.store == "sqlite" else None
    return Vault(settings.encryption_key or "", folder)


def vault_in(context: Context) -> Vault:
    return context.one(_vault)


def _vault(context: Context) -> Vault:
    return vault_of(context.settings)
