#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "candour/format/load.h"
#include "candour/store/call.h"
#include "candour/store/name.h"
#include "kept.h"

enum { WHOLE_TRIES = 3 };

void session_stand(struct session *session, enum replaced done, const struct replacement *order) {
    if (done != REPLACED && done != REPLACED_UNSURE)
        return;
    session_let_go(session);
    session->at = order->now;
    session->made = true;
    session->doubt = done == REPLACED_UNSURE;
    session->read_back = false;
}

/* Another program's file gets a second name, so that ours can take the first without a moment when it has none; where
 * a file cannot have two names it is copied. */
static const char *set_theirs_beside(const struct session *session, const char **beside, struct arena *arena) {
    struct replacement copy = {.path = name_free(session->path, "other", arena), .fresh = true};
    *beside = copy.path;
    if (linkat(AT_FDCWD, session->path, AT_FDCWD, copy.path, 0) == 0)
        return NULL;
    char *bytes;
    const char *why = file_read(session->path, LOAD_FILE_MOST, arena, &bytes, &copy.length, NULL);
    if (why)
        return why;
    copy.bytes = bytes;
    if (file_put(&copy, arena) == REPLACED_UNSURE)
        unlink(copy.path);
    return copy.why;
}

/* One try: ours at the path, what is there (THERE, unless it is what we left) beside. */
static enum replaced put_whole(struct session *session, enum seen seen, const struct file_identity *there,
                               struct replacement *order, const char **notice, struct arena *arena) {
    const char *beside = NULL;
    order->fresh = seen == SEEN_MISSING;
    order->expected = order->fresh ? NULL : there;
    if (seen == SEEN_CHANGED && (order->why = set_theirs_beside(session, &beside, arena)))
        return REPLACED_NOT;
    enum replaced done = file_put(order, arena);
    bool put = done == REPLACED || done == REPLACED_UNSURE;
    if (beside && !put)
        unlink(beside); /* it is still at the path */
    else if (beside)
        *notice = arena_format(arena, "Another program changed %s: its version is now %s, and ours is kept",
                               session->path, beside);
    else if (put && seen == SEEN_MISSING)
        *notice = arena_format(arena, "%s had gone and was written anew", session->path);
    return done;
}

const char *session_keep_whole(struct session *session, session_all *all, void *context, const char **notice,
                               struct arena *arena) {
    struct buffer text = {0};
    struct replacement order = {.path = session->path, .loosely = true};
    enum replaced done = REPLACED_CHANGED;
    all(context, &text);
    order.bytes = text.bytes;
    order.length = text.length;
    for (int tries = 0; tries < WHOLE_TRIES && (done == REPLACED_CHANGED || done == REPLACED_TAKEN); tries++) {
        struct file_identity there;
        enum seen seen = session_look_again(session, &there);
        if (seen == SEEN_MISSING && (order.why = folder_make(session->path, NULL, arena)))
            break;
        if (seen == SEEN_FAULT) {
            order.why = call_fault(arena, "look at", session->path);
            break;
        }
        done = put_whole(session, seen, &there, &order, notice, arena);
        if (seen == SEEN_MISSING)
            lock_renew(&session->lock);
    }
    buffer_free(&text);
    session_stand(session, done, &order);
    return order.why;
}

/* The other program's file stays where its owner left it: nothing more is to come from us. */
static const char *set_ours_beside(struct session *session, const char *bytes, size_t length, const char **notice,
                                   struct arena *arena) {
    struct replacement order = {
        .path = name_free(session->path, "conflict", arena), .bytes = bytes, .length = length, .fresh = true};
    file_put(&order, arena);
    if (!order.why)
        *notice = arena_format(arena, "Another program changed %s: this meeting is kept whole in %s", session->path,
                               order.path);
    return order.why;
}

const char *session_finish(struct session *session, const char *bytes, size_t length, const char **notice,
                           struct arena *arena) {
    assert(!session->read_only);
    *notice = NULL;
    struct replacement order = {
        .path = session->path, .bytes = bytes, .length = length, .expected = &session->at, .fresh = !session->made};
    struct file_identity now = {0};
    enum seen seen = session->made ? session_look_again(session, &now) : SEEN_SAME;
    order.loosely = !session->read_back;
    if (seen == SEEN_FAULT)
        return call_fault(arena, "look at", session->path);
    if (seen == SEEN_MISSING) {
        order.fresh = true;
        if ((order.why = folder_make(session->path, NULL, arena)))
            return order.why;
    }
    if (order.fresh)
        order.expected = NULL;
    enum replaced done = seen == SEEN_CHANGED ? REPLACED_CHANGED : file_put(&order, arena);
    if (done == REPLACED_CHANGED || (done == REPLACED_TAKEN && session->made))
        return set_ours_beside(session, bytes, length, notice, arena);
    session_stand(session, done, &order);
    if (!order.why && order.linked)
        *notice =
            arena_format(arena, "%s has other names (hard links); they keep what was in it before", session->path);
    if (seen == SEEN_MISSING && session->made && !order.why)
        *notice = arena_format(arena, "%s had gone and was written anew", session->path);
    return order.why;
}

/* Our file, by its descriptor: not read when another program wrote into it, or it cannot be reached any more. */
static const char *read_back(struct session *session, struct arena *arena, char **bytes, size_t *length) {
    struct stat status;
    if (fstat(session->fd, &status) != 0)
        return call_fault(arena, "read", session->path);
    if (status.st_size != session->at.size)
        return NULL;
    size_t size = (size_t)status.st_size;
    *bytes = arena_alloc(arena, size + 1);
    if (!call_read_at(session->fd, *bytes, size, 0))
        return call_fault(arena, "read", session->path);
    *length = size;
    session->at = file_identity_of(&status);
    session->read_back = true;
    return NULL;
}

const char *session_bytes(struct session *session, struct arena *arena, char **bytes, size_t *length) {
    struct file_identity now;
    *length = 0;
    *bytes = arena_text(arena, "");
    if (!session->made)
        return NULL;
    if (session->fd < 0 && session_look(session, &now) != SEEN_SAME)
        return NULL;
    const char *why = session_reach(session, arena);
    return why ? why : read_back(session, arena, bytes, length);
}
