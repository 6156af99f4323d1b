/* Agencies and the other parties: who is there, who was heard, who is quiet. */
#include "candour/base/text.h"
#include "fold.h"
#include "summary_parts.h"

enum { PERSON_CHAIR = 1 }; /* the first of CHOICES_PERSON_TYPE */

static size_t party_of_person(const struct summing *w, size_t place, const char *chair) {
    const struct person *person = (const struct person *)w->m->agenda->people.items + place;
    size_t more = w->s->agency_count;
    if (chair ? text_equal(person->id, chair) : person->type == PERSON_CHAIR)
        return more + PARTY_CHAIR;
    int32_t agency = agency_place(w->m, person->agency);
    return agency >= 0 ? (size_t)agency : more + PARTY_ALONE;
}

size_t party_of(const struct summing *w, const char *id, const char *chair) {
    size_t place = 0, more = w->s->agency_count;
    switch (meeting_names(w->m, id, &place)) {
    case REF_AGENCY:
        return place;
    case REF_BOARD:
        return more + PARTY_BOARD;
    case REF_CHAIR:
        return more + PARTY_CHAIR;
    case REF_NATIONAL:
        return more + PARTY_NATIONAL;
    case REF_PERSON:
        return party_of_person(w, place, chair);
    default:
        return more + PARTY_ALONE;
    }
}

struct agency_summary *party_row(const struct summing *w, const char *id) {
    return id ? &w->s->parties[party_of(w, id, NULL)] : NULL;
}

static void begin_agency(struct summing *w, size_t place) {
    struct agency_summary *row = &w->s->parties[place];
    row->agency = (const struct agency *)w->m->agenda->agencies.items + place;
    row->id = row->agency->id;
    row->counts = agency_counts(row->agency);
    row->recorded = w->m->inside->spoken_of[place] > 0;
    row->in_room = meeting_in_room(w->m, row->id);
    row->attended = row->in_room;
}

static void add_heard(struct summing *w) {
    size_t count = 0;
    const uint64_t *heard = heard_pairs(w->m, w->arena, &count);
    for (size_t i = 0; i < count; i++)
        texts_push(w->arena, &w->s->parties[heard[i] >> 32].heard, w->m->items[(uint32_t)heard[i]].item->id);
}

void sum_parties(struct summing *w) {
    static const char *const more[] = {
        [PARTY_BOARD] = "BOARD", [PARTY_CHAIR] = "CHAIR", [PARTY_NATIONAL] = "NATIONAL", [PARTY_ALONE] = NULL};
    struct summary *s = w->s;
    s->agency_count = w->m->agenda->agencies.count;
    s->party_count = s->agency_count + PARTIES_MORE;
    s->parties = arena_array(w->arena, s->party_count, sizeof *s->parties);
    for (size_t i = 0; i < s->agency_count; i++)
        begin_agency(w, i);
    for (size_t i = 0; i < PARTIES_MORE; i++)
        s->parties[s->agency_count + i] = (struct agency_summary){.id = more[i], .in_room = true, .attended = true};
    add_heard(w);
}

/* --- remarks --- */

typedef bool trait(const struct agency_summary *agency);

static struct texts with(struct summing *w, trait *has) {
    struct texts ids = {.items = NULL};
    for (size_t i = 0; i < w->s->agency_count; i++)
        if (w->s->parties[i].counts && has(&w->s->parties[i]))
            texts_push(w->arena, &ids, w->s->parties[i].id);
    return ids;
}

static bool made_none(const struct agency_summary *agency) {
    return agency->attended && agency->made.count == 0;
}

static bool received_none(const struct agency_summary *agency) {
    return agency->attended && agency->received.count == 0;
}

static bool owns_none(const struct agency_summary *agency) {
    return agency->owns.count == 0;
}

void remark_never_challenging(struct summing *w, enum remark_kind kind) {
    struct texts ids = with(w, made_none);
    if (w->s->challenge_count > 0)
        remark_list(w, kind, "Never challenging", &ids);
}

void remark_never_challenged(struct summing *w, enum remark_kind kind) {
    struct texts ids = with(w, received_none);
    if (w->s->challenge_count > 0)
        remark_list(w, kind, "Never challenged", &ids);
}

void remark_owns_nothing(struct summing *w, enum remark_kind kind) {
    struct texts ids = with(w, owns_none);
    if (w->s->owed_count > 0)
        remark_list(w, kind, "Own no agreement", &ids);
}

/* Silence is a matter of those who spoke: where nobody has, nobody is silent. */
static bool anyone_spoke(const struct summing *w) {
    if (w->s->challenge_count > 0 || w->s->agreement_count > 0)
        return true;
    for (size_t i = 0; i < w->s->agency_count; i++)
        if (w->s->parties[i].heard.count > 0)
            return true;
    return false;
}

void remark_silent(struct summing *w, enum remark_kind kind) {
    struct texts ids = {.items = NULL};
    const char *first = NULL;
    for (size_t i = 0; i < w->s->agency_count; i++) {
        const struct agency_summary *row = &w->s->parties[i];
        if (!row->quiet)
            continue;
        first = first ? first : row->id;
        texts_push(w->arena, &ids, row->attended ? row->id : arena_format(w->arena, "%s (not present)", row->id));
    }
    if (ids.count > 0 && anyone_spoke(w))
        remark_add(w, kind, first, "Silent: %s", texts_said(w->arena, &ids));
}
