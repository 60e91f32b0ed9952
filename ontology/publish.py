"""Makes what is published beside the ontology: a page to read, in English and Chinese, and a JSON-LD context.

usage: python3 publish.py [--creator IRI]... PROGRAM ONTOLOGY.ttl FOLDER

PROGRAM is dateline, which reads the ontology. FOLDER gets ontology.html and context.jsonld; with creators, who are then named on the
page, also a dateline.ttl that names them.
"""
import html
import json
import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path

DL = "https://w3id.org/dateline/ontology#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
OWL = "http://www.w3.org/2002/07/owl#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
DCTERMS = "http://purl.org/dc/terms/"
XSD = "http://www.w3.org/2001/XMLSchema#"

SECTIONS = [
    ("class", "Classes", "类"),
    ("event", "Events", "事件"),
    ("object", "Properties to things", "对象属性"),
    ("data", "Properties to values", "数据属性"),
    ("value", "Values", "取值"),
    ("annotation", "Annotations that the program reads", "供程序读取的标注"),
]
FIELDS = [
    (RDFS + "subClassOf", "is a", "上位类"),
    (RDFS + "subPropertyOf", "is a kind of", "上位属性"),
    (RDFS + "domain", "of", "定义域"),
    (RDFS + "range", "value", "值域"),
    (OWL + "disjointWith", "is never a", "互斥类"),
    (DL + "directProperty", "direct property", "直接属性"),
    (DL + "directRole", "direct role", "直接属性所取之项"),
    (SKOS + "exactMatch", "the same as", "等同于"),
    (SKOS + "closeMatch", "close to", "近似于"),
    (RDFS + "seeAlso", "see also", "参见"),
]
TERMS_OF_OTHERS = {
    "schema": "headline datePublished printPage author articleSection isPartOf sourceOrganization dateline dateCreated locationCreated sha256 "
              "translationOfWork sameAs version NewsArticle PublicationIssue OrganizationRole roleName startDate endDate",
    "dcterms": "language date replaces isReplacedBy", "dc": "source",
    "org": "ChangeEvent originalOrganization resultingOrganization Membership member organization",
    "nif": "Context RFC5147String beginIndex endIndex referenceContext anchorOf isString",
    "prov": "hadPrimarySource", "rdfs": "label", "skos": "altLabel",
    "sem": "hasEarliestBeginTimeStamp hasLatestEndTimeStamp",
}
SHORT_NAMES = {"dcterms:date": "dateOfChange"}  # others' terms of which we have the name
LINKS = ("isPartOf sourceOrganization locationCreated translationOfWork sameAs referenceContext hadPrimarySource replaces isReplacedBy "
         "originalOrganization resultingOrganization member organization").split()
TYPED = {"beginIndex": "nonNegativeInteger", "endIndex": "nonNegativeInteger", "hasEarliestBeginTimeStamp": "date", "hasLatestEndTimeStamp": "date"}
IN_LANGUAGES = ["headline", "dateline", "label", "altLabel", "roleName"]
STYLE = """body { font: 1rem/1.5 serif; max-width: 50rem; margin: 2rem auto; padding: 0 1rem; color: #222; background: #fff }
h1, h2, h3 { line-height: 1.2 } h2 { border-bottom: 1px solid #999; margin-top: 3rem } h3 { margin: 2rem 0 .3rem }
h3 code { font-weight: normal; font-size: .9em } p { margin: .3rem 0 } dl { display: grid; grid-template-columns: max-content auto; gap: .1rem 1rem;
margin: .5rem 0; font-size: .9em } dt { color: #666 } dd { margin: 0 } nav li { display: inline-block; margin-right: 1rem }
nav ul { padding: 0; margin: .3rem 0 } a { color: #036 } [lang=zh] { color: #444 } small { color: #666 }"""


