/* Who is in the room and who was heard. */
#include "core_sitting.h"

static struct refusal attend(struct sitting *s, const char *clock, const char *who, enum attendance how,
                             const char *agency, const char *deputy_for) {
    bool listed = meeting_names(s->m, who, NULL) == REF_PERSON;
    return said(s, clock, DO_ATTEND,
                &(struct event_attend){.person = listed ? who : NULL,
                                       .name = listed ? NULL : who,
                                       .state = (int)how,
                                       .agency = agency,
                                       .deputy_for = deputy_for});
}

static struct refusal heard(struct sitting *s, const char *clock, const char *agency) {
    return said(s, clock, DO_HEARD, &(struct event_heard){.agency = agency});
}

static void not_recorded_counts_as_here(void **state) {
    struct sitting s = sitting_open(*state);
    assert_true(meeting_in_room(s.m, "CCG"));
    TAKEN(attend(&s, "13:29", "DN", ATTEND_APOLOGIES, NULL, NULL)); /* DN speaks for CCG */
    assert_false(meeting_in_room(s.m, "CCG"));
    TAKEN(attend(&s, "13:30", "Dr Hale", ATTEND_PRESENT, "CCG", NULL));
    assert_true(meeting_in_room(s.m, "CCG")); /* anyone of it */
    TAKEN(attend(&s, "13:31", "Dr Hale", ATTEND_LEFT, NULL, NULL));
    assert_false(meeting_in_room(s.m, "CCG"));
    TAKEN(attend(&s, "13:32", "DN", ATTEND_PRESENT, NULL, NULL));
    assert_true(meeting_in_room(s.m, "CCG"));
    assert_true(meeting_in_room(s.m, "BOARD"));
    assert_true(meeting_in_room(s.m, "POL"));
    assert_int_equal(s.m->attendance_count, 2);
    assert_int_equal(s.m->attendance[0].at, at("13:32"));
}

static void a_person_wears_two_hats(void **state) {
    struct sitting s = sitting_open(*state);
    TAKEN(attend(&s, "13:29", "DN", ATTEND_PRESENT, NULL, NULL));
    TAKEN(attend(&s, "13:30", "DN", ATTEND_PRESENT, "COM", NULL));
    assert_int_equal(s.m->attendance_count, 2);
    assert_string_equal(s.m->attendance[0].agency, "CCG");
    assert_string_equal(s.m->attendance[1].agency, "COM");
    assert_int_equal(s.m->attendance[0].next, 1);
    TAKEN(attend(&s, "13:31", "DN", ATTEND_LEFT, "COM", NULL));
    assert_true(meeting_in_room(s.m, "CCG"));
    assert_false(meeting_in_room(s.m, "COM"));
    TAKEN(attend(&s, "13:32", "DN", ATTEND_LEFT, NULL, NULL)); /* whoever leaves, leaves with all hats */
    assert_false(meeting_in_room(s.m, "CCG"));
    assert_int_equal(s.m->attendance_count, 2);
}

static void a_deputy_sits_for_the_other(void **state) {
    struct sitting s = sitting_open(*state);
    TAKEN(attend(&s, "13:29", "LAY1", ATTEND_ABSENT, NULL, NULL));
    assert_false(meeting_in_room(s.m, "LAY"));
    TAKEN(attend(&s, "13:30", "M. Osei", ATTEND_PRESENT, NULL, "LAY1"));
    assert_true(meeting_in_room(s.m, "LAY"));
    assert_string_equal(s.m->attendance[1].agency, "LAY");
    assert_string_equal(s.m->attendance[1].deputy_for, "LAY1");
    TAKEN(attend(&s, "13:31", "M. Osei", ATTEND_LEFT, NULL, NULL));
    assert_false(meeting_in_room(s.m, "LAY"));
    TAKEN(attend(&s, "13:32", "DN", ATTEND_PRESENT, NULL, "POL")); /* for POL today, not for CCG */
    assert_string_equal(s.m->attendance[2].agency, "POL");
    assert_int_equal(s.m->attendance_count, 3);
}

static void an_interest_is_kept(void **state) {
    struct sitting s = sitting_open(*state);
    TAKEN(said(&s, "13:29", DO_ATTEND,
               &(struct event_attend){.person = "DN", .state = ATTEND_PRESENT, .interest = "Was the caseworker"}));
    TAKEN(attend(&s, "13:30", "DN", ATTEND_LEFT, NULL, NULL));
    assert_string_equal(s.m->attendance[0].interest, "Was the caseworker");
    assert_int_equal(s.m->attendance[0].attend->state, ATTEND_LEFT);
}

static void somebody_must_be_named(void **state) {
    struct sitting s = sitting_open(*state);
    REFUSED(said(&s, "13:29", DO_ATTEND, &(struct event_attend){.state = ATTEND_PRESENT, .agency = "POL"}),
            REFUSED_REQUIRED);
    REFUSED(said(&s, "13:29", DO_ATTEND,
                 &(struct event_attend){.person = "DN", .name = "Dr Hale", .state = ATTEND_PRESENT}),
            REFUSED_COMBINATION);
    REFUSED(said(&s, "13:29", DO_ATTEND, &(struct event_attend){.person = "DN"}), REFUSED_REQUIRED);
    REFUSED(said(&s, "13:29", DO_ATTEND, &(struct event_attend){.person = "XX", .state = ATTEND_PRESENT}),
            REFUSED_NO_SUCH);
}

