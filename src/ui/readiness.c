#include "readiness.h"

#include <inttypes.h>

#include "words.h"

/* "What: F1 F2 F3", nothing when no id was added. */
struct ids_line {
    struct buffer ids;
    size_t count;
};

static void add_id(struct ids_line *line, const char *id) {
    buffer_format(&line->ids, " %s", id);
    line->count++;
}

static void end_line(struct ids_line *line, struct buffer *out, const char *one, const char *several) {
    if (line->count > 0) {
        buffer_format(out, "%zu %s:%s\n", line->count, line->count == 1 ? one : several, line->ids.bytes);
    }
    buffer_free(&line->ids);
}

static void deciding_minutes(const struct app *app, struct buffer *out) {
    int64_t deciding = 0;
    for (uint32_t i = 0; i < app->meeting->item_count; i++) {
        if (app->meeting->items[i].item->purpose == PURPOSE_DECISION) {
            deciding += app->meeting->items[i].planned;
        }
    }
    int64_t all = meeting_planned_total(app->meeting);
    buffer_format(out, "%" PRId32 " of %" PRId32 " minutes are for deciding%s\n", duration_minutes(deciding),
                  duration_minutes(all), deciding * 2 < all ? ": less than half" : "");
}

static bool in_some_item(const struct meeting *meeting, const char *finding) {
    for (uint32_t i = 0; i < meeting->item_count; i++) {
        if (texts_have(&meeting->items[i].item->findings, finding)) {
            return true;
        }
    }
    return false;
}

static void findings_without_item(const struct app *app, struct buffer *out) {
    struct ids_line line = {0};
    const struct finding *findings = app->meeting->agenda->findings.items;
    for (size_t i = 0; i < app->meeting->agenda->findings.count; i++) {
        if (!in_some_item(app->meeting, findings[i].id)) {
            add_id(&line, findings[i].id);
        }
    }
    end_line(&line, out, "finding is in no item", "findings are in no item");
}

static void quorum(const struct app *app, struct buffer *out) {
    const struct meeting_details *details = app->meeting->agenda->meeting;
    const struct quorum *needed = details == NULL ? NULL : details->quorum;
    if (needed == NULL) {
        return;
    }
    struct ids_line line = {0};
    for (size_t i = 0; i < needed->must_include.count; i++) {
        add_id(&line, needed->must_include.items[i]);
    }
    if (needed->agencies.given) {
        buffer_format(out, "Quorum is %" PRId32 " agencies%s%s\n", needed->agencies.value,
                      line.count > 0 ? ", with" : "", line.count > 0 ? line.ids.bytes : "");
    } else if (line.count > 0) {
        buffer_format(out, "Quorum needs%s\n", line.ids.bytes);
    }
    buffer_free(&line.ids);
}

static void date_and_start(const struct app *app, struct buffer *out) {
    const struct meeting_details *details = app->meeting->agenda->meeting;
    char words[48];
    if (details == NULL || details->date == 0) {
        buffer_text(out, "No date is given: the planned end counts from the first start\n");
    } else if (details->date != stamp_day(app->now)) {
        buffer_format(out, "This is planned for %s, which is not today\n",
                      day_in_words(details->date, words, sizeof words));
    }
}

void readiness_write(const struct app *app, struct buffer *out) {
    date_and_start(app, out);
    deciding_minutes(app, out);
    findings_without_item(app, out);
    quorum(app, out);
}
