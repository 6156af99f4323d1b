/* The whole Harrowmere session, from its file to what the fold makes of it. The figures were worked out by hand from
 * the times in the file, before there was a program. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "candour/base/arena.h"
#include "candour/core/record.h"
#include "support/session_file.h"

struct loading {
    struct arena *arena;
    struct meeting *m;
};

static int load(void **state) {
    static struct loading loading;
    loading.arena = arena_new();
    loading.m = session_file("tests/cases/harrowmere.session.yaml", loading.arena);
    *state = &loading;
    return 0;
}

static int unload(void **state) {
    arena_free(((struct loading *)*state)->arena);
    return 0;
}

static const struct meeting *harrowmere(void **state) {
    return ((const struct loading *)*state)->m;
}

static const void *record(const struct meeting *m, const char *id) {
    const struct record_state *found = meeting_record(m, id);
    assert_non_null(found);
    assert_false(found->withdrawn);
    return found->now;
}

static void same_text(const char *have, const char *want) {
    if (want == NULL)
        assert_null(have);
    else
        assert_string_equal(have, want);
}

/* --- time --- */

static const struct {
    const char *item;
    int planned, granted, used;
    enum purpose purpose;
} times[] = {
    {"I1", 10, 10, 14, PURPOSE_INFORMATION}, {"I2", 5, 5, 5, PURPOSE_INFORMATION},
    {"I3", 20, 30, 31, PURPOSE_INFORMATION}, {"I4", 15, 5, 12, PURPOSE_DISCUSSION},
    {"I5", 30, 30, 34, PURPOSE_DECISION},    {"I6", 30, 30, 33, PURPOSE_DECISION},
    {"I7", 20, 20, 9, PURPOSE_DECISION},     {"I8", 10, 10, 4, PURPOSE_DECISION},
    {"I9", 10, 10, 8, PURPOSE_DECISION},
};

static void times_of_every_item(void **state) {
    const struct meeting *m = harrowmere(state);
    assert_int_equal(m->item_count, 9);
    int64_t sum = 0;
    for (uint32_t i = 0; i < 9; i++) {
        assert_string_equal(m->items[i].item->id, times[i].item);
        assert_int_equal(m->items[i].planned, times[i].planned * MS_MINUTE);
        assert_int_equal(m->items[i].granted, times[i].granted * MS_MINUTE);
        assert_int_equal(m->items[i].used, times[i].used * MS_MINUTE);
        assert_int_equal(m->items[i].stage, ITEM_VISITED);
        assert_int_equal(m->items[i].item->purpose, times[i].purpose);
        sum += m->items[i].used;
    }
    assert_int_equal(sum, 150 * MS_MINUTE);
    assert_int_equal(meeting_planned_total(m), 150 * MS_MINUTE);
    assert_int_equal(m->end_account, 0);
}

static void closed_and_fully_counted(void **state) {
    const struct meeting *m = harrowmere(state);
    assert_int_equal(m->event_count, 59);
    assert_int_equal(m->status, MEETING_CLOSED);
    assert_int_equal(m->current, 8);
    struct stamp later = m->events[m->event_count - 1].at;
    later.at += 5 * MS_HOUR;
    assert_int_equal(meeting_used(m, 8, later.at), 8 * MS_MINUTE);
    assert_int_equal(meeting_planned_end(m, later) - m->first_start, 150 * MS_MINUTE);
    assert_int_equal(meeting_projected_end(m, later) - m->first_start, 150 * MS_MINUTE);
    assert_int_equal(m->span_count, 9);
    for (size_t f = 0; f < 6; f++) { /* no focus was kept */
        assert_int_equal(meeting_finding_used(m, (uint32_t)f, later.at), 0);
        assert_false(m->findings[f].focused);
    }
}

static void the_one_extension(void **state) {
    const struct meeting *m = harrowmere(state);
    assert_int_equal(m->extension_count, 1);
    const struct extension *row = &m->extensions[0];
    assert_int_equal(row->place, 2);
    assert_int_equal(row->from, 3);
    assert_int_equal(row->granted, 10 * MS_MINUTE);
    char clock[CLOCK_SIZE];
    assert_string_equal(stamp_seconds(m->events[row->event].at, clock), "14:09:30");
    assert_string_equal(((const struct event_extend *)m->events[row->event].body)->agreed_by, "CHR");
}

