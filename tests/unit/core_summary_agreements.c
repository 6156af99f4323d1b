/* Agreements: their order, what each lacks, whose assent is still to be asked, what became of the drafted ones. */
#include "core_summary.h"

static struct sitting in_item(struct arena *arena) {
    struct sitting s = sitting_open(arena);
    TAKEN(start(&s, "13:30", "I5"));
    return s;
}

static void agreed(struct sitting *s, const char *clock, const char *id, struct agreement fields) {
    fields.id = id;
    fields.text = fields.text ? fields.text : "Do it";
    TAKEN(said(s, clock, DO_AGREEMENT, &fields));
}

static const char *in_order(const struct sitting *s, const struct summary *sum) {
    struct texts ids = {.items = arena_array(s->arena, 32, sizeof(const char *))};
    for (size_t i = 0; i < sum->agreement_count; i++)
        ids.items[ids.count++] = sum->agreements[i].record->id;
    return joined(s, &ids);
}

static void by_priority(void **state) {
    struct sitting s = in_item(*state);
    agreed(&s, "13:31", "A1", (struct agreement){.priority = PRIORITY_NATIONAL});
    agreed(&s, "13:32", "A2", (struct agreement){.priority = 0});
    agreed(&s, "13:33", "A3", (struct agreement){.priority = PRIORITY_LATER});
    agreed(&s, "13:34", "A4", (struct agreement){.priority = PRIORITY_NOW});
    agreed(&s, "13:35", "A5",
           (struct agreement){.priority = PRIORITY_DEFERRED, .reason = "Awaits", .revisit = day_of(2017, 2, 14)});
    agreed(&s, "13:36", "A6", (struct agreement){.priority = PRIORITY_NEXT});
    agreed(&s, "13:37", "A7", (struct agreement){.priority = PRIORITY_NOW});
    assert_string_equal(in_order(&s, summed(&s, "13:38")), "A4 A7 A6 A3 A5 A1 A2");
    TAKEN(amend(&s, "13:39", "A2", "priority", &(struct agreement){.priority = PRIORITY_NOW}));
    TAKEN(said(&s, "13:40", DO_WITHDRAW, &(struct event_withdraw){.id = "A7"}));
    assert_string_equal(in_order(&s, summed(&s, "13:41")), "A2 A4 A6 A3 A5 A1");
}

static void what_it_lacks(void **state) {
    struct sitting s = in_item(*state);
    agreed(&s, "13:31", "A1", (struct agreement){.owner = NULL});
    agreed(&s, "13:32", "A2",
           (struct agreement){.owner = "CSC",
                              .owner_role = "Head of service",
                              .due = day_of(2017, 3, 31),
                              .evidence = "Note",
                              .measure = "Share",
                              .monitor = "Group",
                              .kind = "design",
                              .priority = PRIORITY_NOW,
                              .links = ids(s.arena, "none", NULL)});
    const struct summary *sum = summed(&s, "13:33");
    assert_int_equal(summary_agreement(sum, "A1")->lacks, (1 << LACKS) - 1);
    assert_int_equal(summary_agreement(sum, "A2")->lacks, 0);
    for (int i = 0; i < LACKS; i++)
        IDS(*agreements_lacking(sum, (enum lack)(1 << i)), "A1");
    assert_string_equal(lack_word(LACK_DUE), "due date");
    assert_string_equal(lack_word(LACK_LINKS), "links");
}

/* The chair needs no role beside it, a national body has its addressee, and what is deferred has a day to look again.
 */
