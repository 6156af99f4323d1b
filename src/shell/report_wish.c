#include "candour/shell/report_wish.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "candour/base/arena.h"
#include "candour/base/text.h"
#include "candour/shell/report_file.h"
#include "candour/store/name.h"

enum { NAMES_TRIED = 1000 };

struct wishing {
    const struct report_wish *wish;
    struct arena *arena;
    const char *rest; /* of the words, not taken yet */
    struct report_job job;
    bool done;
};

/* --- what was typed --- */

/* The next word, without taking it; NULL when there is none. */
static const char *next_word(const struct wishing *w) {
    size_t length = strcspn(w->rest, " \t");
    return length == 0 ? NULL : arena_copy(w->arena, w->rest, length);
}

static void take_word(struct wishing *w) {
    w->rest += strcspn(w->rest, " \t");
    w->rest += strspn(w->rest, " \t");
}

static const char *kinds_said(struct arena *arena) {
    const char *said = "";
    const char *means;
    const char *term;
    for (size_t i = 0; (term = report_term(i, &means)) != NULL; i++) {
        said = arena_format(arena, "%s%s%s", said, i == 0 ? "" : ", ", term);
    }
    return said;
}

/* A sentence when what stands there is neither a kind nor a form nor a file. */
static const char *take_kind(struct wishing *w) {
    const char *word = next_word(w);
    const char *agency = NULL;
    w->job.kind = word == NULL ? NULL : report_kind_of(word, &agency);
    if (w->job.kind != NULL) {
        w->job.order.agency = agency;
        take_word(w);
        return NULL;
    }
    w->job.kind = report_kind_of("minutes", NULL);
    bool file = word != NULL && strpbrk(word, "./~") != NULL;
    if (word == NULL || file || report_form_of(word) != REPORT_FORMS) {
        return NULL;
    }
    return arena_format(w->arena, "There is no document '%s': %s", word, kinds_said(w->arena));
}

static enum report_form take_form(struct wishing *w) {
    const char *word = next_word(w);
    enum report_form form = word == NULL ? REPORT_FORMS : report_form_of(word);
    if (form != REPORT_FORMS) {
        take_word(w);
    }
    return form;
}

static const char *find_agency(struct wishing *w) {
    const char *wanted = w->job.order.agency;
    const char *near = NULL;
    if (wanted == NULL) {
        return NULL;
    }
    w->job.order.agency = report_agency(w->wish->meeting, wanted, w->arena, &near);
    if (w->job.order.agency != NULL) {
        return NULL;
    }
    return arena_format(w->arena, "There is no agency '%s' here%s%s%s", wanted, near == NULL ? "" : "; did you mean '",
                        near == NULL ? "" : near, near == NULL ? "" : "'?");
}

static const char *understand(struct wishing *w) {
    const char *why = take_kind(w);
    enum report_form form = why == NULL ? take_form(w) : REPORT_FORMS;
    if (why != NULL) {
        return why;
    }
    size_t length = strlen(w->rest);
    while (length > 0 && (w->rest[length - 1] == ' ' || w->rest[length - 1] == '\t')) {
        length--;
    }
    w->rest = arena_copy(w->arena, w->rest, length);
    form = form == REPORT_FORMS ? report_form_of_file(w->rest) : form;
    w->job.form = form == REPORT_FORMS ? REPORT_MARKDOWN : form;
    if (!report_has(w->job.kind, w->job.form)) {
        return arena_format(w->arena, "%s is not written as %s: choose %s", w->job.kind->said,
                            report_form_rows()[w->job.form].name, report_forms_said(w->job.kind, w->arena));
    }
    return find_agency(w);
}

/* --- where it goes --- */

/* The session's name with the kind behind it and the form's end; in FOLDER, or beside the session (NULL). */
static const char *usual_name(const struct wishing *w, const char *folder, int times) {
    const char *session = w->wish->session;
    const char *last = name_last(session);
    const char *dot = strrchr(last, '.');
    size_t stem = dot == NULL || dot == last ? strlen(last) : (size_t)(dot - last);
    const char *agency = w->job.order.agency;
    const char *word =
        arena_format(w->arena, "-%s%s%s", w->job.kind->name, agency == NULL ? "" : "-", agency == NULL ? "" : agency);
    const char *where = folder != NULL    ? arena_format(w->arena, "%s/", folder)
                        : last == session ? ""
                                          : arena_format(w->arena, "%.*s", (int)(last - session), session);
    const char *path =
        arena_format(w->arena, "%s%.*s.%s", where, (int)stem, last, report_form_rows()[w->job.form].name);
    return name_variant(path, word, times, w->arena);
}

static bool is_folder(const char *path) {
    struct stat status;
    return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

static const char *put_somewhere(struct wishing *w, const char *folder, const struct buffer *text, const char **path) {
    const char *why = NULL;
    bool taken = true;
    for (int times = 1; taken && times < NAMES_TRIED; times++) {
        *path = usual_name(w, folder, times);
        why = report_put(*path, text, &taken, &w->done, w->arena);
    }
    return why;
}

static const char *put(struct wishing *w, const struct buffer *text) {
    const char *home = getenv("HOME");
    const char *path = w->rest;
    bool taken = false;
    const char *why;
    if (path[0] == '~' && path[1] == '/' && home != NULL) {
        path = arena_format(w->arena, "%s%s", home, path + 1);
    }
    if (*path == '\0' || is_folder(path)) {
        why = put_somewhere(w, *path == '\0' ? NULL : path, text, &path);
    } else {
        why = report_put(path, text, &taken, &w->done, w->arena);
    }
    return why != NULL ? arena_format(w->arena, "Not written: %s", why) : report_written(&w->job, path, w->arena);
}

static const char *make(struct wishing *w) {
    const struct guard_list *guard = w->wish->guard;
    struct buffer text = {0};
    w->job.order.meeting = w->wish->meeting;
    w->job.order.now = w->wish->now;
    w->job.order.file = name_last(w->wish->session);
    struct report_leaks leaks = report_made(&w->job, guard->words, guard->count, &text, w->arena);
    const char *said;
    if (leaks.count > 0) {
        const char *more = leaks.count == 1 ? "" : arena_format(w->arena, " (and in %zu more places)", leaks.count - 1);
        said = arena_format(w->arena, "Nothing was written: '%s' is on the guard list, and would leave in %s%s",
                            leaks.list[0].word, leaks.list[0].where, more);
    } else {
        said = put(w, &text);
    }
    buffer_free(&text);
    return said;
}

const char *report_fulfil(const struct report_wish *wish, struct arena *arena, bool *done) {
    struct wishing w = {.wish = wish, .arena = arena};
    w.rest = wish->words + strspn(wish->words, " \t");
    const char *said = wish->meeting->event_count == 0 ? "Nothing was said yet that could be reported" : understand(&w);
    said = said == NULL ? make(&w) : said;
    *done = w.done;
    return said;
}

struct pickables report_words(struct arena *arena) {
    size_t count;
    const struct report_kind *kinds = report_kinds(&count);
    const struct report_form_row *forms = report_form_rows();
    struct pickables words = {.list = arena_array(arena, count + REPORT_FORMS, sizeof *words.list)};
    for (size_t i = 0; i < count; i++) {
        const char *code = kinds[i].argument == NULL ? kinds[i].name : arena_format(arena, "%s:", kinds[i].name);
        words.list[words.count++] = (struct pickable){.code = code, .name = kinds[i].does};
    }
    for (size_t i = 0; i < REPORT_FORMS; i++) {
        words.list[words.count++] = (struct pickable){.code = forms[i].name, .name = forms[i].called};
    }
    return words;
}
