/* Fields of records, the words of choices, and the names an agenda gives to its codes. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "candour/base/arena.h"
#include "candour/core/agenda.h"
#include "candour/core/event.h"
#include "candour/core/id.h"
#include "candour/core/record.h"

#define COUNT(list) (sizeof(list) / sizeof *(list))

/* --- fields --- */

static const char *some_texts[] = {"one", "two"};
static const char *same_texts[] = {"one", "two"};
static const char *other_order[] = {"two", "one"};
static const char same_word[] = "same";
static day some_days[] = {700000, 700001};
static day same_days[] = {700000, 700001};

struct values {
    struct agreement agreement;
    struct challenge challenge;
    struct item item;
    struct event_gap gap;
    struct review review;
    struct event_position position;
    struct event_amend amend;
};

static struct publication publication_a = {.planned = 700000};
static struct publication publication_b = {.planned = 700000};
static struct dissent dissent_a[] = {{.agency = "EDU", .reason = "Weekly"}};
static struct dissent dissent_b[] = {{.agency = "EDU", .reason = "Weekly"}};
static struct challenge set_a = {.given = "Yes"};
static struct challenge set_b = {.given = "Yes"};

static void fill(struct values *v, bool second) {
    v->agreement.text = second ? same_word : "same";
    v->agreement.partners = (struct texts){second ? same_texts : some_texts, 2};
    v->agreement.due = 700000;
    v->agreement.review_on = (struct days){second ? same_days : some_days, 2};
    v->agreement.priority = PRIORITY_NEXT;
    v->item.minutes = (struct number){true, 0};
    v->item.is_protected = NO;
    v->gap.from = (struct stamp){1000, 60};
    v->review.publication = second ? &publication_b : &publication_a;
    v->position.dissent = (struct list){second ? dissent_b : dissent_a, 1};
    v->amend.set = (struct amendment){&SHAPE_CHALLENGE, second ? &set_b : &set_a, UINT64_C(1) << 9};
}

struct case_of {
    const struct shape *shape;
    const char *key;
    size_t at; /* of the struct in struct values */
};

static const struct case_of cases[] = {
    {&SHAPE_AGREEMENT, "text", offsetof(struct values, agreement)},
    {&SHAPE_AGREEMENT, "partners", offsetof(struct values, agreement)},
    {&SHAPE_AGREEMENT, "due", offsetof(struct values, agreement)},
    {&SHAPE_AGREEMENT, "review_on", offsetof(struct values, agreement)},
    {&SHAPE_AGREEMENT, "priority", offsetof(struct values, agreement)},
    {&SHAPE_ITEM, "minutes", offsetof(struct values, item)},
    {&SHAPE_ITEM, "protected", offsetof(struct values, item)},
    {&SHAPE_GAP, "from", offsetof(struct values, gap)},
    {&SHAPE_REVIEW, "publication", offsetof(struct values, review)},
    {&SHAPE_POSITION, "dissent", offsetof(struct values, position)},
    {&SHAPE_AMEND, "set", offsetof(struct values, amend)},
};

static void fields_are_given_copied_and_cleared(void **state) {
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        const struct field *field = shape_field(cases[i].shape, cases[i].key);
        struct values a = {0}, b = {0}, empty = {0};
        void *at_a = (char *)&a + cases[i].at;
        void *at_b = (char *)&b + cases[i].at;
        const void *at_empty = (char *)&empty + cases[i].at;
        fill(&a, false);
        assert_false(field_given(field, at_empty));
        assert_true(field_given(field, at_a));
        assert_true(field_equal(field, at_empty, at_b));
        assert_false(field_equal(field, at_a, at_b));
        assert_false(field_equal(field, at_b, at_a));
        fill(&b, true);
        assert_true(field_equal(field, at_a, at_b));
        field_clear(field, at_b);
        assert_false(field_given(field, at_b));
        field_copy(field, at_b, at_a);
        assert_true(field_equal(field, at_a, at_b));
    }
}

static void only_the_field_itself_is_touched(void **state) {
    (void)state;
    struct challenge from = {.id = "C1", .put = "Why?", .given = "So.", .outcome = CHALLENGE_AGREED};
    struct challenge to = {.id = "C2", .put = "Who?"};
    field_copy(shape_field(&SHAPE_CHALLENGE, "given"), &to, &from);
    assert_string_equal(to.id, "C2");
    assert_string_equal(to.put, "Who?");
    assert_string_equal(to.given, "So.");
    assert_int_equal(to.outcome, 0);
    field_clear(shape_field(&SHAPE_CHALLENGE, "put"), &to);
    assert_null(to.put);
    assert_string_equal(to.given, "So.");
}

