/* Agreements: by priority, what each lacks, who is still to be asked. */
#include "candour/base/text.h"
#include "fold.h"
#include "summary_parts.h"

/* --- what it lacks --- */

static bool role_given(const struct agreement *a) {
    if (text_equal(a->owner, "CHAIR"))
        return true;
    return !text_blank(a->owner_role) || (text_equal(a->owner, "NATIONAL") && !text_blank(a->addressee));
}

static bool date_given(const struct agreement *a) {
    return a->due != 0 || (a->priority == PRIORITY_DEFERRED && a->revisit != 0);
}

static unsigned lacks_of(const struct agreement *a) {
    unsigned lacks = 0;
    lacks |= text_blank(a->owner) ? LACK_OWNER : 0U;
    lacks |= role_given(a) ? 0U : LACK_ROLE;
    lacks |= date_given(a) ? 0U : LACK_DUE;
    lacks |= text_blank(a->evidence) ? LACK_EVIDENCE : 0U;
    lacks |= text_blank(a->measure) ? LACK_MEASURE : 0U;
    lacks |= text_blank(a->monitor) ? LACK_MONITOR : 0U;
    lacks |= a->kind ? 0U : LACK_KIND;
    lacks |= a->priority ? 0U : LACK_PRIORITY;
    lacks |= a->links.count > 0 ? 0U : LACK_LINKS;
    return lacks;
}

const char *lack_word(enum lack lack) {
    static const char *const words[LACKS] = {"owner",   "owner's role", "due date", "evidence", "measure",
                                             "monitor", "kind",         "priority", "links"};
    for (unsigned i = 0; i < LACKS; i++)
        if ((unsigned)lack == 1U << i)
            return words[i];
    return "";
}

const struct texts *agreements_lacking(const struct summary *summary, enum lack lack) {
    unsigned at = 0;
    while (at < LACKS - 1 && (unsigned)lack != 1U << at)
        at++;
    return &summary->lacking[at];
}

/* --- assent --- */

const char *asked_word(enum asked asked) {
    static const char *const words[] = {
        [ASKED_AGREED] = "agreed",
        [ASKED_RESERVATION] = "agreed with a reservation",
        [ASKED_DECLINED] = "declined",
        [ASKED_ABSENT] = "absent, to be asked",
        [ASKED_EARLIER_WORDS] = "agreed to earlier words",
        [ASKED_NOT_YET] = "not asked yet",
    };
    return words[asked];
}

/* The latest word of each agency on the agreement at hand. */
struct assents {
    struct places spoke;
    const struct assent_state **latest;
    struct places named; /* parties */
};

static enum asked asked_state(const struct record_state *record, const struct assent_state *latest) {
    if (latest == NULL)
        return ASKED_NOT_YET;
    if (latest->assent->state == ASSENT_ABSENT)
        return ASKED_ABSENT;
    if (!assent_current(record, latest))
        return ASKED_EARLIER_WORDS;
    if (latest->assent->state == ASSENT_DECLINED)
        return ASKED_DECLINED;
    return latest->assent->state == ASSENT_RESERVATION ? ASKED_RESERVATION : ASKED_AGREED;
}

static void read_assents(struct summing *w, const struct record_state *record, struct assents *assents) {
    assents->spoke.round++;
    for (const struct assent_state *state = record->assents; state; state = state->earlier) {
        int32_t place = agency_place(w->m, state->assent->agency);
        if (place < 0 || !places_add(&assents->spoke, (size_t)place))
            continue;
        assents->latest[place] = state;
        enum asked asked = asked_state(record, state);
        if (asked == ASKED_AGREED || asked == ASKED_RESERVATION)
            texts_push(w->arena, &w->s->parties[place].assents, record->id);
    }
}

static bool still_to_ask(enum asked state) {
    return state == ASKED_ABSENT || state == ASKED_EARLIER_WORDS || state == ASKED_NOT_YET;
}

static void ask(struct summing *w, struct agreement_summary *row, size_t agency, const struct assents *assents) {
    const struct assent_state *latest = places_have(&assents->spoke, agency) ? assents->latest[agency] : NULL;
    struct asked_party *party = &row->asked[row->asked_count++];
    *party = (struct asked_party){.id = w->s->parties[agency].id, .state = asked_state(row->record, latest)};
    if (latest) {
        party->words = latest->assent->words;
        party->by = latest->assent->by;
    }
    if (still_to_ask(party->state)) {
        party->late = party->by != 0 && party->by < w->today;
        row->to_ask++;
        texts_push(w->arena, &w->s->parties[agency].to_assent, row->record->id);
    }
}

/* Owner and partners, each once. */
static void to_parties(struct summing *w, struct agreement_summary *row, struct assents *assents) {
    const struct texts *partners = &row->agreement->partners;
    assents->named.round++;
    bool asked = row->owed && !w->lists_only;
    if (asked)
        row->asked = arena_array(w->arena, partners->count + 1, sizeof *row->asked);
    for (size_t i = 0; i <= partners->count; i++) {
        const char *id = i == 0 ? row->agreement->owner : partners->items[i - 1];
        size_t party = id ? party_of(w, id, NULL) : 0;
        if (id == NULL || !places_add(&assents->named, party))
            continue;
        if (i == 0)
            row->owner = party;
        texts_push(w->arena, i == 0 ? &w->s->parties[party].owns : &w->s->parties[party].shares, row->record->id);
        if (asked && party < w->s->agency_count)
            ask(w, row, party, assents);
    }
}

