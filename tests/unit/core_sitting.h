/* What the tests of the meeting share: an arena for each test, and two ways to say something. Test programs only. */
#ifndef CANDOUR_TESTS_CORE_SITTING_H
#define CANDOUR_TESTS_CORE_SITTING_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "support/sitting.h"

static inline int setup(void **state) {
    *state = arena_new();
    return 0;
}

static inline int teardown(void **state) {
    arena_free(*state);
    return 0;
}

static inline void accept_at(struct refusal refusal, const char *call, const char *file, int line) {
    if (refusal.code != REFUSED_NOT) {
        char why[200];
        print_error("%s was refused: %s\n", call, refusal_text(refusal, why, sizeof why));
        _fail(file, line);
    }
}

#define TAKEN(call) accept_at((call), #call, __FILE__, __LINE__)
#define REFUSED(call, why) assert_int_equal((call).code, why)
#define MS(call, mins) assert_int_equal((call), minutes(mins))
#define SITTING_TEST(test) cmocka_unit_test_setup_teardown(test, setup, teardown)

#endif
