/* Reading: forms that are taken without complaint, what is kept, the limits, includes. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "format_files.h"

static struct loaded load(struct arena *arena, const char *text) {
    return must_load(arena, text, strlen(text));
}

static void a_byte_order_mark_crlf_and_a_missing_line_end(void **state) {
    (void)state;
    struct arena *arena = arena_new();
    struct buffer crlf = {0};
    struct buffer plain = {0};
    struct buffer again = {0};
    static const char text[] =
        HEAD "events:\n- at: 2016-11-22T13:28:00.000+00:00\n  do: open\n"
             "- at: 2016-11-22T13:31:00.000+00:00\n  do: note\n  id: N1\n  text: |-\n    one\n    two";
    buffer_text(&crlf, "\xEF\xBB\xBF");
    for (const char *c = text; *c != '\0'; c++) {
        if (*c == '\n')
            buffer_char(&crlf, '\r');
        buffer_char(&crlf, *c);
    }
    save_session(load(arena, text).meeting, &plain);
    save_session(must_load(arena, crlf.bytes, crlf.length).meeting, &again);
    same_bytes(&plain, &again);
    buffer_free(&crlf);
    buffer_free(&plain);
    buffer_free(&again);
    arena_free(arena);
}

/* What YAML would make of them is not asked. */
static void scalars_are_read_by_the_schema(void **state) {
    (void)state;
    struct arena *arena = arena_new();
    struct loaded loaded =
        load(arena, HEAD "- id: NO\n  title: null\n  minutes: '1h05'\n  purpose: \"break\"\n  at: 13:30\n"
                         "  protected: yes\n  presenter: ~\n  notes:\n  prompts:\n  - 012\n  - off\n"
                         "- id: 012\n  title: 2016-11-22\n  minutes: 25m\n  purpose: decision\n"
                         "  protected: false\n  round: 0:02\n  papers: []\n");
    const struct item *items = loaded.agenda->items.items;
    assert_int_equal(loaded.agenda->items.count, 3);
    assert_string_equal(items[1].id, "NO");
    assert_string_equal(items[1].title, "null");
    assert_int_equal(items[1].minutes.value, 65);
    assert_int_equal(items[1].purpose, PURPOSE_BREAK);
    assert_int_equal(items[1].at.value, 13 * 60 + 30);
    assert_int_equal(items[1].is_protected, YES);
    assert_null(items[1].presenter);
    assert_null(items[1].notes);
    assert_string_equal(items[1].prompts.items[0], "012");
    assert_string_equal(items[1].prompts.items[1], "off");
    assert_string_equal(items[2].id, "012");
    assert_string_equal(items[2].title, "2016-11-22");
    assert_int_equal(items[2].minutes.value, 25);
    assert_int_equal(items[2].is_protected, NO);
    assert_int_equal(items[2].round.value, 2);
    assert_int_equal(items[2].papers.count, 0);
    assert_false(loaded.session);
    assert_int_equal(loaded.meeting->event_count, 0);
    arena_free(arena);
}

/* The built-in kinds and questions are namespaces of their own, and a file may use their ids. */
static void built_in_ids_are_free(void **state) {
    (void)state;
    struct arena *arena = arena_new();
    struct loaded loaded = load(
        arena, HEAD "- id: design\n  title: Design\n  minutes: 5\n  purpose: decision\n- id: Q1\n  title: First\n"
                    "  minutes: 5\n  purpose: decision\nproposals:\n- id: D1\n  text: Do it\n  kind: design\n"
                    "events:\n- at: 2016-11-22T13:28:00.000+00:00\n  do: open\n"
                    "- at: 2016-11-22T13:29:00.000+00:00\n  do: start\n  item: design\n"
                    "- at: 2016-11-22T13:30:00.000+00:00\n  do: assess\n  question: Q1\n  answer: met\n"
                    "- at: 2016-11-22T13:31:00.000+00:00\n  do: agreement\n  id: A1\n  text: Do it\n  kind: design\n");
    assert_int_equal(loaded.meeting->event_count, 4);
    arena_free(arena);
}

