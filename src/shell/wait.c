#include "candour/shell/wait.h"

#include <stdbool.h>
#include <stddef.h>
#include <sys/select.h>
#include <time.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/timerfd.h>
#endif

#include "candour/shell/signals.h"

static struct timespec span_of(int64_t ms) {
    return (struct timespec){.tv_sec = (time_t)(ms / 1000), .tv_nsec = (long)(ms % 1000) * 1000000L};
}

struct waiting wait_begin(void) {
    struct waiting waiting = {.timer = -1};
#ifdef __linux__
    waiting.timer = timerfd_create(CLOCK_BOOTTIME, TFD_CLOEXEC | TFD_NONBLOCK);
    if (waiting.timer >= FD_SETSIZE) {
        wait_end(&waiting);
    }
#endif
    return waiting;
}

void wait_end(struct waiting *waiting) {
    if (waiting->timer >= 0) {
        close(waiting->timer);
    }
    waiting->timer = -1;
}

/* Relative: absolute ones fail under tools that shift the clock. True when the timer will end the sleep. */
static bool set_timer(const struct waiting *waiting, int64_t ms) {
#ifdef __linux__
    struct itimerspec when = {.it_value = span_of(ms)};
    return waiting->timer >= 0 && timerfd_settime(waiting->timer, 0, &when, NULL) == 0;
#else
    (void)waiting;
    (void)ms;
    return false;
#endif
}

/* Adds FD, unless there is none or it is beyond what a set can hold; the highest so far. */
static int add_to(fd_set *set, int fd, int highest) {
    if (fd < 0 || fd >= FD_SETSIZE) {
        return highest;
    }
    FD_SET(fd, set);
    return fd > highest ? fd : highest;
}

void wait_for(struct waiting *waiting, int64_t ms, int news) {
    enum { DAY_MS = 24 * 3600 * 1000 };
    ms = ms > DAY_MS ? DAY_MS : ms;
    bool timed = ms > 0 && set_timer(waiting, ms);
    struct timespec span = span_of(ms > 0 ? ms : 0);
    fd_set in;
    FD_ZERO(&in);
    int highest = add_to(&in, waiting->deaf ? -1 : STDIN_FILENO, 0);
    highest = add_to(&in, news, highest);
    highest = add_to(&in, timed ? waiting->timer : -1, highest);
    pselect(highest + 1, &in, NULL, NULL, ms < 0 || timed ? NULL : &span, signals_asleep());
    if (timed) {
        uint64_t times;
        ssize_t got = read(waiting->timer, &times, sizeof times);
        (void)got;
    }
}
