/* What an event is about, read from the tables of fields. */
#include "candour/core/log.h"

#include <stdlib.h>
#include <string.h>

#include "candour/base/text.h"

struct visiting {
    const struct meeting *meeting;
    size_t event;
    about_visit *visit;
    void *visitor;
};

static bool visit_id(const struct visiting *v, const char *id, enum about how) {
    return id != NULL && v->visit(v->visitor, id, how);
}

static bool visit_texts(const struct visiting *v, const struct texts *ids, enum about how) {
    for (size_t i = 0; i < ids->count; i++)
        if (visit_id(v, ids->items[i], how))
            return true;
    return false;
}

static bool visit_shape(const struct visiting *v, const struct shape *shape, const void *record, enum about how);

static bool visit_list(const struct visiting *v, const struct shape *shape, const struct list *list, enum about how) {
    for (size_t i = 0; i < list->count; i++)
        if (visit_shape(v, shape, (const char *)list->items + i * shape->size, how))
            return true;
    return false;
}

static bool visit_field(const struct visiting *v, const struct field *field, const void *record, enum about how) {
    const void *kept = field_of(field, record);
    switch (field->type) {
    case FIELD_ID:
    case FIELD_REF:
        return visit_id(v, *(const char *const *)kept, how);
    case FIELD_REFS:
        return visit_texts(v, kept, how);
    case FIELD_MAPS:
        return visit_list(v, field->shape, kept, how);
    default:
        return false;
    }
}

static bool visit_shape(const struct visiting *v, const struct shape *shape, const void *record, enum about how) {
    for (size_t i = 0; i < shape->count; i++)
        if (visit_field(v, &shape->fields[i], record, how))
            return true;
    return false;
}

static bool visit_changes(const struct visiting *v, const struct amendment *set) {
    for (size_t i = 0; i < set->of->count; i++)
        if ((set->mask >> i & 1) && visit_field(v, &set->of->fields[i], set->set, ABOUT_ITSELF))
            return true;
    return false;
}

/* The record's words just before the event. */
static bool visit_before(const struct visiting *v, const char *id) {
    const struct record_state *record = meeting_record(v->meeting, id);
    const struct wording *words = record ? record->words : NULL;
    while (words && words->event >= v->event)
        words = words->earlier;
    return words && visit_shape(v, record_shape(record->kind), words->value, ABOUT_RECORD);
}

/* Said of a person alone it counts for the person's own agency. */
static bool visit_attending(const struct visiting *v, const struct event_attend *attend) {
    const struct person *person = attend->person ? person_find(v->meeting->agenda, attend->person) : NULL;
    bool own = attend->agency == NULL && attend->deputy_for == NULL && person;
    return own && visit_id(v, person->agency, ABOUT_RECORD);
}

static bool visit_followed(const struct visiting *v, const struct event *said) {
    const struct event_readback *readback = said->body;
    switch (said->what) {
    case DO_ATTEND:
        return visit_attending(v, said->body);
    case DO_AMEND:
    case DO_ASSENT:
    case DO_WITHDRAW:
    case DO_PROGRESS:
        return visit_before(v, record_id(said->body));
    case DO_READBACK:
        for (size_t i = 0; i < readback->records.count; i++)
            if (visit_before(v, readback->records.items[i]))
                return true;
        return false;
    default:
        return false;
    }
}

static int by_time(const void *wanted, const void *event) {
    instant at = ((const struct stamp *)wanted)->at;
    instant other = ((const struct event *)event)->at.at;
    return (at > other) - (at < other);
}

static size_t meant_by(const struct meeting *meeting, const struct event *said) {
    const struct event_of *of = said->body;
    const struct event *found =
        bsearch(&of->of, meeting->events, meeting->event_count, sizeof *meeting->events, by_time);
    return found ? (size_t)(found - meeting->events) : SIZE_MAX;
}

static bool takes_back(enum event_do what) {
    return what == DO_UNDO || what == DO_REDO;
}

size_t event_meant(const struct meeting *meeting, size_t event) {
    const struct event *said = &meeting->events[event];
    size_t meant = takes_back(said->what) ? meant_by(meeting, said) : event;
    return meant != SIZE_MAX && meant != event && takes_back(meeting->events[meant].what) ? SIZE_MAX : meant;
}