static void differences_inside_lists_are_seen(void **state) {
    (void)state;
    struct agreement a = {.partners = {some_texts, 2}}, b = {.partners = {other_order, 2}};
    const struct field *partners = shape_field(&SHAPE_AGREEMENT, "partners");
    assert_false(field_equal(partners, &a, &b));
    b.partners = (struct texts){some_texts, 1};
    assert_false(field_equal(partners, &a, &b));
    struct dissent weekly = {.agency = "EDU", .reason = "Weekly"}, daily = {.agency = "EDU", .reason = "Daily"};
    struct event_position p = {.dissent = {&weekly, 1}}, q = {.dissent = {&daily, 1}};
    assert_false(field_equal(shape_field(&SHAPE_POSITION, "dissent"), &p, &q));
    struct event_gap g = {.from = {1000, 0}}, h = {.from = {1000, 60}};
    assert_false(field_equal(shape_field(&SHAPE_GAP, "from"), &g, &h));
}

/* --- choices --- */

static void words_of_choices_stand_at_their_enum(void **state) {
    (void)state;
    static const struct {
        const struct choices *choices;
        const char *word;
        int value;
    } words[] = {
        {&CHOICES_YES_NO, "yes", YES},
        {&CHOICES_YES_NO, "no", NO},
        {&CHOICES_PRESET, "sab", PRESET_SAB},
        {&CHOICES_MEETING_TYPE, "follow-up", MEETING_FOLLOW_UP},
        {&CHOICES_AGENCY_TYPE, "relevant", AGENCY_RELEVANT},
        {&CHOICES_AGENCY_TYPE, "chair", AGENCY_CHAIR},
        {&CHOICES_RAG, "green", RAG_GREEN},
        {&CHOICES_PURPOSE, "decision", PURPOSE_DECISION},
        {&CHOICES_PURPOSE, "break", PURPOSE_BREAK},
        {&CHOICES_STRENGTH, "influence", STRENGTH_INFLUENCE},
        {&CHOICES_STRENGTH, "weak", STRENGTH_WEAK},
        {&CHOICES_MEASURE, "priority", MEASURE_PRIORITY},
        {&CHOICES_VISIBILITY, "public", VISIBILITY_PUBLIC},
        {&CHOICES_VISIBILITY, "restricted", VISIBILITY_RESTRICTED},
        {&CHOICES_CHALLENGE_KIND, "dissent", CHALLENGE_DISSENT},
        {&CHOICES_OFFERED, "promised", EVIDENCE_PROMISED},
        {&CHOICES_OUTCOME, "open", CHALLENGE_OPEN},
        {&CHOICES_OUTCOME, "not-accepted", CHALLENGE_NOT_ACCEPTED},
        {&CHOICES_OUTCOME, "withdrawn", CHALLENGE_WITHDRAWN},
        {&CHOICES_AGREEMENT_PRIORITY, "deferred", PRIORITY_DEFERRED},
        {&CHOICES_AGREEMENT_PRIORITY, "national", PRIORITY_NATIONAL},
        {&CHOICES_AGREEMENT_STATUS, "agreed", AGREEMENT_AGREED},
        {&CHOICES_AGREEMENT_STATUS, "impact-tested", AGREEMENT_IMPACT_TESTED},
        {&CHOICES_AGREEMENT_STATUS, "superseded", AGREEMENT_SUPERSEDED},
        {&CHOICES_NOTE_KIND, "parked", NOTE_PARKED},
        {&CHOICES_ATTENDANCE, "left", ATTEND_LEFT},
        {&CHOICES_POSITION, "accepted-in-part", POSITION_ACCEPTED_IN_PART},
        {&CHOICES_POSITION, "needs-more-work", POSITION_NEEDS_MORE_WORK},
        {&CHOICES_ASSENT, "declined", ASSENT_DECLINED},
        {&CHOICES_ANSWER, "not-met", ANSWER_NOT_MET},
        {&CHOICES_HAND_OVER, "minutes", HAND_OVER_MINUTES},
    };
    for (size_t i = 0; i < COUNT(words); i++) {
        assert_int_equal(choice_read(words[i].choices, words[i].word), words[i].value);
        assert_string_equal(choice_word(words[i].choices, words[i].value), words[i].word);
    }
    assert_string_equal(choice_word(&CHOICES_RAG, 0), "");
    assert_int_equal(choice_read(&CHOICES_RAG, "Red"), 0);
    assert_int_equal(choice_read(&CHOICES_RAG, ""), 0);
}

