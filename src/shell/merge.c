#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "candour/base/arena.h"
#include "candour/format/merge.h"
#include "candour/shell/commands.h"
#include "candour/shell/input.h"
#include "candour/shell/merge_words.h"
#include "candour/store/file.h"
#include "candour/store/lock.h"
#include "candour/store/name.h"

struct merging {
    const struct given *given;
    struct arena *arena;
    struct input inputs[2];
    struct merge_file files[2];
    struct buffer text;
};

/* --- in --- */

static bool same_file(const char *a, const char *b) {
    struct stat one, other;
    return stat(a, &one) == 0 && stat(b, &other) == 0 && one.st_dev == other.st_dev && one.st_ino == other.st_ino;
}

/* A copy that is being written to is read as it is on the disk now: every event confirmed so far. */
static void say_busy(const char *path, struct arena *arena) {
    const char *fault = NULL;
    const char *file = file_resolve(path, arena, &fault);
    if (file != NULL && lock_busy(name_beside(file, ".", ".lock", arena))) {
        say_error("%s is open in another candour: what is recorded there from now on is not in the result", path);
    }
}

static enum exit_status read_copy(struct merging *m, enum merge_side side) {
    const char *path = m->given->operands[side];
    struct input *input = &m->inputs[side];
    say_busy(path, m->arena);
    enum exit_status status = input_need_session(path, "brought together", m->arena, input);
    if (status != EXIT_DONE) {
        return status;
    }
    struct merge_file *file = &m->files[side];
    *file = (struct merge_file){
        .bytes = input->bytes, .length = input->loaded.whole, .appendable = input->loaded.appendable};
    places_read(file->bytes, file->length, m->arena, &file->places);
    return EXIT_DONE;
}

/* Both, so that the problems of both are named in one go. */
static enum exit_status read_copies(struct merging *m) {
    enum exit_status a = read_copy(m, MERGE_A);
    enum exit_status b = read_copy(m, MERGE_B);
    if (a != EXIT_DONE || b != EXIT_DONE) {
        say_error("nothing was written");
    }
    return a > b ? a : b;
}

/* --- out --- */

/* What we write must be what we read: a fault here is ours, or the two together are over a limit. */
static enum exit_status looks_good(struct merging *m, const char *path, bool written) {
    struct input input;
    char *bytes = arena_copy(m->arena, m->text.bytes, m->text.length);
    input_load(path, bytes, m->text.length, true, m->arena, &input);
    input_say(&input);
    if (written && input.loaded.meeting != NULL) {
        return EXIT_DONE;
    }
    say_error("the two cannot be written as one session; nothing was written");
    return EXIT_PROBLEMS;
}

static enum exit_status write_file(struct merging *m, const char *path) {
    struct replacement order = {.path = path, .bytes = m->text.bytes, .length = m->text.length, .fresh = true};
    enum replaced done = file_put(&order, m->arena);
    if (done == REPLACED_TAKEN) {
        say_error("%s is there already, and is not written over: name another file with -o", path);
        return EXIT_USAGE;
    }
    if (order.why != NULL) {
        say_error("%s", order.why);
    }
    return done == REPLACED ? EXIT_DONE : EXIT_SYSTEM;
}

static enum exit_status write_out(struct merging *m, const char *path) {
    if (strcmp(path, "-") != 0) {
        return write_file(m, path);
    }
    /* Byte for byte: what a terminal would act on is escaped in the file already. */
    bool done = fwrite(m->text.bytes, 1, m->text.length, stdout) == m->text.length && fflush(stdout) == 0;
    if (!done) {
        say_error("the session could not be written to standard output");
    }
    return done ? EXIT_DONE : EXIT_SYSTEM;
}

static void say_words(struct buffer *words, FILE *out) {
    if (words->length > 0) {
        say_to(out, words->bytes, words->length);
    }
    buffer_free(words);
}

static enum exit_status merge_copies(struct merging *m) {
    const char *path = m->given->value[OPTION_OUTPUT];
    bool dash = strcmp(path, "-") == 0;
    struct buffer words = {0};
    enum exit_status status = read_copies(m);
    if (status != EXIT_DONE) {
        return status;
    }
    const struct merge *merge =
        merge_meetings(m->inputs[MERGE_A].loaded.meeting, m->inputs[MERGE_B].loaded.meeting, m->arena);
    struct merge_told told = {
        .merge = merge, .inputs = {&m->inputs[MERGE_A], &m->inputs[MERGE_B]}, .files = m->files, .arena = m->arena};
    if (merge->refusal.why != MERGE_GOOD) {
        merge_say_refused(&told, &words);
        say_words(&words, stderr);
        return EXIT_PROBLEMS;
    }
    struct merge_written written;
    bool good = merge_write(merge, m->files, m->arena, &m->text, &written);
    status = looks_good(m, dash ? "the result" : path, good);
    status = status == EXIT_DONE ? write_out(m, path) : status;
    if (status == EXIT_DONE) {
        merge_say_done(&told, dash ? NULL : path, &written, &words);
        say_words(&words, dash ? stderr : stdout);
    }
    return status;
}

enum exit_status command_merge(const struct given *given) {
    if (!given->has[OPTION_OUTPUT]) {
        say_error("merge needs a name for the result: candour merge %s %s -o C", given->operands[0],
                  given->operands[1]);
        return EXIT_USAGE;
    }
    if (same_file(given->operands[0], given->operands[1])) {
        say_error("%s and %s are one file; name the two copies that went separate ways", given->operands[0],
                  given->operands[1]);
        return EXIT_USAGE;
    }
    struct merging m = {.given = given, .arena = arena_new()};
    enum exit_status status = merge_copies(&m);
    buffer_free(&m.text);
    arena_free(m.arena);
    return status;
}
