/* Several sessions brought into one agenda, and random ones: what comes out always checks clean. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "format_carry.h"
#include "support/random_meeting.h"

static const struct carried *carried_both(const struct meeting *a, const struct meeting *b) {
    const struct carry_from from[] = {{.path = "s/a.yaml", .name = "a.yaml", .meeting = a},
                                      {.path = "s/b.yaml", .name = "b.yaml", .meeting = b}};
    return carry(from, 2, noon(2017, 1, 1), &problems, arena);
}

/* Opened at CLOCK, with a challenge on F1 that stays open, and closed two hours later. */
static struct sitting met(struct agenda *agenda, const char *opened, const char *started, const char *closed) {
    struct sitting s = sitting_new(arena, agenda);
    said(&s, opened, DO_OPEN, &(struct event_open){.program = "candour 1.0.0"});
    start(&s, started, "I5");
    said(&s, closed, DO_CHALLENGE,
         &(struct challenge){.id = "C1", .finding = "F1", .by = "POL", .to = "EDU", .put = "Why?"});
    return s;
}

static struct sitting first_day(struct agenda *agenda) {
    return met(agenda, "13:28", "13:30", "13:40");
}

/* 23 November. */
static struct sitting second_day(struct agenda *agenda) {
    return met(agenda, "37:28", "37:30", "37:40");
}

static struct agenda *other_review(void) {
    struct agenda *agenda = harrowmere_agenda(arena);
    struct review *review = arena_alloc(arena, sizeof *review);
    *review = (struct review){.id = "HMB-03", .title = "Serious Case Review HMB-03, Child V"};
    agenda->review = review;
    agenda->findings.count = 2;
    ((struct finding *)agenda->findings.items)[0].title = "Each believed that the other was visiting";
    ((struct finding *)agenda->findings.items)[1].title = "The toddler's day was not described";
    return agenda;
}

static const struct finding *finding_at(const struct carried *carried, size_t place) {
    assert_true(place < carried->agenda->findings.count);
    return (const struct finding *)carried->agenda->findings.items + place;
}

static bool noted(const char *words) {
    for (size_t i = 0; i < problems.count; i++)
        if (strstr(problems.list[i].what, words))
            return true;
    return false;
}

static void refused(const struct carried *carried, const char *file, const char *words) {
    assert_null(carried);
    assert_int_equal(problems.errors, 1);
    assert_string_equal(problems.list[0].file, file);
    assert_non_null(strstr(problems.list[0].what, words));
    diags_begin(&problems, arena);
}

/* --- what cannot be carried --- */

static void what_is_refused(void **state) {
    (void)state;
    struct agenda *elsewhere = harrowmere_agenda(arena);
    elsewhere->board = &(struct board){.id = "VHSCB", .name = "Valley Board"};
    struct sitting a = first_day(harrowmere_agenda(arena)), b = second_day(elsewhere);
    struct sitting copy = first_day(harrowmere_agenda(arena)), none = sitting_new(arena, harrowmere_agenda(arena));
    refused(carried_both(a.m, b.m), "s/b.yaml", "this is a meeting of VHSCB, and s/a.yaml one of HSCB");
    refused(carried_both(a.m, copy.m), "s/b.yaml", "the same meeting as s/a.yaml");
    refused(carried_both(none.m, a.m), "s/a.yaml", "nothing has happened");
}

/* --- what is one, and what is another --- */

