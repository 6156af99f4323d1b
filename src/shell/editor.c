#include "candour/shell/editor.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "candour/base/arena.h"
#include "candour/base/text.h"
#include "candour/format/load.h"
#include "candour/shell/signals.h"
#include "candour/store/call.h"
#include "candour/store/file.h"
#include "candour/term/term.h"

enum { WORDS_MOST = 32, NAMES_MOST = 9, TEXT_MOST = 1024 * 1024, NO_EDITOR = 127 };

static char *beside(const char *session, int n, struct arena *arena) {
    const char *slash = strrchr(session, '/');
    int folder = slash == NULL ? 0 : (int)(slash - session) + 1;
    const char *name = session + folder;
    return n == 1 ? arena_format(arena, "%.*s.%.200s.edit.txt", folder, session, name)
                  : arena_format(arena, "%.*s.%.200s.edit-%d.txt", folder, session, name, n);
}

const char *editor_left(const char *session, struct arena *arena) {
    const char *path = beside(session, 1, arena);
    return access(path, F_OK) == 0 ? path : NULL;
}

/* The file with TEXT and a final newline. One that is there already is a text somebody lost: it is left alone. */
static const char *write_file(const char *text, const char *session, struct arena *arena, char **path) {
    int fd = -1;
    for (int n = 1; n <= NAMES_MOST && fd < 0; n++) {
        *path = beside(session, n, arena);
        fd = call_open(AT_FDCWD, *path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, 0600);
        if (fd < 0 && errno != EEXIST) {
            break;
        }
    }
    if (fd < 0) {
        return call_fault(arena, "write", *path);
    }
    size_t length = strlen(text);
    bool ends = length == 0 || text[length - 1] == '\n';
    bool written = call_write(fd, text, length) && (ends || call_write(fd, "\n", 1));
    const char *why = written ? NULL : call_fault(arena, "write", *path);
    if (!call_close(fd) && why == NULL) {
        why = call_fault(arena, "write", *path);
    }
    if (why != NULL) {
        unlink(*path);
    }
    return why;
}

/* The words of the editor's command, the file behind them, before it what says the line, where that is wanted. */
static void split(char *command, char *line, char *path, char *words[WORDS_MOST + 3]) {
    size_t count = 0;
    char *rest = NULL;
    for (char *word = strtok_r(command, " \t", &rest); word != NULL && count < WORDS_MOST;
         word = strtok_r(NULL, " \t", &rest)) {
        words[count++] = word;
    }
    if (line != NULL) {
        words[count++] = line;
    }
    words[count++] = path;
    words[count] = NULL;
}

static const char *editor_command(void) {
    const char *command = getenv("VISUAL");
    if (text_blank(command)) {
        command = getenv("EDITOR");
    }
    return text_blank(command) ? "vi" : command;
}

/* Waits for the editor; when it is stopped (Ctrl-Z) so are we, and both go on together. */
static int wait_for_editor(pid_t child) {
    int status = 0;
    for (;;) {
        pid_t ended = waitpid(child, &status, WNOHANG | WUNTRACED);
        if (ended == child && WIFSTOPPED(status)) {
            signals_stop_here();
            kill(child, SIGCONT);
        } else if (ended == child || (ended < 0 && errno != EINTR)) {
            return status;
        } else {
            int signal = signals_wait_child();
            if (signal != 0) {
                kill(child, signal);
            }
        }
    }
}

enum ended { ENDED_WELL, ENDED_BADLY, GAVE_UP, NOT_RUN };

/* Unless it ended well, *WHY is a sentence. */
static enum ended how_ended(int status, const char *word, struct arena *arena, const char **why) {
    if (!WIFEXITED(status)) {
        *why = "the editor was ended by a signal";
        return ENDED_BADLY;
    }
    if (WEXITSTATUS(status) == NO_EDITOR) {
        *why = arena_format(arena, "there is no editor '%s'; set VISUAL or EDITOR", word);
        return NOT_RUN;
    }
    if (WEXITSTATUS(status) != 0) {
        *why = arena_format(arena, "the editor gave up (status %d)", WEXITSTATUS(status));
        return GAVE_UP;
    }
    return ENDED_WELL;
}

/* LINE may be NULL. */
static enum ended run_editor(char *line, char *path, struct arena *arena, const char **why) {
    char *words[WORDS_MOST + 3];
    split(arena_text(arena, editor_command()), line, path, words);
    term_lend();
    pid_t child = fork();
    if (child == 0) {
        signals_for_child();
        execvp(words[0], words);
        _exit(NO_EDITOR);
    }
    int fault = errno;
    int status = child < 0 ? 0 : wait_for_editor(child);
    term_take();
    if (child < 0) {
        *why = arena_format(arena, "the editor could not be started: %s", strerror(fault));
        return NOT_RUN;
    }
    return how_ended(status, words[0], arena, why);
}

/* `+LINE` is understood by these; to another editor it might be the name of a file. */
static bool takes_line(const char *command) {
    static const char *const KNOWN[] = {"vi",          "vim",   "nvim",  "view",  "nano", "pico", "emacs",
                                        "emacsclient", "micro", "joe",   "jmacs", "mg",   "ne",   "kak",
                                        "mcedit",      "hx",    "helix", "ed",    "ex"};
    size_t length = strcspn(command, " \t");
    const char *from = command + length;
    while (from > command && from[-1] != '/') {
        from--;
    }
    size_t name = length - (size_t)(from - command);
    for (size_t i = 0; i < sizeof KNOWN / sizeof *KNOWN; i++) {
        if (strlen(KNOWN[i]) == name && strncmp(KNOWN[i], from, name) == 0) {
            return true;
        }
    }
    return false;
}

const char *editor_open(const char *path, int line, struct arena *arena) {
    if (isatty(STDIN_FILENO) == 0 && text_blank(getenv("VISUAL")) && text_blank(getenv("EDITOR"))) {
        return "no editor was opened: where there is no terminal VISUAL or EDITOR must name one";
    }
    const char *command = editor_command() + strspn(editor_command(), " \t");
    char *at = line > 0 && takes_line(command) ? arena_format(arena, "+%d", line) : NULL;
    const char *why = NULL;
    run_editor(at, arena_text(arena, path), arena, &why);
    return why;
}

static const char *take_text(const char *path, struct arena *arena, char **text) {
    size_t length = 0;
    const char *why = file_read(path, TEXT_MOST, arena, text, &length, NULL);
    if (why != NULL) {
        return why;
    }
    if (strlen(*text) != length || utf8_invalid_at(*text, length) != length) {
        return "what the editor wrote is not UTF-8 text";
    }
    if (length > LOAD_TEXT_MOST) {
        return "what the editor wrote is longer than the 64 KiB a text may have";
    }
    return NULL;
}

struct edited editor_run(const char *text, const char *session, struct arena *arena) {
    char *path = NULL;
    char *after = NULL;
    const char *why = write_file(text, session, arena, &path);
    if (why != NULL) {
        return (struct edited){.why = why};
    }
    enum ended ended = run_editor(NULL, path, arena, &why);
    if (ended == ENDED_WELL) {
        why = take_text(path, arena, &after);
    }
    if (ended == GAVE_UP) {
        why = arena_format(arena, "%s: the text is as it was", why);
    }
    if (why != NULL && ended != NOT_RUN && ended != GAVE_UP && access(path, F_OK) == 0) {
        return (struct edited){.why = arena_format(arena, "%s; it is kept in %s", why, path)};
    }
    unlink(path);
    return (struct edited){.text = why == NULL ? after : NULL, .why = why};
}
