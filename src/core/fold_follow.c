/* What follows a record: assent, progress, read-back. */
#include "candour/base/text.h"
#include "fold.h"

void effect_assent(struct meeting *m, struct act act) {
    const struct event_assent *assent = act.event->body;
    struct record_state *record = meeting_record(m, assent->id);
    struct assent_state *state = fold_made(m, act.index, sizeof *state);
    *state = (struct assent_state){.assent = assent, .event = act.index, .earlier = record->assents};
    CHANGE(m, record->assents, state);
}

bool assent_current(const struct record_state *record, const struct assent_state *assent) {
    return assent->event > record->words_event;
}

const struct assent_state *assent_of(const struct record_state *record, const char *agency) {
    for (const struct assent_state *state = record->assents; state; state = state->earlier)
        if (text_equal(state->assent->agency, agency))
            return state;
    return NULL;
}

struct made_progress {
    struct progress_state state;
    struct wording wording; /* these two only with a status */
    struct agreement after;
};

static void set_status(struct meeting *m, struct record_state *record, struct made_progress *made, int status) {
    const struct agreement *now = record->now;
    if ((now->status ? now->status : AGREEMENT_AGREED) == status)
        return;
    made->after = *now;
    made->after.status = status;
    record_reword(m, record, &made->wording, &made->after, made->state.event);
}

void effect_progress(struct meeting *m, struct act act) {
    const struct event_progress *progress = act.event->body;
    struct record_state *record = meeting_record(m, progress->id);
    struct made_progress *made =
        fold_made(m, act.index, progress->status ? sizeof *made : offsetof(struct made_progress, wording));
    made->state = (struct progress_state){
        .progress = progress, .at = act.event->at, .event = act.index, .earlier = record->progress};
    CHANGE(m, record->progress, &made->state);
    if (progress->status != 0)
        set_status(m, record, made, progress->status);
}

struct refusal check_readback(const struct meeting *m, const struct event *event) {
    const struct event_readback *readback = event->body;
    for (size_t i = 0; i < readback->records.count; i++)
        if (meeting_record(m, readback->records.items[i])->withdrawn)
            return refused(REFUSED_WITHDRAWN, readback->records.items[i]);
    return accepted();
}

void effect_readback(struct meeting *m, struct act act) {
    const struct event_readback *readback = act.event->body;
    for (size_t i = 0; i < readback->records.count; i++)
        CHANGE(m, meeting_record(m, readback->records.items[i])->read_event, act.index);
}
