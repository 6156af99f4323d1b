#include <errno.h>
#include <unistd.h>

#include "kept.h"

enum { DRAFT_MOST = 1024 * 1024 };

const char *session_draft_keep(struct session *session, const char *bytes, size_t length, struct arena *arena) {
    struct replacement order = {.path = session->draft, .bytes = bytes, .length = length};
    file_put(&order, arena);
    return order.why;
}

const char *session_draft_read(struct session *session, struct arena *arena, char **bytes, size_t *length) {
    *bytes = NULL;
    *length = 0;
    struct file_identity there;
    if (file_look(session->draft, &there) && !there.there)
        return NULL;
    return file_read(session->draft, DRAFT_MOST, arena, bytes, length, NULL);
}

void session_draft_gone(struct session *session) {
    unlink(session->draft);
}
