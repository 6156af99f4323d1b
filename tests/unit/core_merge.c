/* Two copies of a session that went separate ways become one: what is taken, what gives way, what is refused. */
#include "core_sitting.h"

#include "candour/base/text.h"
#include "candour/core/merge.h"
#include "support/digest.h"

/* Two copies of a meeting on two records, adjourned or closed; each goes on by itself. */
struct copies {
    struct arena *arena;
    struct sitting a, b;
};

static struct sitting begun(struct arena *arena, bool closed) {
    struct sitting s = sitting_open(arena);
    TAKEN(start(&s, "13:30", "I5"));
    TAKEN(challenge(&s, "13:31", "C1", "POL", "EDU"));
    TAKEN(agreement(&s, "13:32", "A1", "EDU"));
    TAKEN(agreement(&s, "13:33", "A2", "CSC"));
    TAKEN(plain(&s, "13:34", DO_PAUSE));
    if (closed)
        TAKEN(plain(&s, "13:40", DO_CLOSE));
    return s;
}

static struct copies copies_of(void **state, bool closed) {
    return (struct copies){.arena = *state, .a = begun(*state, closed), .b = begun(*state, closed)};
}

static struct merge *merged(const struct copies *c) {
    return merge_meetings(c->a.m, c->b.m, c->arena);
}

static struct merge *must_merge(const struct copies *c) {
    struct merge *merge = merged(c);
    assert_int_equal(merge->refusal.why, MERGE_GOOD);
    assert_non_null(merge->meeting);
    assert_int_equal(merge->meeting->event_count, merge->base + merge->count);
    return merge;
}

static const struct merge_remark *remark(const struct merge *merge, enum merge_remark_kind kind, size_t nth) {
    for (size_t i = 0; i < merge->remark_count; i++)
        if (merge->remarks[i].kind == kind && nth-- == 0)
            return &merge->remarks[i];
    fail_msg("there is no such remark");
    return NULL;
}

static size_t remarks(const struct merge *merge, enum merge_remark_kind kind) {
    size_t count = 0;
    for (size_t i = 0; i < merge->remark_count; i++)
        count += merge->remarks[i].kind == kind;
    return count;
}

static const struct agreement *agreement_now(const struct merge *merge, const char *id) {
    return meeting_record(merge->meeting, id)->now;
}

static struct refusal progress(struct sitting *s, const char *clock, const char *id, int status, const char *text) {
    return said(s, clock, DO_PROGRESS, &(struct event_progress){.id = id, .status = status, .text = text});
}

static struct refusal assent(struct sitting *s, const char *clock, const char *id, const char *agency) {
    return said(s, clock, DO_ASSENT, &(struct event_assent){.id = id, .agency = agency, .state = ASSENT_AGREED});
}

static struct refusal withdraw(struct sitting *s, const char *clock, const char *id, const char *reason) {
    return said(s, clock, DO_WITHDRAW, &(struct event_withdraw){.id = id, .reason = reason});
}

static struct refusal note(struct sitting *s, const char *clock, const char *id, const char *text) {
    return said(s, clock, DO_NOTE, &(struct note){.id = id, .text = text});
}

static struct refusal owned_by(struct sitting *s, const char *clock, const char *id, const char *owner) {
    return amend(s, clock, id, "owner", &(struct agreement){.owner = owner});
}

static struct refusal due_on(struct sitting *s, const char *clock, const char *id, int dayofmonth) {
    return amend(s, clock, id, "due", &(struct agreement){.due = day_of(2017, 3, dayofmonth)});
}

#define SAID(s, e) ((struct merge_said){s, e})
#define SAME_SAID(x, y)                                                                                                \
    do {                                                                                                               \
        struct merge_said found_ = (x), wanted_ = (y);                                                                 \
        assert_int_equal(found_.side, wanted_.side);                                                                   \
        assert_int_equal(found_.event, wanted_.event);                                                                 \
    } while (0)

/* --- what is taken --- */

static void events_come_in_order_of_time(void **state) {
    struct copies c = copies_of(state, true);
    TAKEN(progress(&c.a, "15:00", "A1", 0, "one"));
    TAKEN(progress(&c.a, "17:00", "A1", 0, "three"));
    TAKEN(progress(&c.b, "16:00", "A2", 0, "two"));
    TAKEN(progress(&c.b, "18:00", "A2", 0, "four"));
    struct merge *merge = must_merge(&c);
    assert_int_equal(merge->base, 7);
    assert_int_equal(merge->count, 4);
    assert_int_equal(merge->taken[MERGE_A], 2);
    assert_int_equal(merge->taken[MERGE_B], 2);
    assert_int_equal(merge->remark_count, 0);
    assert_int_equal(merge->rename_count, 0);
    static const char *const clocks[] = {"15:00", "16:00", "17:00", "18:00"};
    static const char *const texts[] = {"one", "two", "three", "four"};
    for (size_t i = 0; i < 4; i++) {
        const struct event_progress *body = merge->events[i].event.body;
        assert_true(merge->events[i].event.at.at == at(clocks[i]));
        assert_string_equal(body->text, texts[i]);
        assert_false(merge->events[i].changed);
        SAME_SAID(merge->events[i].said, SAID(i % 2 == 0 ? MERGE_A : MERGE_B, 7 + i / 2));
    }
}

