/* The tables of the meeting file are sound in themselves. What they must say is held by core_format.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "candour/base/text.h"
#include "candour/core/reading.h"
#include "core_shapes.h"

static size_t kept(enum field_type type) {
    static const size_t sizes[] = {
        [FIELD_LINE] = sizeof(char *),
        [FIELD_TEXT] = sizeof(char *),
        [FIELD_ID] = sizeof(char *),
        [FIELD_REF] = sizeof(char *),
        [FIELD_REFS] = sizeof(struct texts),
        [FIELD_LINES] = sizeof(struct texts),
        [FIELD_PATHS] = sizeof(struct texts),
        [FIELD_DATE] = sizeof(day),
        [FIELD_DATES] = sizeof(struct days),
        [FIELD_TIME] = sizeof(struct number),
        [FIELD_MINUTES] = sizeof(struct number),
        [FIELD_COUNT] = sizeof(struct number),
        [FIELD_STAMP] = sizeof(struct stamp),
        [FIELD_CHOICE] = sizeof(int),
        [FIELD_YES_NO] = sizeof(int),
        [FIELD_MAP] = sizeof(void *),
        [FIELD_MAPS] = sizeof(struct list),
        [FIELD_SET] = sizeof(struct amendment),
    };
    return sizes[type];
}

static void fields_lie_inside_and_apart(void **state) {
    (void)state;
    struct shapes shapes = all_shapes();
    for (size_t s = 0; s < shapes.count; s++) {
        const struct shape *shape = shapes.list[s];
        unsigned char used[512] = {0};
        assert_in_range(shape->size, sizeof(void *), sizeof used);
        memset(used, 1, sizeof(void *)); /* extras */
        for (size_t i = 0; i < shape->count; i++) {
            const struct field *field = &shape->fields[i];
            if (is_events(shape, field))
                continue;
            assert_in_range(field->offset + kept(field->type), sizeof(void *), shape->size);
            for (size_t b = 0; b < kept(field->type); b++)
                assert_int_equal(used[field->offset + b]++, 0);
        }
    }
}

static void a_change_of_any_field_fits_a_mask(void **state) {
    (void)state;
    struct shapes shapes = all_shapes();
    for (size_t s = 0; s < shapes.count; s++)
        assert_in_range(shapes.list[s]->count, 1, 64);
}

static void keys_are_words_and_stand_once(void **state) {
    (void)state;
    struct shapes shapes = all_shapes();
    for (size_t s = 0; s < shapes.count; s++) {
        const struct shape *shape = shapes.list[s];
        for (size_t i = 0; i < shape->count; i++) {
            const char *key = shape->fields[i].key;
            assert_int_equal(key[strspn(key, "abcdefghijklmnopqrstuvwxyz_")], 0);
            assert_ptr_equal(shape_field(shape, key), &shape->fields[i]);
            assert_int_equal(shape_place(shape, &shape->fields[i]), i);
        }
        assert_null(shape_field(shape, "nothing"));
        assert_null(shape_field(shape, ""));
    }
}

static void every_field_explains_itself(void **state) {
    (void)state;
    struct shapes shapes = all_shapes();
    for (size_t s = 0; s < shapes.count; s++)
        for (size_t i = 0; i < shapes.list[s]->count; i++) {
            const struct field *field = &shapes.list[s]->fields[i];
            assert_in_range(strlen(field->label), 2, 22);
            assert_in_range(strlen(field->help), 4, 120);
            assert_int_equal(field->help[strlen(field->help) - 1], '.');
            assert_false(text_blank(field->example));
        }
}

static void types_have_what_they_need(void **state) {
    (void)state;
    struct shapes shapes = all_shapes();
    for (size_t s = 0; s < shapes.count; s++)
        for (size_t i = 0; i < shapes.list[s]->count; i++) {
            const struct field *field = &shapes.list[s]->fields[i];
            bool choice = field->type == FIELD_CHOICE || field->type == FIELD_YES_NO;
            bool map = (field->type == FIELD_MAP || field->type == FIELD_MAPS) && !is_events(shapes.list[s], field);
            bool ref = field->type == FIELD_REF || field->type == FIELD_REFS;
            assert_int_equal(choice, field->choices != NULL);
            assert_int_equal(map, field->shape != NULL);
            assert_true(!ref || field->refs != 0);
            assert_true(ref || field->type == FIELD_ID || field->refs == 0);
            assert_true(field->least <= field->most);
        }
}

static bool example_reads(const struct field *field) {
    struct stamp stamp;
    int32_t figure;
    size_t length = strlen(field->example);
    switch (field->type) {
    case FIELD_ID:
    case FIELD_REF:
        return length <= 16 && strspn(field->example, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
                                                      "0123456789-_") == length;
    case FIELD_DATE:
        return day_read(field->example) > 0;
    case FIELD_TIME:
        return time_read(field->example, &figure);
    case FIELD_MINUTES:
        return minutes_read(field->example, &figure) && figure >= field->least && figure <= field->most;
    case FIELD_COUNT:
        return count_read(field->example, &figure) && figure >= field->least && figure <= field->most;
    case FIELD_STAMP:
        return stamp_read(field->example, &stamp);
    case FIELD_CHOICE:
    case FIELD_YES_NO:
        return choice_read(field->choices, field->example) > 0;
    default:
        return strchr(field->example, '\n') == NULL;
    }
}

static void examples_can_be_typed(void **state) {
    (void)state;
    struct shapes shapes = all_shapes();
    for (size_t s = 0; s < shapes.count; s++)
        for (size_t i = 0; i < shapes.list[s]->count; i++)
            if (!example_reads(&shapes.list[s]->fields[i]))
                fail_msg("%s.%s: %s", shapes.list[s]->name, shapes.list[s]->fields[i].key,
                         shapes.list[s]->fields[i].example);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(fields_lie_inside_and_apart),   cmocka_unit_test(a_change_of_any_field_fits_a_mask),
        cmocka_unit_test(keys_are_words_and_stand_once), cmocka_unit_test(every_field_explains_itself),
        cmocka_unit_test(types_have_what_they_need),     cmocka_unit_test(examples_can_be_typed),
    };
    return cmocka_run_group_tests_name("core: the tables", tests, NULL, NULL);
}
