/* The rows of one session. A row is made pointing into the meeting, shown to the filter, and only then copied. */
#include <string.h>

#include "actions_parts.h"
#include "candour/base/arena.h"
#include "candour/base/text.h"
#include "summary_parts.h"

struct making {
    struct actions *actions;
    const struct summary *s;
    struct action_session *session;
    uint32_t made;
};

/* --- parties --- */

static struct action_party named(const struct making *m, const char *id) {
    return (struct action_party){.id = id, .name = id ? party_name(m->s->meeting->agenda, id) : NULL};
}

/* A person speaks as the agency, or as the chair, it was counted for; its own name stays. */
static struct action_party speaker(const struct making *m, size_t party, const char *id) {
    struct action_party speaker = named(m, id);
    if (m->s->parties[party].id)
        speaker.id = m->s->parties[party].id;
    return speaker;
}

static struct action_party kept_party(struct actions *actions, struct action_party party) {
    return (struct action_party){.id = word_kept(actions, party.id), .name = word_kept(actions, party.name)};
}

/* --- what was last said of a record --- */

static instant said_at(const struct making *m, size_t event) {
    return m->s->meeting->events[event].at.at;
}

static instant later(instant a, instant b) {
    return a > b ? a : b;
}

static void add_history(const struct making *m, struct action *row, const struct record_state *record) {
    row->id = record->id;
    row->revised = said_at(m, record->words->event);
    if (record->assents)
        row->revised = later(row->revised, said_at(m, record->assents->event));
    if (record->progress)
        row->revised = later(row->revised, record->progress->at.at);
    for (const struct wording *words = record->words->earlier; words; words = words->earlier)
        row->amendments++;
    for (const struct assent_state *assent = record->assents; assent; assent = assent->earlier)
        row->answers++;
}

static void add_progress(const struct making *m, struct action *row, const struct record_state *record) {
    if (!record->progress)
        return;
    const struct event_progress *said = record->progress->progress;
    bool withheld = said->visibility == VISIBILITY_RESTRICTED && !m->actions->filter.restricted;
    row->progress = (struct action_progress){
        .on = stamp_day(record->progress->at),
        .by = withheld ? NULL : named(m, said->by).name,
        .text = withheld ? NULL : said->text,
        .effect = withheld ? NULL : said->effect,
        .withheld = withheld,
    };
}

/* --- copies --- */

static const char *copied(const struct making *m, const char *text) {
    return arena_text(m->actions->arena, text_blank(text) ? NULL : text);
}

static void keep_texts(const struct making *m, struct action *row) {
    struct actions *to = m->actions;
    const char **longer[] = {&row->text,  &row->reason,   &row->evidence,  &row->measure,       &row->baseline,
                             &row->given, &row->audience, &row->tests_use, &row->progress.text, &row->progress.effect};
    const char **shorter[] = {&row->id, &row->role, &row->change, &row->addressee, &row->monitor, &row->progress.by};
    for (size_t i = 0; i < sizeof longer / sizeof *longer; i++)
        *longer[i] = copied(m, *longer[i]);
    for (size_t i = 0; i < sizeof shorter / sizeof *shorter; i++)
        *shorter[i] = text_blank(*shorter[i]) ? NULL : word_kept(to, *shorter[i]);
    row->text = row->text ? row->text : "";
    row->owes = kept_party(to, row->owes);
    row->asker = kept_party(to, row->asker);
    if (row->review_on.count > 0) {
        day *days = arena_array(to->arena, row->review_on.count, sizeof *days);
        memcpy(days, row->review_on.items, row->review_on.count * sizeof *days);
        row->review_on.items = days;
    }
}

