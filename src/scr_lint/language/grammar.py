"""The small words and word classes that chunks are told by: grammar, no words of the domain."""

from __future__ import annotations

BE = frozenset(("be", "am", "is", "are", "was", "were", "been", "being", "'s", "’s", "'re", "’re"))
HAVE = frozenset(("have", "has", "had", "having", "'ve", "’ve"))
DO = frozenset(("do", "does", "did"))
MODALS = frozenset(
    (*("can", "could", "may", "might", "must", "shall", "should", "will", "would", "ought"),
     *("ca", "wo", "sha", "'ll", "’ll", "'d", "’d", "cannot"))
)  # fmt: skip
GET = frozenset(("get", "gets", "got", "getting"))
FINITE_AUX = (BE | HAVE | DO | MODALS) - {"be", "been", "being", "having"}
NONFINITE_AUX = frozenset(("be", "been", "being", "have", "having"))
RELATIVE = frozenset(("who", "whom", "whose", "which", "that"))
QUESTION = frozenset(
    (
        "what",
        "whatever",
        "whoever",
        "how",
        "why",
        "when",
        "where",
        "whether",
        "wherever",
        "whenever",
    )
)
CONJUNCTIONS = frozenset(("and", "or", "but", "nor", "yet"))
OPENERS = frozenset(
    ("because", "although", "though", "if", "unless", "while", "whilst", "whereas", "lest")
)
MAYBE_OPENERS = frozenset(("before", "after", "since", "until", "till", "as", "once"))
NOMINAL = ("NOUN", "PROPN")
IN_PHRASE = ("DET", "NUM", "ADJ", "NOUN", "PROPN", "X")
SKIPPED = ("ADV", "PART", "INTJ")
TAKE_INFINITIVE = frozenset(
    (
        "fail",
        "refuse",
        "decline",
        "omit",
        "neglect",
        "need",
        "want",
        "try",
        "able",
        "unable",
        "seek",
        "forget",
    )
)
