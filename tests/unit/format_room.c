/* The second screen: nothing that is not for the room is in what it is drawn from. tests/cases/room.session.yaml has a
 * SECRET in every text of every shape; the tables say which there are, so that a new field without one fails here.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "candour/core/room.h"
#include "format_files.h"

#define CASE "tests/cases/room.session.yaml"

static struct arena *arena;
static struct meeting *meeting;

static int begin(void **state) {
    struct buffer file = {0};
    (void)state;
    arena = arena_new();
    read_case(CASE, &file);
    meeting = must_load(arena, arena_copy(arena, file.bytes, file.length), file.length).meeting;
    buffer_free(&file);
    return 0;
}

static int end(void **state) {
    (void)state;
    arena_free(arena);
    return 0;
}

/* --- every field has a secret --- */

/* Every field of text seen so far, and whether a SECRET stood in it. */
enum { FIELDS_MOST = 512 };
static struct {
    const struct shape *shape;
    const struct field *field;
    bool secret;
} seen[FIELDS_MOST];
static size_t seen_count;

static void note_field(const struct shape *shape, const struct field *field, bool secret) {
    size_t i = 0;
    while (i < seen_count && (seen[i].shape != shape || seen[i].field != field)) {
        i++;
    }
    assert_true(i < FIELDS_MOST);
    seen_count += i == seen_count;
    seen[i].shape = shape;
    seen[i].field = field;
    seen[i].secret = seen[i].secret || secret;
}

static bool is_secret(const char *text) {
    return text != NULL && strstr(text, "SECRET") != NULL;
}

static void walk(const struct shape *shape, const void *record);

static void walk_texts(const struct shape *shape, const struct field *field, const struct texts *texts) {
    note_field(shape, field, false);
    for (size_t i = 0; texts != NULL && i < texts->count; i++) {
        note_field(shape, field, is_secret(texts->items[i]));
    }
}

static void walk_field(const struct shape *shape, const struct field *field, const void *record) {
    const void *kept = record == NULL ? NULL : field_of(field, record);
    const void *map = NULL;
    switch (field->type) {
    case FIELD_LINE:
    case FIELD_TEXT:
        note_field(shape, field, kept != NULL && is_secret(*(const char *const *)kept));
        break;
    case FIELD_LINES:
        walk_texts(shape, field, kept);
        break;
    case FIELD_MAP:
        if (kept != NULL) {
            memcpy(&map, kept, sizeof map);
        }
        walk(field->shape, map);
        break;
    case FIELD_MAPS:
        if (field->shape != NULL) { /* else the events */
            const struct list *list = kept;
            walk(field->shape, NULL);
            for (size_t i = 0; list != NULL && i < list->count; i++) {
                walk(field->shape, (const char *)list->items + i * field->shape->size);
            }
        }
        break;
    case FIELD_SET:
        if (kept != NULL) {
            const struct amendment *set = kept;
            walk(set->of, set->set);
        }
        break;
    default:
        break; /* ids, figures, choices */
    }
}

/* RECORD NULL: the fields alone. */
static void walk(const struct shape *shape, const void *record) {
    for (size_t i = 0; i < shape->count; i++) {
        walk_field(shape, &shape->fields[i], record);
    }
}

/* Texts that all are for the room, and what cannot stand in a meeting that goes on. */
static bool excused(const struct shape *shape, const struct field *field) {
    static const struct {
        const struct shape *shape;
        const char *key;
    } list[] = {
        {&SHAPE_BOARD, "name"},     {&SHAPE_REVIEW, "title"},        {&SHAPE_AGENCY, "name"},
        {&SHAPE_CONFIRM, "reason"}, {&SHAPE_ENGAGEMENT, "audience"}, {&SHAPE_ENGAGEMENT, "activity"},
    };
    for (size_t i = 0; i < sizeof list / sizeof *list; i++) {
        if (list[i].shape == shape && strcmp(list[i].key, field->key) == 0) {
            return true;
        }
    }
    return false;
}

