/* Remarks: what the chair may want to see, in a line each. */
#include "summary_parts.h"

static void add(struct arena *arena, struct remarks *remarks, struct remark remark) {
    remarks->list = more_room(arena, remarks->list, remarks->count, sizeof *remarks->list);
    remarks->list[remarks->count++] = remark;
}

void remark_add(struct summing *w, enum remark_kind kind, const char *subject, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    const char *text = arena_vformat(w->arena, format, arguments);
    va_end(arguments);
    add(w->arena, &w->s->remarks, (struct remark){.kind = kind, .subject = subject, .text = text});
}

void remark_list(struct summing *w, enum remark_kind kind, const char *words, const struct texts *ids) {
    if (ids->count > 0)
        remark_add(w, kind, ids->items[0], "%s: %s", words, texts_said(w->arena, ids));
}

static remark_maker *const makers[REMARK_KINDS] = {
    [REMARK_ALL_FROM_CHAIR] = remark_all_from_chair,
    [REMARK_NEVER_CHALLENGING] = remark_never_challenging,
    [REMARK_NEVER_CHALLENGED] = remark_never_challenged,
    [REMARK_UNANSWERED] = remark_unanswered,
    [REMARK_NO_DATE_TO_ANSWER] = remark_no_date,
    [REMARK_EVIDENCE_PROMISED] = remark_promised,
    [REMARK_FINDING_UNTOUCHED] = remark_untouched,
    [REMARK_FINDING_NO_POSITION] = remark_no_position,
    [REMARK_FINDING_NEVER_OPENED] = remark_never_opened,
    [REMARK_ALL_WEAK] = remark_all_weak,
    [REMARK_TOO_MANY] = remark_too_many,
    [REMARK_EVERYTHING_NOW] = remark_everything_now,
    [REMARK_NOTHING_LINKED] = remark_nothing_linked,
    [REMARK_LEARNING_UNLINKED] = remark_learning,
    [REMARK_PRIORITY_UNLINKED] = remark_priority,
    [REMARK_SILENT] = remark_silent,
    [REMARK_OWNS_NOTHING] = remark_owns_nothing,
    [REMARK_ITEM_EMPTY] = remark_item_empty,
    [REMARK_ITEM_RUSHED] = remark_item_rushed,
    [REMARK_QUORUM_UNKNOWN] = remark_quorum_unknown,
    [REMARK_QUORUM_NOT_MET] = remark_quorum_not_met,
    [REMARK_ENGAGEMENT_REMOTE] = remark_engagement_remote,
    [REMARK_ENGAGEMENT_NO_TEST] = remark_engagement_no_test,
    [REMARK_ENGAGEMENT_NO_PRACTITIONERS] = remark_engagement_practitioners,
    [REMARK_ENGAGEMENT_NO_LEADERS] = remark_engagement_leaders,
};
_Static_assert(REMARK_KINDS <= 32, "a set of kinds is 32 bits");

void sum_remarks(struct summing *w) {
    for (int kind = 0; kind < REMARK_KINDS; kind++)
        makers[kind](w, (enum remark_kind)kind);
}

struct remarks remarks_of(const struct summary *summary, uint32_t kinds, struct arena *arena) {
    struct remarks some = {.count = 0};
    for (size_t i = 0; i < summary->remarks.count; i++)
        if (kinds >> summary->remarks.list[i].kind & 1)
            add(arena, &some, summary->remarks.list[i]);
    return some;
}
