/* Owns the order in which facts become a report. How each step decides is the affair of the files beside it. */
#include "merge.h"

#include "merge_parts.h"
#include "summary.h"

Status merge_facts(const Ontology *ontology, const Lexicon *lexicon, const Document *document, const Facts *facts,
                   Arena *arena, Report *out) {
    Merge merge = {.ontology = ontology, .lexicon = lexicon, .document = document, .arena = arena};
    *out = (Report){.document = document};
    merge_measure(&merge);
    merge_tell(&merge, facts);
    merge_align(&merge);
    merge_pair_fillers(&merge);
    merge_report(&merge, out);
    summary_write(ontology, arena, out);
    return DATELINE_OK;
}
