/* Msg and effect: all that goes into the program's screens, and all that comes out.
 *
 * A msg always carries `now`. Effects are wishes, as plain values; the shell (or a test driver) fulfils them and
 * answers with a msg. Texts in a msg belong to its sender and are good for the call; texts in an effect belong to the
 * app and are good until the next app_update.
 */
#ifndef CANDOUR_UI_MSG_H
#define CANDOUR_UI_MSG_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "candour/base/draft.h"
#include "candour/base/instant.h"

/* A key is a code point (controls as themselves: Ctrl-S is 0x13, Tab 9, Enter 13, Ctrl-J 10, Esc 27) or one of these.
 */
typedef uint32_t key;
enum {
    KEY_NONE = 0x110000,
    KEY_LEFT_ARROW,
    KEY_RIGHT_ARROW,
    KEY_UP_ARROW,
    KEY_DOWN_ARROW,
    KEY_PAGE_UP,
    KEY_PAGE_DOWN,
    KEY_HOME_,
    KEY_END_,
    KEY_BACKTAB,
    KEY_RUBOUT, /* Backspace, however the terminal says it */
    KEY_DELETE,
    KEY_INSERT,
    KEY_WORD_LEFT,
    KEY_WORD_RIGHT,
    KEY_F1, /* help */
    KEY_LAST
};
#define KEY_TAB 9U
#define KEY_RETURN 13U
#define KEY_ESCAPE 27U
#define KEY_CONTROL(letter) ((key)((letter)&0x1f))

/* The name a person reads ("Ctrl-S", "Up", "]", "Space"); OUT of 16 bytes. And back, for test scripts and help;
 * KEY_NONE when it is none. */
char *key_name(key k, char out[16]);
key key_of_name(const char *name);

enum msg_type {
    MSG_KEY,
    MSG_PASTE,    /* text: pasted, bracketed; is text wherever text can go and nothing elsewhere */
    MSG_LINE,     /* text: a whole line, where the meeting goes line by line (plain.h) */
    MSG_RESIZE,   /* rows, columns */
    MSG_CLICK,    /* row, column: the mouse was pressed there */
    MSG_WHEEL,    /* step: -1 up, 1 down */
    MSG_TIME,     /* the time asked for by app_next_change has come */
    MSG_KEPT,     /* answer to EFFECT_KEEP and EFFECT_KEEP_AT: ok, or text says what failed */
    MSG_EDITED,   /* answer to EFFECT_EDITOR: ok and text, or text says what failed */
    MSG_REPORTED, /* answer to EFFECT_REPORT: ok and text, where it is; or text says why nothing was written */
    MSG_LEFT,     /* answer to EFFECT_LEAVE: not ok; text says why (when it is ok the program ends) */
    MSG_NOTICE,   /* something the shell has to say: text (a file changed underneath, a draft could not be kept) */
    MSG_UNTOLD,   /* the second screen could not be told: text says why */
    MSG_READ,     /* sessions of a folder were read: `read` */
    MSG_SHOWN,    /* answer to EFFECT_SHOW, once it was left: ok, or text says what failed; text also when there is
                     something to say. `read` is the session as it is now; at home instead `path` is the file to be
                     selected (NULL: the one that was), and `diags` its problems, where it has some */
    MSG_SIGNAL,   /* keep what is open and leave: the answer is EFFECT_DRAFT when text is open, then EFFECT_QUIT */
};

struct precis; /* core/precis.h */
struct diags;  /* base/diag.h */

struct session_read {
    uint32_t place; /* in the order listed */
    const struct precis *precis;
};

/* What became of reading a folder since the last time it was said. */
struct sessions_read {
    const struct session_read *list;
    size_t count;
    bool listed;         /* `files` is known */
    uint32_t files;      /* in all */
    bool done;           /* all of them are read */
    const char **faults; /* what could not be looked into, a sentence each */
    size_t fault_count;
};

struct msg {
    enum msg_type type;
    struct stamp now;
    key key;
    const char *text;
    int rows, columns;
    int row, column; /* from 0 */
    int step;
    bool ok;
    const struct sessions_read *read;
    const char *path;
    const struct diags *diags;
};

enum effect_type {
    EFFECT_KEEP,       /* append every event of the meeting not kept yet (the first: create the session) */
    EFFECT_KEEP_AT,    /* the same into another file: text is its path */
    EFFECT_DRAFT,      /* keep this draft */
    EFFECT_DRAFT_GONE, /* remove the draft */
    EFFECT_EDITOR,     /* text to $EDITOR; answered by MSG_EDITED */
    EFFECT_REPORT,     /* write a document: text is what was typed, "minutes html FILE"; answered by MSG_REPORTED */
    EFFECT_LEAVE,      /* write outcome and end; answered by MSG_LEFT when it failed */
    EFFECT_QUIT,       /* end now, writing nothing more */
    EFFECT_SUSPEND,    /* Ctrl-Z: give the terminal back until continued */
    EFFECT_REDRAW,     /* paint the whole screen anew */
    EFFECT_BELL,       /* opt-in */
    EFFECT_MOUSE,      /* take the mouse, or give it back to the terminal; MSG_NOTICE says which it is now */
    EFFECT_BLANK,      /* the second screen shows nothing when `on`, else shows again; MSG_UNTOLD when that failed */
    EFFECT_SHOW,       /* the file whose path is text, in the way `how` says; MSG_SHOWN answers */
    EFFECT_READ_ANEW,  /* the whole folder: what was read before is forgotten when this is asked */
};

enum show_how {
    SHOW_REVIEW,   /* the session at `place`, on `id` (NULL: where it opens) */
    SHOW_RUN,      /* the meeting of an agenda, or of a session that is not over */
    SHOW_REHEARSE, /* the same on a fast clock */
    SHOW_CHECK,    /* nothing but its problems */
    SHOW_EDIT,     /* in the person's editor, at `line` (0: where it opens), then its problems */
    SHOW_COPY,     /* a copy of it, `id` its path, which must not exist yet: that in the editor */
    SHOW_CARRY     /* the next agenda of a session, `id` its path, which must not exist yet */
};

struct effect {
    enum effect_type type;
    const char *text;
    const char *id;
    uint32_t place;
    enum show_how how;
    int line;
    struct draft draft;
    bool on;
};

enum { EFFECTS_MOST = 8 };

struct effects {
    struct effect list[EFFECTS_MOST];
    size_t count;
};

#endif
