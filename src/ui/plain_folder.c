#include "candour/ui/plain_folder.h"

#include <stdlib.h>
#include <string.h>

#include "candour/base/diag.h"
#include "plain_folder_inside.h"

struct plain_folder *plain_folder_new(struct folder *folder, bool typed) {
    struct plain_folder *plain = arena_alloc(folder->arena, sizeof *plain);
    plain->folder = folder;
    plain->typed = typed;
    plain->wanted = true;
    return plain;
}

void plain_folder_free(struct plain_folder *plain) {
    if (plain != NULL) {
        buffer_free(&plain->refused);
        buffer_free(&plain->direct);
        buffer_free(&plain->last);
        buffer_free(&plain->list);
    }
}

void plain_folder_refuse(struct plain_folder *plain, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    const char *text = arena_vformat(plain->folder->scratch, format, arguments);
    va_end(arguments);
    buffer_clear(&plain->refused);
    buffer_text(&plain->refused, text);
}

const char *plain_folder_refused(const struct plain_folder *plain) {
    return plain->refused.length == 0 ? NULL : plain->refused.bytes;
}

/* --- in --- */

static void take_line(void *self, const struct msg *msg) {
    struct plain_folder *plain = self;
    const struct folder *folder = plain->folder;
    buffer_clear(&plain->refused);
    plain->by_line = true;
    plain_folder_take(plain, msg->text == NULL ? "" : msg->text);
    if (plain->refused.length == 0 && folder->tone == FOLDER_REFUSES && folder->message.length > 0) {
        plain_folder_refuse(plain, "%s", folder->message.bytes);
    }
}

/* The problems of a file are said, and the list stays what numbers go by. */
static void problems_shown(struct plain_folder *plain) {
    struct folder *folder = plain->folder;
    struct folder_view view = {.folder = folder, .scratch = folder->scratch};
    struct plain_lines lines = {&plain->direct, folder->scratch};
    if (folder->screen != FOLDER_PROBLEMS) {
        return;
    }
    plain_put(&lines, "%s", folder_message(folder));
    folder_say(folder, FOLDER_SAYS, "%s", "");
    for (size_t row = 0; row < problems_count(folder); row++) {
        plain_put(&lines, "%s", problems_said(&view, row));
    }
    if (folder->home->dropped > 0) {
        plain_put(&lines, "And %zu more: mend these first.", folder->home->dropped);
    }
    folder->screen = FOLDER_SESSIONS;
}

static void note_effects(struct plain_folder *plain, const struct effects *effects) {
    for (size_t i = 0; i < effects->count; i++) {
        enum effect_type type = effects->list[i].type;
        plain->waits = plain->waits || type == EFFECT_SHOW || type == EFFECT_READ_ANEW || type == EFFECT_QUIT;
        plain->how = type == EFFECT_SHOW ? effects->list[i].how : plain->how;
        plain->wanted = plain->wanted || (type == EFFECT_READ_ANEW && !plain->changed);
    }
}

void plain_folder_update(struct plain_folder *plain, const struct msg *msg, struct effects *effects) {
    struct folder *folder = plain->folder;
    if (msg->type == MSG_LINE) {
        folder_turn(folder, msg, effects, take_line, plain);
    } else {
        folder_update(folder, msg, effects);
    }
    if (msg->type == MSG_SHOWN) {
        plain->waits = false;
        plain->changed = plain->how == SHOW_CHECK;
        plain->wanted = !plain->changed;
        problems_shown(plain);
    }
    note_effects(plain, effects);
    plain->waits = plain->waits && !(msg->type == MSG_READ && folder->done);
    while (folder->done && folder->search.under_way) {
        folder_search_step(folder);
    }
}

/* --- out --- */

static const char *pieces_joined(const struct folder_view *view, const struct folder_screen *screen, size_t row) {
    struct sheet sheet = sheet_begin(view->scratch, PLAIN_COLUMNS);
    const char *text = "";
    sheet_line(&sheet, NULL);
    screen->line(view, row, &sheet);
    const struct sheet_line *line = sheet_at(&sheet, 0, view->scratch);
    for (size_t i = 0; i < line->count; i++) {
        const char *piece = line->pieces[i].text;
        text = text[0] == '\0' ? piece : arena_format(view->scratch, "%s, %s", text, piece);
    }
    return text;
}

