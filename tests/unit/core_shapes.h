/* Every shape of the meeting file, found from the top of the file and from the events. For tests of the tables. */
#ifndef CANDOUR_TESTS_CORE_SHAPES_H
#define CANDOUR_TESTS_CORE_SHAPES_H

#include "candour/core/agenda.h"
#include "candour/core/event.h"
#include "candour/core/record.h"

enum { SHAPES_MOST = 80 };

struct shapes {
    const struct shape *list[SHAPES_MOST];
    size_t count;
};

static inline void collect(struct shapes *shapes, const struct shape *shape) {
    for (size_t i = 0; i < shapes->count; i++)
        if (shapes->list[i] == shape)
            return;
    assert_true(shapes->count < SHAPES_MOST);
    shapes->list[shapes->count++] = shape;
    for (size_t i = 0; i < shape->count; i++)
        if (shape->fields[i].shape)
            collect(shapes, shape->fields[i].shape);
}

static inline struct shapes all_shapes(void) {
    struct shapes shapes = {.count = 0};
    collect(&shapes, &SHAPE_FILE);
    for (size_t i = 0; i < DO_COUNT; i++)
        collect(&shapes, event_kinds[i].shape);
    return shapes;
}

static inline bool is_events(const struct shape *shape, const struct field *field) {
    return shape == &SHAPE_FILE && strcmp(field->key, "events") == 0;
}

#endif
