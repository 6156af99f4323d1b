/* Items made from agreements: those not evidenced, by priority where they are many, and assents still to be asked. */
#include "candour/base/text.h"
#include "carry_parts.h"

enum { WORDS_MOST = 140, ASKED_MOST = 60, NOT_LATE = 2, LATE = 3 };

struct due { /* an agreement to be looked at */
    size_t from;
    const struct agreement_summary *row;
};

struct dues {
    struct due *list;
    size_t count;
};

static bool restricted(const struct agreement *agreement) {
    return agreement->visibility == VISIBILITY_RESTRICTED;
}

static bool is_open(const struct agreement_summary *row) {
    return row->owed && !row->evidenced;
}

/* What waits, or is for others: looked at apart. */
static bool elsewhere(const struct agreement *agreement) {
    return agreement->priority == PRIORITY_DEFERRED || agreement->priority == PRIORITY_NATIONAL;
}

static bool pressing(const struct agreement_summary *row) {
    return row->late || row->revisit;
}

/* --- one agreement in words --- */

static const char *owner_words(const struct carrying *c, const struct due *due) {
    const struct agreement *agreement = due->row->agreement;
    if (!agreement->owner)
        return "no owner";
    const char *owner = carry_id(c, due->from, agreement->owner, REF_AGENCY);
    return text_blank(agreement->addressee)
               ? owner
               : arena_format(c->arena, "%s to %s", owner, carry_line(c->arena, agreement->addressee, WORDS_MOST));
}

static const char *date_words(const struct carrying *c, const struct agreement_summary *row) {
    const struct agreement *agreement = row->agreement;
    if (agreement->priority == PRIORITY_DEFERRED && agreement->revisit != 0)
        return arena_format(c->arena, "deferred, look again on %s%s", carry_day(c->arena, agreement->revisit),
                            row->revisit ? ", now due" : "");
    if (agreement->due == 0)
        return "no due date";
    return arena_format(c->arena, "due %s%s", carry_day(c->arena, agreement->due), row->late ? ", late" : "");
}

/* Silence is shown as silence. */
static const char *progress_words(const struct carrying *c, const struct agreement_summary *row) {
    static const char *const stands[] = {
        [AGREEMENT_PROPOSED] = " Proposed, not agreed.",
        [AGREEMENT_IN_PROGRESS] = " In progress.",
        [AGREEMENT_DONE] = " Done, not evidenced.",
        [AGREEMENT_SUPERSEDED] = NULL,
    };
    const struct progress_state *last = row->record->progress;
    const char *stand = stands[row->agreement->status] ? stands[row->agreement->status] : "";
    if (!last)
        return arena_format(c->arena, "%s Nothing heard since.", stand);
    const char *day_heard = carry_day(c->arena, stamp_day(last->at));
    if (restricted(row->agreement) || last->progress->visibility == VISIBILITY_RESTRICTED)
        return arena_format(c->arena, "%s Last heard %s.", stand, day_heard);
    return arena_format(c->arena, "%s Last heard %s%s", stand, day_heard,
                        carry_sentence(c->arena, ": ", last->progress->text, WORDS_MOST));
}

static const char *lack_words(const struct carrying *c, unsigned lacks) {
    struct texts words = {.items = NULL};
    for (unsigned bit = 1; bit < 1U << LACKS; bit <<= 1)
        if (lacks & bit & ~(unsigned)(LACK_OWNER | LACK_DUE))
            texts_push(c->arena, &words, lack_word((enum lack)bit));
    return words.count == 0 ? "" : arena_format(c->arena, " Still without: %s.", texts_said(c->arena, &words));
}

/* Who agreed with a reservation, or did not. */
static const char *reserve_words(const struct carrying *c, const struct due *due) {
    const char *words = "";
    for (size_t i = 0; i < due->row->asked_count && !restricted(due->row->agreement); i++) {
        const struct asked_party *asked = &due->row->asked[i];
        if (asked->state != ASKED_RESERVATION && asked->state != ASKED_DECLINED)
            continue;
        words = arena_format(c->arena, "%s %s %s%s", words, carry_id(c, due->from, asked->id, REF_AGENCY),
                             asked_word(asked->state), carry_sentence(c->arena, ": ", asked->words, WORDS_MOST));
    }
    return words;
}

static const char *words_of(const struct carrying *c, const struct agreement *agreement) {
    if (restricted(agreement))
        return "Restricted: the words are in the record.";
    const char *reason = elsewhere(agreement) ? agreement->reason : NULL;
    return arena_format(c->arena, "%s%s%s", carry_sentence(c->arena, "", agreement->text, WORDS_MOST),
                        carry_sentence(c->arena, " Because: ", reason, WORDS_MOST),
                        carry_sentence(c->arena, " Shown by: ", agreement->evidence, WORDS_MOST));
}

static void ask_agreement(struct carrying *c, struct item *item, const struct due *due) {
    const struct agreement_summary *row = due->row;
    PROMPT(c, item, "%s, %s, %s: %s%s%s%s", carry_whence(c, due->from, row->record->id), owner_words(c, due),
           date_words(c, row), words_of(c, row->agreement), progress_words(c, row), lack_words(c, row->lacks),
           reserve_words(c, due));
}

/* --- into items --- */

static void add_due(struct carrying *c, struct dues *dues, struct due due) {
    dues->list = more_room(c->arena, dues->list, dues->count, sizeof *dues->list);
    dues->list[dues->count++] = due;
}

