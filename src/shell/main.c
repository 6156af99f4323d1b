#include <langinfo.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "candour/base/buffer.h"
#include "candour/base/text.h"
#include "candour/shell/help.h"
#include "candour/shell/options.h"

/* Words and widths need UTF-8, and nothing else follows the locale: what the program says is English throughout. What
 * the terminal may be sent is another matter (term_ascii). */
static void begin_locale(void) {
    static const char *const WITH_UTF8[] = {"C.UTF-8", "en_GB.UTF-8", "en_US.UTF-8", "UTF-8"};
    setlocale(LC_CTYPE, "");
    for (size_t i = 0; i < sizeof WITH_UTF8 / sizeof *WITH_UTF8; i++) {
        if (strcmp(nl_langinfo(CODESET), "UTF-8") == 0) {
            break;
        }
        setlocale(LC_CTYPE, WITH_UTF8[i]);
    }
}

/* What is printed and nothing else done. TEXT goes. */
static enum exit_status print(struct buffer *text) {
    bool done = say_out(text->bytes, text->length);
    buffer_free(text);
    return done ? EXIT_DONE : EXIT_SYSTEM;
}

static enum exit_status unknown(const char *word) {
    const char *names[16];
    size_t count;
    const struct command_row *rows = commands_rows(&count);
    for (size_t i = 0; i < count; i++) {
        names[i] = rows[i].word;
    }
    const char *near = text_nearest(word, names, count);
    if (access(word, F_OK) == 0) {
        say_error("'%s' is a file, not a command; did you mean 'candour run %s'?", word, word);
    } else if (near != NULL) {
        say_error("there is no command '%s'; did you mean '%s'?", word, near);
    } else {
        say_error("there is no command '%s'; 'candour help' shows what there is", word);
    }
    return EXIT_USAGE;
}

/* ARGV[0] stands for the command's word. */
static enum exit_status begin(int argc, char **argv, const struct command_row *command) {
    struct given given;
    if (!options_read(argc, argv, command, &given)) {
        return EXIT_USAGE;
    }
    if (given.has[OPTION_HELP]) {
        struct buffer text = {0};
        help_command(command, &text);
        return print(&text);
    }
    return command->run(&given);
}

/* Options alone are home's, as no word is. */
static enum exit_status dispatch(int argc, char **argv) {
    const struct command_row *command = command_of_word(argv[1]);
    if (argv[1][0] == '-') {
        return begin(argc, argv, command_of_word("home"));
    }
    return command == NULL ? unknown(argv[1]) : begin(argc - 1, argv + 1, command);
}

int main(int argc, char **argv) {
    begin_locale();
    if (argc < 2) {
        return (int)begin(argc, argv, command_of_word("home"));
    }
    if (strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-h") == 0) {
        struct buffer text = {0};
        help_usage(&text);
        return (int)print(&text);
    }
    if (strcmp(argv[1], "--version") == 0 || strcmp(argv[1], "-V") == 0) {
        struct buffer text = {0};
        buffer_text(&text, "candour " CANDOUR_VERSION "\n");
        return (int)print(&text);
    }
    return (int)dispatch(argc, argv);
}
