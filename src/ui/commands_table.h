/* The rows of the command table, for the look-ups beside it. */
#ifndef CANDOUR_UI_COMMANDS_TABLE_H
#define CANDOUR_UI_COMMANDS_TABLE_H

#include "candour/ui/commands.h"

extern const struct command command_table[];
extern const size_t command_count;

#endif
