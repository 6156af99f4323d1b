#include <assert.h>
#include <string.h>
#include <unistd.h>

#include "candour/store/call.h"
#include "candour/store/name.h"
#include "kept.h"

/* NAME.torn-STAMP, with -2 and so on when two are cut within a millisecond. */
static char *torn_name(const char *path, const char *stamp, struct arena *arena) {
    char *word = arena_format(arena, ".torn-%s", stamp);
    for (char *c = word; *c; c++)
        if (*c == '/')
            *c = '-';
    for (int times = 1;; times++) {
        const char *after = times < 2 ? word : arena_format(arena, "%s-%d", word, times);
        char *name = name_beside(path, "", after, arena);
        struct file_identity there;
        if (!file_look(name, &there) || !there.there)
            return name;
    }
}

const char *session_cut(struct session *session, size_t whole, const char *stamp, const char **kept_at,
                        struct arena *arena) {
    assert(!session->read_only && session->made);
    *kept_at = NULL;
    char *bytes;
    size_t length;
    const char *why = session_bytes(session, arena, &bytes, &length);
    if (!why && (off_t)length != session->at.size)
        why = arena_format(arena, "%s was changed by another program", session->path);
    if (why || whole >= length)
        return why;
    struct replacement tail = {.path = torn_name(session->path, stamp, arena),
                               .bytes = bytes + whole,
                               .length = length - whole,
                               .fresh = true};
    if (file_put(&tail, arena) == REPLACED_UNSURE)
        unlink(tail.path); /* made again by the next try */
    if (tail.why)
        return tail.why;
    if (ftruncate(session->fd, (off_t)whole) != 0) {
        why = call_fault(arena, "cut", session->path);
        unlink(tail.path); /* it is still at the end of the file */
        return why;
    }
    session->at.size = (off_t)whole;
    session->read_back = false;
    *kept_at = tail.path;
    if (!call_sync_bytes(session->fd)) {
        why = call_fault(arena, "write", session->path);
        session->doubt = true;
    }
    return why;
}
