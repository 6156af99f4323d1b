/* What a search found: a line for each text that has it, with the words round it. */
#include <string.h>

#include "folder_lines.h"

enum { DAY = 1, CODE = 12, ID = 6, LABEL = 14 };

static const struct hit *hit_at(const struct folder *folder, size_t row) {
    return &folder->search.hits[row];
}

static const struct passages *block_of(const struct folder *folder, const struct hit *hit) {
    return hit_precis(folder, hit)->parts[hit->part];
}

size_t found_count(const struct folder *folder) {
    return folder->search.count;
}

bool found_target(const struct folder *folder, size_t row, struct folder_target *out) {
    const struct hit *hit = hit_at(folder, row);
    *out = (struct folder_target){.place = hit->place, .id = passage_id(block_of(folder, hit), hit->passage)};
    return true;
}

/* --- the words round it --- */

/* Where to begin so that about a third of WIDTH stands before the match: at a word's beginning. */
static size_t begin_at(const char *text, size_t match, int width) {
    size_t from = match;
    int columns = 0;
    while (from > 0 && columns < width / 3) {
        size_t before = grapheme_previous(text, match, from);
        columns += text_columns(text + before, from - before);
        from = before;
    }
    if (from == 0) {
        return 0;
    }
    while (from < match && text[from - 1] != ' ' && text[from - 1] != '\n') {
        from = grapheme_next(text, match, from);
    }
    return from;
}

static const char *cut(struct arena *arena, const char *text, size_t from, size_t to) {
    return arena_copy(arena, text + from, to - from);
}

/* What does not fit is cut off with an ellipsis by drawing. */
static void put_words(const struct folder_view *view, const struct hit *hit, const char *text, int column,
                      struct sheet *sheet) {
    size_t end = strlen(text);
    size_t from = begin_at(text, hit->at, sheet->width - column);
    const char *dots = from == 0 ? "" : view->folder->ascii ? "..." : "\u2026";
    const char *before = arena_format(view->scratch, "%s%s", dots, cut(view->scratch, text, from, hit->at));
    const char *match = cut(view->scratch, text, hit->at, hit->at + hit->length);
    sheet_put(sheet, column, 0, LOOK_PLAIN, before);
    column += text_columns(before, strlen(before));
    sheet_put(sheet, column, 0, LOOK_FOUND, match);
    column += text_columns(match, strlen(match));
    sheet_put(sheet, column, 0, LOOK_PLAIN, cut(view->scratch, text, hit->at + hit->length, end));
}

static const char *id_shown(const struct passages *block, const struct hit *hit) {
    const char *id = hit->part == PASSAGES_TOP ? NULL : passage_id(block, hit->passage);
    return id == NULL ? "" : id;
}

void found_line(const struct folder_view *view, size_t row, struct sheet *sheet) {
    const struct folder *folder = view->folder;
    const struct hit *hit = hit_at(folder, row);
    const struct precis *precis = hit_precis(folder, hit);
    const struct passages *block = block_of(folder, hit);
    bool narrow = sheet->width < FOLDER_NARROW;
    int code = review_columns(folder, sheet->width);
    int at = narrow ? DAY : CODE;
    if (!narrow) {
        sheet_put(sheet, DAY, CODE - DAY - 1, LOOK_PLAIN, day_iso(view->scratch, precis->met));
    }
    sheet_put(sheet, at, code, LOOK_PLAIN, review_words(view, sheet->width, precis));
    at += code + 1;
    sheet_put(sheet, at, ID - 1, LOOK_STRONG, id_shown(block, hit));
    at += ID;
    if (sheet->width >= FOLDER_WIDE - FOLDER_SIDE) {
        sheet_put(sheet, at, LABEL - 1, LOOK_QUIET, passage_label(block, hit->passage));
        at += LABEL;
    }
    put_words(view, hit, passage_text(block, hit->passage), at, sheet);
}

void found_detail(const struct folder_view *view, size_t row, struct sheet *sheet) {
    const struct folder *folder = view->folder;
    const struct hit *hit = hit_at(folder, row);
    const struct precis *precis = hit_precis(folder, hit);
    const struct passages *block = block_of(folder, hit);
    const char *id = id_shown(block, hit);
    sheet_text(sheet, NULL, NULL, LOOK_STRONG,
               arena_format(view->scratch, "%s%s%s in %s", id, id[0] == '\0' ? "" : ", ",
                            passage_label(block, hit->passage), session_words(folder, view->scratch, precis)));
    sheet_text(sheet, NULL, NULL, LOOK_PLAIN, passage_text(block, hit->passage));
    sheet_text(sheet, NULL, "from", LOOK_QUIET, precis->path);
}

/* The words round it as they stand, cut at words. */
const char *found_said(const struct folder_view *view, size_t row) {
    enum { BEFORE = 150, BEHIND = 100 };
    const struct folder *folder = view->folder;
    const struct hit *hit = hit_at(folder, row);
    const struct passages *block = block_of(folder, hit);
    const char *text = passage_text(block, hit->passage);
    const char *id = id_shown(block, hit);
    size_t from = begin_at(text, hit->at, BEFORE);
    size_t end = strlen(text), to = hit->at + hit->length;
    for (size_t stop = to + BEHIND; to < end && (to < stop || (text[to] != ' ' && text[to] != '\n'));) {
        to = grapheme_next(text, end, to);
    }
    return arena_format(view->scratch, "%s%s%s of %s: %s%s%s", id, id[0] == '\0' ? "" : ", ",
                        passage_label(block, hit->passage),
                        session_words(folder, view->scratch, hit_precis(folder, hit)), from == 0 ? "" : "... ",
                        cut(view->scratch, text, from, to), to < end ? " ..." : "");
}
