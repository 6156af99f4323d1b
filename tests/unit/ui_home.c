/* Home's rows: the same order however files come, each what it is, and a name for a new one that can be made. */
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "../../src/ui/folder_inside.h"

static const struct folder_home HOME = {.sessions = "sessions",
                                        .agendas = "agendas",
                                        .installed = "/opt/share/candour/agendas",
                                        .built_in = "built-in:",
                                        .template = "template.yaml",
                                        .example = "scr-response.yaml"};

static struct stamp today(void) {
    struct stamp stamp;
    assert_true(stamp_read("2017-03-05T10:00:00.000+00:00", &stamp));
    return stamp;
}

static struct precis session(const char *path, enum meeting_status status, day met, int hour) {
    return (struct precis){.path = path,
                           .state = PRECIS_SESSION,
                           .status = status,
                           .board = "HSCB",
                           .board_name = "Board",
                           .review = "HMB-02",
                           .review_title = "Review",
                           .title = "Meeting",
                           .met = met,
                           .opened = instant_of(met, 60 * hour, 0)};
}

static struct precis agenda(const char *path, day met) {
    struct precis out = session(path, MEETING_READY, met, 0);
    out.state = PRECIS_AGENDA;
    out.review = "HMB-07";
    return out;
}

static struct precis faulty(const char *path, enum precis_state state) {
    return (struct precis){.path = path, .state = state, .problem = "8:3: unknown key titel", .problems = 2};
}

/* In the order in which home must show them, as derived by hand: today is 5 March 2017. */
enum { FILES = 17, TEMPLATES = 2 };
static void make(struct precis files[FILES + TEMPLATES]) {
    const struct precis all[FILES + TEMPLATES] = {
        session("sessions/b.yaml", MEETING_ADJOURNED, day_of(2017, 3, 1), 15), /* opened last */
        session("here.yaml", MEETING_RUNNING, day_of(2017, 3, 1), 9),
        session("sessions/a.yaml", MEETING_PAUSED, day_of(2017, 2, 1), 9),
        agenda("agendas/today.yaml", day_of(2017, 3, 5)),
        agenda("agendas/a-later.yaml", day_of(2017, 4, 1)),
        agenda("scr-response.yaml", 0), /* of those without a day the example's name goes first */
        agenda("agendas/undated.yaml", 0),
        agenda("agendas/yesterday.yaml", day_of(2017, 3, 4)),
        agenda("agendas/past.yaml", day_of(2016, 3, 4)),
        faulty("agendas/broken.yaml", PRECIS_BROKEN),
        faulty("sessions/unread.yaml", PRECIS_UNREADABLE),
        session("sessions/d.yaml", MEETING_CONFIRMED, day_of(2017, 1, 2), 9),
        session("sessions/c.yaml", MEETING_CLOSED, day_of(2017, 1, 1), 9),
        session("sessions/e.yaml", MEETING_CONFIRMED, day_of(2015, 1, 1), 9),
        agenda("/opt/share/candour/agendas/scr-response.yaml", 0),
        agenda("/opt/share/candour/agendas/follow-up.yaml", 0),
        agenda("/opt/share/candour/agendas/written.yaml", 0),
        agenda("/opt/share/candour/agendas/template.yaml", 0),
        agenda("agendas/template.yaml", 0),
    };
    memcpy(files, all, sizeof all);
}

struct scene {
    struct precis files[FILES + TEMPLATES];
    struct folder *folder;
    struct effects effects;
};

static int begin(void **state) {
    static struct scene scene; /* of the one test that runs */
    scene = (struct scene){0};
    make(scene.files);
    scene.folder =
        folder_new(&(struct folder_setup){.name = "candour", .home = &HOME, .rows = 24, .columns = 80, .now = today()});
    *state = &scene;
    return 0;
}

static int end(void **state) {
    folder_free(((struct scene *)*state)->folder);
    return 0;
}

static void hand(struct scene *s, const uint32_t *places, size_t count, bool done) {
    struct session_read list[FILES + TEMPLATES];
    for (size_t i = 0; i < count; i++) {
        list[i] = (struct session_read){.place = places[i], .precis = &s->files[places[i]]};
    }
    struct sessions_read read = {
        .list = list, .count = count, .listed = true, .files = FILES + TEMPLATES, .done = done};
    folder_update(s->folder, &(struct msg){.type = MSG_READ, .now = today(), .read = &read}, &s->effects);
}

static void press(struct scene *s, key k) {
    folder_update(s->folder, &(struct msg){.type = MSG_KEY, .now = today(), .key = k}, &s->effects);
}

static void type(struct scene *s, const char *text) {
    for (; *text != '\0'; text++) {
        press(s, (key)*text);
    }
}

/* The rows, without headings and the one for a new agenda. */
static size_t rows_of(const struct folder *folder, const char *paths[FILES + TEMPLATES], size_t *new_at) {
    size_t count = 0;
    for (size_t i = 0; i < folder->home->lines.count; i++) {
        const struct folder_line *line = &folder->home->lines.list[i];
        if (line->kind == LINE_NEW) {
            *new_at = count;
        } else if (line->kind == LINE_ROW) {
            paths[count++] = folder->sessions[line->at]->path;
        }
    }
    return count;
}