static const char own[] =
    HEAD "  x-room: {seats: 12, names: ['12', ~, plain words], none: {}, empty: [], 1: a, 'no': b, ~: c}\n"
         "  x-long: \"two\\nlines\"\nx-top:\n- - 1\n  - [2, 3]\n- a: |\n    text\n  b: yes\nx-empty:\n";
static const char own_written[] = HEAD
    "  x-room:\n    seats: 12\n    names:\n    - \"12\"\n    - ~\n    - plain words\n"
    "    none: {}\n    empty: []\n    1: a\n    \"no\": b\n    ~: c\n  x-long: |-\n    two\n    lines\nx-top:\n- - 1\n"
    "  - - 2\n    - 3\n- a: |\n    text\n  b: yes\nx-empty:\nevents:\n#\n";

static void own_keys_are_carried_through(void **state) {
    (void)state;
    struct arena *arena = arena_new();
    struct buffer out = {0};
    save_opening(load(arena, own).agenda, &out);
    assert_string_equal(out.bytes, own_written);
    struct loaded again = must_load(arena, out.bytes, out.length);
    buffer_clear(&out);
    save_opening(again.agenda, &out);
    assert_string_equal(out.bytes, own_written);
    buffer_clear(&out);
    static const char event[] =
        "- at: 2016-11-22T13:28:00.000+00:00\n  do: open\n  x-by: me\n#\n"
        "- at: 2016-11-22T13:29:00.000+00:00\n  do: note\n  id: N1\n  text: Cold\n  x-seen: 12\n#\n"
        "- at: 2016-11-22T13:30:00.000+00:00\n  do: amend\n  id: N1\n  set:\n    text: Warm\n"
        "    x-why: heating\n#\n";
    struct buffer session = {0};
    buffer_format(&session, "%sevents:\n#\n%s", HEAD, event);
    save_session(must_load(arena, session.bytes, session.length).meeting, &out);
    same_bytes(&session, &out);
    buffer_free(&session);
    buffer_free(&out);
    arena_free(arena);
}

/* --- what is told, and what is not --- */

#define AT(minute, what, fields) "- at: 2016-11-22T13:" minute ":00.000+00:00\n  do: " what "\n  " fields "\n"
#define SAID(what, fields) HEAD "events:\n- at: 2016-11-22T13:29:00.000+00:00\n  do: open\n" AT("30", what, fields)

/* --- limits --- */

static const char *refused(struct arena *arena, const struct buffer *file, int line, int column) {
    struct diags diags;
    const char *what = must_refuse(arena, file->bytes, file->length, &diags);
    assert_int_equal(diags.list[0].line, line);
    assert_int_equal(diags.list[0].column, column);
    return what;
}

static void repeat(struct buffer *out, const char *text, size_t times) {
    for (size_t i = 0; i < times; i++)
        buffer_text(out, text);
}

static void texts_of_64_kib(void **state) {
    (void)state;
    for (size_t over = 0; over < 2; over++) {
        struct arena *arena = arena_new();
        struct buffer file = {0};
        buffer_text(&file, HEAD "  notes: ");
        repeat(&file, "w", LOAD_TEXT_MOST + over);
        buffer_text(&file, "\n");
        if (over == 0)
            must_load(arena, file.bytes, file.length);
        else
            assert_string_equal(refused(arena, &file, 23, 10), "over a limit: a text of more than 64 KiB");
        buffer_free(&file);
        arena_free(arena);
    }
}

static void lists_of_100000_entries(void **state) {
    (void)state;
    for (size_t over = 0; over < 2; over++) {
        struct arena *arena = arena_new();
        struct buffer file = {0};
        buffer_text(&file, HEAD "  prompts:\n");
        repeat(&file, "  - a\n", LOAD_LIST_MOST + over);
        if (over == 0)
            assert_int_equal(
                ((const struct item *)must_load(arena, file.bytes, file.length).agenda->items.items)->prompts.count,
                LOAD_LIST_MOST);
        else
            assert_string_equal(refused(arena, &file, 23 + LOAD_LIST_MOST + 1, 5),
                                "over a limit: more than 100,000 entries in a list");
        buffer_free(&file);
        arena_free(arena);
    }
}

