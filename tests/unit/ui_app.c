/* The app as a value: the same msgs give the same app, views change nothing, and no keys in any order bring it down. */
#include "ui_form_room.h"

#include "candour/ui/app.h"

/* A driver that keeps nothing but answers. */
struct driven {
    struct app *app;
    struct canvas canvas;
    struct stamp now;
    bool full;    /* keeping fails */
    bool failed;  /* at the last answer */
    size_t keeps; /* asked for */
    size_t kept;  /* events at the last answer that it worked */
    bool draft, ended;
};

static struct driven begun(const struct draft *draft) {
    struct driven driven = {.now = NOW};
    const char *guard[] = {"Tamsin"};
    struct app_setup setup = {.meeting = meeting,
                              .session = "sessions/x.yaml",
                              .program = "candour test",
                              .draft = draft,
                              .guard = guard,
                              .guard_count = 1,
                              .bell = true,
                              .rows = 24,
                              .columns = 80,
                              .now = NOW};
    driven.app = app_new(&setup);
    return driven;
}

static void end(struct driven *driven) {
    app_free(driven->app);
    canvas_free(&driven->canvas);
}

static void send(struct driven *driven, struct msg msg);

static void fulfil(struct driven *driven, enum effect_type type) {
    struct msg answer = {.type = MSG_KEPT, .ok = !driven->full, .text = driven->full ? "disk full" : NULL};
    switch (type) {
    case EFFECT_KEEP:
    case EFFECT_KEEP_AT:
        driven->keeps++;
        driven->failed = driven->full;
        driven->kept = driven->full ? driven->kept : app_meeting(driven->app)->event_count;
        send(driven, answer);
        break;
    case EFFECT_EDITOR:
        send(driven, (struct msg){.type = MSG_EDITED, .ok = true, .text = "Written\nelsewhere"});
        break;
    case EFFECT_LEAVE:
        driven->ended = !driven->full;
        if (driven->full) {
            send(driven, (struct msg){.type = MSG_LEFT, .text = "disk full"});
        }
        break;
    case EFFECT_QUIT:
        driven->ended = true;
        break;
    case EFFECT_DRAFT:
    case EFFECT_DRAFT_GONE:
        driven->draft = type == EFFECT_DRAFT;
        break;
    default:
        break;
    }
}

static void send(struct driven *driven, struct msg msg) {
    struct effects effects;
    msg.now = driven->now;
    app_update(driven->app, &msg, &effects);
    for (size_t i = 0; i < effects.count; i++) {
        fulfil(driven, effects.list[i].type);
    }
}

static void press(struct driven *driven, key k) {
    send(driven, (struct msg){.type = MSG_KEY, .key = k});
}

static void type(struct driven *driven, const char *text) {
    for (; *text != '\0'; text++) {
        press(driven, *text == '\n' ? KEY_RETURN : (key)(unsigned char)*text);
    }
}

static void frame(struct driven *driven, struct buffer *out) {
    app_view(driven->app, driven->now, &driven->canvas);
    canvas_dump(&driven->canvas, true, out);
}

static uint32_t random_next(uint32_t *seed) {
    *seed = *seed * 1664525U + 1013904223U;
    return *seed >> 8;
}

/* Keys a hand finds, those of forms, and anything else now and then. */
static key random_key(uint32_t *seed) {
    static const char often[] = "caneh fpxAwsvDki{}[]+-uUqb/:?\r\r\r\x1b\x1b\x13\t NPSMHTF123gyacdlo";
    uint32_t which = random_next(seed) % 12;
    if (which < 8) {
        return (key)(unsigned char)often[random_next(seed) % (sizeof often - 1)];
    }
    return which < 10 ? KEY_NONE + random_next(seed) % (KEY_LAST - KEY_NONE) : random_next(seed) % 0x2FFF;
}

/* Wherever it is pressed, once or twice, and however the wheel turns: nothing is recorded, and nothing ends. */
static void random_mouse(struct driven *driven, uint32_t *seed) {
    size_t events = app_meeting(driven->app)->event_count;
    struct msg press = {
        .type = MSG_CLICK, .row = (int)(random_next(seed) % 42) - 1, .column = (int)(random_next(seed) % 212) - 1};
    struct msg turn = {.type = MSG_WHEEL, .step = random_next(seed) % 2 == 0 ? -1 : 1};
    bool twice = random_next(seed) % 2 == 0;
    send(driven, random_next(seed) % 4 == 0 ? turn : press);
    if (twice) {
        send(driven, press);
    }
    assert_int_equal(app_meeting(driven->app)->event_count, events);
    assert_false(driven->ended);
}

static void random_step(struct driven *driven, uint32_t *seed) {
    static const int steps[] = {0, 0, 10, 300, 700, 1000, 61000};
    driven->now.at += steps[random_next(seed) % 7];
    switch (random_next(seed) % 60) {
    case 0:
        driven->full = !driven->full;
        break;
    case 1:
        send(driven, (struct msg){.type = MSG_PASTE, .text = "pasted \xE2\x80\xAE text\r\nand more"});
        break;
    case 2:
        send(driven, (struct msg){.type = MSG_RESIZE,
                                  .rows = 1 + (int)(random_next(seed) % 40),
                                  .columns = 1 + (int)(random_next(seed) % 210)});
        break;
    case 3:
        driven->now.at += 40 * MS_SECOND;
        send(driven, (struct msg){.type = MSG_TIME});
        break;
    case 4:
        send(driven, (struct msg){.type = MSG_NOTICE, .text = "said by the shell"});
        break;
    case 5:
    case 6:
    case 7:
    case 8:
        random_mouse(driven, seed);
        break;
    default:
        press(driven, random_key(seed));
        break;
    }
}

