"""Whether a clause is called for, spoken against, or neither."""

from __future__ import annotations

import pytest

from scr_lint.language.clause import ClauseReader
from scr_lint.language.pipeline import load_pipeline
from scr_lint.lexicon.clause_terms import Call

FOR = ["The nurse should be {dismissed}.", "The panel expects the provider to be {fined}."]
FOR += ["It is remarkable that nobody has been {disciplined}."]
FOR += ["We ask the council to consider whether her conduct {warrants} an inquiry."]
FOR += ["The reviewer would be surprised if no hearing were to {follow}."]
FOR += ["The governors must be in no doubt that they will be {held} accountable."]
FOR += [
    "It is time that the director {resigned}.",
    "Let those who signed it be {called} to account.",
]
FOR += ["There is a case for {action} against the manager."]
FOR += ["The employer will want to {think} hard about his future."]
AGAINST = ["The nurse should not {practise} again.", "The head teacher cannot {remain} in post."]
AGAINST += ["It would be wrong if the company were to {walk} away."]
AGAINST += ["The panel does not recommend that the nurse be {dismissed}."]
AGAINST += ["I do not see how the director can {continue}."]
AGAINST += ["I am not sure that she should be {teaching}."]
AGAINST += ["It is not enough that the manager has been {moved} to other duties."]
AGAINST += ["The manager has been {given} a better job, which we find extraordinary."]
NEITHER = ["The nurse was {dismissed} in May.", "The family said that she should be {dismissed}."]
NEITHER += ["The panel considered whether she should be {dismissed}."]
NEITHER += ["After the nurse was {dismissed}, the ward should have told the family."]
NEITHER += ["The board should note that the nurse was {dismissed}."]
NEITHER += ["The manager was asked to {explain} herself to the tribunal."]
NEITHER += ["The panel accepts that the manager has been {moved} to other duties."]
NEITHER += ["The nurse doubted whether he should {stay} at home."]
CASES = [
    (c, t) for c, ts in ((Call.FOR, FOR), (Call.AGAINST, AGAINST), (Call.NONE, NEITHER)) for t in ts
]


@pytest.mark.parametrize(("call", "text"), CASES, ids=[text[:60] for _, text in CASES])
def test_a_clause_tells_what_the_writer_wants(call: Call, text: str) -> None:
    start = text.index("{")
    doc = load_pipeline()(text.replace("{", "").replace("}", ""))
    predicate = next(t for t in doc if t.idx == start)
    assert ClauseReader.from_lexicons().read(predicate).call is call
