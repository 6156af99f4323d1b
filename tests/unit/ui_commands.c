/* The command table: complete, without a clash, and the keys the design promises. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <ctype.h>
#include <string.h>

#include "candour/base/buffer.h"
#include "candour/base/text.h"
#include "candour/ui/commands.h"

static const struct command *all;
static size_t count;

static int begin(void **state) {
    (void)state;
    all = commands_all(&count);
    return 0;
}

static void no_key_is_given_twice_in_one_place(void **state) {
    (void)state;
    for (size_t i = 0; i < count; i++) {
        for (size_t k = 0; k < COMMAND_KEYS && all[i].keys[k] != 0; k++) {
            for (unsigned place = AT_START; place <= ON_PROBLEMS; place <<= 1) {
                if ((all[i].places & place) != 0) {
                    assert_ptr_equal(command_by_key(place, all[i].keys[k]), all + i);
                }
            }
            for (size_t j = k + 1; j < COMMAND_KEYS; j++) {
                assert_true(all[i].keys[j] == 0 || all[i].keys[j] != all[i].keys[k]);
            }
        }
    }
}

static void no_name_is_given_twice(void **state) {
    (void)state;
    for (size_t i = 0; i < count; i++) {
        for (size_t j = i + 1; j < count; j++) {
            assert_false(text_equal(all[i].name, all[j].name));
        }
        assert_true(!command_at(all + i, AT_MEETING) || command_by_name(AT_MEETING, all[i].name) == all + i);
    }
    /* the one-letter names are those of the keys */
    for (char c = 'A'; c <= 'z'; c++) {
        const char name[2] = {c, '\0'};
        const struct command *named = command_by_name(AT_MEETING, name);
        assert_true(named == NULL || named == command_by_key(AT_MEETING, (key)c));
    }
}

static void every_command_says_what_it_does(void **state) {
    (void)state;
    for (size_t i = 0; i < count; i++) {
        assert_true(all[i].act != NULL || !(command_at(all + i, AT_MEETING) || command_at(all + i, AT_START)));
        assert_true((all[i].folder != NULL) == command_at(all + i, AT_LIST));
        assert_non_null(all[i].group);
        assert_true(isupper((unsigned char)all[i].help[0]));
        assert_int_equal(all[i].help[strlen(all[i].help) - 1], '.');
        assert_true(all[i].says <= DO_COUNT);
        for (const char *c = all[i].name; *c != '\0'; c++) {
            assert_true(islower((unsigned char)*c) || *c == '-');
        }
        assert_true((all[i].hint == NULL) == (all[i].rank == 0));
        assert_true(all[i].hint == NULL || all[i].keys[0] != 0);
    }
}

static void hints_have_an_order(void **state) {
    (void)state;
    for (size_t i = 0; i < count; i++) {
        for (size_t j = i + 1; j < count; j++) {
            bool together = (all[i].places & all[j].places) != 0 && all[i].hint != NULL && all[j].hint != NULL;
            assert_true(!together || all[i].rank != all[j].rank);
        }
    }
}

static void each_group_stands_together(void **state) {
    (void)state;
    for (size_t i = 1; i < count; i++) {
        for (size_t j = 0; j + 1 < i; j++) {
            assert_true(!text_equal(all[j].group, all[i].group) || text_equal(all[i - 1].group, all[i].group));
        }
    }
}

/* The table of product.md, section 4, for what this version has. */
static const struct {
    const char *key, *name;
} promised[] = {
    {"Space", "clock"},   {"]", "next"},         {"[", "back"},          {"+", "more"},     {"-", "less"},
    {"x", "extend"},      {"c", "challenge"},    {"a", "agreement"},     {"n", "note"},     {"e", "engagement"},
    {"f", "focus"},       {"p", "position"},     {"h", "heard"},         {"Up", "up"},      {"Down", "down"},
    {"PgUp", "page-up"},  {"PgDn", "page-down"}, {"Enter", "edit"},      {"w", "answer"},   {"s", "settle"},
    {"v", "assent"},      {"D", "withdraw"},     {"k", "skip"},          {"i", "add-item"}, {"{", "move-up"},
    {"}", "move-down"},   {"A", "attend"},       {"u", "undo"},          {"U", "redo"},     {"b", "blank"},
    {"/", "search"},      {":", "command"},      {"?", "help"},          {"q", "leave"},    {"Ctrl-Z", "suspend"},
    {"Ctrl-L", "redraw"}, {"g", "go-round"},     {"r", "readback"},      {"t", "turn"},     {"1", "meeting"},
    {"2", "findings"},    {"3", "challenges"},   {"4", "agreements"},    {"5", "agencies"}, {"6", "marker"},
    {"7", "time"},        {"8", "log"},          {"Tab", "next-screen"},
};

static void the_keys_are_the_promised_ones(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof promised / sizeof *promised; i++) {
        const struct command *command = command_by_key(AT_MEETING, key_of_name(promised[i].key));
        assert_non_null(command);
        assert_string_equal(command->name, promised[i].name);
    }
    assert_string_equal(command_by_key(AT_START, KEY_RETURN)->name, "open");
    /* what belongs to a screen that is not there yet is left free */
    assert_null(command_by_key(AT_MEETING, '9'));
}