static void what_stands_for_it(void **state) {
    struct sitting s = in_item(*state);
    agreed(&s, "13:31", "A1", (struct agreement){.owner = "CHAIR"});
    agreed(&s, "13:32", "A2", (struct agreement){.owner = "NATIONAL"});
    agreed(&s, "13:33", "A3", (struct agreement){.owner = "NATIONAL", .addressee = "The Department"});
    agreed(&s, "13:34", "A4", (struct agreement){.owner = "BOARD"});
    agreed(&s, "13:35", "A5",
           (struct agreement){.priority = PRIORITY_DEFERRED, .reason = "Awaits", .revisit = day_of(2017, 2, 14)});
    const struct summary *sum = summed(&s, "13:36");
    IDS(*agreements_lacking(sum, LACK_ROLE), "A2 A4 A5");
    IDS(*agreements_lacking(sum, LACK_DUE), "A1 A2 A3 A4");
    IDS(*agreements_lacking(sum, LACK_OWNER), "A5");
}

static void late_and_to_look_at_again(void **state) {
    static const struct {
        int status;
        bool late;
    } rows[] = {{0, true},
                {AGREEMENT_PROPOSED, true},
                {AGREEMENT_IN_PROGRESS, true},
                {AGREEMENT_DONE, false},
                {AGREEMENT_EVIDENCED, false},
                {AGREEMENT_IMPACT_TESTED, false},
                {AGREEMENT_STOPPED, false},
                {AGREEMENT_SUPERSEDED, false}};
    struct sitting s = in_item(*state);
    for (int i = 0; i < 8; i++)
        agreed(&s, arena_format(s.arena, "13:%d", 31 + i), arena_format(s.arena, "A%d", i + 1),
               (struct agreement){.due = day_of(2016, 11, 22), .status = rows[i].status});
    agreed(&s, "13:50", "A9",
           (struct agreement){.priority = PRIORITY_DEFERRED, .reason = "Awaits", .revisit = day_of(2016, 11, 23)});
    const struct summary *today = summed(&s, "23:59"), *tomorrow = summed(&s, "24:00");
    for (size_t i = 0; i < 8; i++) {
        const char *id = arena_format(s.arena, "A%zu", i + 1);
        assert_false(summary_agreement(today, id)->late);
        assert_int_equal(summary_agreement(tomorrow, id)->late, rows[i].late);
        assert_int_equal(summary_agreement(today, id)->evidenced, i == 4 || i == 5);
    }
    assert_false(summary_agreement(today, "A9")->revisit);
    assert_true(summary_agreement(tomorrow, "A9")->revisit);
    assert_false(summary_agreement(tomorrow, "A9")->late);
}

/* Stopped and superseded: still there, still owned, and nothing is asked of them. */
static void no_longer_owed(void **state) {
    struct sitting s = in_item(*state);
    agreed(&s, "13:31", "A1", (struct agreement){.owner = "CSC", .kind = "train", .status = AGREEMENT_STOPPED});
    agreed(&s, "13:32", "A2", (struct agreement){.owner = "EDU", .kind = "design"});
    TAKEN(amend(&s, "13:33", "A2", "status superseded_by",
                &(struct agreement){.status = AGREEMENT_SUPERSEDED, .superseded_by = "A1"}));
    const struct summary *sum = summed(&s, "13:34");
    assert_int_equal(sum->agreement_count, 2);
    assert_int_equal(sum->owed_count, 0);
    for (size_t i = 0; i < 2; i++) {
        assert_false(sum->agreements[i].owed);
        assert_int_equal(sum->agreements[i].lacks + sum->agreements[i].to_ask + sum->agreements[i].asked_count, 0);
    }
    IDS(summary_party(sum, "CSC")->owns, "A1");
    IDS(summary_party(sum, "CSC")->to_assent, "");
    assert_int_equal(sum->strengths[STRENGTH_WEAK] + sum->strengths[STRENGTH_STRONG], 0);
}

