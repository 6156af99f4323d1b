/* Every document of a long session, in each form it has: what writing it takes beyond loading the session. */
#ifndef CANDOUR_TESTS_BENCH_DOCUMENTS_H
#define CANDOUR_TESTS_BENCH_DOCUMENTS_H

/* ROUNDS of each of the session at PATH; rows of the table. */
void documents_measure(const char *path, int rounds);

#endif
