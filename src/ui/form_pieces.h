/* Pieces: a typed list as its parts, trimmed, without empty ones. Everything is made in ARENA. */
#ifndef CANDOUR_UI_FORM_PIECES_H
#define CANDOUR_UI_FORM_PIECES_H

#include "candour/core/field.h"

struct arena;

/* TEXT parted at any of the bytes SEPARATORS. */
struct texts pieces_of(const char *text, const char *separators, struct arena *arena);
/* PIECES with the one at AT parted at its blanks. */
struct texts pieces_split(struct texts pieces, size_t at, struct arena *arena);
/* The lines of TEXT; one that begins with a blank is joined, by a newline, to the one before. */
struct texts lines_joined(const char *text, struct arena *arena);

#endif
