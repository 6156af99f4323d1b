/* What the files of a précis share while one is made. */
#ifndef CANDOUR_CORE_PRECIS_PARTS_H
#define CANDOUR_CORE_PRECIS_PARTS_H

#include "candour/core/precis.h"

struct precis_making {
    const struct meeting *meeting;
    const struct summary *summary;
    struct arena *arena;
    struct passages_made passages;
};

/* Adds the response times. */
void precis_times(const struct precis_making *making, struct precis *out);

#endif
