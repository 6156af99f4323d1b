/* One thing in one sentence: a record, a finding, an agency, an item, a question, a person. */
#include <inttypes.h>
#include <string.h>

#include "candour/core/summary.h"
#include "plain_inside.h"
#include "screen_parts.h"

static const char *named(const struct view *view, const char *id) {
    const char *name = id == NULL ? NULL : party_name(view->meeting->agenda, id);
    return id == NULL ? "nobody named" : text_equal(name, id) ? id : arena_format(view->scratch, "%s %s", id, name);
}

static const char *long_day(const struct view *view, day d) {
    char words[48];
    return arena_text(view->scratch, day_in_words(d, words, sizeof words));
}

/* --- records --- */

static const char *challenge_said(const struct view *view, const struct challenge *challenge) {
    const char *by =
        challenge->by == NULL && challenge->by_person != NULL ? challenge->by_person : named(view, challenge->by);
    const char *on = challenge->finding != NULL ? arena_format(view->scratch, ", on %s", challenge->finding)
                     : challenge->about != NULL ? arena_format(view->scratch, ", about %s", challenge->about)
                                                : "";
    return arena_format(view->scratch, "%s to %s%s", by, named(view, challenge->to), on);
}

static const char *agreement_said(const struct view *view, const struct agreement *agreement) {
    bool deferred = agreement->priority == PRIORITY_DEFERRED && agreement->revisit != 0;
    const char *due = deferred ? arena_format(view->scratch, "again %s", long_day(view, agreement->revisit))
                      : agreement->due != 0 ? arena_format(view->scratch, "due %s", long_day(view, agreement->due))
                                            : "no date";
    const char *priority = choice_word(&CHOICES_AGREEMENT_PRIORITY, agreement->priority);
    return arena_format(view->scratch, "%s%s%s, %s", priority, priority[0] == '\0' ? "" : ", ",
                        agreement->owner == NULL ? "no owner" : named(view, agreement->owner), due);
}

static const char *engagement_said(const struct view *view, const struct engagement *engagement) {
    return arena_format(
        view->scratch, "for %s, %s%s, %s", engagement->audience == NULL ? "nobody named" : engagement->audience,
        engagement->lead == NULL ? "no lead" : "lead ", engagement->lead == NULL ? "" : named(view, engagement->lead),
        engagement->by == 0 ? "no date" : arena_format(view->scratch, "by %s", long_day(view, engagement->by)));
}

/* How it stands: "open", "LATE, in progress"; "" where nothing is to be said of it. */
static const char *standing(const struct view *view, const struct record_state *record) {
    const struct summary *summary = view->app->summary;
    if (record->withdrawn) {
        return "withdrawn";
    }
    if (record->kind == RECORD_CHALLENGE) {
        const struct challenge_summary *row = summary == NULL ? NULL : summary_challenge(summary, record->id);
        const char *outcome = challenge_open(record) ? "open" : outcome_said(record->now);
        return row != NULL && row->late ? arena_format(view->scratch, "%s, LATE", outcome) : outcome;
    }
    if (record->kind == RECORD_AGREEMENT && summary != NULL && summary_agreement(summary, record->id) != NULL) {
        const char *state = agreement_state_said(view->scratch, summary_agreement(summary, record->id));
        size_t length = strcspn(state, ":"); /* "LATE, in progress: " */
        return arena_copy(view->scratch, state, length);
    }
    return "";
}

static const char *missing_said(const struct view *view, const struct record_state *record) {
    const struct agreement_summary *row = record->kind != RECORD_AGREEMENT || view->app->summary == NULL
                                              ? NULL
                                              : summary_agreement(view->app->summary, record->id);
    const char *missing = row == NULL ? NULL : lacks_said(view->scratch, row->lacks);
    return missing == NULL ? "" : arena_format(view->scratch, " (missing: %s)", missing);
}

