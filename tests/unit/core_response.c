/* The published response: what is on the white list comes over, whole and copied, and nothing else does. */
#include "core_sitting.h"

#include <locale.h>

#include "candour/base/buffer.h"
#include "candour/base/text.h"
#include "candour/core/response.h"
#include "candour/core/summary.h"
#include "support/random_field.h"

static struct response *response_in(const struct meeting *m, struct arena *arena) {
    struct arena *scratch = arena_new();
    struct stamp now = at_clock("16:30");
    struct response *made = response_of(summary_later(m, now, scratch), arena);
    arena_free(scratch);
    return made;
}

/* --- everything in it as one text --- */

static void flat_text(struct buffer *out, const char *key, const char *text) {
    buffer_format(out, "%s=%s\n", key, text ? text : "-");
}

static void flat_agreement(struct buffer *out, const struct response_agreement *a) {
    flat_text(out, "text", a->text);
    flat_text(out, "owner", a->owner);
    flat_text(out, "role", a->role);
    flat_text(out, "kind", a->kind);
    flat_text(out, "reason", a->reason);
    flat_text(out, "measure", a->measure);
    buffer_format(out, "%d %d %d %d\n", a->priority, (int)a->revisit, (int)a->due, a->status);
    for (size_t i = 0; i < a->progress_count; i++) {
        flat_text(out, "progress", a->progress[i].text);
        flat_text(out, "effect", a->progress[i].effect);
    }
}

static void flat_finding(struct buffer *out, const struct response_finding *f) {
    flat_text(out, f->id, f->title);
    flat_text(out, "statement", f->statement);
    for (size_t i = 0; i < f->recommendation_count; i++)
        flat_text(out, f->recommendations[i].id, f->recommendations[i].text);
    buffer_format(out, "position %d\n", f->position);
    flat_text(out, "reason", f->reason);
    for (size_t i = 0; i < f->dissent_count; i++)
        flat_text(out, f->dissent[i].agency, f->dissent[i].reason);
    for (size_t i = 0; i < f->agreement_count; i++)
        buffer_format(out, "-> %zu\n", f->agreements[i]);
}

static char *flat(const struct response *r, struct arena *arena) {
    struct buffer out = {0};
    flat_text(&out, r->board_id, r->board_name);
    flat_text(&out, r->review_id, r->review_title);
    flat_text(&out, r->called, r->board_called);
    buffer_format(&out, "met %d draft %d general %zu\n", (int)r->met, r->draft, r->general);
    for (size_t i = 0; i < r->finding_count; i++)
        flat_finding(&out, &r->findings[i]);
    for (size_t i = 0; i < r->agreement_count; i++)
        flat_agreement(&out, &r->agreements[i]);
    char *text = arena_copy(arena, out.bytes, out.length);
    buffer_free(&out);
    return text;
}

/* --- what comes over --- */

static const struct agreement PUBLIC_ONE = {.id = "A1",
                                            .text = "Switch it off",
                                            .owner = "ACU",
                                            .owner_role = "Deputy Medical Director",
                                            .kind = "design",
                                            .priority = PRIORITY_NOW,
                                            .measure = "Closures",
                                            .visibility = VISIBILITY_PUBLIC};

static void what_is_public_comes_over(void **state) {
    struct arena *arena = *state;
    struct sitting s = sitting_open(arena);
    struct agreement a = PUBLIC_ONE;
    a.findings = ids(arena, "F3", "F1", NULL);
    start(&s, "13:30", "I5");
    said(&s, "13:31", DO_AGREEMENT, &a);
    said(&s, "13:32", DO_AGREEMENT, &(struct agreement){.id = "A2", .text = "Not public"});
    said(&s, "13:33", DO_AGREEMENT,
         &(struct agreement){.id = "A3", .text = "Ask", .owner = "NATIONAL", .visibility = VISIBILITY_PUBLIC});
    said(&s, "13:34", DO_POSITION,
         &(struct event_position){.finding = "F1", .position = POSITION_NOT_ACCEPTED, .reason = "Board's own"});
    struct dissent dissent = {.agency = "EDU", .reason = "It is so"};
    said(&s, "13:35", DO_POSITION,
         &(struct event_position){.finding = "F2",
                                  .position = POSITION_ACCEPTED_IN_PART,
                                  .reason = "For all",
                                  .dissent = {&dissent, 1},
                                  .visibility = VISIBILITY_PUBLIC});
    const struct response *r = response_in(s.m, arena);
    assert_string_equal(r->called, "Board response");
    assert_string_equal(r->board_name, "Harrowmere Safeguarding Children Board");
    assert_int_equal(r->met, day_of(2016, 11, 22));
    assert_true(r->draft);
    assert_int_equal(r->finding_count, 6);
    assert_int_equal(r->findings[0].position, POSITION_NOT_ACCEPTED);
    assert_null(r->findings[0].reason); /* that position is not public */
    assert_string_equal(r->findings[1].reason, "For all");
    assert_string_equal(r->findings[1].dissent[0].agency, "Education and Early Help");
    assert_int_equal(r->agreement_count, 2);
    assert_int_equal(r->general, 1); /* A3 is about no finding */
    assert_int_equal(r->findings[0].agreements[0], 0);
    assert_int_equal(r->findings[2].agreements[0], 0); /* the same, told once */
    assert_string_equal(r->agreements[0].owner, "Harrowmere General Hospital");
    assert_string_equal(r->agreements[0].kind, "Design it in, so that the right thing is easy");
    assert_int_equal(r->agreements[0].status, AGREEMENT_AGREED);
    assert_string_equal(r->agreements[1].owner, "A national body");
}

