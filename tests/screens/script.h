/* Script: one play, directive by directive. */
#ifndef SCRIPT_H
#define SCRIPT_H

#include <stdio.h>

#include "stage.h"

struct tally {
    size_t passed, failed;
    bool bless, show;
};

enum { WORDS_MOST = 60, WORD_SIZE = 400 };

struct word {
    char text[WORD_SIZE];
    bool quoted;
};

/* What is known while a play runs. */
struct play {
    const char *path;
    int line;
    struct stage stage;
    struct tally *tally;
    struct word words[WORDS_MOST];
    size_t count;
    size_t failures;      /* in this play */
    size_t keys_from;     /* of stage.keys, at `count` */
    char file[WORD_SIZE]; /* the agenda or session */
    FILE *in;
    struct buffer out; /* the play as it is blessed */
};

void play_file(const char *path, struct tally *tally);

/* The app is opened on the file of the play, where it is not. */
void play_open(struct play *play);
/* checks.c: true when WORDS was a check of the frame or of what is on disk */
bool play_check(struct play *play);
void play_frame(struct play *play);
/* same.c: `same PATH` */
bool play_same(struct play *play, const char *path);
/* False when the file cannot be read. */
bool play_read(const char *path, struct buffer *out);
void play_verdict(struct play *play, bool good, const char *why, ...) __attribute__((format(printf, 3, 4)));

#endif
