#include "candour/shell/merge_words.h"

#include <string.h>

#include "candour/base/arena.h"
#include "candour/base/text.h"
#include "candour/core/reading.h"
#include "merge_tell.h"

enum { SHORT_MOST = 200 };

/* --- how things are named --- */

const char *tell_path(const struct merge_told *told, enum merge_side side) {
    return told->inputs[side]->path;
}

const struct event *tell_event(const struct merge_told *told, struct merge_said said) {
    return &told->merge->from[said.side]->events[said.event];
}

const char *tell_where(const struct merge_told *told, struct merge_said said) {
    const struct places *places = &told->files[said.side].places;
    unsigned line = said.event < places->count ? (unsigned)places->events[said.event].line : 0;
    return arena_format(told->arena, "%s:%u", tell_path(told, said.side), line);
}

const char *tell_when(const struct merge_told *told, struct merge_said said) {
    char words[40], clock[CLOCK_SIZE];
    struct stamp at = tell_event(told, said)->at;
    return arena_format(told->arena, "%s, %s", day_in_words(stamp_day(at), words, sizeof words),
                        stamp_seconds(at, clock));
}

const char *tell_short(const struct merge_told *told, const char *text) {
    char *line = arena_text(told->arena, text);
    size_t length = strlen(line);
    for (char *c = line; *c != '\0'; c++) {
        *c = *c == '\n' ? ' ' : *c;
    }
    if (length <= SHORT_MOST) {
        return line;
    }
    size_t end = 0;
    for (size_t next = 0; next <= SHORT_MOST; next = grapheme_next(line, length, end)) {
        end = next;
    }
    return arena_format(told->arena, "%.*s…", (int)end, line);
}

const char *tell_what(const struct merge_told *told, struct merge_said said) {
    char *sentence = arena_text(
        told->arena, tell_short(told, event_sentence(told->merge->from[said.side], said.event, told->arena)));
    size_t length = strlen(sentence);
    if (length > 0 && sentence[length - 1] == '.') {
        sentence[length - 1] = '\0';
    }
    return sentence;
}

const char *tell_count(const struct merge_told *told, size_t count, const char *one, const char *many) {
    return arena_format(told->arena, "%zu %s", count, count == 1 ? one : many);
}

/* --- what both changed --- */

/* What an event makes of the field that both changed. */
static const char *value_said(const struct merge_told *told, const struct merge_remark *remark,
                              struct merge_said said) {
    const struct event *event = tell_event(told, said);
    if (remark->field == NULL || (event->what != DO_AMEND && event->what != DO_PROGRESS)) {
        return tell_what(told, said);
    }
    if (event->what == DO_PROGRESS) {
        return choice_word(remark->field->choices, ((const struct event_progress *)event->body)->status);
    }
    const void *set = ((const struct event_amend *)event->body)->set.set;
    if (!field_given(remark->field, set)) {
        return "cleared";
    }
    if (remark->field->type == FIELD_DATE) {
        char words[40];
        const day *date = field_of(remark->field, set);
        return arena_text(told->arena, day_in_words(*date, words, sizeof words));
    }
    return arena_format(told->arena, "\"%s\"", tell_short(told, field_text(remark->field, set, told->arena)));
}

/* "A3, Due", "CSC to A3", "F3" */
static const char *what_of(const struct merge_told *told, const struct merge_remark *remark) {
    if (remark->field != NULL) {
        return arena_format(told->arena, "%s, %s: ", remark->id, remark->field->label);
    }
    return "";
}

static void say_both(const struct merge_told *told, const struct merge_remark *r, struct buffer *out) {
    buffer_format(out, "  %s%s stands (%s, %s); %s said on %s: %s\n", what_of(told, r), value_said(told, r, r->one),
                  tell_where(told, r->one), tell_when(told, r->one), tell_where(told, r->other),
                  tell_when(told, r->other), value_said(told, r, r->other));
}

static void say_alike(const struct merge_told *told, const struct merge_remark *r, struct buffer *out) {
    buffer_format(out, "  %s%s (%s, %s, and %s, %s)\n", what_of(told, r), value_said(told, r, r->one),
                  tell_where(told, r->one), tell_when(told, r->one), tell_where(told, r->other),
                  tell_when(told, r->other));
}

/* --- the other remarks --- */

static void say_gone(const struct merge_told *told, const struct merge_remark *r, struct buffer *out) {
    buffer_format(out, "  %s: %s (%s, %s); %s said on %s: %s\n", r->id, tell_what(told, r->one),
                  tell_where(told, r->one), tell_when(told, r->one), tell_where(told, r->other),
                  tell_when(told, r->other), tell_what(told, r->other));
}

static void say_once(const struct merge_told *told, const struct merge_remark *r, struct buffer *out) {
    buffer_format(out, "  %s (%s, %s); left out is %s, of %s: %s\n", tell_what(told, r->one), tell_where(told, r->one),
                  tell_when(told, r->one), tell_where(told, r->other), tell_when(told, r->other),
                  tell_what(told, r->other));
}

