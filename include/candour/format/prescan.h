/* Prescan: the bytes of a meeting file looked at before libyaml sees them.
 *
 * libyaml gives no line for bad bytes, takes UTF-16 without a word, reads U+0085, U+2028 and U+2029 as line ends where
 * YAML 1.2 readers see text, and is quadratic in directives. So these are found here, each with line and column:
 * UTF-16, invalid UTF-8 (overlong forms, surrogates and numbers above U+10FFFF too), NUL and other control characters,
 * a byte order mark inside the file, U+FFFE and U+FFFF, a carriage return alone, `%` at the start of a line, and
 * conflict markers. Not the torn tail's business: the caller has cut it.
 */
#ifndef CANDOUR_FORMAT_PRESCAN_H
#define CANDOUR_FORMAT_PRESCAN_H

#include <stdbool.h>

#include "candour/format/problem.h"

/* Looks at SOURCE and strips its byte order mark. Problems go to DIAGS, one a line at most of each kind. *BYTES is what
 * may be parsed: the source itself or, where something was found, a copy of the same lines and columns in SCRATCH
 * with harmless characters in its place. False when parsing makes no sense (UTF-16,
 * conflict markers, line ends that are only carriage returns). */
bool prescan(struct source *source, struct arena *scratch, struct diags *diags, const char **bytes);

#endif
