/* The tables say exactly what the reference of the format says: keys, required fields, flags and who may stand where
 * are written out here by hand from the design, never from the tables. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "candour/base/text.h"
#include "candour/core/meeting.h"
#include "core_shapes.h"

#define COUNT(list) (sizeof(list) / sizeof *(list))

struct expected {
    const struct shape *shape;
    const char *keys; /* in the order of writing; `*` behind a required one */
};

static const struct expected sections[] = {
    {&SHAPE_FILE,
     "candour* include terms board* review* meeting* agencies* people priorities learning findings* marker "
     "agenda* kinds proposals outcome events"},
    {&SHAPE_TERMS, "preset board review chair agency subgroup response plan framework"},
    {&SHAPE_BOARD, "id* name*"},
    {&SHAPE_REVIEW, "id* title* summary reviewer received publication"},
    {&SHAPE_PUBLICATION, "planned holds"},
    {&SHAPE_MEETING, "title* type date start venue quorum"},
    {&SHAPE_QUORUM, "agencies must_include"},
    {&SHAPE_AGENCY, "id* name* type"},
    {&SHAPE_PERSON, "id* name role agency type"},
    {&SHAPE_PRIORITY, "id* title* kind objective lead subgroup rag rag_note"},
    {&SHAPE_LEARNING, "id* strand title* lead status says findings"},
    {&SHAPE_FINDING, "id* title* statement why questions recommendations themes priorities learning"},
    {&SHAPE_RECOMMENDATION, "id* text*"},
    {&SHAPE_MARKER, "id title statement questions"},
    {&SHAPE_QUESTION, "id* text* evidence"},
    {&SHAPE_ITEM, "id* title* minutes* purpose* presenter findings prompts papers notes round protected at"},
    {&SHAPE_KIND, "id* title* strength*"},
    {&SHAPE_PROPOSAL, "id* item findings from text* owner owner_role partners kind level addressee priority reason "
                      "revisit due links evidence measure baseline monitor review_on visibility origin status "
                      "superseded_by"},
    {&SHAPE_OUTCOME, "as_of* status agencies findings times not_reached"},
    {&SHAPE_OUTCOME_AGENCY, "id* heard challenges_made challenges_received owns shares assents"},
    {&SHAPE_OUTCOME_FINDING, "id* position challenges agreements"},
    {&SHAPE_OUTCOME_TIME, "item* planned granted used"},
    {&SHAPE_CHALLENGE,
     "id* item finding about by* by_person to* kind put* given given_by evidence evidence_due outcome "
     "reason respond_by visibility"},
    {&SHAPE_AGREEMENT, "id* item findings from text* owner owner_role partners kind level addressee priority reason "
                       "revisit due links evidence measure baseline monitor review_on visibility origin status "
                       "superseded_by"},
    {&SHAPE_ENGAGEMENT, "id* audience* purpose activity* lead by tests_use hold"},
    {&SHAPE_NOTE, "id* item kind text* visibility"},
    {&SHAPE_DISSENT, "agency* reason*"},
    {&SHAPE_REPLAN_ITEM, "item* minutes*"},
};

#define READY STATUS_BIT(MEETING_READY)
#define RUNNING STATUS_BIT(MEETING_RUNNING)
#define PAUSED STATUS_BIT(MEETING_PAUSED)
#define ADJOURNED STATUS_BIT(MEETING_ADJOURNED)
#define CLOSED STATUS_BIT(MEETING_CLOSED)
#define CONFIRMED STATUS_BIT(MEETING_CONFIRMED)

enum { FIRST_THREE = 2 | 4 | 8, ALSO_LATER = 2 | 4 | 8 | 32 | 64 };

