#include "candour/shell/folder.h"

#include "candour/base/arena.h"
#include "candour/shell/browse.h"

static const char *const *operands(struct browse *browse, size_t *count) {
    *count = browse->given->count;
    return (const char *const *)browse->given->operands;
}

static int show_session(struct browse *browse, struct buffer *last) {
    struct browse_answer *answer = &browse->answer;
    struct arena *arena = arena_new();
    struct stage stage = {
        .given = browse->given, .clock = clock_begin(), .guard = browse->guard, .lines = browse->lines};
    const char *path = browse->wish.path.bytes;
    const char *why = browse_review(browse, arena_text(arena, path), &stage, arena);
    int signal = 0;
    answer->well = why == NULL;
    if (why == NULL) {
        signal = browse_play(browse, &stage, last);
        stage_end(&stage); /* and with it ARENA */
    } else {
        buffer_text(&answer->said, why);
        arena_free(arena);
    }
    answer->again = (struct session_read){.place = browse->wish.place,
                                          .precis = gather_again(browse->gather, path, clock_now(&browse->clock))};
    return signal;
}

enum exit_status folder_review(const struct given *given) {
    if (!stage_has_terminal(given)) {
        return EXIT_SYSTEM;
    }
    struct browse browse = {
        .given = given, .clock = clock_begin(), .arena = arena_new(), .files = operands, .show = show_session};
    browse.name =
        given->count == 1 ? given->operands[0] : arena_format(browse.arena, "%zu files and folders", given->count);
    return given->has[OPTION_PLAIN] ? browse_lines(&browse) : browse_run(&browse);
}
