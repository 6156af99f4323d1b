/* Signals: told by the system, noted as flags, acted on by the loop alone.
 *
 * The handlers do nothing but set a flag, and run only while the loop sleeps (wait.h opens the mask there), so no
 * signal is lost and none interrupts a write. One road for every POSIX system. A blocked mask and ignored signals pass
 * to a started program unless signals_for_child is called first.
 */
#ifndef CANDOUR_SHELL_SIGNALS_H
#define CANDOUR_SHELL_SIGNALS_H

#include <signal.h>
#include <stdbool.h>

/* Until the end of the program: what comes while it says its last words shall not cut them off. */
void signals_begin(void);
/* The mask to sleep with. */
const sigset_t *signals_asleep(void);

/* SIGTERM, SIGHUP, SIGINT or SIGQUIT came: its number, else 0. It stays. */
int signals_leave(void);
/* SIGTSTP, SIGCONT came since the last call. */
bool signals_stop(void);
bool signals_continued(void);
/* Stops this process group, as Ctrl-Z on a plain terminal does, and returns when it is continued. */
void signals_stop_here(void);

/* Sleeps until a child changes its state or one is told to leave; the number of a signal to leave, else 0. */
int signals_wait_child(void);
/* In a child before exec. */
void signals_for_child(void);

#endif
