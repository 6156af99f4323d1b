/* Actions over many sessions: what is wanted, in which order, and each meeting once. */
#include "candour/core/actions.h"

#include <stdlib.h>
#include <string.h>

#include "actions_parts.h"
#include "candour/base/arena.h"
#include "candour/base/text.h"
#include "summary_parts.h"

enum { WORD_KEPT_MOST = 100, AGENCIES_MOST = 300, ROOM_LEAST = 256 };

const char *action_kind_word(enum action_kind kind) {
    static const char *const words[ACTION_KINDS] = {"agreement", "evidence", "answer", "engagement"};
    return words[kind];
}

/* --- short texts, each kept once: an open hash table, never more than half full --- */

static size_t word_hash(const char *text) {
    uint64_t hash = 14695981039346656037U;
    for (; *text; text++)
        hash = (hash ^ (unsigned char)*text) * 1099511628211U;
    return (size_t)(hash ^ hash >> 32);
}

static const char **word_place(const char **words, size_t room, const char *text) {
    size_t at = word_hash(text) & (room - 1);
    while (words[at] && strcmp(words[at], text) != 0)
        at = (at + 1) & (room - 1);
    return &words[at];
}

static void words_grow(struct actions *actions) {
    size_t room = actions->word_room ? 2 * actions->word_room : ROOM_LEAST;
    const char **words = arena_array(actions->arena, room, sizeof *words);
    for (size_t i = 0; i < actions->word_room; i++)
        if (actions->words[i])
            *word_place(words, room, actions->words[i]) = actions->words[i];
    actions->words = words;
    actions->word_room = room;
}

const char *word_kept(struct actions *actions, const char *text) {
    if (!text || strlen(text) > WORD_KEPT_MOST)
        return arena_text(actions->arena, text);
    if (2 * actions->word_count >= actions->word_room)
        words_grow(actions);
    const char **place = word_place(actions->words, actions->word_room, text);
    if (!*place) {
        *place = arena_text(actions->arena, text);
        actions->word_count++;
    }
    return *place;
}

/* --- the filter --- */

bool action_of(const struct action *row, const char *agency, bool *owes) {
    bool owner = row->owes.id && text_equal_nocase(row->owes.id, agency);
    bool partner = false;
    for (size_t i = 0; i < row->partner_count; i++)
        partner |= text_equal_nocase(row->partners[i].id, agency);
    if (owes)
        *owes = owner;
    return owner || partner;
}

static bool right_state(const struct actions_filter *filter, const struct action *row) {
    if (filter->status != 0)
        return row->kind == ACTION_AGREEMENT && row->status == filter->status;
    return row->outstanding || filter->settled;
}

static bool kind_wanted(const struct actions_filter *filter, enum action_kind kind) {
    return filter->kinds == 0 || filter->kinds >> kind & 1;
}

bool row_wanted(const struct actions_filter *filter, const struct action *row) {
    if (!kind_wanted(filter, row->kind) || !right_state(filter, row))
        return false;
    if ((filter->overdue && !row->late) || (filter->agency && !action_of(row, filter->agency, NULL)))
        return false;
    return filter->due_before == 0 || (row->on != 0 && row->on < filter->due_before);
}

/* --- sessions --- */

void actions_begin(struct actions *actions, const struct actions_filter *filter, struct arena *arena) {
    *actions = (struct actions){.arena = arena, .filter = *filter};
    static const char *const always[] = {"BOARD", "CHAIR", "NATIONAL"};
    for (size_t i = 0; filter->agency && i < sizeof always / sizeof *always; i++)
        actions->agency_known |= text_equal_nocase(filter->agency, always[i]);
}

/* Codes are only kept to say what was meant. */
static void look_for_agency(struct actions *actions, const struct agenda *agenda) {
    const struct agency *agencies = agenda->agencies.items;
    for (size_t i = 0; !actions->agency_known && i < agenda->agencies.count; i++) {
        actions->agency_known = text_equal_nocase(agencies[i].id, actions->filter.agency);
        const char *code = word_kept(actions, agencies[i].id);
        if (actions->agencies.count < AGENCIES_MOST && !texts_have(&actions->agencies, code))
            texts_push(actions->arena, &actions->agencies, code);
    }
}