static const struct {
    enum event_do what;
    const char *word;
    const char *keys;
    unsigned states;
    bool undoable;
    bool clock;
} events[] = {
    {DO_OPEN, "open", "program", READY, false, true},
    {DO_START, "start", "item* back", FIRST_THREE, true, true},
    {DO_PAUSE, "pause", "reason", RUNNING, true, true},
    {DO_RESUME, "resume", "reason", PAUSED, true, true},
    {DO_EXTEND, "extend", "item* minutes* reason agreed_by from", FIRST_THREE, true, false},
    {DO_SKIP, "skip", "item* reason", FIRST_THREE, true, false},
    {DO_PARK, "park", "item* reason", FIRST_THREE, true, false},
    {DO_GAP, "gap", "from* to* until*", RUNNING, false, true},
    {DO_REPAIR, "repair", "item* minutes* reason*", FIRST_THREE, true, true},
    {DO_REPLAN, "replan", "items* reason", FIRST_THREE, true, false},
    {DO_ADD_ITEM, "add-item", "id* title* minutes* purpose* after", FIRST_THREE, true, false},
    {DO_MOVE_ITEM, "move-item", "item* after", FIRST_THREE, true, false},
    {DO_HAND_OVER, "hand-over", "role* to*", FIRST_THREE, true, false},
    {DO_ATTEND, "attend", "person name agency state* deputy_for interest", FIRST_THREE, true, false},
    {DO_FOCUS, "focus", "finding*", FIRST_THREE, true, false},
    {DO_HEARD, "heard", "agency*", FIRST_THREE, true, false},
    {DO_POSITION, "position", "finding* position* reason still_true dissent visibility", FIRST_THREE, true, false},
    {DO_CHALLENGE, "challenge", NULL, FIRST_THREE, true, false},
    {DO_AGREEMENT, "agreement", NULL, FIRST_THREE, true, false},
    {DO_ENGAGEMENT, "engagement", NULL, FIRST_THREE, true, false},
    {DO_NOTE, "note", NULL, FIRST_THREE, true, false},
    {DO_AMEND, "amend", "id* set*", ALSO_LATER, true, false},
    {DO_ASSENT, "assent", "id* agency* state* words by", ALSO_LATER, true, false},
    {DO_WITHDRAW, "withdraw", "id* reason", ALSO_LATER, true, false},
    {DO_REJECT, "reject", "id* reason*", FIRST_THREE, true, false},
    {DO_AS_IS, "as-is", "finding* reason*", FIRST_THREE, true, false},
    {DO_PROGRESS, "progress", "id* by status text* effect visibility", ALSO_LATER, true, false},
    {DO_READBACK, "readback", "item* records words", ALSO_LATER, true, false},
    {DO_ASSESS, "assess", "question* answer* words", ALSO_LATER, true, false},
    {DO_UNDO, "undo", "of*", ALSO_LATER, false, false},
    {DO_REDO, "redo", "of*", ALSO_LATER, false, false},
    {DO_ADJOURN, "adjourn", "reason", FIRST_THREE, false, true},
    {DO_CLOSE, "close", "reason", FIRST_THREE, false, true},
    {DO_REOPEN, "reopen", "reason", ADJOURNED | CLOSED, false, true},
    {DO_CONFIRM, "confirm", "reason", CLOSED, false, false},
};

static void keys_of(const struct shape *shape, char *out, size_t size) {
    size_t at = 0;
    out[0] = '\0';
    for (size_t i = 0; i < shape->count; i++)
        at += (size_t)snprintf(out + at, size - at, "%s%s%s", i > 0 ? " " : "", shape->fields[i].key,
                               shape->fields[i].flags & FIELD_REQUIRED ? "*" : "");
    assert_true(at < size);
}

static void sections_and_records_hold_what_the_format_says(void **state) {
    (void)state;
    char keys[512];
    for (size_t i = 0; i < COUNT(sections); i++) {
        keys_of(sections[i].shape, keys, sizeof keys);
        assert_string_equal(keys, sections[i].keys);
    }
}

static void events_hold_what_the_format_says(void **state) {
    (void)state;
    char keys[512];
    assert_int_equal(COUNT(events), DO_COUNT);
    for (size_t i = 0; i < COUNT(events); i++) {
        const struct event_kind *kind = &event_kinds[events[i].what];
        assert_string_equal(kind->word, events[i].word);
        assert_int_equal(event_do_of(events[i].word), events[i].what);
        assert_int_equal(kind->states, events[i].states);
        assert_int_equal(kind->undoable, events[i].undoable);
        assert_int_equal(kind->clock, events[i].clock);
        assert_false(text_blank(kind->label));
        if (events[i].keys == NULL)
            continue;
        keys_of(kind->shape, keys, sizeof keys);
        assert_string_equal(keys, events[i].keys);
        assert_string_equal(kind->shape->name, events[i].word);
    }
    assert_int_equal(event_do_of("Open"), DO_COUNT);
    assert_int_equal(event_do_of(""), DO_COUNT);
    assert_int_equal(event_do_of("ope"), DO_COUNT);
}