static void follow_up_comes_over_where_it_is_public_itself(void **state) {
    struct arena *arena = *state;
    struct sitting s = sitting_open(arena);
    start(&s, "13:30", "I5");
    said(&s, "13:31", DO_AGREEMENT, &PUBLIC_ONE);
    plain(&s, "14:00", DO_CLOSE);
    said(&s, "15:00", DO_PROGRESS,
         &(struct event_progress){.id = "A1", .by = "CHR", .text = "First", .visibility = VISIBILITY_PUBLIC});
    said(&s, "15:01", DO_PROGRESS, &(struct event_progress){.id = "A1", .text = "For the board"});
    said(&s, "15:02", DO_PROGRESS,
         &(struct event_progress){.id = "A1",
                                  .text = "Second",
                                  .effect = "Fewer",
                                  .status = AGREEMENT_DONE,
                                  .visibility = VISIBILITY_PUBLIC});
    plain(&s, "15:03", DO_CONFIRM);
    const struct response *r = response_in(s.m, arena);
    assert_false(r->draft);
    assert_int_equal(r->agreements[0].status, AGREEMENT_DONE);
    assert_int_equal(r->agreements[0].progress_count, 2);
    assert_string_equal(r->agreements[0].progress[0].text, "First");
    assert_null(r->agreements[0].progress[0].effect);
    assert_string_equal(r->agreements[0].progress[1].text, "Second");
    assert_string_equal(r->agreements[0].progress[1].effect, "Fewer");
}

static void what_was_withdrawn_or_taken_from_the_public_is_absent(void **state) {
    struct arena *arena = *state;
    struct sitting s = sitting_open(arena);
    struct agreement second = PUBLIC_ONE;
    second.id = "A2";
    start(&s, "13:30", "I5");
    said(&s, "13:31", DO_AGREEMENT, &PUBLIC_ONE);
    said(&s, "13:32", DO_AGREEMENT, &second);
    assert_int_equal(response_in(s.m, arena)->agreement_count, 2);
    said(&s, "13:33", DO_WITHDRAW, &(struct event_withdraw){.id = "A1", .reason = "Twice"});
    assert_int_equal(response_in(s.m, arena)->agreement_count, 1);
    amend(&s, "13:34", "A2", "visibility", &(struct agreement){.visibility = VISIBILITY_BOARD});
    assert_int_equal(response_in(s.m, arena)->agreement_count, 0);
    undo(&s, "13:35", "13:34");
    assert_int_equal(response_in(s.m, arena)->agreement_count, 1);
}

static void a_label_of_the_files_own_is_not_given_out(void **state) {
    struct arena *arena = *state;
    struct agenda *agenda = harrowmere_agenda(arena);
    struct terms terms = {.preset = PRESET_LSCP, .response = "Answer about Tom", .board = "Tom's board"};
    agenda->terms = &terms;
    struct sitting s = sitting_new(arena, agenda);
    said(&s, "13:28", DO_OPEN, &(struct event_open){.program = "candour"});
    const struct response *r = response_in(s.m, arena);
    assert_string_equal(r->called, "Partnership response");
    assert_string_equal(r->board_called, "the Partnership");
}

/* Read after everything it was made from is gone: the memory checker sees a pointer that leads back. */
static void it_stands_alone(void **state) {
    struct arena *arena = *state;
    struct chance c = chance_of(11);
    for (int i = 0; i < 60; i++) {
        struct arena *other = arena_new();
        const struct meeting *m = random_meeting(&c, other, 60);
        const struct response *r = response_in(m, arena);
        arena_free(other);
        assert_true(strlen(flat(r, arena)) > 0);
    }
}

