/* Home and the list of sessions line by line: what is numbered, what a line opens, what is refused, and that nothing
 * is said before all is read.
 */
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "../../src/ui/folder_inside.h"
#include "candour/base/diag.h"
#include "candour/ui/plain_folder.h"

static const struct folder_home HOME = {.sessions = "sessions",
                                        .agendas = "agendas",
                                        .installed = "/opt/agendas",
                                        .built_in = "built-in:",
                                        .template = "template.yaml",
                                        .example = "scr-response.yaml"};

static const char LIST[] = "Home: 1 not over, 1 agenda, 1 with problems, 1 over.\n"
                           "Meetings that are not over\n"
                           "1: adjourned, 2017-03-01, HSCB HMB-02, Meeting, sessions/a.yaml\n"
                           "Agendas\n"
                           "2: agenda, 2017-04-01, HSCB HMB-07, Meeting, agendas/x.yaml\n"
                           "3: new agenda, from the template\n"
                           "Files with problems\n"
                           "4: problem, agendas/broken.yaml:8:3: unknown key titel\n"
                           "Meetings that are over\n"
                           "5: closed, DRAFT, 2017-01-01, HSCB HMB-02, Meeting, sessions/c.yaml\n"
                           "Examples\n"
                           "6: example, no date, HSCB HMB-07, Meeting, /opt/agendas/e.yaml\n";

enum { FILES = 6 };

struct scene {
    struct precis files[FILES];
    struct folder *folder;
    struct plain_folder *plain;
    struct effects effects;
    struct buffer said;
    int edited_at; /* line */
};

static struct stamp today(void) {
    struct stamp stamp;
    assert_true(stamp_read("2017-03-05T10:00:00.000+00:00", &stamp));
    return stamp;
}

static struct precis session(const char *path, enum meeting_status status, day met) {
    return (struct precis){.path = path,
                           .state = PRECIS_SESSION,
                           .status = status,
                           .board = "HSCB",
                           .board_name = "Board",
                           .review = "HMB-02",
                           .review_title = "Review",
                           .title = "Meeting",
                           .late = 2,
                           .outstanding = 3,
                           .open_challenges = 1,
                           .promised = 4,
                           .met = met,
                           .opened = instant_of(met, 0, 0)};
}

static struct precis agenda(const char *path, day met) {
    struct precis out = session(path, MEETING_READY, met);
    out.state = PRECIS_AGENDA;
    out.review = "HMB-07";
    return out;
}

static void begin_as(struct scene *s, const struct folder_home *home, bool typed) {
    const struct precis all[FILES] = {
        agenda("/opt/agendas/e.yaml", 0),
        session("sessions/c.yaml", MEETING_CLOSED, day_of(2017, 1, 1)),
        agenda("/opt/agendas/template.yaml", 0),
        {.path = "agendas/broken.yaml",
         .state = PRECIS_BROKEN,
         .problem = "8:3: unknown key titel",
         .hint = "title is meant",
         .problems = 2},
        session("sessions/a.yaml", MEETING_ADJOURNED, day_of(2017, 3, 1)),
        agenda("agendas/x.yaml", day_of(2017, 4, 1)),
    };
    *s = (struct scene){0};
    memcpy(s->files, all, sizeof all);
    s->folder = folder_new(&(struct folder_setup){
        .name = "candour", .home = home, .rows = PLAIN_ROWS, .columns = PLAIN_COLUMNS, .now = today()});
    s->plain = plain_folder_new(s->folder, typed);
}

static void end(struct scene *s) {
    plain_folder_free(s->plain);
    folder_free(s->folder);
    buffer_free(&s->said);
}

static const char *hear(struct scene *s) {
    buffer_clear(&s->said);
    buffer_text(&s->said, "");
    plain_folder_say(s->plain, &s->said);
    return s->said.bytes;
}

static void send(struct scene *s, struct msg msg) {
    msg.now = today();
    plain_folder_update(s->plain, &msg, &s->effects);
}

