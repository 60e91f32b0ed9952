"""Checks files by the rules of SSSOM/TSV: https://mapping-commons.github.io/sssom/spec-formats-tsv/ (SSSOM 1.1, and its
schema, sssom_schema.yaml, as of commit 0160ef8b of github.com/mapping-commons/sssom, read in November 2026).

usage: python3 sssom.py FILE...
"""
import csv
import io
import re
import sys

SET_SLOTS = """curie_map sssom_version mapping_set_id mapping_set_version mapping_set_title mapping_set_description
mapping_set_confidence creator_id creator_label license subject_type subject_source subject_source_version object_type
object_source object_source_version mapping_provider mapping_set_source mapping_tool mapping_tool_id mapping_tool_version
mapping_date publication_date subject_match_field object_match_field subject_preprocessing object_preprocessing
see_also issue_tracker other comment extension_definitions""".split()
SLOTS = """record_id subject_id subject_label subject_category predicate_id predicate_label predicate_modifier object_id
object_label object_category mapping_justification author_id author_label reviewer_id reviewer_label creator_id
creator_label license subject_type subject_source subject_source_version object_type object_source
object_source_version mapping_provider mapping_source mapping_cardinality mapping_tool mapping_tool_version
mapping_date publication_date confidence curation_rule curation_rule_text subject_match_field object_match_field
match_string subject_preprocessing object_preprocessing similarity_score similarity_measure see_also
issue_tracker_item other comment""".split()
REFERENCES = {"subject_id", "predicate_id", "object_id", "mapping_justification", "subject_source", "object_source",
              "subject_match_field", "object_match_field"}
REQUIRED = {"subject_id", "predicate_id", "object_id", "mapping_justification"}
JUSTIFICATIONS = """MappingReview ManualMappingCuration LogicalReasoning LexicalMatching CompositeMatching
UnspecifiedMatching SemanticSimilarityThresholdMatching LexicalSimilarityThresholdMatching MappingChaining
MappingInversion StructuralMatching InstanceBasedMatching BackgroundKnowledgeBasedMatching""".split()
IRI = re.compile(r"[a-z][a-z0-9+.-]*:[^\s<>\"{}|\\^`]*$", re.IGNORECASE)
faults = []


def tell(where, what):
    faults.append(f"{where}: {what}")


def metadata(name, lines):
    """The plain YAML that such a head may be written in: keys with scalars, and one map."""
    slots, curies, inside = {}, {}, None
    for number, line in enumerate(lines, 1):
        entry = re.fullmatch(r"(  )?([A-Za-z_][A-Za-z0-9_]*):(?: (\S.*))?", line)
        if not entry:
            tell(f"{name}:{number}", f"no YAML of this kind: {line}")
        elif entry[1]:
            curies[entry[2]] = entry[3] or ""
            if inside != "curie_map" or not IRI.match(entry[3] or ""):
                tell(f"{name}:{number}", "no prefix with its IRI")
        else:
            inside = entry[2]
            slots[inside] = entry[3]
            if inside not in SET_SLOTS:
                tell(f"{name}:{number}", f"no slot of a mapping set: {inside}")
            if entry[3] and re.search(r": |#|^[\[{&*!|>'\"%@`-]", entry[3]):
                tell(f"{name}:{number}", "needs quoting in YAML")
    for slot in ("mapping_set_id", "license"):
        if not IRI.match(slots.get(slot) or ""):
            tell(name, f"{slot} is required, and an IRI")
    return curies


def reference(where, value, curies, used):
    prefix, colon, local = value.partition(":")
    if not colon or prefix not in curies or not local or re.search(r"[\s<>\"|]", local):
        tell(where, f"no CURIE of the map: {value}")
    used.add(prefix)


def check_row(where, row, curies, used):
    for slot, value in row.items():
        if slot in REFERENCES and (value or slot in REQUIRED):
            reference(where, value, curies, used)
    if row["mapping_justification"].removeprefix("semapv:") not in JUSTIFICATIONS:
        tell(where, f"no justification: {row['mapping_justification']}")
    if row["predicate_id"] not in ("skos:exactMatch", "skos:closeMatch"):
        tell(where, f"not one of our predicates: {row['predicate_id']}")
    if not 0 <= float(row["confidence"]) <= 1:
        tell(where, "no confidence between 0 and 1")


def check(name):
    raw = open(name, "rb").read()
    text = raw.decode("utf-8")
    if text.startswith("\ufeff") or "\r" in text:
        tell(name, "a byte-order mark or a carriage return")
    lines = text.split("\n")
    head = [line[1:] for line in lines if line.startswith("#")]
    curies = metadata(name, head)
    if any(line.startswith("#") for line in lines[len(head):]):
        tell(name, "metadata behind the first mapping")
    table = list(csv.reader(io.StringIO("\n".join(lines[len(head):])), delimiter="\t"))
    columns, rows, used = table[0], table[1:], set()
    for column in columns:
        if column not in SLOTS:
            tell(name, f"no slot of a mapping: {column}")
    if not REQUIRED <= set(columns):
        tell(name, "a required slot is missing")
    for number, cells in enumerate(rows, 1):
        if len(cells) != len(columns):
            tell(f"{name}, row {number}", "another number of cells")
        else:
            check_row(f"{name}, row {number}", dict(zip(columns, cells)), curies, used)
    for index, column in enumerate(columns):
        if rows and not any(len(cells) > index and cells[index] for cells in rows):
            tell(name, f"an empty column: {column}")
    if not rows:
        tell(name, "no mapping")


for file in sys.argv[1:]:
    check(file)
print("\n".join(faults) or "SSSOM/TSV")
sys.exit(1 if faults else 0)
