#include "rehearsal.h"

#include <inttypes.h>
#include <string.h>

#include "acts.h"
#include "candour/core/foreseen.h"

static const char WORD[] = " REHEARSAL ";

/* --- nothing is written --- */

static void answer(struct app *app, const struct effect *effect) {
    struct msg msg = {.now = app->now, .ok = true};
    switch (effect->type) {
    case EFFECT_KEEP:
        msg.type = MSG_KEPT;
        app_kept(app, &msg);
        break;
    case EFFECT_EDITOR:
        msg = (struct msg){
            .type = MSG_EDITED, .now = app->now, .text = "an editor wants a file, and a rehearsal writes none"};
        app_form_edited(app, &msg);
        break;
    case EFFECT_LEAVE:
        app_effect(app, (struct effect){.type = EFFECT_QUIT});
        break;
    case EFFECT_KEEP_AT:
    case EFFECT_DRAFT:
    case EFFECT_DRAFT_GONE:
        break;
    default:
        app_effect(app, *effect);
        break;
    }
}

void rehearsal_settle(struct app *app) {
    enum { ROUNDS = 4 }; /* kept, then left: an answer wishes for little more */
    for (int i = 0; i < ROUNDS; i++) {
        struct effects wished = *app->effects;
        app->effects->count = 0;
        for (size_t j = 0; j < wished.count; j++) {
            answer(app, &wished.list[j]);
        }
    }
}

/* --- the word --- */

static bool has_word(const struct canvas *canvas) {
    size_t length = sizeof WORD - 3; /* without its blanks */
    for (int column = 0; column + (int)length <= canvas->columns; column++) {
        size_t i = 0;
        while (i < length && canvas->cells[(size_t)column + i].codes[0] == (uint32_t)WORD[i + 1]) {
            i++;
        }
        if (i == length) {
            return true;
        }
    }
    return false;
}

void rehearsal_mark(const struct app *app, struct canvas *canvas) {
    struct area all = area_all(canvas);
    int columns = (int)sizeof WORD - 1;
    int column = app->columns > columns ? app->columns - columns : 0;
    if (app->blank || canvas->rows == 0 || !has_word(canvas)) {
        draw_text(all, 0, column, LOOK_QUESTION, WORD);
    }
}

/* --- what is foreseen --- */

static void timetable(const struct view *view, struct detail *detail, const struct foreseen *foreseen) {
    for (size_t i = 0; i < foreseen->count; i++) {
        const struct foreseen_item *row = &foreseen->items[i];
        char from[CLOCK_SIZE];
        struct stamp at = {.at = row->from, .offset = view->now.offset};
        detail_add(detail, arena_text(detail->arena, stamp_clock(at, from)), LOOK_PLAIN,
                   arena_format(detail->arena, "%s %s, %" PRId32 " min", item_id(view->app, row->place),
                                item_title(view->app, row->place), duration_minutes(row->to - row->from)));
    }
}

void rehearsal_lines(const struct view *view, struct detail *detail) {
    struct foreseen *foreseen = foresee(view->meeting, view->now, detail->arena);
    char ends[CLOCK_SIZE];
    char planned[CLOCK_SIZE];
    instant end = meeting_planned_end(view->meeting, view->now);
    detail_add(detail, NULL, LOOK_PLAIN, "");
    detail_add(detail, NULL, LOOK_TITLE, "PINCH POINTS");
    for (size_t i = 0; i < foreseen->pinches.count; i++) {
        detail_add(detail, NULL, LOOK_NEAR, foreseen->pinches.items[i]);
    }
    if (foreseen->pinches.count == 0) {
        detail_add(detail, NULL, LOOK_PLAIN, "None found in the plan");
    }
    detail_add(detail, NULL, LOOK_PLAIN, "");
    detail_add(detail, NULL, LOOK_TITLE, "IF IT BEGAN NOW");
    timetable(view, detail, foreseen);
    stamp_clock((struct stamp){.at = foreseen->ends, .offset = view->now.offset}, ends);
    stamp_clock((struct stamp){.at = end, .offset = view->now.offset}, planned);
    detail_add(detail, arena_text(detail->arena, ends), LOOK_STRONG,
               end == 0 ? "the end" : arena_format(detail->arena, "the end; planned %s", planned));
}