/* HMB-03 met last, so its F1 and F2 keep their ids; those of HMB-02 get the next that nobody uses. */
static void findings_of_two_reviews(void **state) {
    (void)state;
    struct agenda *older = harrowmere_agenda(arena);
    struct learning *learning = older->learning.items;
    learning[5] =
        (struct learning){.id = "L7", .title = "Bed-sharing survey", .findings = ids(arena, "F1", "F3", NULL)};
    struct sitting a = first_day(older), b = second_day(other_review());
    const struct carried *carried = carried_both(a.m, b.m);
    assert_non_null(carried);
    assert_int_equal(carried->agenda->findings.count, 8);
    assert_string_equal(finding_at(carried, 0)->id, "F1");
    assert_string_equal(finding_at(carried, 0)->title, "Each believed that the other was visiting");
    assert_string_equal(finding_at(carried, 2)->id, "F7");
    assert_string_equal(finding_at(carried, 2)->title, "Adult-facing services do not see the child");
    assert_string_equal(finding_at(carried, 3)->id, "F8");
    assert_string_equal(finding_at(carried, 4)->id, "F3");
    assert_true(noted("its F1 is F7 in the agenda"));
    const struct item *item = item_of(carried, "Open challenges");
    assert_string_equal(prompt_of(item, "C1 of 22 Nov 2016"),
                        "C1 of 22 Nov 2016, POL to EDU, on F7: EDU owes an answer, no date to answer by. Put: Why?");
    assert_non_null(strstr(prompt_of(item, "C1 of 23 Nov 2016"), "on F1:"));
    const struct learning *last = (const struct learning *)carried->agenda->learning.items + 6;
    assert_int_equal(carried->agenda->learning.count, 7);
    assert_string_equal(last->findings.items[0], "F7");
    assert_string_equal(last->findings.items[1], "F3");
    must_check_clean(carried);
}

static void two_reviews_are_named(void **state) {
    (void)state;
    struct sitting a = first_day(harrowmere_agenda(arena)), b = second_day(other_review());
    const struct agenda *agenda = carried_both(b.m, a.m)->agenda;
    assert_string_equal(agenda->review->id, "HMB-03");
    assert_string_equal(agenda->review->title,
                        "Serious Case Review HMB-02, Child T; Serious Case Review HMB-03, Child V");
    assert_string_equal(agenda->meeting->title, "Follow-up of the response to HMB-02, HMB-03");
    assert_true(noted("2 reviews are brought into one agenda"));
}

static void two_of_one_day_are_told_apart(void **state) {
    (void)state;
    struct sitting a = first_day(harrowmere_agenda(arena)), b = met(other_review(), "16:28", "16:30", "16:40");
    const struct item *item = item_of(carried_both(a.m, b.m), "Open challenges");
    prompt_of(item, "C1 of 22 Nov 2016 HMB-02,");
    prompt_of(item, "C1 of 22 Nov 2016 HMB-03,");
    struct sitting again = met(harrowmere_agenda(arena), "16:28", "16:30", "16:40");
    item = item_of(carried_both(a.m, again.m), "Open challenges");
    prompt_of(item, "C1 of 22 Nov 2016 a.yaml,");
    prompt_of(item, "C1 of 22 Nov 2016 b.yaml,");
}

static void one_code_is_one_agency(void **state) {
    (void)state;
    struct agenda *later = harrowmere_agenda(arena);
    struct agency *agencies = later->agencies.items;
    agencies[3].name = "Integrated Care Board";
    agencies[4] = (struct agency){.id = "HVS", .name = "community health trust (health visiting)"};
    struct sitting a = first_day(harrowmere_agenda(arena)), b = second_day(later);
    const struct carried *carried = carried_both(a.m, b.m);
    assert_int_equal(carried->agenda->agencies.count, 10);
    assert_string_equal(agency_find(carried->agenda, "CCG")->name, "Integrated Care Board");
    assert_null(agency_find(carried->agenda, "COM"));
    assert_true(noted("its CCG is 'Clinical Commissioning Group', and 'Integrated Care Board' in the later b.yaml"));
    assert_true(noted("its COM is HVS in the agenda: both are called"));
    must_check_clean(carried);
}

static void an_agency_renamed_is_asked_by_its_new_code(void **state) {
    (void)state;
    struct agenda *later = harrowmere_agenda(arena);
    ((struct agency *)later->agencies.items)[1] = (struct agency){.id = "SCH", .name = "Education and Early Help"};
    struct sitting a = first_day(harrowmere_agenda(arena));
    struct sitting b = sitting_new(arena, later);
    agreement(&a, "13:50", "A1", "EDU");
    said(&b, "37:28", DO_OPEN, &(struct event_open){.program = "candour 1.0.0"});
    const struct carried *carried = carried_both(a.m, b.m);
    assert_non_null(strstr(item_of(carried, "Open challenges")->prompts.items[0], "POL to SCH"));
    assert_non_null(strstr(item_of(carried, "Agreements not evidenced")->prompts.items[0], ", SCH, no due date"));
    assert_non_null(strstr(item_of(carried, "Assents still to be asked")->prompts.items[0], "ask SCH:"));
}

