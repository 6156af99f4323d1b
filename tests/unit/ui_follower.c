/* The second screen: when it shows anything at all, and that its picture changes exactly when it says so. */
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "candour/base/buffer.h"
#include "candour/core/reading.h"
#include "candour/ui/follower.h"
#include "support/random_meeting.h"
#include "support/sitting.h"

static struct arena *arena;
static struct sitting s;
static struct follower *follower;
static struct canvas canvas;
static struct follower_news news;

static int begin(void **state) {
    struct follower_setup setup = {.rows = 24, .columns = 80};
    (void)state;
    arena = arena_new();
    s = sitting_open(arena);
    start(&s, "13:30", "I1");
    follower = follower_new(&setup);
    news = (struct follower_news){.told = TOLD_SHOWN, .held = HELD_BY_SOMEBODY};
    return 0;
}

static int end(void **state) {
    (void)state;
    follower_free(follower);
    canvas_free(&canvas);
    arena_free(arena);
    return 0;
}

static void hear(instant now) {
    static const struct audience board = {0};
    news.room = room_of(s.m, (struct stamp){.at = now}, &board, arena);
    follower_hear(follower, &news, now);
}

static const char *picture(instant now) {
    struct buffer out = {0};
    follower_view(follower, (struct stamp){.at = now}, &canvas);
    canvas_dump(&canvas, true, &out);
    const char *text = arena_copy(arena, out.bytes, out.length);
    buffer_free(&out);
    return text;
}

static bool shows(instant now, const char *text) {
    return strstr(picture(now), text) != NULL;
}

static void press(key k) {
    struct effects effects;
    follower_update(follower, &(struct msg){.type = MSG_KEY, .key = k}, &effects);
}

static void nothing_is_shown_before_it_is_read(void **state) {
    (void)state;
    instant now = at("13:31");
    assert_string_equal(picture(now) + strspn(picture(now), "\n"), "");
    assert_true(follower_next_change(follower, now) == INT64_MAX);
    /* the file is there, its lock file is just coming into being: nobody knows yet */
    news.told = TOLD_ILLEGIBLE;
    hear(now);
    assert_false(shows(now, "I1"));
    news.told = TOLD_SHOWN;
    hear(now);
    assert_true(shows(now, "I1 Opening"));
    /* a session that nobody has open needs no lock file */
    follower_free(follower);
    follower = follower_new(&(struct follower_setup){.rows = 24, .columns = 80});
    news.told = TOLD_NOTHING;
    hear(now);
    assert_true(shows(now, "I1 Opening"));
}

/* Whatever is heard and pressed in whatever order: something of the meeting is on the screen only when this screen was
 * not blanked here, the last that was told of it was that it is shown, and the session can be read. */
static void it_is_never_shown_when_it_is_to_be_blank(void **state) {
    (void)state;
    struct chance c = chance_of(5);
    bool own = false;
    bool blank = false;
    bool good = false;
    instant bad = 0;
    instant now = at("13:31");
    size_t shown = 0;
    hear(now);
    good = true;
    for (int i = 0; i < 20000; i++) {
        now += chance_below(&c, 400);
        uint32_t what = chance_below(&c, 10);
        if (what == 0) {
            press('b');
            own = !own;
        } else if (what == 1) {
            static const key others[] = {'?', 'x', ' ', KEY_RETURN, KEY_ESCAPE, KEY_CONTROL('l')};
            press(others[chance_below(&c, 6)]);
        } else if (what == 2) {
            struct effects effects;
            int rows = (int)chance_below(&c, 60);
            follower_update(follower, &(struct msg){.type = MSG_RESIZE, .rows = rows, .columns = 3 * rows}, &effects);
        } else {
            news.told = (enum follower_told)chance_below(&c, 4);
            news.held = (enum follower_held)chance_below(&c, 3);
            news.signal = chance_percent(&c, 30) ? (enum follower_signal)chance_below(&c, 6) : SIGNAL_GOOD;
            blank = news.told == TOLD_BLANK || (blank && news.told != TOLD_SHOWN);
            good = news.signal == SIGNAL_GOOD;
            bad = good ? 0 : bad == 0 ? now : bad;
            hear(now);
        }
        bool may = !own && !blank && (good || (now - bad < 750 && news.signal < SIGNAL_SILENT));
        bool is = shows(now, "I1");
        shown += is;
        if (is && !may) {
            fail_msg("step %d: it is shown though own %d blank %d signal %d", i, own, blank, (int)news.signal);
        }
    }
    assert_true(shown > 2000);
}

