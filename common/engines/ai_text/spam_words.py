"""The words, hosts and combinations that the signs of spam and scams are told by."""

from __future__ import annotations

_CHEAP_ENDINGS_WORDS = (
    "top xyz info club site online shop live icu bet store click link buzz support co ru gg io "
    "me to fun win vip work"
)
CHEAP_ENDINGS = frozenset(_CHEAP_ENDINGS_WORDS.split())
_ENDINGS_WORDS = "com net org de fr es uk eu"
ENDINGS = frozenset(_ENDINGS_WORDS.split())
_SHORTENERS_WORDS = "bit.ly tinyurl.com goo.gl t.co is.gd cutt.ly rb.gy ow.ly t.me"
SHORTENERS = frozenset(_SHORTENERS_WORDS.split())
_KNOWN_HOSTS_WORDS = (
    "apple.com bbc.co.uk bbc.com cnn.com facebook.com github.com goo.gl google.com imgur.com "
    "instagram.com medium.com microsoft.com nytimes.com reddit.com spotify.com "
    "stackoverflow.com theguardian.com twitch.tv twitter.com wikipedia.org x.com youtu.be "
    "youtube.com"
)
KNOWN_HOSTS = frozenset(_KNOWN_HOSTS_WORDS.split())

WORDS = {
    "urgent": (
        "urgent urgently immediately now today tonight hurry expires expire final last minutes "
        "hours 24h 48h limited instantly instant asap suspended blocked deactivated before until "
        "sofort heute nur urgente hoy hoje maintenant"
    ),
    "reach": (
        "whatsapp telegram dm inbox signal wechat snap kik contact text message call reply email "
        "contacta escribe escribenos kontakt schreib contacte chama"
    ),
    "messenger": "whatsapp telegram wechat signal viber kik snapchat imo",
    "gain": (
        "free win won winner winners prize reward rewards bonus claim gift giveaway airdrop "
        "voucher profit earn income cash refund grant inheritance lottery congratulations double "
        "guaranteed gratis gewonnen gewinn gagne gagné ganado garantizada ganancia lucro "
        "garantiert garanti felicidades félicitations"
    ),
    "secret": (
        "password pin otp ssn seed phrase recovery login cvv credentials verify validate confirm "
        "verification private key wallet bank card tan"
    ),
    "payment": (
        "bitcoin btc eth usdt crypto zelle venmo cashapp moneygram paypal wire deposit fee "
        "payment western union gift cards codes transfer shipping bizum"
    ),
    "sale": (
        "buy order sale off cheap price prices discount offer promo deal delivery shipping "
        "available subscribe followers likes viewers replica casino spins kaufe rabatt compra "
        "compre achetez"
    ),
    "page": "profile bio page link channel server click join visit follow subscribe vote",
    "adult": "onlyfans nudes sexy hot singles cam vids naked escorts 18 nsfw viagra cialis",
    "no_risk": "guaranteed legit risk trust guarantee garantiert garantizada garantido",
    "transfer": "send transfer deposit pay wire lend forward invest settle",
    "authority": (
        "hmrc irs usps dhl fedex ups paypal netflix amazon apple microsoft facebook instagram "
        "google bank customs police court lawyer barrister attorney agent officer admin "
        "administrator support helpdesk team government embassy binance coinbase metamask steam"
    ),
    "problem": (
        "suspended blocked locked frozen limited declined unpaid outstanding deactivated "
        "restricted failed unusual unauthorized hacked banned violation closed disconnected "
        "lawsuit warrant overdue held pending gesperrt bloqueada bloque suspendu"
    ),
    "story": (
        "widow syria army doctor inheritance beneficiary deceased fortune charity engineer "
        "stranded customs gold diplomat fund funds dying"
    ),
    "work": (
        "home daily weekly hiring salary remote recruiter earn experience paid training job jobs "
        "vacancy tasks commission online"
    ),
    "homework": (
        "essay essays assignment assignments thesis dissertation homework exam exams coursework "
        "writers tutors quizzes"
    ),
    "growth": (
        "followers likes views subs viewers subscribers boost promote promo promotion feature seo "
        "backlinks traffic leads verified"
    ),
    "recovery": "recover recovered recovery unlock restore hacker unban",
    "trade": (
        "forex trader trading signals invest investment mining presale pump profit profits "
        "returns binary coin coins token gem"
    ),
}
"""By what they are about; a word may be of several kinds."""

_PAIRS = (
    "money+reach money+link money+urgent money+gain money+no_risk link+urgent link+gain "
    "link+secret link+sale phone+messenger phone+reach mail+reach handle+reach gain+reach "
    "gain+urgent sale+reach secret+urgent adult+page sale+page payment+urgent payment+money "
    "authority+problem authority+link authority+secret problem+link problem+secret "
    "problem+urgent transfer+secret transfer+money transfer+payment story+money story+transfer "
    "work+money work+reach homework+sale homework+reach growth+sale growth+money growth+reach "
    "recovery+reach recovery+handle trade+gain trade+reach trade+money trade+no_risk"
)
TOGETHER = tuple((*pair.split("+"), pair) for pair in _PAIRS.split())
"""Signs that say more together than each does alone, and the name of both."""