static struct action_session *session_of(struct actions *actions, const struct meeting *meeting, const char *path) {
    const struct agenda *agenda = meeting->agenda;
    struct action_session *session = arena_alloc(actions->arena, sizeof *session);
    day dated = agenda->meeting->date;
    *session = (struct action_session){
        .path = arena_text(actions->arena, path),
        .board = word_kept(actions, agenda->board->id),
        .board_name = word_kept(actions, agenda->board->name),
        .review = word_kept(actions, agenda->review->id),
        .review_title = word_kept(actions, agenda->review->title),
        .title = word_kept(actions, agenda->meeting->title),
        .met = dated == 0 && meeting->event_count > 0 ? stamp_day(meeting->events[0].at) : dated,
        .opened = meeting->opened,
        .events = meeting->event_count,
        .status = meeting->status,
        .place = actions->session_count,
    };
    return session;
}

const struct action_session *actions_take(struct actions *actions, const struct summary *summary, const char *path) {
    struct action_session *session = session_of(actions, summary->meeting, path);
    actions->today = stamp_day(summary->now);
    actions->sessions =
        more_room(actions->arena, actions->sessions, actions->session_count, sizeof(struct action_session *));
    actions->sessions[actions->session_count++] = session;
    if (actions->filter.agency && !actions->agency_known)
        look_for_agency(actions, summary->meeting->agenda);
    rows_make(actions, summary, session);
    return session;
}

/* --- copies of one meeting --- */

static int compare(int64_t a, int64_t b) {
    return (a > b) - (a < b);
}

static int compare_meetings(const struct action_session *a, const struct action_session *b) {
    int order = compare(a->opened, b->opened);
    order = order ? order : strcmp(a->board, b->board);
    return order ? order : strcmp(a->review, b->review);
}

/* The same meeting stands together, what is to be listed first. */
static int by_meeting(const void *left, const void *right) {
    const struct action_session *a = *(struct action_session *const *)left;
    const struct action_session *b = *(struct action_session *const *)right;
    int order = compare_meetings(a, b);
    order = order ? order : -compare((int64_t)a->events, (int64_t)b->events);
    return order ? order : compare((int64_t)a->place, (int64_t)b->place);
}

static void find_copies(struct actions *actions) {
    size_t count = actions->session_count;
    struct action_session **sorted = arena_array(actions->arena, count, sizeof(struct action_session *));
    for (size_t i = 0; i < count; i++)
        sorted[i] = actions->sessions[i];
    qsort(sorted, count, sizeof(struct action_session *), by_meeting);
    for (size_t i = 1, first = 0; i < count; i++) {
        if (sorted[i]->opened == 0 || compare_meetings(sorted[first], sorted[i]) != 0) {
            first = i;
            continue;
        }
        sorted[i]->copy_of = sorted[first];
        actions->copies++;
    }
}

/* --- order --- */

static int compare_days(const struct action *a, const struct action *b) {
    if (a->late != b->late)
        return a->late ? -1 : 1;
    if ((a->on == 0) != (b->on == 0))
        return a->on == 0 ? 1 : -1;
    return compare(a->on, b->on);
}

static int by_day(const void *left, const void *right) {
    const struct action *a = *(struct action *const *)left;
    const struct action *b = *(struct action *const *)right;
    int order = compare_days(a, b);
    order = order ? order : compare(a->session->met, b->session->met);
    order = order ? order : compare((int64_t)a->session->place, (int64_t)b->session->place);
    return order ? order : compare(a->place, b->place);
}

void actions_end(struct actions *actions) {
    size_t kept = 0;
    if (actions->session_count > 1)
        find_copies(actions);
    for (size_t i = 0; i < actions->count; i++) {
        struct action *row = actions->list[i];
        if (row->session->copy_of)
            continue;
        actions->list[kept++] = row;
        actions->late += row->late;
        actions->kinds[row->kind]++;
    }
    for (size_t i = 0; i < actions->session_count; i++)
        actions->restricted += actions->sessions[i]->copy_of ? 0 : actions->sessions[i]->restricted.count;
    actions->count = kept;
    if (kept > 1)
        qsort(actions->list, kept, sizeof(struct action *), by_day);
}
