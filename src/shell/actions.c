#include "candour/format/actions.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "candour/base/arena.h"
#include "candour/base/text.h"
#include "candour/core/reading.h"
#include "candour/format/csv.h"
#include "candour/format/html.h"
#include "candour/format/markdown.h"
#include "candour/format/report.h"
#include "candour/shell/clock.h"
#include "candour/shell/commands.h"
#include "candour/shell/guard_list.h"
#include "candour/shell/input.h"
#include "candour/store/file.h"
#include "candour/store/listing.h"

enum { GUARDED_MOST = 20, COLUMNS_MOST = 100 };

struct listing_actions {
    const struct given *given;
    struct arena *arena;
    struct stamp now;
    struct guard_list guard;
    struct actions_filter filter;
    struct actions actions;
    enum exit_status status;
};

static void worse(struct listing_actions *l, enum exit_status status) {
    l->status = status > l->status ? status : l->status;
}

/* --- what is asked for --- */

static bool read_day(struct listing_actions *l) {
    const char *text = l->given->value[OPTION_DUE_BEFORE];
    char words[64];
    if (text == NULL) {
        return true;
    }
    enum day_fault fault = day_understand(text, stamp_day(l->now), &l->filter.due_before);
    if (fault != DAY_GOOD && fault != DAY_PAST) {
        say_error("--due-before '%s': %s", text, day_fault_text(fault));
        return false;
    }
    say_line(stderr, "Due before %s.", day_in_words(l->filter.due_before, words, sizeof words));
    return true;
}

static bool read_filter(struct listing_actions *l) {
    const struct given *given = l->given;
    const char *status = given->value[OPTION_STATUS];
    l->filter = (struct actions_filter){
        .kinds = 1U << ACTION_AGREEMENT | 1U << ACTION_EVIDENCE | 1U << ACTION_ANSWER,
        .agency = given->value[OPTION_AGENCY],
        .status = status == NULL ? 0 : choice_read(&CHOICES_AGREEMENT_STATUS, status),
        .overdue = given->has[OPTION_OVERDUE],
        .restricted = given->has[OPTION_RESTRICTED],
    };
    return read_day(l);
}

/* --- in --- */

/* One broken file among many: its first problem, and where the rest of them is. */
static void say_broken(const struct input *input) {
    struct buffer text = {0};
    size_t at = 0;
    while (at + 1 < input->diags.count && input->diags.list[at].level != DIAG_ERROR) {
        at++;
    }
    diag_write(&input->diags.list[at], &text);
    say_to(stderr, text.bytes, text.length);
    buffer_free(&text);
    if (input->diags.errors > 1) {
        say_error("%s has %zu more problems: candour check %s", input->path, input->diags.errors - 1, input->path);
    }
}

static void take_meeting(struct listing_actions *l, const struct input *input, struct arena *arena) {
    if (input->loaded.torn > 0) {
        say_error("%s: its last event was cut short by a crash and is left out", input->path);
    }
    actions_take(&l->actions, summary_later(input->loaded.meeting, l->now, arena), input->path);
}

/* NAMED: by the person, and not found in a folder, where an agenda is passed over without a word. */
static void take_file(struct listing_actions *l, const char *path, bool named, struct arena *arena) {
    struct input input;
    const char *why = input_read(path, false, arena, &input);
    if (why != NULL) {
        say_error("%s", why);
        worse(l, EXIT_SYSTEM);
    } else if (input.loaded.meeting == NULL) {
        say_broken(&input);
        worse(l, EXIT_PROBLEMS);
    } else if (input.loaded.session) {
        take_meeting(l, &input, arena);
    } else if (named) {
        say_error("%s is an agenda: nothing was agreed in it yet", path);
    }
}

static int by_text(const void *left, const void *right) {
    return strcmp(*(const char *const *)left, *(const char *const *)right);
}

/* The operands in order of their bytes: a shell may have made ten thousand of a star. */
static const char **names_of(const struct listing_actions *l) {
    const char **names = arena_array(l->arena, l->given->count, sizeof *names);
    for (size_t i = 0; i < l->given->count; i++) {
        names[i] = l->given->operands[i];
    }
    qsort(names, l->given->count, sizeof *names, by_text);
    return names;
}

static void say_copies(const struct actions *actions) {
    for (size_t i = 0; i < actions->session_count && actions->copies > 0; i++) {
        const struct action_session *session = actions->sessions[i];
        if (session->copy_of != NULL) {
            say_error("%s and %s are copies of one meeting; the second is listed: candour merge makes one of them",
                      session->path, session->copy_of->path);
        }
    }
}

static void take_all(struct listing_actions *l) {
    struct listing listing;
    listing_make((const char *const *)l->given->operands, l->given->count, l->arena, &listing);
    for (size_t i = 0; i < listing.fault_count; i++) {
        say_error("%s", listing.faults[i]);
        worse(l, EXIT_SYSTEM);
    }
    const char **names = names_of(l);
    struct arena *one = arena_new_again(); /* file after file: only the rows of each are kept */
    for (size_t i = 0; i < listing.count; i++) {
        bool named = bsearch(&listing.paths[i], names, l->given->count, sizeof *names, by_text) != NULL;
        take_file(l, listing.paths[i], named, one);
        arena_empty(one);
    }
    arena_free(one);
    actions_end(&l->actions);
    say_copies(&l->actions);
}

