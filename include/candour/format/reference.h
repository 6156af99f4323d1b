/* Reference: the meeting file's sections, records and events in words, from the tables that load and check it.
 *
 * For `candour help format`; plain text of at most 80 columns, nothing that a table does not say.
 */
#ifndef CANDOUR_FORMAT_REFERENCE_H
#define CANDOUR_FORMAT_REFERENCE_H

#include "candour/base/buffer.h"

void reference_write(struct buffer *out);

#endif
