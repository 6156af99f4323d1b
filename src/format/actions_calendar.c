/* Actions as days in a calendar. */
#include <inttypes.h>
#include <string.h>

#include "actions_days.h"
#include "actions_told.h"
#include "candour/base/arena.h"
#include "candour/base/text.h"
#include "candour/format/icalendar.h"

struct keeping {
    struct arena *arena; /* of one row */
    struct calendar calendar;
};

/* --- words --- */

static void add(struct buffer *out, const char *label, const char *text) {
    if (text)
        buffer_format(out, "%s%s%s", out->length > 0 ? "\n" : "", label, text);
}

/* Codes alone: whether that is late is nothing a calendar could keep up with. */
static const char *to_ask(struct keeping *k, const struct action *row) {
    const char *codes = NULL;
    for (size_t i = 0; i < row->assent_count; i++)
        if (row->assents[i].to_ask)
            codes = arena_format(k->arena, "%s%s%s", codes ? codes : "", codes ? ", " : "", row->assents[i].party.id);
    return codes;
}

/* The words first, for a phone shows the beginning. */
static const char *description(struct keeping *k, const struct action *row, const struct action_day *kept) {
    const struct action_session *session = row->session;
    struct buffer out = {0};
    if (kept->assent)
        add(&out, "",
            arena_format(k->arena, "%s (%s) still has to say whether it agrees.", kept->assent->party.name,
                         kept->assent->party.id));
    add(&out, "", begun_told(row->text));
    add(&out, "For: ", row->audience);
    add(&out, "Put by: ", party_told(k->arena, &row->asker));
    add(&out, "Answer: ", row->given);
    add(&out, row->kind == ACTION_AGREEMENT ? "Owner: " : "Who: ", owner_told(k->arena, row));
    add(&out, "To: ", row->addressee);
    add(&out, "With: ", partners_told(k->arena, row));
    add(&out, "Status: ", status_told(k->arena, row));
    add(&out, "Reason: ", row->reason);
    add(&out, "Shown by: ", row->evidence);
    add(&out, "Measured by: ", row->measure);
    add(&out, "Monitored by: ", row->monitor);
    add(&out, "Use tested by: ", row->tests_use);
    add(&out, "Still without: ", lacks_told(k->arena, row));
    add(&out, "Assent still to be asked: ", to_ask(k, row));
    add(&out, "", arena_format(k->arena, "%s, %s", session->board_name, session_told(k->arena, session)));
    const char *said = arena_copy(k->arena, out.bytes, out.length);
    buffer_free(&out);
    return said;
}

/* --- days --- */

/* Of board, review and the moment of opening; FNV-1a. */
static uint64_t check_sum(const struct action_session *session) {
    const char *texts[] = {session->board, session->review};
    uint64_t sum = 14695981039346656037U;
    for (size_t i = 0; i < 2; i++)
        for (const char *c = texts[i];; c++) {
            sum = (sum ^ (unsigned char)*c) * 1099511628211U;
            if (*c == '\0')
                break;
        }
    for (unsigned shift = 0; shift < 64; shift += 8)
        sum = (sum ^ ((uint64_t)session->opened >> shift & 0xff)) * 1099511628211U;
    return sum;
}

static enum calendar_class class_of(const struct action *row) {
    if (row->visibility == VISIBILITY_PUBLIC)
        return CALENDAR_PUBLIC;
    return row->visibility == VISIBILITY_RESTRICTED ? CALENDAR_CONFIDENTIAL : CALENDAR_PRIVATE;
}

static void keep(struct keeping *k, const struct action_day *kept) {
    const struct action *row = kept->row;
    const char *categories[] = {kept->category, row->session->review, row->owes.id};
    struct calendar_day event = {
        .uid = arena_format(k->arena, "%016" PRIx64 "-%s-%s@candour", check_sum(row->session), row->id, kept->mark),
        .on = kept->on,
        .summary = arena_format(k->arena, "%s: %s", kept->title, shortened_told(k->arena, row->text)),
        .description = description(k, row, kept),
        .categories = categories,
        .category_count = row->owes.id ? 3 : 2,
        .tentative = kept->tentative,
        .class = class_of(row),
        .sequence = row->amendments + (kept->assent ? row->answers : 0),
        .stamped = row->revised,
    };
    calendar_day(&k->calendar, &event);
}

void actions_icalendar(const struct actions *actions, const char *name, struct buffer *out) {
    struct keeping k = {.calendar = calendar_begin(out, name)};
    for (size_t i = 0; i < actions->count; i++) {
        k.arena = arena_new();
        struct action_days days = action_days(actions->list[i], actions->filter.agency, k.arena);
        for (size_t d = 0; d < days.count; d++)
            keep(&k, &days.list[d]);
        arena_free(k.arena);
    }
    calendar_end(&k.calendar);
}
