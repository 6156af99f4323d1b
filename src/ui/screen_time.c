#include <inttypes.h>
#include <string.h>

#include "screen_parts.h"

enum { TITLE = 6, FIGURE = 6 };

/* --- figures --- */

static const char *minutes_said(struct arena *arena, int64_t ms) {
    return arena_format(arena, "%" PRId32, duration_minutes(ms));
}

/* To the second, as a ledger has it: "150:00", "-5:30". */
static const char *seconds_said(struct arena *arena, int64_t ms) {
    int64_t seconds = (ms < 0 ? -ms : ms) / MS_SECOND;
    return arena_format(arena, "%s%" PRId64 ":%02" PRId64, ms < 0 ? "-" : "", seconds / 60, seconds % 60);
}

static int64_t used_now(const struct view *view, const struct item_summary *row) {
    return (int32_t)row->place == view->meeting->current && meeting_clock_runs(view->meeting)
               ? meeting_used(view->meeting, row->place, view->now.at)
               : row->used;
}

static void ends_line(const struct view *view, struct sheet *sheet) {
    int32_t late = 0;
    const char *ends = ends_said(view->meeting, view->now, sheet->arena, &late);
    sheet_line(sheet, NULL);
    sheet_put(sheet, 1, 0, late > 0 ? LOOK_LATE : LOOK_STRONG,
              late == 0 ? ends : arena_format(sheet->arena, "%s  %+" PRId32 " min", ends, late));
}

/* As the rows below say it: the summary is as old as the last change. */
static int64_t used_for(const struct view *view, int purpose) {
    const struct summary *summary = view->app->summary;
    int64_t used = summary->purposes[purpose].used;
    for (size_t i = 0; i < summary->item_count; i++) {
        const struct item_summary *row = summary->items + i;
        bool for_it = (int)view->meeting->items[row->place].item->purpose == purpose;
        used += for_it ? used_now(view, row) - row->used : 0;
    }
    return used;
}

/* "receiving 35 planned, 50 used" for one purpose after the other. */
static void purposes_line(const struct view *view, struct sheet *sheet) {
    static const char *const words[] = {"", "receiving", "discussing", "challenging", "deciding", "breaks"};
    const char *said = "";
    for (int i = PURPOSE_INFORMATION; i <= PURPOSE_BREAK; i++) {
        const struct time_share *share = view->app->summary->purposes + i;
        if (share->planned != 0 || share->granted != 0 || share->used != 0) {
            said =
                arena_format(sheet->arena, "%s%s%s %s, used %s", said, said[0] == '\0' ? "" : "; ", words[i],
                             minutes_said(sheet->arena, share->planned), minutes_said(sheet->arena, used_for(view, i)));
        }
    }
    sheet_line(sheet, NULL);
    sheet_put(sheet, 1, 0, LOOK_PLAIN, said);
}

static bool small(const struct sheet *sheet) {
    return sheet->width < 60;
}

static int figures_from(const struct sheet *sheet) {
    int from = small(sheet) ? sheet->width - 1 - 3 * FIGURE : TITLE + (sheet->width >= 120 ? 48 : 22);
    return from < TITLE ? TITLE : from;
}

void time_above(const struct view *view, struct sheet *sheet) {
    static const char *const heads[] = {"plan", "given", "used"};
    ends_line(view, sheet);
    purposes_line(view, sheet);
    sheet_line(sheet, NULL);
    sheet_put(sheet, 1, figures_from(sheet) - 2, LOOK_QUIET, "item");
    for (int i = 0; i < 3; i++) {
        sheet_right(sheet, figures_from(sheet) + (i + 1) * FIGURE, FIGURE - 1, LOOK_QUIET, heads[i]);
    }
    if (!small(sheet)) {
        sheet_put(sheet, figures_from(sheet) + 3 * FIGURE + 2, 0, LOOK_QUIET, "# used + over - left | plan");
    }
}

/* --- bars --- */

static int64_t longest(const struct view *view) {
    const struct summary *summary = view->app->summary;
    int64_t most = MS_MINUTE;
    for (size_t i = 0; i < summary->item_count; i++) {
        const struct item_summary *row = summary->items + i;
        int64_t own = used_now(view, row);
        own = row->granted > own ? row->granted : own;
        own = row->planned > own ? row->planned : own;
        most = own > most ? own : most;
    }
    return most;
}

