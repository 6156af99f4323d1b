/* Actions as tables and paragraphs of a document. */
#include "actions_told.h"

#include "candour/base/arena.h"
#include "candour/base/text.h"

enum { COLUMNS_MOST = 7 };

struct tabling {
    const struct actions *actions;
    struct document *d;
    struct arena *arena; /* the document's */
    int level;
    bool several; /* sessions: each row names its own */
};

/* --- overview --- */

static const char *or_none(const char *text) {
    return text ? text : "-";
}

static const char *what_of(const struct tabling *t, const struct action *row) {
    return row->audience ? arena_format(t->arena, "%s: %s", row->audience, row->text) : row->text;
}

/* What stands beside the words: how far an agreement is, else who asked or what tests use. */
static const char *state_of(const struct tabling *t, const struct action *row) {
    const char *status = status_told(t->arena, row);
    if (row->kind == ACTION_ENGAGEMENT)
        return row->held ? "held until publication" : "-";
    if (row->kind != ACTION_AGREEMENT)
        return arena_format(t->arena, "%s, put by %s", row->kind == ACTION_EVIDENCE ? "evidence promised" : "open",
                            or_none(party_told(t->arena, &row->asker)));
    return row->progress.on == 0
               ? status
               : arena_format(t->arena, "%s; last heard %s", status, day_told(t->arena, row->progress.on));
}

static const char *missing_of(const struct tabling *t, const struct action *row) {
    const char *lacks = lacks_told(t->arena, row);
    const char *to_ask = to_ask_told(t->arena, row, NULL);
    if (lacks && to_ask)
        return arena_format(t->arena, "%s; assent of %s", lacks, to_ask);
    return lacks ? lacks : to_ask ? arena_format(t->arena, "assent of %s", to_ask) : "-";
}

static void add_row(const struct tabling *t, struct table *table, const struct action *row) {
    const char *cells[COLUMNS_MOST] = {
        row->id,          what_of(t, row),    owner_told(t->arena, row),           when_told(t->arena, row),
        state_of(t, row), missing_of(t, row), session_told(t->arena, row->session)};
    table_add(t->d, table, cells);
}

static void overview(const struct tabling *t, enum action_section section) {
    static const char *const heads[COLUMNS_MOST] = {"No.", "What", "Who", "When", "Status", "Still missing", "Meeting"};
    const char *name = action_section_name(section);
    struct table *table = NULL;
    for (size_t i = 0; i < t->actions->count; i++) {
        if (action_section(t->actions->list[i]) != section)
            continue;
        if (!table) {
            document_heading(t->d, t->level, name);
            table = document_table(t->d, name, heads, t->several ? COLUMNS_MOST : COLUMNS_MOST - 1, 0);
        }
        add_row(t, table, t->actions->list[i]);
    }
}

/* --- each in full --- */

static const char *change_of(const struct tabling *t, const struct action *row) {
    const char *strength = word_told(t->arena, &CHOICES_STRENGTH, (int)row->strength);
    return row->change && strength ? arena_format(t->arena, "%s (%s)", row->change, strength) : row->change;
}

static const char *priority_of(const struct tabling *t, const struct action *row) {
    const char *priority = word_told(t->arena, &CHOICES_AGREEMENT_PRIORITY, row->priority);
    return priority && row->reason ? arena_format(t->arena, "%s: %s", priority, row->reason) : priority;
}

static const char *listed(const struct tabling *t, const struct texts *texts) {
    const char *all = NULL;
    for (size_t i = 0; i < texts->count; i++)
        all = all ? arena_format(t->arena, "%s, %s", all, texts->items[i]) : texts->items[i];
    return all;
}

static const char *reviews_of(const struct tabling *t, const struct action *row) {
    const char *all = NULL;
    for (size_t i = 0; i < row->review_on.count; i++) {
        const char *on = day_told(t->arena, row->review_on.items[i]);
        all = all ? arena_format(t->arena, "%s, %s", all, on) : on;
    }
    return all;
}

static void in_full(const struct tabling *t, const struct action *row) {
    const struct {
        const char *label, *text;
    } pairs[] = {
        {"Owner", owner_told(t->arena, row)},
        {"Addressed to", row->addressee},
        {"With", partners_told(t->arena, row)},
        {"When", when_told(t->arena, row)},
        {"To be reviewed", reviews_of(t, row)},
        {"Status", status_told(t->arena, row)},
        {"Priority", priority_of(t, row)},
        {"Kind of change", change_of(t, row)},
        {"Findings", listed(t, &row->findings)},
        {"Shown by", row->evidence},
        {"Measured by", row->measure},
        {"Now stands at", row->baseline},
        {"Monitored by", row->monitor},
        {"Still without", lacks_told(t->arena, row)},
        {"Assent still to be asked", to_ask_told(t->arena, row, NULL)},
        {"Reservations", reservations_told(t->arena, row)},
        {"Progress", heard_told(t->arena, row)},
        {"Meeting", t->several ? session_told(t->arena, row->session) : NULL},
    };
    document_heading(t->d, t->level + 1, arena_format(t->arena, "%s %s", row->id, row->text));
    struct block *block = document_pairs(t->d);
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        if (!text_blank(pairs[i].text))
            list_add(t->d, block, pairs[i].label, pairs[i].text);
}

static void all_in_full(const struct tabling *t) {
    bool begun = false;
    for (size_t i = 0; i < t->actions->count; i++) {
        const struct action *row = t->actions->list[i];
        if (row->kind != ACTION_AGREEMENT)
            continue;
        if (!begun)
            document_heading(t->d, t->level, "Agreements in full");
        begun = true;
        in_full(t, row);
    }
}

void actions_tables(const struct actions *actions, int level, struct document *document) {
    struct tabling t = {.actions = actions,
                        .d = document,
                        .arena = document->arena,
                        .level = level,
                        .several = actions->session_count - actions->copies > 1};
    for (enum action_section section = 0; section < ACTION_SECTIONS; section++)
        overview(&t, section);
    all_in_full(&t);
}
