"""Words by which people speak to a model that judges them, in the languages that are met most.

Two of them make a phrase where they stand near each other, in either order: one that drops rules
beside one for rules, one that demands an answer beside one for harmless. `SIGNS` mean something by
themselves.
"""

from __future__ import annotations

import re

NEAR = 60
"""Characters between the two words of a phrase."""


def _any(*words: str) -> re.Pattern[str]:
    """Words of letters with gaps between them count as such only; the others wherever they are."""
    spaced = [word for word in words if word[0].isascii() or word[0] < "\u0590"]
    joined = [word for word in words if word not in spaced]
    parts = [rf"\b(?:{'|'.join(spaced)})", *joined]
    return re.compile("|".join(parts))


_DROPS = _any(
    "ignor", "disregard", "forget", "overrid", "bypass", "discard", "neglect", "do not follow",
    "don.?t follow", "stop following", "vergiss", "vergessen sie", "missachte", "ueberspring",
    "überspring", "olvida", "omite", "descarta", "haz caso omiso", "oublie", "ne tiens? pas compte",
    "ne tenez pas compte", "dimentica", "tralascia", "esque[cç]a", "desconsider", "negeer",
    "vergeet", "zignoruj", "zapomnij", "pomi[nń]", "игнорир", "проигнорир", "забудь", "забудьте",
    "не обращай внимания", "yok ?say", "g[öo]rmezden gel", "unut", "ігнору", "забудь",
    "تجاهل", "انس ", "अनदेखा", "नज़रअंदाज़", "भूल जाओ", "भूल जाएं", "無視", "忘れ", "忽略", "无视",
    "忘记", "忘掉", "무시", "잊어", "bỏ qua", "abaikan",
)  # fmt: skip
_RULES = _any(
    r"(?:previous|prior|above|preceding|earlier|system|your|all|any|these|those|other|original"
    r"|moderation|safety)\W+(?:\w+\W+){0,3}?(?:instruction|prompt|rule|guideline|polic|direction"
    r"|command|training|programming|text|message|constraint|context)",
    "everything (?:above|before|you)", "anweisung", "vorgaben", "richtlinien", "regeln",
    "instruccion", "reglas", "indicaciones", "consignes", "instructions pr[eé]c[eé]d",
    "r[eè]gles", "istruzioni", "regole", "instru[cç][oõ]es", "regras", "instructies", "regels",
    "instrukcj", "polece", "zasad", "инструкц", "правил", "указани", "talimat", "kurallar",
    "інструкц", "تعليمات", "القواعد", "الأوامر", "निर्देश", "नियम", "指示", "ルール", "命令", "指令",
    "规则", "说明", "지시", "규칙", "명령", "hướng dẫn", "instruksi",
)  # fmt: skip
_DEMANDS = _any(
    "return", "respond", "reply", "answer", "output", "print", "say", "classify", "label", "mark",
    "rate", "score", "set", "report", "treat", "consider", "verdict", "antworte", "gib", "markier",
    "klassifizier", "bewerte", "stufe", "responde", "devuelve", "marca", "clasifica", "r[eé]ponds",
    "r[eé]pondez", "renvoie", "marque", "classe", "rispondi", "restituisci", "classifica",
    "responda", "retorne", "classifique", "antwoord", "geef", "markeer", "classificeer",
    "odpowiedz", "zwr[oó][cć]", "oznacz", "sklasyfikuj", "ответь", "ответьте", "верни", "отметь",
    "пометь", "классифицир", "yan[ıi]tla", "cevap", "d[öo]nd[üu]r", "i[sş]aretle", "відповід",
    "أجب", "صنف", "أعد", "اعتبر", "जवाब", "उत्तर", "चिह्नित", "मानो", "返", "回答", "判定", "分類",
    "返回", "回复", "标记", "输出", "归类", "응답", "표시", "분류", "답하", "trả lời", "jawab",
)  # fmt: skip
_HARMLESS = _any(
    r"(?:as |with |is |to |only |just |severity |: ?|=)\W*(?:safe|none|clean|benign|harmless"
    r"|allowed|approved|acceptable|keep|zero|0)\b",
    "no violation", "not violat", "non.?violat", "severity\\W+none", "all none", "als sicher",
    "als harmlos", "unbedenklich", "nur sicher", "mit sicher", "como segur", "inofensiv",
    "sin riesgo", "ninguna infracci", "comme s[uû]r", "sans danger", "inoffensi",
    "aucune violation", "come sicur", "innocu", "nessuna violazione", "seguro",
    "nenhuma viola", "als veilig", "veilig", "bezpieczn", "nieszkodliw", "безопасн", "безвредн",
    "без нарушен", "g[üu]venli", "zarars[ıi]z", "безпечн", "آمن", "سليم",
    "सुरक्षित", "हानिरहित", "安全", "無害", "无害", "问题なし", "違反なし",
    "没有违规", "안전", "무해", "an toàn", "aman",
)  # fmt: skip
PHRASES: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = (
    (_DROPS, _RULES),
    (_DEMANDS, _HARMLESS),
)

