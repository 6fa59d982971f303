"""The words of proposals to leave, in folded text without accents: one entry a language."""

from __future__ import annotations

from typing import NamedTuple


class Move(NamedTuple):
    """Patterns of one language: what `proposes`, what says `outside` this place; what says that
    `fees` are saved, and that it goes `directly`. A text without one of the `hints`, which are
    whole words, is not looked at.
    """

    hints: str
    proposes: str
    outside: str
    fees: str
    directly: str


_PLACE = (
    r"(?:sites?|web\s?sites?|platforms?|apps?|marketplace|system|here|airbnb|ebay|etsy|fiverr|"
    r"upwork|vinted|vrbo|booking(?:\.com)?|depop|poshmark|mercari|uber|lyft|turo|onlyfans)"
)

MOVES = (
    Move(
        "off outside away fee fees commission commissions cut takes keeps charges",
        r"\b(?:let['’]?s|(?:can|could|should|shall)\s(?:we|you|i)|(?:we|you)\s(?:can|could|should)|"
        r"i(?:['’]d|\swould)?\s(?:rather|prefer)|prefer\sto|wanna|want\sto|better\sto|happy\sto|"
        r"willing\sto|is\sit\sok(?:ay)?\sif\swe|(?:do|would)\syou\smind\sif\swe|(?:pay|book|contact|message|text|reach|call|email|write|dm|hire|order|deal|send|"
        r"transfer)\s(?:it\s|this\s|the\s\w{1,12}\s)?(?:to\s|with\s|from\s)?(?:me|us)|if\s(?:you|we)\s"
        r"(?:pay|book|deal|order|cancel)|cancel\s(?:the|this|your)\s\w{1,12})\b",
        rf"\b(?:deal|talk|chat|continue|pay|payments?|move|do\s(?:it|this|business)|take\s(?:it|this)|settle|"
        rf"arrange|book|trade|handle|work|complete|finish|contact|message|text|reach|email|connect|speak|"
        rf"communicate|send|transfer|order|sell|buy|negotiate|meet)\b(?:\s[\w'’]{{1,12}}){{0,5}}?\s"
        rf"(?:off|outside(?:\sof)?|away\sfrom)\s(?:the\s|this\s|that\s|of\s)?{_PLACE}(?![\w])",
        r"\b(?:avoid|skip|save(?:\son)?|without|dodge|bypass|around|no|cut\sout|not\spay|lose|minus)\s"
        r"(?:paying\s|having\sto\spay\s)?(?:the\s|their\s|any\s|those\s|these\s|all\s)?(?:\w{1,12}\s){0,2}"
        rf"(?:fees?|commissions?|cut)\b|\b{_PLACE}\s(?:only\s|just\s|always\s)?(?:takes|keeps|charges)\s(?:way\s|far\s)?"
        r"(?:(?:too|so)\smuch(?!\s(?:memory|time|space|data|battery|power|effort))|half|(?:a|its|their)\s(?:\w{1,8}\s)?(?:cut|share|fee|commission|percentage)|"
        r"\d{1,2}(?:[.,]\d)?\s?(?:%|percent))",
        r"\b(?:direct|directly|privately|private|outside|off\s(?:the\s)?\w{1,12}|cash|paypal|venmo|zelle|"
        r"cash\s?app|bank\stransfer|wire|crypto|friends\s(?:and|&)\sfamily)\b",
    ),
    Move(
        "ausserhalb abseits gebuhr gebuhren provision servicegebuhr servicegebuhren verkaufsgebuhr",
        r"\b(?:lasst?\suns|(?:konnen|konnten|wollen|sollen)\swir|wir\s(?:konnen|konnten|sollten)|lieber|am\s"
        r"besten|(?:zahl|bezahl|schreib|kontaktier|uberweis|ruf|buch)\w{0,3}|meld\w{0,2}\sdich|ich\smochte)\b",
        r"\b(?:ausserhalb|abseits)\s(?:von\s)?(?:der|dieser|dieses|des|dem)?\s?(?:plattform|app|seite|website|"
        r"webseite|portals?|marktplatz\w{0,2}|ebay|airbnb|vinted|kleinanzeigen|booking)\b",
        r"\b(?:ohne|spar\w{0,3}|umgeh\w{0,3})\s(?:uns\s|wir\suns\s|dabei\s|wir\s)?(?:die\s|der\s)?(?:\w{1,14}\s)?"
        r"(?:\w{0,9}gebuhr(?:en)?|provision)\b|\b(?:gebuhr(?:en)?|provision)\s(?:zu\s)?(?:sparen|umgehen)\b",
        r"\b(?:direkt|privat|bar|uberweis\w{0,4}|paypal|uberweisung)\b",
    ),
    Move(
        "hors dehors frais commission commissions passer",
        r"\b(?:on\s(?:pourrait|peut|fait|passe|continue|regle)|payez?|pouvez[\s\-]vous|contactez?|ecri\w{0,4}|"
        r"parlons|discutons|continuons|reglons|faisons|je\sprefere|vous\spouvez|tu\speux|virement)\b",
        r"\b(?:hors|en\sdehors)\s(?:de\s)?(?:la\s|du\s|l['’]\s?|cette\s|ce\s|le\s)?(?:plateforme|site|"
        r"appli(?:cation)?|airbnb|vinted|leboncoin)\b",
        r"\b(?:evit\w{1,4}|sans|economis\w{1,5})\s(?:payer\s)?(?:les?\s|de\s|la\s|des\s)?(?:frais|commissions?)\b|"
        r"\b(?:tu|vous|s['’]arrang\w{1,4}|entre\snous)\b[^.!?]{0,60}\bsans\spasser\spar\s(?:la\s|le\s|l['’]\s?|cette\s|ce\s)?(?:plateforme|site|appli(?:cation)?|airbnb|vinted|leboncoin)\b",
        r"\b(?:direct(?:ement)?|en\sliquide|virement|paypal|especes|en\sprive)\b",
    ),
    Move(
        "fuera comision comisiones tarifas tarifa",
        r"\b(?:podemos|podriamos|vamos\sa|mejor|prefiero|pag\w{1,6}|escrib\w{2,6}|contact\w{1,7}|hablemos|hablamos|"
        r"sigamos|hacemos|hagamos|puedes|quieres|transfier\w{1,4})\b",
        r"\bfuera\sde\s(?:la\s|esta\s|este\s|el\s|l\s)?(?:plataforma|app|aplicacion|pagina|web|sitio|airbnb|wallapop)\b",
        r"\b(?:sin|evit\w{1,5}|ahorr\w{1,5})\s(?:pagar\s)?(?:las?\s|el\s|los\s)?(?:comision(?:es)?|tarifas?)\b",
        r"\b(?:directo|directamente|efectivo|transferencia|bizum|paypal|privado)\b",
    ),
    Move(
        "fora taxa taxas comissao comissoes",
        r"\b(?:podemos|vamos|melhor|prefiro|pag\w{1,5}|(?:me\s)?chama|fal\w{1,5}|negoci\w{1,5}|fech\w{1,5}|convers\w{1,5}|"
        r"continu\w{1,5}|quer|faz\w{0,5}|manda)\b",
        r"\b(?:por\s)?fora\s(?:da|do|dessa|desse|desta|deste)\s(?:plataforma|app|aplicativo|site|airbnb|olx)\b",
        r"\b(?:sem|evit\w{1,4}|fugir\sda)\s(?:pagar\s)?(?:a\s|as\s)?(?:taxas?|comiss(?:ao|oes))\b",
        r"\b(?:direto|diretamente|pix|transferencia|dinheiro|por\sfora)\b",
    ),
    Move(
        "fuori commissioni commissione",
        r"\b(?:possiamo|potremmo|meglio|preferisco|pag\w{1,5}|scriv\w{1,5}|parliamo|sentiamoci|continuiamo|facciamo|"
        r"contatt\w{1,5}|vuoi)\b",
        r"\b(?:fuori|al\sdi\sfuori)\s(?:da(?:lla|l|ll['’])?|della|del|di)?\s?(?:questa\s|questo\s)?(?:piattaforma|sito|app|"
        r"applicazione|airbnb|subito|vinted)\b",
        r"\b(?:senza|evit\w{1,5}|risparmi\w{1,4})\s(?:pagare\s)?(?:le\s|la\s)?commission[ei]\b",
        r"\b(?:diretta\w{0,5}|bonifico|contanti|paypal|postepay|privata\w{0,5}|privato)\b",
    ),
    Move(
        "buiten kosten commissie servicekosten",
        r"\b(?:laten\swe|(?:kunnen|zullen|zouden)\swe|we\s(?:kunnen|regelen)|liever|betaal\w{0,2}|stuur|contacteer|"
        r"regel\w{0,2}|als\sje|maak\shet)\b",
        r"\bbuiten\s(?:de\s|deze\s|het\s|dit\s)?(?:platform|app|site|website|marktplaats|vinted|airbnb)\b",
        r"\b(?:zonder|bespaar\w{0,3}|besparen\swe|vermijd\w{0,2})\s(?:de\s|we\s)?(?:\w{0,8}kosten|commissie)\b|"
        r"\b(?:kosten|commissie)\s(?:te\s)?(?:besparen|vermijden|omzeilen)\b",
        r"\b(?:rechtstreeks|direct|contant|tikkie|overmaken|prive|onderling)\b",
    ),
    Move(
        "disinda disindan komisyon komisyonsuz",
        r"\b(?:anlas|konus|odeme|odey|ode\b|yaz|hallede|gorus|ulas|yapa|devam|gonder)\w{0,9}",
        r"\b(?:uygulama|site|platform|sistem)\w{0,4}\s?(?:nin\s|nun\s|un\s|in\s)?disinda\w{0,2}",
        r"\bkomisyon(?:suz|\s(?:odeme|verme|olma)\w{0,5})\b",
        r"\b(?:elden|direkt|dogrudan|havale|eft|iban|nakit)\b",
    ),
    Move(
        "вне мимо обход комиссии комиссия комиссию процентов",
        r"\b(?:даваи(?:те)?|можем|можно|лучше|предлагаю|перевед\w{1,4}|оплат\w{1,4}|заплат\w{1,4}|пиши(?:те)?|"
        r"договоримся|переведи(?:те)?|скиньте|скинь)\b",
        r"\b(?:вне|мимо|в\sобход)\s(?:этого\s|этои\s|нашего\s)?(?:саита|площадки|платформы|приложения|авито|сервиса)\b",
        r"\bбез\s(?:вашеи\s|их\s)?(?:комисси\w{1,2}|процентов)\b",
        r"\b(?:напрямую|на\sкарту|переводом|наличн\w{1,3}|лично)\b",
    ),
    Move(
        "خارج عمولة عموله رسوم العمولة الرسوم",
        r"(?:نتكلم|نتواصل|ادفع|أدفع|حول|نكمل|تواصل|راسلني|كلمني|الدفع|نتفق|دعنا|خلينا|نخلي|تعال)",
        r"خارج\s(?:هذا\s|هذه\s)?(?:التطبيق|المنص[ةه]|الموقع|البرنامج)",
        r"(?:بدون|بلا|نتجنب|لتجنب|نوفر)\s(?:دفع\s)?(?:ال)?(?:عمول[ةه]|رسوم)",
        r"(?:مباشر[ةه]|تحويل|نقدا|كاش)",
    ),
    Move(
        "बाहर कमीशन फीस फ़ीस bahar commission fees",
        r"(?:करते|करें|करो|कर\sलो|दे\sदो|दो|लेते|भेजो|चलो|आओ|\b(?:karte|karo|kare|karein|karlo|de\sdo|dedo|bhejo|chalo|"
        r"krte|kro|karna)\b)",
        r"(?:ऐप|एप|साइट|प्लेटफॉर्म|प्लेटफार्म|वेबसाइट)\s(?:के|से)\sबाहर|\b(?:app|site|platform)\s(?:ke|se)\s(?:bahar|bahir)\b",
        r"बिना\s(?:किसी\s)?(?:कमीशन|फ\u093c?ीस)|\bbina\s(?:kisi\s)?(?:commission|fees?)\b",
        r"(?:सीधे|सीधा|नकद|यूपीआई)|\b(?:direct|seedh[ae]|upi|cash|paytm|gpay)\b",
    ),
    Move(
        "luar biaya komisi potongan",
        r"\b(?:yuk|ayo|mari|bisa|kita|mending|lebih\sbaik|transaksi|bayar|lanjut\w{0,3}|hubungi|langsung\saja|transfer)\b",
        r"\bluar\s(?:aplikasi|app|platform|situs|website|tokopedia|shopee|sistem)\b",
        r"\b(?:tanpa|hindari|biar\s(?:ga|gak|tidak|nggak)\skena|supaya\stidak\skena)\s(?:biaya|potongan|komisi)\b",
        r"\b(?:langsung|transfer|tunai|cash|rekening|dana|gopay)\b",
    ),
)

