"""What the words beside a number say it is: a telephone number, or something else."""

from __future__ import annotations

from typing import Literal

from common.engines.circumvention.signals import LazyPattern

Cue = Literal["contact", "other"]

# Whoever says this means a number, whatever stands between.
_CONTACT = (
    r"calls?\sme|text\sme|txt\sme|reach\s(?:me|us)|ring\sme|dial\sme|whats\s?app\sme|hmu|hit\sme\sup|"
    r"contact\s(?:me|us)|my\s#|hit\smy\sline|"
    r"(?:my|our|his|her|new|contact|phone|cell|mobile|whats\s?app)\s(?:new\s|work\s|private\s|personal\s|phone\s|"
    r"cell\s|mobile\s)?(?:number|nr|no\.?|num|digits|cell|phone|mobile)(?!\s(?:one|1)\b)|number's|"
    r"ruf\w{0,3}\smich|meine\s(?:handy\s?|tel\s?|telefon\s?)?(?:nummer|nr\.?)|handynummer|telefonnummer|mein\shandy|"
    r"llamame|mi\snumero|mi\s(?:celular|movil|tel\w{0,5})|appelle[sz]?[\s\-]moi|mon\s(?:numero|portable|tel)|"
    r"chiamami|il\smio\snumero|meu\s(?:numero|zap|celular)|beni\sara\w{0,3}|ara\sbeni|telefonum|numaram|"
    r"(?:по)?звони(?:те)?\sмне|мо[ий]\s(?:номер|тел\w{0,5})|zadzwon\sdo\smnie|moj\snumer|bel\sme|"
    r"mijn\s(?:telefoon|mobiele?\s)?nummer|ring\smig|bel\sm(?:e|ij)|app\sm(?:e|ij)|mijn\s06|stuur\sm(?:e|ij)\seen\s"
    r"(?:app\w{0,2}|sms|bericht\w{0,3})|contactez?[\s\-]moi|joignez[\s\-]moi|mon\snum|ecri\w{0,4}[\s\-]moi|"
    r"escribeme|contactame|mi\swhats\w{0,5}|scrivimi|il\smio\s(?:cell\w{0,6}|tel\w{0,6})|contattami|"
    r"me\s(?:liga|ligue|chama|chame)|liga\w?\spr?a\smim|meu\s(?:telefone|tel|whats\w{0,4})|"
    r"bana\s(?:yaz|ulas)\w{0,9}|cebim|schreib\w{0,3}\s(?:mir|mich)|erreichbar\sunter|unter\sder\snummer|"
    r"пиши(?:те)?\s(?:мне\s)?(?:на\s)?(?:номер|ватсап|вотсап)|набери(?:те)?\sменя|"
    r"(?:no(?:mor|mer)?\.?|nmr)\s(?:saya|aku|ku|hp|wa|telp|telepon|telpon|kontak)|hubungi\s(?:saya|aku|kami|gue|gw)?|"
    r"(?:telp|telpon|telepon|kontak|chat|wa|sms)\s(?:saya|aku|kami|gue|gw|ke)|"
    r"(?:mera|apna|hamara)\s(?:number|no|num|mobile|phone|whats\s?app)|mujhe\s(?:call|phone|msg|message|whats\s?app)|"
    r"(?:call|phone|msg|whats\s?app)\s(?:karo|karna|kare|karein|kijiye|kro|krna)|"
    r"(?:मेरा|हमारा)\s(?:नंबर|नम्बर|मोबाइल|फ\u093c?ोन)|मुझे\s(?:कॉल|फ\u093c?ोन|मैसेज|व्हाट्सएप|व्हाट्सऐप)|"
    r"(?:कॉल|फ\u093c?ोन|संपर्क)\s(?:करो|करें|कीजिए|करना)|"
    r"اتصل\w{0,3}|كلمني|راسلني|تواصل\w{0,2}\s?معي|رقمي|رقم\s(?:هاتفي|جوالي|تلفوني|موبايلي|الواتس\w{0,4}|واتس\w{0,3})|"
    r"جوالي|هاتفي|موبايلي|واتس(?:اب|اپ)?"
)
# These stand directly before it, or with a name between.
_WEAK = (
    r"calls?|text|txt|phone|cell|mobile|tel|telefon[eo]?|reach|ring|dial|sms|msg|handy|me\s(?:on|at)|us\s(?:on|at)|contact|ruf\w{0,3}|"
    r"anruf\w{0,3}|mobil|fon|wa|llama\w{0,3}|marca\w{0,3}|celular|cel|movil|tlf|appelle[rsz]?|telephone|"
    r"portable|joindre|joignable|chiama\w{0,3}|cellulare|liga\w{0,3}|telemovel|zap|cep|ara|numero|"
    r"(?:по)?звони\w{0,3}|тел|телефон\w{0,2}|номер|набери\w{0,3}|сотов\w{0,3}|мобильн\w{0,3}|zadzwon\w{0,3}|dzwon\w{0,3}"
)
# These stand directly before it.
_APP = r"whats\s?app|wapp|viber|telegram|signal|imessage|zalo|kakao(?:talk)?"
_BETWEEN = (
    r"(?:[^\w\n]|(?:me|us|him|her|at|on|or|is|it|this|these|number|num|nr|no|my|to|here|back|now|"
    r"today|tonight|tomorrow|later|asap|please|pls|anytime|any|time|after|before|via|phone|cell|"
    r"mobile|direct|work|home|unter|an|mich|uns|auf|ist|lautet|die|der|nummer|au|le|sur|moi|al|el|"
    r"es|est|a|un|numero|en|por|mi|favor|beni|da|мне|по|на|номер|не)(?!\w)){0,16}+"
)
_FILLERS = LazyPattern(_BETWEEN)
_FILLERS_AND_A_NAME = LazyPattern(
    rf"{_BETWEEN}(?:[^\W\d_]{{2,20}}(?!\w)"
    r"(?:[^\w\n]|(?:at|on|is|unter|an|au|al|under)(?!\w)){1,6})?"
)
_OTHER = (
    r"order\w{0,3}|invoices?|tracking|parcels?|packages?|shipments?|tickets?|cases?|ref|reference|isbn|issn|"
    r"doi|serials?|versions?|models?|articles?|accounts?|transactions?|policy|bookings?|reservation|"
    r"builds?|ids?|uid|uuid|population|sku|ean|upc|gtin|asin|parts?|barcode|lots?|batch|codes?|otp|pin|imei|vin|"
    r"iban|hash|commit|revision|port|ttl|epoch|timestamps?|unix|seed|scores?|points|views|likes|"
    r"subscribers|followers|votes|steps|prime|primes|sum|pi|digits\sof|random|lottery|jackpot|zip|"
    r"postcode|plz|coordinates|lat|long|pid|s\s?/?\s?n|fax|page|pages|line|error|exception|address\s0x|"
    r"member(?:ship)?|customer|client|employee|patent|licen[cs]e|passport|flight|train|room|row|"
    r"bestell\w{0,8}|rechnung\w{0,8}|auftrag\w{0,8}|sendung\w{0,8}|paket\w{0,8}|artikel\w{0,8}|"
    r"kunden\w{0,8}|serien\w{0,8}|aktenzeichen|vorgang\w{0,8}|vertrag\w{0,8}|konto\w{0,8}|"
    r"kennzeichen|einwohner|teil\w{0,3}nummer|commandes?|factures?|colis|dossier|serie|suivi|compte|"
    r"pedidos?|facturas?|paquete|expediente|cuenta|referencia|siparis\w{0,5}|fatura\w{0,5}|kargo|"
    r"takip|seri|hesap|ordine|fattura|pacco|conto|заказ\w{0,3}|счет\w{0,3}|накладн\w{0,4}|артикул|"
    r"ordernummer|klantnummer|pakket|pesanan|resi|rekening|faktur|nik|npwp|boleto|cpf|cnpj|rastreio|"
    r"spedizione|pratica|الطلب|طلب|فاتور[ةه]|الفاتور[ةه]|شحن[ةه]|الشحن[ةه]|تتبع|حساب|आर्डर|ऑर्डर|बिल|खाता|आधार|aadhaar|pnr|"
    r"сериин\w{0,4}|трек\w{0,3}|договор\w{0,3}|zamowieni\w{0,3}|faktura|bestelling|factuur|"
    r"numero\sde\s(?:commande|serie|pedido|factura|serie|suivi|cuenta|dossier)"
)
_NUMBER = r"(?:\s(?:phone\s)?(?:numbers?|nummer|numara\w{0,3}|numero|nr|no|номер))?"
_CUES = LazyPattern(
    rf"\b(?:(?P<other>(?:{_OTHER}){_NUMBER})|(?P<contact>{_CONTACT})|(?P<weak>{_WEAK})|(?P<app>{_APP}))(?![\w])|(?P<end>[.!?]\s|\n)"
)
_FOLLOWING = LazyPattern(
    rf"[^\w\n]{{0,3}}(?:(?:is|was|ist|war|es|est|e)\s{{1,2}})?(?:(?:my|the|your|our|a|an|meine|deine|die|der|"
    rf"das|mi|tu|el|la|ma|mon|le|votre)\s{{1,2}})?(?:{_OTHER})(?!\w)|\s{{0,2}}(?:people|einwohner|euros?|"
    r"dollars?|usd|eur|gbp|try|tl|pesos|rubles|km|kg|mb|gb|kb|ms|bytes|views|times|years|subscribers)\b"
)
_LEADING = {"weak": _FILLERS_AND_A_NAME, "app": _FILLERS}
_WINDOW = 45


def cue_before(text: str, place: int) -> Cue | None:
    """The nearest one in the same sentence."""
    cue: Cue | None = None
    for match in _CUES.finditer(text, max(0, place - _WINDOW), place):
        if match.lastgroup == "other":
            cue = "other"
        elif match.lastgroup == "contact":
            cue = "contact"
        elif match.lastgroup in _LEADING:
            between = _LEADING[match.lastgroup].match(text, match.end())
            if between and between.end() >= place:
                cue = "contact"
        elif not _abbreviation(text, match.start()):
            cue = None
    return cue


def cue_at(text: str, start: int, end: int) -> Cue | None:
    """Of the number from `start` to `end`: what is said before it, and what it is called after."""
    before = cue_before(text, start)
    if before is None and _FOLLOWING.match(text, end):
        return "other"
    return before


def _abbreviation(text: str, stop: int) -> bool:
    """`tel. 555`, `no. 7`: the full stop ends a word and no sentence."""
    word = text[max(0, stop - 5) : stop].rpartition(" ")[2]
    return text[stop] == "." and len(word) < 4 and not word.isdigit()
