#include "candour/ui/follower.h"

#include <stdlib.h>

#include "app_inside.h"
#include "follower_inside.h"

struct follower *follower_new(const struct follower_setup *setup) {
    struct arena *arena = arena_new();
    struct follower *follower = arena_alloc(arena, sizeof *follower);
    *follower = (struct follower){
        .arena = arena, .ascii = setup->ascii, .rows = setup->rows, .columns = setup->columns, .held = HELD_UNSURE};
    return follower;
}

void follower_free(struct follower *follower) {
    if (follower != NULL) {
        arena_free(follower->arena);
    }
}

/* --- what is heard --- */

/* Blank until somebody who has the session says otherwise: that a lock file is gone says nothing. */
static void hear_blank(struct follower *follower, enum follower_told told) {
    if (told == TOLD_BLANK || told == TOLD_SHOWN) {
        follower->blank = told == TOLD_BLANK;
    }
}

void follower_hear(struct follower *follower, const struct follower_news *news, instant now) {
    bool good = news->signal == SIGNAL_GOOD && news->room != NULL;
    hear_blank(follower, news->told);
    follower->signal = news->signal;
    follower->held = news->held;
    follower->room = news->room;
    if (good) {
        follower->good_at = now;
        follower->bad_at = 0;
        follower->heard = follower->heard || news->told != TOLD_ILLEGIBLE;
    } else if (follower->bad_at == 0) {
        follower->bad_at = now;
    }
}

/* --- what may be shown --- */

static bool lost(const struct follower *follower, instant now) {
    return follower->bad_at != 0 &&
           (follower->signal >= SIGNAL_SILENT || now - follower->bad_at >= FOLLOWER_PATIENCE_MS);
}

enum follower_picture follower_picture(const struct follower *follower, instant now) {
    if (follower->own || follower->blank) {
        return PICTURE_BLANK;
    }
    if (lost(follower, now)) {
        return PICTURE_LOST;
    }
    if (!follower->heard || follower->room == NULL) {
        return PICTURE_BLANK;
    }
    return follower->room->in_item ? PICTURE_ITEM : PICTURE_STATE;
}

/* Is the meeting one that somebody should have open now? */
static bool live(const struct follower *follower) {
    return follower->room->status <= MEETING_PAUSED;
}

int64_t follower_ahead(const struct follower *follower, instant now) {
    int64_t ahead = follower->room->last - now;
    return ahead > FOLLOWER_AHEAD_MS ? ahead : 0;
}

bool follower_stale(const struct follower *follower, instant now) {
    return follower->held == HELD_BY_NOBODY && room_runs(follower->room) &&
           now - follower->room->last >= FOLLOWER_STALE_MS;
}

/* "14:52:10, 3 min ago" */
static const char *age_words(instant at, struct stamp now, struct arena *arena) {
    char clock[CLOCK_SIZE];
    char date[DAY_SIZE];
    char span[24];
    struct stamp then = {.at = at, .offset = now.offset};
    if (stamp_day(then) != stamp_day(now)) {
        return arena_format(arena, "%s on %s", stamp_clock(then, clock), day_write(stamp_day(then), date));
    }
    return arena_format(arena, "%s, %s ago", stamp_seconds(then, clock), span_words(now.at - at, span));
}

const char *follower_doubt(const struct follower *follower, struct stamp now, struct arena *arena) {
    int64_t ahead = follower_ahead(follower, now.at);
    char span[24];
    if (ahead > 0) {
        return arena_format(arena, "This computer's clock is %s behind the meeting's: no time is shown",
                            span_words(ahead, span));
    }
    if (!live(follower) || follower->held == HELD_BY_SOMEBODY) {
        return NULL;
    }
    const char *age = age_words(follower->room->last, now, arena);
    if (follower->held == HELD_BY_NOBODY) {
        return arena_format(arena, "Nobody has this session open. Last entry %s", age);
    }
    return now.at - follower->room->last < FOLLOWER_OLD_MS ? NULL : arena_format(arena, "Last entry %s", age);
}

/* --- when it changes --- */

static instant earlier(instant a, instant b) {
    return a < b ? a : b;
}

/* The next instant at which AMOUNT, which falls by one with each ms, is a whole multiple of UNIT. */
static instant next_whole(int64_t amount, int64_t unit, instant now) {
    int64_t rest = amount % unit;
    rest += rest < 0 ? unit : 0;
    return now + (rest == 0 ? unit : rest);
}

