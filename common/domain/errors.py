"""What a use case may refuse. The HTTP layer turns each kind into the contract's error body."""

from __future__ import annotations

from collections.abc import Mapping


class Refused(Exception):
    """`fields` maps a field's name to what is wrong with it."""

    def __init__(self, message: str, fields: Mapping[str, str] | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.fields = dict(fields or {})


class Invalid(Refused):
    """The input is wrong; the same input will be refused again."""

    @classmethod
    def field(cls, name: str, problem: str) -> Invalid:
        return cls(f"{name} {problem}", {name: problem})

    def renamed(self, before: str, after: str) -> Invalid:
        """With the fields whose names begin with `before` under the names that the caller has."""
        names = {name: name.replace(before, after, 1) for name in self.fields}
        names = {old: new for old, new in names.items() if old.startswith(before)}
        message = self.message
        for old, new in names.items():
            message = message.replace(old, new, 1)
        return Invalid(message, {names.get(k, k): v for k, v in self.fields.items()})


class Outdated(Refused):
    """What the request is based on has changed since; on what is there now it may be right."""


class NotFound(Refused):
    """What the request names does not exist in this app."""


class NotAllowed(Refused):
    """The caller is known and may not do this."""


class TryAgain(Refused):
    """Nothing is wrong with the input; the same request may succeed later."""


class TooMany(Refused):
    """Refused for how often it was asked; it may be asked again after so many `seconds`."""

    def __init__(self, message: str, seconds: int) -> None:
        super().__init__(message)
        self.seconds = seconds
