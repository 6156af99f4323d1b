/* Kept: the insides of a session, shared by the files of this floor that work on it. Nobody else includes this. */
#ifndef CANDOUR_STORE_KEPT_H
#define CANDOUR_STORE_KEPT_H

#include <stdbool.h>

#include "candour/store/session.h"

struct session {
    struct arena *own; /* its names */
    const char *path;  /* symbolic links resolved */
    const char *draft;
    struct lock lock;
    struct file_identity at; /* the file as we left it: `size` is what is confirmed */
    int fd;                  /* to append by; -1: to be opened again */
    bool read_only;
    bool made;       /* the file was written once */
    bool new_folder; /* made for this session */
    bool doubt;      /* what the descriptor took may not be on the disk: keep the whole anew */
    bool read_back;  /* `at` is as session_bytes found it: not even a later edit in place goes unseen */
};

/* What stands at the path, held against `at`. */
enum seen { SEEN_SAME, SEEN_CHANGED, SEEN_MISSING, SEEN_FAULT };

enum seen session_look(const struct session *session, struct file_identity *now);
/* session_look with patience: an editor that saves takes the name away for a moment. */
enum seen session_look_again(const struct session *session, struct file_identity *now);

/* The descriptor to append by, opened when it is not; NULL or a sentence. */
const char *session_reach(struct session *session, struct arena *arena);
void session_let_go(struct session *session);

/* After a whole replacement: the session stands on what ORDER put there. */
void session_stand(struct session *session, enum replaced done, const struct replacement *order);

/* Puts BYTES at the path, another program's file beside it. */
const char *session_keep_whole(struct session *session, session_all *all, void *context, const char **notice,
                               struct arena *arena);

#endif
