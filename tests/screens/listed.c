#include "listed.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "candour/base/diag.h"
#include "candour/core/stock.h"
#include "candour/format/precis.h"
#include "candour/ui/folder.h"

enum { FILES_MOST = 24 };

struct file {
    char path[WORD_SIZE];
    struct buffer bytes;
    bool spoiled, held;
};

struct listed {
    struct folder *folder;
    bool home;
    enum show_how how;   /* what is on the stage was opened so */
    struct buffer edits; /* what the editor leaves in a file; empty: it leaves it alone */
    struct stock *stock;
    struct arena *kept;
    struct file files[FILES_MOST];
    uint32_t count;
    uint32_t read;   /* handed over so far */
    uint32_t opened; /* the one on the stage */
};

void listed_free(struct listed *listed) {
    if (listed == NULL) {
        return;
    }
    folder_free(listed->folder);
    stock_free(listed->stock);
    arena_free(listed->kept);
    buffer_free(&listed->edits);
    for (uint32_t i = 0; i < listed->count; i++) {
        buffer_free(&listed->files[i].bytes);
    }
    free(listed);
}

/* --- what is read --- */

static const struct precis *precis_of(const struct stage *stage, uint32_t place) {
    struct listed *listed = stage->listed;
    const struct file *file = &listed->files[place];
    struct arena *arena = arena_new();
    struct load_from from = {.name = file->path, .bytes = file->bytes.bytes, .length = file->bytes.length};
    struct precis made =
        file->spoiled ? precis_unread(file->path, arena_format(arena, "cannot read %s: Permission denied", file->path))
                      : precis_read(&from, stage->now, arena);
    made.held = file->held;
    struct precis *kept = precis_keep(listed->kept, &made);
    precis_share(listed->stock, kept);
    arena_free(arena);
    return kept;
}

static void read_next(struct stage *stage, uint32_t count) {
    struct listed *listed = stage->listed;
    struct session_read list[FILES_MOST];
    struct sessions_read read = {.list = list, .listed = true, .files = listed->count};
    for (; count > 0 && listed->read < listed->count; count--, listed->read++) {
        list[read.count++] = (struct session_read){.place = listed->read, .precis = precis_of(stage, listed->read)};
    }
    read.done = listed->read == listed->count;
    struct msg msg = {.type = MSG_READ, .read = &read};
    stage_send(stage, msg);
}

/* --- at home --- */

static struct file *file_at(struct listed *listed, const char *path) {
    for (uint32_t i = 0; i < listed->count; i++) {
        if (strcmp(listed->files[i].path, path) == 0) {
            return &listed->files[i];
        }
    }
    struct file *file = &listed->files[listed->count < FILES_MOST ? listed->count++ : 0];
    *file = (struct file){0};
    snprintf(file->path, sizeof file->path, "%s", path);
    buffer_text(&file->bytes, "");
    return file;
}

static void set_bytes(struct buffer *to, const struct buffer *from) {
    buffer_clear(to);
    buffer_add(to, from->bytes, from->length);
}

/* What home is told: PATH with its problems, where it has some. */
static void tell_checked(struct stage *stage, const char *path) {
    const struct file *file = file_at(stage->listed, path);
    struct arena *arena = arena_new();
    struct load_from from = {.name = file->path, .bytes = file->bytes.bytes, .length = file->bytes.length};
    struct diags diags;
    struct loaded loaded;
    diags_begin(&diags, arena);
    bool good = load_meeting(&from, arena, &diags, &loaded);
    const char *text = good ? arena_format(arena, "%s is in order", path)
                            : arena_format(arena, "%s has %zu problems", path, diags.errors);
    stage_send(stage,
               (struct msg){.type = MSG_SHOWN, .ok = true, .text = text, .path = path, .diags = good ? NULL : &diags});
    arena_free(arena);
}

/* True: it is done, and was no meeting. */
static bool show_file(struct stage *stage, const struct effect *effect) {
    struct listed *listed = stage->listed;
    const char *named = effect->how == SHOW_COPY || effect->how == SHOW_CARRY ? effect->id : effect->text;
    char path[WORD_SIZE];
    snprintf(path, sizeof path, "%s", named);
    if (effect->how == SHOW_REVIEW || effect->how == SHOW_RUN || effect->how == SHOW_REHEARSE) {
        return false;
    }
    if (effect->how == SHOW_COPY) {
        struct file *from = file_at(listed, effect->text);
        set_bytes(&file_at(listed, path)->bytes, &from->bytes);
    }
    if (effect->how != SHOW_CHECK && listed->edits.length > 0) {
        set_bytes(&file_at(listed, path)->bytes, &listed->edits);
    }
    tell_checked(stage, path);
    return true;
}

