#include "candour/shell/lines.h"

#include <errno.h>
#include <poll.h>
#include <string.h>
#include <sys/select.h>
#include <unistd.h>

#include "candour/base/arena.h"
#include "candour/base/text.h"
#include "candour/shell/say.h"
#include "candour/shell/signals.h"
#include "candour/ui/plain.h"

/* --- out --- */

/* Waits for room with the signals let through, and writes no more than then fits: so no signal waits for a reader. */
bool lines_write(const char *bytes, size_t length) {
    enum { PIECE = 512 }; /* that much fits whenever there is room, whatever the system */
    while (length > 0) {
        fd_set out;
        FD_ZERO(&out);
        FD_SET(STDOUT_FILENO, &out);
        int ready = pselect(STDOUT_FILENO + 1, NULL, &out, NULL, NULL, signals_asleep());
        if (signals_leave() != 0 && ready <= 0) {
            return false;
        }
        ssize_t wrote = ready <= 0 ? -1 : write(STDOUT_FILENO, bytes, length < PIECE ? length : PIECE);
        if (wrote < 0 && errno != EINTR && errno != EAGAIN) {
            return false;
        }
        bytes += wrote > 0 ? wrote : 0;
        length -= wrote > 0 ? (size_t)wrote : 0;
    }
    return true;
}

/* Behind what was said, or where a line was taken. */
static void add_prompt(struct lines *lines, struct buffer *out) {
    struct buffer prompt = {0};
    bool asks = lines->face->prompt(lines->said_by, &prompt);
    const char *text = prompt.length == 0 ? "" : prompt.bytes;
    bool rehearses = strncmp(text, "REHEARSAL", 9) == 0;
    if (lines->typed) {
        buffer_text(out, text);
        lines->prompted = *text != '\0';
    } else if ((asks || rehearses) && (lines->taken || strcmp(text, lines->prompt.bytes) != 0)) {
        size_t length = strlen(text);
        while (length > 0 && text[length - 1] == ' ') {
            length--;
        }
        buffer_add(out, text, length);
        buffer_char(out, '\n');
    }
    buffer_clear(&lines->prompt);
    buffer_text(&lines->prompt, text);
    buffer_free(&prompt);
}

/* At a terminal it was said; in a script the line is named. */
void lines_refuse(struct lines *lines, uint32_t number, const char *why) {
    lines->refused++;
    if (!lines->typed) {
        struct arena *arena = arena_new();
        say_line(stderr, "line %u: %s", number, text_shown(arena, why, strlen(why)));
        arena_free(arena);
    }
}

static void name_refused(struct lines *lines) {
    const char *why = lines->taken ? lines->face->refused(lines->said_by) : NULL;
    if (why != NULL) {
        lines_refuse(lines, lines->number, why);
    }
}

static bool show(void *self, struct stamp now) {
    struct lines *lines = self;
    struct buffer said = {0}, out = {0};
    name_refused(lines);
    lines->face->say(lines->said_by, now, &said);
    bool any = said.length + lines->notes.length > 0;
    if (any && lines->prompted) {
        buffer_char(&out, '\n'); /* what comes by itself does not stand behind a prompt */
    }
    lines->prompted = lines->prompted && !any;
    buffer_add(&out, lines->notes.length == 0 ? "" : lines->notes.bytes, lines->notes.length);
    buffer_add(&out, said.length == 0 ? "" : said.bytes, said.length);
    if (any || lines->taken || !lines->prompted) {
        add_prompt(lines, &out);
    }
    buffer_clear(&lines->notes);
    lines->taken = false;
    lines->gone = lines->gone || (out.length > 0 && !lines_write(out.bytes, out.length) && signals_leave() == 0);
    buffer_free(&said);
    buffer_free(&out);
    return !lines->gone;
}

/* --- in --- */

/* What was taken goes. */
static void shift(struct lines *lines) {
    size_t rest = lines->read.length - lines->from;
    if (lines->from > 0) {
        memmove(lines->read.bytes, lines->read.bytes + lines->from, rest);
        lines->read.length = rest;
        lines->from = 0;
    }
}

