#include "candour/ui/specs.h"

#include "candour/base/text.h"
#include "candour/core/event.h"
#include "candour/core/record.h"

/* --- records --- */

static const struct form_field challenge[] = {
    {"by", NULL},       {"to", NULL},        {"put", NULL},          {"finding", NULL},
    {"kind", NULL},     {"by_person", NULL}, {"about", NULL},        {"given", NULL},
    {"given_by", NULL}, {"evidence", NULL},  {"evidence_due", NULL}, {"respond_by", NULL},
    {"outcome", NULL},  {"reason", NULL},    {"visibility", NULL},   {"item", NULL},
};

static const struct form_field agreement[] = {
    {"text", NULL},      {"owner", NULL},         {"due", NULL},        {"owner_role", NULL}, {"partners", NULL},
    {"findings", NULL},  {"priority", NULL},      {"reason", NULL},     {"revisit", NULL},    {"kind", NULL},
    {"links", NULL},     {"evidence", NULL},      {"measure", NULL},    {"baseline", NULL},   {"monitor", NULL},
    {"review_on", NULL}, {"level", NULL},         {"addressee", NULL},  {"from", NULL},       {"origin", NULL},
    {"status", NULL},    {"superseded_by", NULL}, {"visibility", NULL}, {"item", NULL},
};
static const struct form_need agreement_needs[] = {
    {"reason", "priority", 1U << PRIORITY_DEFERRED},
    {"revisit", "priority", 1U << PRIORITY_DEFERRED},
};

static const struct form_field defer[] = {{"revisit", NULL}, {"reason", NULL}, {"priority", NULL}};

static const struct form_field engagement[] = {
    {"audience", NULL},  {"activity", NULL}, {"lead", NULL}, {"by", NULL},
    {"tests_use", NULL}, {"purpose", NULL},  {"hold", NULL},
};

static const struct form_field note[] = {{"text", NULL}, {"kind", NULL}, {"visibility", NULL}, {"item", NULL}};

/* --- what follows on a record --- */

static const struct form_field answer[] = {
    {"given", NULL}, {"given_by", NULL}, {"evidence", NULL}, {"evidence_due", NULL}};
static const struct form_field settle[] = {{"outcome", NULL}, {"reason", NULL}};

static const struct form_field assent[] = {{"agency", "Who speaks"}, {"state", NULL}, {"words", NULL}, {"by", NULL}};
static const struct form_need assent_needs[] = {
    {"words", "state", 1U << ASSENT_RESERVATION | 1U << ASSENT_DECLINED},
};

static const struct form_field reason[] = {{"reason", NULL}};
static const struct form_field progress[] = {
    {"by", "Who says so"}, {"status", NULL}, {"text", NULL}, {"effect", NULL}, {"visibility", NULL}};
static const struct form_field seen[] = {
    {"text", "What was seen"}, {"by", "Who says so"}, {"effect", NULL}, {"visibility", NULL}};
static const struct form_field tested[] = {
    {"text", "What the test showed"}, {"effect", NULL}, {"by", "Who says so"}, {"visibility", NULL}};
static const struct form_field readback[] = {{"records", NULL}, {"words", NULL}, {"item", NULL}};

/* --- the room --- */

static const struct form_field position[] = {{"finding", NULL},    {"position", NULL}, {"reason", NULL},
                                             {"still_true", NULL}, {"dissent", NULL},  {"visibility", NULL}};
static const struct form_need position_needs[] = {
    {"reason", "position",
     1U << POSITION_ACCEPTED_IN_PART | 1U << POSITION_NOT_ACCEPTED | 1U << POSITION_NEEDS_MORE_WORK},
};

static const struct form_field finding[] = {{"finding", NULL}};
static const struct form_field as_is[] = {{"finding", NULL}, {"reason", NULL}};
static const struct form_field heard[] = {{"agency", NULL}};
static const struct form_field attend[] = {{"person", NULL}, {"state", NULL},      {"name", NULL},
                                           {"agency", NULL}, {"deputy_for", NULL}, {"interest", NULL}};
static const struct form_field hand_over[] = {{"role", NULL}, {"to", NULL}};
static const struct form_field assess[] = {{"question", NULL}, {"answer", NULL}, {"words", NULL}};

/* --- the clock and the agenda --- */

static const struct form_field extend[] = {
    {"minutes", NULL}, {"reason", NULL}, {"from", NULL}, {"agreed_by", NULL}, {"item", NULL}};
