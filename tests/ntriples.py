"""Reads N-Triples, and N-Quads without their graph names, into a dictionary. It does not validate: rapper does that."""
import ast
import re
import sys
from collections import defaultdict

LABEL = 'http://www.w3.org/2000/01/rdf-schema#label'
LITERAL = r'"(?P<text>(?:\\.|[^"\\])*)"(?:@(?P<language>[\w-]+)|\^\^<[^>]*>)?'
STATEMENT = re.compile(r'\s*(?P<s><[^>]*>|_:\S+)\s*<(?P<p>[^>]*)>\s*(?:(?P<o><[^>]*>|_:\S+)|%s)' % LITERAL)


def plain(term):
    """N-Triples and Python write their escapes alike."""
    return ast.literal_eval('"%s"' % term) if '\\' in term else term


class Graph:
    """Subject -> property -> values; a value is (words or IRI, language), the language None for a thing."""

    def __init__(self, path):
        self.about = defaultdict(lambda: defaultdict(list))
        with open(path, encoding='utf-8', newline='\n') as lines:
            for number, line in enumerate(lines, 1):
                if line.strip() and not line.startswith('#'):
                    self.add(STATEMENT.match(line) or sys.exit('%s:%d: not N-Triples' % (path, number)))

    def add(self, m):
        value = (plain(m['o'].strip('<>')), None) if m['o'] else (plain(m['text']), m['language'] or '')
        values = self.about[plain(m['s'].strip('<>'))][plain(m['p'])]
        if value not in values:
            values.append(value)

    def values(self, subject, prop):
        return self.about[subject][prop] if subject in self.about and prop in self.about[subject] else []

    def words(self, subject, prop):
        return [words for words, _ in self.values(subject, prop)]

    def name(self, words, language=None):
        """(language, words) for each label of a thing; a literal is its own name."""
        return [(l, w) for w, l in self.values(words, LABEL)] if language is None else [(language, words)]
