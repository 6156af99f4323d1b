/* The parts of a page, each written by a file of its own. */
#ifndef CANDOUR_FORMAT_HTML_PARTS_H
#define CANDOUR_FORMAT_HTML_PARTS_H

#include "candour/base/buffer.h"
#include "candour/format/document.h"

/* A page being written. */
struct page {
    struct buffer *out;
    struct arena *arena;
    size_t tables, charts, pictures; /* so far: they are numbered, so that no two have the same name */
};

/* The style sheet, <style> included; STATE (NULL: none) stands on each printed page. */
void html_style(struct buffer *out, const char *title, const char *state);

/* A table that can be scrolled sideways by keyboard where it could be wider than a phone. */
void html_table(struct page *page, const struct table *table);

/* The fillings that charts refer to: once, before the first chart. */
void chart_fillings(struct buffer *out);
void html_chart(struct page *page, const struct chart *chart);

#endif
