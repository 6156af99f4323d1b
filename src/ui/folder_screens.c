#include "folder_lines.h"

static const struct folder_screen table[FOLDER_ALL] = {
    [FOLDER_SESSIONS] = {.title = "Sessions",
                         .place = ON_SESSIONS,
                         .count = sessions_count,
                         .target = sessions_target,
                         .above = sessions_above,
                         .line = sessions_line,
                         .detail = sessions_detail,
                         .said = sessions_said,
                         .empty = "no session was found here",
                         .help = "A row for each session: open challenges, agreements outstanding (owed), what of "
                                 "agreements, evidence and answers is late, and evidence promised and not seen. A file "
                                 "with a problem has a row with the first; Enter opens the selected session."},
    [FOLDER_OUTSTANDING] = {.title = "Outstanding",
                            .place = ON_OUTSTANDING,
                            .count = outstanding_count,
                            .target = outstanding_target,
                            .line = outstanding_line,
                            .detail = outstanding_detail,
                            .said = outstanding_said,
                            .empty = "no agreement is outstanding",
                            .help = "Agreements not yet evidenced, stopped or superseded, of all sessions, by who owns "
                                    "them; what is late first, the longest first. What is done is outstanding until "
                                    "it is evidenced. look: it was deferred, and the day to look again has come."},
    [FOLDER_EVIDENCE] = {.title = "Evidence",
                         .count = evidence_count,
                         .target = evidence_target,
                         .line = evidence_line,
                         .detail = evidence_detail,
                         .said = evidence_said,
                         .empty = "no evidence and no answer is owed",
                         .help = "Evidence that was promised and not seen yet, and the challenges that are still open, "
                                 "of all sessions; with each who owes it."},
    [FOLDER_THEMES] = {.title = "Themes",
                       .count = themes_count,
                       .target = themes_target,
                       .line = themes_line,
                       .detail = themes_detail,
                       .empty = "nothing recurs in two reviews or more",
                       .help = "What stands with findings of more than one review: a theme, the same or nearly the "
                               "same title, a strand of learning under way; and where it was seen before."},
    [FOLDER_TIMES] = {.title = "Times",
                      .count = times_count,
                      .target = times_target,
                      .above = times_above,
                      .line = times_line,
                      .detail = times_detail,
                      .said = times_said,
                      .empty = "nothing was answered, settled or done yet",
                      .help = "How long it took from a challenge being put to an answer and until it was settled, and "
                              "how long after its due date an agreement was done; the median and the longest, which "
                              "Enter opens. Worked out from when it was recorded."},
    [FOLDER_FOUND] = {.title = "Found",
                      .place = ON_FOUND,
                      .count = found_count,
                      .target = found_target,
                      .line = found_line,
                      .detail = found_detail,
                      .said = found_said,
                      .empty = "/ searches all words of all sessions",
                      .help = "A line for each text that has the words searched for: agendas, findings, records as "
                              "they were first put and as they were changed, progress. Enter opens the session there."},
    [FOLDER_PROBLEMS] = {.title = "Problems",
                         .place = ON_PROBLEMS,
                         .count = problems_count,
                         .target = problems_target,
                         .above = problems_above,
                         .line = problems_line,
                         .detail = problems_detail,
                         .said = problems_said,
                         .empty = "",
                         .help =
                             "A row for each problem of one file, by line and column. Enter opens the file there in "
                             "your editor ($VISUAL or $EDITOR); when that is left, the file is checked again."},
};

/* In the place of the first, at home. */
static const struct folder_screen home = {
    .title = "Home",
    .place = ON_HOME,
    .count = home_count,
    .target = home_target,
    .above = home_above,
    .line = home_line,
    .detail = home_detail,
    .said = home_said,
    .empty = "",
    .help =
        "Meetings that are not over, agendas, files with problems, meetings that are over, examples: of this folder, "
        "of sessions and agendas in it, and installed. Under the list stands what Enter does with the selected "
        "one.",
};

const struct folder_screen *folder_screen_of(const struct folder *folder, enum folder_screen_id id) {
    return id == FOLDER_SESSIONS && folder->home != NULL ? &home : table + id;
}
