/* Load: the bytes of a meeting file to an agenda and a meeting, with every problem named at its place.
 *
 * Bytes in, no files: who calls gives the text, and a reader for `include:`. The result lives in the arena given;
 * memory needed only while loading is gone afterwards. Problems are added to DIAGS (all of them, in file order, with
 * source line and hint); when there is one error, `agenda` and `meeting` are NULL and load_meeting returns false. The
 * rules are design format sections 1 and 3.
 *
 * Where the format leaves it open (more in walk.h, sections.h, replay.h, torn.h):
 *   `events:` with nothing behind it is a session in which nothing was said yet; a key behind `events` is a problem
 *   the events are replayed even when the agenda has faults, so that all problems come in one go; what only follows
 *   from another fault is not named (a reference to what could not be read, an event that needs one that is wrong)
 *   nothing is parsed behind a conflict marker or a lone carriage return; other bad bytes are stepped over
 *   a mapping has at most 100,000 keys, a key 128 bytes, a section or event 1,000,000 values; undo and redo together
 * say at most 100,000,000 events again `outcome:` is read by its types always, and compared with the events only where
 * the caller asks and all else is well a torn tail is a note (DIAG_NOTE), no error
 */
#ifndef CANDOUR_FORMAT_LOAD_H
#define CANDOUR_FORMAT_LOAD_H

#include "candour/base/diag.h"
#include "candour/core/meeting.h"

enum { LOAD_FILE_MOST = 64 * 1024 * 1024, LOAD_DEPTH_MOST = 32, LOAD_LIST_MOST = 100000, LOAD_TEXT_MOST = 64 * 1024 };
enum { LOAD_AGAIN_MOST = 100000000 }; /* events said again for undo and redo: seconds; no meeting comes near it */

/* Reads the file an agenda includes. NAME is relative to the file being loaded and was checked not to leave its folder.
 * Sets BYTES (in ARENA) and LENGTH, or returns a sentence why not. */
typedef const char *load_reader(void *context, const char *name, struct arena *arena, const char **bytes,
                                size_t *length);

struct load_from {
    const char *name; /* as the user named it, for the problems */
    const char *bytes;
    size_t length;
    load_reader *read; /* NULL: includes are refused */
    void *context;
    uint64_t again_most; /* 0: LOAD_AGAIN_MOST */
    bool check_outcome;  /* compare `outcome:` with the fold and name each difference (an error) */
};

struct loaded {
    struct agenda *agenda;   /* NULL when anything was wrong */
    struct meeting *meeting; /* all events applied; NULL when anything was wrong */
    bool session;            /* it has `events:` */
    size_t whole;            /* bytes up to the end of the last whole event (all, when nothing is torn) */
    size_t torn;             /* bytes behind it: the tail of a crash, to be cut and kept beside; 0: none */
    bool appendable;         /* its tail is in the form events are appended to */
};

bool load_meeting(const struct load_from *from, struct arena *arena, struct diags *diags, struct loaded *out);

/* What was appended since to a session that was `appendable`: BYTES stand in the file behind its `whole`. The events in
 * it that are written to their end, with their closing `#` line, are applied to MEETING; *READ says how many bytes they
 * are, and what is behind them will be given again. False when that is not what stands there: some of it may have been
 * applied, so MEETING is of no use any more and the file is to be loaded anew, which names what is wrong. */
bool load_more(struct meeting *meeting, const char *bytes, size_t length, size_t *read);

#endif
