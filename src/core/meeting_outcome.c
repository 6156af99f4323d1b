/* The derived outcome: what was decided, per agency and per finding. It is the summary in the form of the file, so that
 * no screen or report can disagree with it. */
#include <string.h>

#include "candour/base/text.h"
#include "summary_parts.h"

enum { OUTCOME_OPEN = 1, OUTCOME_ADJOURNED, OUTCOME_CLOSED, OUTCOME_CONFIRMED };

/* The summary's memory is given back: only what is listed stays. */
static struct texts kept(struct arena *arena, const struct texts *texts) {
    struct texts copy = {.items = NULL, .count = texts->count};
    if (texts->count > 0) {
        copy.items = arena_array(arena, texts->count, sizeof *copy.items);
        memcpy(copy.items, texts->items, texts->count * sizeof *copy.items);
    }
    return copy;
}

static struct list agencies_of(const struct summary *s, struct arena *arena) {
    struct outcome_agency *rows = arena_array(arena, s->agency_count, sizeof *rows);
    for (size_t i = 0; i < s->agency_count; i++) {
        const struct agency_summary *agency = &s->parties[i];
        rows[i] = (struct outcome_agency){
            .id = agency->id,
            .heard = kept(arena, &agency->heard),
            .challenges_made = kept(arena, &agency->made),
            .challenges_received = kept(arena, &agency->received),
            .owns = kept(arena, &agency->owns),
            .shares = kept(arena, &agency->shares),
            .assents = kept(arena, &agency->assents),
        };
    }
    return (struct list){.items = rows, .count = s->agency_count};
}

static struct list findings_of(const struct summary *s, struct arena *arena) {
    struct outcome_finding *rows = arena_array(arena, s->finding_count, sizeof *rows);
    for (size_t i = 0; i < s->finding_count; i++) {
        const struct finding_summary *finding = &s->findings[i];
        rows[i] = (struct outcome_finding){
            .id = finding->state->finding->id,
            .position = finding->position,
            .challenges = kept(arena, &finding->challenges),
            .agreements = kept(arena, &finding->agreements),
        };
    }
    return (struct list){.items = rows, .count = s->finding_count};
}

/* A clock left running for decades is written as the most the file may hold, so that it can be read again. */
static struct number seconds(int64_t ms) {
    const int64_t most = field_most(shape_field(&SHAPE_OUTCOME_TIME, "granted"));
    int64_t value = (ms + MS_SECOND / 2) / MS_SECOND;
    return (struct number){.given = true, .value = (int32_t)(value > most ? most : value < -most ? -most : value)};
}

static struct list times_of(const struct summary *s, struct arena *arena) {
    struct outcome_time *rows = arena_array(arena, s->item_count, sizeof *rows);
    for (size_t i = 0; i < s->item_count; i++) {
        const struct item_summary *item = &s->items[i];
        rows[item->place] = (struct outcome_time){
            .item = s->meeting->items[item->place].item->id,
            .planned = seconds(item->planned),
            .granted = seconds(item->granted),
            .used = seconds(item->used),
        };
    }
    return (struct list){.items = rows, .count = s->item_count};
}

static int status_of(enum meeting_status status) {
    switch (status) {
    case MEETING_ADJOURNED:
        return OUTCOME_ADJOURNED;
    case MEETING_CLOSED:
        return OUTCOME_CLOSED;
    case MEETING_CONFIRMED:
        return OUTCOME_CONFIRMED;
    default:
        return OUTCOME_OPEN;
    }
}

/* The user's own keys stay where they were, beside what they were written to. */
static void keep_own(const struct shape *shape, const struct list *given, const struct list *rows) {
    const size_t id = shape->fields[0].offset;
    for (size_t i = 0; i < given->count; i++) {
        const char *from = (const char *)given->items + i * shape->size;
        if (*(const struct extra *const *)(const void *)from == NULL)
            continue;
        for (size_t r = 0; r < rows->count; r++) {
            char *to = (char *)rows->items + r * shape->size;
            if (text_equal(*(const char *const *)(const void *)(from + id),
                           *(const char *const *)(const void *)(to + id)))
                memcpy(to, from, sizeof(const struct extra *));
        }
    }
}

struct outcome *meeting_outcome(const struct meeting *meeting, struct arena *arena) {
    struct arena *scratch = arena_new();
    const struct summary *s = sum_outcome(meeting, scratch);
    struct outcome *outcome = arena_alloc(arena, sizeof *outcome);
    outcome->as_of = (struct number){.given = true, .value = (int32_t)meeting->event_count};
    outcome->status = status_of(meeting->status);
    outcome->agencies = agencies_of(s, arena);
    outcome->findings = findings_of(s, arena);
    outcome->times = times_of(s, arena);
    outcome->not_reached = kept(arena, &s->not_reached);
    const struct outcome *given = meeting->agenda->outcome;
    if (given) {
        outcome->extras = given->extras;
        keep_own(&SHAPE_OUTCOME_AGENCY, &given->agencies, &outcome->agencies);
        keep_own(&SHAPE_OUTCOME_FINDING, &given->findings, &outcome->findings);
        keep_own(&SHAPE_OUTCOME_TIME, &given->times, &outcome->times);
    }
    arena_free(scratch);
    return outcome;
}
