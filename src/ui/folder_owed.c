/* What is owed over all sessions: agreements by agency or by day; promised evidence and open challenges. */
#include <string.h>

#include "candour/core/record.h"
#include "folder_lines.h"

enum { LATE = 1, DAY = 6, CODE = 17, ID = 5, PARTY = 6, STATUS = 12 };

static const struct precis_action *action_at(const struct folder *folder, struct portfolio_row row) {
    return &folder_precis(folder, row)->actions[row.row];
}

static const struct folder_line *line_at(const struct folder *folder, enum folder_screen_id screen, size_t row) {
    return &folder->lists.lines[screen].list[row];
}

static bool target(const struct folder *folder, const struct folder_line *line, const struct portfolio_actions *from,
                   struct folder_target *out) {
    *out = (struct folder_target){.place = PORTFOLIO_NONE};
    if (line->kind != LINE_ROW) {
        return false;
    }
    struct portfolio_row row = from->rows[line->at];
    *out = (struct folder_target){.place = folder_place(folder, row), .id = action_at(folder, row)->id};
    return true;
}

size_t outstanding_count(const struct folder *folder) {
    return folder->lists.lines[FOLDER_OUTSTANDING].count;
}

size_t evidence_count(const struct folder *folder) {
    return folder->lists.lines[FOLDER_EVIDENCE].count;
}

bool outstanding_target(const struct folder *folder, size_t row, struct folder_target *out) {
    return target(folder, line_at(folder, FOLDER_OUTSTANDING, row), &folder->lists.outstanding, out);
}

bool evidence_target(const struct folder *folder, size_t row, struct folder_target *out) {
    return target(folder, line_at(folder, FOLDER_EVIDENCE, row), &folder->lists.owed, out);
}

/* --- rows --- */

static const char *late_words(struct arena *arena, size_t late) {
    return late == 0 ? "" : arena_format(arena, ", %s late", number_words(arena, late));
}

static void party_heading(const struct folder_view *view, const struct portfolio_group *group, struct sheet *sheet) {
    const char *name = group->party == NULL ? "No owner named"
                       : text_equal(group->party, group->name)
                           ? group->party
                           : arena_format(view->scratch, "%s  %s", group->party, group->name);
    const char *figures = arena_format(view->scratch, "%s outstanding%s", number_words(view->scratch, group->count),
                                       late_words(view->scratch, group->late));
    int width = text_columns(figures, strlen(figures));
    sheet_put(sheet, 1, sheet->width - width - 4, LOOK_TITLE, name);
    sheet_right(sheet, sheet->width - 1, width, group->late > 0 ? LOOK_LATE : LOOK_QUIET, figures);
}

/* The columns that every row begins with; where the next one is. */
static int row_beginning(const struct folder_view *view, struct portfolio_row row, struct sheet *sheet) {
    const struct folder *folder = view->folder;
    const struct precis_action *action = action_at(folder, row);
    int code = review_columns(folder, sheet->width);
    sheet_put(sheet, LATE, DAY - LATE - 1, action->late ? LOOK_LATE : LOOK_NEAR,
              action->late           ? "late"
              : action->revisit_come ? "look"
                                     : "");
    sheet_put(sheet, DAY, CODE - DAY - 1, action->late ? LOOK_LATE : LOOK_PLAIN, day_iso(view->scratch, action->on));
    sheet_put(sheet, CODE, code, LOOK_PLAIN, review_words(view, sheet->width, folder_precis(folder, row)));
    sheet_put(sheet, CODE + code + 1, ID - 1, LOOK_STRONG, action->id);
    return CODE + code + 1 + ID;
}

static const char *words_of(const struct folder *folder, struct portfolio_row row) {
    const char *text = precis_said(folder_precis(folder, row), action_at(folder, row)->text);
    return text == NULL ? "" : text;
}

static const char *agreement_state(struct arena *arena, const struct precis_action *action) {
    if (action->priority == PRIORITY_DEFERRED) {
        return "deferred";
    }
    char *words = arena_text(arena, choice_word(&CHOICES_AGREEMENT_STATUS, action->status));
    for (char *at = words; *at != '\0'; at++) {
        *at = *at == '-' ? ' ' : *at;
    }
    return words;
}

