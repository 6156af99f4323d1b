/* Findings: what was said and agreed on each, and what bears on it. */
#include "candour/base/text.h"
#include "fold.h"
#include "summary_parts.h"

static struct finding_summary *finding_row(const struct summing *w, const char *id) {
    int32_t place = id ? meeting_finding_place(w->m, id) : -1;
    return place < 0 ? NULL : &w->s->findings[place];
}

static void add_challenges(struct summing *w) {
    for (size_t i = 0; i < w->s->challenge_count; i++) {
        struct finding_summary *row = finding_row(w, w->challenges[i]->challenge->finding);
        if (row)
            texts_push(w->arena, &row->challenges, w->challenges[i]->record->id);
    }
}

/* --- agreements --- */

static void add_agreement(struct summing *w, const struct agreement_summary *agreement, struct places *seen) {
    const struct texts *findings = &agreement->agreement->findings;
    seen->round++;
    for (size_t i = 0; i < findings->count; i++) {
        int32_t place = meeting_finding_place(w->m, findings->items[i]);
        if (place < 0 || !places_add(seen, (size_t)place))
            continue;
        struct finding_rows *rows = &w->rows[place];
        rows->list = more_room(w->arena, rows->list, rows->count, sizeof *rows->list);
        rows->list[rows->count++] = agreement;
        texts_push(w->arena, &w->s->findings[place].agreements, agreement->record->id);
    }
}

static void add_agreements(struct summing *w) {
    struct places seen = places_of(w->arena, w->s->finding_count);
    w->rows = arena_array(w->arena, w->s->finding_count, sizeof *w->rows);
    for (size_t i = 0; i < w->s->agreement_count; i++)
        add_agreement(w, w->agreements[i], &seen);
}

/* --- strength --- */

static bool systemic(const struct change_kind *kind) {
    return kind->strength == STRENGTH_STRONG || kind->strength == STRENGTH_INTERMEDIATE;
}

static bool all_weak(const struct finding_rows *rows) {
    size_t owed = 0, weak = 0;
    for (size_t i = 0; i < rows->count; i++) {
        owed += rows->list[i]->owed;
        weak += rows->list[i]->owed && rows->list[i]->strength == STRENGTH_WEAK;
    }
    return owed > 0 && weak == owed;
}

static void add_kinds_unused(struct summing *w, const struct finding_rows *rows, struct places *used,
                             struct texts *unused) {
    size_t count = 0;
    const struct change_kind *kinds = kinds_of(w->m->agenda, &count);
    used->round++;
    for (size_t i = 0; i < rows->count; i++)
        if (rows->list[i]->owed && rows->list[i]->kind)
            places_add(used, (size_t)(rows->list[i]->kind - kinds));
    for (size_t i = 0; i < count && rows->count > 0; i++)
        if (systemic(&kinds[i]) && !places_have(used, i))
            texts_push(w->arena, unused, kinds[i].id);
}

static void add_strengths(struct summing *w) {
    size_t kinds = 0, count = w->s->finding_count;
    kinds_of(w->m->agenda, &kinds);
    struct places used = places_of(w->arena, kinds);
    for (size_t i = 0; i < count; i++) {
        w->s->findings[i].all_weak = all_weak(&w->rows[i]);
        if (count <= GRID_MOST / kinds)
            add_kinds_unused(w, &w->rows[i], &used, &w->s->findings[i].kinds_unused);
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
    add_challenges(w);
    add_agreements(w);
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
    if (!w->lists_only)
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

/* As it reads in "both agreements are training or procedure"; a kind of the agenda's own by its title. */
static const char *kind_said(const struct summing *w, const struct change_kind *kind) {
    static const char *const built_in[][2] = {
        {"procedure", "procedure"}, {"train", "training"}, {"communicate", "briefing"}, {"study", "further study"}};
    for (size_t i = 0; w->m->agenda->kinds.count == 0 && i < sizeof built_in / sizeof *built_in; i++)
        if (text_equal(kind->id, built_in[i][0]))
            return built_in[i][1];
    return kind->title;
}

/* The kinds of its agreements, each once. */
static const char *kinds_said(struct summing *w, const struct finding_rows *rows, size_t *owed) {
    enum { SAID_MOST = 4 };
    struct texts kinds = {.items = NULL};
    for (size_t i = 0; i < rows->count; i++) {
        if (!rows->list[i]->owed)
            continue;
        ++*owed;
        const char *said = kind_said(w, rows->list[i]->kind);
        if (kinds.count < SAID_MOST && !texts_have(&kinds, said))
            texts_push(w->arena, &kinds, said);
    }
    const char *all = kinds.count > 0 ? kinds.items[0] : "";
    for (size_t i = 1; i < kinds.count; i++)
        all = arena_format(w->arena, "%s%s%s", all, i + 1 < kinds.count ? ", " : " or ", kinds.items[i]);
    return all;
}

void remark_all_weak(struct summing *w, enum remark_kind kind) {
    for (size_t i = 0; i < w->s->finding_count; i++) {
        const struct finding_summary *finding = &w->s->findings[i];
        const char *id = finding->state->finding->id;
        if (!finding->all_weak || finding->state->as_is)
            continue;
        size_t owed = 0;
        const char *said = kinds_said(w, &w->rows[i], &owed);
        if (owed == 1)
            remark_add(w, kind, id, "The one agreement on %s is %s", id, said);
        else if (owed == 2)
            remark_add(w, kind, id, "Both agreements on %s are %s", id, said);
        else
            remark_add(w, kind, id, "All %zu agreements on %s are %s", owed, id, said);
    }
}
