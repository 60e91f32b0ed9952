#!/usr/bin/env python3
"""Measures how fast the program is and how much memory it takes; prints one table. Ratios are of one run: what is compared
takes turns, and medians are compared, so that they hold on slow and on busy machines too. It is no test.

usage: bench.py DATELINE SHARED

environment: ARTICLES  how many are read for the times (default 200)
             ROUNDS    how often (default 3)
             MANY      how many are read for the greater of the two peaks of memory (default 5000; the goal is for 100000)
"""
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
PROGRAM, SHARED = os.path.abspath(sys.argv[1]), sys.argv[2]
ARTICLES, ROUNDS, MANY = (int(os.environ.get(name, default)) for name, default in
                          (('ARTICLES', 200), ('ROUNDS', 3), ('MANY', 5000)))
PEER = '/usr/bin/python3'  # Debian's, which has Debian's rdflib
IDLE_RULES = 450
WC_TIMES = 20  # reading the corpus once is too short to be measured


def run(*command, **environment):
    """Runs a command to its end, without its output; answers (seconds by the clock, processor seconds, peak in KiB)."""
    quiet = os.open(os.devnull, os.O_WRONLY)
    begin = time.monotonic()
    process = os.posix_spawnp(command[0], command, {**os.environ, **environment},
                              file_actions=[(os.POSIX_SPAWN_DUP2, quiet, 1), (os.POSIX_SPAWN_DUP2, quiet, 2)])
    _, status, used = os.wait4(process, 0)
    os.close(quiet)
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        sys.exit('bench: %s: exit status %d' % (' '.join(command), os.waitstatus_to_exitcode(status)))
    return time.monotonic() - begin, used.ru_utime + used.ru_stime, used.ru_maxrss


def extract(*arguments):
    return (PROGRAM, 'extract', '-t', 'nquads', *arguments)


def medians(commands):
    """Runs the commands in turns; the median clock and processor seconds of each."""
    taken = {name: [] for name in commands}
    for _ in range(ROUNDS):
        for name, (command, environment) in commands.items():
            taken[name].append(run(*command, **environment))
    return {name: [statistics.median(column) for column in zip(*rows)] for name, rows in taken.items()}


def make_corpus(folder, count):
    seeds = ['tests/data/sample.md', 'tests/data/second.md', 'tests/data/formats']
    seeds += [path for path in (os.path.join(SHARED, 'corpus', part) for part in ('dev', 'zh-1946-05')) if os.path.isdir(path)]
    subprocess.run([sys.executable, '-B', os.path.join(HERE, 'corpus.py'), folder, str(count), *seeds], check=True)
    return folder


def join_files(folder, path):
    with open(path, 'wb') as out:
        for parent, _, names in os.walk(folder):
            for name in names:
                with open(os.path.join(parent, name), 'rb') as file:
                    shutil.copyfileobj(file, out)
    return path


def make_idle_rules(folder):
    """Rules like ours, in words that no article has."""
    os.makedirs(folder)
    with open(os.path.join(folder, 'idle.rules'), 'w', encoding='utf-8') as out:
        for i in range(IDLE_RULES):
            out.write('''rule idle-{0}
  says  Somebody does what no newspaper reports.
  en    {{who:dl:Agent+?}}(?&Gap) (?:zqx{0}ed|has zqx{0}en) {{what:Noun+}}
  zh    {{who:dl:Agent+?}}(?&Gap)(?:甪{0}了|甪{0}过){{what:Noun+}}
  fact  ?g a dl:Gift ; dl:agent ?who ; dl:object ?what .
  + en  The Potters Union zqx{0}ed souvenirs.
  + zh  陶瓷工会甪{0}了纪念品。

'''.format(i))
    return folder


