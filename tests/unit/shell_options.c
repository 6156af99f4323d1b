/* The table of commands and options, as a person types it and as help, man page and completions say it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "candour/base/buffer.h"
#include "candour/base/text.h"
#include "candour/shell/help.h"
#include "candour/shell/options.h"

enum { WORDS_MOST = 12 };

/* The words of LINE, read as a command line. */
static bool reads(const char *line, struct given *given) {
    static char text[256];
    static char *words[WORDS_MOST];
    int count = 0;
    strcpy(text, line);
    for (char *word = strtok(text, " "); word != NULL; word = strtok(NULL, " ")) {
        words[count++] = word;
    }
    words[count] = NULL;
    const struct command_row *command = command_of_word(words[0]);
    assert_non_null(command);
    return options_read(count, words, command, given);
}

static void options_are_read_wherever_they_stand(void **state) {
    (void)state;
    struct given given;
    assert_true(reads("run -o kept.yaml --bell agenda.yaml", &given));
    assert_string_equal(given.value[OPTION_OUTPUT], "kept.yaml");
    assert_true(given.has[OPTION_BELL]);
    assert_false(given.has[OPTION_ASCII]);
    assert_int_equal(given.count, 1);
    assert_string_equal(given.operands[0], "agenda.yaml");
    assert_true(reads("run agenda.yaml --output=kept.yaml --guard words.txt --ascii", &given));
    assert_string_equal(given.value[OPTION_OUTPUT], "kept.yaml");
    assert_string_equal(given.value[OPTION_GUARD], "words.txt");
    assert_true(given.has[OPTION_ASCII]);
    assert_true(reads("check a.yaml b.yaml c.yaml", &given));
    assert_int_equal(given.count, 3);
}

static void behind_two_dashes_everything_is_a_file(void **state) {
    (void)state;
    struct given given;
    assert_true(reads("check -- -o.yaml --help", &given));
    assert_int_equal(given.count, 2);
    assert_string_equal(given.operands[0], "-o.yaml");
    assert_string_equal(given.operands[1], "--help");
    assert_false(given.has[OPTION_HELP]);
}

static void what_is_wrong_is_refused(void **state) {
    static const char *const WRONG[] = {
        "run",                         /* no file */
        "run a.yaml b.yaml",           /* two */
        "run a.yaml --ooutput x.yaml", /* no such option */
        "run a.yaml -x",
        "run a.yaml -o", /* no argument */
        "run a.yaml -o x.yaml -o y.yaml",
        "run a.yaml --bell=loud",
        "run a.yaml --output=",
        "check --bell a.yaml", /* another command's */
        "check",
        "help run check",
        "help --completion tcsh",
    };
    (void)state;
    struct given given;
    for (size_t i = 0; i < sizeof WRONG / sizeof *WRONG; i++) {
        if (reads(WRONG[i], &given)) {
            fail_msg("taken: %s", WRONG[i]);
        }
    }
}

static void help_needs_no_file(void **state) {
    (void)state;
    struct given given;
    assert_true(reads("run --help", &given));
    assert_true(given.has[OPTION_HELP]);
    assert_true(reads("check -h", &given));
    assert_true(reads("help", &given));
    assert_int_equal(given.count, 0);
    assert_true(reads("help --completion zsh", &given));
    assert_string_equal(given.value[OPTION_COMPLETION], "zsh");
}

static void no_letter_or_name_is_given_twice(void **state) {
    (void)state;
    size_t count;
    size_t command_count;
    const struct option_row *rows = options_rows(&count);
    const struct command_row *commands = commands_rows(&command_count);
    for (size_t c = 0; c < command_count; c++) {
        for (size_t i = 0; i < count; i++) {
            for (size_t j = i + 1; j < count; j++) {
                bool both = option_for(&rows[i], &commands[c]) && option_for(&rows[j], &commands[c]);
                assert_false(both && strcmp(rows[i].name, rows[j].name) == 0);
                assert_false(both && rows[i].letter != 0 && rows[i].letter == rows[j].letter);
                assert_int_equal(rows[i].id == rows[j].id, strcmp(rows[i].name, rows[j].name) == 0);
            }
        }
    }
}