static const struct form_field item_reason[] = {{"item", NULL}, {"reason", NULL}};
static const struct form_field move_item[] = {{"item", NULL}, {"after", NULL}};
static const struct form_field add_item[] = {{"title", NULL}, {"minutes", NULL}, {"purpose", NULL}, {"after", NULL}};
static const struct form_field repair[] = {{"item", NULL}, {"minutes", NULL}, {"reason", NULL}};
static const struct form_field replan[] = {{"items", NULL}, {"reason", NULL}};
static const struct form_field start[] = {{"item", NULL}, {"back", NULL}};

#define COUNT(list) (sizeof(list) / sizeof *(list))
/* The fields of a spec, how many of them come first, and what they need of one another. */
#define ASKS(list, firsts) .fields = (list), .count = COUNT(list), .first = (firsts)
#define NEEDS(list) .needs = (list), .need_count = COUNT(list)

static const struct form_spec specs[] = {
    {"challenge", "Challenge", &SHAPE_CHALLENGE, ASKS(challenge, 3)},
    {"agreement", "Agreement", &SHAPE_AGREEMENT, ASKS(agreement, 3), NEEDS(agreement_needs)},
    {"defer", "Defer", &SHAPE_AGREEMENT, ASKS(defer, 2), NEEDS(agreement_needs)},
    {"engagement", "Engagement activity", &SHAPE_ENGAGEMENT, ASKS(engagement, 2)},
    {"note", "Note", &SHAPE_NOTE, ASKS(note, 1)},
    {"answer", "Answer", &SHAPE_CHALLENGE, ASKS(answer, 2)},
    {"settle", "Outcome", &SHAPE_CHALLENGE, ASKS(settle, 2)},
    {"assent", "Assent", &SHAPE_ASSENT, ASKS(assent, 3), NEEDS(assent_needs)},
    {"withdraw", "Withdraw", &SHAPE_WITHDRAW, ASKS(reason, 1)},
    {"reject", "Proposal not adopted", &SHAPE_REJECT, ASKS(reason, 1)},
    {"progress", "Progress", &SHAPE_PROGRESS, ASKS(progress, 4)},
    {"seen", "Evidence seen", &SHAPE_PROGRESS, ASKS(seen, 2)},
    {"tested", "Impact tested", &SHAPE_PROGRESS, ASKS(tested, 3)},
    {"readback", "Read-back", &SHAPE_READBACK, ASKS(readback, 2)},
    {"position", "Position", &SHAPE_POSITION, ASKS(position, 3), NEEDS(position_needs)},
    {"focus", "Finding under discussion", &SHAPE_FOCUS, ASKS(finding, 1)},
    {"as-is", "Keep as it is", &SHAPE_AS_IS, ASKS(as_is, 2)},
    {"heard", "Heard", &SHAPE_HEARD, ASKS(heard, 1)},
    {"attend", "Attendance", &SHAPE_ATTEND, ASKS(attend, 2)},
    {"hand-over", "Hand over", &SHAPE_HAND_OVER, ASKS(hand_over, 2)},
    {"assess", "Quality marker", &SHAPE_ASSESS, ASKS(assess, 3)},
    {"extend", "Extend", &SHAPE_EXTEND, ASKS(extend, 3)},
    {"skip", "Skip an item", &SHAPE_SKIP, ASKS(item_reason, 2)},
    {"park", "Park an item", &SHAPE_PARK, ASKS(item_reason, 2)},
    {"move-item", "Move an item", &SHAPE_MOVE_ITEM, ASKS(move_item, 2)},
    {"add-item", "Add an item", &SHAPE_ADD_ITEM, ASKS(add_item, 4)},
    {"repair", "Put the used time right", &SHAPE_REPAIR, ASKS(repair, 3)},
    {"replan", "Plan the rest again", &SHAPE_REPLAN, ASKS(replan, 2)},
    {"start", "Start an item", &SHAPE_START, ASKS(start, 2)},
    {"pause", "Pause", &SHAPE_PAUSE, ASKS(reason, 1)},
    {"resume", "Resume", &SHAPE_RESUME, ASKS(reason, 1)},
    {"adjourn", "Adjourn", &SHAPE_ADJOURN, ASKS(reason, 1)},
    {"close", "Close the meeting", &SHAPE_CLOSE, ASKS(reason, 1)},
    {"reopen", "Open again", &SHAPE_REOPEN, ASKS(reason, 1)},
    {"confirm", "Confirm the record", &SHAPE_CONFIRM, ASKS(reason, 1)},
};

const struct form_spec *specs_all(size_t *count) {
    *count = COUNT(specs);
    return specs;
}

const struct form_spec *spec_of(const char *act) {
    for (size_t i = 0; i < COUNT(specs); i++)
        if (text_equal(specs[i].act, act))
            return &specs[i];
    return NULL;
}
