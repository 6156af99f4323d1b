/* Ask: a plain question at the prompt, before the screens. */
#ifndef CANDOUR_SHELL_ASK_H
#define CANDOUR_SHELL_ASK_H

enum answer_given { ANSWER_YES, ANSWER_NO, ANSWER_NONE };

/* Asks until it is answered with yes, no or Enter, which is yes; ANSWER_NONE when standard input ended. */
enum answer_given ask_yes(const char *question);
/* The same for what is done seldom: Enter is no. */
enum answer_given ask_sure(const char *question);

#endif