static void read_all(struct scene *s) {
    for (uint32_t i = 0; i < FILES; i++) {
        struct session_read one = {.place = i, .precis = &s->files[i]};
        struct sessions_read read = {.list = &one, .count = 1, .listed = true, .files = FILES, .done = i + 1 == FILES};
        send(s, (struct msg){.type = MSG_READ, .read = &read});
        if (!read.done) {
            assert_string_equal(hear(s), "");
        }
    }
}

static const char *line(struct scene *s, const char *text) {
    send(s, (struct msg){.type = MSG_LINE, .text = text});
    return hear(s);
}

static void opens(struct scene *s, const char *text, enum show_how how, const char *path, const char *id) {
    line(s, text);
    if (plain_folder_refused(s->plain) != NULL) {
        print_message("%s: %s\n", text, plain_folder_refused(s->plain));
    }
    assert_null(plain_folder_refused(s->plain));
    assert_int_equal(s->effects.count, 1);
    assert_int_equal(s->effects.list[0].type, EFFECT_SHOW);
    assert_int_equal(s->effects.list[0].how, how);
    assert_string_equal(s->effects.list[0].text, path);
    assert_true(text_equal(s->effects.list[0].id, id));
    s->edited_at = s->effects.list[0].line;
    send(s, (struct msg){.type = MSG_SHOWN, .ok = true});
    read_all(s);
    hear(s);
}

static void refuses(struct scene *s, const char *text, const char *why) {
    line(s, text);
    assert_int_equal(s->effects.count, 0);
    assert_non_null(plain_folder_refused(s->plain));
    assert_string_equal(plain_folder_refused(s->plain), why);
}

static void prompts(const struct scene *s, const char *text, bool asks) {
    struct buffer out = {0};
    buffer_text(&out, "");
    assert_int_equal(plain_folder_prompt(s->plain, &out), asks);
    assert_string_equal(out.bytes, text);
    buffer_free(&out);
}

static void has(const char *said, const char *text) {
    if (strstr(said, text) == NULL) {
        print_message("not said: %s\nbut: %s\n", text, said);
    }
    assert_non_null(strstr(said, text));
}

static void what_can_be_opened_is_numbered(void **state) {
    struct scene s;
    (void)state;
    begin_as(&s, &HOME, false);
    prompts(&s, "", false);
    read_all(&s);
    const char *said = hear(&s);
    assert_memory_equal(said, LIST, sizeof LIST - 1);
    assert_string_equal(said + sizeof LIST - 1,
                        "A number opens what it stands before; help says what else can be typed, q leaves.\n");
    prompts(&s, "home> ", false);
    assert_string_equal(hear(&s), "");
    has(line(&s, "again"), LIST);
    assert_string_equal(line(&s, ""), "");
    assert_string_equal(line(&s, "# a remark"), "");
    assert_null(plain_folder_refused(s.plain));
    end(&s);
}

