/* `outcome:` is held to the events line by line: whatever is changed, taken out, put in or moved is named where it
 * stands, and what happened later is no disagreement. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "format_files.h"
#include "support/random_meeting.h"

/* --- the file by lines --- */

struct line {
    const char *text;
    int indent;       /* of its first character */
    bool entry;       /* begins with `- ` */
    const char *key;  /* NULL: none */
    const char *word; /* what stands behind `- ` or the key; "" for nothing */
};

struct file {
    struct arena *arena;
    struct line *lines; /* the first is number 1 */
    int count;
    int first, end; /* lines of the outcome: `outcome:` and the one behind its last */
};

static struct line line_of(struct arena *arena, const char *from, size_t length) {
    struct line line = {.text = arena_copy(arena, from, length), .word = ""};
    line.indent = (int)strspn(line.text, " ");
    const char *at = line.text + line.indent;
    line.entry = strncmp(at, "- ", 2) == 0;
    at += line.entry ? 2 : 0;
    size_t word = strcspn(at, ":");
    line.key = at[word] == ':' ? arena_copy(arena, at, word) : NULL;
    at += line.key != NULL ? word + 1 : 0;
    line.word = at + strspn(at, " ");
    return line;
}

static struct file file_of(struct arena *arena, const struct buffer *bytes) {
    struct file file = {.arena = arena, .lines = arena_array(arena, bytes->length + 2, sizeof *file.lines)};
    for (const char *at = bytes->bytes; *at != '\0'; at += strcspn(at, "\n") + 1) {
        struct line *line = &file.lines[++file.count];
        *line = line_of(arena, at, strcspn(at, "\n"));
        if (strcmp(line->text, "outcome:") == 0)
            file.first = file.count;
        if (strcmp(line->text, "events:") == 0)
            file.end = file.count;
    }
    assert_true(file.first > 0 && file.end > file.first + 10);
    return file;
}

/* The session with its outcome. */
static struct file outcome_of(struct arena *arena, const struct meeting *meeting) {
    struct buffer plain = {0};
    struct buffer with = {0};
    save_session(meeting, &plain);
    assert_true(save_outcome(plain.bytes, plain.length, meeting_outcome(meeting, arena), &with));
    must_load(arena, with.bytes, with.length);
    struct file file = file_of(arena, &with);
    buffer_free(&plain);
    buffer_free(&with);
    return file;
}

/* --- what is said of it --- */

static bool names_line(const struct diags *diags, int line, const char *what) {
    for (size_t i = 0; i < diags->count; i++)
        if (diags->list[i].line == line && strstr(diags->list[i].what, what) != NULL)
            return true;
    return false;
}

/* Lines FROM to TO give way to TEXT (NULL: nothing); that must be named at LINE, in words with WHAT in them. */
static void changed(const struct file *file, int from, int to, const char *text, int line, const char *what) {
    struct arena *arena = arena_new();
    struct buffer bytes = {0};
    struct diags diags;
    for (int i = 1; i <= file->count; i++) {
        if (i == from && text != NULL)
            buffer_format(&bytes, "%s\n", text);
        if (i < from || i > to)
            buffer_format(&bytes, "%s\n", file->lines[i].text);
    }
    must_refuse(arena, bytes.bytes, bytes.length, &diags);
    if (!names_line(&diags, line, what))
        fail_msg("line %d (%s) to %s: '%s' is not said of line %d, but %d: %s", from, file->lines[from].text,
                 text != NULL ? text : "nothing", what, line, diags.list[0].line, diags.list[0].what);
    for (size_t i = 0; i < diags.count; i++) {
        assert_true(diags.list[i].line >= file->first && diags.list[i].line < file->end + 1);
        assert_true(diags.list[i].column > 1);
    }
    buffer_free(&bytes);
    arena_free(arena);
}

/* --- changes --- */

/* Another value of the same type. */
static const char *another(struct arena *arena, const struct line *line) {
    if (line->key != NULL && strcmp(line->key, "status") == 0)
        return strcmp(line->word, "confirmed") == 0 ? "open" : "confirmed";
    if (line->key != NULL && strcmp(line->key, "position") == 0)
        return strcmp(line->word, "accepted") == 0 ? "not-accepted" : "accepted";
    if (line->word[0] >= '0' && line->word[0] <= '9')
        return arena_format(arena, "%d", atoi(line->word) + 1);
    return "Z9";
}

