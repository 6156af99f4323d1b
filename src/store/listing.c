#include "candour/store/listing.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "candour/base/arena.h"
#include "candour/base/text.h"
#include "candour/store/call.h"

enum { ROWS_LEAST = 64 };

/* A file, by what it is and not by its name. */
struct identity {
    dev_t device;
    ino_t inode;
};

struct place { /* of the listing: a file; of the folders still to be looked into: a folder */
    const char *path;
    struct identity identity; /* of a file; inode 0: it leads nowhere */
    size_t operand;
    int depth;
    bool link, listed;
};

struct places {
    struct place *rows;
    size_t count, capacity;
};

struct walk {
    struct arena *arena;
    const char *above; /* the folder named, links resolved: a link to it or to one above it would be a ring */
    struct places files;
    struct places folders; /* still to be looked into, the nearest last */
    struct places links;   /* the same, but for links, which wait until every folder has had its own name */
    struct identity *seen; /* folders looked into, a table of `room` places; inode 0: free */
    size_t seen_count, room;
    const char **faults;
    size_t fault_count, fault_room;
};

/* What grows is copied within the arena: it doubles, so no more is left behind than is used. */
static void *grown(struct arena *arena, const void *old, size_t count, size_t *capacity, size_t size) {
    *capacity = *capacity == 0 ? ROWS_LEAST : *capacity * 2;
    void *rows = arena_array(arena, *capacity, size);
    if (count > 0) {
        memcpy(rows, old, count * size);
    }
    return rows;
}

static void add_place(struct walk *walk, struct places *places, struct place place) {
    if (places->count == places->capacity) {
        places->rows = grown(walk->arena, places->rows, places->count, &places->capacity, sizeof *places->rows);
    }
    places->rows[places->count++] = place;
}

static void add_fault(struct walk *walk, const char *fault) {
    if (walk->fault_count == walk->fault_room) {
        walk->faults = grown(walk->arena, walk->faults, walk->fault_count, &walk->fault_room, sizeof *walk->faults);
    }
    walk->faults[walk->fault_count++] = fault;
}

/* --- folders looked into --- */

static struct identity *seen_place(struct identity *table, size_t room, struct identity one) {
    size_t at = ((uint64_t)one.inode * 0x9e3779b97f4a7c15U ^ (uint64_t)one.device) & (room - 1);
    while (table[at].inode != 0 && (table[at].inode != one.inode || table[at].device != one.device)) {
        at = (at + 1) & (room - 1);
    }
    return &table[at];
}

/* Is it the first time? Then it is noted. */
static bool first_seen(struct walk *walk, struct identity one) {
    if ((walk->seen_count + 1) * 2 > walk->room) {
        size_t room = walk->room == 0 ? ROWS_LEAST : walk->room * 2;
        struct identity *table = arena_array(walk->arena, room, sizeof *table);
        for (size_t i = 0; i < walk->room; i++) {
            if (walk->seen[i].inode != 0) {
                *seen_place(table, room, walk->seen[i]) = walk->seen[i];
            }
        }
        walk->seen = table;
        walk->room = room;
    }
    struct identity *place = seen_place(walk->seen, walk->room, one);
    bool first = place->inode == 0;
    if (first) {
        *place = one;
        walk->seen_count++;
    }
    return first;
}

/* --- one folder --- */

static bool named_so(const char *name) {
    const char *dot = strrchr(name, '.');
    return dot != NULL && dot != name && (text_equal_nocase(dot, ".yaml") || text_equal_nocase(dot, ".yml"));
}

static const char *joined(struct arena *arena, const char *folder, const char *name) {
    size_t length = strlen(folder);
    const char *between = length > 0 && folder[length - 1] == '/' ? "" : "/";
    return arena_format(arena, "%s%s%s", folder, between, name);
}

struct open_folder {
    DIR *names;
    struct place place;
    dev_t device;
};

static bool leads_above(const struct walk *walk, const char *path) {
    char *target = walk->above == NULL ? NULL : realpath(path, NULL);
    if (target == NULL) {
        return false;
    }
    size_t length = strlen(target);
    char next = strncmp(walk->above, target, length) == 0 ? walk->above[length] : 'x';
    bool above = next == '\0' || next == '/' || (length == 1 && target[0] == '/');
    free(target);
    return above;
}

/* A link or a kind the file system does not tell with the name: asked for. Something that leads nowhere but is named
 * like a meeting file is listed, so that its reader says what is wrong. */
static void take_asked(struct walk *walk, const struct open_folder *folder, const char *name, bool link) {
    struct stat status;
    struct place place = {.operand = folder->place.operand, .depth = folder->place.depth + 1, .link = link};
    bool there = fstatat(dirfd(folder->names), name, &status, 0) == 0;
    if (there && S_ISDIR(status.st_mode)) {
        place.path = joined(walk->arena, folder->place.path, name);
        if (!link || !leads_above(walk, place.path)) {
            add_place(walk, link ? &walk->links : &walk->folders, place);
        }
    } else if (named_so(name) && (!there || S_ISREG(status.st_mode))) {
        place.path = joined(walk->arena, folder->place.path, name);
        place.identity = there ? (struct identity){status.st_dev, status.st_ino} : (struct identity){0, 0};
        add_place(walk, &walk->files, place);
    }
}

static bool is_link(const struct open_folder *folder, const char *name) {
    struct stat status;
    return fstatat(dirfd(folder->names), name, &status, AT_SYMLINK_NOFOLLOW) == 0 && S_ISLNK(status.st_mode);
}