class Ontology:
    """The statements of the ontology, by subject and predicate."""

    def __init__(self, program, path):
        query = "SELECT ?s ?p ?o WHERE { ?s ?p ?o }"
        with tempfile.NamedTemporaryFile("w", suffix=".rq") as file:
            file.write(query)
            file.flush()
            answer = subprocess.run([program, "query", "-f", "json", file.name, path], stdout=subprocess.PIPE, check=True)
        self.said = defaultdict(lambda: defaultdict(list))
        for row in json.loads(answer.stdout)["results"]["bindings"]:
            self.said[name(row["s"])][row["p"]["value"]].append(row["o"])
        self.prefixes = dict(line.split()[1:3] for line in Path(path).read_text(encoding="utf-8").split("\n") if line.startswith("@prefix"))
        self.prefixes = {prefix[:-1]: space[1:-1] for prefix, space in self.prefixes.items()}
        self.itself = next(subject for subject in self.said if self.is_a(subject, OWL + "Ontology"))
        self.terms = sorted((subject for subject in self.said if subject.startswith(DL)), key=lambda term: term.lower())

    def values(self, subject, predicate):
        return [name(value) for value in self.said[subject][predicate]]

    def is_a(self, subject, kind):
        return kind in self.values(subject, RDF + "type")

    def text(self, subject, predicate, language):
        return next((value["value"] for value in self.said[subject][predicate] if value.get("xml:lang") == language), "")

    def members(self, node):
        """The members of a list, or of a class or datatype that is a union of others; else the node alone."""
        for predicate in (OWL + "unionOf", OWL + "oneOf", OWL + "onDatatype"):
            if self.values(node, predicate):
                return self.listed(self.values(node, predicate)[0])
        return [node]

    def listed(self, node):
        members = []
        while node != RDF + "nil":
            members += self.values(node, RDF + "first")
            node = self.values(node, RDF + "rest")[0]
        return members

    def is_event(self, term):
        supers = self.values(term, RDFS + "subClassOf")
        return term == DL + "Event" or DL + "Event" in supers

    def section(self, term):
        if self.is_a(term, OWL + "Class"):
            return "event" if self.is_event(term) else "class"
        if self.is_a(term, OWL + "ObjectProperty"):
            return "object"
        if self.is_a(term, OWL + "DatatypeProperty"):
            return "data"
        return "annotation" if self.is_a(term, OWL + "AnnotationProperty") else "value"

    def curie(self, iri):
        for prefix, space in sorted(self.prefixes.items(), key=lambda item: -len(item[1])):
            if iri.startswith(space):
                return f"{prefix}:{iri[len(space):]}"
        return iri


def name(value):
    return ("_:" if value["type"] == "bnode" else "") + value["value"]


def link(ontology, iri):
    target = "#" + iri[len(DL):] if iri.startswith(DL) else iri
    return f'<a href="{html.escape(target)}">{html.escape(ontology.curie(iri))}</a>'


def field(ontology, term, predicate):
    values = [member for value in ontology.values(term, predicate) for member in ontology.members(value)]
    return ", ".join(link(ontology, value) for value in sorted(values, key=lambda iri: (not iri.startswith(DL), iri)))


def term_html(ontology, term):
    lines = [f'<section id="{term[len(DL):]}">',
             f'<h3>{html.escape(ontology.text(term, RDFS + "label", "en"))} '
             f'<span lang="zh">{html.escape(ontology.text(term, RDFS + "label", "zh"))}</span> <code>{ontology.curie(term)}</code></h3>']
    for language in ("en", "zh"):
        lines.append(f'<p lang="{language}">{html.escape(ontology.text(term, RDFS + "comment", language))}</p>')
    rows = [(english, chinese, field(ontology, term, predicate)) for predicate, english, chinese in FIELDS]
    types = [kind for kind in ontology.values(term, RDF + "type") if kind.startswith(DL)]
    if types:
        rows.insert(0, ("is one of the", "属于", ", ".join(link(ontology, kind) for kind in types)))
    rows = [row for row in rows if row[2]]
    if rows:
        lines.append("<dl>" + "".join(f'<dt>{english} <span lang="zh">{chinese}</span></dt><dd>{value}</dd>' for english, chinese, value in rows)
                     + "</dl>")
    return "\n".join(lines + ["</section>"])