static void mappings_of_100000_keys(void **state) {
    (void)state;
    struct arena *arena = arena_new();
    struct buffer file = {0};
    buffer_text(&file, HEAD "x-all:\n");
    for (int i = 0; i <= LOAD_LIST_MOST; i++)
        buffer_format(&file, "  k%d:\n", i);
    assert_string_equal(refused(arena, &file, 23 + LOAD_LIST_MOST + 1, 11),
                        "over a limit: more than 100,000 keys in a mapping");
    buffer_free(&file);
    arena_free(arena);
}

static void files_of_64_mib(void **state) {
    (void)state;
    struct arena *arena = arena_new();
    struct buffer file = {0};
    char *large = calloc(1, (size_t)LOAD_FILE_MOST + 1);
    assert_non_null(large);
    memset(large, '#', (size_t)LOAD_FILE_MOST + 1);
    file = (struct buffer){.bytes = large, .length = (size_t)LOAD_FILE_MOST + 1};
    assert_string_equal(refused(arena, &file, 1, 1), "over a limit: more than 64 MiB");
    free(large);
    arena_free(arena);
}

/* What is quadratic in libyaml alone ends at once. */
static void hostile_files_end_quickly(void **state) {
    (void)state;
    static const char *const pieces[] = {"[",   "{a: ",    "[a: ",     "- ", "? ", "%TAG ! tag:x\n",
                                         "&a ", "--- a\n", "a: &a b\n"};
    for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
        struct arena *arena = arena_new();
        struct buffer file = {0};
        struct diags diags;
        repeat(&file, pieces[i], 80000);
        must_refuse(arena, file.bytes, file.length, &diags);
        assert_true(diags.count <= DIAG_MOST);
        buffer_free(&file);
        arena_free(arena);
    }
}

/* References are looked up when every section was read, and yet stand where they stand: the first hundred are the first
 * of the file. */
static void the_first_hundred_of_the_file(void **state) {
    (void)state;
    struct arena *arena = arena_new();
    struct buffer file = {0};
    struct diags diags;
    buffer_text(&file, HEAD "learning:\n");
    for (int i = 0; i < 90; i++)
        buffer_format(&file, "- id: L%d\n  title: Audit\n  lead: POLICE\n", i);
    buffer_text(&file, "proposals:\n");
    for (int i = 1; i <= 90; i++)
        buffer_format(&file, "- id: D%d\n  text: Ask\n  own: CSC\n", i);
    must_refuse(arena, file.bytes, file.length, &diags);
    assert_int_equal(diags.count, DIAG_MOST);
    assert_int_equal(diags.dropped, 80);
    assert_int_equal(diags.errors, 180);
    for (int i = 0; i < DIAG_MOST; i++) /* `learning:` is line 23, `proposals:` 294 */
        assert_int_equal(diags.list[i].line, i < 90 ? 26 + 3 * i : 297 + 3 * (i - 90));
    buffer_free(&file);
    arena_free(arena);
}

