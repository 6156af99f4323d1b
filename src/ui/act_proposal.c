/* What was drafted beforehand, and what the board made of it: adopted as drafted, amended, rejected. How much went
 * through unamended is shown, since a board that changes nothing may not have discussed it. */
#include <string.h>

#include "act_readback.h"
#include "acts.h"
#include "plain_inside.h"
#include "words.h"

struct proposals {
    size_t at;
};

static const struct proposal_state *selected(const struct app *app) {
    const struct proposals *proposals = app->panel->state;
    return app->meeting->proposals + proposals->at;
}

static void decide(struct app *app, key k) {
    const struct proposals *proposals = app->panel->state;
    const struct proposal_state *state = selected(app);
    if (proposal_fate(app->meeting, proposals->at) != PROPOSAL_WAITS) {
        app_refused(app, (struct refusal){REFUSED_DECIDED, state->proposal->id});
    } else if (k == 'r') {
        act_reject(app, state->proposal->id);
    } else {
        adopt(app, state, k == 'y');
    }
}

static bool proposals_key(struct app *app, key k) {
    struct proposals *proposals = app->panel->state;
    if (k == 'y' || k == 'e' || k == 'r' || k == KEY_RETURN) {
        decide(app, k);
    } else if (k == KEY_ESCAPE || k == 'd') {
        panel_close(app);
        app_say(app, TONE_WORD, "%s", "");
    } else {
        return panel_move(k, app->meeting->agenda->proposals.count, &proposals->at);
    }
    return true;
}

static bool proposals_stand(struct app *app) {
    return meeting_may(app->meeting, DO_REJECT).code == REFUSED_NOT;
}

/* --- on screen --- */

static const char *fate_words(const struct view *view, size_t at) {
    const struct proposal_state *state = view->meeting->proposals + at;
    switch (proposal_fate(view->meeting, at)) {
    case PROPOSAL_AS_DRAFTED:
        return arena_format(view->scratch, "%s as drafted", state->adopted);
    case PROPOSAL_AMENDED:
        return arena_format(view->scratch, "%s amended", state->adopted);
    case PROPOSAL_REJECTED:
        return "rejected";
    case PROPOSAL_WITHDRAWN:
        return arena_format(view->scratch, "%s withdrawn", state->adopted);
    default:
        return "to decide";
    }
}

static void proposal_row(const struct view *view, struct area area, int row, size_t at) {
    const struct proposals *proposals = view->app->panel->state;
    const struct agreement *proposal = view->meeting->proposals[at].proposal;
    const char *word = fate_words(view, at);
    bool waits = proposal_fate(view->meeting, at) == PROPOSAL_WAITS;
    enum look look = at == proposals->at ? LOOK_STRONG : waits ? LOOK_OPEN : LOOK_QUIET;
    int width = area.columns - 1 - text_columns(word, strlen(word)) - 2;
    const char *finding = proposal->findings.count > 0 ? proposal->findings.items[0] : "";
    draw_text(area, row, 0, look, at == proposals->at ? ">" : "");
    draw_fit(
        area, row, 1, width - 1, look,
        arena_format(view->scratch, "%s%s%s %s", proposal->id, finding[0] == '\0' ? "" : " ", finding, proposal->text));
    draw_right(area, row, area.columns - 1, look, word);
}

static const char *shares(const struct view *view) {
    size_t count = view->meeting->agenda->proposals.count;
    size_t fates[PROPOSAL_WITHDRAWN + 1] = {0};
    for (size_t i = 0; i < count; i++) {
        fates[proposal_fate(view->meeting, i)]++;
    }
    size_t adopted = fates[PROPOSAL_AS_DRAFTED] + fates[PROPOSAL_AMENDED];
    return arena_format(view->scratch, "%zu of %zu adopted, %zu of them unamended; %zu rejected, %zu to decide",
                        adopted, count, fates[PROPOSAL_AS_DRAFTED], fates[PROPOSAL_REJECTED], fates[PROPOSAL_WAITS]);
}

static void proposal_words(const struct view *view, struct detail *detail) {
    const struct proposal_state *state = selected(view->app);
    detail_add(detail, NULL, LOOK_STRONG, state->proposal->text);
    detail_add(detail, "reason", LOOK_PLAIN, state->rejected ? state->reason : NULL);
    agreement_detail(view, state->proposal, detail);
}

