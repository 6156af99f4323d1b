#include <inttypes.h>
#include <stdio.h>

#include "candour/base/arena.h"
#include "candour/format/guard_check.h"
#include "candour/shell/commands.h"
#include "candour/shell/guard_list.h"
#include "candour/shell/input.h"

static int64_t minutes_of(const struct agenda *agenda) {
    const struct item *items = agenda->items.items;
    int64_t sum = 0;
    for (size_t i = 0; i < agenda->items.count; i++) {
        sum += items[i].minutes.value;
    }
    return sum;
}

static const char *plural(size_t count) {
    return count == 1 ? "" : "s";
}

/* One line for a file that is in order: what it is. */
static bool say_good(const struct input *input) {
    const struct loaded *loaded = &input->loaded;
    const struct meeting *meeting = loaded->meeting;
    const char *torn = loaded->torn > 0 ? ", its last event cut short by a crash" : "";
    if (loaded->session) {
        return say_line(stdout, "%s: no problems: a session, %s, %zu event%s, %zu record%s%s", input->path,
                        input_status_word(meeting->status), meeting->event_count, plural(meeting->event_count),
                        meeting->record_count, plural(meeting->record_count), torn);
    }
    const struct agenda *agenda = loaded->agenda;
    int64_t minutes = minutes_of(agenda);
    return say_line(stdout, "%s: no problems: an agenda, %zu item%s, %" PRId64 " minute%s, %zu finding%s, %zu %s",
                    input->path, agenda->items.count, plural(agenda->items.count), minutes, minutes == 1 ? "" : "s",
                    agenda->findings.count, plural(agenda->findings.count), agenda->agencies.count,
                    agenda->agencies.count == 1 ? "agency" : "agencies");
}

static enum exit_status check_file(const char *path, const struct guard_list *guard) {
    struct arena *arena = arena_new();
    struct input input;
    enum exit_status status = EXIT_DONE;
    const char *why = input_read(path, true, arena, &input);
    if (why != NULL) {
        say_error("%s", why);
        status = EXIT_SYSTEM;
    } else {
        if (guard->count > 0)
            guard_check(path, input.bytes, input.length, guard->words, guard->count, &input.diags);
        input_say(&input);
        if (input.diags.errors > 0 || input.loaded.meeting == NULL) {
            status = EXIT_PROBLEMS;
        } else if (!say_good(&input)) {
            say_error("cannot write to standard output");
            status = EXIT_SYSTEM;
        }
    }
    arena_free(arena);
    return status;
}

/* Only a list that is named is looked for: what a file passes must not depend on whose computer it is. */
static const char *guard_of(const struct given *given, struct arena *arena, struct guard_list *guard) {
    const char *path = given->value[OPTION_GUARD];
    *guard = (struct guard_list){0};
    return path == NULL ? NULL : guard_list_read(path, arena, guard);
}

enum exit_status command_check(const struct given *given) {
    struct arena *arena = arena_new();
    struct guard_list guard;
    enum exit_status worst = EXIT_DONE;
    const char *why = guard_of(given, arena, &guard);
    if (why != NULL) {
        say_error("%s", why);
        worst = EXIT_SYSTEM;
    } else if (guard.notice != NULL) {
        say_error("%s", guard.notice);
    }
    for (size_t i = 0; i < given->count && why == NULL; i++) {
        enum exit_status status = check_file(given->operands[i], &guard);
        worst = status > worst ? status : worst;
    }
    arena_free(arena);
    return worst;
}
