/* What the files of the portfolio share. */
#ifndef CANDOUR_CORE_PORTFOLIO_PARTS_H
#define CANDOUR_CORE_PORTFOLIO_PARTS_H

#include "candour/core/portfolio.h"

/* A number for each pair of addresses, in the order they are first asked for. */
struct numbering {
    struct arena *arena;
    struct numbered {
        const void *a, *b;
        uint32_t number; /* 1 + its number; 0: free */
    } * rows;
    size_t room;
    uint32_t count;
};

uint32_t number_of(struct numbering *numbering, const void *a, const void *b);

/* Is the session one, and no copy? */
bool portfolio_counts(const struct portfolio *portfolio, uint32_t session);
/* By code, then name; nobody last. */
int compare_parties(const char *id_a, const char *name_a, const char *id_b, const char *name_b);
int compare_numbers(int64_t a, int64_t b);

#endif
