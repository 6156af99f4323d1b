/* Actions: what is outstanding over sessions, its order, the filters, and what is left out. */
#include "candour/core/actions.h"
#include "core_sitting.h"

static struct actions begun(struct arena *arena, struct actions_filter filter) {
    struct actions actions;
    actions_begin(&actions, &filter, arena);
    return actions;
}

static struct stamp noon(int year, int month, int dayofmonth) {
    return (struct stamp){.at = instant_of(day_of(year, month, dayofmonth), 12 * 60, 0)};
}

/* A session summed up in an arena of its own, which is gone when its rows are looked at. */
static void take(struct actions *actions, const struct sitting *s, struct stamp now, const char *path) {
    struct arena *scratch = arena_new();
    actions_take(actions, summary_later(s->m, now, scratch), path);
    arena_free(scratch);
}

/* "A1 A3 C2!": a late one has the mark. */
static const char *rows(const struct actions *actions) {
    const char *all = "";
    for (size_t i = 0; i < actions->count; i++)
        all = arena_format(actions->arena, "%s%s%s%s", all, i == 0 ? "" : " ", actions->list[i]->id,
                           actions->list[i]->late ? "!" : "");
    return all;
}

static const char *all_of(struct arena *arena, const struct sitting *s, struct stamp now,
                          struct actions_filter filter) {
    struct actions actions = begun(arena, filter);
    take(&actions, s, now, "a.yaml");
    actions_end(&actions);
    return rows(&actions);
}

#define ROWS(filter, expected)                                                                                         \
    assert_string_equal(all_of(*state, &s, noon(2017, 3, 1), (struct actions_filter)filter), expected)
#define FILTER(...)                                                                                                    \
    { __VA_ARGS__ }

static void agreed(struct sitting *s, const char *clock, const char *id, struct agreement fields) {
    fields.id = id;
    fields.text = fields.text ? fields.text : "Do it";
    TAKEN(said(s, clock, DO_AGREEMENT, &fields));
}

/* A1 late since 1 February; A2 due in June, with POL; A3 without a day; A4 deferred to 14 February, due in September;
 * A5 evidenced; A6 stopped; A7 done, late had it not been; A8 late since 28 February. C1 answered with evidence
 * promised for 20 December; C2 open, owed by 1 April; C3 settled. E1 by 28 February. */
static struct sitting full(struct arena *arena) {
    struct sitting s = sitting_open(arena);
    TAKEN(start(&s, "13:30", "I5"));
    agreed(&s, "13:31", "A1", (struct agreement){.owner = "CSC", .due = day_of(2017, 2, 1)});
    agreed(&s, "13:32", "A2",
           (struct agreement){.owner = "EDU", .partners = ids(arena, "POL", NULL), .due = day_of(2017, 6, 1)});
    agreed(&s, "13:33", "A3", (struct agreement){.priority = PRIORITY_NOW});
    agreed(&s, "13:34", "A4",
           (struct agreement){.owner = "POL",
                              .priority = PRIORITY_DEFERRED,
                              .reason = "Waits",
                              .revisit = day_of(2017, 2, 14),
                              .due = day_of(2017, 9, 30)});
    agreed(&s, "13:35", "A5", (struct agreement){.owner = "CSC", .status = AGREEMENT_EVIDENCED});
    agreed(&s, "13:36", "A6", (struct agreement){.owner = "CSC", .status = AGREEMENT_STOPPED});
    agreed(&s, "13:37", "A7", (struct agreement){.owner = "CSC", .status = AGREEMENT_DONE, .due = day_of(2017, 1, 31)});
    agreed(&s, "13:38", "A8", (struct agreement){.owner = "EDU", .due = day_of(2017, 2, 28)});
    TAKEN(challenge(&s, "13:40", "C1", "COM", "CSC"));
    TAKEN(amend(&s, "13:41", "C1", "given given_by evidence evidence_due outcome",
                &(struct challenge){.given = "Habits were not",
                                    .given_by = "EDU",
                                    .evidence = EVIDENCE_PROMISED,
                                    .evidence_due = day_of(2016, 12, 20),
                                    .outcome = CHALLENGE_AGREED}));
    TAKEN(challenge(&s, "13:42", "C2", "LAY", "POL"));
    TAKEN(amend(&s, "13:43", "C2", "respond_by", &(struct challenge){.respond_by = day_of(2017, 4, 1)}));
    TAKEN(challenge(&s, "13:44", "C3", "LAY", "CHAIR"));
    TAKEN(amend(&s, "13:45", "C3", "outcome", &(struct challenge){.outcome = CHALLENGE_EXPLAINED}));
    TAKEN(said(
        &s, "13:46", DO_ENGAGEMENT,
        &(struct engagement){
            .id = "E1", .audience = "Midwives", .activity = "Briefing", .lead = "POL", .by = day_of(2017, 2, 28)}));
    return s;
}

