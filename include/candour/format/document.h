/* Document: a report as headings, paragraphs, lists, tables and charts, before a writer gives it a form.
 *
 * A report is built once from a summary and then written as Markdown or HTML by writers that know nothing of meetings,
 * so that no form can say more than another. Everything lives in the arena given; texts are not copied and must outlive
 * the document. NULL texts are nothing: a block without text is left out by the one who adds it. Cannot fail.
 *
 * All text is words of people: a writer escapes it by its own rules. Line ends in a text are line ends; an empty line
 * begins a paragraph.
 */
#ifndef CANDOUR_FORMAT_DOCUMENT_H
#define CANDOUR_FORMAT_DOCUMENT_H

#include <stdbool.h>
#include <stddef.h>

#include "candour/base/arena.h"

enum block_kind {
    BLOCK_HEADING, /* text, level 2 to 4 (1 is the document's title) */
    BLOCK_TEXT,    /* text, with an optional label before it: "Answer" */
    BLOCK_WORDS,   /* somebody's own words, set off; label says whose */
    BLOCK_NOTICE,  /* what must not be missed: "DRAFT: not confirmed by the board yet" */
    BLOCK_LIST,    /* items: an optional label and a text each */
    BLOCK_PAIRS,   /* items: a label and a text each: date, place, chair */
    BLOCK_TABLE,
    BLOCK_CHART
};

struct list_item {
    const char *label, *text;
};

struct table_row {
    const char **cells; /* as many as the table has columns; NULL: an empty cell */
};

struct table {
    const char *caption; /* never NULL */
    const char **heads;
    bool *figures; /* of a column: set at the right */
    size_t columns;
    struct table_row *rows; /* the first cell of a row is its heading */
    size_t count, capacity;
};

enum chart_kind {
    CHART_BARS,   /* a bar for each series of each row */
    CHART_STACK,  /* one bar a row, its series end to end */
    CHART_MATRIX, /* figures by row and column, the larger the darker */
};

struct chart_row {
    const char *name;
    double *values; /* one for each series; below zero counts as zero in a picture, and is written as it is */
};

struct chart {
    enum chart_kind kind;
    const char *title;    /* never NULL */
    const char *says;     /* what it shows, in a sentence, for who does not see it; never NULL */
    const char *unit;     /* "min"; NULL: a count */
    const char *row_head; /* what a row is, over the names in the table of figures: "Item"; NULL: nothing */
    const char **series;
    size_t series_count;
    struct chart_row *rows;
    size_t count, capacity;
};

struct block {
    enum block_kind kind;
    int level;
    const char *label, *text;
    struct list_item *items;
    size_t count, capacity;
    struct table *table;
    struct chart *chart;
};

struct document {
    struct arena *arena;
    const char *title;    /* "Minutes" */
    const char *subtitle; /* board, review, day; may be NULL */
    const char *state;    /* the notice under the title: "DRAFT: ..."; NULL: none. Writers repeat it on each page */
    struct block *blocks;
    size_t count, capacity;
};

struct document *document_new(struct arena *arena, const char *title, const char *subtitle);
void document_heading(struct document *document, int level, const char *text);
/* LABEL may be NULL; nothing is added when TEXT is. So too for the next two. */
void document_text(struct document *document, const char *label, const char *text);
void document_words(struct document *document, const char *whose, const char *text);
void document_notice(struct document *document, const char *text);
/* Begins a list, or pairs, that list_add fills; one without items is not written. Good until the next block. */
struct block *document_list(struct document *document);
struct block *document_pairs(struct document *document);
void list_add(struct document *document, struct block *list, const char *label, const char *text);
/* HEADS has COLUMNS words; bit N of FIGURES: column N holds figures. One without rows is not written. */
struct table *document_table(struct document *document, const char *caption, const char *const *heads, size_t columns,
                             unsigned figures);
/* CELLS has as many as the table has columns; the array is copied, the texts are not. */
void table_add(struct document *document, struct table *table, const char *const *cells);
/* SERIES has COUNT names (of a matrix: its columns). */
struct chart *document_chart(struct document *document, enum chart_kind kind, const char *title, const char *says,
                             const char *const *series, size_t count, const char *unit);
void chart_add(struct document *document, struct chart *chart, const char *name, const double *values);

/* Nothing to write: no words (white space is none), no items, no rows. A chart is never empty, it has its sentence. */
bool block_is_empty(const struct block *block);
/* Neither a label nor words. */
bool item_is_empty(const struct list_item *item);

#endif
