#include <inttypes.h>
#include <stdio.h>

#include "candour/base/arena.h"
#include "candour/shell/commands.h"
#include "candour/shell/input.h"

static int64_t minutes_of(const struct agenda *agenda) {
    const struct item *items = agenda->items.items;
    int64_t sum = 0;
    for (size_t i = 0; i < agenda->items.count; i++) {
        sum += items[i].minutes.value;
    }
    return sum;
}

/* One line for a file that is in order: what it is. */
static void say_good(const struct input *input) {
    const struct loaded *loaded = &input->loaded;
    const struct meeting *meeting = loaded->meeting;
    const char *torn = loaded->torn > 0 ? ", its last event cut short by a crash" : "";
    if (loaded->session) {
        say_line(stdout, "%s: no problems: a session, %s, %zu events, %zu records%s", input->path,
                 input_status_word(meeting->status), meeting->event_count, meeting->record_count, torn);
    } else {
        say_line(stdout, "%s: no problems: an agenda, %zu items, %" PRId64 " minutes, %zu findings, %zu agencies",
                 input->path, loaded->agenda->items.count, minutes_of(loaded->agenda), loaded->agenda->findings.count,
                 loaded->agenda->agencies.count);
    }
}

static enum exit_status check_file(const char *path) {
    struct arena *arena = arena_new();
    struct input input;
    enum exit_status status = EXIT_DONE;
    const char *why = input_read(path, true, arena, &input);
    if (why != NULL) {
        say_error("%s", why);
        status = EXIT_SYSTEM;
    } else {
        input_say(&input);
        if (input.diags.errors > 0 || input.loaded.meeting == NULL) {
            status = EXIT_PROBLEMS;
        } else {
            say_good(&input);
        }
    }
    arena_free(arena);
    return status;
}

enum exit_status command_check(const struct given *given) {
    enum exit_status worst = EXIT_DONE;
    for (size_t i = 0; i < given->count; i++) {
        enum exit_status status = check_file(given->operands[i]);
        worst = status > worst ? status : worst;
    }
    return worst;
}
