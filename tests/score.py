#!/usr/bin/env python3
"""Measures the events of a graph against hand-made gold facts.

usage: score.py [--errors] [--min-f F] [--no-invented] GOLD.json... GRAPH.nt

The last file is N-Triples or N-Quads. Whatever an event states is worth a point: its type, its modality, its date,
every name in every role, every count. An event may earn points against one gold event only, of its own type and article, and
only if the two have more in common than type and modality. Events that answer to no gold event, and second names in a
language, are points claimed and not earned. Two names agree when they overlap by 70 % (words in English, neighbouring
characters in Chinese) in each language in which both are given.
"""
import argparse
import json
import re
import sys
import unicodedata
from collections import Counter, defaultdict
from dataclasses import dataclass

from ntriples import LABEL, Graph

DL = 'https://w3id.org/dateline/ontology#'
TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type'
SOURCE = 'http://purl.org/dc/elements/1.1/source'
ENOUGH = 0.7
ROLES = ['agent', 'object', 'recipient', 'place', 'occasion']
EVENTS = set('''Meeting Election Appointment Dismissal Award Gift Decision Plan Exchange Production Construction
    Founding Reorganization Agreement Visit Reception Message Statement Combat Disaster Death Publication Exhibition
    Demonstration Trial Campaign'''.split())
SMALL_WORDS = {'the', 'a', 'an', 'of', 's'}


@dataclass
class Event:
    """A name is a list of (language, words): one for a language in the gold, perhaps more in a graph."""
    type: str
    modality: str
    roles: dict
    counts: list
    dates: list

    def worth(self):
        names = [name for role in self.roles.values() for name in role]
        seconds = sum(len(name) - len({language for language, _ in name}) for name in names)
        return 2 + len(names) + seconds + len(self.counts) + len(self.dates)

    def __str__(self):
        said = ['%s=%s' % (role, '; '.join(' / '.join(words for _, words in name) for name in names))
                for role, names in self.roles.items() if names]
        said += ['date=%s' % date for date in self.dates] + ['count=%g %s' % count for count in self.counts]
        return ' '.join(['%s[%s]' % (self.type, self.modality)] + said)


class Report(Graph):
    """A graph that is asked for its events."""

    def term(self, subject, prop):
        return ([iri.rpartition('#')[2] for iri in self.words(subject, DL + prop)] or ['none'])[0]

    def event(self, iri, kind):
        roles = {role: [self.name(*value) for value in self.values(iri, DL + role)] for role in ROLES}
        roles = {role: [name for name in names if name] for role, names in roles.items()}
        if self.name(iri) and not roles['object']:
            roles['object'] = [self.name(iri)]
        counts = [(float(number), self.term(quantity, 'qualifier')) for quantity in self.words(iri, DL + 'quantity')
                  for number in self.words(quantity, DL + 'value')]
        return Event(kind, self.term(iri, 'modality').lower(), roles, counts, self.words(iri, DL + 'date'))

    def events(self):
        """Article name -> events; those that are in no article are under ''."""
        found = defaultdict(list)
        for iri in list(self.about):
            kinds = [k[len(DL):] for k in self.words(iri, TYPE) if k.startswith(DL) and k[len(DL):] in EVENTS]
            if kinds:
                sources = [self.words(article, SOURCE)[:1] for article in self.words(iri, DL + 'reportedIn')]
                for source in [s[0] for s in sources if s] or ['']:
                    found[article_name(source)].append(self.event(iri, kinds[0]))
        return found


def article_name(file):
    return re.sub(r'\.(md|txt)$', '', file.rpartition('/')[2])


def read_gold(path):
    with open(path, encoding='utf-8') as f:
        gold = json.load(f)
    events = []
    for fact in gold['facts']:
        roles = {role: [[(l, name[l]) for l in ('en', 'zh') if name.get(l)] for name in fact.get(role, [])]
                 for role in ROLES}
        counts = [(count['value'], count['qualifier']) for count in fact.get('count', [])]
        dates = [fact['date']] if fact.get('date') else []
        events.append(Event(fact['type'], fact.get('modality', 'actual'), roles, counts, dates))
    return article_name(gold['article']), events


