#!/usr/bin/env node
// Usage: node ontology.mjs ONTOLOGY.ttl SHAPES.ttl CITED.tsv [FILE.ttl ...]
//        node ontology.mjs --axioms             the published vocabularies that dateline is placed under, as N-Triples
// Looks whether each foreign term in the files exists in its published vocabulary (the files of npm @vocabulary/..., or CITED), whether
// each term of ours is explained in both languages, and whether the shapes cover each class and say in both languages what they ask.
// One line a check; exit status 1 when one failed.
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { N3, readQuads } from './graph.mjs'

const DL = 'https://w3id.org/dateline/ontology#'
const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#'
const RDFS = 'http://www.w3.org/2000/01/rdf-schema#'
const OWL = 'http://www.w3.org/2002/07/owl#'
const SH = 'http://www.w3.org/ns/shacl#'
const LANGUAGES = ['en', 'zh']
// What is said by these is about people, licences and documents, not a term.
const NO_TERMS = [/^https?:\/\/creativecommons\.org\//, /^https?:\/\/orcid\.org\//, /^https:\/\/w3id\.org\/dateline\//]
const AXIOMS = ['sem', 'org', 'foaf', 'prov', 'time', 'crm', 'skos']

const VOCABULARIES = join(dirname(fileURLToPath(import.meta.url)), 'node_modules', '@vocabulary')
let failed = 0
let passed = 0

function report(what, faults) {
  faults.length ? failed++ : passed++
  console.log(`${faults.length ? 'not ok' : 'ok'} - ${what}`)
  faults.slice(0, 10).forEach(fault => console.log(`#   ${fault}`))
}

function published(name) {
  return new N3.Parser({ format: 'application/n-quads' }).parse(readFileSync(join(VOCABULARIES, name, `${name}.nq`), 'utf8'))
}

// The axioms of a vocabulary as triples that a reasoner may read; what it says of documents is left out.
function printAxioms() {
  const writer = new N3.Writer({ format: 'N-Triples' })
  for (const name of AXIOMS) {
    for (const quad of published(name)) {
      const subject = quad.subject.termType === 'BlankNode' ? N3.DataFactory.blankNode(`${name}${quad.subject.value.replace(/\W/g, '')}`) : quad.subject
      const object = quad.object.termType === 'BlankNode' ? N3.DataFactory.blankNode(`${name}${quad.object.value.replace(/\W/g, '')}`) : quad.object
      if (quad.predicate.value !== OWL + 'imports') writer.addQuad(N3.DataFactory.quad(subject, quad.predicate, object))
    }
  }
  writer.end((error, text) => process.stdout.write(text))
}

// The terms of a vocabulary file; of data (`isData`) only what it is said with: predicates, classes and datatypes.
function termsOf(quads, isData) {
  const terms = new Set()
  for (const { subject, predicate, object } of quads) {
    const named = isData ? [predicate, ...(predicate.value === RDF + 'type' ? [object] : [])] : [subject, predicate, object]
    named.filter(term => term.termType === 'NamedNode').forEach(term => terms.add(term.value))
    if (object.termType === 'Literal') terms.add(object.datatype.value)
  }
  return [...terms].filter(term => !NO_TERMS.some(pattern => pattern.test(term)))
}

function knownTerms(cited) {
  const known = new Set(cited)
  for (const name of readdirSync(VOCABULARIES)) {
    for (const quad of published(name)) known.add(quad.subject.value)
  }
  return known
}

function unexplained(ontology) {
  const store = new N3.Store(ontology)
  const ours = [...new Set(ontology.map(quad => quad.subject.value))].filter(term => term.startsWith(DL))
  return ours.flatMap(term => ['label', 'comment'].flatMap(property => {
    const languages = store.getObjects(term, RDFS + property, null).map(value => value.language).sort()
    return JSON.stringify(languages) === JSON.stringify(LANGUAGES) ? [] : [`${term} has rdfs:${property} in ${languages.join(', ') || 'no language'}`]
  }))
}

function undefinedTerms(ontology, others) {
  const defined = new Set(ontology.map(quad => quad.subject.value))
  const used = new Set(others.flatMap(quads => quads.flatMap(quad => [quad.predicate.value, quad.object.value])))
  return [...used].filter(term => term.startsWith(DL) && !defined.has(term))
}

function uncovered(ontology, shapes) {
  const targets = new Set(shapes.filter(quad => quad.predicate.value === SH + 'targetClass').map(quad => quad.object.value))
  const classes = ontology.filter(quad => quad.predicate.value === RDF + 'type' && quad.object.value === OWL + 'Class').map(quad => quad.subject.value)
  return classes.filter(name => name.startsWith(DL) && !targets.has(name))
}

// A node shape that asks something, and each property shape within it, says what in one sentence of each language. What stands in sh:or and
// the like is part of a larger sentence.
function mute(shapes) {
  const store = new N3.Store(shapes)
  const says = node => store.getObjects(node, SH + 'message', null).map(message => message.language).sort()
  const asks = node => store.getQuads(node, null, null, null)
    .some(({ predicate }) => predicate.value.startsWith(SH) && !/target|message|property|#node$|#path$/.test(predicate.value))
  const nodes = store.getSubjects(RDF + 'type', SH + 'NodeShape', null)
  const properties = nodes.flatMap(node => store.getObjects(node, SH + 'property', null))
  return [...nodes.filter(asks), ...properties].filter(node => JSON.stringify(says(node)) !== JSON.stringify(LANGUAGES))
    .map(node => `${store.getObjects(node, SH + 'path', null).map(path => path.value).join('') || node.value}: ${says(node).join(', ') || 'no message'}`)
}

if (process.argv[2] === '--axioms') {
  printAxioms()
} else {
  const [ontologyPath, shapesPath, citedPath, ...others] = process.argv.slice(2)
  const cited = readFileSync(citedPath, 'utf8').split('\n').filter(line => /^http/.test(line)).map(line => line.split('\t')[0])
  const known = knownTerms(cited)
  const ontology = readQuads(ontologyPath)
  const shapes = readQuads(shapesPath)
  const named = [[ontologyPath, ontology], [shapesPath, shapes], ...others.map(path => [path, readQuads(path)])]
  for (const [path, quads] of named) {
    report(`${path}: each foreign term is published`, termsOf(quads, others.includes(path)).filter(term => !known.has(term)))
  }
  report('each term of ours has a label and a definition in both languages', unexplained(ontology))
  report('no other term of ours is used', undefinedTerms(ontology, named.slice(1).map(([, quads]) => quads)))
  report('the shapes cover each class', uncovered(ontology, shapes))
  report('the shapes say what they ask in both languages', mute(shapes))
  console.log(`ontology: ${passed} passed, ${failed} failed`)
  process.exitCode = failed ? 1 : 0
}
