#include <stdio.h>

#include "candour/base/buffer.h"
#include "candour/format/schema.h"
#include "candour/shell/commands.h"

enum exit_status command_schema(const struct given *given) {
    (void)given;
    struct buffer text = {0};
    schema_write(&text);
    bool done = fwrite(text.bytes, 1, text.length, stdout) == text.length && fflush(stdout) == 0;
    buffer_free(&text);
    if (!done) {
        say_error("cannot write to standard output");
        return EXIT_SYSTEM;
    }
    return EXIT_DONE;
}
