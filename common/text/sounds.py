"""Whether letters can be a word at all, in the languages of western Europe."""

from __future__ import annotations

import re

_RUNS = re.compile("[^aeiouy]+")
_BEGINNINGS = (
    "b c d f g h j k l m n p q r s t v w x z bl br ch chl chr cl cr dr dw fl fr gh gl gn gr kh "
    "kl kn kr ll ph phr pl pr ps rh sc sch schl schm schn schw scr sh shr sk sl sm sn sp sph "
    "spl spr st str sv sw th thr thw tr ts tw wh wr zh zw pf"
)
_INITIAL = frozenset(_BEGINNINGS.split())
_ENDS = (
    "b c d f g h j k l m n p q r s t v w x z bs bt ch ck cks ct cts ds dth ff fs ft fts gh ghs "
    "ght ghts gn gs hm hn ks lb ld lds lf lk lks ll lls lm lms ln lp lps ls lt lts lth lv mb "
    "mbs mn mp mps ms mpt mpts nc nch nct nd nds ng ngs ngst nk nks nn ns nst nt nts nth nx pf "
    "ph phs ps pt pts rb rbs rc rch rd rds rf rfs rg rgs rk rks rl rls rld rlds rm rms rn rns "
    "rp rps rr rs rst rt rts rth rv rz sch sh sk sks sm sms sp sps ss st sts tch th ths ts tt "
    "tz wd wl wn wns ws xt zz"
)
_FINAL = frozenset(_ENDS.split())


def pronounceable(word: str) -> bool:
    """Of letters a to z."""
    for match in _RUNS.finditer(word):
        run = match.group()
        if match.end() == len(word):
            fits = match.start() > 0 and run in _FINAL
        elif match.start() == 0:
            fits = run in _INITIAL
        else:
            fits = len(run) == 1 or run[0] * 2 == run or _between(run)
        if not fits:
            return False
    return True


def _between(run: str) -> bool:
    return any(run[:cut] in _FINAL and run[cut:] in _INITIAL for cut in range(1, len(run)))
