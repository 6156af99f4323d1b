/* From a meeting file to a meeting that can run: what is found, cut, brought in order, offered back or refused. */
#include <stdbool.h>

#include "candour/base/arena.h"
#include "candour/format/save.h"
#include "candour/shell/begin.h"
#include "candour/shell/found.h"
#include "candour/shell/guard_list.h"
#include "store_folder.h"
#include "support/sitting.h"

static void put_session(const char *path, const struct meeting *meeting, const char *behind) {
    struct buffer text = {0};
    save_session(meeting, &text);
    buffer_text(&text, behind);
    put_file(path, text.bytes);
    buffer_free(&text);
}

static struct input *read_input(const char *path) {
    struct arena *arena = arena_new();
    struct input *input = arena_alloc(arena, sizeof *input);
    assert_null(input_read(path, false, arena, input));
    assert_int_equal(input->diags.errors, 0);
    return input;
}

static bool declined;

/* Goes on with the session at PATH; the begun has its memory, freed by begun_free. */
static enum exit_status go_on(const char *path, struct begun *begun, struct clock *clock) {
    struct input *input = read_input(path);
    struct arena *arena = input->diags.arena;
    *clock = clock_begin();
    enum exit_status status = begin_session(input, clock, arena, begun, &declined);
    if (status != EXIT_DONE || declined) {
        arena_free(arena);
    }
    return status;
}

/* The same with ANSWER typed at the prompt; what is said goes to `said`. */
static enum exit_status go_on_answering(const char *answer, const char *path, struct begun *begun) {
    struct clock clock;
    put_file("answer", answer);
    int in = dup(STDIN_FILENO), out = dup(STDOUT_FILENO);
    fflush(stdout);
    assert_non_null(freopen("answer", "r", stdin));
    int said = open("said", O_WRONLY | O_CREAT | O_TRUNC, 0600);
    dup2(said, STDOUT_FILENO);
    close(said);
    enum exit_status status = go_on(path, begun, &clock);
    fflush(stdout);
    dup2(out, STDOUT_FILENO);
    dup2(in, STDIN_FILENO);
    clearerr(stdin);
    close(in);
    close(out);
    return status;
}

static void a_whole_session_is_taken_as_it_is(void **state) {
    struct folder *f = *state;
    struct sitting s = sitting_open(f->arena);
    struct begun begun;
    struct clock clock;
    put_session("a.yaml", s.m, "");
    assert_int_equal(go_on("a.yaml", &begun, &clock), EXIT_DONE);
    assert_int_equal(begun.meeting->event_count, 1);
    assert_int_equal(begun.notice.length, 0);
    assert_null(begun.draft);
    assert_file("a.yaml", begun.before);
    begun_free(&begun);
    assert_false(is_there(".a.yaml.lock"));
}

static void a_torn_tail_is_cut_and_kept(void **state) {
    struct folder *f = *state;
    struct sitting s = sitting_open(f->arena);
    struct begun begun;
    struct clock clock;
    struct buffer whole = {0};
    char name[256];
    save_session(s.m, &whole);
    put_session("a.yaml", s.m, "- at: 2016-11-22T13:30:00.000+00:00\n  do: sta");
    assert_int_equal(go_on("a.yaml", &begun, &clock), EXIT_DONE);
    assert_int_equal(begun.meeting->event_count, 1);
    assert_int_equal(begun.before_length, whole.length);
    assert_memory_equal(begun.before, whole.bytes, whole.length);
    assert_non_null(strstr(begun.notice.bytes, "cut the last event short"));
    assert_file("a.yaml", whole.bytes);
    assert_int_equal(names_with(".", "a.yaml.torn-", name), 1);
    assert_file(name, "- at: 2016-11-22T13:30:00.000+00:00\n  do: sta");
    buffer_free(&whole);
    begun_free(&begun);
}

static void another_form_is_brought_in_order_once(void **state) {
    struct folder *f = *state;
    struct sitting s = sitting_open(f->arena);
    struct begun begun;
    struct clock clock;
    struct buffer text = {0};
    buffer_text(&text, "# a word by hand\n");
    save_agenda(s.m->agenda, &text);
    buffer_text(&text, "events:\n   - {at: 2016-11-22T13:28:00Z, do: open, program: by hand}");
    put_file("a.yaml", text.bytes);
    buffer_free(&text);
    assert_int_equal(go_on("a.yaml", &begun, &clock), EXIT_DONE);
    assert_non_null(strstr(begun.notice.bytes, "brought into the form"));
    assert_file("a.yaml", begun.before);
    assert_int_equal(strncmp(begun.before, "# a word by hand\n", 17), 0);
    begun_free(&begun);
    assert_int_equal(go_on("a.yaml", &begun, &clock), EXIT_DONE);
    assert_int_equal(begun.notice.length, 0);
    begun_free(&begun);
}

