"""Schemes of spam and scams, in other words than the patterns', and what is told much alike."""

from __future__ import annotations

import pytest

from common.domain.content import Content
from common.engines.ai_text.engine import find
from common.engines.ai_text.schemes import SCHEMES, Scheme, schemes

_HARMFUL = {
    "SCAM critical": (
        "this is the security team, forward me the verification code you got by sms",
        "sorry I typed your number by mistake, send me the 6-digit code you received",
        "claim your tokens: import your recovery phrase on the page below",
        "metamask support here, please share your private key so we can unlock it",
    ),
    "SCAM high": (
        "hey dad, I dropped my phone and this is my new number. can you pay a bill for me?",
        "Hallo Mama, neue Nummer! Kannst du mir 900 € überweisen? don't tell papa",
        "mum it's me, texting from a friend's number. need 450 transferred for the rent",
        "my love, the customs want 450 euros, please help me with it and I fly to you",
        "your pc is infected, call our technicians at once and keep the machine on",
        "your windows was hacked! install teamviewer and microsoft will clean it",
    ),
    "SPAM medium": (
        "personal loans, no credit check, same-day payout, text us",
        "burn 8 kg in ten days, order now and thank me later",
        "lonely ladies near you are waiting, tap www.example.com",
    ),
}
_INNOCENT = (
    "hi mum, my new phone arrived, I'll call you tonight",
    "hey dad, can you send me the recipe for grandma's soup?",
    "this is my new number, hi mum!",
    "never share your recovery phrase, no support team will ask for it",
    "I wrote my seed phrase on paper and put it into the safe",
    "enter your seed phrase on the device and on nothing else",
    "somebody wrote 'hi mum, new number, send money', it is a scam",
    "read the code you got from your professor before the lab",
    "can you send me the code for the homework? you said you got it to run",
    "please tell us the order code",
    "my love, I booked the flight, 600 euros for both of us",
    "darling, did you pay the hospital parking?",
    "my laptop has a virus, do I need a new one?",
    "your computer is infected in chapter two and the detective calls her brother",
    "we got a loan for the house, the bank was quick",
    "does a car loan hurt my credit score?",
    "I lost 8 kg since spring by walking to work",
    "the hot girls scene in that film was cringe",
    "single women over forty in this group, how do you meet people?",
    "honey cake needs 500 g flour and my dear grandma's pan",
    "hey dad, new phone! need a case for it, which one did you pay 20 dollars for?",
    "I lost 5 kg, click clack goes my belt haha",
    "I love you so much, the ticket for the concert was only 40 euros",
    "the verification code did not arrive on my phone, please help",
    "how do I export my private keys to a new wallet?",
    "hello mum, could you lend me 20 euros until Friday? I'm at the station",
)


@pytest.mark.parametrize(
    ("told", "text"), [(told, text) for told, texts in _HARMFUL.items() for text in texts]
)
def test_a_scheme_is_told_by_its_story_and_what_it_asks_for(told: str, text: str) -> None:
    name, severity = told.split()
    (label,) = [each for each in find(Content((text,)), 0.5) if each.name == name]
    assert label.severity == severity
    assert [(span.start, span.end) for span in label.spans] == [(0, len(text))]


@pytest.mark.parametrize("text", _INNOCENT)
def test_half_of_a_scheme_is_none(text: str) -> None:
    assert list(schemes(text, 0, len(text))) == []


@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_scheme_is_told_somewhere(scheme: Scheme) -> None:
    texts = [text.lower() for texts in _HARMFUL.values() for text in texts]
    assert any(all(part.search(text) for part in scheme.parts) for text in texts)
