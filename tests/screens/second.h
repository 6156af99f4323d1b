/* Second: the second screen of a play, looking at what is on its disk. */
#ifndef SECOND_H
#define SECOND_H

#include "candour/ui/follower.h"

struct stage;
struct play;

struct second {
    struct follower *follower;
    struct arena *arena; /* of the meeting it has read */
    struct arena *room;
    struct meeting *meeting;
    size_t read;  /* bytes of the disk */
    size_t whole; /* times it was read whole */
    bool public_only;
    bool blank; /* as the effects of the first screen say */
    struct follower_news news;
};

/* What is on the disk is read, and what is new of it alone; then drawn into the stage's canvas. */
void second_draw(struct stage *stage);
void second_free(struct second *second);
/* `second ...` and `on ...` */
bool second_directive(struct play *play, const char *verb);

#endif
