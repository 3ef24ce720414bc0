"""Which kind of actor a phrase names, by its words."""

from __future__ import annotations

import pytest

from scr_lint.finding import ActorKind
from scr_lint.language.actors import ActorLexicon
from scr_lint.language.clause import ClauseReader
from scr_lint.language.pipeline import load_pipeline
from scr_lint.lexicon import load_lexicons

INDIVIDUAL, AGENCY, SYSTEM = ActorKind.INDIVIDUAL, ActorKind.AGENCY, ActorKind.SYSTEM
FAMILY, NAME, PERPETRATOR = ActorKind.FAMILY, ActorKind.NAME, ActorKind.PERPETRATOR
UNKNOWN = ActorKind.UNKNOWN
ACTORS = [
    ("The social worker", INDIVIDUAL),
    ("Midwives", INDIVIDUAL),
    ("SW1", INDIVIDUAL),
    ("HV2", INDIVIDUAL),
    ("A ward sister", INDIVIDUAL),
    ("The duty officer", INDIVIDUAL),
    ("None of the midwives", INDIVIDUAL),
    ("Nobody on the ward", INDIVIDUAL),
    ("Two of the officers", INDIVIDUAL),
    ("The night carer", INDIVIDUAL),
    ("The GP", INDIVIDUAL),
    ("The GP practice", AGENCY),
    ("CSC", AGENCY),
    ("The MASH", AGENCY),
    ("The Trust", AGENCY),
    ("Children's social care", AGENCY),
    ("The strategy meeting", AGENCY),
    ("School 2", AGENCY),
    ("The control room", AGENCY),
    ("All of the agencies", AGENCY),
    ("The computer system", SYSTEM),
    ("The rota", SYSTEM),
    ("Mother", FAMILY),
    ("MGM", FAMILY),
    ("Child A", FAMILY),
    ("Adult B's son", FAMILY),
    ("Ms F", FAMILY),
    ("Her daughters", FAMILY),
    ("Ms Whitlock", NAME),
    ("Dr Patel", NAME),
    ("Jane Whitlock", NAME),
    ("Nurse Bellamy", NAME),
    ("Rosa and her brother", FAMILY),
    ("Mrs Khan, his daughter,", FAMILY),
    ("Jane Orme, his sister,", FAMILY),
    ("Ms Lowe, the manager,", NAME),
    ("The partner", FAMILY),
    ("Each partner", AGENCY),
    ("Partners", AGENCY),
    ("The carers on the ward", INDIVIDUAL),
    ("Two carers", INDIVIDUAL),
    ("The family carers", FAMILY),
    ("His carers", FAMILY),
    ("Regulation 12", UNKNOWN),
    ("Plan Bee", UNKNOWN),
    ("Operation Lark", UNKNOWN),
    ("The perpetrator", PERPETRATOR),
    ("The man convicted of her murder", PERPETRATOR),
    ("Nobody", UNKNOWN),
    ("The storm", UNKNOWN),
]


@pytest.fixture(scope="module")
def actors() -> ActorLexicon:
    lexicons = load_lexicons()
    return ActorLexicon.from_words(lexicons.actors, lexicons.irregulars)


@pytest.mark.parametrize(("phrase", "kind"), ACTORS)
def test_a_phrase_names_a_kind_of_actor(phrase: str, kind: ActorKind) -> None:
    reader = ClauseReader.from_lexicons()
    doc = load_pipeline()(f"{phrase} saw the letter.")
    clause = reader.read(next(t for t in doc if t.text == "saw"))
    assert clause.actor.kind is kind


def test_mentions_come_in_order_the_longest_first(actors: ActorLexicon) -> None:
    text = "Dr Patel rang Child A's school nurse and two teachers from the children's home."
    assert list(actors.mentions(text)) == [
        ("Dr Patel", NAME),
        ("Child A", FAMILY),
        ("school nurse", INDIVIDUAL),
        ("teachers", INDIVIDUAL),
        ("children's home", AGENCY),
    ]


def test_the_review_speaks_for_itself(actors: ActorLexicon) -> None:
    doc = load_pipeline()("The lead reviewer agrees, and so do we, but the school does not.")
    spoken = [t.text for t in doc if t.pos_ in ("NOUN", "PRON") and actors.is_review(t)]
    assert spoken == ["reviewer", "we"]


def test_what_is_remembered_of_a_doc_holds_for_one_set_of_names(actors: ActorLexicon) -> None:
    doc = load_pipeline()("Mr Pell refused the visit.")
    pell = next(t for t in doc if t.text == "Pell")
    assert actors.kind_of(pell) is NAME
    assert actors.knowing(frozenset({"pell"})).kind_of(pell) is FAMILY
    assert actors.kind_of(pell) is NAME


PRONOUNS = [
    ("The boy told two teachers.", "They did not believe him.", "two teachers"),
    ("Dr Patel was covering two wards.", "He overlooked the result.", "Dr Patel"),
    ("The council owned the flat.", "It ignored the damp.", "council"),
    ("", "The midwife rang and she left a note.", "The midwife"),
    ("", "Before he left, the GP wrote.", "the GP"),
    ("The nurse met the father.", "She missed the sign.", "nurse"),
]


@pytest.mark.parametrize(("before", "text", "antecedent"), PRONOUNS)
def test_a_pronoun_stands_for_somebody_named_before(
    before: str, text: str, antecedent: str
) -> None:
    doc = load_pipeline()(text)
    pronoun = next(t for t in doc if t.pos_ == "PRON" and t.dep_.startswith("nsubj"))
    clause = ClauseReader.from_lexicons().read(pronoun.head, before)
    assert clause.antecedent in (antecedent, antecedent.removeprefix("two "))
    assert clause.actor.kind is not UNKNOWN
