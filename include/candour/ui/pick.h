/* Pick: type-ahead over whatever a field may refer to: agencies, findings, people, items, records, kinds of change and
 * the targets that always exist. By code or by name; nothing is listed that the field's `refs` do not allow, and a
 * withdrawn record is not offered.
 *
 * Lists are made in the arena named; codes and names in them are the meeting's or that arena's.
 */
#ifndef CANDOUR_UI_PICK_H
#define CANDOUR_UI_PICK_H

#include "candour/core/meeting.h"

struct arena;

enum { PICK_ROWS = 6 };

struct pickable {
    const char *code;
    const char *name; /* one line's worth, never NULL; may be the code */
};

struct pickables {
    struct pickable *list;
    size_t count;
};

/* Everything that may stand in FIELD (REF or REFS), in the order of the agenda. */
struct pickables pickables_of(const struct meeting *meeting, const struct field *field, struct arena *arena);
/* Those of ALL that fit TYPED: code beginnings first, then beginnings of a word of the name, then anywhere in the name.
 * All of them when TYPED is blank. */
struct pickables pickables_fit(const struct pickables *all, const char *typed, struct arena *arena);
/* How well a candidate fits what was typed. */
enum pick_rank { PICK_CODE, PICK_WORD, PICK_ANYWHERE, PICK_NOT };
enum pick_rank pick_rank(const struct pickable *one, const char *typed);
/* The name behind ID in FIELD; ID itself when there is none. */
const char *ref_name(const struct meeting *meeting, const struct field *field, const char *id, struct arena *arena);

/* The stretch of TEXT that is being typed at CURSOR: for REF all of it, for REFS the piece there. */
struct pick_piece {
    size_t from;
    size_t to;
};
struct pick_piece pick_piece(const struct field *field, const char *text, size_t cursor);

/* What type-ahead has to say of the text of a field. */
struct pick {
    struct pick_piece piece;
    struct pickables fit; /* without those that stand in the list already */
    int marked;           /* the one Tab or Enter takes: chosen by arrows, else the only one meant; -1: none */
    bool open;            /* worth a list on screen: something is typed, and not a whole code yet */
};

/* CHOSEN: place in `fit` chosen by arrows, -1 for none. LISTED: the whole list was asked for. */
struct pick pick_look(const struct meeting *meeting, const struct field *field, const char *text, size_t cursor,
                      int chosen, bool listed, struct arena *arena);
/* The first of the at most ROWS candidates to show so that the marked one is among them. */
size_t pick_first_row(const struct pick *pick, size_t rows);

#endif
