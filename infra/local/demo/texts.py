"""What the people of the demo's community say: sentences with choices in braces."""

from __future__ import annotations

ORDINARY = (
    "Morning all, {the kettle is on|anyone else up already|frost on the beds again}.",
    "Has anybody got a spare {wheelbarrow|watering can|ladder} for {Saturday|the weekend}?",
    "The {tomatoes|beans|courgettes} on plot {4|9|17|23} look {amazing|a bit sad} this year.",
    "My {back tyre|chain|front brake} gave up on the way to {work|the market}, walked the rest.",
    "Who left the {gate|shed|compost bin} open {last night|on Sunday}? The fox says thank you.",
    "I made {far too much soup|two loaves|a plum cake}, come round if you are hungry.",
    "Reminder: the meeting is on {Tuesday|Thursday} at {six|seven}, in the {hut|library}.",
    "Thanks {Ines|Tomasz|Priya|old Bert}, the {cuttings|seeds|spanner} arrived safely.",
    "Is the {47|12} bus still diverted around {Mill Lane|the station}?",
    "That {film|match|quiz} yesterday was {brilliant|longer than my marriage|not for me}.",
    "Slugs: {342|51|8}, me: {0|1}. Any tricks that {actually work|don't hurt the hedgehog}?",
    "Lost a {blue glove|silver earring|library book} somewhere near the {pond|bike racks}.",
    "Found {keys|a child's boot|some reading glasses} by the water tap, they hang on the fence.",
    "Happy birthday {Mei|Jonas|Amara}! {Cake at four|Many more of them|Not a day over 90}.",
    "The specialist at {the garden centre|the clinic} was {very kind|late, but worth it}.",
    "Our class goes to {Scunthorpe|Penistone|Lightwater} by train, it takes {two|three} hours.",
    "Order 4521{0|3|7}88 came today, {one pane was cracked|all fine this time}.",
    "I disagree about the {new path|bonfire rota|hosepipe}, but I can see why you want it.",
    "This weather is killing {my knees|the lettuces|my will to weed}.",
    "Does {chard|fennel|garlic} survive {minus five|a wet winter} without cover?",
    "We won {3-1|by a whisker|on penalties}! My voice is gone.",
    "The phone signal down at the {river|lower plots} is awful, shout if you need me.",
    "Can someone water row {2|5|8} while I am {in Porto|at my sister's|in hospital, nothing bad}?",
    "I am {selling|giving away} a {child's bike|bookshelf|rabbit hutch}, ask at plot {3|11}.",
    "Page {12|40} of the newsletter has my {pumpkin|dog|worst photo ever} on it.",
    "That joke was {terrible|so bad it was good}, tell it again.",
    "Version 2.{1|4} of the planting plan is on the notice board.",
    "My gran used to {salt the beans|sow by the moon|talk to her roses}, and it worked.",
    "The council says {no skips before May|the tap will be mended}, I'll believe it when I see it.",
    "{Sparrows|Two jays|A very fat pigeon} in the cherry tree all {morning|day}.",
)

OPENINGS = ("", "", "", "Hi! ", "Hello all. ", "So. ", "Ha. ", "Evening. ", "Quick one: ", "@all ")
CLOSINGS = ("", "", "", " :)", " Cheers!", " Thoughts?", " See you.", " \U0001f331", " That's all.")

OTHER_LANGUAGES = (
    "¿Alguien tiene {semillas de tomate|una pala} para este sábado?",
    "Gracias por la ayuda de {ayer|esta mañana}, la cerca quedó perfecta.",
    "Wer gießt nächste Woche {die Bohnen|das Gewächshaus}? Ich bin verreist.",
    "Danke für den {Kuchen|Kaffee}, war wirklich lecker!",
    "Quelqu'un a vu mon {sécateur|arrosoir} près de la mare ?",
    "Les {fraises|courges} sont magnifiques cette année.",
    "Alguém sabe se {a feira|o mercado} abre no domingo?",
    "Qualcuno viene {al cinema|a raccogliere le mele} domani?",
    "Ktoś ma zapasową {łopatę|konewkę} na sobotę?",
    "Yarın {bahçede|parkta} buluşuyoruz, çay benden.",
    "Кто завтра поливает {грядки|теплицу}?",
    "今日は{トマト|きゅうり}がたくさん採れました。",
    "明天{上午|下午}一起去花园吗?",
    "내일 {정원|도서관}에서 만나요!",
    "هل عند أحدكم {سلم|دلو} للغد؟",
    "कल {बगीचे|बाज़ार} में मिलते हैं।",
)

SPAM = (
    "best {0} in town, ask me how",
    "why wait? {0} today only",
    "my cousin got {0} and never looked back",
    "hello friends, {0} here, very safe",
    "do not miss this {0}!!!",
    "{0} - limited places, I can help",
)
LISTED = (
    "casino",
    "viagra",
    "cialis",
    "lottery",
    "payday loan",
    "free money",
    "crypto giveaway",
    "jackpot",
)

MOVING = (
    "Nice to meet you, let's continue on WhatsApp, text me at +44 7911 123456",
    "add me on telegram @{garden_friend|blue_tit_77}, easier to talk there",
    "I don't read this often. Call me: nine one seven, five five five, oh one two three",
    "write to rosie dot smith at gmail dot com and I'll send the photos",
    "my whatsapp is +1 415 555 2671, no need to tell the others",
    "join us here instead: https://t.me/plot_swaps",
    "hit me up on snapchat: green_thumb_{21|34}",
    "My number: 0 7 9 1 1 1 2 3 4 5 6, text only please",
    "send it on cash app to $greenplot9 or dm me on insta @green.plot",
    "better to chat on discord, my discord is plotter#4411",
)

BULLYING = (
    "nobody here likes you, {0}, take the hint",
    "{0}, we kept no seat for you on Saturday, you know why",
    "everyone laughs when {0} leaves, just so you know",
    "{0} again? go and cry somewhere else",
    "we had a vote, {0}, and you are out",
    "imagine being as useless as {0}",
)
