"""A sentence cut into noun phrases, verb groups and the small words between, by tags and word order.

Groundwork for `repair`: it leans on the tagger and on what forms a word can have, not on the parser.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto

from spacy.tokens import Doc, Token

_BE = frozenset(("be", "am", "is", "are", "was", "were", "been", "being", "'s", "’s", "'re", "’re"))
_HAVE = frozenset(("have", "has", "had", "having", "'ve", "’ve"))
_DO = frozenset(("do", "does", "did"))
_MODALS = frozenset(
    (*("can", "could", "may", "might", "must", "shall", "should", "will", "would", "ought"),
     *("ca", "wo", "sha", "'ll", "’ll", "'d", "’d", "cannot"))
)  # fmt: skip
_GET = frozenset(("get", "gets", "got", "getting"))
_FINITE_AUX = (_BE | _HAVE | _DO | _MODALS) - {"be", "been", "being", "having"}
_NONFINITE_AUX = frozenset(("be", "been", "being", "have", "having"))
_RELATIVE = frozenset(("who", "whom", "whose", "which", "that"))
_QUESTION = frozenset(
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
_CONJUNCTIONS = frozenset(("and", "or", "but", "nor", "yet"))
_OPENERS = frozenset(
    ("because", "although", "though", "if", "unless", "while", "whilst", "whereas", "lest")
)
_MAYBE_OPENERS = frozenset(("before", "after", "since", "until", "till", "as", "once"))
_NOMINAL = ("NOUN", "PROPN")
_IN_PHRASE = ("DET", "NUM", "ADJ", "NOUN", "PROPN")
_SKIPPED = ("ADV", "PART", "INTJ")


class Kind(Enum):
    """What a stretch of the sentence is."""

    NOUN = auto()
    FINITE = auto()
    NONFINITE = auto()
    RELATIVE = auto()
    OPENER = auto()
    AND = auto()
    COMMA = auto()
    STOP = auto()
    PREPOSITION = auto()


@dataclass(slots=True)
class Chunk:
    """A stretch of tokens, `first` to `last` inclusive; `head` is its main word.

    `auxiliaries` are those of a verb group; `passive` and `ambiguous` (past tense or participle?)
    are told of verb groups only, as is the `subject` of an inverted one.
    """

    kind: Kind
    head: int
    first: int
    last: int
    auxiliaries: list[int] = field(default_factory=list)
    passive: bool = False
    ambiguous: bool = False
    subject: Chunk | None = None


@dataclass(frozen=True, slots=True)
class Forms:
    """What the forms of verbs tell: irregular pasts and participles, and which words are verbs at all."""

    pasts: frozenset[str]
    participles: frozenset[str]
    unchanged: frozenset[str]
    bases: frozenset[str]
    exceptions: Mapping[str, Sequence[str]]

    @classmethod
    def of(
        cls,
        irregulars: Mapping[str, Sequence[str]],
        bases: frozenset[str],
        exceptions: Mapping[str, Sequence[str]],
    ) -> Forms:
        """Make one from the irregular forms of the lexicon, past before participle, and verb tables."""
        verbs = {
            base: forms for base, forms in irregulars.items() if base in bases and len(base) > 1
        }
        two = [forms for forms in verbs.values() if len(forms) == 2 and forms[0] != forms[1]]
        return cls(
            pasts=frozenset(f[0] for f in two),
            participles=frozenset(f[1] for f in two) - frozenset(verbs),
            unchanged=frozenset(base for base, forms in verbs.items() if base in forms),
            bases=bases,
            exceptions=exceptions,
        )

    def is_base(self, word: str) -> bool:
        """Whether the word is the base form of a verb."""
        return word in self.bases

    def base_of(self, word: str) -> str:
        """The base of a form in -s, -ed or an irregular one, "" where it is no verb's."""
        if word in self.exceptions:
            return self.exceptions[word][0]
        for ending, rest in (
            ("ies", "y"),
            ("es", "e"),
            ("es", ""),
            ("s", ""),
            ("ied", "y"),
            ("ed", "e"),
            ("ed", ""),
        ):
            if word.endswith(ending) and word[: -len(ending)] + rest in self.bases:
                return word[: -len(ending)] + rest
        return ""

    def is_past(self, word: str) -> bool:
        """Whether the word has the look of a past tense or past participle."""
        if word in self.pasts or word in self.participles or word in self.unchanged:
            return True
        if word.endswith(("s", "ing")):
            return False
        return word in self.exceptions or (word not in self.bases and bool(self.base_of(word)))


