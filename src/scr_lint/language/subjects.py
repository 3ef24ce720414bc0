"""Who a predicate is said of: the actor of a verb, a noun or an adjective."""

from __future__ import annotations

from spacy.tokens import Token

from scr_lint.finding import ActorKind
from scr_lint.language import tree
from scr_lint.language.actors import ActorLexicon

_RELATIVE = ("who", "which", "that", "whom", "whose")
_LIGHT_VERBS = (
    *(
        "make",
        "commit",
        "show",
        "demonstrate",
        "display",
        "have",
        "exhibit",
        "exercise",
        "give",
        "provide",
    ),
    *(
        "pay",
        "bear",
        "take",
        "carry",
        "share",
        "hold",
        "do",
        "offer",
        "deliver",
        "conduct",
        "undertake",
    ),
)
_OWNER_CASES = (
    "by",
    "of",
    "from",
    "within",
    "in",
    "at",
    "with",
    "on",
    "between",
    "among",
    "amongst",
    "across",
    "for",
)
_PEOPLE = (
    ActorKind.INDIVIDUAL,
    ActorKind.AGENCY,
    ActorKind.FAMILY,
    ActorKind.NAME,
    ActorKind.PERPETRATOR,
)


def actor_of(predicate: Token, actors: ActorLexicon) -> Token | None:
    """The head of the phrase that names the doer, None where the sentence names none.

    Relative pronouns are replaced by what they stand for; other pronouns are returned as they are.
    """
    if predicate.pos_ in ("NOUN", "PROPN") and tree.child(predicate, "cop") is None:
        return _owner(predicate, actors)
    if predicate.dep_ == "amod":
        return _owner(predicate.head, actors)
    found = _doer(predicate, actors, len(predicate.doc))
    if found is not None or predicate.pos_ not in ("NOUN", "PROPN", "ADJ"):
        return found
    return _owner(predicate, actors)


def _doer(predicate: Token, actors: ActorLexicon, depth: int) -> Token | None:
    if depth == 0:
        return None
    if tree.is_passive(predicate):
        return _agent(predicate)
    own = tree.subject(predicate)
    if own is not None and own.dep_ != "csubj":
        return _resolve_relative(own)
    return _inherited(predicate, actors, depth)


def _agent(predicate: Token) -> Token | None:
    """The "by" phrase of a passive; a "by" phrase that names a deed ("by failing") is none."""
    for c in tree.children(predicate, "obl:agent", "obl"):
        case = tree.child(c, "case")
        if case is not None and case.lower_ == "by" and c.pos_ in ("NOUN", "PROPN", "PRON"):
            return c
    return None


def _inherited(predicate: Token, actors: ActorLexicon, depth: int) -> Token | None:
    """The subject a predicate without one takes over from its surroundings."""
    head = predicate.head
    if head.i == predicate.i:
        return None
    match predicate.dep_:
        case "conj":
            shared = tree.subject(head)
            if tree.is_passive(head) and shared is not None:
                return _resolve_relative(shared)
            return _doer(head, actors, depth - 1)
        case "xcomp":
            if tree.is_passive(head):
                raised = tree.child(head, "nsubj:pass", "nsubj")
                return (
                    _resolve_relative(raised)
                    if raised is not None
                    else _raised(head, actors, depth)
                )
            controlled = tree.child(head, "obj", "iobj")
            return controlled or _doer(head, actors, depth - 1)
        case "acl" | "acl:relcl":
            return head if tree.child(predicate, "nsubj", "nsubj:pass") is None else None
        case "advcl" | "ccomp" | "advcl:relcl" | "parataxis" | "aux" | "cop":
            if predicate.dep_ != "advcl" and head.pos_ in ("NOUN", "PROPN"):
                return None
            if tree.is_passive(head):
                agent = _agent(head)
                return agent if agent is not None else _passive_subject(head)
            return _doer(head, actors, depth - 1)
    return None


def _raised(head: Token, actors: ActorLexicon, depth: int) -> Token | None:
    """ "was found to have failed" where the passive verb itself took its subject over."""
    return _inherited(head, actors, depth - 1) if depth else None


def _passive_subject(head: Token) -> Token | None:
    found = tree.child(head, "nsubj:pass", "nsubj")
    return _resolve_relative(found) if found is not None else None


def _resolve_relative(token: Token) -> Token:
    """What a relative pronoun stands for; any other word itself."""
    if token.lower_ not in _RELATIVE or token.pos_ not in ("PRON", "DET", "SCONJ"):
        return token
    for t in tree.up(token):
        if t.dep_ in ("acl:relcl", "acl") and t.head.i != t.i:
            return _relative_head(t.head)
    return token


def _relative_head(head: Token) -> Token:
    """In "it was the school that failed" and "those staff who", the noun itself."""
    return head


def _owner(noun: Token, actors: ActorLexicon) -> Token | None:
    """Whose failure, error or neglect it is."""
    possessor = tree.child(noun, "nmod:poss")
    if possessor is not None:
        return possessor
    for c in tree.children(noun, "nmod", "obl", "obl:agent"):
        found = _owner_in(c, noun, actors)
        if found is not None:
            return found
    for c in tree.children(noun, "compound", "amod", "nmod:desc"):
        if actors.kind_of(c) in (ActorKind.AGENCY, ActorKind.INDIVIDUAL):
            return c
    return _through_verb(noun, actors)


def _owner_in(nominal: Token, noun: Token, actors: ActorLexicon) -> Token | None:
    """The owner in "failure by midwives", "failure on the part of the Trust", "failings within CSC"."""
    case = tree.child(nominal, "case")
    if case is None:
        return None
    if nominal.lower_ == "part" and case.lower_ == "on":
        return tree.child(nominal, "nmod", "nmod:poss")
    if case.lower_ == "by":
        return nominal
    if case.lower_ in _OWNER_CASES and actors.kind_of(nominal) in _PEOPLE:
        return nominal
    return None


def _through_verb(noun: Token, actors: ActorLexicon) -> Token | None:
    """The subject where the noun is what it does or is: "the nurse made an error", "was a failure"."""
    head = noun.head
    if noun.dep_ == "conj":
        return _owner(head, actors) if head.pos_ in ("NOUN", "PROPN") else None
    if noun.dep_ == "obj" and head.lemma_.lower() in _LIGHT_VERBS:
        return _doer(head, actors, len(noun.doc))
    if noun.dep_ in ("nsubj:pass", "nsubj") and tree.is_passive(head):
        return _agent(head)
    if head.lower_ == "there" or tree.child(head, "expl") is not None and noun.dep_ == "nsubj":
        for c in tree.children(head, "obl", "nmod"):
            found = _owner_in(c, noun, actors)
            if found is not None:
                return found
    return None
