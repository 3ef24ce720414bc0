"""Which kind of actor a phrase names: a role, an agency, a system, the family, someone by name."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from scr_lint.finding import ActorKind
from scr_lint.language import tree
from scr_lint.language.grammar import INDEFINITE_PRONOUNS
from scr_lint.language.people import UPPER
from scr_lint.lexicon.inflection import Irregulars, forms_of

_ROLE = ActorKind.INDIVIDUAL
_KINDS = (
    ActorKind.INDIVIDUAL,
    ActorKind.AGENCY,
    ActorKind.SYSTEM,
    ActorKind.FAMILY,
    ActorKind.PERPETRATOR,
)
_HEADS = (
    ("family_heads", ActorKind.FAMILY),
    ("individual_heads", ActorKind.INDIVIDUAL),
    ("agency_heads", ActorKind.AGENCY),
)
_LABEL = re.compile(r"^(?:[A-Z]{1,2}|\d{1,2}|[A-Z]\d{1,2}|[A-Z][’']?s?)$")
_FLAT = ("flat", "compound", "nmod:desc", "appos", "nummod", "nmod:unmarked", "amod", "list", "dep")
_QUANTITIES = (
    *("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "all"),
    *(
        "some",
        "many",
        "most",
        "several",
        "few",
        "both",
        "each",
        "either",
        "neither",
        "any",
        "which",
    ),
    *("half", "number", "majority", "handful", "pair", "couple", "others", "those", "group"),
)
_KINDS_KEY = "scr-lint actor kinds"
_WORD = re.compile(r"[\w’'&-]+")
_TITLED = re.compile(rf"\b([A-Z][a-z]+)\.? ((?:[A-Z]\.? ?)*(?:[{UPPER}][\w’'-]+|[A-Z]))")
_PAIR = re.compile(r"\b([A-Za-z]+) ([A-Z]{1,2}\d?|\d{1,2})\b")


@dataclass(frozen=True, slots=True)
class ActorLexicon:
    """The actors of `lexicons/actors.toml`, ready to be looked up by phrase.

    `reviewed` holds the names, lower case, of those whose life is under review in the draft at hand.
    """

    phrases: Mapping[str, ActorKind]
    longest: int
    heads: Mapping[str, ActorKind]
    codes: re.Pattern[str]
    titles: frozenset[str]
    professional_titles: frozenset[str]
    review: frozenset[str]
    paid: frozenset[str]
    unpaid: frozenset[str]
    convicted: frozenset[str]
    no_names: frozenset[str]
    numbered: frozenset[str]
    places: frozenset[str]
    reviewed: frozenset[str] = frozenset()

    @classmethod
    def from_words(cls, words: Mapping[str, Sequence[str]], irregulars: Irregulars) -> ActorLexicon:
        """Make one from the lists of the lexicon; plurals of the last word are added."""
        phrases = {
            form: kind
            for kind in reversed(_KINDS)
            for form in _plurals(words.get(kind, ()), irregulars)
        }
        codes = "|".join(sorted(words.get("individual_codes", ()), key=len, reverse=True))
        return cls(
            phrases=phrases,
            longest=max(len(p.split()) for p in phrases),
            heads={w: kind for key, kind in _HEADS for w in words.get(key, ())},
            codes=re.compile(rf"^(?:{codes})\d+[A-Za-z]?$"),
            titles=frozenset(words.get("titles", ())),
            professional_titles=frozenset(words.get("professional_titles", ())),
            review=frozenset(_plurals(words.get("review", ()), irregulars)),
            paid=frozenset(words.get("paid", ())),
            unpaid=frozenset(words.get("unpaid", ())),
            convicted=frozenset(words.get("convicted", ())),
            no_names=frozenset(words.get("no_names", ())),
            numbered=frozenset(words.get("numbered", ())),
            places=frozenset(words.get("places", ())),
        )

    def knowing(self, reviewed: frozenset[str]) -> ActorLexicon:
        """The same lexicon for a draft about the people of these names."""
        return replace(self, reviewed=reviewed)

    def is_review(self, head: Token) -> bool:
        """Whether the phrase is the review itself or speaks for it ("the panel", "we")."""
        if head.lower_ in ("i", "we", "us"):
            return True
        return any(text in self.review for text in self._texts(head))

    def names_review(self, text: str) -> bool:
        """Whether an actor's words name the review itself ("the panel")."""
        words = text.lower().split()
        return (
            " ".join(words[1:] if words[:1] in (["the"], ["this"], ["our"]) else words)
            in self.review
        )

    def has_office(self, text: str) -> bool:
        """Whether a name begins with the title of an office: "PC", "Dr", "Nurse"."""
        first = text.lower().split()[:1]
        return bool(first) and first[0].rstrip(".") in self.professional_titles

    def kind_of(self, head: Token) -> ActorKind:
        """The kind of actor that the noun phrase headed by `head` names; UNKNOWN if none is known.

        A pronoun is UNKNOWN: it needs its antecedent. Remembered in the doc, for every rule asks.
        """
        known = self._remembered(head.doc)
        if head.i not in known:
            known[head.i] = self._find_kind(head)
        return known[head.i]

    def _remembered(self, doc: Doc) -> dict[int, ActorKind]:
        """The kinds found before in this doc, by token; none if they rest on other names or lists."""
        kept = doc.user_data.get(_KINDS_KEY)
        if kept is None or kept[0] is not self.phrases or kept[1] != self.reviewed:
            kept = (self.phrases, self.reviewed, {})
            doc.user_data[_KINDS_KEY] = kept
        known: dict[int, ActorKind] = kept[2]
        return known

    def _find_kind(self, head: Token) -> ActorKind:
        part = self._counted(head)
        if part is not None:
            return self.kind_of(part)
        if head.lower_ in INDEFINITE_PRONOUNS:
            return self._indefinite(head)
        if self._is_titled(head):
            return ActorKind.NAME
        other = tree.child(head, "conj")
        if head.lower_ in self.titles and other is not None:
            return self.kind_of(other)
        kind = self._labelled(head) or self._listed(head)
        if kind is ActorKind.FAMILY and head.lower_.startswith("carer") and self._is_paid(head):
            return ActorKind.INDIVIDUAL
        if kind in (ActorKind.FAMILY, ActorKind.INDIVIDUAL, None) and self._is_convicted(head):
            return ActorKind.PERPETRATOR
        if kind is ActorKind.FAMILY and self._labelled(head) and self._beside(head, _ROLE):
            return ActorKind.INDIVIDUAL  # "Mrs A, the health visitor"
        if kind is ActorKind.INDIVIDUAL and self._is_called(head):
            return ActorKind.NAME
        kind = kind if kind is not None else self._named(head)
        relative = kind is ActorKind.NAME and self._beside(head, ActorKind.FAMILY)
        return ActorKind.FAMILY if relative else kind

    def has_role(self, head: Token) -> bool:
        """Whether a professional role stands beside a name: "Ms Lowe, the manager"."""
        return self._listed(head) is _ROLE or self._beside(head, _ROLE)

    def _beside(self, head: Token, kind: ActorKind) -> bool:
        """Whether the apposition names somebody of this kind: "Mrs Khan, his daughter"."""
        return any(self._listed(c) is kind for c in tree.children(head, "appos"))

    def _is_called(self, head: Token) -> bool:
        """ "The team manager, Mr Holt": a role with a name beside it."""
        beside = [c for c in tree.children(head, "appos", "conj") if tree.child(c, "cc") is None]
        return any(c.pos_ == "PROPN" and self.kind_of(c) is ActorKind.NAME for c in beside)

    def _is_titled(self, head: Token) -> bool:
        """ "Nurse Bellamy" where the title was taken for the head."""
        if head.lower_ not in self.professional_titles or head.i + 1 >= len(head.doc):
            return False
        after = head.nbor(1)
        return after.pos_ == "PROPN" and after.is_title and len(after) > 1 and not after.is_stop

    def mentions(self, text: str) -> Iterator[tuple[str, ActorKind]]:
        """The actors mentioned in running text, in order, found by their words alone."""
        found = [*self._labelled_mentions(text), *self._listed_mentions(text)]
        end = -1
        for start, words, kind in sorted(found, key=lambda m: (m[0], -len(m[1]))):
            if start >= end:
                yield words, kind
                end = start + len(words)

    def _labelled_mentions(self, text: str) -> Iterator[tuple[int, str, ActorKind]]:
        """ "Child A", "SW1", "Dr Patel"."""
        for match in _PAIR.finditer(text):
            if match.group(1).lower() in self.heads:
                yield match.start(), match.group(), self.heads[match.group(1).lower()]
        for match in _TITLED.finditer(text):
            title = match.group(1).lower()
            if len(match.group(2)) > 1 and title in self.titles | self.professional_titles:
                yield match.start(), match.group(), ActorKind.NAME
        for match in _WORD.finditer(text):
            if self.codes.match(match.group()):
                yield match.start(), match.group(), ActorKind.INDIVIDUAL

    def _listed_mentions(self, text: str) -> Iterator[tuple[int, str, ActorKind]]:
        words = [(m.start(), m.group()) for m in _WORD.finditer(text)]
        position = 0
        while position < len(words):
            size, kind = self._longest_at([w for _, w in words[position : position + self.longest]])
            if kind is not None:
                last_start, last = words[position + size - 1]
                start = words[position][0]
                yield start, text[start : last_start + len(last)], kind
            position += size

    def _longest_at(self, words: Sequence[str]) -> tuple[int, ActorKind | None]:
        for size in range(len(words), 0, -1):
            text = " ".join(words[:size]).lower().replace("’", "'")
            for form in (text, text.removesuffix("'s")):
                if form in self.phrases:
                    return size, self.phrases[form]
        return 1, None

    def _counted(self, head: Token) -> Token | None:
        """The noun in "none of the midwives", "two of the officers": what is counted."""
        if head.lower_ not in _QUANTITIES and head.pos_ != "NUM":
            return None
        of = next((c for c in tree.children(head, "nmod") if tree.case_of(c) == "of"), None)
        return of if of is not None and of.pos_ in ("NOUN", "PROPN") else None

    def _indefinite(self, head: Token) -> ActorKind:
        """ "Nobody" is unknown; "nobody on the ward" is one of its people."""
        place = tree.place_of(head)
        known = place is not None and self.kind_of(place) in (
            ActorKind.AGENCY,
            ActorKind.INDIVIDUAL,
        )
        return ActorKind.INDIVIDUAL if known else ActorKind.UNKNOWN

    def _is_paid(self, head: Token) -> bool:
        """A "carer" who is staff: "the night carer", "a carer from the agency", "two carers"."""
        before = tree.children(head, "compound", "amod", "nmod:desc")
        if any(c.lower_ in self.paid for c in before):
            return True
        whose = tree.child(head, "nmod:poss")
        if whose is not None:
            return self.kind_of(whose) is ActorKind.AGENCY
        if head.lower_ == "carers" and not any(c.lower_ in self.unpaid for c in before):
            return True
        hung = tree.children(head, "nmod")
        hung += [
            o
            for verb in tree.children(head, "acl")
            for o in tree.children(verb, "obl:agent", "obl")
        ]
        return any(
            tree.case_of(c) in ("from", "by", "at", "with") and self.kind_of(c) is ActorKind.AGENCY
            for c in hung
        )

    def _is_convicted(self, head: Token) -> bool:
        """ "the man convicted of her murder"."""
        return any(
            t.lower_ in self.convicted
            for c in tree.children(head, "acl", "acl:relcl", "amod")
            for t in (c, *c.children)
            if t.i != head.i
        )

    def _labelled(self, head: Token) -> ActorKind | None:
        """ "Child A", "SW1", "School 2": a role with a letter or number."""
        if self.codes.match(head.text):
            return ActorKind.INDIVIDUAL
        family = [head, *tree.children(head, *_FLAT)]
        if head.dep_ in ("flat", "appos", "nmod:desc", "nummod"):
            family.append(head.head)
        words = sorted({t.i: t for t in family}.values(), key=lambda t: t.i)
        for first, second in itertools.pairwise(words):
            if _LABEL.match(second.text) and first.lower_ in self.heads and first.i == second.i - 1:
                return self.heads[first.lower_]
        before = head.nbor(-1) if head.i > 0 else None
        if before is not None and _LABEL.match(head.text) and before.lower_ in self.heads:
            return self.heads[before.lower_]
        return None

    def _listed(self, head: Token) -> ActorKind | None:
        """The kind of the longest listed phrase that covers the head."""
        return next(
            (self.phrases[text] for text in self._texts(head) if text in self.phrases), None
        )

    def _texts(self, head: Token) -> list[str]:
        """Lower-case stretches of the phrase that cover its head, the longest first."""
        words = tree.phrase(head)
        at = head.i - words[0].i
        texts = {}
        for start in range(max(0, at - self.longest + 1), at + 1):
            for end in range(at + 1, min(len(words), start + self.longest) + 1):
                texts[tree.text_of(words[start:end]).lower().replace("’", "'")] = end - start
        return sorted(texts, key=lambda t: (-texts[t], t))

    def _named(self, head: Token) -> ActorKind:
        """A phrase of proper nouns that the lexicon does not know."""
        if head.pos_ not in ("PROPN", "INTJ", "X") or not head.text[:1].isupper():
            return ActorKind.UNKNOWN
        phrase = itertools.takewhile(lambda t: t.pos_ != "CCONJ" or t.i < head.i, tree.phrase(head))
        words = [t for t in phrase if t.pos_ in ("PROPN", "NOUN") or t.text[:1].isupper()]
        words = [t for t in words if t.text != "."]
        first = words[0].lower_.rstrip(".") if words else ""
        if first not in self.professional_titles and {t.lower_ for t in words} & self.reviewed:
            return ActorKind.FAMILY
        if first in self.professional_titles | self.titles and len(words) > 1:
            return ActorKind.NAME
        beside = tree.child(head, "appos")
        if beside is not None and self._listed(beside) is ActorKind.AGENCY:
            return ActorKind.AGENCY
        return self._by_shape(head, words)

    def _by_shape(self, head: Token, words: Sequence[Token]) -> ActorKind:
        if words and (words[0].lower_ in self.numbered or _is_number_after(words[-1])):
            return ActorKind.UNKNOWN
        if len(words) == 1 and any(c.lower_ == "the" for c in tree.children(head, "det")):
            return ActorKind.AGENCY
        if len(words) >= 2 and all(t.text[:1].isupper() for t in words) and _has_lower(words):
            return ActorKind.AGENCY if words[-1].lower_ in self.places else ActorKind.NAME
        if len(words) == 1 and head.text.isupper() and len(head.text) > 2:
            return ActorKind.AGENCY
        named = len(words) == 1 and not head.text.isupper() and head.lower_ not in self.no_names
        return ActorKind.FAMILY if named else ActorKind.UNKNOWN


def _is_number_after(word: Token) -> bool:
    """ "Regulation 12": no name is followed by a number in figures."""
    return word.i + 1 < len(word.doc) and word.nbor(1).text.isdigit()


def _has_lower(words: Sequence[Token]) -> bool:
    return any(not t.text.isupper() for t in words)


def _plurals(phrases: Iterable[str], irregulars: Irregulars) -> Iterable[str]:
    for text in phrases:
        words = text.split()
        for form in forms_of(words[-1], irregulars):
            if form == words[-1] or not form.endswith(("ed", "ing")):
                yield " ".join((*words[:-1], form))
