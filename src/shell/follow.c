#include "candour/shell/follow.h"

#include "candour/base/arena.h"
#include "candour/shell/input.h"
#include "candour/store/lock.h"

/* --- the session --- */

static void show_room(struct follow *follow, struct stamp now) {
    struct arena *before = follow->room_arena;
    follow->room_arena = arena_new();
    follow->room = room_of(follow->meeting, now, &follow->audience, follow->room_arena);
    arena_free(before);
}

static void say_why_not(const struct follow *follow, const struct input *input) {
    if (input->loaded.meeting == NULL) {
        input_say(input);
        say_error("the session cannot be shown; mend the file and follow it again");
    } else {
        say_error("%s is an agenda: its meeting has no session yet", follow->watch.path);
        say_error("'candour run %s' opens it and says where its session is kept", follow->watch.path);
    }
}

/* The whole file; what was read before stays when it cannot be taken. SAY: why not. */
static bool take_whole(struct follow *follow, const struct watch_found *found, bool say) {
    struct arena *arena = arena_new();
    struct input input;
    input_load(follow->watch.path, found->bytes, found->length, false, arena, &input);
    bool good = input.loaded.meeting != NULL && input.loaded.session;
    if (!good && say) {
        say_why_not(follow, &input);
    }
    if (!good) {
        arena_free(arena);
        return false;
    }
    arena_free(follow->meeting_arena);
    follow->meeting_arena = arena;
    follow->meeting = input.loaded.meeting;
    watch_read(&follow->watch, found->bytes, input.loaded.whole, input.loaded.appendable);
    return true;
}

/* True when the meeting is another one now, or knows more. */
static bool take(struct follow *follow, enum watched seen, struct watch_found *found, struct arena *arena) {
    size_t read = 0;
    if (seen == WATCH_MORE && load_more(follow->meeting, found->bytes, found->length, &read)) {
        watch_read_more(&follow->watch, found->bytes, read);
        return read > 0;
    }
    if (seen == WATCH_MORE) { /* no events that can follow: read anew, which says what it is */
        watch_forget(&follow->watch);
        seen = watch_look(&follow->watch, arena, found);
    }
    if (seen == WATCH_ANEW) {
        bool good = take_whole(follow, found, false);
        follow->file = good ? SIGNAL_GOOD : SIGNAL_BROKEN;
        follow->watch.grows = good && follow->watch.grows;
        return good;
    }
    if (seen != WATCH_SAME) {
        follow->file = seen == WATCH_GONE ? SIGNAL_GONE : SIGNAL_UNREADABLE;
    }
    return false;
}

/* --- its lock --- */

/* False when the lock file is there and cannot be read. */
static bool look_at_lock(struct follow *follow, struct arena *arena) {
    struct lock_seen seen = {0};
    const char *path = watch_lock(&follow->watch, arena);
    if (path != NULL && !lock_look(path, &seen)) {
        return false;
    }
    follow->news.told = !seen.there ? TOLD_NOTHING : !seen.read ? TOLD_ILLEGIBLE : seen.blank ? TOLD_BLANK : TOLD_SHOWN;
    follow->news.held = !seen.there || seen.holding == HOLDING_NOBODY ? HELD_BY_NOBODY
                        : seen.holding == HOLDING_SOMEBODY            ? HELD_BY_SOMEBODY
                                                                      : HELD_UNSURE;
    follow->ahead = seen.read ? seen.clock : follow->ahead;
    return true;
}

/* The lock before the file and after it: what was recorded while the screen was to be blank is not shown because `b`
 * was pressed between the two, nor what was taken back before it was. */
void follow_look(struct follow *follow, struct stamp now) {
    struct arena *arena = arena_new();
    struct watch_found found;
    bool told = look_at_lock(follow, arena);
    bool blank = told && follow->news.told == TOLD_BLANK;
    enum watched seen = watch_look(&follow->watch, arena, &found);
    if (take(follow, seen, &found, arena)) {
        show_room(follow, now);
    }
    told = look_at_lock(follow, arena) && told;
    follow->news.told = blank ? TOLD_BLANK : follow->news.told;
    follow->news.signal = follow->file == SIGNAL_GOOD && !told ? SIGNAL_UNTOLD : follow->file;
    follow->news.room = follow->room;
    arena_free(arena);
}

enum exit_status follow_begin(struct follow *follow, const char *path, const struct audience *audience,
                              struct stamp now) {
    struct arena *arena = arena_new();
    struct watch_found found;
    enum exit_status status = EXIT_DONE;
    *follow = (struct follow){.audience = *audience};
    watch_begin(&follow->watch, path);
    enum watched seen = watch_look(&follow->watch, arena, &found);
    if (seen != WATCH_ANEW) {
        say_error("%s", found.why);
        status = EXIT_SYSTEM;
    } else if (!take_whole(follow, &found, true)) {
        status = EXIT_PROBLEMS;
    } else {
        show_room(follow, now);
    }
    arena_free(arena);
    return status;
}

void follow_end(struct follow *follow) {
    arena_free(follow->meeting_arena);
    arena_free(follow->room_arena);
    *follow = (struct follow){0};
}
