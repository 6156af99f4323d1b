#include <string.h>

#include "view.h"

enum { LABEL = 7 };

static void add_row(struct detail *detail, struct detail_row row) {
    if (detail->count == detail->capacity) {
        size_t capacity = detail->capacity == 0 ? 32 : detail->capacity * 2;
        struct detail_row *rows = arena_array(detail->arena, capacity, sizeof *rows);
        if (detail->count > 0) {
            memcpy(rows, detail->rows, detail->count * sizeof *rows);
        }
        detail->rows = rows;
        detail->capacity = capacity;
    }
    detail->rows[detail->count++] = row;
}

void detail_add(struct detail *detail, const char *label, enum look look, const char *text) {
    if (text == NULL) {
        return;
    }
    int indent = label == NULL ? 0 : LABEL;
    int width = detail->width - indent < 10 ? 10 : detail->width - indent;
    size_t length = strlen(text);
    while (length > 0 && text[length - 1] == '\n') {
        length--;
    }
    struct text_lines lines = text_wrap(detail->arena, text, length, width);
    for (size_t i = 0; i < lines.count; i++) {
        char *line = arena_copy(detail->arena, text + lines.lines[i].from, lines.lines[i].to - lines.lines[i].from);
        add_row(detail,
                (struct detail_row){.label = i == 0 ? label : NULL, .text = line, .look = look, .indent = indent});
    }
}

void detail_view(const struct detail *detail, struct area area) {
    for (size_t i = 0; i < detail->count && (int)i < area.rows; i++) {
        const struct detail_row *row = detail->rows + i;
        bool cut = (int)i == area.rows - 1 && i + 1 < detail->count;
        if (row->label != NULL) {
            draw_fit(area, (int)i, 1, LABEL - 1, LOOK_QUIET, row->label);
        }
        const char *text = cut ? arena_format(detail->arena, "%s %s", row->text, canvas_dots(area.canvas)) : row->text;
        draw_fit(area, (int)i, 1 + row->indent, area.columns - 2 - row->indent, row->look, text);
    }
}

const char *position_words(const struct finding_state *finding) {
    static const char *const said[] = {"no position yet", "accepted", "accepted in part", "not accepted",
                                       "needs more work"};
    return said[finding->position == NULL ? 0 : finding->position->position];
}

static void add_learning(const struct view *view, struct detail *detail, const struct finding *finding) {
    const struct learning *learning = view->meeting->agenda->learning.items;
    for (size_t i = 0; i < view->meeting->agenda->learning.count; i++) {
        const struct learning *entry = learning + i;
        if (texts_have(&entry->findings, finding->id) || texts_have(&finding->learning, entry->id)) {
            detail_add(detail, entry->id, LOOK_PLAIN,
                       arena_format(detail->arena, "under way: %s%s%s%s", entry->title, entry->lead == NULL ? "" : " (",
                                    entry->lead == NULL ? "" : entry->lead, entry->lead == NULL ? "" : ")"));
        }
    }
}

static void add_plan(const struct view *view, struct detail *detail, const struct finding *finding) {
    for (size_t i = 0; i < finding->priorities.count; i++) {
        const struct priority *priority = priority_find(view->meeting->agenda, finding->priorities.items[i]);
        if (priority != NULL) {
            detail_add(detail, "plan", LOOK_PLAIN, arena_format(detail->arena, "%s %s", priority->id, priority->title));
        }
    }
    if (finding->priorities.count == 0 && view->meeting->agenda->priorities.count > 0) {
        detail_add(detail, "plan", LOOK_QUIET, "none linked");
    }
}

/* What the sub-group drafted and the board has neither adopted nor rejected; FINDING NULL: all of it. */
static void add_proposals(const struct view *view, struct detail *detail, const char *finding) {
    for (size_t i = 0; i < view->meeting->agenda->proposals.count; i++) {
        const struct proposal_state *state = view->meeting->proposals + i;
        bool about = finding == NULL || texts_have(&state->proposal->findings, finding);
        if (about && state->adopted == NULL && !state->rejected) {
            detail_add(detail, state->proposal->id, LOOK_OPEN,
                       arena_format(detail->arena, "drafted: %s", state->proposal->text));
        }
    }
}

static void add_list(struct detail *detail, const char *label, const struct texts *texts) {
    for (size_t i = 0; i < texts->count; i++) {
        detail_add(detail, i == 0 ? label : "     -", LOOK_PLAIN, texts->items[i]);
    }
}

