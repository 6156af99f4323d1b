/* What leaves in a document, over random meetings in which every text is a word of its own: in the published response
 * the white list and nothing else, in every form; in documents for the board nothing restricted, nothing of the
 * chair's own, nothing undone. What may leave is worked out here anew, from the flags of the tables and the last state
 * of each record. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <locale.h>
#include <stdlib.h>
#include <string.h>

#include "candour/base/text.h"
#include "candour/format/report.h"
#include "support/planted.h"

enum { MEETINGS = 150, EVENTS = 120 };

struct world {
    struct arena *arena;
    struct planted planted;
    const struct meeting *m;
    bool *may;  /* leave */
    bool *left; /* has left in the document at hand */
    unsigned seed;
};

static struct world world_of(unsigned seed) {
    struct chance c = chance_of(seed);
    struct world w = {.arena = arena_new(), .seed = seed};
    w.planted = planted_meeting(&c, w.arena, 1 + chance_below(&c, EVENTS));
    w.m = w.planted.meeting;
    w.may = arena_array(w.arena, w.planted.count, sizeof(bool));
    w.left = arena_array(w.arena, w.planted.count, sizeof(bool));
    return w;
}

static struct buffer written(const struct world *w, const char *kind, enum report_form form) {
    struct buffer out = {0};
    struct report_order order = {
        .meeting = w->m, .now = {.at = instant_of(day_of(2017, 3, 6), 720, 0)}, .file = "tok0q.yaml"};
    report_write(report_kind_of(kind, &order.agency), form, &order, &out);
    return out;
}

/* --- codes: of what must not even be named --- */

static bool code_with(const char *at, const char *letters) {
    size_t length = strlen(letters);
    return strncmp(at, letters, length) == 0 && at[length] >= '1' && at[length] <= '9';
}

