/* Which findings still matter, and drafts that were never decided. */
#include <string.h>

#include "candour/base/text.h"
#include "carry_parts.h"

static void open_all(struct carrying *c, size_t from, const struct texts *ids) {
    for (size_t i = 0; i < ids->count; i++) {
        struct carried_finding *finding = carry_finding(c, from, ids->items[i]);
        if (finding)
            finding->open = true;
    }
}

/* --- drafts --- */

/* A draft that a later session had too was decided there, or not. */
static bool had_later(const struct carrying *c, size_t from, const char *text) {
    for (size_t later = 0; later < from; later++) {
        const struct agreement *drafts = c->froms[later].m->agenda->proposals.items;
        for (size_t i = 0; i < c->froms[later].m->agenda->proposals.count; i++)
            if (text_equal(drafts[i].text, text))
                return true;
    }
    return false;
}

static bool undecided(const struct carrying *c, size_t from, const struct proposal_state *state) {
    return !state->adopted && !state->rejected && !had_later(c, from, state->proposal->text);
}

/* Its own id where that is free, else the next number. */
static const char *draft_id(struct carrying *c, const char *id, size_t *number) {
    while (names_any(&c->ids, id))
        id = arena_format(c->arena, "D%zu", ++*number);
    return id;
}

static void add_draft(struct carrying *c, size_t from, const struct agreement *draft, size_t *number) {
    struct list *all = &c->agenda->proposals;
    struct agreement *list = more_room(c->arena, all->items, all->count, sizeof *list);
    struct agreement *copy = &list[all->count++];
    all->items = list;
    *copy = *draft;
    copy->id = draft_id(c, draft->id, number);
    copy->item = copy->from = NULL; /* of the meeting it was drafted for */
    names_add(&c->ids, (struct name){.key = copy->id, .kind = REF_PROPOSAL, .from = from, .place = all->count - 1});
    if (!text_equal(copy->id, draft->id))
        names_add(&c->froms[from].renamed, (struct name){.key = draft->id, .kind = REF_PROPOSAL, .text = copy->id});
    open_all(c, from, &draft->findings);
}

void carry_drafts(struct carrying *c) {
    size_t number = 0;
    for (size_t from = 0; from < c->count; from++) {
        const struct meeting *m = c->froms[from].m;
        for (size_t i = 0; i < m->agenda->proposals.count; i++)
            if (undecided(c, from, &m->proposals[i]))
                add_draft(c, from, m->proposals[i].proposal, &number);
    }
    c->out->drafts = c->agenda->proposals.count;
}

/* --- findings --- */

/* An item that carry made for it, or brought from a meeting that was to take one. */
static bool asks_position(const struct item *item) {
    const char *first = item->prompts.count > 0 ? item->prompts.items[0] : "";
    return text_equal(item->title, CARRY_POSITIONS) || strncmp(first, CARRY_FROM, strlen(CARRY_FROM)) == 0;
}

/* A follow-up takes no positions, for they were taken before it, but on what its agenda brings over. */
static bool awaited(const struct meeting *m, const char *finding) {
    if (m->agenda->meeting->type != MEETING_FOLLOW_UP)
        return true;
    for (uint32_t i = 0; i < m->item_count; i++)
        if (asks_position(m->items[i].item) && texts_have(&m->items[i].item->findings, finding))
            return true;
    return false;
}

static void look_at(struct carrying *c, size_t from) {
    const struct summary *s = c->froms[from].s;
    for (size_t i = 0; i < s->finding_count; i++) {
        const struct finding_summary *row = &s->findings[i];
        struct carried_finding *finding = carry_finding(c, from, row->state->finding->id);
        finding->touched = finding->touched || row->challenges.count + row->agreements.count > 0;
        finding->awaited = finding->awaited || awaited(s->meeting, row->state->finding->id);
        if (finding->position == 0)
            finding->position = row->position;
    }
}

static void open_by_records(struct carrying *c, size_t from) {
    const struct summary *s = c->froms[from].s;
    for (size_t i = 0; i < s->challenge_count; i++) {
        struct carried_finding *finding = carry_finding(c, from, s->challenges[i].challenge->finding);
        if (finding && (s->challenges[i].open || s->challenges[i].promised))
            finding->open = true;
    }
    for (size_t i = 0; i < s->agreement_count; i++) {
        const struct agreement_summary *row = &s->agreements[i];
        if (row->owed && !row->evidenced)
            open_all(c, from, &row->agreement->findings);
    }
}

/* An item taken again brings its findings with it. */
static void open_by_items(struct carrying *c, size_t from) {
    const struct meeting *m = c->froms[from].m;
    for (uint32_t i = 0; i < m->item_count; i++) {
        const struct texts *ids = &m->items[i].item->findings;
        if (ids->count == 0 || !carry_stage(c, from, i))
            continue;
        for (size_t f = 0; f < ids->count; f++) {
            struct carried_finding *finding = carry_finding(c, from, ids->items[f]);
            if (finding)
                finding->open = finding->taken_again = true;
        }
    }
}

bool carry_undecided(const struct carried_finding *finding) {
    return finding->position == POSITION_NEEDS_MORE_WORK || (finding->position == 0 && finding->awaited);
}

static bool matters(const struct carried_finding *finding) {
    return finding->open || carry_undecided(finding) || !finding->touched;
}

void carry_findings(struct carrying *c) {
    size_t count = c->sections[SECTION_FINDINGS].count, left = 0;
    for (size_t from = 0; from < c->count; from++) {
        look_at(c, from);
        open_by_records(c, from);
        open_by_items(c, from);
    }
    for (size_t i = 0; i < count; i++)
        left += matters(&c->findings[i]);
    for (size_t i = 0; i < count; i++)
        c->findings[i].kept = left == 0 || matters(&c->findings[i]);
    if (left > 0 && left < count)
        diag_add(c->problems, DIAG_NOTE, NULL, 0, 0, "%zu of %zu findings left out: nothing on %s is open",
                 count - left, count, count - left == 1 ? "it" : "them");
}
