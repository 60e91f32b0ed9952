"""The forms of English verbs, as far as the grid uses them."""
import re

IRREGULAR = {line.split()[0]: line.split()[1:] for line in '''hold held held
meet met met
give gave given
send sent sent
set set set
build built built
take took taken
bring brought brought
win won won
beat beat beaten
be was been
make made made
leave left left
fly flew flown
see saw seen
go went gone
lay laid laid
break broke broken
shoot shot shot
strike struck struck
fight fought fought
lose lost lost
fall fell fallen
rise rose risen
write wrote written
put put put
come came come
begin began begun
speak spoke spoken
say said said
tell told told
draw drew drawn
choose chose chosen
pay paid paid
sell sold sold
buy bought bought
catch caught caught
burst burst burst
sink sank sunk
cut cut cut
drive drove driven
get got got
have had had
show showed shown
sow sowed sown
grow grew grown
lead led led
stop stopped stopped
plan planned planned
confer conferred conferred
transfer transferred transferred
permit permitted permitted
commit committed committed
repel repelled repelled
quell quelled quelled
overrun overran overrun
swear swore sworn
split split split
spread spread spread
hit hit hit
throw threw thrown
drop dropped dropped
ban banned banned
admit admitted admitted
withdraw withdrew withdrawn
run ran run
hang hung hung'''.split('\n')}
DOUBLED = {'acquit', 'swap', 'map', 'ship', 'drop', 'slip', 'set', 'put', 'get', 'cut', 'win', 'begin', 'stop', 'plan',
           'hit', 'step', 'fulfil', 'overfulfil'}
ADVERBS = re.compile(r'(formally|unanimously|strongly|successfully|victoriously|extensively|successively) ')
SECOND_VERBS = {'publish', 'wound', 'have', 'seal'}


def regular(word, form):
    consonant_y = re.search(r'[^aeiou]y$', word)
    if form == 's':
        hissing = re.search(r'(s|x|z|ch|sh|o)$', word)
        return word + 'es' if hissing else word[:-1] + 'ies' if consonant_y else word + 's'
    stem = word + word[-1] if word in DOUBLED else word
    if form == 'g':
        silent = word.endswith('e') and not word.endswith(('ee', 'ye')) and word != 'be'
        return (word[:-1] if silent else stem) + 'ing'
    return word + 'd' if word.endswith('e') else word[:-1] + 'ied' if consonant_y else stem + 'ed'


def verb_form(verb, form):
    """b: hold, d: held (past), n: held (participle), s: holds, g: holding. Only the verb of a phrase changes."""
    if form == 'b':
        return verb
    if ADVERBS.match(verb):
        adverb, verb = verb.split(' ', 1)
        return adverb + ' ' + verb_form(verb, form)
    first, both, second = verb.partition(' and ')
    if both and second.split()[0] in SECOND_VERBS:
        return verb_form(first, form) + both + verb_form(second, form)
    word, space, rest = verb.partition(' ')
    special = {'be': 'is', 'have': 'has'} if form == 's' else {}
    irregular = IRREGULAR.get(word) if form in 'dn' else None
    changed = special.get(word) or (irregular[form == 'n'] if irregular else regular(word, form))
    return changed + space + rest