APPS_ELSEWHERE = (
    r"\b(?:let['’]?s|can\swe|could\swe|wanna|want\sto|we\s(?:can|could|should)|prefer\sto|rather)\s"
    r"(?:just\s|maybe\s|please\s)?(?:talk|chat|text|message|speak|continue(?:\s(?:this|our|the)\s"
    r"(?:chat|conversation|talk))?|(?:take|move)\s(?:this|it|(?:the|our)\s(?:chat|conversation)))\s(?:more\s|there\s)?(?:on|to|over\sto|via|through)\s"
    r"(?:an?other|a\sdifferent|some\sother)\s(?:app|messenger|chat\sapp)\b(?!\s(?:server|service|version|store|folder))|"
    r"\b(?:let['’]?s|can\swe|could\swe|wanna|want\sto|we\s(?:can|could|should)|prefer\sto|rather)\s"
    r"(?:just\s|maybe\s|please\s)?(?:talk|chat|text|continue|keep\s(?:talking|chatting|texting))\s"
    r"(?:on|via|through)\s(?:an?other|a\sdifferent|some\sother)\s(?:platform|site|website)\b|"
    r"\b(?:message|text|add|find|write|contact|dm|hit)\sme\s(?:up\s)?(?:on|via|through)\s(?:an?other|a\sdifferent|"
    r"my\sother)\s(?:app|messenger|platform)\b"
)
"""These say no more than that it is another app, and only in English."""

