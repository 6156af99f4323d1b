#include "candour/shell/commands.h"
#include "candour/shell/stage.h"

enum exit_status run_opens(struct stage *stage, struct input *input, struct arena *arena, bool *declined) {
    const char *output = stage->given->value[OPTION_OUTPUT];
    if (!input->loaded.session) {
        return begin_agenda(input, output, &stage->clock, arena, &stage->begun, declined);
    }
    if (output != NULL) {
        say_error("%s is a session already and is gone on with as it is; -o is for a new one", input->path);
        return EXIT_USAGE;
    }
    return begin_session(input, &stage->clock, arena, &stage->begun, declined);
}

enum exit_status command_run_meeting(const struct given *given) {
    return stage_command(given, run_opens);
}
