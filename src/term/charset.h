/* Which characters the person's locale says the terminal shows. Private to term. */
#ifndef TERM_CHARSET_H
#define TERM_CHARSET_H

#include <stdbool.h>

/* By the environment, whatever locale the program itself runs in. A locale that is not installed is believed by its
 * name. */
bool charset_is_utf8(void);

#endif