static void a_copy_that_is_all_of_the_other(void **state) {
    struct copies c = copies_of(state, true);
    struct merge *merge = must_merge(&c);
    assert_int_equal(merge->base, 7);
    assert_int_equal(merge->count, 0);
    assert_int_equal(digest_all(merge->meeting), digest_all(c.a.m));
    TAKEN(progress(&c.b, "16:00", "A2", 0, "two"));
    merge = must_merge(&c);
    assert_int_equal(merge->count, 1);
    assert_int_equal(merge->taken[MERGE_A], 0);
    assert_int_equal(digest_all(merge->meeting), digest_all(c.b.m));
    struct merge *other = merge_meetings(c.b.m, c.a.m, c.arena);
    assert_int_equal(other->count, 1);
    assert_int_equal(digest_all(other->meeting), digest_all(c.b.m));
}

/* --- new ids --- */

static void only_the_ids_that_both_used_change(void **state) {
    struct copies c = copies_of(state, false);
    TAKEN(agreement(&c.a, "14:00", "A3", "EDU"));
    TAKEN(note(&c.a, "14:05", "N1", "Of the first"));
    TAKEN(agreement(&c.b, "14:01", "A3", "POL"));
    TAKEN(agreement(&c.b, "14:02", "A4", "CSC"));
    TAKEN(challenge(&c.b, "14:03", "C2", "CSC", "POL"));
    TAKEN(owned_by(&c.b, "14:04", "A3", "MHT"));
    struct merge *merge = must_merge(&c);
    assert_int_equal(merge->rename_count, 3);
    assert_string_equal(merge->renames[0].from, "A3");
    assert_string_equal(merge->renames[0].to, "A5"); /* the next that neither has used: A4 is B's own */
    assert_string_equal(merge->renames[1].from, "A4");
    assert_string_equal(merge->renames[1].to, "A4");
    assert_string_equal(merge->renames[2].to, "C2");
    assert_string_equal(agreement_now(merge, "A3")->owner, "EDU");
    assert_string_equal(agreement_now(merge, "A5")->owner, "MHT");
    assert_string_equal(agreement_now(merge, "A4")->owner, "CSC");
    /* "Do it" was agreed once in A, twice in B */
    assert_int_equal(merge->remark_count, 2);
    SAME_SAID(remark(merge, MERGE_REMARK_SAME_WORDS, 0)->one, SAID(MERGE_A, 6));
    assert_int_equal(remarks(merge, MERGE_REMARK_SAME_WORDS), 2);
}

/* Every place of an event that can name a record. */
static void what_refers_to_a_new_id_goes_with_it(void **state) {
    struct copies c = copies_of(state, false);
    TAKEN(challenge(&c.a, "14:00", "C2", "EDU", "POL"));
    TAKEN(agreement(&c.a, "14:00:10", "A3", "EDU"));
    TAKEN(said(&c.a, "14:00:20", DO_ADD_ITEM,
               &(struct event_add_item){.id = "I10", .title = "A", .minutes = {true, 5}, .purpose = PURPOSE_DECISION}));
    TAKEN(challenge(&c.b, "14:01", "C2", "POL", "CSC"));
    TAKEN(said(&c.b, "14:02", DO_AGREEMENT, &(struct agreement){.id = "A3", .text = "So", .from = "C2"}));
    TAKEN(amend(&c.b, "14:03", "A1", "superseded_by", &(struct agreement){.superseded_by = "A3"}));
    TAKEN(assent(&c.b, "14:04", "A3", "CSC"));
    TAKEN(progress(&c.b, "14:05", "A3", AGREEMENT_DONE, "Done"));
    TAKEN(said(&c.b, "14:06", DO_READBACK,
               &(struct event_readback){.item = "I5", .records = ids(c.arena, "A1", "A3", NULL)}));
    TAKEN(said(&c.b, "14:07", DO_ADD_ITEM,
               &(struct event_add_item){.id = "I10", .title = "B", .minutes = {true, 5}, .purpose = PURPOSE_DECISION}));
    TAKEN(said(&c.b, "14:08", DO_MOVE_ITEM, &(struct event_move_item){.item = "I10", .after = "I5"}));
    struct replan_item again = {.item = "I10", .minutes = {true, 7}};
    TAKEN(said(&c.b, "14:09", DO_REPLAN, &(struct event_replan){.items = {.items = &again, .count = 1}}));
    TAKEN(said(&c.b, "14:10", DO_CHALLENGE,
               &(struct challenge){.id = "C3", .by = "POL", .to = "CSC", .put = "x", .item = "I10"}));
    TAKEN(withdraw(&c.b, "14:11", "C2", NULL));
    struct merge *merge = must_merge(&c);
    assert_string_equal(agreement_now(merge, "A4")->from, "C4");
    assert_int_equal(agreement_now(merge, "A4")->status, AGREEMENT_DONE);
    assert_string_equal(agreement_now(merge, "A1")->superseded_by, "A4");
    assert_non_null(assent_of(meeting_record(merge->meeting, "A4"), "CSC"));
    assert_null(meeting_record(merge->meeting, "A3")->assents);
    assert_true(meeting_record(merge->meeting, "A4")->read_event != SIZE_MAX);
    assert_true(meeting_record(merge->meeting, "A3")->read_event == SIZE_MAX);
    assert_true(meeting_record(merge->meeting, "C4")->withdrawn);
    assert_false(meeting_record(merge->meeting, "C2")->withdrawn);
    const struct challenge *third = meeting_record(merge->meeting, "C3")->now;
    assert_string_equal(third->item, "I11");
    int32_t place = meeting_item_place(merge->meeting, "I11");
    MS(merge->meeting->items[place].granted, 7);
    MS(merge->meeting->items[meeting_item_place(merge->meeting, "I10")].granted, 5);
    assert_int_equal(merge->meeting->order[5], place);
    /* B's own records are as they were */
    assert_string_equal(((const struct agreement *)meeting_record(c.b.m, "A3")->now)->from, "C2");
}