static instant age_changes(const struct follower *follower, instant now) {
    int64_t age = now - follower->room->last;
    return next_whole(-age, age < MS_MINUTE ? MS_SECOND : MS_MINUTE, now);
}

instant follower_next_change(const struct follower *follower, instant now) {
    enum follower_picture picture = follower_picture(follower, now);
    instant next = INT64_MAX;
    if (picture != PICTURE_LOST && follower->bad_at != 0) {
        next = follower->bad_at + FOLLOWER_PATIENCE_MS;
    }
    if (picture != PICTURE_ITEM && picture != PICTURE_STATE) {
        return next;
    }
    if (picture == PICTURE_ITEM && room_runs(follower->room) && !follower_stale(follower, now)) {
        int64_t left = room_left(follower->room, now);
        /* behind zero stands a sign, at zero none */
        next = earlier(next, left == 0 ? now + 1 : next_whole(left, MS_SECOND, now));
    }
    bool aged = (live(follower) && follower->held != HELD_BY_SOMEBODY) || follower_ahead(follower, now) > 0;
    return aged ? earlier(next, age_changes(follower, now)) : next;
}

/* --- keys --- */

static void wish(struct effects *effects, enum effect_type type) {
    effects->list[effects->count++] = (struct effect){.type = type};
}

static void press_blank(struct follower *follower, struct effects *effects) {
    (void)effects;
    follower->own = !follower->own;
}

static void press_help(struct follower *follower, struct effects *effects) {
    (void)effects;
    follower->help = !follower->help;
}

static void press_redraw(struct follower *follower, struct effects *effects) {
    (void)follower;
    wish(effects, EFFECT_REDRAW);
}

static void press_suspend(struct follower *follower, struct effects *effects) {
    (void)follower;
    wish(effects, EFFECT_SUSPEND);
}

static void press_quit(struct follower *follower, struct effects *effects) {
    (void)follower;
    wish(effects, EFFECT_QUIT);
}

static const struct follower_key {
    key keys[3]; /* 0 ends them */
    void (*press)(struct follower *follower, struct effects *effects);
    const char *hint; /* on the help line; NULL: not there */
    const char *help;
} KEYS[] = {
    {{'b'}, press_blank, "blank", "Blanks this screen alone, and shows it again."},
    {{'q', KEY_CONTROL('c')}, press_quit, "leave", "Leaves; the meeting goes on."},
    {{'?', KEY_F1}, press_help, "no more of this", "Shows the keys at the foot of the screen, and takes them away."},
    {{KEY_CONTROL('l')}, press_redraw, NULL, "Paints the screen anew."},
    {{KEY_CONTROL('z')}, press_suspend, NULL, "Stops the program until the shell's fg."},
};
enum { KEY_ROWS = sizeof KEYS / sizeof *KEYS };

static void take_key(struct follower *follower, key k, struct effects *effects) {
    for (size_t i = 0; i < KEY_ROWS; i++) {
        for (size_t j = 0; j < 3 && KEYS[i].keys[j] != 0; j++) {
            if (KEYS[i].keys[j] == k) {
                KEYS[i].press(follower, effects);
                return;
            }
        }
    }
}

const char *follower_hints(const struct follower *follower, struct arena *arena) {
    const char *line = follower->own     ? "blank by b here: "
                       : follower->blank ? "blank by whoever runs the meeting: "
                                         : "";
    for (size_t i = 0; i < KEY_ROWS; i++) {
        char name[16];
        if (KEYS[i].hint != NULL) {
            line = arena_format(arena, "%s%s %s   ", line, key_name(KEYS[i].keys[0], name), KEYS[i].hint);
        }
    }
    return line;
}

const char *follower_key_help(size_t n, char name[16]) {
    if (n >= KEY_ROWS) {
        return NULL;
    }
    key_name(KEYS[n].keys[0], name);
    return KEYS[n].help;
}

void follower_update(struct follower *follower, const struct msg *msg, struct effects *effects) {
    effects->count = 0;
    if (msg->type == MSG_KEY) {
        take_key(follower, msg->key, effects);
    } else if (msg->type == MSG_LINE) {
        take_key(follower, key_of_name(msg->text), effects);
    } else if (msg->type == MSG_RESIZE) {
        follower->rows = msg->rows;
        follower->columns = msg->columns;
    } else if (msg->type == MSG_SIGNAL) {
        wish(effects, EFFECT_QUIT);
    }
}
