#include "harness.h"

#include <errno.h>
#include <fcntl.h>
#include <glob.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

static void must(bool good, const char *what) {
    if (!good) {
        fail_msg("%s: %s", what, strerror(errno));
    }
}

static void map_clock(struct room *room, bool frozen) {
    char path[ROOM_PATH + 16];
    snprintf(path, sizeof path, "%s/.clock", room->folder);
    int fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    must(fd >= 0 && ftruncate(fd, sizeof *room->clock) == 0, path);
    room->clock = mmap(NULL, sizeof *room->clock, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
    close(fd);
    must(room->clock != MAP_FAILED, path);
    room->clock->frozen = frozen ? INT64_C(1479821280000) : 0;
}

static void absolute(const char *build, const char *name, char out[ROOM_PATH]) {
    char path[2 * ROOM_PATH];
    snprintf(path, sizeof path, "%.500s/%.500s", build, name);
    char *found = realpath(path, NULL);
    must(found != NULL && strlen(found) < ROOM_PATH, path);
    snprintf(out, ROOM_PATH, "%s", found);
    free(found);
}

struct room *room_new(const char *build, bool frozen) {
    struct room *room = calloc(1, sizeof *room);
    snprintf(room->folder, sizeof room->folder, "/tmp/candour-pty-XXXXXX");
    must(mkdtemp(room->folder) != NULL, room->folder);
    absolute(build, "candour", room->program);
    absolute(build, "pty/clockshim.so", room->shim);
    map_clock(room, frozen);
    return room;
}

void room_free(struct room *room) {
    char command[ROOM_PATH + 32];
    for (size_t i = 0; i < TERMINALS_MOST; i++) {
        if (room->terminals[i] != NULL) {
            terminal_free(room->terminals[i]);
        }
    }
    munmap(room->clock, sizeof *room->clock);
    snprintf(command, sizeof command, "rm -rf '%s'", room->folder);
    must(system(command) == 0, command);
    free(room);
}

static char *read_whole(const char *path) {
    FILE *in = fopen(path, "rb");
    if (in == NULL) {
        return NULL;
    }
    size_t length = 0;
    size_t capacity = 1 << 16;
    char *bytes = malloc(capacity + 1);
    for (size_t got; (got = fread(bytes + length, 1, capacity - length, in)) > 0;) {
        length += got;
        if (length == capacity) {
            capacity *= 2;
            bytes = realloc(bytes, capacity + 1);
        }
    }
    fclose(in);
    bytes[length] = '\0';
    return bytes;
}

void room_path(const struct room *room, const char *name, char path[2 * ROOM_PATH]) {
    snprintf(path, 2 * ROOM_PATH, "%s/%s", room->folder, name);
}

void room_make_folder(const struct room *room, const char *name) {
    char path[2 * ROOM_PATH];
    room_path(room, name, path);
    must(mkdir(path, 0700) == 0, path);
}

void room_copy(const struct room *room, const char *from, const char *name) {
    char path[2 * ROOM_PATH];
    char *bytes = read_whole(from);
    must(bytes != NULL, from);
    room_path(room, name, path);
    FILE *out = fopen(path, "wb");
    must(out != NULL && fputs(bytes, out) >= 0 && fclose(out) == 0, path);
    free(bytes);
}

static bool look_for(const struct room *room, const char *pattern, char out[2 * ROOM_PATH]) {
    glob_t found = {0};
    snprintf(out, 2 * ROOM_PATH, "%s/%s", room->folder, pattern);
    bool there = glob(out, GLOB_PERIOD, NULL, &found) == 0 && found.gl_pathc > 0;
    if (there) {
        snprintf(out, 2 * ROOM_PATH, "%s", found.gl_pathv[0]);
    }
    globfree(&found);
    return there;
}

char *room_read(const struct room *room, const char *path) {
    char found[2 * ROOM_PATH];
    return look_for(room, path, found) ? read_whole(found) : NULL;
}

bool room_has(const struct room *room, const char *path) {
    char found[2 * ROOM_PATH];
    return look_for(room, path, found);
}