static void shuffle(uint32_t *places, size_t count, uint32_t seed) {
    for (size_t i = count - 1; i > 0; i--) {
        seed = seed * 1664525U + 1013904223U;
        size_t other = (seed >> 8) % (i + 1);
        uint32_t place = places[i];
        places[i] = places[other];
        places[other] = place;
    }
}

/* Places are as the files are listed: by name within each folder. */
static void the_order_is_the_same_however_they_come(void **state) {
    struct scene *s = *state;
    for (uint32_t seed = 1; seed <= 200; seed++) {
        uint32_t places[FILES + TEMPLATES];
        for (uint32_t i = 0; i < FILES + TEMPLATES; i++) {
            places[i] = i;
        }
        shuffle(places, FILES + TEMPLATES, seed);
        size_t half = seed % (FILES + TEMPLATES);
        hand(s, places, half, false);
        hand(s, places + half, FILES + TEMPLATES - half, true);
        const char *paths[FILES + TEMPLATES];
        size_t new_at = 0;
        assert_int_equal(rows_of(s->folder, paths, &new_at), FILES);
        for (size_t i = 0; i < FILES; i++) {
            assert_string_equal(paths[i], s->files[i].path);
        }
        assert_int_equal(new_at, 9); /* behind the last agenda */
        assert_string_equal(home_template(s->folder), "agendas/template.yaml");
        assert_false(s->folder->home->first_time);
        end(state);
        begin(state);
    }
}

static void hand_all(struct scene *s) {
    uint32_t places[FILES + TEMPLATES];
    for (uint32_t i = 0; i < FILES + TEMPLATES; i++) {
        places[i] = i;
    }
    hand(s, places, FILES + TEMPLATES, true);
}

static void enter_does_what_each_is_for(void **state) {
    struct scene *s = *state;
    static const enum show_how hows[FILES] = {SHOW_RUN,      SHOW_RUN,      SHOW_RUN, /* gone on with */
                                              SHOW_RUN,      SHOW_RUN,      SHOW_RUN,
                                              SHOW_RUN,      SHOW_RUN,      SHOW_RUN, /* agendas */
                                              SHOW_CHECK,    SHOW_CHECK, /* the second is refused: it cannot be read */
                                              SHOW_REVIEW,   SHOW_REVIEW,   SHOW_REVIEW, /* over */
                                              SHOW_REHEARSE, SHOW_REHEARSE, SHOW_REHEARSE};
    s->files[2].held = true; /* another program has it */
    hand_all(s);
    press(s, KEY_HOME_);
    for (size_t i = 0; i < FILES; i++) {
        const struct precis *selected = home_selected(s->folder);
        if (selected == NULL) {
            assert_true(home_new_selected(s->folder));
            press(s, KEY_DOWN_ARROW);
            selected = home_selected(s->folder);
        }
        assert_string_equal(selected->path, s->files[i].path);
        press(s, KEY_RETURN);
        if (selected->state == PRECIS_UNREADABLE) {
            assert_int_equal(s->effects.count, 0);
            assert_non_null(strstr(folder_message(s->folder), "8:3: unknown key titel"));
        } else {
            assert_int_equal(s->effects.count, 1);
            assert_int_equal(s->effects.list[0].type, EFFECT_SHOW);
            assert_int_equal(s->effects.list[0].how, i == 2 ? SHOW_REVIEW : hows[i]);
            assert_string_equal(s->effects.list[0].text, s->files[i].path);
        }
        press(s, KEY_DOWN_ARROW);
    }
}

static const struct effect *name_it(struct scene *s, const char *name) {
    press(s, KEY_CONTROL('u'));
    type(s, name);
    press(s, KEY_RETURN);
    return s->effects.count == 0 ? NULL : &s->effects.list[0];
}

static void a_name_is_made_into_a_path_or_refused(void **state) {
    struct scene *s = *state;
    hand_all(s);
    press(s, 'n');
    assert_int_equal(s->folder->typing, TYPING_NAME);
    assert_string_equal(s->folder->edit.text, "our-meeting.yaml");
    assert_null(name_it(s, "  "));
    assert_null(name_it(s, "../x"));
    assert_null(name_it(s, "/tmp/x"));
    assert_null(name_it(s, ".hidden"));
    assert_null(name_it(s, "-rf"));
    assert_null(name_it(s, "today.yaml"));
    assert_non_null(strstr(folder_message(s->folder), "agendas/today.yaml is there already"));
    assert_null(name_it(s, "today")); /* the ending is added first */
    const struct effect *effect = name_it(s, "May 2017.YML");
    assert_non_null(effect);
    assert_int_equal(effect->how, SHOW_COPY);
    assert_string_equal(effect->text, "agendas/template.yaml");
    assert_string_equal(effect->id, "agendas/May 2017.YML");
    assert_int_equal(s->folder->typing, TYPING_NOTHING);
}