static void a_line_does_what_enter_or_a_key_does(void **state) {
    struct scene s;
    (void)state;
    begin_as(&s, &HOME, false);
    read_all(&s);
    hear(&s);
    opens(&s, "1", SHOW_RUN, "sessions/a.yaml", NULL);
    opens(&s, " 2 ", SHOW_RUN, "agendas/x.yaml", NULL);
    opens(&s, "4", SHOW_CHECK, "agendas/broken.yaml", NULL);
    opens(&s, "5", SHOW_REVIEW, "sessions/c.yaml", NULL);
    opens(&s, "6", SHOW_REHEARSE, "/opt/agendas/e.yaml", NULL);
    opens(&s, "run 6", SHOW_RUN, "/opt/agendas/e.yaml", NULL);
    opens(&s, "m 1", SHOW_RUN, "sessions/a.yaml", NULL);
    opens(&s, ":rehearse 2", SHOW_REHEARSE, "agendas/x.yaml", NULL);
    opens(&s, "r 1", SHOW_REHEARSE, "sessions/a.yaml", NULL);
    opens(&s, "review 5", SHOW_REVIEW, "sessions/c.yaml", NULL);
    opens(&s, "v 1", SHOW_REVIEW, "sessions/a.yaml", NULL);
    opens(&s, "EDIT 2", SHOW_EDIT, "agendas/x.yaml", NULL);
    assert_int_equal(s.edited_at, 0);
    opens(&s, "e 4", SHOW_EDIT, "agendas/broken.yaml", NULL);
    assert_int_equal(s.edited_at, 8);
    opens(&s, "new our", SHOW_COPY, "/opt/agendas/template.yaml", "agendas/our.yaml");
    opens(&s, "n ours too", SHOW_COPY, "/opt/agendas/template.yaml", "agendas/ours too.yaml");
    opens(&s, "copy 2 other.yml", SHOW_COPY, "agendas/x.yaml", "agendas/other.yml");
    opens(&s, "c 6 e", SHOW_COPY, "/opt/agendas/e.yaml", "agendas/e.yaml");
    opens(&s, "carry 5 then", SHOW_CARRY, "sessions/c.yaml", "agendas/then.yaml");
    opens(&s, "f 1 then", SHOW_CARRY, "sessions/a.yaml", "agendas/then.yaml");
    opens(&s, "problems 4", SHOW_CHECK, "agendas/broken.yaml", NULL);
    static const char *const leave[] = {"q", "quit", "leave", "Ctrl-C"};
    for (size_t i = 0; i < sizeof leave / sizeof *leave; i++) {
        line(&s, leave[i]);
        assert_int_equal(s.effects.count, 1);
        assert_int_equal(s.effects.list[0].type, EFFECT_QUIT);
        prompts(&s, "", false);
    }
    end(&s);
}

static void what_is_not_meant_so_is_refused(void **state) {
    struct scene s;
    (void)state;
    begin_as(&s, &HOME, false);
    read_all(&s);
    hear(&s);
    refuses(&s, "0", "There is no 0: the numbers go from 1 to 6");
    refuses(&s, "7", "There is no 7: the numbers go from 1 to 6");
    refuses(&s, "99999999999999999999999999", "There is no 99999999999999999999: the numbers go from 1 to 6");
    refuses(&s, "2 3", "go: '3' is too much");
    refuses(&s, "run", "run which? A number of the list: run 1");
    refuses(&s, "e x", "e which? A number of the list: e 1");
    refuses(&s, "start", "'start' is not a command; help says them all");
    refuses(&s, "down", "'down' is not a command; help says them all");
    refuses(&s, "mouse", "'mouse' is not a command; help says them all");
    refuses(&s, "help me", "'me' is no command; help says them all");
    refuses(&s, "run 4", "meeting-of: this file has problems: its number says them");
    refuses(&s, "run 5", "meeting-of: this meeting is over: v reviews it");
    refuses(&s, "review 2", "review: this is an agenda: nothing was said yet");
    refuses(&s, "edit 6", "edit-agenda: this is an example for all: c copies it");
    refuses(&s, "run 3", "meeting-of: no file is selected");
    refuses(&s, "problems 3", "problems: this is no file");
    refuses(&s, "new ../x", "Not so: a name alone, without a folder");
    refuses(&s, "copy 2 x", "agendas/x.yaml is there already, and is not written over: another name");
    prompts(&s, "home> ", false);
    refuses(&s, "find", "find what? Words: find supervision");
    assert_string_equal(line(&s, "outstanding"), "Outstanding.\nno agreement is outstanding\n");
    refuses(&s, "1", "Nothing is numbered here: list says the list");
    refuses(&s, "run 1", "run: only in the first list, which list says");
    end(&s);
}

static void list_reads_again(void **state) {
    struct scene s;
    (void)state;
    begin_as(&s, &HOME, false);
    read_all(&s);
    hear(&s);
    line(&s, "outstanding");
    assert_string_equal(line(&s, "list"), "");
    assert_int_equal(s.effects.list[0].type, EFFECT_READ_ANEW);
    prompts(&s, "", false);
    s.files[5].title = "Other \033[31m";
    read_all(&s);
    has(hear(&s), "2: agenda, 2017-04-01, HSCB HMB-07, Other ");
    assert_null(strchr(s.said.bytes, '\033'));
    end(&s);
}