/* NULL when it is not wanted. */
static struct action *keep(struct making *m, struct action row) {
    struct actions *to = m->actions;
    row.session = m->session;
    row.place = m->made++;
    row.late_days = row.late ? to->today - row.due : 0;
    if (!row_wanted(&to->filter, &row))
        return NULL;
    keep_texts(m, &row);
    struct action *kept = arena_alloc(to->arena, sizeof *kept);
    *kept = row;
    to->list = more_room(to->arena, to->list, to->count, sizeof(struct action *));
    to->list[to->count++] = kept;
    return kept;
}

/* By its id alone, whatever else the filter asks for. */
static void tell_withheld(struct making *m, const char *id, unsigned kinds) {
    const struct actions_filter *filter = &m->actions->filter;
    if (filter->kinds == 0 || (filter->kinds & kinds) != 0)
        texts_push(m->actions->arena, &m->session->restricted, word_kept(m->actions, id));
}

static bool withhold(struct making *m, const char *id, int visibility, unsigned kinds) {
    if (visibility != VISIBILITY_RESTRICTED || m->actions->filter.restricted)
        return false;
    tell_withheld(m, id, kinds);
    return true;
}

/* --- agreements --- */

static struct action agreement_row(const struct making *m, const struct agreement_summary *from) {
    const struct agreement *a = from->agreement;
    bool deferred = a->priority == PRIORITY_DEFERRED && a->revisit != 0;
    struct action row = {
        .kind = ACTION_AGREEMENT,
        .text = a->text,
        .owes = named(m, a->owner),
        .role = a->owner_role,
        .partner_count = a->partners.count,
        .status = a->status ? a->status : AGREEMENT_AGREED,
        .priority = a->priority,
        .level = a->level,
        .visibility = a->visibility ? a->visibility : VISIBILITY_BOARD,
        .strength = from->strength,
        .change = from->kind ? from->kind->title : NULL,
        .addressee = a->addressee,
        .reason = a->reason,
        .evidence = a->evidence,
        .measure = a->measure,
        .baseline = a->baseline,
        .monitor = a->monitor,
        .due = a->due,
        .revisit = a->revisit,
        .review_on = a->review_on,
        .on = deferred && !from->late ? a->revisit : a->due,
        .lacks = from->lacks,
        .outstanding = from->owed && !from->evidenced,
        .late = from->late,
        .revisit_come = from->revisit,
        .to_ask = from->to_ask,
    };
    add_history(m, &row, from->record);
    add_progress(m, &row, from->record);
    return row;
}

static void keep_partners(struct making *m, struct action *row, const struct texts *partners) {
    row->partners = arena_array(m->actions->arena, partners->count, sizeof *row->partners);
    for (size_t i = 0; i < partners->count; i++)
        row->partners[i] = kept_party(m->actions, named(m, partners->items[i]));
}

static void keep_assents(struct making *m, struct action *row, const struct agreement_summary *from) {
    row->assents = arena_array(m->actions->arena, from->asked_count, sizeof *row->assents);
    for (size_t i = 0; i < from->asked_count; i++) {
        const struct asked_party *asked = &from->asked[i];
        enum asked state = asked->state;
        row->assents[row->assent_count++] = (struct action_assent){
            .party = kept_party(m->actions, named(m, asked->id)),
            .state = state,
            .words = copied(m, asked->words),
            .to_ask = state == ASKED_ABSENT || state == ASKED_EARLIER_WORDS || state == ASKED_NOT_YET,
            .by = asked->by,
            .late = asked->late,
        };
    }
}

/* Is it shared with the agency the filter asks for? Looked at before the partners are copied. */
static bool shared(const struct making *m, const struct agreement *agreement) {
    for (size_t i = 0; m->actions->filter.agency && i < agreement->partners.count; i++)
        if (text_equal_nocase(agreement->partners.items[i], m->actions->filter.agency))
            return true;
    return false;
}

