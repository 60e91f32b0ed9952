"""Reads a grid and makes its sentences, each with what it tells. README.md says how a grid is written."""
import re
import zlib
from collections import defaultdict
from dataclasses import dataclass, field

from verbs import verb_form

MODALITIES = dict(A='actual', P='planned', D='demanded', N='denied', R='reported')
ROLES = dict(A='agent', W='agent', O='object', R='recipient', P='place', D='date', F='date')
NO_FILLER = '-'
FILLINGS = 4  # of a frame without a verb


@dataclass
class Filler:
    text: str
    names: list  # of each thing that it names, the names that will do
    counts: list


@dataclass
class Frame:
    name: str
    modality: str
    other_type: str  # that will do too, or None
    template: str


@dataclass
class Group:
    type: str
    name: str
    verbs: list = field(default_factory=list)
    phrase: str = ''
    frames: list = field(default_factory=list)
    left_out: list = field(default_factory=list)
    only: list = None
    pools: dict = field(default_factory=dict)
    choices: list = field(default_factory=list)  # slot, verbs, regular expression, whether it has to be found
    pairs: list = field(default_factory=list)


@dataclass
class Sentence:
    lang: str
    text: str
    type: str
    group: str = ''
    verb: str = ''
    frame: str = ''
    modality: str = ''  # empty: it tells of no event of the type
    other_type: str = None
    in_headline: bool = False
    roles: dict = field(default_factory=lambda: defaultdict(list))  # each filler as a list of names that will do
    counts: list = field(default_factory=list)
    date: str = ''  # '*': any
    words: list = field(default_factory=list)  # that may turn up as fillers and are not judged


def read_frame(value):
    m = re.match(r'(\S+?)(?:/([A-Z]))?(?:\+(\w+))?: (.*)$', value)
    return Frame(m[1], MODALITIES[m[2] or 'A'], m[3], m[4])


class Grid:
    def __init__(self, path, lang):
        self.lang, self.pools, self.generic, self.groups, self.negatives, self.days = lang, {}, [], [], [], []
        self.any_day, self.type = None, ''
        with open(path, encoding='utf-8') as lines:
            for number, line in enumerate(lines, 1):
                if line.strip() and not line.startswith('//'):
                    try:
                        self.read(*line.strip().split(' ', 1))
                    except (TypeError, IndexError, KeyError) as error:
                        raise SystemExit('%s:%d: %s' % (path, number, line.strip())) from error

    def verb_list(self, value):
        return [verb.strip() for verb in (value.split(',') if self.lang == 'en' else value.split()) if verb.strip()]

    def fillers(self, value):
        found = []
        for item in filter(None, (item.strip() for item in value.split(';'))):
            if item.startswith('@'):
                found += self.pools[item[1:]]
                continue
            text, *counts = item.split('#')
            text, _, names = text.partition('=')
            if '|' in text:
                names, text = names or text, text.split('|')[0]
            things = [] if names == NO_FILLER else [thing.split('|') for thing in (names or text).split('&')]
            found.append(Filler(text, things, counts))
        return found

    def read(self, key, value):
        group = self.groups[-1] if self.groups else None
        if key == 'day':
            self.days.append(tuple(value.rsplit(' ', 1)))
        elif key == 'anyday':
            self.any_day = re.compile(value)
        elif key == 'pool':
            name, _, value = value.partition(' ')
            self.pools[name] = self.fillers(value)
        elif key == 'generic':
            self.generic.append(read_frame(value))
        elif key == 'type':
            self.type = value
        elif key == 'group':
            self.groups.append(Group(self.type, value))
        elif key == 'V':
            group.verbs += self.verb_list(value)
        elif key == 'VP':
            group.phrase = value
        elif key == 'f':
            group.frames.append(read_frame(value))
        elif key in ('sel', 'not'):
            which, _, pattern = value.partition(' : ')
            slot, _, verbs = which.partition(' ')
            group.choices.append((slot, self.verb_list(verbs), pattern.strip(), key == 'sel'))
        elif key == 'pair':
            group.pairs = value.split()
        elif key == 'no':
            group.left_out += value.split()
        elif key == 'only':
            group.only = value.split()
        elif key == 'neg':
            self.negatives.append((self.type, value))
        else:
            if len(key) != 1:
                raise KeyError(key)
            group.pools[key] = self.fillers(value)

    def frames_of(self, group):
        taken = [frame for frame in self.generic
                 if frame.name not in group.left_out and (group.only is None or frame.name in group.only)]
        return (taken if group.phrase else []) + group.frames

    def sentences(self):
        seen = set()
        for group in self.groups:
            for frame in self.frames_of(group):
                salted = [(NO_FILLER, salt) for salt in range(FILLINGS)]
                for verb, salt in [(verb, 0) for verb in group.verbs] if '{V' in frame.template else salted:
                    sentence = Rendering(self, group, frame, verb, salt).sentence
                    if (group.type, sentence.text) not in seen:
                        seen.add((group.type, sentence.text))
                        yield sentence
        for kind, text in self.negatives:
            yield Sentence(self.lang, text, kind)


