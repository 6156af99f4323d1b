#include "candour/format/report.h"

#include <stdio.h>
#include <string.h>

#include "candour/base/text.h"
#include "candour/format/csv.h"
#include "candour/format/report_guard.h"
#include "candour/shell/clock.h"
#include "candour/shell/commands.h"
#include "candour/shell/guard_list.h"
#include "candour/shell/input.h"
#include "candour/shell/report_file.h"
#include "candour/store/name.h"

struct reporting {
    const struct given *given;
    struct arena *arena;
    const char *path; /* -o; NULL: standard output */
    struct guard_list guard;
    struct report_job job;
};

/* --- what is asked for --- */

static const char *kinds_said(struct arena *arena) {
    size_t count;
    const struct report_kind *kinds = report_kinds(&count);
    const char *said = "";
    for (size_t i = 0; i < count; i++) {
        said = arena_format(arena, "%s%s%s", said, i == 0 ? "" : i + 1 < count ? ", " : " or ", kinds[i].said);
    }
    return said;
}

static void say_unknown_kind(struct reporting *w, const char *named) {
    size_t count;
    const struct report_kind *kinds = report_kinds(&count);
    const char **names = arena_array(w->arena, count, sizeof *names);
    for (size_t i = 0; i < count; i++) {
        names[i] = kinds[i].name;
    }
    const char *near = text_nearest(arena_copy(w->arena, named, strcspn(named, ":")), names, count);
    if (near != NULL && strchr(named, ':') == NULL && report_kind_of(near, NULL) != NULL) {
        say_error("--as wants %s, not '%s'; did you mean '%s'?", kinds_said(w->arena), named, near);
    } else {
        say_error("--as wants %s, not '%s'", kinds_said(w->arena), named);
    }
}

static bool take_kind(struct reporting *w, const char *named) {
    w->job.kind = report_kind_of(named, &w->job.order.agency);
    if (w->job.kind == NULL) {
        say_unknown_kind(w, named);
    }
    return w->job.kind != NULL;
}

static const char *form_name(enum report_form form) {
    return report_form_rows()[form].name;
}

/* Said, else by the end of the file's name, else Markdown. */
static bool take_form(struct reporting *w) {
    const char *named = w->given->value[OPTION_FORMAT];
    enum report_form form = named != NULL     ? report_form_of(named)
                            : w->path != NULL ? report_form_of_file(w->path)
                                              : REPORT_MARKDOWN;
    w->job.form = form == REPORT_FORMS ? REPORT_MARKDOWN : form;
    if (!report_has(w->job.kind, w->job.form)) {
        say_error("%s is not written as %s: choose %s with --format", w->job.kind->name, form_name(w->job.form),
                  report_forms_said(w->job.kind, w->arena));
        return false;
    }
    return true;
}

static bool take_order(struct reporting *w) {
    const struct given *given = w->given;
    const char *output = given->value[OPTION_OUTPUT];
    w->path = output == NULL || strcmp(output, "-") == 0 ? NULL : output;
    w->job.order.restricted = given->has[OPTION_RESTRICTED];
    w->job.order.csv = (given->has[OPTION_RAW_CSV] ? CSV_RAW : 0U) | (given->has[OPTION_BOM] ? CSV_BOM : 0U);
    if (!take_kind(w, given->has[OPTION_AS] ? given->value[OPTION_AS] : "minutes") || !take_form(w)) {
        return false;
    }
    if (w->job.order.restricted && w->job.kind->published) {
        say_error("--restricted is not for the %s: it is published", w->job.kind->name);
        return false;
    }
    return true;
}

/* --- the session --- */

static enum exit_status read_session(struct reporting *w, struct input *input) {
    const char *path = w->given->operands[0];
    enum exit_status status = input_need_session(path, "reported", w->arena, input);
    if (status == EXIT_PROBLEMS && input->loaded.meeting != NULL) {
        say_error("'candour run %s' opens its meeting", path);
    }
    if (status != EXIT_DONE) {
        return status;
    }
    if (input->loaded.torn > 0) {
        say_error("%s: its last event was cut short by a crash, and is not in the %s", path, w->job.kind->name);
    }
    return EXIT_DONE;
}

static enum exit_status find_agency(struct reporting *w) {
    const char *wanted = w->job.order.agency;
    const char *near = NULL;
    if (wanted == NULL) {
        return EXIT_DONE;
    }
    w->job.order.agency = report_agency(w->job.order.meeting, wanted, w->arena, &near);
    if (w->job.order.agency != NULL) {
        return EXIT_DONE;
    }
    if (near != NULL) {
        say_error("there is no agency '%s' in %s; did you mean '%s'?", wanted, w->given->operands[0], near);
    } else {
        say_error("there is no agency '%s' in %s", wanted, w->given->operands[0]);
    }
    return EXIT_USAGE;
}

/* --- out --- */

static enum exit_status write_out(struct reporting *w, const struct buffer *text) {
    if (w->path == NULL) {
        /* Byte for byte: the writers have made everything harmless that a reader would act on. */
        bool done = fwrite(text->bytes, 1, text->length, stdout) == text->length && fflush(stdout) == 0;
        if (!done) {
            say_error("the %s could not be written to standard output", w->job.kind->name);
        }
        return done ? EXIT_DONE : EXIT_SYSTEM;
    }
    bool taken = false;
    bool written = false;
    const char *why = report_put(w->path, text, &taken, &written, w->arena);
    if (why != NULL) {
        say_error("%s", why);
    }
    if (written) {
        say_line(stdout, "%s", report_written(&w->job, w->path, w->arena));
    }
    return why == NULL ? EXIT_DONE : taken ? EXIT_USAGE : EXIT_SYSTEM;
}

static enum exit_status make(struct reporting *w, struct buffer *text) {
    struct input input;
    struct clock clock = clock_begin();
    enum exit_status status = read_session(w, &input);
    if (status != EXIT_DONE) {
        return status;
    }
    w->job.order.meeting = input.loaded.meeting;
    w->job.order.now = clock_now(&clock);
    w->job.order.file = name_last(w->given->operands[0]);
    status = find_agency(w);
    if (status != EXIT_DONE) {
        return status;
    }
    struct report_leaks leaks = report_made(&w->job, w->guard.words, w->guard.count, text, w->arena);
    for (size_t i = 0; i < leaks.count; i++) {
        say_error("'%s' is on the guard list, and would leave: %s", leaks.list[i].word, leaks.list[i].where);
    }
    if (leaks.count > 0) {
        say_error(
            "nothing was written: put a code or a role in their place first, as a correction in 'candour review'");
        return EXIT_PROBLEMS;
    }
    return write_out(w, text);
}

static enum exit_status report(struct reporting *w, struct buffer *text) {
    if (!take_order(w)) {
        return EXIT_USAGE;
    }
    const char *why = guard_list_read(w->given->value[OPTION_GUARD], w->arena, &w->guard);
    if (why != NULL) {
        say_error("%s", why);
        return EXIT_SYSTEM;
    }
    if (w->guard.notice != NULL) {
        say_error("%s", w->guard.notice);
    }
    return make(w, text);
}

enum exit_status command_report(const struct given *given) {
    struct reporting w = {.given = given, .arena = arena_new()};
    struct buffer text = {0};
    enum exit_status status = report(&w, &text);
    buffer_free(&text);
    arena_free(w.arena);
    return status;
}
