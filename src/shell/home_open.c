/* What is opened from home, each as its own command does it. */
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "candour/base/arena.h"
#include "candour/base/text.h"
#include "candour/shell/commands.h"
#include "candour/shell/editor.h"
#include "candour/shell/home.h"
#include "candour/shell/signals.h"
#include "candour/store/file.h"
#include "candour/store/lock.h"
#include "candour/store/name.h"
#include "candour/term/term.h"

static void say(struct browse *browse, bool well, const char *words) {
    browse->answer.well = well;
    buffer_text(&browse->answer.said, words);
}

static void select_path(struct browse *browse, const char *path) {
    buffer_clear(&browse->answer.path);
    buffer_text(&browse->answer.path, path);
}

/* --- at the prompt: where something is said or asked the terminal is lent, and the list comes back when it was read
 * --- */

/* A signal to leave, or to stop, ends the wait for an answer; another size of the window does not. */
static sigset_t prompt_begin(void) {
    sigset_t before;
    sigset_t during = *signals_asleep();
    sigaddset(&during, SIGWINCH);
    sigaddset(&during, SIGCONT);
    sigprocmask(SIG_SETMASK, &during, &before);
    return before;
}

static void prompt_end(const sigset_t *before, bool read) {
    char line[64];
    if (term_lent() && read && signals_leave() == 0) {
        printf("Enter leads back to the list. ");
        fflush(stdout);
        if (fgets(line, sizeof line, stdin) == NULL) {
            clearerr(stdin);
        }
    }
    clearerr(stdin);
    sigprocmask(SIG_SETMASK, before, NULL);
    if (term_lent()) {
        if (signals_stop()) {
            signals_stop_here();
        }
        term_take();
    }
}

/* --- a file's problems --- */

/* Checks PATH; its problems, or in a word that it is in order, go to the list. */
static void check(struct browse *browse, const char *path, const char *before) {
    struct browse_answer *answer = &browse->answer;
    struct input *input = arena_alloc(answer->arena, sizeof *input);
    const char *file = arena_text(answer->arena, path);
    const char *why = input_read(file, false, answer->arena, input);
    select_path(browse, path);
    if (why != NULL) {
        say(browse, false, why);
        return;
    }
    if (input->loaded.meeting == NULL) {
        answer->diags = &input->diags;
        say(browse, before == NULL,
            arena_format(answer->arena, "%s%s%s has %zu problem%s", before == NULL ? "" : before,
                         before == NULL ? "" : "; ", path, input->diags.errors, input->diags.errors == 1 ? "" : "s"));
        return;
    }
    say(browse, before == NULL,
        arena_format(answer->arena, "%s%s%s is in order", before == NULL ? "" : before, before == NULL ? "" : "; ",
                     path));
}

static int show_edit(struct browse *browse, const char *path, int line) {
    const char *main_file = browse->wish.id.length > 0 ? browse->wish.id.bytes : path;
    struct arena *arena = browse->answer.arena;
    const char *why = lock_busy(name_beside(path, ".", ".lock", arena))
                          ? "another candour has it open: nothing was changed"
                          : editor_open(path, line, arena);
    check(browse, arena_text(arena, main_file), why);
    return 0;
}

/* --- a new agenda --- */

/* A copy of FROM at TO, which must not exist yet. NULL, or a sentence. */
static const char *copy(const char *from, const char *to, struct arena *arena) {
    struct input input;
    struct load_from source;
    const char *why = input_fetch(from, arena, &input, &source);
    why = why != NULL ? why : folder_make(to, NULL, arena);
    if (why != NULL) {
        return why;
    }
    struct replacement order = {.path = to, .bytes = input.bytes, .length = input.length, .fresh = true};
    enum replaced done = file_put(&order, arena);
    return done == REPLACED || done == REPLACED_UNSURE ? NULL : order.why;
}

static int show_copy(struct browse *browse, const char *from, const char *to) {
    struct arena *arena = browse->answer.arena;
    const char *path = arena_text(arena, to);
    const char *why = copy(from, path, arena);
    if (why != NULL) {
        say(browse, false, why);
        return 0;
    }
    check(browse, path, editor_open(path, 0, arena));
    return 0;
}

static int show_carry(struct browse *browse, const char *from, const char *to) {
    struct arena *arena = browse->answer.arena;
    char *operands[] = {arena_text(arena, from), NULL};
    struct given given = *browse->given;
    given.command = command_of_word("carry");
    given.operands = operands;
    given.count = 1;
    given.has[OPTION_OUTPUT] = true;
    given.value[OPTION_OUTPUT] = arena_text(arena, to);
    const char *why = folder_make(to, NULL, arena);
    if (why != NULL) {
        say(browse, false, why);
        return 0;
    }
    sigset_t before = prompt_begin();
    enum exit_status status = command_carry(&given);
    prompt_end(&before, true);
    if (status == EXIT_DONE) {
        select_path(browse, to);
    }
    if (status != EXIT_DONE || browse->lines == NULL) { /* on lines it stands above already */
        say(browse, status == EXIT_DONE,
            status == EXIT_DONE ? arena_format(arena, "The next agenda is in %s", to) : "No agenda was made");
    }
    return 0;
}

