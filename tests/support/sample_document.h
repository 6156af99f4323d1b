/* Documents for the tests of writers: one with every kind of block in plain words, one in which TEXT stands wherever
 * people's text can stand, one with charts at their limits. All live in the arena. */
#ifndef TESTS_SUPPORT_SAMPLE_DOCUMENT_H
#define TESTS_SUPPORT_SAMPLE_DOCUMENT_H

#include "candour/format/document.h"

struct document *sample_document(struct arena *arena);
struct document *text_everywhere(struct arena *arena, const char *text);
struct document *chart_document(struct arena *arena);

/* Texts that a writer could stumble over; the last is NULL. */
extern const char *const naughty_texts[];

#endif
