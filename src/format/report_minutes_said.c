/* How the minutes say times, people and fields. */
#include "candour/core/reading.h"
#include "report_minutes.h"

struct stamp stamp_at(const struct meeting *m, instant at) {
    size_t low = 0;
    size_t high = m->event_count;
    while (low < high) { /* the first event after AT */
        size_t middle = low + (high - low) / 2;
        if (m->events[middle].at.at <= at) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    int16_t offset = m->event_count == 0 ? 0 : m->events[low == 0 ? 0 : low - 1].at.offset;
    return (struct stamp){.at = at, .offset = offset};
}

const char *said_minutes(const struct report *r, int64_t ms) {
    return SAID("%d min", (int)duration_minutes(ms));
}

const char *said_when(const struct report *r, struct stamp stamp) {
    const char *clock = said_clock(r->arena, stamp);
    bool another = r->m->event_count > 0 && stamp_day(stamp) != stamp_day(r->m->events[0].at);
    return another && clock != NULL ? SAID("%s, %s", said_day(r->arena, stamp_day(stamp)), clock) : clock;
}

const char *said_person(const struct report *r, const char *id) {
    const struct person *person = id == NULL ? NULL : person_find(r->agenda, id);
    if (person == NULL) {
        return capital(r->arena, said_party(r, id));
    }
    return person->role != NULL && person->name != NULL ? SAID("%s (%s)", person->role, person->name)
           : person->role != NULL                       ? person->role
                                                        : person->name;
}

void add_pair(const struct report *r, struct block *pairs, const char *label, const char *text) {
    if (text != NULL) {
        list_add(r->d, pairs, label, text);
    }
}

static const char *kind_of_change(const struct report *r, const char *id) {
    const struct change_kind *kind = id == NULL ? NULL : kind_find(r->agenda, id);
    return kind == NULL ? id : kind->title;
}

const char *said_field(const struct report *r, const struct field *field, const void *record) {
    const void *kept = field_of(field, record);
    if (!field_given(field, record)) {
        return NULL;
    }
    switch (field->type) {
    case FIELD_REF:
        return field->refs == REF_KIND ? kind_of_change(r, *(const char *const *)kept)
                                       : capital(r->arena, said_party(r, *(const char *const *)kept));
    case FIELD_REFS:
        return capital(r->arena, said_parties(r, kept));
    case FIELD_DATE:
        return said_day(r->arena, *(const day *)kept);
    case FIELD_CHOICE:
    case FIELD_YES_NO:
        return said_choice(r->arena, field->choices, *(const int *)kept, NULL);
    default:
        return field_text(field, record, r->arena);
    }
}

bool wording_of(const struct record_state *record, size_t event, const struct wording **now) {
    *now = record->words;
    while (*now != NULL && (*now)->event > event) {
        *now = (*now)->earlier;
    }
    return *now != NULL && (*now)->event == event;
}
