#include "candour/format/report_guard.h"

#include <stdint.h>
#include <string.h>

#include "candour/base/text.h"
#include "candour/core/guard.h"
#include "report_said.h"

enum { ROUND = 16, ENTITY_MOST = 10 }; /* bytes of a text round the word that must be found with it */

struct guarding {
    enum report_form form;
    const struct meeting *m;
    const char *const *words;
    size_t count;
    const char *written; /* letters and digits alone, see `letters` */
    struct arena *arena;
    struct report_leaks *out;
    const char *subject; /* what the text at hand belongs to */
};

/* --- letters and digits alone: what no form changes --- */

/* Not of the text, in the bytes of a form: a tag, an entity, the letters of an escape. */
static size_t marks(enum report_form form, const char *at, size_t left) {
    const char *end;
    if (at[0] == '\\' && left > 1 && form == REPORT_JSON) {
        return at[1] == 'u' && left >= 6 ? 6 : 2;
    }
    if (at[0] == '\\' && left > 1 && form == REPORT_ICALENDAR) {
        return 2;
    }
    if (at[0] == '<' && form == REPORT_HTML && (end = memchr(at, '>', left)) != NULL) {
        return (size_t)(end - at) + 1;
    }
    bool entities = form == REPORT_HTML || form == REPORT_MARKDOWN;
    if (at[0] == '&' && entities && (end = memchr(at, ';', left < ENTITY_MOST ? left : ENTITY_MOST)) != NULL) {
        return (size_t)(end - at) + 1;
    }
    return 0;
}

/* Punctuation and what the writers stop: signs of Latin-1, general punctuation, direction marks, U+FFFD. */
static bool passed_over(uint32_t code) {
    return (code >= 0x80 && code <= 0xbf) || (code >= 0x2000 && code <= 0x206f) || code == 0x61c || code == 0xfeff ||
           (code >= 0xfff9 && code <= 0xfffd);
}

static void add_letters(enum report_form form, const char *text, size_t length, struct buffer *out) {
    for (size_t at = 0; at < length;) {
        uint32_t code = 0xfffd;
        size_t bytes = marks(form, text + at, length - at);
        if (bytes > 0) {
            at += bytes;
            continue;
        }
        bytes = utf8_read(text + at, length - at, &code);
        bytes = bytes == 0 ? 1 : bytes;
        bool ascii = (code >= '0' && code <= '9') || ((code | 0x20U) >= 'a' && (code | 0x20U) <= 'z');
        bool letter = code < 0x80 ? ascii : !passed_over(code);
        if (letter) {
            buffer_add(out, text + at, bytes);
        }
        at += bytes;
    }
}

/* A form without escapes of its own. */
enum { PLAIN = REPORT_CSV };

static const char *letters(const struct guarding *g, enum report_form form, const char *text, size_t length) {
    struct buffer out = {0};
    add_letters(form, text, length, &out);
    const char *made = arena_copy(g->arena, out.length == 0 ? "" : out.bytes, out.length);
    buffer_free(&out);
    return made;
}

/* --- a text of the record --- */

static size_t back(const char *text, size_t at) {
    size_t from = at < ROUND ? 0 : at - ROUND;
    while (from > 0 && ((unsigned char)text[from] & 0xc0) == 0x80) {
        from--;
    }
    return from;
}

static size_t on(const char *text, size_t at) {
    size_t length = strlen(text);
    size_t to = length - at < ROUND ? length : at + ROUND;
    while (to < length && ((unsigned char)text[to] & 0xc0) == 0x80) {
        to++;
    }
    return to;
}

/* With what stands before it; with what follows, where it stands first: a writer may cut a long text at its end. */
static bool leaves(const struct guarding *g, const char *text, size_t from, size_t to) {
    size_t begins = back(text, from);
    size_t ends = from == 0 ? on(text, to) : to;
    const char *wanted = letters(g, (enum report_form)PLAIN, text + begins, ends - begins);
    return strstr(g->written, wanted) != NULL;
}

