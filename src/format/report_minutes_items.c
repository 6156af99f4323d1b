/* Item by item, in the order in which they were taken: what was discussed, and what came of it. */
#include "report_minutes.h"

/* --- the item's own lines --- */

static const char *times_of(struct minutes *w, const struct item_summary *row) {
    const struct report *r = &w->r;
    const struct stretch *stretch = &w->stretches[row->place];
    const char *said = NULL;
    if (stretch->times > 0) {
        said =
            SAID("%s to %s%s", said_when(r, stamp_at(r->m, stretch->from)), said_when(r, stamp_at(r->m, stretch->to)),
                 stretch->times == 1 ? "" : SAID(", taken %zu times", stretch->times));
    }
    const char *granted = row->granted == row->planned ? "" : SAID(", granted %s", said_minutes(r, row->granted));
    const char *figures =
        SAID("planned %s%s, used %s", said_minutes(r, row->planned), granted, said_minutes(r, row->used));
    return capital(r->arena, said_both(r->arena, said, "; ", figures));
}

/* "F1 (12 min), F2 (9 min)", in the order in which they came. */
static const char *discussed(struct minutes *w, uint32_t place) {
    const struct report *r = &w->r;
    const struct stretch *stretch = &w->stretches[place];
    size_t count = r->s->finding_count;
    int64_t *used = arena_array(r->arena, count, sizeof *used);
    const char *said = NULL;
    if (!r->s->focus_kept || stretch->times == 0) {
        return NULL;
    }
    for (size_t i = stretch->first; i <= stretch->last; i++) {
        const struct span *span = &r->m->spans[i];
        if (span->place == place && span->finding >= 0) {
            used[span->finding] += span->to - span->from;
        }
    }
    for (size_t i = stretch->first; i <= stretch->last; i++) {
        const struct span *span = &r->m->spans[i];
        if (span->place == place && span->finding >= 0 && used[span->finding] > 0) {
            said = said_both(
                r->arena, said, ", ",
                SAID("%s (%s)", r->m->findings[span->finding].finding->id, said_minutes(r, used[span->finding])));
            used[span->finding] = 0;
        }
    }
    return said;
}

static void item_lines(struct minutes *w, const struct item_summary *row) {
    const struct report *r = &w->r;
    const struct item *item = r->m->items[row->place].item;
    struct block *pairs = document_pairs(r->d);
    add_pair(r, pairs, "For", said_choice(r->arena, &CHOICES_PURPOSE, item->purpose, NULL));
    add_pair(r, pairs, "Time", times_of(w, row));
    add_pair(r, pairs, "Presented by", said_person(r, item->presenter));
    add_pair(r, pairs, "Papers", said_list(r, &item->papers));
    add_pair(r, pairs, "Under discussion", discussed(w, row->place));
    add_pair(r, pairs, "Heard", said_parties(r, &w->heard[row->place]));
    if (r->m->items[row->place].added) {
        add_pair(r, pairs, "On the agenda", "Added in the meeting");
    }
}

/* --- what was said of it --- */

static void read_back(const struct report *r, size_t at) {
    const struct event_readback *readback = r->m->events[at].body;
    const char *ids = said_list(r, &readback->records);
    document_text(r->d, "Read back", ids == NULL ? NULL : SAID("%s, confirmed as they stood", ids));
    document_words(r->d, "Said at the read-back", text_blank(readback->words) ? NULL : readback->words);
}

static bool about_order(enum event_do what) {
    static const enum event_do said[] = {DO_PAUSE, DO_RESUME, DO_EXTEND,   DO_REPAIR,    DO_GAP,      DO_SKIP,
                                         DO_PARK,  DO_REPLAN, DO_ADD_ITEM, DO_MOVE_ITEM, DO_HAND_OVER};
    for (size_t i = 0; i < sizeof said / sizeof *said; i++) {
        if (said[i] == what) {
            return true;
        }
    }
    return false;
}

/* Changes of time, order and office, as the log says them. */
static void course(const struct report *r, const size_t *events, size_t count) {
    struct block *list = NULL;
    for (size_t i = 0; i < count; i++) {
        if (!about_order(r->m->events[events[i]].what)) {
            continue;
        }
        list = list == NULL ? document_list(r->d) : list;
        list_add(r->d, list, said_when(r, r->m->events[events[i]].at), event_sentence(r->m, events[i], r->arena));
    }
}

