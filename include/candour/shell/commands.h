/* Commands of the program: what each word on the command line does. Each says on standard error what went wrong. */
#ifndef CANDOUR_SHELL_COMMANDS_H
#define CANDOUR_SHELL_COMMANDS_H

#include "candour/shell/options.h"

enum exit_status command_check(const struct given *given);
enum exit_status command_actions(const struct given *given);
enum exit_status command_carry(const struct given *given);
enum exit_status command_schema(const struct given *given);
enum exit_status command_follow(const struct given *given);
enum exit_status command_report(const struct given *given);
enum exit_status command_merge(const struct given *given);
enum exit_status command_help(const struct given *given);
/* These may also end with 128 and the number of the signal that told it to leave; everything was kept then. */
enum exit_status command_run_meeting(const struct given *given);
enum exit_status command_rehearse(const struct given *given);
enum exit_status command_review(const struct given *given);
enum exit_status command_home(const struct given *given);

#endif
