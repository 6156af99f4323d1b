/* Any bytes at all through the loader: it never crashes, what it takes can be written and read again as the same bytes,
 * and the program's other ways with a file's bytes (outcome, appending, a torn tail, drafts) hold what they promise.
 * A libFuzzer target; with files as arguments and -runs=0 it replays them. */
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "candour/base/arena.h"
#include "candour/base/buffer.h"
#include "candour/format/load.h"
#include "candour/format/save.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define HOLDS(what)                                                                                                    \
    do {                                                                                                               \
        if (!(what))                                                                                                   \
            abort();                                                                                                   \
    } while (0)

static bool load(struct arena *arena, const char *bytes, size_t length, struct loaded *out) {
    struct diags diags;
    struct buffer told = {0};
    struct load_from from = {.name = "fuzz", .bytes = bytes, .length = length, .check_outcome = true};
    diags_begin(&diags, arena);
    bool good = load_meeting(&from, arena, &diags, out);
    HOLDS(good == (diags.errors == 0));
    HOLDS(good == (out->meeting != NULL));
    HOLDS(out->whole + out->torn == length);
    diags_write(&diags, &told);
    buffer_free(&told);
    return good;
}

/* BYTES load, and are written again as WRITTEN; false when they do not. */
static bool same_again(const struct buffer *bytes, const struct buffer *written, bool appendable) {
    struct arena *arena = arena_new();
    struct buffer again = {0};
    struct loaded loaded;
    bool same = load(arena, bytes->bytes, bytes->length, &loaded) && (loaded.appendable || !appendable);
    if (same) {
        save_session(loaded.meeting, &again);
        same = again.length == written->length && memcmp(again.bytes, written->bytes, again.length) == 0;
    }
    buffer_free(&again);
    arena_free(arena);
    return same;
}

static void written_again(const char *bytes, size_t length, const struct loaded *loaded, struct arena *arena) {
    struct buffer written = {0};
    struct buffer out = {0};
    save_session(loaded->meeting, &written);
    HOLDS(same_again(&written, &written, true));
    save_appendable(bytes, length, loaded->meeting, &out);
    HOLDS(same_again(&out, &written, true));
    buffer_clear(&out);
    if (loaded->torn == 0 && save_outcome(bytes, length, meeting_outcome(loaded->meeting, arena), &out))
        HOLDS(same_again(&out, &written, false));
    buffer_free(&out);
    buffer_free(&written);
}

/* What is cut stands without its tail. */
static void cut_short(const char *bytes, const struct loaded *loaded, struct arena *arena) {
    struct loaded whole;
    HOLDS(load(arena, bytes, loaded->whole, &whole));
    HOLDS(whole.torn == 0 && whole.meeting->event_count == loaded->meeting->event_count);
}

static void as_draft(const char *bytes, size_t length, struct arena *arena) {
    struct draft draft;
    struct draft again;
    struct buffer out = {0};
    if (load_draft(bytes, length, arena, &draft)) {
        save_draft(&draft, &out);
        HOLDS(load_draft(out.bytes, out.length, arena, &again));
        HOLDS(again.count == draft.count && strcmp(again.act, draft.act) == 0);
        for (size_t i = 0; i < draft.count; i++)
            HOLDS(strcmp(again.fields[i].text, draft.fields[i].text) == 0);
    }
    buffer_free(&out);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct arena *arena = arena_new();
    struct loaded loaded;
    const char *bytes = (const char *)data;
    if (load(arena, bytes, size, &loaded)) {
        written_again(bytes, size, &loaded, arena);
        if (loaded.torn > 0)
            cut_short(bytes, &loaded, arena);
    }
    as_draft(bytes, size, arena);
    arena_free(arena);
    return 0;
}
