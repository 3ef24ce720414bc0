"""The closed classes of English grammar: small words that are what they are whatever a text is about.

Words of the domain live in `lexicons/`. A module that needs a class with a word more or less adds it
or takes it out where it says what it needs the class for.
"""

from __future__ import annotations

# --- auxiliaries

BE = frozenset(("be", "am", "is", "are", "was", "were", "been", "being", "'s", "’s", "'re", "’re"))
# After a modal: "should have", "should've".
PLAIN_HAVE = frozenset(("have", "'ve", "’ve"))
HAVE = PLAIN_HAVE | {"has", "had", "having"}
DO = frozenset(("do", "does", "did"))
GET = frozenset(("get", "gets", "got", "getting"))
# "Can't", "won't", "shan't" are cut in two before "n't".
CUT_MODALS = frozenset(("ca", "wo", "sha"))
WHOLE_MODALS = frozenset(
    ("can", "could", "may", "might", "must", "shall", "should", "will", "would", "ought")
)
MODALS = WHOLE_MODALS | CUT_MODALS | {"'ll", "’ll", "'d", "’d", "cannot"}
# These tell what would follow, not what is so.
UNREAL_MODALS = frozenset(("would", "could", "might"))
FINITE_AUXILIARIES = (BE | HAVE | DO | MODALS) - {"be", "been", "being", "having"}
NONFINITE_AUXILIARIES = frozenset(("be", "been", "being", "have", "having"))

# Verbs whose past is written like their base form.
SAME_IN_PAST = frozenset(
    (
        "let",
        "put",
        "cut",
        "set",
        "shut",
        "cost",
        "hit",
        "hurt",
        "quit",
        "read",
        "split",
        "spread",
        "bet",
    )
)

# --- denial

NOT = frozenset(("not", "n't", "n’t"))
DENIALS = NOT | {"never"}
# Words for nobody, for nothing, and before what there is none of.
NEGATIVES = frozenset(("no", "neither", "none", "nobody", "no-one", "nothing"))

# What they open is said as fact, beside what it is set against.
CONTRASTS = frozenset(("although", "though", "whereas"))

# --- pronouns and determiners

NOMINATIVES = frozenset(("i", "he", "she", "we", "they"))
REFLEXIVES = frozenset(
    ("myself", "himself", "herself", "itself", "oneself", "ourselves", "themselves")
)
# Somebody, but nobody in particular; "nobody" among them, for "nobody on the ward" says whose task it was.
INDEFINITE_PRONOUNS = frozenset(
    (
        *("anyone", "anybody", "someone", "somebody", "everyone", "everybody"),
        *("nobody", "no-one", "one"),
    )
)
# Before a noun for whichever it may be: "a team that", "any delay".
INDEFINITE_DETERMINERS = frozenset(("a", "an", "any", "each", "every", "no"))
# As the subject of a relative clause.
RELATIVE_SUBJECTS = frozenset(("who", "which", "that"))
# As its subject or object.
RELATIVE_PRONOUNS = RELATIVE_SUBJECTS | {"whom"}
RELATIVES = RELATIVE_PRONOUNS | {"whose"}

# --- words that open and join clauses

# What opens an embedded question; "who" and "which" do as well, but are relative pronouns first.
QUESTION_WORDS = frozenset(("whether", "how", "why", "what", "when", "where"))
CONJUNCTIONS = frozenset(("and", "or", "but", "nor", "yet"))
# These always open a clause …
CLAUSE_OPENERS = frozenset(
    ("because", "although", "though", "if", "unless", "while", "whilst", "whereas", "lest")
)
# … and these a clause or a phrase: "after she left", "after the visit".
MAYBE_OPENERS = frozenset(("before", "after", "since", "until", "till", "as", "once"))
# What opens a clause of reason, concession, time or condition.
ADVERBIAL_OPENERS = frozenset(
    (
        *("because", "although", "though", "since", "as", "while", "unless", "until"),
        *("before", "after", "if"),
    )
)

# --- parts of speech, by the tags of Universal Dependencies

NOUNS = ("NOUN", "PROPN")
IN_NOUN_PHRASE = ("DET", "NUM", "ADJ", "NOUN", "PROPN", "X")
BETWEEN_AUXILIARIES = ("ADV", "PART", "INTJ")