def instructions(work, name, *arguments):
    """All instructions of a run, and those of the writer with all that it calls, as valgrind counts them."""
    path = os.path.join(work, name)
    run('valgrind', '--tool=callgrind', '--callgrind-out-file=' + path, *extract('-j1', *arguments))
    listing = subprocess.run(['callgrind_annotate', '--inclusive=yes', '--threshold=100', '--auto=no', path], check=True,
                             capture_output=True, text=True).stdout
    return count_of('PROGRAM TOTALS', listing), count_of('writer_article', listing)


def count_of(name, listing):
    found = re.search(r'^ *([\d,]+) .*[ :]%s\b' % name, listing, re.M)
    return int(found[1].replace(',', ''))


def writing_share(work):
    if not shutil.which('valgrind'):
        return None
    some = make_corpus(os.path.join(work, 'some'), 40)
    total, written = instructions(work, 'some.callgrind', some)
    start, written_at_start = instructions(work, 'start.callgrind', 'tests/data/two.md')
    return (written - written_at_start) / (total - start)


def measure(work):
    folder = make_corpus(os.path.join(work, 'articles'), ARTICLES)
    whole = join_files(folder, os.path.join(work, 'whole'))
    size = os.path.getsize(whole)
    idle = make_idle_rules(os.path.join(work, 'idle'))
    os.makedirs(os.path.join(work, 'peer'))
    commands = {
        'wc': (('wc', '-m', *[whole] * WC_TIMES), {'LC_ALL': 'C.UTF-8'}),
        'j1': (extract('-j1', folder), {}),
        'j2': (extract('-j2', folder), {}),
        'idle': (extract('-j1', '--rules', idle, folder), {}),
        'start': (extract('-j1', 'tests/data/two.md'), {}),
        'idle start': (extract('-j1', '--rules', idle, 'tests/data/two.md'), {}),
    }
    has_peer = subprocess.run([PEER, '-c', 'import rdflib'], stderr=subprocess.DEVNULL).returncode == 0
    if has_peer:
        commands['peer'] = ((PEER, '-B', os.path.join(HERE, 'peer.py'), folder), {})
    taken = medians(commands)
    clock = {name: row[0] for name, row in taken.items()}
    cpu = {name: row[1] for name, row in taken.items()}
    counted = cpu['wc'] / WC_TIMES
    yield 'corpus', '%d articles, %.1f MB, %d rounds' % (ARTICLES, size / 1e6, ROUNDS), ''
    yield 'articles per second, -j1', '%.0f' % (ARTICLES / clock['j1']), ''
    yield 'processor time, -j1, to that of wc -m', '%.1fx' % (cpu['j1'] / counted), 'at most 12x'
    yield '  the same without start-up', '%.1fx' % ((cpu['j1'] - cpu['start']) / counted), ''
    share = writing_share(work)
    yield ('share of writing in the instructions', '%.0f %%' % (100 * share) if share is not None else 'no valgrind here',
           'at most 33 %')
    yield 'clock time, -j1, to that of -j2', '%.2fx' % (clock['j1'] / clock['j2']), 'at least 1.8x'
    yield ('start-up and one short article', '%.0f ms (%.0f of processors)' % (1000 * clock['start'], 1000 * cpu['start']),
           'at most 100 ms')
    yield ('articles per second, to those of peer.py', '%.1fx' % (clock['peer'] / clock['j1']) if has_peer else 'no rdflib here',
           'at least 5x')
    yield ('processor time with %d rules more that never fire' % IDLE_RULES,
           '%.2fx' % ((cpu['idle'] - cpu['idle start']) / (cpu['j1'] - cpu['start'])), '')
    for count in (1000, MANY):
        peak = run(*extract('-j1', make_corpus(os.path.join(work, 'peak'), count)))[2]
        shutil.rmtree(os.path.join(work, 'peak'))
        yield 'peak of memory at %d articles, -j1' % count, '%.1f MiB' % (peak / 1024), 'at most 64 MiB'


def main():
    work = tempfile.mkdtemp()
    try:
        for what, found, asked in measure(work):
            print('%-56s %-34s %s' % (what, found, asked), flush=True)
    finally:
        shutil.rmtree(work)


main()
