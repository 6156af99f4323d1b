/* The wordings of a record, a position or an answer side by side: what it said, and what it says now. */
#include <string.h>

#include "candour/core/log.h"
#include "screen_parts.h"

enum { BESIDE_FROM = 70, LABEL_MOST = 18, LABEL_NARROW = 10 };

/* --- values --- */

static const char *party_said_in_full(const struct view *view, const char *id, struct arena *arena) {
    const char *name = party_name(view->meeting->agenda, id);
    return text_equal(name, id) ? id : arena_format(arena, "%s %s", id, name);
}

const char *value_said(const struct view *view, const struct field *field, const void *record, struct arena *arena) {
    char words[48];
    if (!field_given(field, record)) {
        return "";
    }
    if (field->type == FIELD_DATE) {
        return arena_text(arena, day_in_words(*(const day *)field_of(field, record), words, sizeof words));
    }
    if (field->type == FIELD_REF) {
        return party_said_in_full(view, *(const char *const *)field_of(field, record), arena);
    }
    return field_text(field, record, arena);
}

/* --- what differs inside a text --- */

struct stretch {
    size_t from, to;
};

static bool is_blank_at(const char *text, size_t at) {
    return text[at] == ' ' || text[at] == '\n' || text[at] == '\0';
}

/* Whole words from the first that differs to the last that does. */
static void differing(const char *a, const char *b, struct stretch *in_a, struct stretch *in_b) {
    size_t length_a = strlen(a), length_b = strlen(b), same = 0, end = 0;
    while (a[same] != '\0' && a[same] == b[same]) {
        same++;
    }
    while (same > 0 && !is_blank_at(a, same - 1)) {
        same--;
    }
    while (end < length_a - same && end < length_b - same && a[length_a - 1 - end] == b[length_b - 1 - end]) {
        end++;
    }
    while (end > 0 && !is_blank_at(a, length_a - end)) {
        end--;
    }
    *in_a = (struct stretch){same, length_a - end};
    *in_b = (struct stretch){same, length_b - end};
}

/* --- one text in a column --- */

struct column {
    int from, width;
    const char *text;
    struct stretch marked;
    enum look look; /* of what is marked */
    struct text_lines lines;
};

static struct column column_of(struct sheet *sheet, int from, int width, const char *text, struct stretch marked,
                               enum look look) {
    struct column column = {.from = from, .width = width, .text = text, .marked = marked, .look = look};
    column.lines = text_wrap(sheet->arena, text, strlen(text), width);
    return column;
}

/* A piece of a line, behind those before it; the column behind it. */
static int put_piece(struct sheet *sheet, const struct column *column, int at, size_t from, size_t to, enum look look) {
    if (from >= to) {
        return at;
    }
    const char *text = arena_copy(sheet->arena, column->text + from, to - from);
    int width = text_columns(text, to - from);
    if (width > 0) {
        sheet_put(sheet, at, width, look, text);
    }
    return at + width;
}

static size_t within(size_t at, size_t from, size_t to) {
    return at < from ? from : at > to ? to : at;
}

static void put_line(struct sheet *sheet, const struct column *column, size_t line) {
    if (line >= column->lines.count) {
        return;
    }
    struct text_line part = column->lines.lines[line];
    size_t from = within(column->marked.from, part.from, part.to);
    size_t to = within(column->marked.to, from, part.to);
    int at = put_piece(sheet, column, column->from, part.from, from, LOOK_PLAIN);
    at = put_piece(sheet, column, at, from, to, column->look);
    put_piece(sheet, column, at, to, part.to, LOOK_PLAIN);
}

/* --- a field that changed --- */

static const char *sign_of(const struct field *field, const void *before, const void *after) {
    return !field_given(field, before) ? "+" : !field_given(field, after) ? "-" : "*";
}

struct comparing {
    const struct view *view;
    const char *id;
    const struct shape *shape;
    const struct worded *before, *after;
    size_t before_at, count; /* of the wordings: which is BEFORE, and how many there are */
};