bool event_each_id(const struct meeting *meeting, size_t event, about_visit *visit, void *visitor) {
    size_t meant = event_meant(meeting, event);
    if (meant == SIZE_MAX)
        return false;
    struct visiting v = {.meeting = meeting, .event = meant, .visit = visit, .visitor = visitor};
    const struct event *said = &meeting->events[meant];
    if (visit_shape(&v, event_kinds[said->what].shape, said->body, ABOUT_ITSELF))
        return true;
    if (said->what == DO_AMEND && visit_changes(&v, &((const struct event_amend *)said->body)->set))
        return true;
    return visit_followed(&v, said);
}

struct looking {
    const char *id;
    enum about how;
};

static bool is_it(void *visitor, const char *id, enum about how) {
    struct looking *looking = visitor;
    if (strcmp(id, looking->id) != 0)
        return false;
    looking->how = how;
    return true;
}

enum about event_about(const struct meeting *meeting, size_t event, const char *id) {
    struct looking looking = {.id = id, .how = ABOUT_NOT};
    event_each_id(meeting, event, is_it, &looking);
    return looking.how;
}

static bool take_first(void *visitor, const char *id, enum about how) {
    *(const char **)visitor = id;
    return how == ABOUT_ITSELF;
}

const char *event_subject(const struct meeting *meeting, size_t event) {
    const char *id = NULL;
    event_each_id(meeting, event, take_first, &id);
    return id;
}

size_t event_undone_by(const struct meeting *meeting, size_t event) {
    size_t by = meeting->event_count;
    if (!meeting->event_notes[event].undone)
        return SIZE_MAX;
    while (--by > event)
        if (meeting->events[by].what == DO_UNDO && meant_by(meeting, &meeting->events[by]) == event)
            return by;
    return SIZE_MAX;
}

/* --- after the meeting --- */

/* Moves on by itself without anything said before being wrong: a challenge is settled, promised evidence is seen, an
 * agreement gets on. */
static bool moves_on(const struct field *field, const void *before) {
    int was = *(const int *)field_of(field, before);
    return (field->choices == &CHOICES_OUTCOME && was == CHALLENGE_OPEN) ||
           (field->choices == &CHOICES_OFFERED && was == EVIDENCE_PROMISED) ||
           field->choices == &CHOICES_AGREEMENT_STATUS;
}

static bool replaces(const struct field *field, const void *before, const void *set) {
    if (!field_given(field, before) || field_equal(field, before, set))
        return false;
    return field->type != FIELD_CHOICE || !moves_on(field, before);
}

static bool amend_replaces(const struct meeting *meeting, size_t event) {
    const struct event_amend *amend = meeting->events[event].body;
    const struct record_state *record = meeting_record(meeting, amend->id);
    const struct wording *words = record ? record->words : NULL;
    while (words && words->event >= event)
        words = words->earlier;
    if (words == NULL)
        return true; /* the record is gone with an undo: taken as the graver of the two */
    for (size_t i = 0; i < amend->set.of->count; i++)
        if ((amend->set.mask >> i & 1) && replaces(&amend->set.of->fields[i], words->value, amend->set.set))
            return true;
    return false;
}

static bool is_later(const struct meeting *meeting, size_t event) {
    unsigned status = meeting->event_notes[event].status;
    enum event_do what = meeting->events[event].what;
    return (status == MEETING_CLOSED || status == MEETING_CONFIRMED) && what != DO_REOPEN && what != DO_CONFIRM;
}

static bool changes_what_stood(const struct meeting *meeting, size_t event) {
    size_t meant = event_meant(meeting, event);
    switch (meeting->events[event].what) {
    case DO_WITHDRAW:
        return true;
    case DO_AMEND:
        return amend_replaces(meeting, event);
    case DO_UNDO:
    case DO_REDO:
        /* taking back what was added since takes nothing from the record as it was read */
        return meant == SIZE_MAX || !is_later(meeting, meant) || changes_what_stood(meeting, meant);
    default:
        return false;
    }
}

enum later event_later(const struct meeting *meeting, size_t event) {
    if (!is_later(meeting, event))
        return LATER_NOT;
    if (!changes_what_stood(meeting, event))
        return LATER_FOLLOW_UP;
    return meeting->event_notes[event].status == MEETING_CONFIRMED ? LATER_CORRECTION : LATER_CHANGE;
}

const char *later_word(enum later later) {
    static const char *const words[] = {"", "follow-up", "late change", "CORRECTION"};
    return words[later];
}