static void strengths_and_own_kinds(void **state) {
    static const struct change_kind own[] = {{.id = "train", .title = "Training", .strength = STRENGTH_STRONG},
                                             {.id = "post", .title = "A post", .strength = STRENGTH_WEAK}};
    struct sitting s = in_item(*state);
    agreed(&s, "13:31", "A1", (struct agreement){.kind = "train"});
    agreed(&s, "13:32", "A2", (struct agreement){.kind = "audit"});
    agreed(&s, "13:33", "A3", (struct agreement){.kind = NULL});
    const struct summary *sum = summed(&s, "13:34");
    assert_int_equal(sum->strengths[STRENGTH_WEAK], 1);
    assert_int_equal(sum->strengths[STRENGTH_ASSURANCE], 1);
    assert_int_equal(sum->strengths[0], 1);

    struct agenda *agenda = harrowmere_agenda(s.arena);
    agenda->kinds.items = arena_array(s.arena, 2, sizeof own[0]);
    agenda->kinds.count = 2;
    memcpy(agenda->kinds.items, own, sizeof own);
    s = sitting_new(s.arena, agenda);
    TAKEN(said(&s, "13:28", DO_OPEN, &(struct event_open){.program = "candour 1.0.0"}));
    agreed(&s, "13:31", "A1", (struct agreement){.kind = "train"});
    agreed(&s, "13:32", "A2", (struct agreement){.kind = "post", .findings = ids(s.arena, "F1", NULL)});
    sum = summed(&s, "13:34");
    assert_int_equal(summary_agreement(sum, "A1")->strength, STRENGTH_STRONG);
    assert_int_equal(summary_agreement(sum, "A2")->strength, STRENGTH_WEAK);
    assert_string_equal(summary_agreement(sum, "A2")->kind->title, "A post");
    REMARKED(sum, REMARK_ALL_WEAK, "The one agreement on F1 is A post");
    IDS(sum->findings[0].kinds_unused, "train");
}

static void too_many_and_all_now(void **state) {
    struct sitting s = in_item(*state);
    agreed(&s, "13:31", "A1", (struct agreement){.priority = PRIORITY_NOW});
    REMARKED(summed(&s, "13:32"), REMARK_EVERYTHING_NOW, "");
    for (int i = 2; i <= 12; i++)
        agreed(&s, arena_format(s.arena, "13:%d", 31 + i), arena_format(s.arena, "A%d", i),
               (struct agreement){.priority = PRIORITY_NOW});
    REMARKED(summed(&s, "13:50"), REMARK_TOO_MANY, "");
    REMARKED(summed(&s, "13:50"), REMARK_EVERYTHING_NOW, "All 12 agreements have the priority now");
    agreed(&s, "13:51", "A13", (struct agreement){.priority = PRIORITY_NEXT});
    REMARKED(summed(&s, "13:52"), REMARK_TOO_MANY, "13 agreements; about 12 can be followed up");
    REMARKED(summed(&s, "13:52"), REMARK_EVERYTHING_NOW, "");
    TAKEN(amend(&s, "13:53", "A1", "status", &(struct agreement){.status = AGREEMENT_STOPPED}));
    REMARKED(summed(&s, "13:54"), REMARK_TOO_MANY, "");
}

/* --- assent --- */

static void assents(struct sitting *s, const char *clock, const char *agency, int how, const char *words) {
    TAKEN(said(
        s, clock, DO_ASSENT,
        &(struct event_assent){.id = "A1", .agency = agency, .state = how, .words = words, .by = day_of(2016, 12, 6)}));
}

static enum asked asked_of(const struct sitting *s, const char *clock, const char *agency) {
    const struct agreement_summary *row = summary_agreement(summed(s, clock), "A1");
    for (size_t i = 0; i < row->asked_count; i++)
        if (strcmp(row->asked[i].id, agency) == 0)
            return row->asked[i].state;
    fail_msg("%s is not asked", agency);
    return ASKED_NOT_YET;
}

