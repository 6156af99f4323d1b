#include "candour/ui/looks.h"

/* The colours of the 256 are chosen to stand at about 4:1 or better against both black and white, since nobody can say
 * what background the room's terminal has; of the eight only red and magenta do.
 */
const struct look_style look_styles[LOOK_COUNT] = {
    [LOOK_PLAIN] = {'.', "ordinary text", -1, -1, 0, 0},
    [LOOK_TITLE] = {'T', "heading", -1, -1, ATTR_BOLD, ATTR_BOLD},
    [LOOK_QUIET] = {'q', "less important, or past", 243, -1, 0, ATTR_DIM},
    [LOOK_KEY] = {'k', "a key", 30, -1, ATTR_BOLD, ATTR_BOLD},
    [LOOK_STRONG] = {'B', "current item, words of a record", -1, -1, ATTR_BOLD, ATTR_BOLD},
    [LOOK_CLOCK] = {'C', "the clock", -1, -1, ATTR_BOLD, ATTR_BOLD},
    [LOOK_LATE] = {'L', "over time, overdue, missing", 196, 1, ATTR_BOLD, ATTR_BOLD | ATTR_UNDERLINE},
    [LOOK_NEAR] = {'N', "most of the time is used", 130, 5, ATTR_BOLD, ATTR_BOLD},
    [LOOK_GOOD] = {'G', "kept, accepted, agreed", 28, -1, 0, 0},
    [LOOK_OPEN] = {'O', "open, not yet heard", 163, 5, 0, ATTR_UNDERLINE},
    [LOOK_SELECTED] = {'S', "the selected row", -1, -1, ATTR_REVERSE, ATTR_REVERSE},
    [LOOK_FIELD] = {'F', "where text is typed", -1, -1, ATTR_UNDERLINE, ATTR_UNDERLINE},
    [LOOK_FAULT] = {'!', "not saved", 196, 1, ATTR_BOLD | ATTR_REVERSE, ATTR_BOLD | ATTR_REVERSE | ATTR_UNDERLINE},
    [LOOK_QUESTION] = {'?', "something is asked", -1, -1, ATTR_BOLD | ATTR_REVERSE, ATTR_BOLD | ATTR_REVERSE},
    [LOOK_ALERT] = {'A', "a threshold was passed", -1, -1, ATTR_BOLD | ATTR_REVERSE, ATTR_BOLD | ATTR_REVERSE},
    [LOOK_LINE] = {'-', "lines", 243, -1, 0, 0},
    [LOOK_FOUND] = {'M', "what was searched for", -1, -1, ATTR_BOLD | ATTR_UNDERLINE, ATTR_BOLD | ATTR_UNDERLINE},
};
