#include "support/random_meeting.h"

#include <string.h>

#include "support/random_field.h"

struct chance chance_of(uint64_t seed) {
    return (struct chance){.state = seed * 0x9E3779B97F4A7C15U + 1};
}

/* SplitMix64. */
uint32_t chance_below(struct chance *c, uint32_t count) {
    uint64_t z = c->state += 0x9E3779B97F4A7C15U;
    z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9U;
    z = (z ^ z >> 27) * 0x94D049BB133111EBU;
    return (uint32_t)((z ^ z >> 31) >> 16) % count;
}

bool chance_percent(struct chance *c, uint32_t percent) {
    return chance_below(c, 100) < percent;
}

/* --- agenda --- */

struct section {
    const struct shape *shape;
    const char *letter; /* ids are this and a number */
    uint32_t least, most;
};

/* LIST gets rows of the section, each with its id and random fields. */
static void rows(struct random_field *r, struct section section, struct list *list) {
    list->count = section.least + chance_below(r->chance, section.most - section.least + 1);
    list->items = arena_array(r->arena, list->count, section.shape->size);
    const struct field *id = shape_field(section.shape, "id");
    for (size_t i = 0; i < list->count; i++) {
        char *row = (char *)list->items + i * section.shape->size;
        random_fields(r, section.shape, row);
        *(const char **)field_in(id, row) = arena_format(r->arena, "%s%zu", section.letter, i + 1);
    }
}

static void ids_of(struct random_field *r, struct agenda *agenda) {
    /* Ids first: what refers to them is drawn when all of them are there. */
    static const struct section sections[] = {
        {&SHAPE_AGENCY, "AG", 1, 8},  {&SHAPE_PERSON, "PE", 0, 6},  {&SHAPE_PRIORITY, "P", 0, 5},
        {&SHAPE_LEARNING, "L", 0, 6}, {&SHAPE_FINDING, "F", 1, 6},  {&SHAPE_ITEM, "I", 1, 9},
        {&SHAPE_KIND, "k", 0, 4},     {&SHAPE_PROPOSAL, "D", 0, 3},
    };
    struct list *lists[] = {&agenda->agencies, &agenda->people, &agenda->priorities, &agenda->learning,
                            &agenda->findings, &agenda->items,  &agenda->kinds,      &agenda->proposals};
    for (int pass = 0; pass < 2; pass++)
        for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
            struct section section = sections[i];
            if (pass == 1)
                section.least = section.most = (uint32_t)lists[i]->count;
            rows(r, section, lists[i]);
        }
}

static void recommend(struct random_field *r, struct agenda *agenda) {
    struct finding *findings = agenda->findings.items;
    for (size_t i = 0; i < agenda->findings.count; i++) {
        struct section section = {&SHAPE_RECOMMENDATION, arena_format(r->arena, "R%zu-", i + 1), 0, 3};
        rows(r, section, &findings[i].recommendations);
    }
}

static void *maybe(struct random_field *r, const struct shape *shape) {
    if (chance_percent(r->chance, 30))
        return NULL;
    void *section = arena_alloc(r->arena, shape->size);
    random_fields(r, shape, section);
    return section;
}

/* What the checker asks for beyond the tables. */
static void make_sound(struct agenda *agenda) {
    struct person *people = agenda->people.items;
    for (size_t i = 0; i < agenda->people.count; i++)
        if (people[i].name == NULL)
            people[i].role = "Designated Doctor";
    struct priority *priorities = agenda->priorities.items;
    for (size_t i = 0; i < agenda->priorities.count; i++)
        if (priorities[i].rag != 0 && priorities[i].rag_note == NULL)
            priorities[i].rag_note = "Front door redesign delayed";
    struct agreement *proposals = agenda->proposals.items;
    for (size_t i = 0; i < agenda->proposals.count; i++)
        if (proposals[i].priority == PRIORITY_DEFERRED) {
            proposals[i].reason = "Awaits the redesign";
            proposals[i].revisit = day_of(2017, 2, 14);
        }
}

static void marker_section(struct random_field *r, struct agenda *agenda) {
    agenda->marker = maybe(r, &SHAPE_MARKER);
    if (agenda->marker == NULL)
        return;
    if (agenda->marker->id)
        agenda->marker->id = "QM15";
    rows(r, (struct section){&SHAPE_QUESTION, "Q", 1, 5}, &agenda->marker->questions);
}