/* --- by finding --- */

/* What an item is told in: its events and records, and the finding each stands under. */
struct group {
    struct minutes *w;
    const size_t *events, *records;
    size_t event_count, record_count;
    int32_t finding; /* being told; -1: what is about none */
};

static int32_t finding_of_event(const struct report *r, size_t at) {
    const struct event *event = &r->m->events[at];
    const char *id = event->what == DO_POSITION ? ((const struct event_position *)event->body)->finding
                     : event->what == DO_AS_IS  ? ((const struct event_as_is *)event->body)->finding
                                                : NULL;
    return id == NULL ? -1 : meeting_finding_place(r->m, id);
}

static int32_t finding_of_record(const struct minutes *w, size_t place) {
    const char *id = NULL;
    if (w->challenges[place] != NULL) {
        id = w->challenges[place]->challenge->finding;
    } else if (w->agreements[place] != NULL && w->agreements[place]->agreement->findings.count > 0) {
        id = w->agreements[place]->agreement->findings.items[0];
    }
    return id == NULL ? -1 : meeting_finding_place(w->r.m, id);
}

static void as_is(const struct report *r, size_t at) {
    const struct event_as_is *as_is = r->m->events[at].body;
    document_text(r->d, "Kept as they are",
                  SAID("The agreements on %s, knowing that they are of weak kinds: %s", as_is->finding, as_is->reason));
}

static const char *assent_said(const struct report *r, const struct event_assent *assent) {
    static const char *const stands[] = {"", "agreed to", "agreed with a reservation to",
                                         "was absent, and is to be asked about", "declined"};
    const struct record_state *record = meeting_record(r->m, assent->id);
    return record == NULL || record->withdrawn
               ? NULL
               : SAID("%s %s %s", capital(r->arena, said_party(r, assent->agency)), stands[assent->state], assent->id);
}

/* What is told in full elsewhere. */
static void also(const struct group *g) {
    const struct report *r = &g->w->r;
    struct block *list = NULL;
    struct texts engaged = {.items = arena_array(r->arena, g->record_count, sizeof *engaged.items)};
    size_t assessed = 0;
    for (size_t i = 0; i < g->event_count; i++) {
        const struct event *event = &r->m->events[g->events[i]];
        const char *said = event->what == DO_ASSENT ? assent_said(r, event->body) : NULL;
        assessed += event->what == DO_ASSESS;
        if (said != NULL) {
            list = list == NULL ? document_list(r->d) : list;
            list_add(r->d, list, said_when(r, event->at), said);
        }
    }
    for (size_t i = 0; i < g->record_count; i++) {
        const struct record_state *record = &r->m->records[g->records[i]];
        if (record->kind == RECORD_ENGAGEMENT) {
            engaged.items[engaged.count++] = record->id;
        }
    }
    document_text(r->d, "Engagement planned", said_list(r, &engaged));
    document_text(r->d, NULL, assessed == 0 ? NULL : "The questions of the quality marker were answered.");
}

/* Events and records of the finding at hand, in the order in which they were said. */
static void told(const struct group *g) {
    const struct report *r = &g->w->r;
    const char *id = g->finding < 0 ? NULL : r->m->findings[g->finding].finding->id;
    size_t e = 0;
    for (size_t i = 0; i <= g->record_count; i++) {
        size_t until = i < g->record_count ? r->m->records[g->records[i]].event : SIZE_MAX;
        for (; e < g->event_count && g->events[e] < until; e++) {
            enum event_do what = r->m->events[g->events[e]].what;
            if (finding_of_event(r, g->events[e]) != g->finding) {
                continue;
            }
            if (what == DO_POSITION) {
                minutes_position(g->w, g->events[e]);
            } else if (what == DO_AS_IS) {
                as_is(r, g->events[e]);
            }
        }
        if (i < g->record_count && r->m->records[g->records[i]].kind != RECORD_ENGAGEMENT &&
            finding_of_record(g->w, g->records[i]) == g->finding) {
            minutes_record(g->w, g->records[i], id);
        }
    }
}

static void add_finding(bool *seen, int32_t *list, size_t *count, int32_t finding) {
    if (finding >= 0 && !seen[finding]) {
        seen[finding] = true;
        list[(*count)++] = finding;
    }
}