/* --- challenges --- */

static const struct {
    const char *id, *finding, *item, *by, *to, *given_by;
    enum challenge_outcome outcome;
} challenges[] = {
    {"C1", "F1", "I5", "NPS", "MHT", "MHT", CHALLENGE_AGREED},
    {"C2", "F2", "I5", "COM", "CSC", "CSC", CHALLENGE_AGREED},
    {"C3", "F3", "I5", "LAY", "ACU", "ACU", CHALLENGE_AGREED},
    {"C4", "F4", "I6", "EDU", "CHAIR", "CHAIR", CHALLENGE_AGREED},
    {"C5", "F5", "I6", "POL", "EDU", "EDU", CHALLENGE_EXPLAINED},
    {"C6", "F6", "I6", "CSC", "DIS", "DIS", CHALLENGE_OPEN},
};

static void who_challenged_whom(void **state) {
    const struct meeting *m = harrowmere(state);
    for (size_t i = 0; i < 6; i++) {
        const struct challenge *challenge = record(m, challenges[i].id);
        assert_string_equal(challenge->finding, challenges[i].finding);
        assert_string_equal(challenge->item, challenges[i].item);
        assert_string_equal(challenge->by, challenges[i].by);
        assert_string_equal(challenge->to, challenges[i].to);
        assert_string_equal(challenge->given_by, challenges[i].given_by);
        int outcome = challenge->outcome ? challenge->outcome : CHALLENGE_OPEN;
        assert_int_equal(outcome, challenges[i].outcome);
        assert_non_null(meeting_record(m, challenges[i].id)->words->earlier); /* answered later */
    }
    char next[16];
    assert_string_equal(meeting_next_id(m, RECORD_CHALLENGE, next), "C7");
    const struct challenge *promised = record(m, "C2");
    assert_int_equal(promised->evidence, EVIDENCE_PROMISED);
    assert_int_equal(promised->evidence_due, day_of(2016, 12, 20));
    assert_int_equal(((const struct challenge *)record(m, "C6"))->respond_by, 0);
}

/* --- agreements --- */

static const struct {
    const char *id, *from, *owner, *kind;
    enum strength strength;
    enum agreement_priority priority;
    int due_month; /* 0: none */
    const char *partners;
} agreements[] = {
    {"A1", "C1", "MHT", "design", STRENGTH_STRONG, PRIORITY_NOW, 3, ""},
    {"A2", "C2", "COM", "structure", STRENGTH_INTERMEDIATE, PRIORITY_NOW, 5, "CSC ACU "},
    {"A3", "C3", "ACU", "design", STRENGTH_STRONG, PRIORITY_NOW, 2, "COM CCG "},
    {"A4", NULL, "COM", "procedure", STRENGTH_WEAK, PRIORITY_NOW, 0, ""},
    {"A5", "C4", "CSC", "structure", STRENGTH_INTERMEDIATE, PRIORITY_NEXT, 6, "COM POL "},
    {"A6", NULL, "EDU", "train", STRENGTH_WEAK, PRIORITY_NEXT, 4, ""},
    {"A7", NULL, NULL, "procedure", STRENGTH_WEAK, PRIORITY_NEXT, 4, ""},
    {"A8", NULL, "CHAIR", "challenge", STRENGTH_INFLUENCE, PRIORITY_NATIONAL, 1, ""},
    {"A9", NULL, "DIS", "data", STRENGTH_INTERMEDIATE, PRIORITY_DEFERRED, 9, "CSC COM "},
};

static const char *joined(struct arena *arena, const struct texts *texts) {
    const char *text = "";
    for (size_t i = 0; i < texts->count; i++)
        text = arena_format(arena, "%s%s ", text, texts->items[i]);
    return text;
}

