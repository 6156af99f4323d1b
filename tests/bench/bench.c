/* The figures of `make bench`: candour beside the floor in hello.c, in interleaved runs, medians; nano and tig where
 * they are installed. Figures, never pass or fail. bench OUT [ROUNDS]                     OUT holds candour and
 * bench/hello bench --generate AGENDA COUNT FILE     a session of COUNT events
 */
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <limits.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "candour/base/arena.h"
#include "candour/store/file.h"
#include "documents.h"
#include "folder.h"
#include "generate.h"
#include "keep.h"
#include "load_time.h"
#include "pty.h"
#include "screens.h"

enum { ROUNDS = 15, KEYS = 200, KEEPS = 300, IDLE_MS = 10000, PAUSED_MS = 61000, LONG = 20000 };
enum { MANY = 10000, MANY_EVENTS = 60, MANY_ROUNDS = 3 };

static const char agenda_path[] = "tests/cases/harrowmere.agenda.yaml";
static const char session_path[] = "tests/cases/harrowmere.session.yaml";

struct bench {
    char candour[PATH_MAX], hello[PATH_MAX];
    char agenda[PATH_MAX], open[PATH_MAX]; /* absolute; OPEN is the session as it was before it was closed */
    char home[PATH_MAX];                   /* where bench was started: tig shows its history */
    char room[PATH_MAX];                   /* its own folder, removed at the end */
    struct arena *arena;
    int rounds;
};

static bool write_whole(const char *path, const char *bytes, size_t length) {
    const char *why;
    struct arena *arena = arena_new();
    why = file_replace(path, bytes, length, false, NULL, NULL, arena);
    if (why)
        fprintf(stderr, "%s\n", why);
    arena_free(arena);
    return !why;
}

static int generate(const char *agenda_name, const char *count, const char *path) {
    struct arena *arena = arena_new();
    struct buffer text = {0};
    const struct agenda *agenda = generate_agenda(agenda_name, arena);
    bool good = agenda != NULL;
    if (good) {
        generate_session(agenda, strtoul(count, NULL, 10), &text);
        good = write_whole(path, text.bytes, text.length);
    }
    buffer_free(&text);
    arena_free(arena);
    return good ? 0 : 1;
}

static int generate_many(const char *agenda_name, const char *count, const char *events, const char *folder) {
    struct arena *arena = arena_new();
    const struct agenda *agenda = generate_agenda(agenda_name, arena);
    bool good = agenda != NULL && generate_folder(agenda, strtoul(count, NULL, 10), strtoul(events, NULL, 10), folder);
    arena_free(arena);
    return good ? 0 : 1;
}

/* The Harrowmere session without its `close`: adjourned, as one leaves it for a break. */
static bool open_variant(struct bench *bench, const char *to) {
    char *bytes;
    size_t length;
    if (file_read(bench->open, 1 << 20, bench->arena, &bytes, &length, NULL))
        return false;
    char *close = strstr(bytes, "  do: close\n");
    if (!close)
        return false;
    struct buffer text = {0};
    buffer_add(&text, bytes, (size_t)(close - bytes));
    buffer_text(&text, "  do: adjourn\n");
    bool good = write_whole(to, text.bytes, text.length);
    buffer_free(&text);
    return good;
}

static const char *installed(const char *name) {
    const char *path = getenv("PATH");
    char full[PATH_MAX];
    while (path && *path) {
        size_t length = strcspn(path, ":");
        snprintf(full, sizeof full, "%.*s/%s", (int)length, path, name);
        if (access(full, X_OK) == 0)
            return name;
        path += length + (path[length] == ':');
    }
    return NULL;
}

static char *writable(const char *text) {
    return (char *)(uintptr_t)text;
}

