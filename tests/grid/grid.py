#!/usr/bin/env python3
"""Asks the program for the events of the sentences that grids make, and tells how many it finds.

usage: grid.py [--every N] [--least SHARE] [--most-false SHARE] [--missed] PROGRAM GRID...

A GRID is zh.grid or en.grid. Of its sentences every N-th is asked, and all that hold no such event. An event is found
when type and modality are right, and whole when no filler, date or count of it is wrong or missing. The exit status is 1
when of a grid's sentences less than SHARE of 100 are found, or more than SHARE of those that hold no such event give one.
--missed prints the sentences.
"""
import argparse
import os
import re
import subprocess
import sys
import tempfile
from collections import defaultdict

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [HERE, os.path.dirname(HERE)]

from score import EVENTS, Report  # noqa: E402
from sentences import Grid  # noqa: E402

JUDGED = ['agent', 'object', 'recipient', 'place']
CHINESE = '### {headline}\n\n1956-03-31\n第1版()\n专栏：\n\n    {headline}\n{body}'
ENGLISH = 'Title: {headline}\nAuthor: \nDate: 1956-03-31\nPage: 1\nXinhua News Agency, March 30th: {body}\n'


def article(sentence):
    if sentence.lang == 'zh':
        body = '' if sentence.in_headline else '    新华社三十日讯　%s\n' % sentence.text
        return CHINESE.format(headline=sentence.text if sentence.in_headline else '消息', body=body)
    headline, body = (sentence.text, '(Picture)') if sentence.in_headline else ('News', sentence.text)
    return ENGLISH.format(headline=headline, body=body)


def ask(program, sentences):
    """The events of each sentence, by its number."""
    with tempfile.TemporaryDirectory() as folder:
        names = ['1956-03-31_%06d' % i for i in range(len(sentences))]
        for name, sentence in zip(names, sentences):
            with open('%s/%s.md' % (folder, name), 'w', encoding='utf-8') as f:
                f.write(article(sentence))
        graph = folder + '/grid.nt'
        subprocess.run([program, 'extract', '-q', '-t', 'ntriples', '-o', graph, folder], check=False,
                       stderr=subprocess.DEVNULL)
        events = Report(graph).events()
        return [events.get(name, []) for name in names]


def plain(name):
    name = re.sub(r'^一(列|座|条|批|套|部|个|幅|起|封|场|次|项|张|所|家)', '', name)
    return re.sub(r'^(the|a|an|its|their|his) ', '', re.sub('[“”"]', '', name.lower().strip()))


def is_word(names, words):
    return any(word in name for name in names for word in words)


def faults(sentence, event):
    """What is wrong with an event's fillers, date and counts."""
    found = []
    words = {plain(word) for word in sentence.words}
    roles = {role: sentence.roles.get(role, []) for role in JUDGED}
    names = {role: [{plain(name) for _, name in filler} for filler in event.roles[role]] for role in JUDGED}
    if sentence.type == 'Combat':  # what is taken and who is beaten may change places
        for of in roles, names:
            of['object'], of['recipient'] = of['object'] + of['recipient'], []
    expected = {plain(name) for fillers in roles.values() for filler in fillers for name in filler}
    for role in JUDGED:
        left = names[role]
        for filler in roles[role]:
            will_do = {plain(name) for name in filler}
            hit = [given for given in left if given & will_do]
            left = [given for given in left if not given & will_do]
            found += [] if hit else ['no ' + role]
        judged = role != 'place' or roles[role]
        found += ['other ' + role for given in left if judged and not given & expected and not is_word(given, words)]
    if sentence.date != '*' and event.dates != [sentence.date] * bool(sentence.date):
        found.append('date')
    if sentence.counts and sorted(sentence.counts) != sorted(value for value, _ in event.counts):
        found.append('count')
    return found


class Verdict:
    """right and whole; of a sentence without the event: gives none, and gives nothing at all. `why` says why not."""

    def __init__(self, sentence, events):
        self.sentence, self.events, self.why = sentence, events, []
        of_type = [event for event in events if event.type == sentence.type]
        if not sentence.modality:
            self.right, self.whole = not of_type, not events
            return
        right = [event for event in of_type if event.modality == sentence.modality]
        other = any(event.type == sentence.other_type for event in events)
        self.why = min((faults(sentence, event) for event in right), key=len) if right else []
        self.right, self.whole = bool(right) or other, other or (bool(right) and not self.why)
        if not self.right:
            self.why = ['modality' if of_type else 'type' if events else 'nothing']


def shares(verdicts):
    return [100 * sum(getattr(v, what) for v in verdicts) / (len(verdicts) or 1) for what in ('right', 'whole')]


def tell_groups(heading, verdicts, key, most):
    groups = defaultdict(list)
    for verdict in verdicts:
        groups[key(verdict.sentence)].append(verdict)
    print('\n%s: found, whole, of how many' % heading)
    for name, of in sorted(groups.items(), key=lambda item: shares(item[1]))[:most]:
        print('  %-34s %5.0f %5.0f %6d' % ((name,) + tuple(shares(of)) + (len(of),)))


def tell_missed(verdict):
    sentence = verdict.sentence
    if not verdict.right or (sentence.modality and not verdict.whole):
        why = ', '.join(verdict.why) or 'false'
        print('%s %s %s: %s' % (sentence.type, sentence.modality or 'none', why, sentence.text))
        for event in verdict.events:
            print('    ' + str(event))


def tell(lang, verdicts, missed):
    asked = [v for v in verdicts if v.sentence.modality]
    false = [v for v in verdicts if not v.sentence.modality]
    tell_groups('kinds of event, %s' % lang, asked, lambda s: s.type, len(EVENTS))
    tell_groups('frames that fail most, %s' % lang, asked, lambda s: s.frame, 12)
    tell_groups('verbs that fail most, %s' % lang, asked, lambda s: s.type + ' ' + s.verb, 12)
    for verdict in verdicts if missed else []:
        tell_missed(verdict)
    right, whole = shares(asked)
    given = 100 - shares(false)[0]
    print('\n%s: found %.1f %%, whole %.1f %% of %d; false events in %.1f %% of %d sentences' %
          (lang, right, whole, len(asked), given, len(false)))
    return right, given


def main():
    parser = argparse.ArgumentParser(description='Asks the program for the events of the sentences that grids make.')
    parser.add_argument('--every', type=int, metavar='N', default=1, help='ask only every N-th sentence')
    parser.add_argument('--least', type=float, metavar='SHARE', default=0.0, help='fail when less is found')
    parser.add_argument('--most-false', type=float, metavar='SHARE', default=100.0, help='fail when more is false')
    parser.add_argument('--missed', action='store_true', help='print each sentence that is not told rightly')
    parser.add_argument('program', metavar='PROGRAM')
    parser.add_argument('grids', nargs='+', metavar='GRID')
    options = parser.parse_args()
    failed = False
    for path in options.grids:
        lang = os.path.basename(path).split('.')[0]
        sentences = list(Grid(path, lang).sentences())
        sentences = [s for i, s in enumerate(sentences) if i % options.every == 0 or not s.modality]
        verdicts = [Verdict(s, events) for s, events in zip(sentences, ask(options.program, sentences))]
        found, false = tell(lang, verdicts, options.missed)
        failed |= found < options.least or false > options.most_false
    sys.exit(failed)


if __name__ == '__main__':
    main()
