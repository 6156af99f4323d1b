/* A document asked for on the screens: what is understood, where it goes, what is said. */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

#include "candour/base/arena.h"
#include "candour/shell/report_wish.h"
#include "store_folder.h"
#include "support/sitting.h"

static const struct guard_list NO_WORDS;

static const char *wished(struct folder *f, const char *words, const struct guard_list *guard, bool *done) {
    struct sitting s = sitting_open(f->arena);
    start(&s, "13:30", "I5");
    said(&s, "13:40", DO_CHALLENGE, &(struct challenge){.id = "C1", .by = "POL", .to = "EDU", .put = "Marmaduke?"});
    said(&s, "13:41", DO_NOTE, &(struct note){.id = "N1", .text = "Secretly", .visibility = VISIBILITY_RESTRICTED});
    struct report_wish wish = {.words = words,
                               .meeting = s.m,
                               .now = at_clock("15:00"),
                               .session = "sessions/2016-11-22-HMB-02.yaml",
                               .guard = guard};
    return report_fulfil(&wish, f->arena, done);
}

static void is_written(struct folder *f, const char *words, const char *expected, const char *path) {
    bool done = false;
    assert_string_equal(wished(f, words, &NO_WORDS, &done), expected);
    assert_true(done);
    assert_int_equal(mode_of(path), 0600);
}

static void is_refused(struct folder *f, const char *words, const char *expected) {
    bool done = true;
    const char *said_of_it = wished(f, words, &NO_WORDS, &done);
    assert_false(done);
    if (strstr(said_of_it, expected) == NULL)
        fail_msg("%s: %s", words, said_of_it);
}

static void what_is_not_said_is_taken_as_usual(void **state) {
    struct folder *f = *state;
    assert_int_equal(mkdir("sessions", 0700), 0);
    is_written(f, "", "The minutes are in sessions/2016-11-22-HMB-02-minutes.md",
               "sessions/2016-11-22-HMB-02-minutes.md");
    is_written(f, "minutes", "The minutes are in sessions/2016-11-22-HMB-02-minutes-2.md",
               "sessions/2016-11-22-HMB-02-minutes-2.md");
    is_written(f, "html", "The minutes are in sessions/2016-11-22-HMB-02-minutes.html",
               "sessions/2016-11-22-HMB-02-minutes.html");
    is_written(f, "response  json", "The response is in sessions/2016-11-22-HMB-02-response.json",
               "sessions/2016-11-22-HMB-02-response.json");
}

static void a_file_or_a_folder_may_be_named(void **state) {
    struct folder *f = *state;
    is_written(f, "response out.html", "The response is in out.html", "out.html");
    is_written(f, "response md for the board.txt ", "The response is in for the board.txt", "for the board.txt");
    is_written(f, "./minutes.json", "The minutes are in ./minutes.json", "minutes.json");
    assert_int_equal(mkdir("folder", 0700), 0);
    is_written(f, "assessment folder", "The assessment is in folder/2016-11-22-HMB-02-assessment.md",
               "folder/2016-11-22-HMB-02-assessment.md");
    setenv("HOME", f->path, 1);
    is_written(f, "minutes md ~/mine.md", arena_format(f->arena, "The minutes are in %s/mine.md", f->path), "mine.md");
}

static void what_is_not_understood_is_said(void **state) {
    struct folder *f = *state;
    is_refused(f, "minuets", "There is no document 'minuets': minutes, response");
    is_refused(f, "minutes csv", "minutes is not written as csv: choose md, html or json");
    is_refused(f, "minutes none/out.md", "Not written: cannot write none/out.md");
    put_file("mine.md", "mine\n");
    is_refused(f, "minutes mine.md", "mine.md is there already, and is not written over");
    assert_file("mine.md", "mine\n");
    assert_int_equal(names_with(".", "~", NULL), 0);
}

static void nothing_restricted_and_no_guarded_word_leaves(void **state) {
    struct folder *f = *state;
    const char *words[] = {"Marmaduke"};
    struct guard_list guard = {.words = words, .count = 1};
    char text[65536];
    bool done = true;
    assert_string_equal(wished(f, "minutes out.md", &guard, &done),
                        "Nothing was written: 'Marmaduke' is on the guard list, and would leave in C1, as put");
    assert_false(done);
    assert_false(is_there("out.md"));
    wished(f, "response out.md", &guard, &done);
    assert_true(done);
    wished(f, "minutes all.md", &NO_WORDS, &done);
    FILE *file = fopen("all.md", "re");
    assert_non_null(file);
    text[fread(text, 1, sizeof text - 1, file)] = '\0';
    fclose(file);
    assert_non_null(strstr(text, "Marmaduke?"));
    assert_null(strstr(text, "Secretly"));
}

static void what_may_be_typed_is_offered(void **state) {
    struct folder *f = *state;
    struct pickables offered = report_words(f->arena);
    bool minutes_there = false;
    bool html_there = false;
    for (size_t i = 0; i < offered.count; i++) {
        minutes_there = minutes_there || strcmp(offered.list[i].code, "minutes") == 0;
        html_there = html_there || strcmp(offered.list[i].code, "html") == 0;
        assert_non_null(offered.list[i].name);
    }
    assert_true(minutes_there && html_there);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        folder_test(what_is_not_said_is_taken_as_usual), folder_test(a_file_or_a_folder_may_be_named),
        folder_test(what_is_not_understood_is_said),     folder_test(nothing_restricted_and_no_guarded_word_leaves),
        folder_test(what_may_be_typed_is_offered),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
