/* The meeting line by line: what a line does, what is said of it, and that nothing but text is ever said. */
#include "ui_form_room.h"

#include <stdio.h>

#include "candour/base/text.h"
#include "candour/ui/app.h"
#include "candour/ui/commands.h"
#include "candour/ui/edit.h"
#include "candour/ui/plain.h"

struct heard {
    struct app *app;
    struct plain *plain;
    struct stamp now;
    struct buffer said;
    bool full, ended, draft;
};

static struct heard begun(bool typed) {
    struct heard heard = {.now = NOW};
    static const char *const guard[] = {"Tamsin"};
    struct app_setup setup = {.meeting = meeting,
                              .session = "sessions/x.yaml",
                              .program = "candour test",
                              .guard = guard,
                              .guard_count = 1,
                              .linear = true,
                              .rows = PLAIN_ROWS,
                              .columns = PLAIN_COLUMNS,
                              .now = NOW};
    heard.app = app_new(&setup);
    heard.plain = plain_new(heard.app, typed);
    return heard;
}

static void end(struct heard *heard) {
    plain_free(heard->plain);
    app_free(heard->app);
    buffer_free(&heard->said);
}

static void send(struct heard *heard, struct msg msg);

static void fulfil(struct heard *heard, enum effect_type type) {
    switch (type) {
    case EFFECT_KEEP:
    case EFFECT_KEEP_AT:
        send(heard, (struct msg){.type = MSG_KEPT, .ok = !heard->full, .text = heard->full ? "disk full" : NULL});
        break;
    case EFFECT_LEAVE:
    case EFFECT_QUIT:
        heard->ended = true;
        break;
    case EFFECT_DRAFT:
    case EFFECT_DRAFT_GONE:
        heard->draft = type == EFFECT_DRAFT;
        break;
    default:
        break;
    }
}

static void send(struct heard *heard, struct msg msg) {
    struct effects effects;
    msg.now = heard->now;
    plain_update(heard->plain, &msg, &effects);
    for (size_t i = 0; i < effects.count; i++) {
        fulfil(heard, effects.list[i].type);
    }
}

/* What is said is said by whole lines, and of text alone: no controls, no boxes, blocks or digits made of them. */
static void check_said(const struct buffer *said, size_t from) {
    const char *text = said->length == 0 ? "" : said->bytes;
    assert_true(said->length == from || text[said->length - 1] == '\n');
    for (size_t at = from; at < said->length;) {
        uint32_t code = 0;
        size_t used = utf8_read(text + at, said->length - at, &code);
        assert_int_not_equal(used, 0);
        assert_true(code == '\n' || (code >= ' ' && code != 0x7f && !(code >= 0x80 && code < 0xa0)));
        assert_false(code >= 0x2500 && code <= 0x259f);
        at += used;
    }
}

static void hear(struct heard *heard) {
    size_t from = heard->said.length;
    plain_say(heard->plain, heard->now, &heard->said);
    check_said(&heard->said, from);
}

/* A line, and what it led to alone. */
static const char *line(struct heard *heard, const char *text) {
    buffer_clear(&heard->said);
    heard->now.at += MS_SECOND;
    send(heard, (struct msg){.type = MSG_LINE, .text = text});
    hear(heard);
    return heard->said.length == 0 ? "" : heard->said.bytes;
}

static const char *pass(struct heard *heard, int64_t ms) {
    buffer_clear(&heard->said);
    heard->now.at += ms;
    send(heard, (struct msg){.type = MSG_TIME});
    hear(heard);
    return heard->said.length == 0 ? "" : heard->said.bytes;
}

static void has(const char *said, const char *text) {
    if (strstr(said, text) == NULL) {
        print_message("not said: %s\nbut: %s\n", text, said);
    }
    assert_non_null(strstr(said, text));
}

static void done(const struct heard *heard) {
    if (plain_refused(heard->plain) != NULL) {
        print_message("refused: %s\n", plain_refused(heard->plain));
    }
    assert_null(plain_refused(heard->plain));
}

static void refused(const struct heard *heard, const char *why) {
    assert_non_null(plain_refused(heard->plain));
    has(plain_refused(heard->plain), why);
}

static const char *asked(struct heard *heard) {
    static char text[600];
    struct buffer out = {0};
    plain_prompt(heard->plain, &out);
    snprintf(text, sizeof text, "%s", out.bytes);
    buffer_free(&out);
    return text;
}

