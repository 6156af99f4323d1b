#include "candour/shell/signals.h"

#include <stddef.h>

static volatile sig_atomic_t leave_signal;
static volatile sig_atomic_t stop_came;
static volatile sig_atomic_t continue_came;
static sigset_t before, asleep;

static const int LEAVE[] = {SIGTERM, SIGHUP, SIGINT, SIGQUIT};
enum { LEAVE_COUNT = sizeof LEAVE / sizeof *LEAVE };

static void note_leave(int signal) {
    leave_signal = signal;
}

static void note_stop(int signal) {
    (void)signal;
    stop_came = 1;
}

static void note_continue(int signal) {
    (void)signal;
    continue_came = 1;
}

static void note_child(int signal) {
    (void)signal;
}

static void handle(int signal, void (*with)(int)) {
    struct sigaction action = {0};
    action.sa_handler = with;
    sigemptyset(&action.sa_mask);
    sigaction(signal, &action, NULL);
}

/* A hang-up that was to be ignored from the start (nohup) is ignored. */
static bool ignored(int signal) {
    struct sigaction now;
    return sigaction(signal, NULL, &now) == 0 && now.sa_handler == SIG_IGN;
}

static sigset_t ours(void) {
    sigset_t set;
    sigemptyset(&set);
    for (int i = 0; i < LEAVE_COUNT; i++) {
        sigaddset(&set, LEAVE[i]);
    }
    sigaddset(&set, SIGTSTP);
    sigaddset(&set, SIGCONT);
    sigaddset(&set, SIGWINCH); /* curses' own; a resize between a read and the sleep must not be lost */
    sigaddset(&set, SIGCHLD);
    return set;
}

void signals_begin(void) {
    sigset_t set = ours();
    sigprocmask(SIG_BLOCK, &set, &before);
    asleep = before;
    for (int i = 0; i < LEAVE_COUNT; i++) {
        sigdelset(&asleep, LEAVE[i]);
        if (!ignored(LEAVE[i])) {
            handle(LEAVE[i], note_leave);
        }
    }
    sigdelset(&asleep, SIGTSTP);
    sigdelset(&asleep, SIGCONT);
    sigdelset(&asleep, SIGWINCH);
    handle(SIGTSTP, note_stop);
    handle(SIGCONT, note_continue);
    handle(SIGCHLD, note_child);
    handle(SIGXFSZ, SIG_IGN); /* a limit on file sizes shall fail the write, not end the meeting */
    handle(SIGPIPE, SIG_IGN);
}

const sigset_t *signals_asleep(void) {
    return &asleep;
}

int signals_leave(void) {
    return leave_signal;
}

bool signals_stop(void) {
    bool came = stop_came != 0;
    stop_came = 0;
    return came;
}

bool signals_continued(void) {
    bool came = continue_came != 0;
    continue_came = 0;
    return came;
}

void signals_stop_here(void) {
    sigset_t stop;
    sigset_t now;
    sigemptyset(&stop);
    sigaddset(&stop, SIGTSTP);
    handle(SIGTSTP, SIG_DFL);
    kill(0, SIGTSTP); /* all of the job, or the shell would wait for what started us (make, say) */
    sigprocmask(SIG_UNBLOCK, &stop, &now);
    sigprocmask(SIG_SETMASK, &now, NULL);
    handle(SIGTSTP, note_stop);
}

int signals_wait_child(void) {
    sigset_t set;
    int signal = 0;
    sigemptyset(&set);
    sigaddset(&set, SIGCHLD);
    for (int i = 0; i < LEAVE_COUNT; i++) {
        if (!ignored(LEAVE[i])) {
            sigaddset(&set, LEAVE[i]);
        }
    }
    if (sigwait(&set, &signal) != 0 || signal == SIGCHLD) {
        return 0;
    }
    leave_signal = signal;
    return signal;
}

void signals_for_child(void) {
    for (int i = 0; i < LEAVE_COUNT; i++) {
        if (!ignored(LEAVE[i])) {
            handle(LEAVE[i], SIG_DFL);
        }
    }
    handle(SIGTSTP, SIG_DFL);
    handle(SIGCONT, SIG_DFL);
    handle(SIGCHLD, SIG_DFL);
    handle(SIGXFSZ, SIG_DFL);
    handle(SIGPIPE, SIG_DFL);
    sigprocmask(SIG_SETMASK, &before, NULL);
}
