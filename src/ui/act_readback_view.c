#include <string.h>

#include "act_readback.h"
#include "plain_inside.h"
#include "words.h"

static const char *party(const struct view *view, const char *id) {
    return id == NULL ? NULL : agency_said(view->app, id, view->scratch);
}

static const char *date(const struct view *view, day d) {
    char words[48];
    return d == 0 ? NULL : arena_text(view->scratch, day_in_words(d, words, sizeof words));
}

static const char *ids(const struct view *view, const struct texts *list) {
    const char *text = NULL;
    for (size_t i = 0; i < list->count; i++) {
        text = text == NULL ? list->items[i] : arena_format(view->scratch, "%s %s", text, list->items[i]);
    }
    return text;
}

/* What is missing is read out as missing. */
static void needed(struct detail *detail, const char *label, const char *text, const char *missing) {
    detail_add(detail, label, text == NULL ? LOOK_LATE : LOOK_PLAIN, text == NULL ? missing : text);
}

void agreement_detail(const struct view *view, const struct agreement *agreement, struct detail *detail) {
    const char *owner = party(view, agreement->owner);
    if (owner != NULL && agreement->owner_role != NULL) {
        owner = arena_format(view->scratch, "%s, %s", owner, agreement->owner_role);
    }
    needed(detail, "owner", owner, "NO OWNER");
    detail_add(detail, "with", LOOK_PLAIN, ids(view, &agreement->partners));
    bool deferred = agreement->priority == PRIORITY_DEFERRED;
    const char *due = date(view, agreement->due);
    if (deferred) {
        detail_add(detail, "defer", LOOK_PLAIN,
                   arena_format(view->scratch, "until %s: %s", date(view, agreement->revisit), agreement->reason));
        detail_add(detail, "due", LOOK_PLAIN, due);
    } else {
        needed(detail, "due", due, "NO DATE");
    }
    detail_add(detail, "shown", LOOK_PLAIN, agreement->evidence);
    detail_add(detail, "for", LOOK_PLAIN, ids(view, &agreement->findings));
    detail_add(detail, "from", LOOK_PLAIN, agreement->from);
}

static void challenge_detail(const struct view *view, const struct record_state *record, struct detail *detail) {
    const struct challenge *challenge = record->now;
    const char *by = challenge->by_person == NULL ? party(view, challenge->by)
                     : challenge->by == NULL
                         ? challenge->by_person
                         : arena_format(view->scratch, "%s, %s", party(view, challenge->by), challenge->by_person);
    detail_add(detail, "by", LOOK_PLAIN, by);
    detail_add(detail, "to", LOOK_PLAIN, party(view, challenge->to));
    detail_add(detail, "about", LOOK_PLAIN, challenge->about);
    detail_add(detail, "on", LOOK_PLAIN, challenge->finding);
    needed(detail, "answer", challenge->given, "NO ANSWER");
    if (challenge->given_by != NULL && !text_equal(challenge->given_by, challenge->to)) {
        detail_add(detail, "", LOOK_PLAIN, arena_format(view->scratch, "by %s", party(view, challenge->given_by)));
    }
    if (challenge->evidence == EVIDENCE_PROMISED) {
        detail_add(detail, "shown", LOOK_PLAIN,
                   arena_format(view->scratch, "promised by %s",
                                challenge->evidence_due == 0 ? "no date" : date(view, challenge->evidence_due)));
    }
    detail_add(detail, "end", challenge_open(record) ? LOOK_OPEN : LOOK_PLAIN,
               challenge_open(record) ? "OPEN" : choice_word(&CHOICES_OUTCOME, challenge->outcome));
}

/* Its words exactly; then who and when, each on a line of its own. */
static void record_detail(const struct view *view, const struct record_state *record, struct detail *detail) {
    const struct engagement *engagement = record->now;
    const char *text = record_text(record);
    detail_add(detail, NULL, LOOK_STRONG, text[0] == '\0' ? "(no words)" : text);
    switch (record->kind) {
    case RECORD_AGREEMENT:
        agreement_detail(view, record->now, detail);
        break;
    case RECORD_CHALLENGE:
        challenge_detail(view, record, detail);
        break;
    case RECORD_ENGAGEMENT:
        detail_add(detail, "who", LOOK_PLAIN, engagement->audience);
        needed(detail, "lead", party(view, engagement->lead), "NO LEAD");
        needed(detail, "by", date(view, engagement->by), "NO DATE");
        break;
    default:
        break;
    }
}

/* --- who has said what --- */

static const char *asked_said_of(const struct view *view, const struct asked_party *party) {
    char day_text[DAY_SIZE];
    return party->state == ASKED_ABSENT && party->by != 0
               ? arena_format(view->scratch, "absent, by %s", day_write(party->by, day_text))
           : !still_to_ask(party->state) || meeting_in_room(view->meeting, party->id)
               ? asked_word(party->state)
               : arena_format(view->scratch, "not here: %s", asked_word(party->state));
}

static void asked_row(const struct view *view, struct area area, int row, const struct asked_party *party) {
    const struct readback *readback = view->app->panel->state;
    bool now = text_equal(readback->asked, party->id);
    const char *word = asked_said_of(view, party);
    enum look look = now ? LOOK_STRONG : still_to_ask(party->state) ? LOOK_OPEN : LOOK_GOOD;
    int width = area.columns - 1 - text_columns(word, strlen(word)) - 2;
    draw_text(area, row, 0, look, now ? ">>" : "");
    draw_fit(area, row, 3, width - 3, look, agency_said(view->app, party->id, view->scratch));
    draw_right(area, row, area.columns - 1, look, word);
}