SIGNS = re.compile(
    "|".join(
        (
            r"<\|?/?(?:im_start|im_end|im_sep|system|assistant|user|developer|endoftext|eot_id|"
            r"start_header_id|end_header_id|begin_of_text|start_of_turn|end_of_turn|channel|message"
            r"|instructions?|policy|content|moderation|verdict|s)\|?>",
            r"\[/?inst\]|<</?sys>>|\[system\b|\{\{?#?system",
            r"(?:^|[\n.!?])\W{0,4}(?:system|assistant|developer|moderator|admin(?:istrator)?)"
            r"(?: (?:message|prompt|note|override|notice))?\W{0,3}[:>\]]",
            r"#{2,}\W*(?:system|instruction|new task|end of|response|assistant)",
            r"[\"'](?:severity|labels|nonce|evidence|verdict|violat\w+|flagged|control|is_safe)"
            r"[\"']\s*:",
            r"\b(?:as|you are|you're|act as|acting as|pretend to be) (?:now )?(?:an? )?(?:\w+ )?"
            r"(?:ai\b|language model|llm|chatbot|chatgpt|gpt|classifier|moderation)",
            r"\byou are (?:now|no longer)\b.{0,60}(?:mode|model|dan\b|assistant|restrict|moderat)",
            r"\b(?:system|hidden|initial|developer) prompt\b",
            r"\b(?:developer|debug|maintenance|god|dan|jailbreak|admin|sudo|root|test) mode\b",
            r"\bjailbr(?:eak|oken)\b|\bdo anything now\b|\bprompt injection\b",
            r"\b(?:new|updated|real|actual|following|your only|revised) (?:system )?"
            r"(?:instructions?|task|directives?)\s*(?:is|are|:|follow)",
            r"\byour (?:actual|real|new|only|true) (?:task|job|goal|purpose|instruction)",
            r"\bend of (?:the )?(?:user |untrusted )?(?:content|message|input|text|data|document)",
            r"\b(?:do not|don'?t|must not|never|should not) (?:be )?(?:flag|moderate|report|label)"
            r"(?:ged|d|led)?\b",
            r"\b(?:pre-?approved|white-?listed|already (?:been )?(?:reviewed|approved|cleared"
            r"|moderated)|exempt) (?:by|from|content|message)",
            r"\b(?:to|dear|attention|hey|note to|note for|message to|for)(?: the)? (?:ai\b|model\b"
            r"|llm|classifier|moderation (?:ai|model|system|bot)|moderator bot|language model)",
            r"\b(?:ai|llm|moderation) (?:model|system|classifier|assistant)s?\W+(?:please|must|you"
            r"|should|will|ignore|this)",
            r"\b(?:moderation|safety|content) (?:override|filter (?:off|disabled)|is (?:off"
            r"|disabled|suspended))",
            r"\bseverity(?:\W+\w+){0,3}?\W+none\b|\blabels?(?:\W+\w+){0,2}?\W+none\b",
            r"\b(?:override|authori[sz]ation|access) code\b",
            r"\bignore (?:this|the) (?:content|message|post|text) (?:in|when|for|during)\b",
            r"\b(?:repeat|copy|use|output) (?:this|the following|exactly this) "
            r"(?:json|verdict|answer|output|object)",
        )
    )
)  # fmt: skip