def head_html(ontology, creators):
    itself = ontology.itself
    title = [ontology.text(itself, DCTERMS + "title", language) for language in ("en", "zh")]
    version = ontology.values(itself, OWL + "versionInfo")[0]
    licence = ontology.values(itself, DCTERMS + "license")[0]
    rows = [("IRI", "标识", link(ontology, itself)), ("version", "版本", f'{version}, {link(ontology, ontology.values(itself, OWL + "versionIRI")[0])}'),
            ("licence", "许可", link(ontology, licence)), ("prefix", "前缀", f"<code>dl: {DL}</code>")]
    rows += [("creator", "作者", link(ontology, creator)) for creator in creators]
    lines = ["<!DOCTYPE html>", '<html lang="en">', "<head>", '<meta charset="utf-8">',
             '<meta name="viewport" content="width=device-width">', f"<title>{html.escape(title[0])}</title>", f"<style>{STYLE}</style>", "</head>",
             "<body>", f'<h1>{html.escape(title[0])} <span lang="zh">{html.escape(title[1])}</span></h1>']
    lines += [f'<p lang="{language}">{html.escape(ontology.text(itself, DCTERMS + "description", language))}</p>' for language in ("en", "zh")]
    lines.append("<dl>" + "".join(f'<dt>{english} <span lang="zh">{chinese}</span></dt><dd>{value}</dd>' for english, chinese, value in rows) + "</dl>")
    return lines


def page(ontology, creators):
    lines = head_html(ontology, creators)
    parts = [(key, english, chinese, [term for term in ontology.terms if ontology.section(term) == key]) for key, english, chinese in SECTIONS]
    lines.append("<nav>")
    for key, english, chinese, terms in parts:
        entries = "".join(f'<li><a href="#{term[len(DL):]}">{term[len(DL):]}</a></li>' for term in terms)
        lines.append(f'<p><a href="#-{key}">{english} <span lang="zh">{chinese}</span></a></p><ul>{entries}</ul>')
    lines.append("</nav>")
    for key, english, chinese, terms in parts:
        lines.append(f'<h2 id="-{key}">{english} <span lang="zh">{chinese}</span></h2>')
        lines += [term_html(ontology, term) for term in terms]
    return "\n".join(lines + ["</body>", "</html>", ""])


def definition(ontology, term):
    """What the context says of a property: how its values are to be read."""
    local = term[len(DL):]
    ranges = [member for value in ontology.values(term, RDFS + "range") for member in ontology.members(value)]
    if ontology.section(term) == "object":
        return {"@id": "dl:" + local, "@type": "@id"}
    if ranges == [RDF + "langString"]:
        return {"@id": "dl:" + local, "@container": "@language"}
    if len(ranges) == 1 and ranges[0] != XSD + "string" and ranges[0] != XSD + "decimal":
        return {"@id": "dl:" + local, "@type": ontology.curie(ranges[0])}
    return {"@id": "dl:" + local}


def context(ontology):
    spaces = {prefix: ontology.prefixes[prefix] for prefix in ("dl", "sem", "schema", "nif", "prov", "org", "dcterms", "rdf", "rdfs", "xsd", "skos")}
    spaces["dc"] = "http://purl.org/dc/elements/1.1/"
    terms = {"@version": 1.1, **spaces, "id": "@id", "type": "@type"}
    for term in ontology.terms:
        if ontology.section(term) in ("object", "data"):
            terms[term[len(DL):]] = definition(ontology, term)
        elif ontology.section(term) != "annotation":
            terms[term[len(DL):]] = "dl:" + term[len(DL):]
    for prefix, names in TERMS_OF_OTHERS.items():
        for local in names.split():
            entry = {"@id": f"{prefix}:{local}"}
            entry.update({"@type": "@id"} if local in LINKS else {"@type": "xsd:" + TYPED[local]} if local in TYPED else
                         {"@container": "@language"} if local in IN_LANGUAGES else {})
            terms.setdefault(SHORT_NAMES.get(entry["@id"], local), entry if len(entry) > 1 else entry["@id"])
    return json.dumps({"@context": terms}, ensure_ascii=False, indent=2) + "\n"


def with_creators(path, creators):
    text = Path(path).read_text(encoding="utf-8")
    names = " , ".join(f"<{creator}>" for creator in creators)
    return text.replace("    owl:versionInfo ", f"    dcterms:creator {names} ;\n    owl:versionInfo ", 1)


def main(arguments):
    creators = []
    while arguments[:1] == ["--creator"]:
        creators.append(arguments[1])
        arguments = arguments[2:]
    if len(arguments) != 3 or any(set(creator) & set(' <>"') for creator in creators):
        sys.exit(__doc__)
    program, path, folder = arguments
    ontology = Ontology(program, path)
    Path(folder, "ontology.html").write_text(page(ontology, creators), encoding="utf-8")
    Path(folder, "context.jsonld").write_text(context(ontology), encoding="utf-8")
    if creators:
        Path(folder, "dateline.ttl").write_text(with_creators(path, creators), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
