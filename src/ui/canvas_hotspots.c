#include <stdlib.h>

#include "candour/ui/canvas.h"

static struct hotspot *hotspot_new(struct canvas *canvas) {
    if (canvas->hotspot_count == canvas->hotspot_room) {
        size_t room = canvas->hotspot_room == 0 ? 64 : canvas->hotspot_room * 2;
        struct hotspot *more = realloc(canvas->hotspots, room * sizeof *more);
        if (more == NULL)
            abort();
        canvas->hotspots = more;
        canvas->hotspot_room = room;
    }
    return &canvas->hotspots[canvas->hotspot_count++];
}

void draw_hotspot(struct area area, int row, int column, int rows, int columns, enum hotspot_what what,
                  int32_t number) {
    struct area part = area_part(area, row, column, rows, columns);
    if (!area.canvas->pointing || part.rows == 0 || part.columns == 0)
        return;
    *hotspot_new(area.canvas) = (struct hotspot){what, number, part.row, part.column, part.rows, part.columns};
}

struct hotspot canvas_hotspot(const struct canvas *canvas, int row, int column) {
    for (size_t i = canvas->hotspot_count; i > 0; i--) {
        const struct hotspot *spot = &canvas->hotspots[i - 1];
        if (row >= spot->row && row < spot->row + spot->rows && column >= spot->column &&
            column < spot->column + spot->columns)
            return *spot;
    }
    return (struct hotspot){.what = HOTSPOT_NOTHING};
}
