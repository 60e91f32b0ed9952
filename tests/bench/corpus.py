#!/usr/bin/env python3
"""Makes many articles out of few: names, numbers and dates exchanged, the sentences of a paragraph in another order.

usage: corpus.py FOLDER COUNT ARTICLE-OR-FOLDER...

Writes COUNT files into FOLDER, by month, the same ones each time. They are good for measuring speed and memory, not for
measuring what is found.
"""
import os
import random
import re
import sys

NAMES = [  # what may stand for one another, in both languages alike
    [('Shenyang', '沈阳'), ('Harbin', '哈尔滨'), ('Lanzhou', '兰州'), ('Wuhan', '武汉'), ('Fuzhou', '福州'),
     ('Taiyuan', '太原'), ('Kunming', '昆明'), ('Jinan', '济南'), ('Xi\'an', '西安'), ('Chengdu', '成都')],
    [('Ministry of Railways', '铁道部'), ('Ministry of Coal Industry', '煤炭工业部'),
     ('Ministry of Textile Industry', '纺织工业部'), ('Ministry of Health', '卫生部'), ('Ministry of Culture', '文化部')],
    [('Bulgarian', '保加利亚'), ('Polish', '波兰'), ('Romanian', '罗马尼亚'), ('Hungarian', '匈牙利'), ('Albanian', '阿尔巴尼亚')],
    [('Li', '李'), ('Chen', '陈'), ('Han', '韩'), ('Lu', '陆'), ('Sun', '孙'), ('Liang', '梁'), ('Zhao', '赵')],
]
DIGITS = '二三四五六七八九'
HAN = '\u4e00-\u9fff'
HALVES = re.compile(r'^(?=<hr */?>)', re.M)
DATE = re.compile(r'\b(19\d\d)-(\d\d)-(\d\d)\b')
MONTHS = 'January February March April May June July August September October November December'.split()


def exchange_names(text, dice):
    swaps = {}
    for group in NAMES:
        mixed = dice.sample(group, len(group))
        for (english, chinese), (other_english, other_chinese) in zip(group, mixed):
            swaps[english], swaps[chinese] = other_english, other_chinese
    words = sorted(swaps, key=len, reverse=True)
    # A surname is one character: it counts only where a given name of one or two seems to follow.
    patterns = [r'\b%s\b' % re.escape(w) if w.isascii() else w if len(w) > 1 else r'(?<![%s])%s(?=[%s]{1,2}(?:[，。、任说]|$))' % (HAN, w, HAN)
                for w in words]
    return re.sub('|'.join(patterns), lambda m: swaps[m.group()], text, flags=re.M)


def exchange_numbers(text, dice):
    text = re.sub('[%s]' % DIGITS, lambda m: dice.choice(DIGITS), text)
    return re.sub(r'(?<![\d.-])\d{2,4}(?![\d-]|th|st|nd|rd)',
                  lambda m: m.group() if m.group()[:2] in ('18', '19') and len(m.group()) == 4
                  else str(dice.randrange(10 ** (len(m.group()) - 1), 10 ** len(m.group()))), text)


def shuffle_sentences(line, dice):
    sentences = re.findall(r'[^.。]*(?:[.。](?=\s|[^\s”"）)])|$)', line)
    sentences = [s for s in sentences if s]
    if len(sentences) < 4 or '。' not in line and not re.search(r'\. [A-Z]', line):
        return line
    middle = sentences[1:-1]
    dice.shuffle(middle)
    return ''.join([sentences[0], *middle, sentences[-1]])


def vary(text, dice):
    year, month, day = dice.randrange(1946, 1966), dice.randrange(1, 13), dice.randrange(1, 29)
    dates = DATE.findall(text)
    if dates:
        text = text.replace('-'.join(dates[0]), '%d-%02d-%02d' % (year, month, day))
    text = exchange_names(exchange_numbers(text, dice), dice)
    text = '\n'.join(shuffle_sentences(line, dice) for line in text.split('\n'))
    return text, '%d-%02d' % (year, month)


def articles_in(paths):
    for path in paths:
        names = [path] if os.path.isfile(path) else sorted(
            os.path.join(folder, name) for folder, _, names in os.walk(path) for name in names)
        for name in names:
            with open(name, encoding='utf-8-sig', newline='') as file:
                yield file.read()


def main():
    folder, count, seeds = sys.argv[1], int(sys.argv[2]), list(articles_in(sys.argv[3:]))
    dice = random.Random(1946)
    for number in range(count):
        text, month = vary(seeds[number % len(seeds)], dice)
        os.makedirs(os.path.join(folder, month), exist_ok=True)
        with open(os.path.join(folder, month, '%06d.md' % number), 'w', encoding='utf-8', newline='') as file:
            file.write(text)


main()
