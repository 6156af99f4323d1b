#include "candour/shell/browse.h"

#include <poll.h>
#include <string.h>

#include "candour/base/arena.h"
#include "candour/shell/signals.h"
#include "candour/term/term.h"

/* --- the list on the loop --- */

static void tell(void *self, const struct msg *msg, struct effects *effects) {
    folder_update(self, msg, effects);
}

static void view(const void *self, struct stamp now, struct canvas *canvas) {
    (void)now;
    folder_view(self, canvas);
}

static instant next_change(const void *self, instant now) {
    return folder_next_change(self, now);
}

static const struct loop_face FACE = {.update = tell, .view = view, .next_change = next_change};

static void answer_msg(struct browse *browse, struct msg *out) {
    struct browse_answer *answer = &browse->answer;
    *out = (struct msg){.type = MSG_SHOWN, .ok = answer->well, .text = answer->said.bytes, .diags = answer->diags};
    if (browse->home != NULL) {
        out->path = answer->path.length == 0 ? NULL : answer->path.bytes;
        return;
    }
    browse->read = (struct sessions_read){.list = &answer->again, .count = 1};
    out->read = &browse->read;
}

bool browse_take(struct browse *browse, struct msg *out) {
    if (browse->shown) {
        browse->shown = false;
        answer_msg(browse, out);
        return true;
    }
    *out = (struct msg){.type = MSG_READ, .read = &browse->read};
    return gather_take(browse->gather, &browse->read);
}

static bool take(void *self, struct msg *out) {
    return browse_take(self, out);
}

bool browse_gather(struct browse *browse) {
    size_t count = 0;
    gather_end(browse->gather);
    browse->read = (struct sessions_read){0};
    const char *const *files = browse->files(browse, &count);
    browse->gather = gather_begin(files, count, clock_now(&browse->clock));
    browse->feed.fd = browse->gather == NULL ? -1 : gather_news(browse->gather);
    return browse->gather != NULL;
}

static void set_text(struct buffer *buffer, const char *text) {
    buffer_clear(buffer);
    buffer_text(buffer, text == NULL ? "" : text);
}

void browse_wishes(struct browse *browse, const struct effect *effect) {
    struct browse_wish *wish = &browse->wish;
    set_text(&wish->path, effect->text);
    set_text(&wish->id, effect->id);
    wish->place = effect->place;
    wish->how = effect->how;
    wish->line = effect->line;
    browse->opens = true;
}

static void fulfil(struct loop *loop, const struct effect *effect) {
    struct browse *browse = loop->context;
    if (effect->type == EFFECT_READ_ANEW) {
        loop->quit = !browse_gather(browse);
    } else if (effect->type == EFFECT_SHOW) {
        browse_wishes(browse, effect);
        loop->quit = true;
    }
}

/* --- a session from it --- */

const char *browse_review(struct browse *browse, const char *path, struct stage *stage, struct arena *arena) {
    struct input *input = arena_alloc(arena, sizeof *input);
    const char *why = input_read(path, false, arena, input);
    if (why != NULL) {
        return why;
    }
    if (input->loaded.meeting == NULL) {
        return arena_format(arena, "%s has problems now: 'candour check' names them", path);
    }
    if (!input->loaded.session) {
        return arena_format(arena, "%s is an agenda now: nothing was said yet", path);
    }
    stage->at = browse->wish.id.length == 0 ? NULL : browse->wish.id.bytes;
    stage->listed = true;
    begin_review(input, &stage->clock, arena, &stage->begun, &why);
    return why;
}

/* What is to be said of it in the list: where it was kept, and what did not work. How to go on with it is a key here.
 */
static void say_of(struct browse *browse, const struct stage *stage) {
    struct buffer *said = &browse->answer.said;
    if (stage_recorded(stage) || !stage->begun.review) {
        stage_say(stage, said);
    }
    char *end = said->length == 0 ? NULL : strchr(said->bytes, '\n');
    if (end != NULL && browse->home != NULL) {
        said->length = (size_t)(end - said->bytes);
        *end = '\0';
    }
    buffer_format(said, "%s%s", said->length == 0 || stage->last.length == 0 ? "" : "\n",
                  stage->last.length == 0 ? "" : stage->last.bytes);
    while (said->length > 0 && said->bytes[said->length - 1] == '\n') {
        said->bytes[--said->length] = '\0';
    }
    for (char *at = said->bytes; (at = strchr(at, '\n')) != NULL;) {
        *at = ' ';
    }
}

