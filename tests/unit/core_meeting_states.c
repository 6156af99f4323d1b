/* What may be said in which state: every act in each of the six, from the design's paragraph on states. */
#include "core_sitting.h"

/* A meeting with C1 and A1 on record, in the state asked for. READY has no clock; the others stopped at 14:00. */
static struct sitting sitting_in(struct arena *arena, enum meeting_status status) {
    struct sitting s = sitting_open(arena);
    TAKEN(challenge(&s, "13:28:10", "C1", "POL", "EDU"));
    TAKEN(agreement(&s, "13:28:20", "A1", "EDU"));
    if (status != MEETING_READY)
        TAKEN(start(&s, "13:30", "I1"));
    if (status == MEETING_PAUSED)
        TAKEN(plain(&s, "14:00", DO_PAUSE));
    if (status == MEETING_ADJOURNED)
        TAKEN(plain(&s, "14:00", DO_ADJOURN));
    if (status == MEETING_CLOSED || status == MEETING_CONFIRMED)
        TAKEN(plain(&s, "14:00", DO_CLOSE));
    if (status == MEETING_CONFIRMED)
        TAKEN(plain(&s, "14:01", DO_CONFIRM));
    assert_int_equal(s.m->status, status);
    return s;
}

/* r running, p paused, and so on; a letter where the act is taken. READY is y, adjourned a, closed c, confirmed f. */
static const struct {
    enum event_do what;
    const char *states;
} allowed[] = {
    {DO_OPEN, ""},         {DO_START, "yrp"},     {DO_PAUSE, "r"},        {DO_RESUME, "p"},
    {DO_EXTEND, "yrp"},    {DO_SKIP, "yrp"},      {DO_PARK, "yrp"},       {DO_GAP, "r"},
    {DO_REPAIR, "yrp"},    {DO_REPLAN, "yrp"},    {DO_ADD_ITEM, "yrp"},   {DO_MOVE_ITEM, "yrp"},
    {DO_HAND_OVER, "yrp"}, {DO_ATTEND, "yrp"},    {DO_FOCUS, "yrp"},      {DO_HEARD, "yrp"},
    {DO_POSITION, "yrp"},  {DO_CHALLENGE, "yrp"}, {DO_AGREEMENT, "yrp"},  {DO_ENGAGEMENT, "yrp"},
    {DO_NOTE, "yrp"},      {DO_AMEND, "yrpcf"},   {DO_ASSENT, "yrpcf"},   {DO_WITHDRAW, "yrpcf"},
    {DO_REJECT, "yrp"},    {DO_AS_IS, "yrp"},     {DO_PROGRESS, "yrpcf"}, {DO_READBACK, "yrpcf"},
    {DO_ASSESS, "yrpcf"},  {DO_ADJOURN, "yrp"},   {DO_CLOSE, "yrp"},      {DO_REOPEN, "ac"},
    {DO_CONFIRM, "c"},
};

/* 22 November 2016 in UTC. */
#define CLOCK(hours, mins)                                                                                             \
    { .at = 1479772800000 + (instant)(hours)*MS_HOUR + (instant)(mins)*MS_MINUTE }
#define BODY(type, ...)                                                                                                \
    &(type) {                                                                                                          \
        __VA_ARGS__                                                                                                    \
    }

static struct replan_item replanned[] = {{.item = "I5", .minutes = {true, 20}}};
static struct challenge answered = {.given = "Because"};

