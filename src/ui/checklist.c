#include "checklist.h"

#include "candour/base/arena.h"

enum { LACKS_ASKED = LACK_OWNER | LACK_DUE | LACK_EVIDENCE | LACK_MEASURE };

struct listing {
    const struct summary *summary;
    struct holes holes;
    struct arena *arena;
};

static void add(struct listing *listing, enum hole_kind kind, const char *id, const char *text) {
    listing->holes.list[listing->holes.count++] = (struct hole){.kind = kind, .id = id, .text = text};
}

static void findings(struct listing *listing) {
    for (size_t i = 0; i < listing->summary->finding_count; i++) {
        const struct finding_summary *finding = listing->summary->findings + i;
        if (finding->position == 0) {
            add(listing, HOLE_POSITION, finding->state->finding->id, "no position yet");
        }
    }
}

static void challenges(struct listing *listing) {
    for (size_t i = 0; i < listing->summary->open_count; i++) {
        const struct challenge_summary *challenge = listing->summary->challenges + i;
        add(listing, challenge->answered ? HOLE_UNSETTLED : HOLE_UNANSWERED, challenge->record->id,
            challenge->answered ? "open: answered, not settled" : "open: not answered");
    }
}

static void proposals(struct listing *listing) {
    const struct meeting *meeting = listing->summary->meeting;
    for (size_t i = 0; i < meeting->agenda->proposals.count; i++) {
        if (proposal_fate(meeting, i) == PROPOSAL_WAITS) {
            add(listing, HOLE_PROPOSAL, meeting->proposals[i].proposal->id, "neither adopted nor rejected");
        }
    }
}

static const char *lacking(const struct listing *listing, unsigned lacks) {
    const char *text = NULL;
    for (unsigned bit = 1; bit < 1U << LACKS; bit <<= 1) {
        if ((lacks & bit) != 0) {
            const char *word = lack_word((enum lack)bit);
            text = text == NULL ? arena_format(listing->arena, "no %s", word)
                                : arena_format(listing->arena, "%s, %s", text, word);
        }
    }
    return text;
}

static const char *first_field(unsigned lacks) {
    return (lacks & LACK_OWNER) != 0      ? "owner"
           : (lacks & LACK_DUE) != 0      ? "due"
           : (lacks & LACK_EVIDENCE) != 0 ? "evidence"
                                          : "measure";
}

/* In order of recording, not of priority: the place of a row does not change while it is put right. */
static void agreements(struct listing *listing) {
    const struct meeting *meeting = listing->summary->meeting;
    for (size_t i = 0; i < meeting->record_count; i++) {
        const struct agreement_summary *agreement = meeting->records[i].kind == RECORD_AGREEMENT
                                                        ? summary_agreement(listing->summary, meeting->records[i].id)
                                                        : NULL;
        if (agreement != NULL && agreement->owed && (agreement->lacks & LACKS_ASKED) != 0) {
            unsigned lacks = agreement->lacks & LACKS_ASKED;
            add(listing, HOLE_LACKS, agreement->record->id, lacking(listing, lacks));
            listing->holes.list[listing->holes.count - 1].field = first_field(lacks);
        }
    }
}

static void weak_findings(struct listing *listing) {
    for (size_t i = 0; i < listing->summary->finding_count; i++) {
        const struct finding_summary *finding = listing->summary->findings + i;
        if (finding->all_weak && finding->state->as_is == NULL) {
            add(listing, HOLE_WEAK, finding->state->finding->id, "every agreement on it is weak");
        }
    }
}

static void agencies(struct listing *listing) {
    for (size_t i = 0; i < listing->summary->agency_count; i++) {
        const struct agency_summary *agency = listing->summary->parties + i;
        if (agency->quiet) {
            add(listing, HOLE_SILENT, agency->id, agency->in_room ? "silent" : "silent, not in the room");
        }
    }
}

static void items(struct listing *listing) {
    const struct meeting *meeting = listing->summary->meeting;
    for (uint32_t i = 0; i < meeting->item_count; i++) {
        const struct item_state *item = meeting->items + meeting->order[i];
        if (item->stage == ITEM_TO_COME && item->item->purpose != PURPOSE_BREAK) {
            add(listing, HOLE_ITEM, item->item->id, "not reached");
        }
    }
}

static void questions(struct listing *listing) {
    for (size_t i = 0; i < listing->summary->question_count; i++) {
        const struct marker_summary *question = listing->summary->questions + i;
        if (question->answer == NULL) {
            add(listing, HOLE_QUESTION, question->question->id,
                arena_format(listing->arena, "not answered: %s", question->question->text));
        }
    }
}

struct holes checklist(const struct summary *summary, struct arena *arena) {
    const struct meeting *meeting = summary->meeting;
    size_t most = 2 * summary->finding_count + meeting->record_count + meeting->agenda->proposals.count +
                  summary->agency_count + meeting->item_count + summary->question_count;
    struct listing listing = {.summary = summary, .arena = arena};
    listing.holes.list = arena_array(arena, most, sizeof *listing.holes.list);
    findings(&listing);
    challenges(&listing);
    proposals(&listing);
    agreements(&listing);
    weak_findings(&listing);
    agencies(&listing);
    items(&listing);
    questions(&listing);
    return listing.holes;
}
