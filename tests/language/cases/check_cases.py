import tomllib, glob, re
from collections import Counter
import os

OUT = os.path.dirname(os.path.abspath(__file__))
S = tomllib.load(open(OUT + "/sentences.toml", "rb"))["case"]
for c in S:
    assert set(c) == {"text", "sentences", "why"}, c
    pos = 0
    for s in c["sentences"]:
        assert s == s.strip() and s, c
        i = c["text"].find(s, pos)
        assert i >= 0 and not c["text"][pos:i].strip(), c
        pos = i + len(s)
    assert not c["text"][pos:].strip(), c
print("sentences", len(S), "by n", Counter(len(c["sentences"]) for c in S))
A = dict(
    kind="individual agency system family name perpetrator unknown".split(),
    polarity=["positive", "negative"],
    voice=["active", "passive", "nominal"],
    modality="none should-have could-have would-have ought-to-have needed-to might-have must-have should could would may must ought-to".split(),
    view="report source admission quote adopted".split(),
    mood="statement question condition recommendation purpose".split(),
)
tot = Counter()
allc = []
seen = set()
bad = 0
for f in sorted(glob.glob(OUT + "/clauses-*.toml")):
    C = tomllib.load(open(f, "rb"))["case"]
    h = sum(c["hard"] for c in C)
    print(f.split("/")[-1], len(C), "hard", h)
    for c in C:
        allc.append(c)
        e = []
        for k, v in A.items():
            if c[k] not in v:
                e.append(k + "=" + c[k])
            tot[k, c[k]] += 1
        for k in ("reason", "hard"):
            assert type(c[k]) is bool
            tot[k, c[k]] += 1
        n = len(re.findall(r"(?<!\w)" + re.escape(c["predicate"]) + r"(?!\w)", c["text"], re.I))
        if n != 1:
            e.append("pred x%d" % n)
        if c["actor"] and not re.search(r"(?<!\w)" + re.escape(c["actor"]) + r"(?!\w)", c["text"]):
            e.append("actor")
        if (
            c["actor"]
            and len(re.findall(r"(?<!\w)" + re.escape(c["actor"]) + r"(?!\w)", c["text"])) != 1
        ):
            e.append("actor twice")
        if not c["actor"] and c["kind"] != "unknown":
            e.append("kind of none")
        if "antecedent" in c and c["antecedent"] not in c["text"] + " " + c.get("before", ""):
            e.append("ant")
        if not c["why"]:
            e.append("why")
        key = (c["text"], c["predicate"], c.get("before"))
        if key in seen:
            e.append("dup")
        seen.add(key)
        if (
            c["actor"].lower() in ("he", "she", "it", "they", "her", "his", "its", "their")
            and "antecedent" not in c
            and c["view"] != "quote"
        ):
            e.append("no ant")
        bad += bool(e)
        if e:
            print(e, c["text"], "|", c["predicate"], "|", c["actor"])
print(
    "clauses",
    len(allc),
    "hard",
    sum(c["hard"] for c in allc),
    "with before",
    sum("before" in c for c in allc),
    "antecedent",
    sum("antecedent" in c for c in allc),
    "no actor",
    sum(not c["actor"] for c in allc),
)
for k in list(A) + ["reason", "hard"]:
    print(k, {v: n for (kk, v), n in tot.items() if kk == k})
raise SystemExit(bool(bad))
