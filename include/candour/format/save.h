/* Save: an agenda, its events and the outcome as the text of a meeting file, in the one form of design format
 * section 2.
 *
 * Text goes to a buffer; nothing is written to disk here. What is written reads back as the same meeting, and writing
 * that again gives the same bytes.
 */
#ifndef CANDOUR_FORMAT_SAVE_H
#define CANDOUR_FORMAT_SAVE_H

#include "candour/base/buffer.h"
#include "candour/base/draft.h"
#include "candour/core/meeting.h"

/* The agenda's sections (no includes, no outcome), then `events:` and its first `#` line: a session that has begun. */
void save_opening(const struct agenda *agenda, struct buffer *out);
/* The sections alone, as an agenda file. */
void save_agenda(const struct agenda *agenda, struct buffer *out);
/* One event in the form it is appended in, its closing `#` line included. */
void save_event(const struct event *event, struct buffer *out);
/* The whole of a session: save_opening and every event. */
void save_session(const struct meeting *meeting, struct buffer *out);

/* The `outcome:` section alone. */
void save_outcome_section(const struct outcome *outcome, struct buffer *out);

/* BYTES with the `outcome:` section replaced by OUTCOME, or put in before `events:`; every other byte as it was. False
 * when BYTES has no `events:` in block form at the left margin. */
bool save_outcome(const char *bytes, size_t length, const struct outcome *outcome, struct buffer *out);

/* A session that was written another way (by hand, indented, `events: []`, `...`, no final newline), with its events in
 * the form that is appended to; everything before `events:` byte for byte as it was. As little is changed as will do:
 * a list that stands at the left margin keeps its bytes and gets the line end and the `#` line it lacks (and loses
 * `...`); one that is indented, be it with the whole file, is moved to the left, comments and all; else (in braces) its
 * events are written again, and only a file without a line `events:` of its own from the beginning. A torn tail is left
 * out. MEETING is what BYTES load to. */
void save_appendable(const char *bytes, size_t length, const struct meeting *meeting, struct buffer *out);

/* A half-typed form as a small YAML file, and back: false when BYTES are not a draft; OUT in ARENA. */
void save_draft(const struct draft *draft, struct buffer *out);
bool load_draft(const char *bytes, size_t length, struct arena *arena, struct draft *out);

/* One scalar by the writing rules at column INDENT (of its key, or its '-'), without a line end: plain, quoted, or,
 * where BLOCK is set and it has a line end or more than 60 bytes, a `|` block with lines at INDENT + 2 (emit.h). */
void save_scalar(const char *text, bool block, int indent, struct buffer *out);

#endif
