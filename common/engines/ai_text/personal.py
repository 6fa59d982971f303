"""Personal data: what reaches, finds or impersonates a person, and how grave its being told is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from common.domain.labels import Severity
from common.engines.ai_text.labels import PII, Finding
from common.engines.circumvention.engine import Located

Places = Callable[[int, int], tuple[int, int]]

_SEVERITY: dict[str, Severity] = {
    "email": "low",
    "phone": "medium",
    "address": "medium",
    "iban": "high",
    "card": "critical",
    "identity": "critical",
}
"""By what a stranger can do with it: write, call, come, take from an account, pose as somebody."""
_DIGIT = re.compile(r"\d")
_ADDRESS = re.compile(
    r"(?<!\w)(?:(?:i|we|he|she|they)\slives?\s(?:at|on|in)"
    r"|(?:my|his|her|their|home)\saddress(?:\sis)?|address(?:\sis|:)|come\sto)\s(?:is\s|:\s?)?(?:(?:apt|flat|unit)\.?\s?\w{1,5},?\s)?"
    r"\d{1,5}[a-z]?,?\s(?:[\w'.\-]{1,20}\s){1,4}?(?:st|street|rd|road|ave|avenue|blvd|boulevard|"
    r"ln|lane|dr|drive|ct|court|way|place|pl|close|crescent|terrace|square|highway)(?!\w)"
)
_IDENTITY = re.compile(
    r"(?<!\w)(?:ssn|social\ssecurity(?:\s(?:number|no\.?))?|passport(?:\s(?:number|no\.?))?|"
    r"(?:reise)?pass(?:nummer|[\s\-]?nr\.?|\shat\sdie\snummer)|ausweisnummer|num[eé]ro\sde\spasseport|passeport|pasaporte|"
    r"passaporto|passaporte|paspoort(?:nummer)?|bsn|national\sinsurance(?:\snumber)?|nino|driver['’]?s?\slicen[cs]e(?:\snumber)?|"
    r"personalausweis(?:nummer)?|dni|cpf|codice\sfiscale|aadhaa?r(?:\s(?:number|no\.?))?)"
    r"(?:\sis|\snumber|\sno\.?)?\s?[:#]?\s?(?P<number>(?=[a-z.\-\s]{0,7}\d)[a-z0-9][a-z0-9.\-]{0,14}"
    r"(?:\s\d{2,4}){0,3})(?!\w)"
)
_DIGITS = 6
_SAID = 0.9


def personal(text: str, signals: Sequence[Located], places: Places) -> Iterator[Finding]:
    """`text` is folded, `signals` are circumvention's; `places` leads to the original."""
    for signal, (start, end) in signals:
        if signal.kind in _SEVERITY:
            severity = _SEVERITY[signal.kind]
            yield Finding(PII, signal.probability, severity, start, end, signal.kind)
    if not _DIGIT.search(text):
        return
    for match in _ADDRESS.finditer(text):
        yield _told("address", *places(*match.span()))
    for match in _IDENTITY.finditer(text):
        if sum(map(str.isdigit, match["number"])) >= _DIGITS:
            yield _told("identity", *places(*match.span("number")))


def _told(kind: str, start: int, end: int) -> Finding:
    return Finding(PII, _SAID, _SEVERITY[kind], start, end, kind)
