#include <string.h>

#include "view.h"

/* "g it went on   s it stopped", with the names keys have. */
static void options_row(const struct question *question, size_t from, size_t end, struct area area, int row,
                        bool armed) {
    int at = 1;
    for (size_t i = from; i < end; i++) {
        char name[16];
        int begin = at;
        at += draw_text(area, row, at, armed ? LOOK_KEY : LOOK_QUIET, key_name(question->options[i].k, name)) + 1;
        at +=
            draw_fit(area, row, at, area.columns - at, armed ? LOOK_PLAIN : LOOK_QUIET, question->options[i].label) + 3;
        draw_hotspot(area, row, begin, 1, at - 3 - begin, HOTSPOT_ANSWER, (int32_t)i);
    }
}

/* The rows the options need one after the other; in a narrow window each has its own. */
static bool options_fit(const struct question *question, int columns) {
    int needed = 1;
    for (size_t i = 0; i < question->option_count; i++) {
        char name[16];
        key_name(question->options[i].k, name);
        needed +=
            (int)strlen(name) + 1 + text_columns(question->options[i].label, strlen(question->options[i].label)) + 3;
    }
    return needed - 3 < columns;
}

static void options_view(const struct question *question, struct area area, int row, int rows, bool armed) {
    if (rows == 1) {
        options_row(question, 0, question->option_count, area, row, armed);
        return;
    }
    for (size_t i = 0; i < question->option_count; i++) {
        options_row(question, i, i + 1, area, row + (int)i, armed);
    }
}

void question_view(const struct view *view, const struct question *question, struct area area) {
    int width = area.columns - 2;
    struct text_lines lines = text_wrap(view->scratch, question->text, strlen(question->text), width);
    int options = options_fit(question, area.columns) ? 1 : (int)question->option_count;
    int text = (int)lines.count;
    int most = area.rows - 2 - options - 1;
    text = text > most ? most : text;
    int rows = 1 + text + options;
    struct area box = area_part(area, area.rows - rows, 0, rows, area.columns);
    for (int row = 0; row < rows; row++) {
        draw_fill(box, row, 0, box.columns, LOOK_PLAIN);
    }
    draw_hotspot(box, 0, 0, rows, box.columns, HOTSPOT_NOTHING, 0);
    draw_fill(box, 0, 0, box.columns, LOOK_QUESTION);
    draw_fit(box, 0, 1, width, LOOK_QUESTION, question->title);
    int last = (int)lines.count - text;
    int first = question->scroll > last ? last : question->scroll;
    for (int i = 0; i < text; i++) {
        struct text_line line = lines.lines[first + i];
        bool more = i == text - 1 && first < last;
        draw_text_n(box, 1 + i, 1, LOOK_PLAIN, question->text + line.from, line.to - line.from);
        if (more) {
            draw_right(box, 1 + i, box.columns, LOOK_QUESTION, " more: Down ");
        }
    }
    options_view(question, box, 1 + text, options, question_armed(question, view->now.at));
    draw_cursor(box, 1 + text, 1);
}
