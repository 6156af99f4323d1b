/* A record as the room may read it. Fields that are not named here are not in it. */
#include <stdio.h>
#include <string.h>

#include "candour/base/buffer.h"
#include "candour/base/text.h"
#include "candour/core/agenda.h"
#include "room_parts.h"

/* --- names --- */

/* A person is a role, never a name. */
static const char *role_of(struct showing *s, const struct person *person) {
    if (!text_blank(person->role))
        return person->role;
    return person->type == 0 ? "a member" : shown_choice(s, &CHOICES_PERSON_TYPE, person->type);
}

/* "Police" */
static const char *party(struct showing *s, const char *id) {
    const struct person *person = person_find(s->meeting->agenda, id);
    return person != NULL ? role_of(s, person) : party_name(s->meeting->agenda, id);
}

/* "POL" */
static const char *brief_party(struct showing *s, const char *id) {
    const struct person *person = person_find(s->meeting->agenda, id);
    return person != NULL ? role_of(s, person) : id;
}

/* "31 March 2017" */
static const char *day_said(struct showing *s, day d) {
    int year;
    int month;
    int dayofmonth;
    day_parts(d, &year, &month, &dayofmonth);
    return arena_format(s->arena, "%d %s %d", dayofmonth, month_name(month), year);
}

static const char *about_findings(struct showing *s, const struct texts *findings) {
    struct buffer out = {0};
    for (size_t i = 0; i < findings->count; i++)
        buffer_format(&out, "%s%s", i == 0 ? "" : " ", findings->items[i]);
    const char *text = out.length == 0 ? "" : arena_text(s->arena, out.bytes);
    buffer_free(&out);
    return text;
}

/* --- records --- */

static const char *challenge_state(struct showing *s, const struct challenge *challenge, bool *open) {
    const char *kind = challenge->kind == 0 || challenge->kind == CHALLENGE_CHALLENGE ? ""
                       : challenge->kind == CHALLENGE_DISSENT
                           ? "formal dissent, "
                           : arena_format(s->arena, "%s, ", choice_word(&CHOICES_CHALLENGE_KIND, challenge->kind));
    *open = challenge->outcome == 0 || challenge->outcome == CHALLENGE_OPEN;
    const char *outcome = !*open                     ? shown_choice(s, &CHOICES_OUTCOME, challenge->outcome)
                          : challenge->given == NULL ? "open"
                                                     : "open, answered";
    return arena_format(s->arena, "%s%s", kind, outcome);
}

/* From the longest to the shortest; NULL ones are as the one before. */
static void say_who(struct showing *s, struct room_record *out, const char *whole, const char *names,
                    const char *codes) {
    out->who[0] = shown(s, whole);
    out->who[1] = names == NULL ? out->who[0] : shown(s, names);
    out->who[2] = codes == NULL ? out->who[1] : shown(s, codes);
}

static int challenge_record(struct showing *s, const void *now, struct room_record *out) {
    const struct challenge *challenge = now;
    const char *finding = challenge->finding == NULL ? "" : challenge->finding;
    const char *names = arena_format(s->arena, "%s to %s", party(s, challenge->by), party(s, challenge->to));
    out->kind = ROOM_CHALLENGE;
    say_who(
        s, out, finding[0] == '\0' ? names : arena_format(s->arena, "%s, on %s", names, finding), names,
        arena_format(s->arena, "%s to %s %s", brief_party(s, challenge->by), brief_party(s, challenge->to), finding));
    out->state = challenge_state(s, challenge, &out->open);
    out->words = shown(s, challenge->put);
    out->answer = shown(s, challenge->given);
    return challenge->visibility;
}

static const char *agreement_state(struct showing *s, const struct agreement *agreement, bool *open) {
    bool deferred = agreement->priority == PRIORITY_DEFERRED;
    const char *owner = agreement->owner == NULL ? "no owner yet" : "";
    const char *due = agreement->due != 0 ? arena_format(s->arena, "due %s", day_said(s, agreement->due))
                      : deferred && agreement->revisit != 0
                          ? arena_format(s->arena, "deferred to %s", day_said(s, agreement->revisit))
                      : deferred ? "deferred"
                                 : "no date yet";
    *open = agreement->owner == NULL || (agreement->due == 0 && !deferred);
    return arena_format(s->arena, "%s%s%s", owner, owner[0] == '\0' ? "" : ", ", due);
}

