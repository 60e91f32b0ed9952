#!/usr/bin/env node
// Usage: node context.mjs CONTEXT.jsonld FILE
// Writes the statements of FILE as JSON-LD with nothing but short names of the context, reads that as JSON-LD, and looks whether they are the
// same. Exit status 1 when they are not, or when a property or class has no short name.
import { readFileSync } from 'node:fs'
import { JsonLdParser } from 'jsonld-streaming-parser'
import { N3, RDF, readQuads } from './graph.mjs'

const [contextPath, path] = process.argv.slice(2)
const { '@context': context } = JSON.parse(readFileSync(contextPath, 'utf8'))
const quads = readQuads(path)
const faults = new Set()

function expand(name) {
  const [prefix, local] = name.split(':')
  return context[prefix] ? context[prefix] + local : name
}

const names = new Map()
for (const [name, entry] of Object.entries(context)) {
  const id = typeof entry === 'string' ? entry : entry['@id']
  if (id && id.includes(':') && !/[/#]$/.test(id)) names.set(expand(id), name)
}

function shortName(iri) {
  if (!names.has(iri)) faults.add(`no short name for ${iri}`)
  return names.get(iri) ?? iri
}

function valueOf(term, entry) {
  if (term.termType === 'NamedNode') return entry['@type'] === '@id' ? term.value : { '@id': term.value }
  if (entry['@type'] && expand(entry['@type']) === term.datatype.value) return term.value
  if (term.language) return { '@value': term.value, '@language': term.language }
  return { '@value': term.value, '@type': term.datatype.value }
}

function add(node, name, value) {
  node[name] = [...(node[name] ?? []), value]
}

const nodes = new Map()
for (const { subject, predicate, object } of quads) {
  if (!nodes.has(subject.value)) nodes.set(subject.value, { id: subject.value })
  const node = nodes.get(subject.value)
  if (predicate.value === RDF + 'type') {
    add(node, 'type', shortName(object.value))
    continue
  }
  const name = shortName(predicate.value)
  const entry = typeof context[name] === 'object' ? context[name] : {}
  if (entry['@container'] === '@language') {
    node[name] = node[name] ?? {}
    add(node[name], object.language, object.value)
  } else {
    add(node, name, valueOf(object, entry))
  }
}

const parser = new JsonLdParser({ dataFactory: N3.DataFactory })
const read = []
parser.on('data', quad => read.push(quad))
parser.on('error', error => { console.log(String(error)); process.exit(1) })
parser.on('end', () => {
  const lines = list => new Set(list.map(quad => new N3.Writer().quadToString(quad.subject, quad.predicate, quad.object)))
  const [before, after] = [lines(quads), lines(read)]
  for (const line of before) if (!after.has(line)) faults.add(`lost: ${line.trim()}`)
  for (const line of after) if (!before.has(line)) faults.add(`new: ${line.trim()}`)
  if (!before.size) faults.add('no statements')
  console.log([...faults].slice(0, 20).join('\n') || `${before.size} statements`)
  process.exitCode = faults.size ? 1 : 0
})
parser.end(JSON.stringify({ '@context': context, '@graph': [...nodes.values()] }))
