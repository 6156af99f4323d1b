#include "candour/format/follow.h"

#include <string.h>

#include "candour/base/arena.h"
#include "candour/base/diag.h"
#include "candour/format/walk.h"

static void hide(struct follow *follow, const struct node *entry, const char *key) {
    const struct node *value = entry->type == NODE_MAP ? node_child(entry, key) : NULL;
    if (value == NULL || value->type != NODE_SCALAR || node_faulty(value) || follow->count >= DIAG_MOST)
        return; /* more than so many are not named anyway */
    if (follow->count == follow->capacity) {
        follow->capacity += DIAG_MOST;
        const char **larger = arena_array(follow->arena, follow->capacity, sizeof *larger);
        if (follow->count > 0)
            memcpy(larger, follow->ids, follow->count * sizeof *larger);
        follow->ids = larger;
    }
    follow->ids[follow->count++] = arena_text(follow->arena, value->text);
}

bool follow_hides_id(const struct follow *follow, const char *id) {
    for (size_t i = 0; id != NULL && i < follow->count; i++)
        if (strcmp(follow->ids[i], id) == 0)
            return true;
    return false;
}

/* Does the event name anything that an earlier, bad event was about? */
static bool names_hidden(const struct follow *follow, const struct node *node) {
    if (node->type == NODE_SCALAR)
        return !node_faulty(node) && follow_hides_id(follow, node->text);
    for (const struct node *child = node->first; child != NULL; child = child->next)
        if (names_hidden(follow, child))
            return true;
    return false;
}

/* --- what is not sure any more --- */

/* What the meeting is in once such an event was taken; 0: as before. */
static enum meeting_status leads_to(enum event_do what) {
    switch (what) {
    case DO_START:
    case DO_RESUME:
        return MEETING_RUNNING;
    case DO_PAUSE:
    case DO_REOPEN:
        return MEETING_PAUSED;
    case DO_ADJOURN:
        return MEETING_ADJOURNED;
    case DO_CLOSE:
        return MEETING_CLOSED;
    case DO_CONFIRM:
        return MEETING_CONFIRMED;
    default:
        return 0;
    }
}

static bool moves_minutes(enum event_do what) {
    return what == DO_START || what == DO_SKIP || what == DO_PARK || what == DO_EXTEND || what == DO_REPLAN;
}

void follow_at(struct follow *follow, const struct node *entry) {
    hide(follow, entry, "at");
}

/* Is `id` the code of something that such an event brings into the meeting? What is only changed stays what it was. */
static bool makes_id(enum event_do what) {
    const struct field *id = what == DO_COUNT ? NULL : shape_field(event_kinds[what].shape, "id");
    return what == DO_COUNT || (id != NULL && id->type == FIELD_ID);
}

void follow_bad(struct follow *follow, const struct meeting *meeting, const struct node *entry, enum event_do what,
                enum refusal_code code) {
    bool unknown = what == DO_COUNT || what == DO_UNDO || what == DO_REDO;
    bool gives_up = what == DO_SKIP || what == DO_PARK; /* of the running item it pauses */
    enum meeting_status status = unknown ? 0 : leads_to(what);
    if (makes_id(what))
        hide(follow, entry, "id");
    follow_at(follow, entry);
    if (unknown || (gives_up && meeting->status == MEETING_RUNNING) || (status != 0 && status != meeting->status) ||
        (what == DO_START && code != REFUSED_ALREADY_RUNNING))
        follow->status = true;
    if (unknown || moves_minutes(what))
        follow->ledger = true;
}

void follow_taken(struct follow *follow, enum event_do what, bool lost) {
    if (leads_to(what) != 0)
        follow->status = false;
    if (lost && event_kinds[what].clock)
        follow->status = true;
    if (lost && moves_minutes(what))
        follow->ledger = true;
}

/* --- what follows --- */

enum about { ABOUT_EVENT, ABOUT_STATUS, ABOUT_LEDGER, ABOUT_UNDO };

static enum about about_of(enum refusal_code code) {
    switch (code) {
    case REFUSED_READY:
    case REFUSED_RUNNING:
    case REFUSED_PAUSED:
    case REFUSED_ADJOURNED:
    case REFUSED_CLOSED:
    case REFUSED_CONFIRMED:
    case REFUSED_ALREADY_RUNNING:
    case REFUSED_BACK_TOO_FAR:
    case REFUSED_GAP_CLOCK:
        return ABOUT_STATUS;
    case REFUSED_PAYER_STARTED:
    case REFUSED_PAYER_SHORT:
    case REFUSED_ITEM_GONE:
    case REFUSED_REPLAN_ITEM:
        return ABOUT_LEDGER;
    case REFUSED_UNDONE_ALREADY:
    case REFUSED_BEHIND_BARRIER:
    case REFUSED_NEEDED:
    case REFUSED_NOTHING_TO_REDO:
        return ABOUT_UNDO;
    default:
        return ABOUT_EVENT;
    }
}

bool follow_hides(const struct follow *follow, const struct node *entry, struct refusal refusal) {
    if (refusal.code == REFUSED_REQUIRED || refusal.code == REFUSED_ID_USED)
        return false;
    switch (about_of(refusal.code)) {
    case ABOUT_STATUS:
        return follow->status;
    case ABOUT_LEDGER:
        return follow->ledger || follow_hides_id(follow, refusal.subject);
    case ABOUT_UNDO:
        return follow->status || follow->ledger || follow->count > 0;
    case ABOUT_EVENT:
    default:
        break;
    }
    const struct node *of = node_child(entry, "of");
    const struct node *about = refusal.subject == NULL ? entry : of;
    return follow_hides_id(follow, refusal.subject) || (about != NULL && names_hidden(follow, about));
}
