"""The last labels of host names that people have addresses under."""

from __future__ import annotations

# Not the whole of IANA's list: an ending that nobody has an address under only makes
# addresses of file names, versions and code.
_GENERIC = (
    "com net org info biz edu gov mil int name pro mobi aero coop museum jobs travel tel asia cat "
    "app dev io ai co me gg ly link live chat site online shop store club xyz top tv email mail "
    "cloud tech digital agency studio design media news blog page web website space world life "
    "group team social network systems solutions services support center company business "
    "consulting capital finance money bank insurance law legal health care clinic doctor dental "
    "fit fitness yoga art photo photos photography gallery music band film video games game fun "
    "party events tickets bar cafe restaurant pizza beer wine kitchen recipes house homes "
    "properties estate realty land city town london berlin paris nyc tokyo istanbul moscow wien "
    "koeln hamburg bayern amsterdam brussels miami vegas africa scot wales eus gal bzh swiss "
    "academy school university education institute training careers community foundation ngo ong "
    "church faith love dating singles sexy porn adult sex wtf lol ninja guru expert rocks cool "
    "best vip win bid deals sale discount promo market trade auction gold diamonds jewelry "
    "fashion clothing shoes boutique beauty hair salon spa style today express direct global "
    "international one plus zone host hosting domains icu cyou buzz monster click ink wiki works "
    "run press garden farm green eco bio energy solar auto cars bike taxi limo flights cruises "
    "vacations holiday tours villas apartments rentals immo haus reisen versicherung gmbh srl ltd "
    "inc llc limited partners ventures holdings industries construction engineering builders "
    "contractors plumbing repair parts tools supply equipment lighting furniture toys pet dog "
    "horse baby kids family men lgbt gay bet casino poker lotto racing football soccer tennis "
    "golf ski surf sport fan fans onl example onion"
)
_COUNTRIES = (
    "ac ad ae af ag al am ao ar as at au aw ax az ba bb bd be bf bg bh bi bj bm bn bo br bs bt bw "
    "by bz ca cc cd cf ch ci ck cl cm cn co cr cu cv cw cx cy cz de dj dk dm do dz ec ee eg er es "
    "et eu fi fj fk fm fo fr ga gd ge gf gg gh gi gl gm gn gp gq gr gt gu gw gy hk hm hn hr ht hu "
    "id ie il im in iq ir is it je jm jo jp ke kg kh ki km kn kr kw ky kz la lb lc li lk lr ls lt "
    "lu lv ly ma mc md me mg mh mk ml mm mn mo mp mq mr ms mt mu mv mw mx my mz na nc ne nf ng ni "
    "nl no np nr nu nz om pa pe pf pg ph pk pl pm pn pr ps pt pw py qa re ro ru rw sa sb sc sd se "
    "sg sh si sk sl sm sn so sr ss st su sv sx sy sz tc td tf tg th tj tk tl tm tn to tr tt tv tw "
    "tz ua ug uk us uy uz va vc ve vg vi vn vu wf ws ye yt za zm zw"
)
ENDINGS = frozenset(_GENERIC.split()) | frozenset(_COUNTRIES.split())


def is_ending(label: str) -> bool:
    return label in ENDINGS or (not label.isascii() and label.isalpha())
