#include "bar.h"

#include <string.h>

#include "candour/base/text.h"

static int columns_of(const char *name) {
    return text_columns(name, strlen(name));
}

static int width_of(const struct bar *bar, size_t screens) {
    int width = 0;
    for (size_t i = 0; i < screens; i++) {
        width += bar->names[i] == NULL ? 0 : columns_of(bar->names[i]) + 1;
    }
    return width - 1;
}

void bar_draw(struct area area, int row, int end, const struct bar *wordings, size_t count, size_t screens) {
    const struct bar *bar = wordings;
    while (bar < wordings + count - 1 && width_of(bar, screens) + 2 > end) {
        bar++;
    }
    int at = 1;
    for (size_t i = 0; i < screens && at < end; i++) {
        if (bar->names[i] == NULL) {
            continue;
        }
        if (at > 1) {
            draw_text(area, row, at++, LOOK_TITLE, " ");
        }
        int used = draw_fit(area, row, at, end - at, LOOK_TITLE, bar->names[i]);
        draw_hotspot(area, row, at, 1, used, HOTSPOT_SCREEN, (int32_t)i);
        at += used;
    }
}
