/* Where the meeting is, what there is on the agenda, what was recorded, and one thing in full. */
#include <inttypes.h>
#include <string.h>

#include "act_readback.h"
#include "plain_inside.h"
#include "screen_parts.h"

/* "I5 Findings F1 to F3: 8:59 left of 30 minutes" */
static void clock_said(const struct view *view, struct plain_lines *lines) {
    const struct meeting *meeting = view->meeting;
    uint32_t place = (uint32_t)meeting->current;
    int64_t left = meeting_left(meeting, place, view->now.at);
    bool runs = meeting_clock_runs(meeting) && !view->app->review;
    char text[24], when[24];
    const char *figure =
        runs ? left_text(left, text) : arena_format(view->scratch, "%" PRId64 " minutes", left_minutes(left));
    plain_put(lines, "%s %s: %s %s %" PRId32 " minutes%s%s", item_id(view->app, place), item_title(view->app, place),
              figure, left < 0 ? "over the" : "left of", duration_minutes(meeting->items[place].granted),
              meeting->status == MEETING_PAUSED ? ", paused since " : "",
              meeting->status == MEETING_PAUSED ? when_words(view->app, meeting->paused_at, when) : "");
}

static void next_said(const struct view *view, struct plain_lines *lines) {
    int32_t next = meeting_next_item(view->meeting);
    if (next >= 0 && view->meeting->status <= MEETING_PAUSED && !view->app->review) {
        plain_put(lines, "Next: %s", plain_item(view, (uint32_t)next));
    }
}

void plain_where(const struct view *view, struct plain_lines *lines) {
    static const char *const words[] = {"The meeting is not open yet",
                                        "No item was started yet",
                                        "Running",
                                        "Paused",
                                        "The meeting is adjourned",
                                        "The meeting is closed",
                                        "The meeting is closed, and its record confirmed"};
    const struct meeting *meeting = view->meeting;
    char clock[CLOCK_SIZE];
    int32_t late = 0;
    const char *ends = ends_said(meeting, view->now, view->scratch, &late);
    bool in_item = meeting->current >= 0 && meeting->status <= MEETING_PAUSED;
    plain_put(lines, "%s%s. It is %s; the meeting %s%s.", view->app->rehearsal ? "REHEARSAL. " : "",
              words[meeting->status], stamp_clock(view->now, clock), ends,
              late == 0 ? ""
                        : arena_format(view->scratch, ", %" PRId32 " minutes %s", late < 0 ? -late : late,
                                       late < 0 ? "early" : "late"));
    if (in_item) {
        clock_said(view, lines);
        if (meeting->focus >= 0) {
            plain_put(lines, "Under discussion: %s", finding_line(view));
        }
        plain_put(lines, "In this item %s.", not_heard_line(view));
    }
    next_said(view, lines);
    plain_put(lines, "%s.", counts_said(view));
}

void plain_agenda(const struct view *view, struct plain_lines *lines) {
    for (uint32_t i = 0; i < view->meeting->item_count; i++) {
        plain_put(lines, "%s", plain_item(view, view->meeting->order[i]));
    }
}

void plain_records(const struct view *view, int32_t place, struct plain_lines *lines) {
    size_t count = 0;
    for (size_t i = 0; i < view->meeting->record_count; i++) {
        const struct record_state *record = view->meeting->records + i;
        if (place < 0 || record->place == place) {
            plain_put(lines, "%s", plain_record(view, record));
            count++;
        }
    }
    if (count == 0 && place >= 0) {
        plain_put(lines, "Nothing is recorded in %s.", item_id(view->app, (uint32_t)place));
    } else if (count == 0) {
        plain_put(lines, "Nothing is recorded yet.");
    }
}

/* --- one thing in full --- */

static void assents_said(const struct view *view, const struct record_state *record, struct plain_lines *lines) {
    size_t count;
    const struct asked_party *asked = asked_of(view->app, record->id, view->now, &count, view->scratch);
    for (size_t i = 0; i < count; i++) {
        plain_put(lines, "Assent of %s: %s%s%s", agency_said(view->app, asked[i].id, view->scratch),
                  asked_word(asked[i].state), asked[i].words == NULL ? "" : ": ",
                  asked[i].words == NULL ? "" : asked[i].words);
    }
}

static void later_said(const struct view *view, const struct record_state *record, struct plain_lines *lines) {
    struct sheet sheet = sheet_begin(view->scratch, PLAIN_WIDTH);
    later_lines(view, record, &sheet);
    progress_lines(view, record, &sheet);
    plain_sheet(lines, view, &sheet);
}

static void record_in_full(const struct view *view, const struct record_state *record, struct plain_lines *lines) {
    const struct shape *shape = record_shape(record->kind);
    struct stamp at = view->meeting->events[record->event].at;
    char clock[CLOCK_SIZE];
    plain_put(lines, "%s", plain_record(view, record));
    for (size_t i = 0; i < shape->count; i++) {
        const struct field *field = shape->fields + i;
        if (field_given(field, record->now) && field->label != NULL) {
            plain_put(lines, "%s: %s", field->label, value_said(view, field, record->now, view->scratch));
        }
    }
    if (record->withdrawn) {
        plain_put(lines, "Withdrawn%s%s", record->withdraw_reason == NULL ? "" : ": ",
                  record->withdraw_reason == NULL ? "" : record->withdraw_reason);
    }
    plain_put(lines, "Recorded at %s; %s", stamp_seconds(at, clock),
              read_as_it_stands(record)        ? "read back"
              : record->read_event == SIZE_MAX ? "not read back yet"
                                               : "changed since it was read back");
    assents_said(view, record, lines);
    later_said(view, record, lines);
}

bool plain_show(const struct view *view, const char *id, struct plain_lines *lines) {
    const struct record_state *record = meeting_record(view->meeting, id);
    if (record != NULL) {
        record_in_full(view, record, lines);
        return true;
    }
    if (plain_row(view, id) == NULL || view->app->summary == NULL) {
        return false;
    }
    plain_page(view, id, lines);
    return true;
}

void plain_item_begins(const struct view *view, struct plain_lines *lines) {
    const struct meeting *meeting = view->meeting;
    const struct item *item = meeting->items[meeting->current].item;
    struct detail detail = {.arena = view->scratch, .width = PLAIN_WIDTH};
    plain_put(lines, "Now %s %s: %s, %" PRId32 " minutes%s%s", item->id, item->title,
              choice_word(&CHOICES_PURPOSE, item->purpose), duration_minutes(meeting->items[meeting->current].granted),
              item->presenter == NULL ? "" : ", presented by ",
              item->presenter == NULL ? "" : party_name(meeting->agenda, item->presenter));
    detail_of_item(view, &detail);
    plain_detail(lines, &detail);
}