static void texts_are_not_changed_but_named(void **state) {
    struct copies c = copies_of(state, false);
    TAKEN(note(&c.a, "14:00", "N1", "Ours"));
    TAKEN(said(
        &c.a, "14:00:30", DO_ADD_ITEM,
        &(struct event_add_item){.id = "any-other", .title = "A", .minutes = {true, 5}, .purpose = PURPOSE_DECISION}));
    TAKEN(note(&c.b, "14:01", "N1", "Theirs"));
    TAKEN(note(&c.b, "14:02", "N2", "See N1, and N1-N2 and \xE2\x80\x9CN1\xE2\x80\x9D; not N10, xN1 or N1x"));
    TAKEN(note(&c.b, "14:03", "N3", "See N10"));
    TAKEN(progress(&c.b, "14:04", "A1", 0, "in any-other"));
    TAKEN(said(
        &c.b, "14:05", DO_ADD_ITEM,
        &(struct event_add_item){.id = "any-other", .title = "B", .minutes = {true, 5}, .purpose = PURPOSE_DECISION}));
    struct merge *merge = must_merge(&c);
    assert_int_equal(remarks(merge, MERGE_REMARK_MENTION), 2);
    assert_string_equal(remark(merge, MERGE_REMARK_MENTION, 0)->id, "N1");
    assert_string_equal(remark(merge, MERGE_REMARK_MENTION, 0)->about, "N2");
    assert_string_equal(remark(merge, MERGE_REMARK_MENTION, 1)->id, "any-other");
    assert_string_equal(remark(merge, MERGE_REMARK_MENTION, 1)->about, "A1");
    const struct note *second = meeting_record(merge->meeting, "N2")->now;
    assert_non_null(strstr(second->text, "See N1, and N1-N2"));
    assert_true(meeting_item_place(merge->meeting, "I10") >= 0);
}

/* What was withdrawn or undone keeps its number, on either side. */
static void numbers_once_used_are_not_used_again(void **state) {
    struct copies c = copies_of(state, false);
    TAKEN(note(&c.a, "14:00", "N1", "Undone"));
    TAKEN(undo(&c.a, "14:01", "14:00"));
    TAKEN(note(&c.b, "14:02", "N1", "Stands"));
    TAKEN(note(&c.b, "14:03", "N7", "By hand"));
    TAKEN(note(&c.a, "14:04", "N2", "Ours"));
    TAKEN(note(&c.b, "14:05", "N2", "Theirs"));
    struct merge *merge = must_merge(&c);
    assert_null(meeting_record(merge->meeting, "N1"));
    assert_string_equal(merge->renames[0].to, "N8");
    assert_string_equal(merge->renames[1].to, "N7");
    assert_string_equal(merge->renames[2].to, "N9");
}

/* --- the same instant --- */

static void two_events_of_one_instant(void **state) {
    struct copies c = copies_of(state, true);
    TAKEN(progress(&c.a, "15:00", "A1", 0, "A's"));
    TAKEN(progress(&c.b, "15:00", "A2", 0, "B's"));
    TAKEN(progress(&c.b, "15:10", "A2", 0, "taken back"));
    TAKEN(progress(&c.a, "15:10", "A1", 0, "A's again"));
    TAKEN(undo(&c.b, "15:20", "15:10"));
    struct merge *merge = must_merge(&c);
    assert_int_equal(merge->count, 5);
    assert_true(merge->events[0].event.at.at == at("15:00"));
    assert_int_equal(merge->events[0].said.side, MERGE_A);
    assert_true(merge->events[1].event.at.at == at("15:00") + 1);
    assert_true(merge->events[1].changed);
    assert_true(merge->events[3].event.at.at == at("15:10") + 1);
    const struct event_of *of = merge->events[4].event.body;
    assert_true(of->of.at == at("15:10") + 1); /* the undo goes with what it undoes */
    assert_true(merge->events[4].changed);
    assert_true(merge->meeting->event_notes[merge->base + 3].undone);
    assert_false(merge->meeting->event_notes[merge->base + 2].undone);
    assert_int_equal(remarks(merge, MERGE_REMARK_MOVED), 2);
    SAME_SAID(remark(merge, MERGE_REMARK_MOVED, 0)->one, SAID(MERGE_B, 7));
    SAME_SAID(remark(merge, MERGE_REMARK_MOVED, 0)->other, SAID(MERGE_A, 7));
}

/* A run of A's milliseconds is stepped over, and B's order stays. */
static void no_free_millisecond_close_by(void **state) {
    struct copies c = copies_of(state, true);
    for (int i = 0; i < 3; i++) {
        struct event event =
            event_said(c.arena, "15:00", DO_PROGRESS, &(struct event_progress){.id = "A1", .text = "A"});
        event.at.at += i;
        assert_int_equal(meeting_apply(c.a.m, &event).code, REFUSED_NOT);
        event = event_said(c.arena, "15:00", DO_PROGRESS, &(struct event_progress){.id = "A2", .text = "B"});
        event.at.at += i;
        assert_int_equal(meeting_apply(c.b.m, &event).code, REFUSED_NOT);
    }
    struct merge *merge = must_merge(&c);
    for (size_t i = 0; i < 6; i++) {
        assert_true(merge->events[i].event.at.at == at("15:00") + (instant)i);
        assert_int_equal(merge->events[i].said.side, i < 3 ? MERGE_A : MERGE_B);
    }
}