static void say_other_words(const struct merge_told *told, const struct merge_remark *r, struct buffer *out) {
    buffer_format(out, "  %s (%s, %s), not knowing of %s, %s: %s\n", tell_what(told, r->one), tell_where(told, r->one),
                  tell_when(told, r->one), tell_where(told, r->other), tell_when(told, r->other),
                  tell_what(told, r->other));
}

static const char *id_made(const struct merge_told *told, struct merge_said said) {
    return record_id(tell_event(told, said)->body);
}

static void say_same_words(const struct merge_told *told, const struct merge_remark *r, struct buffer *out) {
    buffer_format(out, "  %s (%s) and %s (%s): %s\n", id_made(told, r->one), tell_where(told, r->one), r->id,
                  tell_where(told, r->other), tell_what(told, r->one));
}

static void say_item_kept(const struct merge_told *told, const struct merge_remark *r, struct buffer *out) {
    buffer_format(out, "  %s (%s) was said in %s and keeps it\n", tell_what(told, r->one), tell_where(told, r->one),
                  r->id);
}

static void say_item_lost(const struct merge_told *told, const struct merge_remark *r, struct buffer *out) {
    buffer_format(out, "  %s (%s) was said %s%s and now counts %s%s\n", tell_what(told, r->one),
                  tell_where(told, r->one), r->id == NULL ? "in no item" : "in ", r->id == NULL ? "" : r->id,
                  r->about == NULL ? "for no item" : "for ", r->about == NULL ? "" : r->about);
}

static void say_moved(const struct merge_told *told, const struct merge_remark *r, struct buffer *out) {
    long long by = (long long)(r->at - tell_event(told, r->one)->at.at);
    buffer_format(out, "  %s (%s) is %lld ms later than it was: %s has its time\n", tell_what(told, r->one),
                  tell_where(told, r->one), by, tell_where(told, r->other));
}

static const char *new_code(const struct merge_told *told, const char *old) {
    for (size_t i = 0; i < told->merge->rename_count; i++) {
        if (strcmp(told->merge->renames[i].from, old) == 0) {
            return told->merge->renames[i].to;
        }
    }
    return old;
}

static void say_mention(const struct merge_told *told, const struct merge_remark *r, struct buffer *out) {
    buffer_format(out, "  %s (%s) speaks of %s, which is %s now\n",
                  r->about == NULL ? tell_what(told, r->one) : r->about, tell_where(told, r->one), r->id,
                  new_code(told, r->id));
}

static void say_own_keys(const struct merge_told *told, const struct merge_remark *r, struct buffer *out) {
    buffer_format(out, "  %s keeps its own; those of %s are not taken\n", tell_where(told, r->one),
                  tell_where(told, r->other));
}

typedef void remark_say(const struct merge_told *told, const struct merge_remark *remark, struct buffer *out);

static const struct {
    const char *heading;
    remark_say *say;
} remarks[MERGE_REMARK_KINDS] = {
    [MERGE_REMARK_BOTH] = {"Changed in both copies; what was said later stands:", say_both},
    [MERGE_REMARK_ALIKE] = {"Changed in both copies alike:", say_alike},
    [MERGE_REMARK_SUM] = {"Minutes given or taken in both copies; both count:", say_alike},
    [MERGE_REMARK_GONE] = {"Taken away in one copy, gone on with in the other; it is gone:", say_gone},
    [MERGE_REMARK_ONCE] = {"Done in both copies, and done once is enough:", say_once},
    [MERGE_REMARK_OTHER_WORDS] = {"Said of other words than now stand; ask again:", say_other_words},
    [MERGE_REMARK_SAME_WORDS] = {"Recorded in both copies in the same words; if it is one matter, withdraw one:",
                                 say_same_words},
    [MERGE_REMARK_ITEM_KEPT] = {"Recorded while the other copy had gone on to another item:", say_item_kept},
    [MERGE_REMARK_ITEM_LOST] = {"Said while the other copy had gone on to another item:", say_item_lost},
    [MERGE_REMARK_MOVED] = {"Said at the same instant in both copies; no two events have one time:", say_moved},
    [MERGE_REMARK_MENTION] = {"Words that speak of a code that is another now; no words were changed:", say_mention},
    [MERGE_REMARK_OWN_KEYS] = {"Keys of your own (x-) that are not the same in both copies:", say_own_keys},
};

static void say_remarks(const struct merge_told *told, struct buffer *out) {
    const struct merge *merge = told->merge;
    for (size_t i = 0; i < merge->remark_count; i++) {
        const struct merge_remark *remark = &merge->remarks[i];
        if (i == 0 || remark->kind != merge->remarks[i - 1].kind) {
            buffer_format(out, "%s\n", remarks[remark->kind].heading);
        }
        remarks[remark->kind].say(told, remark, out);
    }
}

