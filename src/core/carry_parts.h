/* What the parts of carry share; nobody outside core/carry includes it.
 *
 * Sections are gathered first, entry by entry, each with the session it stands in; references keep the ids of that
 * session until all ids are known, and are put right (carry_refs) when the agenda is put together.
 */
#ifndef CANDOUR_CORE_CARRY_PARTS_H
#define CANDOUR_CORE_CARRY_PARTS_H

#include "candour/base/arena.h"
#include "candour/core/carry.h"
#include "candour/core/summary.h"
#include "summary_parts.h"

/* --- names: ids, titles and renamed ids, found without a search --- */

struct name {
    const char *key;
    uint32_t kind;    /* one bit of enum ref_kind; 0: the board, the review, the marker */
    size_t from;      /* session it stands in */
    size_t place;     /* in its section; of a recommendation, its finding's */
    const char *text; /* of a renamed id: the new one */
};

struct names {
    struct arena *arena;
    struct name *list;
    size_t count;
    uint32_t *slots; /* 1 + place in the list; 0: free */
    size_t slot_count;
};

/* The first one added with that key (ASCII case does not matter in titles, see fold) and one of KINDS; NULL. */
const struct name *names_find(const struct names *names, const char *key, uint32_t kinds);
/* KEY of any kind at all. */
const struct name *names_any(const struct names *names, const char *key);
void names_add(struct names *names, struct name name);
/* TEXT in small letters, for a key that is to match in any case; NULL stays NULL. */
const char *names_fold(struct arena *arena, const char *text);

/* --- what there is --- */

struct from { /* a session, the latest first */
    const struct carry_from *given;
    const struct meeting *m;
    const struct summary *s;
    const char *day;      /* "22 Nov 2016" */
    const char *label;    /* that, and what tells two of one day apart */
    const char *name;     /* of the file */
    struct names renamed; /* its ids that are other ones in the next agenda */
};

enum section_place {
    SECTION_AGENCIES,
    SECTION_PEOPLE,
    SECTION_PRIORITIES,
    SECTION_LEARNING,
    SECTION_FINDINGS,
    SECTION_KINDS,
    SECTION_COUNT
};

struct gathered {
    char *entries; /* structs of the section's shape, as they stand in their sessions */
    size_t *froms;
    size_t count;
};

struct carried_finding {
    bool open;        /* something on it is not finished */
    bool touched;     /* challenged, or agreed on */
    bool awaited;     /* a meeting was to take a position on it */
    bool taken_again; /* an item about it is carried */
    int position;     /* the latest; 0: none */
    struct list recommendations;
    bool kept;
};

struct sheet { /* an item, its id still to be given */
    struct item item;
    bool again; /* taken from an earlier agenda */
};

struct carrying {
    struct arena *arena;
    struct stamp now;
    struct diags *problems;
    struct from *froms;
    size_t count;
    struct carried *out;
    struct agenda *agenda;
    struct names ids, titles;
    struct gathered sections[SECTION_COUNT];
    struct carried_finding *findings; /* beside the gathered findings */
    size_t fresh;                     /* number last tried for a renamed id */
    struct sheet *sheets;
    size_t sheet_count;
};

/* --- parts --- */

/* Agencies, people, plan, learning, findings and kinds of all sessions. */
void carry_gather(struct carrying *c);
/* FROM's proposals that were neither adopted nor rejected, with ids that are free. */
void carry_drafts(struct carrying *c);
/* Which findings still matter. */
void carry_findings(struct carrying *c);
/* No position yet, or one that asks for more work. */
bool carry_undecided(const struct carried_finding *finding);
/* The items, in order. */
void carry_items(struct carrying *c);
/* The gathered sections into the agenda, references put right. */
void carry_sections(struct carrying *c);

/* What ID of session FROM is called in the next agenda; KINDS it may name. NULL stays NULL. */
const char *carry_id(const struct carrying *c, size_t from, const char *id, uint32_t kinds);
/* Puts the references of RECORD, a struct of SHAPE that stands in session FROM, right; those to what is left out go. */
void carry_refs(const struct carrying *c, const struct shape *shape, void *record, size_t from);
/* The finding an id of session FROM names; NULL. */
struct carried_finding *carry_finding(const struct carrying *c, size_t from, const char *id);
/* Why the item at PLACE of session FROM is taken again: "not reached", "parked"; NULL: it is not, or a later session
 * had it on its agenda, whose word it is then. */
const char *carry_stage(const struct carrying *c, size_t from, uint32_t place);

/* --- items --- */

enum { ROUND_TO = 5, ITEM_MOST = 60, NAMED_MOST = 3 };
/* By these an agenda that was itself carried is known again. */
#define CARRY_POSITIONS "Findings without a position"
#define CARRY_FROM "From "

/* Adds an item that has prompts, opened by the chair; its minutes rounded up and held to ITEM_MOST. */
void carry_item(struct carrying *c, struct item item, size_t minutes);
/* The items by what they are made of; each adds none when there is nothing. */
void carry_challenges(struct carrying *c);
void carry_evidence(struct carrying *c);
void carry_positions(struct carrying *c);
void carry_drafted(struct carrying *c);
void carry_not_reached(struct carrying *c);
void carry_parked(struct carrying *c);
void carry_agreements(struct carrying *c);
void carry_assents(struct carrying *c);
void carry_engagements(struct carrying *c);
/* Names a finding of session FROM in ITEM, once; NULL names none. */
void carry_name(struct carrying *c, struct item *item, size_t from, const char *finding);
/* A few findings are shown beside the prompts; more than NAMED_MOST would hide them, and are taken out again. */
void carry_few(struct item *item);
/* "Record of 22 Nov 2016 (x.yaml): C1, C4" among the papers; nothing when there are no IDS. */
void carry_paper(struct carrying *c, struct item *item, size_t from, const struct texts *ids);

/* --- words --- */

/* TEXT on one line, at most MOST characters and then an ellipsis; "" for NULL. */
const char *carry_line(struct arena *arena, const char *text, size_t most);
/* The same with BEFORE in front and a full stop behind, unless it ends in a mark; "" for "". */
const char *carry_sentence(struct arena *arena, const char *before, const char *text, size_t most);
/* "22 Nov 2016". */
const char *carry_day(struct arena *arena, day d);
/* " by 6 Dec 2016, late", or WITHOUT when there is no day. */
const char *carry_by(const struct carrying *c, day due, const char *without);
/* "C6 of 22 Nov 2016". */
const char *carry_whence(const struct carrying *c, size_t from, const char *id);
#define PROMPT(c, item, ...) texts_line((c)->arena, &(item)->prompts, __VA_ARGS__)

#endif