/* --- a meeting --- */

/* What is opened, read and without a problem; false: the list says why not. */
static bool read_meeting(struct browse *browse, const char *path, struct input *input, struct arena *arena) {
    const char *why = input_read(path, false, arena, input);
    if (why != NULL) {
        say(browse, false, why);
        return false;
    }
    if (input->loaded.meeting == NULL) {
        check(browse, path, NULL);
        return false;
    }
    return true;
}

/* Questions, and what stands against it, are the command's, at the prompt. */
static bool open_run(struct browse *browse, struct stage *stage, struct input *input, struct arena *arena) {
    bool declined = false;
    sigset_t before = prompt_begin();
    enum exit_status status = run_opens(stage, input, arena, &declined);
    bool opened = status == EXIT_DONE && !declined;
    prompt_end(&before, status != EXIT_DONE);
    if (!opened) { /* a script does not decline: it had no answer to what was asked */
        bool script = browse->lines != NULL && !browse->lines->typed;
        say(browse, declined && !script, declined && !script && browse->lines != NULL ? "" : "Nothing was opened");
    }
    if (declined && browse->lines != NULL) {
        browse->lines->number += stage->begun.asked;
    }
    return opened;
}

static bool open_rehearsal(struct browse *browse, struct stage *stage, struct input *input, struct arena *arena) {
    enum meeting_status status = input->loaded.meeting->status;
    bool declined = false;
    if (status == MEETING_CLOSED || status == MEETING_CONFIRMED) {
        say(browse, false, "This meeting is over now: rehearse its agenda");
        return false;
    }
    return rehearse_opens(stage, input, arena, &declined) == EXIT_DONE;
}

/* A new session is the first thing to be wanted next; what came of an agenda only is the agenda. */
static void select_played(struct browse *browse, const struct stage *stage) {
    if (stage->speed == 0 && keep_made(&stage->keep)) {
        select_path(browse, stage->keep.moved_to.length > 0 ? stage->keep.moved_to.bytes : stage->begun.path);
    }
}

static void say_rehearsed(struct browse *browse, struct stage *stage) {
    struct arena *arena = browse->answer.arena;
    const char *words = rehearse_words(stage->begun.meeting, clock_now(&stage->clock), arena);
    say(browse, true, arena_format(arena, "A rehearsal: nothing was kept. %s", words));
}

typedef bool opens(struct browse *browse, struct stage *stage, struct input *input, struct arena *arena);

static int show_meeting(struct browse *browse, struct buffer *last, opens *open) {
    struct arena *arena = arena_new();
    struct input *input = arena_alloc(arena, sizeof *input);
    struct stage stage = {
        .given = browse->given, .clock = clock_begin(), .guard = browse->guard, .lines = browse->lines};
    if (!read_meeting(browse, arena_text(arena, browse->wish.path.bytes), input, arena) ||
        !open(browse, &stage, input, arena)) {
        arena_free(arena);
        return 0;
    }
    int signal = browse_play(browse, &stage, last);
    select_played(browse, &stage);
    if (stage.speed > 0) {
        say_rehearsed(browse, &stage);
    }
    stage_end(&stage); /* and with it what it was begun in */
    return signal;
}

static int show_review(struct browse *browse, struct buffer *last) {
    struct arena *arena = arena_new();
    struct stage stage = {
        .given = browse->given, .clock = clock_begin(), .guard = browse->guard, .lines = browse->lines};
    const char *why = browse_review(browse, arena_text(arena, browse->wish.path.bytes), &stage, arena);
    if (why != NULL) {
        say(browse, false, why);
        arena_free(arena);
        return 0;
    }
    int signal = browse_play(browse, &stage, last);
    stage_end(&stage);
    return signal;
}

int home_show(struct browse *browse, struct buffer *last) {
    struct browse_wish *wish = &browse->wish;
    switch (wish->how) {
    case SHOW_REVIEW:
        return show_review(browse, last);
    case SHOW_RUN:
        return show_meeting(browse, last, open_run);
    case SHOW_REHEARSE:
        return show_meeting(browse, last, open_rehearsal);
    case SHOW_CHECK:
        check(browse, wish->path.bytes, NULL);
        return 0;
    case SHOW_EDIT:
        return show_edit(browse, wish->path.bytes, wish->line);
    case SHOW_COPY:
        return show_copy(browse, wish->path.bytes, wish->id.bytes);
    case SHOW_CARRY:
        return show_carry(browse, wish->path.bytes, wish->id.bytes);
    }
    return 0;
}
