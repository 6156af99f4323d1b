/* Records: what is asked of them, how they change, what follows them. */
#include "core_sitting.h"

static struct refusal assent(struct sitting *s, const char *clock, const char *agency, enum assent how,
                             const char *words) {
    return said(s, clock, DO_ASSENT,
                &(struct event_assent){.id = "A1", .agency = agency, .state = (int)how, .words = words});
}

static struct refusal withdraw(struct sitting *s, const char *clock, const char *id) {
    return said(s, clock, DO_WITHDRAW, &(struct event_withdraw){.id = id, .reason = "Recorded twice"});
}

static struct refusal progress(struct sitting *s, const char *clock, const char *id, enum agreement_status status) {
    return said(s, clock, DO_PROGRESS, &(struct event_progress){.id = id, .status = (int)status, .text = "Begun"});
}

static const struct agreement *agreement_now(const struct sitting *s, const char *id) {
    return meeting_record(s->m, id)->now;
}

/* --- what is asked --- */

static void what_a_challenge_needs(void **state) {
    struct sitting s = sitting_open(*state);
    struct refusal refusal = said(&s, "13:29", DO_CHALLENGE, &(struct challenge){.id = "C1", .by = "POL", .to = "EDU"});
    assert_int_equal(refusal.code, REFUSED_REQUIRED);
    assert_string_equal(refusal.subject, "put");
    REFUSED(said(&s, "13:29", DO_CHALLENGE, &(struct challenge){.id = "C1", .by = "POL", .to = "EDU", .put = " \n"}),
            REFUSED_REQUIRED);
    REFUSED(challenge(&s, "13:29", "C1", NULL, "EDU"), REFUSED_REQUIRED);
    REFUSED(challenge(&s, "13:29", NULL, "POL", "EDU"), REFUSED_REQUIRED);
    refusal = challenge(&s, "13:29", "C1", "POLICE", "EDU");
    assert_int_equal(refusal.code, REFUSED_NO_SUCH);
    assert_string_equal(refusal.subject, "POLICE");
    REFUSED(said(&s, "13:29", DO_CHALLENGE,
                 &(struct challenge){.id = "C1", .by = "POL", .to = "EDU", .put = "Why?", .finding = "F9"}),
            REFUSED_NO_SUCH);
    REFUSED(said(&s, "13:29", DO_CHALLENGE,
                 &(struct challenge){.id = "C1", .by = "POL", .to = "EDU", .put = "Why?", .item = "F1"}),
            REFUSED_NO_SUCH);
    TAKEN(challenge(&s, "13:29", "C1", "POL", "EDU")); /* neither a finding nor about anything: taken */
}

static void who_may_stand_where(void **state) {
    struct sitting s = sitting_open(*state);
    TAKEN(challenge(&s, "13:30", "C1", "CHAIR", "NATIONAL"));
    TAKEN(challenge(&s, "13:31", "C2", "BOARD", "CHAIR"));
    TAKEN(challenge(&s, "13:32", "C3", "LEG", "BOARD"));                       /* a person without an agency */
    REFUSED(challenge(&s, "13:33", "C4", "DN", "POL"), REFUSED_NO_SUCH);       /* one who speaks for CCG */
    REFUSED(challenge(&s, "13:33", "C4", "NATIONAL", "POL"), REFUSED_NO_SUCH); /* never challenges */
    REFUSED(challenge(&s, "13:33", "C4", "POL", "LEG"), REFUSED_NO_SUCH);
    TAKEN(agreement(&s, "13:34", "A1", "NATIONAL"));
    REFUSED(agreement(&s, "13:35", "A2", "LEG"), REFUSED_NO_SUCH);
    REFUSED(said(&s, "13:35", DO_AGREEMENT,
                 &(struct agreement){.id = "A2", .text = "Do it", .partners = ids(*state, "POL", "DN", NULL)}),
            REFUSED_NO_SUCH);
}