/* Only when it is said in so many words: Enter and the end of the input are no. */
static void a_closed_meeting_is_taken_up_again_when_asked_for(void **state) {
    struct folder *f = *state;
    struct sitting s = sitting_open(f->arena);
    struct begun begun;
    challenge(&s, "13:31", "C1", "NPS", "MHT");
    plain(&s, "13:40", DO_CLOSE);
    put_session("a.yaml", s.m, "");
    static const char *const noes[] = {"", "\n", "n\n", "what\nYes\n"};
    for (size_t i = 0; i < sizeof noes / sizeof *noes; i++) {
        assert_int_equal(go_on_answering(noes[i], "a.yaml", &begun), EXIT_DONE);
        assert_true(declined);
        assert_false(is_there(".a.yaml.lock"));
    }
    assert_file("said", "a.yaml was closed on Tuesday 22 November 2016 at 13:40, with 1 record.\n"
                        "What became of it is recorded with 'candour review a.yaml'.\n"
                        "Taken up again, its clock is paused where it was, and it is closed once more at its end.\n"
                        /* a script is not asked twice: its next line is not meant for this */
                        "Take the meeting up again? [y/N] Nothing was opened.\n");
    assert_int_equal(go_on_answering("Yes\n", "a.yaml", &begun), EXIT_DONE);
    assert_false(declined);
    assert_true(is_there(".a.yaml.lock"));
    assert_int_equal(begun.meeting->status, MEETING_CLOSED); /* until it is opened on the screen */
    assert_true(begun.take_up);
    assert_non_null(strstr(begun.notice.bytes, "opening it takes it up again"));
    begun_free(&begun);
}

static void a_confirmed_meeting_is_refused(void **state) {
    struct folder *f = *state;
    struct sitting s = sitting_open(f->arena);
    struct begun begun;
    plain(&s, "13:40", DO_CLOSE);
    plain(&s, "13:50", DO_CONFIRM);
    put_session("a.yaml", s.m, "");
    assert_int_equal(go_on_answering("y\n", "a.yaml", &begun), EXIT_PROBLEMS);
    assert_file("said", "");
    assert_false(is_there(".a.yaml.lock"));
}

static void a_session_that_is_held_is_refused(void **state) {
    struct folder *f = *state;
    struct sitting s = sitting_open(f->arena);
    struct begun first;
    struct begun second;
    struct clock clock;
    put_session("a.yaml", s.m, "");
    assert_int_equal(go_on("a.yaml", &first, &clock), EXIT_DONE);
    assert_int_equal(go_on("a.yaml", &second, &clock), EXIT_SYSTEM);
    assert_true(is_there(".a.yaml.lock"));
    begun_free(&first);
}

static void put_draft(uint32_t events) {
    struct draft_field field = {.key = "put", .text = "half a sen"};
    struct draft draft = {.act = "challenge", .events = events, .fields = &field, .count = 1};
    struct buffer text = {0};
    save_draft(&draft, &text);
    put_file(".a.yaml.draft", text.bytes);
    buffer_free(&text);
}

static void half_typed_words_are_offered_unless_they_were_kept(void **state) {
    struct folder *f = *state;
    struct sitting s = sitting_open(f->arena);
    struct begun begun;
    struct clock clock;
    start(&s, "13:30", "I1"); /* two events */
    put_session("a.yaml", s.m, "");
    put_draft(2);
    assert_int_equal(go_on("a.yaml", &begun, &clock), EXIT_DONE);
    assert_non_null(begun.draft);
    assert_string_equal(begun.draft->act, "challenge");
    assert_string_equal(begun.draft->fields[0].text, "half a sen");
    begun_free(&begun);

    /* the clock alone went on since: still to be offered, as of now */
    put_draft(1);
    assert_int_equal(go_on("a.yaml", &begun, &clock), EXIT_DONE);
    assert_non_null(begun.draft);
    assert_int_equal(begun.draft->events, 2);
    begun_free(&begun);

    /* its record was kept, and the program was killed before it could remove the draft */
    challenge(&s, "13:31", "C1", "NPS", "MHT");
    put_session("a.yaml", s.m, "");
    put_draft(2);
    assert_int_equal(go_on("a.yaml", &begun, &clock), EXIT_DONE);
    assert_null(begun.draft);
    assert_false(is_there(".a.yaml.draft"));
    begun_free(&begun);

    put_file(".a.yaml.draft", "no draft: [at all");
    assert_int_equal(go_on("a.yaml", &begun, &clock), EXIT_DONE);
    assert_null(begun.draft);
    assert_non_null(strstr(begun.notice.bytes, "cannot be read"));
    begun_free(&begun);
}