/* An agency that no session knows is a slip, and an empty list would hide it. */
static bool agency_known(const struct listing_actions *l) {
    const struct actions *actions = &l->actions;
    const char *agency = l->filter.agency;
    if (agency == NULL || actions->agency_known || actions->session_count == 0) {
        return true;
    }
    const char *near = text_nearest(agency, actions->agencies.items, actions->agencies.count);
    if (near != NULL) {
        say_error("no session has an agency '%s'; did you mean '%s'?", agency, near);
    } else {
        say_error("no session has an agency '%s'", agency);
    }
    return false;
}

static bool unguarded(const struct listing_actions *l) {
    struct action_guarded found;
    size_t at = 0, count = 0;
    while (actions_guarded(&l->actions, l->guard.words, l->guard.count, &at, &found)) {
        if (++count > GUARDED_MOST) {
            continue;
        }
        const char *id = found.row == NULL ? "" : found.row->id;
        say_error("%s: %s%s%s: the guarded word '%s'", found.session->path, id, *id != '\0' ? ", " : "", found.key,
                  found.word);
    }
    if (count > GUARDED_MOST) {
        say_error("and %zu more", count - GUARDED_MOST);
    }
    if (count > 0) {
        say_error("nothing was written: these words are to be taken out of the sessions first");
    }
    return count == 0;
}

/* --- out --- */

/* As it is shown: the text form holds what people wrote as it stands. */
static void write_shown(const struct listing_actions *l, int columns, struct buffer *out) {
    struct buffer text = {0};
    actions_text(&l->actions, columns, &text);
    for (size_t at = 0; at < text.length;) {
        size_t line = strcspn(text.bytes + at, "\n");
        struct arena *arena = arena_new();
        buffer_text(out, text_shown(arena, text.bytes + at, line));
        buffer_char(out, '\n');
        arena_free(arena);
        at += line + 1;
    }
    buffer_free(&text);
}

static void write_document(const struct listing_actions *l, enum report_form form, struct buffer *out) {
    struct arena *arena = arena_new();
    struct document *document = actions_overview(&l->actions, arena);
    if (form == REPORT_HTML) {
        html_write(document, out);
    } else {
        markdown_write(document, out);
    }
    arena_free(arena);
}

/* REPORT_FORMS: as text. */
static enum report_form form_of(const struct listing_actions *l) {
    const char *named = l->given->value[OPTION_FORMAT];
    const char *path = l->given->value[OPTION_OUTPUT];
    if (named != NULL) {
        return report_form_of(named);
    }
    return path != NULL ? report_form_of_file(path) : REPORT_FORMS;
}

static void write_form(const struct listing_actions *l, struct buffer *out) {
    const struct given *given = l->given;
    enum report_form form = form_of(l);
    int columns = say_columns();
    switch (form) {
    case REPORT_CSV:
        actions_csv(&l->actions, (given->has[OPTION_RAW_CSV] ? CSV_RAW : 0U) | (given->has[OPTION_BOM] ? CSV_BOM : 0U),
                    out);
        break;
    case REPORT_JSON:
        actions_json(&l->actions, out);
        break;
    case REPORT_ICALENDAR:
        actions_icalendar(&l->actions, "Outstanding agreements", out);
        break;
    case REPORT_MARKDOWN:
    case REPORT_HTML:
        write_document(l, form, out);
        break;
    default:
        columns = given->value[OPTION_OUTPUT] != NULL ? 0 : columns;
        write_shown(l, columns > COLUMNS_MOST ? COLUMNS_MOST : columns, out);
        break;
    }
}

static enum exit_status put_out(const struct listing_actions *l, const struct buffer *out) {
    const char *path = l->given->value[OPTION_OUTPUT];
    if (path == NULL || strcmp(path, "-") == 0) {
        bool done = fwrite(out->bytes, 1, out->length, stdout) == out->length && fflush(stdout) == 0;
        if (!done) {
            say_error("the list could not be written to standard output");
        }
        return done ? EXIT_DONE : EXIT_SYSTEM;
    }
    struct replacement order = {.path = path, .bytes = out->bytes, .length = out->length, .fresh = true};
    enum replaced done = file_put(&order, l->arena);
    if (done == REPLACED_TAKEN) {
        say_error("%s is there already, and is not written over: name another file with -o", path);
        return EXIT_USAGE;
    }
    if (order.why != NULL) {
        say_error("%s", order.why);
    }
    if (done == REPLACED || done == REPLACED_UNSURE) {
        say_line(stdout, "The list is in %s", path);
    }
    return done == REPLACED ? EXIT_DONE : EXIT_SYSTEM;
}

static void list_all(struct listing_actions *l) {
    const char *why = guard_list_read(l->given->value[OPTION_GUARD], l->arena, &l->guard);
    struct buffer out = {0};
    if (why != NULL) {
        say_error("%s", why);
        worse(l, EXIT_SYSTEM);
        return;
    }
    if (l->guard.notice != NULL) {
        say_error("%s", l->guard.notice);
    }
    actions_begin(&l->actions, &l->filter, l->arena);
    take_all(l);
    if (!agency_known(l)) {
        worse(l, EXIT_USAGE);
    } else if (!unguarded(l)) {
        worse(l, EXIT_PROBLEMS);
    } else {
        write_form(l, &out);
        worse(l, put_out(l, &out));
    }
    buffer_free(&out);
}

enum exit_status command_actions(const struct given *given) {
    struct clock clock = clock_begin();
    struct listing_actions l = {.given = given, .arena = arena_new(), .now = clock_now(&clock)};
    if (read_filter(&l)) {
        list_all(&l);
    } else {
        l.status = EXIT_USAGE;
    }
    arena_free(l.arena);
    return l.status;
}
