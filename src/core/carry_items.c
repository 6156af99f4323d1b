/* The items of the next agenda: the fixed ones, those taken again, and the list of all. */
#include <string.h>

#include "candour/base/text.h"
#include "carry_parts.h"

enum { DAY_MINUTES = 24 * 60, WORDS_MOST = 140, TITLE_MOST = 80 };

/* --- adding --- */

static const char *chair_of(const struct carrying *c) {
    const struct gathered *people = &c->sections[SECTION_PEOPLE];
    const struct person *list = (const void *)people->entries;
    for (size_t i = 0; i < people->count; i++)
        if (list[i].type == choice_read(&CHOICES_PERSON_TYPE, "chair"))
            return list[i].id;
    return NULL;
}

static void add_sheet(struct carrying *c, struct sheet sheet) {
    c->sheets = more_room(c->arena, c->sheets, c->sheet_count, sizeof *c->sheets);
    c->sheets[c->sheet_count++] = sheet;
}

void carry_item(struct carrying *c, struct item item, size_t minutes) {
    if (item.prompts.count == 0)
        return;
    minutes = (minutes + ROUND_TO - 1) / ROUND_TO * ROUND_TO;
    minutes = minutes < ROUND_TO ? ROUND_TO : minutes > ITEM_MOST ? ITEM_MOST : minutes;
    item.minutes = (struct number){.given = true, .value = (int32_t)minutes};
    item.presenter = chair_of(c);
    add_sheet(c, (struct sheet){.item = item});
}

void carry_name(struct carrying *c, struct item *item, size_t from, const char *finding) {
    const char *id = carry_id(c, from, finding, REF_FINDING);
    if (id && !texts_have(&item->findings, id))
        texts_push(c->arena, &item->findings, id);
}

void carry_few(struct item *item) {
    if (item->findings.count > NAMED_MOST)
        item->findings.count = 0;
}

/* --- opening and closing --- */

static void add_opening(struct carrying *c) {
    struct item item = {.title = "Opening: quorum, confidentiality, interests", .purpose = PURPOSE_INFORMATION};
    PROMPT(c, &item, "Who is here, who deputises, and with what authority to agree?");
    PROMPT(c, &item, "Any interest to declare?");
    carry_item(c, item, 5);
}

static void confirm_one(struct carrying *c, struct item *item, const struct from *from) {
    switch (from->m->status) {
    case MEETING_CONFIRMED:
        return;
    case MEETING_CLOSED:
        PROMPT(c, item, "Record of %s (%s), a draft so far: is it right? Corrections are visible, the old words stay.",
               from->label, from->name);
        return;
    default:
        PROMPT(c, item, "Meeting of %s (%s), %s: is it gone on with, or closed as it stands?", from->label, from->name,
               from->m->status == MEETING_ADJOURNED ? "adjourned" : "never closed");
        return;
    }
}

static void add_confirming(struct carrying *c) {
    struct item item = {.purpose = PURPOSE_DECISION};
    for (size_t from = c->count; from-- > 0;)
        confirm_one(c, &item, &c->froms[from]);
    item.title = c->count > 1 ? "Confirm the earlier records"
                              : arena_format(c->arena, "Confirm the record of %s", c->froms[0].label);
    carry_item(c, item, 5 * item.prompts.count);
}

static void ask_untouched(struct carrying *c, struct item *item) {
    const struct finding *findings = (const void *)c->sections[SECTION_FINDINGS].entries;
    for (size_t i = 0; i < c->sections[SECTION_FINDINGS].count; i++)
        if (c->findings[i].kept && c->findings[i].awaited && !c->findings[i].touched)
            PROMPT(c, item, "%s, %s: neither challenged nor agreed on so far.", findings[i].id,
                   carry_line(c->arena, findings[i].title, TITLE_MOST));
}

/* What the board itself said was not good enough. */
static void ask_answers(struct carrying *c, struct item *item, size_t from) {
    const struct summary *s = c->froms[from].s;
    for (size_t i = 0; i < s->question_count; i++) {
        const struct event_assess *answer = s->questions[i].answer;
        if (!answer || answer->answer == ANSWER_MET)
            continue;
        PROMPT(c, item, "%s, answered %s: %s%s What is different this time?",
               carry_whence(c, from, s->questions[i].question->id),
               answer->answer == ANSWER_PARTLY ? "partly" : "not met",
               carry_sentence(c->arena, "", s->questions[i].question->text, WORDS_MOST),
               carry_sentence(c->arena, " ", answer->words, WORDS_MOST));
    }
}