/* An event must be later than the one before, whatever this computer's clock says. */
static void a_clock_that_is_behind_goes_on_from_the_last_event(void **state) {
    struct folder *f = *state;
    struct clock clock = clock_begin();
    instant later = clock_now(&clock).at + MS_HOUR;
    struct sitting s = sitting_new(f->arena, harrowmere_agenda(f->arena));
    struct event open = event_new(f->arena, DO_OPEN, (struct stamp){.at = later});
    assert_int_equal(meeting_apply(s.m, &open).code, REFUSED_NOT);
    struct begun begun;
    put_session("a.yaml", s.m, "");
    assert_int_equal(go_on("a.yaml", &begun, &clock), EXIT_DONE);
    assert_true(clock_now(&clock).at >= later);
    assert_true(clock_now(&clock).at < later + MS_MINUTE);
    assert_non_null(strstr(begun.notice.bytes, "60 min behind"));
    begun_free(&begun);
}

/* --- what was left unfinished --- */

static struct agenda *another_review(struct arena *arena) {
    struct agenda *agenda = harrowmere_agenda(arena);
    struct review *review = arena_alloc(arena, sizeof *review);
    *review = *agenda->review;
    review->id = "HMB-02-2x";
    agenda->review = review;
    return agenda;
}

static void the_latest_unfinished_meeting_is_found(void **state) {
    struct folder *f = *state;
    struct sitting open = sitting_open(f->arena);
    struct sitting adjourned = sitting_open(f->arena);
    struct sitting closed = sitting_open(f->arena);
    struct sitting other = sitting_new(f->arena, another_review(f->arena));
    struct arena *arena = arena_new();
    struct input found;
    plain(&adjourned, "13:40", DO_ADJOURN);
    plain(&closed, "13:40", DO_CLOSE);
    assert_false(found_unfinished("sessions", open.agenda, arena, &found)); /* there is no such folder */
    assert_int_equal(mkdir("sessions", 0700), 0);
    assert_false(found_unfinished("sessions", open.agenda, arena, &found));
    put_session("sessions/2016-11-23-HMB-02.yaml", closed.m, "");
    put_session("sessions/2016-11-24-HMB-02-2x.yaml", other.m, "");
    put_file("sessions/2016-11-25-HMB-02.yaml", "candour: 1\nbroken: [\n");
    put_session("sessions/notes-of-HMB-02.yaml", open.m, "");
    assert_false(found_unfinished("sessions", open.agenda, arena, &found));
    put_session("sessions/2016-11-22-HMB-02.yaml", open.m, "");
    assert_true(found_unfinished("sessions", open.agenda, arena, &found));
    assert_string_equal(found.path, "sessions/2016-11-22-HMB-02.yaml");
    put_session("sessions/2016-11-22-HMB-02-9.yaml", open.m, "");
    put_session("sessions/2016-11-22-HMB-02-10.yaml", adjourned.m, "");
    assert_true(found_unfinished("sessions", open.agenda, arena, &found));
    assert_string_equal(found.path, "sessions/2016-11-22-HMB-02-10.yaml");
    assert_string_equal(found_words(&found, arena), "adjourned, last event Tuesday 22 November 2016 13:40, 0 records");
    arena_free(arena);
}

/* --- what an agenda includes --- */

