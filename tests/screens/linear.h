/* Linear: a play line by line (candour/ui/plain.h).
 *
 *   linear [script]    the app is opened line by line; as at a terminal, or as a script
 *   line "TEXT"        a line is typed; what was heard before is forgotten
 *   pass SECONDS       time goes by; likewise
 *   hear "TEXT"        said since; unheard "TEXT": not; silent: nothing was
 *   refused "TEXT"     the last line was not done, and why; taken: it was
 *   asks "TEXT"        what the next line is asked for
 *   transcript NAME    what was asked, typed and said since the last one, as the lines behind it that begin with `|`
 *   hush               forgets that
 */
#ifndef LINEAR_H
#define LINEAR_H

#include "script.h"

bool linear_directive(struct play *play, const char *verb);

#endif