static void lists_know_what_they_have(void **state) {
    (void)state;
    struct texts texts = {some_texts, 2}, none = {0};
    assert_true(texts_have(&texts, "two"));
    assert_false(texts_have(&texts, "Two"));
    assert_false(texts_have(&none, "two"));
}

/* --- events and records --- */

static void a_new_event_has_nothing_in_it(void **state) {
    (void)state;
    struct arena *arena = arena_new();
    for (int i = 0; i < DO_COUNT; i++) {
        struct event event = event_new(arena, (enum event_do)i, (struct stamp){5, 60});
        assert_int_equal(event.what, i);
        assert_int_equal(event.at.at, 5);
        for (size_t f = 0; f < event_kinds[i].shape->count; f++)
            assert_false(field_given(&event_kinds[i].shape->fields[f], event.body));
    }
    arena_free(arena);
}

static void records_have_a_letter_a_word_and_an_id(void **state) {
    (void)state;
    struct challenge c = {.id = "C1"};
    struct agreement a = {.id = "A2"};
    struct engagement e = {.id = "E3"};
    struct note n = {.id = "N4"};
    assert_string_equal(record_id(&c), "C1");
    assert_string_equal(record_id(&a), "A2");
    assert_string_equal(record_id(&e), "E3");
    assert_string_equal(record_id(&n), "N4");
    assert_int_equal(record_letter(RECORD_CHALLENGE), 'C');
    assert_int_equal(record_letter(RECORD_AGREEMENT), 'A');
    assert_int_equal(record_letter(RECORD_ENGAGEMENT), 'E');
    assert_int_equal(record_letter(RECORD_NOTE), 'N');
    assert_string_equal(record_word(RECORD_ENGAGEMENT), "engagement");
    assert_ptr_equal(record_shape(RECORD_NOTE), &SHAPE_NOTE);
    assert_ptr_equal(event_kinds[DO_AGREEMENT].shape, record_shape(RECORD_AGREEMENT));
}

/* --- ids and names --- */

static void ids_of_records_and_targets_are_kept_free(void **state) {
    (void)state;
    static const char *const records[] = {"C1", "A12", "E007", "N9", "D3"};
    static const char *const free_ids[] = {"CSC", "C", "F1", "AB1", "A1b", "1", "", "c1", "ACU2"};
    static const char *const reserved[] = {"BOARD", "CHAIR", "NATIONAL", "none", "end"};
    for (size_t i = 0; i < COUNT(records); i++)
        assert_true(id_like_record(records[i]));
    for (size_t i = 0; i < COUNT(free_ids); i++) {
        assert_false(id_like_record(free_ids[i]));
        assert_false(id_reserved(free_ids[i]));
    }
    for (size_t i = 0; i < COUNT(reserved); i++)
        assert_true(id_reserved(reserved[i]));
    assert_false(id_reserved("Chair"));
}

static struct agency agencies[] = {{.id = "POL", .name = "Harrowmere Police"}, {.id = "LAY", .name = "Lay members"}};
static struct person people[] = {{.id = "CHR", .role = "Independent Chair", .name = "J. Marlow"},
                                 {.id = "GST", .name = "A. Visitor"}};
static struct finding findings[] = {{.id = "F1", .title = "One"}, {.id = "F2", .title = "Two"}};
static struct agenda agenda = {.agencies = {agencies, 2}, .people = {people, 2}, .findings = {findings, 2}};

static void codes_are_found_or_not(void **state) {
    (void)state;
    assert_ptr_equal(agency_find(&agenda, "LAY"), &agencies[1]);
    assert_ptr_equal(person_find(&agenda, "GST"), &people[1]);
    assert_ptr_equal(finding_find(&agenda, "F2"), &findings[1]);
    assert_null(agency_find(&agenda, "CHR"));
    assert_null(agency_find(&agenda, NULL));
    assert_null(priority_find(&agenda, "P1"));
    assert_null(learning_find(&agenda, "L1"));
}

static void parties_are_said_by_name_or_role(void **state) {
    (void)state;
    struct terms lscp = {.preset = PRESET_LSCP};
    struct agenda later = {.terms = &lscp};
    assert_string_equal(party_name(&agenda, "POL"), "Harrowmere Police");
    assert_string_equal(party_name(&agenda, "CHR"), "Independent Chair");
    assert_string_equal(party_name(&agenda, "GST"), "A. Visitor");
    assert_string_equal(party_name(&agenda, "BOARD"), "the Board");
    assert_string_equal(party_name(&later, "BOARD"), "the Partnership");
    assert_string_equal(party_name(&agenda, "CHAIR"), "the chair");
    assert_string_equal(party_name(&agenda, "NATIONAL"), "national body");
    assert_string_equal(party_name(&agenda, "XYZ"), "XYZ");
}

