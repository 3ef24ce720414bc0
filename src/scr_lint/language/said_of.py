"""What a word is said of: the noun an adjective judges, the object of a verb."""

from __future__ import annotations

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from scr_lint.language import tree
from scr_lint.language.grammar import DENIALS, RELATIVE_SUBJECTS
from scr_lint.language.word_order import is_said_of_deed, subject_before

DEED = "doing"
_EDGES = ("CCONJ", "PUNCT")

_PRONOUNS = ("it", "they", "them", "this", "these", "those", "all", "both", "none", "each", "one")


def head_of(words: TokenSpan, *, denied: bool = False) -> Token:
    """The word of the stretch that the rest of the sentence hangs on.

    For "should have made" that is the verb, for "at fault" the noun. Where something `denied` is looked
    for, it is the word that "not" hangs on: "chance to ring and did not take".
    """
    root = _content_root(words)
    if denied:
        nots = [t.head for t in words if t.lower_ in DENIALS and t.head in words]
        root = nots[-1] if nots else root
    if root.pos_ == "AUX" and root.dep_ in ("aux", "aux:pass", "cop"):
        return root.head
    return root


def _content_root(words: TokenSpan) -> Token:
    """The topmost word of the stretch, a conjunction or a mark at its edges left aside."""
    start, end = words.start, words.end
    while end - start > 1 and words.doc[end - 1].pos_ in _EDGES:
        end -= 1
    while end - start > 1 and words.doc[start].pos_ in _EDGES:
        start += 1
    return words.doc[start:end].root


def said_of(word: Token, nouns: frozenset[str]) -> bool:
    """Whether `word` is said of one of these nouns (lower-case written forms).

    "Poor" is said of the noun it stands before or is predicated of, "poorly" of what its verb is done
    to or by; a noun is said of what it is "of" or "in". The word "doing" among the nouns stands for a
    deed: "to close the case was wrong".
    """
    if DEED in nouns and is_said_of_deed(word):
        return True
    bearers = bearers_of(word)
    if any(_matches(t, nouns) for bearer in bearers for t in (bearer, *_stood_for(bearer))):
        return True
    return _stands_before(word, nouns) or _follows_in_word_order(word, nouns)


def _follows_in_word_order(word: Token, nouns: frozenset[str]) -> bool:
    """Whether a predicate is said of one of the nouns by word order, wherever the parse hangs it."""
    if word.pos_ not in ("ADJ", "VERB", "NOUN") or word.dep_ in ("amod", "compound"):
        return False
    topic = subject_before(word)
    return topic is not None and topic.dep_ != "expl" and _matches(topic, nouns)


def _stands_before(word: Token, nouns: frozenset[str]) -> bool:
    """Whether one of the nouns follows an adjective closely, whatever the parser made of the two."""
    if word.pos_ not in ("ADJ", "VERB", "NOUN", "PROPN"):
        return False
    for token in word.doc[word.i + 1 : word.i + 4]:
        if token.lower_ in nouns and token.pos_ in ("NOUN", "PROPN"):
            return True
        if token.pos_ not in ("ADJ", "NOUN", "PROPN", "CCONJ") and token.text not in ("-", ","):
            return False
    return False


def bearers_of(word: Token) -> list[Token]:
    """The nouns (or verbs, for an adverb) that `word` is said of."""
    first = tree.first_conjunct(word)
    if first.dep_ in ("amod", "compound", "nmod:desc"):
        return [first.head, *tree.children(first.head, "conj")]
    if first.dep_ == "advmod" and first.head.pos_ in ("VERB", "AUX", "ADJ"):
        verb = first.head
        return [verb, *tree.children(verb, "nsubj", "nsubj:pass", "obj"), *_modified(verb)]
    told = first.dep_ == "acl" and tree.mark_of(first) == "that"
    if first.dep_ in ("acl", "acl:relcl") and not told and not _has_own_subject(first):
        return [first.head]
    if first.pos_ in ("NOUN", "PROPN") and first.dep_ not in (
        "ROOT",
        "root",
        "xcomp",
        "ccomp",
        "conj",
    ):
        return [first, *tree.children(first, "nmod")]
    own = _regarded(first) or tree.subject(word) or tree.subject(first)
    if own is None and first.dep_ in ("xcomp", "ccomp", "advcl"):
        verb = first.head
        own = tree.child(verb, "obj") if first.dep_ == "xcomp" else None
        own = own or tree.subject(verb)
    found = [own, *tree.children(own, "conj")] if own is not None else []
    if first.pos_ in ("NOUN", "PROPN"):
        return [first, *found, *tree.children(first, "nmod")]
    return [_antecedent(t) for t in found]


