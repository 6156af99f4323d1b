/* What holds of the summary of every meeting, tried on random ones with fixed seeds. */
#include "candour/base/text.h"
#include "candour/core/summary.h"
#include "core_sitting.h"
#include "support/digest.h"
#include "support/random_meeting.h"

enum { SEEDS = 40, EVENTS = 160, AGREEMENTS_TRIED = 3 };

static struct stamp last_of(const struct meeting *m) {
    return (struct stamp){.at = meeting_last_instant(m) + 90 * MS_SECOND};
}

static void challenges_add_up(const struct summary *s) {
    size_t cells = 0, made = 0, received = 0, open = 0;
    for (size_t i = 0; i < s->party_count * s->party_count; i++)
        cells += s->matrix[i];
    for (size_t i = 0; i < s->party_count; i++) {
        made += s->parties[i].made.count;
        received += s->parties[i].received.count;
    }
    for (size_t i = 0; i < s->challenge_count; i++) {
        open += s->challenges[i].open;
        assert_true(s->challenges[i].open == (i < s->open_count));
    }
    assert_int_equal(cells, s->challenge_count);
    assert_int_equal(made, s->challenge_count);
    assert_int_equal(received, s->challenge_count);
    assert_int_equal(open, s->open_count);
}

static int rank(const struct agreement_summary *row) {
    return row->agreement->priority ? row->agreement->priority : PRIORITY_NATIONAL + 1;
}

static void agreements_add_up(const struct summary *s) {
    size_t owed = 0, owns = 0, owners = 0, strengths = 0, asked = 0, to_ask = 0;
    for (size_t i = 0; i < s->agreement_count; i++) {
        const struct agreement_summary *row = &s->agreements[i];
        owed += row->owed;
        owners += row->agreement->owner != NULL;
        asked += row->to_ask;
        assert_true(i == 0 || rank(&row[-1]) < rank(row) ||
                    (rank(&row[-1]) == rank(row) && row[-1].record < row->record));
        assert_true(row->owed || (row->lacks == 0 && row->asked_count == 0 && !row->late));
    }
    for (size_t i = 0; i < s->party_count; i++) {
        owns += s->parties[i].owns.count;
        to_ask += s->parties[i].to_assent.count;
    }
    for (int i = 0; i <= STRENGTH_WEAK; i++)
        strengths += s->strengths[i];
    assert_int_equal(owed, s->owed_count);
    assert_int_equal(strengths, s->owed_count);
    assert_int_equal(owns, owners);
    assert_int_equal(asked, to_ask);
}

static void time_adds_up(const struct summary *s) {
    struct time_share items = {0}, purposes = {0};
    for (size_t i = 0; i < s->item_count; i++) {
        items.planned += s->items[i].planned;
        items.granted += s->items[i].granted;
        items.used += s->items[i].used;
    }
    for (int i = 0; i <= PURPOSE_BREAK; i++) {
        purposes.planned += s->purposes[i].planned;
        purposes.granted += s->purposes[i].granted;
        purposes.used += s->purposes[i].used;
    }
    assert_memory_equal(&items, &purposes, sizeof items);
    assert_memory_equal(&items, &s->total, sizeof items);
    assert_int_equal(s->total.granted, s->total.planned + s->meeting->end_account);
}

static void remarks_are_sound(const struct summary *s) {
    for (size_t i = 0; i < s->remarks.count; i++) {
        const struct remark *remark = &s->remarks.list[i];
        assert_true(i == 0 || remark[-1].kind <= remark->kind);
        assert_false(text_blank(remark->text));
        assert_true(remark->subject == NULL || meeting_names(s->meeting, remark->subject, NULL) != 0);
    }
}

/* The outcome is the summary in the form of the file. */
static void outcome_agrees(const struct meeting *m, struct arena *arena) {
    const struct outcome *outcome = meeting_outcome(m, arena);
    const struct summary *s = summary_later(m, last_of(m), arena);
    const struct outcome_agency *agencies = outcome->agencies.items;
    assert_int_equal(outcome->agencies.count, s->agency_count);
    for (size_t i = 0; i < s->agency_count; i++) {
        struct outcome_agency row = {.id = s->parties[i].id,
                                     .heard = s->parties[i].heard,
                                     .challenges_made = s->parties[i].made,
                                     .challenges_received = s->parties[i].received,
                                     .owns = s->parties[i].owns,
                                     .shares = s->parties[i].shares,
                                     .assents = s->parties[i].assents};
        for (size_t f = 0; f < SHAPE_OUTCOME_AGENCY.count; f++)
            assert_true(field_equal(&SHAPE_OUTCOME_AGENCY.fields[f], &agencies[i], &row));
        for (uint32_t place = 0; place < m->item_count; place++)
            assert_int_equal(texts_have(&row.heard, m->items[place].item->id), meeting_heard(m, place, row.id));
    }
    const struct outcome_time *times = outcome->times.items;
    for (size_t i = 0; i < s->item_count; i++)
        assert_int_equal(times[s->items[i].place].used.value, (s->items[i].used + MS_SECOND / 2) / MS_SECOND);
}

