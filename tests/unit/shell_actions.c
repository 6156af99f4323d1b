/* `candour actions`: what is read, what is said of what cannot be, where the list goes, and what keeps it back. */
#include <stdbool.h>

#include "candour/base/arena.h"
#include "candour/format/save.h"
#include "candour/shell/commands.h"
#include "candour/store/file.h"
#include "shell_said.h"
#include "support/sitting.h"

#define LISTS(...) called((const char *[]){"actions", __VA_ARGS__, NULL})

/* A1 owned by OWNER was due in 2017, A2 is due in 2999, A3 has been evidenced; opened at CLOCK. */
static void put_session(struct folder *f, const char *path, const char *clock, const char *owner) {
    struct sitting s = sitting_new(f->arena, harrowmere_agenda(f->arena));
    struct buffer text = {0};
    said(&s, clock, DO_OPEN, &(struct event_open){0});
    start(&s, "13:30", "I5");
    said(&s, "13:40", DO_AGREEMENT,
         &(struct agreement){.id = "A1", .text = "Join up", .owner = owner, .due = day_of(2017, 3, 31)});
    said(&s, "13:41", DO_AGREEMENT,
         &(struct agreement){.id = "A2", .text = "=Booking", .owner = "COM", .due = day_of(2999, 1, 1)});
    said(&s, "13:42", DO_AGREEMENT,
         &(struct agreement){.id = "A3", .text = "Seen", .owner = "COM", .status = AGREEMENT_EVIDENCED});
    plain(&s, "14:00", DO_CLOSE);
    save_session(s.m, &text);
    put_file(path, text.bytes);
    buffer_free(&text);
}

static void put_agenda(struct folder *f, const char *path) {
    struct buffer text = {0};
    struct sitting s = sitting_new(f->arena, harrowmere_agenda(f->arena));
    save_session(s.m, &text);
    char *events = strstr(text.bytes, "\nevents:");
    assert_non_null(events);
    events[1] = '\0';
    put_file(path, text.bytes);
    buffer_free(&text);
}

static void one_session(void **state) {
    struct folder *f = *state;
    put_session(f, "a.yaml", "13:28", "CSC");
    assert_int_equal(LISTS("a.yaml"), EXIT_DONE);
    assert_non_null(strstr(said_out, ": 2 agreements; 1 late.\n"));
    assert_non_null(strstr(said_out, "One session read: HMB-02, Tue 22 Nov 2016.\n"));
    assert_non_null(strstr(said_out, "\nA1  due Fri 31 Mar 2017, "));
    assert_non_null(strstr(said_out, "\nA2  due Tue 1 Jan 2999\n    =Booking\n"));
    assert_null(strstr(said_out, "A3"));
    assert_string_equal(said_err, "");
}

/* Folders under it too; agendas and hidden files are passed over without a word. */
static void a_folder_stands_for_its_sessions(void **state) {
    struct folder *f = *state;
    assert_int_equal(mkdir("all", 0700) | mkdir("all/2017", 0700), 0);
    put_session(f, "all/a.yaml", "13:28", "CSC");
    put_session(f, "all/2017/b.yml", "13:29", "POL");
    put_session(f, "all/.c.yaml", "13:27", "EDU");
    put_agenda(f, "all/agenda.yaml");
    assert_int_equal(LISTS("all"), EXIT_DONE);
    assert_non_null(strstr(said_out, ": 4 agreements; 2 late.\n2 sessions read.\n"));
    assert_string_equal(said_err, "");
    assert_int_equal(LISTS("all/agenda.yaml"), EXIT_DONE);
    assert_non_null(strstr(said_out, ": nothing.\n0 sessions read.\n"));
    assert_string_equal(said_err, "candour: all/agenda.yaml is an agenda: nothing was agreed in it yet\n");
}

