/* Session file: the meeting of a file the tests bring along.
 *
 * Without it there is nothing to test: a file that cannot be read, or has problems, is said on standard error and ends
 * the program with 3.
 */
#ifndef CANDOUR_TESTS_SESSION_FILE_H
#define CANDOUR_TESTS_SESSION_FILE_H

#include "candour/core/meeting.h"

/* PATH is from the root of the project, where tests run. In ARENA. */
struct meeting *session_file(const char *path, struct arena *arena);

#endif