static const char *bar(const struct view *view, struct sheet *sheet, const struct item_summary *row, int width) {
    int64_t most = longest(view);
    int64_t used = used_now(view, row) * width / most;
    int64_t granted = row->granted < 0 ? 0 : row->granted * width / most;
    int64_t planned = row->planned * width / most;
    int64_t length = used > granted ? used : granted;
    length = planned >= length && row->planned != row->granted ? planned + 1 : length;
    char *text = arena_alloc(sheet->arena, (size_t)length + 1);
    for (int64_t i = 0; i < length; i++) {
        text[i] = i < used ? (i < granted ? '#' : '+') : i < granted ? '-' : ' ';
    }
    if (row->planned != row->granted && planned < length) {
        text[planned] = '|';
    }
    return text;
}

static void item_row(const struct view *view, struct sheet *sheet, const struct item_summary *row) {
    const struct item *item = view->meeting->items[row->place].item;
    bool here = view->meeting->current == (int32_t)row->place;
    enum look look = here ? LOOK_STRONG : row->left ? LOOK_QUIET : LOOK_PLAIN;
    int from = figures_from(sheet);
    int64_t used = used_now(view, row);
    sheet_line(sheet, item->id);
    sheet_put(sheet, 0, 1, look, here ? ">" : "");
    sheet_put(sheet, 1, TITLE - 2, look, item->id);
    sheet_put(sheet, TITLE, from - TITLE, look, item->title);
    sheet_right(sheet, from + FIGURE, FIGURE - 1, look, minutes_said(sheet->arena, row->planned));
    sheet_right(sheet, from + 2 * FIGURE, FIGURE - 1, look, minutes_said(sheet->arena, row->granted));
    sheet_right(sheet, from + 3 * FIGURE, FIGURE - 1, used > row->granted ? LOOK_LATE : look,
                minutes_said(sheet->arena, used));
    if (!small(sheet)) {
        int at = from + 3 * FIGURE + 2;
        sheet_put(sheet, at, 0, look, bar(view, sheet, row, sheet->width - 2 - at));
    }
}

static void sum_row(const struct view *view, struct sheet *sheet) {
    const struct time_share *total = &view->app->summary->total;
    int64_t used = 0;
    for (size_t i = 0; i < view->app->summary->item_count; i++) {
        used += used_now(view, view->app->summary->items + i);
    }
    int from = figures_from(sheet);
    sheet_line(sheet, NULL);
    sheet_put(sheet, TITLE, from - TITLE, LOOK_STRONG, "in all");
    sheet_right(sheet, from + FIGURE, FIGURE - 1, LOOK_STRONG, minutes_said(sheet->arena, total->planned));
    sheet_right(sheet, from + 2 * FIGURE, FIGURE - 1, LOOK_STRONG, minutes_said(sheet->arena, total->granted));
    sheet_right(sheet, from + 3 * FIGURE, FIGURE - 1, LOOK_STRONG, minutes_said(sheet->arena, used));
}

/* --- the ledger --- */

static void extension_line(const struct view *view, struct sheet *sheet, const struct extension *row) {
    const struct event *event = view->meeting->events + row->event;
    const struct event_extend *extend = event->body;
    struct stamp at = event->at;
    char clock[CLOCK_SIZE];
    const char *payer = row->from < 0 ? "the end" : item_id(view->app, (uint32_t)row->from);
    const char *agreed = extend->agreed_by == NULL ? ""
                                                   : arena_format(sheet->arena, ", agreed by %s",
                                                                  party_name(view->meeting->agenda, extend->agreed_by));
    sheet_line(sheet, item_id(view->app, row->place));
    sheet_put(sheet, 1, 0, LOOK_PLAIN,
              arena_format(sheet->arena, "%s %s %s%s %s %s%s%s%s", stamp_seconds(at, clock),
                           item_id(view->app, row->place), row->granted > 0 ? "+" : "",
                           seconds_said(sheet->arena, row->granted), row->granted > 0 ? "paid by" : "given to", payer,
                           agreed, extend->reason == NULL ? "" : ": ", extend->reason == NULL ? "" : extend->reason));
}

/* Other acts that moved minutes between items and the end. */
static bool moves_minutes(enum event_do what) {
    return what == DO_SKIP || what == DO_PARK || what == DO_ADD_ITEM || what == DO_REPLAN;
}

static void ledger_lines(const struct view *view, struct sheet *sheet) {
    const struct meeting *meeting = view->meeting;
    size_t extension = 0;
    for (size_t i = 0; i < meeting->event_count; i++) {
        if (meeting->event_notes[i].undone) {
            continue;
        }
        if (extension < meeting->extension_count && meeting->extensions[extension].event == i) {
            extension_line(view, sheet, meeting->extensions + extension++);
        } else if (moves_minutes(meeting->events[i].what)) {
            struct stamp at = meeting->events[i].at;
            char clock[CLOCK_SIZE];
            sheet_line(sheet, NULL);
            sheet_put(sheet, 1, 0, LOOK_PLAIN,
                      arena_format(sheet->arena, "%s %s", stamp_seconds(at, clock),
                                   event_sentence(meeting, i, sheet->arena)));
        }
    }
}