/* All of them with line and what to do, and the numbers stay those of the list. */
static void the_problems_of_a_file_are_said(void **state) {
    struct scene s;
    struct diag two[] = {
        {.level = DIAG_ERROR, .line = 8, .column = 3, .what = "unknown key titel", .hint = "title is meant"},
        {.level = DIAG_ERROR, .line = 11, .column = 1, .what = "missing board"}};
    struct diags diags = {.list = two, .count = 2, .errors = 2, .dropped = 1};
    (void)state;
    begin_as(&s, &HOME, false);
    read_all(&s);
    hear(&s);
    line(&s, "4");
    send(&s, (struct msg){.type = MSG_SHOWN,
                          .ok = true,
                          .text = "agendas/broken.yaml has 3 problems",
                          .path = "agendas/broken.yaml",
                          .diags = &diags});
    assert_int_equal(s.effects.list[0].type, EFFECT_READ_ANEW);
    assert_string_equal(hear(&s), "agendas/broken.yaml has 3 problems\n"
                                  "line 8, column 3: unknown key titel. What to do: title is meant\n"
                                  "line 11, column 1: missing board\n"
                                  "And 1 more: mend these first.\n");
    read_all(&s);
    assert_string_equal(hear(&s), ""); /* nothing has changed */
    opens(&s, "e 4", SHOW_EDIT, "agendas/broken.yaml", NULL);
    line(&s, "4");
    send(&s, (struct msg){.type = MSG_SHOWN, .ok = true, .text = "agendas/broken.yaml is in order"});
    assert_string_equal(hear(&s), "agendas/broken.yaml is in order\n");
    s.files[3] = agenda("agendas/broken.yaml", day_of(2017, 3, 6));
    read_all(&s);
    has(hear(&s), "Home: 1 not over, 2 agendas, 1 over.\n");
    end(&s);
}

static void a_name_is_asked_for(void **state) {
    struct scene s;
    (void)state;
    begin_as(&s, &HOME, false);
    read_all(&s);
    hear(&s);
    assert_string_equal(line(&s, "3"), "");
    prompts(&s, "Name, in agendas/ (our-meeting.yaml): ", true);
    opens(&s, "", SHOW_COPY, "/opt/agendas/template.yaml", "agendas/our-meeting.yaml");
    line(&s, "carry 5");
    prompts(&s, "Name, in agendas/ (HMB-02-follow-up.yaml): ", true);
    assert_string_equal(line(&s, ":cancel"), "No file was made\n");
    assert_int_equal(s.effects.count, 0);
    prompts(&s, "home> ", false);
    line(&s, "copy 2");
    prompts(&s, "Name, in agendas/ (x-2.yaml): ", true);
    refuses(&s, "a/b", "Not so: a name alone, without a folder");
    prompts(&s, "home> ", false); /* what follows in a script is meant for something else */
    end(&s);
    begin_as(&s, &HOME, true);
    read_all(&s);
    hear(&s);
    line(&s, "new");
    assert_string_equal(line(&s, "a/b"), "Not so: a name alone, without a folder\n");
    prompts(&s, "Name, in agendas/ (our-meeting.yaml): ", true);
    opens(&s, "ours", SHOW_COPY, "/opt/agendas/template.yaml", "agendas/ours.yaml");
    assert_string_equal(line(&s, "what"), "'what' is not a command; help says them all\n");
    end(&s);
}

static void what_was_left_is_followed_by_a_fresh_list(void **state) {
    struct scene s;
    (void)state;
    begin_as(&s, &HOME, false);
    read_all(&s);
    hear(&s);
    line(&s, "2");
    prompts(&s, "", false);
    send(&s, (struct msg){.type = MSG_SHOWN, .ok = true, .text = "Kept in sessions/a.yaml", .path = "sessions/a.yaml"});
    assert_int_equal(s.effects.list[0].type, EFFECT_READ_ANEW);
    assert_string_equal(hear(&s), "Kept in sessions/a.yaml\n");
    read_all(&s);
    assert_string_equal(hear(&s), LIST);
    end(&s);
}

