/* A struct of the tables as JSON: each type of field once, by hand; and that nothing private goes along. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "candour/core/agenda.h"
#include "candour/core/record.h"
#include "candour/format/json_fields.h"

static struct buffer written(const struct shape *shape, const void *record) {
    struct buffer out = {0};
    struct json json = json_begin(&out);
    json_object(&json, NULL);
    json_fields(&json, shape, record);
    json_end(&json);
    return out;
}

static void every_key_is_there(void **state) {
    (void)state;
    const char *findings[] = {"F1", "F2"};
    day reviewed[] = {day_of(2017, 6, 30)};
    struct agreement agreement = {.id = "A1",
                                  .findings = {findings, 2},
                                  .text = "Say \"no\"",
                                  .priority = PRIORITY_DEFERRED,
                                  .due = day_of(2017, 3, 31),
                                  .review_on = {reviewed, 1}};
    struct buffer out = written(&SHAPE_AGREEMENT, &agreement);
    assert_non_null(strstr(out.bytes, "{\n  \"id\": \"A1\",\n  \"item\": null,\n  \"findings\": [\n    \"F1\",\n"));
    assert_non_null(strstr(out.bytes, "  \"text\": \"Say \\\"no\\\"\",\n"));
    assert_non_null(strstr(out.bytes, "  \"priority\": \"deferred\",\n"));
    assert_non_null(strstr(out.bytes, "  \"revisit\": null,\n  \"due\": \"2017-03-31\",\n  \"links\": [],\n"));
    assert_non_null(strstr(out.bytes, "  \"review_on\": [\n    \"2017-06-30\"\n  ],\n"));
    assert_non_null(strstr(out.bytes, "  \"superseded_by\": null\n}\n"));
    buffer_free(&out);
}

static void figures_times_and_maps(void **state) {
    (void)state;
    struct quorum quorum = {.agencies = {true, 6}};
    struct meeting_details details = {.title = "Board", .start = {true, 13 * 60 + 5}, .quorum = &quorum};
    struct buffer out = written(&SHAPE_MEETING, &details);
    assert_non_null(strstr(out.bytes, "  \"start\": \"13:05\",\n"));
    assert_non_null(strstr(out.bytes, "  \"quorum\": {\n    \"agencies\": 6,\n    \"must_include\": []\n  }\n}\n"));
    buffer_free(&out);
    struct recommendation recommendation = {.id = "R1", .text = "Ask."};
    struct finding finding = {.id = "F1", .title = "One", .recommendations = {&recommendation, 1}};
    out = written(&SHAPE_FINDING, &finding);
    assert_non_null(strstr(out.bytes,
                           "  \"recommendations\": [\n    {\n      \"id\": \"R1\",\n      \"text\": \"Ask.\"\n"
                           "    }\n  ],\n"));
    buffer_free(&out);
}

static void the_chairs_own_stays(void **state) {
    (void)state;
    const char *prompts[] = {"PROMPT"};
    struct item item = {.id = "I1", .title = "Opening", .prompts = {prompts, 1}, .notes = "NOTES", .is_protected = YES};
    struct buffer out = written(&SHAPE_ITEM, &item);
    assert_null(strstr(out.bytes, "PROMPT"));
    assert_null(strstr(out.bytes, "NOTES"));
    assert_null(strstr(out.bytes, "notes"));
    assert_non_null(strstr(out.bytes, "\"protected\": true"));
    assert_non_null(strstr(out.bytes, "\"minutes\": null"));
    item.is_protected = NO;
    buffer_free(&out);
    out = written(&SHAPE_ITEM, &item);
    assert_non_null(strstr(out.bytes, "\"protected\": false"));
    buffer_free(&out);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_key_is_there),
        cmocka_unit_test(figures_times_and_maps),
        cmocka_unit_test(the_chairs_own_stays),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