static void measure_screens(struct bench *bench) {
    static struct contender all[4];
    char run[] = "run", file[] = "open.yaml", repository[] = "-C";
    all[0] = (struct contender){.name = "candour", .argv = {bench->candour, run, file}, .marker = "help"};
    all[1] = (struct contender){.name = "hello", .argv = {bench->hello, file}, .marker = "23-row"};
    all[2] = (struct contender){.name = "nano", .argv = {writable(installed("nano")), file}, .marker = "Exit"};
    all[3] =
        (struct contender){.name = "tig", .argv = {writable(installed("tig")), repository, bench->home}, .marker = "["};
    for (int i = 0; i < 4; i++) {
        /* Up first in candour, which begins at the last item. */
        all[i].there = i == 0 ? "\033OA" : "\033OB";
        all[i].back = i == 0 ? "\033OB" : "\033OA";
        all[i].leave = i == 2 ? "\x18" : "q";
    }
    all[0].first = "\r"; /* from the start page to the meeting */
    if (!open_variant(bench, "open.yaml"))
        return;
    screens_measure(all, 4, bench->rounds, KEYS);
    table_ratio("start to first full frame, Harrowmere", figures_median(&all[0].start), figures_median(&all[1].start),
                "ms", 1.5);
    table_note("nano %.1f ms, tig %.1f ms", figures_median(&all[2].start), figures_median(&all[3].start));
    table_ratio("a key to its frame, median", figures_median(&all[0].key), figures_median(&all[1].key), "ms", 1.5);
    table_figure("a key to its frame, p99", figures_at(&all[0].key, 0.99), "ms", "<= 5 ms");
    if (all[0].silent > 0)
        table_note("%d of %d keys drew nothing", all[0].silent, KEYS);
    table_note("p99: hello %.3f ms; median: nano %.3f ms, tig %.3f ms", figures_at(&all[1].key, 0.99),
               figures_median(&all[2].key), figures_median(&all[3].key));
    table_ratio("resident memory, Harrowmere", figures_median(&all[0].resident), figures_median(&all[1].resident), "kB",
                1.5);
    table_note("nano %.0f kB, tig %.0f kB", figures_median(&all[2].resident), figures_median(&all[3].resident));
}

static void measure_keeping(const struct agenda *agenda) {
    static struct keep_figures kept;
    if (!keep_measure(agenda, KEEPS, &kept))
        return;
    double few = figures_median(&kept.few), bare = figures_median(&kept.bare_few);
    table_ratio("one event kept, 200 before it", few, bare, "ms", 1.2);
    table_ratio("one event kept, 20,000 before, against 200", figures_median(&kept.many), few, "ms", 1.1);
    table_note("bare write + fdatasync behind 20,000 events: %.3f ms; p99 of ours %.3f ms",
               figures_median(&kept.bare_many), figures_at(&kept.many, 0.99));
}

static void measure_loading(struct bench *bench) {
    static struct load_figures load;
    struct stat status;
    if (generate(bench->agenda, "20000", "long.yaml") != 0 || stat("long.yaml", &status) != 0)
        return;
    if (!load_measure("long.yaml", bench->rounds, &load)) {
        table_note("a session of 20,000 events does not load");
        return;
    }
    double size = (double)status.st_size / 1024;
    table_ratio("load, check, replay 20,000 events, to a scan", figures_median(&load.load), figures_median(&load.scan),
                "ms", 2.0);
    table_ratio("resident memory after it, to the file", figures_median(&load.resident), size, "kB", 4.0);
    table_note("%.0f kB of it before anything was loaded; %.0f kB at most while loading", figures_median(&load.before),
               figures_median(&load.peak));
}

/* The log of the long session: from row to row, and from one kind of event to the next, which sifts all of them. */
static void measure_log(struct bench *bench) {
    static struct contender all[2];
    char review[] = "review", file[] = "long.yaml";
    for (int i = 0; i < 2; i++) {
        all[i] = (struct contender){.name = "log",
                                    .argv = {bench->candour, review, file},
                                    .marker = "help",
                                    .first = "8",
                                    .there = i == 0 ? "\033OA" : "\033OC",
                                    .back = i == 0 ? "\033OB" : "\033OD"};
    }
    screens_measure(all, 2, 0, KEYS);
    table_figure("log of 20,000 events: a key to its frame", figures_median(&all[0].key), "ms", "<= 5 ms");
    table_note("p99 %.3f ms; the next kind of event alone: %.3f ms, p99 %.3f ms", figures_at(&all[0].key, 0.99),
               figures_median(&all[1].key), figures_at(&all[1].key, 0.99));
}

/* Many sessions: each its own review, none with the agenda of another. */
static void measure_folder(struct bench *bench, const struct agenda *agenda) {
    static struct folder_figures many;
    char folder[] = "many";
    if (!generate_folder(agenda, MANY, MANY_EVENTS, folder) ||
        !folder_measure(bench->candour, folder, MANY_ROUNDS, &many)) {
        table_note("a folder of %d sessions could not be measured", MANY);
        return;
    }
    double cores = folder_cores();
    table_figure("10,000 sessions of 60 events: first rows", figures_median(&many.first), "ms", "<= 300 ms");
    table_ratio("all listed, to a scan divided by the cores", figures_median(&many.all),
                figures_median(&many.scan) / cores, "ms", 2.5);
    table_figure("resident memory with all of them", figures_median(&many.resident), "kB", "< 204800 kB");
    table_note("%.0f cores; a search over all their words, from its last letter: %.0f ms", cores,
               figures_median(&many.search));
}

