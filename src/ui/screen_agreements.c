#include <string.h>

#include "screen_parts.h"

/* ONE_LINE: columns from which what is missing stands in the agreement's own line */
enum { ONE_LINE = 120, BAR_MOST = 24, KINDS_SHOWN = 4, AGENCIES_SHOWN = 8, IDS_SHOWN = 4 };

/* --- how many and how strong --- */

/* A sign for each agreement; of more than BAR_MOST a share of the bar. */
static const char *strength_bar(const struct view *view, struct arena *arena) {
    static const enum strength order[] = {STRENGTH_STRONG,    STRENGTH_INTERMEDIATE, STRENGTH_ASSURANCE,
                                          STRENGTH_INFLUENCE, STRENGTH_WEAK,         0};
    const struct summary *summary = view->app->summary;
    size_t all = summary->owed_count, done = 0, at = 0;
    char bar[BAR_MOST + 1];
    for (size_t i = 0; i < sizeof order / sizeof *order; i++) {
        done += summary->strengths[order[i]];
        size_t until = all > BAR_MOST ? done * BAR_MOST / all : done;
        while (at < until && at < BAR_MOST) {
            bar[at++] = strength_sign(order[i]);
        }
    }
    return arena_copy(arena, bar, at);
}

const char *strength_figures(const struct view *view, struct arena *arena) {
    const struct summary *summary = view->app->summary;
    const char *said = "";
    for (int i = STRENGTH_STRONG; i <= STRENGTH_WEAK; i++) {
        if (summary->strengths[i] > 0) {
            said = arena_format(arena, "%s%s%s %zu", said, said[0] == '\0' ? "" : "  ",
                                choice_word(&CHOICES_STRENGTH, i), summary->strengths[i]);
        }
    }
    return summary->strengths[0] == 0
               ? said
               : arena_format(arena, "%s%sno kind %zu", said, said[0] == '\0' ? "" : "  ", summary->strengths[0]);
}

void agreements_above(const struct view *view, struct sheet *sheet) {
    const struct summary *summary = view->app->summary;
    const char *bar = strength_bar(view, sheet->arena);
    const char *count =
        arena_format(sheet->arena, "%zu of about %d", summary->owed_count, (int)AGREEMENTS_SOFT_CEILING);
    int figures = 1 + (int)strlen(count) + 2 + (int)strlen(bar) + 2;
    sheet_line(sheet, NULL);
    sheet_put(sheet, 1, 0, summary->owed_count > AGREEMENTS_SOFT_CEILING ? LOOK_LATE : LOOK_STRONG, count);
    sheet_put(sheet, 1 + (int)strlen(count) + 2, 0, LOOK_STRONG, bar);
    const char *said = strength_figures(view, sheet->arena);
    if (sheet->width < 60) {
        return;
    }
    if (figures + (int)strlen(said) + 1 > sheet->width) {
        sheet_line(sheet, NULL);
        figures = 1;
    }
    sheet_put(sheet, figures, 0, LOOK_PLAIN, said);
}

/* --- the list --- */

static const char *priority_heading(struct arena *arena, int priority, size_t count) {
    static const char *const words[] = {"NO PRIORITY YET", "NOW", "NEXT", "LATER", "DEFERRED", "NATIONAL"};
    return arena_format(arena, "%s  %zu", words[priority], count);
}

static size_t same_priority(const struct summary *summary, size_t from) {
    size_t count = 0;
    while (from + count < summary->agreement_count &&
           summary->agreements[from + count].agreement->priority == summary->agreements[from].agreement->priority) {
        count++;
    }
    return count;
}

const char *agreement_state_said(struct arena *arena, const struct agreement_summary *row) {
    const char *status = status_words(row->agreement->status);
    const char *first = row->late ? "LATE" : row->revisit ? "LOOK AGAIN" : NULL;
    if (row->agreement->superseded_by != NULL && row->agreement->status == AGREEMENT_SUPERSEDED) {
        status = arena_format(arena, "superseded by %s", row->agreement->superseded_by);
    }
    if (first == NULL && status == NULL) {
        return "";
    }
    return arena_format(arena, "%s%s%s: ", first == NULL ? "" : first, first == NULL || status == NULL ? "" : ", ",
                        status == NULL ? "" : status);
}

