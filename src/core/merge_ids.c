/* B's new ids: which of them are A's too, what they become, and where they are spoken of. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "candour/base/arena.h"
#include "candour/base/text.h"
#include "merge_parts.h"

enum { IDS_LEAST = 64, RENAMES_LEAST = 16 };

/* --- from, to --- */

static size_t hash_of(const char *id, size_t length) {
    uint32_t hash = 2166136261U;
    for (size_t i = 0; i < length; i++)
        hash = (hash ^ (unsigned char)id[i]) * 16777619U;
    return hash ^ hash >> 15;
}

static struct merge_id *slot_of(const struct merge_inside *inside, const char *id, size_t length) {
    size_t at = hash_of(id, length) & (inside->id_capacity - 1);
    while (inside->ids[at].from && !(strncmp(inside->ids[at].from, id, length) == 0 && !inside->ids[at].from[length]))
        at = (at + 1) & (inside->id_capacity - 1);
    return &inside->ids[at];
}

static void ids_grow(struct merge_inside *inside) {
    struct merge_id *old = inside->ids;
    size_t count = inside->id_capacity;
    inside->id_capacity = count == 0 ? IDS_LEAST : count * 2;
    inside->ids = arena_array(inside->arena, inside->id_capacity, sizeof *inside->ids);
    for (size_t i = 0; i < count; i++)
        if (old[i].from)
            *slot_of(inside, old[i].from, strlen(old[i].from)) = old[i];
}

/* What LENGTH bytes at ID became, or NULL when that is no id that changed. */
static const struct merge_id *changed_id(const struct merge *merge, const char *id, size_t length) {
    const struct merge_inside *inside = merge->inside;
    if (inside->id_capacity == 0)
        return NULL;
    const struct merge_id *found = slot_of(inside, id, length);
    return found->from ? found : NULL;
}

const char *merge_renamed(const struct merge *merge, const char *id) {
    const struct merge_id *found = id ? changed_id(merge, id, strlen(id)) : NULL;
    return found ? found->to : id;
}

const char *merge_id_made(const struct event *event) {
    switch (event->what) {
    case DO_CHALLENGE:
    case DO_AGREEMENT:
    case DO_ENGAGEMENT:
    case DO_NOTE:
        return record_id(event->body);
    case DO_ADD_ITEM:
        return ((const struct event_add_item *)event->body)->id;
    default:
        return NULL;
    }
}

void merge_rename_to(struct merge *merge, size_t b, const char *to) {
    struct merge_inside *inside = merge->inside;
    const char *from = merge_id_made(&merge->from[MERGE_B]->events[b]);
    if (merge->rename_count == inside->rename_capacity) {
        size_t more = inside->rename_capacity == 0 ? RENAMES_LEAST : inside->rename_capacity * 2;
        struct merge_rename *grown = arena_array(inside->arena, more, sizeof *grown);
        if (merge->rename_count > 0)
            memcpy(grown, merge->renames, merge->rename_count * sizeof *grown);
        merge->renames = grown;
        inside->rename_capacity = more;
    }
    merge->renames[merge->rename_count++] = (struct merge_rename){.from = from, .to = to, .event = b};
    if (text_equal(from, to))
        return;
    if (inside->id_count * 2 >= inside->id_capacity)
        ids_grow(inside);
    inside->id_count++;
    *slot_of(inside, from, strlen(from)) = (struct merge_id){.from = from, .to = to};
}

/* --- new numbers --- */

struct numbers {
    uint32_t next;
    bool again; /* the highest was reached: any that is free will do */
};

static char letter_of(enum event_do what) {
    return what == DO_ADD_ITEM ? 'I' : record_letter((enum record_kind)(what - DO_CHALLENGE + RECORD_CHALLENGE));
}

static uint32_t next_number(const struct meeting *m, enum event_do what) {
    char id[16];
    if (what == DO_ADD_ITEM)
        meeting_next_item_id(m, id);
    else
        meeting_next_id(m, (enum record_kind)(what - DO_CHALLENGE + RECORD_CHALLENGE), id);
    return (uint32_t)strtoul(id + 1, NULL, 10);
}

