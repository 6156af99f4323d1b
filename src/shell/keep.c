#include "candour/shell/keep.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "candour/format/save.h"

void keep_begin(struct keep *keep, struct session *session, const struct meeting *meeting, const char *before,
                size_t length) {
    *keep = (struct keep){.session = session, .meeting = meeting, .before = before, .before_length = length};
    keep->kept = before == NULL ? 0 : meeting->event_count;
}

void keep_end(struct keep *keep) {
    session_close(keep->session);
    buffer_free(&keep->since);
    buffer_free(&keep->moved_to);
    *keep = (struct keep){0};
}

bool keep_pending(const struct keep *keep) {
    return keep->kept < keep->meeting->event_count;
}

bool keep_made(const struct keep *keep) {
    return keep->kept > 0;
}

static void write_all(void *context, struct buffer *out) {
    const struct keep *keep = context;
    if (keep->before != NULL) {
        buffer_add(out, keep->before, keep->before_length);
    }
    if (keep->since.length > 0) {
        buffer_add(out, keep->since.bytes, keep->since.length);
    }
}

/* Puts what is not kept yet behind `since`; the length it had. */
static size_t add_pending(struct keep *keep) {
    size_t from = keep->since.length;
    if (keep->before == NULL && from == 0) {
        save_opening(keep->meeting->agenda, &keep->since);
    }
    for (size_t i = keep->kept; i < keep->meeting->event_count; i++) {
        save_event(&keep->meeting->events[i], &keep->since);
    }
    return from;
}

static void take_back(struct keep *keep, size_t length) {
    keep->since.length = length;
    keep->since.bytes[length] = '\0';
}

static const char *bring_to_order(struct keep *keep, const char **notice, struct arena *arena) {
    const char *why = NULL;
    if (keep->to_order) {
        why = session_finish(keep->session, keep->before, keep->before_length, notice, arena);
        keep->to_order = why != NULL;
    }
    return why;
}

const char *keep_events(struct keep *keep, const char **notice, struct arena *arena) {
    *notice = NULL;
    if (!keep_pending(keep)) {
        return NULL;
    }
    const char *why = bring_to_order(keep, notice, arena);
    if (why != NULL) {
        return why;
    }
    size_t count = keep->meeting->event_count;
    size_t from = add_pending(keep);
    const char *said = NULL;
    why =
        session_keep(keep->session, keep->since.bytes + from, keep->since.length - from, write_all, keep, &said, arena);
    *notice = said != NULL ? said : *notice;
    if (why != NULL) {
        take_back(keep, from);
        return why;
    }
    keep->kept = count;
    return NULL;
}

static const char *file_name(const char *path) {
    const char *slash = strrchr(path, '/');
    return slash == NULL ? path : slash + 1;
}

/* The path a person typed: `~/` is the home folder, a folder takes the session's own name. */
static const char *path_meant(const struct keep *keep, const char *path, struct arena *arena) {
    const char *home = getenv("HOME");
    if (path[0] == '~' && path[1] == '/' && home != NULL) {
        path = arena_format(arena, "%s%s", home, path + 1);
    }
    struct stat status;
    size_t length = strlen(path);
    if (length > 0 && (path[length - 1] == '/' || (stat(path, &status) == 0 && S_ISDIR(status.st_mode)))) {
        const char *between = path[length - 1] == '/' ? "" : "/";
        path = arena_format(arena, "%s%s%s", path, between, file_name(session_path(keep->session)));
    }
    return path;
}

const char *keep_at(struct keep *keep, const char *path, const char **notice, struct arena *arena) {
    struct session *other = NULL;
    struct session_holder holder = {0};
    const char *why = NULL;
    *notice = NULL;
    path = path_meant(keep, path, arena);
    if (session_new(path, arena, &other, &holder, &why) != SESSION_GOOD) {
        return why;
    }
    const char *said = NULL;
    const char *unlocked = why;
    size_t count = keep->meeting->event_count;
    size_t from = add_pending(keep);
    struct buffer all = {0};
    write_all(keep, &all);
    why = session_keep(other, all.bytes, all.length, write_all, keep, &said, arena);
    buffer_free(&all);
    if (why != NULL) {
        take_back(keep, from);
        session_close(other);
        return why;
    }
    *notice = said != NULL ? said : unlocked;
    if (session_is_blank(keep->session)) {
        (void)session_blank(other, true, arena);
    }
    session_close(keep->session);
    keep->session = other;
    keep->to_order = false; /* all of it was just written */
    keep->kept = count;
    buffer_clear(&keep->moved_to);
    buffer_text(&keep->moved_to, path);
    return NULL;
}

const char *keep_leave(struct keep *keep, const char **notice, struct arena *arena) {
    char *bytes = NULL;
    size_t length = 0;
    const char *why = keep_events(keep, notice, arena);
    if (why != NULL || !keep_made(keep)) {
        return why;
    }
    why = session_bytes(keep->session, arena, &bytes, &length);
    if (why != NULL) {
        return why;
    }
    struct buffer whole = {0};
    if (!save_outcome(bytes, length, meeting_outcome(keep->meeting, arena), &whole)) {
        buffer_clear(&whole); /* somebody else changed it; session_finish says so and keeps both */
        save_session(keep->meeting, &whole);
    }
    const char *said = NULL;
    why = session_finish(keep->session, whole.bytes, whole.length, &said, arena);
    *notice = said != NULL ? said : *notice;
    buffer_free(&whole);
    return why;
}

const char *keep_draft(struct keep *keep, const struct draft *draft, struct arena *arena) {
    struct buffer text = {0};
    save_draft(draft, &text);
    const char *why = session_draft_keep(keep->session, text.bytes, text.length, arena);
    buffer_free(&text);
    bool first = why != NULL && !keep->draft_fails;
    keep->draft_fails = why != NULL;
    return first ? arena_format(arena, "What is half-typed cannot be kept: %s", why) : NULL;
}

const char *keep_elsewhere(struct keep *keep, struct arena *arena) {
    const char *const folders[] = {getenv("HOME"), getenv("TMPDIR"), "/tmp"};
    const char *name = file_name(session_path(keep->session));
    for (size_t i = 0; i < sizeof folders / sizeof *folders; i++) {
        for (int n = 1; folders[i] != NULL && n <= 9; n++) {
            const char *notice;
            const char *path = n == 1 ? arena_format(arena, "%s/candour-rescued-%s", folders[i], name)
                                      : arena_format(arena, "%s/candour-rescued-%d-%s", folders[i], n, name);
            if (keep_at(keep, path, &notice, arena) == NULL) {
                return path;
            }
        }
    }
    return NULL;
}