/* The item where every finding that still matters may be spoken of, whatever is left of it. */
static void add_more(struct carrying *c) {
    struct item item = {.title = "What more is agreed", .purpose = PURPOSE_DECISION, .is_protected = YES};
    const struct finding *findings = (const void *)c->sections[SECTION_FINDINGS].entries;
    for (size_t i = 0; i < c->sections[SECTION_FINDINGS].count; i++)
        if (c->findings[i].kept)
            texts_push(c->arena, &item.findings, findings[i].id);
    PROMPT(c, &item, "New agreements are few and strong, or there are none.");
    ask_untouched(c, &item);
    carry_item(c, item, 10);
}

static void add_closing(struct carrying *c) {
    struct item item = {.title = "How we met, and when we meet next", .purpose = PURPOSE_DECISION, .is_protected = YES};
    PROMPT(c, &item, "When do we look again, and at what effect?");
    ask_answers(c, &item, 0);
    carry_item(c, item, 5);
}

/* --- findings and drafts --- */

void carry_positions(struct carrying *c) {
    struct item item = {.title = CARRY_POSITIONS, .purpose = PURPOSE_DECISION};
    const struct gathered *gathered = &c->sections[SECTION_FINDINGS];
    const struct finding *findings = (const void *)gathered->entries;
    for (size_t i = 0; i < gathered->count; i++) {
        const struct carried_finding *finding = &c->findings[i];
        if (!finding->kept || finding->taken_again || !carry_undecided(finding))
            continue;
        texts_push(c->arena, &item.findings, findings[i].id);
        PROMPT(c, &item, "%s: %s", findings[i].id,
               finding->position ? "the position was that it needs more work. What came of that?"
                                 : "accepted, in part, or not? Which agency disagrees, and why?");
    }
    c->out->positions = item.findings.count;
    carry_item(c, item, 10 * item.findings.count);
}

void carry_drafted(struct carrying *c) {
    struct item item = {.title = "Drafted agreements not yet decided", .purpose = PURPOSE_DECISION};
    const struct agreement *drafts = c->agenda->proposals.items;
    for (size_t i = 0; i < c->agenda->proposals.count; i++) {
        const struct name *name = names_find(&c->ids, drafts[i].id, REF_PROPOSAL);
        PROMPT(c, &item, "%s, drafted for %s: adopted, amended or rejected?%s", drafts[i].id,
               c->froms[name->from].label, carry_sentence(c->arena, " ", drafts[i].text, WORDS_MOST));
    }
    carry_item(c, item, 5 * item.prompts.count);
}

/* --- items taken again --- */

static bool is_over(const struct meeting *m) {
    return m->status == MEETING_CLOSED || m->status == MEETING_CONFIRMED;
}

static const char *stage_of(const struct from *from, uint32_t place) {
    const struct item_state *state = &from->m->items[place];
    if (state->item->purpose == PURPOSE_BREAK)
        return NULL;
    switch (state->stage) {
    case ITEM_SKIPPED:
        return "skipped";
    case ITEM_PARKED:
        return "parked";
    case ITEM_TO_COME:
        return is_over(from->m) ? "not reached" : "not reached so far";
    case ITEM_VISITED:
        break;
    }
    return (int32_t)place == from->m->current && !is_over(from->m) ? "begun, not finished" : NULL;
}

static bool has_prompt(const struct item *item, const char *begins) {
    for (size_t i = 0; i < item->prompts.count; i++)
        if (strncmp(item->prompts.items[i], begins, strlen(begins)) == 0)
            return true;
    return false;
}

/* An agenda made by carry says so of each item: a later session that had it decides what became of it. */
static bool had_later(const struct carrying *c, size_t from, const struct item *item) {
    const char *begins = arena_format(c->arena, CARRY_FROM "%s of %s", item->id, c->froms[from].day);
    for (size_t later = 0; later < from; later++) {
        const struct meeting *m = c->froms[later].m;
        for (uint32_t i = 0; i < m->item_count; i++)
            if (text_equal(m->items[i].item->title, item->title) && has_prompt(m->items[i].item, begins))
                return true;
    }
    return false;
}

const char *carry_stage(const struct carrying *c, size_t from, uint32_t place) {
    const char *stage = stage_of(&c->froms[from], place);
    return stage && !had_later(c, from, c->froms[from].m->items[place].item) ? stage : NULL;
}

static const char *after_minutes(const struct carrying *c, const struct item_summary *row, const struct item *item) {
    if (row->used < MS_MINUTE)
        return "";
    return arena_format(c->arena, " after %d of %d minutes", (int)(row->used / MS_MINUTE), (int)item->minutes.value);
}

