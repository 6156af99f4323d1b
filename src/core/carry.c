/* Carry as a whole: which sessions, in what order, and the sections of one mapping each. */
#include "candour/core/carry.h"

#include <string.h>

#include "candour/base/text.h"
#include "carry_parts.h"

enum { MEETS_FOR = 180, SUMMARIES_MOST = 32 * 1024 };

/* --- the sessions --- */

static instant opened(const struct carry_from *from) {
    return from->meeting->opened;
}

static bool same_meeting(const struct carry_from *a, const struct carry_from *b) {
    const struct agenda *one = a->meeting->agenda, *other = b->meeting->agenda;
    return opened(a) == opened(b) && text_equal(one->review->id, other->review->id) &&
           text_equal(one->meeting->title, other->meeting->title);
}

static void refuse(struct diags *problems, const struct carry_from *from, const char *what, const char *hint) {
    struct diag *diag = diag_add(problems, DIAG_ERROR, from->path, 0, 0, "%s", what);
    if (diag)
        diag->hint = hint;
}

/* Says what keeps the session at AT from being carried with those before it. */
static void refuse_one(const struct carry_from *from, size_t at, struct diags *problems, struct arena *arena) {
    const struct agenda *agenda = from[at].meeting->agenda, *first = from[0].meeting->agenda;
    if (from[at].meeting->event_count == 0) {
        refuse(problems, &from[at], "nothing has happened in this meeting yet: there is nothing to carry forward",
               "name a session: the file in which `candour run` kept a meeting");
        return;
    }
    if (!text_equal(agenda->board->id, first->board->id)) {
        refuse(problems, &from[at],
               arena_format(arena, "this is a meeting of %s, and %s one of %s", agenda->board->id, from[0].path,
                            first->board->id),
               "carry the sessions of one board at a time");
        return;
    }
    for (size_t i = 0; i < at; i++)
        if (from[i].meeting->event_count > 0 && same_meeting(&from[i], &from[at])) {
            refuse(problems, &from[at], arena_format(arena, "this is the same meeting as %s", from[i].path),
                   "name it once; two copies that went separate ways are for `candour merge`");
            return;
        }
}

static bool refused_any(const struct carry_from *from, size_t count, struct diags *problems, struct arena *arena) {
    size_t before = problems->errors;
    for (size_t i = 0; i < count; i++)
        refuse_one(from, i, problems, arena);
    return problems->errors > before;
}

/* The latest first; of two opened at once the one named first. */
static void take_froms(struct carrying *c, const struct carry_from *from) {
    c->froms = arena_array(c->arena, c->count, sizeof *c->froms);
    for (size_t i = 0; i < c->count; i++) {
        size_t at = i;
        for (; at > 0 && opened(c->froms[at - 1].given) < opened(&from[i]); at--)
            c->froms[at] = c->froms[at - 1];
        c->froms[at] = (struct from){
            .given = &from[i],
            .m = from[i].meeting,
            .s = summary_later(from[i].meeting, c->now, c->arena),
            .day = carry_day(c->arena, stamp_day(from[i].meeting->events[0].at)),
            .name = carry_line(c->arena, from[i].name, 80),
            .renamed = {.arena = c->arena},
        };
    }
}

static const char *label_of(const struct carrying *c, const struct from *from) {
    const char *review = from->m->agenda->review->id;
    bool one_day = false, one_review = false;
    for (size_t i = 0; i < c->count; i++) {
        const struct from *other = &c->froms[i];
        if (other == from || !text_equal(other->day, from->day))
            continue;
        one_day = true;
        one_review = one_review || text_equal(other->m->agenda->review->id, review);
    }
    if (!one_day)
        return from->day;
    return arena_format(c->arena, "%s %s", from->day, one_review ? from->name : review);
}

static const char *status_word(const struct meeting *m) {
    int open = (int)MEETING_PAUSED - 1; /* ready, running and paused are all open */
    return choice_word(&CHOICES_STATUS, m->status <= MEETING_PAUSED ? 1 : (int)m->status - open);
}

/* --- sections of one mapping --- */

/* The reviews of all sessions in the order they were met about, each once. */
static struct texts reviews_of(const struct carrying *c) {
    struct texts ids = {.items = NULL};
    for (size_t i = c->count; i-- > 0;)
        if (!texts_have(&ids, c->froms[i].m->agenda->review->id))
            texts_push(c->arena, &ids, c->froms[i].m->agenda->review->id);
    return ids;
}

