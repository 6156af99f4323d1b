/* Précis of a file: from its bytes to what the list of sessions needs of it, whatever is wrong with them.
 *
 * Bytes in, no files. The outcome is not compared: a list is no check.
 */
#ifndef CANDOUR_FORMAT_PRECIS_H
#define CANDOUR_FORMAT_PRECIS_H

#include "candour/core/precis.h"
#include "candour/format/load.h"

/* FROM names the file as it is listed. NOW says what is late. The result points into ARENA and into what FROM points
 * to: precis_keep and precis_share make it last. */
struct precis precis_read(const struct load_from *from, struct stamp now, struct arena *arena);
/* Of a file that could not be read: WHY is a sentence. */
struct precis precis_unread(const char *path, const char *why);

#endif
