/* Text, sheets and details as lines that make sense when they are read aloud one by one. */
#include <string.h>

#include "plain_inside.h"
#include "words.h"

void plain_put(struct plain_lines *lines, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    const char *text = arena_vformat(lines->arena, format, arguments);
    va_end(arguments);
    size_t length = strlen(text);
    while (length > 0 && (text[length - 1] == '\n' || text[length - 1] == ' ')) {
        length--;
    }
    if (length > 0) {
        buffer_text(lines->out, text_shown(lines->arena, text, length));
        buffer_char(lines->out, '\n');
    }
}

void plain_text(struct plain_lines *lines, const char *text) {
    while (text != NULL && *text != '\0') {
        size_t length = strcspn(text, "\n");
        plain_put(lines, "%.*s", (int)length, text);
        text += length;
        text += *text == '\n';
    }
}

const char *plain_ids(const struct plain_lines *lines, const struct texts *ids) {
    const char *text = NULL;
    for (size_t i = 0; i < ids->count; i++) {
        text = text == NULL ? ids->items[i] : arena_format(lines->arena, "%s %s", text, ids->items[i]);
    }
    return text == NULL ? "none" : text;
}

/* What goes on under a label is said with it again: a line stands alone. */
void plain_detail(struct plain_lines *lines, const struct detail *detail) {
    const char *label = NULL;
    for (size_t i = 0; i < detail->count; i++) {
        const struct detail_row *row = detail->rows + i;
        bool goes_on = row->indent > 0 && (row->label == NULL || row->label[0] == ' ');
        label = row->indent == 0 ? NULL : goes_on ? label : row->label;
        if (label == NULL || label[0] == '\0' || text_blank(row->text)) {
            plain_put(lines, "%s", row->text);
        } else {
            plain_put(lines, "%s: %s", label, row->text);
        }
    }
}

static const char *pieces_joined(struct plain_lines *lines, const struct sheet_line *line) {
    const char *text = "";
    for (size_t i = 0; line->pieces != NULL && i < line->count; i++) {
        const char *piece = line->pieces[i].text;
        text = text[0] == '\0' ? piece : arena_format(lines->arena, "%s, %s", text, piece);
    }
    return text;
}

/* A row of the list that a page ends with is one sentence, as it is everywhere. */
static const struct record_state *record_of(const struct view *view, const struct sheet_line *line) {
    bool row = line->id != NULL && line->count > 1 && text_equal(line->pieces[0].text, line->id);
    return row ? meeting_record(view->meeting, line->id) : NULL;
}

void plain_sheet(struct plain_lines *lines, const struct view *view, const struct sheet *sheet) {
    enum { TEXT = 1 + SHEET_LABEL };
    const char *label = NULL;
    for (size_t i = 0; i < sheet->count; i++) {
        const struct sheet_line *line = sheet_at(sheet, i, lines->arena);
        const struct piece *last = line->count == 0 ? NULL : line->pieces + line->count - 1;
        const struct record_state *record = record_of(view, line);
        if (record != NULL) {
            plain_put(lines, "%s", plain_record(view, record));
        } else if (last != NULL && last->column == TEXT && line->count <= 2) {
            label = line->count == 2 ? line->pieces[0].text : label;
            plain_put(lines, "%s%s%s", label == NULL ? "" : label, label == NULL ? "" : ": ", last->text);
        } else {
            label = NULL;
            plain_put(lines, "%s", pieces_joined(lines, line));
        }
    }
}