static const char *due_said(struct arena *arena, const struct agreement *agreement) {
    if (agreement->priority == PRIORITY_DEFERRED && agreement->revisit != 0) {
        return arena_format(arena, "again %s", day_said(arena, agreement->revisit, ""));
    }
    return day_said(arena, agreement->due, "NO DATE");
}

static void agreement_row(struct sheet *sheet, const struct agreement_summary *row) {
    const struct agreement *agreement = row->agreement;
    bool small = sheet->width < 60;
    int owner = 1 + 4, due = owner + 9, kind = due + (small ? 11 : 17), text = small ? kind : kind + 14;
    int end = sheet->width >= ONE_LINE ? text + (sheet->width - text) * 3 / 5 : 0;
    enum look look = row->owed ? LOOK_PLAIN : LOOK_QUIET;
    const char *missing = lacks_said(sheet->arena, row->lacks);
    sheet_line(sheet, row->record->id);
    sheet_put(sheet, 1, 3, look, row->record->id);
    sheet_put(sheet, owner, 8, agreement->owner == NULL ? LOOK_OPEN : look,
              agreement->owner == NULL ? "NO OWNER" : agreement->owner);
    sheet_put(sheet, due, small ? 10 : 16, row->late ? LOOK_LATE : look, due_said(sheet->arena, agreement));
    if (!small) {
        sheet_put(sheet, kind, 13, look,
                  arena_format(sheet->arena, "%c %s", strength_sign(row->strength),
                               agreement->kind == NULL ? "no kind" : agreement->kind));
    }
    sheet_put(sheet, text, end == 0 || missing == NULL ? 0 : end - text - 1, look,
              arena_format(sheet->arena, "%s%s", agreement_state_said(sheet->arena, row), agreement->text));
    if (missing != NULL && end == 0) {
        sheet_line(sheet, row->record->id);
        end = owner;
    }
    if (missing != NULL) {
        sheet_put(sheet, end, 0, LOOK_OPEN, arena_format(sheet->arena, "missing: %s", missing));
    }
}

void agreements_list(const struct view *view, struct sheet *sheet) {
    const struct summary *summary = view->app->summary;
    for (size_t i = 0; i < summary->agreement_count;) {
        size_t count = same_priority(summary, i);
        sheet_heading(sheet, priority_heading(sheet->arena, summary->agreements[i].agreement->priority, count));
        for (size_t end = i + count; i < end; i++) {
            agreement_row(sheet, summary->agreements + i);
        }
    }
}

/* --- the selected one --- */

/* What it grew from: ", from C3 (LAY > ACU)"; "" for nothing. */
static const char *from_said(const struct view *view, const struct agreement *agreement, struct arena *arena) {
    const struct record_state *record = agreement->from == NULL ? NULL : meeting_record(view->meeting, agreement->from);
    if (record == NULL || record->kind != RECORD_CHALLENGE) {
        return agreement->from == NULL ? "" : arena_format(arena, ", from %s", agreement->from);
    }
    return arena_format(arena, ", from %s (%s)", record->id, parties_said(arena, record->now));
}

static const char *links_said(const struct sheet *sheet, const struct agreement *agreement) {
    return agreement->links.count == 0
               ? NULL
               : arena_format(sheet->arena, "linked to %s", sheet_ids(sheet, &agreement->links));
}

