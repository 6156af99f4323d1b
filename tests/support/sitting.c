#include "support/sitting.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct agency agencies[] = {
    {.id = "CSC", .name = "Harrowmere Children's Social Care", .type = AGENCY_STATUTORY},
    {.id = "EDU", .name = "Education and Early Help", .type = AGENCY_STATUTORY},
    {.id = "POL", .name = "Harrowmere Police", .type = AGENCY_STATUTORY},
    {.id = "CCG", .name = "Clinical Commissioning Group", .type = AGENCY_STATUTORY},
    {.id = "COM", .name = "Community Health Trust (health visiting)", .type = AGENCY_STATUTORY},
    {.id = "ACU", .name = "Harrowmere General Hospital", .type = AGENCY_STATUTORY},
    {.id = "MHT", .name = "Mental Health Trust", .type = AGENCY_RELEVANT},
    {.id = "DIS", .name = "Borough Housing"},
    {.id = "NPS", .name = "National Probation Service", .type = AGENCY_STATUTORY},
    {.id = "LAY", .name = "Lay members", .type = AGENCY_LAY},
};

static const struct person people[] = {
    {.id = "CHR", .role = "Independent Chair"},
    {.id = "BMG", .role = "Business Manager"},
    {.id = "LAY1", .role = "Lay member", .agency = "LAY"},
    {.id = "DN", .role = "Designated Nurse", .agency = "CCG"},
    {.id = "LEG", .role = "Legal adviser"},
    {.id = "LMB", .role = "Lead Member"},
    {.id = "REV", .role = "Lead reviewer"},
};

static const struct priority priorities[] = {
    {.id = "P1", .title = "Neglect"},
    {.id = "P2", .title = "Domestic abuse and its effect on children"},
    {.id = "P3", .title = "Early help and thresholds"},
    {.id = "P4", .title = "Learning from practice"},
    {.id = "P5", .title = "Voice of the child"},
};

static const struct learning learning[] = {
    {.id = "L1", .title = "Pre-birth assessment audit of 20 cases"},
    {.id = "L2", .title = "Repeat domestic abuse call-outs with under-2s"},
    {.id = "L3", .title = "Learning review HML-01"},
    {.id = "L4", .title = "Safer sleep campaign"},
    {.id = "L5", .title = "Supervision standards"},
    {.id = "L6", .title = "Professional disagreement survey"},
};

static const struct finding findings[] = {
    {.id = "F1", .title = "Adult-facing services do not see the child"},
    {.id = "F2", .title = "Fathers and new partners stay out of sight"},
    {.id = "F3", .title = "Missed appointments are counted, not understood"},
    {.id = "F4", .title = "Threshold talk replaces conversation"},
    {.id = "F5", .title = "Escalation is seen as a complaint"},
    {.id = "F6", .title = "Crowded or insecure housing is not treated as a safeguarding fact"},
};

#define ITEM(code, what, mins, why, ...)                                                                               \
    { .id = code, .title = what, .minutes = {true, mins}, .purpose = why, __VA_ARGS__ }

static const struct item items[] = {
    ITEM("I1", "Opening", 10, PURPOSE_INFORMATION, .presenter = "CHR"),
    ITEM("I2", "The child's experience", 5, PURPOSE_INFORMATION, .presenter = "LAY1"),
    ITEM("I3", "The reviewer's six findings", 20, PURPOSE_INFORMATION, .presenter = "REV"),
    ITEM("I4", "What we already know and are doing", 15, PURPOSE_DISCUSSION, .presenter = "BMG"),
    ITEM("I5", "Findings F1 to F3", 30, PURPOSE_DECISION, .presenter = "CHR"),
    ITEM("I6", "Findings F4 to F6", 30, PURPOSE_DECISION, .presenter = "CHR"),
    ITEM("I7", "Priorities and actions", 20, PURPOSE_DECISION, .is_protected = YES),
    ITEM("I8", "Read-back of commitments", 10, PURPOSE_DECISION, .is_protected = YES),
    ITEM("I9", "Response, publication, engagement, next review", 10, PURPOSE_DECISION, .presenter = "CHR"),
};

static const struct agreement proposals[] = {
    {.id = "D1", .text = "Switch off automatic closure for under-twos", .owner = "ACU"},
    {.id = "D2", .text = "Multi-agency training on escalation", .owner = "EDU"},
};

static const struct board board = {.id = "HSCB", .name = "Harrowmere Safeguarding Children Board"};
static const struct review review = {.id = "HMB-02", .title = "Serious Case Review HMB-02, Child T"};

static void *copied(struct arena *arena, const void *from, size_t size) {
    void *copy = arena_alloc(arena, size);
    memcpy(copy, from, size);
    return copy;
}

#define LIST(arena, from)                                                                                              \
    ((struct list){.items = copied(arena, from, sizeof(from)), .count = sizeof(from) / sizeof *(from)})

