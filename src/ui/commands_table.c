#include "commands_table.h"

#include "acts.h"

#define CLOCK "Clock"
#define AGENDA "Agenda"
#define RECORDS "Records"
#define ROOM "Findings and the room"
#define MOVES "Finding the way"
#define REST "Undo, screen, leaving"
#define NO_EVENT DO_COUNT
#define BOTH (AT_START | AT_MEETING)

#define ACT(word, where, heading, event, function)                                                                     \
    .name = (word), .places = (where), .group = (heading), .says = (event), .act = (function)
#define KEYS(...) .keys = {__VA_ARGS__}
#define HINT(word, place) .hint = (word), .rank = (place)
#define ALSO(words) .aliases = (words)
#define TYPED(words) .usage = (words)
#define NEEDS(what) .needs = (what)
#define HELP(sentence) .help = (sentence)

const struct command command_table[] = {
    {ACT("open", AT_START, CLOCK, NO_EVENT, act_open), KEYS(KEY_RETURN), HINT("open the meeting", 1),
     HELP("Opens the meeting, or goes on with the session; nothing is written before.")},
    {ACT("clock", AT_MEETING, CLOCK, NO_EVENT, act_clock), KEYS(' '), HINT("clock", 7),
     HELP("Starts the meeting with its first item; pauses it; goes on after a pause.")},
    {ACT("start", AT_MEETING, CLOCK, DO_START, act_start), TYPED("[ITEM] [4 min ago | since 13:30]"),
     HELP("Starts an item, dated back when the clock was forgotten.")},
    {ACT("pause", AT_MEETING, CLOCK, DO_PAUSE, act_pause), TYPED("[REASON]"), HELP("Pauses the clock.")},
    {ACT("resume", AT_MEETING, CLOCK, DO_RESUME, act_resume), TYPED("[REASON]"), HELP("Goes on after a pause.")},
    {ACT("next", AT_MEETING, CLOCK, DO_START, act_next), KEYS(']'), HINT("next", 5),
     HELP("Goes to the next item that is to come.")},
    {ACT("back", AT_MEETING, CLOCK, DO_START, act_back), KEYS('['), HELP("Goes back to the item before.")},
    {ACT("more", AT_MEETING, CLOCK, DO_EXTEND, act_more), KEYS('+', '='), NEEDS(NEEDS_CURRENT),
     HELP("One minute more for this item; the meeting ends later.")},
    {ACT("less", AT_MEETING, CLOCK, DO_EXTEND, act_less), KEYS('-'), NEEDS(NEEDS_CURRENT),
     HELP("One minute less for this item.")},
    {ACT("extend", AT_MEETING, CLOCK, DO_EXTEND, act_extend), KEYS('x'), ALSO("x"), HINT("extend", 8),
     TYPED("MINUTES [item:I3] [@WHO] [from:I7] [REASON]"),
     HELP("Gives an item minutes: how many, why, who agreed and which later item, or the end, pays.")},
    {ACT("repair", AT_MEETING, CLOCK, DO_REPAIR, act_repair), TYPED("ITEM MINUTES REASON"),
     HELP("Puts the used time of an item right when the clock was wrong.")},
    {ACT("replan", AT_MEETING, CLOCK, DO_REPLAN, act_replan), TYPED("[REASON]"),
     HELP("Scales the items still to come, so that the meeting ends as planned.")},

    {ACT("skip", AT_MEETING, AGENDA, DO_SKIP, act_skip), KEYS('k'), ALSO("k"), TYPED("ITEM [REASON]"),
     NEEDS(NEEDS_ITEM), HELP("Skips the selected item, or parks it for another meeting; its minutes go to the end.")},
    {ACT("park", AT_MEETING, AGENDA, DO_PARK, act_park), TYPED("ITEM [REASON]"), NEEDS(NEEDS_ITEM),
     HELP("Parks an item for another meeting.")},
    {ACT("add-item", AT_MEETING, AGENDA, DO_ADD_ITEM, act_add_item), KEYS('i'), ALSO("i item"), TYPED("MINUTES TITLE"),
     HELP("Adds an agenda item; its minutes come from the end.")},
    {ACT("move-up", AT_MEETING, AGENDA, DO_MOVE_ITEM, act_move_up), KEYS('{'), TYPED("[ITEM]"), NEEDS(NEEDS_ITEM),
     HELP("Moves the selected item up.")},
    {ACT("move-down", AT_MEETING, AGENDA, DO_MOVE_ITEM, act_move_down), KEYS('}'), TYPED("[ITEM]"), NEEDS(NEEDS_ITEM),
     HELP("Moves the selected item down.")},

    {ACT("challenge", AT_MEETING, RECORDS, DO_CHALLENGE, act_challenge), KEYS('c'), HINT("challenge", 1), ALSO("c"),
     TYPED("BY>TO [FINDING] WORDS"), HELP("Records a challenge: by whom, to whom, the words.")},
    {ACT("agreement", AT_MEETING, RECORDS, DO_AGREEMENT, act_agreement), KEYS('a'), HINT("agreement", 2), ALSO("a"),
     TYPED("[@OWNER] [+PARTNER] [due:DATE] [!now] [#FINDING] WORDS"),
     HELP("Records an agreement: the words, the owner, the date.")},
    {ACT("note", AT_MEETING, RECORDS, DO_NOTE, act_note), KEYS('n'), HINT("note", 6), ALSO("n"), TYPED("WORDS"),
     HELP("Records a note: a decision without an action, a declaration, a parked matter.")},
    {ACT("engagement", AT_MEETING, RECORDS, DO_ENGAGEMENT, act_engagement), KEYS('e'), ALSO("e"),
     TYPED("AUDIENCE: [@LEAD] [by:DATE] WORDS"), HELP("Records an engagement activity.")},
    {ACT("edit", AT_MEETING, RECORDS, DO_AMEND, act_edit), KEYS(KEY_RETURN), ALSO("amend"), TYPED("ID"),
     HELP("Opens the selected record to change it.")},
    {ACT("answer", AT_MEETING, RECORDS, DO_AMEND, act_answer), KEYS('w'), ALSO("w"), TYPED("ID [WORDS]"),
     NEEDS(NEEDS_CHALLENGE), HELP("Records the answer to a challenge.")},
    {ACT("settle", AT_MEETING, RECORDS, DO_AMEND, act_settle), KEYS('s'), HINT("settle", 10), ALSO("s"),
     TYPED("ID [OUTCOME REASON]"), NEEDS(NEEDS_CHALLENGE), HELP("Settles a challenge: its outcome and why.")},
    {ACT("assent", AT_MEETING, RECORDS, DO_ASSENT, act_assent), KEYS('v'), ALSO("v"), TYPED("ID [AGENCY STATE WORDS]"),
     NEEDS(NEEDS_AGREEMENT),
     HELP("Records what an agency says to an agreement: agreed, with reservation, absent, declined.")},
    {ACT("turn", AT_MEETING, RECORDS, NO_EVENT, act_turn), KEYS('t'), ALSO("t"), TYPED("[ID]"), NEEDS(NEEDS_RECORD),
     HELP("Turns a challenge or a note into an agreement, or an agreement into a note; the old one stays.")},
    {ACT("readback", AT_MEETING, RECORDS, DO_READBACK, act_readback), KEYS('r'), ALSO("r"), TYPED("[ITEM | all]"),
     HELP("Reads back the records of an item word by word, and asks each agency named whether it agrees.")},
    {ACT("withdraw", AT_MEETING, RECORDS, DO_WITHDRAW, act_withdraw), KEYS('D'), ALSO("D"), TYPED("ID [REASON]"),
     NEEDS(NEEDS_RECORD),
     HELP("Withdraws the selected record; it stays in the file and its number is not used again.")},
    {ACT("proposals", AT_MEETING, RECORDS, NO_EVENT, act_proposals), KEYS('d'), ALSO("d drafts"), TYPED("[PROPOSAL]"),
     HELP("The agreements drafted beforehand: adopted as drafted by one key, amended, or rejected with the reason.")},
    {ACT("adopt", AT_MEETING, RECORDS, DO_AGREEMENT, act_adopt), TYPED("PROPOSAL"),
     HELP("Adopts a drafted agreement: its form opens, to be kept as drafted or amended.")},
    {ACT("reject", AT_MEETING, RECORDS, DO_REJECT, act_reject), TYPED("PROPOSAL REASON"),
     HELP("Does not adopt a drafted agreement, with the reason.")},

    {ACT("focus", AT_MEETING, ROOM, DO_FOCUS, act_focus), KEYS('f'), HINT("finding", 9), ALSO("f"), TYPED("FINDING"),
     NEEDS(NEEDS_CURRENT), HELP("The finding now under discussion.")},
    {ACT("position", AT_MEETING, ROOM, DO_POSITION, act_position), KEYS('p'), HINT("position", 3), ALSO("p"),
     TYPED("FINDING POSITION [REASON]"), HELP("The board's position on a finding, with its reason.")},
    {ACT("as-is", AT_MEETING, ROOM, DO_AS_IS, act_as_is), TYPED("FINDING REASON"),
     HELP("The board keeps its agreements on a finding as they are, with the reason.")},
    {ACT("heard", AT_MEETING, ROOM, DO_HEARD, act_heard), KEYS('h'), HINT("heard", 4), ALSO("h"), TYPED("AGENCY"),
     NEEDS(NEEDS_CURRENT), HELP("An agency was heard in this item.")},
    {ACT("go-round", AT_MEETING, ROOM, DO_HEARD, act_round), KEYS('g'), ALSO("g round"), TYPED("[AGENCY]"),
     NEEDS(NEEDS_CURRENT), HELP("Each agency in the room in turn, with its own clock; who was not heard comes first.")},
    {ACT("attend", AT_MEETING, ROOM, DO_ATTEND, act_attendance), KEYS('A'), ALSO("A"), TYPED("PERSON STATE [AGENCY]"),
     HELP("Attendance: present, apologies, absent, left, deputy for whom, an interest.")},
    {ACT("assess", AT_MEETING, ROOM, DO_ASSESS, act_assess), TYPED("QUESTION met|partly|not-met [WORDS]"),
     HELP("The board's own answer to a question of the quality marker.")},
    {ACT("hand-over", AT_MEETING, ROOM, DO_HAND_OVER, act_hand_over), TYPED("chair|minutes PERSON"),
     HELP("Somebody else holds the chair, or the minutes, from now on.")},

    {ACT("up", BOTH, MOVES, NO_EVENT, act_up), KEYS(KEY_UP_ARROW), HELP("Selects the one above.")},
    {ACT("down", BOTH, MOVES, NO_EVENT, act_down), KEYS(KEY_DOWN_ARROW), HELP("Selects the one below.")},
    {ACT("page-up", BOTH, MOVES, NO_EVENT, act_page_up), KEYS(KEY_PAGE_UP), HELP("Several up.")},
    {ACT("page-down", BOTH, MOVES, NO_EVENT, act_page_down), KEYS(KEY_PAGE_DOWN), HELP("Several down.")},
    {ACT("first", BOTH, MOVES, NO_EVENT, act_first), KEYS(KEY_HOME_), HELP("The first one.")},
    {ACT("last", BOTH, MOVES, NO_EVENT, act_last), KEYS(KEY_END_), HELP("The last one.")},
    {ACT("pane", AT_MEETING, MOVES, NO_EVENT, act_pane), KEYS(KEY_TAB, KEY_LEFT_ARROW, KEY_RIGHT_ARROW),
     HELP("From the agenda to the records and back.")},
    {ACT("search", AT_MEETING, MOVES, NO_EVENT, act_search), KEYS('/'), TYPED("[WORDS]"),
     HELP("Searches agenda and records; / and Enter again find the next.")},

    {ACT("undo", AT_MEETING, REST, DO_UNDO, act_undo), KEYS('u'), HINT("undo", 11), ALSO("u"),
     HELP("Takes the last act back; both stay in the file.")},
    {ACT("redo", AT_MEETING, REST, DO_REDO, act_redo), KEYS('U'), ALSO("U"), HELP("Does again what was undone.")},
    {ACT("blank", AT_MEETING, REST, NO_EVENT, act_blank), KEYS('b'),
     HELP("Blanks the screen at once; every key but b is ignored until b shows it again.")},
    {ACT("command", AT_MEETING, REST, NO_EVENT, act_line), KEYS(':'), HINT("do", 100),
     HELP("Every act by its name; Tab completes it.")},
    {ACT("help", BOTH, REST, NO_EVENT, act_help), KEYS('?', KEY_F1), HINT("help", 101), HELP("This help.")},
    {ACT("leave", BOTH, REST, NO_EVENT, act_leave), KEYS('q', KEY_CONTROL('c')), HINT("leave", 12), ALSO("quit"),
     HELP("Leaves: adjourn and go on later, or close; nothing is lost.")},
    {ACT("adjourn", AT_MEETING, REST, DO_ADJOURN, act_adjourn), TYPED("[REASON]"),
     HELP("Adjourns the meeting and leaves.")},
    {ACT("close", AT_MEETING, REST, DO_CLOSE, act_close), TYPED("[REASON]"),
     HELP("Closes the meeting and leaves; lists what is open first, to be put right from there.")},
    {ACT("reopen", AT_MEETING, REST, DO_REOPEN, act_reopen), TYPED("[REASON]"),
     HELP("Takes an adjourned or closed meeting up again.")},
    {ACT("confirm", AT_MEETING, REST, DO_CONFIRM, act_confirm), TYPED("REASON"),
     HELP("Confirms the record of a closed meeting; later changes show as corrections.")},
    {ACT("suspend", BOTH, REST, NO_EVENT, act_suspend), KEYS(KEY_CONTROL('z')),
     HELP("Gives the terminal back for a while.")},
    {ACT("redraw", BOTH, REST, NO_EVENT, act_redraw), KEYS(KEY_CONTROL('l')), HELP("Draws the whole screen anew.")},
};

const size_t command_count = sizeof command_table / sizeof *command_table;
