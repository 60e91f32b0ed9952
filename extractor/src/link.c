/* Owns the order in which links are made: what the graphs say themselves, then each authority, then the files. */
#include "link.h"

#include "link_output.h"
#include "outfile.h"

static Status write_output(const LinkJob *job, Text path, const Links *links, Arena *arena, Diag *diag) {
    OutFile out;
    TRY(outfile_open(path, diag, &out));
    if (text_ends(path, TEXT(".ttl"))) {
        link_write_void(links, job->base, arena, out.stream);
    } else {
        link_write_sssom(links, job->base, arena, out.stream);
    }
    return outfile_close(&out, diag);
}

Status link_run(const LinkJob *job, Arena *arena, Diag *diag) {
    LinkThings things = {.arena = arena};
    Links links = {0};
    TRY(link_things_read(&job->graphs, &things, diag));
    link_known(&things, &links);
    for (size_t i = 0; i < job->authorities.count; i++) {
        TRY(link_authority(job->authorities.items[i], &things, diag, &links));
    }
    if (job->service.url.length) {
        TRY(link_service(&job->service, &things, diag, &links));
    }
    links_sort(&links);
    for (size_t i = 0; i < job->outputs.count; i++) {
        TRY(write_output(job, job->outputs.items[i], &links, arena, diag));
    }
    return DATELINE_OK;
}