int browse_play(struct browse *browse, struct stage *stage, struct buffer *last) {
    int signal = stage_play(stage);
    if (stage->speed == 0) {
        say_of(browse, stage);
    }
    buffer_add(last, stage->last.length == 0 ? "" : stage->last.bytes, signal == 0 ? 0 : stage->last.length);
    return signal;
}

/* --- all --- */

struct folder_setup browse_setup(struct browse *browse, const char *note) {
    return (struct folder_setup){
        .name = browse->name,
        .notice = note != NULL ? note : browse->guard.notice,
        .home = browse->home,
        .now = clock_now(&browse->clock),
    };
}

/* It may be another size since something was shown. */
static void tell_size(struct browse *browse) {
    struct effects effects;
    struct msg msg = {.type = MSG_RESIZE, .now = clock_now(&browse->clock)};
    term_size(&msg.rows, &msg.columns);
    folder_update(browse->folder, &msg, &effects);
}

static void clear_answer(struct browse_answer *answer) {
    buffer_clear(&answer->said);
    buffer_text(&answer->said, "");
    buffer_clear(&answer->path);
    arena_free(answer->arena);
    answer->arena = arena_new();
    answer->diags = NULL;
    answer->well = true;
}

int browse_show(struct browse *browse, struct buffer *last) {
    clear_answer(&browse->answer);
    int signal = browse->show(browse, last);
    browse->shown = true;
    return signal != 0 ? signal : signals_leave(); /* at a question, or in an editor */
}

static int browse_until_left(struct browse *browse, struct buffer *last) {
    int signal;
    do {
        struct loop loop = {.face = &FACE,
                            .shown = browse->folder,
                            .clock = &browse->clock,
                            .feed = &browse->feed,
                            .fulfil = fulfil,
                            .context = browse};
        loop.ascii = browse->given->has[OPTION_ASCII] || term_ascii();
        browse->opens = false;
        tell_size(browse);
        signal = loop_run(&loop, last);
        if (signal == 0 && browse->opens) {
            signal = browse_show(browse, last);
        }
    } while (signal == 0 && browse->opens);
    return signal;
}

static enum exit_status on_terminal(struct browse *browse) {
    const char *note = NULL;
    struct buffer last = {0};
    if (!stage_take_terminal(browse->given, &note)) {
        return EXIT_SYSTEM;
    }
    struct folder_setup setup = browse_setup(browse, note);
    setup.ascii = browse->given->has[OPTION_ASCII] || term_ascii();
    term_size(&setup.rows, &setup.columns);
    browse->folder = folder_new(&setup);
    int signal = browse_until_left(browse, &last);
    term_close();
    if (last.length > 0) {
        say_to(stderr, last.bytes, last.length);
    }
    buffer_free(&last);
    return signal == 0 ? EXIT_DONE : (enum exit_status)((int)EXIT_BY_SIGNAL + signal);
}

void browse_end(struct browse *browse) {
    folder_free(browse->folder);
    gather_end(browse->gather);
    buffer_free(&browse->wish.path);
    buffer_free(&browse->wish.id);
    buffer_free(&browse->answer.said);
    buffer_free(&browse->answer.path);
    arena_free(browse->answer.arena);
    arena_free(browse->listed);
    arena_free(browse->arena);
}

bool browse_begin(struct browse *browse) {
    browse->feed = (struct loop_feed){.fd = -1, .self = browse, .take = take};
    const char *why = guard_list_read(browse->given->value[OPTION_GUARD], browse->arena, &browse->guard);
    if (why != NULL) {
        say_error("%s", why);
    } else if (!browse_gather(browse)) {
        say_error("the sessions could not be read: no thread could be started");
        return false;
    }
    return why == NULL;
}

enum exit_status browse_run(struct browse *browse) {
    enum exit_status status = browse_begin(browse) ? on_terminal(browse) : EXIT_SYSTEM;
    browse_end(browse);
    return status;
}

const struct folder *browse_read(struct browse *browse) {
    enum { LOOK_AGAIN_MS = 50 }; /* where no descriptor tells of news */
    if (!browse_begin(browse)) {
        return NULL;
    }
    struct folder_setup setup = browse_setup(browse, NULL);
    browse->folder = folder_new(&setup);
    struct msg msg;
    struct effects effects;
    while (!browse->read.done) {
        struct pollfd news = {.fd = browse->feed.fd, .events = POLLIN};
        poll(&news, 1, LOOK_AGAIN_MS);
        while (browse_take(browse, &msg)) {
            msg.now = clock_now(&browse->clock);
            folder_update(browse->folder, &msg, &effects);
            if (browse->read.done) {
                break;
            }
        }
    }
    return browse->folder;
}