const char *plain_record(const struct view *view, const struct record_state *record) {
    const struct note *note = record->now;
    const char *what = record->kind == RECORD_CHALLENGE    ? challenge_said(view, record->now)
                       : record->kind == RECORD_AGREEMENT  ? agreement_said(view, record->now)
                       : record->kind == RECORD_ENGAGEMENT ? engagement_said(view, record->now)
                       : note->kind == 0                   ? "note"
                                                           : choice_word(&CHOICES_NOTE_KIND, note->kind);
    const char *state = standing(view, record);
    return arena_format(view->scratch, "%s, %s%s%s: %s%s", record->id, state, state[0] == '\0' ? "" : ", ", what,
                        record_text(record), missing_said(view, record));
}

/* --- findings --- */

static const char *touched(const struct view *view, const struct finding_summary *row, uint8_t bit, bool none) {
    const struct summary *summary = view->app->summary;
    const char *text = NULL;
    for (size_t i = 0; row->touches != NULL && i < summary->agency_count; i++) {
        if (none ? row->touches[i] == 0 : (row->touches[i] & bit) != 0) {
            const char *id = summary->parties[i].id;
            text = text == NULL ? id : arena_format(view->scratch, "%s %s", text, id);
        }
    }
    return text;
}

static const char *finding_said(const struct view *view, const struct finding_summary *row) {
    static const struct {
        const char *word;
        uint8_t bit;
    } ways[] = {{"discussed by", TOUCH_DISCUSSED},
                {"challenged by", TOUCH_CHALLENGED},
                {"answered by", TOUCH_ANSWERED},
                {"owned by", TOUCH_OWNS},
                {"nothing yet from", 0}};
    const struct finding *finding = row->state->finding;
    const char *text =
        arena_format(view->scratch, "%s %s: %s", finding->id, finding->title, position_words(row->state));
    if (view->app->summary->focus_kept) {
        text = arena_format(view->scratch, "%s, %" PRId32 " minutes", text, duration_minutes(row->used));
    }
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        const char *ids = touched(view, row, ways[i].bit, ways[i].bit == 0);
        text = ids == NULL ? text : arena_format(view->scratch, "%s; %s %s", text, ways[i].word, ids);
    }
    return text;
}

/* --- agencies and people --- */

static const char *listed(const struct view *view, const char *text, const char *word, const struct texts *ids) {
    for (size_t i = 0; i < ids->count; i++) {
        text = arena_format(view->scratch, "%s%s%s %s", text, i == 0 ? "; " : "", i == 0 ? word : "", ids->items[i]);
    }
    return text;
}

static const char *party_row(const struct view *view, const struct agency_summary *party) {
    const char *there = party->agency == NULL ? ""
                        : !party->recorded    ? "attendance not recorded"
                        : party->in_room      ? "in the room"
                        : party->attended     ? "has left"
                                              : "not here";
    const char *text =
        arena_format(view->scratch, "%s%s%s", party->id == NULL ? "People of no agency" : named(view, party->id),
                     there[0] == '\0' ? "" : ": ", there);
    text = listed(view, text, "heard in", &party->heard);
    text = listed(view, text, "challenges made", &party->made);
    text = listed(view, text, "challenges received", &party->received);
    text = listed(view, text, "owns", &party->owns);
    text = listed(view, text, "shares", &party->shares);
    text = listed(view, text, "assented to", &party->assents);
    text = listed(view, text, "to be asked about", &party->to_assent);
    text = listed(view, text, "evidence promised on", &party->promised);
    return party->quiet ? arena_format(view->scratch, "%s; QUIET", text) : text;
}

static const char *person_said(const struct view *view, const struct person *person) {
    return arena_format(view->scratch, "%s%s%s%s%s%s%s", person->id, person->name == NULL ? "" : " ",
                        person->name == NULL ? "" : person->name, person->role == NULL ? "" : ", ",
                        person->role == NULL ? "" : person->role, person->agency == NULL ? "" : ", ",
                        person->agency == NULL ? "" : named(view, person->agency));
}

/* --- work under way, the plan --- */

/* TEXT with BEFORE and VALUE behind it, where there is one. */
static const char *with(const struct view *view, const char *text, const char *before, const char *value) {
    return value == NULL || value[0] == '\0' ? text : arena_format(view->scratch, "%s%s%s", text, before, value);
}

