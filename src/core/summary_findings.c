/* Findings: what was said and agreed on each, and what bears on it. */
#include "candour/base/text.h"
#include "fold.h"
#include "summary_parts.h"

static struct finding_summary *finding_row(const struct summing *w, const char *id) {
    int32_t place = id ? meeting_finding_place(w->m, id) : -1;
    return place < 0 ? NULL : &w->s->findings[place];
}

static void add_records(struct summing *w) {
    size_t at = 0;
    for (const struct record_state *record; (record = record_next(w, RECORD_CHALLENGE, &at));) {
        struct finding_summary *row = finding_row(w, ((const struct challenge *)record->now)->finding);
        if (row)
            texts_push(w->arena, &row->challenges, record->id);
    }
    struct places seen = places_of(w->arena, w->s->finding_count);
    at = 0;
    for (const struct record_state *record; (record = record_next(w, RECORD_AGREEMENT, &at)); seen.round++) {
        const struct texts *findings = &((const struct agreement *)record->now)->findings;
        for (size_t i = 0; i < findings->count; i++) {
            struct finding_summary *row = finding_row(w, findings->items[i]);
            if (row && places_add(&seen, (size_t)(row - w->s->findings)))
                texts_push(w->arena, &row->agreements, record->id);
        }
    }
}

/* --- strength --- */

static const struct agreement_summary *const *rows_by_record(const struct summing *w) {
    const struct agreement_summary **rows = arena_array(w->arena, w->m->record_count, sizeof *rows);
    for (size_t i = 0; i < w->s->agreement_count; i++)
        rows[w->s->agreements[i].record - w->m->records] = &w->s->agreements[i];
    return rows;
}

static const struct agreement_summary *row_of(const struct summing *w, const struct agreement_summary *const *rows,
                                              const char *id) {
    return rows[meeting_record(w->m, id) - w->m->records];
}

static bool systemic(const struct change_kind *kind) {
    return kind->strength == STRENGTH_STRONG || kind->strength == STRENGTH_INTERMEDIATE;
}

static void add_strength(const struct summing *w, struct finding_summary *row,
                         const struct agreement_summary *const *rows) {
    size_t owed = 0, weak = 0;
    for (size_t i = 0; i < row->agreements.count; i++) {
        const struct agreement_summary *agreement = row_of(w, rows, row->agreements.items[i]);
        owed += agreement->owed;
        weak += agreement->owed && agreement->strength == STRENGTH_WEAK;
    }
    row->all_weak = owed > 0 && weak == owed;
}

static void add_kinds_unused(struct summing *w, struct finding_summary *row,
                             const struct agreement_summary *const *rows, struct places *used) {
    size_t count = 0;
    const struct change_kind *kinds = kinds_of(w->m->agenda, &count);
    used->round++;
    for (size_t i = 0; i < row->agreements.count; i++) {
        const struct agreement_summary *agreement = row_of(w, rows, row->agreements.items[i]);
        size_t place = 0;
        if (agreement->owed && meeting_names(w->m, agreement->agreement->kind, &place) == REF_KIND && place < count)
            places_add(used, place);
    }
    for (size_t i = 0; i < count && row->agreements.count > 0; i++)
        if (systemic(&kinds[i]) && !places_have(used, i))
            texts_push(w->arena, &row->kinds_unused, kinds[i].id);
}

static void add_strengths(struct summing *w) {
    const struct agreement_summary *const *rows = rows_by_record(w);
    size_t kinds = 0;
    kinds_of(w->m->agenda, &kinds);
    struct places used = places_of(w->arena, kinds);
    for (size_t i = 0; i < w->s->finding_count; i++) {
        add_strength(w, &w->s->findings[i], rows);
        if (w->s->finding_count <= GRID_MOST / kinds)
            add_kinds_unused(w, &w->s->findings[i], rows, &used);
    }
}

/* --- opened --- */