/* Late by the longest first, then by day (A4 is looked at again on 14 February, E1 is never late), then without. */
static void what_is_late_comes_first(void **state) {
    struct sitting s = full(*state);
    ROWS(FILTER(0), "C1! A1! A8! A7 A4 E1 C2 A2 A3");
    ROWS(FILTER(.settled = true), "C1! A1! A8! A7 A4 E1 C2 A2 A3 A5 A6");
}

static void filters(void **state) {
    struct sitting s = full(*state);
    ROWS(FILTER(.overdue = true), "C1! A1! A8!");
    ROWS(FILTER(.kinds = 1U << ACTION_AGREEMENT), "A1! A8! A7 A4 A2 A3");
    ROWS(FILTER(.kinds = 1U << ACTION_EVIDENCE | 1U << ACTION_ANSWER), "C1! C2");
    ROWS(FILTER(.status = AGREEMENT_DONE), "A7");
    ROWS(FILTER(.status = AGREEMENT_EVIDENCED), "A5");
    ROWS(FILTER(.status = AGREEMENT_AGREED), "A1! A8! A4 A2 A3");
    ROWS(FILTER(.due_before = day_of(2017, 2, 14)), "C1! A1! A7");
    ROWS(FILTER(.due_before = day_of(2017, 2, 15)), "C1! A1! A7 A4");
    ROWS(FILTER(.due_before = day_of(2017, 2, 15), .overdue = true, .agency = "CSC"), "A1!");
}

/* Owner, partner, who promised (EDU answered for CSC), who was asked, who leads. */
static void an_agency_has_what_it_owes_and_what_it_shares(void **state) {
    struct sitting s = full(*state);
    ROWS(FILTER(.agency = "POL"), "A4 E1 C2 A2");
    ROWS(FILTER(.agency = "pol"), "A4 E1 C2 A2");
    ROWS(FILTER(.agency = "EDU"), "C1! A8! A2");
    ROWS(FILTER(.agency = "CSC"), "A1! A7");
    ROWS(FILTER(.agency = "CHAIR"), "");
    ROWS(FILTER(.agency = "COM"), "");
}