static void every_text_of_every_shape_has_a_secret(void **state) {
    (void)state;
    seen_count = 0;
    walk(&SHAPE_FILE, meeting->agenda);
    for (int what = 0; what < DO_COUNT; what++) {
        walk(event_kinds[what].shape, NULL);
    }
    for (size_t i = 0; i < meeting->event_count; i++) {
        walk(event_kinds[meeting->events[i].what].shape, meeting->events[i].body);
    }
    assert_true(seen_count > 80);
    for (size_t i = 0; i < seen_count; i++) {
        if (!seen[i].secret && !excused(seen[i].shape, seen[i].field)) {
            fail_msg("no SECRET in " CASE " stands in '%s' of %s", seen[i].field->key, seen[i].shape->name);
        }
    }
}

/* --- and none of them is in the room --- */

/* Every text of a room, a line each. A text that is added to the type must be added here: the size tells. */
static void all_texts(const struct room *room, struct buffer *out) {
    const char *const texts[] = {room->board,           room->review,     room->item.id,       room->item.title,
                                 room->item.purpose,    room->finding.id, room->finding.title, room->finding.statement,
                                 room->finding.position};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        buffer_format(out, "%s\n", texts[i] == NULL ? "" : texts[i]);
    }
    for (size_t i = 0; i < room->record_count; i++) {
        const struct room_record *record = room->records + i;
        const char *const lines[] = {record->id,    record->who[0], record->who[1], record->who[2],
                                     record->state, record->words,  record->answer};
        for (size_t j = 0; j < sizeof lines / sizeof *lines; j++) {
            buffer_format(out, "%s\n", lines[j] == NULL ? "" : lines[j]);
        }
    }
}
_Static_assert(sizeof(struct room_record) == 8 * sizeof(char *) + 2 * sizeof(long), "texts of a record: all_texts");
_Static_assert(sizeof(struct room_finding) == 5 * sizeof(char *) && sizeof(struct room_item) == 4 * sizeof(char *),
               "texts of item and finding: all_texts");

static struct room *seen_by(bool public_only) {
    struct audience audience = {.public_only = public_only};
    struct stamp now = {.at = meeting_last_instant(meeting) + 5000};
    return room_of(meeting, now, &audience, arena);
}

static const struct room_record *record_of(const struct room *room, const char *id) {
    for (size_t i = 0; i < room->record_count; i++) {
        if (strcmp(room->records[i].id, id) == 0) {
            return room->records + i;
        }
    }
    return NULL;
}

static void none_of_them_is_in_the_room(void **state) {
    (void)state;
    for (int public_only = 0; public_only < 2; public_only++) {
        struct buffer texts = {0};
        all_texts(seen_by(public_only != 0), &texts);
        assert_true(texts.length > 100);
        if (is_secret(texts.bytes)) {
            fail_msg("a SECRET is in what %s sees:\n%s", public_only ? "the public" : "the board", texts.bytes);
        }
        if (public_only && strstr(texts.bytes, "for the board") != NULL) {
            fail_msg("the public sees what is the board's:\n%s", texts.bytes);
        }
        buffer_free(&texts);
    }
}

static void the_board_sees_the_records_of_the_item_latest_first(void **state) {
    /* not C2 (restricted), C4 (withdrawn), A3 (restricted later), N1 (another item), N3 (a declaration), N4, N5 */
    static const char *const expected[] = {"F2", "F1", "N2", "E1", "A2", "A1", "C6", "C5", "C3", "C1"};
    (void)state;
    const struct room *room = seen_by(false);
    assert_int_equal(room->record_count, sizeof expected / sizeof *expected);
    for (size_t i = 0; i < room->record_count; i++) {
        assert_string_equal(room->records[i].id, expected[i]);
        assert_false(room->records[i].held);
    }
    assert_string_equal(room->item.id, "I2");
    assert_string_equal(room->item.title, "Findings for the room");
    assert_string_equal(room->item.purpose, "decision");
    assert_true(room->discussing);
    assert_string_equal(room->finding.id, "F1");
    assert_string_equal(room->finding.title, "Nobody sees the child, for the room");
    assert_string_equal(room->finding.statement, "The statement for the room");
    assert_string_equal(room->finding.position, "accepted in part");
    assert_string_equal(room->board, "Harrowmere Board, for the room");
    assert_string_equal(room->review, "Review for the room");
}

