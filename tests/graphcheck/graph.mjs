// Reads RDF files and answers questions about their statements.
import { readFileSync } from 'node:fs'
import { basename, extname } from 'node:path'
import N3 from 'n3'
import oxigraph from 'oxigraph'

export const DL = 'https://w3id.org/dateline/ontology#'
export const NIF = 'http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#'
export const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#'
export const SCHEMA = 'http://schema.org/'
export const XSD = 'http://www.w3.org/2001/XMLSchema#'
export const DC_SOURCE = 'http://purl.org/dc/elements/1.1/source'
export const RDFS = 'http://www.w3.org/2000/01/rdf-schema#'

const { namedNode, blankNode, literal, quad, defaultGraph } = N3.DataFactory
const TYPES = { '.ttl': 'text/turtle', '.nt': 'application/n-triples', '.nq': 'application/n-quads', '.rdf': 'application/rdf+xml' }

function mediaType(path) {
  const type = TYPES[extname(path)]
  if (!type) throw new Error(`${path}: not one of ${Object.keys(TYPES).join(' ')}`)
  return type
}

// oxigraph's parser is the strictest of those tried.
export function parseStrictly(path) {
  return oxigraph.parse(readFileSync(path, 'utf8'), { format: mediaType(path) })
}

function copyTerm(term) {
  if (term.termType === 'NamedNode') return namedNode(term.value)
  if (term.termType === 'BlankNode') return blankNode(term.value)
  return literal(term.value, term.language || namedNode(term.datatype.value))
}

// The statements of a file, graph names dropped. N3.js reads what it can, so that two parsers have to agree.
export function readQuads(path) {
  const format = mediaType(path)
  const quads = format === 'application/rdf+xml' ? parseStrictly(path) : new N3.Parser({ format }).parse(readFileSync(path, 'utf8'))
  return quads.map(q => quad(copyTerm(q.subject), copyTerm(q.predicate), copyTerm(q.object), defaultGraph()))
}

export class Graph {
  constructor(quads) {
    this.quads = quads
    this.bySubject = new Map()
    for (const q of quads) {
      if (!this.bySubject.has(q.subject.value)) this.bySubject.set(q.subject.value, [])
      this.bySubject.get(q.subject.value).push(q)
    }
  }

  values(subject, predicate) {
    return (this.bySubject.get(subject) ?? []).filter(q => q.predicate.value === predicate).map(q => q.object.value)
  }

  value(subject, predicate) {
    return this.values(subject, predicate)[0]
  }

  has(subject, predicate, object) {
    return this.values(subject, predicate).includes(object)
  }

  withType(type) {
    return [...this.bySubject.keys()].filter(subject => this.has(subject, RDF + 'type', type))
  }

  // Every class of which the ontology in this graph makes `name` a superclass.
  subclasses(name) {
    const found = new Set([name])
    for (let before = 0; before < found.size;) {
      before = found.size
      for (const q of this.quads) {
        if (q.predicate.value === RDFS + 'subClassOf' && found.has(q.object.value)) found.add(q.subject.value)
      }
    }
    return found
  }
}

export { N3, basename }
