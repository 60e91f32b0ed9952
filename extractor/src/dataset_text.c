/* Owns how a run is described: VoID for what there is, PROV for where it comes from, in Turtle with no blank node. It
 * counts nothing. */
#include "dataset.h"

#include "outfile.h"
#include "rdftext.h"
#include "sha256.h"
#include "terms.h"

#include <stdlib.h>
#include <string.h>

#define VOID_NS "http://rdfs.org/ns/void#"

typedef struct Description {
    FILE *out;
    Arena *arena;
    Dataset sorted; /* classes and properties by IRI */
    Text iri;       /* of the dataset */
    const dateline_output *output;
    bool reproducible; /* the time of the run is not told */
    time_t issued;
} Description;

/* ---- terms ---- */

static Text namespace_of(Text iri) {
    size_t end = iri.length;
    while (end > 0 && iri.at[end - 1] != '#' && iri.at[end - 1] != '/') {
        end--;
    }
    return text_slice(iri, 0, end);
}

/* "dl-Award" for a term that has a prefix, else digits: a name that any IRI may end with. */
static Text fragment_of(const Description *description, Text iri) {
    Text space = namespace_of(iri);
    Text name = text_after(iri, space.length);
    bool plain = name.length > 0;
    for (size_t i = 0; i < name.length; i++) {
        plain = plain && (is_ascii_letter(name.at[i]) || is_ascii_digit(name.at[i]) || name.at[i] == '-');
    }
    if (text_equal(space, TEXT(RDF_NS)) && plain) {
        return text_join(description->arena, TEXT("rdf-"), name);
    }
    for (size_t i = 0; i < rdftext_prefix_count && plain; i++) {
        if (text_equal(space, text_from(rdftext_prefixes[i].space))) {
            return text_format(description->arena, "%s-%.*s", rdftext_prefixes[i].name, TEXT_ARGS(name));
        }
    }
    return text_slice(sha256_hex(description->arena, iri), 0, 16);
}

static Text time_text(const Description *description, time_t seconds, const char *format) {
    struct tm parts;
    char text[32] = "";
    gmtime_r(&seconds, &parts);
    return text_copy(description->arena, (Text){text, strftime(text, sizeof text, format, &parts)});
}

/* Bytes that an IRI may not hold, or that would mean something in it, by their numbers. */
static Text escaped_path(Text path, Arena *arena) {
    static const char *const kept = "-._~/";
    char *bytes = ARENA_ARRAY(arena, char, path.length * 3 + 1);
    size_t length = 0;
    for (size_t i = 0; i < path.length; i++) {
        char c = path.at[i];
        if (is_ascii_letter(c) || is_ascii_digit(c) || strchr(kept, c)) {
            bytes[length++] = c;
        } else {
            length += (size_t)snprintf(bytes + length, 4, "%%%02X", (unsigned char)c);
        }
    }
    return (Text){bytes, length};
}

static Text folder_of(Text path) {
    size_t end = path.length;
    while (end > 0 && path.at[end - 1] != '/') {
        end--;
    }
    return text_slice(path, 0, end);
}

/* How the description names an output: by its name alone where both are in one folder, so that they can be moved
 * together, else by a file: IRI. */
static Text dump_name(Text path, Text output, Arena *arena) {
    Text folder = folder_of(output);
    Text name = text_after(output, folder.length);
    if (text_equal(folder, folder_of(path))) {
        return escaped_path(name, arena);
    }
    char *whole = realpath(folder.length ? text_c_string(arena, folder) : ".", NULL);
    Text named = text_format(arena, "file://%.*s/%.*s", TEXT_ARGS(escaped_path(text_from(whole ? whole : ""), arena)),
                             TEXT_ARGS(escaped_path(name, arena)));
    free(whole);
    return named;
}

/* The time that SOURCE_DATE_EPOCH tells, for runs that are to be reproducible. False: it tells none. */
static bool told_time(time_t *out) {
    const char *told = getenv("SOURCE_DATE_EPOCH");
    char *end = NULL;
    long long seconds = told && is_ascii_digit(*told) ? strtoll(told, &end, 10) : 0;
    *out = (time_t)seconds;
    return end && !*end;
}

/* ---- the dataset ---- */

static const char *feature_of(dateline_format format) {
    switch (format) {
    case DATELINE_TURTLE:
        return "Turtle";
    case DATELINE_NTRIPLES:
        return "N-Triples";
    case DATELINE_NQUADS:
        return "N-Quads";
    case DATELINE_RDFXML:
        break;
    }
    return "RDF_XML";
}