static void a_broken_file_is_named_and_the_rest_is_listed(void **state) {
    struct folder *f = *state;
    put_session(f, "b.yaml", "13:28", "CSC");
    put_file("a.yaml", "candour: 1\nbord: x\nrewiev: y\n");
    assert_int_equal(LISTS("."), EXIT_PROBLEMS);
    assert_non_null(strstr(said_out, ": 2 agreements; 1 late.\n"));
    assert_non_null(strstr(said_err, "a.yaml:1:1: error: missing meeting in this file"));
    assert_null(strstr(said_err, "a.yaml:2:1"));
    assert_non_null(strstr(said_err, " more problems: candour check ./a.yaml\n"));
    assert_int_equal(LISTS("b.yaml", "gone.yaml"), EXIT_SYSTEM);
    assert_non_null(strstr(said_out, ": 2 agreements; 1 late.\n"));
    assert_non_null(strstr(said_err, "gone.yaml"));
}

static void filters_hold_in_every_form(void **state) {
    struct folder *f = *state;
    put_session(f, "a.yaml", "13:28", "CSC");
    assert_int_equal(LISTS("a.yaml", "--agency", "com", "--format", "csv"), EXIT_DONE);
    assert_non_null(strstr(said_out, "\"agreement\",\"A2\""));
    assert_non_null(strstr(said_out, "\"'=Booking\""));
    assert_null(strstr(said_out, "\"A1\""));
    assert_int_equal(LISTS("a.yaml", "--agency=COM", "--format=csv", "--raw-csv", "--bom"), EXIT_DONE);
    assert_int_equal(strncmp(said_out, "\xef\xbb\xbf\"type\"", 9), 0);
    assert_non_null(strstr(said_out, "\"=Booking\""));
    assert_int_equal(LISTS("a.yaml", "--overdue", "--format", "json"), EXIT_DONE);
    assert_non_null(strstr(said_out, "\"id\": \"A1\""));
    assert_null(strstr(said_out, "\"id\": \"A2\""));
    assert_int_equal(LISTS("a.yaml", "--status", "evidenced", "--format", "json"), EXIT_DONE);
    assert_non_null(strstr(said_out, "\"id\": \"A3\""));
    assert_null(strstr(said_out, "\"id\": \"A1\""));
    assert_int_equal(LISTS("a.yaml", "--due-before", "2018-01-01", "--format", "ics"), EXIT_DONE);
    assert_non_null(strstr(said_out, "-A1-due@candour\r\n"));
    assert_null(strstr(said_out, "-A2-due@candour\r\n"));
    assert_string_equal(said_err, "Due before Monday 1 January 2018.\n");
}

static void what_is_meant_is_asked_back(void **state) {
    struct folder *f = *state;
    put_session(f, "a.yaml", "13:28", "CSC");
    assert_int_equal(LISTS("a.yaml", "--agency", "CXC"), EXIT_USAGE);
    assert_string_equal(said_err, "candour: no session has an agency 'CXC'; did you mean 'CSC'?\n");
    assert_string_equal(said_out, "");
    assert_int_equal(LISTS("a.yaml", "--due-before", "ongoing"), EXIT_USAGE);
    assert_non_null(strstr(said_err, "candour: --due-before 'ongoing': "));
    assert_int_equal(LISTS("a.yaml", "--status", "finished"), EXIT_USAGE);
    assert_non_null(strstr(said_err, "--status wants proposed agreed in-progress done evidenced "));
    assert_int_equal(LISTS("a.yaml", "--format", "pdf"), EXIT_USAGE);
    assert_int_equal(LISTS("a.yaml", "--agency", "BOARD"), EXIT_DONE);
    assert_non_null(strstr(said_out, ": nothing.\nAsked for: what BOARD owes or shares.\n"));
}

/* The same meeting from two files counts once; the one that goes further is listed. */
static void a_copy_is_not_counted_twice(void **state) {
    struct folder *f = *state;
    put_session(f, "a.yaml", "13:28", "CSC");
    put_session(f, "b.yaml", "13:28", "CSC");
    assert_int_equal(LISTS("a.yaml", "b.yaml"), EXIT_DONE);
    assert_non_null(strstr(said_out, ": 2 agreements; 1 late.\nOne session read"));
    assert_string_equal(said_err, "candour: b.yaml and a.yaml are copies of one meeting; the second is listed: candour "
                                  "merge makes one of them\n");
}

