"""A check of lemmas: every form of the verbs that review reports turn on, in small sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from spacy.language import Language

REGULAR = """
blame fail neglect overlook ignore dismiss miss record disclose breach assess escalate share
recognise realise minimise prioritise organise criticise apologise analyse judge trivialise
sanction discipline deem err lapse mishandle misjudge allege consider conclude identify follow
act document inform alert report involve engage disengage support protect safeguard visit
examine review address challenge question explore respond react intervene monitor supervise
manage manage train advise request require need want expect anticipate predict prevent contribute
cause harm abuse assault injure attack die live move place remove return arrive attend contact call
phone email discuss raise note notice observe witness suspect believe assume presume accept agree
decide determine close open delay complete conduct carry apply use misuse reduce increase improve
change lack contravene violate condone collude conceal deceive manipulate coerce comply cooperate
discharge release arrest charge convict punish suspend demote reprimand warn trust reassure
downplay underestimate overestimate exaggerate normalise stigmatise scrutinise summarise emphasise
characterise utilise finalise authorise rationalise jeopardise marginalise victimise hospitalise
acknowledge appreciate demonstrate evidence highlight illustrate indicate suggest reveal expose
ask answer reply provide offer deliver ensure enable allow enforce implement evaluate inspect
investigate interview probe rush hurry push pass fix reach teach watch
""".split()
DOUBLED = "refer omit commit admit permit plan stop drop occur prefer defer control equip".split()
DOUBLED += "travel label cancel counsel signal model quarrel".split()
IRREGULAR = """
mislead misled misled|misread misread misread|lose lost lost|leave left left|choose chose chosen
forget forgot forgotten|see saw seen|know knew known|seek sought sought|hold held held
strike struck struck|find found found|feel felt felt|think thought thought|tell told told
let let let|overcome overcame overcome|undertake undertook undertaken|withdraw withdrew withdrawn
foresee foresaw foreseen|take took taken|give gave given|make made made|keep kept kept
bring brought brought|write wrote written|read read read|speak spoke spoken|say said said
hear heard heard|understand understood understood|misunderstand misunderstood misunderstood
break broke broken|begin began begun|become became become|come came come|go went gone
get got got|put put put|set set set|send sent sent|show showed shown|stand stood stood
fall fell fallen|hit hit hit|hurt hurt hurt|beat beat beaten|lead led led|meet met met
pay paid paid|run ran run|spend spent spent|win won won|draw drew drawn|bear bore borne
bind bound bound|build built built|buy bought bought|catch caught caught|deal dealt dealt
drive drove driven|fight fought fought|forgive forgave forgiven|grow grew grown|hide hid hidden
mean meant meant|rise rose risen|shake shook shaken|steal stole stolen|throw threw thrown
wear wore worn|uphold upheld upheld|oversee oversaw overseen|mistake mistook mistaken
arise arose arisen|freeze froze frozen|sell sold sold|sit sat sat|slip slipped slipped
cut cut cut|shut shut shut|cost cost cost|spread spread spread|lie lay lain|do did done
have had had
""".replace("\n", "|").strip("|").split("|")  # fmt: skip
THIRD = {"have": "has", "do": "does", "go": "goes"}
DOUBLED_GERUND = "forget let begin get put set hit run win slip cut shut sit".split()
SENTENCES = (
    ("base", "The agencies could {} it in time."),
    ("third", "Usually the manager {} it in time."),
    ("past", "Yesterday the two officers {} it in time."),
    ("participle", "The social workers have {} it."),
    ("participle", "It was {} by the practitioners."),
    ("gerund", "The social workers are {} it."),
)
FUNCTION_WORDS = (
    ("He was wrong.", "was", "be"), ("They were told.", "were", "be"),
    ("It has been said.", "been", "be"), ("It has been said.", "has", "have"),
    ("Staff had left early.", "had", "have"), ("They didn't visit.", "n't", "not"),
    ("They didn’t visit.", "n’t", "not"), ("She can't attend.", "ca", "can"),
    ("She won't attend.", "wo", "will"), ("The child's mother left.", "'s", "'s"),
    ("The child’s mother left.", "’s", "'s"), ("It's clear.", "'s", "be"),
    ("It’s clear.", "’s", "be"), ("They shall attend.", "shall", "shall"),
    ("It cannot be known.", "can", "can"), ("He does not know.", "does", "do"),
    ("They did not know.", "did", "do"), ("They will attend.", "will", "will"),
    ("They could attend.", "could", "could"), ("They should attend.", "should", "should"),
    ("The failures were missed.", "failures", "failure"),
    ("The children were seen.", "children", "child"),
    ("Several opportunities were lost.", "opportunities", "opportunity"),
    ("The agencies met.", "agencies", "agency"), ("Her injuries healed.", "injuries", "injury"),
    ("The crises continued.", "crises", "crisis"), ("Both wives left.", "wives", "wife"),
    ("Three families moved.", "families", "family"), ("The analyses agreed.", "analyses", "analysis"),
    ("Many lives were lost.", "lives", "life"), ("The losses mounted.", "losses", "loss"),
    ("The processes failed.", "processes", "process"), ("The bruises faded.", "bruises", "bruise"),
    ("The breaches continued.", "breaches", "breach"), ("Two women visited.", "women", "woman"),
    ("The response was worse.", "worse", "bad"), ("A better plan was made.", "better", "good"),
    ("An earlier visit was made.", "earlier", "early"),
    ("The clearest sign was missed.", "clearest", "clear"),
)  # fmt: skip


@cache
def paradigms() -> tuple[dict[str, str], ...]:
    """The forms of each verb: base, third, past, participle, gerund."""
    pasts = {base: _with_ending(base, "ed") for base in REGULAR}
    pasts |= {base: f"{base}{base[-1]}ed" for base in DOUBLED}
    parts = {base: (past, past) for base, past in pasts.items()}
    parts |= {base: (past, part) for base, past, part in map(str.split, IRREGULAR)}
    return tuple(
        {
            "base": base,
            "third": THIRD.get(base) or _with_ending(base, "s"),
            "past": past,
            "participle": participle,
            "gerund": _gerund(base),
        }
        for base, (past, participle) in parts.items()
    )


def cases() -> Iterator[tuple[str, str, str]]:
    """Sentence, the word in it that is asked for, and its lemma."""
    for forms in paradigms():
        for name, frame in SENTENCES:
            yield frame.format(forms[name]), forms[name], forms["base"]
    yield from FUNCTION_WORDS


def wrong_lemmas(nlp: Language) -> list[str]:
    """A line for each case where the pipeline finds another lemma than the right one."""
    found = []
    every = list(cases())
    for doc, (_, word, lemma) in zip(nlp.pipe(case[0] for case in every), every, strict=True):
        token = next(token for token in doc if token.text == word)
        if token.lemma_ != lemma:
            found.append(f"{word} -> {token.lemma_} ({token.pos_}), not {lemma}: {doc.text}")
    return found


def _gerund(base: str) -> str:
    if base in DOUBLED or base in DOUBLED_GERUND:
        return f"{base}{base[-1]}ing"
    return "lying" if base == "lie" else _with_ending(base, "ing")


def _with_ending(base: str, ending: str) -> str:
    if base == "die" and ending == "ing":
        return "dying"
    if ending == "s":
        if re.search(r"[^aeiou]y$", base):
            return base[:-1] + "ies"
        return base + ("es" if re.search(r"(s|x|z|ch|sh)$", base) else "s")
    if base.endswith("e") and not (ending == "ing" and base.endswith("ee")):
        return base[:-1] + ending
    if ending == "ed" and re.search(r"[^aeiou]y$", base):
        return base[:-1] + "ied"
    return base + ending
