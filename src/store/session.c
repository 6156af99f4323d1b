#include "candour/store/session.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <string.h>
#include <unistd.h>

#include "candour/format/load.h"
#include "candour/store/call.h"
#include "candour/store/name.h"
#include "kept.h"

enum { MISSING_LOOKS = 5, MISSING_WAIT_MS = 20 };

static struct session *begin(const char *path, bool read_only) {
    struct arena *own = arena_new();
    struct session *session = arena_alloc(own, sizeof *session);
    session->own = own;
    session->path = arena_text(own, path);
    session->draft = name_beside(path, ".", ".draft", own);
    session->lock = (struct lock){.fd = -1};
    session->fd = -1;
    session->read_only = read_only;
    return session;
}

/* A lock that nobody can have is no reason to stop a meeting: it is said. */
static enum session_fault lock_session(struct session *session, struct arena *arena, struct session_holder *holder,
                                       const char **why) {
    const char *said = NULL;
    const char *path = name_beside(session->path, ".", ".lock", session->own);
    switch (lock_take(path, &session->lock, holder, arena, &said)) {
    case LOCK_TAKEN:
        /* What a killed program left: nobody else may be writing these now. */
        folder_sweep(session->path, session->draft, arena);
        return SESSION_GOOD;
    case LOCK_HELD:
        *why = arena_format(arena, "%s cannot be written: %s", session->path, said);
        return SESSION_HELD;
    case LOCK_IMPOSSIBLE:
    default:
        *why = arena_format(arena, "%s; nothing keeps another candour from writing the same session", said);
        return SESSION_GOOD;
    }
}

void session_let_go(struct session *session) {
    if (session->fd >= 0)
        close(session->fd);
    session->fd = -1;
}

const char *session_reach(struct session *session, struct arena *arena) {
    if (session->fd >= 0)
        return NULL;
    int fd = call_open(AT_FDCWD, session->path, O_RDWR | O_APPEND | O_NOFOLLOW | O_NOCTTY | O_NONBLOCK, 0);
    if (fd < 0)
        return call_fault(arena, "write", session->path);
    struct stat status;
    struct file_identity opened = {0};
    if (fstat(fd, &status) == 0)
        opened = file_identity_of(&status);
    if (!file_same_place(&opened, &session->at)) {
        close(fd);
        return arena_format(arena, "cannot write %s: another program is changing it", session->path);
    }
    session->fd = fd;
    return NULL;
}

enum seen session_look(const struct session *session, struct file_identity *now) {
    if (!file_look(session->path, now))
        return SEEN_FAULT;
    if (!now->there)
        return SEEN_MISSING;
    return file_same_place(now, &session->at) ? SEEN_SAME : SEEN_CHANGED;
}

enum seen session_look_again(const struct session *session, struct file_identity *now) {
    enum seen seen = session_look(session, now);
    for (int looks = 1; looks < MISSING_LOOKS && seen == SEEN_MISSING; looks++) {
        poll(NULL, 0, MISSING_WAIT_MS);
        seen = session_look(session, now);
    }
    return seen;
}

static enum session_fault read_session(struct session *session, struct arena *arena, char **bytes, size_t *length,
                                       const char **why) {
    const char *fault = file_read(session->path, LOAD_FILE_MOST, arena, bytes, length, &session->at);
    if (fault) {
        *why = fault;
        return SESSION_SYSTEM;
    }
    session->made = true;
    if (session->read_only)
        return SESSION_GOOD;
    fault = session_reach(session, arena);
    if (fault)
        *why = fault;
    return fault ? SESSION_SYSTEM : SESSION_GOOD;
}

enum session_fault session_open(const char *path, bool read_only, struct arena *arena, struct session **out,
                                char **bytes, size_t *length, struct session_holder *holder, const char **why) {
    struct file_identity there;
    *out = NULL;
    *why = NULL;
    const char *target = file_resolve(path, arena, why);
    if (!target)
        return SESSION_SYSTEM;
    if (file_look(target, &there) && !there.there) {
        *why = call_fault(arena, "read", target);
        return SESSION_MISSING;
    }
    struct session *session = begin(target, read_only);
    enum session_fault fault = read_only ? SESSION_GOOD : lock_session(session, arena, holder, why);
    if (fault == SESSION_GOOD)
        fault = read_session(session, arena, bytes, length, why);
    if (fault == SESSION_GOOD)
        *out = session;
    else
        session_close(session);
    return fault;
}

enum session_fault session_new(const char *path, struct arena *arena, struct session **out,
                               struct session_holder *holder, const char **why) {
    struct file_identity there;
    *out = NULL;
    *why = NULL;
    const char *target = file_resolve(path, arena, why);
    if (!target)
        return SESSION_SYSTEM;
    struct session *session = begin(target, false);
    enum session_fault fault = SESSION_SYSTEM;
    *why = folder_make(target, &session->new_folder, arena);
    if (!*why)
        fault = lock_session(session, arena, holder, why);
    if (fault == SESSION_GOOD && !file_look(target, &there)) {
        *why = call_fault(arena, "look at", target);
        fault = SESSION_SYSTEM;
    } else if (fault == SESSION_GOOD && there.there) {
        *why = arena_format(arena, "%s is there already, and an existing file is never overwritten", target);
        fault = SESSION_TAKEN;
    }
    if (fault == SESSION_GOOD)
        *out = session;
    else
        session_close(session);
    return fault;
}

char *session_name(const char *date, const char *review, struct arena *arena) {
    char *plain = arena_format(arena, "sessions/%s-%s.yaml", date, review);
    for (char *c = plain + strlen("sessions/"); *c; c++)
        if (*c == '/')
            *c = '-';
    for (int times = 1;; times++) {
        char *name = name_variant(plain, "", times, arena);
        struct file_identity there;
        if (file_look(name, &there) && there.there)
            continue;
        if (!lock_busy(name_beside(name, ".", ".lock", arena)))
            return name;
    }
}

const char *session_blank(struct session *session, bool blank, struct arena *arena) {
    if (session->read_only || lock_say(&session->lock, blank, session->lock.clock))
        return NULL;
    return arena_format(arena, "the second screen cannot be told to %s: %s", blank ? "go blank" : "show again",
                        strerror(errno));
}

bool session_is_blank(const struct session *session) {
    return session != NULL && session->lock.blank;
}

void session_clock(struct session *session, int64_t ahead) {
    if (session->lock.fd >= 0 && session->lock.clock != ahead)
        (void)lock_say(&session->lock, session->lock.blank, ahead);
}

void session_settle(const struct session *session) {
    (void)lock_settle(&session->lock); /* a lock whose text is not on the disk locks as well */
}

int64_t session_clock_said(const struct session *session) {
    return session->lock.clock;
}

const char *session_path(const struct session *session) {
    return session->path;
}

void session_close(struct session *session) {
    if (!session)
        return;
    session_let_go(session);
    /* of a session that never came into being nothing is left */
    session->lock.blank = session->lock.blank && session->made;
    lock_release(&session->lock);
    /* A folder made for a meeting that was never opened; one with anything in it stays. */
    if (session->new_folder && !session->made)
        rmdir(name_folder(session->path, session->own));
    arena_free(session->own);
}
