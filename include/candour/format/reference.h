/* Reference: the meeting file's sections, records and events in words, from the tables that load and check it.
 *
 * For `candour help format`, `candour help WORD` and the man page candour-file(5): nothing that a table does not say.
 * Each function adds to OUT, which the caller owns. Plain text has at most 80 columns.
 */
#ifndef CANDOUR_FORMAT_REFERENCE_H
#define CANDOUR_FORMAT_REFERENCE_H

#include <stdbool.h>

#include "candour/base/buffer.h"

/* The rules of the whole file in a paragraph; constant. */
const char *reference_description(void);
void reference_write(struct buffer *out);
/* What stands under one section (`findings`) or event (`challenge`, which is a record too). False, and nothing added,
 * when WORD is neither. */
bool reference_word(const char *word, struct buffer *out);
/* The words of reference_word, separated by LINK, for completion. */
void reference_words(const char *link, struct buffer *out);
/* The chapters of the man page behind its description, in roff. */
void reference_man(struct buffer *out);

#endif
