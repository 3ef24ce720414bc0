"""In whose voice a predicate stands: the report's own, a source's, a quotation, an admission."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from spacy.tokens import Doc, Token

from scr_lint.language import tree
from scr_lint.language.actors import ActorLexicon
from scr_lint.lexicon.load import WordLists

_OPENING = "“‘«"
_CLOSING = "”»"
_REPORTED = (
    "ccomp",
    "parataxis",
    "xcomp",
    "csubj",
    "csubj:pass",
    "acl",
    "obj",
    "obl",
    "nmod",
    "conj",
    "nsubj",
    "advcl",
    "dep",
    "appos",
    "acl:relcl",
    "root",
    "nsubj:pass",
)


class View(StrEnum):
    """Whose view a sentence gives. An admission or an adopted view counts as the report's own."""

    REPORT = "report"
    SOURCE = "source"
    QUOTE = "quote"
    ADMISSION = "admission"
    ADOPTED = "adopted"

    @property
    def is_reports(self) -> bool:
        """Whether the report stands behind what is said."""
        return self not in (View.SOURCE, View.QUOTE)


@dataclass(frozen=True, slots=True)
class Views:
    """The words of `lexicons/language/views.toml`."""

    verbs: frozenset[str]
    nouns: frozenset[str]
    sources: frozenset[str]
    own: frozenset[str]
    own_review: frozenset[str]
    admission: frozenset[str]
    adoption: frozenset[str]

    @classmethod
    def from_words(cls, words: WordLists) -> Views:
        """Make one from the word lists of the lexicon."""
        return cls(**{key: frozenset(words[key]) for key in cls.__slots__})

    def view_of(self, predicate: Token, actors: ActorLexicon) -> View:
        """Whose view the predicate is said in."""
        if self._quoted(predicate):
            return self._view_of_quotation(predicate, actors)
        return self._reported(predicate, actors)

    def _reported(self, predicate: Token, actors: ActorLexicon) -> View:
        lower = predicate
        for upper in tree.up(predicate):
            if upper.i != lower.i and lower.dep_ not in _REPORTED:
                if lower.dep_ not in ("amod", "xcomp", "case", "compound", "nmod:poss"):
                    lower = upper
                    continue
            if upper.i != predicate.i and self._speaks_over(lower, upper):
                view = self._view_of_speaker(upper, actors)
                if view is not None:
                    return view
            if self._noun_of_view(upper, predicate):
                return View.SOURCE
            if self._source_phrase(upper, actors):
                return View.SOURCE
            view = self._aside(upper, predicate, actors)
            if view is not None:
                return view
            lower = upper
        return View.REPORT

    def _speaks_over(self, lower: Token, upper: Token) -> bool:
        """Whether `upper` is a verb of saying or thinking with `lower` as what is said."""
        lemma = upper.lemma_.lower()
        if lemma not in self.verbs and lemma not in self.admission and lemma not in self.adoption:
            return False
        if lower.dep_ in ("ccomp", "parataxis", "csubj:pass"):
            return True
        if lower.dep_ == "xcomp":
            return lemma in self.verbs and lemma not in ("find",)
        return lower.dep_ in ("obj", "obl") and lemma in (
            "criticise",
            "criticize",
            "describe",
            "complain",
            "allege",
            "claim",
            "accuse",
            "blame",
            "express",
            "report",
            "view",
            "see",
            "regard",
            "perceive",
            "characterise",
            "speak",
        )

    def _view_of_speaker(self, verb: Token, actors: ActorLexicon) -> View | None:
        """The view a verb of saying puts its content in; None where it decides nothing."""
        lemma = verb.lemma_.lower()
        if tree.is_passive(verb):
            agent = next(
                (c for c in tree.children(verb, "obl:agent", "obl") if _case(c) == "by"), None
            )
            if agent is None:
                return (
                    View.SOURCE
                    if lemma
                    in (
                        "allege",
                        "claim",
                        "feel",
                        "believe",
                        "think",
                        "suggest",
                        "say",
                        "argue",
                        "perceive",
                        "contend",
                    )
                    and not _raising(verb)
                    else None
                )
            return View.REPORT if self._is_own(agent, actors) else View.SOURCE
        speaker = _speaker(verb)
        if speaker is None:
            return None
        if self._is_own(speaker, actors):
            own = actors.is_review(speaker) or speaker.lemma_.lower() in self.own_review
            return View.ADOPTED if lemma in self.adoption and own else View.REPORT
        if lemma in self.admission:
            return View.ADMISSION
        return View.SOURCE

    def _is_own(self, speaker: Token, actors: ActorLexicon) -> bool:
        low = speaker.lemma_.lower()
        if low in self.own_review or speaker.lower_ in self.own_review:
            return True
        if low in ("team", "board", "expert", "it", "which", "that", "this", "what", "one"):
            return actors.is_review(speaker) or low in ("it", "this", "which", "that", "what")
        return actors.is_review(speaker) or low in self.own

    def _noun_of_view(self, token: Token, predicate: Token) -> bool:
        """ "the mother's view that …", "her complaint that …"."""
        if token.lemma_.lower() not in self.nouns or token.i == predicate.i or token.pos_ != "NOUN":
            return False
        owner = tree.child(token, "nmod:poss")
        owner = owner or next(
            (c for c in tree.children(token, "nmod") if _case(c) in ("of", "by", "from")), None
        )
        if owner is None:
            return False
        return not (owner.lower_ in ("my", "our", "its") or owner.lemma_.lower() in self.own_review)

    def _source_phrase(self, token: Token, actors: ActorLexicon) -> bool:
        """ "In the family's view, …", "according to the school, …", "for Mother, …"."""
        for c in tree.children(token, "obl", "advmod", "parataxis", "advcl", "nmod"):
            case = _case(c)
            if case in self.sources and not self._is_own(c, actors) and _names_someone(c, actors):
                return True
            if c.lower_ in ("reportedly", "allegedly"):
                return True
            if case in ("in", "to", "on", "from", "through") and c.lemma_.lower() in (
                self.nouns | {"mind", "eye"}
            ):
                owner = tree.child(c, "nmod:poss") or tree.child(c, "nmod")
                if (
                    owner is not None
                    and owner.lower_ not in ("my", "our", "its")
                    and not self._is_own(owner, actors)
                ):
                    return True
        return False

    def _aside(self, token: Token, predicate: Token, actors: ActorLexicon) -> View | None:
        """ "The school, she said, ignored her": the verb of saying hangs below what is said."""
        for c in tree.children(token, "parataxis", "advcl"):
            if c.lemma_.lower() not in self.verbs or predicate.is_ancestor(c) is False:
                continue
            if predicate.i == c.i or c.is_ancestor(predicate):
                continue
            speaker = _speaker(c)
            as_clause = tree.child(c, "mark") is not None and c.dep_ == "advcl"
            if speaker is None or (c.dep_ == "advcl" and not as_clause):
                continue
            if as_clause and tree.child(c, "mark").lower_ != "as":  # type: ignore[union-attr]
                continue
            if tree.child(c, "ccomp") is not None:
                continue
            return View.REPORT if self._is_own(speaker, actors) else View.SOURCE
        return None

    def _quoted(self, token: Token) -> bool:
        return bool(_quotation(token.doc, token.i))

    def _view_of_quotation(self, predicate: Token, actors: ActorLexicon) -> View:
        """A quotation is a source's, unless it gives the finding of a court, a jury or the review."""
        start, end = _quotation(predicate.doc, predicate.i) or (0, 0)
        outside = [t for t in predicate.doc if not start <= t.i <= end]
        before = {t.lemma_.lower() for t in outside if t.i < start}
        if before & {"conclusion", "jury", "coroner", "inquest", "narrative"}:
            return View.REPORT
        return View.QUOTE


