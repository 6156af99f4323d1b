/* The published response: what has been done, what effect it had, what more will be done, finding by finding. */
#include "report_response.h"

#include "candour/core/event.h"
#include "candour/core/record.h"
#include "report_said.h"

#define SAID(...) arena_format(w->d->arena, __VA_ARGS__)

struct page {
    const struct response *r;
    struct document *d;
    const char **shown; /* by agreement: id of the finding it was said under */
};

static const char *const POSITIONS[] = {"No position has been taken yet", "Accepted", "Accepted in part",
                                        "Not accepted", "Needs more work before a position is taken"};

static bool is_done(const struct response_agreement *agreement) {
    return agreement->status == AGREEMENT_DONE || agreement->status == AGREEMENT_EVIDENCED ||
           agreement->status == AGREEMENT_IMPACT_TESTED;
}

static bool is_dropped(const struct response_agreement *agreement) {
    return agreement->status == AGREEMENT_STOPPED || agreement->status == AGREEMENT_SUPERSEDED;
}

static const char *action(const struct page *w, size_t place) {
    return SAID("Action %zu", place + 1);
}

/* --- the finding and the position on it --- */

static void recommendations(const struct page *w, const struct response_finding *finding) {
    if (finding->recommendation_count == 0) {
        return;
    }
    document_heading(w->d, 4, "What the report recommends");
    struct block *list = document_list(w->d);
    for (size_t i = 0; i < finding->recommendation_count; i++) {
        list_add(w->d, list, finding->recommendations[i].id, finding->recommendations[i].text);
    }
}

static void position(const struct page *w, const struct response_finding *finding) {
    document_heading(w->d, 4, SAID("The position of %s", w->r->board_called));
    document_text(w->d, "Position", POSITIONS[finding->position]);
    document_words(w->d, "Reason", finding->reason);
    for (size_t i = 0; i < finding->dissent_count; i++) {
        document_words(w->d, SAID("%s does not agree", finding->dissent[i].agency), finding->dissent[i].reason);
    }
}

/* --- what has been done --- */

static void status_line(const struct page *w, size_t place) {
    static const char *const said[] = {
        [AGREEMENT_DONE] = "Done. That it was done has not been evidenced yet.",
        [AGREEMENT_EVIDENCED] = "Done, and there is evidence that it was done.",
        [AGREEMENT_IMPACT_TESTED] = "Done, evidenced, and its effect was tested.",
    };
    const struct response_agreement *agreement = &w->r->agreements[place];
    document_text(w->d, "Status", is_done(agreement) ? said[agreement->status] : "Under way");
}

/* True when there was something. */
static bool done_one(const struct page *w, size_t place) {
    const struct response_agreement *agreement = &w->r->agreements[place];
    if (!is_done(agreement) && agreement->progress_count == 0 && agreement->status != AGREEMENT_IN_PROGRESS) {
        return false;
    }
    document_text(w->d, action(w, place), agreement->text);
    if (!is_dropped(agreement)) {
        status_line(w, place);
    }
    struct block *list = document_list(w->d);
    for (size_t i = 0; i < agreement->progress_count; i++) {
        list_add(w->d, list, NULL, agreement->progress[i].text);
    }
    return true;
}

/* --- what effect it had --- */

static bool effect_one(const struct page *w, size_t place) {
    const struct response_agreement *agreement = &w->r->agreements[place];
    bool any = false;
    for (size_t i = 0; i < agreement->progress_count; i++) {
        document_text(w->d, action(w, place), agreement->progress[i].effect);
        any = any || agreement->progress[i].effect != NULL;
    }
    if (any || !is_done(agreement)) {
        return any;
    }
    document_text(
        w->d, action(w, place),
        agreement->measure == NULL
            ? "What difference it made has not been reported yet."
            : SAID("What difference it made has not been reported yet. It will be seen by: %s", agreement->measure));
    return true;
}

/* --- what more will be done --- */

static void pair(const struct page *w, struct block *pairs, const char *label, const char *text) {
    if (text != NULL) {
        list_add(w->d, pairs, label, text);
    }
}

static const char *priority_of(const struct page *w, const struct response_agreement *agreement) {
    static const char *const said[] = {NULL, "Now", "Next", "Later", "Deferred", "For government or a national body"};
    return said_both(w->d->arena, said[agreement->priority], ": ", agreement->priority == 0 ? NULL : agreement->reason);
}

static bool more_one(const struct page *w, size_t place) {
    const struct response_agreement *agreement = &w->r->agreements[place];
    if (is_done(agreement)) {
        return false;
    }
    document_text(w->d, action(w, place), agreement->text);
    struct block *pairs = document_pairs(w->d);
    if (is_dropped(agreement)) {
        pair(w, pairs, "Status", agreement->status == AGREEMENT_STOPPED ? "Stopped" : "Replaced by another action");
        return true;
    }
    struct arena *arena = w->d->arena;
    const char *owner = said_both(arena, capital(arena, agreement->owner), ", ", agreement->role);
    pair(w, pairs, "Who", owner == NULL ? "Not named yet" : owner);
    const char *due = said_day(arena, agreement->due);
    pair(w, pairs, "By", due == NULL && agreement->priority != PRIORITY_DEFERRED ? "No date yet" : due);
    pair(w, pairs, "Priority", priority_of(w, agreement));
    pair(w, pairs, "Looked at again on", said_day(arena, agreement->revisit));
    pair(w, pairs, "Kind of change", agreement->kind);
    pair(w, pairs, "How its effect will be seen", agreement->measure);
    if (agreement->status != AGREEMENT_AGREED) {
        pair(w, pairs, "Status", said_choice(arena, &CHOICES_AGREEMENT_STATUS, agreement->status, NULL));
    }
    return true;
}

