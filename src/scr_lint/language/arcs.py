"""The arcs of one parsed sentence, to be changed and written back."""

from __future__ import annotations

from collections.abc import Iterable

import numpy
from spacy.attrs import DEP, HEAD  # type: ignore[import-not-found]
from spacy.tokens import Doc

from scr_lint.language.grammar import RELATIVES
from scr_lint.language.noun_chunks import Chunk
from scr_lint.language.skeleton import MAIN, RELATIVE, Frame

SUBJECTS = ("nsubj", "nsubj:pass")
AUXILIARY = ("aux", "aux:pass", "cop")
_RELATIVE = RELATIVES | {"where", "when"}


class Arcs:
    """The heads and labels of a doc, changed here and written back at the end."""

    def __init__(self, doc: Doc, nonfinite: Iterable[int] = ()) -> None:
        self._nonfinite = frozenset(nonfinite)
        self.doc = doc
        self.heads = [t.head.i for t in doc]
        self.labels = [t.dep_ for t in doc]
        self._changed = False

    def children(self, at: int) -> Iterable[int]:
        """The dependents of a token as the tree now stands."""
        return (n for n, head in enumerate(self.heads) if head == at and n != at)

    def has(self, at: int, *labels: str) -> bool:
        """Whether the token has a dependent with one of these labels."""
        return any(self.labels[n] in labels for n in self.children(at))

    def governed(self, at: int) -> bool:
        """Whether a preposition stands before the noun."""
        return any(self.labels[n] == "case" and n < at for n in self.children(at))

    def is_finite(self, at: int) -> bool:
        """Whether the token is a verb with a tense of its own or an auxiliary."""
        token = self.doc[at]
        if at in self._nonfinite:
            return False
        if self.has(at, *AUXILIARY):
            return True
        return token.pos_ in ("VERB", "AUX") and not token.lower_.endswith("ing")

    def subject_of(self, at: int) -> int | None:
        """The nearest subject before the predicate."""
        found = [n for n in self.children(at) if self.labels[n] in SUBJECTS]
        return found[-1] if found else None

    def predicate(self, verb: Chunk) -> int:
        """The token that heads the clause of a verb: the noun or adjective after a copula."""
        at = verb.head
        below = self.labels[at] in AUXILIARY and self.doc[at].pos_ == "AUX"
        return self.heads[at] if below else at

    def make_verb(self, verb: Chunk) -> None:
        """Tags the head of a verb group as a verb."""
        token = self.doc[verb.head]
        if token.pos_ not in ("VERB", "AUX"):
            token.pos_ = "VERB"
            token.set_morph(_morph(token.lower_, bare=not verb.auxiliaries))  # type: ignore[attr-defined]

    def gather(self, verb: Chunk) -> None:
        """Hangs the auxiliaries of a verb group on its verb."""
        head = self.predicate(verb)
        for at in verb.auxiliaries:
            label = "aux:pass" if verb.passive and at == verb.auxiliaries[-1] else "aux"
            if self.heads[head] == at != head:
                self._swap(at, head)
            for n in list(self.children(at)):
                if self.labels[n] == "mark":
                    self.attach(n, head, "mark")  # "even if the GP had rung"
            if self.heads[at] != head or self.labels[at] != label:
                self.attach(at, head, label)

    def _swap(self, over: int, under: int) -> None:
        """Puts a verb in the place of the auxiliary that it hangs on."""
        root = self.heads[over] == over
        self.heads[under], self.labels[under] = (
            (under if root else self.heads[over]),
            self.labels[over],
        )
        for n in list(self.children(over)):
            self.heads[n] = under
        self.heads[over], self.labels[over], self._changed = under, "aux", True

    def give_subject(self, at: int, subject: int, passive: bool, frame: Frame) -> None:
        """Makes the noun the subject of the predicate, which goes where its clause belongs."""
        if subject in self._above(at):
            root = self.heads[subject] == subject
            self.heads[at] = at if root else self.heads[subject]
            self.labels[at] = "ROOT" if root else self._label(frame)
        for other in list(self.children(at)):
            if self.labels[other] in SUBJECTS and other != subject:
                self.labels[other], self._changed = "dep", True
        self.attach(subject, at, "nsubj:pass" if passive else "nsubj")
        if (
            frame.kind == MAIN
            and frame.inside is None
            and self.heads[at] != at
            and frame.shared is None
        ):
            self._make_root(at)

    def _make_root(self, at: int) -> None:
        above = self._above(at)
        root = above[-1]
        if self.labels[root] != "ROOT" or self.labels[at] in ("ccomp", "conj"):
            return
        self.heads[at], self.labels[at] = at, "ROOT"
        self.heads[root], self.labels[root] = at, "dep"

    def _label(self, frame: Frame) -> str:
        return {MAIN: "parataxis", RELATIVE: "acl:relcl"}.get(frame.kind, "advcl")

    def hang_relative(self, at: int, antecedent: int) -> None:
        """Hangs a relative clause that the tree has elsewhere on the noun before it."""
        if self.labels[at] not in (
            "acl:relcl",
            "acl",
            "advcl:relcl",
            "conj",
            "csubj",
            "ccomp",
        ) and antecedent not in self._below(at):
            self.attach(at, antecedent, "acl:relcl")

    def join_phrase(self, phrase: Chunk) -> None:
        """Hangs the words of a noun phrase that the tree has elsewhere on its head."""
        for at in range(phrase.first, phrase.head):
            if phrase.first <= self.heads[at] <= phrase.last or self.labels[at] == "case":
                continue
            if self.labels[at] in SUBJECTS and self.labels[phrase.head] not in SUBJECTS:
                continue
            token = self.doc[at]
            label = {"DET": "det", "ADJ": "amod", "NUM": "nummod"}.get(token.pos_, "compound")
            if token.pos_ in ("DET", "ADJ", "NUM", "NOUN", "X") and self.labels[at] != "advmod":
                self.attach(at, phrase.head, label)
        for at in range(phrase.head + 1, phrase.last + 1):
            if (
                self.heads[at] == phrase.head
                and self.labels[at] == "advmod"
                and self.doc[at].pos_ == "PROPN"
            ):
                self.labels[at], self._changed = "flat", True

    def place_preposition(self, verb: Chunk) -> None:
        """ "did nobody in the team visit": the preposition belongs to the noun before the verb."""
        if verb.subject is None:
            return
        for at in list(self.children(verb.head)):
            noun = verb.head - 1
            if self.labels[at] == "case" and at < noun and self.doc[noun].pos_ in ("NOUN", "PROPN"):
                self.attach(noun, verb.subject.head, "nmod")
                self.attach(at, noun, "case")

    def begin_anew(self, at: int) -> None:
        """ "A duty to tell her, …, and the team did not": no clause within one, but one beside the first.

        Behind a comma and a conjunction, with a noun for its subject and no relative pronoun; "that"
        right before a singular noun is none.
        """
        if self.labels[at] not in ("acl", "acl:relcl", "ccomp"):
            return
        joined = next((n for n in self.children(at) if self.labels[n] == "cc"), None)
        own = self.subject_of(at)
        if joined is None or own is None or not 0 < joined < own or self.doc[own].pos_ == "PRON":
            return
        one = self.doc[own].pos_ == "NOUN" and "Sing" in self.doc[own].morph.get("Number", [])
        first = own - 1 if one and self.doc[own - 1].lower_ == "that" else own
        between = {self.doc[n].lower_ for n in range(joined, first)}
        root = next(n for n, head in enumerate(self.heads) if n == head)
        if self.doc[joined - 1].text == "," and root < joined and not between & _RELATIVE:
            self.attach(at, root, "conj")

    def name_objects(self) -> None:
        """ "allowed the case to sleep": an only object before an infinitive is the direct one."""
        for at, label in enumerate(self.labels):
            over = self.heads[at]
            if label == "iobj" and self.has(over, "xcomp") and not self.has(over, "obj"):
                self.labels[at], self._changed = "obj", True

    def hang_participle(self, at: int, noun: int) -> None:
        """Hangs a participle on the noun it modifies."""
        self.attach(at, noun, "acl")

    def attach(self, at: int, head: int, label: str) -> None:
        """Changes one arc, unless that would make a circle."""
        if head == at or at in self._above(head):
            return
        self.heads[at], self.labels[at], self._changed = head, label, True

    def _above(self, at: int) -> list[int]:
        out: list[int] = []
        while at not in out:
            out.append(at)
            at = self.heads[at]
        return out

    def _below(self, at: int) -> set[int]:
        return {n for n in range(len(self.heads)) if at in self._above(n)}

    def write(self) -> None:
        """Writes the changed arcs into the doc."""
        if not self._changed:
            return
        strings = self.doc.vocab.strings
        rows = [
            (numpy.array(head - n).astype(numpy.int64).view(numpy.uint64), strings.add(label))
            for n, (head, label) in enumerate(zip(self.heads, self.labels, strict=True))
        ]
        self.doc.from_array([HEAD, DEP], numpy.array(rows, dtype=numpy.uint64))  # type: ignore[arg-type]


def _morph(word: str, *, bare: bool) -> str:
    """The morphology of a verb that was taken for a noun; "" where the form does not tell."""
    if not bare:
        return ""
    if word.endswith("s"):
        return "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"
    return "Mood=Ind|Tense=Past|VerbForm=Fin" if word.endswith("ed") else ""
