/* Actions as tables and paragraphs of a document. */
#include "actions_told.h"

#include "candour/base/arena.h"
#include "candour/base/text.h"
#include "report_said.h"

enum { COLUMNS_MOST = 7 };

struct tabling {
    struct document *d;
    struct arena *arena; /* the document's */
    bool several;        /* sessions: each row names its own */
};

static struct tabling tabling(const struct actions *actions, struct document *document) {
    return (struct tabling){
        .d = document, .arena = document->arena, .several = actions->session_count - actions->copies > 1};
}

/* --- overview --- */

static const char *what_of(const struct tabling *t, const struct action *row) {
    return row->audience ? arena_format(t->arena, "%s: %s", row->audience, row->text) : row->text;
}

/* How far an agreement is, else who asked or whether it waits. */
static const char *status_of(const struct tabling *t, const struct action *row) {
    const char *status = status_told(t->arena, row);
    if (row->kind == ACTION_ENGAGEMENT)
        return row->held ? "held until publication" : NULL;
    if (row->kind != ACTION_AGREEMENT)
        return arena_format(t->arena, "%s, put by %s", row->kind == ACTION_EVIDENCE ? "evidence promised" : "open",
                            party_told(t->arena, &row->asker));
    return row->progress.on == 0
               ? status
               : arena_format(t->arena, "%s; last heard %s", status, day_told(t->arena, row->progress.on));
}

/* Of a deferred agreement the day to look again is in the column before. */
static const char *time_of(const struct tabling *t, const struct action *row) {
    if (row->late)
        return arena_format(t->arena, "%d day%s late", (int)row->late_days, row->late_days == 1 ? "" : "s");
    if (row->priority != PRIORITY_DEFERRED || row->revisit == 0)
        return NULL;
    const char *due = day_told(t->arena, row->due);
    return arena_format(t->arena, "deferred, look again%s%s%s", row->revisit_come ? " now" : " on that day",
                        due ? "; due " : "", due ? due : "");
}

static const char *stands_of(const struct tabling *t, const struct action *row) {
    const char *stands = said_both(t->arena, time_of(t, row), "; ", status_of(t, row));
    return stands ? capital(t->arena, stands) : "Not known";
}

/* Of what is no agreement it is the thing itself. */
static const char *missing_of(const struct tabling *t, const struct action *row) {
    if (row->kind != ACTION_AGREEMENT)
        return NULL;
    const char *lacks = lacks_told(t->arena, row);
    const char *to_ask = to_ask_told(t->arena, row, NULL);
    if (lacks && to_ask)
        return arena_format(t->arena, "%s; assent of %s", lacks, to_ask);
    return lacks ? lacks : to_ask ? arena_format(t->arena, "assent of %s", to_ask) : "nothing";
}

static void add_row(const struct tabling *t, struct table *table, const struct action *row) {
    const char *on = day_told(t->arena, row->on);
    const char *cells[COLUMNS_MOST] = {row->id,
                                       what_of(t, row),
                                       capital(t->arena, owner_told(t->arena, row)),
                                       on ? on : "no date",
                                       stands_of(t, row),
                                       capital(t->arena, missing_of(t, row)),
                                       session_told(t->arena, row->session)};
    table_add(t->d, table, cells);
}

static const char *const HEADS[COLUMNS_MOST] = {"No.",           "What",          "Who",    "Day",
                                                "How it stands", "Still missing", "Meeting"};

void actions_table(const struct actions *actions, const struct actions_part *part, int level,
                   struct document *document) {
    struct tabling t = tabling(actions, document);
    struct table *table = NULL;
    for (size_t i = 0; i < actions->count; i++) {
        if (!part->holds(actions->list[i], part->context))
            continue;
        if (!table) {
            document_heading(document, level, part->heading);
            table = document_table(document, part->caption, HEADS, t.several ? COLUMNS_MOST : COLUMNS_MOST - 1, 0);
        }
        add_row(&t, table, actions->list[i]);
    }
}

static bool in_section(const struct action *row, const void *section) {
    return action_section(row) == *(const enum action_section *)section;
}

static void overview(const struct actions *actions, enum action_section section, int level, struct document *document) {
    static const char *const captions[ACTION_SECTIONS] = {
        [ACTION_LATE] = "What is late, the longest first",
        [ACTION_LOOK_AGAIN] = "Deferred agreements to be looked at again now",
        [ACTION_DUE] = "What is due, by date",
        [ACTION_UNDATED] = "What has no date yet",
        [ACTION_PROMISED] = "Evidence promised and not seen yet, by date",
        [ACTION_OPEN] = "Open challenges, and who owes the answer",
        [ACTION_TO_REACH] = "Engagement activities, by date",
        [ACTION_SETTLED] = "What was evidenced, stopped or superseded",
    };
    struct actions_part part = {.heading = action_section_name(section),
                                .caption = captions[section],
                                .holds = in_section,
                                .context = &section};
    actions_table(actions, &part, level, document);
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

static void in_full(const struct tabling *t, const struct action *row, int level) {
    const struct {
        const char *label, *text;
    } pairs[] = {
        {"Owner", capital(t->arena, owner_told(t->arena, row))},
        {"Addressed to", row->addressee},
        {"With", partners_told(t->arena, row)},
        {"When", capital(t->arena, when_told(t->arena, row))},
        {"To be reviewed", reviews_of(t, row)},
        {"Status", capital(t->arena, status_told(t->arena, row))},
        {"Priority", capital(t->arena, priority_of(t, row))},
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
    const char *words = shortened_told(t->arena, row->text);
    document_heading(t->d, level, arena_format(t->arena, "%s %s", row->id, words));
    struct block *block = document_pairs(t->d);
    if (!text_equal(words, row->text))
        list_add(t->d, block, "Agreement", row->text);
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        if (!text_blank(pairs[i].text))
            list_add(t->d, block, pairs[i].label, pairs[i].text);
}

void actions_in_full(const struct actions *actions, int level, struct document *document) {
    struct tabling t = tabling(actions, document);
    bool begun = false;
    for (size_t i = 0; i < actions->count; i++) {
        const struct action *row = actions->list[i];
        if (row->kind != ACTION_AGREEMENT)
            continue;
        if (!begun)
            document_heading(document, level, "Agreements in full");
        begun = true;
        in_full(&t, row, level + 1);
    }
}

void actions_tables(const struct actions *actions, int level, struct document *document) {
    for (enum action_section section = 0; section < ACTION_SECTIONS; section++)
        overview(actions, section, level, document);
}

/* What must stand on each page: some of it may still be corrected. */
static const char *draft_of(const struct actions *actions, struct arena *arena) {
    size_t read = actions->session_count - actions->copies, drafts = 0;
    for (size_t i = 0; i < actions->session_count; i++)
        drafts += !actions->sessions[i]->copy_of && actions->sessions[i]->status != MEETING_CONFIRMED;
    if (drafts == 0)
        return NULL;
    return read == 1 ? "DRAFT: the record is not confirmed yet"
                     : arena_format(arena, "DRAFT: %zu of %zu records are not confirmed yet", drafts, read);
}

struct document *actions_overview(const struct actions *actions, struct arena *arena) {
    struct document *document = document_new(arena, "Outstanding", as_of_told(arena, actions));
    document->state = draft_of(actions, arena);
    document_text(document, NULL, asked_for_told(arena, &actions->filter));
    document_text(document, NULL, sessions_told(arena, actions));
    document_text(document, NULL, restricted_told(arena, actions->restricted));
    actions_tables(actions, 2, document);
    actions_in_full(actions, 2, document);
    return document;
}
