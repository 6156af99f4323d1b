/* Each of the screens in lines: sentences where the screen has a grid, its own words where it has words. */
#include <inttypes.h>
#include <string.h>

#include "log_rows.h"
#include "plain_inside.h"
#include "screen_layout.h"
#include "screen_moves.h"
#include "screen_parts.h"

static struct sheet wide(const struct view *view) {
    return sheet_begin(view->scratch, PLAIN_WIDTH);
}

static void sheet_of(const struct view *view, screen_lines *fill, struct plain_lines *lines) {
    struct sheet sheet = wide(view);
    fill(view, &sheet);
    plain_sheet(lines, view, &sheet);
}

static void page_of(const struct view *view, screen_of_id *fill, const char *id, struct plain_lines *lines) {
    struct sheet sheet = wide(view);
    fill(view, id, &sheet);
    plain_sheet(lines, view, &sheet);
}

/* --- one after the other --- */

static void say_findings(const struct view *view, struct plain_lines *lines) {
    const struct summary *summary = view->app->summary;
    plain_put(lines, "Findings: %zu", summary->finding_count);
    for (size_t i = 0; i < summary->finding_count; i++) {
        plain_put(lines, "%s", plain_row(view, summary->findings[i].state->finding->id));
    }
}

/* "NPS challenged MHT 2, COM 1"; nothing for a party that challenged nobody. */
static void say_matrix(const struct view *view, struct plain_lines *lines) {
    const struct summary *summary = view->app->summary;
    for (size_t from = 0; summary->matrix != NULL && from < summary->party_count; from++) {
        const char *text = NULL;
        for (size_t to = 0; to < summary->party_count; to++) {
            uint32_t count = summary_between(summary, from, to);
            if (count > 0) {
                text = arena_format(view->scratch, "%s %s %" PRIu32 "%s", text == NULL ? "" : text,
                                    party_code(summary->parties + to), count, ",");
            }
        }
        if (text != NULL) {
            plain_put(lines, "%s challenged%.*s", party_code(summary->parties + from), (int)strlen(text) - 1, text);
        }
    }
}

static void say_challenges(const struct view *view, struct plain_lines *lines) {
    const struct summary *summary = view->app->summary;
    plain_put(lines, "Challenges: %zu, %zu open", summary->challenge_count, summary->open_count);
    for (size_t i = 0; i < summary->challenge_count; i++) {
        plain_put(lines, "%s", plain_record(view, summary->challenges[i].record));
    }
    say_matrix(view, lines);
}

static void say_agreements(const struct view *view, struct plain_lines *lines) {
    const struct summary *summary = view->app->summary;
    plain_put(lines, "Agreements: %zu of about %d. %s", summary->owed_count, (int)AGREEMENTS_SOFT_CEILING,
              summary->owed_count == 0 ? "" : strength_figures(view, view->scratch));
    for (size_t i = 0; i < summary->agreement_count; i++) {
        plain_put(lines, "%s", plain_record(view, summary->agreements[i].record));
    }
}

static void say_agencies(const struct view *view, struct plain_lines *lines) {
    const struct summary *summary = view->app->summary;
    plain_put(lines, "Agencies: %zu", summary->agency_count);
    for (size_t i = 0; i < summary->party_count; i++) {
        const struct agency_summary *party = summary->parties + i;
        bool any = party->made.count + party->received.count + party->owns.count + party->shares.count > 0;
        if (party->id != NULL && (party->agency != NULL || any)) {
            plain_put(lines, "%s", plain_row(view, party->id));
        } else if (any) {
            plain_put(lines, "People of no agency: challenges made %s, received %s", plain_ids(lines, &party->made),
                      plain_ids(lines, &party->received));
        }
    }
}

static void say_marker(const struct view *view, struct plain_lines *lines) {
    sheet_of(view, marker_above, lines);
    sheet_of(view, marker_list, lines);
}

static void say_time(const struct view *view, struct plain_lines *lines) {
    const struct summary *summary = view->app->summary;
    plain_where(view, lines);
    for (size_t i = 0; i < summary->item_count; i++) {
        plain_put(lines, "%s", plain_item(view, summary->items[i].place));
    }
    sheet_of(view, time_ledger, lines);
}

/* --- the log --- */

static void event_line(const struct view *view, size_t event, struct plain_lines *lines) {
    const struct meeting *meeting = view->meeting;
    const char *subject = event_subject(meeting, event);
    const char *mark = meeting->event_notes[event].undone ? "UNDONE" : later_word(event_later(meeting, event));
    char clock[CLOCK_SIZE];
    plain_put(lines, "%s %s%s%s%s%s", stamp_seconds(meeting->events[event].at, clock), subject == NULL ? "" : subject,
              subject == NULL ? "" : ": ", mark, mark[0] == '\0' ? "" : ": ",
              event_sentence(meeting, event, view->scratch));
}

static void say_log(const struct view *view, bool all, struct plain_lines *lines) {
    enum { LAST = 20 };
    const struct log_rows *rows = view->app->log;
    size_t from = all || rows->count <= LAST ? 0 : rows->count - LAST;
    const char *only = log_filter_said(&rows->filter, view->scratch);
    char words[48];
    plain_put(lines, "Log: %zu event%s%s%s%s", rows->events, rows->events == 1 ? "" : "s",
              only == NULL ? "" : ", only ", only == NULL ? "" : only,
              from == 0 ? "" : "; the last of them, all says all");
    for (size_t i = from; i < rows->count; i++) {
        uint32_t row = rows->rows[i];
        if ((row & LOG_DAY) != 0) {
            plain_put(lines,
                      "%s:", day_in_words(stamp_day(view->meeting->events[row & ~LOG_DAY].at), words, sizeof words));
        } else {
            event_line(view, row, lines);
        }
    }
}

