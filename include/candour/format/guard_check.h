/* Guard check: every place of a meeting file where a guarded word stands, whatever it is part of: a record, a title, a
 * comment, a user's own key. The bytes are looked through as they are, so a file with other problems is checked too;
 * letters written as escapes (\u00eb) are read as letters.
 */
#ifndef CANDOUR_FORMAT_GUARD_CHECK_H
#define CANDOUR_FORMAT_GUARD_CHECK_H

#include "candour/base/diag.h"

/* Adds an error with line, column and source line for each place (core/guard.h says what is found). DIAGS are those of
 * the file and are put in file order; FILE is its name as the user said it. Returns how many there are. */
size_t guard_check(const char *file, const char *bytes, size_t length, const char *const *words, size_t count,
                   struct diags *diags);

#endif