static void what_was_agreed(void **state) {
    const struct meeting *m = harrowmere(state);
    for (size_t i = 0; i < 9; i++) {
        const struct agreement *agreement = record(m, agreements[i].id);
        same_text(agreement->from, agreements[i].from);
        same_text(agreement->owner, agreements[i].owner);
        assert_string_equal(agreement->kind, agreements[i].kind);
        assert_int_equal(kind_find(m->agenda, agreement->kind)->strength, agreements[i].strength);
        assert_int_equal(agreement->priority, agreements[i].priority);
        int year = 0, month = 0, dayofmonth = 0;
        if (agreement->due)
            day_parts(agreement->due, &year, &month, &dayofmonth);
        assert_int_equal(month, agreements[i].due_month);
        assert_string_equal(joined(m->arena, &agreement->partners), agreements[i].partners);
    }
    const struct agreement *deferred = record(m, "A9");
    assert_int_equal(deferred->revisit, day_of(2017, 2, 14));
    assert_string_equal(deferred->reason, "Awaits January front-door redesign");
    char next[16];
    assert_string_equal(meeting_next_id(m, RECORD_AGREEMENT, next), "A10");
}

static const struct {
    const char *id, *agency;
    enum assent state; /* 0: not asked yet */
} assents[] = {
    {"A1", "MHT", ASSENT_AGREED},
    {"A2", "COM", ASSENT_AGREED},
    {"A2", "CSC", ASSENT_RESERVATION},
    {"A2", "ACU", 0},
    {"A3", "ACU", ASSENT_AGREED},
    {"A3", "COM", 0},
    {"A3", "CCG", 0},
    {"A4", "COM", 0},
    {"A5", "CSC", 0},
    {"A5", "COM", 0},
    {"A5", "POL", 0},
    {"A6", "EDU", 0},
    {"A9", "DIS", ASSENT_AGREED},
    {"A9", "CSC", 0},
    {"A9", "COM", 0},
};

static void who_assented(void **state) {
    const struct meeting *m = harrowmere(state);
    for (size_t i = 0; i < sizeof assents / sizeof *assents; i++) {
        const struct record_state *agreement = meeting_record(m, assents[i].id);
        const struct assent_state *assent = assent_of(agreement, assents[i].agency);
        if (assents[i].state == 0) {
            assert_null(assent);
            continue;
        }
        assert_non_null(assent);
        assert_int_equal(assent->assent->state, assents[i].state);
        assert_true(assent_current(agreement, assent));
    }
    assert_string_equal(assent_of(meeting_record(m, "A2"), "CSC")->assent->words,
                        "Only if the booking team is funded past March");
}

/* --- findings, the room, the rest --- */

static void positions(void **state) {
    const struct meeting *m = harrowmere(state);
    for (size_t f = 0; f < 6; f++)
        assert_int_equal(m->findings[f].position->position, f == 3 ? POSITION_ACCEPTED_IN_PART : POSITION_ACCEPTED);
    const struct event_position *in_part = m->findings[3].position;
    assert_string_equal(in_part->reason, "Email debate has fallen since the pilot began in May");
    assert_int_equal(in_part->dissent.count, 1);
    assert_string_equal(((const struct dissent *)in_part->dissent.items)->agency, "EDU");
}

/* A letter where the agency was heard, items I1 to I9 from left: h said so, c through a challenge. */
static const struct {
    const char *agency, *heard;
} heard[] = {
    {"CSC", "....cc..."}, {"EDU", ".....h..."}, {"POL", "...h.c..."}, {"CCG", "........."}, {"COM", "...hc...."},
    {"ACU", "....c...."}, {"MHT", "....h...."}, {"DIS", ".....c..."}, {"NPS", "....h...."}, {"LAY", "....c...."},
};

static void who_was_heard_where(void **state) {
    const struct meeting *m = harrowmere(state);
    for (size_t i = 0; i < 10; i++)
        for (uint32_t place = 0; place < 9; place++)
            assert_int_equal(meeting_heard(m, place, heard[i].agency), heard[i].heard[place] != '.');
}

static void the_rest(void **state) {
    const struct meeting *m = harrowmere(state);
    assert_int_equal(m->attendance_count, 0);
    const enum answer answers[] = {ANSWER_MET, ANSWER_MET, ANSWER_PARTLY, ANSWER_PARTLY, ANSWER_MET};
    for (size_t i = 0; i < 5; i++)
        assert_int_equal(m->assessments[i].assess->answer, answers[i]);
    const struct engagement *family = record(m, "E4");
    assert_int_equal(family->hold, YES);
    assert_int_equal(family->by, 0);
    assert_null(family->tests_use);
    assert_int_equal(m->record_count, 6 + 9 + 4);
}