/* --- changed in both --- */

static void the_later_change_of_a_field_stands(void **state) {
    struct copies c = copies_of(state, true);
    TAKEN(due_on(&c.a, "15:00", "A1", 14));
    TAKEN(due_on(&c.b, "16:00", "A1", 31));
    TAKEN(owned_by(&c.b, "16:01", "A1", "POL"));
    TAKEN(owned_by(&c.a, "16:02", "A1", "POL"));
    TAKEN(due_on(&c.a, "16:03", "A2", 1)); /* only here */
    struct merge *merge = must_merge(&c);
    assert_int_equal(agreement_now(merge, "A1")->due, day_of(2017, 3, 31));
    assert_int_equal(merge->remark_count, 2);
    const struct merge_remark *due = remark(merge, MERGE_REMARK_BOTH, 0);
    assert_string_equal(due->id, "A1");
    assert_string_equal(due->field->key, "due");
    SAME_SAID(due->one, SAID(MERGE_B, 7));
    SAME_SAID(due->other, SAID(MERGE_A, 7));
    const struct merge_remark *owner = remark(merge, MERGE_REMARK_ALIKE, 0);
    assert_string_equal(owner->field->key, "owner");
    SAME_SAID(owner->one, SAID(MERGE_A, 8));
}

static void a_status_is_changed_by_progress_too(void **state) {
    struct copies c = copies_of(state, true);
    TAKEN(progress(&c.a, "15:00", "A1", AGREEMENT_DONE, "All done"));
    TAKEN(amend(&c.b, "16:00", "A1", "status", &(struct agreement){.status = AGREEMENT_STOPPED}));
    struct merge *merge = must_merge(&c);
    assert_int_equal(agreement_now(merge, "A1")->status, AGREEMENT_STOPPED);
    assert_int_equal(merge->remark_count, 1);
    assert_string_equal(remark(merge, MERGE_REMARK_BOTH, 0)->field->key, "status");
}

/* What was taken back in its own copy was not changed there. */
static void a_change_taken_back_is_none(void **state) {
    struct copies c = copies_of(state, true);
    TAKEN(due_on(&c.a, "15:00", "A1", 14));
    TAKEN(undo(&c.a, "15:01", "15:00"));
    TAKEN(due_on(&c.b, "16:00", "A1", 31));
    assert_int_equal(must_merge(&c)->remark_count, 0);
}

static void acts_that_settle_one_thing(void **state) {
    struct copies c = copies_of(state, false);
    TAKEN(said(&c.a, "14:00", DO_POSITION, &(struct event_position){.finding = "F1", .position = POSITION_ACCEPTED}));
    TAKEN(said(&c.b, "14:01", DO_POSITION,
               &(struct event_position){.finding = "F1", .position = POSITION_NOT_ACCEPTED, .reason = "No"}));
    TAKEN(said(&c.a, "14:02", DO_ASSESS, &(struct event_assess){.question = "Q1", .answer = ANSWER_MET}));
    TAKEN(said(&c.b, "14:03", DO_ASSESS, &(struct event_assess){.question = "Q1", .answer = ANSWER_MET}));
    TAKEN(assent(&c.b, "14:04", "A1", "CSC"));
    TAKEN(said(&c.a, "14:05", DO_ASSENT,
               &(struct event_assent){.id = "A1", .agency = "CSC", .state = ASSENT_DECLINED, .words = "Never"}));
    TAKEN(assent(&c.a, "14:06", "A1", "POL")); /* only here */
    TAKEN(said(&c.a, "14:07", DO_AS_IS, &(struct event_as_is){.finding = "F2", .reason = "one"}));
    TAKEN(said(&c.b, "14:08", DO_AS_IS, &(struct event_as_is){.finding = "F2", .reason = "other"}));
    TAKEN(said(&c.a, "14:09", DO_ATTEND, &(struct event_attend){.person = "DN", .state = ATTEND_PRESENT}));
    TAKEN(said(&c.b, "14:10", DO_ATTEND, &(struct event_attend){.person = "DN", .state = ATTEND_APOLOGIES}));
    TAKEN(said(&c.a, "14:11", DO_HAND_OVER, &(struct event_hand_over){.role = HAND_OVER_CHAIR, .to = "DN"}));
    TAKEN(said(&c.b, "14:12", DO_HAND_OVER, &(struct event_hand_over){.role = HAND_OVER_MINUTES, .to = "DN"}));
    TAKEN(said(&c.a, "14:13", DO_EXTEND, &(struct event_extend){.item = "I6", .minutes = {true, 5}}));
    TAKEN(said(&c.b, "14:14", DO_EXTEND, &(struct event_extend){.item = "I6", .minutes = {true, 10}}));
    struct merge *merge = must_merge(&c);
    assert_int_equal(remarks(merge, MERGE_REMARK_BOTH), 4);
    assert_string_equal(remark(merge, MERGE_REMARK_BOTH, 0)->id, "F1");
    assert_string_equal(remark(merge, MERGE_REMARK_BOTH, 1)->about, "CSC");
    SAME_SAID(remark(merge, MERGE_REMARK_BOTH, 1)->one, SAID(MERGE_A, 8));
    assert_string_equal(remark(merge, MERGE_REMARK_BOTH, 2)->id, "F2");
    assert_string_equal(remark(merge, MERGE_REMARK_BOTH, 3)->id, "DN");
    assert_int_equal(remarks(merge, MERGE_REMARK_ALIKE), 1);
    assert_string_equal(remark(merge, MERGE_REMARK_ALIKE, 0)->id, "Q1");
    assert_int_equal(remarks(merge, MERGE_REMARK_SUM), 1);
    MS(merge->meeting->items[5].granted, 45);
    assert_int_equal(merge->remark_count, 6);
}

