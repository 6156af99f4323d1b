/* What the list line by line is made of; private to plain_folder*.c.
 *
 *   plain_folder.c       a msg in, what is new out
 *   plain_folder_take.c  a line: numbers, words, commands, a name
 *   plain_folder_help.c  the commands in lines
 */
#ifndef CANDOUR_UI_PLAIN_FOLDER_INSIDE_H
#define CANDOUR_UI_PLAIN_FOLDER_INSIDE_H

#include "candour/ui/plain_folder.h"
#include "folder_lines.h"
#include "plain_put.h"

struct plain_folder {
    struct folder *folder;
    bool typed;

    struct buffer refused; /* why the line taken last was not done; empty: it was */
    struct buffer direct;  /* lines it asked for */
    struct buffer last;    /* what was said in answer to a line, for `again` */
    struct buffer list;    /* the screen as it was said last */
    bool by_line;          /* a line was taken since something was said last */
    bool wanted;           /* the screen is to be said, once all is read */
    bool changed;          /* likewise, where it is not as it was said last */
    bool begun;
    bool waits;        /* for what an effect leads to */
    enum show_how how; /* of what was shown last */
};

/* The line taken was not done, and why. */
void plain_folder_refuse(struct plain_folder *plain, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* For one update: a line that is taken. */
void plain_folder_take(struct plain_folder *plain, const char *text);

/* --- plain_folder_help.c --- */

/* Can the command be said in lines, here? */
bool plain_folder_knows(const struct folder *folder, const struct command *command);
/* Does it want the number of a row; does it want a name? */
bool plain_folder_wants_number(const struct command *command);
bool plain_folder_wants_name(const struct command *command);
/* All of them, or the one that is named; false when there is none of that name. */
bool plain_folder_help(const struct plain_folder *plain, const char *name, struct plain_lines *lines);

#endif
