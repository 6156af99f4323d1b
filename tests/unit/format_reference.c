/* The reference of the format says all that the tables know, and fits a terminal. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <locale.h>
#include <string.h>

#include "candour/base/arena.h"
#include "candour/base/text.h"
#include "candour/core/agenda.h"
#include "candour/core/event.h"
#include "candour/core/record.h"
#include "candour/format/reference.h"

static struct buffer reference;

static int setup(void **state) {
    (void)state;
    reference_write(&reference);
    return 0;
}

static int teardown(void **state) {
    (void)state;
    buffer_free(&reference);
    return 0;
}

/* From FROM on, the line whose first word is WORD, with or without a star, at column INDENT; NULL. */
static const char *line_of(const char *from, int indent, const char *word) {
    size_t length = strlen(word);
    for (const char *line = from; line && *line; line = strchr(line, '\n'), line = line ? line + 1 : NULL) {
        const char *at = line + strspn(line, " ");
        if (at - line != indent || strncmp(at, word, length) != 0)
            continue;
        at += length + (at[length] == '*');
        if (*at == '\n' || *at == ' ')
            return line;
    }
    return NULL;
}

/* A top entry and what belongs to it: up to the next line at the left margin that says something. */
static char *entry_of(struct arena *arena, const char *chapter, const char *word) {
    const char *begin = line_of(strstr(reference.bytes, chapter), 0, word);
    if (!begin)
        fail_msg("'%s' is not in the reference", word);
    const char *end = strchr(begin, '\n');
    while (end && (end[1] == ' ' || end[1] == '\n'))
        end = strchr(end + 1, '\n');
    return arena_copy(arena, begin, end ? (size_t)(end - begin) + 1 : strlen(begin));
}

/* Every field of SHAPE stands in ENTRY behind its own level of blanks, a star where it is needed, and below it what
 * stands in it. */
static void fields_are_there(const char *entry, const struct shape *shape, int indent) {
    for (size_t i = 0; i < shape->count; i++) {
        const struct field *field = &shape->fields[i];
        const char *line = line_of(entry, indent, field->key);
        if (!line)
            fail_msg("'%s' of %s is not in the reference", field->key, shape->name);
        bool starred = line[(size_t)indent + strlen(field->key)] == '*';
        assert_int_equal(starred, (field->flags & FIELD_REQUIRED) != 0);
        if (field->shape)
            fields_are_there(line, field->shape, indent + 4);
    }
}

static void every_section_is_there(void **state) {
    (void)state;
    struct arena *arena = arena_new();
    for (size_t i = 0; i < SHAPE_FILE.count; i++) {
        const struct field *field = &SHAPE_FILE.fields[i];
        const char *entry = entry_of(arena, "\nSECTIONS", field->key);
        assert_int_equal(entry[strlen(field->key)] == '*', (field->flags & FIELD_REQUIRED) != 0);
        if (field->shape)
            fields_are_there(entry, field->shape, 4);
    }
    arena_free(arena);
}

static void every_event_is_there(void **state) {
    (void)state;
    struct arena *arena = arena_new();
    for (int what = 0; what < DO_COUNT; what++)
        fields_are_there(entry_of(arena, "\nEVENTS", event_kinds[what].word), event_kinds[what].shape, 4);
    arena_free(arena);
}

/* The text with its lines and their blanks run together, so that a word that was wrapped is found. */
static char *run_together(struct arena *arena, const char *from) {
    char *text = arena_alloc(arena, strlen(from) + 1);
    size_t length = 0;
    for (; *from; from++) {
        bool white = *from == ' ' || *from == '\n';
        if (!white || (length > 0 && text[length - 1] != ' '))
            text[length++] = white ? ' ' : *from;
    }
    return text;
}

static void choices_are_there(struct arena *arena, const char *text, const struct shape *shape) {
    for (size_t i = 0; i < shape->count; i++) {
        const struct field *field = &shape->fields[i];
        if (field->type == FIELD_CHOICE) {
            char *words = arena_text(arena, "");
            for (size_t c = 0; c < field->choices->count; c++)
                words = arena_format(arena, "%s%s%s", words, c == 0 ? "" : ", ", field->choices->words[c]);
            assert_non_null(strstr(text, arena_format(arena, "(%s)", words)));
        }
        if (field->shape)
            choices_are_there(arena, text, field->shape);
    }
}

static void every_choice_is_there(void **state) {
    (void)state;
    struct arena *arena = arena_new();
    const char *text = run_together(arena, reference.bytes);
    choices_are_there(arena, text, &SHAPE_FILE);
    for (int what = 0; what < DO_COUNT; what++)
        choices_are_there(arena, text, event_kinds[what].shape);
    arena_free(arena);
}

