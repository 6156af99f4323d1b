/* Précis: what the list shows of one session, and how long things took, by figures worked out by hand. */
#include "candour/core/precis.h"
#include "candour/core/stock.h"
#include "core_sitting.h"

/* As it is on the day of CLOCK. */
static struct precis made_at(const struct sitting *s, const char *clock) {
    return precis_make(summary_later(s->m, at_clock(clock), s->arena), "sessions/x.yaml", s->arena);
}

static const struct precis_time *time_of(const struct precis *precis, enum precis_time_kind kind, const char *id) {
    for (size_t i = 0; i < precis->time_count; i++)
        if (precis->times[i].kind == kind && strcmp(precis->times[i].id, id) == 0)
            return &precis->times[i];
    return NULL;
}

static void put(struct sitting *s, const char *clock, struct challenge fields) {
    fields.by = fields.by ? fields.by : "POL";
    fields.to = fields.to ? fields.to : "ACU";
    fields.put = "Why?";
    TAKEN(said(s, clock, DO_CHALLENGE, &fields));
}

static void what_stands_at_its_head(void **state) {
    struct sitting s = sitting_open(*state);
    TAKEN(start(&s, "13:30", "I5"));
    struct precis p = made_at(&s, "14:00");
    assert_string_equal(p.path, "sessions/x.yaml");
    assert_int_equal(p.state, PRECIS_SESSION);
    assert_string_equal(p.board, "HSCB");
    assert_string_equal(p.review, "HMB-02");
    assert_string_equal(p.title, "Extraordinary Board: response to SCR HMB-02");
    assert_int_equal(p.met, day_of(2016, 11, 22));
    assert_true(p.opened == at("13:28"));
    assert_int_equal(p.events, 2);
    assert_int_equal(p.status, MEETING_RUNNING);
    assert_int_equal(p.action_count + p.late + p.open_challenges + p.time_count, 0);
}

/* Nothing was said yet: what is prepared, and all its words to be searched. */
static void an_agenda_is_what_was_prepared(void **state) {
    struct sitting s = sitting_new(*state, harrowmere_agenda(*state));
    struct precis p = precis_agenda(s.m, "agendas/x.yaml", s.arena);
    int32_t minutes = 0;
    for (uint32_t i = 0; i < s.m->item_count; i++) {
        minutes += s.m->items[i].item->minutes.value;
    }
    assert_int_equal(p.state, PRECIS_AGENDA);
    assert_string_equal(p.path, "agendas/x.yaml");
    assert_string_equal(p.review, "HMB-02");
    assert_int_equal(p.met, day_of(2016, 11, 22));
    assert_int_equal(p.items, s.m->item_count);
    assert_int_equal(p.minutes, minutes);
    assert_int_equal(p.minutes, 150);
    assert_int_equal(p.findings, 6);
    assert_non_null(p.parts[PASSAGES_FINDINGS]);
    assert_null(p.parts[PASSAGES_SAID]);
    assert_int_equal(p.action_count + p.theme_count + p.time_count, 0);
}

/* Three challenges: one open without an answer and late, one answered with evidence promised, one settled. Three
 * agreements: one late, one done, one evidenced. */