static void withdrawn_in_one_and_changed_in_the_other(void **state) {
    struct copies c = copies_of(state, true);
    TAKEN(due_on(&c.a, "15:00", "A1", 14));
    TAKEN(withdraw(&c.b, "16:00", "A1", "Twice"));
    struct merge *merge = must_merge(&c);
    assert_true(meeting_record(merge->meeting, "A1")->withdrawn);
    assert_int_equal(merge->remark_count, 1);
    const struct merge_remark *gone = remark(merge, MERGE_REMARK_GONE, 0);
    assert_string_equal(gone->id, "A1");
    SAME_SAID(gone->one, SAID(MERGE_B, 7));
    SAME_SAID(gone->other, SAID(MERGE_A, 7));
    /* and the other way round there is no place for the change */
    TAKEN(due_on(&c.a, "17:00", "A1", 15));
    merge = merged(&c);
    assert_int_equal(merge->refusal.why, MERGE_NO_PLACE);
    assert_null(merge->meeting);
    SAME_SAID(merge->refusal.event, SAID(MERGE_A, 8));
    assert_int_equal(merge->refusal.refusal.code, REFUSED_WITHDRAWN);
    assert_true(merge->refusal.known);
    SAME_SAID(merge->refusal.because, SAID(MERGE_B, 7));
}

/* An agency agreed to the words it saw; that other words had been put in is not in its copy. */
static void agreed_to_words_that_do_not_stand(void **state) {
    struct copies c = copies_of(state, true);
    TAKEN(amend(&c.b, "15:00", "A1", "text", &(struct agreement){.text = "Something else"}));
    TAKEN(amend(&c.b, "15:01", "A2", "evidence", &(struct agreement){.evidence = "A letter"}));
    TAKEN(assent(&c.a, "16:00", "A1", "CSC"));
    TAKEN(assent(&c.a, "16:01", "A2", "CSC")); /* its evidence is not what is agreed to */
    TAKEN(said(&c.a, "16:02", DO_READBACK,
               &(struct event_readback){.item = "I5", .records = ids(c.arena, "C1", "A1", NULL)}));
    struct merge *merge = must_merge(&c);
    assert_int_equal(merge->remark_count, 2);
    for (size_t i = 0; i < 2; i++) {
        const struct merge_remark *words = remark(merge, MERGE_REMARK_OTHER_WORDS, i);
        assert_string_equal(words->id, "A1");
        SAME_SAID(words->one, SAID(MERGE_A, i == 0 ? 7 : 9));
        SAME_SAID(words->other, SAID(MERGE_B, 7));
    }
    /* said before the change it shows as agreed to earlier words, as ever */
    TAKEN(amend(&c.b, "18:00", "A1", "text", &(struct agreement){.text = "And else"}));
    TAKEN(assent(&c.a, "17:00", "A1", "EDU"));
    merge = must_merge(&c);
    const struct record_state *record = meeting_record(merge->meeting, "A1");
    assert_false(assent_current(record, assent_of(record, "EDU")));
}

/* --- once is enough --- */

static void confirmed_in_both(void **state) {
    struct copies c = copies_of(state, true);
    TAKEN(plain(&c.b, "15:00", DO_CONFIRM));
    TAKEN(plain(&c.a, "16:00", DO_CONFIRM));
    TAKEN(progress(&c.a, "17:00", "A1", 0, "Since"));
    struct merge *merge = must_merge(&c);
    assert_int_equal(merge->count, 2);
    assert_int_equal(merge->taken[MERGE_A], 1);
    assert_int_equal(merge->remark_count, 1);
    SAME_SAID(remark(merge, MERGE_REMARK_ONCE, 0)->one, SAID(MERGE_B, 7));
    SAME_SAID(remark(merge, MERGE_REMARK_ONCE, 0)->other, SAID(MERGE_A, 7));
    assert_int_equal(merge->meeting->status, MEETING_CONFIRMED);
}

static void withdrawn_in_both(void **state) {
    struct copies c = copies_of(state, true);
    TAKEN(withdraw(&c.a, "15:00", "A1", "Twice"));
    TAKEN(due_on(&c.b, "15:30", "A1", 14)); /* before B withdrew it: so the later withdrawal is the one that stands */
    TAKEN(withdraw(&c.b, "16:00", "A1", "Said in error"));
    struct merge *merge = must_merge(&c);
    assert_int_equal(merge->count, 2);
    SAME_SAID(remark(merge, MERGE_REMARK_ONCE, 0)->one, SAID(MERGE_B, 8));
    assert_string_equal(meeting_record(merge->meeting, "A1")->withdraw_reason, "Said in error");
    assert_int_equal(merge->remark_count, 1);
}

/* One copy ends without it: they do not agree, and it is not for us to say who is right. */
static void withdrawn_in_both_and_taken_back_in_one(void **state) {
    struct copies c = copies_of(state, true);
    TAKEN(withdraw(&c.a, "15:00", "A1", "Twice"));
    TAKEN(withdraw(&c.b, "16:00", "A1", "Said in error"));
    TAKEN(undo(&c.b, "17:00", "16:00"));
    struct merge *merge = merged(&c);
    assert_int_equal(merge->refusal.why, MERGE_NO_PLACE);
    SAME_SAID(merge->refusal.event, SAID(MERGE_B, 7));
    SAME_SAID(merge->refusal.because, SAID(MERGE_A, 7));
}