static void what_an_agreement_needs(void **state) {
    struct sitting s = sitting_open(*state);
    struct agreement body = {.id = "A1", .text = "Do it", .priority = PRIORITY_DEFERRED};
    assert_string_equal(said(&s, "13:29", DO_AGREEMENT, &body).subject, "reason");
    body.reason = "Awaits the redesign";
    assert_string_equal(said(&s, "13:29", DO_AGREEMENT, &body).subject, "revisit");
    body.revisit = day_of(2017, 2, 14);
    TAKEN(said(&s, "13:29", DO_AGREEMENT, &body));
    body = (struct agreement){.id = "A2", .text = "Do it", .links = ids(*state, "none", "P1", NULL)};
    REFUSED(said(&s, "13:30", DO_AGREEMENT, &body), REFUSED_COMBINATION);
    body.links = ids(*state, "none", NULL);
    TAKEN(said(&s, "13:30", DO_AGREEMENT, &body));
    body = (struct agreement){.id = "A3", .text = "Do it", .links = ids(*state, "P1", "L5", NULL), .kind = "design"};
    TAKEN(said(&s, "13:31", DO_AGREEMENT, &body));
    body = (struct agreement){.id = "A4", .text = "Do it", .kind = "magic"};
    REFUSED(said(&s, "13:32", DO_AGREEMENT, &body), REFUSED_NO_SUCH);
    body = (struct agreement){.id = "A4", .text = "Do it", .superseded_by = "A4"};
    REFUSED(said(&s, "13:32", DO_AGREEMENT, &body), REFUSED_NO_SUCH);
    REFUSED(amend(&s, "13:32", "A3", "superseded_by", &(struct agreement){.superseded_by = "A3"}),
            REFUSED_REPLACES_SELF);
}

static void a_position_has_a_reason(void **state) {
    struct sitting s = sitting_open(*state);
    struct event_position body = {.finding = "F4", .position = POSITION_ACCEPTED_IN_PART};
    REFUSED(said(&s, "13:29", DO_POSITION, &body), REFUSED_REQUIRED);
    struct dissent rows[] = {{.agency = "EDU", .reason = "Schools still see it"}, {.agency = "POL"}};
    body = (struct event_position){.finding = "F4", .position = POSITION_ACCEPTED, .dissent = {rows, 2}};
    REFUSED(said(&s, "13:29", DO_POSITION, &body), REFUSED_REQUIRED); /* of the second dissent */
    rows[1].reason = "So do we";
    TAKEN(said(&s, "13:29", DO_POSITION, &body));
    assert_int_equal(s.m->findings[3].position->position, POSITION_ACCEPTED);
    body = (struct event_position){.finding = "F4", .position = POSITION_NOT_ACCEPTED, .reason = "It has changed"};
    TAKEN(said(&s, "13:30", DO_POSITION, &body));
    assert_int_equal(s.m->findings[3].position->position, POSITION_NOT_ACCEPTED);
    assert_int_equal(s.m->findings[3].position_event, 2);
    assert_null(s.m->findings[0].position);
}

/* --- ids --- */

