#!/usr/bin/env python3
"""Measures the program on the annotated articles that stand beside the project.

usage: measure.py PROGRAM SHARED FOLDER PRECISION.tsv

SHARED/corpus has the articles (dev/) and what readers found in them (gold/); SHARED/tools/score.py compares. Printed are the
scores of each article and type, and then of all of it: with both languages, with the English alone, with the Chinese
alone. What the program makes of them is left in FOLDER. PRECISION.tsv is written: for each rule, how many of its events,
found in both languages together, were judged, and how many of them are what a reader found too; the events of articles
or types without any gold are judged like the others.
"""
import collections
import glob
import json
import os
import re
import subprocess
import sys

from make_variants import split_halves

DL = 'https://w3id.org/dateline/ontology#'


def halves(articles, folder):
    """The English and the Chinese half of each article, in two folders."""
    for lang in 'english', 'chinese':
        os.makedirs(os.path.join(folder, lang), exist_ok=True)
    for path in articles:
        with open(path, encoding='utf-8', newline='') as f:
            text = f.read()
        english, _, chinese = split_halves(text)
        for lang, half in ('english', english), ('chinese', chinese):
            with open(os.path.join(folder, lang, os.path.basename(path)), 'w', encoding='utf-8', newline='') as f:
                f.write(half)


def extract(program, articles, graph):
    done = subprocess.run([program, 'extract', '-t', 'ntriples', '-o', graph, articles], check=False)
    if done.returncode not in (0, 1):  # 1: some article was passed over, and its events are missed
        sys.exit('%s extract: exit status %d' % (program, done.returncode))


def print_score(score, options, gold, graph):
    sys.argv = ['score.py', *options, gold, graph]
    score.main()


def rules_of(graph):
    """event -> names of the rules that found it"""
    claims = collections.defaultdict(lambda: (set(), set()))
    with open(graph, encoding='utf-8') as f:
        for line in f:
            m = re.match(r'<(\S+)> <%s(asserts|byRule)> <(\S+)> \.' % re.escape(DL), line)
            if m:
                claims[m[1]][m[2] == 'byRule'].add(m[3])
    return {event: {rule.rsplit('/', 1)[-1] for rule in rules} for events, rules in claims.values() for event in events}


def write_precision(score, gold_folder, graph, path):
    rules, events = rules_of(graph), score.load_graph(graph)
    judged, right = collections.Counter(), collections.Counter()
    for gold_path in sorted(glob.glob(os.path.join(gold_folder, '*.gold.json'))):
        with open(gold_path, encoding='utf-8') as f:
            gold = json.load(f)
        blank = dict({role: [] for role in score.ROLES}, count=[], date='', modality='actual')
        paired, _, extra = score.pair_events([blank | fact for fact in gold['facts']],
                                             events.pop(re.sub(r'\.md$', '', gold['article']), []))
        for event in [found for _, found, _ in paired]:
            right.update(rules[event['iri']])
            judged.update(rules[event['iri']])
        for event in extra:
            judged.update(rules[event['iri']])
    with open(path, 'w', encoding='utf-8') as f:
        f.write('# How often each rule was right, as `make score` found: events judged, and those that a reader found too.\n')
        f.write('rule\tjudged\tright\n')
        for rule in sorted(judged):
            f.write('%s\t%d\t%d\n' % (rule, judged[rule], right[rule]))
    wrong = [rule for rule in sorted(judged) if 2 * right[rule] < judged[rule]]
    print('%d rules found something; more often wrong than right: %s' % (len(judged), ', '.join(wrong) or 'none'))


def main():
    program, shared, folder, precision = sys.argv[1:5]
    sys.path.insert(0, os.path.join(shared, 'tools'))
    import score  # pylint: disable=import-outside-toplevel
    dev, gold = os.path.join(shared, 'corpus/dev'), os.path.join(shared, 'corpus/gold')
    halves(sorted(glob.glob(os.path.join(dev, '*.md'))), folder)
    graphs = {name: os.path.join(folder, name + '.nt') for name in ('both', 'english', 'chinese')}
    extract(program, dev, graphs['both'])
    for lang in 'english', 'chinese':
        extract(program, os.path.join(folder, lang), graphs[lang])
    print_score(score, ['--per-article', '--types'], gold, graphs['both'])
    for lang in 'english', 'chinese':
        print('%s alone:' % lang.capitalize())
        print_score(score, [], gold, graphs[lang])
    write_precision(score, gold, graphs['both'], precision)


if __name__ == '__main__':
    main()
