/* Whatever is typed, in whatever order: forms and the quick form stay whole, and nothing of it is lost unseen. */
#include "ui_form_room.h"

#include "candour/base/text.h"
#include "candour/ui/quick.h"

static uint32_t seed;

static uint32_t any(uint32_t below) {
    seed = seed * 1664525U + 1013904223U;
    return (seed >> 8) % below;
}

static key any_key(void) {
    static const key specials[] = {
        KEY_LEFT_ARROW,
        KEY_RIGHT_ARROW,
        KEY_UP_ARROW,
        KEY_DOWN_ARROW,
        KEY_PAGE_UP,
        KEY_PAGE_DOWN,
        KEY_HOME_,
        KEY_END_,
        KEY_BACKTAB,
        KEY_RUBOUT,
        KEY_DELETE,
        KEY_INSERT,
        KEY_WORD_LEFT,
        KEY_WORD_RIGHT,
        KEY_F1,
        KEY_TAB,
        KEY_RETURN,
        KEY_ESCAPE,
        0x301,
        0x1F469,
        0x200D,
        0x1F1EB,
        0x4f1a,
        0x202e,
        0xfffd,
        0x85,
        0xd800,
        0x10ffff,
        KEY_CONTROL('w'),
        KEY_CONTROL('u'),
        KEY_CONTROL('k'),
        KEY_CONTROL('y'),
        KEY_CONTROL('j'),
        KEY_CONTROL('s'),
    };
    if (any(3) == 0)
        return specials[any(sizeof specials / sizeof *specials)];
    static const char letters[] = "PpOolLnNsSmMfF123+-:, ;'w 27-03adeio";
    return (key)(unsigned char)letters[any(sizeof letters - 1)];
}

static void look_at(const struct form *form, struct canvas *canvas) {
    int rows = 5 + (int)any(30), columns = 30 + (int)any(90);
    canvas_begin(canvas, rows, columns);
    form_view(form, area_all(canvas), NOW);
    assert_in_range(canvas->cursor_row, 1, rows - 1);
    assert_in_range(canvas->cursor_column, 1, columns - 1);
    const struct cell *cell = &canvas->cells[canvas->cursor_row * columns + canvas->cursor_column];
    assert_int_equal(cell->look, LOOK_FIELD);
}

static void hold(const struct form *form, struct arena *scratch) {
    struct draft draft = form_draft(form, scratch);
    assert_true(draft.place < draft.count);
    for (size_t i = 0; i < draft.count; i++) {
        size_t length = strlen(draft.fields[i].text);
        assert_int_equal(utf8_invalid_at(draft.fields[i].text, length), length);
    }
    struct form *again = form_open(form_spec_of(form), meeting, NULL, form_id(form), false, NOW);
    form_restore(again, &draft);
    struct draft copy = form_draft(again, scratch);
    for (size_t i = 0; i < draft.count; i++)
        assert_string_equal(copy.fields[i].text, draft.fields[i].text);
    form_close(again);
    assert_non_null(form_record(form, scratch));
    if (!form_touched(form))
        assert_int_equal(form_changed(form), 0);
}

static void press_at_random(const struct form_spec *spec) {
    struct arena *scratch = arena_new();
    struct canvas canvas = {0};
    struct form *form = form_open(spec, meeting, NULL, any(2) ? "C1" : NULL, any(2), NOW);
    for (int i = 0; i < 150; i++) {
        form_size(form, 5 + (int)any(30), 30 + (int)any(90));
        enum form_result result = form_key(form, any_key(), NOW);
        if (result == FORM_EDITOR)
            form_edited(form, "from\r\nthe editor\xff");
        if (any(20) == 0)
            form_paste(form, "POL, 31 mar\r\naccepted\x1b", NOW);
        if (any(5) == 0)
            look_at(form, &canvas);
    }
    hold(form, scratch);
    form_close(form);
    canvas_free(&canvas);
    arena_free(scratch);
}

static void any_keys_into_any_form(void **state) {
    (void)state;
    size_t count;
    const struct form_spec *specs = specs_all(&count);
    seed = 20261123;
    for (size_t i = 0; i < count; i++)
        press_at_random(&specs[i]);
}

/* The words of a line with single blanks between, `--` left out. */
static const char *plain(const char *text, struct arena *scratch) {
    char *out = arena_text(scratch, "");
    for (char *word = strtok(arena_text(scratch, text), " "); word != NULL; word = strtok(NULL, " "))
        if (strcmp(word, "--") != 0)
            out = arena_format(scratch, "%s%s ", out, word);
    return out;
}

static void any_line_in_the_quick_form(void **state) {
    (void)state;
    static const char *const pieces[] = {"NPS>MHT", "@POL", "+CSC", "#F1",   "F2",   "!now", "due:+6w", "dew:1",
                                         "@XX",     "--",   ">",    "words", "10",   "!",    "A1",      "pol",
                                         "é",       ":",    "due:", "I3",    "part", "not",  "+",       "reason:x"};
    static const char *const acts[] = {"c", "a", "n", "e", "p", "f", "h", "x", "skip", "park", "withdraw", "assent"};
    seed = 7;
    for (int i = 0; i < 1500; i++) {
        struct arena *scratch = arena_new();
        struct value_room room = {meeting, stamp_day(NOW), scratch};
        const char *act = acts[any(sizeof acts / sizeof *acts)];
        char *line = arena_text(scratch, "");
        for (uint32_t words = any(8); words > 0; words--)
            line = arena_format(scratch, "%s%s ", line, pieces[any(sizeof pieces / sizeof *pieces)]);
        struct quick said;
        void *record = arena_alloc(scratch, quick_shape(act)->size);
        bool taken = quick_into(&room, act, line, record, &said);
        assert_true(taken == (said.fault == NULL));
        assert_non_null(said.act);
        /* none of the pieces is a mark of a note: every one stays */
        if (strcmp(act, "n") == 0 && ((struct note *)record)->text != NULL)
            assert_string_equal(plain(((struct note *)record)->text, scratch), plain(line, scratch));
        struct pickables none = {0};
        char *whole = arena_format(scratch, "%s %s", act, line);
        size_t cursor = any((uint32_t)strlen(whole) + 1);
        struct quick_completion c = quick_complete(&room, &none, whole, cursor);
        assert_true(c.from <= cursor && c.to >= cursor);
        arena_free(scratch);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(any_keys_into_any_form),
        cmocka_unit_test(any_line_in_the_quick_form),
    };
    return cmocka_run_group_tests(tests, room_begin, room_end);
}
