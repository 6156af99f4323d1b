#include "listed.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

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

/* --- a session of it on the stage --- */

static void show(struct stage *stage, const struct effect *effect) {
    struct listed *listed = stage->listed;
    const struct file *file = &listed->files[effect->place];
    char at[32] = "";
    snprintf(at, sizeof at, "%s", effect->id == NULL ? "" : effect->id);
    listed->opened = effect->place;
    buffer_clear(&stage->disk);
    buffer_add(&stage->disk, file->bytes.bytes, file->bytes.length);
    stage->review = true;
    stage->at = at[0] == '\0' ? NULL : at;
    bool opened = stage_open(stage, file->path);
    stage->at = NULL;
    if (!opened) {
        printf("%s cannot be opened\n", file->path);
    }
}

void listed_back(struct stage *stage) {
    struct listed *listed = stage->listed;
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

static void begin(struct play *play, bool all) {
    struct stage *stage = &play->stage;
    struct listed *listed = calloc(1, sizeof *listed);
    if (listed == NULL) {
        abort();
    }
    stage->listed = listed;
    listed->stock = stock_new();
    listed->kept = arena_new();
    struct folder_setup setup = {
        .name = "sessions", .ascii = stage->ascii, .rows = stage->rows, .columns = stage->columns, .now = stage->now};
    listed->folder = folder_new(&setup);
    for (size_t i = 1; i < play->count && listed->count < FILES_MOST; i++) {
        struct file *file = &listed->files[listed->count++];
        snprintf(file->path, sizeof file->path, "%s", play->words[i].text);
        play_verdict(play, load_file(file->path, file), "no file %s", file->path);
    }
    read_next(stage, all ? listed->count : 0);
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
    if (strcmp(verb, "folder") == 0 || strcmp(verb, "listing") == 0) {
        begin(play, verb[0] == 'f');
    } else if (strcmp(verb, "read") == 0 && play->stage.listed != NULL) {
        read_next(&play->stage, (uint32_t)atoi(play->words[1].text));
    } else {
        return change_file(play, verb);
    }
    return true;
}