/* --- outcome --- */

static const struct {
    const char *id, *heard, *made, *received, *owns, *shares, *assents;
} outcomes[] = {
    {"CSC", "I5 I6 ", "C6 ", "C2 ", "A5 ", "A2 A9 ", "A2 "},
    {"EDU", "I6 ", "C4 ", "C5 ", "A6 ", "", ""},
    {"POL", "I4 I6 ", "C5 ", "", "", "A5 ", ""},
    {"CCG", "", "", "", "", "A3 ", ""},
    {"COM", "I4 I5 ", "C2 ", "", "A2 A4 ", "A3 A5 A9 ", "A2 "},
    {"ACU", "I5 ", "", "C3 ", "A3 ", "A2 ", "A3 "},
    {"MHT", "I5 ", "", "C1 ", "A1 ", "", "A1 "},
    {"DIS", "I6 ", "", "C6 ", "A9 ", "", "A9 "},
    {"NPS", "I5 ", "C1 ", "", "", "", ""},
    {"LAY", "I5 ", "C3 ", "", "", "", ""},
};

static void the_outcome_by_agency(void **state) {
    const struct meeting *m = harrowmere(state);
    const struct outcome *outcome = meeting_outcome(m, m->arena);
    assert_int_equal(outcome->as_of.value, 59);
    assert_string_equal(choice_word(&CHOICES_STATUS, outcome->status), "closed");
    assert_int_equal(outcome->agencies.count, 10);
    for (size_t i = 0; i < 10; i++) {
        const struct outcome_agency *row = (const struct outcome_agency *)outcome->agencies.items + i;
        assert_string_equal(row->id, outcomes[i].id);
        assert_string_equal(joined(m->arena, &row->heard), outcomes[i].heard);
        assert_string_equal(joined(m->arena, &row->challenges_made), outcomes[i].made);
        assert_string_equal(joined(m->arena, &row->challenges_received), outcomes[i].received);
        assert_string_equal(joined(m->arena, &row->owns), outcomes[i].owns);
        assert_string_equal(joined(m->arena, &row->shares), outcomes[i].shares);
        assert_string_equal(joined(m->arena, &row->assents), outcomes[i].assents);
    }
}

static void the_outcome_by_finding_and_item(void **state) {
    static const char *const agreed[] = {"A1 ", "A2 ", "A3 A4 ", "A5 ", "A6 A7 ", "A8 A9 "};
    const struct meeting *m = harrowmere(state);
    const struct outcome *outcome = meeting_outcome(m, m->arena);
    const struct outcome_finding *findings = outcome->findings.items;
    for (size_t i = 0; i < 6; i++) {
        assert_string_equal(joined(m->arena, &findings[i].agreements), agreed[i]);
        assert_string_equal(joined(m->arena, &findings[i].challenges), arena_format(m->arena, "C%zu ", i + 1));
        assert_int_equal(findings[i].position, i == 3 ? POSITION_ACCEPTED_IN_PART : POSITION_ACCEPTED);
    }
    const struct outcome_time *rows = outcome->times.items;
    for (size_t i = 0; i < 9; i++) {
        assert_int_equal(rows[i].planned.value, times[i].planned * 60);
        assert_int_equal(rows[i].granted.value, times[i].granted * 60);
        assert_int_equal(rows[i].used.value, times[i].used * 60);
    }
    assert_int_equal(outcome->not_reached.count, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(times_of_every_item),
        cmocka_unit_test(closed_and_fully_counted),
        cmocka_unit_test(the_one_extension),
        cmocka_unit_test(who_challenged_whom),
        cmocka_unit_test(what_was_agreed),
        cmocka_unit_test(who_assented),
        cmocka_unit_test(positions),
        cmocka_unit_test(who_was_heard_where),
        cmocka_unit_test(the_rest),
        cmocka_unit_test(the_outcome_by_agency),
        cmocka_unit_test(the_outcome_by_finding_and_item),
    };
    return cmocka_run_group_tests(tests, load, unload);
}
