/* Events that follow a record: changed, assented to, withdrawn, reported on, read back. */
#include "candour/core/event.h"

#include "candour/core/record.h"
#include "rows.h"

#define OF struct event_amend
static const struct field amend_rows[] = {
    REF(id, NEEDED, REF_RECORD, "Record", "The record that changes; its earlier words stay in the file.", "C3"),
    ROW(SET, "set", AT(SET, set), NEEDED, "Changes", "The fields that change, with what they become; ~ clears a field.",
        "outcome: agreed", .shape = NULL),
};
const struct shape SHAPE_AMEND = SHAPE("amend", struct event_amend, amend_rows);
#undef OF

#define OF struct event_assent
static const struct field assent_rows[] = {
    REF(id, NEEDED, REF_AGREEMENT, "Agreement", "The agreement that is assented to, as it stands now.", "A2"),
    REF(agency, NEEDED, PARTY, "By", "The agency that speaks for itself.", "CSC"),
    CHOICE(state, NEEDED, CHOICES_ASSENT, "Assent", "Agreed, with reservation, absent (to be asked) or declined.",
           "reservation"),
    TEXT(words, FREE, "In its words", "Needed for a reservation and for declining.",
         "Only if the booking team is funded past March"),
    DATE(by, FREE, "Answer due", "The day an answer is owed.", "2016-12-06"),
};
const struct shape SHAPE_ASSENT = SHAPE("assent", struct event_assent, assent_rows);
#undef OF

#define OF struct event_withdraw
static const struct field withdraw_rows[] = {
    REF(id, NEEDED, REF_RECORD, "Record", "The record that is withdrawn; its code is not used again.", "C3"),
    TEXT(reason, FREE, "Reason", "Why.", "Recorded twice"),
};
const struct shape SHAPE_WITHDRAW = SHAPE("withdraw", struct event_withdraw, withdraw_rows);

static const struct field reject_rows[] = {
    REF(id, NEEDED, REF_PROPOSAL, "Proposal", "The proposal the board does not adopt.", "D2"),
    TEXT(reason, NEEDED, "Reason", "Why not.", "Covered by A3"),
};
const struct shape SHAPE_REJECT = SHAPE("reject", struct event_withdraw, reject_rows);
#undef OF

#define OF struct event_progress
static const struct field progress_rows[] = {
    REF(id, NEEDED, REF_RECORD, "Record", "The record this is about; an agreement may change its status with it.",
        "A3"),
    REF(by, FREE, ANYONE, "Reported by", "The agency or person that reports.", "ACU"),
    CHOICE(status, FREE, CHOICES_AGREEMENT_STATUS, "Status now",
           "How far it is: done is not evidenced, and evidenced is not impact-tested.", "done"),
    TEXT(text, NEEDED | PUBLIC, "What was done", "What has happened since.", "Closure switched off on 14 February"),
    TEXT(effect, PUBLIC, "Effect", "What difference it made.", "No closure without a clinician in six weeks"),
    CHOICE(visibility, FREE, CHOICES_VISIBILITY, "Who may see it",
           "The public, the board or only those in the room; the board when not given.", "public"),
};
const struct shape SHAPE_PROGRESS = SHAPE("progress", struct event_progress, progress_rows);
#undef OF

#define OF struct event_readback
static const struct field readback_rows[] = {
    REF(item, NEEDED, REF_ITEM, "Item", "The item whose records were read aloud.", "I8"),
    REFS(records, FREE, REF_RECORD, "Confirmed", "The records that were read and confirmed as they stand now.",
         "A1, A2"),
    TEXT(words, FREE, "Said", "What was put right, or asked to be kept.",
         "Housing asked that the words \"lawful basis\" be kept"),
};
const struct shape SHAPE_READBACK = SHAPE("readback", struct event_readback, readback_rows);
#undef OF
