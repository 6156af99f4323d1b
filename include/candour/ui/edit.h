/* Edit: one text while it is typed: stored UTF-8, a cursor that moves by grapheme cluster, lines wrapped to a width.
 *
 * The texts live in the arena named at edit_begin, which must outlive the edit; nothing else is owned. A text is always
 * valid UTF-8 without control characters but the newline (and that only where lines are allowed): what is typed,
 * pasted or set is put right on its way in. It never grows beyond EDIT_MOST bytes.
 */
#ifndef CANDOUR_UI_EDIT_H
#define CANDOUR_UI_EDIT_H

#include "candour/base/text.h"
#include "candour/ui/msg.h"

enum { EDIT_MOST = 64 * 1024 };

enum edit_result {
    EDIT_NOT_MINE, /* the key means nothing to a text, or moves out of it (Up on its first line) */
    EDIT_MOVED,    /* taken, the text is as it was */
    EDIT_CHANGED,
    EDIT_FULL, /* nothing was put in: the text would be longer than EDIT_MOST */
};

struct edit {
    struct arena *arena;
    char *text; /* NUL-terminated */
    size_t length;
    size_t capacity;
    size_t cursor;   /* byte offset of a cluster boundary */
    int column;      /* that Up and Down keep to; -1: the cursor's own */
    bool lines;      /* may hold newlines */
    const char *cut; /* what Ctrl-W, Ctrl-U or Ctrl-K took last; Ctrl-Y puts it back */
};

/* Begins with TEXT (NULL: empty), the cursor behind it. */
void edit_begin(struct edit *edit, struct arena *arena, const char *text, bool lines);
/* Another text, the cursor behind it. False when its end had to be left out to stay within EDIT_MOST. */
bool edit_set(struct edit *edit, const char *text);
/* Puts LENGTH bytes in at the cursor: CRLF and CR become newlines, newlines a space where there are no lines, tabs a
 * space, other controls nothing, bytes that are not UTF-8 U+FFFD. All of it or nothing. */
enum edit_result edit_insert(struct edit *edit, const char *text, size_t length);
/* Puts TEXT in place of the bytes from FROM to TO, the cursor behind it. All of it or nothing. */
enum edit_result edit_replace(struct edit *edit, size_t from, size_t to, const char *text);

/* One key: letters, arrows, Home and End (Ctrl-A), word moves, Backspace, Delete (Ctrl-D), Ctrl-W the word before the
 * cursor, Ctrl-U and Ctrl-K to the line's beginning and end, Ctrl-Y what these took last, and Ctrl-J a new line. Ctrl-E
 * is End where there are no lines, and not this module's where there are. WIDTH is the columns the text is wrapped to:
 * Home, End, Up and Down go by the lines as they are seen. */
enum edit_result edit_key(struct edit *edit, key k, int width);

struct edit_place {
    size_t line; /* of LINES */
    int column;  /* columns before the cursor in that line; may pass the width by blanks at a wrap */
};
/* Where the cursor stands in LINES, which are the edit's text as wrapped. */
struct edit_place edit_place(const struct edit *edit, const struct text_lines *lines);

#endif
