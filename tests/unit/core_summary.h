/* What the tests of the summary share: a sitting summed up at a clock, and its lists as one text. */
#ifndef CANDOUR_TESTS_CORE_SUMMARY_H
#define CANDOUR_TESTS_CORE_SUMMARY_H

#include "candour/core/summary.h"
#include "core_sitting.h"

static inline const struct summary *summed(const struct sitting *s, const char *clock) {
    return summary_of(s->m, at_clock(clock), s->arena);
}

/* "A1 A3" */
static inline const char *joined(const struct sitting *s, const struct texts *texts) {
    const char *all = "";
    for (size_t i = 0; i < texts->count; i++)
        all = arena_format(s->arena, "%s%s%s", all, i == 0 ? "" : " ", texts->items[i]);
    return all;
}

/* The texts of the remarks of one kind, "; " between. */
static inline const char *remarked(const struct sitting *s, const struct summary *sum, enum remark_kind kind) {
    const char *all = "";
    for (size_t i = 0; i < sum->remarks.count; i++)
        if (sum->remarks.list[i].kind == kind)
            all = arena_format(s->arena, "%s%s%s", all, *all ? "; " : "", sum->remarks.list[i].text);
    return all;
}

#define IDS(texts, expected) assert_string_equal(joined(&s, &(texts)), expected)
#define REMARKED(sum, kind, expected) assert_string_equal(remarked(&s, (sum), (kind)), expected)

#endif
