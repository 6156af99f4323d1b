/* Carry: the next agenda, made from what earlier sessions of a board left open.
 *
 *   carried = carry(from, count, now, &problems, arena);      NULL: the problems say why not
 *
 * It reads meetings and their summaries and works out nothing of its own about what is open, late or not evidenced.
 * The result lives in the arena and points into the meetings, which must outlive it. Problems name each file by its
 * path: an error refuses (another board, the same meeting twice, a meeting in which nothing happened yet); a note says
 * what had to be decided (an id that was renamed, words that differ, more minutes than a board meets for).
 *
 * Where the design leaves it open:
 *   order     an item each for the opening, the earlier records not confirmed yet, open challenges, evidence promised,
 *             drafts not decided, findings without a position, every item not reached, parked or skipped, parked notes,
 *             agreements not evidenced, those deferred or national, assents to be asked, engagement, what more is
 *             agreed, and the end. What was not reached stands before the long review of agreements, so that it is not
 *             missed again. Only what has something in it is there; breaks are not carried. Three findings at most are
 *             named beside records, for they are shown before the prompts; `what more` names all
 *   whence    every prompt begins with the id and the day it comes from ("C6 of 22 Nov 2016"), every item made from
 *             records names file, day and ids among its papers. Two sessions of one day are told apart by the review,
 * or else the file. A carried item keeps title, minutes, purpose, presenter, findings, prompts, papers, notes, round
 * and protection; a prompt put first says where it is from and why; its time of day is let go words     of records are
 * shortened in prompts: the record has them whole. Those of restricted records stay there. Records speak in prompts
 * only, never in titles or papers, for prompts are not shown to the room open      a session still open or adjourned is
 * taken too: what is to come was not reached, the item it was left in not finished, and the confirming item asks what
 * becomes of the meeting minutes   5 for a challenge, 3 for promised evidence, 10 for a finding without position, 5 for
 * a draft or a parked note, 2 for an agreement (3 when it is late or lacks owner or date), 1 for each agency to be
 * asked, 2 for an engagement activity; each item rounded up to five and at most an hour. More than twelve agreements
 * are split by priority, and into items of at most twelve findings  those that still matter: with no position or one
 * that needs more work, with an open challenge, promised evidence or an agreement not evidenced, untouched, or named in
 * something carried. All, if none does. A follow-up meeting takes positions only on findings its items name merging the
 * meeting opened last speaks first: its words, order, review, terms, quorum and marker stand; of the others what is
 * missing is added. One id is one agency, person or kind of change; one priority, learning entry or finding if the
 * title is the same (or, of a finding, the review); equal titles (of an agency: its name) under another id are one too.
 * An id that stands for something else already is renamed, and said join      an item not reached that has the title of
 * one made here joins it: prompts about other records are added
 */
#ifndef CANDOUR_CORE_CARRY_H
#define CANDOUR_CORE_CARRY_H

#include "candour/base/diag.h"
#include "candour/core/meeting.h"

struct carry_from {
    const char *path; /* as the user named it, for the problems */
    const char *name; /* of the file, as the agenda names it */
    const struct meeting *meeting;
};

struct carried {
    struct agenda *agenda;
    struct texts head; /* lines for the top of the file: what it is made from, what was decided */
    int32_t minutes;
    size_t challenges, evidence, drafts, positions, items, parked, agreements, assents, engagements; /* carried */
};

/* NOW says what is late. COUNT at least 1. */
struct carried *carry(const struct carry_from *from, size_t count, struct stamp now, struct diags *problems,
                      struct arena *arena);

#endif
