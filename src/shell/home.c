#include "candour/shell/home.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "candour/base/arena.h"
#include "candour/base/text.h"
#include "candour/shell/built_in.h"
#include "candour/shell/commands.h"
#include "candour/store/call.h"
#include "candour/store/listing.h"

#define INSTALLED CANDOUR_PREFIX "/share/candour/agendas"

enum { LOOKED_THROUGH = 64 * 1024, PATHS_LEAST = 64 };

static const struct folder_home HOME = {
    .sessions = HOME_SESSIONS,
    .agendas = HOME_AGENDAS,
    .installed = INSTALLED,
    .built_in = BUILT_IN,
    .template = HOME_TEMPLATE,
    .example = HOME_EXAMPLE,
};

struct paths {
    struct arena *arena;
    const char **list;
    size_t count, capacity;
};

static void add(struct paths *paths, const char *path) {
    if (paths->count == paths->capacity) {
        size_t capacity = paths->capacity == 0 ? PATHS_LEAST : 2 * paths->capacity;
        const char **list = arena_array(paths->arena, capacity, sizeof *list);
        if (paths->count > 0) {
            memcpy(list, paths->list, paths->count * sizeof *list);
        }
        paths->list = list;
        paths->capacity = capacity;
    }
    paths->list[paths->count++] = path;
}

static void add_folder(struct paths *paths, const char *path) {
    if (listing_folder(path)) {
        add(paths, path);
    }
}

/* --- files of the current folder: only those that are ours, for it may hold much else --- */

static bool named_so(const char *name) {
    const char *dot = strrchr(name, '.');
    return name[0] != '.' && dot != NULL && (text_equal_nocase(dot, ".yaml") || text_equal_nocase(dot, ".yml"));
}

/* Does a line begin with the key every meeting file has? */
static bool says_candour(const char *bytes) {
    static const char KEY[] = "candour:";
    for (const char *at = bytes; (at = strstr(at, KEY)) != NULL; at++) {
        if (at == bytes || at[-1] == '\n' || strncmp(bytes, "\xef\xbb\xbf", (size_t)(at - bytes)) == 0) {
            return true;
        }
    }
    return false;
}

static bool is_meeting_file(const char *path) {
    struct stat status;
    int fd = call_open(AT_FDCWD, path, O_RDONLY | O_NONBLOCK, 0);
    bool ours = false;
    if (fd >= 0 && fstat(fd, &status) == 0 && S_ISREG(status.st_mode)) {
        char *bytes = calloc(LOOKED_THROUGH + 1, 1);
        ssize_t got = bytes == NULL ? -1 : read(fd, bytes, LOOKED_THROUGH);
        ours = got > 0 && says_candour(bytes);
        free(bytes);
    }
    if (fd >= 0) {
        close(fd);
    }
    return ours;
}

static int by_text(const void *left, const void *right) {
    return strcmp(*(const char *const *)left, *(const char *const *)right);
}

static void add_files_here(struct paths *paths) {
    DIR *here = opendir(".");
    size_t from = paths->count;
    for (const struct dirent *entry; here != NULL && (entry = readdir(here)) != NULL;) {
        const char *name = entry->d_name;
        if (named_so(name) && is_meeting_file(name)) {
            add(paths, arena_format(paths->arena, "%s%s", name[0] == '-' ? "./" : "", name));
        }
    }
    if (here != NULL) {
        closedir(here);
    }
    if (paths->count > from) {
        qsort(paths->list + from, paths->count - from, sizeof *paths->list, by_text);
    }
}

/* --- all --- */

/* The program's own where none are installed. */
static void add_examples(struct paths *paths) {
    if (access(INSTALLED "/" HOME_TEMPLATE, R_OK) == 0) {
        add(paths, INSTALLED);
        return;
    }
    for (size_t i = 0; i < built_in_count; i++) {
        add(paths, arena_format(paths->arena, BUILT_IN "%s", built_in_list[i].name));
    }
}

static const char *const *files(struct browse *browse, size_t *count) {
    arena_free(browse->listed);
    browse->listed = arena_new();
    struct paths paths = {.arena = browse->listed};
    add_folder(&paths, HOME_SESSIONS);
    add_folder(&paths, HOME_AGENDAS);
    add_files_here(&paths);
    add_examples(&paths);
    *count = paths.count;
    return paths.list;
}

/* Where there is no terminal: what there is, a line for each, and what can be done with it. */
static enum exit_status say_list(struct browse *browse) {
    const struct folder *folder = browse_read(browse);
    struct buffer text = {0};
    if (folder != NULL) {
        folder_home_text(folder, &text);
        buffer_text(&text,
                    "'candour run FILE' opens a meeting or goes on with it, 'candour rehearse FILE' rehearses one, "
                    "'candour review FILE' shows one that is over;\n"
                    "in a terminal, 'candour' alone shows this list and opens what is selected; 'candour --plain' does "
                    "the same line by line, "
                    "anywhere\n");
    }
    bool said = folder != NULL && say_out(text.bytes, text.length);
    buffer_free(&text);
    browse_end(browse);
    return said ? EXIT_DONE : EXIT_SYSTEM;
}

enum exit_status command_home(const struct given *given) {
    struct browse browse = {.given = given,
                            .name = "candour",
                            .home = &HOME,
                            .clock = clock_begin(),
                            .arena = arena_new(),
                            .files = files,
                            .show = home_show};
    if (given->has[OPTION_PLAIN]) {
        return browse_lines(&browse);
    }
    bool terminal = isatty(STDIN_FILENO) && isatty(STDOUT_FILENO);
    return terminal ? browse_run(&browse) : say_list(&browse);
}
