#include <assert.h>
#include <errno.h>
#include <sys/stat.h>
#include <unistd.h>

#include "candour/store/call.h"
#include "kept.h"

/* Takes a half-written event away again. When even that fails the file is what it is now, and in doubt. */
static void cut_back(struct session *session) {
    struct stat status;
    if (ftruncate(session->fd, session->at.size) == 0)
        return;
    session->doubt = true;
    if (fstat(session->fd, &status) == 0)
        session->at.size = status.st_size;
}

/* The bytes at the end of our file and on its disk, and our file still at its path; else cut back, and a sentence.
 * After a failed fdatasync, or when another program stepped in between, the session is in doubt. */
static const char *append(struct session *session, const char *bytes, size_t length, struct arena *arena) {
    const char *why = session_reach(session, arena);
    if (why)
        return why;
    if (!call_write(session->fd, bytes, length)) {
        why = call_fault(arena, "write", session->path);
        cut_back(session);
        return why;
    }
    if (!call_sync_bytes(session->fd)) {
        why = call_fault(arena, "write", session->path);
        session->doubt = true;
        cut_back(session);
        return why;
    }
    struct file_identity now;
    session->at.size += (off_t)length;
    session->read_back = false;
    if (session_look(session, &now) == SEEN_SAME)
        return NULL;
    session->doubt = true;
    return arena_format(arena, "%s was changed by another program", session->path);
}

/* A new session: its file comes into being whole or not at all. */
static const char *make(struct session *session, const char *bytes, size_t length, struct arena *arena) {
    struct replacement order = {.path = session->path, .bytes = bytes, .length = length, .fresh = true};
    enum replaced done = file_put(&order, arena);
    session_stand(session, done, &order);
    return order.why;
}

const char *session_keep(struct session *session, const char *bytes, size_t length, session_all *all, void *context,
                         const char **notice, struct arena *arena) {
    assert(!session->read_only);
    *notice = NULL;
    if (!session->made)
        return make(session, bytes, length, arena);
    struct file_identity now;
    if (!session->doubt && session_look(session, &now) == SEEN_SAME) {
        const char *why = append(session, bytes, length, arena);
        if (!session->doubt)
            return why;
    }
    return session_keep_whole(session, all, context, notice, arena);
}