/* Where a new meeting is kept by this driver. */
static const char NEW_SESSION[] = "sessions/2017-03-05-new.yaml";

static void back_home(struct stage *stage) {
    struct listed *listed = stage->listed;
    char path[WORD_SIZE];
    bool kept = stage->disk.length > 0;
    bool fresh = listed->how == SHOW_RUN && listed->files[listed->opened].bytes.length != 0 &&
                 strncmp(listed->files[listed->opened].path, "sessions/", 9) != 0;
    snprintf(path, sizeof path, "%s", fresh ? NEW_SESSION : listed->files[listed->opened].path);
    if (kept && listed->how != SHOW_REHEARSE) {
        set_bytes(&file_at(listed, path)->bytes, &stage->disk);
    }
    stage_kill(stage);
    stage->left = stage->quit = stage->rehearsal = stage->review = false;
    char text[WORD_SIZE + 80];
    snprintf(text, sizeof text, "%s%s",
             listed->how == SHOW_REHEARSE ? "A rehearsal: nothing was kept."
             : kept                       ? "Kept in "
                                          : "Nothing was recorded, and no session was kept.",
             kept && listed->how != SHOW_REHEARSE ? path : "");
    stage_send(stage, (struct msg){.type = MSG_RESIZE, .rows = stage->rows, .columns = stage->columns});
    stage_send(stage, (struct msg){.type = MSG_SHOWN,
                                   .ok = true,
                                   .text = text,
                                   .path = kept && listed->how != SHOW_REHEARSE ? path : NULL});
}

/* --- a session of it on the stage --- */

static void show(struct stage *stage, const struct effect *effect) {
    struct listed *listed = stage->listed;
    if (show_file(stage, effect)) {
        return;
    }
    const struct file *file = &listed->files[effect->place];
    char at[32] = "";
    snprintf(at, sizeof at, "%s", effect->id == NULL ? "" : effect->id);
    listed->opened = effect->place;
    listed->how = effect->how;
    bool session = strncmp(file->path, "sessions/", 9) == 0 || !listed->home;
    buffer_clear(&stage->disk);
    set_bytes(session ? &stage->disk : &stage->agenda, &file->bytes);
    stage->review = effect->how == SHOW_REVIEW;
    stage->rehearsal = effect->how == SHOW_REHEARSE;
    stage->at = at[0] == '\0' ? NULL : at;
    bool opened = stage_open(stage, file->path);
    stage->at = NULL;
    if (!opened) {
        printf("%s cannot be opened\n", file->path);
    }
}

void listed_back(struct stage *stage) {
    struct listed *listed = stage->listed;
    if (listed->home) {
        back_home(stage);
        return;
    }
    struct file *file = &listed->files[listed->opened];
    bool added = stage->disk.length != file->bytes.length;
    buffer_clear(&file->bytes);
    buffer_add(&file->bytes, stage->disk.bytes, stage->disk.length);
    stage_kill(stage);
    stage->left = stage->quit = false;
    struct session_read again = {.place = listed->opened, .precis = precis_of(stage, listed->opened)};
    struct sessions_read read = {.list = &again, .count = 1};
    struct msg resize = {.type = MSG_RESIZE, .rows = stage->rows, .columns = stage->columns};
    struct msg shown = {.type = MSG_SHOWN, .ok = true, .read = &read};
    char text[WORD_SIZE + 16];
    snprintf(text, sizeof text, "Kept in %s", file->path);
    shown.text = added ? text : "";
    stage_send(stage, resize);
    stage_send(stage, shown);
}

/* --- for the stage --- */