static void all_shapes_are_covered(void **state) {
    (void)state;
    struct shapes shapes = all_shapes();
    size_t own = 0;
    for (size_t i = 0; i < COUNT(events); i++)
        own += events[i].keys != NULL;
    assert_int_equal(shapes.count, COUNT(sections) + own);
}

/* " shape.key" of every field that has FLAG, in the order of the shapes. */
static void flagged(uint32_t flag, char *out, size_t size) {
    struct shapes shapes = all_shapes();
    size_t at = 0;
    for (size_t s = 0; s < shapes.count; s++)
        for (size_t i = 0; i < shapes.list[s]->count; i++)
            if (shapes.list[s]->fields[i].flags & flag)
                at += (size_t)snprintf(out + at, size - at, "%s.%s\n", shapes.list[s]->name,
                                       shapes.list[s]->fields[i].key);
    assert_true(at < size);
}

static void assert_flagged(uint32_t flag, const char *const *wanted, size_t count) {
    char found[4096] = "";
    flagged(flag, found, sizeof found);
    size_t lines = 0;
    for (const char *c = found; *c; c++)
        lines += *c == '\n';
    for (size_t i = 0; i < count; i++) {
        char line[96];
        snprintf(line, sizeof line, "%s\n", wanted[i]);
        if (strstr(found, line) == NULL)
            fail_msg("not flagged: %s", wanted[i]);
    }
    if (lines != count)
        fail_msg("%zu are flagged, not %zu:\n%s", lines, count, found);
}

/* Design format, "Public is a white list"; a proposal is worded as an agreement will be. */
static void public_is_a_white_list(void **state) {
    (void)state;
    static const char *const white[] = {
        "meeting file.board",
        "meeting file.review",
        "meeting file.meeting",
        "meeting file.findings",
        "board.id",
        "board.name",
        "review.id",
        "review.title",
        "meeting.date",
        "finding.id",
        "finding.title",
        "finding.statement",
        "finding.recommendations",
        "recommendation.id",
        "recommendation.text",
        "position.position",
        "position.reason",
        "position.dissent",
        "dissent.agency",
        "dissent.reason",
        "agreement.text",
        "agreement.owner",
        "agreement.owner_role",
        "agreement.kind",
        "agreement.priority",
        "agreement.reason",
        "agreement.revisit",
        "agreement.due",
        "agreement.measure",
        "agreement.status",
        "progress.text",
        "progress.effect",
        "proposal.text",
        "proposal.owner",
        "proposal.owner_role",
        "proposal.kind",
        "proposal.priority",
        "proposal.reason",
        "proposal.revisit",
        "proposal.due",
        "proposal.measure",
        "proposal.status",
    };
    assert_flagged(FIELD_PUBLIC, white, COUNT(white));
}

static void only_the_chairs_own_is_private(void **state) {
    (void)state;
    static const char *const chairs[] = {"agenda item.prompts", "agenda item.notes"};
    assert_flagged(FIELD_PRIVATE, chairs, COUNT(chairs));
}

/* Words, owner, partners and due date of an agreement; of other records, what a read-back reads. */
static void words_are_what_was_agreed_to(void **state) {
    (void)state;
    static const char *const words[] = {
        "agreement.text",      "agreement.owner",     "agreement.partners", "agreement.due", "proposal.text",
        "proposal.owner",      "proposal.partners",   "proposal.due",       "challenge.put", "challenge.given",
        "engagement.audience", "engagement.activity", "engagement.lead",    "engagement.by", "note.text",
    };
    assert_flagged(FIELD_WORDS, words, COUNT(words));
}

static void only_the_outcome_is_derived(void **state) {
    (void)state;
    struct shapes shapes = all_shapes();
    for (size_t s = 0; s < shapes.count; s++)
        for (size_t i = 0; i < shapes.list[s]->count; i++) {
            const struct field *field = &shapes.list[s]->fields[i];
            bool outcome = strncmp(shapes.list[s]->name, "outcome", 7) == 0 || strcmp(field->key, "outcome") == 0;
            bool settled = shapes.list[s] == &SHAPE_CHALLENGE;
            assert_int_equal((field->flags & FIELD_DERIVED) != 0, outcome && !settled);
        }
}

static uint32_t refs_of(const struct shape *shape, const char *key) {
    const struct field *field = shape_field(shape, key);
    assert_non_null(field);
    return field->refs;
}

