#include "candour/format/markdown.h"

#include "candour/base/buffer.h"
#include "candour/base/text.h"
#include "candour/format/chart.h"
#include "candour/format/document.h"
#include "candour/format/outgoing.h"
#include "markdown_text.h"

static void add_label(struct buffer *out, const char *label) {
    buffer_text(out, "**");
    markdown_line(out, label);
    buffer_text(out, label_is_closed(label) ? "**" : ":**");
}

static void add_heading(struct buffer *out, int level, const char *text) {
    for (int i = 0; i < level; i++)
        buffer_char(out, '#');
    buffer_char(out, ' ');
    markdown_line(out, text);
    buffer_char(out, '\n');
}

static void add_text(struct buffer *out, const struct block *block) {
    if (!text_blank(block->label)) {
        add_label(out, block->label);
        buffer_char(out, ' ');
    }
    markdown_paragraphs(out, block->text, "", "", text_blank(block->label));
}

static void add_words(struct buffer *out, const struct block *block) {
    if (!text_blank(block->label)) {
        add_label(out, block->label);
        buffer_text(out, "\n\n");
    }
    buffer_text(out, "> ");
    markdown_paragraphs(out, block->text, "> ", "", true);
}

static void add_notice(struct buffer *out, const char *text) {
    buffer_text(out, "> ");
    markdown_paragraphs(out, text, "> ", "**", true);
}

/* MARKER differs from that of a list directly before, which would be the same list otherwise. */
static void add_list(struct buffer *out, const struct block *block, char marker) {
    for (size_t i = 0; i < block->count; i++) {
        const struct list_item *item = &block->items[i];
        if (item_is_empty(item))
            continue;
        buffer_char(out, marker);
        buffer_char(out, ' ');
        bool labelled = !text_blank(item->label);
        if (labelled)
            add_label(out, item->label);
        buffer_text(out, text_blank(item->text) ? "\n" : labelled ? " " : "");
        markdown_paragraphs(out, item->text, "  ", "", !labelled);
    }
}

/* --- tables --- */

static void add_cell(struct buffer *out, const char *text) {
    buffer_char(out, ' ');
    if (!text_blank(text)) {
        markdown_line(out, text);
        buffer_char(out, ' ');
    }
    buffer_char(out, '|');
}

static void add_rows(struct buffer *out, const struct table *table) {
    buffer_char(out, '|');
    for (size_t i = 0; i < table->columns; i++)
        add_cell(out, table->heads[i]);
    buffer_text(out, "\n|");
    for (size_t i = 0; i < table->columns; i++)
        buffer_text(out, table->figures[i] ? " ---: |" : " --- |");
    buffer_char(out, '\n');
    for (size_t i = 0; i < table->count; i++) {
        buffer_char(out, '|');
        for (size_t j = 0; j < table->columns; j++)
            add_cell(out, table->rows[i].cells[j]);
        buffer_char(out, '\n');
    }
}

static void add_table(struct buffer *out, const struct table *table) {
    add_label(out, table->caption);
    buffer_text(out, "\n\n");
    add_rows(out, table);
}

static void add_chart(struct buffer *out, struct arena *arena, const struct chart *chart) {
    add_label(out, chart->title);
    buffer_char(out, ' ');
    markdown_paragraphs(out, chart->says, "", "", false);
    if (chart->count > 0 && chart->series_count > 0) {
        buffer_char(out, '\n');
        add_rows(out, chart_table(arena, chart));
    }
}

/* --- the document --- */

static bool is_list(const struct block *block) {
    return block->kind == BLOCK_LIST || block->kind == BLOCK_PAIRS;
}

static void add_block(struct buffer *out, const struct document *document, const struct block *block, char marker) {
    switch (block->kind) {
    case BLOCK_HEADING:
        add_heading(out, block->level, block->text);
        break;
    case BLOCK_TEXT:
        add_text(out, block);
        break;
    case BLOCK_WORDS:
        add_words(out, block);
        break;
    case BLOCK_NOTICE:
        add_notice(out, block->text);
        break;
    case BLOCK_LIST:
    case BLOCK_PAIRS:
        add_list(out, block, marker);
        break;
    case BLOCK_TABLE:
        add_table(out, block->table);
        break;
    case BLOCK_CHART:
        add_chart(out, document->arena, block->chart);
        break;
    }
}

void markdown_write(const struct document *document, struct buffer *out) {
    add_heading(out, 1, document->title);
    if (!text_blank(document->state)) {
        buffer_char(out, '\n');
        add_notice(out, document->state);
    }
    if (!text_blank(document->subtitle)) {
        buffer_char(out, '\n');
        markdown_paragraphs(out, document->subtitle, "", "", true);
    }
    char marker = '*';
    bool after_list = false;
    for (size_t i = 0; i < document->count; i++) {
        const struct block *block = &document->blocks[i];
        if (block_is_empty(block))
            continue;
        marker = is_list(block) && after_list && marker == '-' ? '*' : '-';
        after_list = is_list(block);
        buffer_char(out, '\n');
        add_block(out, document, block, marker);
    }
}
