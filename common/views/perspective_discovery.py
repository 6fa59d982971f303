"""How Google's API clients learn what they can call: a discovery document of the comment analyzer.

https://developers.google.com/discovery/v1/reference/apis says what its fields mean.
"""

from __future__ import annotations

from typing import Any

Schema = dict[str, Any]

_TEXT: Schema = {"type": "string"}
_TEXTS: Schema = {"type": "array", "items": _TEXT}
_FLAG: Schema = {"type": "boolean"}
_NUMBER: Schema = {"type": "number", "format": "float"}
_PLACE: Schema = {"type": "integer", "format": "int32"}
_TYPES = ["SCORE_TYPE_UNSPECIFIED", "PROBABILITY"]


def _ref(name: str) -> Schema:
    return {"$ref": name}


def _map(name: str) -> Schema:
    return {"type": "object", "additionalProperties": _ref(name)}


def _list(name: str) -> Schema:
    return {"type": "array", "items": _ref(name)}


def _described(text: str, schema: Schema) -> Schema:
    return {**schema, "description": text}


def _message(id: str, **properties: Schema) -> Schema:
    return {"id": id, "type": "object", "properties": properties}


_TOKEN = _described("Comes back with the answer.", _TEXT)
_COMMENT = {
    "comment": _described("The text, as plain text.", _ref("TextEntry")),
    "context": _described("Taken and not in effect.", _ref("Context")),
    "languages": _described("What the text is in; told from the text where absent.", _TEXTS),
    "clientToken": _TOKEN,
    "communityId": _described("Where the comment was written.", _TEXT),
    "sessionId": _described("Whose comments belong together.", _TEXT),
}
_SCHEMAS = (
    _message(
        "AnalyzeCommentRequest",
        requestedAttributes=_described("By name.", _map("AttributeParameters")),
        spanAnnotations=_described("Whether each sentence is scored too.", _FLAG),
        dropUnsupportedAttributes=_described("Leaves out what is not to be had.", _FLAG),
        doNotStore=_described("Stores nothing, whatever the app's settings say.", _FLAG),
        **_COMMENT,
    ),
    _message(
        "AnalyzeCommentResponse",
        attributeScores=_map("AttributeScores"),
        languages=_described("Those that counted.", _TEXTS),
        detectedLanguages=_described("What the text is told to be in.", _TEXTS),
        clientToken=_TOKEN,
    ),
    _message("SuggestCommentScoreRequest", attributeScores=_map("AttributeScores"), **_COMMENT),
    _message(
        "SuggestCommentScoreResponse",
        requestedLanguages=_TEXTS,
        detectedLanguages=_TEXTS,
        clientToken=_TOKEN,
    ),
    _message("TextEntry", text=_TEXT, type={**_TEXT, "enum": ["PLAIN_TEXT"]}),
    _message(
        "Context",
        entries=_list("TextEntry"),
        articleAndParentComment=_ref("ArticleAndParentComment"),
    ),
    _message("ArticleAndParentComment", article=_ref("TextEntry"), parentComment=_ref("TextEntry")),
    _message(
        "AttributeParameters",
        scoreType={**_TEXT, "enum": _TYPES},
        scoreThreshold=_described("An attribute with less is left out.", _NUMBER),
    ),
    _message("AttributeScores", summaryScore=_ref("Score"), spanScores=_list("SpanScore")),
    _message(
        "SpanScore",
        begin=_described("In UTF-16 code units.", _PLACE),
        end=_described("Exclusive.", _PLACE),
        score=_ref("Score"),
    ),
    _message("Score", value=_NUMBER, type={**_TEXT, "enum": _TYPES}),
)
_PARAMETERS: Schema = {
    "key": _described("A score key of the app.", {**_TEXT, "location": "query"}),
    "alt": {**_TEXT, "location": "query", "enum": ["json"], "default": "json"},
    "fields": _described("What to leave of the answer.", {**_TEXT, "location": "query"}),
    "prettyPrint": {**_FLAG, "location": "query", "default": "false"},
    "quotaUser": {**_TEXT, "location": "query"},
    "$.xgafv": {**_TEXT, "location": "query", "enum": ["2"]},
}


def _method(name: str, description: str, request: str, response: str) -> Schema:
    path = f"v1alpha1/comments:{name}"
    return {
        "id": f"commentanalyzer.comments.{name}",
        "description": description,
        "httpMethod": "POST",
        "path": path,
        "flatPath": path,
        "parameters": {},
        "parameterOrder": [],
        "request": _ref(request),
        "response": _ref(response),
    }


def discovery_document(root: str) -> Schema:
    """`root` is the URL under which the service is called, with a slash at its end."""
    return {
        "kind": "discovery#restDescription",
        "discoveryVersion": "v1",
        "id": "commentanalyzer:v1alpha1",
        "name": "commentanalyzer",
        "version": "v1alpha1",
        "revision": "1",
        "title": "Comment analyzer of Gavel",
        "description": "Scores comments as Perspective's clients ask for it.",
        "protocol": "rest",
        "rootUrl": root,
        "baseUrl": root,
        "servicePath": "",
        "basePath": "",
        "batchPath": "batch",
        "parameters": _PARAMETERS,
        "schemas": {schema["id"]: schema for schema in _SCHEMAS},
        "resources": {
            "comments": {
                "methods": {
                    "analyze": _method(
                        "analyze",
                        "Scores a comment.",
                        "AnalyzeCommentRequest",
                        "AnalyzeCommentResponse",
                    ),
                    "suggestscore": _method(
                        "suggestscore",
                        "Says what a comment should have been scored.",
                        "SuggestCommentScoreRequest",
                        "SuggestCommentScoreResponse",
                    ),
                }
            }
        },
    }
