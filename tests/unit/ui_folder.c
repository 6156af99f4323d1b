/* The list of sessions under keys and files in any order: the selection stands on a line, a search finds what is there
 * and nothing else, and nothing that comes late is lost.
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
#include "candour/core/stock.h"
#include "support/sitting.h"

enum { FILES = 40, STEPS = 4000 };

struct listing {
    struct arena *arena;
    struct stock *stock;
    struct folder *folder;
    const struct precis *made[FILES];
    uint32_t handed;
    bool quit;
    uint32_t shown; /* place of the session that was opened last */
};

static struct stamp today(void) {
    struct stamp stamp;
    assert_true(stamp_read("2017-03-05T10:00:00.000+00:00", &stamp));
    return stamp;
}

static uint32_t next_random(uint32_t *seed) {
    *seed = *seed * 1664525U + 1013904223U;
    return *seed >> 8;
}

/* A session of its own review with a few records, a broken file now and then, an agenda. */
static struct precis make(struct arena *arena, uint32_t number) {
    const char *path = arena_format(arena, "d/%03u.yaml", number);
    if (number % 11 == 3)
        return (struct precis){
            .path = path, .state = PRECIS_BROKEN, .problem = "8:3: unknown key titel", .problems = 1};
    if (number % 11 == 7)
        return (struct precis){.path = path, .state = PRECIS_AGENDA};
    struct agenda *agenda = harrowmere_agenda(arena);
    agenda->review->id = arena_format(arena, "HMB-%02u", number % 7);
    agenda->meeting->date = day_of(2016, 1, 1) + (day)(number * 37 % 300);
    struct sitting s = sitting_new(arena, agenda);
    said(&s, "13:28", DO_OPEN, &(struct event_open){.program = "candour"});
    start(&s, "13:30", "I5");
    said(&s, "13:31", DO_CHALLENGE,
         &(struct challenge){.id = "C1",
                             .by = "POL",
                             .to = "ACU",
                             .put = arena_format(arena, "Question number %u?", number),
                             .given = number % 3 == 0 ? "Café answer" : NULL,
                             .respond_by = number % 2 == 0 ? day_of(2016, 12, 1) : 0});
    said(&s, "13:32", DO_AGREEMENT,
         &(struct agreement){.id = "A1",
                             .text = "A named person rings",
                             .owner = number % 5 == 0 ? NULL : "COM",
                             .due = day_of(2017, 3, 1) + (day)(number % 9)});
    return precis_make(summary_later(s.m, today(), arena), path, arena);
}

static int begin(void **state) {
    struct arena *arena = arena_new();
    struct listing *t = arena_alloc(arena, sizeof *t);
    *t = (struct listing){.arena = arena, .stock = stock_new(), .shown = UINT32_MAX};
    for (uint32_t i = 0; i < FILES; i++) {
        struct precis made = make(arena, i);
        struct precis *kept = precis_keep(arena, &made);
        precis_share(t->stock, kept);
        t->made[i] = kept;
    }
    t->folder = folder_new(&(struct folder_setup){.name = "d", .rows = 24, .columns = 80, .now = today()});
    *state = t;
    return 0;
}

static int end(void **state) {
    struct listing *t = *state;
    folder_free(t->folder);
    stock_free(t->stock);
    arena_free(t->arena);
    return 0;
}

static void send(struct listing *t, struct msg msg);

static void hand_over(struct listing *t, uint32_t count) {
    struct session_read read[FILES];
    struct sessions_read all = {.list = read, .listed = true, .files = FILES};
    /* in no order, as threads do it */
    for (; count > 0 && t->handed < FILES; count--, t->handed++) {
        uint32_t place = t->handed * 13 % FILES;
        read[all.count++] = (struct session_read){.place = place, .precis = t->made[place]};
    }
    all.done = t->handed == FILES;
    send(t, (struct msg){.type = MSG_READ, .read = &all});
}

