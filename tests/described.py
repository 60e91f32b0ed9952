#!/usr/bin/env python3
"""Does a description of a run (VoID and PROV) say what its N-Quads hold? Counts them by other means than the program.

usage: described.py DESCRIPTION.nt GRAPHS.nq MANIFEST.tsv...    the manifests of all shards; one line a fault, then status 1
"""
import csv
import hashlib
import re
import sys
from collections import Counter, defaultdict

VOID = 'http://rdfs.org/ns/void#'
PROV = 'http://www.w3.org/ns/prov#'
SCHEMA = 'http://schema.org/'
TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type'
QUAD = re.compile(r'<([^>]*)> <([^>]*)> (<[^>]*>|".*"\S*)(?: <([^>]*)>)? \.$')


def quads(path):
    with open(path, encoding='utf-8', newline='\n') as lines:
        for line in lines:
            yield QUAD.match(line.rstrip('\n')).groups()


def value(term):
    return term[1:-1] if term[0] == '<' else re.match(r'"(.*)"', term).group(1)


def described(path):
    about = defaultdict(lambda: defaultdict(list))
    for subject, predicate, obj, _ in quads(path):
        about[subject][predicate].append(value(obj))
    return about


def one(node, prop):
    found = node[prop]
    return found[0] if len(found) == 1 else 'not one but %d' % len(found)


class Held:
    """What the quads hold."""

    def __init__(self, path):
        self.properties = Counter()
        self.members = defaultdict(set)   # class -> subjects
        self.statements = Counter()       # class -> statements about them
        per_subject = Counter()
        classes = defaultdict(set)
        for subject, predicate, obj, graph in quads(path):
            self.properties[predicate] += 1
            per_subject[subject, graph] += 1
            if predicate == TYPE:
                self.members[value(obj)].add(subject)
                classes[subject, graph].add(value(obj))
        for node, kinds in classes.items():
            for kind in kinds:
                self.statements[kind] += per_subject[node]


def inputs_of(manifests):
    rows = {}
    for path in manifests:
        with open(path, encoding='utf-8', newline='\n') as lines:
            for row in csv.DictReader(lines, delimiter='\t', quoting=csv.QUOTE_NONE):
                if row['input'] not in ('(head)', '(left out)', '(end)'):
                    rows[int(row['index'])] = row
    return [rows[index] for index in sorted(rows)]


def faults(about, held, rows):
    def compare(what, found, expected):
        if str(found) != str(expected):
            yield '%s: described as %s, is %s' % (what, found, expected)

    datasets = [node for node in about if PROV + 'wasGeneratedBy' in about[node]]
    if len(datasets) != 1:
        yield 'there is not one dataset, but %d' % len(datasets)
        return
    dataset = about[datasets[0]]
    yield from compare('triples', one(dataset, VOID + 'triples'), sum(held.properties.values()))
    yield from compare('properties', one(dataset, VOID + 'properties'), len(held.properties))
    yield from compare('classes', one(dataset, VOID + 'classes'), len(held.members))
    by_property = {one(about[part], VOID + 'property'): about[part] for part in dataset[VOID + 'propertyPartition']}
    by_class = {one(about[part], VOID + 'class'): about[part] for part in dataset[VOID + 'classPartition']}
    yield from compare('the properties', sorted(by_property), sorted(held.properties))
    yield from compare('the classes', sorted(by_class), sorted(held.members))
    for prop, part in by_property.items():
        yield from compare(prop, one(part, VOID + 'triples'), held.properties[prop])
    for kind, part in by_class.items():
        yield from compare(kind, one(part, VOID + 'triples'), held.statements[kind])
        if part[VOID + 'entities']:
            yield from compare('how many ' + kind, one(part, VOID + 'entities'), len(held.members[kind]))
    for kind in ('Article', 'Claim', 'Quantity', 'Dispatch', 'TextVersion'):
        kind = 'https://w3id.org/dateline/ontology#' + kind
        if kind in by_class and not by_class[kind][VOID + 'entities']:
            yield 'not told: how many ' + kind
    spaces = {re.match(r'.*[#/]', iri).group() for iri in [*held.properties, *held.members]}
    yield from compare('vocabularies', sorted(dataset[VOID + 'vocabulary']), sorted(spaces))
    subjects = set().union(*held.members.values())
    if not dataset[VOID + 'exampleResource'] or not set(dataset[VOID + 'exampleResource']) <= subjects:
        yield 'the examples are not in it'

    run = about[one(dataset, PROV + 'wasGeneratedBy')]
    program = about[one(run, PROV + 'wasAssociatedWith')]
    yield from compare('the program', one(program, SCHEMA + 'softwareVersion'), rows[0]['program'])
    used = [about[node] for node in run[PROV + 'used']]
    listing = ''.join(row['sha256'] + '\n' for row in rows)
    digests = {rows[0]['rules'], hashlib.sha256(listing.encode()).hexdigest()}
    yield from compare('the digests', sorted(one(node, SCHEMA + 'sha256') for node in used), sorted(digests))
    sizes = [one(node, SCHEMA + 'collectionSize') for node in used if node[SCHEMA + 'collectionSize']]
    yield from compare('inputs', sizes, [str(len(rows))])


found = list(faults(described(sys.argv[1]), Held(sys.argv[2]), inputs_of(sys.argv[3:])))
for fault in found:
    print(fault)
sys.exit(1 if found else 0)
