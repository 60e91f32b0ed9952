#!/usr/bin/env python3
"""Fails unless a graph of sample.md states its three plain triples, looked up by label as a reader would look them up.

usage: direct_triples.py GRAPH.nt
"""
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..'))
from ntriples import Graph  # noqa: E402
from score import DL, names_agree  # noqa: E402

MINISTRY = [('en', 'Ministry of Heavy Industry'), ('zh', '重工业部')]
UNION = [('en', 'National Committee of the Heavy Industry Trade Union of China'), ('zh', '中国重工业工会全国委员会')]
CONFERENCE = [('en', 'first Conference of Representatives of Advanced Producers'), ('zh', '第一届先进生产者代表会议')]
DELEGATES = [('en', 'representatives to attend the National Conference of Advanced Producers'),
             ('zh', '出席全国先进生产者代表会议的代表')]
BONUSES = [('en', 'bonuses'), ('zh', '奖金')]
WANTED = [(MINISTRY, 'held', CONFERENCE), (CONFERENCE, 'elected', DELEGATES), (UNION, 'awarded', BONUSES)]


def stated(graph, subject, prop, value):
    return any(names_agree(subject, graph.name(iri)) and names_agree(value, graph.name(*other))
               for iri in list(graph.about) for other in graph.values(iri, DL + prop))


def main():
    graph, missing = Graph(sys.argv[1]), 0
    for subject, prop, value in WANTED:
        found = stated(graph, subject, prop, value)
        missing += not found
        print('%-8s %s dl:%s %s' % ('stated' if found else 'MISSING', subject[0][1], prop, value[0][1]))
    sys.exit(missing > 0)


if __name__ == '__main__':
    main()