/* An id that neither copy has ever used; NULL when there is none. */
static const char *fresh_id(struct merge *merge, enum event_do what, struct numbers *numbers) {
    const struct meeting *a = merge->from[MERGE_A], *b = merge->from[MERGE_B];
    if (numbers->next == 0) {
        uint32_t x = next_number(a, what), y = next_number(b, what);
        numbers->next = x > y ? x : y;
    }
    for (;; numbers->next++) {
        if (numbers->next > RECORD_NUMBER_MOST && numbers->again)
            return NULL;
        if (numbers->next > RECORD_NUMBER_MOST) {
            numbers->again = true;
            numbers->next = 1;
        }
        char id[16];
        snprintf(id, sizeof id, "%c%u", letter_of(what), (unsigned)numbers->next);
        if (meeting_id_free(a, id) && meeting_id_free(b, id)) {
            numbers->next++;
            return arena_text(merge->inside->arena, id);
        }
    }
}

/* An id that A has not used stays: nobody who said it aloud meant another. */
bool merge_rename_all(struct merge *merge) {
    struct numbers numbers[5] = {{0}};
    const struct merge_copy *b = &merge->inside->copy[MERGE_B];
    for (size_t i = merge->base; i < b->m->event_count; i++) {
        const struct event *event = &b->m->events[i];
        const char *id = merge_id_made(event);
        if (!id || b->twin[i] != SIZE_MAX)
            continue;
        size_t kind = event->what == DO_ADD_ITEM ? 4 : (size_t)(event->what - DO_CHALLENGE);
        const char *to = meeting_id_free(merge->from[MERGE_A], id) ? id : fresh_id(merge, event->what, &numbers[kind]);
        if (!to) {
            merge->refusal = (struct merge_refusal){.why = MERGE_NO_NUMBERS, .event = {MERGE_B, i}};
            return false;
        }
        merge_rename_to(merge, i, to);
    }
    return true;
}

/* --- in what refers to them --- */

struct rewriting {
    const struct merge *merge;
    bool changed;
};

static void *rewrite(struct rewriting *r, const struct shape *shape, const void *body);

static void rewrite_id(struct rewriting *r, const char **id) {
    const char *to = merge_renamed(r->merge, *id);
    r->changed |= to != *id;
    *id = to;
}

static void rewrite_texts(struct rewriting *r, struct texts *texts) {
    const char **items = arena_array(r->merge->inside->arena, texts->count, sizeof *items);
    for (size_t i = 0; i < texts->count; i++) {
        items[i] = texts->items[i];
        rewrite_id(r, &items[i]);
    }
    texts->items = items;
}

static void rewrite_list(struct rewriting *r, const struct shape *shape, struct list *list) {
    char *items = arena_array(r->merge->inside->arena, list->count, shape->size);
    for (size_t i = 0; i < list->count; i++)
        memcpy(items + i * shape->size, rewrite(r, shape, (const char *)list->items + i * shape->size), shape->size);
    list->items = items;
}

static void rewrite_field(struct rewriting *r, const struct field *field, void *body) {
    void *kept = field_in(field, body);
    void *map = NULL;
    switch (field->type) {
    case FIELD_ID:
    case FIELD_REF:
        rewrite_id(r, kept);
        break;
    case FIELD_REFS:
        rewrite_texts(r, kept);
        break;
    case FIELD_MAP:
        memcpy(&map, kept, sizeof map);
        map = rewrite(r, field->shape, map);
        memcpy(kept, &map, sizeof map);
        break;
    case FIELD_MAPS:
        rewrite_list(r, field->shape, kept);
        break;
    case FIELD_SET:
        ((struct amendment *)kept)->set = rewrite(r, ((struct amendment *)kept)->of, ((struct amendment *)kept)->set);
        break;
    default:
        break;
    }
}

static void *rewrite(struct rewriting *r, const struct shape *shape, const void *body) {
    void *copy = arena_alloc(r->merge->inside->arena, shape->size);
    memcpy(copy, body, shape->size);
    for (size_t i = 0; i < shape->count; i++)
        if (field_given(&shape->fields[i], copy))
            rewrite_field(r, &shape->fields[i], copy);
    return copy;
}

void *merge_rewritten(const struct merge *merge, const struct shape *shape, void *body) {
    struct rewriting r = {.merge = merge};
    if (merge->inside->id_count == 0)
        return body;
    void *copy = rewrite(&r, shape, body);
    return r.changed ? copy : body;
}