static void take_entry(struct walk *walk, const struct open_folder *folder, const struct dirent *entry) {
    if (entry->d_name[0] == '.') {
        return;
    }
    struct place place = {.operand = folder->place.operand, .depth = folder->place.depth + 1};
    switch (entry->d_type) {
    case DT_REG:
        if (named_so(entry->d_name)) {
            place.path = joined(walk->arena, folder->place.path, entry->d_name);
            place.identity = (struct identity){folder->device, entry->d_ino};
            add_place(walk, &walk->files, place);
        }
        break;
    case DT_DIR:
        place.path = joined(walk->arena, folder->place.path, entry->d_name);
        add_place(walk, &walk->folders, place);
        break;
    case DT_LNK:
        take_asked(walk, folder, entry->d_name, true);
        break;
    case DT_UNKNOWN:
        take_asked(walk, folder, entry->d_name, is_link(folder, entry->d_name));
        break;
    default:
        break;
    }
}

static void take_entries(struct walk *walk, const struct open_folder *folder) {
    for (;;) {
        errno = 0;
        const struct dirent *entry = readdir(folder->names);
        if (entry == NULL) {
            break;
        }
        if (walk->files.count >= LISTING_MOST) {
            add_fault(walk, arena_format(walk->arena, "%s is not looked through to its end: more than %d files",
                                         folder->place.path, LISTING_MOST));
            return;
        }
        take_entry(walk, folder, entry);
    }
    if (errno != 0) {
        add_fault(walk, call_fault(walk->arena, "read all of folder", folder->place.path));
    }
}

static void look_into(struct walk *walk, struct place place) {
    int fd = call_open(AT_FDCWD, place.path, O_RDONLY | O_DIRECTORY | O_NONBLOCK, 0);
    struct stat status;
    if (fd < 0 || fstat(fd, &status) != 0) {
        add_fault(walk, call_fault(walk->arena, "look into folder", place.path));
        if (fd >= 0) {
            close(fd);
        }
        return;
    }
    if (!first_seen(walk, (struct identity){status.st_dev, status.st_ino})) {
        close(fd);
        return;
    }
    if (place.depth > LISTING_DEPTH) {
        add_fault(walk, arena_format(walk->arena, "%s is not looked into: it lies more than %d folders deep",
                                     place.path, LISTING_DEPTH));
        close(fd);
        return;
    }
    struct open_folder folder = {.names = fdopendir(fd), .place = place, .device = status.st_dev};
    if (folder.names == NULL) {
        add_fault(walk, call_fault(walk->arena, "look into folder", place.path));
        close(fd);
        return;
    }
    take_entries(walk, &folder);
    closedir(folder.names);
}

/* --- all --- */

static int by_operand_and_path(const void *left, const void *right) {
    const struct place *a = left;
    const struct place *b = right;
    if (a->operand != b->operand) {
        return a->operand < b->operand ? -1 : 1;
    }
    return strcmp(a->path, b->path);
}

static int by_text(const void *left, const void *right) {
    return strcmp(*(const char *const *)left, *(const char *const *)right);
}

static void walk_folders(struct walk *walk) {
    while (walk->folders.count + walk->links.count > 0) {
        struct places *next = walk->folders.count > 0 ? &walk->folders : &walk->links;
        look_into(walk, next->rows[--next->count]);
    }
}

/* What was named: folders are walked, everything else is taken as it is. */
static void take_operand(struct walk *walk, const char *path, size_t operand) {
    struct stat status;
    struct place place = {.path = arena_text(walk->arena, path), .operand = operand};
    bool there = stat(path, &status) == 0;
    if (there && S_ISDIR(status.st_mode)) {
        char *above = realpath(path, NULL);
        walk->above = arena_text(walk->arena, above);
        free(above);
        add_place(walk, &walk->folders, place);
        walk_folders(walk);
        return;
    }
    if (there) {
        place.identity = (struct identity){status.st_dev, status.st_ino};
    }
    add_place(walk, &walk->files, place);
}

/* Each file once, under its own name rather than a link's. */
static void choose(struct walk *walk, struct walk *known, bool links) {
    for (size_t i = 0; i < walk->files.count; i++) {
        struct place *file = &walk->files.rows[i];
        if (file->link == links) {
            file->listed = file->identity.inode == 0 || first_seen(known, file->identity);
        }
    }
}

static void hand_out(struct walk *walk, struct listing *out) {
    struct walk known = {.arena = walk->arena};
    if (walk->files.count > 0) {
        qsort(walk->files.rows, walk->files.count, sizeof *walk->files.rows, by_operand_and_path);
    }
    choose(walk, &known, false);
    choose(walk, &known, true);
    out->paths = arena_array(walk->arena, walk->files.count, sizeof *out->paths);
    for (size_t i = 0; i < walk->files.count; i++) {
        if (walk->files.rows[i].listed) {
            out->paths[out->count++] = walk->files.rows[i].path;
        }
    }
    if (walk->fault_count > 0) {
        qsort(walk->faults, walk->fault_count, sizeof *walk->faults, by_text);
    }
    out->faults = walk->faults;
    out->fault_count = walk->fault_count;
}

bool listing_folder(const char *path) {
    struct stat status;
    return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

void listing_make(const char *const *operands, size_t count, struct arena *arena, struct listing *out) {
    struct walk walk = {.arena = arena};
    *out = (struct listing){0};
    for (size_t i = 0; i < count; i++) {
        take_operand(&walk, operands[i], i);
    }
    hand_out(&walk, out);
}
