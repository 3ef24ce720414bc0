"""Puts right what a small parser gets wrong in plain clauses, by the skeleton of the sentence.

A parser trained on general English takes "The school failed to act" for "the failed school" now and
then: it tags a finite verb as a noun, or hangs it on its own subject as a participle. The skeleton
(verb groups and their subjects by word order) is surer there. Where both agree nothing changes; where
they differ, the parse yields only if what the skeleton calls a subject has no good place in it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.attrs import DEP, HEAD  # type: ignore[import-not-found]
from spacy.language import Language
from spacy.tokens import Doc, Token

from scr_lint.language.chunks import Chunk, Chunker, Kind
from scr_lint.language.skeleton import MAIN, RELATIVE, Frame, Skeleton
from scr_lint.language.verb_forms import Forms
from scr_lint.lexicon.load import load_lexicons

if TYPE_CHECKING:
    from collections.abc import Iterable

NAME = "scr_lint_repair"
_SUBJECTS = ("nsubj", "nsubj:pass")
_OBLIQUE = ("obj", "iobj", "obl", "nmod", "nmod:unmarked", "obl:unmarked", "obl:agent")
_LOOSE = (
    "ROOT",
    "dep",
    "appos",
    "parataxis",
    "list",
    "punct",
    "advcl",
    "acl",
    "acl:relcl",
    "ccomp",
    "xcomp",
    "dislocated",
    "vocative",
    "orphan",
)


@Language.factory(NAME, requires=["token.dep", "token.pos"], retokenizes=False)
def make_repair(nlp: Language, name: str) -> Repair:
    """The pipeline component."""
    words = load_lexicons()
    views = words.words["views"]
    lookups = (
        getattr(nlp.get_pipe("lemmatizer"), "lookups", None) if nlp.has_pipe("lemmatizer") else None
    )
    bases, exceptions = frozenset[str](), {}
    if lookups is not None and lookups.has_table("lemma_index"):
        bases = frozenset(lookups.get_table("lemma_index").get("verb", ()))
        exceptions = lookups.get_table("lemma_exc").get("verb", {})
    forms = Forms.of(words.irregulars, bases, exceptions)
    saying = frozenset((*views["verbs"], *views["admission"], *views["adoption"]))
    return Repair(
        forms, saying, frozenset(views["nouns"]) | frozenset(words.words["negation"]["evidence"])
    )


class Repair:
    """Repairs the tree of one parsed sentence."""

    def __init__(self, forms: Forms, saying: frozenset[str], content: frozenset[str]) -> None:
        self._forms = forms
        self._saying = saying
        self._content = content

    def __call__(self, doc: Doc) -> Doc:
        """The same doc with heads, labels and tags put right where the skeleton is surer."""
        if len(doc) < 3:
            return doc
        if (
            doc[0].pos_ == "VERB"
            and doc[0].dep_ in _SUBJECTS
            and self._forms.is_base(doc[0].lower_)
        ):
            doc[0].pos_ = "NOUN"
        chunks, skeleton = self._skeleton(doc)
        tree = _Tree(doc)
        for chunk in chunks:
            if chunk.kind in (Kind.FINITE, Kind.NONFINITE):
                tree.gather(chunk)
        frames = {f.verb.head: f for f in skeleton.frames if f.verb is not None}
        for frame in skeleton.frames:
            self._mend(tree, frame, frames)
        for chunk in chunks:
            if chunk.kind is Kind.FINITE:
                tree.gather(chunk)
        tree.write()
        return doc

    def _skeleton(self, doc: Doc) -> tuple[list[Chunk], Skeleton]:
        """The skeleton; if a clause lacks a verb, with the verb its subject may have swallowed."""
        chunks = Chunker(doc, self._forms).chunks()
        skeleton = Skeleton(doc, chunks)
        swallowed = frozenset(
            f.subject.last
            for f in skeleton.frames
            if f.verb is None and f.subject is not None and self._swallows(doc, f)
        )
        if not swallowed:
            return chunks, skeleton
        chunks = Chunker(doc, self._forms, swallowed).chunks()
        return chunks, Skeleton(doc, chunks)

    def _swallows(self, doc: Doc, frame: Frame) -> bool:
        """Whether the last word of a noun phrase can be the verb: "the panel recommends that"."""
        chunk = frame.subject
        if chunk is None or chunk.last == chunk.first or doc[chunk.first].pos_ != "DET":
            return False
        word, before = doc[chunk.last].lower_, doc[chunk.last - 1]
        if before.i == chunk.first or before.pos_ not in ("NOUN", "PROPN", "ADJ"):
            return False
        ends = chunk.last + 1 >= len(doc) or doc[chunk.last + 1].is_punct
        if word.endswith("s"):
            fits = bool(self._forms.base_of(word)) and not before.lower_.endswith("s")
            return fits and not (ends and frame.inside is None)
        return not ends and (self._forms.is_base(word) or self._forms.is_past(word))

    def _mend(self, tree: _Tree, frame: Frame, frames: dict[int, Frame]) -> None:
        verb = frame.verb
        if verb is None:
            return
        at = tree.predicate(verb)
        tree.make_verb(verb)
        if frame.shared is not None and frame.shared.verb is not None:
            self._mend_shared(tree, at, frame)
            return
        if frame.subject is None:
            if frame.kind == RELATIVE and frame.antecedent is not None:
                tree.hang_relative(at, frame.antecedent.head)
            return
        subject = frame.subject.head
        if tree.subject_of(at) != subject and (
            verb.subject is not None or self._yields(tree, subject, frames, at)
        ):
            tree.give_subject(at, subject, verb.passive, frame)
            for participle in frame.demoted:
                tree.hang_participle(participle.head, subject)
        self._mend_content(tree, at, frame)

    def _mend_shared(self, tree: _Tree, at: int, frame: Frame) -> None:
        """A coordinated verb that the tree hangs elsewhere than on the verb it goes with."""
        first = tree.predicate(frame.shared.verb)  # type: ignore[union-attr, arg-type]
        if tree.subject_of(at) is None and tree.labels[at] not in ("conj", "ROOT") and first < at:
            tree.attach(at, first, "conj")

    def _mend_content(self, tree: _Tree, at: int, frame: Frame) -> None:
        """ "told the panel that …": what is said hangs on the verb of saying, not on its hearer."""
        outer = frame.inside
        if frame.opener is None or frame.kind != RELATIVE or outer is None or outer.verb is None:
            return
        if tree.doc[frame.opener.head].lower_ != "that" or tree.labels[at] == "ccomp":
            return
        governor = tree.predicate(outer.verb)
        antecedent = frame.antecedent
        if antecedent is not None and tree.doc[antecedent.head].lemma_.lower() in self._content:
            tree.attach(at, antecedent.head, "acl")
        elif self._lemma(tree.doc[outer.verb.head]) in self._saying:
            tree.attach(at, governor, "ccomp")

    def _lemma(self, token: Token) -> str:
        return self._forms.base_of(token.lower_) or token.lower_

    def _yields(self, tree: _Tree, subject: int, frames: dict[int, Frame], at: int) -> bool:
        """Whether the parse has no good place for the noun that the skeleton makes the subject of `at`."""
        held = tree.subject_of(at)
        if held is not None and not tree.governed(held) and not self._claimed(held, frames, at):
            return False
        label, head = tree.labels[subject], tree.heads[subject]
        if label in _SUBJECTS:
            other = frames.get(head)
            if other is None:
                return not tree.is_finite(head)
            return other.subject is not None and other.subject.head != subject
        if label in _OBLIQUE:
            verbal = tree.doc[head].pos_ in ("VERB", "AUX", "ADJ") and tree.labels[head] not in (
                "aux",
                "aux:pass",
            )
            return not verbal and not tree.governed(subject)
        if label in ("compound", "amod", "nmod:desc"):
            return head == at
        return label in _LOOSE or (label == "conj" and not tree.has(subject, "cc"))

    def _claimed(self, held: int, frames: dict[int, Frame], at: int) -> bool:
        """Whether the skeleton has the parse's subject of `at` as that of another verb."""
        return any(
            f.subject is not None and f.subject.head == held and verb != at
            for verb, f in frames.items()
        )