/* What is said of FIELD in the entry of a section or event: its own line, which may be wrapped, and those below it. */
static char *said_of(struct arena *arena, const char *chapter, const char *word, const char *field) {
    const char *begin = line_of(entry_of(arena, chapter, word), 4, field);
    assert_non_null(begin);
    const char *end = strstr(begin, "\n        ");
    while (end && strncmp(end + 1, "        ", 8) == 0)
        end = strchr(end + 1, '\n');
    return run_together(arena, arena_copy(arena, begin, end ? (size_t)(end - begin) : strlen(begin)));
}

static void what_is_asked_is_said(void **state) {
    (void)state;
    struct arena *arena = arena_new();
    static const char *const asked[][4] = {
        {"\nEVENTS", "agreement", "revisit", "Needed when priority is deferred."},
        {"\nSECTIONS", "proposals", "reason", "Needed when priority is deferred."},
        {"\nEVENTS", "position", "reason", "Needed when position is given and not accepted."},
        {"\nEVENTS", "assent", "words", "Needed when state is reservation or declined."},
        {"\nSECTIONS", "priorities", "rag_note", "Needed when rag is given."},
        {"\nSECTIONS", "people", "name", "This or role is needed."},
        {"\nEVENTS", "attend", "person", "This or name is needed, not both."},
        {"\nEVENTS", "progress", "status", "Only where id is that of an agreement."},
        {"\nEVENTS", "extend", "minutes", "(minutes, -1440 to 1440, not 0)"},
        {"\nEVENTS", "extend", "from", "(id of agenda item or end)"},
        {"\nEVENTS", "challenge", "by", "(id of agency or person, BOARD or CHAIR; a person only without an agency)"},
        {"\nEVENTS", "agreement", "owner", "(id of agency, BOARD, CHAIR or NATIONAL)"},
        {"\nSECTIONS", "agenda", "notes", "Never projected or published."},
    };
    for (size_t i = 0; i < sizeof asked / sizeof *asked; i++) {
        const char *said = said_of(arena, asked[i][0], asked[i][1], asked[i][2]);
        if (!strstr(said, asked[i][3]))
            fail_msg("'%s' is not said in:\n%s", asked[i][3], said);
    }
    assert_non_null(strstr(entry_of(arena, "\nEVENTS", "resume"), "While paused."));
    assert_non_null(strstr(entry_of(arena, "\nEVENTS", "confirm"), "While closed; cannot be undone."));
    assert_non_null(strstr(entry_of(arena, "\nEVENTS", "open"), "The first event, and only that."));
    arena_free(arena);
}

static void every_limit_is_said(void **state) {
    (void)state;
    struct arena *arena = arena_new();
    static const char *const limits[] = {"64 MiB", "32 levels", "100,000 entries", "1,000,000 values",
                                         "64 KiB", "128 bytes", "16 characters",   "first 100 problems"};
    const char *text = run_together(arena, reference.bytes);
    for (size_t i = 0; i < sizeof limits / sizeof *limits; i++)
        assert_non_null(strstr(text, limits[i]));
    arena_free(arena);
}

static void every_kind_of_change_is_there(void **state) {
    (void)state;
    static const struct agenda none;
    size_t count = 0;
    const struct change_kind *kinds = kinds_of(&none, &count);
    assert_int_equal(count, 17);
    for (size_t i = 0; i < count; i++)
        assert_non_null(line_of(strstr(reference.bytes, "\nKINDS OF CHANGE"), 4, kinds[i].id));
}

static void no_line_is_wider_than_a_terminal(void **state) {
    (void)state;
    size_t lines = 0;
    for (const char *line = reference.bytes; *line; lines++) {
        size_t length = strcspn(line, "\n");
        if (text_columns(line, length) > 80)
            fail_msg("too wide: %.*s", (int)length, line);
        assert_true(length == 0 || line[length - 1] != ' ');
        assert_int_equal(line[length], '\n');
        line += length + 1;
    }
    assert_true(lines > 400);
}

int main(void) {
    setlocale(LC_CTYPE, "C.UTF-8");
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_section_is_there),
        cmocka_unit_test(every_event_is_there),
        cmocka_unit_test(every_choice_is_there),
        cmocka_unit_test(what_is_asked_is_said),
        cmocka_unit_test(every_limit_is_said),
        cmocka_unit_test(every_kind_of_change_is_there),
        cmocka_unit_test(no_line_is_wider_than_a_terminal),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
