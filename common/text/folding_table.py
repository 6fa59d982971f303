"""Which characters stand for which Latin letters (see benchmarks/make_folding_table.py).

Derived from Unicode's confusables data (UTS #39), copyright 1991-2024 Unicode, Inc., licence
Unicode-3.0, by way of PyPI `confusable-homoglyphs` 3.3.1. See NOTICE.

LATIN: variants of Latin letters, always the letter. TWINS: letters of other scripts that look
like it. COUSINS: letters of other scripts whose capital does.
"""

LATIN = {
    "a": "\u0251\u1d00\u1d8f\u1e9a\u2c65\U0001f150\U0001f170",
    "ae": "\xe6",
    "b": "\u0180\u0183\u0253\u0299\u1d6c\u1d80\ua797\U0001f151\U0001f171",
    "c": "\u0188\u023c\u0255\u1d04\ua793\ua794\U0001df1d\U0001f152\U0001f172",
    "d": "\u0111\u018c\u0221\u0256\u0257\u1d05\u1d6d\u1d81\u1d91\ua7c8\U0001f153\U0001f173",
    "e": "\u0247\u1d07\u1d92\u2c78\uab32\uab34\U0001f154\U0001f174",
    "f": "\u0192\u1d6e\u1d82\u1e9d\ua730\ua799\uab35\U0001f155\U0001f175",
    "g": "\u018d\u01e5\u0260\u0261\u0262\u1d83\ua7a1\U0001f156\U0001f176",
    "h": "\u0127\u0266\u029c\u2c68\ua795\U0001f157\U0001f177",
    "i": "\u0131\u0268\u0269\u026a\u1d7b\u1d7c\u1d96\U0001df1a\U0001f158\U0001f178",
    "ij": "\u0133",
    "j": "\u0249\u029d\u1d0a\U0001f159\U0001f179",
    "k": "\u0199\u1d0b\u1d84\u2c6a\ua741\ua743\ua745\ua7a3\U0001f15a\U0001f17a",
    "l": (
        "\u0142\u019a\u01c0\u0234\u026b\u026c\u026d\u029f"
        "\u1d85\u2c61\ua749\ua78e\uab37\uab38\uab39\U0001df11"
        "\U0001df13\U0001f15b\U0001f17b"
    ),
    "m": "\u0271\u1d0d\u1d6f\u1d86\uab3a\uab51\U0001f15c\U0001f17c",
    "n": "\u019e\u0235\u0272\u0273\u0274\u1d70\u1d87\ua791\ua7a5\uab3b\U0001f15d\U0001f17d",
    "o": (
        "\xf8\u01ff\u0275\u1d0f\u1d11\u2c7a\ua74b\ua74d\uab3d\uab3e\U0001df1b\U0001f15e\U0001f17e"
    ),
    "oe": "\u0153",
    "p": "\u01a5\u1d18\u1d71\u1d7d\u1d88\ua751\ua753\ua755\U0001f15f\U0001f17f",
    "q": "\u024b\u02a0\ua757\ua759\ua7af\U0001f160\U0001f180",
    "r": (
        "\u024d\u027c\u027d\u027e\u0280\u1d72\u1d73\u1d89"
        "\ua7a7\uab47\uab48\uab49\U0001df16\U0001f161\U0001f181"
    ),
    "s": "\u01bd\u023f\u0282\u1d74\u1d8a\ua731\ua7a9\ua7ca\U0001df1e\U0001f162\U0001f182",
    "ss": "\xdf",
    "t": "\u0167\u01ab\u01ad\u0236\u0288\u1d1b\u1d75\u2c66\U0001df09\U0001f163\U0001f183",
    "u": "\u1d1c\u1d7e\u1d99\ua79f\ua7b9\uab4e\uab52\U0001f164\U0001f184",
    "v": "\u028b\u1d20\u1d8c\u2c71\u2c74\ua75f\U0001f165\U0001f185",
    "w": "\u026f\u1d21\u2c73\ua761\U0001f166\U0001f186",
    "x": "\u1d8d\uab56\uab57\uab58\uab59\U0001f167\U0001f187",
    "y": "\u01b4\u024f\u0263\u028f\u1eff\uab5a\U0001f168\U0001f188",
    "z": "\u01b6\u0225\u0240\u0290\u0291\u1d22\u1d76\u1d8e\u2c6c\U0001f169\U0001f189",
}
TWINS = {
    "a": (
        "\u03b1\u0430\u13aa\u15c5\u2376\u237a\ua4ee\U000102a0"
        "\U00016f40\U0001d6a8\U0001d6c2\U0001d6e2\U0001d6fc\U0001d71c\U0001d736\U0001d756"
        "\U0001d770\U0001d790\U0001d7aa"
    ),
    "b": (
        "\u0463\u048d\u13cf\u13f4\u1472\u1473\u147e\u147f"
        "\u1480\u1481\u1488\u15af\u15f7\ua4d0\U00010282\U000102a1"
        "\U00010301\U0001d6a9\U0001d6e3\U0001d71d\U0001d757\U0001d791"
    ),
    "c": (
        "\xa2\xa9\u03f2\u0441\u04ab\u13df\u20a1\u2ca5"
        "\ua4da\U000102a2\U00010302\U0001043d\U0001051c\U000118f2\U0001f16e\U0001f74c"
    ),
    "d": "\u0501\u13a0\u13e7\u146f\u147a\u147b\u1487\u15de\u15ea\u20ab\ua4d2\ua4d3",
    "e": (
        "\u0435\u04bd\u04bf\u13ac\u212e\u22ff\u2d39\ua4f0"
        "\U00010286\U0001d6ac\U0001d6e6\U0001d720\U0001d75a\U0001d794"
    ),
    "f": "\u0584\u15b4\ua4dd\U00010287\U000102a5\U00010525\U000118c2\U0001d213\U0001d7ca",
    "g": "\u0581\u13c0\u13f3\u1da2\ua4d6",
    "h": (
        "\u045b\u04bb\u0570\u13bb\u13c2\u13f2\u157c\u1d78"
        "\u210f\ua4e7\ua695\U000102cf\U0001d6ae\U0001d6e8\U0001d722\U0001d75c"
        "\U0001d796"
    ),
    "i": (
        "\u02db\u037a\u03b9\u0456\u04cf\u13a5\u2373\u2378"
        "\ua647\U000118c3\U0001d6a4\U0001d6ca\U0001d704\U0001d73e\U0001d778\U0001d7b2"
    ),
    "j": "\u03f3\u0458\u13ab\u148d\u1498\u1499\ua4d9",
    "k": ("\u13e6\u16d5\u20ad\ua4d7\U00010518\U0001d6b1\U0001d6eb\U0001d725\U0001d75f\U0001d799"),
    "l": (
        "\u05c0\u05d5\u05df\u05f1\u0625\u0627\u0673\u07ca"
        "\u13de\u14aa\u14b6\u14b7\u16c1\u18f3\u2223\u23fd"
        "\u2474\u247f\u2480\u2481\u2482\u2483\u2484\u2485"
        "\u2486\u2488\u2493\u2494\u2495\u2496\u2497\u2498"
        "\u2499\u249a\u2d4f\ua4e1\ua4f2\ufd3c\ufd3d\ufe87"
        "\ufe88\ufe8d\ufe8e\uffe8\U0001028a\U00010309\U00010320\U00010526"
        "\U00016f16\U00016f28\U0001d22a\U0001d6b0\U0001d6ea\U0001d724\U0001d75e\U0001d798"
        "\U0001e8c7\U0001ee00\U0001ee80\U0001f102"
    ),
    "m": (
        "\u13b7\u15f0\u16d6\ua4df\U000102b0\U00010311\U0001d6b3\U0001d6ed"
        "\U0001d727\U0001d761\U0001d79b"
    ),
    "n": (
        "\u03b7\u0578\u057c\ua4e0\U0001018e\U00010513\U0001d6b4\U0001d6c8"
        "\U0001d6ee\U0001d702\U0001d728\U0001d73c\U0001d762\U0001d776\U0001d79c\U0001d7b0"
    ),
    "o": (
        "\u03b8\u03bf\u03c3\u043e\u0473\u04e9\u0585\u05e1"
        "\u0609\u060a\u0629\u0647\u066a\u06be\u06c1\u06d5"
        "\u06ff\u0b20\u0d20\u1010\u101d\u10ff\u12d0\u13a4"
        "\u13be\u13eb\u2030\u2031\u2052\u2070\u2296\u229d"
        "\u236c\u2487\u249b\u2c9f\u2d31\u2d41\u2d54\u3007"
        "\ua4f3\ufba6\ufba7\ufba8\ufba9\ufbaa\ufbab\ufbac"
        "\ufbad\ufcd9\ufee9\ufeea\ufeeb\ufeec\U00010292\U000102ab"
        "\U0001042c\U000104ea\U00010516\U000118c8\U000118d7\U0001d21a\U0001d6af\U0001d6b6"
        "\U0001d6b9\U0001d6c9\U0001d6d0\U0001d6d4\U0001d6dd\U0001d6e9\U0001d6f0\U0001d6f3"
        "\U0001d703\U0001d70a\U0001d70e\U0001d717\U0001d723\U0001d72a\U0001d72d\U0001d73d"
        "\U0001d744\U0001d748\U0001d751\U0001d75d\U0001d764\U0001d767\U0001d777\U0001d77e"
        "\U0001d782\U0001d78b\U0001d797\U0001d79e\U0001d7a1\U0001d7b1\U0001d7b8\U0001d7bc"
        "\U0001d7c5\U0001ee24\U0001ee64\U0001ee84\U0001f100\U0001f101\U0001f714"
    ),
    "p": (
        "\u03c1\u0440\u13e2\u146d\u1476\u1477\u1486\u18d6"
        "\u2117\u2374\u2ca3\ua4d1\U00010295\U0001d6b8\U0001d6d2\U0001d6e0"
        "\U0001d6f2\U0001d70c\U0001d71a\U0001d72c\U0001d746\U0001d754\U0001d766\U0001d780"
        "\U0001d78e\U0001d7a0\U0001d7ba\U0001d7c8"
    ),
    "q": "\u051b\u0563\u0566\u2d55",
    "r": ("\xae\u0433\u0491\u0493\u13a1\u13d2\u1587\u18f4\u1d26\u2c85\ua4e3\U00016f35\U0001d216"),
    "s": "\u0455\u13d5\u13da\u18f5\ua4e2\U00010296\U00010448\U000118c1\U00016f3a",
    "t": (
        "\u13a2\u20ae\u22a4\u2361\u27d9\ua4d4\U00010297\U000102b1"
        "\U00010315\U00016f0a\U0001d6bb\U0001d6f5\U0001d72f\U0001d769\U0001d7a3\U0001f768"
    ),
    "u": (
        "\u03c5\u057d\u1200\u13cc\u144c\u1457\u1458\u1467"
        "\u222a\u22c3\ua4f4\U000104f6\U000118d8\U00016f42\U0001d6d6\U0001d710"
        "\U0001d74a\U0001d784\U0001d7be"
    ),
    "v": (
        "\u03bd\u0475\u05d8\u13d9\u142f\u143a\u143b\u2228"
        "\u22c1\u2d38\ua4e6\ua6df\U00010197\U0001051d\U00011706\U000118c0"
        "\U00016f08\U0001d20d\U0001d6ce\U0001d708\U0001d742\U0001d77c\U0001d7b6\U0001f708"
    ),
    "w": (
        "\u0461\u047d\u051d\u0561\u13b3\u13d4\u20a9\ua4ea"
        "\U000114c5\U0001170a\U0001170e\U0001170f\U000118ef"
    ),
    "x": (
        "\xd7\u0445\u1541\u157d\u166d\u166e\u16b7\u2573"
        "\u292b\u292c\u2a2f\u2a30\u2d5d\ua4eb\U00010196\U00010290"
        "\U000102b4\U00010317\U00010322\U00010527\U000118ec\U0001d6be\U0001d6f8\U0001d732"
        "\U0001d76c\U0001d7a6"
    ),
    "y": (
        "\xa5\u03b3\u03d2\u0443\u04af\u04b1\u10e7\u13a9"
        "\u13bd\u213d\ua4ec\U000102b2\U000118dc\U00016f43\U0001d6bc\U0001d6c4"
        "\U0001d6f6\U0001d6fe\U0001d730\U0001d738\U0001d76a\U0001d772\U0001d7a4\U0001d7ac"
    ),
    "z": (
        "\u13c3\u1646\ua4dc\U000102f5\U000118c4\U0001d6ad\U0001d6e7\U0001d721\U0001d75b\U0001d795"
    ),
}
COUSINS = {
    "b": "\u03b2\u0432\ua7b5",
    "e": "\u03b5\U000118c6\U000118ce",
    "f": "\u03dd",
    "g": "\u050d",
    "h": "\u043d\u2c8f",
    "k": "\u03ba\u043a\u2c95",
    "l": "\u2cd1\U00010443\U000118d2",
    "m": "\u03bc\u03fb\u043c\u2c99",
    "n": "\u2c9b",
    "o": "\U000118d5",
    "r": "\U000104dc",
    "s": "\u057f",
    "t": "\u03c4\u0442\u2ca7",
    "x": "\u03c7\u2cad\uab53",
    "y": "\u2ca9",
    "z": "\u03b6\U000118c9",
}
