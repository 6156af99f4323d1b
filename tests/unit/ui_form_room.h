/* A small board for the tests of forms: four agencies, three people, three findings, three items, one plan priority,
 * one learning entry; C1 and A1 recorded, N1 recorded and withdrawn. It is Monday 23 November 2026, 14:30 UTC. */
#ifndef TESTS_UI_FORM_ROOM_H
#define TESTS_UI_FORM_ROOM_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <locale.h>
#include <string.h>

#include "candour/base/arena.h"
#include "candour/base/buffer.h"
#include "candour/core/meeting.h"
#include "candour/ui/form.h"
#include "candour/ui/form_value.h"
#include "candour/ui/specs.h"

#define LIST(array)                                                                                                    \
    { (array), sizeof(array) / sizeof *(array) }

static struct agency room_agencies[] = {
    {.id = "CSC", .name = "Harrowmere Children's Social Care"},
    {.id = "POL", .name = "Harrowmere Police"},
    {.id = "MHT", .name = "Mental Health Trust"},
    {.id = "NPS", .name = "National Probation Service"},
};
static struct person room_people[] = {
    {.id = "CHR", .role = "Independent Chair", .type = 1},
    {.id = "DN", .role = "Designated Nurse", .agency = "MHT"},
    {.id = "REV", .name = "Ann Example", .role = "Lead reviewer"},
};
static struct finding room_findings[] = {
    {.id = "F1", .title = "Adult-facing services do not see the child"},
    {.id = "F2", .title = "Fathers stay out of sight"},
    {.id = "F3", .title = "Missed appointments are counted"},
};
static struct item room_items[] = {
    {.id = "I1", .title = "Opening", .minutes = {true, 10}, .purpose = PURPOSE_INFORMATION},
    {.id = "I2", .title = "Findings F1 to F3", .minutes = {true, 30}, .purpose = PURPOSE_DECISION},
    {.id = "I3", .title = "Read-back", .minutes = {true, 10}, .purpose = PURPOSE_DECISION},
};
static struct priority room_priorities[] = {{.id = "P1", .title = "Neglect"}};
static struct learning room_learning[] = {{.id = "L1", .title = "Pre-birth audit"}};
static struct board room_board = {.id = "HSCB", .name = "Harrowmere Board"};
static struct review room_review = {.id = "HMB-02", .title = "Review"};
static struct meeting_details room_details = {.title = "Extraordinary Board"};
static struct agenda room_agenda = {
    .version = {true, 1},
    .board = &room_board,
    .review = &room_review,
    .meeting = &room_details,
    .agencies = LIST(room_agencies),
    .people = LIST(room_people),
    .priorities = LIST(room_priorities),
    .learning = LIST(room_learning),
    .findings = LIST(room_findings),
    .items = LIST(room_items),
};

static struct arena *arena;
static struct meeting *meeting;
static const struct stamp NOW = {.at = INT64_C(1795444200000)}; /* 2026-11-23T14:30:00Z */

static void room_say(enum event_do what, void *body, int seconds) {
    struct event event = event_new(arena, what, (struct stamp){.at = NOW.at - MS_HOUR + seconds * MS_SECOND});
    memcpy(event.body, body, event_kinds[what].shape->size);
    assert_int_equal(meeting_apply(meeting, &event).code, REFUSED_NOT);
}

static int room_begin(void **state) {
    (void)state;
    setlocale(LC_CTYPE, "C.UTF-8");
    arena = arena_new();
    meeting = meeting_new(arena, &room_agenda);
    room_say(DO_OPEN, &(struct event_open){.program = "test"}, 1);
    room_say(DO_START, &(struct event_start){.item = "I2"}, 2);
    room_say(
        DO_CHALLENGE,
        &(struct challenge){
            .id = "C1", .item = "I2", .finding = "F1", .by = "NPS", .to = "MHT", .put = "Who asks about the child?"},
        3);
    room_say(DO_AGREEMENT,
             &(struct agreement){.id = "A1", .item = "I2", .text = "Ask in every adult appointment", .owner = "MHT"},
             4);
    room_say(DO_NOTE, &(struct note){.id = "N1", .item = "I2", .text = "Never mind"}, 5);
    room_say(DO_WITHDRAW, &(struct event_withdraw){.id = "N1"}, 6);
    return 0;
}

static int room_end(void **state) {
    (void)state;
    arena_free(arena);
    return 0;
}

#endif