static int half(const struct sheet *sheet) {
    return (sheet->width - 5) / 2;
}

static bool beside(const struct sheet *sheet) {
    return sheet->width >= BESIDE_FROM;
}

static const char *or_not_given(const char *text) {
    return text[0] == '\0' ? "(not given)" : text;
}

static void field_beside(struct sheet *sheet, const struct comparing *c, const char *before, const char *after) {
    struct stretch was, is;
    differing(before, after, &was, &is);
    int width = half(sheet), now = 1 + width + 3;
    struct column left = column_of(sheet, 1, width, or_not_given(before), was, LOOK_OPEN);
    struct column right = column_of(sheet, now, width, or_not_given(after), is, LOOK_STRONG);
    size_t rows = left.lines.count > right.lines.count ? left.lines.count : right.lines.count;
    for (size_t i = 0; i < rows; i++) {
        sheet_line(sheet, c->id);
        put_line(sheet, &left, i);
        sheet_put(sheet, now - 2, 1, LOOK_LINE, "\u2502");
        put_line(sheet, &right, i);
    }
}

static void field_stacked(struct sheet *sheet, const struct comparing *c, const char *before, const char *after) {
    enum { BEHIND = 6 };
    struct stretch was, is;
    differing(before, after, &was, &is);
    int width = sheet->width - BEHIND - 2;
    struct column both[] = {
        column_of(sheet, BEHIND, width, or_not_given(before), was, LOOK_OPEN),
        column_of(sheet, BEHIND, width, or_not_given(after), is, LOOK_STRONG),
    };
    for (int side = 0; side < 2; side++) {
        for (size_t i = 0; i < both[side].lines.count; i++) {
            sheet_line(sheet, c->id);
            sheet_put(sheet, 1, BEHIND - 1, LOOK_QUIET, i > 0 ? "" : side == 0 ? "was" : "now");
            put_line(sheet, both + side, i);
        }
    }
}

static void changed_field(struct sheet *sheet, const struct comparing *c, const struct field *field) {
    const char *before = value_said(c->view, field, c->before->value, sheet->arena);
    const char *after = value_said(c->view, field, c->after->value, sheet->arena);
    sheet_line(sheet, c->id);
    sheet_put(sheet, 1, 1, LOOK_OPEN, sign_of(field, c->before->value, c->after->value));
    sheet_put(sheet, 3, 0, LOOK_TITLE, field->label);
    if (beside(sheet)) {
        field_beside(sheet, c, before, after);
    } else {
        field_stacked(sheet, c, before, after);
    }
}

/* --- heads --- */

static const char *when_said(const struct view *view, size_t event, struct arena *arena) {
    struct stamp at = view->meeting->events[event].at;
    char date[DAY_SIZE], clock[CLOCK_SIZE];
    const char *later = later_word(event_later(view->meeting, event));
    return arena_format(arena, "%s %s%s%s", day_write(stamp_day(at), date), stamp_seconds(at, clock),
                        later[0] == '\0' ? "" : ", ", later);
}

static void heads(struct sheet *sheet, const struct comparing *c) {
    const char *wording = beside(sheet) ? "wording " : "";
    const char *which = arena_format(sheet->arena, "EARLIER: %s%zu of %zu", wording, c->before_at + 1, c->count);
    const char *now = arena_format(sheet->arena, "NOW: %s%zu", wording, c->count);
    const char *was_when = when_said(c->view, c->before->event, sheet->arena);
    const char *now_when = when_said(c->view, c->after->event, sheet->arena);
    if (beside(sheet)) {
        int column = 1 + half(sheet) + 3;
        sheet_line(sheet, c->id);
        sheet_put(sheet, 1, half(sheet), LOOK_TITLE, which);
        sheet_put(sheet, column, half(sheet), LOOK_TITLE, now);
        sheet_line(sheet, c->id);
        sheet_put(sheet, 1, half(sheet), LOOK_QUIET, was_when);
        sheet_put(sheet, column, half(sheet), LOOK_QUIET, now_when);
        return;
    }
    sheet_text(sheet, c->id, NULL, LOOK_TITLE, arena_format(sheet->arena, "%s, %s", which, was_when));
    sheet_text(sheet, c->id, NULL, LOOK_TITLE, arena_format(sheet->arena, "%s, %s", now, now_when));
}