static void undone_in_both(void **state) {
    struct copies c = copies_of(state, false);
    TAKEN(undo(&c.a, "14:00", "13:33"));
    TAKEN(undo(&c.b, "14:01", "13:33"));
    TAKEN(redo(&c.b, "14:02", "13:33"));
    TAKEN(undo(&c.b, "14:03", "13:33"));
    TAKEN(note(&c.a, "14:04", "N1", "On"));
    struct merge *merge = must_merge(&c);
    assert_null(meeting_record(merge->meeting, "A2"));
    assert_int_equal(merge->count, 4); /* the turns of the later, and the note */
    assert_int_equal(merge->taken[MERGE_A], 1);
    SAME_SAID(remark(merge, MERGE_REMARK_ONCE, 0)->one, SAID(MERGE_B, 8));
    SAME_SAID(remark(merge, MERGE_REMARK_ONCE, 0)->other, SAID(MERGE_A, 6));
    assert_int_equal(merge->remark_count, 1);
}

static void skipped_in_both(void **state) {
    struct copies c = copies_of(state, false);
    TAKEN(said(&c.a, "14:00", DO_SKIP, &(struct event_item){.item = "I6"}));
    TAKEN(said(&c.b, "14:01", DO_SKIP, &(struct event_item){.item = "I6"}));
    struct merge *merge = must_merge(&c);
    assert_int_equal(merge->count, 1);
    MS(merge->meeting->end_account, -30);
}

/* What each copy recorded under one id is two things. */
static void one_id_for_two_things_is_no_one_thing(void **state) {
    struct copies c = copies_of(state, false);
    struct event_add_item item = {.id = "I10", .title = "A", .minutes = {true, 5}, .purpose = PURPOSE_DECISION};
    TAKEN(said(&c.a, "14:00", DO_ADD_ITEM, &item));
    item.title = "B";
    TAKEN(said(&c.b, "14:01", DO_ADD_ITEM, &item));
    TAKEN(said(&c.a, "14:02", DO_SKIP, &(struct event_item){.item = "I10"}));
    TAKEN(said(&c.b, "14:03", DO_SKIP, &(struct event_item){.item = "I10"}));
    TAKEN(note(&c.a, "14:04", "N1", "Ours"));
    TAKEN(note(&c.b, "14:05", "N1", "Theirs"));
    TAKEN(amend(&c.a, "14:06", "N1", "text", &(struct note){.text = "Our words"}));
    TAKEN(amend(&c.b, "14:07", "N1", "text", &(struct note){.text = "Their words"}));
    TAKEN(withdraw(&c.a, "14:08", "N1", "Ours"));
    TAKEN(withdraw(&c.b, "14:09", "N1", "Theirs"));
    struct merge *merge = must_merge(&c);
    assert_int_equal(merge->count, 10);
    assert_int_equal(merge->remark_count, 0);
    assert_true(meeting_record(merge->meeting, "N1")->withdrawn);
    assert_true(meeting_record(merge->meeting, "N2")->withdrawn);
    assert_int_equal(merge->meeting->items[10].stage, ITEM_SKIPPED);
}

/* --- undo across the two --- */

static void an_undo_of_what_the_other_went_on_with(void **state) {
    struct copies c = copies_of(state, false);
    TAKEN(undo(&c.a, "14:00", "13:33"));
    TAKEN(due_on(&c.b, "14:01", "A2", 14));
    struct merge *merge = merged(&c);
    assert_int_equal(merge->refusal.why, MERGE_NO_PLACE);
    SAME_SAID(merge->refusal.event, SAID(MERGE_B, 6));
    assert_int_equal(merge->refusal.refusal.code, REFUSED_NO_SUCH);
    SAME_SAID(merge->refusal.because, SAID(MERGE_A, 6));
    TAKEN(undo(&c.b, "14:02", "14:01"));
    TAKEN(note(&c.b, "14:03", "N1", "On"));
    assert_int_equal(merged(&c)->refusal.why, MERGE_NO_PLACE); /* it was said, all the same */
}

static void an_undo_behind_what_needs_it(void **state) {
    struct copies c = copies_of(state, false);
    TAKEN(due_on(&c.b, "14:00", "A2", 14));
    TAKEN(undo(&c.a, "14:01", "13:33"));
    struct merge *merge = merged(&c);
    SAME_SAID(merge->refusal.event, SAID(MERGE_A, 6));
    assert_int_equal(merge->refusal.refusal.code, REFUSED_NEEDED);
    SAME_SAID(merge->refusal.because, SAID(MERGE_B, 6));
}

static void a_redo_that_an_act_of_the_other_ends(void **state) {
    struct copies c = copies_of(state, false);
    TAKEN(undo(&c.a, "14:00", "13:33"));
    TAKEN(note(&c.b, "14:01", "N1", "On"));
    TAKEN(redo(&c.a, "14:02", "13:33"));
    struct merge *merge = merged(&c);
    assert_int_equal(merge->refusal.refusal.code, REFUSED_NOTHING_TO_REDO);
    SAME_SAID(merge->refusal.because, SAID(MERGE_B, 6));
}

