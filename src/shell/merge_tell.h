/* How the words of a merge name an event, a time and a text; shared by what was done and what was refused. */
#ifndef CANDOUR_SHELL_MERGE_TELL_H
#define CANDOUR_SHELL_MERGE_TELL_H

#include "candour/shell/merge_words.h"

const char *tell_path(const struct merge_told *told, enum merge_side side);
const struct event *tell_event(const struct merge_told *told, struct merge_said said);
/* "mine.yaml:210" */
const char *tell_where(const struct merge_told *told, struct merge_said said);
/* "Tuesday 6 December 2016, 10:15:00" */
const char *tell_when(const struct merge_told *told, struct merge_said said);
/* The sentence of the log, on one line, cut where it is long; without a full stop. */
const char *tell_what(const struct merge_told *told, struct merge_said said);
/* TEXT on one line, cut where it is long. */
const char *tell_short(const struct merge_told *told, const char *text);
/* "3 events" */
const char *tell_count(const struct merge_told *told, size_t count, const char *one, const char *many);

#endif