/* What is late, or to be looked at again, first; else by session and in the order of the summary. */
static void add_dues(struct carrying *c, struct dues *dues, bool press, bool apart) {
    for (size_t from = c->count; from-- > 0;) {
        const struct summary *s = c->froms[from].s;
        for (size_t i = 0; i < s->agreement_count; i++) {
            const struct agreement_summary *row = &s->agreements[i];
            if (is_open(row) && elsewhere(row->agreement) == apart && pressing(row) == press)
                add_due(c, dues, (struct due){.from = from, .row = row});
        }
    }
}

static struct dues dues_of(struct carrying *c, bool apart) {
    struct dues dues = {.list = NULL};
    add_dues(c, &dues, true, apart);
    add_dues(c, &dues, false, apart);
    return dues;
}

static size_t minutes_for(const struct agreement_summary *row) {
    return row->late || row->lacks & (LACK_OWNER | LACK_DUE) ? LATE : NOT_LATE;
}

/* COUNT of DUES from AT on, as one item. */
static void add_item(struct carrying *c, const char *title, const struct due *dues, size_t count) {
    struct item item = {.title = title, .purpose = PURPOSE_DECISION};
    size_t minutes = 0;
    for (size_t i = 0; i < count; i++) {
        const struct texts *findings = &dues[i].row->agreement->findings;
        ask_agreement(c, &item, &dues[i]);
        for (size_t f = 0; f < findings->count; f++)
            carry_name(c, &item, dues[i].from, findings->items[f]);
        minutes += minutes_for(dues[i].row);
    }
    for (size_t from = c->count; from-- > 0;) {
        struct texts ids = {.items = NULL};
        for (size_t i = 0; i < count; i++)
            if (dues[i].from == from)
                texts_push(c->arena, &ids, dues[i].row->record->id);
        carry_paper(c, &item, from, &ids);
    }
    carry_few(&item);
    carry_item(c, item, minutes);
}

/* In items of at most so many as can be followed up; what tells them apart comes first, for the agenda's column is
 * narrow. */
static void add_parts(struct carrying *c, const char *before, const char *after, const struct dues *dues) {
    size_t parts = (dues->count + AGREEMENTS_SOFT_CEILING - 1) / AGREEMENTS_SOFT_CEILING;
    for (size_t part = 0; part < parts; part++) {
        size_t from = part * dues->count / parts, to = (part + 1) * dues->count / parts;
        const char *which = parts == 1 ? "" : arena_format(c->arena, " (%zu of %zu)", part + 1, parts);
        add_item(c, arena_format(c->arena, "%s%s%s", before, which, after), dues->list + from, to - from);
    }
}

static void add_by_priority(struct carrying *c, const struct dues *dues) {
    static const struct {
        int priority;
        const char *word;
    } groups[] = {{PRIORITY_NOW, "Now"}, {PRIORITY_NEXT, "Next"}, {PRIORITY_LATER, "Later"}, {0, "No priority given"}};
    for (size_t i = 0; i < sizeof groups / sizeof *groups; i++) {
        struct dues some = {.list = NULL};
        for (size_t d = 0; d < dues->count; d++)
            if (dues->list[d].row->agreement->priority == groups[i].priority)
                add_due(c, &some, dues->list[d]);
        add_parts(c, groups[i].word, ": agreements not evidenced", &some);
    }
}

void carry_agreements(struct carrying *c) {
    struct dues dues = dues_of(c, false), apart = dues_of(c, true);
    c->out->agreements = dues.count + apart.count;
    if (dues.count <= AGREEMENTS_SOFT_CEILING)
        add_parts(c, "Agreements not evidenced", "", &dues);
    else
        add_by_priority(c, &dues);
    add_parts(c, "Deferred and national agreements", "", &apart);
}

/* --- assents --- */

/* "COM, CCG (absent, to be asked by 6 Dec 2016)" */
static const char *to_ask(struct carrying *c, size_t from, const struct agreement_summary *row,
                          struct texts *agencies) {
    const char *words = "";
    for (size_t i = 0; i < row->asked_count; i++) {
        const struct asked_party *asked = &row->asked[i];
        if (asked->state != ASKED_NOT_YET && asked->state != ASKED_ABSENT && asked->state != ASKED_EARLIER_WORDS)
            continue;
        const char *id = carry_id(c, from, asked->id, REF_AGENCY);
        const char *why = asked->state == ASKED_NOT_YET
                              ? ""
                              : arena_format(c->arena, " (%s%s)",
                                             asked->state == ASKED_ABSENT ? "was absent" : asked_word(asked->state),
                                             carry_by(c, asked->by, ""));
        words = arena_format(c->arena, "%s%s%s%s", words, *words ? ", " : "", id, why);
        if (!texts_have(agencies, id))
            texts_push(c->arena, agencies, id);
        c->out->assents++;
    }
    return words;
}

static void ask_assent(struct carrying *c, struct item *item, size_t from, const struct agreement_summary *row,
                       struct texts *agencies) {
    PROMPT(c, item, "%s, ask %s: %s", carry_whence(c, from, row->record->id), to_ask(c, from, row, agencies),
           restricted(row->agreement) ? "Restricted: the words are in the record."
                                      : carry_sentence(c->arena, "", row->agreement->text, ASKED_MOST));
}

void carry_assents(struct carrying *c) {
    struct item item = {.title = "Assents still to be asked", .purpose = PURPOSE_DECISION};
    struct texts agencies = {.items = NULL};
    for (size_t from = c->count; from-- > 0;) {
        const struct summary *s = c->froms[from].s;
        struct texts ids = {.items = NULL};
        for (size_t i = 0; i < s->agreement_count; i++) {
            if (s->agreements[i].to_ask == 0)
                continue;
            ask_assent(c, &item, from, &s->agreements[i], &agencies);
            texts_push(c->arena, &ids, s->agreements[i].record->id);
        }
        carry_paper(c, &item, from, &ids);
    }
    carry_item(c, item, agencies.count);
}
