#include "support/planted.h"

#include <stdlib.h>
#include <string.h>

struct planting {
    struct arena *arena;
    size_t count;
    struct chance *chance;
    const char *const *texts; /* NULL: words */
    size_t text_count;
};

static const char *word(struct planting *p) {
    if (p->texts)
        return p->texts[chance_below(p->chance, (uint32_t)p->text_count)];
    return arena_format(p->arena, "tok%zuq", p->count++);
}

static void plant_texts(struct planting *p, struct texts *texts) {
    const char **items = arena_array(p->arena, texts->count, sizeof *items);
    for (size_t i = 0; i < texts->count; i++)
        items[i] = word(p);
    texts->items = items;
}

/* Every struct begins with its `x-` keys. */
static void plant_extra(struct planting *p, void *record) {
    struct node *node = arena_alloc(p->arena, sizeof *node);
    struct extra *extra = arena_alloc(p->arena, sizeof *extra);
    node->type = NODE_SCALAR;
    node->text = word(p);
    node->length = (uint32_t)strlen(node->text);
    extra->key = arena_format(p->arena, "x-own%zu", p->count);
    node->key = extra->key;
    extra->value = node;
    *(const struct extra **)record = extra;
}

static void plant(struct planting *p, const struct shape *shape, void *record) {
    plant_extra(p, record);
    for (size_t i = 0; i < shape->count; i++) {
        const struct field *field = &shape->fields[i];
        bool events = field->type == FIELD_MAPS && field->shape == NULL;
        if (events || !field_given(field, record))
            continue;
        void *kept = field_in(field, record);
        struct list *list = kept;
        switch (field->type) {
        case FIELD_LINE:
        case FIELD_TEXT:
            *(const char **)kept = word(p);
            break;
        case FIELD_LINES:
            plant_texts(p, kept);
            break;
        case FIELD_MAP:
            plant(p, field->shape, *(void **)kept);
            break;
        case FIELD_MAPS:
            for (size_t row = 0; row < list->count; row++)
                plant(p, field->shape, (char *)list->items + row * field->shape->size);
            break;
        default:
            break;
        }
    }
}

static struct meeting *replanted(struct planting *p, const struct meeting *drawn) {
    struct agenda *agenda = arena_alloc(p->arena, sizeof *agenda);
    *agenda = *drawn->agenda;
    plant(p, &SHAPE_FILE, agenda);
    struct meeting *made = meeting_new(p->arena, agenda);
    for (size_t i = 0; i < drawn->event_count; i++) {
        struct event event = drawn->events[i];
        plant(p, event_kinds[event.what].shape, event.body);
        if (event.what == DO_AMEND) {
            struct event_amend *amend = event.body;
            plant(p, amend->set.of, amend->set.set);
        }
        if (meeting_apply(made, &event).code != REFUSED_NOT)
            abort(); /* words alone refuse nothing */
    }
    return made;
}

struct planted planted_meeting(struct chance *c, struct arena *arena, size_t events) {
    struct planting p = {.arena = arena};
    struct meeting *made = replanted(&p, random_meeting(c, arena, events));
    return (struct planted){.meeting = made, .count = p.count};
}

struct meeting *awkward_meeting(struct chance *c, struct arena *arena, size_t events, const char *const *texts,
                                size_t count) {
    struct planting p = {.arena = arena, .chance = c, .texts = texts, .text_count = count};
    return replanted(&p, random_meeting(c, arena, events));
}

void mark_text(bool *marks, const char *text) {
    for (const char *at = text; at && (at = strstr(at, "tok")) != NULL; at++)
        marks[strtoul(at + 3, NULL, 10)] = true;
}

void mark_fields(bool *marks, const struct shape *shape, const void *record, uint32_t flags) {
    for (size_t i = 0; i < shape->count; i++) {
        const struct field *field = &shape->fields[i];
        const void *kept = field_of(field, record);
        const struct texts *texts = kept;
        const struct list *list = kept;
        bool events = field->type == FIELD_MAPS && field->shape == NULL;
        if (events || !field_given(field, record) || (flags != 0 && (field->flags & flags) == 0))
            continue;
        if (field->type == FIELD_LINE || field->type == FIELD_TEXT)
            mark_text(marks, *(const char *const *)kept);
        for (size_t t = 0; field->type == FIELD_LINES && t < texts->count; t++)
            mark_text(marks, texts->items[t]);
        if (field->type == FIELD_MAP)
            mark_fields(marks, field->shape, *(const void *const *)kept, flags);
        for (size_t row = 0; field->type == FIELD_MAPS && row < list->count; row++)
            mark_fields(marks, field->shape, (const char *)list->items + row * field->shape->size, flags);
    }
}
