/* Torn: the end of a session file, looked at as bytes: what a crash left of an event, and what an append needs.
 *
 * The program ends every event with a line `#` at the left margin, and begins `events:` with one. In a file that has
 * such a line behind `events:`, NULs at the end are cut off, and so is everything behind the last `#` line when it
 * begins as an event does (`-` at the left margin): an event without its `#` was not written to its end. A `#` that
 * ends the file without a line end still closes its event. Blank lines and comments behind the last `#` are no event,
 * and anything else is damage of another kind, which parsing names.
 */
#ifndef CANDOUR_FORMAT_TORN_H
#define CANDOUR_FORMAT_TORN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct tail {
    bool marked;   /* it has a `#` line behind `events:` */
    size_t whole;  /* bytes that stand */
    size_t events; /* offset of the line `events:`; LENGTH of the file when there is none at the left margin */
    size_t closed; /* offset behind the last `#` line; 0 when there is none */
};

/* By the first line that reads `events:`, which the words of a quoted text may do too: who has parsed the file knows
 * the key, and asks tail_at. */
struct tail tail_of(const char *bytes, size_t length);
/* The same with the key at EVENTS; LENGTH: there is none. */
struct tail tail_at(const char *bytes, size_t length, size_t events);

/* The first line `events:` at the left margin: its offset, or LENGTH. */
size_t tail_events(const char *bytes, size_t length);
/* Is the line at AT the key `events:` with nothing behind it but a comment, so that its list stands below? */
bool is_events_line(const char *bytes, size_t length, size_t at);
/* The offset behind the line at AT. */
size_t line_after(const char *bytes, size_t length, size_t at);
/* The offset of LINE, from 1. */
size_t line_offset(const char *bytes, size_t length, uint32_t line);

#endif
