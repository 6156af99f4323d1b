/* Ids: what stands where in the files being loaded, so that no id is given twice and every reference names something.
 *
 * The table lives in the scratch arena of the load. The files' own ids only: the built-in kinds of change and the
 * built-in quality marker are asked of core, records of the meeting.
 */
#ifndef CANDOUR_FORMAT_IDLIST_H
#define CANDOUR_FORMAT_IDLIST_H

#include "candour/core/agenda.h"
#include "candour/core/meeting.h"
#include "candour/format/problem.h"

struct id_place {
    const char *id;
    uint32_t names; /* one bit of enum ref_kind; 0: the board, the review, the marker */
    uint32_t line, column;
    const struct source *source;
};

struct ref_place {
    const struct field *field;
    const char *id;
    uint32_t line, column;
    const struct source *source;
};

struct idlist {
    struct arena *arena;
    struct id_place *places;
    size_t count, capacity;
    uint32_t *slots; /* 1 + place; 0: free */
    size_t slot_count;
    uint32_t lost;          /* kinds of things of which some could not be read: to them nothing need be found */
    struct ref_place *refs; /* to be looked up when all ids are known */
    size_t ref_count, ref_capacity;
};

void idlist_begin(struct idlist *ids, struct arena *arena);
/* NULL when there is none. */
const struct id_place *idlist_find(const struct idlist *ids, const char *id);
/* Adds one; a second one of the same id is a problem and not added. */
void idlist_add(struct idlist *ids, const struct id_place *place, struct diags *problems);
void idlist_refer(struct idlist *ids, const struct ref_place *place);

/* Looks up every reference noted; each that names nothing, or the wrong kind of thing, is a problem. */
void idlist_resolve(const struct idlist *ids, const struct agenda *agenda, struct diags *problems);

/* Says what is wrong with one reference, as it stands in MEETING (NULL: in the agenda). True when nothing is. */
bool idlist_check(const struct idlist *ids, const struct agenda *agenda, const struct meeting *meeting,
                  const struct ref_place *ref, struct diags *problems);

#endif