/* The line of the key that the entries of a list at LINE stand under. */
static int list_key(const struct file *file, int line) {
    int indent = file->lines[line].indent;
    while (file->lines[line].entry || file->lines[line].indent > indent)
        line--;
    assert_int_equal(file->lines[line].indent, indent);
    return line;
}

/* The line at which the mapping begins that the key at LINE belongs to. */
static int map_start(const struct file *file, int line) {
    int indent = file->lines[line].indent;
    int at = line;
    for (at--; at > file->first; at--)
        if (file->lines[at].entry && file->lines[at].indent == indent - 2)
            return at;
    return file->first + 1;
}

/* The last line of what begins at LINE: a key with its list, or an entry. */
static int end_of(const struct file *file, int line) {
    const struct line *begin = &file->lines[line];
    int at = line + 1;
    while (file->lines[at].indent > begin->indent ||
           (!begin->entry && file->lines[at].indent == begin->indent && file->lines[at].entry))
        at++;
    return at - 1;
}

static void every_value_counts(const struct file *file) {
    for (int i = file->first + 1; i < file->end; i++) {
        const struct line *line = &file->lines[i];
        if (line->word[0] == '\0' || (line->key != NULL && strcmp(line->key, "as_of") == 0))
            continue;
        const char *head = arena_copy(file->arena, line->text, (size_t)(line->word - line->text));
        changed(file, i, i, arena_format(file->arena, "%s%s", head, another(file->arena, line)), i, "the outcome's");
    }
}

static void entry_counts(const struct file *file, int i) {
    int key = list_key(file, i);
    int end = end_of(file, i);
    bool only = key == i - 1 && end == end_of(file, key);
    changed(file, i, end, NULL, key, only ? "is not given" : "leaves out");
}

static void key_counts(const struct file *file, int i) {
    int end = end_of(file, i);
    changed(file, i, end, NULL, map_start(file, i), "is not given, and the events say");
    if (end > i)
        changed(file, i, end, file->lines[i].text, i, "is not given, and the events say");
}

static void every_line_counts(const struct file *file) {
    for (int i = file->first + 1; i < file->end; i++)
        if (file->lines[i].entry)
            entry_counts(file, i);
        else if (strcmp(file->lines[i].key, "as_of") != 0)
            key_counts(file, i);
}

static bool follows(const struct line *a, const struct line *b) {
    return a->entry && b->entry && a->indent == b->indent && a->key == NULL && b->key == NULL;
}

static void order_and_number_count(const struct file *file) {
    for (int i = file->first + 1; i < file->end; i++) {
        const struct line *line = &file->lines[i];
        if (!line->entry || line->key != NULL)
            continue;
        changed(file, i, i, arena_format(file->arena, "%s\n%s", line->text, line->text), i + 1, "twice");
        if (follows(line, line + 1))
            changed(file, i, i + 1, arena_format(file->arena, "%s\n%s", line[1].text, line->text), i + 1,
                    arena_format(file->arena, "has %s after %s", line->word, line[1].word));
    }
}

static void all_of(const struct meeting *meeting) {
    struct arena *arena = arena_new();
    struct file file = outcome_of(arena, meeting);
    every_value_counts(&file);
    every_line_counts(&file);
    order_and_number_count(&file);
    arena_free(arena);
}

static void every_line_of_harrowmere_counts(void **state) {
    (void)state;
    struct arena *arena = arena_new();
    struct buffer bytes = {0};
    read_case("tests/cases/harrowmere.session.yaml", &bytes);
    all_of(must_load(arena, bytes.bytes, bytes.length).meeting);
    buffer_free(&bytes);
    arena_free(arena);
}

static void every_line_of_a_random_meeting_counts(void **state) {
    (void)state;
    for (uint64_t seed = 1; seed <= 4; seed++) {
        struct arena *arena = arena_new();
        struct chance chance = chance_of(seed);
        all_of(random_meeting(&chance, arena, 60));
        arena_free(arena);
    }
}

/* --- later events --- */

