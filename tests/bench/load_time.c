#include "load_time.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>
#include <yaml.h>

#include "candour/base/arena.h"
#include "candour/base/diag.h"
#include "candour/format/load.h"
#include "candour/store/file.h"
#include "pty.h"

/* What one process found out; it crosses a pipe as it is. */
struct found {
    double ms;
    long before, resident, peak; /* kB */
    bool good;
};

static long own_memory(const char *key) {
    char line[256];
    long value = -1;
    FILE *file = fopen("/proc/self/status", "re");
    while (file && fgets(line, sizeof line, file))
        if (strncmp(line, key, strlen(key)) == 0)
            value = strtol(line + strlen(key), NULL, 10);
    if (file)
        fclose(file);
    return value;
}

/* From the name of the file to the meeting with every event applied. */
static void load(const char *path, struct found *found) {
    double from = clock_ms();
    struct arena *arena = arena_new();
    struct load_from order = {.name = path, .check_outcome = true};
    struct loaded loaded;
    struct diags diags;
    char *bytes;
    diags_begin(&diags, arena);
    if (file_read(path, LOAD_FILE_MOST, arena, &bytes, &order.length, NULL))
        return;
    order.bytes = bytes;
    found->good = load_meeting(&order, arena, &diags, &loaded);
    found->ms = clock_ms() - from;
    found->resident = own_memory("VmRSS:");
    found->peak = own_memory("VmHWM:");
    arena_free(arena);
}

static void scan(const char *path, struct found *found) {
    double from = clock_ms();
    FILE *file = fopen(path, "re");
    yaml_parser_t parser;
    yaml_event_t event;
    yaml_event_type_t type = YAML_NO_EVENT;
    if (!file || !yaml_parser_initialize(&parser))
        return;
    yaml_parser_set_input_file(&parser, file);
    while (type != YAML_STREAM_END_EVENT && yaml_parser_parse(&parser, &event)) {
        type = event.type;
        yaml_event_delete(&event);
    }
    yaml_parser_delete(&parser);
    fclose(file);
    found->good = type == YAML_STREAM_END_EVENT;
    found->ms = clock_ms() - from;
}

int load_apart(const char *how, const char *path) {
    struct found found = {.before = own_memory("VmRSS:")};
    (strcmp(how, "--load") == 0 ? load : scan)(path, &found);
    return write(STDOUT_FILENO, &found, sizeof found) == (ssize_t)sizeof found && found.good ? 0 : 1;
}

/* A fresh process: nothing of ours is counted as its memory, and it pays for its own pages. */
static bool apart(const char *how, const char *path, struct found *found) {
    int report[2];
    *found = (struct found){0};
    if (pipe(report) != 0)
        return false;
    pid_t pid = fork();
    if (pid == 0) {
        dup2(report[1], STDOUT_FILENO);
        close(report[0]);
        execl("/proc/self/exe", "bench", how, path, (char *)NULL);
        _exit(127);
    }
    close(report[1]);
    bool heard = read(report[0], found, sizeof *found) == (ssize_t)sizeof *found;
    close(report[0]);
    waitpid(pid, NULL, 0);
    return heard && found->good;
}

bool load_measure(const char *path, int rounds, struct load_figures *out) {
    struct found found;
    for (int i = 0; i < rounds; i++) {
        if (!apart("--load", path, &found))
            return false;
        figures_add(&out->load, found.ms);
        figures_add(&out->before, (double)found.before);
        figures_add(&out->resident, (double)found.resident);
        figures_add(&out->peak, (double)found.peak);
        if (!apart("--scan", path, &found))
            return false;
        figures_add(&out->scan, found.ms);
    }
    return true;
}