static bool is_ready(void) {
    struct pollfd in = {.fd = STDIN_FILENO, .events = POLLIN};
    return poll(&in, 1, 0) > 0;
}

/* Once a turn, so that signals and time have theirs; false: nothing is new. */
static bool read_more(struct lines *lines) {
    char bytes[8192];
    ssize_t got;
    if (lines->looked || lines->at_end || !is_ready()) {
        return false;
    }
    lines->looked = true;
    shift(lines);
    size_t before = lines->read.length;
    do {
        got = read(STDIN_FILENO, bytes, lines->single && !lines->typed ? 1 : sizeof bytes);
        if (got > 0) {
            buffer_add(&lines->read, bytes, (size_t)got);
        }
    } while (got == 1 && lines->single && !lines->typed && bytes[0] != '\n' && is_ready());
    lines->at_end = got == 0 || (got < 0 && errno != EINTR && errno != EAGAIN);
    return lines->at_end || lines->read.length > before;
}

static void too_long(struct lines *lines, size_t length) {
    if (lines->passes) {
        return;
    }
    lines->passes = true;
    lines->refused++;
    lines->number++;
    say_line(stderr, "line %u: longer than %d bytes (%zu so far): not read", lines->number, (int)LINES_MOST, length);
}

/* The next whole line, or what stands at the end; false: there is none yet. */
static bool next_line(struct lines *lines, const char **text, size_t *length) {
    const char *from = lines->read.length == 0 ? "" : lines->read.bytes + lines->from;
    size_t rest = lines->read.length - lines->from;
    const char *newline = rest == 0 ? NULL : memchr(from, '\n', rest);
    if (newline == NULL && rest > LINES_MOST) {
        too_long(lines, rest);
        lines->from += rest;
        return false;
    }
    if (newline == NULL && (!lines->at_end || rest == 0)) {
        return false;
    }
    *text = from;
    *length = newline == NULL ? rest : (size_t)(newline - from);
    lines->from += *length + (newline != NULL);
    return true;
}

/* A line to be taken; false: none is there now. */
static bool line_there(struct lines *lines, const char **text, size_t *length) {
    for (;;) {
        bool got = next_line(lines, text, length);
        if (got && !lines->passes) {
            return true;
        }
        if (got) { /* the end of one that was too long */
            lines->passes = false;
        } else if (!read_more(lines)) {
            return false;
        }
    }
}

static bool take(void *self, struct msg *out, bool *ended) {
    struct lines *lines = self;
    const char *text = NULL, *note = NULL;
    size_t length = 0;
    if (!line_there(lines, &text, &length)) {
        lines->looked = false;
        *ended = lines->at_end && !lines->stays;
        lines->end.deaf = lines->at_end;
        return false;
    }
    arena_free(lines->line);
    lines->line = arena_new();
    *out = (struct msg){.type = MSG_LINE, .text = plain_line_text(text, length, lines->line, &note)};
    lines->number++;
    lines->taken = true;
    lines->prompted = false;
    if (note != NULL) {
        buffer_format(&lines->notes, "%s.\n", note);
    }
    return true;
}

/* Only a person at a terminal can go on with it. */
static void stop(void *self) {
    struct lines *lines = self;
    if (lines->typed) {
        signals_stop_here();
        lines->prompted = false;
    }
}

void lines_begin(struct lines *lines, const struct lines_face *face, void *said_by, uint32_t before) {
    lines->face = face;
    lines->said_by = said_by;
    lines->number += before;
    lines->stays = lines->looked = lines->taken = false;
    lines->end = (struct loop_end){.self = lines, .take = take, .show = show, .stop = stop, .deaf = lines->at_end};
    buffer_clear(&lines->prompt);
    buffer_text(&lines->prompt, "");
}

void lines_pause(struct lines *lines) {
    if (lines->prompted) {
        lines_write("\n", 1);
    }
    lines->prompted = false;
}

void lines_end(struct lines *lines) {
    lines_pause(lines);
    arena_free(lines->line);
    buffer_free(&lines->read);
    buffer_free(&lines->notes);
    buffer_free(&lines->prompt);
    lines->line = NULL;
}