/* --- wordings --- */

static void wording_lines(const struct view *view, const struct wordings *wordings, size_t at,
                          struct plain_lines *lines) {
    struct stamp when = view->meeting->events[wordings->list[at].event].at;
    char clock[CLOCK_SIZE], date[DAY_SIZE];
    plain_put(lines, "%s %s on %s:", at == 0 ? "First said at" : "Changed at", stamp_seconds(when, clock),
              day_write(stamp_day(when), date));
    for (size_t i = 0; i < wordings->shape->count; i++) {
        const struct field *field = wordings->shape->fields + i;
        const void *now = wordings->list[at].value;
        bool same = at > 0 && field_equal(field, now, wordings->list[at - 1].value);
        if (!same && field->label != NULL && (at > 0 || field_given(field, now))) {
            const char *text = value_said(view, field, now, view->scratch);
            plain_put(lines, "%s: %s", field->label, text[0] == '\0' ? "nothing any more" : text);
        }
    }
}

static void say_wordings(const struct view *view, const char *id, struct plain_lines *lines) {
    struct wordings wordings = wordings_of(view->meeting, id, view->scratch);
    const char *row = plain_row(view, id);
    plain_put(lines, "%s", row == NULL ? id : row);
    for (size_t i = wordings.count; wordings.shape != NULL && i > 0; i--) {
        wording_lines(view, &wordings, i - 1, lines);
    }
}

/* --- all of them --- */

static void say_meeting(const struct view *view, struct plain_lines *lines) {
    struct detail detail = {.arena = view->scratch, .width = PLAIN_WIDTH};
    plain_where(view, lines);
    detail_of_item(view, &detail);
    plain_detail(lines, &detail);
    plain_records(view, view->meeting->current, lines);
}

static void say_remarks(const struct view *view, const struct screen *screen, struct plain_lines *lines) {
    struct remarks remarks = remarks_of(view->app->summary, screen->remarks, view->scratch);
    for (size_t i = 0; i < remarks.count; i++) {
        plain_put(lines, "Remark: %s", remarks.list[i].text);
    }
    if (screen->notes != NULL) {
        sheet_of(view, screen->notes, lines);
    }
}

void plain_page(const struct view *view, const char *id, struct plain_lines *lines) {
    size_t place;
    uint32_t kind = meeting_names(view->meeting, id, &place);
    if (view->app->screen == SCREEN_LOG || (kind & REF_RECORD) != 0) {
        say_wordings(view, id, lines);
    } else if (kind == REF_FINDING) {
        page_of(view, finding_page, id, lines);
    } else if (kind == REF_ITEM) {
        plain_put(lines, "%s", plain_item(view, (uint32_t)place));
        page_of(view, item_page, id, lines);
    } else if (summary_party(view->app->summary, id) != NULL) {
        plain_put(lines, "%s", plain_row(view, id));
        page_of(view, agency_page, id, lines);
    } else {
        plain_put(lines, "%s", plain_row(view, id));
    }
}

void plain_screen(const struct view *view, bool all, struct plain_lines *lines) {
    static void (*const say[])(const struct view *, struct plain_lines *) = {[SCREEN_MEETING] = say_meeting,
                                                                             [SCREEN_FINDINGS] = say_findings,
                                                                             [SCREEN_CHALLENGES] = say_challenges,
                                                                             [SCREEN_AGREEMENTS] = say_agreements,
                                                                             [SCREEN_AGENCIES] = say_agencies,
                                                                             [SCREEN_MARKER] = say_marker,
                                                                             [SCREEN_TIME] = say_time,
                                                                             [SCREEN_LOG] = NULL};
    const struct screen *screen = screen_of(view->app->screen);
    const char *about = view->app->screens[view->app->screen].about;
    if (view->app->summary == NULL) {
        return;
    }
    if (about[0] != '\0') {
        plain_page(view, about, lines);
    } else if (view->app->screen == SCREEN_LOG) {
        say_log(view, all, lines);
    } else {
        say[view->app->screen](view, lines);
        say_remarks(view, screen, lines);
    }
}

/* --- what is selected --- */

static const char *selected_on_meeting(const struct view *view) {
    const struct app *app = view->app;
    int32_t item = item_selected(app);
    const struct record_state *record = selected_record(app);
    if (app->pane == PANE_AGENDA) {
        return item < 0 ? NULL : plain_item(view, (uint32_t)item);
    }
    return record == NULL ? NULL : plain_record(view, record);
}

const char *plain_selected(const struct view *view) {
    const struct app *app = view->app;
    if (app->screen == SCREEN_MEETING) {
        return selected_on_meeting(view);
    }
    if (app->screen == SCREEN_LOG && app->screens[SCREEN_LOG].about[0] == '\0') {
        struct buffer line = {0};
        struct plain_lines lines = {&line, view->scratch};
        size_t event = log_selected(app);
        if (event < view->meeting->event_count) {
            event_line(view, event, &lines);
        }
        const char *text = line.length == 0 ? NULL : arena_text(view->scratch, line.bytes);
        buffer_free(&line);
        return text;
    }
    const char *id = screen_selected(app);
    if (id != NULL && plain_row(view, id) != NULL) {
        return plain_row(view, id);
    }
    struct screen_layout layout = screen_layout_now(view);
    size_t row = screen_row(app, &layout.list);
    return row < layout.list.count ? sheet_words(sheet_at(&layout.list, row, view->scratch), view->scratch) : NULL;
}