static void everything_adds_up(void **state) {
    (void)state;
    size_t challenges = 0, agreements = 0, remarks = 0;
    for (uint64_t seed = 1; seed <= SEEDS; seed++) {
        struct arena *arena = arena_new();
        struct chance c = chance_of(seed);
        struct meeting *m = random_meeting(&c, arena, EVENTS);
        uint64_t before = digest_all(m);
        const struct summary *s = summary_of(m, last_of(m), arena);
        challenges_add_up(s);
        agreements_add_up(s);
        time_adds_up(s);
        remarks_are_sound(s);
        outcome_agrees(m, arena);
        assert_int_equal(digest_all(m), before);
        challenges += s->challenge_count;
        agreements += s->agreement_count;
        remarks += s->remarks.count;
        arena_free(arena);
    }
    assert_true(challenges > 100 && agreements > 100 && remarks > 100);
}

static void an_empty_record_says_nothing(void **state) {
    (void)state;
    for (uint64_t seed = 1; seed <= SEEDS; seed++) {
        struct arena *arena = arena_new();
        struct chance c = chance_of(seed);
        struct meeting *m = meeting_new(arena, random_agenda(&c, arena));
        struct event open = event_new(arena, DO_OPEN, at_clock("13:28"));
        assert_int_equal(meeting_apply(m, &open).code, REFUSED_NOT);
        const struct summary *s = summary_of(m, at_clock("13:29"), arena);
        assert_int_equal(s->remarks.count, 0);
        for (size_t i = 0; i < s->question_count; i++)
            assert_int_equal(s->questions[i].gaps.count, 0);
        arena_free(arena);
    }
}

/* A quorum that random attendance meets and misses. */
static void want_quorum(struct agenda *agenda, struct arena *arena, struct chance *c) {
    const struct agency *agencies = agenda->agencies.items;
    struct quorum *quorum = arena_alloc(arena, sizeof *quorum);
    quorum->agencies = (struct number){.given = true, .value = 1 + (int32_t)chance_below(c, 3)};
    quorum->must_include = ids(arena, agencies[chance_below(c, (uint32_t)agenda->agencies.count)].id, NULL);
    agenda->meeting->quorum = quorum;
}

static enum quorum_state quorum_in_words(const struct meeting *m, const struct summary *s) {
    const struct quorum *quorum = m->agenda->meeting->quorum;
    size_t here = 0, unknown = 0;
    bool must_here = false, must_unknown = false;
    for (size_t i = 0; i < s->agency_count; i++) {
        const struct agency_summary *row = &s->parties[i];
        bool must = text_equal(row->id, quorum->must_include.items[0]);
        here += row->counts && row->recorded && row->in_room;
        unknown += row->counts && !row->recorded;
        must_here = must_here || (must && row->recorded && row->in_room);
        must_unknown = must_unknown || (must && !row->recorded);
    }
    if (m->attendance_count == 0)
        return QUORUM_UNKNOWN;
    size_t needed = (size_t)quorum->agencies.value;
    if (here >= needed && must_here)
        return QUORUM_MET;
    return here + unknown >= needed && (must_here || must_unknown) ? QUORUM_UNKNOWN : QUORUM_NOT_MET;
}

/* The quorum at the moment of an event is that of the meeting made of what stands up to there. */
static enum quorum_state quorum_then(const struct meeting *m, size_t event, struct arena *arena) {
    struct meeting *then = meeting_new(arena, m->agenda);
    for (size_t i = 0; i <= event; i++) {
        enum event_do what = m->events[i].what;
        if (!m->event_notes[i].undone && what != DO_UNDO && what != DO_REDO)
            assert_int_equal(meeting_apply(then, &m->events[i]).code, REFUSED_NOT);
    }
    return quorum_in_words(then, summary_of(then, last_of(then), arena));
}

static void quorum_as_it_stood(void **state) {
    (void)state;
    size_t seen[QUORUM_NOT_MET + 1] = {0};
    for (uint64_t seed = 1; seed <= SEEDS; seed++) {
        struct arena *arena = arena_new();
        struct chance c = chance_of(seed);
        struct agenda *agenda = random_agenda(&c, arena);
        want_quorum(agenda, arena, &c);
        struct meeting *m = meeting_new(arena, agenda);
        for (size_t tries = 0; tries < 4 * EVENTS; tries++) {
            struct event event = random_event(&c, m);
            meeting_apply(m, &event);
        }
        const struct summary *s = summary_of(m, last_of(m), arena);
        assert_int_equal(s->quorum, quorum_in_words(m, s));
        for (size_t i = 0; i < s->agreement_count && i < AGREEMENTS_TRIED; i++) {
            assert_int_equal(s->agreements[i].quorum, quorum_then(m, s->agreements[i].record->event, arena));
            seen[s->agreements[i].quorum]++;
        }
        arena_free(arena);
    }
    assert_true(seen[QUORUM_UNKNOWN] > 0 && seen[QUORUM_MET] > 0 && seen[QUORUM_NOT_MET] > 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(everything_adds_up),
        cmocka_unit_test(an_empty_record_says_nothing),
        cmocka_unit_test(quorum_as_it_stood),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