/* What is no fault, however unusual. */
static void what_the_format_allows(void **state) {
    (void)state;
    static const char *const files[] = {
        HEAD "proposals:\n- id: D1\n  item: I1\n  text: Ask\n  status: proposed\n- id: D2\n  text: Ask\n  from: D1\n",
        HEAD "include: []\noutcome:\n",
        HEAD "outcome:\n  as_of: 0\n  status: open\n  agencies: [{id: CSC}, {id: POL}]\n  findings: [{id: F1}]\n"
             "  times: [{item: I1, planned: 600, granted: 600, used: 0}]\n",
        SAID("focus", "finding: F1") AT("31", "heard", "agency: POL") AT("32", "start", "item: I1\n  back: 90"),
        SAID("note", "id: N1\n  text: Cold") AT("31", "amend", "id: N1\n  set:\n    text: Cold")
            AT("32", "progress", "id: N1\n  text: Windows shut") AT("33", "undo", "of: 2016-11-22T14:32:00+01:00"),
        SAID("close", "reason: ~") AT("31", "confirm", "x-by: CHR"),
        SAID("engagement", "id: E7\n  audience: Midwives\n  activity: Talk\n  hold: no\n  lead: CHAIR"),
    };
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        struct arena *arena = arena_new();
        must_load(arena, files[i], strlen(files[i]));
        arena_free(arena);
    }
}

/* --- includes --- */

struct folder {
    const char *const (*files)[2];
    size_t count;
};

static const char *read_folder(void *context, const char *name, struct arena *arena, const char **bytes,
                               size_t *length) {
    const struct folder *folder = context;
    for (size_t i = 0; i < folder->count; i++)
        if (strcmp(folder->files[i][0], name) == 0) {
            *length = strlen(folder->files[i][1]);
            *bytes = arena_copy(arena, folder->files[i][1], *length);
            return NULL;
        }
    return "No such file or directory";
}

static void included_sections_are_taken_in(void **state) {
    (void)state;
    static const char *const files[][2] = {
        {"parts/board.yaml", "\xEF\xBB\xBF"
                             "candour: 1\nboard:\n  id: HSCB\n  name: Harrowmere Board\nx-part: 1\n"},
        {"agencies.yaml", "agencies:\n- id: CSC\n  name: Children's Social Care\n- id: POL\n  name: Police"}};
    static const char agenda[] = "candour: 1\ninclude: [parts/board.yaml, agencies.yaml]\nreview:\n  id: HMB-02\n"
                                 "  title: Review\nmeeting:\n  title: Board\nfindings:\n- id: F1\n"
                                 "  title: Nobody sees the child\nagenda:\n- id: I1\n  title: Opening\n  minutes: 10\n"
                                 "  purpose: information\n  presenter: POL\n";
    struct arena *arena = arena_new();
    struct diags diags;
    struct loaded out;
    struct buffer saved = {0};
    struct folder folder = {.files = files, .count = 2};
    struct load_from from = {
        .name = "agendas/a.yaml", .bytes = agenda, .length = strlen(agenda), .read = read_folder, .context = &folder};
    diags_begin(&diags, arena);
    assert_true(load_meeting(&from, arena, &diags, &out));
    save_opening(out.agenda, &saved);
    assert_string_equal(saved.bytes, HEAD "  presenter: POL\nx-part: 1\nevents:\n#\n"); /* and it stands alone */
    from.read = NULL;
    assert_false(load_meeting(&from, arena, &diags, &out));
    assert_string_equal(diags.list[0].what, "cannot include 'parts/board.yaml': there is no folder to look in");
    buffer_free(&saved);
    arena_free(arena);
}

static void included_problems_carry_the_name_of_their_file(void **state) {
    (void)state;
    static const char *const files[][2] = {{"people.yaml", "people:\n- id: CHR\n  role: Chair\n  tpye: chair\n"}};
    static const char agenda[] = HEAD "include:\n- people.yaml\n- gone.yaml\n";
    struct arena *arena = arena_new();
    struct diags diags;
    struct loaded out;
    struct folder folder = {.files = files, .count = 1};
    struct load_from from = {
        .name = "agendas/a.yaml", .bytes = agenda, .length = strlen(agenda), .read = read_folder, .context = &folder};
    diags_begin(&diags, arena);
    assert_false(load_meeting(&from, arena, &diags, &out));
    assert_int_equal(diags.count, 2);
    assert_string_equal(diags.list[0].file, "agendas/a.yaml");
    assert_int_equal(diags.list[0].line, 25);
    assert_string_equal(diags.list[0].what, "cannot include 'gone.yaml': No such file or directory");
    assert_string_equal(diags.list[1].file, "agendas/people.yaml");
    assert_int_equal(diags.list[1].line, 4);
    assert_int_equal(diags.list[1].column, 3);
    assert_string_equal(diags.list[1].source, "  tpye: chair");
    arena_free(arena);
}

