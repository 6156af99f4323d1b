/* tests/bad: files with the mistakes people make, and word for word what they are told. Each NAME.yaml stands beside a
 * NAME.txt; the places in it were written down by hand before the program had seen the file. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <dirent.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "candour/base/arena.h"
#include "candour/base/buffer.h"
#include "candour/format/load.h"

#define FOLDER "tests/bad/"

/* How many files there are: one that went missing would else go unnoticed. */
enum { FILES = 105, FILE_MOST = 1 << 20 };

static const char *read_file(struct arena *arena, const char *path, size_t *length) {
    FILE *file = fopen(path, "rb");
    if (file == NULL)
        return NULL;
    char *bytes = arena_alloc(arena, FILE_MOST);
    *length = fread(bytes, 1, FILE_MOST - 1, file);
    fclose(file);
    return bytes;
}

static const char *read_included(void *context, const char *name, struct arena *arena, const char **bytes,
                                 size_t *length) {
    (void)context;
    *bytes = read_file(arena, arena_format(arena, FOLDER "%s", name), length);
    return *bytes == NULL ? "no such file" : NULL;
}

static char *told(struct arena *arena, const char *name, bool *loaded) {
    struct diags diags;
    struct loaded out;
    struct buffer text = {0};
    struct load_from from = {.name = name, .read = read_included, .check_outcome = true};
    from.bytes = read_file(arena, arena_format(arena, FOLDER "%s", name), &from.length);
    diags_begin(&diags, arena);
    *loaded = load_meeting(&from, arena, &diags, &out);
    assert_int_equal(*loaded, out.meeting != NULL);
    diags_write(&diags, &text);
    char *copy = arena_copy(arena, text.bytes, text.length);
    buffer_free(&text);
    return copy;
}

static bool check_one(const char *name) {
    struct arena *arena = arena_new();
    size_t length;
    bool loaded = true;
    const char *found = told(arena, name, &loaded);
    const char *expected =
        read_file(arena, arena_format(arena, FOLDER "%.*s.txt", (int)(strlen(name) - 5), name), &length);
    bool good = !loaded && expected != NULL && strcmp(found, expected) == 0;
    if (!good)
        print_error("%s: expected\n%s\nfound\n%s\n", name, expected != NULL ? expected : "(no .txt)", found);
    arena_free(arena);
    return good;
}

static void every_mistake_is_named_at_its_place(void **state) {
    (void)state;
    int files = 0;
    int wrong = 0;
    DIR *folder = opendir(FOLDER);
    assert_non_null(folder);
    for (struct dirent *entry; (entry = readdir(folder)) != NULL;) {
        size_t length = strlen(entry->d_name);
        if (length < 5 || strcmp(entry->d_name + length - 5, ".yaml") != 0)
            continue;
        files++;
        wrong += !check_one(entry->d_name);
    }
    closedir(folder);
    assert_int_equal(wrong, 0);
    assert_int_equal(files, FILES);
}

/* The ten of the design, in its own words: line, column and what kind. */
static void the_broken_agenda_has_its_ten_problems(void **state) {
    (void)state;
    static const struct {
        int line, column;
        const char *what;
    } expected[] = {
        {8, 3, "unknown key titel"},
        {9, 13, "not a date"},
        {12, 9, "not one of its choices"},
        {13, 10, "not a time"},
        {19, 7, "duplicate id POL (first at 17:7)"},
        {24, 3, "missing title"},
        {28, 12, "not a number of minutes"},
        {30, 14, "no such agency or person CSS"},
        {34, 3, "duplicate key minutes"},
        {38, 5, "no such finding F9"},
    };
    static const char *const hints[] = {"did you mean title?",
                                        NULL,
                                        "did you mean extraordinary?",
                                        NULL,
                                        NULL,
                                        NULL,
                                        NULL,
                                        "did you mean CSC?",
                                        NULL,
                                        NULL};
    struct arena *arena = arena_new();
    struct diags diags;
    struct loaded out;
    struct load_from from = {.name = "broken"};
    from.bytes = read_file(arena, FOLDER "broken.yaml", &from.length);
    diags_begin(&diags, arena);
    assert_false(load_meeting(&from, arena, &diags, &out));
    assert_int_equal(diags.count, 10);
    for (size_t i = 0; i < 10; i++) {
        assert_int_equal(diags.list[i].line, expected[i].line);
        assert_int_equal(diags.list[i].column, expected[i].column);
        assert_non_null(strstr(diags.list[i].what, expected[i].what));
        if (hints[i] != NULL)
            assert_string_equal(diags.list[i].hint, hints[i]);
    }
    arena_free(arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_mistake_is_named_at_its_place),
        cmocka_unit_test(the_broken_agenda_has_its_ten_problems),
    };
    setlocale(LC_CTYPE, "C.UTF-8");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
