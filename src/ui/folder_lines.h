/* The lines of the list's screens, for their table. */
#ifndef CANDOUR_UI_FOLDER_LINES_H
#define CANDOUR_UI_FOLDER_LINES_H

#include "folder_inside.h"

/* Columns of a case code in a row of WIDTH: with the board's where there are several, and the row is not narrow. */
int review_columns(const struct folder *folder, int width);
const char *review_words(const struct folder_view *view, int width, const struct precis *precis);
/* "HMB-02 of 3 May 2016", likewise. */
const char *meeting_words(const struct folder_view *view, int width, const struct precis *precis);
/* The last part of a path. */
const char *name_of_path(const char *path);

/* --- folder_sessions.c --- */
size_t sessions_count(const struct folder *folder);
bool sessions_target(const struct folder *folder, size_t row, struct folder_target *out);
void sessions_above(const struct folder_view *view, struct sheet *sheet);
void sessions_line(const struct folder_view *view, size_t row, struct sheet *sheet);
void sessions_detail(const struct folder_view *view, size_t row, struct sheet *sheet);
const char *sessions_said(const struct folder_view *view, size_t row);

/* "in use", else what became of its meeting. */
const char *state_words(const struct precis *precis);
/* FILE:LINE:COL: what, as the checker has it; of a file that could not be read, its name and why. */
const char *problem_words(struct arena *arena, const struct precis *precis);
/* The same as a sentence, with the whole path. */
const char *problem_said(struct arena *arena, const struct precis *precis);
/* What was challenged, agreed and promised, in figures. */
const char *figures_words(struct arena *arena, const struct precis *precis);

/* --- folder_home_rows.c --- */
size_t home_count(const struct folder *folder);
bool home_target(const struct folder *folder, size_t row, struct folder_target *out);
void home_above(const struct folder_view *view, struct sheet *sheet);
void home_line(const struct folder_view *view, size_t row, struct sheet *sheet);
void home_detail(const struct folder_view *view, size_t row, struct sheet *sheet);
const char *home_said(const struct folder_view *view, size_t row);

/* --- folder_problems.c --- */
size_t problems_count(const struct folder *folder);
bool problems_target(const struct folder *folder, size_t row, struct folder_target *out);
void problems_above(const struct folder_view *view, struct sheet *sheet);
void problems_line(const struct folder_view *view, size_t row, struct sheet *sheet);
void problems_detail(const struct folder_view *view, size_t row, struct sheet *sheet);
const char *problems_said(const struct folder_view *view, size_t row);

/* --- folder_owed.c: agreements, and evidence and answers --- */
size_t outstanding_count(const struct folder *folder);
size_t evidence_count(const struct folder *folder);
bool outstanding_target(const struct folder *folder, size_t row, struct folder_target *out);
bool evidence_target(const struct folder *folder, size_t row, struct folder_target *out);
void outstanding_line(const struct folder_view *view, size_t row, struct sheet *sheet);
void evidence_line(const struct folder_view *view, size_t row, struct sheet *sheet);
void outstanding_detail(const struct folder_view *view, size_t row, struct sheet *sheet);
void evidence_detail(const struct folder_view *view, size_t row, struct sheet *sheet);
const char *outstanding_said(const struct folder_view *view, size_t row);
const char *evidence_said(const struct folder_view *view, size_t row);

/* --- folder_themes.c --- */
size_t themes_count(const struct folder *folder);
bool themes_target(const struct folder *folder, size_t row, struct folder_target *out);
void themes_line(const struct folder_view *view, size_t row, struct sheet *sheet);
void themes_detail(const struct folder_view *view, size_t row, struct sheet *sheet);

/* --- folder_times.c --- */
size_t times_count(const struct folder *folder);
bool times_target(const struct folder *folder, size_t row, struct folder_target *out);
void times_above(const struct folder_view *view, struct sheet *sheet);
void times_line(const struct folder_view *view, size_t row, struct sheet *sheet);
void times_detail(const struct folder_view *view, size_t row, struct sheet *sheet);
const char *times_said(const struct folder_view *view, size_t row);

/* --- folder_found.c --- */
size_t found_count(const struct folder *folder);
bool found_target(const struct folder *folder, size_t row, struct folder_target *out);
void found_line(const struct folder_view *view, size_t row, struct sheet *sheet);
void found_detail(const struct folder_view *view, size_t row, struct sheet *sheet);
const char *found_said(const struct folder_view *view, size_t row);

#endif