/* The outcome after each of a meeting's events stands whatever came after them, undo of earlier ones included. */
static void what_came_later_is_no_disagreement(void **state) {
    (void)state;
    size_t undone = 0;
    for (uint64_t seed = 1; seed <= 12; seed++) {
        struct arena *arena = arena_new();
        struct chance chance = chance_of(seed);
        const struct meeting *meeting = random_meeting(&chance, arena, 60);
        struct buffer whole = {0};
        struct meeting *part = meeting_new(arena, meeting->agenda);
        save_session(meeting, &whole);
        for (size_t i = 0; i < meeting->event_count; i++) {
            struct buffer with = {0};
            struct arena *each = arena_new();
            struct event event = meeting->events[i];
            assert_int_equal(meeting_apply(part, &event).code, REFUSED_NOT);
            undone += event.what == DO_UNDO;
            assert_true(save_outcome(whole.bytes, whole.length, meeting_outcome(part, each), &with));
            must_load(each, with.bytes, with.length);
            buffer_free(&with);
            arena_free(each);
        }
        buffer_free(&whole);
        arena_free(arena);
    }
    assert_true(undone > 10);
}

#define EVENTS(more)                                                                                                   \
    "events:\n- at: 2016-11-22T13:28:00.000+00:00\n  do: open\n- at: 2016-11-22T13:30:00.000+00:00\n  do: start\n"     \
    "  item: I1\n- at: 2016-11-22T13:31:00.000+00:00\n  do: heard\n  agency: POL\n" more

#define OUTCOME(as_of, heard, used)                                                                                    \
    "outcome:\n  as_of: " as_of "\n  status: open\n  agencies:\n  - id: CSC\n  - id: POL\n" heard                      \
    "  findings:\n  - id: F1\n  times:\n  - item: I1\n    planned: 600\n    granted: 600\n    used: " used "\n"

#define UNDONE "- at: 2016-11-22T13:32:00.000+00:00\n  do: undo\n  of: 2016-11-22T13:31:00.000+00:00\n"
#define HEARD "    heard:\n    - I1\n"

static void undo_counts_from_where_it_stands(void **state) {
    (void)state;
    static const char before[] = HEAD OUTCOME("3", HEARD, "60") EVENTS(UNDONE);
    static const char after[] = HEAD OUTCOME("4", "", "120") EVENTS(UNDONE);
    static const char wrong[] = HEAD OUTCOME("4", HEARD, "120") EVENTS(UNDONE);
    struct arena *arena = arena_new();
    struct diags diags;
    must_load(arena, before, strlen(before));
    must_load(arena, after, strlen(after));
    assert_string_equal(must_refuse(arena, wrong, strlen(wrong), &diags),
                        "the outcome's 'heard' has I1, and the events do not");
    assert_int_equal(diags.list[0].line, 30);
    assert_int_equal(diags.count, 1);
    arena_free(arena);
}

static void an_outcome_of_fewer_or_more_events(void **state) {
    (void)state;
    static const char fewer[] = HEAD OUTCOME("2", HEARD, "60") EVENTS("");
    static const char more[] = HEAD OUTCOME("4", HEARD, "60") EVENTS("");
    struct arena *arena = arena_new();
    struct diags diags;
    must_refuse(arena, fewer, strlen(fewer), &diags);
    assert_int_equal(diags.count, 2);
    assert_string_equal(diags.list[0].what, "the outcome's 'heard' has I1, and the events do not");
    assert_int_equal(diags.list[0].line, 30);
    assert_string_equal(diags.list[1].what, "the outcome's 'used' is 60, and the events say 0");
    assert_int_equal(diags.list[1].line, 37);
    assert_int_equal(diags.list[1].column, 11);
    must_refuse(arena, more, strlen(more), &diags);
    assert_int_equal(diags.count, 1);
    assert_string_equal(diags.list[0].what, "the outcome is as of 4 events, and there are only 3");
    assert_int_equal(diags.list[0].line, 24);
    arena_free(arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_line_of_harrowmere_counts),    cmocka_unit_test(every_line_of_a_random_meeting_counts),
        cmocka_unit_test(what_came_later_is_no_disagreement), cmocka_unit_test(undo_counts_from_where_it_stands),
        cmocka_unit_test(an_outcome_of_fewer_or_more_events),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