class _Tree:
    """The heads and labels of a doc, changed here and written back at the end."""

    def __init__(self, doc: Doc) -> None:
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
        if self.has(at, "aux", "aux:pass", "cop"):
            return True
        return token.pos_ in ("VERB", "AUX") and not token.lower_.endswith("ing")

    def subject_of(self, at: int) -> int | None:
        """The nearest subject before the predicate."""
        found = [n for n in self.children(at) if self.labels[n] in _SUBJECTS]
        return found[-1] if found else None

    def predicate(self, verb: Chunk) -> int:
        """The token that heads the clause of a verb: the noun or adjective after a copula."""
        at = verb.head
        return self.heads[at] if self.labels[at] in ("cop", "aux", "aux:pass") else at

    def make_verb(self, verb: Chunk) -> None:
        """Tags the head of a verb group as a verb."""
        token = self.doc[verb.head]
        if token.pos_ not in ("VERB", "AUX"):
            token.pos_ = "VERB"
            token.set_morph("")  # type: ignore[attr-defined]

    def gather(self, verb: Chunk) -> None:
        """Hangs the auxiliaries of a verb group on its verb."""
        self_passive = verb.passive and verb.auxiliaries
        for at in verb.auxiliaries:
            last = self_passive and at == verb.auxiliaries[-1]
            label = "aux:pass" if last else "aux"
            if self.heads[at] != verb.head:
                self.attach(at, verb.head, label)
            elif (self.labels[at] == "aux:pass" and not last) or (
                self.labels[at] == "aux" and last
            ):
                self.labels[at], self._changed = label, True

    def give_subject(self, at: int, subject: int, passive: bool, frame: Frame) -> None:
        """Makes the noun the subject of the predicate, which goes where its clause belongs."""
        if subject in self._above(at):
            root = self.heads[subject] == subject
            self.heads[at] = at if root else self.heads[subject]
            self.labels[at] = "ROOT" if root else self._label(frame)
        for other in list(self.children(at)):
            if self.labels[other] in _SUBJECTS and other != subject:
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
        import numpy

        strings = self.doc.vocab.strings
        rows = [
            (numpy.array(head - n).astype(numpy.int64).view(numpy.uint64), strings.add(label))
            for n, (head, label) in enumerate(zip(self.heads, self.labels, strict=True))
        ]
        self.doc.from_array([HEAD, DEP], numpy.array(rows, dtype=numpy.uint64))  # type: ignore[arg-type]
