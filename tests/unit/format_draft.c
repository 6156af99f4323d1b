/* A half-typed form, kept and offered back exactly. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "format_files.h"

static void a_draft_is_a_small_file(void **state) {
    (void)state;
    struct draft_field fields[] = {{"by", "NO"}, {"put", "Who decides\nto close it? "}, {"to", ""}};
    struct draft draft = {.act = "challenge", .id = "C7", .events = 31, .place = 1, .fields = fields, .count = 3};
    struct buffer out = {0};
    save_draft(&draft, &out);
    assert_string_equal(out.bytes, "candour-draft: 1\nact: challenge\nid: C7\nevents: 31\nplace: 1\nfields:\n"
                                   "- key: by\n  text: \"NO\"\n- key: put\n  text: \"Who decides\\nto close it? \"\n"
                                   "- key: to\n  text: \"\"\n");
    buffer_free(&out);
}

static void what_was_typed_comes_back(void **state) {
    (void)state;
    struct draft_field fields[] = {{"text", "one\n\ntwo\n"},
                                   {"put", " begins with a blank"},
                                   {"given", "\t\x01\xE2\x80\xAE: # -"},
                                   {"about", "~"}};
    struct draft draft = {.act = "command-line", .events = 0, .place = 3, .fields = fields, .count = 4};
    struct arena *arena = arena_new();
    struct buffer out = {0};
    struct draft back;
    save_draft(&draft, &out);
    assert_true(load_draft(out.bytes, out.length, arena, &back));
    assert_string_equal(back.act, "command-line");
    assert_null(back.id);
    assert_int_equal(back.events, 0);
    assert_int_equal(back.place, 3);
    assert_int_equal(back.count, 4);
    for (size_t i = 0; i < 4; i++) {
        assert_string_equal(back.fields[i].key, fields[i].key);
        assert_string_equal(back.fields[i].text, fields[i].text);
    }
    draft.count = 0;
    buffer_clear(&out);
    save_draft(&draft, &out);
    assert_true(load_draft(out.bytes, out.length, arena, &back));
    assert_int_equal(back.count, 0);
    buffer_free(&out);
    arena_free(arena);
}

static void other_files_are_no_drafts(void **state) {
    (void)state;
    static const char *const files[] = {
        "",
        "\n",
        "act: a\nevents: 1\nplace: 1\nfields: []\n",
        "candour-draft: 2\nact: a\nevents: 1\nplace: 1\nfields: []\n",
        "candour-draft: 1\nevents: 1\nplace: 1\nfields: []\n",
        "candour-draft: 1\nact: a\nevents: -1\nplace: 1\nfields: []\n",
        "candour-draft: 1\nact: a\nevents: 1\nplace: 1\nfields:\n- key: a\n",
        "candour-draft: 1\nact: a\nevents: 1\nplace: 1\nfields:\n- a\n",
        "candour-draft: 1\nact: [a]\nevents: 1\nplace: 1\nfields: []\n",
        "candour-draft: 1\nact: 'a\nevents: 1\nplace: 1\nfields: []\n",
        "- 1\n",
        HEAD,
    };
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        struct arena *arena = arena_new();
        struct draft draft;
        assert_false(load_draft(files[i], strlen(files[i]), arena, &draft));
        arena_free(arena);
    }
}

/* A draft is replaced whole, yet nothing shorter than one may be taken for it when it lacks a field's end. */
static void half_a_draft_is_refused_or_shorter_by_whole_fields(void **state) {
    (void)state;
    static const char text[] =
        "candour-draft: 1\nact: note\nevents: 2\nplace: 0\nfields:\n- key: text\n  text: \"a\\nb\"\n";
    struct arena *arena = arena_new();
    struct draft draft;
    for (size_t cut = 0; cut < strlen("candour-draft: 1\nact: note\nevents: 2\nplace: 0\n"); cut++)
        assert_false(load_draft(text, cut, arena, &draft));
    assert_true(load_draft(text, strlen(text), arena, &draft));
    arena_free(arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_draft_is_a_small_file),
        cmocka_unit_test(what_was_typed_comes_back),
        cmocka_unit_test(other_files_are_no_drafts),
        cmocka_unit_test(half_a_draft_is_refused_or_shorter_by_whole_fields),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
