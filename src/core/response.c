#include "candour/core/response.h"

#include "candour/base/arena.h"
#include "candour/base/text.h"
#include "candour/core/summary.h"

/* What is copied from is here and nowhere in the result. */
struct answering {
    const struct summary *s;
    const struct agenda *agenda;
    struct arena *arena;
    struct response *out;
    size_t *places; /* of each agreement of the summary, in the result; SIZE_MAX: not there yet */
};

static const char *copied(const struct answering *w, const char *text) {
    return text_blank(text) ? NULL : arena_text(w->arena, text);
}

bool response_takes(const struct record_state *agreement) {
    const struct agreement *now = agreement->now;
    return agreement->kind == RECORD_AGREEMENT && !agreement->withdrawn && now->visibility == VISIBILITY_PUBLIC;
}

/* --- agreements --- */

static const char *owner_of(const struct answering *w, const char *id) {
    if (id == NULL)
        return NULL;
    return copied(w, text_equal(id, "NATIONAL") ? "A national body" : party_name(w->agenda, id));
}

static void take_progress(const struct answering *w, const struct record_state *record,
                          struct response_agreement *out) {
    size_t count = 0;
    for (const struct progress_state *state = record->progress; state; state = state->earlier)
        count += state->progress->visibility == VISIBILITY_PUBLIC;
    out->progress = arena_array(w->arena, count, sizeof *out->progress);
    out->progress_count = count;
    for (const struct progress_state *state = record->progress; state; state = state->earlier)
        if (state->progress->visibility == VISIBILITY_PUBLIC)
            out->progress[--count] = (struct response_progress){.text = arena_text(w->arena, state->progress->text),
                                                                .effect = copied(w, state->progress->effect)};
}

static void take_agreement(struct answering *w, size_t place) {
    const struct agreement_summary *row = &w->s->agreements[place];
    if (w->places[place] != SIZE_MAX || !response_takes(row->record))
        return;
    const struct agreement *from = row->agreement;
    struct response_agreement *out = &w->out->agreements[w->out->agreement_count];
    *out = (struct response_agreement){
        .text = arena_text(w->arena, from->text),
        .owner = owner_of(w, from->owner),
        .role = copied(w, from->owner_role),
        .kind = row->kind ? copied(w, row->kind->title) : NULL,
        .priority = from->priority,
        .reason = copied(w, from->reason),
        .revisit = from->revisit,
        .due = from->due,
        .measure = copied(w, from->measure),
        .status = from->status ? from->status : AGREEMENT_AGREED,
    };
    take_progress(w, row->record, out);
    w->places[place] = w->out->agreement_count++;
}

/* --- findings --- */

static void take_recommendations(const struct answering *w, const struct finding *finding,
                                 struct response_finding *out) {
    const struct recommendation *from = finding->recommendations.items;
    out->recommendation_count = finding->recommendations.count;
    out->recommendations = arena_array(w->arena, out->recommendation_count, sizeof *out->recommendations);
    for (size_t i = 0; i < out->recommendation_count; i++)
        out->recommendations[i] = (struct response_recommendation){.id = arena_text(w->arena, from[i].id),
                                                                   .text = arena_text(w->arena, from[i].text)};
}

static void take_position(const struct answering *w, const struct event_position *from, struct response_finding *out) {
    if (from == NULL)
        return;
    out->position = from->position;
    if (from->visibility != VISIBILITY_PUBLIC)
        return;
    const struct dissent *dissent = from->dissent.items;
    out->reason = copied(w, from->reason);
    out->dissent_count = from->dissent.count;
    out->dissent = arena_array(w->arena, out->dissent_count, sizeof *out->dissent);
    for (size_t i = 0; i < out->dissent_count; i++)
        out->dissent[i] = (struct response_dissent){.agency = copied(w, party_name(w->agenda, dissent[i].agency)),
                                                    .reason = arena_text(w->arena, dissent[i].reason)};
}

