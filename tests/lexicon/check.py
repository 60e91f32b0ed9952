#!/usr/bin/env python3
"""Checks what the program does not when it loads the lexicon: that names look like names, that periods, posts and
successions fit each other, and that English which is a transliteration is that of the Chinese.

usage: check.py LEXICON [EXCEPTIONS]      needs node, and the packages of package.json beside this file

EXCEPTIONS has the columns id, reading, why: an entry whose English is not the reading that the dictionary gives.
Writes `file:line: message` for each fault; exit status 1 when there was one.
"""
import collections
import csv
import os
import re
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
DAY = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$")
ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*$")
HAN = re.compile(r"[\u3400-\u9fff]")
ENDINGS = {"County", "City", "Province", "Prefecture", "District", "Banner", "Special", "Municipality", "League"}
CHINESE_ENDINGS = ("自治区", "地区", "专区", "省", "市", "县", "区", "旗", "州", "盟")


class Faults:
    def __init__(self):
        self.count = 0

    def tell(self, row, message):
        print(f"{row['file']}:{row['line']}: {message}")
        self.count += 1


def rows_of(folder):
    for name in sorted(os.listdir(folder)):
        if not name.endswith(".tsv"):
            continue
        with open(os.path.join(folder, name), encoding="utf-8") as lines:
            header = next(lines).rstrip("\n").split("\t")
            for number, line in enumerate(lines, 2):
                if line.strip() and not line.startswith("#"):
                    row = dict(zip(header, line.rstrip("\n").split("\t")))
                    row.update(file=name, line=number)
                    yield row


def bounds(row):
    """First and last day as numbers; 0 and 99999999 where they are open."""
    first, last = DAY.match(row.get("from") or ""), DAY.match(row.get("to") or "")
    begin = int("".join(part or "01" for part in first.groups())) if first else 0
    end = int("".join(part or ("12", "31")[i - 1] for i, part in enumerate(last.groups()))) if last else 99999999
    return begin, end


def overlap(a, b):
    (a1, a2), (b1, b2) = bounds(a), bounds(b)
    shared = a1 // 100 < b2 // 100 and b1 // 100 < a2 // 100  # the month of a change may be both's
    return shared and a1 < b2 and b1 < a2


def names(row, lang):
    return [(name.strip("()") if name.startswith("(") and name.endswith(")") else name)
            for name in row[lang].split("|") if name]


def check_days(row, faults):
    for column in ("from", "to"):
        if row.get(column):
            match = DAY.match(row[column])
            month, day = (int(part or 1) for part in match.groups()[1:]) if match else (0, 0)
            if not match or not 1 <= month <= 12 or not 1 <= day <= 31:
                faults.tell(row, f"{row[column]} is no ISO date")
    if bounds(row)[0] > bounds(row)[1]:
        faults.tell(row, "the end lies before the beginning")


def check_names(row, faults):
    for lang in ("en", "zh"):
        if not row[lang]:
            faults.tell(row, f"{row['id']} has no name in {lang}")
        found = names(row, lang)
        for name in found:
            if name != name.strip() or "  " in name or re.search(r"[\t\u3000]", name):
                faults.tell(row, f"blanks in {name!r}")
            if lang == "zh" and not HAN.search(name):
                faults.tell(row, f"{name!r} is not Chinese")
            if lang == "en" and (HAN.search(name) or not re.search(r"[A-Za-z]", name)):
                faults.tell(row, f"{name!r} is not English")
            if lang == "zh" and len(name) == 1:
                faults.tell(row, f"{name!r} is one character")
        for name, times in collections.Counter(found).items():
            if times > 1:
                faults.tell(row, f"{name!r} is there twice")


def check_entries(entries, faults):
    lines, bearers = collections.defaultdict(list), collections.defaultdict(list)
    for row in entries:
        if not ID.match(row["id"]):
            faults.tell(row, f"{row['id']} is no id")
        check_days(row, faults)
        check_names(row, faults)
        for other in lines[row["id"]]:
            if overlap(row, other):
                faults.tell(row, f"{row['id']} is at {other['file']}:{other['line']} too, for the same time")
        lines[row["id"]].append(row)
        for name in row["zh"].split("|"):  # those in brackets may be several's
            bearers[name, row["class"]].append(row)
    for (name, kind), those in bearers.items():
        if name.startswith("("):
            continue
        for i, row in enumerate(those):
            for other in those[:i]:
                if row["id"] != other["id"] and overlap(row, other):
                    faults.tell(row, f"{name} ({kind}) is also {other['id']} ({other['file']}:{other['line']})")
    return {key: rows[0] for key, rows in lines.items()}