static void an_undone_change_and_a_new_one(void **state) {
    struct copies c = copies_of(state, false);
    TAKEN(due_on(&c.a, "13:35", "A1", 1));
    TAKEN(due_on(&c.b, "13:35", "A1", 1));
    TAKEN(undo(&c.a, "14:00", "13:35"));
    TAKEN(due_on(&c.b, "14:01", "A1", 31));
    struct merge *merge = must_merge(&c);
    assert_int_equal(merge->base, 7);
    assert_int_equal(agreement_now(merge, "A1")->due, day_of(2017, 3, 31));
    SAME_SAID(remark(merge, MERGE_REMARK_BOTH, 0)->other, SAID(MERGE_A, 7));
}

/* --- the clock and the states --- */

static void two_clocks_are_refused(void **state) {
    struct copies c = copies_of(state, false);
    TAKEN(plain(&c.a, "14:00", DO_RESUME));
    TAKEN(note(&c.b, "14:01", "N1", "No clock"));
    assert_int_equal(merged(&c)->refusal.why, MERGE_GOOD);
    TAKEN(plain(&c.b, "14:02", DO_CLOSE));
    struct merge *merge = merged(&c);
    assert_int_equal(merge->refusal.why, MERGE_CLOCKS);
    assert_int_equal(merge->base, 6);
    assert_true(merge_clock(merge, SAID(MERGE_A, 6)));
    assert_false(merge_clock(merge, SAID(MERGE_B, 6)));
    assert_true(merge_clock(merge, SAID(MERGE_B, 7)));
}

/* Skipping the item that runs stops its time: an act of the clock, too. */
static void skipping_what_runs_is_an_act_of_the_clock(void **state) {
    struct copies c = copies_of(state, false);
    TAKEN(plain(&c.a, "14:00", DO_RESUME));
    TAKEN(said(&c.b, "14:02", DO_SKIP, &(struct event_item){.item = "I6"}));
    assert_int_equal(merged(&c)->refusal.why, MERGE_GOOD);
    TAKEN(said(&c.b, "14:03", DO_PARK, &(struct event_item){.item = "I5"}));
    assert_int_equal(merged(&c)->refusal.why, MERGE_CLOCKS);
}

static void recorded_after_the_other_closed(void **state) {
    struct copies c = copies_of(state, false);
    TAKEN(note(&c.b, "14:00", "N1", "In time"));
    TAKEN(plain(&c.a, "14:01", DO_CLOSE));
    assert_int_equal(must_merge(&c)->meeting->status, MEETING_CLOSED);
    TAKEN(note(&c.b, "14:02", "N2", "Too late"));
    struct merge *merge = merged(&c);
    assert_int_equal(merge->refusal.why, MERGE_NO_PLACE);
    assert_int_equal(merge->refusal.refusal.code, REFUSED_CLOSED);
    SAME_SAID(merge->refusal.event, SAID(MERGE_B, 7));
    SAME_SAID(merge->refusal.because, SAID(MERGE_A, 6));
}

static void opened_twice_from_one_agenda(void **state) {
    struct sitting a = sitting_open(*state);
    struct sitting b = sitting_new(*state, harrowmere_agenda(*state));
    TAKEN(said(&b, "13:29", DO_OPEN, &(struct event_open){.program = "candour 1.0.0"}));
    struct merge *merge = merge_meetings(a.m, b.m, *state);
    assert_int_equal(merge->refusal.why, MERGE_CLOCKS);
    assert_int_equal(merge->base, 0);
}

/* A record said in one item is not moved into another by the clock of the other copy. */
static void records_keep_the_item_they_were_said_in(void **state) {
    struct copies c = copies_of(state, false);
    TAKEN(start(&c.a, "14:00", "I6"));
    TAKEN(note(&c.b, "14:01", "N1", "Said in I5"));
    TAKEN(said(&c.b, "14:02", DO_HEARD, &(struct event_heard){.agency = "POL"}));
    TAKEN(note(&c.a, "14:03", "N1", "Said in I6"));
    struct merge *merge = must_merge(&c);
    const struct note *kept = meeting_record(merge->meeting, "N2")->now;
    assert_string_equal(kept->item, "I5");
    assert_int_equal(meeting_record(merge->meeting, "N2")->place, 4);
    assert_int_equal(meeting_record(merge->meeting, "N1")->place, 5);
    assert_string_equal(remark(merge, MERGE_REMARK_ITEM_KEPT, 0)->id, "I5");
    SAME_SAID(remark(merge, MERGE_REMARK_ITEM_KEPT, 0)->other, SAID(MERGE_A, 6));
    assert_string_equal(remark(merge, MERGE_REMARK_ITEM_LOST, 0)->about, "I6");
    assert_int_equal(merge->remark_count, 2);
}

/* --- merged before --- */

static void what_both_have_is_taken_once(void **state) {
    struct copies c = copies_of(state, false);
    TAKEN(note(&c.a, "14:00", "N1", "A's"));
    TAKEN(note(&c.b, "14:00", "N1", "B's"));
    TAKEN(amend(&c.b, "14:01", "N1", "text", &(struct note){.text = "B's words"}));
    TAKEN(note(&c.b, "14:02", "N2", "Undone"));
    TAKEN(undo(&c.b, "14:03", "14:02"));
    struct merge *first = must_merge(&c);
    TAKEN(amend(&c.b, "15:00", "N1", "text", &(struct note){.text = "B's own words"}));
    TAKEN(note(&c.b, "15:01", "N3", "New"));
    struct merge *again = merge_meetings(first->meeting, c.b.m, c.arena);
    assert_int_equal(again->refusal.why, MERGE_GOOD);
    assert_int_equal(again->shared, 4);
    assert_int_equal(again->taken[MERGE_A], 1);
    assert_int_equal(again->taken[MERGE_B], 2);
    assert_int_equal(again->count, 7);
    assert_true(merge_shared(again, SAID(MERGE_B, 6)));
    const struct note *b = meeting_record(again->meeting, "N3")->now; /* what B calls N1: it had become the next free */
    assert_string_equal(b->text, "B's own words");
    const struct note *third = meeting_record(again->meeting, "N4")->now;
    assert_string_equal(third->text, "New");
    /* and merging what is in it already adds nothing */
    struct merge *with_a = merge_meetings(again->meeting, c.a.m, c.arena);
    assert_int_equal(with_a->taken[MERGE_B], 0);
    assert_int_equal(digest_all(with_a->meeting), digest_all(again->meeting));
}

