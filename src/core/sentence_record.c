/* Sentences of records and of what follows them. */
#include <string.h>

#include "candour/base/text.h"
#include "sentence.h"

/* --- recorded --- */

static void say_put_to(struct saying *s, const struct challenge *challenge) {
    static const char *const put_to[] = {
        [0] = " challenged ",
        [CHALLENGE_QUESTION] = " asked ",
        [CHALLENGE_CONCERN] = " raised a concern with ",
        [CHALLENGE_CHALLENGE] = " challenged ",
        [CHALLENGE_DISSENT] = " dissented formally from ",
    };
    say_party(s, challenge->by);
    if (!text_blank(challenge->by_person))
        say(s, " (%s)", challenge->by_person);
    say(s, "%s", put_to[challenge->kind]);
    say_party(s, challenge->to);
    if (challenge->finding)
        say(s, " on %s", challenge->finding);
    if (!text_blank(challenge->about)) {
        say(s, " about ");
        say_words(s, challenge->about);
    }
}

static void say_evidence(struct saying *s, const struct challenge *challenge) {
    if (challenge->evidence != EVIDENCE_OFFERED && challenge->evidence != EVIDENCE_PROMISED)
        return;
    say_stop(s);
    say(s, "Evidence ");
    say_choice(s, &CHOICES_OFFERED, challenge->evidence);
    if (challenge->evidence_due) {
        say(s, " by ");
        say_day(s, challenge->evidence_due);
    }
}

void say_challenge(struct saying *s, const void *body) {
    const struct challenge *challenge = body;
    say_put_to(s, challenge);
    say(s, " (%s)", challenge->id);
    say_why(s, challenge->put);
    if (!text_blank(challenge->given)) {
        say_stop(s);
        say(s, "Answer by ");
        say_party(s, challenge->given_by ? challenge->given_by : challenge->to);
        say_why(s, challenge->given);
    }
    say_evidence(s, challenge);
    if (challenge->outcome > CHALLENGE_OPEN) {
        say_stop(s);
        say(s, "Outcome: ");
        say_choice(s, &CHOICES_OUTCOME, challenge->outcome);
        say_why(s, challenge->reason);
    }
}

static void say_owner(struct saying *s, const struct agreement *agreement) {
    if (agreement->owner == NULL) {
        say(s, "No owner yet");
    } else {
        say(s, "Owner: ");
        say_party(s, agreement->owner);
        if (!text_blank(agreement->owner_role))
            say(s, ", %s", agreement->owner_role);
    }
    if (agreement->partners.count > 0) {
        say(s, ", with ");
        say_parties(s, &agreement->partners);
    }
}

static void say_when(struct saying *s, const struct agreement *agreement) {
    if (agreement->due) {
        say(s, "; due ");
        say_day(s, agreement->due);
    } else {
        say(s, "; no due date yet");
    }
    if (agreement->priority) {
        say(s, "; ");
        say_choice(s, &CHOICES_AGREEMENT_PRIORITY, agreement->priority);
    }
    if (agreement->revisit) {
        say(s, ", to be looked at again on ");
        say_day(s, agreement->revisit);
    }
    say_why(s, agreement->reason);
}

void say_agreement(struct saying *s, const void *body) {
    const struct agreement *agreement = body;
    bool other = agreement->status && agreement->status != AGREEMENT_AGREED;
    say(s, "%s ", agreement->id);
    say_choice(s, &CHOICES_AGREEMENT_STATUS, other ? agreement->status : AGREEMENT_AGREED);
    if (agreement->findings.count > 0) {
        say(s, " on ");
        say_list(s, &agreement->findings);
    }
    if (agreement->from)
        say(s, ", from %s", agreement->from);
    say_why(s, agreement->text);
    say_stop(s);
    say_owner(s, agreement);
    say_when(s, agreement);
}

void say_engagement(struct saying *s, const void *body) {
    const struct engagement *engagement = body;
    say(s, "%s planned for ", engagement->id);
    say_words(s, engagement->audience);
    say_why(s, engagement->activity);
    if (engagement->lead) {
        say(s, "; lead ");
        say_party(s, engagement->lead);
    }
    if (engagement->by) {
        say(s, "; by ");
        say_day(s, engagement->by);
    }
    if (!text_blank(engagement->tests_use)) {
        say(s, "; tested by: ");
        say_words(s, engagement->tests_use);
    }
    if (engagement->hold == YES)
        say(s, "; held until publication");
}

void say_note(struct saying *s, const void *body) {
    const struct note *note = body;
    static const char *const kinds[] = {
        [0] = "Note",
        [NOTE_NOTE] = "Note",
        [NOTE_DECISION] = "Decision",
        [NOTE_DECLARATION] = "Declaration of interest",
        [NOTE_PARKED] = "Parked",
    };
    say(s, "%s %s", kinds[note->kind], note->id);
    say_why(s, note->text);
}

/* --- changed --- */

/* The wording before this event, or NULL when it is not known any more (the change was undone). */
static const void *value_before(const struct saying *s, const char *id) {
    const struct record_state *record = meeting_record(s->meeting, id);
    const struct wording *words = record ? record->words : NULL;
    while (words && words->event != s->event)
        words = words->earlier;
    return words && words->earlier ? words->earlier->value : NULL;
}

static bool changes(const struct amendment *set, const char *key) {
    const struct field *field = shape_field(set->of, key);
    return field && (set->mask >> shape_place(set->of, field) & 1);
}

