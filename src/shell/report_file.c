#include "candour/shell/report_file.h"

#include "candour/base/text.h"
#include "candour/store/file.h"

static const char *const BESIDE[] = {"BOARD", "CHAIR", "NATIONAL"};
enum { BESIDE_COUNT = sizeof BESIDE / sizeof *BESIDE };

const char *report_term(size_t at, const char **means) {
    size_t count;
    const struct report_kind *kinds = report_kinds(&count);
    *means = at < count ? kinds[at].does : NULL;
    return at < count ? kinds[at].said : NULL;
}

const char *report_agency(const struct meeting *meeting, const char *wanted, struct arena *arena, const char **near) {
    const struct agency *agencies = meeting->agenda->agencies.items;
    size_t count = meeting->agenda->agencies.count;
    const char **ids = arena_array(arena, count + BESIDE_COUNT, sizeof *ids);
    for (size_t i = 0; i < count + BESIDE_COUNT; i++) {
        ids[i] = i < count ? agencies[i].id : BESIDE[i - count];
        if (text_equal_nocase(ids[i], wanted)) {
            return ids[i];
        }
    }
    *near = text_nearest(wanted, ids, count + BESIDE_COUNT);
    return NULL;
}

struct report_leaks report_made(const struct report_job *job, const char *const *words, size_t count,
                                struct buffer *out, struct arena *arena) {
    report_write(job->kind, job->form, &job->order, out);
    return report_guard(job->form, &job->order, out, words, count, arena);
}

const char *report_put(const char *path, const struct buffer *text, bool *taken, bool *written, struct arena *arena) {
    struct replacement order = {.path = path, .bytes = text->bytes, .length = text->length, .fresh = true};
    enum replaced done = file_put(&order, arena);
    *taken = done == REPLACED_TAKEN;
    *written = done == REPLACED || done == REPLACED_UNSURE;
    if (*taken) {
        return arena_format(arena, "%s is there already, and is not written over: name another file", path);
    }
    return order.why;
}

const char *report_written(const struct report_job *job, const char *path, struct arena *arena) {
    return arena_format(arena, "%s %s", job->kind->are_in, path);
}
