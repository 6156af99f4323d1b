/* Reference: the meeting file in words: its types, rules and limits; its sections, records and events from the tables
 * that load and check it; what events mean together.
 *
 * For `candour help format`; plain text of at most 80 columns.
 */
#ifndef CANDOUR_FORMAT_REFERENCE_H
#define CANDOUR_FORMAT_REFERENCE_H

#include "candour/base/buffer.h"

void reference_write(struct buffer *out);

#endif