static void each_answer(void **state) {
    struct sitting s = in_item(*state);
    agreed(
        &s, "13:31", "A1",
        (struct agreement){.owner = "CSC", .partners = ids(s.arena, "EDU", "POL", "BOARD", "CCG", "EDU", "CSC", NULL)});
    assents(&s, "13:32", "CSC", ASSENT_AGREED, NULL);
    assents(&s, "13:33", "EDU", ASSENT_RESERVATION, "If funded");
    assents(&s, "13:34", "POL", ASSENT_ABSENT, NULL);
    assents(&s, "13:35", "COM", ASSENT_AGREED, NULL); /* not asked, and it counts as said */
    const struct agreement_summary *row = summary_agreement(summed(&s, "13:36"), "A1");
    assert_int_equal(row->asked_count, 4);
    assert_string_equal(row->asked[1].words, "If funded");
    assert_int_equal(row->asked[2].by, day_of(2016, 12, 6));
    assert_int_equal(row->to_ask, 2);
    assert_false(row->asked[2].late);
    struct stamp weeks_later = {.at = at("13:00") + 15 * 24 * (instant)MS_HOUR};
    row = summary_agreement(summary_of(s.m, weeks_later, s.arena), "A1");
    assert_true(row->asked[2].late && !row->asked[3].late);
    assert_int_equal(asked_of(&s, "13:36", "CSC"), ASKED_AGREED);
    assert_int_equal(asked_of(&s, "13:36", "EDU"), ASKED_RESERVATION);
    assert_int_equal(asked_of(&s, "13:36", "POL"), ASKED_ABSENT);
    assert_int_equal(asked_of(&s, "13:36", "CCG"), ASKED_NOT_YET);
    IDS(summary_party(summed(&s, "13:36"), "COM")->assents, "A1");
    IDS(summary_party(summed(&s, "13:36"), "CSC")->shares, "");
    assents(&s, "13:37", "POL", ASSENT_DECLINED, "Not ours");
    assert_int_equal(asked_of(&s, "13:38", "POL"), ASKED_DECLINED);
    IDS(summary_party(summed(&s, "13:38"), "POL")->assents, "");
    IDS(summary_party(summed(&s, "13:38"), "CCG")->to_assent, "A1");
}

/* A change of words, owner, partners or due date asks again; any other does not. */
static void asked_again(void **state) {
    static const struct {
        const char *key;
        struct agreement set;
        enum asked asked;
    } rows[] = {
        {"text", {.text = "Do more"}, ASKED_EARLIER_WORDS}, {"owner", {.owner = "EDU"}, ASKED_EARLIER_WORDS},
        {"due", {.due = 736000}, ASKED_EARLIER_WORDS},      {"priority", {.priority = PRIORITY_NEXT}, ASKED_AGREED},
        {"measure", {.measure = "Share"}, ASKED_AGREED},    {"status", {.status = AGREEMENT_IN_PROGRESS}, ASKED_AGREED},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct sitting s = in_item(*state);
        agreed(&s, "13:31", "A1", (struct agreement){.owner = "CSC", .partners = ids(s.arena, "POL", NULL)});
        assents(&s, "13:32", "POL", ASSENT_AGREED, NULL);
        TAKEN(amend(&s, "13:33", "A1", rows[i].key, &rows[i].set));
        assert_int_equal(asked_of(&s, "13:34", "POL"), rows[i].asked);
        assents(&s, "13:35", "POL", ASSENT_AGREED, NULL);
        assert_int_equal(asked_of(&s, "13:36", "POL"), ASKED_AGREED);
    }
    struct sitting s = in_item(*state);
    agreed(&s, "13:31", "A1", (struct agreement){.owner = "CSC"});
    assents(&s, "13:32", "CSC", ASSENT_ABSENT, NULL);
    TAKEN(amend(&s, "13:33", "A1", "partners", &(struct agreement){.partners = ids(s.arena, "POL", NULL)}));
    assert_int_equal(asked_of(&s, "13:34", "CSC"), ASKED_ABSENT); /* it never agreed to any words */
    TAKEN(said(&s, "13:35", DO_UNDO, &(struct event_of){.of = at_clock("13:33")}));
    assert_int_equal(summary_agreement(summed(&s, "13:36"), "A1")->asked_count, 1);
}

/* --- proposals --- */

