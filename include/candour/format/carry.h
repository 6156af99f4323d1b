/* Carry: the next agenda (core/carry.h) as the text of an agenda file: remarks on where it comes from, then the
 * sections in the form of format/save.h. Text goes to a buffer; nothing fails.
 */
#ifndef CANDOUR_FORMAT_CARRY_H
#define CANDOUR_FORMAT_CARRY_H

#include "candour/base/buffer.h"
#include "candour/core/carry.h"

void carry_write(const struct carried *carried, struct buffer *out);

#endif