static void lines_fit_80_columns(const struct buffer *text) {
    for (const char *line = text->bytes; *line != '\0';) {
        size_t length = strcspn(line, "\n");
        if (text_columns(line, length) > 80) {
            fail_msg("too wide: %.*s", (int)length, line);
        }
        line += length + (line[length] == '\n');
    }
}

/* A whole word: --as is not in --ascii. */
static bool says_word(const char *text, const char *word) {
    const char *at = text;
    while ((at = strstr(at, word)) != NULL && strchr(" \n,.;]", at[strlen(word)]) == NULL) {
        at++;
    }
    return at != NULL;
}

static bool has_shown_option(const struct command_row *command, const char *name) {
    size_t count;
    const struct option_row *rows = options_rows(&count);
    for (size_t i = 0; i < count; i++) {
        if (strcmp(rows[i].name, name) == 0 && option_for(&rows[i], command) && !rows[i].hidden) {
            return true;
        }
    }
    return false;
}

static void help_says_every_command_and_option(void **state) {
    (void)state;
    size_t count;
    size_t option_count;
    const struct command_row *rows = commands_rows(&count);
    const struct option_row *options = options_rows(&option_count);
    struct buffer usage = {0};
    help_usage(&usage);
    lines_fit_80_columns(&usage);
    for (size_t i = 0; i < count; i++) {
        struct buffer text = {0};
        assert_non_null(strstr(usage.bytes, rows[i].word));
        help_command(&rows[i], &text);
        lines_fit_80_columns(&text);
        for (size_t j = 0; j < option_count; j++) {
            char name[40] = "--";
            strcat(name, options[j].name);
            assert_int_equal(says_word(text.bytes, name), has_shown_option(&rows[i], options[j].name));
        }
        buffer_free(&text);
    }
    buffer_free(&usage);
}

static void keys_fit_80_columns(void **state) {
    (void)state;
    struct buffer keys = {0};
    help_keys(&keys);
    lines_fit_80_columns(&keys);
    assert_non_null(strstr(keys.bytes, ":challenge"));
    buffer_free(&keys);
}

static void man_page_and_completions_say_every_command(void **state) {
    static const char *const SHELLS[] = {"bash", "zsh", "fish"};
    (void)state;
    size_t count;
    const struct command_row *rows = commands_rows(&count);
    struct buffer man = {0};
    help_man(&man);
    assert_int_equal(strncmp(man.bytes, ".TH CANDOUR 1", 13), 0);
    assert_non_null(strstr(man.bytes, "\\fB\\-\\-output\\fR \\fISESSION\\fR"));
    for (size_t s = 0; s < 3; s++) {
        struct buffer text = {0};
        help_completion(SHELLS[s], &text);
        for (size_t i = 0; i < count; i++) {
            assert_non_null(strstr(text.bytes, rows[i].word));
            assert_non_null(strstr(man.bytes, rows[i].word));
        }
        assert_non_null(strstr(text.bytes, "output"));
        assert_null(strstr(text.bytes, "completion SHELL"));
        buffer_free(&text);
    }
    buffer_free(&man);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(options_are_read_wherever_they_stand),
        cmocka_unit_test(behind_two_dashes_everything_is_a_file),
        cmocka_unit_test(what_is_wrong_is_refused),
        cmocka_unit_test(help_needs_no_file),
        cmocka_unit_test(no_letter_or_name_is_given_twice),
        cmocka_unit_test(help_says_every_command_and_option),
        cmocka_unit_test(keys_fit_80_columns),
        cmocka_unit_test(man_page_and_completions_say_every_command),
    };
    return cmocka_run_group_tests_name("shell_options", tests, NULL, NULL);
}
