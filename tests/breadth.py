#!/usr/bin/env python3
"""Counts the examples inside the rule files: for each kind of event and each modality, in each language, those that must
be found (+) and those that must not (-).

usage: breadth.py RULES.rules...

A `-` example belongs to the kinds of event that its rule reports, and to each modality of which it has a word. Told is
what has fewer than 5 of the first or 3 of the second; the exit status is then 1.
"""
import collections
import re
import sys

EVENTS = '''Meeting Election Appointment Dismissal Award Gift Decision Plan Exchange Production Construction Founding
    Reorganization Agreement Visit Reception Message Statement Combat Disaster Death Publication Exhibition Demonstration
    Trial Campaign'''.split()
MODALITIES = {
    'Planned': {'en': 'will|would|plans?|planned|is to|are to', 'zh': '将|拟|计划|准备|打算|预定|今后'},
    'Demanded': {'en': 'must|should|ought|calls?|called|demand(?:s|ed)?|urged?', 'zh': '必须|应该|应当|应|要求|号召|希望|建议'},
    'Denied': {'en': 'not|never|no|failed|refused', 'zh': '没有|未|不|拒绝|否认'},
    'Reported': {'en': 'reportedly|allegedly|supposedly|according to', 'zh': '据|传闻|听说'},
}
LANGUAGES = 'en', 'zh'
ENOUGH_FOUND, ENOUGH_NOT = 5, 3


def blocks(paths):
    """(kind of block, its lines as (key, value)) of each block of the files"""
    for path in paths:
        with open(path, encoding='utf-8') as f:
            kind, lines = '', []
            for line in f:
                if line.strip().startswith('#') or not line.strip():
                    continue
                if not line.startswith((' ', '\t')):
                    if kind:
                        yield kind, lines
                    kind, lines = line.split()[0], []
                else:
                    key, _, value = line.strip().partition(' ')
                    lines.append((key, value.strip()))
            if kind:
                yield kind, lines


def terms(pattern, text):
    return set(re.findall(pattern, text))


def has_word(words, lang, sentence):
    pattern = r'\b(?:%s)\b' if lang == 'en' else '(?:%s)'
    return re.search(pattern % words[lang], sentence, re.I)


def count(paths):
    found, none = collections.Counter(), collections.Counter()
    for kind, lines in blocks(paths):
        facts = ' '.join(value for key, value in lines if key == 'fact')
        kinds = terms(r'\ba dl:(\w+)', facts)
        waiting, expected = [], ''
        for key, value in lines + [('end', '')] if kind == 'rule' else []:
            if key == '=':
                expected += value
                continue
            if waiting and (expected or key != '+'):
                named = terms(r'\ba dl:(\w+)', expected) or kinds
                named |= terms(r'dl:modality dl:(\w+)', expected or facts)
                found.update((name, lang) for name in named for lang in waiting)
                waiting, expected = [], ''
            lang, _, sentence = value.partition(' ')
            if key == '+':
                waiting.append(lang)
            if key == '-':
                none.update((name, lang) for name in kinds)
                none.update((name, lang) for name, words in MODALITIES.items() if has_word(words, lang, sentence))
    return found, none


def main():
    found, none = count(sys.argv[1:])
    few = []
    for name in EVENTS + list(MODALITIES):
        for lang in LANGUAGES:
            if found[name, lang] < ENOUGH_FOUND or none[name, lang] < ENOUGH_NOT:
                few.append('not ok - %s %s: + %d, - %d' % (name, lang, found[name, lang], none[name, lang]))
    print('\n'.join(few + ['%d passed, %d failed' % (2 * len(EVENTS + list(MODALITIES)) - len(few), len(few))]))
    sys.exit(bool(few))


if __name__ == '__main__':
    main()