static void help_is_the_table(void **state) {
    struct scene s;
    size_t count;
    const struct command *all = commands_all(&count);
    (void)state;
    begin_as(&s, &HOME, false);
    read_all(&s);
    hear(&s);
    has(line(&s, "help"), "copy N [NAME] (copy-agenda, c): Copies the selected agenda");
    has(s.said.bytes, "\nnew [NAME] (new-agenda, n): ");
    has(s.said.bytes, "\nproblems N: ");
    for (size_t i = 0; i < count; i++) {
        bool own = all[i].places == ON_HOME && all[i].keys[0] != KEY_RETURN;
        if (own || text_equal(all[i].group, command_by_name(AT_LIST, "find")->group)) {
            has(s.said.bytes, text_equal(all[i].name, "open-session") || text_equal(all[i].name, "found") ||
                                      text_equal(all[i].name, "to-sessions")
                                  ? ""
                                  : all[i].name);
        }
    }
    assert_string_equal(line(&s, "help rehearse"),
                        "rehearse N (r): The selected agenda, or a session that is not over, on a fast clock; nothing "
                        "is written.\n");
    has(line(&s, "help list"), "list: Reads everything again");
    end(&s);
}

static void sessions_to_be_reviewed_are_numbered_too(void **state) {
    struct scene s;
    struct arena *arena = arena_new();
    (void)state;
    begin_as(&s, NULL, false);
    read_all(&s);
    has(hear(&s), "Sessions: 2 sessions, 1 with problems, 3 agendas left out.\n"
                  "1: 2017-03-01 HMB-02, Meeting, adjourned: 2 late, 3 agreements outstanding, 1 challenge open, 4 "
                  "promised evidence not seen. sessions/a.yaml\n"
                  "2: 2017-01-01 HMB-02, Meeting, closed, DRAFT: 2 late, 3 agreements outstanding, 1 challenge open, 4 "
                  "promised evidence not seen. sessions/c.yaml\n"
                  "3: problem, agendas/broken.yaml:8:3: unknown key titel\n");
    prompts(&s, "sessions> ", false);
    line(&s, "2");
    assert_int_equal(s.effects.count, 1);
    assert_int_equal(s.effects.list[0].how, SHOW_REVIEW);
    assert_int_equal(s.effects.list[0].place, 1);
    refuses(&s, "3", "It cannot be opened: 8:3: unknown key titel");
    refuses(&s, "run 2", "'run' is not a command; help says them all");
    refuses(&s, "new x", "'new' is not a command; help says them all");
    refuses(&s, "problems 1", "problems: sessions/a.yaml has none");
    assert_string_equal(line(&s, "problems 3"),
                        "problem, agendas/broken.yaml:8:3: unknown key titel\nWhat to do: title is meant\n"
                        "The first of 2 problems: candour check agendas/broken.yaml names them all.\n");
    assert_null(strstr(line(&s, "help"), "copy N"));
    has(s.said.bytes, "N (Enter): Opens the session");
    assert_string_equal(folder_fault(s.folder, 0, arena), "agendas/broken.yaml: 8:3: unknown key titel");
    assert_null(folder_fault(s.folder, 1, arena));
    arena_free(arena);
    end(&s);
}

int main(void) {
    setlocale(LC_CTYPE, "C.UTF-8");
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_can_be_opened_is_numbered),
        cmocka_unit_test(a_line_does_what_enter_or_a_key_does),
        cmocka_unit_test(what_is_not_meant_so_is_refused),
        cmocka_unit_test(list_reads_again),
        cmocka_unit_test(the_problems_of_a_file_are_said),
        cmocka_unit_test(a_name_is_asked_for),
        cmocka_unit_test(what_was_left_is_followed_by_a_fresh_list),
        cmocka_unit_test(help_is_the_table),
        cmocka_unit_test(sessions_to_be_reviewed_are_numbered_too),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
