/* Home: what `candour` alone shows: meetings and agendas of this folder and installed ones, each opened by a key.
 */
#ifndef CANDOUR_SHELL_HOME_H
#define CANDOUR_SHELL_HOME_H

#include "candour/shell/browse.h"

#define HOME_SESSIONS "sessions"
#define HOME_AGENDAS "agendas"
#define HOME_TEMPLATE "template.yaml"
#define HOME_EXAMPLE "scr-response.yaml"

/* Shows what the list wished for, by `how`, until it is left; as `show` in browse.h. */
int home_show(struct browse *browse, struct buffer *last);

#endif