static void make_agreement(struct making *m, const struct agreement_summary *from) {
    if (withhold(m, from->record->id, from->agreement->visibility, 1U << ACTION_AGREEMENT))
        return;
    struct action row = agreement_row(m, from);
    struct action_party partner = {.id = m->actions->filter.agency};
    row.partners = shared(m, from->agreement) ? &partner : NULL;
    row.partner_count = row.partners ? 1 : 0;
    struct action *kept = keep(m, row);
    if (!kept)
        return;
    kept->partner_count = from->agreement->partners.count;
    for (size_t i = 0; i < from->agreement->findings.count; i++)
        texts_push(m->actions->arena, &kept->findings, word_kept(m->actions, from->agreement->findings.items[i]));
    keep_partners(m, kept, &from->agreement->partners);
    keep_assents(m, kept, from);
}

/* --- challenges and engagement --- */

static struct action challenge_row(const struct making *m, const struct challenge_summary *from) {
    const struct challenge *c = from->challenge;
    struct action row = {
        .text = c->put,
        .asker = speaker(m, from->from, c->by),
        .given = c->given,
        .visibility = c->visibility ? c->visibility : VISIBILITY_BOARD,
        .outstanding = true,
    };
    add_history(m, &row, from->record);
    add_progress(m, &row, from->record);
    return row;
}

static void keep_challenge(struct making *m, struct action row, const char *finding) {
    struct action *kept = keep(m, row);
    if (kept && finding)
        texts_push(m->actions->arena, &kept->findings, word_kept(m->actions, finding));
}

static void make_challenge(struct making *m, const struct challenge_summary *from) {
    const struct challenge *c = from->challenge;
    if (withhold(m, from->record->id, c->visibility, 1U << ACTION_ANSWER | 1U << ACTION_EVIDENCE))
        return;
    struct action row = challenge_row(m, from);
    if (from->open) {
        row.kind = ACTION_ANSWER;
        row.owes = speaker(m, from->to, c->to);
        row.due = row.on = c->respond_by;
        row.late = from->answer_late;
        keep_challenge(m, row, c->finding);
    }
    if (from->promised) {
        row.kind = ACTION_EVIDENCE;
        row.owes = speaker(m, from->promiser, c->given_by ? c->given_by : c->to);
        row.due = row.on = c->evidence_due;
        row.late = from->evidence_late;
        keep_challenge(m, row, c->finding);
    }
}

static void make_engagement(struct making *m, const struct engagement_summary *from) {
    const struct engagement *e = from->engagement;
    struct action row = {
        .kind = ACTION_ENGAGEMENT,
        .text = e->activity,
        .owes = named(m, e->lead),
        .visibility = VISIBILITY_BOARD,
        .audience = e->audience,
        .tests_use = e->tests_use,
        .held = from->held,
        .due = e->by,
        .on = e->by,
        .outstanding = true,
    };
    add_history(m, &row, from->record);
    add_progress(m, &row, from->record);
    keep(m, row);
}

/* Of a meeting as some may see it: records that are in no list of its summary. */
static void make_withheld(struct making *m) {
    const struct meeting *meeting = m->s->meeting;
    for (size_t i = 0; i < meeting->record_count; i++) {
        const struct record_state *record = &meeting->records[i];
        bool agreement = record->kind == RECORD_AGREEMENT;
        if (record->withheld && (agreement || record->kind == RECORD_CHALLENGE))
            tell_withheld(m, record->id,
                          agreement ? 1U << ACTION_AGREEMENT : 1U << ACTION_ANSWER | 1U << ACTION_EVIDENCE);
    }
}

void rows_make(struct actions *actions, const struct summary *s, struct action_session *session) {
    struct making m = {.actions = actions, .s = s, .session = session};
    for (size_t i = 0; i < s->agreement_count; i++)
        make_agreement(&m, &s->agreements[i]);
    for (size_t i = 0; i < s->challenge_count; i++)
        make_challenge(&m, &s->challenges[i]);
    for (size_t i = 0; i < s->engagement_count; i++)
        make_engagement(&m, &s->engagements[i]);
    make_withheld(&m);
}