static void ids_are_said_aloud(void **state) {
    struct sitting s = sitting_open(*state);
    char id[16];
    assert_string_equal(meeting_next_id(s.m, RECORD_CHALLENGE, id), "C1");
    static const char *const wrong[] = {"A1", "C0", "C01", "C", "c1", "C1x", "C1000000", "X1"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        REFUSED(challenge(&s, "13:29", wrong[i], "POL", "EDU"), REFUSED_ID_ORDER);
    TAKEN(challenge(&s, "13:29", "C7", "POL", "EDU"));
    assert_string_equal(meeting_next_id(s.m, RECORD_CHALLENGE, id), "C8");
    assert_string_equal(meeting_next_id(s.m, RECORD_AGREEMENT, id), "A1");
    TAKEN(challenge(&s, "13:30", "C2", "POL", "EDU")); /* never used, so free */
    REFUSED(challenge(&s, "13:31", "C7", "POL", "EDU"), REFUSED_ID_USED);
    TAKEN(withdraw(&s, "13:32", "C2"));
    REFUSED(challenge(&s, "13:33", "C2", "POL", "EDU"), REFUSED_ID_USED);
    assert_string_equal(meeting_next_id(s.m, RECORD_CHALLENGE, id), "C8");
}

static void what_an_id_names(void **state) {
    struct sitting s = sitting_open(*state);
    TAKEN(challenge(&s, "13:29", "C1", "POL", "EDU"));
    size_t place = 99;
    assert_int_equal(meeting_names(s.m, "POL", &place), REF_AGENCY);
    assert_int_equal(place, 2);
    assert_int_equal(meeting_names(s.m, "F6", &place), REF_FINDING);
    assert_int_equal(place, 5);
    assert_int_equal(meeting_names(s.m, "C1", &place), REF_CHALLENGE);
    assert_int_equal(place, 0);
    assert_int_equal(meeting_names(s.m, "D2", NULL), REF_PROPOSAL);
    assert_int_equal(meeting_names(s.m, "L6", NULL), REF_LEARNING);
    assert_int_equal(meeting_names(s.m, "P5", NULL), REF_PRIORITY);
    assert_int_equal(meeting_names(s.m, "REV", NULL), REF_PERSON);
    assert_int_equal(meeting_names(s.m, "Q5", NULL), REF_QUESTION); /* of the built-in marker */
    assert_int_equal(meeting_names(s.m, "procedure", NULL), REF_KIND);
    assert_int_equal(meeting_names(s.m, "NATIONAL", NULL), REF_NATIONAL);
    assert_int_equal(meeting_names(s.m, "end", NULL), REF_END);
    assert_int_equal(meeting_names(s.m, "pol", NULL), 0);
    assert_int_equal(meeting_names(s.m, "", NULL), 0);
    assert_int_equal(meeting_names(s.m, NULL, NULL), 0);
}

static void ids_of_items(void **state) {
    struct sitting s = sitting_open(*state);
    char id[16];
    struct event_add_item body = {.title = "More", .minutes = {true, 5}, .purpose = PURPOSE_DISCUSSION};
    assert_string_equal(meeting_next_item_id(s.m, id), "I10");
    static const char *const wrong[] = {"C9", "BOARD", "none", "an item", "I1234567890123456", "\xc3\x89"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        body.id = wrong[i];
        REFUSED(said(&s, "13:29", DO_ADD_ITEM, &body), REFUSED_ID_ORDER);
    }
    static const char *const used[] = {"POL", "HSCB", "HMB-02"}; /* an agency, the board, the review */
    for (size_t i = 0; i < sizeof used / sizeof *used; i++) {
        body.id = used[i];
        REFUSED(said(&s, "13:29", DO_ADD_ITEM, &body), REFUSED_ID_USED);
    }
    body.id = "AOB-1";
    TAKEN(said(&s, "13:29", DO_ADD_ITEM, &body));
    assert_int_equal(meeting_item_place(s.m, "AOB-1"), 9);
    assert_string_equal(meeting_next_item_id(s.m, id), "I10");
}

/* --- amended --- */

static void an_amendment_keeps_the_old_words(void **state) {
    struct sitting s = sitting_open(*state);
    TAKEN(challenge(&s, "13:29", "C1", "POL", "EDU"));
    TAKEN(amend(&s, "13:30", "C1", "given given_by outcome",
                &(struct challenge){.given = "Because", .given_by = "EDU", .outcome = CHALLENGE_EXPLAINED}));
    const struct record_state *record = meeting_record(s.m, "C1");
    const struct challenge *now = record->now, *before = record->words->earlier->value;
    assert_string_equal(now->put, "Why?");
    assert_string_equal(now->given, "Because");
    assert_int_equal(now->outcome, CHALLENGE_EXPLAINED);
    assert_null(before->given);
    assert_ptr_equal(record->words->value, now);
    assert_int_equal(record->words->event, 2);
    assert_int_equal(record->words->earlier->event, 1);
    TAKEN(amend(&s, "13:31", "C1", "outcome reason", &(struct challenge){.reason = "Taken back"})); /* outcome: ~ */
    assert_int_equal(((const struct challenge *)meeting_record(s.m, "C1")->now)->outcome, 0);
}

static void an_amendment_must_stand(void **state) {
    struct sitting s = sitting_open(*state);
    TAKEN(challenge(&s, "13:29", "C1", "POL", "EDU"));
    TAKEN(agreement(&s, "13:30", "A1", "EDU"));
    struct challenge none = {.put = NULL};
    REFUSED(amend(&s, "13:31", "C1", "put", &none), REFUSED_REQUIRED);
    REFUSED(amend(&s, "13:31", "C1", "id", &(struct challenge){.id = "C2"}), REFUSED_COMBINATION);
    REFUSED(amend(&s, "13:31", "C1", "to", &(struct challenge){.to = "F1"}), REFUSED_NO_SUCH);
    REFUSED(amend(&s, "13:31", "C2", "put", &(struct challenge){.put = "When?"}), REFUSED_NO_SUCH);
    REFUSED(amend(&s, "13:31", "A1", "priority", &(struct agreement){.priority = PRIORITY_DEFERRED}), REFUSED_REQUIRED);
    REFUSED(amend(&s, "13:31", "C1", "", &none), REFUSED_REQUIRED);
    TAKEN(amend(&s, "13:31", "A1", "priority reason revisit",
                &(struct agreement){.priority = PRIORITY_DEFERRED, .reason = "Later", .revisit = day_of(2017, 2, 14)}));
    REFUSED(amend(&s, "13:32", "A1", "reason", &(struct agreement){.reason = NULL}), REFUSED_REQUIRED);
}

/* Two who put the same right, or an undo in between, are no fault of the file. */
static void an_amendment_may_change_nothing(void **state) {
    struct sitting s = sitting_open(*state);
    TAKEN(agreement(&s, "13:29", "A1", "EDU"));
    TAKEN(said(&s, "13:30", DO_ASSENT, &(struct event_assent){.id = "A1", .agency = "EDU", .state = ASSENT_AGREED}));
    TAKEN(amend(&s, "13:31", "A1", "owner", &(struct agreement){.owner = "EDU"}));
    const struct record_state *record = meeting_record(s.m, "A1");
    assert_true(assent_current(record, assent_of(record, "EDU"))); /* to the same words */
    TAKEN(amend(&s, "13:32", "A1", "status", &(struct agreement){.status = AGREEMENT_DONE}));
    TAKEN(amend(&s, "13:33", "A1", "status", &(struct agreement){.status = AGREEMENT_STOPPED}));
    TAKEN(amend(&s, "13:34", "A1", "status", &(struct agreement){.status = AGREEMENT_DONE}));
    TAKEN(undo(&s, "13:35", "13:33"));
    assert_int_equal(((const struct agreement *)meeting_record(s.m, "A1")->now)->status, AGREEMENT_DONE);
}

static void another_kind_of_record(void **state) {
    struct sitting s = sitting_open(*state);
    TAKEN(challenge(&s, "13:29", "C1", "POL", "EDU"));
    struct note words = {.text = "x"};
    struct event_amend body = {.id = "C1", .set = {&SHAPE_NOTE, &words, 1 << 3}};
    REFUSED(said(&s, "13:30", DO_AMEND, &body), REFUSED_COMBINATION);
}

/* --- withdrawn --- */

static void a_withdrawn_record_is_left_alone(void **state) {
    struct sitting s = sitting_open(*state);
    TAKEN(agreement(&s, "13:29", "A1", "EDU"));
    TAKEN(withdraw(&s, "13:30", "A1"));
    assert_true(meeting_record(s.m, "A1")->withdrawn);
    assert_string_equal(meeting_record(s.m, "A1")->withdraw_reason, "Recorded twice");
    REFUSED(withdraw(&s, "13:31", "A1"), REFUSED_WITHDRAWN);
    REFUSED(amend(&s, "13:31", "A1", "text", &(struct agreement){.text = "Do more"}), REFUSED_WITHDRAWN);
    REFUSED(assent(&s, "13:31", "EDU", ASSENT_AGREED, NULL), REFUSED_WITHDRAWN);
    REFUSED(progress(&s, "13:31", "A1", AGREEMENT_DONE), REFUSED_WITHDRAWN);
    REFUSED(said(&s, "13:31", DO_READBACK, &(struct event_readback){.item = "I8", .records = ids(*state, "A1", NULL)}),
            REFUSED_WITHDRAWN);
    REFUSED(withdraw(&s, "13:31", "A9"), REFUSED_NO_SUCH);
}

/* --- proposals --- */

static void a_proposal_is_decided_once(void **state) {
    struct sitting s = sitting_open(*state);
    TAKEN(said(&s, "13:29", DO_AGREEMENT, &(struct agreement){.id = "A1", .text = "As amended", .from = "D1"}));
    assert_string_equal(s.m->proposals[0].adopted, "A1");
    REFUSED(said(&s, "13:30", DO_AGREEMENT, &(struct agreement){.id = "A2", .text = "Again", .from = "D1"}),
            REFUSED_DECIDED);
    TAKEN(said(&s, "13:30", DO_REJECT, &(struct event_withdraw){.id = "D2", .reason = "Weak"}));
    REFUSED(said(&s, "13:31", DO_AGREEMENT, &(struct agreement){.id = "A2", .text = "Again", .from = "D2"}),
            REFUSED_DECIDED);
    REFUSED(said(&s, "13:31", DO_REJECT, &(struct event_withdraw){.id = "D2", .reason = "Weak"}), REFUSED_DECIDED);
    TAKEN(amend(&s, "13:32", "A1", "from", &(struct agreement){.from = NULL}));
    assert_null(s.m->proposals[0].adopted); /* it was named by mistake */
    TAKEN(agreement(&s, "13:33", "A2", "ACU"));
    REFUSED(amend(&s, "13:34", "A2", "from", &(struct agreement){.from = "D2"}), REFUSED_DECIDED);
    TAKEN(amend(&s, "13:34", "A2", "from", &(struct agreement){.from = "D1"}));
    assert_string_equal(s.m->proposals[0].adopted, "A2");
    TAKEN(withdraw(&s, "13:35", "A2"));
    assert_string_equal(s.m->proposals[0].adopted, "A2"); /* it stays decided */
}

/* --- assent, progress, read-back --- */

static void assent_is_to_the_words_as_they_stand(void **state) {
    struct sitting s = sitting_open(*state);
    TAKEN(agreement(&s, "13:29", "A1", "EDU"));
    REFUSED(assent(&s, "13:30", "EDU", ASSENT_RESERVATION, NULL), REFUSED_REQUIRED);
    REFUSED(assent(&s, "13:30", "EDU", ASSENT_DECLINED, "  "), REFUSED_REQUIRED);
    TAKEN(assent(&s, "13:30", "EDU", ASSENT_RESERVATION, "If funded"));
    TAKEN(assent(&s, "13:31", "POL", ASSENT_AGREED, NULL));
    TAKEN(assent(&s, "13:32", "EDU", ASSENT_AGREED, NULL));
    const struct record_state *record = meeting_record(s.m, "A1");
    assert_int_equal(assent_of(record, "EDU")->assent->state, ASSENT_AGREED);
    assert_int_equal(assent_of(record, "EDU")->earlier->earlier->assent->state, ASSENT_RESERVATION);
    assert_null(assent_of(record, "COM"));
    TAKEN(amend(&s, "13:33", "A1", "measure", &(struct agreement){.measure = "Fewer"}));
    assert_true(assent_current(record, assent_of(record, "EDU"))); /* measure is not among what is agreed to */
    static const struct {
        const char *key;
        struct agreement set;
    } asked_again[] = {{"text", {.text = "Do more"}}, {"owner", {.owner = "POL"}}, {"due", {.due = 736330}}};
    for (size_t i = 0; i < sizeof asked_again / sizeof *asked_again; i++) {
        char clock[] = "14:00";
        clock[3] = (char)('0' + i);
        clock[4] = '0';
        TAKEN(amend(&s, clock, "A1", asked_again[i].key, &asked_again[i].set));
        assert_false(assent_current(meeting_record(s.m, "A1"), assent_of(meeting_record(s.m, "A1"), "EDU")));
        clock[4] = '5';
        TAKEN(assent(&s, clock, "EDU", ASSENT_AGREED, NULL));
        assert_true(assent_current(meeting_record(s.m, "A1"), assent_of(meeting_record(s.m, "A1"), "EDU")));
    }
    TAKEN(amend(&s, "15:00", "A1", "partners", &(struct agreement){.partners = ids(*state, "COM", NULL)}));
    assert_false(assent_current(meeting_record(s.m, "A1"), assent_of(meeting_record(s.m, "A1"), "EDU")));
    REFUSED(said(&s, "15:01", DO_ASSENT, &(struct event_assent){.id = "C1", .agency = "EDU", .state = ASSENT_AGREED}),
            REFUSED_NO_SUCH);
}

static void progress_sets_the_status(void **state) {
    struct sitting s = sitting_open(*state);
    TAKEN(agreement(&s, "13:29", "A1", "EDU"));
    TAKEN(challenge(&s, "13:30", "C1", "POL", "EDU"));
    TAKEN(assent(&s, "13:31", "EDU", ASSENT_AGREED, NULL));
    TAKEN(progress(&s, "13:32", "A1", AGREEMENT_DONE));
    assert_int_equal(agreement_now(&s, "A1")->status, AGREEMENT_DONE);
    const struct record_state *record = meeting_record(s.m, "A1");
    assert_int_equal(((const struct agreement *)record->words->earlier->value)->status, 0);
    assert_true(assent_current(record, assent_of(record, "EDU")));
    assert_int_equal(record->progress->at.at, at("13:32"));
    TAKEN(progress(&s, "13:33", "A1", (enum agreement_status)0)); /* words alone */
    assert_int_equal(agreement_now(&s, "A1")->status, AGREEMENT_DONE);
    assert_non_null(meeting_record(s.m, "A1")->progress->earlier);
    TAKEN(progress(&s, "13:34", "C1", (enum agreement_status)0));
    REFUSED(progress(&s, "13:35", "C1", AGREEMENT_DONE), REFUSED_COMBINATION);
}

static void read_back(void **state) {
    struct sitting s = sitting_open(*state);
    TAKEN(agreement(&s, "13:29", "A1", "EDU"));
    TAKEN(agreement(&s, "13:30", "A2", "EDU"));
    assert_int_equal(meeting_record(s.m, "A1")->read_event, SIZE_MAX);
    TAKEN(said(&s, "13:31", DO_READBACK, &(struct event_readback){.item = "I8", .records = ids(*state, "A1", NULL)}));
    assert_int_equal(meeting_record(s.m, "A1")->read_event, 3);
    assert_int_equal(meeting_record(s.m, "A2")->read_event, SIZE_MAX);
}

static void as_is_and_the_questions(void **state) {
    struct sitting s = sitting_open(*state);
    TAKEN(said(&s, "13:29", DO_AS_IS, &(struct event_as_is){.finding = "F5", .reason = "A programme starts in May"}));
    assert_string_equal(s.m->findings[4].as_is, "A programme starts in May");
    TAKEN(said(&s, "13:30", DO_ASSESS, &(struct event_assess){.question = "Q3", .answer = ANSWER_PARTLY}));
    TAKEN(said(&s, "13:31", DO_ASSESS, &(struct event_assess){.question = "Q3", .answer = ANSWER_NOT_MET}));
    assert_int_equal(s.m->assessments[2].assess->answer, ANSWER_NOT_MET);
    assert_int_equal(s.m->assessments[2].event, 3);
    assert_null(s.m->assessments[0].assess);
    REFUSED(said(&s, "13:32", DO_ASSESS, &(struct event_assess){.question = "Q9", .answer = ANSWER_MET}),
            REFUSED_NO_SUCH);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        SITTING_TEST(what_a_challenge_needs),
        SITTING_TEST(who_may_stand_where),
        SITTING_TEST(what_an_agreement_needs),
        SITTING_TEST(a_position_has_a_reason),
        SITTING_TEST(ids_are_said_aloud),
        SITTING_TEST(what_an_id_names),
        SITTING_TEST(ids_of_items),
        SITTING_TEST(an_amendment_keeps_the_old_words),
        SITTING_TEST(an_amendment_may_change_nothing),
        SITTING_TEST(an_amendment_must_stand),
        SITTING_TEST(another_kind_of_record),
        SITTING_TEST(a_withdrawn_record_is_left_alone),
        SITTING_TEST(a_proposal_is_decided_once),
        SITTING_TEST(assent_is_to_the_words_as_they_stand),
        SITTING_TEST(progress_sets_the_status),
        SITTING_TEST(read_back),
        SITTING_TEST(as_is_and_the_questions),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
