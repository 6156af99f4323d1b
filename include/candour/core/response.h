/* Response: what may be published of a meeting, and nothing else: the white list of the format as a type of its own.
 *
 * A writer of the published response is given this and no meeting, summary or record, so that it cannot leak what is
 * not here. Every text is copied into the arena given; no pointer leads back. What is on the list: board; review id and
 * title; meeting date; findings' id, title, statement, recommendations; the position on each, its reason and dissent
 * only where that position is public; of each public agreement its words, owner's agency and role, kind, priority with
 * reason and revisit, due date, measure, status, and its public progress with the effect. Withdrawn records are absent.
 *
 * Where the design leaves it open:
 *   codes      an agreement has none here, for codes show by their gaps what is not published; it is known by its place
 *   owner      by name; the Board, the chair and a national body by what they are called. Who reports progress, and
 *              when, is not said; a progress speaks only where it is public itself, whatever its agreement is
 *   reason     of an agreement is its priority's
 *   kind       the title of the kind of change
 *   words      those of the preset ("Board response"); labels a file gives of its own are not on the list
 *   draft      that the record was not confirmed is no content of it, but a warning about it, and always said
 */
#ifndef CANDOUR_CORE_RESPONSE_H
#define CANDOUR_CORE_RESPONSE_H

#include <stdbool.h>
#include <stddef.h>

#include "candour/base/instant.h"

/* Known by name only: who includes this cannot look into them. */
struct arena;
struct record_state;
struct summary;

struct response_progress { /* oldest first */
    const char *text;
    const char *effect; /* NULL: none was reported */
};

struct response_agreement {
    const char *text;
    const char *owner; /* NULL: none yet */
    const char *role;
    const char *kind;
    int priority; /* enum agreement_priority; 0: none given */
    const char *reason;
    day revisit, due;
    const char *measure;
    int status; /* enum agreement_status, never 0 */
    struct response_progress *progress;
    size_t progress_count;
};

struct response_dissent {
    const char *agency, *reason;
};

struct response_recommendation {
    const char *id, *text;
};

struct response_finding {
    const char *id, *title, *statement;
    struct response_recommendation *recommendations;
    size_t recommendation_count;
    int position; /* enum position; 0: none yet */
    const char *reason;
    struct response_dissent *dissent;
    size_t dissent_count;
    size_t *agreements; /* places in the response's list, in its order */
    size_t agreement_count;
};

struct response {
    const char *called;       /* "Board response" */
    const char *board_called; /* "the Board" */
    const char *board_id, *board_name;
    const char *review_id, *review_title;
    day met; /* 0: no date was given */
    bool draft;
    struct response_finding *findings;
    size_t finding_count;
    struct response_agreement *agreements; /* by finding, then by priority; last those about no finding */
    size_t agreement_count;
    size_t general; /* of them about no finding: the last so many */
};

/* In ARENA; the summary may go afterwards. Cannot fail. */
struct response *response_of(const struct summary *summary, struct arena *arena);

/* Is this agreement in it? */
bool response_takes(const struct record_state *agreement);

#endif
