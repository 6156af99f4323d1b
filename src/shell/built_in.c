#include "candour/shell/built_in.h"

#include <string.h>

const struct built_in *built_in_find(const char *path) {
    size_t before = strlen(BUILT_IN);
    if (strncmp(path, BUILT_IN, before) != 0) {
        return NULL;
    }
    for (size_t i = 0; i < built_in_count; i++) {
        if (strcmp(path + before, built_in_list[i].name) == 0) {
            return &built_in_list[i];
        }
    }
    return NULL;
}