static void a_named_file_is_never_written_over(void **state) {
    struct folder *f = *state;
    put_session(f, "a.yaml", "13:28", "CSC");
    put_file("mine.csv", "mine\n");
    assert_int_equal(LISTS("a.yaml", "--format=csv", "-o", "mine.csv"), EXIT_USAGE);
    assert_file("mine.csv", "mine\n");
    assert_int_equal(LISTS("a.yaml", "--format=csv", "-o", "list.csv"), EXIT_DONE);
    assert_string_equal(said_out, "The list is in list.csv\n");
    assert_int_equal(mode_of("list.csv"), 0600);
    assert_int_equal(LISTS("a.yaml", "-o", "list.json"), EXIT_DONE); /* by the end of its name */
    assert_int_equal(LISTS("a.yaml", "-o", "list.txt"), EXIT_DONE);
    char *bytes = NULL;
    size_t length;
    assert_null(file_read("list.json", 1 << 20, f->arena, &bytes, &length, NULL));
    assert_int_equal(strncmp(bytes, "{\n  \"document\": \"outstanding\"", 29), 0);
    assert_null(file_read("list.txt", 1 << 20, f->arena, &bytes, &length, NULL));
    assert_int_equal(strncmp(bytes, "Outstanding on ", 15), 0);
    assert_int_equal(LISTS("a.yaml", "--format=csv", "-o", "-"), EXIT_DONE);
    assert_non_null(strstr(said_out, "\"A1\""));
    assert_int_equal(names_with(".", "~", NULL), 0);
}

static void a_guarded_word_keeps_everything_back(void **state) {
    struct folder *f = *state;
    put_session(f, "a.yaml", "13:28", "CSC");
    put_file("guard.txt", "booking\n");
    assert_int_equal(chmod("guard.txt", 0600), 0);
    static const char *const forms[] = {"text", "csv", "json", "ics", "md", "html"};
    for (size_t i = 0; i < 6; i++) {
        assert_int_equal(LISTS("a.yaml", "--guard", "guard.txt", "--format", forms[i], "-o", "out"), EXIT_PROBLEMS);
        assert_string_equal(said_err, "candour: a.yaml: A2, text: the guarded word 'booking'\n"
                                      "candour: nothing was written: these words are to be taken out of the sessions "
                                      "first\n");
        assert_false(is_there("out"));
        assert_string_equal(said_out, "");
    }
    assert_int_equal(LISTS("a.yaml", "--guard", "guard.txt", "--agency", "CSC"), EXIT_DONE);
}

static void restricted_only_when_it_is_asked_for(void **state) {
    struct folder *f = *state;
    struct sitting s = sitting_open(f->arena);
    struct buffer text = {0};
    start(&s, "13:30", "I5");
    said(&s, "13:40", DO_AGREEMENT,
         &(struct agreement){.id = "A1", .text = "Marmaduke", .owner = "CSC", .visibility = VISIBILITY_RESTRICTED});
    save_session(s.m, &text);
    put_file("a.yaml", text.bytes);
    buffer_free(&text);
    static const char *const forms[] = {"text", "csv", "json", "ics", "md", "html"};
    for (size_t i = 0; i < 6; i++) {
        assert_int_equal(LISTS("a.yaml", "--format", forms[i]), EXIT_DONE);
        assert_null(strstr(said_out, "Marmaduke"));
        assert_int_equal(LISTS("a.yaml", "--restricted", "--format", forms[i]), EXIT_DONE);
        assert_true(i == 3 || strstr(said_out, "Marmaduke") != NULL);
    }
    assert_int_equal(LISTS("a.yaml"), EXIT_DONE);
    assert_non_null(strstr(said_out, "One restricted record is left out.\n"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        folder_test(one_session),
        folder_test(a_folder_stands_for_its_sessions),
        folder_test(a_broken_file_is_named_and_the_rest_is_listed),
        folder_test(filters_hold_in_every_form),
        folder_test(what_is_meant_is_asked_back),
        folder_test(a_copy_is_not_counted_twice),
        folder_test(a_named_file_is_never_written_over),
        folder_test(a_guarded_word_keeps_everything_back),
        folder_test(restricted_only_when_it_is_asked_for),
    };
    setenv("XDG_CONFIG_HOME", "/nonexistent", 1);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