def check_changes(entries, by_id, faults):
    """What came before began earlier; what ends by becoming another does not end after that other."""
    for row in entries:
        for key in filter(None, row.get("before", "").split("|")):
            before = by_id.get(key)
            if before and row["from"] and before["from"] and bounds(before)[0] > bounds(row)[0]:
                faults.tell(row, f"{key}, from which it came, began later")
        for key in filter(None, row.get("after", "").split("|")):
            after = by_id.get(key)
            if not row["to"]:
                faults.tell(row, f"it became {key}, but no end is given")
            elif after and bounds(after)[1] <= bounds(row)[0]:
                faults.tell(row, f"{key}, which it became, ended before it began")


def check_posts(posts, by_id, faults):
    seen = {}
    for row in posts:
        check_days(row, faults)
        person, body = by_id.get(row["person"]), by_id.get(row["body"])
        if person and person["class"] != "dl:Person":
            faults.tell(row, f"{row['person']} is no person")
        if body and body["class"] in ("dl:Person", "dl:Place", "dl:City"):
            faults.tell(row, f"{row['body']} is no body")
        if body and not (bounds(row)[0] <= bounds(body)[1] and bounds(body)[0] <= bounds(row)[1]):
            faults.tell(row, f"{row['person']} was {row['en']} when there was no {row['body']}")
        key = (row["person"], row["zh"], row["from"])
        if key in seen:
            faults.tell(row, f"the post is at line {seen[key]} too")
        seen[key] = row["line"]


# ---- transliterations


def letters(name):
    return re.sub(r"[^a-z]", "", name.lower().replace("ü", "u").replace("v", "u"))


def stem(row, name):
    """The part of a place's name that is spelt, in either language."""
    if HAN.search(name):
        ending = next((e for e in CHINESE_ENDINGS if name.endswith(e) and len(name) > len(e) + (e == "州")), "")
        return name[:len(name) - len(ending)] if ending else name
    return " ".join(word for word in name.split() if word not in ENDINGS)


def spelt(entries, surnames):
    """Entries whose English should be the reading of their Chinese: (row, kind, Chinese)."""
    for row in entries:
        chinese = names(row, "zh")[:1]
        if not chinese or not re.fullmatch(r"[\u3400-\u9fff]+", chinese[0]):
            continue
        if row["class"] == "dl:Person" and 2 <= len(chinese[0]) <= 4 and {chinese[0][0], chinese[0][:2]} & surnames:
            yield row, "person", chinese[0]
        elif row["file"] == "places-china.tsv" and "自治" not in chinese[0]:
            yield row, "place", stem(row, chinese[0])


def check_spelling(entries, surnames, exceptions, faults):
    wanted = list(spelt(entries, surnames))
    asked = "".join(f"{kind}\t{name}\n" for _, kind, name in wanted)
    node = subprocess.run(["node", os.path.join(HERE, "pinyin.mjs")], input=asked, capture_output=True, text=True,
                          check=True)
    used = set()
    for (row, kind, name), reading in zip(wanted, node.stdout.splitlines()):
        english = {letters(stem(row, one) if kind == "place" else one) for one in names(row, "en")}
        if letters(reading) in english:
            continue
        used.add(row["id"])
        if row["id"] not in exceptions:
            faults.tell(row, f"{name} is read {reading}, not {row['en']}")
        elif exceptions[row["id"]]["reading"] != reading:
            faults.tell(row, f"the exception for {row['id']} is from another reading than {reading}")
    for key, row in exceptions.items():
        if key not in used:
            faults.tell(row, f"{key} needs no exception")


def main():
    folder = sys.argv[1]
    path = sys.argv[2] if len(sys.argv) > 2 else os.path.join(HERE, "exceptions.tsv")
    faults = Faults()
    rows = list(rows_of(folder))
    entries = [row for row in rows if "class" in row and "id" in row]
    posts = [row for row in rows if "person" in row]
    surnames = {row["word"] for row in rows if "surname" in row.get("kinds", "") and row["lang"] == "zh"}
    by_id = check_entries(entries, faults)
    check_changes(entries, by_id, faults)
    check_posts(posts, by_id, faults)
    with open(path, encoding="utf-8") as lines:
        exceptions = {row["id"]: dict(row, file=os.path.basename(path), line=number)
                      for number, row in enumerate(csv.DictReader(lines, delimiter="\t"), 2)}
    check_spelling(entries, surnames, exceptions, faults)
    print(f"{len(entries)} entries, {len(posts)} posts, {faults.count} faults")
    return 1 if faults.count else 0


if __name__ == "__main__":
    sys.exit(main())