static void a_row_says_all_there_is(void **state) {
    struct arena *arena = *state;
    struct sitting s = sitting_open(arena);
    TAKEN(start(&s, "13:30", "I5"));
    agreed(&s, "13:31", "A1",
           (struct agreement){.text = "Join up",
                              .findings = ids(arena, "F1", "F3", NULL),
                              .owner = "CSC",
                              .owner_role = "Head",
                              .partners = ids(arena, "POL", "EDU", NULL),
                              .kind = "design",
                              .priority = PRIORITY_NEXT,
                              .due = day_of(2017, 2, 1),
                              .monitor = "Group"});
    TAKEN(said(&s, "13:32", DO_ASSENT,
               &(struct event_assent){.id = "A1", .agency = "POL", .state = ASSENT_ABSENT, .by = day_of(2016, 12, 6)}));
    TAKEN(said(
        &s, "13:33", DO_ASSENT,
        &(struct event_assent){.id = "A1", .agency = "EDU", .state = ASSENT_RESERVATION, .words = "If it is funded"}));
    TAKEN(amend(&s, "13:34", "A1", "measure", &(struct agreement){.measure = "Share"}));
    TAKEN(said(&s, "13:35", DO_PROGRESS,
               &(struct event_progress){.id = "A1", .by = "CSC", .text = "Begun", .effect = "None yet"}));
    struct actions actions = begun(arena, (struct actions_filter){0});
    take(&actions, &s, noon(2017, 3, 1), "dir/a.yaml");
    actions_end(&actions);
    assert_int_equal(actions.count, 1);
    const struct action *row = actions.list[0];
    assert_string_equal(row->session->path, "dir/a.yaml");
    assert_string_equal(row->session->review, "HMB-02");
    assert_int_equal(row->session->met, day_of(2016, 11, 22));
    assert_string_equal(row->text, "Join up");
    assert_int_equal(row->findings.count, 2);
    assert_string_equal(row->findings.items[1], "F3");
    assert_int_equal(row->answers, 2);
    assert_string_equal(row->owes.id, "CSC");
    assert_string_equal(row->owes.name, "Harrowmere Children's Social Care");
    assert_string_equal(row->partners[1].name, "Education and Early Help");
    assert_int_equal(row->strength, STRENGTH_STRONG);
    assert_int_equal(row->status, AGREEMENT_AGREED);
    assert_int_equal(row->late_days, 28);
    assert_int_equal(row->lacks, LACK_EVIDENCE | LACK_LINKS);
    assert_int_equal(row->assent_count, 3);
    assert_int_equal(row->to_ask, 2);
    assert_int_equal(row->assents[0].state, ASKED_NOT_YET);
    assert_int_equal(row->assents[1].by, day_of(2016, 12, 6));
    assert_true(row->assents[1].to_ask && row->assents[1].late);
    assert_string_equal(row->assents[2].words, "If it is funded");
    assert_false(row->assents[2].to_ask);
    assert_string_equal(row->progress.by, "Harrowmere Children's Social Care");
    assert_string_equal(row->progress.text, "Begun");
    assert_int_equal(row->progress.on, day_of(2016, 11, 22));
    assert_int_equal(row->amendments, 1);
    assert_int_equal(row->revised, at("13:35"));
    assert_null(row->evidence);
}

/* One without an agency, under its own name; what it asks of the chair is the chair's. */
static void a_person_may_ask(void **state) {
    struct sitting s = sitting_open(*state);
    TAKEN(start(&s, "13:30", "I5"));
    TAKEN(challenge(&s, "13:40", "C1", "LEG", "CHAIR"));
    struct actions actions = begun(*state, (struct actions_filter){0});
    take(&actions, &s, noon(2017, 3, 1), "a.yaml");
    actions_end(&actions);
    assert_string_equal(actions.list[0]->owes.id, "CHAIR");
    assert_string_equal(actions.list[0]->owes.name, "the chair");
    assert_string_equal(actions.list[0]->asker.id, "LEG");
    assert_string_equal(actions.list[0]->asker.name, "Legal adviser");
}

static void restricted_is_left_out_and_counted(void **state) {
    struct sitting s = sitting_open(*state);
    TAKEN(start(&s, "13:30", "I5"));
    agreed(&s, "13:31", "A1", (struct agreement){.owner = "CSC", .visibility = VISIBILITY_RESTRICTED});
    agreed(&s, "13:32", "A2", (struct agreement){.owner = "CSC"});
    agreed(&s, "13:33", "A3", (struct agreement){.owner = "POL", .visibility = VISIBILITY_RESTRICTED});
    TAKEN(
        said(&s, "13:34", DO_PROGRESS,
             &(struct event_progress){.id = "A2", .by = "CSC", .text = "A name", .visibility = VISIBILITY_RESTRICTED}));
    TAKEN(said(&s, "13:35", DO_CHALLENGE,
               &(struct challenge){.id = "C1",
                                   .by = "LAY",
                                   .to = "POL",
                                   .put = "Why?",
                                   .visibility = VISIBILITY_RESTRICTED,
                                   .outcome = CHALLENGE_RESOLVED}));
    struct actions actions = begun(*state, (struct actions_filter){.agency = "CSC"});
    take(&actions, &s, noon(2017, 3, 1), "a.yaml");
    actions_end(&actions);
    assert_string_equal(rows(&actions), "A2");
    assert_int_equal(actions.restricted, 3);
    assert_string_equal(actions.sessions[0]->restricted.items[1], "A3");
    assert_string_equal(actions.sessions[0]->restricted.items[2], "C1");
    assert_null(actions.list[0]->progress.text);
    assert_true(actions.list[0]->progress.withheld);
    assert_int_equal(actions.list[0]->progress.on, day_of(2016, 11, 22));
    ROWS(FILTER(.restricted = true), "A1 A2 A3");
}

