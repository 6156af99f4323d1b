/* Stock: what many sessions have in common, kept once.
 *
 * Ten thousand sessions of a board name the same agencies and print the same findings. What is kept here lives until
 * stock_free; a text or block that is there already is not kept again, so that two equal texts have one address. Not to
 * be used by two threads at the same time; what was kept may be read by all.
 */
#ifndef CANDOUR_CORE_STOCK_H
#define CANDOUR_CORE_STOCK_H

#include <stddef.h>
#include <stdint.h>

struct arena;
struct stock;

struct stock *stock_new(void);
/* NULL is allowed. */
void stock_free(struct stock *stock);

/* A short text, once; NULL stays NULL. */
const char *stock_text(struct stock *stock, const char *text);
/* LENGTH bytes, aligned for any type, once. */
const void *stock_block(struct stock *stock, const void *bytes, size_t length);
/* Bytes asked of the system. */
size_t stock_held(const struct stock *stock);

#endif