static void steps_hold(struct driven *driven) {
    instant next = app_next_change(driven->app, driven->now.at);
    struct buffer shown = {0};
    assert_true(next >= driven->now.at);
    frame(driven, &shown);
    assert_true(driven->failed || driven->kept == app_meeting(driven->app)->event_count || driven->keeps == 0);
    assert_non_null(app_message(driven->app));
    buffer_free(&shown);
}

static void no_keys_bring_it_down(void **state) {
    (void)state;
    for (uint32_t run = 0; run < 12; run++) {
        struct arena *own = arena;
        room_begin(NULL);
        struct driven driven = begun(NULL);
        uint32_t seed = 77 + run;
        press(&driven, KEY_RETURN);
        for (int i = 0; i < 700 && !driven.ended; i++) {
            random_step(&driven, &seed);
            steps_hold(&driven);
        }
        end(&driven);
        arena_free(arena);
        arena = own;
    }
}

static void run_once(uint32_t start, struct buffer *out) {
    struct driven driven = begun(NULL);
    uint32_t seed = start;
    press(&driven, KEY_RETURN);
    for (int i = 0; i < 300 && !driven.ended; i++) {
        random_step(&driven, &seed);
    }
    frame(&driven, out);
    buffer_text(out, app_message(driven.app));
    end(&driven);
}

static void the_same_msgs_give_the_same_app(void **state) {
    (void)state;
    struct arena *own = arena;
    struct meeting *before = meeting;
    for (uint32_t seed = 1; seed < 6; seed++) {
        struct buffer frames[2] = {{0}, {0}};
        for (int i = 0; i < 2; i++) {
            room_begin(NULL);
            run_once(seed, &frames[i]);
            arena_free(arena);
        }
        assert_string_equal(frames[0].bytes, frames[1].bytes);
        buffer_free(&frames[0]);
        buffer_free(&frames[1]);
    }
    arena = own;
    meeting = before;
}

static void a_view_changes_nothing(void **state) {
    (void)state;
    struct driven driven = begun(NULL);
    struct buffer first = {0}, second = {0};
    press(&driven, KEY_RETURN);
    type(&driven, "cNP");
    frame(&driven, &first);
    driven.now.at += MS_MINUTE;
    buffer_clear(&second);
    frame(&driven, &second);
    driven.now.at -= MS_MINUTE;
    buffer_clear(&second);
    frame(&driven, &second);
    assert_string_equal(first.bytes, second.bytes);
    buffer_free(&first);
    buffer_free(&second);
    end(&driven);
}

static void what_is_confirmed_was_kept(void **state) {
    (void)state;
    struct driven driven = begun(NULL);
    press(&driven, KEY_RETURN);
    driven.now.at += MS_SECOND;
    press(&driven, 'g'); /* the room ran for an hour: it went on; too soon, so not taken */
    driven.now.at += MS_SECOND;
    press(&driven, 'g');
    struct effects effects;
    size_t events = meeting->event_count;
    type(&driven, "nWords");
    struct msg enter = {.type = MSG_KEY, .key = KEY_RETURN, .now = driven.now};
    app_update(driven.app, &enter, &effects);
    assert_int_equal(meeting->event_count, events + 1);
    assert_int_equal(effects.count, 1);
    assert_int_equal(effects.list[0].type, EFFECT_KEEP);
    /* not a word of it before the answer */
    assert_null(strstr(app_message(driven.app), "recorded"));
    send(&driven, (struct msg){.type = MSG_KEPT, .ok = true});
    assert_non_null(strstr(app_message(driven.app), "N2 recorded: Words. Saved 14:30:02"));
    end(&driven);
}

static void a_signal_keeps_what_is_open_and_writes_no_event(void **state) {
    (void)state;
    struct driven driven = begun(NULL);
    press(&driven, KEY_RETURN);
    driven.now.at += MS_SECOND;
    press(&driven, 'g');
    type(&driven, "nHalf a word");
    size_t events = meeting->event_count;
    struct effects effects;
    struct msg signal = {.type = MSG_SIGNAL, .now = driven.now};
    app_update(driven.app, &signal, &effects);
    assert_int_equal(effects.count, 2);
    assert_int_equal(effects.list[0].type, EFFECT_DRAFT);
    assert_string_equal(effects.list[0].draft.act, "note");
    assert_int_equal(effects.list[1].type, EFFECT_QUIT);
    assert_int_equal(meeting->event_count, events);
    end(&driven);
}

static void a_draft_is_offered_while_its_record_was_not_kept(void **state) {
    (void)state;
    struct draft_field field = {"text", "Half a word"};
    struct draft draft = {.act = "note", .events = (uint32_t)meeting->event_count, .fields = &field, .count = 1};
    struct driven driven = begun(&draft);
    struct buffer shown = {0};
    frame(&driven, &shown);
    assert_non_null(strstr(shown.bytes, "a half-typed note from before"));
    end(&driven);
    buffer_clear(&shown);
    draft.events = (uint32_t)meeting->event_count - 1;
    driven = begun(&draft);
    frame(&driven, &shown);
    assert_null(strstr(shown.bytes, "half-typed"));
    end(&driven);
    buffer_free(&shown);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(no_keys_bring_it_down, room_begin, room_end),
        cmocka_unit_test_setup_teardown(the_same_msgs_give_the_same_app, room_begin, room_end),
        cmocka_unit_test_setup_teardown(a_view_changes_nothing, room_begin, room_end),
        cmocka_unit_test_setup_teardown(what_is_confirmed_was_kept, room_begin, room_end),
        cmocka_unit_test_setup_teardown(a_signal_keeps_what_is_open_and_writes_no_event, room_begin, room_end),
        cmocka_unit_test_setup_teardown(a_draft_is_offered_while_its_record_was_not_kept, room_begin, room_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