/* Two sessions: by day across both; a copy with more events takes the place of the first; a third is another meeting.
 */
static void many_sessions(void **state) {
    struct arena *arena = *state;
    struct sitting a = full(arena), b = full(arena), c = sitting_new(arena, harrowmere_agenda(arena));
    agreed(&b, "13:50", "A9", (struct agreement){.owner = "ACU", .due = day_of(2017, 2, 15)});
    TAKEN(said(&c, "13:20", DO_OPEN, &(struct event_open){0}));
    agreed(&c, "13:31", "A1", (struct agreement){.owner = "LAY", .due = day_of(2017, 2, 10)});
    struct actions actions = begun(arena, (struct actions_filter){.kinds = 1U << ACTION_AGREEMENT});
    take(&actions, &a, noon(2017, 3, 1), "a.yaml");
    take(&actions, &b, noon(2017, 3, 1), "b.yaml");
    take(&actions, &c, noon(2017, 3, 1), "c.yaml");
    actions_end(&actions);
    assert_string_equal(rows(&actions), "A1! A1! A9! A8! A7 A4 A2 A3");
    assert_string_equal(actions.list[0]->session->path, "b.yaml");
    assert_string_equal(actions.list[1]->session->path, "c.yaml");
    assert_int_equal(actions.copies, 1);
    assert_ptr_equal(actions.sessions[0]->copy_of, actions.sessions[1]);
    assert_null(actions.sessions[1]->copy_of);
    assert_null(actions.sessions[2]->copy_of);
    assert_int_equal(actions.late, 4);
    assert_int_equal(actions.kinds[ACTION_AGREEMENT], 8);
}

static void an_agency_nobody_knows(void **state) {
    struct sitting s = full(*state);
    struct actions actions = begun(*state, (struct actions_filter){.agency = "CXC"});
    take(&actions, &s, noon(2017, 3, 1), "a.yaml");
    take(&actions, &s, noon(2017, 3, 1), "b.yaml");
    actions_end(&actions);
    assert_false(actions.agency_known);
    assert_int_equal(actions.agencies.count, 10);
    actions = begun(*state, (struct actions_filter){.agency = "com"});
    take(&actions, &s, noon(2017, 3, 1), "a.yaml");
    assert_true(actions.agency_known);
    actions = begun(*state, (struct actions_filter){.agency = "BOARD"});
    assert_true(actions.agency_known);
}

static void nothing_was_said(void **state) {
    struct actions actions = begun(*state, (struct actions_filter){0});
    actions_end(&actions);
    assert_int_equal(actions.count, 0);
    struct sitting s = sitting_open(*state);
    actions = begun(*state, (struct actions_filter){0});
    take(&actions, &s, noon(2017, 3, 1), NULL);
    actions_end(&actions);
    assert_int_equal(actions.count, 0);
    assert_int_equal(actions.session_count, 1);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        SITTING_TEST(what_is_late_comes_first),
        SITTING_TEST(filters),
        SITTING_TEST(an_agency_has_what_it_owes_and_what_it_shares),
        SITTING_TEST(a_row_says_all_there_is),
        SITTING_TEST(a_person_may_ask),
        SITTING_TEST(restricted_is_left_out_and_counted),
        SITTING_TEST(many_sessions),
        SITTING_TEST(an_agency_nobody_knows),
        SITTING_TEST(nothing_was_said),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
