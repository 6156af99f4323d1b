/* Sentences of the room: who is there, who speaks, what is decided about a finding. */
#include "candour/base/text.h"
#include "sentence.h"

void say_hand_over(struct saying *s, const void *body) {
    const struct event_hand_over *hand_over = body;
    say(s, "%s handed over to ", hand_over->role == HAND_OVER_CHAIR ? "The chair was" : "The minutes were");
    say_party(s, hand_over->to);
}

/* By role and name: several people may hold one role. */
static void say_who(struct saying *s, const struct event_attend *attend) {
    const struct person *person = attend->person ? person_find(s->meeting->agenda, attend->person) : NULL;
    const char *name = attend->name ? attend->name : person ? person->name : NULL;
    if (attend->person)
        say_party(s, attend->person);
    if (attend->person == NULL || (person && person->role && name))
        say(s, attend->person ? " (%s)" : "%s", name ? name : "someone");
}

void say_attend(struct saying *s, const void *body) {
    const struct event_attend *attend = body;
    bool nameless = attend->person == NULL && attend->name == NULL;
    bool named_by_agency = nameless && attend->agency;
    if (attend->state == ATTEND_APOLOGIES)
        say(s, "Apologies from ");
    if (named_by_agency)
        say_party(s, attend->agency);
    else
        say_who(s, attend);
    if (attend->agency && !named_by_agency) {
        say(s, ", for ");
        say_party(s, attend->agency);
    }
    if (attend->deputy_for) {
        say(s, ", deputy for ");
        say_party(s, attend->deputy_for);
    }
    if (attend->state != ATTEND_APOLOGIES) {
        say(s, ": ");
        say_choice(s, &CHOICES_ATTENDANCE, attend->state);
    }
    if (!text_blank(attend->interest)) {
        say(s, "; interest declared: ");
        say_words(s, attend->interest);
    }
}

void say_focus(struct saying *s, const void *body) {
    const struct event_focus *focus = body;
    say(s, "Under discussion: ");
    say_finding(s, focus->finding);
}

void say_heard(struct saying *s, const void *body) {
    const struct event_heard *heard = body;
    say_party(s, heard->agency);
    say(s, " heard");
}

void say_position(struct saying *s, const void *body) {
    const struct event_position *position = body;
    const struct dissent *dissent = position->dissent.items;
    say_finding(s, position->finding);
    say(s, ": ");
    say_choice(s, &CHOICES_POSITION, position->position);
    say_why(s, position->reason);
    for (size_t i = 0; i < position->dissent.count; i++) {
        say_stop(s);
        say(s, "Dissent by ");
        say_party(s, dissent[i].agency);
        say_why(s, dissent[i].reason);
    }
    if (!text_blank(position->still_true)) {
        say_stop(s);
        say(s, "Still true today");
        say_why(s, position->still_true);
    }
}

void say_as_is(struct saying *s, const void *body) {
    const struct event_as_is *as_is = body;
    say(s, "Agreements on ");
    say_finding(s, as_is->finding);
    say(s, " kept as they are");
    say_why(s, as_is->reason);
}

void say_assess(struct saying *s, const void *body) {
    const struct event_assess *assess = body;
    static const char *const answers[] = {"", "met", "partly met", "not met"};
    say(s, "%s %s", assess->question, answers[assess->answer]);
    say_why(s, assess->words);
}
