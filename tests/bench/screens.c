#include "screens.h"

#include <stdio.h>

#include "pty.h"

enum { START_QUIET = 40, START_LIMIT = 5000, KEY_QUIET = 8, SETTLE = 150 };

static void start_once(struct contender *one) {
    struct program program;
    if (!one->argv[0] || !program_start(&program, one->argv))
        return;
    figures_add(&one->start, program_frame(&program, one->marker, program.started, START_QUIET, START_LIMIT));
    program_end(&program, one->leave);
}

static void key_once(struct contender *one, struct program *program, int number) {
    if (program->pid <= 0)
        return;
    double ms = program_key(program, number % 6 < 3 ? one->there : one->back, KEY_QUIET);
    figures_add(&one->key, ms);
    one->silent += ms < 0;
}

static void measure_keys(struct contender *contenders, int count, int keys) {
    static struct program programs[8];
    for (int i = 0; i < count; i++) {
        if (!contenders[i].argv[0] || !program_start(&programs[i], contenders[i].argv))
            continue;
        program_frame(&programs[i], contenders[i].marker, programs[i].started, SETTLE, START_LIMIT);
        if (contenders[i].first)
            program_key(&programs[i], contenders[i].first, SETTLE);
    }
    for (int k = 0; k < keys; k++)
        for (int i = 0; i < count; i++)
            key_once(&contenders[i], &programs[i], k);
    for (int i = 0; i < count; i++) {
        if (programs[i].pid > 0)
            figures_add(&contenders[i].resident, (double)program_resident(&programs[i]));
        program_end(&programs[i], NULL);
    }
}

void screens_measure(struct contender *contenders, int count, int rounds, int keys) {
    for (int r = 0; r < rounds; r++)
        for (int i = 0; i < count; i++)
            start_once(&contenders[(i + r) % count]);
    measure_keys(contenders, count, keys);
}