/* Each 50 ms the picture is looked at: when it is another one, that was announced, and never late. */
static void it_changes_when_it_says(int from_seconds, int seconds, size_t expected) {
    instant now = at("13:30") + (instant)from_seconds * MS_SECOND;
    const char *before = picture(now);
    instant announced = follower_next_change(follower, now);
    size_t changes = 0;
    for (instant end = now + (instant)seconds * MS_SECOND; now < end; now += 50) {
        const char *after = picture(now);
        if (strcmp(before, after) != 0) {
            changes++;
            assert_true(announced <= now);
        }
        assert_true(announced > now - 50);
        if (announced <= now) {
            announced = follower_next_change(follower, now);
            assert_true(announced > now);
        }
        before = after;
    }
    assert_int_equal(changes, expected);
}

static void the_picture_changes_when_it_says(void **state) {
    (void)state;
    hear(at("13:30:01"));
    it_changes_when_it_says(440, 20, 19); /* over 75 % */
    it_changes_when_it_says(595, 12, 12); /* over zero, which has no sign */
    news.held = HELD_BY_NOBODY;
    hear(at("13:30:01"));
    it_changes_when_it_says(50, 20, 19);   /* its age gets to a minute */
    it_changes_when_it_says(3590, 20, 10); /* to an hour: then no figure goes on */
    news.held = HELD_UNSURE;
    hear(at("13:30:01"));
    it_changes_when_it_says(50, 20, 19);
    plain(&s, "13:32", DO_PAUSE);
    news.held = HELD_BY_SOMEBODY;
    hear(at("13:32:01"));
    it_changes_when_it_says(121, 200, 0);
    assert_true(follower_next_change(follower, at("13:33")) == INT64_MAX);
}

/* The figure is the one the chair reads, at every tenth of a second round zero. */
static void it_shows_the_chairs_figure(void **state) {
    (void)state;
    hear(at("13:30:01"));
    for (instant now = at("13:39:55"); now < at("13:40:05"); now += 100) {
        char text[24];
        struct canvas expected = {0};
        struct buffer row = {0};
        left_text(meeting_left(s.m, 0, now), text);
        canvas_begin(&expected, 7, 76);
        draw_scaled(area_all(&expected), 0, 0, LOOK_CLOCK, text, 7);
        canvas_dump(&expected, false, &row);
        const char *first = strtok(row.bytes, "\n");
        if (!shows(now, first)) {
            fail_msg("not %s:\n%s", text, picture(now));
        }
        buffer_free(&row);
        canvas_free(&expected);
    }
}

/* By the clock of another computer, one behind the meeting's own. */
static void a_clock_behind_shows_no_figure(void **state) {
    (void)state;
    hear(at("13:29:59"));
    assert_true(shows(at("13:29:59"), "of 10 min")); /* a second or two is nothing */
    assert_false(shows(at("13:29:59"), "behind"));
    hear(at("13:29:20"));
    assert_true(shows(at("13:29:20"), "This computer's clock is 40 s behind the meeting's: no time is shown"));
    assert_false(shows(at("13:29:20"), "of 10 min"));
    assert_true(shows(at("13:29:20"), "I1 Opening"));
    assert_int_equal(follower_next_change(follower, at("13:29:20")), at("13:29:21"));
}

static void any_window_is_drawn_in(void **state) {
    (void)state;
    hear(at("13:30:01"));
    for (int rows = 0; rows < 90; rows += rows < 14 ? 1 : 7) {
        for (int columns = 0; columns < 310; columns += columns < 44 ? 1 : 19) {
            struct effects effects;
            follower_update(follower, &(struct msg){.type = MSG_RESIZE, .rows = rows, .columns = columns}, &effects);
            for (int signal = 0; signal < 2; signal++) {
                news.signal = signal == 0 ? SIGNAL_GOOD : SIGNAL_GONE;
                hear(at("13:31"));
                picture(at("13:32"));
            }
            assert_int_equal(canvas.rows, rows);
            assert_int_equal(canvas.columns, columns);
        }
    }
}

static void its_own_keys(void **state) {
    struct effects effects;
    char name[16];
    (void)state;
    hear(at("13:31"));
    follower_update(follower, &(struct msg){.type = MSG_KEY, .key = 'q'}, &effects);
    assert_int_equal(effects.count, 1);
    assert_int_equal(effects.list[0].type, EFFECT_QUIT);
    follower_update(follower, &(struct msg){.type = MSG_KEY, .key = KEY_CONTROL('l')}, &effects);
    assert_int_equal(effects.list[0].type, EFFECT_REDRAW);
    follower_update(follower, &(struct msg){.type = MSG_SIGNAL}, &effects);
    assert_int_equal(effects.list[0].type, EFFECT_QUIT);
    const char *before = picture(at("13:31"));
    for (key k = 0; k < KEY_LAST; k = k == 0x7f ? KEY_NONE : k + 1) {
        if (k != 'b' && k != '?' && k != KEY_F1) {
            press(k);
        }
    }
    assert_string_equal(picture(at("13:31")), before);
    for (size_t i = 0; i < 5; i++) {
        assert_non_null(follower_key_help(i, name));
        assert_true(name[0] != '\0');
    }
    assert_null(follower_key_help(5, name));
}