/* P2 is another priority now, P6 the one that was called P2. */
static void another_plan(void **state) {
    (void)state;
    struct agenda *older = harrowmere_agenda(arena), *later = harrowmere_agenda(arena);
    struct priority *priorities = later->priorities.items;
    struct finding *findings = older->findings.items;
    priorities[1] = (struct priority){.id = "P2", .title = "Exploitation"};
    findings[5].priorities = ids(arena, "P1", "P2", NULL);
    later->findings.count = 5;
    struct sitting a = first_day(older), b = second_day(later);
    const struct carried *carried = carried_both(a.m, b.m);
    assert_int_equal(carried->agenda->priorities.count, 6);
    const struct finding *last = finding_at(carried, 5);
    assert_string_equal(last->id, "F6");
    assert_string_equal(last->priorities.items[0], "P1");
    assert_string_equal(last->priorities.items[1], "P6");
    assert_string_equal(priority_find(carried->agenda, "P6")->title, "Domestic abuse and its effect on children");
}

/* The code of an agency is a person's in the other session: one of them gets another. */
static void a_code_for_two_kinds_of_thing(void **state) {
    (void)state;
    struct agenda *older = harrowmere_agenda(arena);
    struct person *people = older->people.items;
    people[6] = (struct person){.id = "FRS", .role = "Fire adviser"};
    ((struct item *)older->items.items)[2].presenter = "FRS";
    struct agenda *later = harrowmere_agenda(arena);
    ((struct agency *)later->agencies.items)[9] = (struct agency){.id = "FRS", .name = "Fire and Rescue"};
    struct sitting a = first_day(older), b = second_day(later);
    plain(&a, "14:00", DO_CLOSE);
    const struct carried *carried = carried_both(a.m, b.m);
    assert_string_equal(person_find(carried->agenda, "FRS1")->role, "Fire adviser");
    assert_string_equal(item_of(carried, "The reviewer's six findings")->presenter, "FRS1");
    must_check_clean(carried);
}

/* Both drafted D1 and D2; all four are undecided. */
static void drafts_get_numbers_of_their_own(void **state) {
    (void)state;
    struct agenda *older = harrowmere_agenda(arena);
    struct agreement *own = older->proposals.items;
    own[0] = (struct agreement){.id = "D1", .text = "Ask the father in", .kind = "design"};
    own[1] = (struct agreement){.id = "D2", .text = "Count the visits"};
    struct sitting a = first_day(older), b = second_day(harrowmere_agenda(arena));
    const struct carried *carried = carried_both(a.m, b.m);
    const struct agreement *drafts = carried->agenda->proposals.items;
    assert_int_equal(carried->drafts, 4);
    assert_string_equal(drafts[0].id, "D1");
    assert_string_equal(drafts[1].id, "D2");
    assert_string_equal(drafts[2].id, "D3");
    assert_string_equal(drafts[2].kind, "design");
    assert_string_equal(drafts[3].id, "D4");
    must_check_clean(carried);
}

/* One has kinds of its own, the other's draft speaks of a built-in one. */
static void kinds_of_both(void **state) {
    (void)state;
    static struct change_kind own = {.id = "walk", .title = "Walk the floor", .strength = STRENGTH_STRONG};
    struct agenda *older = harrowmere_agenda(arena), *later = harrowmere_agenda(arena);
    *(struct agreement *)older->proposals.items =
        (struct agreement){.id = "D1", .text = "Ask the father in", .kind = "design"};
    later->kinds = (struct list){.items = &own, .count = 1};
    struct sitting a = first_day(older), b = second_day(later);
    const struct carried *carried = carried_both(a.m, b.m);
    assert_int_equal(carried->agenda->kinds.count, 18);
    assert_non_null(kind_find(carried->agenda, "walk"));
    must_check_clean(carried);
}

/* A position taken at either meeting is a position. */
static void a_position_holds(void **state) {
    (void)state;
    struct sitting a = first_day(harrowmere_agenda(arena)), b = second_day(harrowmere_agenda(arena));
    said(&a, "13:50", DO_POSITION, &(struct event_position){.finding = "F1", .position = POSITION_ACCEPTED});
    said(&a, "13:51", DO_POSITION,
         &(struct event_position){.finding = "F2", .position = POSITION_NEEDS_MORE_WORK, .reason = "Unclear"});
    said(&b, "37:50", DO_POSITION, &(struct event_position){.finding = "F2", .position = POSITION_ACCEPTED});
    assert_string_equal(first_words(item_of(carried_both(a.m, b.m), "Findings without a position")), "F3: F4: F5: F6:");
}