/* Wake-ups are the times it went to sleep of its own will (voluntary context switches). */
static void table_idle(const char *what, const struct program *program, long bytes, long sleeps, double ms,
                       double per_ms, const char *budget) {
    double window = ms / per_ms;
    table_figure(what, (double)(program_sleeps(program) - sleeps) / window, "wakes", budget);
    table_figure("", (double)(program->bytes - bytes) / window, "bytes", per_ms > 1e3 ? "" : "< 64");
    table_note("counted over %.0f s", ms / 1000);
}

static void measure_idle_for(const char *what, struct program *program, int ms, double per_ms, const char *budget) {
    program_drain(program, 500);
    long bytes = program->bytes, sleeps = program_sleeps(program);
    double from = clock_ms();
    program_drain(program, ms);
    table_idle(what, program, bytes, sleeps, clock_ms() - from, per_ms, budget);
}

static void measure_idle(struct bench *bench) {
    struct program program;
    char run[] = "run", option[] = "-o", file[] = "idle.yaml";
    char *argv[] = {bench->candour, run, bench->agenda, option, file, NULL};
    if (!program_start(&program, argv))
        return;
    program_frame(&program, NULL, program.started, 300, 5000);
    program_key(&program, "\r", 300);
    program_key(&program, " ", 300);
    measure_idle_for("idle with a running clock, a second", &program, IDLE_MS, 1e3, "<= 1");
    program_key(&program, " ", 300);
    measure_idle_for("paused, a minute", &program, PAUSED_MS, 6e4, "<= 1");
    program_end(&program, NULL);
}

/* A folder of its own beside the program, on the disk that is measured; for other programs it is their home. */
static bool move_to_own_folder(struct bench *bench, const char *out) {
    char folder[PATH_MAX];
    if (!getcwd(bench->home, sizeof bench->home))
        return false;
    snprintf(folder, sizeof folder, "%s/bench/room-XXXXXX", out);
    bool found = realpath(agenda_path, bench->agenda) && realpath(session_path, bench->open);
    if (!found || !mkdtemp(folder)) {
        perror(found ? folder : "tests/cases");
        return false;
    }
    return chdir(folder) == 0 && getcwd(bench->room, sizeof bench->room) && setenv("HOME", bench->room, 1) == 0;
}

static int remove_one(const char *path, const struct stat *status, int type, struct FTW *walk) {
    (void)status;
    (void)type;
    (void)walk;
    return remove(path);
}

static int measure(const char *out, int rounds) {
    static struct bench bench;
    char path[PATH_MAX];
    snprintf(path, sizeof path, "%s/candour", out);
    bool candour = realpath(path, bench.candour) != NULL;
    snprintf(path, sizeof path, "%s/bench/hello", out);
    if (!realpath(path, bench.hello) || !move_to_own_folder(&bench, out))
        return 1;
    bench.arena = arena_new();
    bench.rounds = rounds;
    const struct agenda *agenda = generate_agenda(bench.agenda, bench.arena);
    table_head();
    if (candour)
        measure_screens(&bench);
    measure_keeping(agenda);
    measure_loading(&bench);
    if (generate(bench.agenda, "2000", "documents.yaml") == 0)
        documents_measure("documents.yaml", rounds);
    if (candour)
        measure_log(&bench);
    if (candour)
        measure_folder(&bench, agenda);
    if (candour)
        measure_idle(&bench);
    nftw(bench.room, remove_one, 16, FTW_DEPTH | FTW_PHYS);
    arena_free(bench.arena);
    return 0;
}

int main(int argc, char **argv) {
    setlocale(LC_ALL, "C.UTF-8");
    setenv("LC_ALL", "C.UTF-8", 1);
    if (argc == 5 && strcmp(argv[1], "--generate") == 0)
        return generate(argv[2], argv[3], argv[4]);
    if (argc == 6 && strcmp(argv[1], "--folder") == 0)
        return generate_many(argv[2], argv[3], argv[4], argv[5]);
    if (argc == 3 && (strcmp(argv[1], "--load") == 0 || strcmp(argv[1], "--scan") == 0))
        return load_apart(argv[1], argv[2]);
    if (argc < 2 || argv[1][0] == '-') {
        fputs("usage: bench OUT [ROUNDS] | bench --generate AGENDA COUNT FILE | bench --folder AGENDA COUNT EVENTS "
              "DIR\n",
              stderr);
        return 2;
    }
    setvbuf(stdout, NULL, _IOLBF, 0);
    return measure(argv[1], argc > 2 ? atoi(argv[2]) : ROUNDS);
}
