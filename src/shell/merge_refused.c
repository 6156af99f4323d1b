/* Why two copies cannot be one, and what can be done instead. */
#include <string.h>

#include "candour/base/arena.h"
#include "candour/base/text.h"
#include "merge_tell.h"

enum { CLOCKS_SHOWN = 5, LISTED_MOST = 40 };

/* --- problems, at their places --- */

static const char *line_text(const struct merge_told *told, enum merge_side side, uint32_t line) {
    const struct merge_file *file = &told->files[side];
    const char *at = file->bytes, *end = file->bytes + file->length;
    for (uint32_t i = 1; i < line && at != NULL && at < end; i++) {
        at = memchr(at, '\n', (size_t)(end - at));
        at = at == NULL ? NULL : at + 1;
    }
    if (line == 0 || at == NULL || at >= end) {
        return NULL;
    }
    const char *stop = memchr(at, '\n', (size_t)(end - at));
    return arena_copy(told->arena, at, (size_t)((stop == NULL ? end : stop) - at));
}

static struct diag *problem_at(const struct merge_told *told, struct diags *diags, enum diag_level level,
                               enum merge_side side, uint32_t line, uint32_t column, const char *what) {
    struct diag *diag = diag_add(diags, level, tell_path(told, side), (int)line, (int)column, "%s", what);
    if (diag != NULL) {
        diag->source = line_text(told, side, line);
    }
    return diag;
}

static uint32_t line_of(const struct merge_told *told, struct merge_said said) {
    const struct places *places = &told->files[said.side].places;
    return said.event < places->count ? places->events[said.event].line : 0;
}

/* --- what one copy alone holds --- */

static bool is_listed(const struct merge_told *told, struct merge_said said) {
    const struct event *event = tell_event(told, said);
    bool turn = event->what == DO_UNDO || event->what == DO_REDO;
    return !merge_shared(told->merge, said) && !merge_clock(told->merge, said) && !turn &&
           !told->merge->from[said.side]->event_notes[said.event].undone;
}

static size_t count_listed(const struct merge_told *told, enum merge_side side) {
    size_t count = 0;
    for (size_t i = told->merge->base; i < told->merge->from[side]->event_count; i++) {
        count += is_listed(told, (struct merge_said){side, i});
    }
    return count;
}

static void list_events(const struct merge_told *told, enum merge_side side, struct buffer *out) {
    size_t count = count_listed(told, side), shown = 0;
    for (size_t i = told->merge->base; i < told->merge->from[side]->event_count && shown < LISTED_MOST; i++) {
        struct merge_said said = {side, i};
        if (is_listed(told, said)) {
            buffer_format(out, "  %s, %s: %s\n", tell_where(told, said), tell_when(told, said), tell_what(told, said));
            shown++;
        }
    }
    if (count > shown) {
        buffer_format(out, "  and %zu more: 'candour review %s' shows them\n", count - shown, tell_path(told, side));
    }
}

/* Can all that OTHER alone holds be recorded in a meeting of this status? */
static bool all_allowed(const struct merge_told *told, enum merge_side other, enum meeting_status status) {
    for (size_t i = told->merge->base; i < told->merge->from[other]->event_count; i++) {
        struct merge_said said = {other, i};
        if (is_listed(told, said) && (event_kinds[tell_event(told, said)->what].states & STATUS_BIT(status)) == 0) {
            return false;
        }
    }
    return true;
}

/* What opens the copy to go on with, so that what OTHER holds can be recorded there. */
static const char *command_for(const struct merge_told *told, enum merge_side side, enum merge_side other) {
    enum meeting_status status = told->merge->from[side]->status;
    bool follow_up = status == MEETING_CONFIRMED || (status == MEETING_CLOSED && all_allowed(told, other, status));
    return follow_up ? "review" : "run";
}

/* The copy with more of its own is proposed to go on with. CHOOSE says by what to decide. */
static void say_way_on(const struct merge_told *told, const char *choose, struct buffer *out) {
    size_t a = count_listed(told, MERGE_A), b = count_listed(told, MERGE_B);
    enum merge_side lead = a >= b ? MERGE_A : MERGE_B, other = a >= b ? MERGE_B : MERGE_A;
    buffer_text(out, "Nothing was written.\n");
    if ((a >= b ? b : a) == 0) {
        buffer_format(out, "What to do: go on with %s. Nothing was recorded in %s that it does not hold.\n",
                      tell_path(told, lead), tell_path(told, other));
        return;
    }
    buffer_format(out, "What to do: %s If it is %s, open it with 'candour %s %s'", choose, tell_path(told, lead),
                  command_for(told, lead, other), tell_path(told, lead));
    buffer_format(out, " and record there what only %s holds:\n", tell_path(told, other));
    list_events(told, other, out);
}

/* --- the agendas --- */

/* The node a difference is at in one of the files, or the nearest above it. */
static const struct node *node_at(const struct merge_told *told, enum merge_side side,
                                  const struct merge_difference *difference) {
    const struct node *node = told->files[side].places.sections;
    for (size_t i = 0; i < difference->count; i++) {
        const struct merge_step *step = &difference->steps[i];
        const struct node *child = node->type == NODE_MAP ? node->first : NULL;
        while (child != NULL && strcmp(child->key, step->key) != 0) {
            child = child->next;
        }
        if (child == NULL) {
            return node;
        }
        node = child;
        child = step->entry >= 0 && node->type == NODE_LIST ? node->first : NULL;
        for (int32_t entry = 0; child != NULL && entry < step->entry; entry++) {
            child = child->next;
        }
        node = child != NULL ? child : node;
    }
    return node;
}

