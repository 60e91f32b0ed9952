#!/usr/bin/env node
// Usage: node check.mjs [--shapes FILE] [--ontology FILE] [--articles DIR] FACTS.ttl [FACTS.nt FACTS.nq FACTS.rdf]
// All the files hold the same statements. One line a check; exit status 1 when one failed, 2 on wrong use.
import { createHash } from 'node:crypto'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { canonize } from 'rdf-canonize'
import { Validator } from 'shacl-engine'
import { claimFaults, eventFaults, eventsOf, quotationFaults, spanFaults } from './claims.mjs'
import { basename, Graph, N3, parseStrictly, readQuads, XSD } from './graph.mjs'

const SHOWN = 5
const tally = { passed: 0, failed: 0 }

function report(what, faults) {
  const good = faults.length === 0
  tally[good ? 'passed' : 'failed']++
  console.log(`${good ? 'ok' : 'not ok'} - ${what}`)
  faults.slice(0, SHOWN).forEach(fault => console.log(`#   ${fault}`))
  if (faults.length > SHOWN) console.log(`#   and ${faults.length - SHOWN} more`)
}

// A check passes when it returns no faults; what it throws is a fault.
async function check(what, faultsOf) {
  try {
    report(what, await faultsOf())
  } catch (error) {
    report(what, [String(error.message ?? error)])
  }
}

async function canonicalHash(quads) {
  const text = await canonize(quads, { algorithm: 'RDFC-1.0', format: 'application/n-quads' })
  return createHash('sha256').update(text).digest('hex')
}

function termFaults(quads) {
  return quads.flatMap(q => [q.subject, q.predicate, q.object]).flatMap(term => {
    if (term.termType === 'BlankNode') return [`a blank node: _:${term.value}`]
    if (term.termType === 'NamedNode') return /^[!-~]+$/.test(term.value) ? [] : [`not ASCII: ${term.value}`]
    if (term.language !== term.language.toLowerCase()) return [`a language tag with capitals: ${term.language}`]
    return term.datatype.value === XSD + 'date' && !isDate(term.value) ? [`no such day: ${term.value}`] : []
  })
}

function isDate(form) {
  const date = new Date(form + 'T00:00:00Z')
  return /^\d{4}-\d\d-\d\d$/.test(form) && !isNaN(date) && date.toISOString().startsWith(form)
}

async function shapeFaults(shapesPath, quads) {
  const shapes = readQuads(shapesPath)
  const options = { factory: N3.DataFactory }
  if (shapes.some(q => q.predicate.value === 'http://www.w3.org/ns/shacl#sparql')) {
    Object.assign(options, await import('shacl-engine/sparql.js'))
  }
  const validation = await new Validator(new N3.Store(shapes), options).validate({ dataset: new N3.Store(quads) })
  return validation.results.map(result => {
    const path = result.path?.flatMap(step => step.predicates.map(predicate => predicate.value)).join('/') ?? ''
    return `${result.focusNode?.term?.value} ${path} ${result.constraintComponent?.value.split('#').pop()} ${result.message?.map(m => m.value).join(' ') ?? ''}`
  })
}

async function main() {
  const ontologyFolder = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'ontology')
  const { values, positionals: files } = parseArgs({
    allowPositionals: true,
    options: {
      shapes: { type: 'string' },
      ontology: { type: 'string', default: join(ontologyFolder, 'dateline.ttl') },
      articles: { type: 'string' },
    },
  })
  if (files.length === 0) throw new Error('no file given')
  for (const file of files) {
    await check(`${basename(file)}: strictly parsed`, () => (parseStrictly(file), []))
  }
  const quads = readQuads(files[0])
  const hash = await canonicalHash(quads)
  for (const file of files.slice(1)) {
    await check(`${basename(file)}: same statements as ${basename(files[0])}`, async () => {
      const other = await canonicalHash(readQuads(file))
      return other === hash ? [] : [`canonical hash ${other}, not ${hash}`]
    })
  }
  const ontologyQuads = readQuads(values.ontology)
  const ontology = new Graph(ontologyQuads)
  const graph = new Graph(quads)
  const events = eventsOf(graph, ontology).length
  await check('no blank nodes, IRIs in ASCII, days of the calendar', () => termFaults(quads))
  await check(`each of ${events} events has a claim, one kind, one modality and an article`, () => eventFaults(graph, ontology))
  await check('each claim has a span, an event and a rule', () => claimFaults(graph, ontology))
  await check('each span fits its own offsets', () => spanFaults(graph))
  if (values.shapes) await check('the shapes hold', () => shapeFaults(values.shapes, [...quads, ...ontologyQuads]))
  if (values.articles) await check('each quotation stands in its article', () => quotationFaults(graph, values.articles))
  console.log(`${tally.passed} passed, ${tally.failed} failed`)
  process.exitCode = tally.failed ? 1 : 0
}

main().catch(error => {
  console.error(`graphcheck: ${error.message}`)
  process.exitCode = 2
})
