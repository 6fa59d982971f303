"""An app of Stream's API, through Stream's own client, with answers as they come over the wire."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import httpx


class CannotMigrate(Exception):
    """The whole of it cannot go on: the message is for whoever started it."""


class Refused(Exception):
    """A call was refused; `fields` has what is wrong by its name."""

    def __init__(self, message: str, status: int, fields: dict[str, str]) -> None:
        super().__init__(message)
        self.status = status
        self.fields = fields


class App:
    """Raises CannotMigrate where the client is not installed."""

    def __init__(self, url: str, key: str, secret: str) -> None:
        try:
            from getstream import Stream
        except ImportError:
            raise CannotMigrate("needs Stream's client: pip install 'getstream>=7,<8'") from None
        self.url = url
        self._stream = Stream(api_key=key, api_secret=secret, base_url=url)
        self._homes = (self._stream, self._stream.moderation, self._stream.chat)
        self._body: Any = None
        for home in self._homes:
            home.client.event_hooks["response"].append(self._seen)

    def call(self, operation: str, **fields: Any) -> Any:
        """The answer's body. Raises Refused, and CannotMigrate where nothing answers."""
        from getstream.exceptions import StreamApiException, StreamTransportException

        home = next(each for each in self._homes if hasattr(each, operation))
        try:
            getattr(home, operation)(**fields)
        except StreamTransportException as error:
            raise CannotMigrate(f"{self.url} does not answer: {error}") from error
        except StreamApiException as error:
            named = dict(error.exception_fields or {})
            if error.status_code in (401, 429):
                raise CannotMigrate(f"{self.url} refuses {operation}: {error.message}") from error
            raise Refused(error.message, error.status_code, named) from error
        return self._body

    def close(self) -> None:
        for home in reversed(self._homes):
            home.close()

    def _seen(self, response: httpx.Response) -> None:
        response.read()
        self._body = response.json()