/* "'title' of F5", "'people' from LMB on", "'venue'" */
static const char *difference_words(const struct merge_told *told, const struct merge_difference *difference) {
    const struct merge_step *last = &difference->steps[difference->count - 1];
    const struct merge_step *above = difference->count > 1 ? last - 1 : NULL;
    if (last->entry >= 0) {
        return last->id == NULL ? arena_format(told->arena, "'%s'", last->key)
                                : arena_format(told->arena, "'%s', from %s on,", last->key, last->id);
    }
    return above == NULL
               ? arena_format(told->arena, "'%s'", last->key)
               : arena_format(told->arena, "'%s' of %s", last->key, above->id == NULL ? above->key : above->id);
}

static void say_difference(const struct merge_told *told, const struct merge_difference *difference,
                           struct diags *diags) {
    const struct node *a = node_at(told, MERGE_A, difference), *b = node_at(told, MERGE_B, difference);
    problem_at(told, diags, DIAG_ERROR, MERGE_B, b->line, b->column,
               arena_format(told->arena, "%s is not as in %s:%u", difference_words(told, difference),
                            tell_path(told, MERGE_A), (unsigned)a->line));
}

static void say_agendas(const struct merge_told *told, struct diags *diags, struct buffer *out) {
    const struct merge *merge = told->merge;
    for (size_t i = 0; i < merge->difference_count; i++) {
        if (!merge->differences[i].own) {
            say_difference(told, &merge->differences[i], diags);
        }
    }
    diags_write(diags, out);
    buffer_format(out,
                  "%s and %s are not two copies of one meeting: their agendas are not the same.\nNothing was written.\n"
                  "What to do: if they are of one meeting, one of them was changed in an editor, for candour never "
                  "changes an agenda. Make these places the same in both, and merge again.\n",
                  tell_path(told, MERGE_A), tell_path(told, MERGE_B));
}

/* --- two clocks --- */

static void say_clock_of(const struct merge_told *told, enum merge_side side, struct diags *diags) {
    size_t shown = 0, count = 0;
    for (size_t i = told->merge->base; i < told->merge->from[side]->event_count; i++) {
        struct merge_said said = {side, i};
        if (merge_shared(told->merge, said) || !merge_clock(told->merge, said)) {
            continue;
        }
        if (++count <= CLOCKS_SHOWN) {
            shown++;
            problem_at(told, diags, DIAG_ERROR, side, line_of(told, said), 1,
                       arena_format(told->arena, "the clock went on in this copy: %s, %s", tell_when(told, said),
                                    tell_what(told, said)));
        }
    }
    if (count > shown) {
        diag_add(diags, DIAG_NOTE, tell_path(told, side), 0, 0, "and %zu more acts of its clock", count - shown);
    }
}

static void say_clocks(const struct merge_told *told, struct diags *diags, struct buffer *out) {
    const struct merge *merge = told->merge;
    say_clock_of(told, MERGE_A, diags);
    say_clock_of(told, MERGE_B, diags);
    diags_write(diags, out);
    if (merge->base == 0) {
        buffer_format(out,
                      "%s and %s have no event in common: the meeting was opened twice, from one agenda. It has one "
                      "clock, and they cannot become one session.\n",
                      tell_path(told, MERGE_A), tell_path(told, MERGE_B));
    } else {
        buffer_format(out,
                      "The meeting's clock went on in both copies after %s. A meeting has one clock, and they cannot "
                      "become one session.\n",
                      tell_when(told, (struct merge_said){MERGE_A, merge->base - 1}));
    }
    say_way_on(told, "go on with one copy, the one that was kept in the room.", out);
}

/* --- an event without a place --- */

static void say_no_place(const struct merge_told *told, struct diags *diags, struct buffer *out) {
    const struct merge_refusal *refusal = &told->merge->refusal;
    char text[240];
    refusal_text(refusal->refusal, text, sizeof text);
    char *rest = strstr(text, "; ");
    if (rest != NULL) {
        *rest = '\0';
    }
    struct diag *diag =
        problem_at(told, diags, DIAG_ERROR, refusal->event.side, line_of(told, refusal->event), 1,
                   arena_format(told->arena, "this has no place where both copies are one: %s, %s: %s",
                                tell_when(told, refusal->event), tell_what(told, refusal->event), text));
    if (diag != NULL && rest != NULL && !refusal->known) {
        diag->hint = arena_text(told->arena, rest + 2);
    }
    if (refusal->known) {
        problem_at(told, diags, DIAG_NOTE, refusal->because.side, line_of(told, refusal->because), 1,
                   arena_format(told->arena, "because of this: %s, %s", tell_when(told, refusal->because),
                                tell_what(told, refusal->because)));
    }
    diags_write(diags, out);
    buffer_format(out, "What was said in %s and in %s cannot both stand.\n", tell_path(told, MERGE_A),
                  tell_path(told, MERGE_B));
    say_way_on(told, "decide which of the two is to stand, and go on with that copy.", out);
}

void merge_say_refused(const struct merge_told *told, struct buffer *out) {
    struct diags diags;
    diags_begin(&diags, told->arena);
    switch (told->merge->refusal.why) {
    case MERGE_AGENDAS:
        say_agendas(told, &diags, out);
        break;
    case MERGE_CLOCKS:
        say_clocks(told, &diags, out);
        break;
    case MERGE_NO_NUMBERS:
        buffer_format(out, "%s: there is no code left for what was recorded here.\nNothing was written.\n",
                      tell_where(told, told->merge->refusal.event));
        break;
    case MERGE_NO_PLACE:
    case MERGE_GOOD:
        say_no_place(told, &diags, out);
        break;
    }
}