struct agenda *random_agenda(struct chance *c, struct arena *arena) {
    struct agenda *agenda = arena_alloc(arena, sizeof *agenda);
    struct random_field r = {.chance = c, .arena = arena, .agenda = agenda};
    agenda->version = (struct number){true, 1};
    agenda->board = arena_alloc(arena, sizeof *agenda->board);
    *agenda->board = (struct board){.id = "HSCB", .name = random_line(c)};
    ids_of(&r, agenda);
    recommend(&r, agenda);
    agenda->terms = maybe(&r, &SHAPE_TERMS);
    agenda->review = arena_alloc(arena, sizeof *agenda->review);
    random_fields(&r, &SHAPE_REVIEW, agenda->review);
    agenda->review->id = "HMB-02";
    agenda->meeting = arena_alloc(arena, sizeof *agenda->meeting);
    random_fields(&r, &SHAPE_MEETING, agenda->meeting);
    marker_section(&r, agenda);
    make_sound(agenda);
    return agenda;
}

/* --- events --- */

static enum event_do act_drawn(struct chance *c, const struct meeting *m) {
    static const enum event_do often[] = {DO_START, DO_CHALLENGE, DO_AGREEMENT, DO_AMEND,  DO_HEARD, DO_FOCUS,
                                          DO_NOTE,  DO_EXTEND,    DO_ASSENT,    DO_ATTEND, DO_UNDO,  DO_REDO};
    static const enum event_do seldom[] = {DO_ADJOURN, DO_CLOSE, DO_CLOSE, DO_OPEN};
    if (m->event_count == 0)
        return DO_OPEN;
    if (m->status == MEETING_ADJOURNED || (m->status == MEETING_CLOSED && chance_percent(c, 15)))
        return DO_REOPEN;
    if (m->status == MEETING_CLOSED && chance_percent(c, 15))
        return DO_CONFIRM;
    if (meeting_redo_target(m) != SIZE_MAX && chance_percent(c, 40))
        return DO_REDO;
    if (m->current < 0 && chance_percent(c, 50))
        return DO_START;
    if (m->status == MEETING_PAUSED && chance_percent(c, 15))
        return DO_RESUME;
    if (chance_percent(c, 1))
        return seldom[chance_below(c, sizeof seldom / sizeof *seldom)];
    if (chance_percent(c, 50))
        return often[chance_below(c, sizeof often / sizeof *often)];
    enum event_do what = (enum event_do)chance_below(c, DO_COUNT);
    return event_kinds[what].undoable || what == DO_GAP ? what : often[chance_below(c, 10)];
}

static struct stamp later(struct chance *c, const struct meeting *m) {
    static const uint32_t steps[] = {1, 999, 5 * MS_SECOND, MS_MINUTE, 7 * MS_MINUTE};
    instant last = m->event_count > 0 ? meeting_last_instant(m) : instant_of(day_of(2016, 11, 22), 13 * 60, 0);
    instant step = 1 + chance_below(c, steps[chance_below(c, sizeof steps / sizeof *steps)]);
    return (struct stamp){.at = last + (chance_percent(c, 1) ? 0 : step), .offset = chance_percent(c, 5) ? 60 : 0};
}

static void record_id_drawn(struct random_field *r, const char **id, enum record_kind kind) {
    char next[16];
    *id = arena_text(r->arena, meeting_next_id(r->meeting, kind, next));
    if (chance_percent(r->chance, 3))
        *id = arena_format(r->arena, "%c%u", record_letter(kind), chance_below(r->chance, 12));
}

static void agreement_drawn(struct random_field *r, struct agreement *agreement) {
    record_id_drawn(r, &agreement->id, RECORD_AGREEMENT);
    if (agreement->priority == PRIORITY_DEFERRED && chance_percent(r->chance, 90)) {
        agreement->reason = random_text(r->chance);
        agreement->revisit = day_of(2017, 2, 14);
    }
}