static void what_is_copied_and_carried_has_a_name_proposed(void **state) {
    struct scene *s = *state;
    hand_all(s);
    for (int i = 0; i < 3; i++) {
        press(s, KEY_DOWN_ARROW); /* to the first agenda */
    }
    press(s, 'c');
    assert_string_equal(s->folder->edit.text, "today-2.yaml");
    press(s, KEY_RETURN);
    assert_int_equal(s->effects.list[0].how, SHOW_COPY);
    assert_string_equal(s->effects.list[0].text, "agendas/today.yaml");
    press(s, KEY_END_);
    press(s, KEY_UP_ARROW);
    press(s, KEY_UP_ARROW);
    press(s, 'c'); /* an example: the name is free in one's own folder */
    assert_string_equal(s->folder->edit.text, "scr-response.yaml");
    press(s, KEY_ESCAPE);
    press(s, KEY_UP_ARROW); /* the last session */
    press(s, 'f');
    assert_string_equal(s->folder->edit.text, "HMB-02-follow-up.yaml");
    press(s, KEY_RETURN);
    assert_int_equal(s->effects.list[0].how, SHOW_CARRY);
    assert_string_equal(s->effects.list[0].text, "sessions/e.yaml");
    assert_string_equal(s->effects.list[0].id, "agendas/HMB-02-follow-up.yaml");
}

/* Once something was left everything is read anew, and the file it was about is selected, wherever it is now. */
static void what_was_left_is_selected_again(void **state) {
    struct scene *s = *state;
    hand_all(s);
    folder_update(
        s->folder,
        &(struct msg){.type = MSG_SHOWN, .now = today(), .ok = true, .text = "Kept", .path = "sessions/d.yaml"},
        &s->effects);
    assert_int_equal(s->effects.count, 1);
    assert_int_equal(s->effects.list[0].type, EFFECT_READ_ANEW);
    assert_string_equal(folder_message(s->folder), "Kept");
    assert_null(home_selected(s->folder));
    hand_all(s);
    assert_string_equal(home_selected(s->folder)->path, "sessions/d.yaml");
    /* without a path it is the row that was selected */
    press(s, KEY_UP_ARROW);
    const char *before = home_selected(s->folder)->path;
    folder_update(s->folder, &(struct msg){.type = MSG_SHOWN, .now = today(), .ok = true}, &s->effects);
    hand_all(s);
    assert_string_equal(home_selected(s->folder)->path, before);
}

static void with_examples_alone_it_is_the_first_time(void **state) {
    struct scene *s = *state;
    const uint32_t places[] = {15, 14, 16, 17};
    hand(s, places, 2, false);
    assert_false(s->folder->home->first_time); /* that is not known yet */
    hand(s, places + 2, 2, true);
    assert_true(s->folder->home->first_time);
    const char *paths[FILES + TEMPLATES];
    size_t new_at = 0;
    assert_int_equal(rows_of(s->folder, paths, &new_at), 3);
    assert_string_equal(paths[0], "/opt/share/candour/agendas/scr-response.yaml");
    assert_int_equal(new_at, 1); /* behind the one to rehearse */
    assert_string_equal(home_template(s->folder), "/opt/share/candour/agendas/template.yaml");
    struct buffer text = {0};
    folder_home_text(s->folder, &text);
    assert_string_equal(text.bytes, "Begin here\n"
                                    "  example       no date     HSCB HMB-07  Meeting  "
                                    "/opt/share/candour/agendas/scr-response.yaml\n"
                                    "  template      /opt/share/candour/agendas/template.yaml\n"
                                    "Examples\n"
                                    "  example       no date     HSCB HMB-07  Meeting  "
                                    "/opt/share/candour/agendas/follow-up.yaml\n"
                                    "  example       no date     HSCB HMB-07  Meeting  "
                                    "/opt/share/candour/agendas/written.yaml\n");
    buffer_free(&text);
}

/* An agenda that was begun and is not over says so; only what is where meetings are kept counts. */
static void an_unfinished_meeting_of_an_agenda_is_known(void **state) {
    struct scene *s = *state;
    s->files[3].review = "HMB-02"; /* the review of the sessions */
    hand_all(s);
    assert_string_equal(home_unfinished(s->folder, &s->files[3])->path, "sessions/b.yaml");
    assert_null(home_unfinished(s->folder, &s->files[4]));
}

#define HOME_TEST(test) cmocka_unit_test_setup_teardown(test, begin, end)

int main(void) {
    const struct CMUnitTest tests[] = {
        HOME_TEST(the_order_is_the_same_however_they_come),
        HOME_TEST(enter_does_what_each_is_for),
        HOME_TEST(a_name_is_made_into_a_path_or_refused),
        HOME_TEST(what_is_copied_and_carried_has_a_name_proposed),
        HOME_TEST(what_was_left_is_selected_again),
        HOME_TEST(with_examples_alone_it_is_the_first_time),
        HOME_TEST(an_unfinished_meeting_of_an_agenda_is_known),
    };
    setlocale(LC_CTYPE, "C.UTF-8");
    return cmocka_run_group_tests_name("home", tests, NULL, NULL);
}