static void add(struct guarding *g, const char *word, const char *field) {
    struct report_leaks *out = g->out;
    char *where = arena_format(g->arena, "%s, %s", g->subject, field);
    size_t at = strlen(g->subject) + 2;
    where[at] = (char)(where[at] >= 'A' && where[at] <= 'Z' ? where[at] - 'A' + 'a' : where[at]);
    for (size_t i = 0; i < out->count; i++) {
        if (text_equal(out->list[i].word, word) && text_equal(out->list[i].where, where)) {
            return;
        }
    }
    if ((out->count & (out->count - 1)) == 0) {
        struct report_guarded *more = arena_array(g->arena, out->count == 0 ? 1 : out->count * 2, sizeof *more);
        if (out->count > 0) {
            memcpy(more, out->list, out->count * sizeof *more);
        }
        out->list = more;
    }
    out->list[out->count++] = (struct report_guarded){.word = word, .where = where};
}

static void look_at(struct guarding *g, const char *field, const char *text) {
    size_t from;
    size_t to;
    const char *word;
    for (size_t at = 0; text != NULL && (word = guard_find(text + at, g->words, g->count, &from, &to)) != NULL;) {
        if (leaves(g, text, at + from, at + to)) {
            add(g, word, field);
        }
        at += to;
    }
}

/* --- every text there is --- */

static void look_in(struct guarding *g, const struct shape *shape, const void *record);

static void look_in_list(struct guarding *g, const struct field *field, const struct list *list) {
    const char *outside = g->subject;
    const struct field *id = shape_field(field->shape, "id");
    for (size_t i = 0; i < list->count; i++) {
        const char *row = (const char *)list->items + i * field->shape->size;
        const char *code = id == NULL ? NULL : *(const char *const *)field_of(id, row);
        g->subject = code == NULL ? outside : code;
        look_in(g, field->shape, row);
    }
    g->subject = outside;
}

static void look_in_map(struct guarding *g, const struct field *field, const void *record) {
    const char *outside = g->subject;
    if (record != NULL) {
        g->subject = field->key;
        look_in(g, field->shape, record);
        g->subject = outside;
    }
}

static void look_in_field(struct guarding *g, const struct field *field, const void *record) {
    const void *kept = field_of(field, record);
    const struct texts *texts = kept;
    switch (field->type) {
    case FIELD_LINE:
    case FIELD_TEXT:
    case FIELD_ID:
        look_at(g, field->label, *(const char *const *)kept);
        break;
    case FIELD_LINES:
    case FIELD_PATHS:
        for (size_t i = 0; i < texts->count; i++) {
            look_at(g, field->label, texts->items[i]);
        }
        break;
    case FIELD_MAP:
        look_in_map(g, field, *(const void *const *)kept);
        break;
    case FIELD_MAPS:
        look_in_list(g, field, kept);
        break;
    default:
        break; /* figures, choices, and ids, which are looked at where they are given */
    }
}

static void look_in(struct guarding *g, const struct shape *shape, const void *record) {
    for (size_t i = 0; i < shape->count; i++) {
        bool events = shape->fields[i].type == FIELD_MAPS && shape->fields[i].shape == NULL;
        if (!events && (shape->fields[i].flags & FIELD_DERIVED) == 0) {
            look_in_field(g, &shape->fields[i], record);
        }
    }
}

static void look_in_event(struct guarding *g, size_t at) {
    const struct event *event = &g->m->events[at];
    const struct shape *shape = event_kinds[event->what].shape;
    const struct field *id = shape_field(shape, "id");
    const struct event_amend *amend = event->what == DO_AMEND ? event->body : NULL;
    g->subject = id != NULL ? *(const char *const *)field_of(id, event->body)
                            : arena_format(g->arena, "%s at %s", event_kinds[event->what].label,
                                           said_clock(g->arena, event->at));
    look_in(g, shape, event->body);
    if (amend != NULL && amend->set.set != NULL) {
        look_in(g, amend->set.of, amend->set.set);
    }
}

struct report_leaks report_guard(enum report_form form, const struct report_order *order, const struct buffer *bytes,
                                 const char *const *words, size_t count, struct arena *arena) {
    struct report_leaks leaks = {.count = 0};
    const struct meeting *m = meeting_for(order->meeting, order->restricted ? AUDIENCE_ROOM : AUDIENCE_BOARD, arena);
    struct guarding g = {
        .form = form, .m = m, .words = words, .count = count, .arena = arena, .out = &leaks, .subject = "the file"};
    if (count == 0) {
        return leaks;
    }
    g.written = letters(&g, form, bytes->bytes, bytes->length);
    look_at(&g, "name", order->file);
    look_in(&g, &SHAPE_FILE, m->agenda);
    for (size_t i = 0; i < m->event_count; i++) {
        if (!m->event_notes[i].undone) {
            look_in_event(&g, i);
        }
    }
    return leaks;
}