def _speaker(verb: Token) -> Token | None:
    """The subject of a verb of saying, taken over through coordination."""
    found = tree.subject(verb)
    if found is None and verb.dep_ in ("conj", "xcomp") and verb.head.i != verb.i:
        return _speaker(verb.head)
    if found is not None and found.lower_ in ("who", "which", "that") and verb.dep_ == "acl:relcl":
        return verb.head
    if found is None and verb.dep_ in ("acl", "advcl"):
        return verb.head if verb.dep_ == "acl" else _speaker(verb.head)
    return found


def _raising(verb: Token) -> bool:
    """ "was said to have failed"."""
    return False


def _case(token: Token) -> str:
    found = tree.child(token, "case")
    return found.lower_ if found is not None else ""


def _names_someone(token: Token, actors: ActorLexicon) -> bool:
    return (
        token.pos_ == "PROPN"
        or token.pos_ == "PRON"
        or actors.kind_of(token) not in ("unknown", "system")
    )


def _quotation(doc: Doc, index: int) -> tuple[int, int] | None:
    """The token range of the quotation that holds token `index`, marks included; None if there is none.

    A closing single quote is also an apostrophe, so single quotes count only where they open a word.
    """
    start: int | None = None
    straight = False
    for token in doc:
        text = token.text
        if start is None:
            opens = text[0] in _OPENING or (text in ('"', "'", "``") and not _follows_word(token))
            if opens:
                start, straight = token.i, text[0] not in _OPENING
        elif (
            text[0] in _CLOSING
            or (straight and text in ('"', "'", "''"))
            or _closes_single(token, doc[start])
        ):
            if start < index < token.i:
                return start, token.i
            start = None
    if start is not None and start < index and doc[start].text in ("“", '"'):
        return start, len(doc)
    return None


def _follows_word(token: Token) -> bool:
    return token.i > 0 and not token.nbor(-1).whitespace_ and token.nbor(-1).text not in "([—–-"


def _closes_single(token: Token, opening: Token) -> bool:
    return opening.text == "‘" and token.text == "’" and _follows_word(token)
