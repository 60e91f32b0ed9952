/* Terms of statements, each checked once, before any writer sees it. */
#ifndef TERMS_H
#define TERMS_H

#include "ontology.h"
#include "turtle.h"

#define RDF_NS "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
#define RDFS_NS "http://www.w3.org/2000/01/rdf-schema#"
#define XSD_NS "http://www.w3.org/2001/XMLSchema#"
#define SEM_NS "http://semanticweb.cs.vu.nl/2009/11/sem/"
#define SCHEMA_NS "http://schema.org/"
#define NIF_NS "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#"
#define PROV_NS "http://www.w3.org/ns/prov#"
#define ORG_NS "http://www.w3.org/ns/org#"
#define SKOS_NS "http://www.w3.org/2004/02/skos/core#"
#define DCTERMS_NS "http://purl.org/dc/terms/"
#define DC_NS "http://purl.org/dc/elements/1.1/"
#define WIKIDATA_NS "http://www.wikidata.org/entity/"

Text term_local_name(Term term); /* "agent" of our IRI …#agent; empty: the term is none of ours */

/* Each answers NULL when the term may stand in every RDF syntax, else what is wrong with it. */
const char *term_fault_iri(Text iri);
const char *term_fault_text(Text text); /* for literals of any kind */
const char *term_fault_language(Text tag);
const char *term_fault_lexical(Text form, Text datatype);

const char *term_fault(const Term *term); /* all that applies */

Text term_free_text(Arena *arena, Text text); /* every CR LF and CR is an LF: for text whose very bytes do not matter */

#endif