/* Of each act one that nothing but the state can be against. */
static const void *const bodies[DO_COUNT] = {
    [DO_OPEN] = BODY(struct event_open, .program = "candour 1.0.0"),
    [DO_START] = BODY(struct event_start, .item = "I2"),
    [DO_PAUSE] = BODY(struct event_reason, .reason = "A break"),
    [DO_RESUME] = BODY(struct event_reason, .reason = "All back"),
    [DO_EXTEND] = BODY(struct event_extend, .item = "I3", .minutes = {true, 5}),
    [DO_SKIP] = BODY(struct event_item, .item = "I4"),
    [DO_PARK] = BODY(struct event_item, .item = "I4"),
    [DO_GAP] = BODY(struct event_gap, .from = CLOCK(13, 40), .to = CLOCK(13, 50), .until = CLOCK(13, 45)),
    [DO_REPAIR] = BODY(struct event_repair, .item = "I1", .minutes = {true, 7}, .reason = "Forgotten"),
    [DO_REPLAN] = BODY(struct event_replan, .items = {replanned, 1}),
    [DO_ADD_ITEM] = BODY(struct event_add_item, .id = "I10", .title = "Any other business", .minutes = {true, 5},
                         .purpose = PURPOSE_DISCUSSION),
    [DO_MOVE_ITEM] = BODY(struct event_move_item, .item = "I9", .after = "I5"),
    [DO_HAND_OVER] = BODY(struct event_hand_over, .role = HAND_OVER_CHAIR, .to = "DN"),
    [DO_ATTEND] = BODY(struct event_attend, .person = "DN", .state = ATTEND_PRESENT),
    [DO_FOCUS] = BODY(struct event_focus, .finding = "F1"),
    [DO_HEARD] = BODY(struct event_heard, .agency = "POL"),
    [DO_POSITION] = BODY(struct event_position, .finding = "F1", .position = POSITION_ACCEPTED),
    [DO_CHALLENGE] = BODY(struct challenge, .id = "C2", .by = "POL", .to = "CHAIR", .put = "Why?"),
    [DO_AGREEMENT] = BODY(struct agreement, .id = "A2", .text = "Do it"),
    [DO_ENGAGEMENT] = BODY(struct engagement, .id = "E1", .audience = "Midwives", .activity = "A briefing"),
    [DO_NOTE] = BODY(struct note, .id = "N1", .text = "Noted"),
    [DO_AMEND] = BODY(struct event_amend, .id = "C1", .set = {&SHAPE_CHALLENGE, &answered, 1 << 9 /* given */}),
    [DO_ASSENT] = BODY(struct event_assent, .id = "A1", .agency = "EDU", .state = ASSENT_AGREED),
    [DO_WITHDRAW] = BODY(struct event_withdraw, .id = "C1", .reason = "Twice"),
    [DO_REJECT] = BODY(struct event_withdraw, .id = "D1", .reason = "Covered"),
    [DO_AS_IS] = BODY(struct event_as_is, .finding = "F5", .reason = "Known"),
    [DO_PROGRESS] = BODY(struct event_progress, .id = "A1", .text = "Begun"),
    [DO_READBACK] = BODY(struct event_readback, .item = "I8"),
    [DO_ASSESS] = BODY(struct event_assess, .question = "Q1", .answer = ANSWER_MET),
    [DO_ADJOURN] = BODY(struct event_reason, .reason = "Out of time"),
    [DO_CLOSE] = BODY(struct event_reason, .reason = "Done"),
    [DO_REOPEN] = BODY(struct event_reason, .reason = "Back"),
    [DO_CONFIRM] = BODY(struct event_reason, .reason = "Read and agreed"),
};

static const struct {
    enum meeting_status status;
    char letter;
    enum refusal_code refusal;
} statuses[] = {
    {MEETING_READY, 'y', REFUSED_READY},   {MEETING_RUNNING, 'r', REFUSED_RUNNING},
    {MEETING_PAUSED, 'p', REFUSED_PAUSED}, {MEETING_ADJOURNED, 'a', REFUSED_ADJOURNED},
    {MEETING_CLOSED, 'c', REFUSED_CLOSED}, {MEETING_CONFIRMED, 'f', REFUSED_CONFIRMED},
};

static enum refusal_code expected(enum event_do what, const char *states, size_t in) {
    if (what == DO_OPEN)
        return REFUSED_OPEN_AGAIN;
    return strchr(states, statuses[in].letter) == NULL ? statuses[in].refusal : REFUSED_NOT;
}

static void every_act_in_every_state(void **state) {
    for (size_t in = 0; in < sizeof statuses / sizeof *statuses; in++)
        for (size_t i = 0; i < sizeof allowed / sizeof *allowed; i++) {
            enum event_do what = allowed[i].what;
            struct sitting s = sitting_in(*state, statuses[in].status);
            enum refusal_code code = said(&s, "14:05", what, bodies[what]).code;
            if (code != expected(what, allowed[i].states, in))
                fail_msg("%s while %c: %d", event_kinds[what].word, statuses[in].letter, (int)code);
        }
}

