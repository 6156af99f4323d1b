#include "candour/shell/commands.h"
#include "candour/shell/folder.h"
#include "candour/shell/stage.h"
#include "candour/store/listing.h"

static enum exit_status opens(struct stage *stage, struct input *input, struct arena *arena, bool *declined) {
    const char *why = NULL;
    *declined = false;
    if (!input->loaded.session) {
        say_error("%s is an agenda: nothing was said yet that could be reviewed", input->path);
        say_error("'candour run %s' opens its meeting", input->path);
        return EXIT_PROBLEMS;
    }
    enum exit_status status = begin_review(input, &stage->clock, arena, &stage->begun, &why);
    if (status != EXIT_DONE) {
        say_error("%s", why);
    }
    return status;
}

enum exit_status command_review(const struct given *given) {
    bool many = given->count > 1 || listing_folder(given->operands[0]);
    return many ? folder_review(given) : stage_command(given, opens);
}
