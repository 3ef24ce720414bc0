"""What SARIF 2.1.0 asks of the parts scr-lint writes, as a closed JSON Schema of our own.

Written from the sections of the standard named beside each part; it is not the OASIS schema.
Closed: a key that is not here is one the tests have not judged.
"""

from __future__ import annotations

from typing import Any

Schema = dict[str, Any]


def closed(required: str, **properties: Schema) -> Schema:
    """An object with these properties and no other; `required` names them, parted by spaces."""
    return {
        "type": "object",
        "additionalProperties": False,
        "required": required.split(),
        "properties": properties,
    }


def many(of: Schema, *, unique: bool = False) -> Schema:
    """An array of `of`."""
    return {"type": "array", "items": of, "uniqueItems": unique}


TEXT: Schema = {"type": "string", "minLength": 1}
ONE_UP: Schema = {"type": "integer", "minimum": 1}
BAG: Schema = {"type": "object"}  # 3.8, property bags hold anything
LEVEL: Schema = {"enum": ["none", "note", "warning", "error"]}  # 3.27.10
# 3.11.5: a single brace would be a placeholder, and we give no arguments. 3.11.6: no live links.
PLAIN: Schema = {
    "type": "string",
    "minLength": 1,
    "pattern": r"^(?:[^{}]|\{\{|\}\})*$",
    "not": {"pattern": r"\]\("},
}
MESSAGE = closed("text", text=PLAIN)
# 3.4.3 and RFC 3986, 4.1
URI: Schema = {"type": "string", "pattern": r"^(?:[A-Za-z0-9._~/:-]|%[0-9A-F]{2})+$"}
ARTIFACT = closed("uri", uri=URI)
# 3.30.5 to 3.30.8 and 3.30.13
REGION = closed(
    "startLine",
    startLine=ONE_UP,
    startColumn=ONE_UP,
    endLine=ONE_UP,
    endColumn=ONE_UP,
    snippet=closed("text", text=TEXT),
)
# 3.28.3, 3.29 and 3.33
LOCATION = closed(
    "physicalLocation",
    physicalLocation=closed("artifactLocation", artifactLocation=ARTIFACT, region=REGION),
    logicalLocations=many(
        closed("name fullyQualifiedName kind", name=TEXT, fullyQualifiedName=TEXT, kind=TEXT),
        unique=True,
    ),
    properties=BAG,
)
# 3.49
RULE = closed(
    "id name shortDescription fullDescription help defaultConfiguration",
    id=TEXT,
    name=TEXT,
    shortDescription=MESSAGE,
    fullDescription=MESSAGE,
    help=MESSAGE,
    defaultConfiguration=closed("level", level=LEVEL),
    properties=BAG,
)
# 3.35
SUPPRESSION = closed(
    "kind status justification",
    kind={"enum": ["inSource", "external"]},
    status={"enum": ["accepted", "underReview", "rejected"]},
    justification={"type": "string"},
    properties=BAG,
)
# 3.27
RESULT = closed(
    "ruleId level message locations partialFingerprints",
    ruleId=TEXT,
    ruleIndex={"type": "integer", "minimum": 0},
    level=LEVEL,
    message=MESSAGE,
    locations=many(LOCATION),
    partialFingerprints=closed("scrLint/v1", **{"scrLint/v1": TEXT}),
    suppressions=many(SUPPRESSION, unique=True),
    properties=BAG,
)
# 3.20 and 3.58
INVOCATION = closed(
    "executionSuccessful",
    executionSuccessful={"type": "boolean"},
    toolExecutionNotifications=many(
        closed("message", level=LEVEL, message=MESSAGE, locations=many(LOCATION, unique=True))
    ),
)
# 3.14, 3.18, 3.19 and 3.24
RUN = closed(
    "tool results",
    tool=closed(
        "driver",
        driver=closed("name rules", name=TEXT, version=TEXT, rules=many(RULE, unique=True)),
    ),
    columnKind={"const": "unicodeCodePoints"},
    invocations=many(INVOCATION),
    artifacts=many(closed("location", location=ARTIFACT, mimeType=TEXT), unique=True),
    results=many(RESULT),
    properties=BAG,
)
# 3.13
LOG: Schema = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    **closed(
        "version runs",
        version={"const": "2.1.0"},
        runs={**many(RUN), "minItems": 1},
        **{"$schema": {"type": "string", "pattern": "^https://docs.oasis-open.org/"}},
    ),
}