/* The same answers for the greyed-out key, where no body is there yet. */
static void may_says_the_same(void **state) {
    for (size_t in = 0; in < sizeof statuses / sizeof *statuses; in++)
        for (size_t i = 0; i < sizeof allowed / sizeof *allowed; i++) {
            enum event_do what = allowed[i].what;
            struct sitting s = sitting_in(*state, statuses[in].status);
            enum refusal_code code = expected(what, allowed[i].states, in);
            assert_int_equal(meeting_may(s.m, what).code, code);
        }
}

/* Undo and redo: where an act that can be undone may be said, and after the close. */
static void undo_in_every_state(void **state) {
    struct sitting ready = sitting_in(*state, MEETING_READY);
    TAKEN(undo(&ready, "14:05", "13:28:10"));
    TAKEN(redo(&ready, "14:06", "13:28:10"));
    struct sitting paused = sitting_in(*state, MEETING_PAUSED);
    TAKEN(undo(&paused, "14:05", "14:00"));
    struct sitting left = sitting_in(*state, MEETING_ADJOURNED);
    REFUSED(undo(&left, "14:05", "13:30"), REFUSED_ADJOURNED);
    REFUSED(redo(&left, "14:05", "13:30"), REFUSED_ADJOURNED);
    struct sitting confirmed = sitting_in(*state, MEETING_CONFIRMED);
    TAKEN(said(&confirmed, "14:02", DO_PROGRESS, bodies[DO_PROGRESS]));
    TAKEN(undo(&confirmed, "14:05", "14:02"));
    TAKEN(redo(&confirmed, "14:06", "14:02"));
}

static void open_comes_first_and_once(void **state) {
    struct sitting s = sitting_new(*state, harrowmere_agenda(*state));
    for (int what = 0; what < DO_COUNT; what++)
        if (what != DO_OPEN)
            assert_int_equal(meeting_may(s.m, (enum event_do)what).code, REFUSED_FIRST_NOT_OPEN);
    REFUSED(start(&s, "13:30", "I1"), REFUSED_FIRST_NOT_OPEN);
    assert_int_equal(s.m->event_count, 0);
    TAKEN(said(&s, "13:28", DO_OPEN, bodies[DO_OPEN]));
    assert_int_equal(s.m->opened, at("13:28"));
    assert_int_equal(s.m->status, MEETING_READY);
    REFUSED(said(&s, "13:29", DO_OPEN, bodies[DO_OPEN]), REFUSED_OPEN_AGAIN);
}

static void each_is_later_than_the_last(void **state) {
    struct sitting s = sitting_in(*state, MEETING_RUNNING);
    REFUSED(said(&s, "13:30", DO_NOTE, bodies[DO_NOTE]), REFUSED_TIME_ORDER);
    REFUSED(said(&s, "13:29", DO_NOTE, bodies[DO_NOTE]), REFUSED_TIME_ORDER);
    struct event event = event_said(*state, "13:30", DO_NOTE, bodies[DO_NOTE]);
    event.at.at++; /* a millisecond is enough */
    TAKEN(meeting_apply(s.m, &event));
}

static void reopen_leads_to_where_it_was(void **state) {
    struct sitting s = sitting_in(*state, MEETING_CLOSED);
    TAKEN(plain(&s, "15:00", DO_REOPEN));
    assert_int_equal(s.m->status, MEETING_PAUSED);
    assert_int_equal(s.m->current, 0);
    assert_int_equal(s.m->paused_at, at("15:00"));
    assert_int_equal(used(&s, "I1", "15:00"), minutes(30)); /* 13:30 to 14:00: closed time takes none */
    struct sitting unbegun = sitting_in(*state, MEETING_READY);
    TAKEN(plain(&unbegun, "14:00", DO_ADJOURN));
    TAKEN(plain(&unbegun, "15:00", DO_REOPEN));
    assert_int_equal(unbegun.m->status, MEETING_READY);
    REFUSED(start_back(&unbegun, "15:01", "I1", 2), REFUSED_BACK_TOO_FAR);
    TAKEN(start_back(&unbegun, "15:01", "I1", 1));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        SITTING_TEST(every_act_in_every_state),    SITTING_TEST(may_says_the_same),
        SITTING_TEST(undo_in_every_state),         SITTING_TEST(open_comes_first_and_once),
        SITTING_TEST(each_is_later_than_the_last), SITTING_TEST(reopen_leads_to_where_it_was),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
