#include "candour/core/passages.h"

#include <string.h>

#include "candour/base/arena.h"
#include "candour/base/text.h"

/* Where a text stands: GROUP is a section's place in SHAPE_FILE, or an event's word, or the kind of record that an
 * amendment changes; below it the field's place in the shape of that. Texts further inside an entry count as the field
 * of the entry they are in. No text has 0. */
enum { FIELD_BITS = 6, GROUP_EVENTS = 64, GROUP_AMENDED = GROUP_EVENTS + DO_COUNT };

struct found {
    const char *text, *id;
    uint32_t of;
};

/* The texts of one part, while they are gathered. */
struct gathering {
    struct arena *arena;
    struct found *list;
    size_t count, capacity;
    size_t bytes; /* of texts, with their NULs */
    bool ids;     /* ids are texts too */
};

/* What stands together: the entry it is in, and where. */
struct spot {
    const char *id;
    uint32_t group;
    uint32_t of; /* of the entry's field it is inside; 0: of the entry itself */
};

static void add(struct gathering *g, const char *text, const char *id, uint32_t of) {
    if (text_blank(text))
        return;
    if (g->count == g->capacity) {
        g->capacity = g->capacity == 0 ? 64 : 2 * g->capacity;
        struct found *list = arena_raw(g->arena, g->capacity * sizeof *list);
        if (g->count > 0)
            memcpy(list, g->list, g->count * sizeof *list);
        g->list = list;
    }
    g->list[g->count++] = (struct found){.text = text, .id = id, .of = of};
    g->bytes += strlen(text) + 1;
}

/* --- the tables gone through --- */

static void add_shape(struct gathering *g, const struct shape *shape, const void *record, struct spot spot);

static void add_lines(struct gathering *g, const struct texts *lines, const char *id, uint32_t of) {
    for (size_t i = 0; i < lines->count; i++)
        add(g, lines->items[i], id, of);
}

static void add_maps(struct gathering *g, const struct field *field, const struct list *list, struct spot spot) {
    const char *at = list->items;
    for (size_t i = 0; i < list->count; i++)
        add_shape(g, field->shape, at + i * field->shape->size, spot);
}

static void add_field(struct gathering *g, const struct field *field, const void *record, struct spot spot) {
    const void *at = field_of(field, record);
    switch (field->type) {
    case FIELD_ID:
        if (!g->ids)
            break;
        add(g, *(const char *const *)at, spot.id, spot.of);
        break;
    case FIELD_LINE:
    case FIELD_TEXT:
        add(g, *(const char *const *)at, spot.id, spot.of);
        break;
    case FIELD_LINES:
        add_lines(g, at, spot.id, spot.of);
        break;
    case FIELD_MAP:
        if (*(const void *const *)at != NULL)
            add_shape(g, field->shape, *(const void *const *)at, spot);
        break;
    case FIELD_MAPS:
        add_maps(g, field, at, spot);
        break;
    default:
        break;
    }
}

static uint32_t code_of(uint32_t group, size_t field) {
    return group << FIELD_BITS | (uint32_t)field;
}

/* The first id or reference: an entry's own id, or what an event is about. */
static const char *id_in(const struct shape *shape, const void *record) {
    for (size_t i = 0; i < shape->count; i++) {
        const struct field *field = shape->fields + i;
        bool id = field->type == FIELD_ID || field->type == FIELD_REF;
        if (id && field_given(field, record))
            return *(const char *const *)field_of(field, record);
    }
    return NULL;
}

static void add_shape(struct gathering *g, const struct shape *shape, const void *record, struct spot spot) {
    spot.id = spot.id != NULL ? spot.id : id_in(shape, record);
    for (size_t i = 0; i < shape->count; i++) {
        struct spot inside = spot;
        inside.of = spot.of != 0 ? spot.of : code_of(spot.group, i);
        add_field(g, shape->fields + i, record, inside);
    }
}