def object_of(verb: Token, nouns: frozenset[str]) -> bool:
    """Whether the verb's object, or the subject of its passive, is one of these nouns.

    Also the noun that a participle or a relative clause hangs on, the one who "ought to be" or whom one
    would "see" so treated, and what a pronoun in the object's place stands for in the clause before.
    The word "propn" among the nouns lets in any proper name.
    """
    objects = tree.children(verb, "obj", "nsubj:pass")
    if not objects and tree.child(verb, "aux:pass") is not None:
        objects = tree.children(verb, "nsubj")  # "ought to be fined": as the parser may have it
    if not objects and verb.dep_ == "xcomp" and _is_undergone(verb):
        over = verb.head
        objects = tree.children(over, "obj") or tree.children(over, "nsubj", "nsubj:pass")
    loose = [] if objects else tree.children(verb, "obl", "nmod")
    if verb.dep_ in ("acl", "acl:relcl", "amod") and verb.head.pos_ in tree.NOMINAL:
        objects.append(verb.head)
    if verb.dep_ == "conj" and tree.is_passive(verb) and tree.subject(verb) is None:
        objects.extend(tree.children(tree.first_conjunct(verb), "nsubj:pass", "nsubj"))
    held = [t for o in objects for t in (o, *tree.children(o, "conj", "nmod"), *_stood_for(o))]
    beside = [t for o in loose for t in (o, *tree.children(o, "conj", "nmod")) if t.pos_ != "PROPN"]
    return any(_matches(t, nouns) for t in (*held, *beside))


def _is_undergone(verb: Token) -> bool:
    """ "ought to be suspended", "see him disciplined", "needs disciplining"."""
    if tree.is_passive(verb) or "Past" in verb.morph.get("Tense", []):
        return True
    return verb.lower_.endswith("ing") and verb.head.lemma_ in ("need", "want", "deserve")


def _regarded(word: Token) -> Token | None:
    """ "regards the delay as unacceptable", "thought that explanation feeble": the object."""
    if word.dep_ not in ("advcl", "obl", "xcomp", "nmod") or word.pos_ not in (
        "ADJ",
        "VERB",
        "NOUN",
    ):
        return None
    as_ = any(c.lower_ == "as" for c in word.children)
    return tree.child(word.head, "obj", "nsubj:pass") if as_ else None


def _stood_for(pronoun: Token) -> list[Token]:
    """What "it", "they" or "all five" may stand for: subject, object or predicate of the clause before."""
    if pronoun.lower_ not in _PRONOUNS and pronoun.pos_ != "NUM":
        return []
    clause = next(tree.up(pronoun.head))
    if clause.dep_ not in ("conj", "parataxis", "advcl", "ccomp", "xcomp"):
        return []
    over = clause.head
    named = [over, *tree.children(over, "nsubj", "nsubj:pass", "obj", "obl")]
    listed = [t for one in named for t in (one, *tree.children(one, "conj"))]
    return [t for t in listed if t.pos_ == "NOUN" and t.i < pronoun.i]


def _has_own_subject(word: Token) -> bool:
    """ "occasions on which the school was careless": said of the school."""
    own = tree.subject(word) if word.pos_ == "ADJ" else None
    return own is not None and own.lower_ not in RELATIVE_SUBJECTS


def _modified(verb: Token) -> list[Token]:
    """ "a poorly recorded visit": the noun before which the participle stands."""
    return [verb.head] if verb.dep_ in ("amod", "acl") else []


def _antecedent(token: Token) -> Token:
    if token.lower_ in RELATIVE_SUBJECTS:
        for t in tree.up(token):
            if t.dep_ == "acl:relcl":
                return t.head
    return token


def _matches(token: Token, nouns: frozenset[str]) -> bool:
    if token.lower_ in nouns or (token.pos_ == "PROPN" and "propn" in nouns):
        return True
    parts = [c.lower_ for c in token.children if c.dep_ in ("compound", "nmod:desc")]
    return any(
        f"{part}-{token.lower_}" in nouns or f"{part} {token.lower_}" in nouns for part in parts
    )