/* In the meeting: it went on while the program was not there. */
static struct heard open_room(bool typed) {
    struct heard heard = begun(typed);
    line(&heard, "open");
    line(&heard, "it went on");
    done(&heard);
    return heard;
}

/* --- the tables --- */

static void every_command_is_reached_by_its_name(void **state) {
    (void)state;
    size_t count, reached = 0;
    const struct command *all = commands_all(&count);
    for (size_t i = 0; i < count; i++) {
        if (all[i].act == NULL) {
            continue; /* the list's alone */
        }
        struct heard heard = command_at(all + i, AT_MEETING) ? open_room(false) : begun(false);
        line(&heard, all[i].name);
        const char *why = plain_refused(heard.plain);
        if (why != NULL && (strstr(why, "is not a command") != NULL || strstr(why, "does nothing here") != NULL)) {
            fail_msg("%s: %s", all[i].name, why);
        }
        end(&heard);
        reached++;
        arena_free(arena);
        room_begin(NULL);
    }
    assert_true(reached > 70);
}

static void every_command_and_word_has_help(void **state) {
    (void)state;
    size_t count;
    const struct command *all = commands_all(&count);
    struct heard heard = open_room(false);
    struct buffer whole = {0};
    buffer_text(&whole, line(&heard, "help"));
    for (size_t i = 0; i < count; i++) {
        if (all[i].act != NULL && command_at(all + i, AT_MEETING)) {
            has(whole.bytes, all[i].help);
            has(line(&heard, arena_format(arena, "help %s", all[i].name)), all[i].help);
            done(&heard);
        }
    }
    for (size_t i = 0; plain_words(i) != NULL; i++) {
        /* a word of its own never hides a command */
        assert_null(command_by_name(AT_MEETING, plain_words(i)->word));
        assert_null(command_by_name(AT_START, plain_words(i)->word));
        has(whole.bytes, plain_words(i)->help);
        has(line(&heard, arena_format(arena, "help %s", plain_words(i)->word)), plain_words(i)->help);
        line(&heard, plain_words(i)->word);
        const char *why = plain_refused(heard.plain);
        assert_true(why == NULL || strstr(why, "is not a command") == NULL);
    }
    line(&heard, "help nonsense");
    refused(&heard, "'nonsense' is no command");
    buffer_free(&whole);
    end(&heard);
}

/* --- acts --- */

static void a_quick_form_records_and_is_confirmed(void **state) {
    (void)state;
    struct heard heard = open_room(false);
    has(line(&heard, "c NPS>MHT F1 Why was it not seen?"),
        "C2 recorded: National Probation Service to Mental Health Trust, F1. Saved 14:30:03\n");
    done(&heard);
    has(line(&heard, ":note All agreed to meet"), "N2 recorded");
    has(line(&heard, "show C2"), "As put: Why was it not seen?\n");
    has(heard.said.bytes, "Put by: NPS National Probation Service\n");
    has(line(&heard, "again"), "As put: Why was it not seen?\n");
    has(line(&heard, "records"), "C2, open, NPS National Probation Service to MHT Mental Health Trust, on F1: Why");
    line(&heard, "c NPS>XXX words");
    refused(&heard, "XXX");
    line(&heard, "recrods");
    refused(&heard, "'recrods' is not a command");
    end(&heard);
}

static void a_command_opens_the_meeting_first(void **state) {
    (void)state;
    struct heard heard = begun(false);
    has(line(&heard, "help where"), "where:");
    line(&heard, "show F1");
    refused(&heard, "the meeting is not open yet");
    /* the hole in the clock is asked about before anything is done */
    has(line(&heard, "note Words"), "The meeting is opened first.\n");
    refused(&heard, "'note Words' was not done: answer this first");
    has(heard.said.bytes, "Answer g: it went on, s: it stopped, p: it went on for a part.\n");
    line(&heard, "next");
    refused(&heard, "is no answer to what is asked");
    has(line(&heard, "where"), "I2 Findings F1 to F3: ");
    done(&heard);
    has(line(&heard, "s"), "The meeting stopped: ");
    has(line(&heard, "note Words"), "N2 recorded");
    end(&heard);
}

