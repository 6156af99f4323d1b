#include "candour/shell/commands.h"
#include "candour/shell/stage.h"

static enum exit_status opens(struct stage *stage, struct input *input, struct arena *arena, bool *declined) {
    *declined = false;
    if (!input->loaded.session) {
        say_error("%s is an agenda: nothing was said yet that could be reviewed", input->path);
        say_error("'candour run %s' opens its meeting", input->path);
        return EXIT_PROBLEMS;
    }
    return begin_review(input, &stage->clock, arena, &stage->begun);
}

enum exit_status command_review(const struct given *given) {
    return stage_command(given, opens);
}