static const char *learning_said(const struct view *view, const struct learning *entry) {
    const char *text = arena_format(view->scratch, "%s %s", entry->id, entry->title);
    text = with(view, text, ", lead ", entry->lead == NULL ? NULL : named(view, entry->lead));
    text = with(view, text, ", ", entry->status);
    return with(view, text, ": ", entry->says);
}

static const char *priority_said(const struct view *view, const struct priority *priority) {
    const char *text = arena_format(view->scratch, "%s %s", priority->id, priority->title);
    text = with(view, text, ", lead ", priority->lead == NULL ? NULL : named(view, priority->lead));
    text = with(view, text, ", ", choice_word(&CHOICES_RAG, priority->rag));
    text = with(view, text, ": ", priority->rag_note);
    return with(view, text, "; objective: ", priority->objective);
}

/* --- items --- */

static const char *stage_said(const struct view *view, uint32_t place) {
    static const char *const words[] = {"to come", "done", "skipped", "parked"};
    const struct meeting *meeting = view->meeting;
    if (meeting->current == (int32_t)place) {
        return meeting->status == MEETING_RUNNING  ? "running"
               : meeting->status == MEETING_PAUSED ? "paused"
                                                   : "taken last";
    }
    return words[meeting->items[place].stage];
}

const char *plain_item(const struct view *view, uint32_t place) {
    const struct item_state *state = view->meeting->items + place;
    int32_t planned = duration_minutes(state->planned), granted = duration_minutes(state->granted);
    int64_t used = meeting_used(view->meeting, place, view->now.at);
    const char *given =
        state->added || planned != granted ? arena_format(view->scratch, ", given %" PRId32, granted) : "";
    const char *spent = state->first_start == 0 && used == 0
                            ? ""
                            : arena_format(view->scratch, ", used %" PRId32, duration_minutes(used));
    bool to_come = state->stage == ITEM_TO_COME; /* what is over is not bound any more */
    const char *at = to_come && state->item->at.given
                         ? arena_format(view->scratch, ", must start at %s", item_starts_at(state->item, view->scratch))
                         : "";
    return arena_format(view->scratch, "%s %s: %s, %s, planned %" PRId32 "%s%s minutes%s%s%s%s", state->item->id,
                        state->item->title, stage_said(view, place),
                        choice_word(&CHOICES_PURPOSE, state->item->purpose), planned, given, spent, at,
                        to_come && state->item->is_protected == YES ? ", held" : "",
                        state->reason == NULL ? "" : "; reason: ", state->reason == NULL ? "" : state->reason);
}

/* --- any of them --- */

static const char *question_said(const struct view *view, const char *id) {
    for (size_t i = 0; view->app->summary != NULL && i < view->app->summary->question_count; i++) {
        const struct marker_summary *row = view->app->summary->questions + i;
        if (text_equal(row->question->id, id)) {
            return arena_format(view->scratch, "%s %s: %s", id, row->question->text,
                                row->answer == NULL ? "not answered yet"
                                                    : choice_word(&CHOICES_ANSWER, row->answer->answer));
        }
    }
    return NULL;
}

const char *plain_row(const struct view *view, const char *id) {
    const struct summary *summary = view->app->summary;
    size_t place = 0;
    uint32_t kind = meeting_names(view->meeting, id, &place);
    if ((kind & REF_RECORD) != 0) {
        return plain_record(view, view->meeting->records + place);
    }
    if (kind == REF_ITEM) {
        return plain_item(view, (uint32_t)place);
    }
    if (kind == REF_FINDING && summary != NULL) {
        return finding_said(view, summary_finding(summary, id));
    }
    if (kind == REF_LEARNING) {
        return learning_said(view, learning_find(view->meeting->agenda, id));
    }
    if (kind == REF_PRIORITY) {
        return priority_said(view, priority_find(view->meeting->agenda, id));
    }
    if (kind == REF_PERSON) {
        return person_said(view, person_find(view->meeting->agenda, id));
    }
    if (kind == REF_QUESTION) {
        return question_said(view, id);
    }
    const struct agency_summary *party = summary == NULL ? NULL : summary_party(summary, id);
    return party != NULL ? party_row(view, party) : kind == 0 ? NULL : named(view, id);
}
