/* Passages: every text of a session in a few packed blocks, to be searched.
 *
 * A block holds one part of a session: its top, who is there, the plan and what is under way, the findings, the agenda,
 * and what was said. The parts are apart because many sessions share all but the last: a block is one piece of memory
 * with no pointer in it, so that equal ones are kept once (stock.h). Texts are those of the tables (field.h): lines and
 * texts; at the top and among agencies and people the ids too, for these are what people look for. What was undone was
 * never said and has none; an amendment has the words it brought, so that earlier wordings are found as well; the
 * outcome and the user's own keys have none.
 */
#ifndef CANDOUR_CORE_PASSAGES_H
#define CANDOUR_CORE_PASSAGES_H

#include "candour/core/meeting.h"

enum passages_part {
    PASSAGES_TOP,
    PASSAGES_PEOPLE,
    PASSAGES_PLAN,
    PASSAGES_FINDINGS,
    PASSAGES_AGENDA,
    PASSAGES_SAID,
    PASSAGES_PARTS
};

struct passage {
    uint32_t at; /* of its text, in the block's bytes */
    uint32_t id; /* of the id it belongs to, likewise; 0: it belongs to none */
    uint32_t of; /* section or event, and field: passage_label reads it */
};

struct passages {
    uint32_t size;   /* bytes of the whole block */
    uint32_t count;  /* of passages */
    uint32_t length; /* bytes of all texts: what is to be searched */
    struct passage list[];
};

/* The blocks of a meeting, in ARENA. */
struct passages_made {
    const struct passages *parts[PASSAGES_PARTS]; /* NULL: nothing stands there */
    const char **said;                            /* of PASSAGES_SAID: the meeting's own text of each passage */
};
void passages_make(const struct meeting *meeting, struct arena *arena, struct passages_made *out);
/* The passage of PASSAGES_SAID that is this very text of the meeting; UINT32_MAX: none, or TEXT is NULL. */
uint32_t passage_of(const struct passages_made *made, const char *text);

/* All texts, a NUL behind each. */
const char *passages_bytes(const struct passages *block);
const char *passage_text(const struct passages *block, uint32_t place);
/* The id a person would look for to see it: of the record, finding, item, person; NULL: it belongs to none. */
const char *passage_id(const struct passages *block, uint32_t place);
/* The label of the field it stands in: "As put". */
const char *passage_label(const struct passages *block, uint32_t place);
/* The passage that has byte AT (below `length`) of the block's bytes. */
uint32_t passage_at(const struct passages *block, size_t at);

#endif
