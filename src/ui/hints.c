#include "hints.h"

#include <string.h>

#include "candour/base/text.h"

int hint_draw(struct area area, int row, int column, int end, const char *name, const char *word) {
    int needed = (int)strlen(name) + 1 + text_columns(word, strlen(word));
    if (column + needed > end) {
        return column;
    }
    int at = column + draw_text(area, row, column, LOOK_KEY, name) + 1;
    return at + draw_text(area, row, at, LOOK_QUIET, word) + 2;
}

void hints_fixed(struct area area, int row, const struct hint_words *hints, size_t count) {
    int at = 1;
    for (size_t i = 0; i < count; i++) {
        at = hint_draw(area, row, at, area.columns, hints[i].name, hints[i].word);
    }
}

const struct command *hint_next(unsigned places, int after) {
    size_t count;
    const struct command *all = commands_all(&count);
    const struct command *best = NULL;
    for (size_t i = 0; i < count; i++) {
        bool here = (all[i].places & places) != 0 && all[i].hint != NULL;
        if (here && all[i].rank > after && (best == NULL || all[i].rank < best->rank)) {
            best = all + i;
        }
    }
    return best;
}

int hints_always_from(unsigned places, int columns) {
    char name[16];
    for (const struct command *last = hint_next(places, HINT_ALWAYS_RANK - 1); last != NULL;
         last = hint_next(places, last->rank)) {
        columns -= (int)strlen(key_name(last->keys[0], name)) + 3 + (int)strlen(last->hint);
    }
    return columns;
}