static void who_holds_the_chair(void **state) {
    struct sitting s = sitting_open(*state);
    assert_null(s.m->chair);
    TAKEN(said(&s, "13:29", DO_HAND_OVER, &(struct event_hand_over){.role = HAND_OVER_CHAIR, .to = "LEG"}));
    TAKEN(said(&s, "13:30", DO_HAND_OVER, &(struct event_hand_over){.role = HAND_OVER_MINUTES, .to = "BMG"}));
    assert_string_equal(s.m->chair, "LEG");
    assert_string_equal(s.m->minutes, "BMG");
    REFUSED(said(&s, "13:31", DO_HAND_OVER, &(struct event_hand_over){.role = HAND_OVER_CHAIR, .to = "POL"}),
            REFUSED_NO_SUCH);
}

/* --- heard --- */

static void heard_in_the_item(void **state) {
    struct sitting s = sitting_open(*state);
    TAKEN(start(&s, "13:30", "I1"));
    assert_false(meeting_heard(s.m, 0, "POL"));
    TAKEN(heard(&s, "13:31", "POL"));
    TAKEN(plain(&s, "13:32", DO_PAUSE));
    TAKEN(heard(&s, "13:33", "EDU")); /* the current item still */
    TAKEN(start(&s, "13:34", "I2"));
    assert_true(meeting_heard(s.m, 0, "POL"));
    assert_true(meeting_heard(s.m, 0, "EDU"));
    assert_false(meeting_heard(s.m, 1, "POL"));
    assert_false(meeting_heard(s.m, 0, "XXX"));
    assert_false(meeting_heard(s.m, 99, "POL"));
}

static void heard_by_a_challenge(void **state) {
    struct sitting s = sitting_open(*state);
    TAKEN(start(&s, "13:30", "I1"));
    TAKEN(challenge(&s, "13:31", "C1", "POL", "EDU"));
    assert_true(meeting_heard(s.m, 0, "POL"));
    assert_false(meeting_heard(s.m, 0, "EDU")); /* challenged is not heard */
    TAKEN(start(&s, "13:32", "I2"));
    TAKEN(amend(&s, "13:33", "C1", "given given_by", &(struct challenge){.given = "Because", .given_by = "EDU"}));
    assert_true(meeting_heard(s.m, 0, "EDU")); /* in the item of the challenge */
    assert_false(meeting_heard(s.m, 1, "EDU"));
    TAKEN(amend(&s, "13:34", "C1", "by item", &(struct challenge){.by = "CCG", .item = "I3"}));
    assert_false(meeting_heard(s.m, 0, "POL"));
    assert_false(meeting_heard(s.m, 0, "EDU"));
    assert_true(meeting_heard(s.m, 2, "CCG"));
    assert_true(meeting_heard(s.m, 2, "EDU"));
    TAKEN(amend(&s, "13:35", "C1", "item", &(struct challenge){.item = NULL})); /* back to where it was said */
    assert_true(meeting_heard(s.m, 0, "CCG"));
    TAKEN(said(&s, "13:36", DO_WITHDRAW, &(struct event_withdraw){.id = "C1"}));
    assert_false(meeting_heard(s.m, 0, "CCG"));
}

static void heard_twice_is_heard(void **state) {
    struct sitting s = sitting_open(*state);
    TAKEN(start(&s, "13:30", "I1"));
    TAKEN(heard(&s, "13:31", "POL"));
    TAKEN(challenge(&s, "13:32", "C1", "POL", "EDU"));
    TAKEN(undo(&s, "13:33", "13:32"));
    assert_true(meeting_heard(s.m, 0, "POL"));
    TAKEN(undo(&s, "13:34", "13:31"));
    assert_false(meeting_heard(s.m, 0, "POL"));
}

static void quiet_speaks_of_statutory_and_relevant(void **state) {
    (void)state;
    assert_true(agency_counts(&(struct agency){.type = 0}));
    assert_true(agency_counts(&(struct agency){.type = AGENCY_STATUTORY}));
    assert_true(agency_counts(&(struct agency){.type = AGENCY_RELEVANT}));
    for (int type = AGENCY_LAY; type <= AGENCY_CHAIR; type++)
        assert_false(agency_counts(&(struct agency){.type = type}));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        SITTING_TEST(not_recorded_counts_as_here), SITTING_TEST(a_person_wears_two_hats),
        SITTING_TEST(a_deputy_sits_for_the_other), SITTING_TEST(an_interest_is_kept),
        SITTING_TEST(somebody_must_be_named),      SITTING_TEST(who_holds_the_chair),
        SITTING_TEST(heard_in_the_item),           SITTING_TEST(heard_by_a_challenge),
        SITTING_TEST(heard_twice_is_heard),        SITTING_TEST(quiet_speaks_of_statutory_and_relevant),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
