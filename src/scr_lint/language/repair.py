"""Puts right what a small parser gets wrong in plain clauses, by the skeleton of the sentence.

A parser trained on general English takes "The school failed to act" for "the failed school" now and
then: it tags a finite verb as a noun, or hangs it on its own subject as a participle. The skeleton
(verb groups and their subjects by word order) is surer there. Where both agree nothing changes; where
they differ, the parse yields only if what the skeleton calls a subject has no good place in it.
"""

from __future__ import annotations

from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, Token

from scr_lint.language.arcs import AUXILIARY, SUBJECTS, Arcs
from scr_lint.language.chunks import Chunk, Chunker, Kind
from scr_lint.language.grammar import RELATIVE_SUBJECTS
from scr_lint.language.retag import Retagger
from scr_lint.language.skeleton import MAIN, RELATIVE, Frame, Skeleton
from scr_lint.language.verb_forms import Forms
from scr_lint.lexicon.load import load_lexicons

NAME = "scr_lint_repair"
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


@Language.factory(
    NAME,
    default_config={"lexicons": []},
    requires=["token.dep", "token.pos"],
    retokenizes=False,
)
def make_repair(nlp: Language, name: str, lexicons: list[str]) -> Repair:
    """The pipeline component; `lexicons` are folders of the user's own, whose words it takes too."""
    words = load_lexicons(tuple(Path(folder) for folder in lexicons))
    views = words.words["views"]
    lookups = (
        getattr(nlp.get_pipe("lemmatizer"), "lookups", None) if nlp.has_pipe("lemmatizer") else None
    )
    index, exceptions = dict[str, list[str]](), {}
    if lookups is not None and lookups.has_table("lemma_index"):
        index = lookups.get_table("lemma_index")
        exceptions = lookups.get_table("lemma_exc").get("verb", {})
    forms = Forms.of(
        words.irregulars,
        frozenset(index.get("verb", ())),
        exceptions,
        adjectives=frozenset(index.get("adj", ())),
        nouns=frozenset(index.get("noun", ())),
    )
    titles = frozenset((*words.actors["titles"], *words.actors["professional_titles"]))
    saying = frozenset((*views["verbs"], *views["admission"], *views["adoption"]))
    content = frozenset((*views["nouns"], *words.words["negation"]["carriers"]))
    duties = frozenset(views["duties"])
    return Repair(forms, saying, content, titles, frozenset(views["without_that"]), duties)


