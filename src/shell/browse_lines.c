/* The list line by line: what is opened from it takes the lines that follow, and then the list goes on. */
#include <stdio.h>
#include <unistd.h>

#include "candour/base/arena.h"
#include "candour/shell/browse.h"
#include "candour/shell/crash.h"
#include "candour/shell/signals.h"
#include "candour/shell/wait.h"
#include "candour/ui/plain_folder.h"

struct listed {
    struct browse *browse;
    struct plain_folder *plain;
    struct lines lines;
    bool reads; /* there is something to be read before anything is said */
};

/* --- on the loop --- */

static void tell(void *self, const struct msg *msg, struct effects *effects) {
    struct listed *listed = self;
    plain_folder_update(listed->plain, msg, effects);
}

static instant next_change(const void *self, instant now) {
    return folder_next_change(((const struct listed *)self)->browse->folder, now);
}

static const struct loop_face FACE = {.update = tell, .next_change = next_change};

static void say(void *self, struct stamp now, struct buffer *out) {
    (void)now;
    plain_folder_say(((struct listed *)self)->plain, out);
}

static bool prompt(void *self, struct buffer *out) {
    return plain_folder_prompt(((struct listed *)self)->plain, out);
}

static const char *refused(void *self) {
    return plain_folder_refused(((struct listed *)self)->plain);
}

static const struct lines_face LINES = {.say = say, .prompt = prompt, .refused = refused};

/* The loop ends for both: nothing is said, and no line taken, before all is read. */
static void fulfil(struct loop *loop, const struct effect *effect) {
    struct listed *listed = loop->context;
    if (effect->type == EFFECT_READ_ANEW) {
        listed->reads = true;
        loop->quit = true;
    } else if (effect->type == EFFECT_SHOW) {
        browse_wishes(listed->browse, effect);
        loop->quit = true;
    }
}

/* --- what is read --- */

static void tell_now(struct listed *listed, struct msg msg) {
    struct effects effects;
    msg.now = clock_now(&listed->browse->clock);
    plain_folder_update(listed->plain, &msg, &effects);
    for (size_t i = 0; i < effects.count; i++) {
        listed->reads = listed->reads || effects.list[i].type == EFFECT_READ_ANEW;
    }
}

/* Until all is read, or a signal says to leave; false: it cannot be read. */
static bool read_all(struct listed *listed, bool begun) {
    enum { LOOK_AGAIN_MS = 50 }; /* where no descriptor tells of news */
    struct browse *browse = listed->browse;
    struct waiting waiting = wait_begin();
    struct msg msg;
    waiting.deaf = true;
    listed->reads = false;
    bool can = begun || browse_gather(browse);
    while (can && !browse->read.done && signals_leave() == 0) {
        if (browse_take(browse, &msg)) {
            tell_now(listed, msg);
        } else {
            wait_for(&waiting, LOOK_AGAIN_MS, browse->feed.fd);
        }
    }
    wait_end(&waiting);
    return can;
}

/* A script's reader is told of them apart; at home they are rows like others. True when there are any. */
static bool name_faults(const struct listed *listed) {
    struct arena *arena = arena_new();
    size_t count = 0;
    for (const char *fault; listed->browse->home == NULL && !listed->lines.typed &&
                            (fault = folder_fault(listed->browse->folder, count, arena)) != NULL;
         count++) {
        say_error("%s", fault);
    }
    arena_free(arena);
    return count > 0;
}

/* --- what is shown --- */

/* Shows what was wished for, and tells the list. */
static int show(struct listed *listed, struct buffer *last) {
    struct browse *browse = listed->browse;
    struct lines *lines = &listed->lines;
    struct msg msg;
    uint32_t number = lines->number;
    browse->opens = false;
    int signal = browse_show(browse, last);
    if (!browse->answer.well) {
        lines_refuse(lines, number, browse->answer.said.bytes);
    }
    if (signal == 0 && browse_take(browse, &msg)) {
        msg.text = msg.ok || lines->typed ? msg.text : NULL; /* else it was named */
        tell_now(listed, msg);
    }
    return signal;
}

/* The lines, or a signal, ended what was shown: where it was kept is said, the list is not. */
static void say_last(const struct browse *browse) {
    const struct buffer *said = &browse->answer.said;
    if (browse->answer.well && said->length > 0) {
        lines_write(said->bytes, said->length);
        lines_write("\n", 1);
    }
}

static int until_left(struct listed *listed, struct buffer *last) {
    struct browse *browse = listed->browse;
    struct lines *lines = &listed->lines;
    for (;;) {
        if (listed->reads && !read_all(listed, false)) {
            return 0;
        }
        struct loop loop = {.face = &FACE,
                            .shown = listed,
                            .clock = &browse->clock,
                            .end = &lines->end,
                            .fulfil = fulfil,
                            .context = listed};
        lines_begin(lines, &LINES, listed, 0);
        int signal = loop_run(&loop, last);
        lines_pause(lines);
        if (signal == 0 && browse->opens) {
            signal = show(listed, last);
            if (signal != 0 || (lines->at_end && lines->from == lines->read.length)) {
                say_last(browse);
                return signal;
            }
        } else if (signal != 0 || !listed->reads) {
            return signal;
        }
        if (lines->gone) {
            return 0;
        }
    }
}

static enum exit_status run(struct listed *listed) {
    struct browse *browse = listed->browse;
    struct lines *lines = &listed->lines;
    struct buffer last = {0};
    read_all(listed, true);
    bool faulty = name_faults(listed);
    int signal = until_left(listed, &last);
    if (last.length > 0) {
        say_to(stderr, last.bytes, last.length);
    }
    buffer_free(&last);
    if (signal != 0) {
        return (enum exit_status)((int)EXIT_BY_SIGNAL + signal);
    }
    /* a slip of the hand at a terminal is nobody's fault; a script that was not done as it stands is */
    bool undone = !lines->typed && (faulty || lines->refused > 0);
    return browse->gather == NULL || lines->gone ? EXIT_SYSTEM : undone ? EXIT_PROBLEMS : EXIT_DONE;
}

enum exit_status browse_lines(struct browse *browse) {
    struct listed listed = {.browse = browse, .lines = {.typed = isatty(STDIN_FILENO) != 0, .single = true}};
    enum exit_status status = EXIT_SYSTEM;
    signals_begin();
    crash_begin();
    setvbuf(stdin, NULL, _IONBF, 0); /* what is asked before a meeting takes its own line and no more */
    if (browse_begin(browse)) {
        struct folder_setup setup = browse_setup(browse, NULL);
        setup.rows = PLAIN_ROWS;
        setup.columns = PLAIN_COLUMNS;
        browse->folder = folder_new(&setup);
        browse->lines = &listed.lines;
        listed.plain = plain_folder_new(browse->folder, listed.lines.typed);
        status = run(&listed);
    }
    plain_folder_free(listed.plain);
    lines_end(&listed.lines);
    browse_end(browse);
    return status;
}