/* Granted is planned and what came from the end, to the second. */
static void balance_line(const struct view *view, struct sheet *sheet) {
    const struct time_share *total = &view->app->summary->total;
    int64_t end = view->meeting->end_account;
    sheet_line(sheet, NULL);
    sheet_put(sheet, 1, 0, LOOK_STRONG,
              arena_format(sheet->arena, "planned %s, from the end %s%s, given %s",
                           seconds_said(sheet->arena, total->planned), end < 0 ? "" : "+",
                           seconds_said(sheet->arena, end), seconds_said(sheet->arena, total->granted)));
}

void time_ledger(const struct view *view, struct sheet *sheet) {
    sheet_heading(sheet, "LEDGER");
    ledger_lines(view, sheet);
    balance_line(view, sheet);
}

void time_list(const struct view *view, struct sheet *sheet) {
    for (size_t i = 0; i < view->app->summary->item_count; i++) {
        item_row(view, sheet, view->app->summary->items + i);
    }
    sum_row(view, sheet);
    time_ledger(view, sheet);
}

/* --- a page --- */

static void item_records(const struct view *view, struct sheet *sheet, const char *id) {
    struct texts ids = {.items = arena_array(sheet->arena, view->meeting->record_count, sizeof *ids.items)};
    for (size_t i = 0; i < view->meeting->record_count; i++) {
        const struct record_state *record = view->meeting->records + i;
        if (!record->withdrawn && record->place >= 0 && text_equal(item_id(view->app, (uint32_t)record->place), id)) {
            ids.items[ids.count++] = record->id;
        }
    }
    record_lines(view, sheet, "RECORDED", &ids);
}

/* What the agenda says of its time. */
static void item_bounds(const struct item *item, struct sheet *sheet) {
    if (item->at.given) {
        sheet_text(sheet, NULL, "at", LOOK_PLAIN, item_starts_at(item, sheet->arena));
    }
    if (item->is_protected == YES) {
        sheet_text(sheet, NULL, "held", LOOK_PLAIN, "its minutes are not lent to another item");
    }
    if (item->round.given) {
        sheet_text(sheet, NULL, "round", LOOK_PLAIN,
                   arena_format(sheet->arena, "%" PRId32 " min for each agency", item->round.value));
    }
}

static void listed(const char *label, const struct texts *texts, struct sheet *sheet) {
    for (size_t i = 0; i < texts->count; i++) {
        sheet_text(sheet, NULL, i == 0 ? label : "", LOOK_PLAIN, texts->items[i]);
    }
}

void item_page(const struct view *view, const char *id, struct sheet *sheet) {
    int32_t place = meeting_item_place(view->meeting, id);
    if (place < 0) {
        sheet_text(sheet, NULL, NULL, LOOK_QUIET, "This item is not there");
        return;
    }
    const struct item_state *state = view->meeting->items + place;
    const struct item *item = state->item;
    sheet_text(sheet, id, NULL, LOOK_TITLE, arena_format(sheet->arena, "%s %s", id, item->title));
    sheet_text(sheet, NULL, "purpose", LOOK_PLAIN, choice_word(&CHOICES_PURPOSE, item->purpose));
    sheet_text(sheet, NULL, "time", LOOK_PLAIN,
               arena_format(sheet->arena, "planned %s, given %s, used %s", seconds_said(sheet->arena, state->planned),
                            seconds_said(sheet->arena, state->granted),
                            seconds_said(sheet->arena, meeting_used(view->meeting, (uint32_t)place, view->now.at))));
    item_bounds(item, sheet);
    if (item->presenter != NULL) {
        sheet_text(sheet, NULL, "by", LOOK_PLAIN, party_name(view->meeting->agenda, item->presenter));
    }
    sheet_text(sheet, NULL, "reason", LOOK_PLAIN, state->reason);
    sheet_text(sheet, NULL, "findings", LOOK_PLAIN,
               item->findings.count == 0 ? NULL : sheet_ids(sheet, &item->findings));
    listed("prompts", &item->prompts, sheet);
    listed("papers", &item->papers, sheet);
    sheet_text(sheet, NULL, "own", LOOK_QUIET, item->notes);
    item_records(view, sheet, id);
}
