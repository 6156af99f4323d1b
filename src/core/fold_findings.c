/* What the meeting says of findings and of itself: focus, positions, weak agreements kept, questions answered. */
#include "candour/base/text.h"
#include "fold.h"

struct refusal check_nothing(const struct meeting *m, const struct event *event) {
    (void)m;
    (void)event;
    return accepted();
}

void effect_focus(struct meeting *m, struct act act) {
    const struct event_focus *focus = act.event->body;
    int32_t finding = meeting_finding_place(m, focus->finding);
    if (m->status == MEETING_RUNNING && finding != m->focus)
        clock_cut(m, act.event->at.at);
    CHANGE(m, m->focus, finding);
    CHANGE(m, m->findings[finding].focused, true);
}

void effect_position(struct meeting *m, struct act act) {
    const struct event_position *position = act.event->body;
    struct finding_state *finding = &m->findings[meeting_finding_place(m, position->finding)];
    CHANGE(m, finding->position, position);
    CHANGE(m, finding->position_event, act.index);
}

void effect_as_is(struct meeting *m, struct act act) {
    const struct event_as_is *as_is = act.event->body;
    CHANGE(m, m->findings[meeting_finding_place(m, as_is->finding)].as_is, as_is->reason);
}

void effect_assess(struct meeting *m, struct act act) {
    const struct event_assess *assess = act.event->body;
    struct assessment_state *question = &m->assessments[ids_find(m, assess->question, REF_QUESTION)->place];
    CHANGE(m, question->assess, assess);
    CHANGE(m, question->event, act.index);
}