static enum passages_part part_of(const struct field *section) {
    static const struct {
        const char *key;
        enum passages_part part;
    } rows[] = {
        {"agencies", PASSAGES_PEOPLE}, {"people", PASSAGES_PEOPLE},     {"priorities", PASSAGES_PLAN},
        {"learning", PASSAGES_PLAN},   {"marker", PASSAGES_PLAN},       {"kinds", PASSAGES_PLAN},
        {"agenda", PASSAGES_AGENDA},   {"findings", PASSAGES_FINDINGS}, {"proposals", PASSAGES_AGENDA},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (strcmp(rows[i].key, section->key) == 0)
            return rows[i].part;
    return PASSAGES_TOP;
}

static void gather_sections(struct gathering parts[PASSAGES_PARTS], const struct agenda *agenda) {
    for (size_t i = 0; i < SHAPE_FILE.count; i++) {
        const struct field *section = SHAPE_FILE.fields + i;
        struct spot spot = {.group = (uint32_t)i};
        if (section->shape != NULL && (section->flags & FIELD_DERIVED) == 0)
            add_field(&parts[part_of(section)], section, agenda, spot);
    }
}

static void gather_amendment(struct gathering *g, const struct event_amend *amend) {
    const struct amendment *set = &amend->set;
    uint32_t kind = 0;
    while (kind < RECORD_KINDS && record_shape((enum record_kind)kind) != set->of)
        kind++;
    for (size_t i = 0; set->of != NULL && i < set->of->count; i++) {
        struct spot spot = {.id = amend->id, .group = GROUP_AMENDED + kind, .of = code_of(GROUP_AMENDED + kind, i)};
        if (set->mask >> i & 1)
            add_field(g, set->of->fields + i, set->set, spot);
    }
}

static void gather_said(struct gathering *g, const struct meeting *meeting) {
    for (size_t i = 0; i < meeting->event_count; i++) {
        const struct event *event = meeting->events + i;
        if (meeting->event_notes[i].undone || event->what == DO_OPEN)
            continue;
        struct spot spot = {.group = GROUP_EVENTS + (uint32_t)event->what};
        if (event->what == DO_AMEND)
            gather_amendment(g, event->body);
        else
            add_shape(g, event_kinds[event->what].shape, event->body, spot);
    }
}

/* --- the block --- */

static size_t id_bytes(const struct gathering *g) {
    size_t bytes = 0;
    for (size_t i = 0; i < g->count; i++)
        if (g->list[i].id != NULL && (i == 0 || g->list[i].id != g->list[i - 1].id))
            bytes += strlen(g->list[i].id) + 1;
    return bytes;
}

static char *put(char *to, const char *text) {
    size_t length = strlen(text) + 1;
    memcpy(to, text, length);
    return to + length;
}

static const struct passages *packed(const struct gathering *g) {
    if (g->count == 0)
        return NULL;
    size_t head = sizeof(struct passages) + g->count * sizeof(struct passage);
    size_t size = head + g->bytes + id_bytes(g);
    struct passages *block = arena_raw(g->arena, size);
    *block = (struct passages){.size = (uint32_t)size, .count = (uint32_t)g->count, .length = (uint32_t)g->bytes};
    char *bytes = (char *)block + head;
    char *text = bytes;
    char *id = bytes + g->bytes;
    for (size_t i = 0; i < g->count; i++) {
        const struct found *found = g->list + i;
        bool same = i > 0 && found->id == g->list[i - 1].id;
        block->list[i] = (struct passage){.at = (uint32_t)(text - bytes), .of = found->of};
        block->list[i].id = found->id == NULL ? 0 : same ? block->list[i - 1].id : (uint32_t)(id - bytes);
        text = put(text, found->text);
        if (found->id != NULL && !same)
            id = put(id, found->id);
    }
    return block;
}

void passages_make(const struct meeting *meeting, struct arena *arena, struct passages_made *out) {
    struct gathering parts[PASSAGES_PARTS];
    for (int part = 0; part < PASSAGES_PARTS; part++)
        parts[part] = (struct gathering){.arena = arena, .ids = part == PASSAGES_TOP || part == PASSAGES_PEOPLE};
    gather_sections(parts, meeting->agenda);
    gather_said(&parts[PASSAGES_SAID], meeting);
    for (int part = 0; part < PASSAGES_PARTS; part++)
        out->parts[part] = packed(&parts[part]);
    const struct gathering *said = &parts[PASSAGES_SAID];
    out->said = arena_raw(arena, (said->count + 1) * sizeof *out->said);
    for (size_t i = 0; i < said->count; i++)
        out->said[i] = said->list[i].text;
}

uint32_t passage_of(const struct passages_made *made, const char *text) {
    const struct passages *said = made->parts[PASSAGES_SAID];
    for (uint32_t i = 0; text != NULL && said != NULL && i < said->count; i++)
        if (made->said[i] == text)
            return i;
    return UINT32_MAX;
}

/* --- read --- */

const char *passages_bytes(const struct passages *block) {
    return (const char *)(block->list + block->count);
}

const char *passage_text(const struct passages *block, uint32_t place) {
    return passages_bytes(block) + block->list[place].at;
}

const char *passage_id(const struct passages *block, uint32_t place) {
    return block->list[place].id == 0 ? NULL : passages_bytes(block) + block->list[place].id;
}

const char *passage_label(const struct passages *block, uint32_t place) {
    uint32_t group = block->list[place].of >> FIELD_BITS;
    uint32_t field = block->list[place].of & ((1U << FIELD_BITS) - 1);
    const struct shape *shape = group < GROUP_EVENTS    ? SHAPE_FILE.fields[group].shape
                                : group < GROUP_AMENDED ? event_kinds[group - GROUP_EVENTS].shape
                                                        : record_shape((enum record_kind)(group - GROUP_AMENDED));
    return shape->fields[field].label;
}

uint32_t passage_at(const struct passages *block, size_t at) {
    uint32_t low = 0;
    uint32_t high = block->count;
    while (high - low > 1) {
        uint32_t middle = low + (high - low) / 2;
        if (block->list[middle].at <= at)
            low = middle;
        else
            high = middle;
    }
    return low;
}
