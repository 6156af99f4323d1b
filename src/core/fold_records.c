/* Records: recorded, amended, withdrawn; the proposals they may grow from. */
#include <string.h>

#include "candour/base/text.h"
#include "fold.h"

static const uint32_t record_names[RECORD_KINDS] = {
    [RECORD_CHALLENGE] = REF_CHALLENGE,
    [RECORD_AGREEMENT] = REF_AGREEMENT,
    [RECORD_ENGAGEMENT] = REF_ENGAGEMENT,
    [RECORD_NOTE] = REF_NOTE,
};

union any_record {
    struct challenge challenge;
    struct agreement agreement;
    struct engagement engagement;
    struct note note;
};

static enum record_kind kind_recorded(enum event_do what) {
    return (enum record_kind)(what - DO_CHALLENGE + RECORD_CHALLENGE);
}
_Static_assert(DO_AGREEMENT - DO_CHALLENGE == (int)RECORD_AGREEMENT &&
                   DO_ENGAGEMENT - DO_CHALLENGE == (int)RECORD_ENGAGEMENT && DO_NOTE - DO_CHALLENGE == (int)RECORD_NOTE,
               "records and the acts that make them stand in the same order");

static const char *from_of(enum record_kind kind, const void *record) {
    return kind == RECORD_AGREEMENT ? ((const struct agreement *)record)->from : NULL;
}

static const char *item_of(enum record_kind kind, const void *record) {
    if (kind == RECORD_CHALLENGE)
        return ((const struct challenge *)record)->item;
    if (kind == RECORD_AGREEMENT)
        return ((const struct agreement *)record)->item;
    return kind == RECORD_NOTE ? ((const struct note *)record)->item : NULL;
}

static struct proposal_state *proposal_of(const struct meeting *m, const char *id) {
    const struct id_entry *entry = ids_find(m, id, REF_PROPOSAL);
    return entry ? &m->proposals[entry->place] : NULL;
}

static struct refusal check_adoption(const struct meeting *m, const char *from) {
    const struct proposal_state *proposal = proposal_of(m, from);
    if (proposal && (proposal->adopted || proposal->rejected))
        return refused(REFUSED_DECIDED, from);
    return accepted();
}

void voices_count(struct meeting *m, const struct record_state *record, int by) {
    if (record->kind != RECORD_CHALLENGE || record->withdrawn)
        return;
    const struct challenge *challenge = record->now;
    heard_count(m, record->place, challenge->by, by);
    heard_count(m, record->place, challenge->given_by, by);
}

/* --- recorded --- */

struct refusal check_record(const struct meeting *m, const struct event *event) {
    enum record_kind kind = kind_recorded(event->what);
    struct refusal refusal = record_rules(kind, event->body);
    return refusal.code != REFUSED_NOT ? refusal : check_adoption(m, from_of(kind, event->body));
}

static void adopt(struct meeting *m, const char *from, const char *by) {
    struct proposal_state *proposal = proposal_of(m, from);
    if (proposal)
        CHANGE(m, proposal->adopted, by);
}

static int32_t place_said(const struct meeting *m, enum record_kind kind, const void *record, int32_t otherwise) {
    const char *item = item_of(kind, record);
    return text_blank(item) ? otherwise : meeting_item_place(m, item);
}

void effect_record(struct meeting *m, struct act act) {
    enum record_kind kind = kind_recorded(act.event->what);
    const void *value = act.event->body;
    struct wording *wording = fold_made(m, act.index, sizeof *wording);
    *wording = (struct wording){.value = value, .event = act.index, .earlier = NULL};
    ROOM(m, m->records, m->record_count, RECORDS);
    size_t at = m->record_count;
    m->records[at] = (struct record_state){
        .kind = kind,
        .id = record_id(value),
        .now = value,
        .words = wording,
        .event = act.index,
        .words_event = act.index,
        .read_event = SIZE_MAX,
        .place = place_said(m, kind, value, m->current),
    };
    CHANGE(m, m->record_count, at + 1);
    ids_put(m, m->records[at].id, record_names[kind], at);
    adopt(m, from_of(kind, value), m->records[at].id);
    voices_count(m, &m->records[at], 1);
}

/* --- amended --- */

