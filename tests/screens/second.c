#include "second.h"

#include <stdlib.h>
#include <string.h>

#include "candour/format/load.h"
#include "script.h"

static const char *word(const struct play *play, size_t at) {
    return at < play->count ? play->words[at].text : "";
}

static void read_whole(struct stage *stage, struct second *second) {
    struct load_from from = {.name = "session", .bytes = stage->disk.bytes, .length = stage->disk.length};
    static struct diags diags;
    struct loaded loaded = {0};
    arena_free(second->arena);
    second->arena = arena_new();
    diags_begin(&diags, second->arena);
    second->meeting = load_meeting(&from, second->arena, &diags, &loaded) ? loaded.meeting : NULL;
    second->read = loaded.whole;
    second->whole++;
}

/* As the shell does it: the whole at first, then what was appended. */
static void read_disk(struct stage *stage, struct second *second) {
    size_t more = 0;
    if (second->meeting == NULL || stage->disk.length < second->read) {
        read_whole(stage, second);
    } else if (!load_more(second->meeting, stage->disk.bytes + second->read, stage->disk.length - second->read,
                          &more)) {
        read_whole(stage, second);
    } else {
        second->read += more;
    }
}

void second_draw(struct stage *stage) {
    struct second *second = stage->second;
    const char *guard[4] = {0};
    for (size_t i = 0; i < stage->guard_count; i++) {
        guard[i] = stage->guard[i].bytes;
    }
    struct audience audience = {.public_only = second->public_only, .guard = guard, .guard_count = stage->guard_count};
    struct arena *before = second->room;
    if (second->news.signal == SIGNAL_GOOD && stage->disk.length > 0) {
        read_disk(stage, second);
        second->room = arena_new();
        second->news.room = room_of(second->meeting, stage->now, &audience, second->room);
    }
    follower_hear(second->follower, &second->news, stage->now.at);
    if (second->room != before) {
        arena_free(before);
    }
    follower_view(second->follower, stage->now, &stage->canvas);
}

void second_free(struct second *second) {
    if (second != NULL) {
        follower_free(second->follower);
        arena_free(second->arena);
        arena_free(second->room);
        free(second);
    }
}

static void send(struct play *play, struct msg msg) {
    struct effects effects;
    struct stage *stage = &play->stage;
    msg.now = stage->now;
    follower_update(stage->second->follower, &msg, &effects);
    for (size_t i = 0; i < effects.count; i++) {
        stage->quit = stage->quit || effects.list[i].type == EFFECT_QUIT;
        stage->redraws += effects.list[i].type == EFFECT_REDRAW;
        stage->suspends += effects.list[i].type == EFFECT_SUSPEND;
    }
}

static void begin(struct play *play) {
    struct stage *stage = &play->stage;
    struct follower_setup setup = {.ascii = stage->ascii, .rows = 24, .columns = 80};
    second_free(stage->second);
    stage->second = calloc(1, sizeof *stage->second);
    stage->second->follower = follower_new(&setup);
    stage->second->public_only = strcmp(word(play, 1), "public") == 0;
    stage->second->news = (struct follower_news){.told = TOLD_SHOWN};
    stage->on_second = true;
}

/* What it is told in place of the shell. */
static bool news(struct second *second, const char *what) {
    static const struct {
        const char *what;
        int signal, told, held; /* -1: as it was */
    } rows[] = {
        {"back", SIGNAL_GOOD, -1, -1},
        {"gone", SIGNAL_GONE, -1, -1},
        {"unreadable", SIGNAL_UNREADABLE, -1, -1},
        {"broken", SIGNAL_BROKEN, -1, -1},
        {"untold", SIGNAL_UNTOLD, -1, -1},
        {"silent", SIGNAL_SILENT, -1, -1},
        {"nothing", -1, TOLD_NOTHING, -1},
        {"illegible", -1, TOLD_ILLEGIBLE, -1},
        {"shown", -1, TOLD_SHOWN, -1},
        {"blank", -1, TOLD_BLANK, -1},
        {"somebody", -1, -1, HELD_BY_SOMEBODY},
        {"nobody", -1, -1, HELD_BY_NOBODY},
        {"unsure", -1, -1, HELD_UNSURE},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        if (strcmp(rows[i].what, what) == 0) {
            second->news.signal = rows[i].signal < 0 ? second->news.signal : (enum follower_signal)rows[i].signal;
            second->news.told = rows[i].told < 0 ? second->news.told : (enum follower_told)rows[i].told;
            second->news.held = rows[i].held < 0 ? second->news.held : (enum follower_held)rows[i].held;
            return true;
        }
    }
    return false;
}

bool second_directive(struct play *play, const char *verb) {
    struct stage *stage = &play->stage;
    if (strcmp(verb, "on") == 0) {
        stage->on_second = strcmp(word(play, 1), "second") == 0;
        return true;
    }
    if (strcmp(verb, "second") != 0) {
        return false;
    }
    if (play->count == 1 || strcmp(word(play, 1), "public") == 0) {
        begin(play);
    } else if (strcmp(word(play, 1), "size") == 0) {
        send(play, (struct msg){.type = MSG_RESIZE, .rows = atoi(word(play, 2)), .columns = atoi(word(play, 3))});
    } else if (strcmp(word(play, 1), "key") == 0) {
        send(play, (struct msg){.type = MSG_KEY, .key = key_of_name(word(play, 2))});
    } else if (strcmp(word(play, 1), "read") == 0) {
        play_verdict(play, stage->second->whole == (size_t)atoi(word(play, 2)), "it was read whole %zu times",
                     stage->second->whole);
    } else if (strcmp(word(play, 1), "hear") == 0) { /* a look of which nobody sees the picture */
        second_draw(stage);
    } else {
        return news(stage->second, word(play, 1));
    }
    return true;
}