/* --- what stays the same, and what there is in all --- */

static void labelled(struct sheet *sheet, const char *id, const char *label, int room, const char *text) {
    int width = sheet->width - 1 - room - 1;
    struct text_lines lines = text_wrap(sheet->arena, text, strlen(text), width < 10 ? 10 : width);
    for (size_t i = 0; i < lines.count; i++) {
        struct text_line line = lines.lines[i];
        sheet_line(sheet, id);
        sheet_put(sheet, 1, room - 1, LOOK_QUIET, i == 0 ? label : "");
        sheet_put(sheet, 1 + room, 0, LOOK_PLAIN, arena_copy(sheet->arena, text + line.from, line.to - line.from));
    }
}

/* The fields that are given in NOW, but those in which BEFORE (NULL: none) differs. */
static void fields_said(const struct view *view, struct sheet *sheet, const char *id, const struct shape *shape,
                        const void *now, const void *before) {
    int room = beside(sheet) ? LABEL_MOST : LABEL_NARROW;
    for (size_t i = 0; i < shape->count; i++) {
        const struct field *field = shape->fields + i;
        bool same = before == NULL || field_equal(field, before, now);
        if (same && field_given(field, now) && field->type != FIELD_ID &&
            !(field->type == FIELD_REF && text_equal(*(const char *const *)field_of(field, now), id))) {
            labelled(sheet, id, field->label, room, value_said(view, field, now, sheet->arena));
        }
    }
}

static void compared(const struct view *view, struct sheet *sheet, const char *id, const struct wordings *wordings) {
    size_t last = wordings->count - 1;
    int back = view->app->screens[SCREEN_LOG].across;
    size_t before = back >= 0 && (size_t)back < last ? last - 1 - (size_t)back : 0;
    struct comparing c = {.view = view,
                          .id = id,
                          .shape = wordings->shape,
                          .before = wordings->list + before,
                          .after = wordings->list + last,
                          .before_at = before,
                          .count = wordings->count};
    size_t changed = 0;
    heads(sheet, &c);
    for (size_t i = 0; i < c.shape->count; i++) {
        if (!field_equal(c.shape->fields + i, c.before->value, c.after->value)) {
            changed_field(sheet, &c, c.shape->fields + i);
            changed++;
        }
    }
    if (changed == 0) {
        sheet_text(sheet, id, NULL, LOOK_PLAIN, "It says again what it said then.");
    }
    sheet_blank(sheet);
    sheet_heading(sheet, "THE SAME IN BOTH");
    fields_said(view, sheet, id, c.shape, c.after->value, c.before->value);
}

static void wording_rows(const struct view *view, struct sheet *sheet, const char *id,
                         const struct wordings *wordings) {
    sheet_blank(sheet);
    sheet_heading(sheet, arena_format(sheet->arena, "WORDINGS  %zu", wordings->count));
    for (size_t i = 0; i < wordings->count; i++) {
        sheet_text(sheet, id, NULL, LOOK_PLAIN,
                   arena_format(sheet->arena, "%zu  %s: %s", i + 1,
                                when_said(view, wordings->list[i].event, sheet->arena),
                                event_sentence(view->meeting, wordings->list[i].event, sheet->arena)));
    }
}

/* --- what followed --- */