static void a_form_is_asked_field_by_field(void **state) {
    (void)state;
    struct heard heard = open_room(false);
    has(line(&heard, "challenge"), "Challenge C2.\n");
    has(asked(&heard), "Put by (Who challenges");
    has(asked(&heard), "; needed): ");
    line(&heard, "zzz");
    refused(&heard, "'zzz' is no code that may stand here");
    has(line(&heard, ":list police"), "POL Harrowmere Police\n");
    has(line(&heard, "probation"), "Put by: National Probation Service\n");
    has(asked(&heard), "Put to (");
    line(&heard, ":back");
    has(asked(&heard), "; now: NPS): ");
    line(&heard, ""); /* keeps what is there */
    line(&heard, "MHT");
    assert_true(heard.draft);
    line(&heard, "");
    refused(&heard, "this is needed before it can be saved");
    has(line(&heard, "::colon first"), "C2 recorded");
    has(line(&heard, "show C2"), "As put: :colon first\n");
    end(&heard);
}

static void words_of_a_form_and_texts_of_lines(void **state) {
    (void)state;
    struct heard heard = open_room(false);
    line(&heard, "note");
    has(asked(&heard), "Words (");
    has(line(&heard, ":help"), ":text: Several lines for this field");
    line(&heard, ":nonsense");
    refused(&heard, "':nonsense' is no word of a form");
    line(&heard, ":text");
    line(&heard, "One");
    line(&heard, "..two");
    assert_true(heard.draft);
    has(line(&heard, "."), "N2 recorded: One .two");
    assert_string_equal(((const struct note *)meeting_record(meeting, "N2")->now)->text, "One\n.two");
    line(&heard, "note");
    line(&heard, ":more");
    line(&heard, "Later");
    has(asked(&heard), "one of ");
    line(&heard, "decl");
    done(&heard);
    has(line(&heard, ":fields"), "declaration");
    has(line(&heard, ":save"), "N3 recorded");
    line(&heard, "note");
    has(line(&heard, ":cancel"), "Left without recording\n");
    has(asked(&heard), "> ");
    end(&heard);
}

static void a_line_too_long_changes_nothing(void **state) {
    (void)state;
    struct heard heard = open_room(false);
    char *text = arena_alloc(arena, EDIT_MOST + 2);
    memset(text, 'x', EDIT_MOST + 1);
    line(&heard, "note");
    line(&heard, text);
    refused(&heard, "a line holds at most 64 KiB, this one has 65537 bytes");
    has(asked(&heard), "Words (");
    text[EDIT_MOST] = '\0';
    line(&heard, text);
    done(&heard);
    assert_int_equal(strlen(((const struct note *)meeting_record(meeting, "N2")->now)->text), EDIT_MOST);
    end(&heard);
}

/* --- questions --- */

static void leaving_an_item_asks_at_a_terminal_alone(void **state) {
    (void)state;
    struct heard heard = open_room(true);
    line(&heard, "c NPS>MHT F1 Why?");
    has(line(&heard, "next"), "Leave I2?\n");
    has(heard.said.bytes, "C2 is open: it is neither answered nor settled.\n");
    /* what was typed ahead is no answer */
    buffer_clear(&heard.said);
    heard.now.at += 400;
    send(&heard, (struct msg){.type = MSG_LINE, .text = "next"});
    refused(&heard, "typed before the question was asked");
    assert_string_equal(meeting->items[meeting->current].item->id, "I2");
    has(line(&heard, "next"), "I3 Read-back started");
    assert_string_equal(meeting->items[meeting->current].item->id, "I3");
    has(line(&heard, "back"), "Leave I3?\n");
    line(&heard, "stay");
    assert_string_equal(meeting->items[meeting->current].item->id, "I3");
    end(&heard);
}

static void a_script_leaves_an_item_at_once(void **state) {
    (void)state;
    struct heard heard = open_room(false);
    line(&heard, "c NPS>MHT F1 Why?");
    has(line(&heard, "next"), "Leave I2? It is left all the same:\nC1 is open");
    has(heard.said.bytes, "C2 is open: it is neither answered nor settled.\n");
    done(&heard);
    assert_string_equal(meeting->items[meeting->current].item->id, "I3");
    has(line(&heard, "leave"), "Answer a: adjourn, c: close, Esc: stay.\n");
    buffer_clear(&heard.said);
    send(&heard, (struct msg){.type = MSG_LINE, .text = "adjourn"}); /* in the same instant */
    done(&heard);
    assert_true(heard.ended);
    end(&heard);
}

