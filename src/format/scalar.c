/* One scalar, read by the type of its field. */
#include <limits.h>
#include <string.h>

#include "candour/base/text.h"
#include "candour/core/id.h"
#include "candour/core/reading.h"
#include "candour/format/walk.h"
#include "candour/format/words.h"

static bool fault(struct walk *walk, const struct node *node, const char *hint, const char *key, const char *what) {
    if (problem_counted(walk->problems))
        return false;
    struct arena *arena = walk->problems->arena;
    problem(walk->problems, walk->source, node->line, node->column, hint, "'%s' %s: '%s'", key, what,
            problem_quote(arena, node->text));
    return false;
}

static bool not_one(struct walk *walk, const struct field *field, const struct node *node) {
    if (problem_counted(walk->problems))
        return false;
    struct arena *arena = walk->problems->arena;
    const char *what = arena_format(arena, "is not %s", words_expected(field->type));
    return fault(walk, node, words_how(field, arena), field->key, what);
}

static bool read_text(struct walk *walk, const struct field *field, const struct node *node, const char **at) {
    if (field->type != FIELD_TEXT && strpbrk(node->text, "\r\n") != NULL) {
        problem(walk->problems, walk->source, node->line, node->column, words_how(field, walk->problems->arena),
                "'%s' is more than one line", field->key);
        return false;
    }
    *at = arena_copy(walk->arena, node->text, node->length);
    return true;
}

static bool good_id(struct walk *walk, const struct field *field, const struct node *node) {
    char letter = id_letter_of(field->refs);
    if (!id_formed(node->text))
        return not_one(walk, field, node);
    if (id_reserved(node->text))
        return fault(walk, node, "BOARD, CHAIR, NATIONAL, none and end have a meaning of their own; take another",
                     field->key, "is reserved");
    if (letter != '\0' && !(id_like_record(node->text) && node->text[0] == letter)) {
        char what[] = "should be ? and a number";
        *strchr(what, '?') = letter;
        return fault(walk, node, NULL, field->key, what);
    }
    if (letter == '\0' && id_like_record(node->text))
        return fault(walk, node, "C, A, E, N and D with a number are for records and proposals; take another",
                     field->key, "looks like the id of a record");
    return true;
}

/* An id that is none is kept nonetheless, so that references to it are not at fault as well. */
static bool read_id(struct walk *walk, const struct field *field, const struct node *node, const char **at) {
    bool good = good_id(walk, field, node);
    *at = arena_copy(walk->arena, node->text, node->length);
    if (walk->ids != NULL && (good || idlist_find(walk->ids, *at) == NULL))
        idlist_add(
            walk->ids,
            &(struct id_place){
                .id = *at, .names = field->refs, .line = node->line, .column = node->column, .source = walk->source},
            walk->problems);
    return good;
}

static bool read_ref(struct walk *walk, const struct field *field, const struct node *node, const char **at) {
    *at = arena_copy(walk->arena, node->text, node->length);
    if (walk->ids != NULL)
        idlist_refer(
            walk->ids,
            &(struct ref_place){
                .field = field, .id = *at, .line = node->line, .column = node->column, .source = walk->source});
    return true;
}

/* In the folder of the file that includes or below it, all along the way. */
static bool path_inside(const char *path) {
    int depth = 0;
    if (path[0] == '/' || path[0] == '\0')
        return false;
    for (const char *part = path;; part++) {
        size_t length = strcspn(part, "/");
        bool up = length == 2 && part[0] == '.' && part[1] == '.';
        bool here = length == 0 || (length == 1 && part[0] == '.');
        depth += up ? -1 : !here;
        if (depth < 0)
            return false;
        part += length;
        if (*part == '\0')
            return true;
    }
}

static bool read_path(struct walk *walk, const struct field *field, const struct node *node, const char **at) {
    if (!path_inside(node->text) || strchr(node->text, '\n') != NULL)
        return fault(walk, node, "name a file in the folder of this one, or below it", field->key,
                     "names a file elsewhere");
    *at = arena_copy(walk->arena, node->text, node->length);
    return true;
}

static bool read_figure(const struct field *field, const char *text, int32_t *value) {
    if (field->type == FIELD_TIME)
        return time_read(text, value);
    if (field->type == FIELD_MINUTES)
        return minutes_read(text, value);
    bool negative = text[0] == '-' && field->least < 0;
    if (!count_read(negative ? text + 1 : text, value))
        return false;
    if (negative)
        *value = -*value;
    return true;
}

static bool read_number(struct walk *walk, const struct field *field, const struct node *node, struct number *at) {
    int32_t value = 0;
    if (!read_figure(field, node->text, &value))
        return not_one(walk, field, node);
    if (!field_in_range(field, value)) {
        if (problem_counted(walk->problems))
            return false;
        const char *hint =
            arena_format(walk->problems->arena, "from %d to %d", (int)field->least, (int)field_most(field));
        return fault(walk, node, hint, field->key, "is out of range");
    }
    *at = (struct number){.given = true, .value = value};
    return true;
}

static bool read_choice(struct walk *walk, const struct field *field, const struct node *node, int *at) {
    *at = choice_read(field->choices, node->text);
    if (*at != 0)
        return true;
    if (problem_counted(walk->problems))
        return false;
    const char *near = text_nearest(node->text, field->choices->words, field->choices->count);
    const char *hint = near != NULL ? arena_format(walk->problems->arena, "did you mean %s?", near)
                                    : words_how(field, walk->problems->arena);
    return fault(walk, node, hint, field->key, "is not one of its choices");
}

static bool read_yes_no(struct walk *walk, const struct field *field, const struct node *node, int *at) {
    if (strcmp(node->text, "yes") == 0 || strcmp(node->text, "true") == 0)
        *at = 1;
    else if (strcmp(node->text, "no") == 0 || strcmp(node->text, "false") == 0)
        *at = 2;
    return *at != 0 || not_one(walk, field, node);
}

static bool read_day(struct walk *walk, const struct field *field, const struct node *node, day *at) {
    *at = day_read(node->text);
    return *at != 0 || not_one(walk, field, node);
}

static bool read_stamp(struct walk *walk, const struct field *field, const struct node *node, struct stamp *at) {
    return stamp_read(node->text, at) || not_one(walk, field, node);
}

bool walk_scalar(struct walk *walk, const struct field *field, const struct node *node, void *at) {
    switch (field->type) {
    case FIELD_LINE:
    case FIELD_LINES:
    case FIELD_TEXT:
        return read_text(walk, field, node, at);
    case FIELD_ID:
        return read_id(walk, field, node, at);
    case FIELD_REF:
    case FIELD_REFS:
        return read_ref(walk, field, node, at);
    case FIELD_PATHS:
        return read_path(walk, field, node, at);
    case FIELD_DATE:
    case FIELD_DATES:
        return read_day(walk, field, node, at);
    case FIELD_TIME:
    case FIELD_MINUTES:
    case FIELD_COUNT:
        return read_number(walk, field, node, at);
    case FIELD_STAMP:
        return read_stamp(walk, field, node, at);
    case FIELD_CHOICE:
        return read_choice(walk, field, node, at);
    case FIELD_YES_NO:
        return read_yes_no(walk, field, node, at);
    case FIELD_MAP:
    case FIELD_MAPS:
    case FIELD_SET:
    default:
        walk_wrong_type(walk, field, node);
        return false;
    }
}