static const struct review *review_of(const struct carrying *c, const char *id) {
    size_t i = 0;
    while (!text_equal(c->froms[i].m->agenda->review->id, id))
        i++;
    return c->froms[i].m->agenda->review;
}

static const char *joined(const struct carrying *c, const char *before, const char *link, const char *text) {
    if (!text || !before)
        return text ? text : before;
    return arena_format(c->arena, "%s%s%s", before, link, text);
}

/* The latest review; its title and summary speak of all of them. */
static struct review *take_review(struct carrying *c, const struct texts *ids) {
    struct review *review = arena_alloc(c->arena, sizeof *review);
    size_t length = 0;
    *review = *c->froms[0].m->agenda->review;
    review->title = review->summary = NULL;
    for (size_t i = 0; i < ids->count; i++) {
        const struct review *one = review_of(c, ids->items[i]);
        review->title = joined(c, review->title, "; ", one->title);
        length += strlen(one->summary ? one->summary : "");
        if (length < SUMMARIES_MOST || ids->count == 1)
            review->summary = joined(c, review->summary, "\n", one->summary);
    }
    if (ids->count > 1)
        diag_add(c->problems, DIAG_NOTE, NULL, 0, 0,
                 "%zu reviews are brought into one agenda: its code is %s, its title names all of them", ids->count,
                 review->id);
    return review;
}

static struct meeting_details *take_meeting(struct carrying *c, const struct texts *reviews) {
    const struct meeting_details *last = c->froms[0].m->agenda->meeting;
    struct meeting_details *meeting = arena_alloc(c->arena, sizeof *meeting);
    *meeting = (struct meeting_details){
        .extras = last->extras,
        .title = arena_format(c->arena, "Follow-up of the response to %s", texts_said(c->arena, reviews)),
        .type = MEETING_FOLLOW_UP,
        .quorum = last->quorum,
    };
    return meeting;
}

static void begin_agenda(struct carrying *c) {
    const struct agenda *last = c->froms[0].m->agenda;
    struct texts reviews = reviews_of(c);
    *c->agenda = (struct agenda){
        .extras = last->extras,
        .version = {.given = true, .value = 1},
        .terms = last->terms,
        .board = last->board,
        .review = take_review(c, &reviews),
        .meeting = take_meeting(c, &reviews),
        .marker = last->marker,
    };
}

/* --- what is said of it --- */

static void head_line(struct carrying *c, const struct from *from) {
    texts_line(c->arena, &c->out->head, "%s, %s: %s", from->label, status_word(from->m), from->name);
}

/* What had to be decided stands in the file too. */
static void head_notes(struct carrying *c, size_t told) {
    for (size_t i = told; i < c->problems->count; i++) {
        const struct diag *diag = &c->problems->list[i];
        texts_line(c->arena, &c->out->head, "%s%s%s", diag->file ? diag->file : "", diag->file ? ": " : "", diag->what);
    }
}

static void add_minutes(struct carrying *c) {
    int64_t sum = 0;
    const struct item *items = c->agenda->items.items;
    for (size_t i = 0; i < c->agenda->items.count; i++)
        sum += items[i].minutes.value;
    c->out->minutes = sum > INT32_MAX ? INT32_MAX : (int32_t)sum;
    if (sum > MEETS_FOR)
        diag_add(c->problems, DIAG_NOTE, NULL, 0, 0,
                 "the items come to %d minutes, and boards meet for two or three hours: drop some, or meet twice",
                 (int)c->out->minutes);
}

struct carried *carry(const struct carry_from *from, size_t count, struct stamp now, struct diags *problems,
                      struct arena *arena) {
    if (refused_any(from, count, problems, arena))
        return NULL;
    struct carrying c = {
        .arena = arena,
        .now = now,
        .problems = problems,
        .count = count,
        .out = arena_alloc(arena, sizeof *c.out),
        .agenda = arena_alloc(arena, sizeof *c.agenda),
        .ids = {.arena = arena},
        .titles = {.arena = arena},
    };
    c.out->agenda = c.agenda;
    size_t told = problems->count;
    take_froms(&c, from);
    for (size_t i = count; i-- > 0;) {
        c.froms[i].label = label_of(&c, &c.froms[i]);
        head_line(&c, &c.froms[i]);
    }
    texts_line(arena, &c.out->head, "on %s: what is called late is late on that day", carry_day(arena, stamp_day(now)));
    begin_agenda(&c);
    carry_gather(&c);
    carry_drafts(&c);
    carry_findings(&c);
    carry_items(&c);
    carry_sections(&c);
    add_minutes(&c);
    head_notes(&c, told);
    return c.out;
}
