/* Input: a meeting file from disk, with what it includes, as the loader gives it.
 */
#ifndef CANDOUR_SHELL_INPUT_H
#define CANDOUR_SHELL_INPUT_H

#include "candour/format/load.h"
#include "candour/shell/say.h"

struct input {
    const char *path; /* as the user named it */
    char *bytes;
    size_t length;
    struct loaded loaded;
    struct diags diags; /* everything found, errors and notes */
};

/* Reads and loads PATH into ARENA. NULL, or a sentence when it cannot be read; problems are in `diags`, and then
 * `loaded.meeting` is NULL. CHECK_OUTCOME as in load.h. */
const char *input_read(const char *path, bool check_outcome, struct arena *arena, struct input *out);
/* The first half of it: reads PATH and fills FROM (the outcome is not to be compared), with a reader for what it
 * includes; OUT and ARENA must outlive the load. NULL or a sentence. */
const char *input_fetch(const char *path, struct arena *arena, struct input *out, struct load_from *from);
/* Loads BYTES, read already (a session under its lock). */
void input_load(const char *path, char *bytes, size_t length, bool check_outcome, struct arena *arena,
                struct input *out);
/* Reads PATH for a command that cannot do without it, and says on standard error all that is wrong or to be noted. */
enum exit_status input_need(const char *path, struct arena *arena, struct input *out);
/* The same, of a session; of an agenda is said that nothing was said yet that could be DONE ("reported"). */
enum exit_status input_need_session(const char *path, const char *done, struct arena *arena, struct input *out);
/* All problems to standard error. */
void input_say(const struct input *input);
/* "open", "adjourned", "closed", "confirmed". */
const char *input_status_word(enum meeting_status status);

#endif