/* --- the list --- */

static const struct change_kind *kind_of(const struct summing *w, const char *id) {
    size_t place = 0, count = 0;
    const struct change_kind *kinds = kinds_of(w->m->agenda, &count);
    if (meeting_names(w->m, id, &place) == REF_KIND && place < count)
        return &kinds[place];
    return id ? kind_find(w->m->agenda, id) : NULL;
}

static struct agreement_summary agreement_of(const struct summing *w, const struct record_state *record) {
    const struct agreement *a = record->now;
    const struct change_kind *kind = w->lists_only ? NULL : kind_of(w, a->kind);
    bool tested = a->status == AGREEMENT_EVIDENCED || a->status == AGREEMENT_IMPACT_TESTED;
    bool owed = a->status != AGREEMENT_STOPPED && a->status != AGREEMENT_SUPERSEDED;
    bool undone = owed && !tested && a->status != AGREEMENT_DONE;
    return (struct agreement_summary){
        .record = record,
        .agreement = a,
        .kind = kind,
        .strength = kind ? (enum strength)kind->strength : 0,
        .owner = SIZE_MAX,
        .priority = a->priority,
        .links_none = texts_have(&a->links, "none"),
        .lacks = owed && !w->lists_only ? lacks_of(a) : 0,
        .owed = owed,
        .late = undone && a->due != 0 && a->due < w->today,
        .revisit = undone && a->priority == PRIORITY_DEFERRED && a->revisit != 0 && a->revisit <= w->today,
        .evidenced = tested,
        .quorum = w->quorum ? w->quorum[record - w->m->records] : QUORUM_UNKNOWN,
    };
}

static void count_owed(struct summing *w, const struct agreement_summary *row) {
    if (!row->owed)
        return;
    w->s->owed_count++;
    w->s->strengths[row->strength]++;
    for (unsigned i = 0; i < LACKS; i++)
        if (row->lacks >> i & 1)
            texts_push(w->arena, &w->s->lacking[i], row->record->id);
}

enum { RANK_NONE = PRIORITY_NATIONAL + 1, RANKS };

/* Now first, what has no priority last. */
static int rank_of(const struct record_state *record) {
    int priority = ((const struct agreement *)record->now)->priority;
    return priority > 0 && priority < RANK_NONE ? priority : RANK_NONE;
}

/* Where the agreements of each priority begin. */
static void rank_all(const struct summing *w, size_t begins[RANKS + 1]) {
    size_t at = 0;
    for (const struct record_state *record; (record = record_next(w, RECORD_AGREEMENT, &at));) {
        begins[rank_of(record) + 1]++;
        w->s->agreement_count++;
    }
    for (int rank = PRIORITY_NEXT; rank < RANKS; rank++)
        begins[rank] += begins[rank - 1];
}

static struct assents assents_begin(const struct summing *w) {
    return (struct assents){
        .spoke = places_of(w->arena, w->s->agency_count),
        .latest = arena_array(w->arena, w->s->agency_count, sizeof(const struct assent_state *)),
        .named = places_of(w->arena, w->s->party_count),
    };
}

void sum_agreements(struct summing *w) {
    struct summary *s = w->s;
    size_t begins[RANKS + 1] = {0}, at = 0, made = 0;
    struct assents assents = assents_begin(w);
    rank_all(w, begins);
    s->agreements = arena_array(w->arena, s->agreement_count, sizeof *s->agreements);
    w->agreements = arena_array(w->arena, s->agreement_count, sizeof *w->agreements);
    for (const struct record_state *record; (record = record_next(w, RECORD_AGREEMENT, &at));) {
        struct agreement_summary *row = &s->agreements[begins[rank_of(record)]++];
        w->agreements[made++] = row;
        *row = agreement_of(w, record);
        read_assents(w, record, &assents);
        to_parties(w, row, &assents);
        count_owed(w, row);
    }
}

/* --- remarks --- */

void remark_too_many(struct summing *w, enum remark_kind kind) {
    if (w->s->owed_count > AGREEMENTS_SOFT_CEILING)
        remark_add(w, kind, NULL, "%zu agreements; about %d can be followed up", w->s->owed_count,
                   (int)AGREEMENTS_SOFT_CEILING);
}

void remark_everything_now(struct summing *w, enum remark_kind kind) {
    for (size_t i = 0; i < w->s->agreement_count; i++)
        if (w->s->agreements[i].owed && w->s->agreements[i].priority != PRIORITY_NOW)
            return;
    if (w->s->owed_count > 1)
        remark_add(w, kind, NULL, "All %zu agreements have the priority now", w->s->owed_count);
}
