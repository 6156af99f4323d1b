#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "candour/base/arena.h"
#include "candour/core/foreseen.h"
#include "candour/core/reading.h"
#include "candour/shell/commands.h"
#include "candour/shell/stage.h"

enum { SPEED = 60, SPEED_MOST = 600 };

/* 0, and said, when it is no number of times. */
static int32_t speed_given(const struct given *given) {
    int32_t speed = SPEED;
    const char *text = given->value[OPTION_SPEED];
    if (text != NULL && (!count_read(text, &speed) || speed < 1 || speed > SPEED_MOST)) {
        say_error("--speed wants a whole number from 1 to %d, not '%s'", SPEED_MOST, text);
        return 0;
    }
    return speed;
}

/* When it is called for; today where no date is given, now where no time is. */
static instant planned_start(const struct agenda *agenda, struct stamp now) {
    const struct meeting_details *details = agenda->meeting;
    if (details == NULL || !details->start.given) {
        return now.at;
    }
    return instant_of(details->date != 0 ? details->date : stamp_day(now), details->start.value, now.offset);
}

enum exit_status rehearse_opens(struct stage *stage, struct input *input, struct arena *arena, bool *declined) {
    struct meeting *meeting = input->loaded.meeting;
    *declined = false;
    stage->speed = speed_given(stage->given);
    if (stage->speed == 0) {
        return EXIT_USAGE;
    }
    if (meeting->status == MEETING_CLOSED || meeting->status == MEETING_CONFIRMED) {
        say_error("%s is a meeting that is over; rehearse its agenda, or an open session", input->path);
        return EXIT_PROBLEMS;
    }
    stage->begun = (struct begun){.arena = arena, .meeting = meeting, .path = "nowhere: a rehearsal writes nothing"};
    stage->begun.remarks = &input->diags;
    clock_set(&stage->clock, meeting->event_count > 0 ? meeting_last_instant(meeting) + MS_SECOND
                                                      : planned_start(input->loaded.agenda, clock_now(&stage->clock)));
    return EXIT_DONE;
}

static const char *end_words(const struct meeting *meeting, const struct foreseen *foreseen, struct stamp now,
                             struct arena *arena) {
    char clock[CLOCK_SIZE];
    char planned[CLOCK_SIZE];
    instant end = meeting_planned_end(meeting, now);
    stamp_clock((struct stamp){.at = foreseen->ends, .offset = now.offset}, clock);
    stamp_clock((struct stamp){.at = end, .offset = now.offset}, planned);
    return arena_format(arena, "It would end at %s%s%s.", clock, end == 0 ? "" : "; planned was ",
                        end == 0 ? "" : planned);
}

const char *rehearse_words(const struct meeting *meeting, struct stamp now, struct arena *arena) {
    return meeting->first_start == 0 ? "" : end_words(meeting, foresee(meeting, now, arena), now, arena);
}

/* What the rehearsal showed, at the prompt. */
void rehearse_say(const struct meeting *meeting, struct stamp now, FILE *out) {
    say_line(out, "A rehearsal: nothing was kept.");
    if (meeting->first_start == 0) {
        return;
    }
    struct arena *arena = arena_new();
    struct foreseen *foreseen = foresee(meeting, now, arena);
    for (uint32_t i = 0; i < meeting->item_count; i++) {
        const struct item_state *item = &meeting->items[meeting->order[i]];
        if (item->stage != ITEM_VISITED) {
            continue;
        }
        int64_t used = meeting_used(meeting, meeting->order[i], now.at);
        say_line(out, "  %-4s %3" PRId32 " of %3" PRId32 " min  %s", item->item->id, duration_minutes(used),
                 duration_minutes(item->granted), item->item->title);
    }
    for (size_t i = 0; i < foreseen->count; i++) {
        const struct item *item = meeting->items[foreseen->items[i].place].item;
        say_line(out, "  %-4s not reached  %s", item->id, item->title);
    }
    say_line(out, "%s", end_words(meeting, foreseen, now, arena));
    for (size_t i = 0; i < foreseen->pinches.count; i++) {
        say_line(out, "  %s", foreseen->pinches.items[i]);
    }
    arena_free(arena);
}

enum exit_status command_rehearse(const struct given *given) {
    return stage_command(given, rehearse_opens);
}