static void write_vocabularies(const Description *description) {
    Table seen = {0};
    const DatasetCounts *lists[] = {&description->sorted.properties, &description->sorted.classes};
    for (size_t k = 0; k < sizeof lists / sizeof *lists; k++) {
        for (size_t i = 0; i < lists[k]->count; i++) {
            Text space = namespace_of(lists[k]->items[i].iri);
            if (table_get(&seen, space) == TABLE_NONE) {
                table_put(&seen, description->arena, space, 0);
                fprintf(description->out, " ;\n    void:vocabulary <%.*s>", TEXT_ARGS(space));
            }
        }
    }
}

static void write_partition_names(const Description *description, const DatasetCounts *counts, const char *what) {
    for (size_t i = 0; i < counts->count; i++) {
        fprintf(description->out, "%srun:%s-%.*s", i ? " ,\n        " : "", what,
                TEXT_ARGS(fragment_of(description, counts->items[i].iri)));
    }
}

static void write_partitions(const Description *description) {
    const Dataset *dataset = &description->sorted;
    if (dataset->classes.count) {
        fprintf(description->out, " ;\n    void:classPartition ");
        write_partition_names(description, &dataset->classes, "class");
    }
    if (dataset->properties.count) {
        fprintf(description->out, " ;\n    void:propertyPartition ");
        write_partition_names(description, &dataset->properties, "property");
    }
}

static void write_dataset(const Description *description) {
    FILE *out = description->out;
    const dateline_output *output = description->output;
    const Dataset *dataset = &description->sorted;
    fprintf(out,
            "<%.*s> a void:Dataset , prov:Entity ;\n"
            "    dcterms:title \"What newspaper articles report\"@en , \"报纸文章所报道的事件\"@zh ;\n"
            "    dcterms:description \"Every statement is counted once for each article whose graph it stands in. "
            "Entities of a class are counted where each of them belongs to one article.\"@en ;\n"
            "    dcterms:issued \"%.*s\"^^xsd:date ;\n",
            TEXT_ARGS(description->iri), TEXT_ARGS(time_text(description, description->issued, "%Y-%m-%d")));
    if (output->licence) {
        fprintf(out, "    dcterms:license <%s> ;\n", output->licence);
    }
    fprintf(out, "    prov:wasGeneratedBy run:activity ;\n    void:feature <http://www.w3.org/ns/formats/%s>",
            feature_of(output->format));
    if (output->path && output->per == DATELINE_ONE_FILE && strcmp(output->path, "-") != 0) {
        Text dump = dump_name(text_from(output->dataset), text_from(output->path), description->arena);
        fprintf(out, " ;\n    void:dataDump <%.*s>", TEXT_ARGS(dump));
    }
    if (dataset->example_index) {
        fprintf(out, " ;\n    void:exampleResource <%.*s> , <%.*s>", TEXT_ARGS(dataset->example_article),
                TEXT_ARGS(dataset->example_event));
    }
    write_vocabularies(description);
    fprintf(out, " ;\n    void:triples %zu ;\n    void:classes %zu ;\n    void:properties %zu", dataset->statements,
            dataset->classes.count, dataset->properties.count);
    write_partitions(description);
    fprintf(out, " .\n\n");
}

static void write_counts(const Description *description) {
    const Dataset *dataset = &description->sorted;
    for (size_t i = 0; i < dataset->classes.count; i++) {
        const DatasetCount *count = &dataset->classes.items[i];
        fprintf(description->out, "run:class-%.*s a void:Dataset ;\n    void:class <%.*s> ;\n    void:triples %zu",
                TEXT_ARGS(fragment_of(description, count->iri)), TEXT_ARGS(count->iri), count->statements);
        if (!count->shared) {
            fprintf(description->out, " ;\n    void:entities %zu", count->entities);
        }
        fprintf(description->out, " .\n");
    }
    for (size_t i = 0; i < dataset->properties.count; i++) {
        const DatasetCount *count = &dataset->properties.items[i];
        fprintf(description->out,
                "run:property-%.*s a void:Dataset ;\n    void:property <%.*s> ;\n    void:triples %zu .\n",
                TEXT_ARGS(fragment_of(description, count->iri)), TEXT_ARGS(count->iri), count->statements);
    }
}

/* ---- the run ---- */

