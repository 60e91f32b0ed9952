"""Measures how well the names in articles are told apart: what `dateline explain --names` takes each for, against names
judged by hand.

usage: python3 tests/score_links.py PROGRAM CORPUS GOLD... [--all]

A GOLD is a table (its columns are explained at its head), CORPUS the folder that its articles are below. Printed are,
for each GOLD and for all together,

    precision      of the names that the program links, how many it links to the right thing
    recall         of the names that have an item or an entry, how many it links to that
    NIL precision  of the names that it links to nothing, how many have nothing to be linked to

and what was wrong; with --all, also every name that was not linked though it could have been. The exit status is 0 if
over all lists precision is at least 0.98, recall at least 0.75 and NIL precision at least 0.90, else 1.
"""
import subprocess
import sys
from collections import Counter
from pathlib import Path

WANTED = {"precision": 0.98, "recall": 0.75, "NIL precision": 0.90}


def rows(text):
    lines = [line for line in text.split("\n") if line and not line.startswith("#")]
    names = lines[0].split("\t")
    return [dict(zip(names, line.split("\t"))) for line in lines[1:]]


def names_in(program, articles):
    """The program's table: file -> list of (begin, end, ids)."""
    done = subprocess.run([program, "explain", "--names", *articles], stdout=subprocess.PIPE, check=True)
    found = {}
    for row in rows(done.stdout.decode("utf-8")):
        begin = int(row["offset"])
        ids = {row["id"], row["wikidata"]} - {""}
        found.setdefault(row["file"], []).append((begin, begin + len(row["name"]), ids))
    return found


def linked(mentions, row):
    """The ids given to a name: to exactly these characters, else to the longest name with the same head, which stands
    last in Chinese and first in English."""
    begin = int(row["offset"])
    end = begin + len(row["name"])
    head = 0 if row["name"].isascii() else 1
    rivals = [one for one in mentions if one[head] == (begin, end)[head]]
    rivals.sort(key=lambda one: (one[:2] == (begin, end), one[1] - one[0], bool(one[2])))
    return rivals[-1][2] if rivals else set()


def judge(row, ids):
    """hit: rightly linked; missed: not linked; wrong: linked to what it is not; none: rightly not linked."""
    if row["expected"].startswith("!"):
        return "wrong" if ids & set(row["expected"][1:].split("|")) else "none"
    if row["expected"] == "NIL":
        return "wrong" if ids else "none"
    if not ids:
        return "missed"
    return "hit" if ids & set(row["expected"].split("|")) else "wrong"


def ratio(part, whole):
    return part / whole if whole else 0.0


def score(gold, found, corpus, everything):
    """Counts what became of each name of a list, and prints what was wrong."""
    tally = Counter()
    for row in gold:
        ids = linked(found.get(str(Path(corpus) / row["article"]), []), row)
        verdict = judge(row, ids)
        tally[verdict] += 1
        tally[row["kind"], verdict] += 1
        tally["linkable"] += row["expected"][0] not in "!N"
        if verdict == "wrong" or (verdict == "missed" and everything):
            print(f"{verdict}: {row['name']} ({row['article']}, {row['offset']}): "
                  f"{' '.join(sorted(ids)) or 'nothing'}, not {row['expected']}")
    return tally


def print_kinds(tally):
    for kind in sorted({key[0] for key in tally if isinstance(key, tuple)}):
        counts = ", ".join(f"{tally[kind, verdict]} {verdict}" for verdict in ("hit", "missed", "none", "wrong"))
        print(f"{kind:9} {counts}")


def print_figures(tally):
    """Prints the figures of a tally, and answers them."""
    values = {
        "precision": (tally["hit"], tally["hit"] + tally["wrong"]),
        "recall": (tally["hit"], tally["linkable"]),
        "NIL precision": (tally["none"], tally["none"] + tally["missed"]),
    }
    for name, (part, whole) in values.items():
        print(f"{name:13} {ratio(part, whole):.3f} ({part} of {whole}), asked {WANTED[name]:.2f}")
    return {name: ratio(*value) for name, value in values.items()}


def are_good(figures):
    return all(figures[name] >= least for name, least in WANTED.items())


def main(program, corpus, *lists_and_options):
    lists = [Path(one) for one in lists_and_options if not one.startswith("--")]
    golds = {path: rows(path.read_text(encoding="utf-8")) for path in lists}
    articles = sorted({str(Path(corpus) / row["article"]) for gold in golds.values() for row in gold})
    found = names_in(program, articles)
    total = Counter()
    for path, gold in golds.items():
        print(f"--- {path.name}")
        tally = score(gold, found, corpus, "--all" in lists_and_options)
        print_kinds(tally)
        print_figures(tally)
        total += tally
    print("--- together")
    return 0 if are_good(print_figures(total)) else 1


if __name__ == "__main__":
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))