/* Design format, "Who may stand where". */
static void who_may_stand_where(void **state) {
    (void)state;
    const uint32_t party = REF_AGENCY | REF_BOARD | REF_CHAIR;
    const uint32_t anyone = REF_AGENCY | REF_PERSON;
    assert_int_equal(refs_of(&SHAPE_CHALLENGE, "by"), party | REF_PERSON | REF_ALONE);
    assert_int_equal(refs_of(&SHAPE_CHALLENGE, "to"), party | REF_NATIONAL);
    assert_int_equal(refs_of(&SHAPE_CHALLENGE, "given_by"), party);
    assert_int_equal(refs_of(&SHAPE_AGREEMENT, "owner"), party | REF_NATIONAL);
    assert_int_equal(refs_of(&SHAPE_AGREEMENT, "partners"), party);
    assert_int_equal(refs_of(&SHAPE_ENGAGEMENT, "lead"), party);
    assert_int_equal(refs_of(&SHAPE_PRIORITY, "lead"), party);
    assert_int_equal(refs_of(&SHAPE_LEARNING, "lead"), party);
    assert_int_equal(refs_of(&SHAPE_ITEM, "presenter"), anyone);
    assert_int_equal(refs_of(&SHAPE_EXTEND, "agreed_by"), anyone);
    assert_int_equal(refs_of(&SHAPE_ATTEND, "deputy_for"), anyone);
    assert_int_equal(refs_of(&SHAPE_PROGRESS, "by"), anyone);
    assert_int_equal(refs_of(&SHAPE_EXTEND, "from"), REF_ITEM | REF_END);
    assert_int_equal(refs_of(&SHAPE_AGREEMENT, "links"), REF_PRIORITY | REF_LEARNING | REF_RECOMMENDATION | REF_NONE);
    assert_int_equal(refs_of(&SHAPE_AGREEMENT, "from"), REF_CHALLENGE | REF_NOTE | REF_PROPOSAL);
    assert_int_equal(refs_of(&SHAPE_HEARD, "agency"), REF_AGENCY);
    assert_int_equal(refs_of(&SHAPE_DISSENT, "agency"), REF_AGENCY);
    assert_int_equal(refs_of(&SHAPE_HAND_OVER, "to"), REF_PERSON);
    assert_int_equal(refs_of(&SHAPE_REJECT, "id"), REF_PROPOSAL);
    assert_int_equal(refs_of(&SHAPE_WITHDRAW, "id"), REF_RECORD);
    assert_int_equal(refs_of(&SHAPE_AMEND, "id"), REF_RECORD);
    assert_int_equal(refs_of(&SHAPE_PROGRESS, "id"), REF_RECORD);
    assert_int_equal(refs_of(&SHAPE_READBACK, "records"), REF_RECORD);
    assert_int_equal(refs_of(&SHAPE_ASSESS, "question"), REF_QUESTION);
}

static void only_minutes_that_may_be_taken_back_go_below_zero(void **state) {
    (void)state;
    assert_int_equal(shape_field(&SHAPE_EXTEND, "minutes")->least, -1440);
    assert_int_equal(shape_field(&SHAPE_EXTEND, "minutes")->most, 1440);
    assert_int_equal(shape_field(&SHAPE_ITEM, "minutes")->least, 1);
    assert_int_equal(shape_field(&SHAPE_REPLAN_ITEM, "minutes")->least, 1);
    assert_int_equal(shape_field(&SHAPE_REPAIR, "minutes")->least, 0);
    assert_int_equal(shape_field(&SHAPE_FILE, "candour")->least, 1);
    assert_int_equal(shape_field(&SHAPE_FILE, "candour")->most, 1);
    assert_int_equal(shape_field(&SHAPE_MEETING, "start")->most, 1439);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sections_and_records_hold_what_the_format_says),
        cmocka_unit_test(events_hold_what_the_format_says),
        cmocka_unit_test(all_shapes_are_covered),
        cmocka_unit_test(public_is_a_white_list),
        cmocka_unit_test(only_the_chairs_own_is_private),
        cmocka_unit_test(words_are_what_was_agreed_to),
        cmocka_unit_test(only_the_outcome_is_derived),
        cmocka_unit_test(who_may_stand_where),
        cmocka_unit_test(only_minutes_that_may_be_taken_back_go_below_zero),
    };
    return cmocka_run_group_tests_name("core: the format", tests, NULL, NULL);
}