static void finding_detail(const struct view *view, struct detail *detail, const struct finding_state *state) {
    const struct finding *finding = state->finding;
    detail_add(detail, NULL, LOOK_STRONG,
               arena_format(detail->arena, "%s %s: %s", finding->id, finding->title, position_words(state)));
    add_proposals(view, detail, finding->id);
    detail_add(detail, "why", LOOK_PLAIN, finding->why);
    add_list(detail, "ask", &finding->questions);
    add_learning(view, detail, finding);
    add_plan(view, detail, finding);
    detail_add(detail, "says", LOOK_QUIET, finding->statement);
}

static void item_findings(const struct view *view, struct detail *detail, const struct item *item) {
    for (size_t i = 0; i < item->findings.count; i++) {
        int32_t place = meeting_finding_place(view->meeting, item->findings.items[i]);
        if (place >= 0) {
            const struct finding_state *state = view->meeting->findings + place;
            detail_add(detail, state->finding->id, state->position == NULL ? LOOK_STRONG : LOOK_PLAIN,
                       arena_format(detail->arena, "%s: %s", state->finding->title, position_words(state)));
        }
    }
    if (item->findings.count > 0 && !meeting_is_over(view)) {
        detail_add(detail, "", LOOK_QUIET, "f says which is under discussion");
    }
}

/* "accepted: F1 F2 F5"; nothing for a position that was not taken. */
static void position_line(const struct view *view, struct detail *detail, int position) {
    const char *said = NULL;
    for (size_t i = 0; i < view->meeting->agenda->findings.count; i++) {
        const struct finding_state *state = view->meeting->findings + i;
        if ((state->position == NULL ? 0 : state->position->position) == position) {
            said = arena_format(detail->arena, "%s %s",
                                said == NULL ? arena_format(detail->arena, "%s:", position_words(state)) : said,
                                state->finding->id);
        }
    }
    detail_add(detail, NULL, position == 0 ? LOOK_OPEN : LOOK_PLAIN, said);
}

/* What the board took a position on, of a meeting that is over: each finding where the window has the room. */
static void positions_taken(const struct view *view, struct detail *detail) {
    enum { EACH_FROM = 36 };
    if (view->app->rows < EACH_FROM) {
        detail_add(detail, NULL, LOOK_STRONG, "Positions on the findings");
        for (int position = POSITION_ACCEPTED; position <= POSITION_NEEDS_MORE_WORK; position++) {
            position_line(view, detail, position);
        }
        position_line(view, detail, 0);
        return;
    }
    for (size_t i = 0; i < view->meeting->agenda->findings.count; i++) {
        const struct finding_state *state = view->meeting->findings + i;
        detail_add(detail, state->finding->id, state->position == NULL ? LOOK_OPEN : LOOK_PLAIN,
                   arena_format(detail->arena, "%s: %s", position_words(state), state->finding->title));
    }
}

void detail_of_item(const struct view *view, struct detail *detail) {
    const struct meeting *meeting = view->meeting;
    bool over = meeting_is_over(view);
    int32_t place = meeting->current >= 0 ? meeting->current : meeting_next_item(meeting);
    if (over && view->app->item_selected < 0) {
        positions_taken(view, detail);
        return;
    }
    place = over ? view->app->item_selected : place;
    if (place < 0) {
        return;
    }
    const struct item *item = meeting->items[place].item;
    if (over) {
        detail_add(detail, NULL, LOOK_STRONG, arena_format(detail->arena, "%s %s", item->id, item->title));
    }
    if (meeting->focus >= 0 && !over) {
        finding_detail(view, detail, meeting->findings + meeting->focus);
    } else {
        item_findings(view, detail, item);
        if (item->purpose == PURPOSE_DECISION && item->findings.count == 0) {
            add_proposals(view, detail, NULL);
        }
    }
    add_list(detail, "prompt", &item->prompts);
    add_list(detail, "papers", &item->papers);
    detail_add(detail, "own", LOOK_QUIET, item->notes);
}

const char *finding_line(const struct view *view) {
    const struct meeting *meeting = view->meeting;
    if (meeting_is_over(view)) {
        return "";
    }
    if (meeting->focus >= 0) {
        const struct finding_state *state = meeting->findings + meeting->focus;
        return arena_format(view->scratch, "%s %s: %s", state->finding->id, position_words(state),
                            state->finding->title);
    }
    int32_t place = meeting->current >= 0 ? meeting->current : meeting_next_item(meeting);
    if (place < 0) {
        return "";
    }
    const struct item *item = meeting->items[place].item;
    return item->prompts.count > 0 ? item->prompts.items[0] : "";
}
