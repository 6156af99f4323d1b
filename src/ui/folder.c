#include "candour/ui/folder.h"

#include <stdlib.h>
#include <string.h>

#include "folder_inside.h"
#include "help.h"

struct folder *folder_new(const struct folder_setup *setup) {
    struct arena *arena = arena_new();
    struct folder *folder = arena_alloc(arena, sizeof *folder);
    folder->arena = arena;
    folder->scratch = arena_new();
    folder->name = arena_text(arena, setup->name);
    folder->ascii = setup->ascii;
    folder->rows = setup->rows;
    folder->columns = setup->columns;
    folder->now = setup->now;
    folder->today = stamp_day(setup->now);
    if (setup->home != NULL) {
        home_begin(folder, setup->home);
    }
    buffer_text(&folder->message, setup->notice == NULL ? "" : setup->notice);
    return folder;
}

void folder_free(struct folder *folder) {
    if (folder == NULL) {
        return;
    }
    folder_lists_free(folder);
    folder_search_free(folder);
    home_free(folder);
    free(folder->sessions);
    free(folder->order);
    free(folder->rank);
    free(folder->keys);
    buffer_free(&folder->message);
    arena_free(folder->typing_arena);
    arena_free(folder->scratch);
    arena_free(folder->arena);
}

const char *folder_message(const struct folder *folder) {
    return folder->message.bytes;
}

static const char *why_not(const void *context, const struct command *command, struct arena *scratch) {
    (void)scratch;
    return folder_why_not(context, command);
}

struct help_page folder_help_page(const struct folder *folder, struct arena *scratch) {
    const struct folder_screen *screen = folder_screen_of(folder, folder->screen);
    return (struct help_page){.places = folder_where(folder),
                              .title = arena_format(scratch, " Keys of the list: %s ", screen->title),
                              .shown = screen->help,
                              .context = folder,
                              .why_not = why_not};
}

static void command_key(struct folder *folder, key k) {
    const struct command *command = command_by_key(folder_where(folder), k);
    char name[16];
    const char *why = command == NULL ? NULL : folder_why_not(folder, command);
    if (command == NULL) {
        folder_say(folder, FOLDER_SAYS, "%s does nothing here; ? shows the keys", key_name(k, name));
    } else if (why != NULL) {
        folder_say(folder, FOLDER_REFUSES, "%s: %s", command->name, why);
    } else {
        command->folder(folder);
    }
}

static void take_key(struct folder *folder, key k) {
    if (folder->tone == FOLDER_REFUSES) {
        folder_say(folder, FOLDER_SAYS, "%s", "");
    }
    if (k == KEY_CONTROL('z')) {
        folder_suspend(folder);
    } else if (k == KEY_CONTROL('l')) {
        folder_redraw(folder);
    } else if (folder->typing != TYPING_NOTHING) {
        folder_typing_key(folder, k);
    } else if (folder->help) {
        struct help_page page = folder_help_page(folder, folder->scratch);
        folder->help = help_page_key(&page, k, folder->rows, folder->columns, &folder->help_scroll);
    } else {
        command_key(folder, k);
    }
}

static void take_click(struct folder *folder, int row, int column) {
    struct canvas canvas = {.pointing = true, .cursor_row = -1, .cursor_column = -1};
    struct pressed before = folder->pressed;
    folder->pressed = (struct pressed){0};
    if (folder->typing != TYPING_NOTHING || folder->help) {
        return;
    }
    canvas_begin(&canvas, folder->rows, folder->columns);
    folder_view(folder, &canvas);
    struct hotspot spot = canvas_hotspot(&canvas, row, column);
    canvas_free(&canvas);
    if (spot.what == HOTSPOT_SCREEN) {
        folder_show_screen(folder, (enum folder_screen_id)spot.number);
    } else if (spot.what == HOTSPOT_ROW && pressed_twice(&before, spot, row, folder->now.at)) {
        take_key(folder, KEY_RETURN);
    } else if (spot.what == HOTSPOT_ROW) {
        folder_move(folder, spot.number);
        folder->pressed = (struct pressed){.spot = spot, .row = row, .at = folder->now.at};
    }
}

static void take_paste(struct folder *folder, const char *text) {
    if (folder->typing != TYPING_NOTHING) {
        folder_typing_paste(folder, text);
    } else {
        folder_say(folder, FOLDER_SAYS, "Pasted text goes into the search; nothing was done");
    }
}

/* What is late goes by the day: with a new one everything is read anew. */
static void look_at_day(struct folder *folder) {
    day today = stamp_day(folder->now);
    if (today != folder->today) {
        folder->today = today;
        folder_read_anew(folder);
        folder_say(folder, FOLDER_SAYS, "It is another day: everything is read anew");
    }
}

static void take_msg(struct folder *folder, const struct msg *msg) {
    switch (msg->type) {
    case MSG_KEY:
        folder->pressed = (struct pressed){0};
        take_key(folder, msg->key);
        break;
    case MSG_CLICK:
        take_click(folder, msg->row, msg->column);
        break;
    case MSG_WHEEL:
        folder->pressed = (struct pressed){0};
        take_key(folder, msg->step < 0 ? KEY_UP_ARROW : KEY_DOWN_ARROW);
        break;
    case MSG_PASTE:
        take_paste(folder, msg->text == NULL ? "" : msg->text);
        break;
    case MSG_RESIZE:
        folder->rows = msg->rows;
        folder->columns = msg->columns;
        break;
    case MSG_READ:
        folder_take_read(folder, msg->read);
        break;
    case MSG_SHOWN:
        if (folder->home != NULL) {
            home_shown(folder, msg);
            break;
        }
        folder_take_read(folder, msg->read);
        folder_say(folder, msg->ok ? FOLDER_SAYS : FOLDER_REFUSES, "%s", msg->text == NULL ? "" : msg->text);
        break;
    case MSG_NOTICE:
        folder_say(folder, FOLDER_SAYS, "%s", msg->text == NULL ? "" : msg->text);
        break;
    case MSG_SIGNAL:
        folder_quit(folder);
        break;
    case MSG_TIME:
        look_at_day(folder);
        break;
    case MSG_KEPT:
    case MSG_EDITED:
    case MSG_LEFT:
    case MSG_REPORTED:
    case MSG_UNTOLD:
    case MSG_LINE:
        break; /* nothing is recorded or written here */
    }
}

void folder_turn(struct folder *folder, const struct msg *msg, struct effects *effects, folder_taker *take,
                 void *self) {
    effects->count = 0;
    folder->effects = effects;
    arena_free(folder->scratch);
    folder->scratch = arena_new();
    folder->now = msg->now;
    take(self, msg);
    folder_search_step(folder);
    folder_lists_settle(folder);
    home_settle(folder);
    folder_settle(folder);
    folder->effects = NULL;
}

static void take(void *self, const struct msg *msg) {
    take_msg(self, msg);
}

void folder_update(struct folder *folder, const struct msg *msg, struct effects *effects) {
    folder_turn(folder, msg, effects, take, folder);
}

static instant earlier(instant a, instant b) {
    return a < b ? a : b;
}

instant folder_next_change(const struct folder *folder, instant now) {
    instant midnight = instant_of(folder->today + 1, 0, folder->now.offset);
    instant next = earlier(midnight > now ? midnight : now + MS_MINUTE, folder_lists_due(folder));
    if (folder->search.under_way) {
        next = now + 1;
    }
    return next > now ? next : now + 1;
}
