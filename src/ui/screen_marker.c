#include <string.h>

#include "screen_parts.h"

void marker_above(const struct view *view, struct sheet *sheet) {
    const struct marker *marker = marker_of(view->meeting->agenda);
    size_t answered = 0;
    for (size_t i = 0; i < view->app->summary->question_count; i++) {
        answered += view->app->summary->questions[i].answer != NULL;
    }
    sheet_line(sheet, NULL);
    sheet_format(sheet, 1, 0, LOOK_STRONG, "%zu of %zu answered  %s", answered, view->app->summary->question_count,
                 marker->title == NULL ? "" : marker->title);
}

static void answer_line(struct sheet *sheet, const struct marker_summary *row) {
    const char *id = row->question->id;
    if (row->answer == NULL) {
        sheet_text(sheet, id, "the board", LOOK_OPEN, "not answered yet: Enter answers");
        return;
    }
    const char *words = row->answer->words;
    sheet_text(sheet, id, "the board", LOOK_GOOD,
               arena_format(sheet->arena, "%s%s%s", choice_word(&CHOICES_ANSWER, row->answer->answer),
                            words == NULL ? "" : ": ", words == NULL ? "" : words));
}

static void lines(struct sheet *sheet, const char *id, const char *label, enum look look, const struct texts *texts) {
    for (size_t i = 0; i < texts->count; i++) {
        sheet_text(sheet, id, i == 0 ? label : "", look, texts->items[i]);
    }
}

void marker_list(const struct view *view, struct sheet *sheet) {
    for (size_t i = 0; i < view->app->summary->question_count; i++) {
        const struct marker_summary *row = view->app->summary->questions + i;
        const char *id = row->question->id;
        if (i > 0) {
            sheet_blank(sheet);
        }
        sheet_text(sheet, id, NULL, LOOK_TITLE, arena_format(sheet->arena, "%s %s", id, row->question->text));
        answer_line(sheet, row);
        lines(sheet, id, "record", LOOK_PLAIN, &row->evidence);
        lines(sheet, id, "gaps", LOOK_OPEN, &row->gaps);
    }
}