void outstanding_line(const struct folder_view *view, size_t row, struct sheet *sheet) {
    const struct folder *folder = view->folder;
    const struct folder_line *line = line_at(folder, FOLDER_OUTSTANDING, row);
    if (line->kind == LINE_HEADING) {
        party_heading(view, &folder->lists.outstanding.groups[line->at], sheet);
    }
    if (line->kind != LINE_ROW) {
        return;
    }
    struct portfolio_row at = folder->lists.outstanding.rows[line->at];
    const struct precis_action *action = action_at(folder, at);
    int column = row_beginning(view, at, sheet);
    if (folder->by_day) {
        sheet_put(sheet, column, PARTY - 1, LOOK_PLAIN, action->party == NULL ? "-" : action->party);
        column += PARTY;
    }
    if (sheet->width >= FOLDER_NARROW) {
        sheet_put(sheet, column, STATUS - 1, LOOK_QUIET, agreement_state(view->scratch, action));
        column += STATUS;
    }
    sheet_put(sheet, column, 0, LOOK_PLAIN, words_of(folder, at));
}

static const char *const OWED_TITLES[] = {"Evidence promised and not seen yet", "Open challenges without an answer",
                                          "Open challenges with an answer"};

static void owed_heading(const struct folder_view *view, size_t group, struct sheet *sheet) {
    const struct portfolio_group *of = &view->folder->lists.owed.groups[group];
    const char *figures = arena_format(view->scratch, "%s%s", number_words(view->scratch, of->count),
                                       late_words(view->scratch, of->late));
    sheet_put(sheet, 1, sheet->width - 18, LOOK_TITLE, OWED_TITLES[group]);
    sheet_right(sheet, sheet->width - 1, 16, of->late > 0 ? LOOK_LATE : LOOK_QUIET, figures);
}

void evidence_line(const struct folder_view *view, size_t row, struct sheet *sheet) {
    const struct folder *folder = view->folder;
    const struct folder_line *line = line_at(folder, FOLDER_EVIDENCE, row);
    if (line->kind == LINE_HEADING) {
        owed_heading(view, line->at, sheet);
    }
    if (line->kind != LINE_ROW) {
        return;
    }
    struct portfolio_row at = folder->lists.owed.rows[line->at];
    const struct precis_action *action = action_at(folder, at);
    int column = row_beginning(view, at, sheet);
    sheet_put(sheet, column, PARTY - 1, LOOK_PLAIN, action->party == NULL ? "-" : action->party);
    sheet_put(sheet, column + PARTY, 0, LOOK_PLAIN, words_of(folder, at));
}

/* --- all there is of one --- */

static const char *lacks_words(struct arena *arena, unsigned lacks) {
    const char *words = NULL;
    for (unsigned i = 0; i < LACKS; i++) {
        if ((lacks >> i & 1) != 0) {
            const char *word = lack_word((enum lack)(1U << i));
            words = words == NULL ? word : arena_format(arena, "%s, %s", words, word);
        }
    }
    return words;
}

static void add_due(const struct folder_view *view, const struct precis_action *action, struct sheet *sheet) {
    int32_t days = view->folder->today - action->due;
    const char *due = action->due == 0 ? "no date" : day_short(view->scratch, action->due);
    const char *late =
        action->late ? arena_format(view->scratch, ", late by %d day%s", days, days == 1 ? "" : "s") : "";
    const char *again =
        action->priority == PRIORITY_DEFERRED && action->on != 0
            ? arena_format(view->scratch, ", to be looked at again on %s", day_short(view->scratch, action->on))
            : "";
    sheet_text(sheet, NULL, "due", action->late ? LOOK_LATE : LOOK_PLAIN,
               arena_format(view->scratch, "%s%s%s", due, late, again));
}

static const char *owner_words(const struct folder_view *view, const struct precis *precis,
                               const struct precis_action *action) {
    if (action->party == NULL) {
        return "nobody is named";
    }
    const char *role = precis_said(precis, action->role);
    return role == NULL ? action->party_name : arena_format(view->scratch, "%s, %s", action->party_name, role);
}

