#!/usr/bin/env python3
"""Fails unless our scorer and the shared one print the same figures for graphs that are right and for damaged ones.

usage: scorers_agree.py SHARED

The graphs are made from the gold facts of all shared articles, with damage of every kind that a score may depend on.
"""
import glob
import json
import os
import random
import subprocess
import sys
import tempfile

TESTS = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..')
DL = 'https://w3id.org/dateline/ontology#'
DAMAGES = [0.0, 0.1, 0.3, 0.6, 1.0]


class Damaged:
    """Writes gold facts as a graph; `rate` is how likely each thing is to go wrong."""

    def __init__(self, rate):
        self.dice, self.rate, self.lines, self.things = random.Random(rate), rate, [], 0

    def unlucky(self):
        return self.dice.random() < self.rate

    def thing(self):
        self.things += 1
        return '<http://example.org/%d>' % self.things

    def state(self, subject, prop, value):
        self.lines.append('%s <%s> %s .' % (subject, prop if ':' in prop else DL + prop, value))

    def label(self, subject, name):
        for language in name:
            words = name[language]
            if self.unlucky():
                words = words[:len(words) // 2] + self.dice.choice(['', ' the', 'x y', '会议'])
            if words and not self.unlucky():
                self.state(subject, 'http://www.w3.org/2000/01/rdf-schema#label', json.dumps(words) + '@' + language)
            if self.unlucky():
                self.state(subject, 'http://www.w3.org/2000/01/rdf-schema#label', '"other \\\\ name"@' + language)

    def count(self, event, count):
        quantity = self.thing()
        self.state(event, 'quantity', quantity)
        self.state(quantity, 'value', '"%s"' % (count['value'] + self.unlucky()))
        self.state(quantity, 'qualifier', '<%s>' % (DL + ('about' if self.unlucky() else count['qualifier'])))

    def event(self, article, fact):
        event = self.thing()
        self.state(event, 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type',
                   '<%s>' % (DL + ('Plan' if self.unlucky() else fact['type'])))
        self.state(event, 'modality', '<%s>' % (DL + ('Denied' if self.unlucky() else fact['modality'].capitalize())))
        if not self.unlucky():
            self.state(event, 'reportedIn', article)
        for role in ('agent', 'object', 'recipient', 'place', 'occasion'):
            for name in fact[role]:
                if fact['type'] == 'Meeting' and role == 'object':
                    self.label(event, name)
                elif not self.unlucky():
                    thing = self.thing()
                    self.state(event, role, thing)
                    self.label(thing, name)
        for count in fact['count']:
            self.count(event, count)
        if fact['date']:
            self.state(event, 'date', '"%s"' % fact['date'])
        if self.unlucky():
            self.state(event, 'date', '"1956-01-01"')

    def article(self, gold):
        article = self.thing()
        self.state(article, 'http://purl.org/dc/elements/1.1/source', json.dumps(gold['article'], ensure_ascii=False))
        for fact in gold['facts']:
            for _ in range(1 + self.unlucky()):
                self.event(article, fact)


def figures(program, *arguments):
    out = subprocess.run([sys.executable, program, *arguments], capture_output=True, text=True, check=True).stdout
    return [line.split() for line in out.splitlines()[-2:]]


def main():
    shared = sys.argv[1]
    folder = os.path.join(shared, 'corpus', 'gold')
    golds = sorted(glob.glob(os.path.join(folder, '*.gold.json')))
    with tempfile.TemporaryDirectory() as temporary:
        graph = os.path.join(temporary, 'graph.nt')
        for rate in DAMAGES:
            damaged = Damaged(rate)
            for path in golds:
                with open(path, encoding='utf-8') as f:
                    damaged.article(json.load(f))
            with open(graph, 'w', encoding='utf-8') as f:
                f.write('\n'.join(damaged.lines) + '\n')
            ours = figures(os.path.join(TESTS, 'score.py'), *golds, graph)
            theirs = figures(os.path.join(shared, 'tools', 'score.py'), folder, graph)
            print('damage %.1f: ours %s, shared %s' % (rate, ' '.join(ours[1]), ' '.join(theirs[1])))
            if ours != theirs:
                sys.exit('the two scorers disagree')


if __name__ == '__main__':
    main()
