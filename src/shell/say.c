#include "candour/shell/say.h"

#include <stdarg.h>
#include <stdbool.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "candour/base/arena.h"
#include "candour/base/text.h"
#include "candour/term/term.h"

bool say_to(FILE *out, const char *text, size_t length) {
    term_lend(); /* where the screens have it: what is said is read at the prompt */
    struct arena *arena = arena_new();
    for (size_t at = 0; at < length;) {
        const char *end = memchr(text + at, '\n', length - at);
        size_t line = end == NULL ? length - at : (size_t)(end - text) - at;
        fputs(text_shown(arena, text + at, line), out);
        fputc('\n', out);
        at += line + 1;
    }
    arena_free(arena);
    return fflush(out) == 0 && ferror(out) == 0;
}

__attribute__((format(printf, 3, 0))) static bool say_words(FILE *out, const char *before, const char *format,
                                                            va_list arguments) {
    struct arena *arena = arena_new();
    const char *words = arena_format(arena, "%s%s", before, arena_vformat(arena, format, arguments));
    bool done = say_to(out, words, strlen(words));
    arena_free(arena);
    return done;
}

bool say_out(const char *text, size_t length) {
    bool done = say_to(stdout, text, length);
    if (!done) {
        say_error("cannot write to standard output");
    }
    return done;
}

void say_error(const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    say_words(stderr, "candour: ", format, arguments);
    va_end(arguments);
}

bool say_line(FILE *out, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    bool done = say_words(out, "", format, arguments);
    va_end(arguments);
    return done;
}

int say_columns(void) {
    struct winsize size;
    if (!isatty(STDOUT_FILENO)) {
        return 0;
    }
    return ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : 80;
}