static void refs_of(const struct field *field, const void *body, merge_ref_seen *seen, void *context) {
    const void *kept = field_of(field, body);
    const struct texts *texts = kept;
    const struct list *list = kept;
    const void *map = NULL;
    switch (field->type) {
    case FIELD_REF:
        seen(context, *(const char *const *)kept);
        break;
    case FIELD_REFS:
        for (size_t i = 0; i < texts->count; i++)
            seen(context, texts->items[i]);
        break;
    case FIELD_MAP:
        memcpy(&map, kept, sizeof map);
        merge_refs(field->shape, map, seen, context);
        break;
    case FIELD_MAPS:
        for (size_t i = 0; i < list->count; i++)
            merge_refs(field->shape, (const char *)list->items + i * field->shape->size, seen, context);
        break;
    case FIELD_SET:
        merge_refs(((const struct amendment *)kept)->of, ((const struct amendment *)kept)->set, seen, context);
        break;
    default:
        break;
    }
}

void merge_refs(const struct shape *shape, const void *body, merge_ref_seen *seen, void *context) {
    for (size_t i = 0; i < shape->count; i++)
        if (field_given(&shape->fields[i], body))
            refs_of(&shape->fields[i], body, seen, context);
}

/* --- in texts --- */

struct speaking {
    const struct merge *merge;
    merge_ref_seen *seen;
    void *context;
};

static bool in_word(char c, bool hyphens) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_' ||
           (hyphens && c == '-');
}

static size_t word_length(const char *text, size_t most, bool hyphens) {
    size_t length = 0;
    while (length < most && in_word(text[length], hyphens))
        length++;
    return length;
}

static bool speaks_of(const struct speaking *s, const char *word, size_t length) {
    const struct merge_id *id = length > 0 ? changed_id(s->merge, word, length) : NULL;
    if (id)
        s->seen(s->context, id->from);
    return id != NULL;
}

static void parts_speak(const struct speaking *s, const char *word, size_t length) {
    for (size_t from = 0; from < length;) {
        size_t part = word_length(word + from, length - from, false);
        speaks_of(s, word + from, part);
        from += part + 1;
    }
}

/* A word, or what stands between its hyphens: "A10-A12" is two ids, an item may be called "any-other". */
static void speaks(const struct speaking *s, const char *text) {
    for (const char *at = text; *at; at++) {
        size_t length = word_length(at, SIZE_MAX, true);
        if (length == 0)
            continue;
        if (!speaks_of(s, at, length))
            parts_speak(s, at, length);
        at += length - 1;
    }
}

static void node_speaks(const struct speaking *s, const struct node *node) {
    if (node->type == NODE_SCALAR && node->text)
        speaks(s, node->text);
    for (const struct node *child = node->first; child; child = child->next)
        node_speaks(s, child);
}

static void field_speaks(const struct speaking *s, const struct field *field, const void *body) {
    const void *kept = field_of(field, body);
    const struct texts *texts = kept;
    const struct list *list = kept;
    if (field->type == FIELD_LINE || field->type == FIELD_TEXT)
        speaks(s, *(const char *const *)kept);
    else if (field->type == FIELD_LINES)
        for (size_t i = 0; i < texts->count; i++)
            speaks(s, texts->items[i]);
    else if (field->type == FIELD_MAPS)
        for (size_t i = 0; i < list->count; i++)
            merge_mentions(s->merge, field->shape, (const char *)list->items + i * field->shape->size, s->seen,
                           s->context);
    else if (field->type == FIELD_SET)
        merge_mentions(s->merge, ((const struct amendment *)kept)->of, ((const struct amendment *)kept)->set, s->seen,
                       s->context);
}

void merge_mentions(const struct merge *merge, const struct shape *shape, const void *body, merge_ref_seen *seen,
                    void *context) {
    const struct speaking s = {.merge = merge, .seen = seen, .context = context};
    const struct extra *own = NULL;
    for (size_t i = 0; i < shape->count; i++)
        if (field_given(&shape->fields[i], body))
            field_speaks(&s, &shape->fields[i], body);
    memcpy(&own, body, sizeof own);
    for (; own; own = own->next)
        node_speaks(&s, own->value);
}