/* --- what was taken --- */

static size_t left_out(const struct merge *merge, enum merge_side side) {
    return merge->from[side]->event_count - merge->base - merge->shared - merge->taken[side];
}

static void say_taken(const struct merge_told *told, enum merge_side side, struct buffer *out) {
    const struct merge *merge = told->merge;
    size_t left = left_out(merge, side);
    if (left == 0 && merge->taken[side] == 0) {
        buffer_format(out, "%s adds nothing to that.\n", tell_path(told, side));
        return;
    }
    buffer_format(out, "%s adds %s", tell_path(told, side), tell_count(told, merge->taken[side], "event", "events"));
    if (left > 0) {
        buffer_format(out, "; %s left out, being done in %s too", tell_count(told, left, "more is", "more are"),
                      tell_path(told, side == MERGE_A ? MERGE_B : MERGE_A));
    }
    buffer_text(out, ".\n");
}

static void say_base(const struct merge_told *told, const char *path, struct buffer *out) {
    const struct merge *merge = told->merge;
    const char *result = path == NULL ? "The result" : path;
    bool a = merge->from[MERGE_A]->event_count > merge->base + merge->shared;
    bool b = merge->from[MERGE_B]->event_count > merge->base + merge->shared;
    if (!a && !b) {
        buffer_format(out, "%s holds what both copies hold: %s, and nothing was said in one of them alone.\n", result,
                      tell_count(told, merge->from[MERGE_A]->event_count, "event", "events"));
        return;
    }
    if (a && b) {
        buffer_format(out, "%s holds what was said in both copies.\n", result);
    } else {
        buffer_format(out, "%s holds what %s holds: it is the longer of the two, and has all of the other.\n", result,
                      tell_path(told, a ? MERGE_A : MERGE_B));
    }
    if (merge->base > 0) {
        buffer_format(out, "Both begin with the same %s, up to %s.\n", tell_count(told, merge->base, "event", "events"),
                      tell_when(told, (struct merge_said){MERGE_A, merge->base - 1}));
    }
    if (merge->shared > 0) {
        buffer_format(out, "%s more stand in both already and are taken once.\n",
                      tell_count(told, merge->shared, "event", "events"));
    }
    say_taken(told, MERGE_A, out);
    say_taken(told, MERGE_B, out);
}

static void say_renames(const struct merge_told *told, struct buffer *out) {
    bool any = false;
    for (size_t i = 0; i < told->merge->rename_count; i++) {
        const struct merge_rename *rename = &told->merge->renames[i];
        struct merge_said said = {MERGE_B, rename->event};
        if (strcmp(rename->from, rename->to) == 0 || merge_shared(told->merge, said)) {
            continue;
        }
        if (!any) {
            buffer_format(out, "New codes for what %s recorded, since %s had used them too:\n",
                          tell_path(told, MERGE_B), tell_path(told, MERGE_A));
        }
        any = true;
        buffer_format(out, "  %s is now %s (%s: %s)\n", rename->from, rename->to, tell_where(told, said),
                      tell_what(told, said));
    }
}

static const char *difference_words(const struct merge_told *told, const struct merge_difference *difference) {
    const char *words = "";
    for (size_t i = 0; i < difference->count; i++) {
        const struct merge_step *step = &difference->steps[i];
        const char *id = step->id == NULL ? "" : step->id;
        words =
            arena_format(told->arena, "%s%s%s%s%s", words, i == 0 ? "" : ", ", step->key, *id == '\0' ? "" : " ", id);
    }
    return words;
}

/* What is lost of a person's own work in the files. */
static void say_lost(const struct merge_told *told, const struct merge_written *written, struct buffer *out) {
    const struct merge *merge = told->merge;
    for (size_t i = 0; i < merge->difference_count; i++) {
        buffer_format(out, "Keys of your own differ at %s: those of %s are kept.\n",
                      difference_words(told, &merge->differences[i]), tell_path(told, MERGE_A));
    }
    if (written->reshaped) {
        buffer_format(out, "The events of %s were brought into the form that is appended to.\n",
                      tell_path(told, MERGE_A));
    }
    if (written->comment != 0) {
        buffer_format(out,
                      "%s:%u and further comments of your own, in what both hold, are not carried: those of %s are.\n",
                      tell_path(told, MERGE_B), (unsigned)written->comment, tell_path(told, MERGE_A));
    }
    for (size_t i = 0; i < written->lost_count; i++) {
        buffer_format(out, "%s was written anew: comments of your own in it are not carried.\n",
                      tell_where(told, written->lost[i]));
    }
}

void merge_say_done(const struct merge_told *told, const char *path, const struct merge_written *written,
                    struct buffer *out) {
    say_base(told, path, out);
    say_renames(told, out);
    say_remarks(told, out);
    say_lost(told, written, out);
    if (path != NULL) {
        buffer_format(out, "'candour review %s' shows it.\n", path);
    }
}
