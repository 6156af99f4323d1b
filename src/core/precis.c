#include "candour/core/precis.h"

#include <string.h>

#include "candour/base/arena.h"
#include "candour/base/text.h"
#include "candour/core/stock.h"
#include "precis_parts.h"

/* --- what is outstanding --- */

/* The texts themselves are the meeting's: there they are searched, and kept once. */
static void point_to_texts(const struct precis_making *m, struct precis_action *row) {
    const struct record_state *record = meeting_record(m->meeting, row->id);
    const struct passages_made *made = &m->passages;
    row->role = row->given = UINT32_MAX;
    if (record->kind == RECORD_AGREEMENT) {
        const struct agreement *agreement = record->now;
        row->text = passage_of(made, agreement->text);
        row->role = passage_of(made, agreement->owner_role);
    } else {
        const struct challenge *challenge = record->now;
        row->text = passage_of(made, challenge->put);
        row->given = passage_of(made, challenge->given);
    }
    row->progress = passage_of(made, record->progress ? record->progress->progress->text : NULL);
    row->heard = record->progress ? stamp_day(record->progress->at) : 0;
}

static struct precis_action row_of(const struct precis_making *m, const struct action *action) {
    struct precis_action row = {
        .kind = action->kind,
        .status = action->status,
        .priority = action->priority,
        .due = action->due,
        .on = action->on,
        .late = action->late,
        .revisit_come = action->revisit_come,
        .answered = action->given != NULL,
        .id = action->id,
        .party = action->owes.id,
        .party_name = action->owes.name,
        .lacks = action->lacks,
    };
    point_to_texts(m, &row);
    return row;
}

static void count_row(struct precis *out, const struct precis_action *row) {
    out->late += row->late;
    switch (row->kind) {
    case ACTION_AGREEMENT:
        out->outstanding++;
        out->outstanding_late += row->late;
        break;
    case ACTION_EVIDENCE:
        out->promised++;
        out->promised_late += row->late;
        break;
    default:
        out->unanswered += !row->answered;
        out->answers_late += row->late;
        break;
    }
}

static void add_actions(const struct precis_making *m, const struct actions *actions, struct precis *out) {
    struct precis_action *rows = arena_array(m->arena, actions->count, sizeof *rows);
    for (size_t i = 0; i < actions->count; i++) {
        rows[i] = row_of(m, actions->list[i]);
        count_row(out, &rows[i]);
    }
    out->actions = rows;
    out->action_count = actions->count;
}

/* --- what may recur --- */

static const char *strand_of(const struct precis_making *m, const char *id) {
    const struct learning *learning = learning_find(m->meeting->agenda, id);
    return learning == NULL ? NULL : learning->strand;
}

static void add_theme(struct precis *out, struct precis_theme *rows, enum precis_theme_kind kind,
                      const struct finding *finding, const char *text) {
    if (!text_blank(text))
        rows[out->theme_count++] =
            (struct precis_theme){.kind = kind, .text = text, .finding = finding->id, .title = finding->title};
}

static void add_themes(const struct precis_making *m, const struct summary *s, struct precis *out) {
    size_t most = 0;
    for (size_t i = 0; i < s->finding_count; i++)
        most += 1 + s->findings[i].state->finding->themes.count + s->findings[i].learning.count;
    struct precis_theme *rows = arena_array(m->arena, most, sizeof *rows);
    for (size_t i = 0; i < s->finding_count; i++) {
        const struct finding *finding = s->findings[i].state->finding;
        add_theme(out, rows, THEME_TITLE, finding, finding->title);
        for (size_t k = 0; k < finding->themes.count; k++)
            add_theme(out, rows, THEME_WORD, finding, finding->themes.items[k]);
        for (size_t k = 0; k < s->findings[i].learning.count; k++)
            add_theme(out, rows, THEME_STRAND, finding, strand_of(m, s->findings[i].learning.items[k]));
    }
    out->themes = rows;
}

/* --- all --- */

static void take_session(struct precis *out, const struct action_session *session) {
    out->board = session->board;
    out->board_name = session->board_name;
    out->review = session->review;
    out->review_title = session->review_title;
    out->title = session->title;
    out->met = session->met;
    out->opened = session->opened;
    out->events = session->events;
    out->status = session->status;
}

static void take_agenda(struct precis *out, const struct agenda *agenda) {
    out->items = agenda->items.count;
    out->agencies = agenda->agencies.count;
    out->findings = agenda->findings.count;
    for (size_t i = 0; i < agenda->items.count; i++) {
        const struct item *item = (const struct item *)agenda->items.items + i;
        out->minutes += item->minutes.given ? item->minutes.value : 0;
    }
}

