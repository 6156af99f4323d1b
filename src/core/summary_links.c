/* Links: work under way and plan priorities, what bears on each finding and what the agreements joined. */
#include <stdlib.h>

#include "summary_parts.h"

/* One list of the agenda that agreements may be linked to. */
struct linkable {
    uint32_t names;
    size_t count;
    const char **ids;
};

#define LINKABLE(w, type, list, bit) linkable_of((w), &(list), sizeof(type), offsetof(type, id), (bit))

static struct linkable linkable_of(struct summing *w, const struct list *list, size_t size, size_t id, uint32_t names) {
    struct linkable linkable = {.names = names, .count = list->count};
    linkable.ids = arena_array(w->arena, list->count, sizeof *linkable.ids);
    for (size_t i = 0; i < list->count; i++)
        linkable.ids[i] = *(const char *const *)(const void *)((const char *)list->items + i * size + id);
    return linkable;
}

/* Which of two lists the agreements owed are linked to. */
static void mark_linked(const struct summing *w, const struct linkable of[2], struct places linked[2]) {
    for (size_t i = 0; i < w->s->agreement_count; i++) {
        const struct texts *links = &w->agreements[i]->agreement->links;
        for (size_t l = 0; l < links->count && w->agreements[i]->owed; l++) {
            size_t place = 0;
            uint32_t names = meeting_names(w->m, links->items[l], &place);
            if (names == of[0].names || names == of[1].names)
                places_add(&linked[names == of[1].names], place);
        }
    }
}

static void split(struct summing *w, const struct linkable *of, const struct places *marked, struct texts *linked,
                  struct texts *unlinked) {
    for (size_t i = 0; i < of->count; i++)
        texts_push(w->arena, places_have(marked, i) ? linked : unlinked, of->ids[i]);
}

/* --- by finding --- */

/* What bears on one finding: each place once, then in file order. */
struct gathering {
    const struct linkable *of;
    struct places marked;
    uint32_t *places;
    size_t count;
};

static struct gathering gathering_of(const struct summing *w, const struct linkable *linkable) {
    return (struct gathering){
        .of = linkable,
        .marked = places_of(w->arena, linkable->count),
        .places = arena_array(w->arena, linkable->count, sizeof(uint32_t)),
    };
}

static void gather(const struct summing *w, struct gathering *gathering, const struct texts *refs) {
    for (size_t i = 0; i < refs->count; i++) {
        size_t place = 0;
        if (meeting_names(w->m, refs->items[i], &place) == gathering->of->names &&
            places_add(&gathering->marked, place))
            gathering->places[gathering->count++] = (uint32_t)place;
    }
}

static int by_place(const void *a, const void *b) {
    const uint32_t *x = a, *y = b;
    return *x < *y ? -1 : *x > *y;
}

static void gathered(struct summing *w, struct gathering *gathering, struct texts *out) {
    if (gathering->count > 1)
        qsort(gathering->places, gathering->count, sizeof *gathering->places, by_place);
    for (size_t i = 0; i < gathering->count; i++)
        texts_push(w->arena, out, gathering->of->ids[gathering->places[i]]);
    gathering->count = 0;
    gathering->marked.round++;
}

/* Learning entries that name a finding, by finding. */
static struct texts *named_by_learning(struct summing *w) {
    struct texts *named = arena_array(w->arena, w->s->finding_count, sizeof *named);
    const struct learning *learning = w->m->agenda->learning.items;
    for (size_t i = 0; i < w->m->agenda->learning.count; i++)
        for (size_t f = 0; f < learning[i].findings.count; f++) {
            int32_t finding = meeting_finding_place(w->m, learning[i].findings.items[f]);
            if (finding >= 0)
                texts_push(w->arena, &named[finding], learning[i].id);
        }
    return named;
}

static void add_learning(struct summing *w, const struct linkable *learning) {
    const struct texts *named = named_by_learning(w);
    struct gathering gathering = gathering_of(w, learning);
    for (size_t i = 0; i < w->s->finding_count; i++) {
        struct finding_summary *row = &w->s->findings[i];
        gather(w, &gathering, &row->state->finding->learning);
        gather(w, &gathering, &named[i]);
        gathered(w, &gathering, &row->learning);
    }
}

static void add_priorities(struct summing *w, const struct linkable *priorities) {
    struct gathering gathering = gathering_of(w, priorities);
    for (size_t i = 0; i < w->s->finding_count; i++) {
        struct finding_summary *row = &w->s->findings[i];
        gather(w, &gathering, &row->state->finding->priorities);
        for (size_t a = 0; a < w->rows[i].count; a++)
            gather(w, &gathering, &w->rows[i].list[a]->agreement->links);
        gathered(w, &gathering, &row->priorities);
    }
}

void sum_links(struct summing *w) {
    struct summary *s = w->s;
    const struct linkable of[2] = {LINKABLE(w, struct learning, w->m->agenda->learning, REF_LEARNING),
                                   LINKABLE(w, struct priority, w->m->agenda->priorities, REF_PRIORITY)};
    struct places linked[2] = {places_of(w->arena, of[0].count), places_of(w->arena, of[1].count)};
    mark_linked(w, of, linked);
    split(w, &of[0], &linked[0], &s->learning_linked, &s->learning_unlinked);
    split(w, &of[1], &linked[1], &s->priorities_linked, &s->priorities_unlinked);
    add_learning(w, &of[0]);
    add_priorities(w, &of[1]);
}

/* --- remarks --- */

/* None of its agreements owed has links or `none`. */
static bool nothing_linked(const struct finding_rows *rows) {
    size_t owed = 0;
    for (size_t i = 0; i < rows->count; i++) {
        owed += rows->list[i]->owed;
        if (rows->list[i]->owed && (rows->list[i]->lacks & LACK_LINKS) == 0)
            return false;
    }
    return owed > 0;
}

void remark_nothing_linked(struct summing *w, enum remark_kind kind) {
    struct texts ids = {.items = NULL};
    for (size_t i = 0; i < w->s->finding_count; i++)
        if (nothing_linked(&w->rows[i]))
            texts_push(w->arena, &ids, w->s->findings[i].state->finding->id);
    remark_list(w, kind, "No link, nor a word that there is none", &ids);
}

void remark_learning(struct summing *w, enum remark_kind kind) {
    if (w->s->owed_count > 0)
        remark_list(w, kind, "Work under way never linked", &w->s->learning_unlinked);
}

void remark_priority(struct summing *w, enum remark_kind kind) {
    if (w->s->owed_count > 0)
        remark_list(w, kind, "Plan priorities never linked", &w->s->priorities_unlinked);
}
