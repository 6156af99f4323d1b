#include "pty.h"

#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

double clock_ms(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

bool program_start(struct program *program, char *const argv[]) {
    struct winsize size = {.ws_row = 24, .ws_col = 80};
    memset(program, 0, sizeof *program);
    program->started = clock_ms();
    program->pid = forkpty(&program->fd, NULL, NULL, &size);
    if (program->pid == 0) {
        setenv("TERM", "xterm-256color", 1);
        unsetenv("LINES");
        unsetenv("COLUMNS");
        execvp(argv[0], argv);
        _exit(127);
    }
    return program->pid > 0 && fcntl(program->fd, F_SETFD, FD_CLOEXEC) == 0;
}

/* One read of at most WAIT ms; false when nothing came. */
static bool take(struct program *program, int wait) {
    char bytes[4096];
    struct pollfd ready = {.fd = program->fd, .events = POLLIN};
    if (poll(&ready, 1, wait) <= 0)
        return false;
    ssize_t n = read(program->fd, bytes, sizeof bytes);
    if (n <= 0)
        return false;
    program->bytes += n;
    int room = (int)sizeof program->tail - 1, more = (int)n;
    if (program->tail_length + more > room) {
        int keep = room - more;
        int drop = program->tail_length > keep ? program->tail_length - keep : 0;
        memmove(program->tail, program->tail + drop, (size_t)(program->tail_length - drop));
        program->tail_length -= drop;
    }
    memcpy(program->tail + program->tail_length, bytes, (size_t)more);
    program->tail_length += more;
    return true;
}

static bool drawn(const struct program *program, const char *marker) {
    return !marker || memmem(program->tail, (size_t)program->tail_length, marker, strlen(marker)) != NULL;
}

double program_frame(struct program *program, const char *marker, double began, int quiet, int limit) {
    double last = -1;
    program->tail_length = 0;
    for (;;) {
        bool done = last >= 0 && drawn(program, marker);
        if (take(program, done ? quiet : limit))
            last = clock_ms();
        else
            return done ? last - began : -1;
        if (!done && last - began > limit)
            return -1;
    }
}

void program_type(struct program *program, const char *keys) {
    size_t length = strlen(keys);
    if (write(program->fd, keys, length) != (ssize_t)length)
        perror("typing");
}

double program_key(struct program *program, const char *keys, int quiet) {
    double began = clock_ms();
    program_type(program, keys);
    return program_frame(program, NULL, began, quiet, 1000);
}

void program_drain(struct program *program, int ms) {
    for (double end = clock_ms() + ms, now = clock_ms(); now < end; now = clock_ms())
        take(program, (int)(end - now) + 1);
}

static long status_figure(const struct program *program, const char *key) {
    char path[64], line[256];
    long value = -1;
    snprintf(path, sizeof path, "/proc/%ld/status", (long)program->pid);
    FILE *file = fopen(path, "re");
    while (file && fgets(line, sizeof line, file))
        if (strncmp(line, key, strlen(key)) == 0)
            value = strtol(line + strlen(key), NULL, 10);
    if (file)
        fclose(file);
    return value;
}

long program_resident(const struct program *program) {
    return status_figure(program, "VmRSS:");
}

long program_sleeps(const struct program *program) {
    return status_figure(program, "voluntary_ctxt_switches:");
}

static bool ended(struct program *program, int ms) {
    double limit = clock_ms() + ms;
    do {
        if (waitpid(program->pid, NULL, WNOHANG) != 0)
            return true;
        take(program, 1);
    } while (clock_ms() < limit);
    return false;
}

void program_end(struct program *program, const char *keys) {
    if (program->pid <= 0)
        return;
    if (keys)
        program_type(program, keys);
    if (!keys || !ended(program, 1000)) {
        kill(program->pid, SIGTERM);
        if (!ended(program, 2000)) {
            kill(program->pid, SIGKILL);
            waitpid(program->pid, NULL, 0);
        }
    }
    close(program->fd);
    program->pid = 0;
}