static void a_third_copy(void **state) {
    struct copies c = copies_of(state, true);
    struct sitting third = begun(*state, true);
    TAKEN(progress(&c.a, "15:00", "A1", 0, "one"));
    TAKEN(progress(&c.b, "16:00", "A1", 0, "two"));
    TAKEN(progress(&third, "15:30", "A1", 0, "three"));
    struct merge *first = must_merge(&c);
    struct merge *all = merge_meetings(first->meeting, third.m, c.arena);
    assert_int_equal(all->refusal.why, MERGE_GOOD);
    assert_int_equal(all->count, 3);
    assert_string_equal(((const struct event_progress *)all->events[1].event.body)->text, "three");
}

/* --- the agendas --- */

static void agendas_must_say_the_same(void **state) {
    struct copies c = copies_of(state, true);
    struct finding *findings = c.b.agenda->findings.items;
    findings[2].title = "Another";
    struct item *items = c.b.agenda->items.items;
    items[3].minutes.value = 99;
    c.b.agenda->people.count--;
    struct merge *merge = merged(&c);
    assert_int_equal(merge->refusal.why, MERGE_AGENDAS);
    assert_int_equal(merge->difference_count, 3);
    assert_int_equal(merge->differences[0].count, 1);
    assert_string_equal(merge->differences[0].steps[0].key, "people");
    assert_int_equal(merge->differences[0].steps[0].entry, 6);
    assert_string_equal(merge->differences[0].steps[0].id, "REV");
    assert_int_equal(merge->differences[1].count, 2);
    assert_string_equal(merge->differences[1].steps[0].key, "findings");
    assert_string_equal(merge->differences[1].steps[0].id, "F3");
    assert_string_equal(merge->differences[1].steps[1].key, "title");
    assert_string_equal(merge->differences[2].steps[0].key, "agenda");
    assert_string_equal(merge->differences[2].steps[1].key, "minutes");
    assert_null(merge->meeting);
}

static void own_keys_refuse_nothing_and_are_named(void **state) {
    struct copies c = copies_of(state, true);
    static const struct node value = {.type = NODE_SCALAR, .text = "12", .length = 2};
    static const struct extra own = {.key = "x-seats", .value = &value};
    ((struct finding *)c.b.agenda->findings.items)[0].extras = &own;
    ((struct challenge *)c.b.m->events[2].body)->extras = &own;
    struct merge *merge = must_merge(&c);
    assert_int_equal(merge->difference_count, 1);
    assert_true(merge->differences[0].own);
    assert_string_equal(merge->differences[0].steps[1].key, "x-seats");
    assert_int_equal(merge->remark_count, 1);
    SAME_SAID(remark(merge, MERGE_REMARK_OWN_KEYS, 0)->other, SAID(MERGE_B, 2));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        SITTING_TEST(events_come_in_order_of_time),
        SITTING_TEST(a_copy_that_is_all_of_the_other),
        SITTING_TEST(only_the_ids_that_both_used_change),
        SITTING_TEST(what_refers_to_a_new_id_goes_with_it),
        SITTING_TEST(texts_are_not_changed_but_named),
        SITTING_TEST(numbers_once_used_are_not_used_again),
        SITTING_TEST(two_events_of_one_instant),
        SITTING_TEST(no_free_millisecond_close_by),
        SITTING_TEST(the_later_change_of_a_field_stands),
        SITTING_TEST(a_status_is_changed_by_progress_too),
        SITTING_TEST(a_change_taken_back_is_none),
        SITTING_TEST(acts_that_settle_one_thing),
        SITTING_TEST(withdrawn_in_one_and_changed_in_the_other),
        SITTING_TEST(agreed_to_words_that_do_not_stand),
        SITTING_TEST(confirmed_in_both),
        SITTING_TEST(withdrawn_in_both),
        SITTING_TEST(withdrawn_in_both_and_taken_back_in_one),
        SITTING_TEST(undone_in_both),
        SITTING_TEST(skipped_in_both),
        SITTING_TEST(one_id_for_two_things_is_no_one_thing),
        SITTING_TEST(an_undo_of_what_the_other_went_on_with),
        SITTING_TEST(an_undo_behind_what_needs_it),
        SITTING_TEST(a_redo_that_an_act_of_the_other_ends),
        SITTING_TEST(an_undone_change_and_a_new_one),
        SITTING_TEST(two_clocks_are_refused),
        SITTING_TEST(skipping_what_runs_is_an_act_of_the_clock),
        SITTING_TEST(recorded_after_the_other_closed),
        SITTING_TEST(opened_twice_from_one_agenda),
        SITTING_TEST(records_keep_the_item_they_were_said_in),
        SITTING_TEST(what_both_have_is_taken_once),
        SITTING_TEST(a_third_copy),
        SITTING_TEST(agendas_must_say_the_same),
        SITTING_TEST(own_keys_refuse_nothing_and_are_named),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