static void proposals_view(const struct view *view, struct area area) {
    enum { WORDS_LEAST = 5 };
    const struct proposals *proposals = view->app->panel->state;
    int count = (int)view->meeting->agenda->proposals.count;
    draw_fit(area, 0, 1, area.columns - 2, LOOK_TITLE, "DRAFTED AGREEMENTS");
    bool small = area.rows < 2 * WORDS_LEAST;
    int head = small ? 1 : 1 + draw_wrapped(area, 1, 1, area.columns - 2, LOOK_PLAIN, shares(view));
    int rows = area.rows - head - WORDS_LEAST;
    rows = rows < 1 ? 1 : rows > count ? count : rows;
    int first = panel_first((int)proposals->at, count, rows);
    for (int i = 0; i < rows; i++) {
        size_t place = (size_t)first + (size_t)i;
        proposal_row(view, area, head + i, place);
        panel_line(area, head + i, place, place == proposals->at);
    }
    int at = head + rows;
    draw_line_across(area, at, 0, area.columns);
    struct detail detail = {.arena = view->scratch, .width = area.columns - 2};
    proposal_words(view, &detail);
    detail_view(&detail, area_part(area, at + 1, 0, area.rows - at - 1, area.columns));
}

static size_t proposals_keys(const struct app *app, struct form_hint_key out[FORM_KEYS]) {
    const struct proposals *proposals = app->panel->state;
    size_t count = 0;
    if (proposal_fate(app->meeting, proposals->at) == PROPOSAL_WAITS) {
        out[count++] = (struct form_hint_key){"y", "adopt as drafted"};
        out[count++] = (struct form_hint_key){"e", "amend"};
        out[count++] = (struct form_hint_key){"r", "reject"};
    }
    out[count++] = (struct form_hint_key){"Up Down", "another"};
    out[count++] = (struct form_hint_key){"Esc", "leave"};
    return count;
}

static void proposals_select(struct app *app, size_t at) {
    ((struct proposals *)app->panel->state)->at = at;
}

static void proposals_lines(const struct view *view, struct plain_lines *out) {
    const struct proposals *proposals = view->app->panel->state;
    struct detail detail = {.arena = view->scratch, .width = PLAIN_WIDTH};
    plain_put(out, "Drafted agreements: %s", shares(view));
    plain_put(out, "%s, %zu of %zu, %s:", selected(view->app)->proposal->id, proposals->at + 1,
              view->meeting->agenda->proposals.count, fate_words(view, proposals->at));
    proposal_words(view, &detail);
    plain_detail(out, &detail);
}

static const struct panel_kind PROPOSALS = {proposals_key,  proposals_stand,  proposals_view,
                                            proposals_keys, proposals_select, proposals_lines};

/* The one named, else the first to decide that bears on the finding under discussion, else the first to decide. */
static size_t begin_at(const struct app *app, const char *id) {
    const struct finding *findings = app->meeting->agenda->findings.items;
    const char *focus = app->meeting->focus < 0 ? NULL : findings[app->meeting->focus].id;
    size_t first = SIZE_MAX;
    for (size_t i = app->meeting->agenda->proposals.count; i > 0; i--) {
        const struct agreement *proposal = app->meeting->proposals[i - 1].proposal;
        if (id != NULL && text_equal_nocase(proposal->id, id)) {
            return i - 1;
        }
        if (proposal_fate(app->meeting, i - 1) == PROPOSAL_WAITS) {
            first = i - 1;
        }
    }
    for (size_t i = 0; i < app->meeting->agenda->proposals.count && id == NULL && focus != NULL; i++) {
        const struct agreement *proposal = app->meeting->proposals[i].proposal;
        if (proposal_fate(app->meeting, i) == PROPOSAL_WAITS && texts_have(&proposal->findings, focus)) {
            return i;
        }
    }
    return first == SIZE_MAX ? 0 : first;
}

void act_proposals(struct app *app, const char *words) {
    if (app->meeting->agenda->proposals.count == 0) {
        app_say(app, TONE_WORD, "Nothing was drafted beforehand");
        return;
    }
    if (app_refused(app, meeting_may(app->meeting, DO_REJECT))) {
        return;
    }
    const char *rest = words;
    size_t at = begin_at(app, word_take(app, &rest));
    struct proposals *proposals = panel_open(app, &PROPOSALS, sizeof *proposals);
    proposals->at = at;
}
