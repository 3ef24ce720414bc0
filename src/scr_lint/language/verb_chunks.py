"""Verb groups told by tags, forms and word order, with their auxiliaries and inverted subjects."""

from __future__ import annotations

from spacy.tokens import Token

from scr_lint.language.grammar import (
    BE,
    BETWEEN_AUXILIARIES,
    CUT_MODALS,
    DENIALS,
    DO,
    FINITE_AUXILIARIES,
    GET,
    HAVE,
    MODALS,
    NONFINITE_AUXILIARIES,
    NOUNS,
)
from scr_lint.language.noun_chunks import Chunk, Kind, NounChunker

# Behind these "to" opens an infinitive: "failed to ring".
_TAKE_INFINITIVE = frozenset(
    (
        *("fail", "refuse", "decline", "omit", "neglect", "need", "want", "try", "able", "unable"),
        *("seek", "forget"),
    )
)


class VerbChunker(NounChunker):
    """Finds the verb groups of one sentence too."""

    def _verb_group(self, at: int) -> Chunk | None:
        token = self._doc[at]
        low = token.lower_
        if (
            low in CUT_MODALS
            and at + 1 < len(self._doc)
            and self._doc[at + 1].lower_ in ("n't", "n’t")
        ):
            return self._with_auxiliaries(at, Kind.FINITE)
        if (
            low in FINITE_AUXILIARIES
            and token.pos_ in ("AUX", "VERB", "PART")
            and not (low in ("'s", "’s") and token.pos_ == "PART")
        ):
            return self._with_auxiliaries(at, Kind.FINITE)
        if low in ("having", "being") and token.pos_ in ("AUX", "VERB"):
            return self._with_auxiliaries(at, Kind.NONFINITE)
        if not self._verb_here(token):
            return None
        kind = Kind.FINITE if self._finite(token) else Kind.NONFINITE
        past = self._forms.is_past(low) or (low.endswith("ed") and not self._forms.is_base(low))
        return Chunk(kind, at, at, at, ambiguous=past and low not in self._forms.pasts)

    def _finite(self, token: Token) -> bool:
        low = token.lower_
        if low.endswith("ing") and not self._forms.is_base(low):
            return False
        return low not in self._forms.participles

    def _with_auxiliaries(self, at: int, kind: Kind) -> Chunk:
        """ "should not have been missed", "did the nurse lose", "was" alone."""
        auxiliaries = [at]
        here = self._skip(at + 1, auxiliaries)
        while (token := self._at(here)) is not None and token.lower_ in NONFINITE_AUXILIARIES | GET:
            if token.lower_ in GET and self._doc[auxiliaries[-1]].lower_ not in (
                *MODALS,
                *BE,
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
            and (token.pos_ in BETWEEN_AUXILIARIES or token.lower_ in DENIALS)
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
                    token.lower_ in NONFINITE_AUXILIARIES
                    or self._main_verb(after, auxiliaries) is not None
                )
                return after if fits and token.pos_ != "PRON" else here
        return here

    def _main_verb(self, here: int, auxiliaries: list[int]) -> int | None:
        """The token at `here` if it can be the verb after these auxiliaries."""
        token = self._at(here)
        if token is None or token.lower_ in FINITE_AUXILIARIES - HAVE - DO:
            return None
        low, aux = token.lower_, self._doc[auxiliaries[-1]].lower_
        if aux in DO | MODALS:
            fits = self._forms.is_base(low) and token.pos_ not in ("DET", "ADP", "ADV", "PRON")
            return here if fits and (token.pos_ == "VERB" or not self._modifies(token)) else None
        if low.endswith("ing"):
            return here if token.pos_ == "VERB" and aux in BE else None
        if low in self._forms.participles and token.pos_ in ("NOUN", "ADJ") and aux in HAVE | BE:
            return None if self._modifies(token) else here
        if (
            token.pos_ in ("VERB", "AUX")
            and self._forms.is_past(low)
            and low not in self._forms.pasts
        ):
            return here
        return here if token.pos_ == "VERB" and low.endswith(("ed", "en")) else None

    def _modifies(self, token: Token) -> bool:
        after = self._at(token.i + 1)
        return after is not None and after.pos_ in NOUNS and token.pos_ in ("ADJ", "NOUN", "PROPN")

    def _passive(self, main: int, auxiliaries: list[int]) -> bool:
        low = self._doc[main].lower_
        participle = self._forms.is_past(low) or low.endswith(("ed", "en"))
        after_to = self._doc[main - 1].lower_ == "to"
        be = self._doc[auxiliaries[-1]].lower_ in BE | GET
        return be and participle and not after_to and not low.endswith("ing")

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
            and self._doc[end - 1].pos_ in NOUNS
        ):
            after = self._at(end + 2)
            if after is not None and after.lower_ in NONFINITE_AUXILIARIES:
                end += 2
        return last, end

    def _past_auxiliaries(self, end: int, inner: list[int]) -> int:
        end = self._skip(end, inner)
        while (token := self._at(end)) is not None and token.lower_ in NONFINITE_AUXILIARIES:
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
        if self._doc[auxiliaries[-1]].lower_ not in DO | MODALS or phrase.last == phrase.first:
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
                t.lower_ in ("no", "neither", "not", "only", "what", "which")
                for t in self._doc[max(0, at - 4) : at]
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
            and (after is None or after.pos_ not in NOUNS)
        )
