#include "documents.h"

#include <stdio.h>
#include <string.h>

#include "candour/base/arena.h"
#include "candour/format/load.h"
#include "candour/format/report_guard.h"
#include "candour/store/file.h"
#include "figures.h"
#include "pty.h"

static const struct meeting *load(const char *path, struct arena *arena) {
    struct load_from order = {.name = path};
    struct loaded loaded;
    struct diags diags;
    char *bytes;
    diags_begin(&diags, arena);
    if (file_read(path, LOAD_FILE_MOST, arena, &bytes, &order.length, NULL))
        return NULL;
    order.bytes = bytes;
    return load_meeting(&order, arena, &diags, &loaded) ? loaded.meeting : NULL;
}

static double written(const struct report_kind *kind, enum report_form form, const struct report_order *order,
                      int rounds) {
    struct figures times = {.count = 0};
    for (int i = 0; i < rounds; i++) {
        struct buffer out = {0};
        double from = clock_ms();
        report_write(kind, form, order, &out);
        figures_add(&times, clock_ms() - from);
        buffer_free(&out);
    }
    return figures_median(&times);
}

static double guarded(const struct report_kind *kind, const struct report_order *order) {
    static const char *const words[] = {"Tamsin", "Marmaduke Featherstone", "Zo\xc3\xab", "Anna", "14 Mill Lane"};
    struct arena *arena = arena_new();
    struct buffer out = {0};
    report_write(kind, REPORT_HTML, order, &out);
    double from = clock_ms();
    report_guard(REPORT_HTML, order, &out, words, sizeof words / sizeof *words, arena);
    double took = clock_ms() - from;
    buffer_free(&out);
    arena_free(arena);
    return took;
}

void documents_measure(const char *path, int rounds) {
    struct arena *arena = arena_new();
    struct report_order order = {.meeting = load(path, arena), .now = {.at = instant_of(day_of(2017, 3, 6), 720, 0)}};
    size_t count;
    const struct report_kind *kinds = report_kinds(&count);
    for (size_t i = 0; order.meeting && i < count; i++) {
        char what[64];
        double most = 0;
        order.agency = kinds[i].argument ? ((const struct agency *)order.meeting->agenda->agencies.items)[0].id : NULL;
        for (int form = 0; form < REPORT_FORMS; form++) {
            double took = report_has(&kinds[i], (enum report_form)form)
                              ? written(&kinds[i], (enum report_form)form, &order, rounds)
                              : 0;
            most = took > most ? took : most;
        }
        snprintf(what, sizeof what, "%s of 2,000 events, slowest form", kinds[i].name);
        table_figure(what, most, "ms", "< 50 ms");
    }
    if (order.meeting)
        table_note("looking through the minutes for 5 guarded words: %.1f ms", guarded(&kinds[0], &order));
    arena_free(arena);
}
