/* Actions as days in a calendar. */
#include <inttypes.h>
#include <string.h>

#include "actions_told.h"
#include "candour/base/text.h"
#include "candour/format/icalendar.h"

enum { SUMMARY_MOST = 80 }; /* grapheme clusters of the words of a record: a calendar shows a line */

struct keeping {
    const struct actions *actions;
    struct arena *arena; /* of one row */
    struct calendar calendar;
};

/* One day of a row. */
struct kept_day {
    day on;
    const char *mark;  /* of the UID: "due", "review-2", "assent-ACU" */
    const char *title; /* "A3 due, ACU" */
    const char *category;
    const char *more; /* before the rest of the description; NULL: nothing */
    size_t sequence;
    bool tentative;
};

/* --- words --- */

/* Without the blanks it begins with: some readers take those off a value, others do not. */
static const char *said_of(const char *text) {
    return text + strspn(text, " \t\r\n");
}

/* The first line that says something, or its beginning. */
static const char *shortened(struct arena *arena, const char *text) {
    const char *line = said_of(text);
    size_t length = strcspn(line, "\r\n"), at = 0, clusters = 0;
    while (at < length && clusters++ < SUMMARY_MOST)
        at = grapheme_next(line, length, at);
    bool all = at == length && line[length] == '\0';
    return arena_format(arena, "%.*s%s", (int)at, line, all ? "" : "...");
}

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
static const char *description(struct keeping *k, const struct action *row, const struct kept_day *kept) {
    const struct action_session *session = row->session;
    struct buffer out = {0};
    add(&out, "", kept->more);
    add(&out, "", said_of(row->text));
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

static void keep(struct keeping *k, const struct action *row, struct kept_day kept) {
    if (kept.on == 0)
        return;
    const char *categories[] = {kept.category, row->session->review, row->owes.id};
    struct calendar_day event = {
        .uid = arena_format(k->arena, "%016" PRIx64 "-%s-%s@candour", check_sum(row->session), row->id, kept.mark),
        .on = kept.on,
        .summary = arena_format(k->arena, "%s: %s", kept.title, shortened(k->arena, row->text)),
        .description = description(k, row, &kept),
        .categories = categories,
        .category_count = row->owes.id ? 3 : 2,
        .tentative = kept.tentative,
        .class = class_of(row),
        .sequence = row->amendments + kept.sequence,
        .stamped = row->revised,
    };
    calendar_day(&k->calendar, &event);
}

static const char *titled(struct keeping *k, const struct action *row, const char *what) {
    const char *who = row->owes.id ? row->owes.id : "no owner";
    return arena_format(k->arena, "%s %s, %s", row->id, what, who);
}

/* Proposed is not agreed, and deferred is not certain. */
static bool tentative(const struct action *row) {
    return row->status == AGREEMENT_PROPOSED || row->priority == PRIORITY_DEFERRED;
}

static void keep_assents(struct keeping *k, const struct action *row) {
    const char *agency = k->actions->filter.agency;
    for (size_t i = 0; i < row->assent_count; i++) {
        const struct action_assent *assent = &row->assents[i];
        if (!assent->to_ask || (agency && !text_equal_nocase(agency, assent->party.id)))
            continue;
        const char *id = assent->party.id;
        keep(k, row,
             (struct kept_day){
                 .on = assent->by,
                 .mark = arena_format(k->arena, "assent-%s", id),
                 .title = arena_format(k->arena, "%s assent of %s", row->id, id),
                 .category = "Assent",
                 .more = arena_format(k->arena, "%s (%s) still has to say whether it agrees.", assent->party.name, id),
                 .sequence = row->answers});
    }
}

static void keep_agreement(struct keeping *k, const struct action *row) {
    keep(k, row,
         (struct kept_day){.on = row->due,
                           .mark = "due",
                           .title = titled(k, row, "due"),
                           .category = "Due",
                           .tentative = tentative(row)});
    for (size_t i = 0; i < row->review_on.count; i++)
        keep(k, row,
             (struct kept_day){.on = row->review_on.items[i],
                               .mark = arena_format(k->arena, "review-%zu", i + 1),
                               .title = titled(k, row, "review"),
                               .category = "Review"});
    if (row->priority == PRIORITY_DEFERRED)
        keep(k, row,
             (struct kept_day){.on = row->revisit,
                               .mark = "revisit",
                               .title = titled(k, row, "look again"),
                               .category = "Look again"});
    keep_assents(k, row);
}

static void keep_row(struct keeping *k, const struct action *row) {
    static const struct {
        const char *mark, *what, *category;
    } words[ACTION_KINDS] = {[ACTION_EVIDENCE] = {"evidence", "evidence promised", "Evidence"},
                             [ACTION_ANSWER] = {"answer", "answer owed", "Answer"},
                             [ACTION_ENGAGEMENT] = {"engagement", "engagement", "Engagement"}};
    if (row->kind == ACTION_AGREEMENT) {
        keep_agreement(k, row);
        return;
    }
    keep(k, row,
         (struct kept_day){.on = row->due,
                           .mark = words[row->kind].mark,
                           .title = titled(k, row, words[row->kind].what),
                           .category = words[row->kind].category,
                           .tentative = row->held});
}

void actions_icalendar(const struct actions *actions, const char *name, struct buffer *out) {
    struct keeping k = {.actions = actions, .calendar = calendar_begin(out, name)};
    for (size_t i = 0; i < actions->count; i++) {
        if (!actions->list[i]->outstanding)
            continue;
        k.arena = arena_new();
        keep_row(&k, actions->list[i]);
        arena_free(k.arena);
    }
    calendar_end(&k.calendar);
}