static void what_became_of_drafts(void **state) {
    struct sitting s = in_item(*state);
    const struct summary *sum = summed(&s, "13:31");
    assert_int_equal(sum->proposals, 2);
    assert_int_equal(sum->adopted + sum->adopted_unamended + sum->rejected, 0);
    agreed(&s, "13:32", "A1",
           (struct agreement){.from = "D1",
                              .text = "Switch off automatic closure for under-twos",
                              .owner = "ACU",
                              .status = AGREEMENT_AGREED});
    TAKEN(said(&s, "13:33", DO_REJECT, &(struct event_withdraw){.id = "D2", .reason = "Not training again"}));
    sum = summed(&s, "13:34");
    assert_int_equal(sum->adopted, 1);
    assert_int_equal(sum->adopted_unamended, 1);
    assert_int_equal(sum->rejected, 1);
    TAKEN(amend(&s, "13:35", "A1", "due", &(struct agreement){.due = day_of(2017, 3, 31)}));
    assert_int_equal(summed(&s, "13:36")->adopted, 1);
    assert_int_equal(summed(&s, "13:36")->adopted_unamended, 0);
    TAKEN(said(&s, "13:37", DO_WITHDRAW, &(struct event_withdraw){.id = "A1"}));
    assert_int_equal(summed(&s, "13:38")->adopted, 0);
}

/* What is changed in follow-up is no amendment by the board that adopted it. */
static void changed_after_the_close(void **state) {
    struct sitting s = in_item(*state);
    agreed(&s, "13:32", "A1",
           (struct agreement){.from = "D1", .text = "Switch off automatic closure for under-twos", .owner = "ACU"});
    TAKEN(plain(&s, "13:40", DO_CLOSE));
    TAKEN(amend(&s, "13:45", "A1", "text", &(struct agreement){.text = "Something else"}));
    assert_int_equal(summed(&s, "13:46")->adopted_unamended, 1);
}

/* --- engagement --- */

static void engage(struct sitting *s, const char *clock, const char *id, const char *audience, const char *activity,
                   const char *tests) {
    TAKEN(said(s, clock, DO_ENGAGEMENT,
               &(struct engagement){.id = id, .audience = audience, .activity = activity, .tests_use = tests}));
}

static void engagement_gaps(void **state) {
    struct sitting s = in_item(*state);
    engage(&s, "13:31", "E1", "Family", "Newsletter", NULL);
    engage(&s, "13:32", "E2", "The public", "E-mail to all", NULL);
    const struct summary *sum = summed(&s, "13:33");
    REMARKED(sum, REMARK_ENGAGEMENT_REMOTE, "All engagement is by e-mail or newsletter");
    REMARKED(sum, REMARK_ENGAGEMENT_NO_TEST, "Nothing in the engagement plan tests use");
    REMARKED(sum, REMARK_ENGAGEMENT_NO_PRACTITIONERS, "No engagement named for practitioners");
    REMARKED(sum, REMARK_ENGAGEMENT_NO_LEADERS, "No engagement named for strategic leaders");
    engage(&s, "13:34", "E3", "Social workers", "Team meeting, announced by e-mail", "Dip-sample");
    engage(&s, "13:35", "E4", "Chief officers", "Half-day", NULL);
    sum = summed(&s, "13:36");
    for (int kind = REMARK_ENGAGEMENT_REMOTE; kind <= REMARK_ENGAGEMENT_NO_LEADERS; kind++)
        REMARKED(sum, (enum remark_kind)kind, "");
    assert_int_equal(sum->engagement_count, 4);
    assert_true(sum->engagements[2].tested && !sum->engagements[3].tested);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        SITTING_TEST(by_priority),
        SITTING_TEST(what_it_lacks),
        SITTING_TEST(what_stands_for_it),
        SITTING_TEST(late_and_to_look_at_again),
        SITTING_TEST(no_longer_owed),
        SITTING_TEST(strengths_and_own_kinds),
        SITTING_TEST(too_many_and_all_now),
        SITTING_TEST(each_answer),
        SITTING_TEST(asked_again),
        SITTING_TEST(what_became_of_drafts),
        SITTING_TEST(changed_after_the_close),
        SITTING_TEST(engagement_gaps),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
