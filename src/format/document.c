#include "candour/format/document.h"

#include <string.h>

#include "candour/base/text.h"

/* Room for one more of SIZE bytes. */
static void *grown(struct arena *arena, void *items, size_t count, size_t *capacity, size_t size) {
    if (count < *capacity) {
        return items;
    }
    *capacity = *capacity == 0 ? 8 : *capacity * 2;
    void *more = arena_array(arena, *capacity, size);
    if (count > 0) {
        memcpy(more, items, count * size);
    }
    return more;
}

struct document *document_new(struct arena *arena, const char *title, const char *subtitle) {
    struct document *document = arena_alloc(arena, sizeof *document);
    *document = (struct document){.arena = arena, .title = title, .subtitle = subtitle};
    return document;
}

static struct block *block_add(struct document *document, struct block block) {
    document->blocks = grown(document->arena, document->blocks, document->count, &document->capacity, sizeof block);
    document->blocks[document->count] = block;
    return &document->blocks[document->count++];
}

void document_heading(struct document *document, int level, const char *text) {
    if (text != NULL) {
        block_add(document, (struct block){.kind = BLOCK_HEADING, .level = level, .text = text});
    }
}

static void add_text(struct document *document, enum block_kind kind, const char *label, const char *text) {
    if (text != NULL) {
        block_add(document, (struct block){.kind = kind, .label = label, .text = text});
    }
}

void document_text(struct document *document, const char *label, const char *text) {
    add_text(document, BLOCK_TEXT, label, text);
}

void document_words(struct document *document, const char *whose, const char *text) {
    add_text(document, BLOCK_WORDS, whose, text);
}

void document_notice(struct document *document, const char *text) {
    add_text(document, BLOCK_NOTICE, NULL, text);
}

struct block *document_list(struct document *document) {
    return block_add(document, (struct block){.kind = BLOCK_LIST});
}

struct block *document_pairs(struct document *document) {
    return block_add(document, (struct block){.kind = BLOCK_PAIRS});
}

void list_add(struct document *document, struct block *list, const char *label, const char *text) {
    if (text == NULL) {
        return;
    }
    list->items = grown(document->arena, list->items, list->count, &list->capacity, sizeof *list->items);
    list->items[list->count++] = (struct list_item){.label = label, .text = text};
}

static const char **copied(struct arena *arena, const char *const *texts, size_t count) {
    const char **copy = arena_array(arena, count, sizeof *copy);
    for (size_t i = 0; i < count; i++) {
        copy[i] = texts[i];
    }
    return copy;
}

struct table *document_table(struct document *document, const char *caption, const char *const *heads, size_t columns,
                             unsigned figures) {
    struct table *table = arena_alloc(document->arena, sizeof *table);
    table->caption = caption;
    table->heads = copied(document->arena, heads, columns);
    table->figures = arena_array(document->arena, columns, sizeof *table->figures);
    table->columns = columns;
    for (size_t i = 0; i < columns && i < 32; i++) {
        table->figures[i] = (figures >> i & 1U) != 0;
    }
    block_add(document, (struct block){.kind = BLOCK_TABLE, .table = table});
    return table;
}

void table_add(struct document *document, struct table *table, const char *const *cells) {
    table->rows = grown(document->arena, table->rows, table->count, &table->capacity, sizeof *table->rows);
    table->rows[table->count++] = (struct table_row){.cells = copied(document->arena, cells, table->columns)};
}

struct chart *document_chart(struct document *document, enum chart_kind kind, const char *title, const char *says,
                             const char *const *series, size_t count, const char *unit) {
    struct chart *chart = arena_alloc(document->arena, sizeof *chart);
    *chart = (struct chart){.kind = kind, .title = title, .says = says, .unit = unit, .series_count = count};
    chart->series = copied(document->arena, series, count);
    block_add(document, (struct block){.kind = BLOCK_CHART, .chart = chart});
    return chart;
}

void chart_add(struct document *document, struct chart *chart, const char *name, const double *values) {
    chart->rows = grown(document->arena, chart->rows, chart->count, &chart->capacity, sizeof *chart->rows);
    struct chart_row row = {.name = name};
    row.values = arena_array(document->arena, chart->series_count, sizeof *row.values);
    for (size_t i = 0; i < chart->series_count; i++) {
        row.values[i] = values[i];
    }
    chart->rows[chart->count++] = row;
}

bool item_is_empty(const struct list_item *item) {
    return text_blank(item->label) && text_blank(item->text);
}

bool block_is_empty(const struct block *block) {
    switch (block->kind) {
    case BLOCK_LIST:
    case BLOCK_PAIRS:
        for (size_t i = 0; i < block->count; i++) {
            if (!item_is_empty(&block->items[i])) {
                return false;
            }
        }
        return true;
    case BLOCK_TABLE:
        return block->table->count == 0 || block->table->columns == 0;
    case BLOCK_CHART:
        return false;
    default:
        return text_blank(block->text);
    }
}