/* --- an agenda that was itself carried --- */

static struct agenda *agenda_loaded(const struct carried *carried) {
    const char *text = written(carried);
    return must_load(arena, text, strlen(text)).agenda;
}

/* The follow-up is opened and closed at once: everything on it comes again, joined with what is made anew. */
static void carried_twice(void **state) {
    (void)state;
    struct sitting a = first_day(harrowmere_agenda(arena));
    agreement(&a, "13:50", "A1", "EDU");
    plain(&a, "14:00", DO_CLOSE);
    const struct carried *once = carried_of(a.m, noon(2017, 1, 1));
    struct sitting b = sitting_new(arena, agenda_loaded(once));
    said(&b, "37:28", DO_OPEN, &(struct event_open){.program = "candour 1.0.0"});
    plain(&b, "37:30", DO_CLOSE);
    const struct carried *twice = carried_both(a.m, b.m);
    const struct item *items = twice->agenda->items.items;
    for (size_t i = 0; i < twice->agenda->items.count; i++)
        for (size_t j = 0; j < i; j++)
            assert_string_not_equal(items[i].title, items[j].title);
    const struct item *item = item_of(twice, "Open challenges");
    assert_int_equal(item->prompts.count, 2); /* C1, and where the item comes from */
    prompt_of(item, "C1 of 22 Nov 2016");
    prompt_of(item, "From I3 of 23 Nov 2016: not reached");
    assert_int_equal(twice->agenda->findings.count, once->agenda->findings.count);
    must_check_clean(twice);
}

/* What was parked, drafted or not reached is dealt with at the follow-up: it does not come back. */
static void what_was_taken_up_later_is_done(void **state) {
    (void)state;
    struct sitting a = first_day(harrowmere_agenda(arena));
    said(&a, "13:50", DO_NOTE, &(struct note){.id = "N1", .kind = NOTE_PARKED, .text = "Who pays"});
    said(&a, "13:51", DO_NOTE, &(struct note){.id = "N2", .kind = NOTE_PARKED, .text = "Who asks"});
    plain(&a, "14:00", DO_CLOSE);
    const struct carried *once = carried_of(a.m, noon(2017, 1, 1));
    assert_non_null(item_called(once, "Findings F4 to F6"));
    struct sitting b = sitting_new(arena, agenda_loaded(once));
    said(&b, "37:28", DO_OPEN, &(struct event_open){.program = "candour 1.0.0"});
    start(&b, "37:30", item_of(once, "Findings F4 to F6")->id);
    start(&b, "37:40", item_of(once, "Parked matters")->id);
    said(&b, "37:41", DO_REJECT, &(struct event_withdraw){.id = "D1", .reason = "Too wide"});
    plain(&b, "37:59", DO_CLOSE);
    const struct carried *twice = carried_both(a.m, b.m);
    assert_null(item_called(twice, "Findings F4 to F6"));
    assert_null(item_called(twice, "Parked matters"));
    assert_int_equal(twice->drafts, 1);
    assert_string_equal(((const struct agreement *)twice->agenda->proposals.items)->id, "D2");
    assert_string_equal(item_of(twice, "Priorities and actions")->prompts.items[0],
                        "From I11 of 23 Nov 2016: not reached");
}

/* Positions were taken before a follow-up; of its own it owes those that carry put on its agenda. */
static void a_follow_up_owes_few_positions(void **state) {
    (void)state;
    struct agenda *agenda = harrowmere_agenda(arena);
    struct item *items = agenda->items.items;
    agenda->meeting->type = MEETING_FOLLOW_UP;
    items[4].findings = ids(arena, "F1", "F2", NULL);
    struct sitting s = first_day(agenda);
    assert_null(item_called(carried_of(s.m, noon(2017, 1, 1)), "Findings without a position"));
    items[6] = items[4];
    items[6].id = "I7";
    items[6].title = "Findings without a position";
    items[6].findings = ids(arena, "F3", NULL);
    items[7].findings = ids(arena, "F4", NULL);
    items[7].prompts = ids(arena, "From I6 of 1 Nov 2016: not reached", NULL);
    struct sitting again = first_day(agenda);
    start(&again, "13:50", "I7");
    start(&again, "13:55", "I8");
    plain(&again, "14:00", DO_CLOSE);
    const struct carried *carried = carried_of(again.m, noon(2017, 1, 1));
    assert_string_equal(first_words(item_of(carried, "Findings without a position")), "F3: F4:");
}

