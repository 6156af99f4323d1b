/* The agendas that ship: each checks clean and can be run, and the one with a marker of its own is measured by it. */
#include <glob.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "candour/core/summary.h"
#include "format_files.h"
#include "support/sitting.h"

static struct agenda *shipped(struct arena *arena, const char *path) {
    struct buffer file = {0};
    read_case(path, &file);
    struct loaded loaded = must_load(arena, file.bytes, file.length);
    assert_false(loaded.session);
    buffer_free(&file);
    return loaded.agenda;
}

static void each_checks_clean_and_runs(void **state) {
    (void)state;
    glob_t found;
    assert_int_equal(glob("agendas/*.yaml", 0, NULL, &found), 0);
    assert_true(found.gl_pathc >= 6);
    for (size_t i = 0; i < found.gl_pathc; i++) {
        struct arena *arena = arena_new();
        struct sitting s = sitting_new(arena, shipped(arena, found.gl_pathv[i]));
        const struct item *items = s.agenda->items.items;
        assert_int_equal(said(&s, "13:28", DO_OPEN, &(struct event_open){.program = "candour"}).code, REFUSED_NOT);
        assert_int_equal(start(&s, "13:30", items->id).code, REFUSED_NOT);
        arena_free(arena);
    }
    globfree(&found);
}

static bool has_line(const struct texts *lines, const char *begins) {
    for (size_t i = 0; i < lines->count; i++)
        if (strncmp(lines->items[i], begins, strlen(begins)) == 0)
            return true;
    return false;
}

/* Seven questions in an hour: five measured by the record, two answered from the table. */
static void the_written_response_has_its_own_marker(void **state) {
    (void)state;
    struct arena *arena = arena_new();
    struct sitting s = sitting_new(arena, shipped(arena, "agendas/written-response.yaml"));
    assert_int_equal(meeting_planned_total(s.m), minutes(60));
    said(&s, "13:28", DO_OPEN, &(struct event_open){.program = "candour"});
    start(&s, "13:30", "I3");
    said(&s, "13:31", DO_CHALLENGE, &(struct challenge){.id = "C1", .by = "POL", .to = "EDU", .put = "Who saw that?"});
    said(&s, "13:40", DO_ASSESS, &(struct event_assess){.question = "Q6", .answer = ANSWER_PARTLY});
    const struct summary *summary = summary_of(s.m, at_clock("13:45"), arena);
    const struct marker_summary *questions = summary->questions;
    assert_string_equal(marker_of(s.agenda)->id, "QM16");
    assert_int_equal(summary->question_count, 7);
    assert_true(has_line(&questions[0].evidence, "60 minutes planned"));
    assert_true(has_line(&questions[1].evidence, "3 of 6 findings opened")); /* I3 is about three */
    assert_true(has_line(&questions[2].evidence, "1 challenge: 0 answered, 1 open"));
    assert_int_equal(questions[3].question->evidence, MEASURE_LINKS);
    assert_true(has_line(&questions[4].gaps, "No agreement recorded"));
    assert_int_equal(questions[5].evidence.count + questions[5].gaps.count, 0);
    assert_int_equal(questions[5].answer->answer, ANSWER_PARTLY);
    assert_int_equal(questions[6].evidence.count + questions[6].gaps.count, 0);
    arena_free(arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_checks_clean_and_runs),
        cmocka_unit_test(the_written_response_has_its_own_marker),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