static void words_follow_the_preset_and_the_file(void **state) {
    (void)state;
    struct terms terms = {.preset = PRESET_SAB, .chair = "Convenor"};
    struct agenda adults = {.terms = &terms};
    assert_string_equal(term(&agenda, "board"), "Local Safeguarding Children Board");
    assert_string_equal(term(&agenda, "review"), "Serious Case Review");
    assert_string_equal(term(&agenda, "agency"), "agency");
    assert_string_equal(term(&adults, "review"), "Safeguarding Adults Review");
    assert_string_equal(term(&adults, "plan"), "strategic plan");
    assert_string_equal(term(&adults, "chair"), "Convenor");
    terms.preset = PRESET_LSCP;
    assert_string_equal(term(&adults, "subgroup"), "case review group");
    assert_string_equal(term(&adults, "framework"), "learning and improvement framework");
    terms.preset = 0;
    assert_string_equal(term(&adults, "response"), "Board response");
}

/* Design format, "Built-in kinds of change by strength". */
static void kinds_of_change_are_built_in(void **state) {
    (void)state;
    static const char *const by_strength[][6] = {
        [STRENGTH_STRONG] = {"remove", "design", "standardise", "lead", "commission", NULL},
        [STRENGTH_INTERMEDIATE] = {"structure", "capacity", "data", "aid", "supervise", "involve"},
        [STRENGTH_ASSURANCE] = {"audit"},
        [STRENGTH_INFLUENCE] = {"challenge"},
        [STRENGTH_WEAK] = {"procedure", "train", "communicate", "study"},
    };
    size_t count = 0, expected = 0;
    kinds_of(&agenda, &count);
    for (size_t s = 1; s < COUNT(by_strength); s++)
        for (size_t i = 0; i < 6 && by_strength[s][i]; i++, expected++) {
            const struct change_kind *kind = kind_find(&agenda, by_strength[s][i]);
            assert_non_null(kind);
            assert_int_equal(kind->strength, s);
            assert_true(strlen(kind->title) > 0);
        }
    assert_int_equal(count, expected);
    struct change_kind own[] = {{.id = "fund", .title = "Fund it", .strength = STRENGTH_STRONG}};
    struct agenda mine = {.kinds = {own, 1}};
    assert_ptr_equal(kinds_of(&mine, &count), own);
    assert_int_equal(count, 1);
    assert_null(kind_find(&mine, "design"));
}

static void the_quality_marker_is_built_in(void **state) {
    (void)state;
    static const int measures[] = {MEASURE_MECHANISM, MEASURE_CHALLENGE, MEASURE_TIME, MEASURE_LINKS, MEASURE_PRIORITY};
    const struct marker *marker = marker_of(&agenda);
    const struct marker_question *questions = marker->questions.items;
    assert_int_equal(marker->questions.count, 5);
    assert_non_null(strstr(marker->title, "Quality Marker 15"));
    for (size_t i = 0; i < 5; i++) {
        const char id[] = {'Q', (char)('1' + i), '\0'};
        assert_string_equal(questions[i].id, id);
        assert_int_equal(questions[i].evidence, measures[i]);
        assert_true(strlen(questions[i].text) > 20);
    }
    struct marker own = {.id = "QM9"};
    struct agenda mine = {.marker = &own};
    assert_ptr_equal(marker_of(&mine), &own);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(fields_are_given_copied_and_cleared),
        cmocka_unit_test(only_the_field_itself_is_touched),
        cmocka_unit_test(differences_inside_lists_are_seen),
        cmocka_unit_test(words_of_choices_stand_at_their_enum),
        cmocka_unit_test(lists_know_what_they_have),
        cmocka_unit_test(a_new_event_has_nothing_in_it),
        cmocka_unit_test(records_have_a_letter_a_word_and_an_id),
        cmocka_unit_test(ids_of_records_and_targets_are_kept_free),
        cmocka_unit_test(codes_are_found_or_not),
        cmocka_unit_test(parties_are_said_by_name_or_role),
        cmocka_unit_test(words_follow_the_preset_and_the_file),
        cmocka_unit_test(kinds_of_change_are_built_in),
        cmocka_unit_test(the_quality_marker_is_built_in),
    };
    return cmocka_run_group_tests_name("core: fields, choices and names", tests, NULL, NULL);
}
