/* The Log: every event in a sentence, under the filter that is set. */
#include <string.h>

#include "candour/ui/pick.h"
#include "log_rows.h"
#include "screen_layout.h"
#include "screen_parts.h"

enum { TIME = 9, ID = 5, SMALL = 60, SIDE_FROM = 140 };

/* The day of the selected event, whose heading may be out of sight. */
static void day_above(const struct view *view, struct sheet *sheet) {
    size_t event = log_selected(view->app);
    char words[48];
    if (event < view->meeting->event_count) {
        day_in_words(stamp_day(view->meeting->events[event].at), words, sizeof words);
        sheet_right(sheet, sheet->width - 1, (int)strlen(words), LOOK_QUIET, arena_text(sheet->arena, words));
    }
}

void log_above(const struct view *view, struct sheet *sheet) {
    const struct log_rows *rows = view->app->log;
    const char *said = log_filter_said(&rows->filter, sheet->arena);
    size_t all = view->meeting->event_count;
    sheet_line(sheet, NULL);
    if (said == NULL) {
        sheet_format(sheet, 1, 0, LOOK_QUIET, rows->undone == 0 ? "%zu events" : "%zu events, %zu of them undone", all,
                     rows->undone);
        day_above(view, sheet);
        return;
    }
    const char *count = arena_format(sheet->arena, "%zu of %zu", rows->events, all);
    int width = sheet->width - 2 - (int)strlen("Only : ") - (int)strlen(count);
    sheet_put(sheet, 1, 0, LOOK_STRONG, "Only ");
    sheet_put(sheet, 6, width, LOOK_STRONG, said);
    int used = text_columns(said, strlen(said));
    used = used < width ? used : width;
    sheet_format(sheet, 6 + used, 0, LOOK_STRONG, ": %s", count);
    sheet_put(sheet, 6 + used + 2 + (int)strlen(count) + 2, 0, LOOK_QUIET, "Backspace shows all");
}

/* --- a row --- */

/* What must not be read past: that it stands no more, or came after the meeting. */
static const char *mark_said(const struct meeting *meeting, size_t event) {
    return meeting->event_notes[event].undone ? "UNDONE" : later_word(event_later(meeting, event));
}

static enum look row_look(const struct meeting *meeting, size_t event) {
    return meeting->event_notes[event].undone                ? LOOK_QUIET
           : event_later(meeting, event) == LATER_CORRECTION ? LOOK_OPEN
                                                             : LOOK_PLAIN;
}

/* Its code where it is one that is said aloud: what Enter opens. */
static const char *known_subject(const struct meeting *meeting, size_t event) {
    const char *id = event_subject(meeting, event);
    return id != NULL && meeting_names(meeting, id, NULL) != 0 ? id : NULL;
}

static void event_row(const struct view *view, size_t event, struct sheet *sheet) {
    const struct meeting *meeting = view->meeting;
    const char *sentence = event_sentence(meeting, event, sheet->arena);
    const char *mark = mark_said(meeting, event);
    enum look look = row_look(meeting, event);
    char clock[CLOCK_SIZE];
    int at = 1 + TIME;
    sheet_line(sheet, known_subject(meeting, event));
    sheet_put(sheet, 1, TIME - 1, LOOK_QUIET,
              arena_text(sheet->arena, stamp_seconds(meeting->events[event].at, clock)));
    if (sheet->width >= SMALL) {
        sheet_put(sheet, at, ID - 1, look, event_subject(meeting, event));
        at += ID;
    }
    sheet_put(sheet, at, 0, look, mark[0] == '\0' ? sentence : arena_format(sheet->arena, "%s: %s", mark, sentence));
}

