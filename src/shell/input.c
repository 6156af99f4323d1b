#include "candour/shell/input.h"

#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "candour/base/arena.h"
#include "candour/base/buffer.h"
#include "candour/shell/built_in.h"
#include "candour/shell/say.h"
#include "candour/store/file.h"

static const char *folder_of(const char *path, struct arena *arena) {
    const char *slash = strrchr(path, '/');
    if (slash == NULL) {
        return ".";
    }
    return slash == path ? "/" : arena_copy(arena, path, (size_t)(slash - path));
}

/* The loader has looked at the words of the path; a symbolic link may still lead out of the folder. */
static const char *leads_out(const char *folder, const char *path, struct arena *arena) {
    char *inside = realpath(folder, NULL);
    char *target = realpath(path, NULL);
    const char *why = NULL;
    if (inside == NULL || target == NULL) {
        why = arena_format(arena, "cannot read %s: %s", path, strerror(errno));
    } else {
        size_t length = strcmp(inside, "/") == 0 ? 0 : strlen(inside);
        if (strncmp(inside, target, length) != 0 || target[length] != '/') {
            why = arena_format(arena, "%s leads out of the folder of the agenda", path);
        }
    }
    free(inside);
    free(target);
    return why;
}

static const char *read_included(void *context, const char *name, struct arena *arena, const char **bytes,
                                 size_t *length) {
    const struct input *input = context;
    const char *folder = folder_of(input->path, arena);
    const char *path = arena_format(arena, "%s/%s", folder, name);
    const char *why = leads_out(folder, path, arena);
    char *read = NULL;
    if (why == NULL) {
        why = file_read(path, LOAD_FILE_MOST, arena, &read, length, NULL);
    }
    *bytes = read;
    return why;
}

/* Of what is in the program alone a copy, for what is loaded may be changed. */
static const char *read_bytes(const char *path, struct arena *arena, char **bytes, size_t *length) {
    const struct built_in *built_in = built_in_find(path);
    if (built_in == NULL) {
        return file_read(path, LOAD_FILE_MOST, arena, bytes, length, NULL);
    }
    *bytes = arena_copy(arena, (const char *)built_in->bytes, built_in->length);
    *length = built_in->length;
    return NULL;
}

static struct load_from from_input(struct input *input) {
    return (struct load_from){
        .name = input->path, .bytes = input->bytes, .length = input->length, .read = read_included, .context = input};
}

const char *input_fetch(const char *path, struct arena *arena, struct input *out, struct load_from *from) {
    *out = (struct input){.path = path};
    const char *why = read_bytes(path, arena, &out->bytes, &out->length);
    *from = from_input(out);
    return why;
}

void input_load(const char *path, char *bytes, size_t length, bool check_outcome, struct arena *arena,
                struct input *out) {
    *out = (struct input){.path = path, .bytes = bytes, .length = length};
    diags_begin(&out->diags, arena);
    struct load_from from = from_input(out);
    from.check_outcome = check_outcome;
    load_meeting(&from, arena, &out->diags, &out->loaded);
}

/* A file over the limit has a problem of its own, and is no failure of the system. */
static bool over_limit(const char *path, struct arena *arena, struct input *out) {
    struct stat status;
    if (stat(path, &status) != 0 || !S_ISREG(status.st_mode) || (uintmax_t)status.st_size <= LOAD_FILE_MOST) {
        return false;
    }
    diags_begin(&out->diags, arena);
    diag_add(&out->diags, DIAG_ERROR, path, 1, 1, "over a limit: more than 64 MiB")->hint = "is it a meeting file?";
    out->bytes = arena_alloc(arena, 1);
    return true;
}

const char *input_read(const char *path, bool check_outcome, struct arena *arena, struct input *out) {
    char *bytes = NULL;
    size_t length = 0;
    *out = (struct input){.path = path};
    const char *why = read_bytes(path, arena, &bytes, &length);
    if (why == NULL) {
        input_load(path, bytes, length, check_outcome, arena, out);
    }
    return why != NULL && over_limit(path, arena, out) ? NULL : why;
}

void input_say(const struct input *input) {
    struct buffer text = {0};
    diags_write(&input->diags, &text);
    if (text.length > 0) {
        say_to(stderr, text.bytes, text.length);
    }
    buffer_free(&text);
}

enum exit_status input_need(const char *path, struct arena *arena, struct input *out) {
    const char *why = input_read(path, false, arena, out);
    if (why != NULL) {
        say_error("%s", why);
        return EXIT_SYSTEM;
    }
    input_say(out);
    return out->loaded.meeting == NULL ? EXIT_PROBLEMS : EXIT_DONE;
}

enum exit_status input_need_session(const char *path, const char *done, struct arena *arena, struct input *out) {
    enum exit_status status = input_need(path, arena, out);
    if (status == EXIT_DONE && !out->loaded.session) {
        say_error("%s is an agenda: nothing was said yet that could be %s", path, done);
        return EXIT_PROBLEMS;
    }
    return status;
}

const char *input_status_word(enum meeting_status status) {
    int open = (int)MEETING_PAUSED - 1; /* ready, running and paused are all open */
    int place = status <= MEETING_PAUSED ? 1 : (int)status - open;
    return choice_word(&CHOICES_STATUS, place);
}