static void write_run(const Description *description, const DatasetRun *run) {
    static const char FORMAT[] = "%Y-%m-%dT%H:%M:%SZ";
    FILE *out = description->out;
    fprintf(out, "run:activity a prov:Activity ;\n    prov:wasAssociatedWith run:program ;\n    prov:used run:input , "
                 "run:rules");
    if (run->started && !description->reproducible) {
        fprintf(out, " ;\n    prov:startedAtTime \"%.*s\"^^xsd:dateTime",
                TEXT_ARGS(time_text(description, run->started, FORMAT)));
    }
    if (run->ended && !description->reproducible) {
        fprintf(out, " ;\n    prov:endedAtTime \"%.*s\"^^xsd:dateTime",
                TEXT_ARGS(time_text(description, run->ended, FORMAT)));
    }
    fprintf(out,
            " .\n\nrun:program a prov:SoftwareAgent ;\n    rdfs:label \"dateline %.*s\" ;\n"
            "    schema:softwareVersion \"%.*s\" .\n\n",
            TEXT_ARGS(run->program), TEXT_ARGS(run->program));
    fprintf(out,
            "run:rules a prov:Entity ;\n    rdfs:label \"rules, lexicon and ontology\"@en , \"规则、词表与本体\"@zh ;\n"
            "    schema:sha256 \"%.*s\" .\n\n",
            TEXT_ARGS(run->rules_hash));
    fprintf(out,
            "run:input a prov:Entity , schema:Collection ;\n    rdfs:label \"the articles read\"@en , "
            "\"所读取的文章\"@zh ;\n"
            "    rdfs:comment \"Its SHA-256 is that of the SHA-256 of each input, one a line, in their order.\"@en ;\n"
            "    schema:collectionSize %zu ;\n    schema:sha256 \"%.*s\" .\n",
            run->inputs, TEXT_ARGS(run->inputs_hash));
}

/* ---- all of it ---- */

/* What was read by what: another time of run is no other dataset. */
static Text iri_of(const Dataset *dataset, const DatasetRun *run, Arena *arena) {
    static const Text usual = {"https://w3id.org/dateline/id/", 29};
    Text base = dataset->base.length ? dataset->base : usual;
    Text what = text_format(arena, "%.*s\n%.*s\n%.*s", TEXT_ARGS(run->program), TEXT_ARGS(run->rules_hash),
                            TEXT_ARGS(run->inputs_hash));
    return text_format(arena, "%.*sdataset/%.*s", TEXT_ARGS(base), 16, sha256_hex(arena, what).at);
}

static void write_head(FILE *out, Text iri) {
    static const Prefix prefixes[] = {{"void", VOID_NS},     {"prov", PROV_NS}, {"dcterms", DCTERMS_NS},
                                      {"schema", SCHEMA_NS}, {"rdfs", RDFS_NS}, {"xsd", XSD_NS}};
    for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++) {
        fprintf(out, "@prefix %s: <%s> .\n", prefixes[i].name, prefixes[i].space);
    }
    fprintf(out, "@prefix run: <%.*s#> .\n\n", TEXT_ARGS(iri));
}

static int compare(const void *a, const void *b) {
    return text_compare(((const DatasetCount *)a)->iri, ((const DatasetCount *)b)->iri);
}

static DatasetCounts sorted(Arena *arena, const DatasetCounts *counts) {
    DatasetCounts copy = {.items = ARENA_ARRAY(arena, DatasetCount, counts->count + 1), .count = counts->count};
    if (counts->count) {
        memcpy(copy.items, counts->items, counts->count * sizeof *counts->items);
        qsort(copy.items, copy.count, sizeof *copy.items, compare);
    }
    return copy;
}

Status dataset_write(const Dataset *dataset, const DatasetRun *run, const dateline_output *output, Arena *arena,
                     Diag *diag) {
    OutFile file;
    TRY(outfile_open(text_from(output->dataset), diag, &file));
    Description description = {
        .out = file.stream, .arena = arena, .sorted = *dataset, .iri = iri_of(dataset, run, arena), .output = output};
    description.sorted.classes = sorted(arena, &dataset->classes);
    description.sorted.properties = sorted(arena, &dataset->properties);
    description.reproducible = told_time(&description.issued);
    description.issued = description.reproducible ? description.issued : time(NULL);
    write_head(file.stream, description.iri);
    write_dataset(&description);
    write_counts(&description);
    write_run(&description, run);
    return outfile_close(&file, diag);
}
