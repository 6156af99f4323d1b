#include "candour/shell/gather.h"

#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "candour/base/arena.h"
#include "candour/core/stock.h"
#include "candour/format/precis.h"
#include "candour/shell/input.h"
#include "candour/store/file.h"
#include "candour/store/listing.h"
#include "candour/store/lock.h"
#include "candour/store/name.h"

/* News is told at most twenty times a second: a frame for each file would cost more than reading it. */
enum { THREADS_MOST = 16, QUEUE_LEAST = 256, NEWS_MS = 50 };

struct gather {
    const char *const *operands;
    size_t operand_count;
    struct stamp now;
    int news[2]; /* a pipe: read here, written by the threads */
    pthread_t threads[THREADS_MOST];
    struct worker {
        struct gather *gather;
        struct arena *kept; /* of the précis it made */
    } workers[THREADS_MOST];
    size_t thread_count;
    atomic_bool stop;
    atomic_size_t next; /* file to be read */

    pthread_mutex_t lock; /* of everything below */
    pthread_cond_t listed;
    bool is_listed;
    struct arena *arena; /* of the listing */
    struct listing listing;
    struct stock *stock;
    struct session_read *queue; /* read and not taken yet */
    size_t count, room;
    size_t done; /* read, taken or not */
    int64_t told;
    bool quiet; /* nothing new since it was taken last */

    struct arena *again;        /* of what was read anew, by the taker alone */
    struct session_read *taken; /* the queue that was handed out last; of the taker alone */
    size_t taken_room;
};