static void take_again(struct carrying *c, size_t from, const struct item_summary *row) {
    const struct from *whence = &c->froms[from];
    const struct item_state *state = &whence->m->items[row->place];
    struct item item = *state->item;
    struct texts own = item.prompts, papers = item.papers;
    struct texts id = {.items = NULL};
    carry_refs(c, &SHAPE_ITEM, &item, from);
    item.prompts = item.papers = (struct texts){.items = NULL};
    item.at = (struct number){.given = false};
    item.minutes.given = true;
    item.minutes.value = item.minutes.value < 1             ? 1
                         : item.minutes.value > DAY_MINUTES ? DAY_MINUTES
                                                            : item.minutes.value;
    const char *reason = carry_line(c->arena, state->reason, WORDS_MOST);
    PROMPT(c, &item, CARRY_FROM "%s: %s%s%s%s", carry_whence(c, from, item.id), stage_of(whence, row->place),
           after_minutes(c, row, &item), *reason ? ": " : "", reason);
    for (size_t i = 0; i < own.count; i++)
        texts_push(c->arena, &item.prompts, own.items[i]);
    for (size_t i = 0; i < papers.count; i++)
        texts_push(c->arena, &item.papers, papers.items[i]);
    texts_push(c->arena, &id, item.id);
    carry_paper(c, &item, from, &id);
    add_sheet(c, (struct sheet){.item = item, .again = true});
    c->out->items++;
}

void carry_not_reached(struct carrying *c) {
    for (size_t from = c->count; from-- > 0;)
        for (size_t i = 0; i < c->froms[from].s->item_count; i++)
            if (carry_stage(c, from, c->froms[from].s->items[i].place))
                take_again(c, from, &c->froms[from].s->items[i]);
}

/* --- the list --- */

/* A prompt is about what it begins with: "C6 of 22 Nov 2016". */
static bool asked_already(const struct texts *prompts, const char *prompt) {
    size_t length = strcspn(prompt, ",:");
    for (size_t i = 0; i < prompts->count; i++)
        if (strcspn(prompts->items[i], ",:") == length && strncmp(prompts->items[i], prompt, length) == 0)
            return true;
    return false;
}

static void join(struct carrying *c, struct item *to, const struct item *again) {
    struct texts before = to->prompts;
    for (size_t i = 0; i < again->prompts.count; i++)
        if (!asked_already(&before, again->prompts.items[i]))
            texts_push(c->arena, &to->prompts, again->prompts.items[i]);
    for (size_t i = 0; i < again->papers.count; i++)
        if (!texts_have(&to->papers, again->papers.items[i]))
            texts_push(c->arena, &to->papers, again->papers.items[i]);
    for (size_t i = 0; i < again->findings.count; i++)
        if (!texts_have(&to->findings, again->findings.items[i]))
            texts_push(c->arena, &to->findings, again->findings.items[i]);
    if (again->minutes.value > to->minutes.value)
        to->minutes.value = again->minutes.value;
    if (again->notes)
        to->notes = to->notes ? arena_format(c->arena, "%s\n%s", to->notes, again->notes) : again->notes;
}

/* The item made here that is meant by one taken again from an agenda that was itself carried. */
static struct item *made_with_title(struct carrying *c, const char *title) {
    for (size_t i = 0; i < c->sheet_count; i++)
        if (!c->sheets[i].again && text_equal(c->sheets[i].item.title, title))
            return &c->sheets[i].item;
    return NULL;
}

static const char *free_item_id(const struct carrying *c, size_t *number) {
    const char *id;
    do
        id = arena_format(c->arena, "I%zu", ++*number);
    while (names_any(&c->ids, id));
    return id;
}

static void finish_items(struct carrying *c) {
    struct item *items = arena_array(c->arena, c->sheet_count, sizeof *items);
    size_t count = 0, number = 0;
    for (size_t i = 0; i < c->sheet_count; i++) {
        struct item *same = c->sheets[i].again ? made_with_title(c, c->sheets[i].item.title) : NULL;
        if (same)
            join(c, same, &c->sheets[i].item);
    }
    for (size_t i = 0; i < c->sheet_count; i++) {
        if (c->sheets[i].again && made_with_title(c, c->sheets[i].item.title))
            continue;
        items[count] = c->sheets[i].item;
        items[count++].id = free_item_id(c, &number);
    }
    c->agenda->items = (struct list){.items = items, .count = count};
}

void carry_items(struct carrying *c) {
    add_opening(c);
    add_confirming(c);
    carry_challenges(c);
    carry_evidence(c);
    carry_drafted(c);
    carry_positions(c);
    carry_not_reached(c);
    carry_parked(c);
    carry_agreements(c);
    carry_assents(c);
    carry_engagements(c);
    add_more(c);
    add_closing(c);
    finish_items(c);
}
