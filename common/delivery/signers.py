"""With what each app's callbacks and webhooks are signed."""

from __future__ import annotations

from common.configuration.configuration import Configuration, Configurations
from common.configuration.vaults import vault_of
from common.domain.apps import ENVIRONMENTS_APP, api_key_key, app_key, credential_of
from common.domain.cache import Cache
from common.domain.errors import NotFound
from common.domain.secret_fields import opened
from common.domain.settings import settings_key
from common.outgoing.signing import Signer, parse_private_key, parse_secret
from common.settings import Settings
from common.store.store import Store

_MEMORY = 1_000


class Signers:
    """Remembers an app's signer for `config_ttl` seconds, or until its configuration changes."""

    def __init__(self, settings: Settings, store: Store, configurations: Configurations) -> None:
        self._settings = settings
        self._vault = vault_of(settings)
        self._store = store
        self._configurations = configurations
        self._held: Cache[str, tuple[int, Signer]] = Cache(_MEMORY, settings.config_ttl)

    async def of(self, app: str) -> Signer:
        """Raises NotFound for an app that has no credentials any more, CannotOpen for one whose
        secrets another key has sealed.
        """
        configuration = await self._configurations.of(app)
        held = self._held.get(app, None)
        if held is not None and held[0] == configuration.version:
            return held[1]
        signer = await self._signer(app, configuration)
        self._held.put(app, (configuration.version, signer))
        return signer

    async def _signer(self, app: str, configuration: Configuration) -> Signer:
        api_key, api_secret = await self._credential(app)
        settings = opened(self._vault, settings_key(app), configuration.settings)
        return Signer(
            api_key,
            api_secret,
            tuple(parse_secret(text) for text in settings.get("signing_secrets") or ()),
            tuple(parse_private_key(text) for text in settings.get("signing_keys") or ()),
        )

    async def _credential(self, app: str) -> tuple[str, str]:
        """What a client of the app uses, as the authenticator takes it."""
        given = self._settings
        if app == ENVIRONMENTS_APP and given.api_key and given.api_secret:
            return given.api_key, given.api_secret
        (known,) = await self._store.get([app_key(app)])
        if known is not None:
            api_key = known.data["api_key"]
            (document,) = await self._store.get([api_key_key(api_key)])
            if document is not None:
                credential = credential_of(opened(self._vault, document.key, document.data))
                if credential.secret is not None:
                    return api_key, credential.secret
        raise NotFound(f"the app {app!r} has no credentials to sign with")