/* The label of a field, in small letters inside a sentence. */
static void say_label(struct saying *s, const struct field *field) {
    const char *label = field->label;
    char before = s->out.length > 1 ? s->out.bytes[s->out.length - 2] : '.';
    bool inside = strchr(".?!", before) == NULL && label[0] >= 'A' && label[0] <= 'Z';
    say(s, "%c%s", inside ? label[0] - 'A' + 'a' : label[0], label + 1);
}

/* "due: Friday 31 March 2017 (was ...)"; what was is left to the log's earlier wordings where it is long. */
static void say_change(struct saying *s, const struct field *field, const void *set, const void *before) {
    bool was = before && field_given(field, before) && field->type != FIELD_TEXT;
    say_label(s, field);
    if (field_given(field, set)) {
        say(s, ": ");
        say_field(s, field, set);
    } else {
        say(s, " cleared");
    }
    if (was) {
        say(s, " (was ");
        say_field(s, field, before);
        say(s, ")");
    }
}

static void say_changes(struct saying *s, const struct amendment *set, uint64_t mask, const void *before,
                        const char *lead) {
    for (size_t i = 0; i < set->of->count; i++) {
        if (!(mask >> i & 1))
            continue;
        say(s, "%s", lead);
        say_change(s, &set->of->fields[i], set->set, before);
        lead = "; ";
    }
}

static uint64_t bit_of(const struct shape *shape, const char *key) {
    return UINT64_C(1) << shape_place(shape, shape_field(shape, key));
}

/* An answer, an outcome, a promise kept read better than a list of fields; what else changed follows. */
static uint64_t say_answer(struct saying *s, const struct event_amend *amend, const void *before) {
    const struct challenge *set = amend->set.set;
    const struct challenge *was = before;
    if (changes(&amend->set, "given") && !text_blank(set->given)) {
        const char *by = changes(&amend->set, "given_by") ? set->given_by : was ? was->given_by : NULL;
        if (by == NULL && was)
            by = was->to;
        if (by)
            say_party(s, by);
        say(s, by ? " answered %s" : "%s answered", amend->id);
        say_why(s, set->given);
        return bit_of(amend->set.of, "given") | bit_of(amend->set.of, "given_by");
    }
    if (changes(&amend->set, "outcome") && set->outcome > CHALLENGE_OPEN) {
        say(s, "%s settled: ", amend->id);
        say_choice(s, &CHOICES_OUTCOME, set->outcome);
        say_why(s, changes(&amend->set, "reason") ? set->reason : NULL);
        return bit_of(amend->set.of, "outcome") | bit_of(amend->set.of, "reason");
    }
    if (changes(&amend->set, "evidence") && set->evidence == EVIDENCE_OFFERED && was &&
        was->evidence == EVIDENCE_PROMISED) {
        say(s, "The evidence promised on %s was given", amend->id);
        return bit_of(amend->set.of, "evidence");
    }
    return 0;
}

void say_amend(struct saying *s, const void *body) {
    const struct event_amend *amend = body;
    const struct amendment *set = &amend->set;
    const void *before = value_before(s, amend->id);
    uint64_t said = set->of == &SHAPE_CHALLENGE ? say_answer(s, amend, before) : 0;
    uint64_t rest = set->mask & ~said;
    if (said == 0)
        say(s, "%s changed", amend->id);
    if (said != 0 && rest != 0)
        say_stop(s);
    say_changes(s, set, rest, before, said == 0 ? ": " : "");
}

/* --- followed --- */

void say_assent(struct saying *s, const void *body) {
    const struct event_assent *assent = body;
    static const char *const stands[] = {
        [0] = "",
        [ASSENT_AGREED] = " agreed to ",
        [ASSENT_RESERVATION] = " agreed with a reservation to ",
        [ASSENT_ABSENT] = " absent, to be asked about ",
        [ASSENT_DECLINED] = " declined ",
    };
    say_party(s, assent->agency);
    say(s, "%s%s", stands[assent->state], assent->id);
    if (assent->by) {
        say(s, ", answer owed by ");
        say_day(s, assent->by);
    }
    say_why(s, assent->words);
}

void say_withdraw(struct saying *s, const void *body) {
    const struct event_withdraw *withdraw = body;
    say(s, "%s withdrawn", withdraw->id);
    say_why(s, withdraw->reason);
}

void say_reject(struct saying *s, const void *body) {
    const struct event_withdraw *reject = body;
    say(s, "Proposal %s rejected", reject->id);
    say_why(s, reject->reason);
}

void say_progress(struct saying *s, const void *body) {
    const struct event_progress *progress = body;
    say(s, "Progress on %s", progress->id);
    if (progress->by) {
        say(s, " by ");
        say_party(s, progress->by);
    }
    if (progress->status) {
        say(s, ", now ");
        say_choice(s, &CHOICES_AGREEMENT_STATUS, progress->status);
    }
    say_why(s, progress->text);
    if (!text_blank(progress->effect)) {
        say_stop(s);
        say(s, "Effect");
        say_why(s, progress->effect);
    }
}

void say_readback(struct saying *s, const void *body) {
    const struct event_readback *readback = body;
    say(s, "Read back in ");
    say_item(s, readback->item);
    if (readback->records.count > 0) {
        say(s, ", confirmed: ");
        say_list(s, &readback->records);
    }
    if (text_blank(readback->words))
        return;
    say(s, "; said: ");
    say_words(s, readback->words);
}
