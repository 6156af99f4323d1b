/* Passages: every text of a session is there, with what it belongs to, and what was never said is not. */
#include "candour/core/passages.h"
#include "core_sitting.h"

static struct passages_made made_of(const struct sitting *s) {
    struct passages_made made;
    passages_make(s->m, s->arena, &made);
    return made;
}

/* "A1 Words: Do it", of the first passage that is TEXT in PART; "" when there is none. */
static const char *passage_said(const struct sitting *s, const struct passages_made *made, enum passages_part part,
                                const char *text) {
    const struct passages *block = made->parts[part];
    for (uint32_t i = 0; block != NULL && i < block->count; i++) {
        const char *id = passage_id(block, i);
        if (strcmp(passage_text(block, i), text) == 0)
            return arena_format(s->arena, "%s %s: %s", id == NULL ? "-" : id, passage_label(block, i), text);
    }
    return "";
}

#define SAID(part, text, expected) assert_string_equal(passage_said(&s, &made, part, text), expected)

static void the_agenda_is_there_part_by_part(void **state) {
    struct sitting s = sitting_open(*state);
    struct passages_made made = made_of(&s);
    SAID(PASSAGES_TOP, "Harrowmere Safeguarding Children Board", "HSCB Name: Harrowmere Safeguarding Children Board");
    SAID(PASSAGES_TOP, "HMB-02", "HMB-02 Case code: HMB-02");
    SAID(PASSAGES_PEOPLE, "POL", "POL Code: POL");
    SAID(PASSAGES_PEOPLE, "Independent Chair", "CHR Role: Independent Chair");
    SAID(PASSAGES_AGENDA, "Findings F1 to F3", "I5 Title: Findings F1 to F3");
    /* ids below the people are found by what they stand with */
    SAID(PASSAGES_AGENDA, "I5", "");
    assert_null(made.parts[PASSAGES_SAID]);
}

static void what_was_said_is_there_as_it_was_put_and_as_it_was_changed(void **state) {
    struct sitting s = sitting_open(*state);
    TAKEN(start(&s, "13:30", "I5"));
    TAKEN(said(&s, "13:31", DO_CHALLENGE,
               &(struct challenge){.id = "C1", .by = "POL", .to = "ACU", .put = "Who decides?"}));
    TAKEN(amend(&s, "13:32", "C1", "put given",
                &(struct challenge){.put = "Who decides to close?", .given = "The system does."}));
    TAKEN(said(&s, "13:33", DO_AGREEMENT, &(struct agreement){.id = "A1", .text = "Do it", .owner = "ACU"}));
    TAKEN(said(&s, "13:34", DO_PROGRESS, &(struct event_progress){.id = "A1", .text = "Begun", .effect = "Some"}));
    TAKEN(said(
        &s, "13:35", DO_POSITION,
        &(struct event_position){.finding = "F2", .position = POSITION_NEEDS_MORE_WORK, .reason = "Numbers first"}));
    struct passages_made made = made_of(&s);
    SAID(PASSAGES_SAID, "Who decides?", "C1 As put: Who decides?");
    SAID(PASSAGES_SAID, "Who decides to close?", "C1 As put: Who decides to close?");
    SAID(PASSAGES_SAID, "The system does.", "C1 As given: The system does.");
    SAID(PASSAGES_SAID, "Do it", "A1 Words: Do it");
    SAID(PASSAGES_SAID, "Begun", "A1 What was done: Begun");
    SAID(PASSAGES_SAID, "Some", "A1 Effect: Some");
    SAID(PASSAGES_SAID, "Numbers first", "F2 Reason: Numbers first");
    /* the words as they stand now are found by the meeting's own text */
    const struct challenge *challenge = meeting_record(s.m, "C1")->now;
    uint32_t place = passage_of(&made, challenge->put);
    assert_string_equal(passage_text(made.parts[PASSAGES_SAID], place), "Who decides to close?");
    const char like_it[] = "Who decides to close?";
    assert_int_equal(passage_of(&made, like_it), UINT32_MAX);
    assert_int_equal(passage_of(&made, NULL), UINT32_MAX);
}

static void what_was_undone_was_never_said(void **state) {
    struct sitting s = sitting_open(*state);
    TAKEN(start(&s, "13:30", "I5"));
    TAKEN(said(&s, "13:31", DO_NOTE, &(struct note){.id = "N1", .text = "A slip of the tongue"}));
    TAKEN(said(&s, "13:32", DO_NOTE, &(struct note){.id = "N2", .text = "Meant"}));
    TAKEN(undo(&s, "13:33", "13:32"));
    TAKEN(undo(&s, "13:34", "13:31"));
    struct passages_made made = made_of(&s);
    assert_null(made.parts[PASSAGES_SAID]);
    TAKEN(redo(&s, "13:35", "13:31"));
    made = made_of(&s);
    SAID(PASSAGES_SAID, "A slip of the tongue", "N1 Words: A slip of the tongue");
    SAID(PASSAGES_SAID, "Meant", "");
}

/* A block is its own bytes: two meetings with the same agenda have equal ones, and every byte leads to its passage. */
static void equal_parts_have_equal_bytes(void **state) {
    struct sitting one = sitting_open(*state);
    struct sitting other = sitting_open(*state);
    struct passages_made a = made_of(&one);
    struct passages_made b = made_of(&other);
    for (int part = 0; part < PASSAGES_SAID; part++) {
        const struct passages *block = a.parts[part];
        assert_non_null(block);
        assert_int_equal(block->size, b.parts[part]->size);
        assert_memory_equal(block, b.parts[part], block->size);
        for (uint32_t i = 0; i < block->count; i++) {
            size_t at = (size_t)(passage_text(block, i) - passages_bytes(block));
            assert_int_equal(passage_at(block, at), i);
            assert_int_equal(passage_at(block, at + strlen(passage_text(block, i))), i);
        }
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        SITTING_TEST(the_agenda_is_there_part_by_part),
        SITTING_TEST(what_was_said_is_there_as_it_was_put_and_as_it_was_changed),
        SITTING_TEST(what_was_undone_was_never_said),
        SITTING_TEST(equal_parts_have_equal_bytes),
    };
    return cmocka_run_group_tests_name("core passages", tests, NULL, NULL);
}
