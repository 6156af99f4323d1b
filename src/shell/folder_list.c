/* The sessions of a folder as lines, for where there is no screen. */
#include <poll.h>
#include <stdlib.h>
#include <string.h>

#include "candour/base/arena.h"
#include "candour/base/buffer.h"
#include "candour/base/text.h"
#include "candour/core/precis.h"
#include "candour/shell/clock.h"
#include "candour/shell/folder.h"
#include "candour/shell/gather.h"
#include "candour/shell/input.h"

struct found {
    const struct precis *precis;
    uint32_t place;
};

struct all {
    struct found *list;
    size_t count, room, faults;
};

static void take(struct all *all, const struct sessions_read *read) {
    for (size_t i = 0; i < read->count; i++) {
        if (all->count == all->room) {
            all->room = all->room == 0 ? 64 : 2 * all->room;
            all->list = realloc(all->list, all->room * sizeof *all->list);
            if (all->list == NULL) {
                abort();
            }
        }
        all->list[all->count++] = (struct found){.precis = read->list[i].precis, .place = read->list[i].place};
    }
    for (size_t i = 0; i < read->fault_count && all->faults < read->fault_count; i++) {
        say_error("%s", read->faults[i]);
    }
    all->faults = read->fault_count > all->faults ? read->fault_count : all->faults;
}

/* Until all are read. */
static void read_all(struct gather *gather, struct all *all) {
    enum { LOOK_MS = 20 }; /* where there is no news of it */
    struct sessions_read read = {0};
    struct pollfd news = {.fd = gather_news(gather), .events = POLLIN};
    while (!read.done) {
        poll(&news, 1, news.fd < 0 ? LOOK_MS : -1);
        if (gather_take(gather, &read)) {
            take(all, &read);
        }
    }
}

/* What is late first, then the latest meeting; files with problems last. */
static int before(const void *a, const void *b) {
    const struct found *one = a, *other = b;
    const struct precis *p = one->precis, *q = other->precis;
    bool session = p->state == PRECIS_SESSION;
    if (session != (q->state == PRECIS_SESSION)) {
        return session ? -1 : 1;
    }
    if ((p->late > 0) != (q->late > 0)) {
        return p->late > 0 ? -1 : 1;
    }
    return p->met != q->met ? (p->met > q->met ? -1 : 1) : one->place < other->place ? -1 : one->place > other->place;
}

static void session_line(const struct precis *precis, struct arena *arena, struct buffer *out) {
    char date[DAY_SIZE];
    const char *line =
        arena_format(arena,
                     "%s %s, %s, %s%s: %zu late, %zu agreement%s outstanding, %zu challenge%s open, %zu promised "
                     "evidence not seen. %s",
                     precis->met == 0 ? "no date" : day_write(precis->met, date), precis->review,
                     precis->title == NULL ? precis->review_title : precis->title, input_status_word(precis->status),
                     precis->held ? ", open in another program" : "", precis->late, precis->outstanding,
                     precis->outstanding == 1 ? "" : "s", precis->open_challenges,
                     precis->open_challenges == 1 ? "" : "s", precis->promised, precis->path);
    buffer_format(out, "%s\n", text_shown(arena, line, strlen(line)));
}

static enum exit_status say_all(const struct all *all, struct buffer *out) {
    enum exit_status status = all->faults > 0 ? EXIT_PROBLEMS : EXIT_DONE;
    size_t sessions = 0;
    struct arena *arena = arena_new();
    for (size_t i = 0; i < all->count; i++) {
        const struct precis *precis = all->list[i].precis;
        if (precis->state == PRECIS_SESSION) {
            session_line(precis, arena, out);
            sessions++;
        } else if (precis->state != PRECIS_AGENDA) {
            say_error("%s: %s", precis->path, precis->problem == NULL ? "cannot be read" : precis->problem);
            status = EXIT_PROBLEMS;
        }
    }
    buffer_format(out,
                  "%zu session%s. One is opened by 'candour review FILE --plain'; 'candour actions' lists what is "
                  "outstanding in all.\n",
                  sessions, sessions == 1 ? "" : "s");
    arena_free(arena);
    return status;
}

enum exit_status folder_list(const struct given *given) {
    struct all all = {0};
    struct buffer out = {0};
    struct clock clock = clock_begin();
    struct gather *gather = gather_begin((const char *const *)given->operands, given->count, clock_now(&clock));
    if (gather == NULL) {
        say_error("the sessions could not be read: no thread could be started");
        return EXIT_SYSTEM;
    }
    read_all(gather, &all);
    if (all.count > 0) {
        qsort(all.list, all.count, sizeof *all.list, before);
    }
    enum exit_status status = say_all(&all, &out);
    if (!say_to(stdout, out.bytes, out.length)) {
        status = EXIT_SYSTEM;
    }
    gather_end(gather);
    buffer_free(&out);
    free(all.list);
    return status;
}
