/* `same FILE`: the session on disk shows what FILE shows: every record as it stands, every figure and remark of the
 * summary, to the second. What only tells how it was typed (instants of records, how many events it took) is left out.
 */
#include <inttypes.h>
#include <string.h>

#include "candour/core/reading.h"
#include "candour/core/summary.h"
#include "candour/format/load.h"
#include "script.h"

static void ids(struct buffer *out, const char *label, const struct texts *list) {
    buffer_format(out, " %s:", label);
    for (size_t i = 0; i < list->count; i++) {
        buffer_format(out, " %s", list->items[i]);
    }
}

static void parties(const struct summary *summary, struct buffer *out) {
    for (size_t i = 0; i < summary->party_count; i++) {
        const struct agency_summary *party = summary->parties + i;
        buffer_format(out, "party %s quiet %d", party->id == NULL ? "alone" : party->id, party->quiet);
        ids(out, "heard", &party->heard);
        ids(out, "made", &party->made);
        ids(out, "received", &party->received);
        ids(out, "owns", &party->owns);
        ids(out, "shares", &party->shares);
        ids(out, "assents", &party->assents);
        ids(out, "to assent", &party->to_assent);
        ids(out, "promised", &party->promised);
        buffer_char(out, '\n');
    }
}

static void records(const struct summary *summary, struct arena *arena, struct buffer *out) {
    for (size_t i = 0; i < summary->meeting->record_count; i++) {
        const struct record_state *record = summary->meeting->records + i;
        const struct shape *shape = record_shape(record->kind);
        buffer_format(out, "record %s\n", record->id);
        for (size_t j = 0; j < shape->count; j++) {
            buffer_format(out, "  %s: %s\n", shape->fields[j].key, field_text(shape->fields + j, record->now, arena));
        }
    }
}

static void agreements(const struct summary *summary, struct buffer *out) {
    for (size_t i = 0; i < summary->agreement_count; i++) {
        const struct agreement_summary *agreement = summary->agreements + i;
        buffer_format(out, "%s strength %d lacks %x\n", agreement->record->id, (int)agreement->strength,
                      agreement->lacks);
        for (size_t j = 0; j < agreement->asked_count; j++) {
            const struct asked_party *asked = agreement->asked + j;
            buffer_format(out, "  %s %s %s\n", asked->id, asked_word(asked->state),
                          asked->words == NULL ? "" : asked->words);
        }
    }
}

static void findings(const struct summary *summary, struct arena *arena, struct buffer *out) {
    for (size_t i = 0; i < summary->finding_count; i++) {
        const struct finding_summary *finding = summary->findings + i;
        const struct event_position *position = finding->state->position;
        buffer_format(out, "finding %s position %d weak %d used %" PRId64, finding->state->finding->id,
                      finding->position, finding->all_weak, finding->used);
        ids(out, "challenges", &finding->challenges);
        ids(out, "agreements", &finding->agreements);
        ids(out, "learning", &finding->learning);
        ids(out, "priorities", &finding->priorities);
        for (size_t j = 1; position != NULL && j < SHAPE_POSITION.count; j++) {
            buffer_format(out, "\n  %s", field_text(SHAPE_POSITION.fields + j, position, arena));
        }
        buffer_char(out, '\n');
    }
}

static void rest(const struct summary *summary, struct buffer *out) {
    for (size_t i = 0; i < summary->item_count; i++) {
        const struct item_summary *item = summary->items + i;
        buffer_format(out, "item %s planned %" PRId64 " granted %" PRId64 " used %" PRId64 " reached %d rushed %d\n",
                      summary->meeting->items[item->place].item->id, item->planned / MS_SECOND,
                      item->granted / MS_SECOND, item->used / MS_SECOND, item->reached, item->rushed);
    }
    for (size_t i = 0; i < summary->question_count; i++) {
        const struct event_assess *answer = summary->questions[i].answer;
        buffer_format(out, "question %s %d %s\n", summary->questions[i].question->id,
                      answer == NULL ? 0 : answer->answer,
                      answer == NULL || answer->words == NULL ? "" : answer->words);
    }
    for (size_t i = 0; i < summary->remarks.count; i++) {
        buffer_format(out, "remark %s\n", summary->remarks.list[i].text);
    }
    buffer_format(out, "status %d\n", (int)summary->meeting->status);
}

static bool shown(const char *name, const struct buffer *bytes, struct buffer *out) {
    static struct diags diags;
    struct arena *arena = arena_new();
    struct load_from from = {.name = name, .bytes = bytes->bytes, .length = bytes->length};
    struct loaded loaded;
    diags_begin(&diags, arena);
    bool good = load_meeting(&from, arena, &diags, &loaded);
    if (good) {
        struct stamp later = {.at = meeting_last_instant(loaded.meeting)};
        const struct summary *summary = summary_later(loaded.meeting, later, arena);
        parties(summary, out);
        records(summary, arena, out);
        agreements(summary, out);
        findings(summary, arena, out);
        rest(summary, out);
    } else {
        diags_write(&diags, out);
    }
    arena_free(arena);
    return good;
}

/* The first line in which they differ, as "this, not that". */
static void first_difference(const char *is, const char *expected, struct buffer *out) {
    while (*is != '\0') {
        size_t a = strcspn(is, "\n");
        size_t b = strcspn(expected, "\n");
        if (a != b || memcmp(is, expected, a) != 0) {
            buffer_format(out, "%.*s\nnot\n%.*s", (int)a, is, (int)b, expected);
            return;
        }
        is += a + 1;
        expected += b + (expected[b] == '\n');
    }
    buffer_format(out, "nothing\nnot\n%s", expected);
}

bool play_same(struct play *play, const char *path) {
    struct buffer file = {0};
    struct buffer expected = {0};
    struct buffer is = {0};
    struct buffer difference = {0};
    bool read = play_read(path, &file) && shown(path, &file, &expected);
    bool good = shown("the session on disk", &play->stage.disk, &is) && read;
    good = good && strcmp(is.bytes, expected.bytes) == 0;
    if (!good) {
        first_difference(is.length > 0 ? is.bytes : "", expected.length > 0 ? expected.bytes : "", &difference);
    }
    play_verdict(play, good, "%s", difference.length > 0 ? difference.bytes : "");
    buffer_free(&file);
    buffer_free(&expected);
    buffer_free(&is);
    buffer_free(&difference);
    return true;
}