/* --- the three parts, of a finding's agreements or of those about none --- */

static void part(const struct page *w, const char *heading, const size_t *places, size_t count,
                 bool (*one)(const struct page *w, size_t place), const char *none) {
    bool any = false;
    document_heading(w->d, 4, heading);
    for (size_t i = 0; i < count; i++) {
        any = one(w, places[i]) || any;
    }
    if (!any) {
        document_text(w->d, NULL, none);
    }
}

static void parts(const struct page *w, const size_t *places, size_t count, bool elsewhere) {
    if (count == 0 && !elsewhere) {
        document_heading(w->d, 4, "What has been done, and what more will be done");
        document_text(w->d, NULL, "No action on this finding is published.");
        return;
    }
    part(w, "What has been done", places, count, done_one,
         elsewhere ? "Nothing beside the actions named above has been reported yet."
                   : "Nothing has been reported yet.");
    part(w, "What effect it had", places, count, effect_one,
         elsewhere ? "No effect beside that of the actions named above has been reported yet."
                   : "No effect has been reported yet.");
    part(w, "What more will be done", places, count, more_one, "Every action that is published has been done.");
}

/* Those said already, under the finding that has them first; the others go to PLACES. */
static size_t leave_said(const struct page *w, const struct response_finding *finding, size_t *places) {
    size_t count = 0;
    struct block *list = NULL;
    for (size_t i = 0; i < finding->agreement_count; i++) {
        size_t place = finding->agreements[i];
        if (w->shown[place] == NULL) {
            w->shown[place] = finding->id;
            places[count++] = place;
            continue;
        }
        if (list == NULL) {
            document_heading(w->d, 4, "Actions that answer this finding too");
            list = document_list(w->d);
        }
        list_add(w->d, list, SAID("%s, under %s", action(w, place), w->shown[place]), w->r->agreements[place].text);
    }
    return count;
}

static void finding_part(const struct page *w, const struct response_finding *finding) {
    document_heading(w->d, 3, SAID("%s %s", finding->id, finding->title));
    document_words(w->d, "The finding", finding->statement);
    recommendations(w, finding);
    position(w, finding);
    size_t *places = arena_array(w->d->arena, finding->agreement_count, sizeof *places);
    size_t count = leave_said(w, finding, places);
    if (count > 0 || finding->agreement_count == 0) {
        parts(w, places, count, count < finding->agreement_count);
    }
}

static void general_part(const struct page *w) {
    size_t count = w->r->general;
    if (count == 0) {
        return;
    }
    size_t *places = arena_array(w->d->arena, count, sizeof *places);
    for (size_t i = 0; i < count; i++) {
        places[i] = w->r->agreement_count - count + i;
    }
    document_heading(w->d, 3, "Actions beyond single findings");
    parts(w, places, count, false);
}

/* --- the whole --- */

static void overview(const struct page *w) {
    const char *heads[] = {"Finding", "Title", "Position", "Actions", "Done"};
    document_heading(w->d, 2, "The findings in brief");
    struct table *table = document_table(w->d, "Findings, positions and published actions", heads, 5, 3U << 3);
    for (size_t i = 0; i < w->r->finding_count; i++) {
        const struct response_finding *finding = &w->r->findings[i];
        size_t done = 0;
        for (size_t a = 0; a < finding->agreement_count; a++) {
            done += is_done(&w->r->agreements[finding->agreements[a]]);
        }
        table_add(w->d, table,
                  (const char *[]){finding->id, finding->title, POSITIONS[finding->position],
                                   SAID("%zu", finding->agreement_count), SAID("%zu", done)});
    }
}

struct document *response_page(const struct response *response, struct arena *arena) {
    const char *met = said_day(arena, response->met);
    const char *about = arena_format(arena, "%s. %s", response->board_name, response->review_title);
    struct page page = {.r = response, .shown = arena_array(arena, response->agreement_count, sizeof *page.shown)};
    page.d =
        document_new(arena, capital(arena, response->called),
                     said_both(arena, about, ". ", met == NULL ? NULL : arena_format(arena, "Meeting of %s", met)));
    if (response->draft) {
        page.d->state = arena_format(arena, "DRAFT: not confirmed by %s yet", response->board_called);
    }
    overview(&page);
    document_heading(page.d, 2, "Finding by finding");
    for (size_t i = 0; i < response->finding_count; i++) {
        finding_part(&page, &response->findings[i]);
    }
    general_part(&page);
    return page.d;
}