void listed_send(struct stage *stage, const struct msg *msg) {
    struct effects effects;
    folder_update(stage->listed->folder, msg, &effects);
    for (size_t i = 0; i < effects.count; i++) {
        switch (effects.list[i].type) {
        case EFFECT_SHOW:
            show(stage, &effects.list[i]);
            return;
        case EFFECT_READ_ANEW:
            stage->listed->read = 0;
            read_next(stage, stage->listed->count);
            return;
        case EFFECT_QUIT:
            stage->quit = true;
            break;
        case EFFECT_MOUSE:
            stage->mouse = !stage->mouse;
            break;
        case EFFECT_SUSPEND:
            stage->suspends++;
            break;
        case EFFECT_REDRAW:
            stage->redraws++;
            break;
        default:
            break;
        }
    }
}

instant listed_next_change(const struct stage *stage) {
    return folder_next_change(stage->listed->folder, stage->now.at);
}

void listed_view(struct stage *stage) {
    folder_view(stage->listed->folder, &stage->canvas);
}

const char *listed_message(const struct stage *stage) {
    return folder_message(stage->listed->folder);
}

/* --- directives --- */

static bool load_file(const char *path, struct file *file) {
    buffer_clear(&file->bytes);
    buffer_text(&file->bytes, "");
    return play_read(path, &file->bytes);
}

static const struct folder_home HOME = {.sessions = "sessions",
                                        .agendas = "agendas",
                                        .installed = "/usr/share/candour/agendas",
                                        .built_in = "built-in:",
                                        .template = "template.yaml",
                                        .example = "scr-response.yaml"};

static void add_file(struct play *play, const char *word) {
    struct listed *listed = play->stage.listed;
    const char *from = strchr(word, '=');
    if (listed->count == FILES_MOST) {
        play_verdict(play, false, "more files than %d", FILES_MOST);
        return;
    }
    struct file *file = &listed->files[listed->count++];
    snprintf(file->path, sizeof file->path, "%.*s", from == NULL ? (int)strlen(word) : (int)(from - word), word);
    from = from == NULL ? word : from + 1;
    play_verdict(play, load_file(from, file), "no file %s", from);
}

static void begin(struct play *play, const char *verb) {
    struct stage *stage = &play->stage;
    struct listed *listed = calloc(1, sizeof *listed);
    if (listed == NULL) {
        abort();
    }
    stage->listed = listed;
    listed->stock = stock_new();
    listed->kept = arena_new();
    listed->home = strcmp(verb, "home") == 0;
    struct folder_setup setup = {.name = listed->home ? "candour" : "sessions",
                                 .home = listed->home ? &HOME : NULL,
                                 .ascii = stage->ascii,
                                 .rows = stage->rows,
                                 .columns = stage->columns,
                                 .now = stage->now};
    listed->folder = folder_new(&setup);
    for (size_t i = 1; i < play->count; i++) {
        add_file(play, play->words[i].text);
    }
    read_next(stage, strcmp(verb, "listing") == 0 ? 0 : listed->count);
}

static struct file *file_named(struct play *play) {
    struct listed *listed = play->stage.listed;
    for (uint32_t i = 0; listed != NULL && i < listed->count; i++) {
        if (strcmp(listed->files[i].path, play->words[1].text) == 0) {
            return &listed->files[i];
        }
    }
    play_verdict(play, false, "no such file in the list: %s", play->words[1].text);
    return NULL;
}

static bool change_file(struct play *play, const char *verb) {
    bool spoil = strcmp(verb, "spoil") == 0;
    bool hold = strcmp(verb, "hold") == 0;
    if (!spoil && !hold && strcmp(verb, "replace") != 0) {
        return false;
    }
    struct file *file = file_named(play);
    if (file == NULL) {
        return true;
    }
    file->spoiled = spoil;
    file->held = hold;
    if (!spoil && !hold) {
        play_verdict(play, load_file(play->words[2].text, file), "no file %s", play->words[2].text);
    }
    return true;
}

bool listed_directive(struct play *play, const char *verb) {
    if (strcmp(verb, "folder") == 0 || strcmp(verb, "listing") == 0 || strcmp(verb, "home") == 0) {
        begin(play, verb);
    } else if (strcmp(verb, "edits") == 0 && play->stage.listed != NULL) {
        struct buffer *edits = &play->stage.listed->edits;
        buffer_clear(edits);
        play_verdict(play, play_read(play->words[1].text, edits), "no file %s", play->words[1].text);
    } else if (strcmp(verb, "read") == 0 && play->stage.listed != NULL) {
        read_next(&play->stage, (uint32_t)atoi(play->words[1].text));
    } else {
        return change_file(play, verb);
    }
    return true;
}
