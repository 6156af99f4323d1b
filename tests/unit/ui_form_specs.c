/* The table of forms: it names fields that exist, and asks for everything an act needs. */
#include "ui_form_room.h"

#include "candour/base/text.h"

/* What the caller sets itself, for want of a field a person could fill. */
static bool set_by_caller(const struct form_spec *spec, const char *name) {
    static const char *const acts[] = {"extend", "answer", "settle", "readback", "defer"};
    if (strcmp(name, "id") == 0)
        return true;
    for (size_t i = 0; i < sizeof acts / sizeof *acts; i++)
        if (strcmp(spec->act, acts[i]) == 0)
            return true;
    return false;
}

static bool asks(const struct form_spec *spec, const char *name) {
    for (size_t i = 0; i < spec->count; i++)
        if (strcmp(spec->fields[i].key, name) == 0)
            return true;
    return false;
}

static void every_field_exists_once(void **state) {
    (void)state;
    size_t count;
    const struct form_spec *specs = specs_all(&count);
    for (size_t i = 0; i < count; i++) {
        assert_ptr_equal(spec_of(specs[i].act), &specs[i]);
        assert_true(specs[i].count > 0);
        assert_in_range(specs[i].first, 1, specs[i].count);
        for (size_t j = 0; j < specs[i].count; j++) {
            const struct form_spec alone = {.fields = specs[i].fields, .count = j};
            assert_non_null(shape_field(specs[i].shape, specs[i].fields[j].key));
            assert_false(asks(&alone, specs[i].fields[j].key));
        }
    }
}

static void what_an_act_needs_comes_first(void **state) {
    (void)state;
    size_t count;
    const struct form_spec *specs = specs_all(&count);
    for (size_t i = 0; i < count; i++) {
        const struct form_spec first = {.fields = specs[i].fields, .count = specs[i].first};
        for (size_t j = 0; j < specs[i].shape->count; j++) {
            const struct field *field = &specs[i].shape->fields[j];
            if ((field->flags & FIELD_REQUIRED) != 0 && !set_by_caller(&specs[i], field->key) &&
                !asks(&first, field->key))
                fail_msg("%s does not ask for %s first", specs[i].act, field->key);
        }
    }
}

static void every_need_is_of_a_choice(void **state) {
    (void)state;
    size_t count;
    const struct form_spec *specs = specs_all(&count);
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < specs[i].need_count; j++) {
            const struct form_need *need = &specs[i].needs[j];
            assert_true(asks(&specs[i], need->key));
            assert_true(asks(&specs[i], need->other));
            const struct field *other = shape_field(specs[i].shape, need->other);
            assert_int_equal(other->type, FIELD_CHOICE);
            assert_true(need->values < 2U << other->choices->count);
        }
}

static void records_are_asked_for_whole(void **state) {
    (void)state;
    for (int kind = 0; kind < RECORD_KINDS; kind++) {
        const struct shape *shape = record_shape((enum record_kind)kind);
        const struct form_spec *spec = spec_of(record_word((enum record_kind)kind));
        assert_ptr_equal(spec->shape, shape);
        assert_int_equal(spec->count, shape->count - 1); /* all but the id */
    }
}

static void every_form_opens_and_shows(void **state) {
    (void)state;
    size_t count;
    const struct form_spec *specs = specs_all(&count);
    struct canvas canvas = {0};
    canvas_begin(&canvas, 24, 80);
    for (size_t i = 0; i < count; i++) {
        struct form *form = form_open(&specs[i], meeting, NULL, NULL, false, NOW);
        canvas_clear(&canvas);
        form_view(form, area_all(&canvas), NOW);
        assert_true(canvas.cursor_row >= 1);
        assert_int_equal(form_changed(form), 0);
        assert_false(form_touched(form));
        form_close(form);
    }
    canvas_free(&canvas);
    assert_null(spec_of("nothing"));
    assert_null(spec_of(NULL));
}

/* In a window of 80 columns a form has 45, and two rows of 42 for the help of a field. */
static void every_help_is_read_whole(void **state) {
    (void)state;
    size_t count;
    const struct form_spec *specs = specs_all(&count);
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < specs[i].count; j++) {
            const char *help = shape_field(specs[i].shape, specs[i].fields[j].key)->help;
            if (help != NULL && text_wrap(arena, help, strlen(help), 42).count > 2)
                fail_msg("%s, %s: %s", specs[i].act, specs[i].fields[j].key, help);
        }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_field_exists_once),    cmocka_unit_test(what_an_act_needs_comes_first),
        cmocka_unit_test(every_need_is_of_a_choice),  cmocka_unit_test(records_are_asked_for_whole),
        cmocka_unit_test(every_form_opens_and_shows), cmocka_unit_test(every_help_is_read_whole),
    };
    return cmocka_run_group_tests(tests, room_begin, room_end);
}