static void a_guarded_word_is_recorded_anyway_when_it_is_said_so(void **state) {
    (void)state;
    struct heard heard = open_room(false);
    line(&heard, "anyway");
    refused(&heard, "Nothing was stopped");
    line(&heard, "note Tamsin House");
    refused(&heard, "'Tamsin' is on the guard list; anyway records it all the same");
    has(line(&heard, "anyway"), "N2 recorded");
    line(&heard, "note");
    line(&heard, "Tamsin House");
    refused(&heard, "'Tamsin' is on the guard list; :anyway records it all the same");
    has(line(&heard, ":anyway"), "N3 recorded");
    end(&heard);
}

/* --- what comes by itself --- */

static void time_and_blank(void **state) {
    (void)state;
    struct heard heard = open_room(false);
    line(&heard, "start I1");
    assert_string_equal(pass(&heard, 0), "");
    /* 10 minutes: 7:30 is three quarters */
    struct stamp before = heard.now;
    assert_int_equal(plain_next_change(heard.plain, heard.now.at) - before.at <= MS_MINUTE, true);
    for (int i = 0; i < 30; i++) {
        pass(&heard, 15 * MS_SECOND - (i == 0));
    }
    assert_string_equal(heard.said.bytes, "");
    assert_string_equal(pass(&heard, 1), "TIME: I1 has used three quarters of its 10 minutes, 2:30 left.\n");
    assert_string_equal(pass(&heard, 10), "");
    for (int i = 0; i < 10; i++) {
        pass(&heard, 15 * MS_SECOND);
    }
    assert_string_equal(heard.said.bytes, "TIME: the 10 minutes of I1 are used up.\n");
    for (int i = 0; i < 20; i++) {
        pass(&heard, 15 * MS_SECOND);
    }
    assert_string_equal(heard.said.bytes, "TIME: I1 is 5 min over its 10 minutes.\n");
    has(line(&heard, "b"), "BLANK here and on the second screen.");
    for (int i = 0; i < 25; i++) {
        assert_string_equal(pass(&heard, 15 * MS_SECOND), "");
    }
    assert_string_equal(line(&heard, "where"), "");
    refused(&heard, "blank");
    has(line(&heard, "b"), "Shown again.\n");
    end(&heard);
}

static void what_is_not_kept_is_said(void **state) {
    (void)state;
    struct heard heard = open_room(false);
    heard.full = true;
    has(line(&heard, "note Words"), "NOT SAVED since 14:30:03: disk full.");
    has(heard.said.bytes, "N2 recorded: Words. NOT SAVED yet\n");
    heard.full = false;
    has(pass(&heard, MS_SECOND), "saved");
    end(&heard);
}

/* --- screens --- */

static void every_screen_is_said(void **state) {
    (void)state;
    static const struct {
        const char *name, *said;
    } screens[] = {
        {"meeting", "I2 Findings F1 to F3: "},
        {"findings", "F1 Adult-facing services do not see the child: no position yet"},
        {"challenges", "Challenges: 1, 1 open\nC1, open, "},
        {"agreements", "A1, "},
        {"agencies", "POL Harrowmere Police: attendance not recorded"},
        {"marker", "Q1 "},
        {"time", "I1 Opening: to come, information, planned 10 minutes\n"},
        {"log", "I2"},
    };
    struct heard heard = open_room(false);
    for (size_t i = 0; i < sizeof screens / sizeof *screens; i++) {
        has(line(&heard, screens[i].name), screens[i].said);
        done(&heard);
        line(&heard, "down");
        assert_true(heard.said.length > 0);
    }
    has(line(&heard, "look F1"), "position: no position yet\n");
    has(line(&heard, "wordings C1"), "First said at ");
    has(line(&heard, "show CHR"), "CHR, Independent Chair\n");
    has(line(&heard, "agenda"), "I3 Read-back: to come, decision, planned 10 minutes\n");
    end(&heard);
}

/* --- bytes --- */