def pieces(words, language):
    words = unicodedata.normalize('NFKC', words)
    if language == 'en':
        return Counter(word for word in re.findall(r'[^\W_]+', words.casefold()) if word not in SMALL_WORDS)
    characters = re.sub(r'[\W_]+', '', words)
    return Counter(a + b for a, b in zip(characters, characters[1:])) or Counter(characters)


def alike(one, other, language):
    one, other = pieces(one, language), pieces(other, language)
    return bool(one and other) and 2 * sum((one & other).values()) / sum((one + other).values()) >= ENOUGH


def names_agree(gold, name):
    answers = []
    for language, wanted in gold:
        given = [words for l, words in name if l.split('-')[0] in (language, '')]
        answers += [any(alike(wanted, words, language) for words in given)] if given else []
    return bool(answers) and all(answers)


def counts_agree(gold, count):
    return abs(gold[0] - count[0]) <= 1e-9 * max(1, abs(count[0])) and gold[1] == count[1]


def most_partners(golds, ours, agree):
    """How many of two lists can be paired off, one with one, when only those that agree may pair."""
    partner = {}

    def find(gold, tried):
        for i, candidate in enumerate(ours):
            if i not in tried and agree(gold, candidate):
                tried.add(i)
                if i not in partner or find(partner[i], tried):
                    partner[i] = gold
                    return True
        return False
    return sum(find(gold, set()) for gold in golds)


def earned(gold, event):
    points = sum(most_partners(gold.roles[role], event.roles[role], names_agree) for role in ROLES)
    points += most_partners(gold.counts, event.counts, counts_agree) + (bool(gold.dates) and gold.dates == event.dates)
    return points + 1 + (gold.modality == event.modality) if points or gold.worth() == 2 else 0


def pair_off(golds, events):
    """Gold index -> (event index, points): what earns most is paired first, then what is nearest in size."""
    ranking = [(earned(gold, event), -abs(gold.worth() - event.worth()), g, e) for g, gold in enumerate(golds)
               for e, event in enumerate(events) if gold.type == event.type]
    pairs, taken = {}, set()
    for points, _, g, e in sorted(ranking, reverse=True):
        if points and g not in pairs and e not in taken:
            pairs[g] = (e, points)
            taken.add(e)
    return pairs


def tell_errors(article, golds, events, pairs):
    found = {e for e, _ in pairs.values()}
    told = [('missed', gold, '') for g, gold in enumerate(golds) if g not in pairs]
    told += [('invented', event, '') for e, event in enumerate(events) if e not in found]
    told += [('in part', golds[g], '\n    found as: %s' % events[e]) for g, (e, points) in sorted(pairs.items())
             if points < max(golds[g].worth(), events[e].worth())]
    for what, event, more in told:
        print('  %-8s %s: %s%s' % (what, article, event, more))


def tell_figures(what, right, claimed, wanted):
    precision, recall = right / claimed if claimed else 0.0, right / wanted if wanted else 0.0
    f = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    print('%-7s P %.3f R %.3f F %.3f' % (what, precision, recall, f))
    return f


def main():
    parser = argparse.ArgumentParser(description='Measures the events of a graph against hand-made gold facts.')
    parser.add_argument('--errors', action='store_true', help='tell what was missed, invented or found in part')
    parser.add_argument('--min-f', type=float, metavar='F', default=0.0, help='fail when F1 over the points is less')
    parser.add_argument('--no-invented', action='store_true', help='fail when an event answers to no gold event')
    parser.add_argument('gold', nargs='+', metavar='GOLD.json')
    parser.add_argument('graph', metavar='GRAPH.nt')
    options = parser.parse_args()
    found = Report(options.graph).events()
    points, whole = Counter(), Counter()
    for article, golds in [('', [])] + [read_gold(path) for path in options.gold]:
        events = found.get(article, [])
        pairs = pair_off(golds, events)
        whole.update(right=len(pairs), claimed=len(events), wanted=len(golds))
        points.update(right=sum(p for _, p in pairs.values()), claimed=sum(e.worth() for e in events),
                      wanted=sum(g.worth() for g in golds))
        if options.errors:
            tell_errors(article or '(no article)', golds, events, pairs)
    tell_figures('events', **whole)
    f = tell_figures('points', **points)
    sys.exit(f < options.min_f or (options.no_invented and whole['claimed'] > whole['right']))


if __name__ == '__main__':
    main()
