#include "owed.h"

#include "acts.h"
#include "candour/core/summary.h"
#include "screen_moves.h"
#include "screen_parts.h"

/* --- what is owed --- */

static bool assent_late(const struct agreement_summary *row) {
    for (size_t i = 0; i < row->asked_count; i++) {
        if (row->asked[i].late) {
            return true;
        }
    }
    return false;
}

/* OWED_WHYS: nothing. */
static enum owed_why agreement_owes(const struct agreement_summary *row) {
    return row->late || assent_late(row)  ? OWED_LATE
           : row->revisit                 ? OWED_AGAIN
           : row->owed && !row->evidenced ? OWED_EVIDENCE
                                          : OWED_WHYS;
}

static enum owed_why challenge_owes(const struct challenge_summary *row) {
    return row->late                     ? OWED_LATE
           : row->open && !row->answered ? OWED_ANSWER
           : row->open                   ? OWED_OUTCOME
           : row->promised               ? OWED_PROMISE
                                         : OWED_WHYS;
}

struct owed_list owed_of(const struct summary *summary, struct arena *arena) {
    size_t most = summary->agreement_count + summary->challenge_count;
    struct owed_list out = {.list = arena_array(arena, most, sizeof *out.list)};
    for (enum owed_why why = OWED_LATE; why < OWED_WHYS; why++) {
        for (size_t i = 0; i < summary->agreement_count; i++) {
            if (agreement_owes(summary->agreements + i) == why) {
                out.list[out.count++] = (struct owed){summary->agreements[i].record->id, why};
                out.whys[why]++;
            }
        }
        for (size_t i = 0; i < summary->challenge_count; i++) {
            if (challenge_owes(summary->challenges + i) == why) {
                out.list[out.count++] = (struct owed){summary->challenges[i].record->id, why};
                out.whys[why]++;
            }
        }
    }
    return out;
}

const char *owed_counts(const struct owed_list *owed, struct arena *arena) {
    static const char *const words[OWED_WHYS] = {
        "late", "unanswered", "not settled", "promised, not seen", "not evidenced", "to look at again"};
    const char *said = NULL;
    for (int why = 0; why < OWED_WHYS; why++) {
        if (owed->whys[why] > 0) {
            said = arena_format(arena, "%s%s%zu %s", said == NULL ? "" : said, said == NULL ? "" : ", ",
                                owed->whys[why], words[why]);
        }
    }
    return said;
}

const char *owed_none(const struct summary *summary) {
    return summary->challenge_count + summary->agreement_count == 0
               ? "No challenge and no agreement was recorded"
               : "Nothing is owed: all is answered, settled and evidenced";
}

/* --- said of one --- */

static const char *agreement_late_said(const struct agreement_summary *row, struct arena *arena) {
    if (row->late) {
        return arena_format(arena, "it was due %s", day_said(arena, row->agreement->due, ""));
    }
    for (size_t i = 0; i < row->asked_count; i++) {
        if (row->asked[i].late) {
            return arena_format(arena, "%s owed an answer by %s", row->asked[i].id,
                                day_said(arena, row->asked[i].by, ""));
        }
    }
    return "";
}

static const char *challenge_late_said(const struct challenge_summary *row, day today, struct arena *arena) {
    bool answer = row->open && row->challenge->respond_by != 0 && row->challenge->respond_by < today;
    return answer
               ? arena_format(arena, "an answer was due %s", day_said(arena, row->challenge->respond_by, ""))
               : arena_format(arena, "evidence was promised by %s", day_said(arena, row->challenge->evidence_due, ""));
}

static const char *why_said(const struct app *app, const struct owed *owed) {
    static const char *const words[OWED_WHYS] = {
        "",
        "no answer yet",
        "answered, and not settled",
        "evidence was promised and is not seen yet",
        "not evidenced yet",
        "the day to look at it again has come",
    };
    const struct agreement_summary *agreement = summary_agreement(app->summary, owed->id);
    const struct challenge_summary *challenge = summary_challenge(app->summary, owed->id);
    if (owed->why == OWED_EVIDENCE && agreement->agreement->status == AGREEMENT_DONE) {
        return "done, and not evidenced yet";
    }
    if (owed->why != OWED_LATE) {
        return words[owed->why];
    }
    return arena_format(app->scratch, "LATE: %s",
                        agreement != NULL ? agreement_late_said(agreement, app->scratch)
                                          : challenge_late_said(challenge, stamp_day(app->now), app->scratch));
}

/* --- from one to the next --- */

void owed_show(struct app *app, const char *id) {
    const struct record_state *record = meeting_record(app->meeting, id);
    screen_show(app, record != NULL && record->kind == RECORD_CHALLENGE ? SCREEN_CHALLENGES : SCREEN_AGREEMENTS);
    screen_select(app, id);
}

/* The one behind the selected one; the first when that is none of them. */
static size_t next_of(const struct owed_list *owed, const char *selected) {
    for (size_t i = 0; i < owed->count && selected != NULL; i++) {
        if (text_equal(owed->list[i].id, selected)) {
            return (i + 1) % owed->count;
        }
    }
    return 0;
}

void act_owed(struct app *app, const char *words) {
    (void)words;
    struct owed_list owed = owed_of(app->summary, app->scratch);
    if (owed.count == 0) {
        app_say(app, TONE_WORD, "%s", owed_none(app->summary));
        return;
    }
    size_t at = next_of(&owed, screen_selected(app));
    owed_show(app, owed.list[at].id);
    app_say(app, TONE_WORD, "%s: %s (%zu of %zu)", owed.list[at].id, why_said(app, owed.list + at), at + 1, owed.count);
}