static void put_sections(const char *path, const struct agenda *agenda, const char *before, const char *from) {
    struct buffer text = {0};
    save_agenda(agenda, &text);
    const char *people = strstr(text.bytes, "\npeople:\n") + 1;
    const char *end = strstr(people, "\npriorities:\n") + 1;
    struct buffer out = {0};
    buffer_text(&out, before);
    if (from == NULL) { /* all but the people */
        const char *rest = text.bytes + strlen("candour: 1\n");
        buffer_add(&out, rest, (size_t)(people - rest));
        buffer_text(&out, end);
    } else {
        buffer_add(&out, people, (size_t)(end - people));
    }
    put_file(path, out.bytes);
    buffer_free(&out);
    buffer_free(&text);
}

static void an_agenda_includes_from_its_own_folder(void **state) {
    struct folder *f = *state;
    struct agenda *agenda = harrowmere_agenda(f->arena);
    struct input input;
    assert_int_equal(mkdir("board", 0700), 0);
    put_sections("board/a.yaml", agenda, "candour: 1\ninclude: [people.yaml]\n", NULL);
    assert_null(input_read("board/a.yaml", false, f->arena, &input));
    assert_non_null(strstr(input.diags.list[0].what, "No such file"));
    put_sections("board/people.yaml", agenda, "candour: 1\n", "people");
    assert_null(input_read("board/a.yaml", false, f->arena, &input));
    assert_int_equal(input.diags.errors, 0);
    assert_int_equal(input.loaded.agenda->people.count, 7);

    assert_int_equal(rename("board/people.yaml", "people.yaml"), 0);
    assert_int_equal(symlink("../people.yaml", "board/people.yaml"), 0);
    assert_null(input_read("board/a.yaml", false, f->arena, &input));
    assert_non_null(strstr(input.diags.list[0].what, "leads out of the folder"));
}

/* --- words that must not be recorded --- */

static void a_guard_list_is_words_and_names(void **state) {
    struct folder *f = *state;
    struct guard_list list;
    put_file("guard.txt", "\xef\xbb\xbf# names of the family\nAmelia\r\n\n  Jörg van Dijk \t\n#x\nlast");
    assert_int_equal(chmod("guard.txt", 0600), 0);
    assert_null(guard_list_read("guard.txt", f->arena, &list));
    assert_int_equal(list.count, 3);
    assert_string_equal(list.words[0], "Amelia");
    assert_string_equal(list.words[1], "Jörg van Dijk");
    assert_string_equal(list.words[2], "last");
    assert_null(list.notice);
    assert_int_equal(chmod("guard.txt", 0644), 0);
    assert_null(guard_list_read("guard.txt", f->arena, &list));
    assert_non_null(strstr(list.notice, "chmod 600"));
    put_file("latin.txt", "J\xf6rg\n");
    assert_non_null(guard_list_read("latin.txt", f->arena, &list));
}

static void the_usual_guard_list_need_not_be_there(void **state) {
    struct folder *f = *state;
    struct guard_list list;
    unsetenv("XDG_CONFIG_HOME");
    setenv("HOME", f->path, 1);
    assert_null(guard_list_read(NULL, f->arena, &list));
    assert_int_equal(list.count, 0);
    assert_non_null(guard_list_read("missing.txt", f->arena, &list));
    assert_int_equal(mkdir(".config", 0700), 0);
    assert_int_equal(mkdir(".config/candour", 0700), 0);
    put_file(".config/candour/guard.txt", "one\n");
    assert_null(guard_list_read(NULL, f->arena, &list));
    assert_int_equal(list.count, 1);
    char config[80];
    snprintf(config, sizeof config, "%s/elsewhere", f->path);
    setenv("XDG_CONFIG_HOME", config, 1);
    assert_null(guard_list_read(NULL, f->arena, &list));
    assert_int_equal(list.count, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        folder_test(a_whole_session_is_taken_as_it_is),
        folder_test(a_torn_tail_is_cut_and_kept),
        folder_test(another_form_is_brought_in_order_once),
        folder_test(a_closed_meeting_is_taken_up_again_when_asked_for),
        folder_test(a_confirmed_meeting_is_refused),
        folder_test(a_session_that_is_held_is_refused),
        folder_test(half_typed_words_are_offered_unless_they_were_kept),
        folder_test(a_clock_that_is_behind_goes_on_from_the_last_event),
        folder_test(the_latest_unfinished_meeting_is_found),
        folder_test(an_agenda_includes_from_its_own_folder),
        folder_test(a_guard_list_is_words_and_names),
        folder_test(the_usual_guard_list_need_not_be_there),
    };
    return cmocka_run_group_tests_name("shell_begin", tests, NULL, NULL);
}