/* Of an agreement the public sees what is on the white list; which findings it answers is not. */
static int agreement_record(struct showing *s, const void *now, struct room_record *out) {
    const struct agreement *agreement = now;
    const char *on = s->audience->public_only ? "" : about_findings(s, &agreement->findings);
    const char *gap = on[0] == '\0' ? "" : ", on ";
    out->kind = ROOM_AGREEMENT;
    if (agreement->owner != NULL) {
        const char *name = party(s, agreement->owner);
        bool role = !text_blank(agreement->owner_role);
        say_who(
            s, out,
            arena_format(s->arena, "%s%s%s%s%s", name, role ? ", " : "", role ? agreement->owner_role : "", gap, on),
            name, arena_format(s->arena, "%s %s", brief_party(s, agreement->owner), on));
    } else if (on[0] != '\0') {
        say_who(s, out, arena_format(s->arena, "agreement on %s", on), NULL, on);
    }
    out->state = agreement_state(s, agreement, &out->open);
    out->words = shown(s, agreement->text);
    return agreement->visibility;
}

static int engagement_record(struct showing *s, const void *now, struct room_record *out) {
    const struct engagement *engagement = now;
    const char *audience = arena_format(s->arena, "for %s", engagement->audience);
    out->kind = ROOM_ENGAGEMENT;
    say_who(s, out,
            engagement->lead == NULL ? audience
                                     : arena_format(s->arena, "%s, by %s", audience, party(s, engagement->lead)),
            audience, NULL);
    out->state = engagement->by == 0 ? "no date yet" : arena_format(s->arena, "by %s", day_said(s, engagement->by));
    out->open = engagement->by == 0;
    out->words = shown(s, engagement->activity);
    return VISIBILITY_BOARD;
}

static int note_record(struct showing *s, const void *now, struct room_record *out) {
    const struct note *note = now;
    out->kind = ROOM_NOTE;
    say_who(s, out, note->kind == 0 ? "note" : choice_word(&CHOICES_NOTE_KIND, note->kind), NULL, NULL);
    out->words = shown(s, note->text);
    /* what somebody declares is about that person */
    return note->kind == NOTE_DECLARATION ? VISIBILITY_RESTRICTED : note->visibility;
}

/* Nothing but the code stays of what is held back. */
static void hold(struct showing *s, struct room_record *out) {
    out->held = s->held;
    if (out->held)
        *out = (struct room_record){.kind = out->kind, .id = out->id, .held = true};
}

bool room_record(struct showing *s, const struct record_state *record, struct room_record *out) {
    static int (*const records[RECORD_KINDS])(struct showing *, const void *, struct room_record *) = {
        [RECORD_CHALLENGE] = challenge_record,
        [RECORD_AGREEMENT] = agreement_record,
        [RECORD_ENGAGEMENT] = engagement_record,
        [RECORD_NOTE] = note_record,
    };
    *out = (struct room_record){.id = arena_text(s->arena, record->id)};
    s->held = false;
    int visibility = records[record->kind](s, record->now, out);
    hold(s, out);
    return may_see(s, visibility);
}

/* --- a position --- */

static const char *dissent_said(struct showing *s, const struct list *dissent) {
    const struct dissent *list = dissent->items;
    struct buffer out = {0};
    for (size_t i = 0; i < dissent->count; i++)
        buffer_format(&out, "%s%s", i == 0 ? "dissent: " : ", ", party(s, list[i].agency));
    const char *text = out.length == 0 ? NULL : shown(s, out.bytes);
    buffer_free(&out);
    return text;
}

/* Its visibility says who may see the reason (table_room.c): the word is for everybody. */
void room_position(struct showing *s, const struct finding_state *finding, struct room_record *out) {
    const struct event_position *position = finding->position;
    *out = (struct room_record){.kind = ROOM_POSITION, .id = arena_text(s->arena, finding->finding->id)};
    s->held = false;
    say_who(s, out, arena_format(s->arena, "position: %s", shown_choice(s, &CHOICES_POSITION, position->position)),
            NULL, NULL);
    if (may_see(s, position->visibility)) {
        out->words = shown(s, position->reason);
        out->state = dissent_said(s, &position->dissent);
    }
    hold(s, out);
}
