#include "candour/shell/crash.h"

#include <signal.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "candour/term/term.h"

enum { STACK_SIZE = 64 * 1024, SAID_SIZE = 4096 + 128 };

static char stack[STACK_SIZE];
static char said[SAID_SIZE];

static const char FAULT[] = "\r\ncandour: a fault in the program ended it.\r\n";

static void write_all(const char *bytes, size_t length) {
    while (length > 0) {
        ssize_t written = write(STDERR_FILENO, bytes, length);
        if (written <= 0) {
            return;
        }
        bytes += written;
        length -= (size_t)written;
    }
}

static void on_crash(int signal) {
    term_rescue();
    write_all(FAULT, sizeof FAULT - 1);
    write_all(said, strlen(said));
    /* SA_RESETHAND made it the default again; blocked until we return */
    raise(signal);
}

void crash_session(const char *path) {
    if (path == NULL) {
        said[0] = '\0';
        return;
    }
    snprintf(said, sizeof said, "candour: everything that was confirmed is in %.4000s; run it again to go on.\r\n",
             path);
}

void crash_begin(void) {
    static const int FATAL[] = {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT};
    stack_t own = {.ss_sp = stack, .ss_size = sizeof stack};
    sigaltstack(&own, NULL);
    struct sigaction action = {0};
    action.sa_handler = on_crash;
    action.sa_flags = (int)(SA_ONSTACK | SA_RESETHAND);
    sigemptyset(&action.sa_mask);
    for (size_t i = 0; i < sizeof FATAL / sizeof *FATAL; i++) {
        sigaction(FATAL[i], &action, NULL);
    }
}
