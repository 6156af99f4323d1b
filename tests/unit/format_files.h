/* What the tests of loading and saving share: files, loads that must succeed, texts compared. */
#ifndef CANDOUR_TESTS_FORMAT_FILES_H
#define CANDOUR_TESTS_FORMAT_FILES_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "candour/base/arena.h"
#include "candour/base/buffer.h"
#include "candour/format/load.h"
#include "candour/format/save.h"

#define HEAD                                                                                                           \
    "candour: 1\nboard:\n  id: HSCB\n  name: Harrowmere Board\nreview:\n  id: HMB-02\n  title: Review\nmeeting:\n"     \
    "  title: Board\nagencies:\n- id: CSC\n  name: Children's Social Care\n- id: POL\n  name: Police\nfindings:\n"     \
    "- id: F1\n  title: Nobody sees the child\nagenda:\n- id: I1\n  title: Opening\n  minutes: 10\n"                   \
    "  purpose: information\n"

static inline void read_case(const char *path, struct buffer *out) {
    char piece[4096];
    size_t got;
    FILE *file = fopen(path, "rb");
    if (file == NULL)
        fail_msg("cannot read %s (run from the root of the repository)", path);
    while ((got = fread(piece, 1, sizeof piece, file)) > 0)
        buffer_add(out, piece, got);
    fclose(file);
}

/* Loads; a problem fails the test and shows it. */
static inline struct loaded must_load(struct arena *arena, const char *bytes, size_t length) {
    struct diags diags;
    struct loaded out;
    struct load_from from = {.name = "test", .bytes = bytes, .length = length, .check_outcome = true};
    diags_begin(&diags, arena);
    if (!load_meeting(&from, arena, &diags, &out)) {
        struct buffer told = {0};
        diags_write(&diags, &told);
        fail_msg("%s\nof:\n%.*s", told.bytes, (int)length, bytes);
    }
    return out;
}

/* The first problem's words; the test fails when it loads. */
static inline const char *must_refuse(struct arena *arena, const char *bytes, size_t length, struct diags *diags) {
    struct loaded out;
    struct load_from from = {.name = "test", .bytes = bytes, .length = length, .check_outcome = true};
    diags_begin(diags, arena);
    if (load_meeting(&from, arena, diags, &out))
        fail_msg("was taken:\n%.*s", (int)length, bytes);
    return diags->list[0].what;
}

static inline void same_bytes(const struct buffer *a, const struct buffer *b) {
    size_t at = 0;
    while (at < a->length && at < b->length && a->bytes[at] == b->bytes[at])
        at++;
    if (a->length != b->length || at < a->length)
        fail_msg("differ from byte %zu on:\n%.80s\n---\n%.80s", at, a->bytes + (at > 40 ? at - 40 : 0),
                 b->bytes + (at > 40 ? at - 40 : 0));
}

#endif