/* The findings something is told of, in the order in which they came up. */
static size_t findings_told(struct group *g, int32_t *list) {
    const struct report *r = &g->w->r;
    bool *seen = arena_array(r->arena, r->s->finding_count, sizeof *seen);
    size_t count = 0;
    size_t e = 0;
    for (size_t i = 0; i <= g->record_count; i++) {
        size_t until = i < g->record_count ? r->m->records[g->records[i]].event : SIZE_MAX;
        for (; e < g->event_count && g->events[e] < until; e++) {
            add_finding(seen, list, &count, finding_of_event(r, g->events[e]));
        }
        if (i < g->record_count) {
            add_finding(seen, list, &count, finding_of_record(g->w, g->records[i]));
        }
    }
    return count;
}

static bool any_about_none(const struct group *g) {
    for (size_t i = 0; i < g->record_count; i++) {
        if (g->w->r.m->records[g->records[i]].kind != RECORD_ENGAGEMENT && finding_of_record(g->w, g->records[i]) < 0) {
            return true;
        }
    }
    return false;
}

static void tell(struct group *g) {
    const struct report *r = &g->w->r;
    int32_t *findings = arena_array(r->arena, r->s->finding_count, sizeof *findings);
    size_t count = findings_told(g, findings);
    for (size_t i = 0; i < count; i++) {
        document_heading(r->d, 4, said_finding(r, r->m->findings[findings[i]].finding->id));
        g->finding = findings[i];
        told(g);
    }
    if (count > 0 && any_about_none(g)) {
        document_heading(r->d, 4, "Not about one finding");
    }
    g->finding = -1;
    told(g);
}

static struct group group_of(struct minutes *w, size_t place) {
    return (struct group){.w = w,
                          .events = w->said.list + w->said.from[place],
                          .event_count = w->said.from[place + 1] - w->said.from[place],
                          .records = w->records.list + w->records.from[place],
                          .record_count = w->records.from[place + 1] - w->records.from[place]};
}

/* --- the items --- */

static void tell_item(struct minutes *w, const struct item_summary *row) {
    const struct report *r = &w->r;
    struct group group = group_of(w, row->place);
    document_heading(r->d, 3, said_item(r, r->m->items[row->place].item->id));
    item_lines(w, row);
    course(r, group.events, group.event_count);
    tell(&group);
    for (size_t i = 0; i < group.event_count; i++) {
        if (r->m->events[group.events[i]].what == DO_READBACK) {
            read_back(r, group.events[i]);
        }
    }
    also(&group);
    if (row->recorded == 0) {
        document_text(r->d, NULL, "Nothing was recorded in this item.");
    }
}

void minutes_items(struct minutes *w) {
    const struct report *r = &w->r;
    struct group before = group_of(w, r->m->item_count);
    if (before.record_count + before.event_count + w->taken_count == 0) {
        return;
    }
    document_heading(r->d, 2, "Discussion and decisions");
    if (before.record_count + before.event_count > 0) {
        document_heading(r->d, 3, "Before the first item");
        course(r, before.events, before.event_count);
        tell(&before);
        also(&before);
    }
    for (size_t i = 0; i < w->taken_count; i++) {
        tell_item(w, w->taken[i]);
    }
}

/* --- not taken --- */

static const char *why_not_taken(const struct report *r, const struct item_state *item) {
    bool ended = r->m->status == MEETING_CLOSED || r->m->status == MEETING_CONFIRMED;
    switch (item->stage) {
    case ITEM_SKIPPED:
        return said_both(r->arena, "Skipped", ": ", item->reason);
    case ITEM_PARKED:
        return said_both(r->arena, "Parked for another meeting", ": ", item->reason);
    case ITEM_TO_COME:
        return ended ? "Not reached" : "Not taken yet";
    case ITEM_VISITED:
        break;
    }
    return NULL;
}

void minutes_not_taken(struct minutes *w) {
    const struct report *r = &w->r;
    struct block *list = NULL;
    for (size_t i = 0; i < r->s->item_count; i++) {
        const struct item_state *item = &r->m->items[r->s->items[i].place];
        const char *why = why_not_taken(r, item);
        if (why == NULL) {
            continue;
        }
        if (list == NULL) {
            document_heading(r->d, 2, "Items not taken");
            list = document_list(r->d);
        }
        list_add(r->d, list, said_item(r, item->item->id), why);
    }
}
