/* Scene: what most tests begin with: Harrowmere on the table, opened, its first item running. */
#ifndef CANDOUR_TESTS_SCENE_H
#define CANDOUR_TESTS_SCENE_H

#include "harness.h"

#define AGENDA "harrowmere.agenda.yaml"
#define SESSION "sessions/2016-11-22-HMB-02.yaml"
#define LOCK "sessions/.2016-11-22-HMB-02.yaml.lock"
#define DRAFT "sessions/.2016-11-22-HMB-02.yaml.draft"

/* A frozen clock at 13:28:00, the agenda copied. */
struct room *scene_room(const char *build);
/* `candour run` the agenda at 24 by 80, up to the start page. */
struct terminal *scene_start(struct room *room);
/* From the start page: opened, and the first item running. */
void scene_open(struct terminal *terminal);
struct terminal *scene_running(struct room *room);
/* The challenge C1 and the agreement A1, confirmed. */
void scene_record(struct terminal *terminal);
/* Leaves by adjourning; the status of the program must be 0. */
void scene_adjourn(struct terminal *terminal);
/* `candour check` of the session in the room says nothing against it. */
void scene_check(const struct room *room, const char *session);

#endif
