#!/usr/bin/env python3
"""Checks the manifest of a finished run against what was read and what was written.

usage: manifest.py MANIFEST FOLDER     FOLDER is where the outputs are

Every column of every row is checked. Says what is wrong, one line each; exit status 1 if anything is.
"""
import gzip
import hashlib
import os
import re
import subprocess
import sys

HEADER = ("index input articles skipped facts triples bytes sha256 output end shard program rules seconds").split()
ESCAPES = {"t": "\t", "n": "\n", "r": "\r", "\\": "\\"}
CLAIM = b"<https://w3id.org/dateline/ontology#asserts>"
found = []


def wrong(what):
    found.append(what)
    print(what)


def unpacked(path):
    if path.endswith(".gz"):
        return gzip.open(path).read()
    if path.endswith(".zst"):
        return subprocess.run(["zstd", "-dcq", path], check=True, stdout=subprocess.PIPE).stdout
    return open(path, "rb").read()


def read_rows(path):
    lines = open(path, encoding="utf-8", newline="").read().split("\n")
    if lines.pop() != "":
        wrong("the last line is cut off")
    if lines[0].split("\t") != HEADER:
        wrong("the header is " + lines[0])
    return [dict(zip(HEADER, line.split("\t"))) for line in lines[1:] if line.count("\t") == len(HEADER) - 1 or wrong(line)]


def check_row(row):
    for column in "index articles skipped facts triples bytes".split():
        if not row[column].isdigit():
            wrong(f"row {row['index']}: {column} is {row[column]!r}")
    patterns = {"end": r"\d*", "shard": r"\d+/\d+", "program": r"\d+\.\d+\.\d+", "rules": r"[0-9a-f]{64}",
                "seconds": r"\d+\.\d{3}", "sha256": r"([0-9a-f]{64})?"}
    for column, pattern in patterns.items():
        if not re.fullmatch(pattern, row[column]):
            wrong(f"row {row['index']}: {column} is {row[column]!r}")


def check_input(row):
    path = re.sub(r"\\(.)", lambda match: ESCAPES[match.group(1)], row["input"])
    if int(row["articles"]) + int(row["skipped"]) != 1:
        wrong(f"row {row['index']}: neither an article nor skipped, or both")
    if int(row["articles"]) and os.path.isfile(path):
        if row["sha256"] != hashlib.sha256(open(path, "rb").read()).hexdigest():
            wrong(f"row {row['index']}: not the digest of {path}")
    if int(row["skipped"]) and int(row["bytes"]) + int(row["facts"]) + int(row["triples"]):
        wrong(f"row {row['index']}: skipped, and yet something came of it")


def check_order(rows):
    if [int(row["index"]) for row in rows] != list(range(len(rows))):
        wrong("not every index once and in order")
    if rows[0]["input"] != "(head)" or rows[-1]["input"] != "(end)":
        wrong("no (head) first and (end) last")
    for column in "shard program rules".split():
        if len({row[column] for row in rows}) != 1:
            wrong(f"not the same {column} in all rows")


def check_outputs(rows, folder):
    ends, sizes = {}, {}
    head, tail = int(rows[0]["bytes"]), int(rows[-1]["bytes"])
    for row in rows:
        name = row["output"]
        sizes[name] = sizes.get(name, 0) + (int(row["bytes"]) if row["sha256"] else 0)
        if name and row["end"]:
            if int(row["end"]) < ends.get(name, 0):
                wrong(f"row {row['index']}: the end goes back")
            ends[name] = int(row["end"])
        if not name and row["end"] not in ("", "0"):
            wrong(f"row {row['index']}: an end of no file")
    lines = facts = 0
    for name in filter(None, sizes):
        path = os.path.join(folder, name)
        data = unpacked(path)
        if len(data) != head + sizes[name] + tail:
            wrong(f"{name}: {len(data)} bytes, and the rows say {head + sizes[name] + tail}")
        whole = os.path.getsize(path) == ends.get(name)
        if not whole and not (tail and rows[-1]["output"] == ""):
            wrong(f"{name}: {os.path.getsize(path)} bytes, and the last end is {ends.get(name)}")
        lines += data.count(b"\n")
        facts += data.count(CLAIM)
    if any(re.search(r"\.n[tq]($|\.)", name) for name in sizes):
        if lines != sum(int(row["triples"]) for row in rows):
            wrong(f"{lines} statements were written, and the rows say otherwise")
        if facts != sum(int(row["facts"]) for row in rows):
            wrong(f"{facts} facts were written, and the rows say otherwise")


def main():
    rows = read_rows(sys.argv[1])
    for row in rows:
        check_row(row)
    if not found:
        check_order(rows)
        for row in rows[1:-1]:
            if row["input"] != "(left out)":
                check_input(row)
        check_outputs(rows, sys.argv[2])
    print(f"{len(rows)} rows, {len(found)} wrong")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