static void a_record_is_said_in_words_and_in_codes(void **state) {
    (void)state;
    const struct room *room = seen_by(false);
    const struct room_record *record = record_of(room, "C1");
    assert_int_equal(record->kind, ROOM_CHALLENGE);
    assert_string_equal(record->who[0], "Police for the room to Education for the room, on F1");
    assert_string_equal(record->who[1], "Police for the room to Education for the room");
    assert_string_equal(record->who[2], "POL to EDU F1");
    assert_string_equal(record->state, "explained");
    assert_false(record->open);
    assert_string_equal(record->words, "Challenge for the board");
    assert_string_equal(record->answer, "Answer for the board");
    record = record_of(room, "C3");
    assert_string_equal(record->who[0], "Lay member for the room to the chair");
    assert_string_equal(record->state, "question, open");
    assert_true(record->open);
    assert_string_equal(record_of(room, "C5")->who[0], "adviser to Police for the room");
    assert_string_equal(record_of(room, "C6")->who[0], "a member to Police for the room");
    record = record_of(room, "A1");
    assert_string_equal(record->who[0], "Mental Health for the room, Director for the room, on F1");
    assert_string_equal(record->who[2], "MHT F1");
    assert_string_equal(record->state, "due 31 March 2017");
    assert_false(record->open);
    record = record_of(room, "A2");
    assert_null(record->who[0]);
    assert_string_equal(record->words, "Amended agreement for the board");
    assert_string_equal(record->state, "no owner yet, no date yet");
    assert_true(record->open);
    record = record_of(room, "E1");
    assert_string_equal(record->who[0], "for Health visitors, for the board, by Mental Health for the room");
    assert_string_equal(record->words, "Activity for the board");
    record = record_of(room, "N2");
    assert_string_equal(record->who[0], "decision");
    record = record_of(room, "F1");
    assert_string_equal(record->who[0], "position: accepted in part");
    assert_string_equal(record->words, "Reason for the board");
    assert_string_equal(record->state, "dissent: Police for the room");
    record = record_of(room, "F2"); /* its reason is restricted */
    assert_string_equal(record->who[0], "position: not accepted");
    assert_null(record->words);
    assert_null(record->state);
}

static void the_public_sees_public_records_alone(void **state) {
    static const char *const expected[] = {"F2", "F1", "A1", "C3"};
    (void)state;
    const struct room *room = seen_by(true);
    assert_int_equal(room->record_count, sizeof expected / sizeof *expected);
    for (size_t i = 0; i < room->record_count; i++) {
        assert_string_equal(room->records[i].id, expected[i]);
    }
    /* which findings it answers is not in the published response */
    assert_string_equal(record_of(room, "A1")->who[0], "Mental Health for the room, Director for the room");
    assert_string_equal(record_of(room, "F1")->who[0], "position: accepted in part");
    assert_null(record_of(room, "F1")->words);
    assert_null(record_of(room, "F1")->state);
}

/* What the type holds points nowhere into the meeting: it is whole when that has gone. */
static void it_stands_without_the_meeting(void **state) {
    (void)state;
    struct buffer file = {0};
    struct buffer before = {0};
    struct buffer after = {0};
    struct arena *passing = arena_new();
    struct audience audience = {0};
    read_case(CASE, &file);
    struct meeting *gone = must_load(passing, file.bytes, file.length).meeting;
    struct room *room = room_of(gone, (struct stamp){.at = 1479820000000}, &audience, arena);
    all_texts(room, &before);
    arena_free(passing);
    buffer_free(&file);
    all_texts(room, &after);
    assert_string_equal(before.bytes, after.bytes);
    buffer_free(&before);
    buffer_free(&after);
}

int main(void) {
#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, end)
    const struct CMUnitTest tests[] = {
        TEST(every_text_of_every_shape_has_a_secret),
        TEST(none_of_them_is_in_the_room),
        TEST(the_board_sees_the_records_of_the_item_latest_first),
        TEST(a_record_is_said_in_words_and_in_codes),
        TEST(the_public_sees_public_records_alone),
        TEST(it_stands_without_the_meeting),
    };
    return cmocka_run_group_tests_name("format: room", tests, NULL, NULL);
}