static void asked_rows(const struct view *view, struct area area, const struct asked_party *asked, size_t count) {
    const struct readback *readback = view->app->panel->state;
    size_t at = 0;
    while (at < count && !text_equal(asked[at].id, readback->asked)) {
        at++;
    }
    int first = panel_first(at < count ? (int)at : 0, (int)count, area.rows);
    for (int i = 0; i < area.rows && first + i < (int)count; i++) {
        size_t place = (size_t)first + (size_t)i;
        asked_row(view, area, i, asked + place);
        panel_line(area, i, place, place == at);
    }
}

/* --- all of it --- */

static const char *state_words(const struct record_state *record) {
    if (read_as_it_stands(record)) {
        return "read back";
    }
    return record->read_event == SIZE_MAX ? "not read back yet" : "changed since it was read";
}

static const char *title_said(const struct view *view, const struct record_state *record) {
    const struct readback *readback = view->app->panel->state;
    return readback->item == NULL ? arena_format(view->scratch, "ASSENT to %s", record->id)
           : readback->whole
               ? arena_format(view->scratch, "READ-BACK: agreement %zu of %zu", readback->at + 1, readback->count)
               : arena_format(view->scratch, "READ-BACK of %s: %zu of %zu", readback->item, readback->at + 1,
                              readback->count);
}

static const char *kind_said(const struct record_state *record) {
    const struct note *note = record->now;
    return record->kind == RECORD_NOTE && note->kind != 0 ? choice_word(&CHOICES_NOTE_KIND, note->kind)
                                                          : record_word(record->kind);
}

/* Rows used: the title goes in a small window. */
static int head(const struct view *view, struct area area, const struct record_state *record) {
    enum { SMALL = 6 };
    int row = area.rows < SMALL ? 0 : 1;
    const char *title = title_said(view, record);
    const char *kind = kind_said(record);
    draw_fit(area, 0, 1, area.columns - 2, LOOK_TITLE, row == 0 ? "" : title);
    draw_fit(area, row, 1, area.columns - 2, LOOK_QUIET,
             arena_format(view->scratch, "%s %s, %s", record->id, kind, state_words(record)));
    return row + 1;
}

/* Rows for those who are asked: while the words are read, what the words leave, but at least a third; while somebody is
 * asked, all but a few rows of words. In a small window they have a row only while asked. */
static int asked_room(const struct readback *readback, int rows, int words, int count) {
    enum { WORDS_LEAST = 4 };
    bool asking = readback->asked != NULL;
    int most = asking ? rows - WORDS_LEAST : rows - words > rows / 3 ? rows - words : rows / 3;
    int least = asking && count > 0 ? 1 : 0;
    most = !asking && rows <= WORDS_LEAST ? 0 : most;
    return most < least ? least : most < count ? most : count;
}

static void words_view(const struct view *view, struct detail *detail, struct area area) {
    const struct readback *readback = view->app->panel->state;
    int most = (int)detail->count - area.rows;
    int first = readback->scroll > most ? most : readback->scroll;
    if (first > 0) {
        detail->rows += first;
        detail->count -= (size_t)first;
    }
    draw_cursor(area, 0, 0);
    detail_view(detail, area);
    if (most > (first > 0 ? first : 0)) {
        draw_right(area, area.rows - 1, area.columns, LOOK_QUIET, " more: PgDn ");
    }
}

void readback_view(const struct view *view, struct area area) {
    const struct readback *readback = view->app->panel->state;
    const struct record_state *record = readback_record(view->app, readback);
    if (record == NULL) {
        return;
    }
    size_t count;
    const struct asked_party *asked = asked_of(view->app, record->id, view->now, &count, view->scratch);
    struct detail detail = {.arena = view->scratch, .width = area.columns - 2};
    record_detail(view, record, &detail);
    int words = (int)detail.count;
    int top = head(view, area, record);
    int rows = asked_room(readback, area.rows - top, words, (int)count);
    int body = area.rows - top - rows;
    words_view(view, &detail, area_part(area, top, 0, body, area.columns));
    int under = top + (words < body ? words : body);
    asked_rows(view, area_part(area, under, 0, rows, area.columns), asked, count);
}

/* The words as they are read out; once somebody is asked, who has said what. */
void readback_lines(const struct view *view, struct plain_lines *out) {
    const struct readback *readback = view->app->panel->state;
    const struct record_state *record = readback_record(view->app, readback);
    if (record == NULL) {
        return;
    }
    size_t count;
    const struct asked_party *asked = asked_of(view->app, record->id, view->now, &count, view->scratch);
    struct detail detail = {.arena = view->scratch, .width = PLAIN_WIDTH};
    plain_put(out, "%s. %s %s, %s:", title_said(view, record), record->id, kind_said(record), state_words(record));
    record_detail(view, record, &detail);
    plain_detail(out, &detail);
    for (size_t i = 0; i < count; i++) {
        bool now = text_equal(readback->asked, asked[i].id);
        plain_put(out, "%s: %s%s", agency_said(view->app, asked[i].id, view->scratch), asked_said_of(view, asked + i),
                  now ? ". What does it say?" : "");
    }
}
