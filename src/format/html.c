#include "candour/format/html.h"

#include "candour/base/text.h"
#include "html_parts.h"
#include "html_text.h"

enum { LEVEL_LEAST = 2, LEVEL_MOST = 6, CONTENTS_FROM = 5, CONTENTS_MOST = 60 };

/* --- head --- */

static void add_title(struct buffer *out, const struct document *document) {
    html_line(out, document->title);
    if (!text_blank(document->subtitle)) {
        buffer_text(out, " \u2013 ");
        html_line(out, document->subtitle);
    }
}

static void add_head(struct buffer *out, const struct document *document) {
    buffer_text(out, "<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n"
                     "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
                     "'unsafe-inline'; base-uri 'none'; form-action 'none'\">\n"
                     "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                     "<meta name=\"color-scheme\" content=\"light dark\">\n"
                     "<meta name=\"referrer\" content=\"no-referrer\">\n<title>");
    add_title(out, document);
    if (!text_blank(document->state)) {
        buffer_text(out, " \u2013 ");
        html_line(out, document->state);
    }
    buffer_text(out, "</title>\n");
    html_style(out, document->title, document->state);
    buffer_text(out, "</head>\n");
}

/* --- blocks --- */

/* Headings go down one level at a time, whatever was asked for: a reader of screens walks by them. */
static int level_of(const struct block *block, int before) {
    int level = block->level < LEVEL_LEAST ? LEVEL_LEAST : block->level;
    level = level > before + 1 ? before + 1 : level;
    return level > LEVEL_MOST ? LEVEL_MOST : level;
}

static void add_heading(struct buffer *out, int level, size_t number, const char *text) {
    buffer_format(out, "<h%d id=\"s%zu\" dir=\"auto\">", level, number);
    html_line(out, text);
    buffer_format(out, "</h%d>\n", level);
}

static void add_words(struct buffer *out, const struct block *block) {
    buffer_text(out, "<div class=\"words\">\n");
    if (!text_blank(block->label)) {
        buffer_text(out, "<p class=\"whose\" dir=\"auto\">");
        html_line(out, block->label);
        buffer_text(out, label_is_closed(block->label) ? "</p>\n" : ":</p>\n");
    }
    buffer_text(out, "<blockquote>\n");
    html_paragraphs(out, NULL, block->text);
    buffer_text(out, "</blockquote>\n</div>\n");
}

static void add_notice(struct buffer *out, const char *text) {
    buffer_text(out, "<div class=\"notice\" role=\"note\">\n");
    html_paragraphs(out, NULL, text);
    buffer_text(out, "</div>\n");
}

static void add_list(struct buffer *out, const struct block *block) {
    buffer_text(out, "<ul>\n");
    for (size_t i = 0; i < block->count; i++) {
        if (item_is_empty(&block->items[i]))
            continue;
        buffer_text(out, "<li>");
        html_paragraphs(out, block->items[i].label, block->items[i].text);
        buffer_text(out, "</li>\n");
    }
    buffer_text(out, "</ul>\n");
}

/* A list of pairs needs a label for each. */
static bool all_labelled(const struct block *block) {
    for (size_t i = 0; i < block->count; i++)
        if (text_blank(block->items[i].label))
            return false;
    return true;
}

static void add_pairs(struct buffer *out, const struct block *block) {
    if (!all_labelled(block)) {
        add_list(out, block);
        return;
    }
    buffer_text(out, "<dl>\n");
    for (size_t i = 0; i < block->count; i++) {
        buffer_text(out, "<div><dt dir=\"auto\">");
        html_line(out, block->items[i].label);
        buffer_text(out, "</dt><dd>");
        html_paragraphs(out, NULL, block->items[i].text);
        buffer_text(out, "</dd></div>\n");
    }
    buffer_text(out, "</dl>\n");
}

static void add_block(struct page *page, const struct block *block) {
    switch (block->kind) {
    case BLOCK_HEADING:
        break;
    case BLOCK_TEXT:
        html_paragraphs(page->out, block->label, block->text);
        break;
    case BLOCK_WORDS:
        add_words(page->out, block);
        break;
    case BLOCK_NOTICE:
        add_notice(page->out, block->text);
        break;
    case BLOCK_LIST:
        add_list(page->out, block);
        break;
    case BLOCK_PAIRS:
        add_pairs(page->out, block);
        break;
    case BLOCK_TABLE:
        html_table(page, block->table);
        break;
    case BLOCK_CHART:
        html_chart(page, block->chart);
        break;
    }
}