static void send(struct listing *t, struct msg msg) {
    struct effects effects;
    msg.now = today();
    folder_update(t->folder, &msg, &effects);
    for (size_t i = 0; i < effects.count; i++) {
        const struct effect *effect = &effects.list[i];
        t->quit = t->quit || effect->type == EFFECT_QUIT;
        t->shown = effect->type == EFFECT_SHOW ? effect->place : t->shown;
        if (effect->type == EFFECT_READ_ANEW) {
            t->handed = 0;
        }
        if (effect->type == EFFECT_SHOW) {
            assert_string_equal(effect->text, t->made[effect->place]->path);
            assert_int_equal(t->made[effect->place]->state, PRECIS_SESSION);
        }
    }
}

static void key_to(struct listing *t, key k) {
    send(t, (struct msg){.type = MSG_KEY, .key = k});
}

static void type(struct listing *t, const char *text) {
    for (; *text != '\0'; text++) {
        key_to(t, (key)(unsigned char)*text);
    }
}

static void finish_search(struct listing *t) {
    for (int i = 0; i < 1000 && t->folder->search.under_way; i++) {
        send(t, (struct msg){.type = MSG_TIME});
    }
    assert_false(t->folder->search.under_way);
}

/* Every passage of every session that has NEEDLE, by another road. */
static size_t passages_with(const struct listing *t, const char *needle, uint32_t handed) {
    size_t count = 0;
    for (uint32_t i = 0; i < handed; i++) {
        const struct precis *precis = t->made[i * 13 % FILES];
        for (int part = 0; part < PASSAGES_PARTS; part++) {
            const struct passages *block = precis->parts[part];
            for (uint32_t k = 0; block != NULL && k < block->count; k++) {
                count += text_find(passage_text(block, k), needle) != NULL;
            }
        }
    }
    return count;
}

static void a_search_finds_every_place(void **state) {
    struct listing *t = *state;
    const char *const needles[] = {"a", "number 1", "CAF\xc3\x89", "police", "Harrowmere", "rings", "zzz", "?"};
    hand_over(t, 17);
    for (size_t i = 0; i < sizeof needles / sizeof *needles; i++) {
        folder_search_begin(t->folder, needles[i]);
        finish_search(t);
        assert_int_equal(t->folder->search.found, passages_with(t, needles[i], 17));
    }
    /* what is read later is looked through too */
    folder_search_begin(t->folder, "number");
    finish_search(t);
    hand_over(t, FILES);
    finish_search(t);
    assert_int_equal(t->folder->search.found, passages_with(t, "number", FILES));
    for (size_t i = 1; i < t->folder->search.count; i++) {
        const struct hit *a = &t->folder->search.hits[i - 1];
        const struct hit *b = &t->folder->search.hits[i];
        assert_true(t->folder->rank[a->place] <= t->folder->rank[b->place]);
    }
}

/* In each order what is behind is not before, whoever came first. */
static void rows_are_in_order_however_they_came(void **state) {
    struct listing *t = *state;
    while (t->handed < FILES) {
        hand_over(t, 3);
    }
    const struct folder *folder = t->folder;
    assert_int_equal(folder->read, FILES);
    assert_int_equal(folder->count + folder->agendas, FILES);
    for (int sort = 0; sort < SORTS; sort++) {
        for (size_t i = 1; i < folder->count; i++) {
            const struct precis *a = folder->sessions[folder->order[i - 1]];
            const struct precis *b = folder->sessions[folder->order[i]];
            assert_true(a->state <= b->state);
            if (b->state != PRECIS_SESSION) {
                continue;
            }
            assert_true(folder->sort != SORT_LATE || a->late >= b->late);
            assert_true(folder->sort != SORT_DATE || a->met >= b->met);
            assert_true(folder->sort != SORT_REVIEW || strcmp(a->review, b->review) <= 0);
            assert_int_equal(folder->rank[folder->order[i]], i);
        }
        key_to(t, 'o');
    }
}

static void the_selection_goes_with_its_session(void **state) {
    struct listing *t = *state;
    hand_over(t, 10);
    key_to(t, KEY_DOWN_ARROW);
    key_to(t, KEY_DOWN_ARROW);
    uint32_t place = t->folder->order[t->folder->spots[FOLDER_SESSIONS].row];
    while (t->handed < FILES) {
        hand_over(t, 4);
        assert_int_equal(t->folder->order[t->folder->spots[FOLDER_SESSIONS].row], place);
    }
    key_to(t, KEY_RETURN);
    assert_int_equal(t->shown, place);
    /* read anew, it stays with the path */
    key_to(t, 'R');
    hand_over(t, FILES);
    assert_int_equal(t->folder->order[t->folder->spots[FOLDER_SESSIONS].row], place);
}