static int64_t running_ms(void) {
    struct timespec t = {0};
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

static void tell(struct gather *gather, bool now) {
    int64_t at = running_ms();
    if (!now && at - gather->told < NEWS_MS) {
        return;
    }
    gather->told = at;
    ssize_t wrote = write(gather->news[1], "", 1); /* a full pipe tells as well */
    (void)wrote;
}

/* --- one file --- */

static bool is_held(const char *path, struct arena *arena) {
    const char *fault = NULL;
    const char *target = file_resolve(path, arena, &fault);
    return lock_busy(name_beside(target == NULL ? path : target, ".", ".lock", arena));
}

/* Everything in ARENA, but for what keeping makes of it. */
static struct precis read_one(const char *path, struct stamp now, struct arena *arena) {
    struct input input;
    struct load_from from;
    const char *why = input_fetch(path, arena, &input, &from);
    if (why != NULL) {
        return precis_unread(path, why);
    }
    struct precis precis = precis_read(&from, now, arena);
    precis.held = precis.state == PRECIS_SESSION && is_held(path, arena);
    return precis;
}

static void hand_over(struct gather *gather, uint32_t place, struct precis *precis) {
    pthread_mutex_lock(&gather->lock);
    precis_share(gather->stock, precis);
    if (gather->count == gather->room) {
        gather->room = gather->room == 0 ? QUEUE_LEAST : 2 * gather->room;
        gather->queue = realloc(gather->queue, gather->room * sizeof *gather->queue);
        if (gather->queue == NULL) {
            abort();
        }
    }
    gather->queue[gather->count++] = (struct session_read){.place = place, .precis = precis};
    gather->done++;
    gather->quiet = false;
    tell(gather, gather->done == gather->listing.count || gather->done == 1);
    pthread_mutex_unlock(&gather->lock);
}

/* --- the threads --- */

static void list_files(struct gather *gather) {
    struct listing listing;
    listing_make(gather->operands, gather->operand_count, gather->arena, &listing);
    pthread_mutex_lock(&gather->lock);
    gather->listing = listing;
    gather->is_listed = true;
    gather->quiet = false;
    tell(gather, listing.count == 0);
    pthread_cond_broadcast(&gather->listed);
    pthread_mutex_unlock(&gather->lock);
}

static void wait_for_list(struct gather *gather) {
    pthread_mutex_lock(&gather->lock);
    while (!gather->is_listed) {
        pthread_cond_wait(&gather->listed, &gather->lock);
    }
    pthread_mutex_unlock(&gather->lock);
}

static void read_files(struct worker *worker) {
    struct gather *gather = worker->gather;
    struct arena *arena = arena_new_again();
    while (!atomic_load(&gather->stop)) {
        size_t place = atomic_fetch_add(&gather->next, 1);
        if (place >= gather->listing.count) {
            break;
        }
        struct precis made = read_one(gather->listing.paths[place], gather->now, arena);
        hand_over(gather, (uint32_t)place, precis_keep(worker->kept, &made));
        arena_empty(arena);
    }
    arena_free(arena);
}

static void *work(void *context) {
    struct worker *worker = context;
    if (worker == worker->gather->workers) {
        list_files(worker->gather);
    } else {
        wait_for_list(worker->gather);
    }
    read_files(worker);
    return NULL;
}

static size_t cores(void) {
    long online = sysconf(_SC_NPROCESSORS_ONLN);
    return online < 1 ? 1 : online > THREADS_MOST ? THREADS_MOST : (size_t)online;
}

/* Signals are the loop's: a thread is born with all of them blocked. */
static void start_threads(struct gather *gather) {
    sigset_t all;
    sigset_t before;
    sigfillset(&all);
    pthread_sigmask(SIG_BLOCK, &all, &before);
    for (size_t most = cores(); gather->thread_count < most; gather->thread_count++) {
        struct worker *worker = &gather->workers[gather->thread_count];
        *worker = (struct worker){.gather = gather, .kept = arena_new()};
        if (pthread_create(&gather->threads[gather->thread_count], NULL, work, worker) != 0) {
            arena_free(worker->kept);
            break;
        }
    }
    pthread_sigmask(SIG_SETMASK, &before, NULL);
}

static void open_news(struct gather *gather) {
    gather->news[0] = gather->news[1] = -1;
    if (pipe(gather->news) != 0) {
        return;
    }
    for (int i = 0; i < 2; i++) {
        fcntl(gather->news[i], F_SETFD, FD_CLOEXEC);
        fcntl(gather->news[i], F_SETFL, O_NONBLOCK);
    }
}

static void close_news(struct gather *gather) {
    for (int i = 0; i < 2; i++) {
        if (gather->news[i] >= 0) {
            close(gather->news[i]);
        }
    }
}

struct gather *gather_begin(const char *const *operands, size_t count, struct stamp now) {
    struct gather *gather = calloc(1, sizeof *gather);
    if (gather == NULL) {
        abort();
    }
    gather->operands = operands;
    gather->operand_count = count;
    gather->now = now;
    gather->arena = arena_new();
    gather->again = arena_new();
    gather->stock = stock_new();
    pthread_mutex_init(&gather->lock, NULL);
    pthread_cond_init(&gather->listed, NULL);
    open_news(gather);
    start_threads(gather);
    if (gather->thread_count == 0) {
        gather_end(gather);
        return NULL;
    }
    return gather;
}

void gather_end(struct gather *gather) {
    if (gather == NULL) {
        return;
    }
    atomic_store(&gather->stop, true);
    for (size_t i = 0; i < gather->thread_count; i++) {
        pthread_join(gather->threads[i], NULL);
        arena_free(gather->workers[i].kept);
    }
    arena_free(gather->again);
    pthread_cond_destroy(&gather->listed);
    pthread_mutex_destroy(&gather->lock);
    close_news(gather);
    stock_free(gather->stock);
    arena_free(gather->arena);
    free(gather->queue);
    free(gather->taken);
    free(gather);
}

/* --- for the loop --- */

int gather_news(const struct gather *gather) {
    return gather->news[0];
}

static void hear_news(const struct gather *gather) {
    char told[64];
    ssize_t heard = gather->news[0] < 0 ? 0 : 1;
    while (heard > 0) {
        heard = read(gather->news[0], told, sizeof told);
    }
}

/* The two lists change places, so that threads go on at once. */
static void swap_lists(struct gather *gather, struct sessions_read *out) {
    struct session_read *list = gather->queue;
    size_t room = gather->room;
    out->list = list;
    out->count = gather->count;
    gather->queue = gather->taken;
    gather->room = gather->taken_room;
    gather->count = 0;
    gather->taken = list;
    gather->taken_room = room;
}

bool gather_take(struct gather *gather, struct sessions_read *out) {
    *out = (struct sessions_read){0};
    hear_news(gather);
    pthread_mutex_lock(&gather->lock);
    bool news = !gather->quiet;
    gather->quiet = true;
    if (news) {
        swap_lists(gather, out);
        out->listed = gather->is_listed;
        out->files = (uint32_t)gather->listing.count;
        out->done = gather->is_listed && gather->done == gather->listing.count;
        out->faults = gather->listing.faults;
        out->fault_count = gather->listing.fault_count;
    }
    pthread_mutex_unlock(&gather->lock);
    return news;
}

const struct precis *gather_again(struct gather *gather, const char *path, struct stamp now) {
    struct arena *arena = arena_new();
    struct precis made = read_one(path, now, arena);
    struct precis *kept = precis_keep(gather->again, &made);
    pthread_mutex_lock(&gather->lock);
    precis_share(gather->stock, kept);
    pthread_mutex_unlock(&gather->lock);
    arena_free(arena);
    return kept;
}