static void add_heard(const struct folder_view *view, const struct precis *precis, const struct precis_action *action,
                      struct sheet *sheet) {
    const char *words = precis_said(precis, action->progress);
    if (words != NULL) {
        sheet_text(sheet, NULL, "heard", LOOK_PLAIN,
                   arena_format(view->scratch, "%s: %s", day_short(view->scratch, action->heard), words));
    }
}

static void detail(const struct folder_view *view, struct portfolio_row at, struct sheet *sheet) {
    const struct folder *folder = view->folder;
    const struct precis *precis = folder_precis(folder, at);
    const struct precis_action *action = action_at(folder, at);
    sheet_text(sheet, NULL, NULL, LOOK_STRONG, arena_format(view->scratch, "%s %s", action->id, words_of(folder, at)));
    sheet_text(sheet, NULL, action->kind == ACTION_AGREEMENT ? "owner" : "owed by", LOOK_PLAIN,
               owner_words(view, precis, action));
    add_due(view, action, sheet);
    sheet_text(sheet, NULL, "answer", LOOK_PLAIN, precis_said(precis, action->given));
    add_heard(view, precis, action, sheet);
    sheet_text(sheet, NULL, "missing", LOOK_LATE, lacks_words(view->scratch, action->lacks));
    sheet_text(sheet, NULL, "from", LOOK_QUIET,
               arena_format(view->scratch, "%s, %s", session_words(folder, view->scratch, precis), precis->path));
}

/* A heading has nothing more to say than it says. */
void outstanding_detail(const struct folder_view *view, size_t row, struct sheet *sheet) {
    const struct folder_line *line = line_at(view->folder, FOLDER_OUTSTANDING, row);
    if (line->kind == LINE_ROW) {
        detail(view, view->folder->lists.outstanding.rows[line->at], sheet);
    }
}

void evidence_detail(const struct folder_view *view, size_t row, struct sheet *sheet) {
    const struct folder_line *line = line_at(view->folder, FOLDER_EVIDENCE, row);
    if (line->kind == LINE_ROW) {
        detail(view, view->folder->lists.owed.rows[line->at], sheet);
    }
}

/* --- as sentences --- */

static const char *row_said(const struct folder_view *view, struct portfolio_row at, bool agreement) {
    const struct folder *folder = view->folder;
    const struct precis_action *action = action_at(folder, at);
    struct arena *arena = view->scratch;
    const char *by = action->on == 0 ? "no date"
                                     : arena_format(arena, "%s %s", action->revisit_come ? "to be looked at" : "by",
                                                    day_iso(arena, action->on));
    return arena_format(arena, "%s of %s, %s%s%s%s, %s: %s", action->id,
                        session_words(folder, arena, folder_precis(folder, at)), by, action->late ? ", late" : "",
                        agreement ? ", " : "", agreement ? agreement_state(arena, action) : "",
                        action->party == NULL ? "no owner named" : action->party_name, words_of(folder, at));
}

static const char *heading_said(struct arena *arena, const char *of, const char *word,
                                const struct portfolio_group *group) {
    return arena_format(arena, "%s: %s%s%s", of, number_words(arena, group->count), word,
                        late_words(arena, group->late));
}

const char *outstanding_said(const struct folder_view *view, size_t row) {
    const struct folder *folder = view->folder;
    const struct folder_line *line = line_at(folder, FOLDER_OUTSTANDING, row);
    if (line->kind == LINE_HEADING) {
        const struct portfolio_group *group = &folder->lists.outstanding.groups[line->at];
        return heading_said(view->scratch, group->party == NULL ? "No owner named" : group->name, " outstanding",
                            group);
    }
    return line->kind != LINE_ROW ? NULL : row_said(view, folder->lists.outstanding.rows[line->at], true);
}

const char *evidence_said(const struct folder_view *view, size_t row) {
    const struct folder *folder = view->folder;
    const struct folder_line *line = line_at(folder, FOLDER_EVIDENCE, row);
    if (line->kind == LINE_HEADING) {
        return heading_said(view->scratch, OWED_TITLES[line->at], "", &folder->lists.owed.groups[line->at]);
    }
    return line->kind != LINE_ROW ? NULL : row_said(view, folder->lists.owed.rows[line->at], false);
}