/* --- any meeting at all --- */

static void must_run(const struct carried *carried) {
    struct sitting s = sitting_new(arena, agenda_loaded(carried));
    const struct item *first = s.agenda->items.items;
    assert_int_equal(said(&s, "37:28", DO_OPEN, &(struct event_open){.program = "candour 1.0.0"}).code, REFUSED_NOT);
    assert_int_equal(start(&s, "37:30", first->id).code, REFUSED_NOT);
}

static void a_random_meeting_is_carried(void **state) {
    for (uint64_t seed = 1; seed <= 120; seed++) {
        struct chance chance = chance_of(seed);
        const struct meeting *meeting = random_meeting(&chance, arena, 20 + seed);
        const struct carried *carried = carried_of(meeting, noon(2016, 12, 24));
        assert_non_null(carried);
        must_check_clean(carried);
        must_run(carried);
        teardown(state);
        setup(state);
    }
}

static void two_random_meetings_are_carried(void **state) {
    size_t made = 0;
    for (uint64_t seed = 1; seed <= 120; seed++) {
        struct chance chance = chance_of(1000 + seed);
        const struct meeting *a = random_meeting(&chance, arena, 60), *b = random_meeting(&chance, arena, 60);
        const struct carried *carried = carried_both(a, b);
        if (carried) {
            must_check_clean(carried);
            must_run(carried);
            made++;
        } else {
            assert_non_null(strstr(problems.list[0].what, "the same meeting"));
        }
        teardown(state);
        setup(state);
    }
    assert_true(made > 100);
}

/* Nothing that was open is forgotten: every such id stands at the head of a prompt. */
static void nothing_open_is_forgotten(void **state) {
    for (uint64_t seed = 1; seed <= 60; seed++) {
        struct chance chance = chance_of(2000 + seed);
        const struct meeting *meeting = random_meeting(&chance, arena, 200);
        const struct carried *carried = carried_of(meeting, noon(2016, 12, 24));
        const char *label = carried->head.items[0]; /* "22 Nov 2016, open: x.yaml" */
        for (size_t i = 0; i < meeting->record_count; i++) {
            const struct record_state *record = &meeting->records[i];
            bool is_open = false;
            if (record->kind == RECORD_CHALLENGE)
                is_open = ((const struct challenge *)record->now)->outcome <= CHALLENGE_OPEN;
            else if (record->kind == RECORD_AGREEMENT)
                is_open = ((const struct agreement *)record->now)->status <= AGREEMENT_DONE;
            else if (record->kind == RECORD_NOTE)
                is_open = ((const struct note *)record->now)->kind == NOTE_PARKED;
            const char *head = arena_format(arena, "%s of %.*s", record->id, (int)strcspn(label, ","), label);
            const struct item *items = carried->agenda->items.items;
            bool found = false;
            for (size_t at = 0; at < carried->agenda->items.count; at++)
                for (size_t p = 0; p < items[at].prompts.count; p++)
                    found = found || strncmp(items[at].prompts.items[p], head, strlen(head)) == 0;
            if (is_open && !record->withdrawn)
                assert_true(found);
        }
        teardown(state);
        setup(state);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(what_is_refused),
        TEST(findings_of_two_reviews),
        TEST(two_reviews_are_named),
        TEST(two_of_one_day_are_told_apart),
        TEST(one_code_is_one_agency),
        TEST(an_agency_renamed_is_asked_by_its_new_code),
        TEST(another_plan),
        TEST(a_code_for_two_kinds_of_thing),
        TEST(drafts_get_numbers_of_their_own),
        TEST(kinds_of_both),
        TEST(a_position_holds),
        TEST(carried_twice),
        TEST(what_was_taken_up_later_is_done),
        TEST(a_follow_up_owes_few_positions),
        TEST(a_random_meeting_is_carried),
        TEST(two_random_meetings_are_carried),
        TEST(nothing_open_is_forgotten),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
