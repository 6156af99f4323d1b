/* What a meeting has without its file saying so: kinds of change, and SCR Quality Marker 15. */
#include "candour/core/agenda.h"

static const struct change_kind built_in_kinds[] = {
    {.id = "remove", .title = "Remove the step or the hazard", .strength = STRENGTH_STRONG},
    {.id = "design", .title = "Design it in, so that the right thing is easy", .strength = STRENGTH_STRONG},
    {.id = "standardise", .title = "Make it the same everywhere", .strength = STRENGTH_STRONG},
    {.id = "lead", .title = "Leaders take a visible part", .strength = STRENGTH_STRONG},
    {.id = "commission", .title = "Change what is commissioned or paid for", .strength = STRENGTH_STRONG},
    {.id = "structure", .title = "Change teams, roles or routes", .strength = STRENGTH_INTERMEDIATE},
    {.id = "capacity", .title = "Change staffing or caseload", .strength = STRENGTH_INTERMEDIATE},
    {.id = "data", .title = "Share or join up information", .strength = STRENGTH_INTERMEDIATE},
    {.id = "aid", .title = "A checklist, prompt or tool", .strength = STRENGTH_INTERMEDIATE},
    {.id = "supervise", .title = "Supervision that asks about it", .strength = STRENGTH_INTERMEDIATE},
    {.id = "involve", .title = "Involve children, families or practitioners", .strength = STRENGTH_INTERMEDIATE},
    {.id = "audit", .title = "Audit or check", .strength = STRENGTH_ASSURANCE},
    {.id = "challenge", .title = "Challenge another body, or government", .strength = STRENGTH_INFLUENCE},
    {.id = "procedure", .title = "Policy or procedure", .strength = STRENGTH_WEAK},
    {.id = "train", .title = "Training", .strength = STRENGTH_WEAK},
    {.id = "communicate", .title = "Briefing, newsletter or reminder", .strength = STRENGTH_WEAK},
    {.id = "study", .title = "Look into it further", .strength = STRENGTH_WEAK},
};

/* The questions of the marker, restated; each with the measure of the record that speaks to it. */
static const struct marker_question questions[] = {
    {.id = "Q1",
     .text = "Was there a coherent way of managing the discussion of what to do?",
     .evidence = MEASURE_MECHANISM},
    {.id = "Q2",
     .text = "Did clear leadership make the discussion open and mutually challenging?",
     .evidence = MEASURE_CHALLENGE},
    {.id = "Q3", .text = "Was there enough time for it, at the right moment?", .evidence = MEASURE_TIME},
    {.id = "Q4",
     .text = "Was the response linked to the learning and improvement framework and the business plan?",
     .evidence = MEASURE_LINKS},
    {.id = "Q5",
     .text = "Is the response prioritised, knowing that delay can be legitimate?",
     .evidence = MEASURE_PRIORITY},
};

/* A list's items are writable for the loader's sake; nobody writes through a constant marker. */
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wcast-qual"
static const struct marker built_in_marker = {
    .id = "QM15",
    .title = "SCR Quality Marker 15: Improvement action",
    .statement = "Robust, informed discussion by agencies underpins agreements about what action should be taken in "
                 "response to the report.",
    .questions = {.items = (void *)questions, .count = sizeof questions / sizeof *questions},
};
#pragma GCC diagnostic pop

const struct change_kind *kinds_of(const struct agenda *agenda, size_t *count) {
    bool own = agenda->kinds.count > 0;
    *count = own ? agenda->kinds.count : sizeof built_in_kinds / sizeof *built_in_kinds;
    return own ? agenda->kinds.items : built_in_kinds;
}

const struct marker *marker_of(const struct agenda *agenda) {
    return agenda->marker ? agenda->marker : &built_in_marker;
}