class Rendering:
    """One frame filled for one verb."""

    SINGULAR, PLURAL = '\x01', '\x02'  # behind an English filler, until the verb agrees with it

    def __init__(self, grid, group, frame, verb, salt):
        self.grid, self.group, self.verb, self.plural = grid, group, verb.rstrip('-'), False
        self.seed = zlib.crc32((group.name + verb + frame.name + str(salt)).encode())
        self.template = self.with_phrase(frame.template).replace('{了}', '' if verb.endswith('-') else '了')
        self.sentence = Sentence(grid.lang, '', group.type, group.name, self.verb, frame.name, frame.modality,
                                 frame.other_type, bool(re.match(r'headline|hl', frame.name)))
        text = re.sub(r'\{(\w+)\}', self.slot, self.template).replace('给给', '给')
        self.sentence.text = self.cased(self.agreed(text) if grid.lang == 'en' else text)
        self.sentence.words.append(self.verb)
        self.date(frame.template)

    def with_phrase(self, template):
        phrase = self.group.phrase
        if self.grid.lang == 'zh':
            return template.replace('{VP}', phrase).replace('{VB}', phrase.replace('{了}', ''))
        return re.sub(r'\{VP([bdnsg])\}', lambda m: phrase.replace('{V}', '{V' + m[1] + '}'), template)

    def date(self, template):
        for words, day in self.grid.days:
            if re.search(words, template) and not self.sentence.date:
                self.sentence.date = day
        if self.grid.any_day.search(template):
            self.sentence.date = '*'

    def pool(self, slot):
        pool = self.group.pools.get(slot) or self.grid.pools[slot]
        for of, verbs, pattern, wanted in self.group.choices:
            if of == slot and (self.verb in verbs or verbs == ['*']):
                pool = [filler for filler in pool if bool(re.search(pattern, filler.text)) == wanted]
        if slot == 'D' and re.search('[于至]{D', self.template):
            pool = [filler for filler in pool if filler.text[0] not in '昨今']
        return pool

    def choose(self, slot, rank):
        pool = self.pool(slot)
        if slot in self.group.pairs:
            return pool[(self.seed // 7 + rank) % len(pool)]
        seed = self.seed // (7 if slot in 'AOR' else 3) + ord(slot) * 5
        return pool[(seed + rank) % len(pool)]

    def slot(self, m):
        name = m[1]
        if name[0] == 'V' and not (name[1:] or 'b').isdigit():
            form = name[1:] or 'b'
            return verb_form(self.verb, 'b' if form == 's' and self.plural else form)
        slot = name[0]
        filler = self.choose(slot, int(name[1:] or 0))
        self.note(slot, filler)
        if self.grid.lang == 'en' and slot in 'AOR':
            self.plural = self.template[:m.start()].endswith('and ') or is_plural(filler)
            return filler.text + (self.PLURAL if self.plural else self.SINGULAR)
        return filler.text

    def note(self, slot, filler):
        role = ROLES.get(slot)
        if role == 'date':
            self.sentence.date = filler.names[0][0] if filler.names else ''
        elif role:
            self.sentence.roles[role] += filler.names
        elif slot != 'N':
            self.sentence.words.append(filler.text)
        self.sentence.counts += map(float, filler.counts)

    def agreed(self, text):
        for many, one in ('were', 'was'), ('have', 'has'), ('are', 'is'):
            text = re.sub(self.SINGULAR + r' %s\b' % many, self.SINGULAR + ' ' + one, text)
            text = re.sub(self.PLURAL + r' %s\b' % one, self.PLURAL + ' ' + many, text)
        return re.sub('[%s%s]' % (self.SINGULAR, self.PLURAL), '', text).replace('did not be ', 'was not ')

    def cased(self, text):
        if self.grid.lang == 'zh' or not self.sentence.in_headline:
            return text[0].upper() + text[1:]
        small = {'of', 'in', 'on', 'to', 'and', 'for', 'by', 'with', 'at', 'from', 'as'}
        words = [word for word in text.rstrip('.').split() if word.lower() not in ('the', 'a', 'an')]
        return ' '.join(word if i and word in small else word[0].upper() + word[1:] for i, word in enumerate(words))


def is_plural(filler):
    head = filler.text.rstrip(',').split(' of ')[0]
    several = len(filler.names) > 1 or ' and ' in filler.text
    counted = re.match(r'\d|two|three|five|ten|twelve|thirty|fifteen|more than', filler.text)
    plural = (head.endswith('s') and not head.endswith(('ss', "'s"))) or head.endswith('people')
    return bool(several or counted or plural)