static void a_screens_own_key_comes_before_what_it_does_elsewhere(void **state) {
    (void)state;
    assert_string_equal(command_by_key(AT_MEETING | ON_MEETING, KEY_RETURN)->name, "edit");
    assert_string_equal(command_by_key(AT_MEETING | ON_FINDINGS, KEY_RETURN)->name, "look");
    assert_string_equal(command_by_key(AT_MEETING | ON_FINDINGS, 'c')->name, "challenge");
    assert_null(command_by_key(AT_MEETING | ON_FINDINGS, '<'));
    assert_string_equal(command_by_key(AT_MEETING | ON_AGREEMENTS, '<')->name, "raise");
    /* by its name it works on every screen, and never on the start page */
    assert_string_equal(command_by_name(AT_MEETING, "raise")->name, "raise");
    assert_null(command_by_name(AT_START, "raise"));
}

static void the_list_has_commands_of_its_own(void **state) {
    (void)state;
    assert_string_equal(command_by_key(AT_LIST | ON_SESSIONS, KEY_RETURN)->name, "open-session");
    assert_string_equal(command_by_key(AT_LIST | ON_SESSIONS, 'o')->name, "sort");
    assert_null(command_by_key(AT_LIST, 'o'));
    assert_null(command_by_key(AT_LIST | ON_SESSIONS, 'c'));
    assert_string_equal(command_by_key(AT_LIST, KEY_UP_ARROW)->name, "up");
    assert_string_equal(command_by_name(AT_LIST, "sort")->name, "sort");
    assert_null(command_by_name(AT_LIST, "challenge"));
    assert_null(command_by_name(AT_MEETING, "sort"));
    assert_null(command_by_name(AT_START, "sort"));
    /* what leads back to it works on the Meeting screen, and only there */
    assert_string_equal(command_by_key(AT_MEETING | ON_MEETING | ON_LISTED, KEY_ESCAPE)->name, "list");
    assert_null(command_by_key(AT_MEETING | ON_MEETING, KEY_ESCAPE));
}

static void keys_are_read_as_a_person_says_them(void **state) {
    (void)state;
    char keys[64];
    assert_string_equal(command_keys(command_by_name(AT_MEETING, "next"), keys, sizeof keys), "]");
    assert_string_equal(command_keys(command_by_name(AT_MEETING, "help"), keys, sizeof keys), "?, F1");
    assert_string_equal(command_keys(command_by_name(AT_MEETING, "repair"), keys, sizeof keys), "");
    assert_null(command_by_name(AT_MEETING, "nothing"));
    assert_null(command_by_name(AT_START, "challenge"));
    assert_ptr_equal(command_by_name(AT_MEETING, "CHALLENGE"), command_by_name(AT_MEETING, "c"));
    assert_string_equal(command_by_name(AT_MEETING, "A")->name, "attend");
    assert_string_equal(command_by_name(AT_MEETING, "a")->name, "agreement");
}

static size_t occurrences(const char *text, const char *word) {
    size_t found = 0;
    for (const char *at = strstr(text, word); at != NULL; at = strstr(at + 1, word)) {
        found++;
    }
    return found;
}

static void the_printed_tables_have_every_command(void **state) {
    (void)state;
    struct buffer markdown = {0}, roff = {0};
    commands_markdown(ANY_SCREEN, &markdown);
    commands_roff(ANY_SCREEN, &roff);
    size_t here = 0;
    for (size_t i = 0; i < count; i++) {
        if (command_at(all + i, AT_MEETING)) {
            struct buffer name = {0};
            buffer_format(&name, "| `%s`", all[i].name);
            assert_non_null(strstr(markdown.bytes, name.bytes));
            buffer_free(&name);
            here++;
        }
    }
    assert_int_equal(occurrences(roff.bytes, "\n.TP\n"), here);
    assert_non_null(strstr(roff.bytes, "\\fB\\-\\fR, \\fB:less\\fR"));
    assert_non_null(strstr(markdown.bytes, "| `]` | `next` | Goes to the next item that is to come. |\n"));
    buffer_free(&markdown);
    buffer_free(&roff);
}

/* A row of a Markdown table has as many cells as its head: a pipe in a usage is escaped. */
static void markdown_rows_have_three_cells(void **state) {
    (void)state;
    struct buffer markdown = {0};
    commands_markdown(AT_MEETING, &markdown);
    for (char *line = strtok(markdown.bytes, "\n"); line != NULL; line = strtok(NULL, "\n")) {
        size_t pipes = 0;
        for (const char *c = line; *c != '\0'; c++) {
            pipes += *c == '|' && (c == line || c[-1] != '\\');
        }
        assert_int_equal(pipes, 4);
    }
    buffer_free(&markdown);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_key_is_given_twice_in_one_place),
        cmocka_unit_test(no_name_is_given_twice),
        cmocka_unit_test(every_command_says_what_it_does),
        cmocka_unit_test(hints_have_an_order),
        cmocka_unit_test(each_group_stands_together),
        cmocka_unit_test(the_keys_are_the_promised_ones),
        cmocka_unit_test(a_screens_own_key_comes_before_what_it_does_elsewhere),
        cmocka_unit_test(the_list_has_commands_of_its_own),
        cmocka_unit_test(keys_are_read_as_a_person_says_them),
        cmocka_unit_test(the_printed_tables_have_every_command),
        cmocka_unit_test(markdown_rows_have_three_cells),
    };
    return cmocka_run_group_tests(tests, begin, NULL);
}
