#include "candour/shell/found.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>

#include "candour/base/arena.h"
#include "candour/base/text.h"

enum { NAMES_MOST = 256 };

static bool same(const struct agenda *a, const struct agenda *b) {
    return text_equal(a->board->id, b->board->id) && text_equal(a->review->id, b->review->id) &&
           text_equal(a->meeting->title, b->meeting->title);
}

bool found_fits(const struct input *session, const struct agenda *agenda) {
    const struct meeting *meeting = session->loaded.meeting;
    if (meeting == NULL || !session->loaded.session || meeting->event_count == 0) {
        return false;
    }
    return meeting->status != MEETING_CLOSED && meeting->status != MEETING_CONFIRMED &&
           same(session->loaded.agenda, agenda);
}

/* `<day>-<review id>.yaml`, or with a number behind the id. */
static bool named_after(const char *name, const char *review) {
    size_t length = strlen(name);
    const char *end = length > 5 ? name + length - 5 : name;
    size_t id = strlen(review);
    if (length < 11 + id + 5 || strcmp(end, ".yaml") != 0 || name[10] != '-' || strncmp(name + 11, review, id) != 0) {
        return false;
    }
    const char *rest = name + 11 + id;
    return rest == end || (*rest == '-' && rest + 1 + strspn(rest + 1, "0123456789") == end);
}

/* The latest first; of one day the one with the higher number. */
static int later_first(const void *left, const void *right) {
    const char *a = *(const char *const *)left;
    const char *b = *(const char *const *)right;
    int days = strncmp(b, a, 10);
    if (days == 0 && strlen(a) != strlen(b)) {
        return strlen(a) > strlen(b) ? -1 : 1;
    }
    return days != 0 ? days : strcmp(b, a);
}

static size_t names_in(const char *folder, const char *review, struct arena *arena, const char *names[NAMES_MOST]) {
    DIR *open = opendir(folder);
    size_t count = 0;
    for (const struct dirent *entry; open != NULL && count < NAMES_MOST && (entry = readdir(open)) != NULL;) {
        if (named_after(entry->d_name, review)) {
            names[count++] = arena_text(arena, entry->d_name);
        }
    }
    if (open != NULL) {
        closedir(open);
    }
    if (count > 0) {
        qsort(names, count, sizeof *names, later_first);
    }
    return count;
}

bool found_unfinished(const char *folder, const struct agenda *agenda, struct arena *arena, struct input *out) {
    const char *names[NAMES_MOST];
    size_t count = names_in(folder, agenda->review->id, arena, names);
    for (size_t i = 0; i < count; i++) {
        const char *path = arena_format(arena, "%s/%s", folder, names[i]);
        if (input_read(path, false, arena, out) == NULL && found_fits(out, agenda)) {
            return true;
        }
    }
    return false;
}

const char *found_words(const struct input *session, struct arena *arena) {
    const struct meeting *meeting = session->loaded.meeting;
    struct stamp last = meeting->events[meeting->event_count - 1].at;
    char words[40];
    char clock[CLOCK_SIZE];
    size_t records = meeting->record_count;
    return arena_format(arena, "%s, last event %s %s, %zu record%s", input_status_word(meeting->status),
                        day_in_words(stamp_day(last), words, sizeof words), stamp_clock(last, clock), records,
                        records == 1 ? "" : "s");
}
