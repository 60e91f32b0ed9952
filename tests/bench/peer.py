#!/usr/bin/env python3
"""What one would write instead: twelve patterns in each language, Python's re, and rdflib.

usage: peer.py FOLDER >FACTS.nt

Reads the articles below FOLDER and writes an event for each match: its type, who, what, the day of the paper and the
words. It resolves nothing, merges nothing, and knows no names.
"""
import hashlib
import os
import re
import sys

from rdflib import Graph, Literal, Namespace, RDF, URIRef, XSD

DL = Namespace('https://w3id.org/dateline/ontology#')
DATA = 'https://w3id.org/dateline/id/'
WHO = r'(?P<who>(?:[Tt]he )?[A-Z][\w\'-]*(?: (?:of|and|the|for|[A-Z][\w\'-]*))*)'
WHAT = r'(?P<what>[^,;.]{2,80})'
ZH_WHO = r'(?P<who>[\u4e00-\u9fff]{2,16}?)(?:今天|昨天|最近|已经|已|于[^，。]{2,8})?'
ZH_WHAT = r'(?P<what>[^，。；]{2,40})'
RULES = [
    ('Meeting', WHO + r' (?:today )?(?:held|convened|opened) ' + WHAT, ZH_WHO + r'(?:举行|召开|开幕)了?' + ZH_WHAT),
    ('Election', WHO + r' (?:elected|chose) ' + WHAT, ZH_WHO + r'(?:选举|推选|选出)了?' + ZH_WHAT),
    ('Award', WHO + r' (?:awarded|conferred) ' + WHAT, ZH_WHO + r'(?:颁发|授予|发给)了?' + ZH_WHAT),
    ('Gift', WHO + r' (?:gave|presented|donated) ' + WHAT, ZH_WHO + r'(?:赠送|赠给|捐献|献给)了?' + ZH_WHAT),
    ('Appointment', WHO + r' (?:appointed|named) ' + WHAT, ZH_WHO + r'(?:任命|委任)' + ZH_WHAT),
    ('Visit', WHO + r' (?:visited|arrived in|left for) ' + WHAT, ZH_WHO + r'(?:访问|到达|抵达|前往)了?' + ZH_WHAT),
    ('Agreement', WHO + r' signed ' + WHAT, ZH_WHO + r'签订了?' + ZH_WHAT),
    ('Message', WHO + r' (?:sent|telegraphed|cabled) ' + WHAT, ZH_WHO + r'(?:致电|打电报给|电贺|函复)' + ZH_WHAT),
    ('Decision', WHO + r' (?:decided|resolved|approved|adopted) ' + WHAT, ZH_WHO + r'(?:决定|通过|批准)了?' + ZH_WHAT),
    ('Construction', WHO + r' (?:built|completed|finished) ' + WHAT, ZH_WHO + r'(?:建成|完工|修建|竣工)了?' + ZH_WHAT),
    ('Production', WHO + r' (?:produced|harvested|overfulfilled|fulfilled) ' + WHAT, ZH_WHO + r'(?:生产|完成|超额完成|收获)了?' + ZH_WHAT),
    ('Statement', WHO + r' (?:said|stated|declared|announced|denied)(?: that)? ' + WHAT, ZH_WHO + r'(?:说|表示|声明|宣布|指出|否认)[：，]?' + ZH_WHAT),
]
COMPILED = [(DL[kind], re.compile(english), re.compile(chinese)) for kind, english, chinese in RULES]
DATE = re.compile(r'^(?:Date: *)?(\d{4}-\d\d-\d\d)$', re.M)
SENTENCE = re.compile(r'(?<=[.。！？!?])\s*|\n+')


def iri(kind, *words):
    return URIRef(DATA + kind + '/' + hashlib.sha256('\n'.join(words).encode()).hexdigest()[:16])


def graph_of(text, name):
    graph = Graph()
    date = DATE.search(text)
    article = iri('article', name)
    graph.add((article, RDF.type, DL.Article))
    for sentence in filter(None, SENTENCE.split(text)):
        chinese = any('\u4e00' <= c <= '\u9fff' for c in sentence)
        for kind, english_rule, chinese_rule in COMPILED:
            match = (chinese_rule if chinese else english_rule).search(sentence)
            if match:
                language = 'zh' if chinese else 'en'
                event = iri('event', name, str(kind), sentence)
                graph.add((event, RDF.type, kind))
                for role in ('who', 'what'):
                    thing = iri('thing', match[role])
                    graph.add((event, DL.agent if role == 'who' else DL.object, thing))
                    graph.add((thing, URIRef('http://www.w3.org/2000/01/rdf-schema#label'), Literal(match[role], lang=language)))
                graph.add((event, DL.reportedIn, article))
                graph.add((event, DL.summary, Literal(match.group(), lang=language)))
                if date:
                    graph.add((event, DL.date, Literal(date[1], datatype=XSD.date)))
    return graph


for folder, folders, names in os.walk(sys.argv[1]):
    folders.sort()
    for name in sorted(names):
        with open(os.path.join(folder, name), encoding='utf-8-sig') as file:
            sys.stdout.write(graph_of(file.read(), name).serialize(format='nt'))
