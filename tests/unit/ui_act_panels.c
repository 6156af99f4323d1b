/* Panels under random keys: go-round, read-back, drafts and closing stay whole whatever happens under them. */
#include <stdio.h>

#include "ui_form_room.h"

#include "candour/ui/app.h"

static struct agreement drafted[] = {
    {.id = "D1", .text = "Ask in every adult appointment", .owner = "MHT"},
    {.id = "D2", .text = "Tamsin's case is read by all"},
};

static struct app *app;
static struct canvas canvas;
static struct stamp now;
static bool ended;

static void send(struct msg msg) {
    struct effects effects;
    msg.now = now;
    app_update(app, &msg, &effects);
    size_t count = effects.count;
    enum effect_type types[EFFECTS_MOST];
    for (size_t i = 0; i < count; i++) {
        types[i] = effects.list[i].type;
    }
    for (size_t i = 0; i < count; i++) {
        if (types[i] == EFFECT_KEEP) {
            send((struct msg){.type = MSG_KEPT, .ok = true});
        }
        ended = ended || types[i] == EFFECT_LEAVE || types[i] == EFFECT_QUIT;
    }
}

static void press(key k) {
    send((struct msg){.type = MSG_KEY, .key = k});
}

static void begin(int rows, int columns) {
    static const char *const guard[] = {"Tamsin"};
    struct app_setup setup = {.meeting = meeting,
                              .session = "sessions/x.yaml",
                              .program = "candour test",
                              .guard = guard,
                              .guard_count = 1,
                              .rows = rows,
                              .columns = columns,
                              .now = NOW};
    now = NOW;
    ended = false;
    app = app_new(&setup);
    press(KEY_RETURN);
    now.at += MS_SECOND;
    press('g'); /* the room ran on meanwhile */
}

static void finish(void) {
    app_free(app);
    canvas_free(&canvas);
    canvas = (struct canvas){0};
}

static bool shows(const char *text) {
    struct buffer frame = {0};
    app_view(app, now, &canvas);
    canvas_dump(&canvas, false, &frame);
    bool there = strstr(frame.bytes, text) != NULL;
    buffer_free(&frame);
    return there;
}

static uint32_t random_next(uint32_t *seed) {
    *seed = *seed * 1664525U + 1013904223U;
    return *seed >> 8;
}

static void random_step(uint32_t *seed) {
    static const char often[] = "gggrrrdddtvqq yyyyssearowvecnuUD\r\r\r\x1b\x13\x07[]ab1x";
    static const int steps[] = {0, 10, 600, 1000, 61000};
    static const key arrows[] = {KEY_UP_ARROW, KEY_DOWN_ARROW, KEY_PAGE_UP, KEY_PAGE_DOWN, KEY_HOME_, KEY_END_};
    now.at += steps[random_next(seed) % 5];
    uint32_t which = random_next(seed) % 40;
    if (which == 0) {
        send((struct msg){.type = MSG_RESIZE,
                          .rows = 1 + (int)(random_next(seed) % 40),
                          .columns = 1 + (int)(random_next(seed) % 170)});
    } else if (which < 8) {
        press(arrows[random_next(seed) % 6]);
    } else {
        press((key)(unsigned char)often[random_next(seed) % (sizeof often - 1)]);
    }
}

static void no_order_of_keys_breaks_a_panel(void **state) {
    (void)state;
    room_agenda.proposals = (struct list)LIST(drafted);
    for (uint32_t run = 1; run <= 12; run++) {
        room_begin(NULL);
        begin(24, 80);
        uint32_t seed = run * 7919;
        for (int i = 0; i < 500 && !ended; i++) {
            random_step(&seed);
            assert_true(app_next_change(app, now.at) >= now.at);
            shows("");
        }
        finish();
        room_end(NULL);
    }
    room_agenda.proposals = (struct list){0};
}

static void a_view_changes_no_turn(void **state) {
    (void)state;
    room_begin(NULL);
    begin(24, 80);
    press('g');
    assert_true(shows("GO-ROUND in I2: 0 of 4 heard"));
    /* MHT and NPS were heard, by the challenge only NPS: it comes last */
    assert_true(shows(">> CSC"));
    now.at += 30 * MS_SECOND;
    assert_true(shows("0:30 left of 1 min"));
    now.at -= 20 * MS_SECOND;
    assert_true(shows("0:50 left of 1 min"));
    now.at += 3 * MS_HOUR;
    assert_true(shows("over 1 min"));
    assert_true(shows(">> CSC"));
    finish();
    room_end(NULL);
}

/* Of 28 agencies the one who speaks is seen in every window that is not too small. */
static void who_speaks_is_seen(void **state) {
    (void)state;
    static struct agency many[28];
    static char names[28][16];
    for (size_t i = 0; i < 28; i++) {
        snprintf(names[i], sizeof names[i], "AG%02zu", i);
        many[i] =
            (struct agency){.id = names[i], .name = "An agency with a name of about sixty characters, or so it is"};
    }
    struct list before = room_agenda.agencies;
    many[2] = room_agencies[2];
    many[3] = room_agencies[3];
    room_agenda.agencies = (struct list)LIST(many);
    static const int sizes[][2] = {{12, 40}, {18, 72}, {24, 80}, {60, 200}};
    for (size_t s = 0; s < 4; s++) {
        room_begin(NULL);
        begin(sizes[s][0], sizes[s][1]);
        press('g');
        for (int i = 0; i < 27; i++) {
            assert_true(shows(">> "));
            press(' ');
            now.at += MS_SECOND;
        }
        assert_true(shows(">> NPS"));
        press(' ');
        assert_false(shows("GO-ROUND"));
        assert_non_null(strstr(app_message(app), "go-round done: 28 heard"));
        finish();
        room_end(NULL);
    }
    room_agenda.agencies = before;
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_order_of_keys_breaks_a_panel),
        cmocka_unit_test(a_view_changes_no_turn),
        cmocka_unit_test(who_speaks_is_seen),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