static void what_is_outstanding_is_counted(void **state) {
    struct sitting s = sitting_open(*state);
    TAKEN(start(&s, "13:30", "I5"));
    put(&s, "13:31", (struct challenge){.id = "C1", .respond_by = day_of(2016, 11, 21)});
    put(&s, "13:32",
        (struct challenge){.id = "C2",
                           .given = "We will show it",
                           .evidence = EVIDENCE_PROMISED,
                           .evidence_due = day_of(2016, 12, 1)});
    put(&s, "13:33", (struct challenge){.id = "C3", .given = "Yes", .outcome = CHALLENGE_EXPLAINED});
    const struct agreement agreements[] = {
        {.id = "A1", .text = "Late", .owner = "ACU", .owner_role = "Matron", .due = day_of(2016, 11, 1)},
        {.id = "A2", .text = "Done", .owner = "POL", .due = day_of(2016, 11, 1), .status = AGREEMENT_DONE},
        {.id = "A3", .text = "Evidenced", .owner = "POL", .status = AGREEMENT_EVIDENCED},
    };
    TAKEN(said(&s, "13:34", DO_AGREEMENT, &agreements[0]));
    TAKEN(said(&s, "13:35", DO_AGREEMENT, &agreements[1]));
    TAKEN(said(&s, "13:36", DO_AGREEMENT, &agreements[2]));
    TAKEN(said(&s, "13:37", DO_PROGRESS, &(struct event_progress){.id = "A1", .text = "Half way"}));
    struct precis p = made_at(&s, "14:00");
    assert_int_equal(p.challenges, 3);
    assert_int_equal(p.open_challenges, 2);
    assert_int_equal(p.unanswered, 1);
    assert_int_equal(p.answers_late, 1);
    assert_int_equal(p.promised, 1);
    assert_int_equal(p.promised_late, 0);
    assert_int_equal(p.agreements, 3);
    assert_int_equal(p.outstanding, 2);
    assert_int_equal(p.outstanding_late, 1);
    assert_int_equal(p.late, 2);
    const struct precis_action *a1 = &p.actions[0];
    assert_string_equal(a1->id, "A1");
    assert_true(a1->late);
    assert_string_equal(a1->party, "ACU");
    assert_string_equal(a1->party_name, "Harrowmere General Hospital");
    assert_string_equal(precis_said(&p, a1->text), "Late");
    assert_string_equal(precis_said(&p, a1->role), "Matron");
    assert_string_equal(precis_said(&p, a1->progress), "Half way");
    assert_int_equal(a1->heard, day_of(2016, 11, 22));
    assert_null(precis_said(&p, a1->given));
    /* ten days later the evidence is late as well: 240 hours past midnight */
    p = made_at(&s, "240:00");
    assert_int_equal(p.promised_late, 1);
    assert_int_equal(p.late, 3);
}

/* From 13:31 to the first answer at 13:36, corrected at 13:50: five minutes; settled at 13:41, opened again at 13:45,
 * settled for good at 14:11: forty. */
static void answers_and_settling_are_timed_by_the_events(void **state) {
    struct sitting s = sitting_open(*state);
    TAKEN(start(&s, "13:30", "I5"));
    put(&s, "13:31", (struct challenge){.id = "C1"});
    TAKEN(amend(&s, "13:36", "C1", "given given_by", &(struct challenge){.given = "No", .given_by = "CSC"}));
    TAKEN(amend(&s, "13:41", "C1", "outcome", &(struct challenge){.outcome = CHALLENGE_RESOLVED}));
    TAKEN(amend(&s, "13:45", "C1", "outcome", &(struct challenge){.outcome = CHALLENGE_OPEN}));
    TAKEN(amend(&s, "13:50", "C1", "given", &(struct challenge){.given = "No, never"}));
    TAKEN(amend(&s, "14:11", "C1", "outcome", &(struct challenge){.outcome = CHALLENGE_AGREED}));
    /* answered as it was put; settled as withdrawn, which is no settling; withdrawn altogether */
    put(&s, "14:12", (struct challenge){.id = "C2", .given = "At once", .outcome = CHALLENGE_WITHDRAWN});
    put(&s, "14:13", (struct challenge){.id = "C3", .given = "Said", .outcome = CHALLENGE_EXPLAINED});
    TAKEN(said(&s, "14:14", DO_WITHDRAW, &(struct event_withdraw){.id = "C3"}));
    /* never answered, never settled; to the Board, whose name it has */
    put(&s, "14:15", (struct challenge){.id = "C4", .to = "BOARD"});
    TAKEN(amend(&s, "14:25", "C4", "given", &(struct challenge){.given = "Yes"}));
    TAKEN(undo(&s, "14:26", "14:25"));
    struct precis p = made_at(&s, "15:00");
    const struct precis_time *answer = time_of(&p, TIME_ANSWER, "C1");
    assert_non_null(answer);
    assert_true(answer->ms == minutes(5));
    assert_string_equal(answer->party, "CSC");
    const struct precis_time *settle = time_of(&p, TIME_SETTLE, "C1");
    assert_non_null(settle);
    assert_true(settle->ms == minutes(40));
    assert_string_equal(settle->party, "ACU");
    assert_true(time_of(&p, TIME_ANSWER, "C2")->ms == 0);
    assert_null(time_of(&p, TIME_SETTLE, "C2"));
    assert_null(time_of(&p, TIME_ANSWER, "C3"));
    assert_null(time_of(&p, TIME_ANSWER, "C4"));
    assert_int_equal(p.time_count, 3);
}

/* Done on 22 November: due on the 12th ten days after, due on the 30th eight days before; evidenced since is done since
 * it was first done; done and taken back is not done. */
