/* Listing: the meeting files that a person means by naming files and folders.
 *
 * A folder stands for every `*.yaml` and `*.yml` under it, at most LISTING_DEPTH folders deep. Names that begin with a
 * dot are left out, folders too: drafts, locks and what other programs hide. A symbolic link is followed, but not to a
 * folder above; what can be reached twice is listed once, under its own name rather than a link's, so that a ring of
 * links ends. Only names are read here: what a file holds, and whether it can be
 * read, its reader says.
 */
#ifndef CANDOUR_STORE_LISTING_H
#define CANDOUR_STORE_LISTING_H

#include <stdbool.h>
#include <stddef.h>

struct arena;

enum { LISTING_DEPTH = 16, LISTING_MOST = 1000000 };

struct listing {
    const char **paths; /* as named, in the order named; what a folder stands for goes by name, byte by byte */
    size_t count;
    const char **faults; /* a sentence for each folder, or part of one, that could not be looked into */
    size_t fault_count;
};

/* Is PATH a folder, or a link to one? */
bool listing_folder(const char *path);

/* What COUNT operands stand for. One that is no folder (a file of any name, or nothing at all) is listed as it is. All
 * lives in ARENA. */
void listing_make(const char *const *operands, size_t count, struct arena *arena, struct listing *out);

#endif
