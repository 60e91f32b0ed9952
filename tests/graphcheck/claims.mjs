// Is every event claimed, every claim borne out, and every quotation exact?
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DC_SOURCE, DL, NIF, RDF, SCHEMA } from './graph.mjs'

export function eventsOf(graph, ontology) {
  const kinds = ontology.subclasses(DL + 'Event')
  return [...graph.bySubject.keys()].filter(subject => graph.values(subject, RDF + 'type').some(type => kinds.has(type)))
}

export function eventFaults(graph, ontology) {
  const kinds = ontology.subclasses(DL + 'Event')
  const claimed = new Set(graph.withType(DL + 'Claim').flatMap(claim => graph.values(claim, DL + 'asserts')))
  return eventsOf(graph, ontology).flatMap(event => {
    const types = graph.values(event, RDF + 'type').filter(type => kinds.has(type))
    return [
      ...(claimed.has(event) ? [] : [`${event} has no claim`]),
      ...(types.length === 1 ? [] : [`${event} has ${types.length} kinds of event`]),
      ...(graph.value(event, DL + 'reportedIn') ? [] : [`${event} is reported in no article`]),
      ...(graph.values(event, DL + 'modality').length === 1 ? [] : [`${event} has not exactly one modality`]),
    ]
  })
}

export function claimFaults(graph, ontology) {
  const events = new Set(eventsOf(graph, ontology))
  const spans = new Set(graph.withType(NIF + 'RFC5147String'))
  return graph.withType(DL + 'Claim').flatMap(claim => {
    const evidence = graph.values(claim, DL + 'evidence')
    return [
      ...(evidence.length && evidence.every(span => spans.has(span)) ? [] : [`${claim} has no span`]),
      ...(graph.values(claim, DL + 'asserts').every(event => events.has(event)) ? [] : [`${claim} asserts no event`]),
      ...(graph.value(claim, DL + 'byRule') ? [] : [`${claim} has no rule`]),
    ]
  })
}

// The offsets in a span's IRI, its properties and the length of its words say the same.
export function spanFaults(graph) {
  return graph.withType(NIF + 'RFC5147String').filter(span => {
    const context = graph.value(span, NIF + 'referenceContext')
    const begin = Number(graph.value(span, NIF + 'beginIndex'))
    const end = Number(graph.value(span, NIF + 'endIndex'))
    const words = Array.from(graph.value(span, NIF + 'anchorOf') ?? '')
    return span !== `${context}#char=${begin},${end}` || words.length !== end - begin || words.length === 0
  }).map(span => `${span} does not fit its own offsets`)
}

function filesByName(folder, found = new Map()) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) filesByName(path, found)
    else found.set(entry.name, [...(found.get(entry.name) ?? []), path])
  }
  return found
}

// A file as code points, without a byte-order mark.
function codePoints(path) {
  return Array.from(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''))
}

function versionFits(graph, version, file) {
  const text = graph.value(version, NIF + 'isString')
  const start = Number(graph.value(version, DL + 'startsAt'))
  if (text === undefined) return true
  const slice = file.slice(start, start + Array.from(text).length).join('')
  return slice === text && createHash('sha256').update(slice).digest('hex') === graph.value(version, SCHEMA + 'sha256')
}

function spanFits(graph, span, version, file) {
  const start = Number(graph.value(version, DL + 'startsAt'))
  const begin = start + Number(graph.value(span, NIF + 'beginIndex'))
  const end = start + Number(graph.value(span, NIF + 'endIndex'))
  return file.slice(begin, end).join('') === graph.value(span, NIF + 'anchorOf')
}

// Every span's words, and every text version that is in the graph, stand in the input file where the graph says they do.
export function quotationFaults(graph, folder) {
  const files = filesByName(folder)
  const spans = new Map()
  for (const span of graph.withType(NIF + 'RFC5147String')) {
    const version = graph.value(span, NIF + 'referenceContext')
    spans.set(version, [...(spans.get(version) ?? []), span])
  }
  return graph.withType(DL + 'TextVersion').flatMap(version => {
    const source = graph.value(graph.value(version, SCHEMA + 'isPartOf'), DC_SOURCE)
    const candidates = (files.get(source) ?? []).map(codePoints)
    if (candidates.length === 0) return [`${version}: there is no file ${source}`]
    const faults = candidates.map(file => [
      ...(versionFits(graph, version, file) ? [] : [`${version}: its text is not in ${source} where it should be`]),
      ...(spans.get(version) ?? []).filter(span => !spanFits(graph, span, version, file)).map(span => `${span}: its words are not in ${source} there`),
    ])
    return faults.reduce((best, next) => (next.length < best.length ? next : best))
  })
}