struct agenda *harrowmere_agenda(struct arena *arena) {
    struct meeting_details details = {
        .title = "Extraordinary Board: response to SCR HMB-02",
        .type = MEETING_EXTRAORDINARY,
        .date = day_of(2016, 11, 22),
        .start = {true, 13 * 60 + 30},
    };
    struct agenda *agenda = arena_alloc(arena, sizeof *agenda);
    *agenda = (struct agenda){
        .version = {true, 1},
        .board = copied(arena, &board, sizeof board),
        .review = copied(arena, &review, sizeof review),
        .meeting = copied(arena, &details, sizeof details),
        .agencies = LIST(arena, agencies),
        .people = LIST(arena, people),
        .priorities = LIST(arena, priorities),
        .learning = LIST(arena, learning),
        .findings = LIST(arena, findings),
        .items = LIST(arena, items),
        .proposals = LIST(arena, proposals),
    };
    return agenda;
}

struct sitting sitting_new(struct arena *arena, struct agenda *agenda) {
    return (struct sitting){.arena = arena, .agenda = agenda, .m = meeting_new(arena, agenda)};
}

struct sitting sitting_open(struct arena *arena) {
    struct sitting s = sitting_new(arena, harrowmere_agenda(arena));
    if (said(&s, "13:28", DO_OPEN, &(struct event_open){.program = "candour 1.0.0"}).code != REFUSED_NOT)
        abort();
    return s;
}

struct stamp at_clock(const char *clock) {
    int hours = 0, mins = 0, seconds = 0;
    if (sscanf(clock, "%d:%d:%d", &hours, &mins, &seconds) < 2)
        abort();
    instant midnight = instant_of(day_of(2016, 11, 22), 0, 0);
    return (struct stamp){.at = midnight + (instant)hours * MS_HOUR + (instant)mins * MS_MINUTE + seconds * MS_SECOND};
}

instant at(const char *clock) {
    return at_clock(clock).at;
}

struct event event_said(struct arena *arena, const char *clock, enum event_do what, const void *body) {
    struct event event = event_new(arena, what, at_clock(clock));
    memcpy(event.body, body, event_kinds[what].shape->size);
    return event;
}

struct refusal said(struct sitting *s, const char *clock, enum event_do what, const void *body) {
    struct event event = event_said(s->arena, clock, what, body);
    return meeting_apply(s->m, &event);
}

struct refusal looked_at(const struct sitting *s, const char *clock, enum event_do what, const void *body) {
    struct event event = event_said(s->arena, clock, what, body);
    return meeting_check(s->m, &event);
}

struct refusal start(struct sitting *s, const char *clock, const char *item) {
    return said(s, clock, DO_START, &(struct event_start){.item = item});
}

struct refusal start_back(struct sitting *s, const char *clock, const char *item, int32_t mins) {
    return said(s, clock, DO_START, &(struct event_start){.item = item, .back = {true, mins}});
}

struct refusal plain(struct sitting *s, const char *clock, enum event_do what) {
    return said(s, clock, what, &(struct event_reason){.reason = NULL});
}

struct refusal undo(struct sitting *s, const char *clock, const char *of) {
    return said(s, clock, DO_UNDO, &(struct event_of){.of = at_clock(of)});
}

struct refusal redo(struct sitting *s, const char *clock, const char *of) {
    return said(s, clock, DO_REDO, &(struct event_of){.of = at_clock(of)});
}

struct refusal challenge(struct sitting *s, const char *clock, const char *id, const char *by, const char *to) {
    return said(s, clock, DO_CHALLENGE, &(struct challenge){.id = id, .by = by, .to = to, .put = "Why?"});
}

struct refusal agreement(struct sitting *s, const char *clock, const char *id, const char *owner) {
    return said(s, clock, DO_AGREEMENT, &(struct agreement){.id = id, .text = "Do it", .owner = owner});
}

struct texts ids(struct arena *arena, ...) {
    struct texts texts = {.items = arena_array(arena, 32, sizeof(const char *))};
    va_list list;
    va_start(list, arena);
    for (const char *id = va_arg(list, const char *); id; id = va_arg(list, const char *))
        texts.items[texts.count++] = id;
    va_end(list);
    return texts;
}

struct refusal amend(struct sitting *s, const char *clock, const char *id, const char *keys, const void *set) {
    const struct record_state *record = meeting_record(s->m, id);
    const struct shape *shape = record_shape(record ? record->kind : RECORD_CHALLENGE);
    struct event_amend body = {.id = id, .set = {.of = shape, .set = copied(s->arena, set, shape->size)}};
    char *rest = arena_text(s->arena, keys);
    for (char *key = strtok(rest, " "); key; key = strtok(NULL, " "))
        body.set.mask |= (uint64_t)1 << shape_place(shape, shape_field(shape, key));
    return said(s, clock, DO_AMEND, &body);
}

int64_t minutes(double m) {
    return (int64_t)(m * MS_MINUTE);
}

int64_t used(const struct sitting *s, const char *item, const char *clock) {
    return meeting_used(s->m, (uint32_t)meeting_item_place(s->m, item), at(clock));
}

int64_t granted(const struct sitting *s, const char *item) {
    return s->m->items[meeting_item_place(s->m, item)].granted;
}