/* Does it change what is agreed to: words, owner, partners or due date? */
static bool rewords(const struct record_state *record, const struct shape *shape, const void *after) {
    for (size_t i = 0; i < shape->count; i++) {
        const struct field *field = &shape->fields[i];
        if ((field->flags & FIELD_WORDS) && !field_equal(field, record->now, after))
            return true;
    }
    return false;
}

static struct refusal check_amended(const struct meeting *m, const struct record_state *record, const void *after) {
    struct refusal refusal = fields_check(m, record_shape(record->kind), after);
    if (refusal.code == REFUSED_NOT)
        refusal = needs_check(record_shape(record->kind), after);
    if (refusal.code == REFUSED_NOT)
        refusal = record_rules(record->kind, after);
    const char *from = from_of(record->kind, after);
    if (refusal.code == REFUSED_NOT && !text_equal(from, from_of(record->kind, record->now)))
        refusal = check_adoption(m, from);
    return refusal;
}

struct refusal check_amend(const struct meeting *m, const struct event *event) {
    const struct event_amend *amend = event->body;
    const struct record_state *record = meeting_record(m, amend->id);
    if (record->withdrawn)
        return refused(REFUSED_WITHDRAWN, amend->id);
    if (amend->set.of != record_shape(record->kind))
        return refused(REFUSED_COMBINATION, "set");
    if (amend->set.mask & (uint64_t)1 << shape_place(amend->set.of, shape_field(amend->set.of, "id")))
        return refused(REFUSED_COMBINATION, "id");
    union any_record after;
    amendment_apply(&amend->set, record->now, &after);
    return check_amended(m, record, &after);
}

void record_reword(struct meeting *m, struct record_state *record, struct wording *wording, const void *after,
                   size_t event) {
    *wording = (struct wording){.value = after, .event = event, .earlier = record->words};
    CHANGE(m, record->now, after);
    CHANGE(m, record->words, wording);
}

struct made_amended {
    struct wording wording;
    union any_record after; /* as much of it as the kind needs */
};

void effect_amend(struct meeting *m, struct act act) {
    const struct event_amend *amend = act.event->body;
    struct record_state *record = meeting_record(m, amend->id);
    struct made_amended *made = fold_made(m, act.index, offsetof(struct made_amended, after) + amend->set.of->size);
    void *after = &made->after;
    amendment_apply(&amend->set, record->now, after);
    const char *from = from_of(record->kind, record->now);
    if (!text_equal(from, from_of(record->kind, after))) {
        adopt(m, from, NULL);
        adopt(m, from_of(record->kind, after), record->id);
    }
    voices_count(m, record, -1);
    if (rewords(record, amend->set.of, after))
        CHANGE(m, record->words_event, act.index);
    record_reword(m, record, &made->wording, after, act.index);
    CHANGE(m, record->place, place_said(m, record->kind, after, m->event_notes[record->event].place));
    voices_count(m, record, 1);
}

/* --- withdrawn, rejected --- */

/* Of what an act that names a record asks: it was not withdrawn. The id is the first member of each such body. */
struct refusal check_standing(const struct meeting *m, const struct event *event) {
    const char *id = record_id(event->body);
    return meeting_record(m, id)->withdrawn ? refused(REFUSED_WITHDRAWN, id) : accepted();
}
_Static_assert(offsetof(struct event_amend, id) == offsetof(struct challenge, id) &&
                   offsetof(struct event_assent, id) == offsetof(struct challenge, id) &&
                   offsetof(struct event_progress, id) == offsetof(struct challenge, id) &&
                   offsetof(struct event_withdraw, id) == offsetof(struct challenge, id),
               "record_id reads the id an act is about");

void effect_withdraw(struct meeting *m, struct act act) {
    const struct event_withdraw *withdraw = act.event->body;
    struct record_state *record = meeting_record(m, withdraw->id);
    voices_count(m, record, -1);
    CHANGE(m, record->withdrawn, true);
    CHANGE(m, record->withdraw_reason, withdraw->reason);
}

struct refusal check_reject(const struct meeting *m, const struct event *event) {
    return check_adoption(m, record_id(event->body));
}

void effect_reject(struct meeting *m, struct act act) {
    const struct event_withdraw *reject = act.event->body;
    struct proposal_state *proposal = proposal_of(m, reject->id);
    CHANGE(m, proposal->rejected, true);
    CHANGE(m, proposal->reason, reject->reason);
}