static bool letter_or_digit(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static void names_no_code(const struct world *w, const char *text, const char *const *letters, size_t count) {
    for (const char *at = text; *at != '\0'; at++)
        for (size_t i = 0; (at == text || !letter_or_digit(at[-1])) && i < count; i++)
            if (code_with(at, letters[i]))
                fail_msg("seed %u: %.40s", w->seed, at);
}

static void only_what_may_left(const struct world *w, const struct buffer *out, const char *what) {
    memset(w->left, 0, w->planted.count);
    mark_text(w->left, out->bytes);
    for (size_t i = 0; i < w->planted.count; i++)
        if (w->left[i] && !w->may[i])
            fail_msg("seed %u: tok%zuq left in the %s", w->seed, i, what);
}

static void all_that_may_left(const struct world *w, const char *what) {
    for (size_t i = 0; i < w->planted.count; i++)
        if (w->may[i] && !w->left[i])
            fail_msg("seed %u: tok%zuq is not in the %s", w->seed, i, what);
}

/* --- the published response --- */

static void agency_may(const struct world *w, const char *id) {
    const struct agency *agency = id ? agency_find(w->m->agenda, id) : NULL;
    if (agency)
        mark_text(w->may, agency->name);
}

static void public_agreement_may(const struct world *w, const struct record_state *record) {
    const struct agreement *now = record->now;
    if (record->kind != RECORD_AGREEMENT || record->withdrawn || now->visibility != VISIBILITY_PUBLIC)
        return;
    mark_fields(w->may, &SHAPE_AGREEMENT, now, FIELD_PUBLIC);
    const struct change_kind *kind = now->kind ? kind_find(w->m->agenda, now->kind) : NULL;
    if (kind)
        mark_text(w->may, kind->title);
    agency_may(w, now->owner);
    for (const struct progress_state *state = record->progress; state; state = state->earlier)
        if (state->progress->visibility == VISIBILITY_PUBLIC)
            mark_fields(w->may, &SHAPE_PROGRESS, state->progress, FIELD_PUBLIC);
}

static void public_may(const struct world *w) {
    const struct agenda *agenda = w->m->agenda;
    const struct finding *findings = agenda->findings.items;
    mark_fields(w->may, &SHAPE_BOARD, agenda->board, FIELD_PUBLIC);
    mark_fields(w->may, &SHAPE_REVIEW, agenda->review, FIELD_PUBLIC);
    mark_fields(w->may, &SHAPE_MEETING, agenda->meeting, FIELD_PUBLIC);
    for (size_t i = 0; i < agenda->findings.count; i++) {
        const struct event_position *position = w->m->findings[i].position;
        mark_fields(w->may, &SHAPE_FINDING, &findings[i], FIELD_PUBLIC);
        if (!position || position->visibility != VISIBILITY_PUBLIC)
            continue;
        mark_fields(w->may, &SHAPE_POSITION, position, FIELD_PUBLIC);
        for (size_t d = 0; d < position->dissent.count; d++)
            agency_may(w, ((const struct dissent *)position->dissent.items)[d].agency);
    }
    for (size_t i = 0; i < w->m->record_count; i++)
        public_agreement_may(w, &w->m->records[i]);
}

static void the_response_is_the_white_list(void **state) {
    static const char *const codes[] = {"PE", "C", "A", "E", "N", "D", "I", "P", "L", "AG"};
    static const enum report_form forms[] = {REPORT_MARKDOWN, REPORT_HTML, REPORT_JSON};
    (void)state;
    for (unsigned seed = 1; seed <= MEETINGS; seed++) {
        struct world w = world_of(seed);
        public_may(&w);
        for (size_t f = 0; f < 3; f++) {
            struct buffer out = written(&w, "response", forms[f]);
            only_what_may_left(&w, &out, "response");
            if (forms[f] == REPORT_JSON)
                all_that_may_left(&w, "response");
            if (forms[f] != REPORT_HTML) /* which has names of its own for its parts */
                names_no_code(&w, out.bytes, codes, sizeof codes / sizeof *codes);
            buffer_free(&out);
        }
        arena_free(w.arena);
    }
}

/* --- documents for the board --- */

static int visibility_of(const struct shape *shape, const void *record) {
    const struct field *field = shape_field(shape, "visibility");
    return field ? *(const int *)field_of(field, record) : 0;
}

static bool is_restricted(const struct record_state *record) {
    return visibility_of(record_shape(record->kind), record->now) == VISIBILITY_RESTRICTED;
}

static bool about_restricted(const struct world *w, const char *id) {
    size_t place = 0;
    const struct record_state *record = meeting_record(w->m, id);
    if (record)
        return is_restricted(record);
    const struct agreement *drafts = w->m->agenda->proposals.items;
    return meeting_names(w->m, id, &place) == REF_PROPOSAL && drafts[place].visibility == VISIBILITY_RESTRICTED;
}

static bool readback_is_restricted(const struct world *w, const struct event_readback *readback) {
    for (size_t i = 0; i < readback->records.count; i++)
        if (about_restricted(w, readback->records.items[i]))
            return true;
    return false;
}

/* A record's own words stand in its wordings. */
static void event_may(const struct world *w, size_t at) {
    const struct event *event = &w->m->events[at];
    const struct shape *shape = event_kinds[event->what].shape;
    bool hidden = w->m->event_notes[at].undone || visibility_of(shape, event->body) == VISIBILITY_RESTRICTED;
    switch (event->what) {
    case DO_CHALLENGE:
    case DO_AGREEMENT:
    case DO_ENGAGEMENT:
    case DO_NOTE:
    case DO_AMEND:
        return;
    case DO_ASSENT:
    case DO_WITHDRAW:
    case DO_REJECT:
    case DO_PROGRESS:
        hidden = hidden || about_restricted(w, record_id(event->body));
        break;
    case DO_READBACK:
        hidden = hidden || readback_is_restricted(w, event->body);
        break;
    default:
        break;
    }
    if (!hidden)
        mark_fields(w->may, shape, event->body, 0);
}

static void record_may(const struct world *w, const struct record_state *record) {
    const struct shape *shape = record_shape(record->kind);
    for (const struct wording *words = record->words; words && !is_restricted(record); words = words->earlier)
        if (visibility_of(shape, words->value) != VISIBILITY_RESTRICTED)
            mark_fields(w->may, shape, words->value, 0);
}

static void chairs_own_may_not(const struct world *w) {
    const struct item *items = w->m->agenda->items.items;
    bool *own = arena_array(w->arena, w->planted.count, sizeof *own);
    for (size_t i = 0; i < w->m->agenda->items.count; i++)
        mark_fields(own, &SHAPE_ITEM, &items[i], FIELD_PRIVATE);
    for (size_t i = 0; i < w->planted.count; i++)
        w->may[i] = w->may[i] && !own[i];
}

static void drafts_may_not(const struct world *w) {
    const struct agreement *drafts = w->m->agenda->proposals.items;
    bool *hidden = arena_array(w->arena, w->planted.count, sizeof *hidden);
    for (size_t i = 0; i < w->m->agenda->proposals.count; i++)
        if (drafts[i].visibility == VISIBILITY_RESTRICTED)
            mark_fields(hidden, &SHAPE_PROPOSAL, &drafts[i], 0);
    for (size_t i = 0; i < w->planted.count; i++)
        w->may[i] = w->may[i] && !hidden[i];
}

static void board_may(const struct world *w) {
    mark_fields(w->may, &SHAPE_FILE, w->m->agenda, 0);
    for (size_t i = 0; i < w->m->event_count; i++)
        event_may(w, i);
    for (size_t i = 0; i < w->m->record_count; i++)
        record_may(w, &w->m->records[i]);
    chairs_own_may_not(w);
    drafts_may_not(w);
}

/* Every other kind, whatever kinds there are. */
static void each_document(struct world *w, void (*look)(struct world *w, const struct buffer *out, const char *kind)) {
    size_t count;
    const struct report_kind *kinds = report_kinds(&count);
    for (size_t k = 0; k < count; k++) {
        const char *agency = ((const struct agency *)w->m->agenda->agencies.items)[0].id;
        const char *named = kinds[k].argument ? arena_format(w->arena, "%s:%s", kinds[k].name, agency) : kinds[k].name;
        for (int form = 0; form < REPORT_FORMS; form++) {
            if (kinds[k].published || !report_has(&kinds[k], (enum report_form)form))
                continue;
            struct buffer out = written(w, named, (enum report_form)form);
            look(w, &out, named);
            buffer_free(&out);
        }
    }
}

/* Long lines are folded in a calendar, so a word may be cut there: join it again. */
static void must_be_fit(struct world *w, const struct buffer *out, const char *kind) {
    struct buffer whole = {0};
    for (size_t i = 0; i < out->length; i++) {
        if (out->length - i > 2 && memcmp(out->bytes + i, "\r\n ", 3) == 0)
            i += 2;
        else
            buffer_char(&whole, out->bytes[i]);
    }
    only_what_may_left(w, &whole, kind);
    buffer_free(&whole);
}

static void nothing_restricted_is_in_documents_for_the_board(void **state) {
    (void)state;
    for (unsigned seed = 1; seed <= MEETINGS; seed++) {
        struct world w = world_of(seed);
        board_may(&w);
        each_document(&w, must_be_fit);
        arena_free(w.arena);
    }
}

/* --- and nothing of it is lost --- */

static void record_must(const struct world *w, const struct record_state *record) {
    if (record->withdrawn)
        mark_text(w->may, record->withdraw_reason);
    else
        mark_fields(w->may, record_shape(record->kind), record->now, 0);
    for (const struct progress_state *state = record->progress; state && !record->withdrawn; state = state->earlier)
        if (state->progress->visibility != VISIBILITY_RESTRICTED) {
            mark_text(w->may, state->progress->text);
            mark_text(w->may, state->progress->effect);
        }
}

/* Lines with no text that is given to nobody: an item's title in a heading, what was said when it was left out. */
static void minutes_must(const struct world *w) {
    const struct agenda *agenda = w->m->agenda;
    mark_text(w->may, agenda->board->name);
    mark_text(w->may, agenda->review->title);
    mark_text(w->may, agenda->meeting->title);
    for (size_t i = 0; i < w->m->record_count; i++)
        if (!is_restricted(&w->m->records[i]))
            record_must(w, &w->m->records[i]);
    for (uint32_t i = 0; i < w->m->item_count; i++) {
        mark_text(w->may, w->m->items[i].item->title);
        mark_text(w->may, w->m->items[i].reason);
    }
    for (size_t i = 0; i < agenda->findings.count; i++) {
        mark_text(w->may, w->m->findings[i].finding->title);
        mark_text(w->may, w->m->findings[i].as_is);
        if (w->m->findings[i].position && w->m->findings[i].position->visibility != VISIBILITY_RESTRICTED)
            mark_fields(w->may, &SHAPE_POSITION, w->m->findings[i].position, 0);
    }
    for (size_t i = 0; i < w->m->attendance_count; i++)
        mark_text(w->may, w->m->attendance[i].interest);
    for (size_t i = 0; i < w->m->event_count; i++) {
        const struct event *event = &w->m->events[i];
        bool stands = !w->m->event_notes[i].undone;
        if (stands && event->what == DO_READBACK && !readback_is_restricted(w, event->body))
            mark_fields(w->may, &SHAPE_READBACK, event->body, 0);
        if (stands && (event->what == DO_EXTEND || event->what == DO_REPAIR || event->what == DO_REPLAN))
            mark_fields(w->may, event_kinds[event->what].shape, event->body, 0);
    }
}

static void the_minutes_leave_nothing_out(void **state) {
    (void)state;
    for (unsigned seed = 1; seed <= MEETINGS; seed++) {
        struct world w = world_of(seed);
        minutes_must(&w);
        struct buffer out = written(&w, "minutes", REPORT_MARKDOWN);
        memset(w.left, 0, w.planted.count);
        mark_text(w.left, out.bytes);
        all_that_may_left(&w, "minutes");
        buffer_free(&out);
        arena_free(w.arena);
    }
}

static int setup(void **state) {
    (void)state;
    setlocale(LC_CTYPE, "C.UTF-8");
    return 0;
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_response_is_the_white_list),
        cmocka_unit_test(nothing_restricted_is_in_documents_for_the_board),
        cmocka_unit_test(the_minutes_leave_nothing_out),
    };
    return cmocka_run_group_tests(tests, setup, NULL);
}
