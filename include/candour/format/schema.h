/* Schema: the meeting file as JSON Schema (draft 2020-12), for editors; made from the tables of fields, events and
 * needs, so that it says what load says.
 *
 * It describes what a reader of YAML 1.2 (core schema) hands over, and takes every file that `candour check` takes but
 * one that uses a bare word for text which such a reader turns into something else: `null` (not given), a figure with a
 * fraction or an exponent as a code. It refuses what check refuses as far as a schema can say it, which is not:
 *   what stands elsewhere: a reference to what is not there, an id given twice, the first and the last key of the file,
 *   what an event finds said before it, the outcome beside the events, files taken in by `include`
 *   how a value is written: quotes, anchors and tags, 0x10, 007, True, `null`; bytes before they are characters
 *   lengths in bytes (a schema counts characters), the depth of nesting, the size of the file
 */
#ifndef CANDOUR_FORMAT_SCHEMA_H
#define CANDOUR_FORMAT_SCHEMA_H

#include "candour/base/buffer.h"

void schema_write(struct buffer *out);

#endif
