/* Outgoing: people's text on its way into a document.
 *
 * Every writer reads texts through here, so that none lets through what another stops (architecture, safety of text):
 * controls, DEL, C1, line and paragraph separators, bidirectional controls, annotations, non-characters, stray tags and
 * bytes that are not UTF-8 become U+FFFD; CRLF and CR are line ends; a tab stays a tab. What joins (emoji, scripts that
 * need it) and what combines stays as it is. How a code point is then escaped is each writer's own rule.
 *
 * Nothing is copied: spans point into the text, which must outlive them. Cannot fail; no locale is needed.
 */
#ifndef CANDOUR_FORMAT_OUTGOING_H
#define CANDOUR_FORMAT_OUTGOING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct span {
    const char *text;
    size_t length;
};

/* NULL is an empty span. */
struct span span_of(const char *text);

/* The next paragraph of REST: lines up to an empty one (or one of spaces and tabs); those around it are passed over.
 * False when there is none. */
bool paragraph_next(struct span *rest, struct span *paragraph);
/* The next line of REST, without its end; false when REST is empty. */
bool line_next(struct span *rest, struct span *line);

/* Code points of a span: begin with {SPAN, 0, false}. */
struct outgoing {
    struct span span;
    size_t at;
    bool flag; /* a black flag or its tags came before: tags (those of England, Scotland, Wales) may follow */
};
bool outgoing_next(struct outgoing *outgoing, uint32_t *code);

/* Space, tab and the spaces beyond ASCII that readers trim. */
bool is_space(uint32_t code);
/* LABEL has a colon or an end of its own, so that a writer adds none. */
bool label_is_closed(const char *label);
/* Columns of a span without line ends, wide characters counting two, marks none. */
size_t span_columns(struct span span);

#endif
