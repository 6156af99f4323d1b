/* Properties that hold of every meeting, tried on random ones with fixed seeds. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "support/digest.h"
#include "support/random_meeting.h"

enum { SEEDS = 16, EVENTS = 150 };

static int64_t granted_total(const struct meeting *m) {
    int64_t total = 0;
    for (uint32_t i = 0; i < m->item_count; i++)
        total += m->items[i].granted;
    return total;
}

static void ledger_balances(const struct meeting *m) {
    assert_int_equal(granted_total(m), meeting_planned_total(m) + m->end_account);
    for (uint32_t i = 0; i < m->item_count; i++)
        assert_true(m->items[i].granted >= 0);
}

/* Closed spans follow each other, none is empty, and but for repairs they add up to what was used. */
static void spans_follow(const struct meeting *m) {
    for (size_t i = 0; i < m->span_count; i++) {
        assert_true(m->spans[i].from < m->spans[i].to);
        assert_true(i == 0 || m->spans[i - 1].to <= m->spans[i].from);
    }
    if (m->status == MEETING_RUNNING && m->span_count > 0)
        assert_true(m->spans[m->span_count - 1].to <= m->since);
    for (size_t f = 0; f < m->agenda->findings.count; f++) {
        int64_t sum = 0;
        for (size_t i = 0; i < m->span_count; i++)
            sum += m->spans[i].finding == (int32_t)f ? m->spans[i].to - m->spans[i].from : 0;
        assert_int_equal(m->findings[f].used, sum);
    }
}

static void order_is_whole(const struct meeting *m) {
    bool *seen = calloc(m->item_count, sizeof *seen);
    for (uint32_t i = 0; i < m->item_count; i++) {
        assert_true(m->order[i] < m->item_count);
        assert_false(seen[m->order[i]]);
        seen[m->order[i]] = true;
    }
    free(seen);
}

/* After every event the books are in order; what is refused changes nothing at all. */
static void every_event(void **state) {
    (void)state;
    size_t refusals = 0, accepted = 0, undone = 0;
    for (uint64_t seed = 1; seed <= SEEDS; seed++) {
        struct arena *arena = arena_new();
        struct chance c = chance_of(seed);
        struct meeting *m = meeting_new(arena, random_agenda(&c, arena));
        for (size_t tries = 0; tries < 4 * EVENTS; tries++) {
            struct event event = random_event(&c, m);
            uint64_t before = digest_all(m);
            struct refusal looked = meeting_check(m, &event);
            assert_int_equal(digest_all(m), before);
            struct refusal refusal = meeting_apply(m, &event);
            if (refusal.code != REFUSED_NOT) {
                assert_int_equal(digest_all(m), before);
                assert_true(looked.code == refusal.code || event.what == DO_UNDO || event.what == DO_REDO);
                refusals++;
                continue;
            }
            assert_int_equal(looked.code, REFUSED_NOT);
            accepted++;
            undone += event.what == DO_UNDO;
            ledger_balances(m);
            spans_follow(m);
            order_is_whole(m);
        }
        arena_free(arena);
    }
    /* The generator is worth something: much was taken, much was not, and much was undone. */
    assert_true(accepted > 4000 && refusals > 2000 && undone > 200);
}

static bool all_said(const size_t said[DO_COUNT]) {
    for (int what = 0; what < DO_COUNT; what++)
        if (said[what] == 0)
            return false;
    return true;
}

/* Every kind of act is accepted somewhere, so that no effect goes untried. */
static void every_act(void **state) {
    (void)state;
    size_t said[DO_COUNT] = {0};
    for (uint64_t seed = 1; seed <= 20 * SEEDS && !all_said(said); seed++) {
        struct arena *arena = arena_new();
        struct chance c = chance_of(seed);
        struct meeting *m = random_meeting(&c, arena, EVENTS);
        for (size_t i = 0; i < m->event_count; i++)
            said[m->events[i].what]++;
        arena_free(arena);
    }
    for (int what = 0; what < DO_COUNT; what++)
        if (said[what] == 0)
            fail_msg("%s was never accepted", event_kinds[what].word);
}

