#include "candour/format/carry.h"

#include <stdio.h>
#include <string.h>

#include "candour/format/guard_check.h"
#include "candour/shell/clock.h"
#include "candour/shell/commands.h"
#include "candour/shell/guard_list.h"
#include "candour/shell/input.h"
#include "candour/store/file.h"
#include "candour/store/name.h"

enum { NAMES_TRIED = 1000 };
static const char AGENDA[] = "the next agenda"; /* before it has a file */

struct carrying {
    const struct given *given;
    struct arena *arena;
    struct guard_list guard;
    struct diags problems;
    struct carried *carried;
    struct buffer text;
};

static enum exit_status worse(enum exit_status a, enum exit_status b) {
    return a > b ? a : b;
}

/* --- in --- */

static enum exit_status read_one(struct carrying *c, const char *path, struct carry_from *out) {
    struct input *input = arena_alloc(c->arena, sizeof *input);
    enum exit_status status = input_need(path, c->arena, input);
    if (status != EXIT_DONE) {
        return status;
    }
    if (input->loaded.torn > 0) {
        diag_add(&c->problems, DIAG_NOTE, path, 0, 0, "its last event was cut short by a crash and is not carried");
    }
    *out = (struct carry_from){.path = path, .name = name_last(path), .meeting = input->loaded.meeting};
    return EXIT_DONE;
}

static enum exit_status read_all(struct carrying *c, struct carry_from *from) {
    enum exit_status status = EXIT_DONE;
    for (size_t i = 0; i < c->given->count; i++) {
        status = worse(status, read_one(c, c->given->operands[i], &from[i]));
    }
    return status;
}

static void say_diags(const struct diags *diags) {
    struct buffer text = {0};
    diags_write(diags, &text);
    if (text.length > 0) {
        say_to(stderr, text.bytes, text.length);
    }
    buffer_free(&text);
}

/* --- looked at before it is written --- */

/* What we write must be what we read: a fault here is ours, and nothing is written. */
static enum exit_status looks_good(struct carrying *c) {
    struct input input;
    char *bytes = arena_copy(c->arena, c->text.bytes, c->text.length);
    input_load(AGENDA, bytes, c->text.length, false, c->arena, &input);
    input_say(&input);
    return input.loaded.meeting == NULL ? EXIT_PROBLEMS : EXIT_DONE;
}

/* The source lines shown are the agenda's own: each names the record and the day it comes from. */
static enum exit_status unguarded(struct carrying *c) {
    struct diags found;
    diags_begin(&found, c->arena);
    if (guard_check(AGENDA, c->text.bytes, c->text.length, c->guard.words, c->guard.count, &found) == 0) {
        return EXIT_DONE;
    }
    say_diags(&found);
    say_error("nothing was written: these words stand in the sessions, and are to be taken out there first");
    return EXIT_PROBLEMS;
}

/* --- out --- */

static void say_counts(const struct carried *carried, FILE *out) {
    const struct {
        size_t count;
        const char *one, *many;
    } rows[] = {
        {carried->challenges, "open challenge", "open challenges"},
        {carried->evidence, "promise of evidence", "promises of evidence"},
        {carried->drafts, "draft not decided", "drafts not decided"},
        {carried->positions, "finding without a position", "findings without a position"},
        {carried->items, "item not reached or parked", "items not reached or parked"},
        {carried->parked, "parked matter", "parked matters"},
        {carried->agreements, "agreement not evidenced", "agreements not evidenced"},
        {carried->assents, "assent to be asked", "assents to be asked"},
        {carried->engagements, "engagement activity", "engagement activities"},
    };
    say_line(out, "%zu items, %d minutes", carried->agenda->items.count, (int)carried->minutes);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        if (rows[i].count > 0) {
            say_line(out, "%6zu %s", rows[i].count, rows[i].count == 1 ? rows[i].one : rows[i].many);
        }
    }
}

static enum replaced put(struct carrying *c, const char *path, const char **why) {
    struct replacement order = {.path = path, .bytes = c->text.bytes, .length = c->text.length, .fresh = true};
    enum replaced done = file_put(&order, c->arena);
    *why = order.why;
    return done;
}

/* `<review id>-follow-up.yaml` in the current folder, or with the first number that is free. */
static const char *put_somewhere(struct carrying *c, enum replaced *done, const char **why) {
    const char *review = c->carried->agenda->review->id;
    const char *usual = arena_format(c->arena, "%s-follow-up.yaml", review);
    const char *path = usual;
    *done = put(c, path, why);
    for (int times = 2; *done == REPLACED_TAKEN && times < NAMES_TRIED; times++) {
        path = name_variant(usual, "", times, c->arena);
        *done = put(c, path, why);
    }
    return path;
}

static enum exit_status write_file(struct carrying *c) {
    const char *path = c->given->value[OPTION_OUTPUT];
    const char *why = NULL;
    enum replaced done = REPLACED_NOT;
    if (path == NULL) {
        path = put_somewhere(c, &done, &why);
    } else {
        done = put(c, path, &why);
    }
    if (done == REPLACED_TAKEN) {
        say_error("%s is there already, and is not written over: name another file with -o", path);
        return EXIT_USAGE;
    }
    if (why != NULL) {
        say_error("%s", why);
    }
    if (done != REPLACED && done != REPLACED_UNSURE) {
        return EXIT_SYSTEM;
    }
    say_line(stdout, "The next agenda is in %s", path);
    say_counts(c->carried, stdout);
    return done == REPLACED ? EXIT_DONE : EXIT_SYSTEM;
}

static enum exit_status write_out(struct carrying *c) {
    const char *path = c->given->value[OPTION_OUTPUT];
    if (path == NULL || strcmp(path, "-") != 0) {
        return write_file(c);
    }
    /* Byte for byte: what a terminal would act on is escaped in the file already. */
    bool done = fwrite(c->text.bytes, 1, c->text.length, stdout) == c->text.length && fflush(stdout) == 0;
    if (!done) {
        say_error("the agenda could not be written to standard output");
    }
    return done ? EXIT_DONE : EXIT_SYSTEM;
}

static enum exit_status carry_all(struct carrying *c) {
    struct clock clock = clock_begin();
    struct carry_from *from = arena_array(c->arena, c->given->count, sizeof *from);
    const char *why = guard_list_read(c->given->value[OPTION_GUARD], c->arena, &c->guard);
    if (why != NULL) {
        say_error("%s", why);
        return EXIT_SYSTEM;
    }
    if (c->guard.notice != NULL) {
        say_error("%s", c->guard.notice);
    }
    enum exit_status status = read_all(c, from);
    if (status != EXIT_DONE) {
        return status;
    }
    c->carried = carry(from, c->given->count, clock_now(&clock), &c->problems, c->arena);
    say_diags(&c->problems);
    if (c->carried == NULL) {
        return EXIT_PROBLEMS;
    }
    carry_write(c->carried, &c->text);
    status = looks_good(c);
    status = status == EXIT_DONE ? unguarded(c) : status;
    return status == EXIT_DONE ? write_out(c) : status;
}

enum exit_status command_carry(const struct given *given) {
    struct carrying c = {.given = given, .arena = arena_new()};
    diags_begin(&c.problems, c.arena);
    enum exit_status status = carry_all(&c);
    buffer_free(&c.text);
    arena_free(c.arena);
    return status;
}