/* --- line by line --- */

static struct follower_said *lines;

static const char *said_at(const char *clock) {
    struct buffer out = {0};
    follower_say(lines, follower, at_clock(clock), &out);
    const char *text = arena_copy(arena, out.length == 0 ? "" : out.bytes, out.length);
    buffer_free(&out);
    return text;
}

static const char *heard_at(const char *clock) {
    hear(at(clock));
    return said_at(clock);
}

static void a_line_is_said_when_what_is_seen_changes(void **state) {
    (void)state;
    lines = follower_said_new();
    assert_string_equal(heard_at("13:31"), "I1 Opening: information. 9:00 left of 10 minutes\n");
    assert_string_equal(heard_at("13:31:01"), "");
    challenge(&s, "13:32", "C1", "NPS", "MHT");
    const char *first = heard_at("13:32");
    assert_non_null(strstr(first, "C1 National Probation Service to Mental Health Trust, open"));
    assert_null(strstr(first, "I1 Opening"));
    /* 7:30 of 10 minutes are used at 13:37:30 */
    assert_string_equal(said_at("13:37:29"), "");
    assert_string_equal(said_at("13:37:30"), "A quarter of the 10 minutes of I1 is left\n");
    assert_string_equal(said_at("13:40"), "");
    assert_string_equal(said_at("13:40:01"), "The 10 minutes of I1 are used up\n");
    assert_string_equal(said_at("13:45"), "I1 is 5 minutes over\n");
    undo(&s, "13:46", "13:32");
    assert_string_equal(heard_at("13:46"), "C1 is not shown any more\n");
    plain(&s, "13:47", DO_PAUSE);
    assert_string_equal(heard_at("13:47"), "I1 Opening: information. paused, +7:00 over the 10 minutes\n");
    start(&s, "13:48", "I2");
    assert_string_equal(heard_at("13:48"), "I2 The child's experience: information. 5:00 left of 5 minutes\n");
    follower_said_free(lines);
}

static void nothing_is_said_while_it_is_blank(void **state) {
    (void)state;
    lines = follower_said_new();
    news.told = TOLD_BLANK;
    challenge(&s, "13:32", "C1", "NPS", "MHT");
    assert_string_equal(heard_at("13:33"), "BLANK: nothing is shown\n");
    start(&s, "13:34", "I2");
    assert_string_equal(heard_at("13:34"), "");
    news.told = TOLD_SHOWN;
    assert_string_equal(heard_at("13:35"), "I2 The child's experience: information. 4:00 left of 5 minutes\n");
    follower_update(follower, &(struct msg){.type = MSG_LINE, .text = "b"}, &(struct effects){0});
    assert_string_equal(said_at("13:35"), "BLANK: nothing is shown\n");
    follower_update(follower, &(struct msg){.type = MSG_LINE, .text = "b"}, &(struct effects){0});
    news.signal = SIGNAL_GONE;
    hear(at("13:36"));
    assert_string_equal(said_at("13:36:01"), "NO SIGNAL. The session file is not there.\n");
    struct effects effects = {0};
    follower_update(follower, &(struct msg){.type = MSG_LINE, .text = "q"}, &effects);
    assert_int_equal(effects.list[0].type, EFFECT_QUIT);
    follower_said_free(lines);
}

int main(void) {
    if (setlocale(LC_CTYPE, "C.UTF-8") == NULL) {
        setlocale(LC_CTYPE, "en_US.UTF-8");
    }
#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, end)
    const struct CMUnitTest tests[] = {
        TEST(nothing_is_shown_before_it_is_read),
        TEST(it_is_never_shown_when_it_is_to_be_blank),
        TEST(the_picture_changes_when_it_says),
        TEST(it_shows_the_chairs_figure),
        TEST(a_clock_behind_shows_no_figure),
        TEST(any_window_is_drawn_in),
        TEST(its_own_keys),
        TEST(a_line_is_said_when_what_is_seen_changes),
        TEST(nothing_is_said_while_it_is_blank),
    };
    return cmocka_run_group_tests_name("ui: follower", tests, NULL, NULL);
}