static void add_blocks(struct page *page, const struct document *document) {
    int level = 1;
    size_t headings = 0;
    for (size_t i = 0; i < document->count; i++) {
        const struct block *block = &document->blocks[i];
        if (block_is_empty(block))
            continue;
        if (block->kind != BLOCK_HEADING) {
            add_block(page, block);
            continue;
        }
        level = level_of(block, level);
        add_heading(page->out, level, ++headings, block->text);
    }
}

/* --- contents --- */

static size_t count_headings(const struct document *document, int deepest) {
    size_t count = 0;
    for (size_t i = 0; i < document->count; i++) {
        const struct block *block = &document->blocks[i];
        count += block->kind == BLOCK_HEADING && !block_is_empty(block) && block->level <= deepest;
    }
    return count;
}

static void add_entry(struct buffer *out, size_t number, const char *text) {
    buffer_format(out, "<li><a href=\"#s%zu\" dir=\"auto\">", number);
    html_line(out, text);
    buffer_text(out, "</a>");
}

/* Headings of level 2, those of level 3 under them where they are not too many. */
static void add_entries(struct buffer *out, const struct document *document, bool deep) {
    int level = 1;
    int listed = 0; /* the level of the entry that is open */
    size_t number = 0;
    for (size_t i = 0; i < document->count; i++) {
        const struct block *block = &document->blocks[i];
        if (block->kind != BLOCK_HEADING || block_is_empty(block))
            continue;
        level = level_of(block, level);
        number++;
        if (level > (deep ? 3 : 2))
            continue;
        if (level > listed && listed != 0)
            buffer_text(out, "\n<ul>\n");
        else if (level < listed)
            buffer_text(out, "</li>\n</ul>\n</li>\n");
        else if (listed != 0)
            buffer_text(out, "</li>\n");
        add_entry(out, number, block->text);
        listed = level;
    }
    buffer_text(out, listed == 3 ? "</li>\n</ul>\n</li>\n" : "</li>\n");
}

static void add_contents(struct buffer *out, const struct document *document) {
    buffer_text(out, "<nav aria-labelledby=\"contents\">\n<h2 id=\"contents\">Contents</h2>\n<ul>\n");
    add_entries(out, document, count_headings(document, 3) <= CONTENTS_MOST);
    buffer_text(out, "</ul>\n</nav>\n");
}

/* --- the page --- */

static void add_header(struct buffer *out, const struct document *document) {
    buffer_text(out, "<header>\n<h1 dir=\"auto\">");
    html_line(out, document->title);
    buffer_text(out, "</h1>\n");
    if (!text_blank(document->state)) {
        buffer_text(out, "<div class=\"state\">\n");
        html_paragraphs(out, NULL, document->state);
        buffer_text(out, "</div>\n");
    }
    if (!text_blank(document->subtitle)) {
        buffer_text(out, "<div class=\"subtitle\">\n");
        html_paragraphs(out, NULL, document->subtitle);
        buffer_text(out, "</div>\n");
    }
    buffer_text(out, "</header>\n");
}

static bool has_charts(const struct document *document) {
    for (size_t i = 0; i < document->count; i++)
        if (document->blocks[i].kind == BLOCK_CHART)
            return true;
    return false;
}

static void add_footer(struct buffer *out, const struct document *document) {
    buffer_text(out, "<footer>\n<p dir=\"auto\">");
    add_title(out, document);
    buffer_text(out, "</p>\n");
    html_paragraphs(out, NULL, document->state);
    buffer_text(out, "</footer>\n");
}

void html_write(const struct document *document, struct buffer *out) {
    struct page page = {.out = out, .arena = document->arena};
    add_head(out, document);
    bool is_long = count_headings(document, 3) >= CONTENTS_FROM;
    buffer_text(out, is_long ? "<body class=\"long\">\n" : "<body>\n");
    buffer_text(out, "<a class=\"skip\" href=\"#main\">Skip to the text</a>\n");
    if (has_charts(document))
        chart_fillings(out);
    add_header(out, document);
    if (is_long)
        add_contents(out, document);
    buffer_text(out, "<main id=\"main\" tabindex=\"-1\">\n");
    add_blocks(&page, document);
    buffer_text(out, "</main>\n");
    add_footer(out, document);
    buffer_text(out, "</body>\n</html>\n");
}
