#include "candour/ui/commands.h"

#include <stdio.h>
#include <string.h>

#include "candour/base/text.h"
#include "commands_table.h"

const struct command *commands_all(size_t *count) {
    *count = command_count;
    return command_table;
}

static const struct command *keyed(unsigned places, key k) {
    for (size_t i = 0; i < command_count; i++) {
        for (size_t j = 0; j < COMMAND_KEYS && command_table[i].keys[j] != 0; j++) {
            if ((command_table[i].places & places) != 0 && command_table[i].keys[j] == k) {
                return command_table + i;
            }
        }
    }
    return NULL;
}

const struct command *command_by_key(unsigned places, key k) {
    const unsigned everywhere = AT_MEETING | AT_LIST;
    const struct command *own = keyed(places & ~everywhere, k);
    return own != NULL ? own : keyed(places & everywhere, k);
}

bool command_at(const struct command *command, enum command_place place) {
    const unsigned meeting = ~((unsigned)AT_START | ANY_LIST);
    unsigned places = place == AT_MEETING ? meeting : place == AT_LIST ? (unsigned)ANY_LIST : (unsigned)place;
    return (command->places & places) != 0;
}

static bool has_alias(const struct command *command, const char *name) {
    size_t length = strlen(name);
    for (const char *at = command->aliases; at != NULL && *at != '\0';) {
        size_t word = strcspn(at, " ");
        if (word == length && memcmp(at, name, length) == 0) {
            return true;
        }
        at += word + (at[word] == ' ');
    }
    return false;
}

const struct command *command_by_name(enum command_place place, const char *name) {
    for (size_t i = 0; i < command_count; i++) {
        bool here = command_at(command_table + i, place);
        if (here && (text_equal_nocase(command_table[i].name, name) || has_alias(command_table + i, name))) {
            return command_table + i;
        }
    }
    return NULL;
}

char *command_keys(const struct command *command, char *out, size_t size) {
    size_t used = 0;
    out[0] = '\0';
    for (size_t i = 0; i < COMMAND_KEYS && command->keys[i] != 0; i++) {
        char name[16];
        int wrote = snprintf(out + used, size - used, "%s%s", i == 0 ? "" : ", ", key_name(command->keys[i], name));
        if (wrote < 0 || (size_t)wrote >= size - used) {
            break;
        }
        used += (size_t)wrote;
    }
    return out;
}