void agreement_below(const struct view *view, const char *id, struct sheet *sheet) {
    const struct agreement_summary *row = summary_agreement(view->app->summary, id);
    if (row == NULL) {
        return;
    }
    const struct agreement *agreement = row->agreement;
    const char *missing = lacks_said(sheet->arena, row->lacks);
    const char *asked = asked_said(sheet->arena, row);
    sheet_text(sheet, id, NULL, LOOK_STRONG,
               arena_format(sheet->arena, "%s %s%s%s%s", id, agreement->text,
                            agreement->findings.count == 0 ? "" : ", on ",
                            agreement->findings.count == 0 ? "" : sheet_ids(sheet, &agreement->findings),
                            from_said(view, agreement, sheet->arena)));
    later_lines(view, row->record, sheet);
    progress_lines(view, row->record, sheet);
    if (missing != NULL && view->app->columns >= ONE_LINE) {
        sheet_text(sheet, id, NULL, LOOK_OPEN, arena_format(sheet->arena, "missing: %s", missing));
    }
    sheet_text(sheet, id, NULL, row->to_ask > 0 ? LOOK_OPEN : LOOK_PLAIN,
               asked == NULL ? NULL : arena_format(sheet->arena, "assent: %s", asked));
    if (row->quorum != QUORUM_NOT_SET) {
        sheet_text(sheet, id, NULL, row->quorum == QUORUM_MET ? LOOK_PLAIN : LOOK_OPEN,
                   arena_format(sheet->arena, "quorum when it was agreed: %s", quorum_word(row->quorum)));
    }
    sheet_text(sheet, id, "because", LOOK_PLAIN, agreement->reason);
    sheet_text(sheet, id, NULL, LOOK_PLAIN, links_said(sheet, agreement));
    sheet_text(sheet, id, "evidence", LOOK_PLAIN, agreement->evidence);
    sheet_text(sheet, id, "measure", LOOK_PLAIN, agreement->measure);
    sheet_text(sheet, id, "monitor", LOOK_PLAIN, agreement->monitor);
}

/* --- what stands under the list before the remarks --- */

/* "COM A3 A4 A5 ..." for the first few, then how many agencies more. */
static void to_ask_line(const struct view *view, struct sheet *sheet) {
    const struct summary *summary = view->app->summary;
    const char *said = NULL;
    size_t count = 0;
    for (size_t i = 0; i < summary->agency_count; i++) {
        const struct agency_summary *party = summary->parties + i;
        struct texts ids = party->to_assent;
        if (ids.count == 0 || ++count > AGENCIES_SHOWN) {
            continue;
        }
        bool more = ids.count > IDS_SHOWN;
        ids.count = more ? IDS_SHOWN : ids.count;
        said = arena_format(sheet->arena, "%s %s %s%s",
                            said == NULL ? "Still to ask:" : arena_format(sheet->arena, "%s;", said), party->id,
                            sheet_ids(sheet, &ids), more ? " ..." : "");
    }
    sheet_text(sheet, NULL, NULL, LOOK_OPEN,
               count <= AGENCIES_SHOWN
                   ? said
                   : arena_format(sheet->arena, "%s; and %zu agencies more", said, count - AGENCIES_SHOWN));
}

/* What is weak, and which stronger kinds were not used: a few, the rest stand on the page of the finding. */
static void kinds_lines(const struct view *view, struct sheet *sheet) {
    const struct summary *summary = view->app->summary;
    struct remarks weak = remarks_of(summary, (uint32_t)1 << REMARK_ALL_WEAK, sheet->arena);
    for (size_t i = 0; i < weak.count; i++) {
        const struct finding_summary *row = summary_finding(summary, weak.list[i].subject);
        struct texts unused = row == NULL ? (struct texts){.count = 0} : row->kinds_unused;
        size_t more = unused.count > KINDS_SHOWN ? unused.count - KINDS_SHOWN : 0;
        unused.count -= more;
        sheet_text(sheet, weak.list[i].subject, NULL, LOOK_OPEN,
                   unused.count == 0 ? weak.list[i].text
                                     : arena_format(sheet->arena, "%s; not used: %s%s", weak.list[i].text,
                                                    sheet_ids(sheet, &unused), more > 0 ? " ..." : ""));
    }
}

void agreements_notes(const struct view *view, struct sheet *sheet) {
    kinds_lines(view, sheet);
    to_ask_line(view, sheet);
}
