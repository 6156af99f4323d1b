#include "keep.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "candour/base/arena.h"
#include "candour/format/save.h"
#include "candour/store/session.h"
#include "generate.h"
#include "pty.h"

/* A file that is appended to, through a session or bare. */
struct appended {
    struct session *session;
    int fd;
    size_t events;
    struct figures *times;
};

/* Nothing goes wrong on a disk that works: a whole replacement would spoil the figures. */
static void never_asked(void *context, struct buffer *out) {
    (void)context;
    (void)out;
    abort();
}

static bool keep(struct appended *file, const struct buffer *bytes, struct arena *arena) {
    const char *notice;
    const char *why = session_keep(file->session, bytes->bytes, bytes->length, never_asked, NULL, &notice, arena);
    if (why)
        fprintf(stderr, "%s\n", why);
    return !why;
}

static bool begin_session(struct appended *file, const struct buffer *opening, const char *path, struct arena *arena) {
    struct session_holder holder;
    const char *why;
    if (session_new(path, arena, &file->session, &holder, &why) == SESSION_GOOD)
        return keep(file, opening, arena);
    fprintf(stderr, "%s\n", why);
    return false;
}

static bool begin_bare(struct appended *file, const struct buffer *opening, const char *path) {
    file->fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_APPEND | O_CLOEXEC, 0600);
    bool good = file->fd >= 0 && write(file->fd, opening->bytes, opening->length) == (ssize_t)opening->length &&
                fsync(file->fd) == 0;
    if (!good)
        perror(path);
    return good;
}

static bool begin(struct appended files[4], const struct agenda *agenda, struct arena *arena) {
    bool good = true;
    for (int i = 0; good && i < 2; i++) {
        struct buffer opening = {0};
        generate_session(agenda, files[i].events, &opening);
        good = begin_session(&files[i], &opening, i == 0 ? "few.yaml" : "many.yaml", arena) &&
               begin_bare(&files[i + 2], &opening, i == 0 ? "few.bare" : "many.bare");
        buffer_free(&opening);
    }
    return good;
}

/* From an event in memory to its bytes on the disk; the bare one is given the same bytes ready made. */
static bool append_one(struct appended *file, size_t number) {
    struct arena *arena = arena_new();
    struct buffer bytes = {0};
    struct event event = generate_event(arena, number);
    bool good;
    if (!file->session)
        save_event(&event, &bytes);
    double from = clock_ms();
    if (file->session) {
        save_event(&event, &bytes);
        good = keep(file, &bytes, arena);
    } else
        good = write(file->fd, bytes.bytes, bytes.length) == (ssize_t)bytes.length && fdatasync(file->fd) == 0;
    figures_add(file->times, clock_ms() - from);
    buffer_free(&bytes);
    arena_free(arena);
    return good;
}

bool keep_measure(const struct agenda *agenda, int rounds, struct keep_figures *out) {
    struct appended files[4] = {{.fd = -1, .events = KEEP_FEW, .times = &out->few},
                                {.fd = -1, .events = KEEP_MANY, .times = &out->many},
                                {.fd = -1, .events = KEEP_FEW, .times = &out->bare_few},
                                {.fd = -1, .events = KEEP_MANY, .times = &out->bare_many}};
    struct arena *arena = arena_new();
    bool good = begin(files, agenda, arena);
    /* Which of them comes first changes every round: the disk remembers who was there before. */
    for (int i = 0; good && i < 4 * rounds; i++) {
        struct appended *file = &files[(i + i / 4) % 4];
        good = append_one(file, file->events + (size_t)(i / 4));
    }
    for (int i = 0; i < 4; i++) {
        session_close(files[i].session);
        if (files[i].fd >= 0)
            close(files[i].fd);
    }
    arena_free(arena);
    return good;
}