_WARNED = (
    r"refus\w{1,4}|beware|warn\w{0,4}|report\w{0,3}|scam\w{0,5}|fraud\w{0,4}|against|rules?|policy|"
    r"polic(?:y|ies)|tos|terms|(?:not\s|is\sit\s|it\s)?allowed|illegal|banned|ban|"
    r"verboten|betrug\w{0,3}|erlaubt|regeln|interdit|arnaque\w{0,2}|regles|prohibido|estafa\w{0,4}|normas|reglas|"
    r"proibido|golpe|regras|vietato|truffa\w{0,2}|regole|verboden|oplicht\w{1,6}|regels|yasak|"
    r"dolandiric\w{0,4}|kurallar\w{0,4}|нельзя|запрещено|мошенни\w{1,4}|правил\w{0,2}|"
    r"tidak\sboleh|dilarang|penipu\w{0,3}|aturan|mat|nahi|mana"
)
_SAID_BY_OTHERS = (
    r"never|don['’]?t|do\snot|doesn['’]?t|didn['’]?t|not|anyone|someone|somebody|asked|asks|asking|tried|tries|"
    r"trying|they|he|she|people|sellers|buyers|users|guests|hosts|"
    r"nicht|nie|niemals|kein\w{0,2}|jemand|er|sie\swoll\w{1,3}|jamais|ne|pas|quelqu|"
    r"nunca|no\s(?:pag|se\sp|pod|deb|pued|hag|acept|est|quier|vamos)\w{0,6}|alguien|jamas|nao|alguem|mai|non|qualcuno|"
    r"niet|nooit|iemand|asla|никогда|не|jangan|seseorang|koi"
)
WARNED = rf"\b(?:{_WARNED})\b|(?:ممنوع|احتيال|نصاب|احذر|मत|नहीं|मना|धोखा)"
"""Warnings and rules, wherever they stand in the sentence."""
TOLD = rf"\b(?:{_SAID_BY_OTHERS})\b|(?:لا|कोई|مت\s)"
"""Denials, and what somebody else wanted, where they belong to the proposal: in its clause or
before it. Behind it they give its reason ("so that we don't pay the fee").
"""

REASON = (
    r"[,;:–—]|\b(?:so|if|because|cause|since|as|damit|weil|wenn|sonst|dann|parce|pour|comme|asi|porque|para|que|"
    r"assim|pra|cosi|perche|zodat|want|omdat|чтобы|потому|biar|supaya|agar|karena)\b"
)
"""What begins another clause."""

HINTS = frozenset(hint for move in MOVES for hint in move.hints.split()) | {
    "another", "different", "other",
}  # fmt: skip