/* --- the white list of the tables --- */

/* Not on the list themselves, and yet they decide: whether it is public, where it stands, what it is called. */
static bool decides(const struct field *field) {
    return strcmp(field->key, "visibility") == 0 || strcmp(field->key, "findings") == 0 ||
           strcmp(field->key, "id") == 0;
}

static char *with_field(struct arena *arena, const struct field *field, const struct agreement *from) {
    struct sitting s = sitting_open(arena);
    struct agreement a = {.id = "A1", .text = "Plain", .visibility = VISIBILITY_PUBLIC};
    if (field)
        field_copy(field, &a, from);
    start(&s, "13:30", "I5");
    said(&s, "13:31", DO_NOTE, &(struct note){.id = "N1", .text = "Root"});
    if (said(&s, "13:32", DO_AGREEMENT, &a).code != REFUSED_NOT)
        return NULL;
    return flat(response_in(s.m, arena), arena);
}

static struct agreement full_agreement(struct arena *arena) {
    return (struct agreement){.item = "I5",
                              .from = "N1",
                              .text = "Another",
                              .owner = "CSC",
                              .owner_role = "Head",
                              .partners = ids(arena, "COM", NULL),
                              .kind = "train",
                              .level = 2,
                              .addressee = "Them",
                              .priority = PRIORITY_NEXT,
                              .reason = "Because",
                              .revisit = day_of(2017, 1, 1),
                              .due = day_of(2017, 2, 2),
                              .links = ids(arena, "P1", NULL),
                              .evidence = "Shown",
                              .measure = "Measured",
                              .baseline = "Before",
                              .monitor = "Group",
                              .origin = 2,
                              .status = AGREEMENT_IN_PROGRESS};
}

static void each_field_of_an_agreement_goes_by_its_flag(void **state) {
    struct arena *arena = *state;
    day review_day = day_of(2017, 3, 3);
    struct agreement full = full_agreement(arena);
    full.review_on = (struct days){&review_day, 1};
    full.superseded_by = "A1";
    const char *bare = with_field(arena, NULL, NULL);
    for (size_t i = 0; i < SHAPE_AGREEMENT.count; i++) {
        const struct field *field = &SHAPE_AGREEMENT.fields[i];
        const char *with = decides(field) ? NULL : with_field(arena, field, &full);
        if (with == NULL)
            continue;
        bool given = strcmp(bare, with) != 0;
        if (given != ((field->flags & FIELD_PUBLIC) != 0))
            fail_msg("%s", field->key);
    }
}

static char *with_progress(struct arena *arena, const struct field *field, const struct event_progress *from) {
    struct sitting s = sitting_open(arena);
    struct event_progress progress = {.id = "A1", .text = "Plain", .visibility = VISIBILITY_PUBLIC};
    if (field)
        field_copy(field, &progress, from);
    start(&s, "13:30", "I5");
    said(&s, "13:31", DO_AGREEMENT, &PUBLIC_ONE);
    said(&s, "13:32", DO_PROGRESS, &progress);
    return flat(response_in(s.m, arena), arena);
}

static void each_field_of_progress_goes_by_its_flag(void **state) {
    struct arena *arena = *state;
    struct event_progress full = {.by = "CHR", .text = "Done so far", .effect = "Fewer"};
    const char *bare = with_progress(arena, NULL, NULL);
    static const char *const keys[] = {"by", "text", "effect"}; /* its status is the agreement's */
    for (size_t i = 0; i < 3; i++) {
        const struct field *field = shape_field(&SHAPE_PROGRESS, keys[i]);
        bool given = strcmp(bare, with_progress(arena, field, &full)) != 0;
        assert_int_equal(given, (field->flags & FIELD_PUBLIC) != 0);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        SITTING_TEST(what_is_public_comes_over),
        SITTING_TEST(follow_up_comes_over_where_it_is_public_itself),
        SITTING_TEST(what_was_withdrawn_or_taken_from_the_public_is_absent),
        SITTING_TEST(a_label_of_the_files_own_is_not_given_out),
        SITTING_TEST(it_stands_alone),
        SITTING_TEST(each_field_of_an_agreement_goes_by_its_flag),
        SITTING_TEST(each_field_of_progress_goes_by_its_flag),
    };
    setlocale(LC_CTYPE, "C.UTF-8");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