/* The agreements of each finding, by place of the finding: how many, and then which. */
struct answers {
    size_t *counts;
    size_t **places; /* in the summary */
};

static void each_answer(struct answering *w, struct answers *answers, bool fill) {
    for (size_t i = 0; i < w->s->agreement_count; i++) {
        const struct texts *findings = &w->s->agreements[i].agreement->findings;
        for (size_t f = 0; response_takes(w->s->agreements[i].record) && f < findings->count; f++) {
            int32_t place = meeting_finding_place(w->s->meeting, findings->items[f]);
            if (place < 0)
                continue;
            if (fill)
                answers->places[place][answers->counts[place]] = i;
            answers->counts[place]++;
        }
    }
}

static struct answers answers_of(struct answering *w) {
    size_t count = w->s->finding_count;
    struct answers answers = {.counts = arena_array(w->arena, count, sizeof *answers.counts),
                              .places = arena_array(w->arena, count, sizeof *answers.places)};
    each_answer(w, &answers, false);
    for (size_t i = 0; i < count; i++) {
        answers.places[i] = arena_array(w->arena, answers.counts[i], sizeof **answers.places);
        answers.counts[i] = 0;
    }
    each_answer(w, &answers, true);
    return answers;
}

static void take_findings(struct answering *w) {
    struct answers answers = answers_of(w);
    for (size_t i = 0; i < w->out->finding_count; i++) {
        const struct finding_state *state = w->s->findings[i].state;
        struct response_finding *out = &w->out->findings[i];
        *out = (struct response_finding){.id = arena_text(w->arena, state->finding->id),
                                         .title = arena_text(w->arena, state->finding->title),
                                         .statement = copied(w, state->finding->statement)};
        take_recommendations(w, state->finding, out);
        take_position(w, state->position, out);
        out->agreement_count = answers.counts[i];
        out->agreements = answers.places[i];
        for (size_t a = 0; a < out->agreement_count; a++) {
            take_agreement(w, out->agreements[a]);
            out->agreements[a] = w->places[out->agreements[a]];
        }
    }
}

/* --- the whole --- */

/* With the words of the preset alone: labels of the file's own are not on the list. */
static void take_words(const struct answering *w) {
    int preset = w->agenda->terms ? w->agenda->terms->preset : 0;
    struct terms terms = {.preset = preset};
    const struct agenda bare = {.terms = &terms};
    w->out->called = arena_text(w->arena, term(&bare, "response"));
    w->out->board_called = arena_text(w->arena, party_name(&bare, "BOARD"));
}

struct response *response_of(const struct summary *summary, struct arena *arena) {
    const struct agenda *agenda = summary->meeting->agenda;
    struct response *out = arena_alloc(arena, sizeof *out);
    struct answering w = {.s = summary, .agenda = agenda, .arena = arena, .out = out};
    *out = (struct response){
        .board_id = arena_text(arena, agenda->board->id),
        .board_name = arena_text(arena, agenda->board->name),
        .review_id = arena_text(arena, agenda->review->id),
        .review_title = arena_text(arena, agenda->review->title),
        .met = agenda->meeting ? agenda->meeting->date : 0,
        .draft = summary->meeting->status != MEETING_CONFIRMED,
        .finding_count = summary->finding_count,
        .findings = arena_array(arena, summary->finding_count, sizeof *out->findings),
        .agreements = arena_array(arena, summary->agreement_count, sizeof *out->agreements),
    };
    w.places = arena_array(arena, summary->agreement_count, sizeof *w.places);
    for (size_t i = 0; i < summary->agreement_count; i++)
        w.places[i] = SIZE_MAX;
    take_words(&w);
    take_findings(&w);
    size_t answering = out->agreement_count;
    for (size_t i = 0; i < summary->agreement_count; i++)
        take_agreement(&w, i);
    out->general = out->agreement_count - answering;
    return out;
}