static void amend_drawn(struct random_field *r, struct event_amend *amend) {
    const struct record_state *record = amend->id ? meeting_record(r->meeting, amend->id) : NULL;
    const struct shape *shape = record_shape(record ? record->kind : RECORD_NOTE);
    void *set = arena_alloc(r->arena, shape->size);
    random_fields(r, shape, set);
    amend->set = (struct amendment){.of = shape, .set = set};
    for (size_t i = 1; i < shape->count; i++) /* not the id */
        if (chance_percent(r->chance, 15) && (field_given(&shape->fields[i], set) || chance_percent(r->chance, 20)))
            amend->set.mask |= (uint64_t)1 << i;
    if (chance_percent(r->chance, 2))
        amend->set.mask |= 1;
    for (size_t i = 0; i < shape->count; i++) /* what is not masked is not said */
        if ((amend->set.mask >> i & 1) == 0)
            field_clear(&shape->fields[i], set);
}

static void gap_drawn(struct random_field *r, struct event_gap *gap, instant now) {
    const struct meeting *m = r->meeting;
    instant from = m->last_clock + chance_below(r->chance, 3 * MS_MINUTE);
    if (from > now)
        from = m->last_clock;
    instant to = now - (chance_percent(r->chance, 50) ? 0 : chance_below(r->chance, MS_MINUTE));
    instant until = to > from ? from + chance_below(r->chance, (uint32_t)(to - from) + 1) : to;
    *gap = (struct event_gap){.from = {.at = from}, .to = {.at = to}, .until = {.at = until}};
}

static void of_drawn(struct random_field *r, struct event_of *of, enum event_do what) {
    const struct meeting *m = r->meeting;
    size_t target = what == DO_UNDO ? meeting_undo_target(m) : meeting_redo_target(m);
    if (target == SIZE_MAX || chance_percent(r->chance, 40))
        target = m->event_count - 1 - chance_below(r->chance, m->event_count < 20 ? (uint32_t)m->event_count : 20);
    of->of = m->events[target].at;
}

/* Makes what was drawn from the table alone likelier to be taken. */
static void make_likely(struct random_field *r, struct event *event) {
    void *body = event->body;
    switch (event->what) {
    case DO_CHALLENGE:
        record_id_drawn(r, &((struct challenge *)body)->id, RECORD_CHALLENGE);
        break;
    case DO_AGREEMENT:
        agreement_drawn(r, body);
        break;
    case DO_ENGAGEMENT:
        record_id_drawn(r, &((struct engagement *)body)->id, RECORD_ENGAGEMENT);
        break;
    case DO_NOTE:
        record_id_drawn(r, &((struct note *)body)->id, RECORD_NOTE);
        break;
    case DO_ADD_ITEM: {
        char next[16];
        ((struct event_add_item *)body)->id = arena_text(r->arena, meeting_next_item_id(r->meeting, next));
        break;
    }
    case DO_START:
        ((struct event_start *)body)->back.value = 1 + ((struct event_start *)body)->back.value % 11; /* in its range */
        break;
    case DO_EXTEND:
        ((struct event_extend *)body)->minutes.value %= 12;
        break;
    case DO_REPAIR:
        ((struct event_repair *)body)->minutes.value %= 40;
        break;
    case DO_ATTEND:
        if (chance_percent(r->chance, 95))
            *(((struct event_attend *)body)->person ? &((struct event_attend *)body)->name
                                                    : &((struct event_attend *)body)->person) = NULL;
        break;
    case DO_AMEND:
        amend_drawn(r, body);
        break;
    case DO_GAP:
        gap_drawn(r, body, event->at.at);
        break;
    case DO_UNDO:
    case DO_REDO:
        of_drawn(r, body, event->what);
        break;
    default:
        break;
    }
}

struct event random_event(struct chance *c, const struct meeting *m) {
    struct random_field r = {.chance = c, .arena = m->arena, .agenda = m->agenda, .meeting = m};
    struct event event = event_new(m->arena, act_drawn(c, m), later(c, m));
    random_fields(&r, event_kinds[event.what].shape, event.body);
    make_likely(&r, &event);
    return event;
}

struct meeting *random_meeting(struct chance *c, struct arena *arena, size_t events) {
    struct meeting *m = meeting_new(arena, random_agenda(c, arena));
    for (size_t tries = 0; m->event_count < events && tries < events * 50; tries++) {
        struct event event = random_event(c, m);
        meeting_apply(m, &event);
    }
    return m;
}
