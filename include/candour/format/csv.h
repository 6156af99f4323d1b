/* CSV: rows for spreadsheets and scripts, as RFC 4180 has them.
 *
 *   struct csv csv = csv_begin(&out, 0);
 *   csv_text(&csv, "id"); csv_text(&csv, "due"); csv_row(&csv);      the header row
 *
 * Every field stands in quotes, a quote in it is doubled, rows end in CRLF; a line end inside a field is one LF.
 * People's text comes through outgoing.h: controls and what turns the direction of writing are U+FFFD.
 *
 * A spreadsheet takes a field that begins with = + - @, a tab or a line end (the wide forms of these letters too) for a
 * formula. Such a field gets an apostrophe before it, and so does one in which nothing but apostrophes stand before
 * that letter: a reader who takes one apostrophe off before apostrophes and such a letter has the text as it was.
 * CSV_RAW leaves the apostrophes away, for programs that never calculate.
 *
 * The buffer is the caller's. Cannot fail.
 */
#ifndef CANDOUR_FORMAT_CSV_H
#define CANDOUR_FORMAT_CSV_H

#include <stdint.h>

#include "candour/base/buffer.h"
#include "candour/base/instant.h"

enum { CSV_RAW = 1 << 0, CSV_BOM = 1 << 1 /* a byte order mark first: some spreadsheets know UTF-8 by nothing else */ };

struct csv {
    struct buffer *out;
    unsigned how;  /* bits of the above */
    size_t fields; /* in the row begun */
};

struct csv csv_begin(struct buffer *out, unsigned how);
/* A field; NULL is an empty one. */
void csv_text(struct csv *csv, const char *text);
/* 2017-03-31; a day that is not given is an empty field. */
void csv_day(struct csv *csv, day d);
void csv_integer(struct csv *csv, int64_t value);
/* Ends the row. */
void csv_row(struct csv *csv);

#endif