struct precis precis_agenda(const struct meeting *meeting, const char *path, struct arena *arena) {
    const struct agenda *agenda = meeting->agenda;
    struct precis out = {.path = path,
                         .state = PRECIS_AGENDA,
                         .board = agenda->board->id,
                         .board_name = agenda->board->name,
                         .review = agenda->review->id,
                         .review_title = agenda->review->title,
                         .title = agenda->meeting->title,
                         .met = agenda->meeting->date};
    struct passages_made passages;
    passages_make(meeting, arena, &passages);
    memcpy(out.parts, passages.parts, sizeof out.parts);
    take_agenda(&out, agenda);
    return out;
}

struct precis precis_make(const struct summary *summary, const char *path, struct arena *arena) {
    static const struct actions_filter filter = {
        .kinds = 1U << ACTION_AGREEMENT | 1U << ACTION_EVIDENCE | 1U << ACTION_ANSWER, .restricted = true};
    struct precis_making m = {.meeting = summary->meeting, .summary = summary, .arena = arena};
    struct precis out = {.path = path,
                         .records = summary->meeting->record_count,
                         .challenges = summary->challenge_count,
                         .open_challenges = summary->open_count,
                         .agreements = summary->owed_count};
    struct actions actions;
    passages_make(m.meeting, arena, &m.passages);
    memcpy(out.parts, m.passages.parts, sizeof out.parts);
    actions_begin(&actions, &filter, arena);
    take_session(&out, actions_take(&actions, summary, path));
    take_agenda(&out, summary->meeting->agenda);
    add_actions(&m, &actions, &out);
    add_themes(&m, summary, &out);
    precis_times(&m, &out);
    return out;
}

/* --- kept, and shared with others --- */

/* A session says the same few codes and names again and again, from the same places: looked up once. */
enum { RECENT = 128 };
struct keeping {
    struct stock *stock;
    struct {
        const char *text, *kept;
    } recent[RECENT];
};

static const char *keep_text(struct keeping *k, const char *text) {
    size_t at = (size_t)((uintptr_t)text ^ (uintptr_t)text >> 7) % RECENT;
    if (text == NULL)
        return NULL;
    if (k->recent[at].text != text) {
        k->recent[at].text = text;
        k->recent[at].kept = stock_text(k->stock, text);
    }
    return k->recent[at].kept;
}

static void share_rows(struct keeping *k, struct precis *kept) {
    for (size_t i = 0; i < kept->action_count; i++) {
        struct precis_action *action = &kept->actions[i];
        action->id = keep_text(k, action->id);
        action->party = keep_text(k, action->party);
        action->party_name = keep_text(k, action->party_name);
    }
    for (size_t i = 0; i < kept->theme_count; i++) {
        struct precis_theme *theme = &kept->themes[i];
        theme->text = keep_text(k, theme->text);
        theme->finding = keep_text(k, theme->finding);
        theme->title = keep_text(k, theme->title);
    }
    for (size_t i = 0; i < kept->time_count; i++) {
        struct precis_time *time = &kept->times[i];
        time->id = keep_text(k, time->id);
        time->party = keep_text(k, time->party);
        time->party_name = keep_text(k, time->party_name);
    }
}

void precis_share(struct stock *stock, struct precis *precis) {
    struct keeping keeping = {.stock = stock};
    const char **texts[] = {&precis->path,  &precis->problem,    &precis->hint,   &precis->board,
                            &precis->title, &precis->board_name, &precis->review, &precis->review_title};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        *texts[i] = keep_text(&keeping, *texts[i]);
    for (int part = 0; part < PASSAGES_SAID; part++) {
        const struct passages *block = precis->parts[part];
        precis->parts[part] = block == NULL ? NULL : stock_block(stock, block, block->size);
    }
    share_rows(&keeping, precis);
}

static void *copied(struct arena *arena, const void *from, size_t size) {
    return size == 0 ? NULL : memcpy(arena_raw(arena, size), from, size);
}

struct precis *precis_keep(struct arena *arena, const struct precis *made) {
    struct precis *kept = copied(arena, made, sizeof *made);
    kept->actions = copied(arena, made->actions, made->action_count * sizeof *made->actions);
    kept->themes = copied(arena, made->themes, made->theme_count * sizeof *made->themes);
    kept->times = copied(arena, made->times, made->time_count * sizeof *made->times);
    const struct passages *said = made->parts[PASSAGES_SAID];
    kept->parts[PASSAGES_SAID] = said == NULL ? NULL : copied(arena, said, said->size);
    return kept;
}

const char *precis_said(const struct precis *precis, uint32_t passage) {
    return passage == UINT32_MAX ? NULL : passage_text(precis->parts[PASSAGES_SAID], passage);
}