static void say_row(const struct view *view, size_t row, struct sheet *sheet) {
    uint32_t at = view->app->log->rows[row];
    char words[48];
    if ((at & LOG_DAY) == 0) {
        event_row(view, at, sheet);
        return;
    }
    sheet_line(sheet, NULL);
    sheet->lines->between = true;
    sheet_put(sheet, 1, 0, LOOK_TITLE,
              arena_text(sheet->arena,
                         day_in_words(stamp_day(view->meeting->events[at & ~LOG_DAY].at), words, sizeof words)));
}

void log_list(const struct view *view, struct sheet *sheet) {
    sheet_ask(sheet, view, view->app->log->count, say_row);
}

/* --- the selected one --- */

/* The item it was said in, while the meeting went on. */
static const char *item_said(const struct view *view, size_t event, struct arena *arena) {
    const struct event_note *note = view->meeting->event_notes + event;
    bool live = note->status == MEETING_READY || note->status == MEETING_RUNNING || note->status == MEETING_PAUSED;
    return !live || note->place < 0 ? ""
                                    : arena_format(arena, ", in %s %s", item_id(view->app, (uint32_t)note->place),
                                                   item_title(view->app, (uint32_t)note->place));
}

static void standing_lines(const struct view *view, size_t event, struct sheet *sheet) {
    static const char *const words[] = {
        NULL,
        "Follow-up: it was added after the meeting was closed",
        "A late change: the meeting was closed, its record not confirmed yet",
        "A CORRECTION: the record was confirmed before",
    };
    size_t by = event_undone_by(view->meeting, event);
    char clock[CLOCK_SIZE], date[DAY_SIZE];
    sheet_text(sheet, NULL, NULL, LOOK_OPEN, words[event_later(view->meeting, event)]);
    if (by != SIZE_MAX) {
        struct stamp at = view->meeting->events[by].at;
        sheet_text(sheet, NULL, NULL, LOOK_OPEN,
                   arena_format(sheet->arena, "UNDONE at %s on %s: it counts as never said", stamp_seconds(at, clock),
                                day_write(stamp_day(at), date)));
    }
}

/* Words that a change replaced: the sentence has only the new ones. */
static void replaced_lines(const struct view *view, size_t event, struct sheet *sheet) {
    const struct event *said = view->meeting->events + event;
    const struct event_amend *amend = said->body;
    if (said->what != DO_AMEND) {
        return;
    }
    struct wordings wordings = wordings_of(view->meeting, amend->id, sheet->arena);
    size_t at = 0;
    while (at < wordings.count && wordings.list[at].event != event) {
        at++;
    }
    for (size_t i = 0; at > 0 && at < wordings.count && i < wordings.shape->count; i++) {
        const struct field *field = wordings.shape->fields + i;
        const void *before = wordings.list[at - 1].value;
        if ((amend->set.mask >> i & 1) != 0 && field->type == FIELD_TEXT && field_given(field, before)) {
            sheet_text(
                sheet, NULL, NULL, LOOK_PLAIN,
                arena_format(sheet->arena, "%s before: %s", field->label, field_text(field, before, sheet->arena)));
        }
    }
}

void log_below(const struct view *view, const char *id, struct sheet *sheet) {
    size_t event = log_selected(view->app);
    if (event == SIZE_MAX || event >= view->meeting->event_count) {
        return;
    }
    struct stamp at = view->meeting->events[event].at;
    char clock[CLOCK_SIZE], words[48];
    sheet_text(sheet, NULL, NULL, LOOK_STRONG, event_sentence(view->meeting, event, sheet->arena));
    standing_lines(view, event, sheet);
    replaced_lines(view, event, sheet);
    sheet_text(sheet, NULL, NULL, LOOK_QUIET,
               arena_format(sheet->arena, "%s, %s%s", day_in_words(stamp_day(at), words, sizeof words),
                            stamp_seconds(at, clock), item_said(view, event, sheet->arena)));
    if (id != NULL && view->app->columns >= SIDE_FROM && meeting_record(view->meeting, id) != NULL) {
        sheet_blank(sheet);
        wordings_page(view, id, sheet);
    }
}
