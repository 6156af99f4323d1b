#include <inttypes.h>

#include "acts.h"

/* --- sharing what is left, shown before it is done --- */

static const char *preview(struct app *app, const struct replan *replan, struct arena *arena) {
    const struct replan_item *rows = replan->items.items;
    const char *text = "";
    for (size_t i = 0; i < replan->items.count; i++) {
        int32_t place = meeting_item_place(app->meeting, rows[i].item);
        text = arena_format(arena, "%s%s %" PRId32 " -> %" PRId32 " min  %s\n", text, rows[i].item,
                            duration_minutes(app->meeting->items[place].granted), rows[i].minutes.value,
                            item_title(app, (uint32_t)place));
    }
    char span[24];
    const char *rest = replan->cannot_fit >= MS_MINUTE
                           ? arena_format(arena, "It would still end %s late: protected items and breaks keep theirs.",
                                          span_words(replan->cannot_fit, span))
                           : "It would then end as planned.";
    return arena_format(arena, "%s%s", text, rest);
}

static bool plan_answer(struct app *app, struct question *question, key k) {
    if (k == KEY_ESCAPE) {
        app_say(app, TONE_WORD, "The items keep their minutes");
        return true;
    }
    struct event event = app_event(app, DO_REPLAN);
    event.body = question->event.body;
    if (app_apply(app, &event)) {
        char when[24];
        size_t count = ((struct event_replan *)event.body)->items.count;
        app_done(app, "%zu item%s planned again: the meeting ends %s", count, count == 1 ? "" : "s",
                 when_words(app, meeting_projected_end(app->meeting, app->now), when));
    }
    return true;
}

/* What is confirmed is what was shown, however long it was looked at. */
void act_plan(struct app *app, const char *words) {
    struct replan replan = meeting_replan(app->meeting, app->now, app->meeting->arena);
    if (!text_blank(words) || replan.items.count == 0) {
        act_replan(app, words);
        return;
    }
    struct question *question = question_new(app, false, plan_answer, "Plan the rest again?");
    if (question == NULL) {
        return;
    }
    question->event = app_event(app, DO_REPLAN);
    ((struct event_replan *)question->event.body)->items = replan.items;
    question->text = preview(app, &replan, question->arena);
    question_option(question, 'y', "plan so");
    question_option(question, KEY_ESCAPE, "leave it as it is");
}
