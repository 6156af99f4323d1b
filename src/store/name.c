#include "candour/store/name.h"

#include <inttypes.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

#include "candour/base/arena.h"

enum { SUM_LENGTH = 9 };

const char *name_last(const char *path) {
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

char *name_folder(const char *path, struct arena *arena) {
    const char *last = name_last(path);
    if (last == path)
        return arena_text(arena, ".");
    size_t length = (size_t)(last - path) - 1;
    return length ? arena_copy(arena, path, length) : arena_text(arena, "/");
}

/* FNV-1a: it only keeps names apart that were cut at the same place. */
static uint32_t sum_of(const char *text) {
    uint32_t sum = 2166136261U;
    for (; *text; text++)
        sum = (sum ^ (uint8_t)*text) * 16777619U;
    return sum;
}

static char *cut_to(const char *name, size_t length, size_t most, const char *whole, struct arena *arena) {
    if (length <= most)
        return arena_copy(arena, name, length);
    size_t keep = most - SUM_LENGTH;
    while (keep > 0 && ((unsigned char)name[keep] & 0xc0) == 0x80)
        keep--;
    return arena_format(arena, "%.*s~%08" PRIx32, (int)keep, name, sum_of(whole));
}

static char *compose(const char *path, const char *before, size_t length, const char *after, struct arena *arena) {
    const char *name = name_last(path);
    size_t most = NAME_MOST - strlen(before) - strlen(after);
    char *part = cut_to(name, length, most, name, arena);
    return arena_format(arena, "%.*s%s%s%s", (int)(name - path), path, before, part, after);
}

char *name_beside(const char *path, const char *before, const char *after, struct arena *arena) {
    return compose(path, before, strlen(name_last(path)), after, arena);
}

char *name_variant(const char *path, const char *word, int times, struct arena *arena) {
    const char *name = name_last(path), *dot = strrchr(name, '.');
    if (!dot || dot == name || strlen(dot) > 16)
        dot = name + strlen(name);
    char *after = times < 2 ? arena_format(arena, "%s%s", word, dot) : arena_format(arena, "%s-%d%s", word, times, dot);
    return compose(path, "", (size_t)(dot - name), after, arena);
}

char *name_free(const char *path, const char *word, struct arena *arena) {
    struct timespec now;
    struct tm parts;
    char clock[32] = "";
    if (clock_gettime(CLOCK_REALTIME, &now) == 0 && localtime_r(&now.tv_sec, &parts))
        strftime(clock, sizeof clock, "-%Y%m%d-%H%M%S", &parts);
    char *whole = arena_format(arena, ".%s%s", word, clock);
    for (int times = 1;; times++) {
        char *name = name_variant(path, whole, times, arena);
        struct stat there;
        if (lstat(name, &there) != 0)
            return name;
    }
}
