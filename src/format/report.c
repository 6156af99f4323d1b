#include "candour/format/report.h"

#include <assert.h>
#include <string.h>

#include "candour/base/text.h"
#include "candour/format/html.h"
#include "candour/format/markdown.h"
#include "report_kinds.h"

static const struct report_kind KINDS[] = {
    {.name = "minutes",
     .said = "minutes",
     .does = "what was challenged, answered, decided and agreed, what stays open, and who was there",
     .are_in = "The minutes are in",
     .document = minutes_document,
     .json = minutes_json},
    {.name = "response",
     .said = "response",
     .does = "what may be published: positions, what has been done, what effect it had, what more will be done",
     .are_in = "The response is in",
     .published = true,
     .document = response_document,
     .json = response_json},
    {.name = "actions",
     .said = "actions",
     .does = "what was agreed and is owed: late first, then by date, with what each still lacks",
     .are_in = "The actions are in",
     .document = actions_document,
     .csv = actions_report_csv,
     .icalendar = actions_report_icalendar,
     .json = actions_report_json},
    {.name = "agency",
     .argument = "ID",
     .said = "agency:ID",
     .does = "one agency's slip: what it was asked and answered, owns, shares and promised, its days to keep",
     .are_in = "The slip is in",
     .document = agency_document,
     .csv = actions_report_csv,
     .icalendar = actions_report_icalendar,
     .json = agency_json},
    {.name = "assessment",
     .said = "assessment",
     .does = "the board's answers to the quality marker, and what the record holds for each",
     .are_in = "The assessment is in",
     .document = assessment_document,
     .json = assessment_json},
};
enum { KIND_COUNT = sizeof KINDS / sizeof *KINDS };

static const struct report_form_row FORMS[REPORT_FORMS] = {
    [REPORT_MARKDOWN] = {.name = "md",
                         .called = "Markdown",
                         .media = "text/markdown; charset=utf-8",
                         .also = "markdown"},
    [REPORT_HTML] = {.name = "html", .called = "HTML", .media = "text/html; charset=utf-8", .also = "htm"},
    [REPORT_CSV] = {.name = "csv", .called = "CSV", .media = "text/csv; charset=utf-8"},
    [REPORT_ICALENDAR] = {.name = "ics", .called = "iCalendar", .media = "text/calendar; charset=utf-8"},
    [REPORT_JSON] = {.name = "json", .called = "JSON", .media = "application/json"},
};

const struct report_kind *report_kinds(size_t *count) {
    *count = KIND_COUNT;
    return KINDS;
}

const struct report_form_row *report_form_rows(void) {
    return FORMS;
}

static bool names(const struct report_kind *kind, const char *named, size_t length) {
    return strlen(kind->name) == length && strncmp(kind->name, named, length) == 0;
}

const struct report_kind *report_kind_of(const char *named, const char **agency) {
    size_t length = strcspn(named, ":");
    const char *argument = named[length] == ':' && named[length + 1] != '\0' ? named + length + 1 : NULL;
    if (agency != NULL) {
        *agency = argument;
    }
    for (size_t i = 0; i < KIND_COUNT; i++) {
        bool fits = KINDS[i].argument == NULL ? named[length] == '\0' : argument != NULL;
        if (fits && names(&KINDS[i], named, length)) {
            return &KINDS[i];
        }
    }
    return NULL;
}

enum report_form report_form_of(const char *name) {
    int form = 0;
    while (form < REPORT_FORMS && !text_equal_nocase(FORMS[form].name, name) &&
           (FORMS[form].also == NULL || !text_equal_nocase(FORMS[form].also, name))) {
        form++;
    }
    return (enum report_form)form;
}

enum report_form report_form_of_file(const char *path) {
    const char *slash = strrchr(path, '/');
    const char *dot = strrchr(slash == NULL ? path : slash + 1, '.');
    return dot == NULL ? REPORT_FORMS : report_form_of(dot + 1);
}

static report_bytes *rows_of(const struct report_kind *kind, enum report_form form) {
    report_bytes *const rows[REPORT_FORMS] = {
        [REPORT_CSV] = kind->csv, [REPORT_ICALENDAR] = kind->icalendar, [REPORT_JSON] = kind->json};
    return rows[form];
}

bool report_has(const struct report_kind *kind, enum report_form form) {
    bool document = form == REPORT_MARKDOWN || form == REPORT_HTML;
    return document ? kind->document != NULL : rows_of(kind, form) != NULL;
}

const char *report_forms_said(const struct report_kind *kind, struct arena *arena) {
    const char *said = "";
    size_t left = 0;
    for (int form = 0; form < REPORT_FORMS; form++) {
        left += report_has(kind, (enum report_form)form);
    }
    for (int form = 0; form < REPORT_FORMS; form++) {
        if (report_has(kind, (enum report_form)form)) {
            left--;
            said = arena_format(arena, "%s%s%s", said, FORMS[form].name, left > 1 ? ", " : left == 1 ? " or " : "");
        }
    }
    return said;
}

/* The order with the meeting as its readers may see it. */
static struct report_order seen(const struct report_order *order, struct arena *arena) {
    struct report_order made = *order;
    made.meeting = meeting_for(order->meeting, order->restricted ? AUDIENCE_ROOM : AUDIENCE_BOARD, arena);
    made.summary = summary_later(made.meeting, order->now, arena);
    return made;
}

void report_write(const struct report_kind *kind, enum report_form form, const struct report_order *order,
                  struct buffer *out) {
    assert(report_has(kind, form));
    struct arena *arena = arena_new();
    struct report_order of = seen(order, arena);
    if (form == REPORT_HTML) {
        html_write(kind->document(&of, arena), out);
    } else if (form == REPORT_MARKDOWN) {
        markdown_write(kind->document(&of, arena), out);
    } else {
        rows_of(kind, form)(&of, out);
    }
    arena_free(arena);
}
