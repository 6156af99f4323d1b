/* What the tests of carry share: an arena and problems for each test, and an agenda looked into. */
#ifndef CANDOUR_TESTS_FORMAT_CARRY_H
#define CANDOUR_TESTS_FORMAT_CARRY_H

#include "candour/format/carry.h"
#include "format_files.h"
#include "support/sitting.h"

static struct arena *arena;
static struct diags problems;

static inline int setup(void **state) {
    (void)state;
    arena = arena_new();
    diags_begin(&problems, arena);
    return 0;
}

static inline int teardown(void **state) {
    (void)state;
    arena_free(arena);
    return 0;
}

static inline struct stamp noon(int year, int month, int dayofmonth) {
    return (struct stamp){.at = instant_of(day_of(year, month, dayofmonth), 12 * 60, 0)};
}

static inline const struct carried *carried_of(const struct meeting *meeting, struct stamp now) {
    struct carry_from from = {.path = "sessions/x.yaml", .name = "x.yaml", .meeting = meeting};
    return carry(&from, 1, now, &problems, arena);
}

static inline const struct item *item_called(const struct carried *carried, const char *title) {
    const struct item *items = carried->agenda->items.items;
    for (size_t i = 0; i < carried->agenda->items.count; i++)
        if (strcmp(items[i].title, title) == 0)
            return &items[i];
    return NULL;
}

/* The item must be there. */
static inline const struct item *item_of(const struct carried *carried, const char *title) {
    const struct item *item = item_called(carried, title);
    if (!item)
        fail_msg("there is no item '%s'", title);
    return item;
}

static inline const char *prompt_of(const struct item *item, const char *begins) {
    for (size_t i = 0; i < item->prompts.count; i++)
        if (strncmp(item->prompts.items[i], begins, strlen(begins)) == 0)
            return item->prompts.items[i];
    fail_msg("no prompt of '%s' begins with '%s'", item->title, begins);
    return "";
}

/* The first words of all prompts, up to a blank: "A1 A2". */
static inline const char *first_words(const struct item *item) {
    const char *words = "";
    for (size_t i = 0; i < item->prompts.count; i++)
        words = arena_format(arena, "%s%s%.*s", words, *words ? " " : "", (int)strcspn(item->prompts.items[i], " "),
                             item->prompts.items[i]);
    return words;
}

static inline const char *titles(const struct carried *carried) {
    const struct item *items = carried->agenda->items.items;
    const char *all = "";
    for (size_t i = 0; i < carried->agenda->items.count; i++)
        all = arena_format(arena, "%s%s %s\n", all, items[i].id, items[i].title);
    return all;
}

static inline const char *written(const struct carried *carried) {
    struct buffer out = {0};
    carry_write(carried, &out);
    const char *text = arena_copy(arena, out.bytes, out.length);
    buffer_free(&out);
    return text;
}

static inline void must_check_clean(const struct carried *carried) {
    const char *text = written(carried);
    struct loaded loaded = must_load(arena, text, strlen(text));
    struct buffer again = {0};
    assert_false(loaded.session);
    save_agenda(loaded.agenda, &again);
    assert_string_equal(strstr(text, "candour: 1\n"), again.bytes);
    buffer_free(&again);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

#endif