class Repair:
    """Repairs the tree of one parsed sentence."""

    def __init__(
        self,
        forms: Forms,
        saying: frozenset[str],
        content: frozenset[str],
        titles: frozenset[str],
        without_that: frozenset[str],
        duties: frozenset[str],
    ) -> None:
        self._forms = forms
        self._saying = saying
        self._content = content
        self._without_that = without_that
        self._duties = duties
        self._retagger = Retagger(forms, titles)

    def __call__(self, doc: Doc) -> Doc:
        """The same doc with heads, labels and tags put right where the skeleton is surer."""
        if len(doc) < 3:
            return doc
        self._retagger.retag(doc)
        chunks, skeleton = self._skeleton(doc)
        tree = Arcs(doc, {c.head for c in chunks if c.kind is Kind.NONFINITE})
        for chunk in chunks:
            if chunk.kind in (Kind.FINITE, Kind.NONFINITE):
                tree.gather(chunk)
        frames = {f.verb.head: f for f in skeleton.frames if f.verb is not None}
        for frame in skeleton.frames:
            self._mend(tree, frame, frames)
            if frame.subject is not None and frame.verb is not None:
                tree.join_phrase(frame.subject)
        for chunk in chunks:
            if chunk.kind is Kind.FINITE:
                tree.gather(chunk)
                tree.place_preposition(chunk)
                tree.begin_anew(tree.predicate(chunk))
        for token in doc:
            self._mend_clause_below(tree, token)
        tree.name_objects()
        tree.write()
        return doc

    def _skeleton(self, doc: Doc) -> tuple[list[Chunk], Skeleton]:
        """The skeleton; if a clause lacks a verb, with the verb its subject may have swallowed."""
        chunks = Chunker(doc, self._forms).chunks()
        skeleton = Skeleton(doc, chunks, self._goes_without_that)
        swallowed = frozenset(
            f.subject.last
            for f in skeleton.frames
            if f.verb is None and f.subject is not None and self._swallows(doc, f)
        )
        if not swallowed:
            return chunks, skeleton
        chunks = Chunker(doc, self._forms, swallowed).chunks()
        return chunks, Skeleton(doc, chunks, self._goes_without_that)

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

    def _mend(self, tree: Arcs, frame: Frame, frames: dict[int, Frame]) -> None:
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
            verb.subject is not None or self._yields(tree, frame, frames, at)
        ):
            tree.give_subject(at, subject, verb.passive, frame)
            for participle in frame.demoted:
                tree.hang_participle(participle.head, subject)
        if frame.antecedent is not None and tree.labels[at] in SUBJECTS:
            tree.attach(at, frame.antecedent.head, "acl:relcl")
        self._mend_content(tree, at, frame)

    def _mend_shared(self, tree: Arcs, at: int, frame: Frame) -> None:
        """A coordinated verb that the tree hangs elsewhere than on the verb it goes with."""
        first = tree.predicate(frame.shared.verb)  # type: ignore[union-attr, arg-type]
        if tree.subject_of(at) is not None or tree.labels[at] in ("conj", "ROOT"):
            return
        within = tree.labels[at] == "advcl" and tree.labels[tree.heads[at]] == "ccomp"
        if first < at and not within:
            tree.attach(at, first, "conj")

    def _mend_content(self, tree: Arcs, at: int, frame: Frame) -> None:
        """ "told the panel that …": what is said hangs on the verb of saying, not on its hearer."""
        outer = frame.inside
        if frame.opener is None or frame.kind != RELATIVE or outer is None or outer.verb is None:
            return
        if tree.doc[frame.opener.head].lower_ != "that":
            return
        antecedent = frame.antecedent
        if antecedent is not None and self._lemma(tree.doc[antecedent.head]) in self._content:
            if antecedent.last == frame.opener.head - 1:
                tree.attach(at, antecedent.head, "acl")
        elif tree.labels[at] == "dep" or (
            tree.labels[at] != "ccomp" and self._lemma(tree.doc[outer.verb.head]) in self._saying
        ):
            tree.attach(at, tree.predicate(outer.verb), "ccomp")

    def _mend_clause_below(self, tree: Arcs, token: Token) -> None:
        """A clause under another that the parse took for one of another sort."""
        at, label, over = token.i, tree.labels[token.i], tree.doc[tree.heads[token.i]]
        if label == "advcl:relcl" and over.pos_ in ("NOUN", "PROPN"):
            if any(tree.doc[n].lower_ in RELATIVE_SUBJECTS for n in tree.children(at)):
                tree.attach(at, over.i, "acl:relcl")  # "the service that put him there"
        elif label == "acl:relcl" and over.pos_ == "VERB" and self._says(over):
            tree.attach(at, over.i, "ccomp")  # "concedes that …"
        elif label == "acl:relcl" and over.pos_ == "PRON" and self._says(over.head):
            if tree.subject_of(over.head.i) == over.i < over.head.i < at:
                tree.attach(at, over.head.i, "ccomp")  # "I do not accept that …"
        elif label == "ccomp" and _is_afterthought(tree, at):
            tree.attach(at, over.i, "advcl:relcl")  # "did not ask, which was careless"
        elif label == "advcl" and over.i < at:
            hearer = next((n for n in tree.children(over.i) if tree.labels[n] == "iobj"), None)
            to = next((n for n in tree.children(at) if tree.labels[n] == "mark"), None)
            if hearer is not None and to == hearer + 1 and tree.doc[to].lower_ == "to":
                tree.attach(at, over.i, "xcomp")  # "ask the Trust to …"
        elif label == "conj" and _is_predicate_on_object(tree, at, over.i):
            tree.attach(at, tree.heads[over.i], "conj")  # "included no interview, and was careless"
        elif label == "conj" and self._is_duty_of_knower(tree, at, over.i):
            tree.attach(at, tree.heads[over.i], "conj")  # "knew that he drank and failed to act"
        elif label == "conj" and self._says(over) and tree.subject_of(at) is None:
            said = self._said_in_perfect(tree, over, at)
            if said is not None:
                tree.attach(at, said, "conj")  # "told us that she had begged and had been refused"
        elif label == "advcl" and self._says(over) and not tree.has(at, "mark"):
            sayer, inverted = tree.subject_of(over.i), tree.doc[token.left_edge.i].pos_ == "AUX"
            if sayer is not None and sayer > at and not inverted:
                tree.attach(at, over.i, "ccomp")  # "It was a fox, the boy told his class"

    def _is_duty_of_knower(self, tree: Arcs, at: int, content: int) -> bool:
        """Whether a verb hung on what somebody knew tells what that one, whose task it was, left undone."""
        if tree.labels[content] != "ccomp" or not tree.has(content, "mark"):
            return False
        if tree.subject_of(at) is not None or tree.subject_of(tree.heads[content]) is None:
            return False
        below = [n for n in tree.children(at) if n > at and tree.labels[n] in ("xcomp", "obj")]
        return any(
            self._lemma(tree.doc[n]) in self._duties or tree.doc[n].lower_ == "nothing"
            for n in below
        )

    def _said_in_perfect(self, tree: Arcs, verb: Token, at: int) -> int | None:
        """What is said, a clause with "had" before `at`, which has "had" too; the verb of saying has not."""
        if not _has_had(tree, at) or _has_had(tree, verb.i):
            return None
        contents = (n for n in tree.children(verb.i) if verb.i < n < at)
        return next((n for n in contents if tree.labels[n] == "ccomp" and _has_had(tree, n)), None)

    def _says(self, verb: Token) -> bool:
        return self._lemma(verb) in self._saying

    def _goes_without_that(self, verb: Token) -> bool:
        return self._lemma(verb) in self._without_that

    def _lemma(self, token: Token) -> str:
        if token.pos_ == "NOUN":
            return token.lower_.removesuffix("s")
        return self._forms.base_of(token.lower_) or token.lower_

    def _yields(self, tree: Arcs, frame: Frame, frames: dict[int, Frame], at: int) -> bool:
        """Whether the parse has no good place for the noun that the skeleton makes the subject of `at`."""
        subject = frame.subject.head if frame.subject is not None else at
        held = tree.subject_of(at)
        if held is not None and not tree.governed(held) and not self._claimed(held, frames, at):
            return False
        label, head = tree.labels[subject], tree.heads[subject]
        if tree.labels[head] in AUXILIARY:
            return True
        if label in SUBJECTS:
            other = frames.get(head)
            if any(c.head == head for c in frame.demoted):
                return True
            if other is None:
                return not tree.is_finite(head)
            return other.subject is not None and other.subject.head != subject
        if label in _OBLIQUE:
            return tree.doc[head].pos_ not in ("VERB", "AUX", "ADJ") and not tree.governed(subject)
        if label in ("compound", "amod", "nmod:desc"):
            return head == at
        if label == "advmod":
            noun = tree.doc[subject].pos_ in ("NOUN", "PROPN")
            return noun or tree.doc[subject].lower_ in ("neither", "both", "either")
        if label == "conj":
            return (
                tree.doc[head].pos_ == "VERB"
                or not tree.has(subject, "cc")
                or (frame.kind == MAIN and tree.labels[at] == "conj")
            )
        return label in _LOOSE

    def _claimed(self, held: int, frames: dict[int, Frame], at: int) -> bool:
        """Whether the skeleton has the parse's subject of `at` as that of another verb."""
        return any(
            f.subject is not None and f.subject.head == held and verb != at
            for verb, f in frames.items()
        )


def _is_afterthought(tree: Arcs, at: int) -> bool:
    """Whether the clause has ", which" for its subject: said of all before it, and asked by nobody."""
    own = tree.subject_of(at)
    return (
        own is not None
        and 0 < own < at
        and [t.lower_ for t in tree.doc[own - 1 : own + 1]] == [",", "which"]
    )


def _is_predicate_on_object(tree: Arcs, at: int, noun: int) -> bool:
    """Whether a predicate with a copula and no subject of its own hangs on the object of the verb before."""
    verb = tree.heads[noun]
    bare = tree.has(at, "cop") and tree.subject_of(at) is None
    of_verb = tree.labels[noun] in ("obj", "obl") and tree.doc[verb].pos_ == "VERB"
    return bare and of_verb and verb < noun and not tree.has(noun, "cop")


def _has_had(tree: Arcs, verb: int) -> bool:
    return any(tree.doc[n].lower_ in ("had", "'d", "’d") for n in tree.children(verb))