/* What was said, said again to a new meeting, gives the same after every event. */
static void every_prefix(void **state) {
    (void)state;
    for (uint64_t seed = 1; seed <= SEEDS; seed++) {
        struct arena *arena = arena_new();
        struct chance c = chance_of(seed);
        struct meeting *m = meeting_new(arena, random_agenda(&c, arena));
        uint64_t digests[EVENTS + 1] = {digest_all(m)};
        for (size_t tries = 0; m->event_count < EVENTS && tries < 10 * EVENTS; tries++) {
            struct event event = random_event(&c, m);
            if (meeting_apply(m, &event).code == REFUSED_NOT)
                digests[m->event_count] = digest_all(m);
        }
        struct meeting *again = meeting_new(arena, m->agenda);
        for (size_t i = 0; i < m->event_count; i++) {
            assert_int_equal(meeting_apply(again, &m->events[i]).code, REFUSED_NOT);
            assert_int_equal(digest_all(again), digests[i + 1]);
        }
        arena_free(arena);
    }
}

/* The fold of what stands in M, but for event WITHOUT; NULL when something cannot be said. */
static struct meeting *fold_of(const struct meeting *m, size_t without) {
    struct meeting *other = meeting_new(m->arena, m->agenda);
    for (size_t i = 0; i < m->event_count; i++) {
        bool stands = !m->event_notes[i].undone && m->events[i].what != DO_UNDO && m->events[i].what != DO_REDO;
        if (i != without && stands && meeting_apply(other, &m->events[i]).code != REFUSED_NOT)
            return NULL;
    }
    return other;
}

static struct refusal say_of(struct meeting *m, enum event_do what, size_t target) {
    struct event event = event_new(m->arena, what, (struct stamp){.at = meeting_last_instant(m) + 1});
    ((struct event_of *)event.body)->of = m->events[target].at;
    return meeting_apply(m, &event);
}

static void undo_one(struct meeting *m, size_t target, size_t *undone, size_t *needed) {
    uint64_t before = digest_state(m);
    uint64_t all = digest_all(m);
    struct refusal refusal = say_of(m, DO_UNDO, target);
    if (refusal.code == REFUSED_NEEDED) {
        assert_int_equal(digest_all(m), all);
        assert_null(fold_of(m, target));
        assert_non_null(refusal.subject);
        (*needed)++;
        return;
    }
    if (refusal.code != REFUSED_NOT)
        return;
    (*undone)++;
    struct meeting *without = fold_of(m, SIZE_MAX);
    assert_non_null(without);
    assert_int_equal(digest_state(m), digest_state(without));
    assert_int_equal(say_of(m, DO_REDO, target).code, REFUSED_NOT);
    assert_int_equal(digest_state(m), before);
}

/* One that was never left, so that undo reaches to its beginning. */
static struct meeting *meeting_in_one_go(struct chance *c, struct arena *arena, size_t events) {
    struct meeting *m = meeting_new(arena, random_agenda(c, arena));
    while (m->event_count < events) {
        struct event event = random_event(c, m);
        if (event.what != DO_ADJOURN && event.what != DO_CLOSE)
            meeting_apply(m, &event);
    }
    return m;
}

/* Undoing any event that may be undone is the fold without it, and redo brings it back. */
static void every_undo(void **state) {
    (void)state;
    size_t undone = 0, needed = 0;
    for (uint64_t seed = 1; seed <= SEEDS; seed++) {
        struct arena *arena = arena_new();
        struct chance c = chance_of(seed);
        struct meeting *m = meeting_in_one_go(&c, arena, 60);
        size_t count = m->event_count;
        for (size_t target = 0; target < count; target++)
            undo_one(m, target, &undone, &needed);
        arena_free(arena);
    }
    assert_true(undone > 300 && needed > 20);
}

/* All the way back and all the way forth again. */
static void back_and_forth(void **state) {
    (void)state;
    for (uint64_t seed = 1; seed <= SEEDS; seed++) {
        struct arena *arena = arena_new();
        struct chance c = chance_of(seed);
        struct meeting *m = random_meeting(&c, arena, EVENTS);
        uint64_t digests[EVENTS + 1];
        size_t steps = 0;
        for (size_t target; (target = meeting_undo_target(m)) != SIZE_MAX && steps < EVENTS; steps++) {
            digests[steps] = digest_state(m);
            if (say_of(m, DO_UNDO, target).code != REFUSED_NOT)
                break;
        }
        while (steps > 0) {
            assert_int_equal(say_of(m, DO_REDO, meeting_redo_target(m)).code, REFUSED_NOT);
            assert_int_equal(digest_state(m), digests[--steps]);
        }
        arena_free(arena);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_event), cmocka_unit_test(every_act),      cmocka_unit_test(every_prefix),
        cmocka_unit_test(every_undo),  cmocka_unit_test(back_and_forth),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