class Chunker:
    """Cuts one sentence; `doc` is read only."""

    def __init__(self, doc: Doc, forms: Forms, verbs: frozenset[int] = frozenset()) -> None:
        self._verbs = verbs
        self._doc = doc
        self._forms = forms
        self._chunks: list[Chunk] = []

    def chunks(self) -> list[Chunk]:
        """The chunks in order; adverbs, quotation marks and bracketed stretches are left out."""
        at = 0
        while at < len(self._doc):
            at = self._step(at)
        return self._chunks

    def _step(self, at: int) -> int:
        token = self._doc[at]
        if (
            at == 0
            and (token.pos_ == "NUM" or token.is_digit)
            and token.dep_ not in ("nummod", "nsubj", "nsubj:pass")
        ):
            return 1
        small = self._small(token)
        if small is not None:
            self._chunks.append(Chunk(small, at, at, at))
            return at + 1
        if token.text == "(":
            return self._after_bracket(at)
        found = self._verb_group(at) or self._infinitive(at) or self._noun_phrase(at)
        if found is None:
            return at + 1
        self._chunks.append(found)
        return found.last + 1

    def _small(self, token: Token) -> Kind | None:
        """The kind of a comma, stop, conjunction, preposition or clause opener; None for the rest."""
        low = token.lower_
        if token.text == ",":
            return Kind.COMMA
        if token.text in (";", ":", "–", "—", "--"):
            return Kind.STOP
        if low in _CONJUNCTIONS and token.pos_ == "CCONJ":
            return Kind.AND
        if low in _RELATIVE and self._opens_clause(token):
            return Kind.RELATIVE
        after = self._at(token.i + 1)
        following = after.lower_ if after is not None else ""
        if low in (
            "because",
            "instead",
            "rather",
            "together",
            "due",
            "owing",
            "given",
            "according",
        ) and following in ("of", "than", "with", "to"):
            return Kind.PREPOSITION
        if low == "given" and following != "that" and token.i == 0:
            return Kind.PREPOSITION
        if low in _QUESTION or low in _OPENERS:
            return Kind.OPENER
        if low in ("as", "than") and after is not None and after.pos_ == "AUX":
            return Kind.OPENER
        if low in _MAYBE_OPENERS and token.pos_ in ("SCONJ", "ADP", "VERB", "ADV"):
            if token.pos_ == "ADV" and not self._finite_follows(token.i + 1):
                return None
            return Kind.OPENER if self._finite_follows(token.i + 1) else Kind.PREPOSITION
        if token.pos_ in ("ADP", "SCONJ") and not self._particle(token):
            return Kind.PREPOSITION
        return None

    def _particle(self, token: Token) -> bool:
        """ "turned her away", "passed on was": an adverbial preposition without a noun after it."""
        if token.dep_ == "compound:prt":
            return True
        after = self._at(token.i + 1)
        return (
            after is None or after.is_punct or after.lower_ in _FINITE_AUX and after.pos_ == "AUX"
        )

    def _opens_clause(self, token: Token) -> bool:
        if token.lower_ != "that":
            return True
        after = self._at(token.i + 1)
        if (
            token.dep_ == "det"
            or token.pos_ == "DET"
            and after is not None
            and after.pos_ in (*_NOMINAL, "ADJ", "NUM")
        ):
            return False
        before = self._chunks[-1].kind if self._chunks else None
        return token.pos_ == "SCONJ" or before is Kind.NOUN or before is Kind.COMMA

    def _finite_follows(self, at: int) -> bool:
        """Whether a noun phrase and then a finite verb come before the next comma."""
        phrase = self._noun_phrase(at)
        if phrase is None:
            return False
        at = phrase.last + 1
        while at < len(self._doc) and self._doc[at].text not in (",", ";", ":", "."):
            token = self._doc[at]
            if token.lower_ in _FINITE_AUX or token.lower_ in self._forms.pasts:
                return True
            if token.pos_ == "VERB":
                return self._finite(token)
            if token.lower_ in _RELATIVE or token.pos_ in ("CCONJ", "SCONJ"):
                return False
            at += 1
        return False

    def _after_bracket(self, at: int) -> int:
        for n in range(at + 1, len(self._doc)):
            if self._doc[n].text == ")":
                return n + 1
        return at + 1

    def _at(self, at: int) -> Token | None:
        return self._doc[at] if 0 <= at < len(self._doc) else None

    # Verb groups

    def _verb_group(self, at: int) -> Chunk | None:
        token = self._doc[at]
        low = token.lower_
        if (
            low in ("wo", "ca", "sha")
            and at + 1 < len(self._doc)
            and self._doc[at + 1].lower_ in ("n't", "n’t")
        ):
            return self._with_auxiliaries(at, Kind.FINITE)
        if (
            low in _FINITE_AUX
            and token.pos_ in ("AUX", "VERB", "PART")
            and not (low in ("'s", "’s") and token.pos_ == "PART")
        ):
            return self._with_auxiliaries(at, Kind.FINITE)
        if low in ("having", "being") and token.pos_ in ("AUX", "VERB"):
            return self._with_auxiliaries(at, Kind.NONFINITE)
        if not self._verb_here(token):
            return None
        kind = Kind.FINITE if self._finite(token) else Kind.NONFINITE
        return Chunk(
            kind, at, at, at, ambiguous=self._forms.is_past(low) and low not in self._forms.pasts
        )

    def _verb_here(self, token: Token) -> bool:
        if token.i in self._verbs:
            return True
        if token.lower_ in self._forms.pasts and token.pos_ in ("NOUN", "ADJ", "VERB"):
            return not self._after_determiner(token) or token.pos_ == "VERB"
        return token.pos_ in ("VERB", "AUX") and not self._in_noun_phrase(token)

    def _after_determiner(self, token: Token) -> bool:
        before = self._at(token.i - 1)
        return before is not None and before.pos_ in ("DET", "ADJ", "NUM", "ADP")

    def _in_noun_phrase(self, token: Token) -> bool:
        """A participle before its noun: "the lost file", "missed opportunities were"."""
        if token.dep_ not in ("amod", "compound", "nmod:desc") or token.head.i <= token.i:
            return False
        before = self._at(token.i - 1)
        if before is None:
            return True
        return before.pos_ not in (*_NOMINAL, "PRON", "AUX") or before.lower_ in (
            "her",
            "his",
            "its",
            "their",
        )

    def _finite(self, token: Token) -> bool:
        low = token.lower_
        if low.endswith("ing") and not self._forms.is_base(low):
            return False
        return low not in self._forms.participles

    def _with_auxiliaries(self, at: int, kind: Kind) -> Chunk:
        """ "should not have been missed", "did the nurse lose", "was" alone."""
        auxiliaries = [at]
        here = self._skip(at + 1, auxiliaries)
        while (token := self._at(here)) is not None and token.lower_ in _NONFINITE_AUX | _GET:
            if token.lower_ in _GET and self._doc[auxiliaries[-1]].lower_ not in (
                *_MODALS,
                *_BE,
                "to",
            ):
                break
            auxiliaries.append(here)
            here = self._skip(here + 1, auxiliaries)
        main = self._main_verb(here, auxiliaries)
        if main is not None:
            return Chunk(kind, main, at, main, auxiliaries, self._passive(main, auxiliaries))
        inverted = self._inverted(here, auxiliaries) if kind is Kind.FINITE else None
        if inverted is not None:
            return inverted
        last = auxiliaries.pop()
        return Chunk(kind, last, at, last, auxiliaries)

    def _skip(self, here: int, auxiliaries: list[int]) -> int:
        """Past adverbs, "not" and a stretch between commas, if a verb form comes after."""
        while (
            (token := self._at(here)) is not None
            and (token.pos_ in _SKIPPED or token.lower_ in ("not", "never", "n't", "n’t"))
            and token.lower_ != "to"
        ):
            here += 1
        if (
            token is not None
            and token.lower_ == "to"
            and self._doc[auxiliaries[0]].lower_ == "ought"
        ):
            return here + 1
        if token is not None and token.text == ",":
            return self._past_commas(here, auxiliaries)
        return here

    def _past_commas(self, here: int, auxiliaries: list[int]) -> int:
        for n in range(here + 2, min(here + 15, len(self._doc) - 1)):
            if self._doc[n].text == ",":
                after = n + 1
                token = self._doc[after]
                fits = (
                    token.lower_ in _NONFINITE_AUX
                    or self._main_verb(after, auxiliaries) is not None
                )
                return after if fits and token.pos_ != "PRON" else here
        return here

    def _main_verb(self, here: int, auxiliaries: list[int]) -> int | None:
        """The token at `here` if it can be the verb after these auxiliaries."""
        token = self._at(here)
        if token is None or token.lower_ in _FINITE_AUX - _HAVE - _DO:
            return None
        low, aux = token.lower_, self._doc[auxiliaries[-1]].lower_
        if aux in _DO | _MODALS:
            fits = self._forms.is_base(low) and token.pos_ not in ("DET", "ADP", "ADV", "PRON")
            return here if fits and (token.pos_ == "VERB" or not self._modifies(token)) else None
        if low.endswith("ing"):
            return here if token.pos_ == "VERB" and aux in _BE else None
        if (
            token.pos_ in ("VERB", "AUX")
            and self._forms.is_past(low)
            and low not in self._forms.pasts
        ):
            return here
        return here if token.pos_ == "VERB" and low.endswith(("ed", "en")) else None

    def _modifies(self, token: Token) -> bool:
        after = self._at(token.i + 1)
        return (
            after is not None and after.pos_ in _NOMINAL and token.pos_ in ("ADJ", "NOUN", "PROPN")
        )

    def _passive(self, main: int, auxiliaries: list[int]) -> bool:
        low = self._doc[main].lower_
        return self._doc[auxiliaries[-1]].lower_ in _BE | _GET and not low.endswith("ing")

    def _inverted(self, here: int, auxiliaries: list[int]) -> Chunk | None:
        """ "Had the GP referred", "did nobody visit": the subject between auxiliary and verb."""
        if (
            self._chunks
            and self._chunks[-1].kind is Kind.NOUN
            and self._doc[self._chunks[-1].last].i == auxiliaries[0] - 1
            and not self._in_fronted(auxiliaries[0])
        ):
            return None
        subject = self._noun_phrase(here)
        if subject is None:
            return None
        last, end = self._past_hangers(subject)
        inner = list(auxiliaries)
        end = self._past_auxiliaries(end, inner)
        main = self._main_verb(end, inner)
        if main is None and self._doc[inner[0]].lower_ == "were":
            main = self._after_were_to(end)
        if main is None:
            main = self._peeled(last, inner)
        if main is None and len(inner) > 1:
            main = inner.pop()
        if main is None or main == auxiliaries[0]:
            return None
        passive = self._passive(main, inner)
        return Chunk(Kind.FINITE, main, auxiliaries[0], main, inner, passive, subject=subject)

    def _past_hangers(self, subject: Chunk) -> tuple[Chunk, int]:
        """The last phrase that hangs on an inverted subject, and where the verb may come."""
        last, end = subject, subject.last + 1
        while (token := self._at(end)) is not None and token.pos_ == "ADP":
            phrase = self._noun_phrase(end + 1)
            if phrase is None:
                break
            last, end = phrase, phrase.last + 1
        if (
            token is not None
            and token.pos_ == "PART"
            and token.lower_ == "to"
            and self._doc[end - 1].pos_ in _NOMINAL
        ):
            after = self._at(end + 2)
            if after is not None and after.lower_ in _NONFINITE_AUX:
                end += 2
        return last, end

    def _past_auxiliaries(self, end: int, inner: list[int]) -> int:
        end = self._skip(end, inner)
        while (token := self._at(end)) is not None and token.lower_ in _NONFINITE_AUX:
            inner.append(end)
            end = self._skip(end + 1, inner)
        return end

    def _after_were_to(self, end: int) -> int | None:
        """ "Were the Trust to miss it": the infinitive."""
        token = self._at(end + 1)
        to = self._at(end)
        fits = (
            to is not None
            and to.lower_ == "to"
            and token is not None
            and self._forms.is_base(token.lower_)
        )
        return end + 1 if fits else None

    def _peeled(self, phrase: Chunk, auxiliaries: list[int]) -> int | None:
        """ "did nobody in the team visit": a verb that was taken for the phrase's last noun."""
        word = self._doc[phrase.last].lower_
        if self._doc[auxiliaries[-1]].lower_ not in _DO | _MODALS or phrase.last == phrase.first:
            return None
        before = self._doc[phrase.last - 1]
        if not self._forms.is_base(word) or before.pos_ in ("DET", "NUM"):
            return None
        at, phrase.last = phrase.last, phrase.last - 1
        phrase.head = self._head(phrase.first, at)
        return at

    def _in_fronted(self, at: int) -> bool:
        """Whether only a prepositional phrase or "never once" stands before: "At no stage was he"."""
        kinds = [c.kind for c in self._chunks]
        return (
            kinds[-2:] == [Kind.PREPOSITION, Kind.NOUN]
            and (len(kinds) == 2 or kinds[-3] in (Kind.COMMA, Kind.STOP, Kind.AND))
            and any(
                t.lower_ in ("no", "neither", "not", "only") for t in self._doc[max(0, at - 4) : at]
            )
        )

    def _infinitive(self, at: int) -> Chunk | None:
        """ "to record", "to have been missed", "to ring"."""
        if self._doc[at].lower_ != "to":
            return None
        here = at + 1
        while (token := self._at(here)) is not None and token.pos_ == "ADV":
            here += 1
        if token is None:
            return None
        if token.lower_ in ("have", "be"):
            group = self._with_auxiliaries(here, Kind.NONFINITE)
            return Chunk(
                Kind.NONFINITE, group.head, at, group.last, group.auxiliaries, group.passive
            )
        if token.pos_ == "VERB" or (
            self._forms.is_base(token.lower_) and self._wants_infinitive(at)
        ):
            return Chunk(Kind.NONFINITE, here, at, here)
        return None

    def _wants_infinitive(self, at: int) -> bool:
        """Whether "to" here rather opens an infinitive than a phrase: "failed to ring"."""
        before = self._at(at - 1)
        after = self._at(at + 2)
        return (
            before is not None
            and before.pos_ in ("VERB", "ADJ", "NOUN")
            and self._doc[at + 1].pos_ in ("NOUN", "ADJ")
            and (self._doc[at].pos_ == "PART" or before.lemma_.lower() in _TAKE_INFINITIVE)
            and (after is None or after.pos_ not in _NOMINAL)
        )

    # Noun phrases

    def _noun_phrase(self, at: int) -> Chunk | None:
        token = self._at(at)
        if token is None or not self._starts_phrase(token) or token.lower_ in ("wo", "ca", "sha"):
            return None
        here = at
        while (token := self._at(here)) is not None and self._continues(token, at):
            here += 1
            if token.pos_ == "PRON" and not _possessive(token):
                break
        if here == at or not self._nominal(at, here):
            return None
        return Chunk(Kind.NOUN, self._head(at, here), at, here - 1)

    def _nominal(self, first: int, end: int) -> bool:
        """Whether the stretch can stand for a thing or a person: "the former", not "busy"."""
        tokens = self._doc[first:end]
        if any(t.pos_ in (*_NOMINAL, "PRON", "NUM") for t in tokens):
            return True
        if len(tokens) > 1:
            return tokens[0].pos_ == "DET"
        return (
            tokens[0].pos_ == "DET"
            and tokens[0].lower_ not in ("the", "a", "an")
            or tokens[0].lower_ in ("neither", "either", "both")
        )

    def _starts_phrase(self, token: Token) -> bool:
        if (
            token.lower_ in _QUESTION
            or token.lower_ in self._forms.pasts
            and token.pos_ in (*_NOMINAL, "ADJ")
            and not self._after_determiner(token)
        ):
            return False
        if token.lower_ in _RELATIVE and self._opens_clause(token):
            return False
        if token.pos_ == "VERB":
            return self._in_noun_phrase(token)
        if token.lower_ in ("neither", "both", "either"):
            before = self._at(token.i - 1)
            return before is None or before.pos_ not in (*_NOMINAL, "PRON", "AUX")
        return token.pos_ in (*_IN_PHRASE, "PRON")

    def _continues(self, token: Token, first: int) -> bool:
        if token.i == first:
            return True
        before = self._doc[token.i - 1]
        if token.pos_ == "PRON":
            return before.lower_ in ("no", "any", "every", "each", "some")
        if before.pos_ in ("NOUN", "PROPN") and self._verb_here(token):
            return False
        if token.pos_ == "DET" and before.pos_ in ("NOUN", "PROPN", "NUM"):
            return False
        if token.pos_ == "ADJ" and before.pos_ in _NOMINAL and not before.is_title:
            after = self._at(token.i + 1)
            return after is not None and after.pos_ in _NOMINAL
        if token.pos_ in _IN_PHRASE:
            return True
        if token.pos_ == "VERB":
            return self._in_noun_phrase(token)
        if token.lower_ in ("'s", "’s", "'", "’"):
            return before.pos_ in _NOMINAL or before.lower_ == "other"
        after = self._at(token.i + 1)
        joins = token.text in ("-", "&", "/", ".") and not token.whitespace_ or (token.text == "-")
        if joins and after is not None and after.pos_ in _IN_PHRASE:
            return True
        if token.lower_ == "than":
            return after is not None and after.pos_ == "NUM"
        return (
            token.pos_ == "ADV"
            and after is not None
            and after.pos_ in ("ADJ", "NUM")
            and before.pos_ in ("DET", "ADJ", "PRON")
        )

    def _head(self, first: int, end: int) -> int:
        """The word of the phrase whose own head lies outside it; else its last noun."""
        tokens = self._doc[first:end]
        nouns = [t for t in tokens if t.pos_ in (*_NOMINAL, "PRON")] or list(tokens)
        outside = [t for t in nouns if not first <= t.head.i < end]
        return (
            outside[-1].i if len(outside) >= 1 and outside[-1].dep_ != "nmod:poss" else nouns[-1].i
        )


_TAKE_INFINITIVE = frozenset(
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


def _possessive(token: Token) -> bool:
    return "Yes" in token.morph.get("Poss") or token.dep_ == "nmod:poss"