static void assent_rows(const struct view *view, struct sheet *sheet, const struct record_state *record) {
    if (record->assents == NULL) {
        return;
    }
    sheet_blank(sheet);
    sheet_heading(sheet, "ASSENT, the latest first");
    for (const struct assent_state *state = record->assents; state != NULL; state = state->earlier) {
        const struct event_assent *assent = state->assent;
        bool old = assent_of(record, assent->agency) != state;
        const char *words = assent->words == NULL ? "" : arena_format(sheet->arena, ": %s", assent->words);
        sheet_text(sheet, record->id, NULL, old ? LOOK_QUIET : LOOK_PLAIN,
                   arena_format(sheet->arena, "%s: %s %s%s%s%s", when_said(view, state->event, sheet->arena),
                                party_name(view->meeting->agenda, assent->agency),
                                choice_word(&CHOICES_ASSENT, assent->state), words,
                                assent_current(record, state) ? "" : " (to earlier words)",
                                old ? " (said something else since)" : ""));
    }
}

/* When it was read aloud, and whether that was as it stands now. */
static void readback_row(const struct view *view, struct sheet *sheet, const struct record_state *record) {
    if (record->read_event == SIZE_MAX) {
        return;
    }
    bool old = record->read_event < record->words_event;
    sheet_text(sheet, record->id, NULL, old ? LOOK_OPEN : LOOK_QUIET,
               arena_format(sheet->arena, "read back and confirmed %s%s",
                            when_said(view, record->read_event, sheet->arena), old ? ", in earlier words" : ""));
}

static void record_head(struct sheet *sheet, const struct record_state *record) {
    const char *who = record->kind == RECORD_CHALLENGE
                          ? arena_format(sheet->arena, ": %s", parties_said(sheet->arena, record->now))
                          : "";
    sheet_text(sheet, record->id, NULL, LOOK_TITLE,
               arena_format(sheet->arena, "%s  %s%s", record->id, record_word(record->kind), who));
    if (record->withdrawn) {
        sheet_text(sheet, record->id, NULL, LOOK_OPEN,
                   arena_format(sheet->arena, "WITHDRAWN%s%s", record->withdraw_reason == NULL ? "" : ": ",
                                record->withdraw_reason == NULL ? "" : record->withdraw_reason));
    }
}

static void head(const struct view *view, struct sheet *sheet, const char *id) {
    const struct record_state *record = meeting_record(view->meeting, id);
    const struct finding *finding = finding_find(view->meeting->agenda, id);
    if (record != NULL) {
        record_head(sheet, record);
    } else {
        sheet_text(sheet, id, NULL, LOOK_TITLE,
                   finding == NULL ? arena_format(sheet->arena, "%s  the board's answer", id)
                                   : arena_format(sheet->arena, "%s  position on: %s", id, finding->title));
    }
}

void wordings_page(const struct view *view, const char *id, struct sheet *sheet) {
    struct wordings wordings = wordings_of(view->meeting, id, sheet->arena);
    const struct record_state *record = meeting_record(view->meeting, id);
    if (wordings.count == 0) {
        sheet_text(sheet, NULL, NULL, LOOK_QUIET, arena_format(sheet->arena, "%s is not there any more", id));
        return;
    }
    head(view, sheet, id);
    if (record != NULL) {
        readback_row(view, sheet, record);
    }
    if (wordings.count > 2) {
        sheet_text(sheet, id, NULL, LOOK_QUIET, "Left and Right step through the earlier wordings");
    }
    if (wordings.count > 1) {
        compared(view, sheet, id, &wordings);
    } else {
        sheet_text(sheet, id, NULL, LOOK_QUIET,
                   arena_format(sheet->arena, "as it was said first, %s; never changed",
                                when_said(view, wordings.list[0].event, sheet->arena)));
        fields_said(view, sheet, id, wordings.shape, wordings.list[0].value, NULL);
    }
    if (record != NULL && record->progress != NULL) {
        sheet_blank(sheet);
        sheet_heading(sheet, "PROGRESS, the latest first");
        progress_lines(view, record, sheet);
    }
    if (record != NULL) {
        assent_rows(view, sheet, record);
    }
    if (wordings.count > 1) {
        wording_rows(view, sheet, id, &wordings);
    }
}