/* Without a focus, the items taken say which findings came up. */
static void open_by_items(struct summing *w) {
    for (uint32_t i = 0; i < w->m->item_count; i++) {
        const struct item_state *item = &w->m->items[i];
        for (size_t f = 0; f < item->item->findings.count && item->stage == ITEM_VISITED; f++) {
            struct finding_summary *row = finding_row(w, item->item->findings.items[f]);
            if (row)
                row->opened = true;
        }
    }
}

void sum_findings(struct summing *w) {
    struct summary *s = w->s;
    s->finding_count = w->m->agenda->findings.count;
    s->findings = arena_array(w->arena, s->finding_count, sizeof *s->findings);
    add_records(w);
    for (size_t i = 0; i < s->finding_count; i++) {
        struct finding_summary *row = &s->findings[i];
        row->state = &w->m->findings[i];
        row->position = row->state->position ? row->state->position->position : 0;
        row->used = meeting_finding_used(w->m, (uint32_t)i, w->clock);
        row->opened = row->state->focused || row->position != 0 || row->challenges.count + row->agreements.count > 0;
        s->focus_kept = s->focus_kept || row->state->focused;
    }
    if (!s->focus_kept)
        open_by_items(w);
    add_strengths(w);
}

/* --- remarks --- */

typedef bool trait(const struct finding_summary *finding);

static bool untouched(const struct finding_summary *finding) {
    return finding->challenges.count + finding->agreements.count == 0;
}

static bool without_position(const struct finding_summary *finding) {
    return finding->position == 0;
}

static bool never_opened(const struct finding_summary *finding) {
    return !finding->opened;
}

/* Findings are missed once the board has begun with them, or has ended without. */
static bool begun(const struct summing *w) {
    bool any = w->s->focus_kept || w->s->challenge_count + w->s->agreement_count > 0;
    for (size_t i = 0; i < w->s->finding_count; i++)
        any = any || w->s->findings[i].position != 0;
    return any || (w->ended && w->m->first_start != 0);
}

static void list_with(struct summing *w, enum remark_kind kind, const char *words, trait *has) {
    struct texts ids = {.items = NULL};
    for (size_t i = 0; i < w->s->finding_count; i++)
        if (has(&w->s->findings[i]))
            texts_push(w->arena, &ids, w->s->findings[i].state->finding->id);
    if (begun(w))
        remark_list(w, kind, words, &ids);
}

void remark_untouched(struct summing *w, enum remark_kind kind) {
    list_with(w, kind, "No challenge and no agreement", untouched);
}

void remark_no_position(struct summing *w, enum remark_kind kind) {
    list_with(w, kind, "No position", without_position);
}

void remark_never_opened(struct summing *w, enum remark_kind kind) {
    list_with(w, kind, "Never opened", never_opened);
}

/* The kinds of its agreements, each once: "train or procedure". */
static const char *kinds_named(struct summing *w, const struct finding_summary *finding, size_t *owed) {
    struct texts kinds = {.items = NULL};
    for (size_t i = 0; i < finding->agreements.count; i++) {
        const struct agreement *agreement = meeting_record(w->m, finding->agreements.items[i])->now;
        if (agreement->status == AGREEMENT_STOPPED || agreement->status == AGREEMENT_SUPERSEDED)
            continue;
        ++*owed;
        if (kinds.count < 8 && !texts_have(&kinds, agreement->kind))
            texts_push(w->arena, &kinds, agreement->kind);
    }
    const char *named = kinds.items[0];
    for (size_t i = 1; i < kinds.count; i++)
        named = arena_format(w->arena, i + 1 < kinds.count ? "%s, %s" : "%s or %s", named, kinds.items[i]);
    return named;
}

void remark_all_weak(struct summing *w, enum remark_kind kind) {
    for (size_t i = 0; i < w->s->finding_count; i++) {
        const struct finding_summary *finding = &w->s->findings[i];
        const char *id = finding->state->finding->id;
        if (!finding->all_weak || finding->state->as_is)
            continue;
        size_t owed = 0;
        const char *named = kinds_named(w, finding, &owed);
        if (owed == 1)
            remark_add(w, kind, id, "The one agreement on %s is %s", id, named);
        else
            remark_add(w, kind, id, "All %zu agreements on %s are %s", owed, id, named);
    }
}