/* Several files may share one list of problems. */
static void problems_of_files_stay_apart(void **state) {
    (void)state;
    struct arena *arena = arena_new();
    struct diags diags;
    struct loaded out;
    static const char bad[] = HEAD "colour: green\n";
    diags_begin(&diags, arena);
    assert_false(
        load_meeting(&(struct load_from){.name = "a", .bytes = bad, .length = strlen(bad)}, arena, &diags, &out));
    assert_true(
        load_meeting(&(struct load_from){.name = "b", .bytes = HEAD, .length = strlen(HEAD)}, arena, &diags, &out));
    assert_non_null(out.meeting);
    assert_false(
        load_meeting(&(struct load_from){.name = "c", .bytes = bad, .length = strlen(bad)}, arena, &diags, &out));
    assert_int_equal(diags.count, 2);
    assert_string_equal(diags.list[1].file, "c");
    arena_free(arena);
}

/* Four acts, and the first of them taken back: four are said again. */
static void undo_that_would_take_minutes_is_over_a_limit(void **state) {
    (void)state;
    struct arena *arena = arena_new();
    static const char text[] = HEAD "events:\n- at: 2016-11-22T13:28:00.000+00:00\n  do: open\n"
                                    "- at: 2016-11-22T13:29:00.000+00:00\n  do: heard\n  agency: CSC\n"
                                    "- at: 2016-11-22T13:30:00.000+00:00\n  do: heard\n  agency: CSC\n"
                                    "- at: 2016-11-22T13:31:00.000+00:00\n  do: heard\n  agency: CSC\n"
                                    "- at: 2016-11-22T13:32:00.000+00:00\n  do: heard\n  agency: CSC\n"
                                    "- at: 2016-11-22T13:33:00.000+00:00\n  do: undo\n"
                                    "  of: 2016-11-22T13:29:00.000+00:00\n";
    struct load_from from = {.name = "a", .bytes = text, .length = strlen(text), .again_most = 4};
    struct diags diags;
    struct loaded out;
    diags_begin(&diags, arena);
    assert_true(load_meeting(&from, arena, &diags, &out));
    assert_int_equal(meeting_said_again(out.meeting), 4);
    from.again_most = 3;
    assert_false(load_meeting(&from, arena, &diags, &out));
    assert_int_equal(diags.count, 1);
    assert_string_equal(diags.list[0].what, "over a limit: undo and redo would say more than 100,000,000 events again");
    int undo_line = 1;
    for (const char *c = text; c < strstr(text, "- at: 2016-11-22T13:33"); c++)
        undo_line += *c == '\n';
    assert_int_equal(diags.list[0].line, undo_line);
    arena_free(arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_byte_order_mark_crlf_and_a_missing_line_end),
        cmocka_unit_test(scalars_are_read_by_the_schema),
        cmocka_unit_test(built_in_ids_are_free),
        cmocka_unit_test(own_keys_are_carried_through),
        cmocka_unit_test(texts_of_64_kib),
        cmocka_unit_test(lists_of_100000_entries),
        cmocka_unit_test(mappings_of_100000_keys),
        cmocka_unit_test(files_of_64_mib),
        cmocka_unit_test(hostile_files_end_quickly),
        cmocka_unit_test(the_first_hundred_of_the_file),
        cmocka_unit_test(what_the_format_allows),
        cmocka_unit_test(included_sections_are_taken_in),
        cmocka_unit_test(included_problems_carry_the_name_of_their_file),
        cmocka_unit_test(problems_of_files_stay_apart),
        cmocka_unit_test(undo_that_would_take_minutes_is_over_a_limit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
