#include "candour/shell/clock.h"

#include <time.h>

static int64_t read_clock(clockid_t id) {
    struct timespec t = {0};
    if (clock_gettime(id, &t) != 0) {
        return -1;
    }
    return (int64_t)t.tv_sec * MS_SECOND + t.tv_nsec / 1000000;
}

static int64_t running(void) {
#ifdef CLOCK_BOOTTIME
    int64_t ms = read_clock(CLOCK_BOOTTIME);
    if (ms >= 0) {
        return ms;
    }
#endif
    return read_clock(CLOCK_MONOTONIC);
}

static int16_t offset_at(instant at) {
    time_t seconds = (time_t)(at / MS_SECOND);
    struct tm local;
    if (localtime_r(&seconds, &local) == NULL) {
        return 0;
    }
    return (int16_t)(local.tm_gmtoff / 60);
}

struct clock clock_begin(void) {
    return (struct clock){.wall = read_clock(CLOCK_REALTIME), .running = running()};
}

static int32_t speed_of(const struct clock *clock) {
    return clock->speed < 1 ? 1 : clock->speed;
}

void clock_set(struct clock *clock, instant at) {
    clock->running = running();
    clock->wall = at;
}

void clock_speed(struct clock *clock, int32_t speed) {
    clock_set(clock, clock_now(clock).at);
    clock->speed = speed;
}

int64_t clock_takes(const struct clock *clock, int64_t ms) {
    return (ms + speed_of(clock) - 1) / speed_of(clock);
}

struct stamp clock_now(const struct clock *clock) {
    instant at = clock->wall + (running() - clock->running) * speed_of(clock);
    return (struct stamp){.at = at, .offset = offset_at(at)};
}

int64_t clock_drift(const struct clock *clock) {
    return read_clock(CLOCK_REALTIME) - clock_now(clock).at;
}

void clock_set_ahead(struct clock *clock, int64_t ahead) {
    clock->wall += clock_drift(clock) + ahead;
}

int64_t clock_not_before(struct clock *clock, instant at) {
    int64_t behind = at - clock_now(clock).at;
    if (behind <= 0) {
        return 0;
    }
    clock->wall += behind;
    return behind;
}