static void bytes_become_text(void **state) {
    (void)state;
    static const struct {
        const char *bytes;
        size_t length;
        const char *text, *note;
    } cases[] = {
        {"plain\r", 6, "plain", NULL},
        {"a\tb", 3, "a b", NULL},
        {"a\0b", 3, "ab", "1 control character"},
        {"\x1b[2Jx\x07", 6, "[2Jx", "2 control characters"},
        {"a\xff\xc3z", 4, "a\xef\xbf\xbd\xef\xbf\xbdz", "2 bytes in this line that are no UTF-8"},
        {"\xc3\xa9", 2, "\xc3\xa9", NULL},
        {"", 0, "", NULL},
        {"\r", 1, "", NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *note = NULL;
        assert_string_equal(plain_line_text(cases[i].bytes, cases[i].length, arena, &note), cases[i].text);
        assert_int_equal(note == NULL, cases[i].note == NULL);
        if (note != NULL) {
            has(note, cases[i].note);
        }
    }
}

static uint32_t random_next(uint32_t *seed) {
    *seed = *seed * 1664525U + 1013904223U;
    return *seed >> 8;
}

/* Names and what may follow them, answers, words of forms, and things nobody types. */
static const char *random_line(uint32_t *seed) {
    static const char *const lines[] = {
        "y",
        "n",
        "Esc",
        "stay",
        "",
        ":save",
        ":cancel",
        ":text",
        ".",
        ":more",
        ":fields",
        ":list",
        "NPS",
        "MHT",
        "F1",
        "words",
        "+6w",
        "next",
        "show C1",
        "again",
        "where",
        "all",
        "g",
        "Space",
        "Enter",
        "up",
        "b",
        "b",
        "undo",
        "redo",
        "close",
        "leave",
        "help",
        "p F1 acc Words",
        "c NPS>MHT F1 Why",
        "a @CSC due:+6w Words",
        "readback all",
        "assent A1 CSC agreed",
        "\xEF\xBF\xBD\xE2\x80\xAE sideways",
        "#",
        ":",
        "::x",
        "..",
        ":clear",
        ":back",
        ":field W",
        "log kind:challenges",
        "search words",
        "show nothing",
        "focus F2",
        "anyway",
        "command",
        "filter",
        "wordings C1",
        "heard POL",
    };
    size_t count, which = random_next(seed) % 3;
    const struct command *all = commands_all(&count);
    return which == 0 ? all[random_next(seed) % count].name : lines[random_next(seed) % (sizeof lines / sizeof *lines)];
}

static void no_lines_bring_it_down(void **state) {
    (void)state;
    for (uint32_t round = 1; round <= 40; round++) {
        uint32_t seed = round;
        struct heard heard = begun(round % 2 == 0);
        for (int i = 0; i < 150; i++) {
            if (random_next(&seed) % 20 == 0) {
                heard.full = !heard.full;
                pass(&heard, (int64_t)(random_next(&seed) % 3) * 30 * MS_SECOND);
            }
            line(&heard, random_line(&seed));
            asked(&heard);
        }
        end(&heard);
        arena_free(arena);
        room_begin(NULL);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(every_command_is_reached_by_its_name, room_begin, room_end),
        cmocka_unit_test_setup_teardown(every_command_and_word_has_help, room_begin, room_end),
        cmocka_unit_test_setup_teardown(a_quick_form_records_and_is_confirmed, room_begin, room_end),
        cmocka_unit_test_setup_teardown(a_command_opens_the_meeting_first, room_begin, room_end),
        cmocka_unit_test_setup_teardown(a_form_is_asked_field_by_field, room_begin, room_end),
        cmocka_unit_test_setup_teardown(words_of_a_form_and_texts_of_lines, room_begin, room_end),
        cmocka_unit_test_setup_teardown(a_line_too_long_changes_nothing, room_begin, room_end),
        cmocka_unit_test_setup_teardown(leaving_an_item_asks_at_a_terminal_alone, room_begin, room_end),
        cmocka_unit_test_setup_teardown(a_script_leaves_an_item_at_once, room_begin, room_end),
        cmocka_unit_test_setup_teardown(a_guarded_word_is_recorded_anyway_when_it_is_said_so, room_begin, room_end),
        cmocka_unit_test_setup_teardown(time_and_blank, room_begin, room_end),
        cmocka_unit_test_setup_teardown(what_is_not_kept_is_said, room_begin, room_end),
        cmocka_unit_test_setup_teardown(every_screen_is_said, room_begin, room_end),
        cmocka_unit_test_setup_teardown(bytes_become_text, room_begin, room_end),
        cmocka_unit_test_setup_teardown(no_lines_bring_it_down, room_begin, room_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