static void doing_is_timed_from_the_due_date(void **state) {
    struct sitting s = sitting_open(*state);
    TAKEN(start(&s, "13:30", "I5"));
    const char *ids[] = {"A1", "A2", "A3", "A4"};
    for (int i = 0; i < 4; i++) {
        const char *clock = arena_format(s.arena, "13:3%d", i + 1);
        struct agreement fields = {.id = ids[i], .text = "Do it", .owner = "ACU"};
        fields.due = i == 1 ? day_of(2016, 11, 30) : i == 3 ? 0 : day_of(2016, 11, 12);
        TAKEN(said(&s, clock, DO_AGREEMENT, &fields));
    }
    for (int i = 0; i < 4; i++) {
        const char *clock = arena_format(s.arena, "13:4%d", i + 1);
        TAKEN(said(&s, clock, DO_PROGRESS,
                   &(struct event_progress){.id = ids[i], .status = AGREEMENT_DONE, .text = "Done"}));
    }
    TAKEN(said(&s, "37:50", DO_PROGRESS,
               &(struct event_progress){.id = "A1", .status = AGREEMENT_EVIDENCED, .text = "Seen"}));
    TAKEN(said(&s, "37:51", DO_PROGRESS,
               &(struct event_progress){.id = "A3", .status = AGREEMENT_IN_PROGRESS, .text = "Not quite"}));
    struct precis p = made_at(&s, "38:00");
    assert_true(time_of(&p, TIME_DONE, "A1")->ms == 10);
    assert_true(time_of(&p, TIME_DONE, "A2")->ms == -8);
    assert_null(time_of(&p, TIME_DONE, "A3"));
    assert_null(time_of(&p, TIME_DONE, "A4"));
}

static void findings_bring_their_themes_titles_and_strands(void **state) {
    struct sitting s = sitting_open(*state);
    struct precis p = made_at(&s, "14:00");
    size_t kinds[3] = {0};
    for (size_t i = 0; i < p.theme_count; i++)
        kinds[p.themes[i].kind]++;
    assert_int_equal(kinds[THEME_TITLE], s.agenda->findings.count);
    const struct finding *findings = s.agenda->findings.items;
    size_t words = 0;
    for (size_t i = 0; i < s.agenda->findings.count; i++)
        words += findings[i].themes.count;
    assert_int_equal(kinds[THEME_WORD], words);
}

/* Everything it needs is kept, and the meeting may go. */
static void it_outlives_the_meeting(void **state) {
    (void)state;
    struct arena *arena = arena_new();
    struct stock *stock = stock_new();
    struct sitting s = sitting_open(arena);
    TAKEN(start(&s, "13:30", "I5"));
    put(&s, "13:31", (struct challenge){.id = "C1", .given = "No"});
    struct precis made = made_at(&s, "14:00");
    struct arena *own = arena_new();
    struct precis *kept = precis_keep(own, &made);
    struct precis *again = precis_keep(own, &made);
    precis_share(stock, kept);
    precis_share(stock, again);
    arena_free(arena);
    assert_string_equal(kept->review, "HMB-02");
    assert_string_equal(precis_said(kept, kept->actions[0].text), "Why?");
    assert_string_equal(kept->actions[0].party_name, "Harrowmere General Hospital");
    assert_string_equal(kept->times[0].id, "C1");
    assert_string_equal(kept->themes[0].finding, "F1");
    assert_string_equal(passage_text(kept->parts[PASSAGES_TOP], 0), passage_text(again->parts[PASSAGES_TOP], 0));
    /* what two of them have in common is there once */
    for (int part = 0; part < PASSAGES_SAID; part++)
        assert_ptr_equal(kept->parts[part], again->parts[part]);
    assert_ptr_equal(kept->actions[0].party, again->actions[0].party);
    stock_free(stock);
    arena_free(own);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        SITTING_TEST(what_stands_at_its_head),          SITTING_TEST(an_agenda_is_what_was_prepared),
        SITTING_TEST(what_is_outstanding_is_counted),   SITTING_TEST(answers_and_settling_are_timed_by_the_events),
        SITTING_TEST(doing_is_timed_from_the_due_date), SITTING_TEST(findings_bring_their_themes_titles_and_strands),
        SITTING_TEST(it_outlives_the_meeting),
    };
    return cmocka_run_group_tests_name("core precis", tests, NULL, NULL);
}
