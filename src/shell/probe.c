#include "candour/shell/probe.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "candour/base/arena.h"
#include "candour/store/call.h"
#include "candour/store/lock.h"
#include "candour/store/watch.h"

/* What a look would wait for, waited for. */
static void look(const struct watch *watch) {
    struct arena *arena = arena_new();
    struct lock_seen seen;
    char byte;
    int fd = call_open(AT_FDCWD, watch->path, O_RDONLY | O_NONBLOCK | O_NOCTTY, 0);
    if (fd >= 0) {
        (void)call_read_at(fd, &byte, 1, 0);
        close(fd);
    }
    const char *lock = watch_lock(watch, arena);
    if (lock != NULL) {
        (void)lock_look(lock, &seen);
    }
    arena_free(arena);
}

/* Until nobody is there any more to ask. The terminal is not its own: it must not keep it from being closed. */
static void help(int asked, int answers, const char *path) {
    struct watch watch;
    char byte;
    watch_begin(&watch, path);
    for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++) {
        close(fd);
    }
    for (;;) {
        ssize_t got = read(asked, &byte, 1);
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got != 1) {
            break;
        }
        look(&watch);
        if (write(answers, &byte, 1) != 1) {
            break;
        }
    }
    _exit(0);
}

static bool make_pipes(int there[2], int back[2]) {
    if (pipe(there) != 0) {
        return false;
    }
    if (pipe(back) != 0) {
        close(there[0]);
        close(there[1]);
        return false;
    }
    int fds[] = {there[0], there[1], back[0], back[1]};
    for (int i = 0; i < 4; i++) {
        fcntl(fds[i], F_SETFD, FD_CLOEXEC);
    }
    fcntl(back[0], F_SETFL, O_NONBLOCK);
    return true;
}

void probe_begin(struct probe *probe, const char *path) {
    int there[2];
    int back[2];
    *probe = (struct probe){.ask = -1, .answer = -1, .quiet = -1};
    if (!make_pipes(there, back)) {
        return;
    }
    pid_t helper = fork();
    if (helper == 0) {
        close(there[1]);
        close(back[0]);
        help(there[0], back[1], path);
    }
    close(there[0]);
    close(back[1]);
    if (helper < 0) {
        close(there[1]);
        close(back[0]);
        return;
    }
    *probe = (struct probe){.ask = there[1], .answer = back[0], .quiet = -1, .helper = helper};
}

/* It ends by itself; one that still waits for a folder ends when that is over. */
void probe_end(struct probe *probe) {
    int fds[] = {probe->ask, probe->answer, probe->quiet};
    for (size_t i = 0; i < sizeof fds / sizeof *fds; i++) {
        if (fds[i] >= 0) {
            close(fds[i]);
        }
    }
    if (probe->helper > 0) {
        waitpid(probe->helper, NULL, WNOHANG);
    }
    *probe = (struct probe){.ask = -1, .answer = -1, .quiet = -1};
}

/* The helper has ended, killed by somebody. Its answer would be readable for ever: a pipe nobody writes to takes its
 * place under the same number, which others wait on. */
static void do_without(struct probe *probe) {
    int nobody[2];
    close(probe->ask);
    probe->ask = -1;
    if (pipe(nobody) == 0) {
        dup2(nobody[0], probe->answer);
        close(nobody[0]);
        probe->quiet = nobody[1];
        fcntl(probe->answer, F_SETFD, FD_CLOEXEC);
        fcntl(probe->quiet, F_SETFD, FD_CLOEXEC);
        fcntl(probe->answer, F_SETFL, O_NONBLOCK);
    }
}

bool probe_ask(struct probe *probe) {
    static const char byte = '?';
    if (probe->ask < 0) {
        return false;
    }
    if (call_write(probe->ask, &byte, 1)) {
        return true;
    }
    do_without(probe);
    return false;
}

bool probe_answered(struct probe *probe) {
    char byte;
    ssize_t got = probe->ask < 0 ? -1 : read(probe->answer, &byte, 1);
    if (got == 0) {
        do_without(probe);
    }
    return got >= 0;
}
