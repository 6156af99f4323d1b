#include "screen_parts.h"

#define KIND(kind) ((uint32_t)1 << REMARK_##kind)

static const struct screen table[SCREEN_COUNT] = {
    [SCREEN_MEETING] = {.title = "Meeting", .brief = "Meet", .place = ON_MEETING},
    [SCREEN_FINDINGS] = {.title = "Findings",
                         .place = ON_FINDINGS,
                         .remarks = KIND(FINDING_UNTOUCHED) | KIND(FINDING_NO_POSITION) | KIND(FINDING_NEVER_OPENED) |
                                    KIND(ALL_WEAK),
                         .pages = REF_FINDING,
                         .above = findings_above,
                         .list = findings_list,
                         .detail = finding_below,
                         .page = finding_page,
                         .help = "A row for each finding, a column for each agency: d discussed it, c challenged on "
                                 "it, a answered, o owns an agreement on it, a dot for nothing yet. Enter opens "
                                 "everything there is on the selected finding."},
    [SCREEN_CHALLENGES] = {.title = "Challenges",
                           .place = ON_CHALLENGES,
                           .remarks = KIND(ALL_FROM_CHAIR) | KIND(NEVER_CHALLENGING) | KIND(NEVER_CHALLENGED) |
                                      KIND(UNANSWERED) | KIND(NO_DATE_TO_ANSWER) | KIND(EVIDENCE_PROMISED),
                           .list = challenges_list,
                           .inset = challenges_matrix,
                           .detail = challenge_below,
                           .help = "Open challenges first, then in the order they were put. The matrix has a row for "
                                   "who challenged and a column for who was challenged; Bd is the Board, Ch the "
                                   "chair, Nat a national body, oth people who speak for no agency."},
    [SCREEN_AGREEMENTS] = {.title = "Agreements",
                           .place = ON_AGREEMENTS,
                           .remarks = KIND(TOO_MANY) | KIND(EVERYTHING_NOW) | KIND(NOTHING_LINKED) |
                                      KIND(QUORUM_UNKNOWN) | KIND(QUORUM_NOT_MET),
                           .above = agreements_above,
                           .list = agreements_list,
                           .detail = agreement_below,
                           .notes = agreements_notes,
                           .help = "By priority, with what is still missing on each. The bar has a sign for each: # "
                                   "strong, = intermediate, + assurance, ~ influence, - weak, ? no kind given."},
    [SCREEN_AGENCIES] = {.title = "Agencies",
                         .place = ON_AGENCIES,
                         .remarks = KIND(SILENT) | KIND(OWNS_NOTHING) | KIND(NEVER_CHALLENGING) |
                                    KIND(NEVER_CHALLENGED) | KIND(QUORUM_UNKNOWN) | KIND(QUORUM_NOT_MET),
                         .pages = REF_AGENCY | REF_BOARD | REF_CHAIR | REF_NATIONAL,
                         .above = agencies_above,
                         .list = agencies_list,
                         .page = agency_page,
                         .help = "How often each was heard, challenged and was challenged, what it owns, shares, "
                                 "assented to and is still to be asked, and what evidence it promised. A question "
                                 "mark: attendance was not recorded."},
    [SCREEN_MARKER] = {.title = "Marker",
                       .place = ON_MARKER,
                       .above = marker_above,
                       .list = marker_list,
                       .help = "Each question with what the record holds for it, what it does not, and the board's "
                               "own answer, which Enter gives."},
    [SCREEN_TIME] = {.title = "Time",
                     .place = ON_TIME,
                     .remarks = KIND(ITEM_RUSHED) | KIND(ITEM_EMPTY),
                     .pages = REF_ITEM,
                     .above = time_above,
                     .list = time_list,
                     .page = item_page,
                     .help = "Minutes planned, given and used; # used, + over what was given, - given and not used, "
                             "| what was planned where that differs. The ledger says who paid; it balances to the "
                             "second. R shares what is left among the items to come."},
    [SCREEN_LOG] = {.title = "Log",
                    .place = ON_LOG,
                    .pages = REF_RECORD,
                    .detail_beside = true,
                    .above = log_above,
                    .list = log_list,
                    .detail = log_below,
                    .page = wordings_page,
                    .help = "Every event in a sentence, with the time it was said at. UNDONE counts as never said; "
                            "follow-up was added after the meeting was closed, a late change changed what stood "
                            "then, and a CORRECTION did so after the record was confirmed. On the page of a record: "
                            "* changed, + given since, - taken out."},
};

const struct screen *screen_of(enum screen_id id) {
    return table + id;
}
