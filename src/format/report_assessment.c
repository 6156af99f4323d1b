/* The self-assessment: the quality marker's questions, what the record holds for each, what it does not, and what the
 * board said of itself. */
#include "report_kinds.h"
#include "report_parts.h"

static const char *const ANSWERS[] = {"Not answered yet", "Met", "Partly met", "Not met"};

static const char *answer_of(const struct marker_summary *row) {
    return ANSWERS[row->answer == NULL ? 0 : row->answer->answer];
}

static void lines(const struct report *r, const char *label, const struct texts *texts, const char *none) {
    document_heading(r->d, 4, label);
    if (texts->count == 0) {
        document_text(r->d, NULL, none);
        return;
    }
    struct block *list = document_list(r->d);
    for (size_t i = 0; i < texts->count; i++) {
        list_add(r->d, list, NULL, capital(r->arena, texts->items[i]));
    }
}

static void overview(const struct report *r) {
    const char *heads[] = {"Question", "Asked", "Answer"};
    struct table *table = document_table(r->d, "Questions and answers", heads, 3, 0);
    for (size_t i = 0; i < r->s->question_count; i++) {
        const struct marker_summary *row = &r->s->questions[i];
        table_add(r->d, table, (const char *[]){row->question->id, row->question->text, answer_of(row)});
    }
}

static void question(const struct report *r, const struct marker_summary *row) {
    const char *board = party_name(r->agenda, "BOARD");
    document_heading(r->d, 3, SAID("%s %s", row->question->id, row->question->text));
    document_text(r->d, SAID("Answer of %s", board), answer_of(row));
    if (row->answer != NULL && !text_blank(row->answer->words)) {
        document_words(r->d, SAID("In the words of %s", board), row->answer->words);
    }
    if (row->question->evidence == 0) {
        document_text(r->d, NULL, "No measure of the record stands beside this question.");
        return;
    }
    lines(r, "What the record shows", &row->evidence, "Nothing.");
    lines(r, "Gaps in the record", &row->gaps, "None.");
}

/* --- what the codes stand for --- */

static void add_codes(const struct report *r, struct table *table, const struct shape *shape, const char *key,
                      const struct list *list) {
    const struct field *id = shape_field(shape, "id");
    const struct field *name = shape_field(shape, key);
    for (size_t i = 0; i < list->count; i++) {
        const char *row = (const char *)list->items + i * shape->size;
        table_add(r->d, table,
                  (const char *[]){*(const char *const *)field_of(id, row), *(const char *const *)field_of(name, row)});
    }
}

static void codes(const struct report *r) {
    static const char *const heads[] = {"Code", "What it stands for"};
    document_heading(r->d, 2, "Codes");
    struct table *table = document_table(r->d, "What the codes stand for", heads, 2, 0);
    add_codes(r, table, &SHAPE_AGENCY, "name", &r->agenda->agencies);
    add_codes(r, table, &SHAPE_FINDING, "title", &r->agenda->findings);
    for (uint32_t i = 0; i < r->m->item_count; i++) {
        table_add(r->d, table, (const char *[]){r->m->items[i].item->id, r->m->items[i].item->title});
    }
    add_codes(r, table, &SHAPE_LEARNING, "title", &r->agenda->learning);
    add_codes(r, table, &SHAPE_PRIORITY, "title", &r->agenda->priorities);
}

struct document *assessment_document(const struct report_order *order, struct arena *arena) {
    struct report made = report_begin(order, "Self-assessment", arena);
    const struct report *r = &made;
    const struct marker *marker = marker_of(r->agenda);
    document_heading(r->d, 2, text_blank(marker->title) ? "Quality marker" : marker->title);
    document_words(r->d, NULL, marker->statement);
    document_text(r->d, NULL, SAID("As things stand on %s.", said_day(arena, stamp_day(r->s->now))));
    overview(r);
    document_heading(r->d, 2, "Question by question");
    for (size_t i = 0; i < r->s->question_count; i++) {
        question(r, &r->s->questions[i]);
    }
    codes(r);
    return made.d;
}

/* --- JSON --- */

static void question_json(struct json *json, const struct marker_summary *row, bool measures) {
    json_object(json, NULL);
    json_text(json, "id", row->question->id);
    json_text(json, "text", row->question->text);
    json_choice(json, "measure", &CHOICES_MEASURE, row->question->evidence);
    json_choice(json, "answer", &CHOICES_ANSWER, row->answer == NULL ? 0 : row->answer->answer);
    json_text(json, "words", row->answer == NULL ? NULL : row->answer->words);
    if (measures) {
        json_texts(json, "evidence", &row->evidence);
        json_texts(json, "gaps", &row->gaps);
    }
    json_end(json);
}

void report_questions_json(const struct report *r, struct json *json, bool measures) {
    json_array(json, measures ? "questions" : "assessment");
    for (size_t i = 0; i < r->s->question_count; i++) {
        question_json(json, &r->s->questions[i], measures);
    }
    json_end(json);
}

void assessment_json(const struct report_order *order, struct buffer *out) {
    struct arena *arena = arena_new();
    struct report r = report_begin(order, NULL, arena);
    const struct marker *marker = marker_of(r.agenda);
    struct json json = json_begin(out);
    json_object(&json, NULL);
    json_text(&json, "document", "assessment");
    report_state_json(&r, &json);
    report_about_json(&r, &json);
    json_object(&json, "marker");
    json_text(&json, "id", marker->id);
    json_text(&json, "title", marker->title);
    json_text(&json, "statement", marker->statement);
    json_end(&json);
    report_questions_json(&r, &json, true);
    json_end(&json);
    arena_free(arena);
}