static key random_key(uint32_t *seed) {
    static const key keys[] = {KEY_UP_ARROW, KEY_DOWN_ARROW,
                               KEY_PAGE_UP,  KEY_PAGE_DOWN,
                               KEY_HOME_,    KEY_END_,
                               KEY_RETURN,   KEY_ESCAPE,
                               KEY_TAB,      KEY_BACKTAB,
                               '/',          ':',
                               '?',          'o',
                               'R',          '1',
                               '2',          '3',
                               '4',          '5',
                               '6',          'a',
                               'n',          0xe9,
                               KEY_RUBOUT,   KEY_DELETE,
                               KEY_F1,       KEY_CONTROL('z')};
    return keys[next_random(seed) % (sizeof keys / sizeof *keys)];
}

static void check_selection(const struct folder *folder) {
    const struct folder_screen *screen = folder_screen_of(folder, folder->screen);
    size_t count = screen->count(folder);
    assert_true(count == 0 || folder->spots[folder->screen].row < count);
}

static void any_keys_and_any_sizes(void **state) {
    struct listing *t = *state;
    struct canvas canvas = {.cursor_row = -1, .cursor_column = -1};
    uint32_t seed = 20170305;
    for (int i = 0; i < STEPS; i++) {
        uint32_t what = next_random(&seed) % 20;
        if (what == 0) {
            hand_over(t, next_random(&seed) % 5);
        } else if (what == 1) {
            send(t, (struct msg){.type = MSG_RESIZE,
                                 .rows = (int)(next_random(&seed) % 70),
                                 .columns = (int)(next_random(&seed) % 220)});
        } else if (what == 2) {
            uint32_t place = next_random(&seed) % FILES;
            struct session_read one = {.place = place, .precis = t->made[place]};
            struct sessions_read read = {.list = &one, .count = t->folder->sessions != NULL ? 1 : 0};
            bool known = place < t->folder->room && t->folder->sessions[place] != NULL;
            read.count = known ? 1 : 0;
            send(t, (struct msg){.type = MSG_SHOWN, .ok = true, .read = &read});
        } else if (what == 3) {
            send(t, (struct msg){.type = MSG_PASTE, .text = "pasted\nwords \x1b[31m"});
        } else if (what == 4) {
            send(t, (struct msg){.type = MSG_CLICK,
                                 .row = (int)(next_random(&seed) % 72) - 1,
                                 .column = (int)(next_random(&seed) % 222) - 1});
        } else if (what == 5) {
            send(t, (struct msg){.type = MSG_WHEEL, .step = next_random(&seed) % 2 == 0 ? -1 : 1});
        } else {
            key_to(t, random_key(&seed));
        }
        check_selection(t->folder);
        folder_view(t->folder, &canvas);
        assert_true(folder_next_change(t->folder, today().at) > today().at);
    }
    assert_false(t->quit);
    canvas_free(&canvas);
}

static void leaving_is_asked_for_once(void **state) {
    struct listing *t = *state;
    key_to(t, 'q');
    assert_true(t->quit);
    t->quit = false;
    send(t, (struct msg){.type = MSG_SIGNAL});
    assert_true(t->quit);
    t->quit = false;
    key_to(t, KEY_CONTROL('c'));
    assert_true(t->quit);
    /* but not while words are typed: there it only leaves the line */
    t->quit = false;
    type(t, "/q");
    key_to(t, KEY_CONTROL('c'));
    assert_false(t->quit);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_search_finds_every_place, begin, end),
        cmocka_unit_test_setup_teardown(rows_are_in_order_however_they_came, begin, end),
        cmocka_unit_test_setup_teardown(the_selection_goes_with_its_session, begin, end),
        cmocka_unit_test_setup_teardown(any_keys_and_any_sizes, begin, end),
        cmocka_unit_test_setup_teardown(leaving_is_asked_for_once, begin, end),
    };
    setlocale(LC_CTYPE, "C.UTF-8");
    return cmocka_run_group_tests_name("ui folder", tests, NULL, NULL);
}
