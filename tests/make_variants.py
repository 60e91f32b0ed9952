#!/usr/bin/env python3
"""Makes variants of a bilingual article and its gold facts, to see whether what is found depends on one wording of it.

usage: make_variants.py ARTICLE.md GOLD.json CHANGES.json FOLDER

Writes into FOLDER, each as ARTICLE-NAME.md with ARTICLE-NAME.gold.json beside it:
    english   the English half alone
    chinese   the Chinese half alone, from its ### line
    changed   names, numbers and dates replaced in both halves and in the gold facts, as CHANGES.json says
    swapped   the article's two dispatches in the other order, in both halves

CHANGES.json holds "words" (replaced in the article and in every string of the gold facts, all at once, longest
first), "counts" (values of gold counts) and "dates" (gold dates). A change that changes nothing is an error, and so is a gold
quote that a variant no longer contains.
"""
import json
import os
import re
import sys

RULE = re.compile(r'^<hr */?>', re.M)
CHINESE = re.compile(r'^### ', re.M)
DISPATCH = re.compile(r'^[ \t\u3000]*[\[【]?(?:Xinhua News Agency|据?新华社)', re.M)
HALVES = {'english': 'en_quote', 'chinese': 'zh_quote'}


def split_halves(text):
    """Cuts an article into English, what stands between the languages, and Chinese."""
    rule, chinese = RULE.search(text), CHINESE.search(text)
    if not rule or not chinese or rule.start() > chinese.start():
        sys.exit('the article is not bilingual: it needs an <hr /> line and then a ### line')
    return text[:rule.start()], text[rule.start():chinese.start()], text[chinese.start():]


def swap_dispatches(half):
    """Lets two dispatches change places; indents and the space between and after them stay where they are."""
    starts = [m.start() for m in DISPATCH.finditer(half)]
    if len(starts) != 2:
        sys.exit('%d dispatches where two are needed' % len(starts))
    blocks = [half[starts[0]:starts[1]], half[starts[1]:]]
    (before1, first, after1), (before2, second, after2) = [re.fullmatch(r'([ \t\u3000]*)(.*?)(\s*)', b, re.S).groups()
                                                            for b in blocks]
    return half[:starts[0]] + before1 + second + after1 + before2 + first + after2


class Changes:
    """A list of replacements that notices which of its entries were of use."""

    def __init__(self, path):
        with open(path, encoding='utf-8') as f:
            self.lists = json.load(f)
        longest_first = sorted(self.lists['words'], key=len, reverse=True)
        self.pattern = re.compile('|'.join(map(re.escape, longest_first)))
        self.used = {name: set() for name in self.lists}

    def look_up(self, name, old):
        key = str(old)
        if key not in self.lists[name]:
            return old
        self.used[name].add(key)
        return self.lists[name][key]

    def in_text(self, text):
        return self.pattern.sub(lambda m: self.look_up('words', m[0]), text)

    def in_gold(self, value, key=''):
        if isinstance(value, dict):
            return {k: self.in_gold(v, k) for k, v in value.items()}
        if isinstance(value, list):
            return [self.in_gold(v, key) for v in value]
        if key == 'value':
            return self.look_up('counts', value)
        if key == 'date':
            return self.look_up('dates', value)
        return self.pattern.sub(lambda m: self.lists['words'][m[0]], value) if isinstance(value, str) else value

    def check_all_used(self):
        idle = ['%s: %s' % (name, old) for name in self.lists for old in self.lists[name] if old not in self.used[name]]
        if idle:
            sys.exit('nothing to change for ' + ', '.join(idle))


def without_quotes(facts, quote):
    return [{k: ('' if k.endswith('_quote') and k != quote else v) for k, v in fact.items()} for fact in facts]


def variants(text, facts, changes):
    english, between, chinese = split_halves(text)
    yield 'english', english.rstrip('\n') + '\n', without_quotes(facts, HALVES['english'])
    yield 'chinese', chinese, without_quotes(facts, HALVES['chinese'])
    yield 'changed', changes.in_text(text), changes.in_gold(facts)
    changes.check_all_used()
    yield 'swapped', swap_dispatches(english) + between + swap_dispatches(chinese), facts


def write_variant(folder, name, text, facts):
    for fact in facts:
        for quote in HALVES.values():
            if fact[quote] not in text:
                sys.exit('%s: %s is not in the article: %s' % (name, quote, fact[quote]))
    path = os.path.join(folder, name)
    with open(path + '.md', 'w', encoding='utf-8', newline='') as f:
        f.write(text)
    with open(path + '.gold.json', 'w', encoding='utf-8') as f:
        json.dump({'article': name + '.md', 'facts': facts}, f, ensure_ascii=False, indent=1)


def main(arguments):
    if len(arguments) != 4:
        sys.exit(__doc__)
    article, gold, changes, folder = arguments
    with open(article, encoding='utf-8', newline='') as f:
        text = f.read()
    with open(gold, encoding='utf-8') as f:
        facts = json.load(f)['facts']
    name = os.path.basename(article)[:-len('.md')]
    os.makedirs(folder, exist_ok=True)
    for kind, changed_text, changed_facts in variants(text, facts, Changes(changes)):
        write_variant(folder, '%s-%s' % (name, kind), changed_text, changed_facts)


if __name__ == '__main__':
    main(sys.argv[1:])
