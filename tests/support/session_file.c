#include "session_file.h"

#include <stdio.h>
#include <stdlib.h>

#include "candour/base/arena.h"
#include "candour/format/load.h"

enum { FILE_MOST = 1 << 20 };

static void give_up(const char *path, const char *why) {
    fprintf(stderr, "%s: %s\n", path, why);
    exit(3);
}

struct meeting *session_file(const char *path, struct arena *arena) {
    FILE *file = fopen(path, "rb");
    if (file == NULL)
        give_up(path, "cannot be opened");
    char *bytes = arena_alloc(arena, FILE_MOST);
    size_t length = fread(bytes, 1, FILE_MOST, file);
    fclose(file);
    if (length == 0 || length == FILE_MOST)
        give_up(path, "nothing in it, or more than a test brings along");
    struct load_from from = {.name = path, .bytes = bytes, .length = length};
    struct diags diags;
    struct loaded loaded;
    diags_begin(&diags, arena);
    if (!load_meeting(&from, arena, &diags, &loaded))
        give_up(path, "has problems");
    return loaded.meeting;
}
