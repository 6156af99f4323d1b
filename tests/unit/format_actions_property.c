/* Over random meetings: no word of what is restricted leaves in any form, and what leaves is the same list in each. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include <locale.h>

#include "candour/format/actions.h"
#include "support/random_meeting.h"

enum { MEETINGS = 150, EVENTS = 150 };
#define SECRET "Xylophon"

/* Test data alone is changed so: records live in the test's arena. */
static void *writable(const void *record) {
    return (void *)(uintptr_t)record;
}

static int visibility_of(const struct record_state *record) {
    switch (record->kind) {
    case RECORD_AGREEMENT:
        return ((const struct agreement *)record->now)->visibility;
    case RECORD_CHALLENGE:
        return ((const struct challenge *)record->now)->visibility;
    default:
        return 0;
    }
}

/* The secret in every text of what is restricted; how many records have it. */
static size_t plant(const struct meeting *m) {
    size_t planted = 0;
    for (size_t i = 0; i < m->record_count; i++) {
        const struct record_state *record = &m->records[i];
        const struct shape *shape = record_shape(record->kind);
        bool restricted = visibility_of(record) == VISIBILITY_RESTRICTED;
        for (size_t f = 0; restricted && f < shape->count; f++)
            if (shape->fields[f].type == FIELD_LINE || shape->fields[f].type == FIELD_TEXT)
                *(const char **)field_in(&shape->fields[f], writable(record->now)) = SECRET;
        if (record->progress && record->progress->progress->visibility == VISIBILITY_RESTRICTED) {
            struct event_progress *said = writable(record->progress->progress);
            said->text = said->effect = SECRET;
            planted++;
        }
        planted += restricted;
    }
    return planted;
}

static void written(const struct actions *actions, int form, struct buffer *out) {
    buffer_clear(out);
    switch (form) {
    case 0:
        actions_csv(actions, 0, out);
        break;
    case 1:
        actions_json(actions, out);
        break;
    case 2:
        actions_icalendar(actions, "Days", out);
        break;
    default:
        actions_text(actions, 0, out);
        break;
    }
}

static struct actions taken(const struct meeting *m, struct actions_filter filter, struct arena *arena) {
    struct actions actions;
    struct stamp now = {.at = instant_of(day_of(2027, 6, 1), 12 * 60, 0)};
    actions_begin(&actions, &filter, arena);
    actions_take(&actions, summary_later(m, now, arena), "x.yaml");
    actions_end(&actions);
    return actions;
}

static void no_restricted_word_leaves(void **state) {
    (void)state;
    size_t planted = 0, left_out = 0, shown = 0;
    struct buffer out = {0};
    for (uint64_t seed = 1; seed <= MEETINGS; seed++) {
        struct arena *arena = arena_new();
        struct chance chance = chance_of(seed);
        const struct meeting *m = random_meeting(&chance, arena, EVENTS);
        planted += plant(m);
        struct actions without = taken(m, (struct actions_filter){.settled = true}, arena);
        struct actions with = taken(m, (struct actions_filter){.settled = true, .restricted = true}, arena);
        for (int form = 0; form < 4; form++) {
            written(&without, form, &out);
            assert_null(strstr(out.bytes, SECRET));
            written(&with, form, &out);
            shown += strstr(out.bytes, SECRET) != NULL;
        }
        left_out += without.restricted;
        assert_int_equal(with.restricted, 0);
        arena_free(arena);
    }
    buffer_free(&out);
    assert_true(planted > MEETINGS && left_out > MEETINGS / 2 && shown > MEETINGS);
}

/* Every agency's list is a part of the whole, and together they hold everything somebody owes. */
static void lists_of_agencies_make_the_whole(void **state) {
    (void)state;
    for (uint64_t seed = 1; seed <= MEETINGS; seed++) {
        struct arena *arena = arena_new();
        struct chance chance = chance_of(seed);
        const struct meeting *m = random_meeting(&chance, arena, EVENTS);
        struct actions all = taken(m, (struct actions_filter){.settled = true}, arena);
        const struct agency *agencies = m->agenda->agencies.items;
        size_t owed = 0, nobodys = 0;
        for (size_t i = 0; i < m->agenda->agencies.count + 3; i++) {
            static const char *const beside[] = {"BOARD", "CHAIR", "NATIONAL"};
            const char *id = i < 3 ? beside[i] : agencies[i - 3].id;
            struct actions own = taken(m, (struct actions_filter){.settled = true, .agency = id}, arena);
            assert_true(own.agency_known);
            for (size_t r = 0; r < own.count; r++) {
                bool owes;
                assert_true(action_of(own.list[r], id, &owes));
                owed += owes;
            }
        }
        for (size_t r = 0; r < all.count; r++)
            nobodys += all.list[r]->owes.id == NULL;
        assert_int_equal(owed + nobodys, all.count);
        arena_free(arena);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_restricted_word_leaves),
        cmocka_unit_test(lists_of_agencies_make_the_whole),
    };
    setlocale(LC_CTYPE, "C.UTF-8");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