static void rows_said(const struct folder_view *view, struct plain_lines *lines) {
    const struct folder *folder = view->folder;
    const struct folder_screen *screen = folder_screen_of(folder, folder->screen);
    size_t count = screen->count(folder), number = 0;
    struct folder_target target;
    for (size_t row = 0; row < count; row++) {
        const char *said = screen->said != NULL ? screen->said(view, row) : pieces_joined(view, screen, row);
        if (screen->target(folder, row, &target)) {
            plain_put(lines, "%zu: %s", ++number, said == NULL ? "" : said);
        } else if (said != NULL) {
            plain_put(lines, "%s", said);
        }
    }
    if (count == 0) {
        plain_put(lines, "%s", folder_empty_words(view));
    }
}

static void list_said(const struct folder_view *view, struct plain_lines *lines) {
    const struct folder *folder = view->folder;
    const char *figures = folder->screen == FOLDER_FOUND      ? folder_found_words(view)
                          : folder->screen == FOLDER_SESSIONS ? folder_progress_words(view)
                                                              : "";
    plain_put(lines, "%s%s%s.", folder_screen_of(folder, folder->screen)->title, figures[0] == '\0' ? "" : ": ",
              figures);
    if (folder->home != NULL && folder->screen == FOLDER_SESSIONS && home_first_words(folder) != NULL) {
        plain_put(lines, "%s", home_first_words(folder));
    }
    rows_said(view, lines);
    for (size_t i = 0; i < folder->fault_count && folder->screen == FOLDER_SESSIONS; i++) {
        plain_put(lines, "%s", folder->faults[i]);
    }
}

/* The screen, where it is wanted and all of it is known. */
static void wanted_said(struct plain_folder *plain, const struct folder_view *view, struct plain_lines *lines) {
    struct buffer text = {0};
    struct plain_lines own = {&text, view->scratch};
    if (!view->folder->done || !(plain->wanted || plain->changed)) {
        return;
    }
    list_said(view, &own);
    const char *said = text.length == 0 ? "" : text.bytes;
    if (plain->wanted || strcmp(said, plain->list.length == 0 ? "" : plain->list.bytes) != 0) {
        buffer_text(lines->out, said);
    }
    buffer_clear(&plain->list);
    buffer_text(&plain->list, said);
    buffer_free(&text);
    plain->wanted = plain->changed = false;
}

/* How to go on, once. */
static void begin_said(struct plain_folder *plain, struct plain_lines *lines) {
    if (plain->begun || !plain->folder->done) {
        return;
    }
    plain->begun = true;
    plain_put(lines, "%s",
              plain->folder->home != NULL
                  ? "A number opens what it stands before; help says what else can be typed, q leaves."
                  : "A number shows that session; outstanding, evidence, themes, times and find WORDS say "
                    "what there is in all of them; help says the rest, q leaves.");
}

void plain_folder_say(struct plain_folder *plain, struct buffer *out) {
    struct folder *folder = plain->folder;
    struct buffer text = {0};
    struct folder_view view = {.folder = folder, .scratch = arena_new()};
    struct plain_lines lines = {&text, view.scratch};
    if (plain->typed && plain->by_line && plain_folder_refused(plain) != NULL) {
        plain_put(&lines, "%s", plain_folder_refused(plain));
    }
    buffer_add(&text, plain->direct.length == 0 ? "" : plain->direct.bytes, plain->direct.length);
    if (folder->message.length > 0 && !text_equal(folder->message.bytes, plain_folder_refused(plain))) {
        plain_put(&lines, "%s", folder->message.bytes);
    }
    wanted_said(plain, &view, &lines);
    begin_said(plain, &lines);
    if (text.length > 0) {
        buffer_clear(&plain->last);
        buffer_add(&plain->last, text.bytes, text.length);
        buffer_add(out, text.bytes, text.length);
    }
    folder_say(folder, FOLDER_SAYS, "%s", "");
    buffer_clear(&plain->direct);
    plain->by_line = false;
    arena_free(view.scratch);
    buffer_free(&text);
}

bool plain_folder_prompt(const struct plain_folder *plain, struct buffer *out) {
    const struct folder *folder = plain->folder;
    if (plain->waits || !folder->done) {
        return false;
    }
    if (folder->typing == TYPING_NAME) {
        buffer_format(out, "Name, in %s/ (%s): ", folder->home->setup->agendas, folder->edit.text);
        return true;
    }
    buffer_text(out, folder->home != NULL ? "home> " : "sessions> ");
    return false;
}
