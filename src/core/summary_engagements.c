/* Engagement: who is to be reached, how, and whether tests use what it brings. */
#include "candour/base/text.h"
#include "summary_parts.h"

void sum_engagements(struct summing *w) {
    struct summary *s = w->s;
    size_t at = 0;
    s->engagements = arena_array(w->arena, records_standing(w, RECORD_ENGAGEMENT), sizeof *s->engagements);
    for (const struct record_state *record; (record = record_next(w, RECORD_ENGAGEMENT, &at));) {
        const struct engagement *engagement = record->now;
        s->engagements[s->engagement_count++] = (struct engagement_summary){
            .record = record,
            .engagement = engagement,
            .held = engagement->hold == YES,
            .tested = !text_blank(engagement->tests_use),
        };
    }
}

/* --- remarks --- */

static bool speaks_of(const char *text, const char *const *words) {
    for (size_t i = 0; words[i]; i++)
        if (text_find(text, words[i]))
            return true;
    return false;
}

static const char *const remote[] = {"e-mail", "email",   "newsletter", "bulletin", "circular",
                                     "memo",   "leaflet", "poster",     "intranet", NULL};
/* With these an e-mail is only the invitation. */
static const char *const in_person[] = {"face",    "meeting",  "event",      "brief",       "discuss",
                                        "session", "workshop", "visit",      "supervision", "half-day",
                                        "play",    "person",   "conference", NULL};
static const char *const practitioners[] = {"practitioner", "worker",    "visitor",    "midwi",     "nurse",
                                            "social work",  "teacher",   "team",       "staff",     "doctor",
                                            "GP",           "frontline", "front-line", "clinician", "constable",
                                            "school",       "adviser",   "therapist",  NULL};
static const char *const leaders[] = {"leader", "chief",        "director", "strategic", "executive",  "board",  "head",
                                      "senior", "commissioner", "governor", "trustee",   "councillor", "member", NULL};

void remark_engagement_remote(struct summing *w, enum remark_kind kind) {
    size_t count = w->s->engagement_count;
    for (size_t i = 0; i < count; i++) {
        const char *activity = w->s->engagements[i].engagement->activity;
        if (!speaks_of(activity, remote) || speaks_of(activity, in_person))
            return;
    }
    if (count > 0)
        remark_add(w, kind, w->s->engagements[0].record->id, "All engagement is by e-mail or newsletter");
}

void remark_engagement_no_test(struct summing *w, enum remark_kind kind) {
    for (size_t i = 0; i < w->s->engagement_count; i++)
        if (w->s->engagements[i].tested)
            return;
    if (w->s->engagement_count > 0)
        remark_add(w, kind, w->s->engagements[0].record->id, "Nothing in the engagement plan tests use");
}

static void audience_missing(struct summing *w, enum remark_kind kind, const char *const *words, const char *who) {
    for (size_t i = 0; i < w->s->engagement_count; i++)
        if (speaks_of(w->s->engagements[i].engagement->audience, words))
            return;
    if (w->s->engagement_count > 0)
        remark_add(w, kind, w->s->engagements[0].record->id, "No engagement named for %s", who);
}

void remark_engagement_practitioners(struct summing *w, enum remark_kind kind) {
    audience_missing(w, kind, practitioners, "practitioners");
}

void remark_engagement_leaders(struct summing *w, enum remark_kind kind) {
    audience_missing(w, kind, leaders, "strategic leaders");
}
