#include <string.h>

#include "acts.h"
#include "help.h"
#include "line.h"
#include "log_rows.h"
#include "panel.h"
#include "rehearsal.h"
#include "review.h"
#include "screen_moves.h"
#include "screen_trail.h"

static void take_setup(struct app *app, const struct app_setup *setup) {
    app->meeting = setup->meeting;
    app->session = arena_text(app->arena, setup->session == NULL ? "" : setup->session);
    app->program = arena_text(app->arena, setup->program);
    app->room_blank = setup->room_blank;
    app->bell = setup->bell;
    app->linear = setup->linear;
    app->rehearsal = setup->rehearsal;
    app->ascii = setup->ascii;
    app->review = setup->review;
    app->take_up = setup->take_up;
    app->listed = setup->listed;
    app->read_only = arena_text(app->arena, setup->read_only);
    app->events_before = setup->meeting->event_count;
    app->rows = setup->rows;
    app->columns = setup->columns;
    app->now = setup->now;
    app->guard_count = setup->guard_count;
    const char **guard = arena_array(app->arena, setup->guard_count, sizeof *guard);
    for (size_t i = 0; i < setup->guard_count; i++) {
        guard[i] = arena_text(app->arena, setup->guard[i]);
    }
    app->guard = guard;
    app->reports.count = setup->report_count;
    app->reports.list = arena_array(app->arena, setup->report_count, sizeof *app->reports.list);
    for (size_t i = 0; i < setup->report_count; i++) {
        app->reports.list[i] = setup->reports[i];
    }
}

static void take_remarks(struct app *app, const struct diags *remarks) {
    if (remarks == NULL || remarks->count == 0) {
        return;
    }
    app->remarks.items = arena_array(app->arena, remarks->count, sizeof *app->remarks.items);
    for (size_t i = 0; i < remarks->count; i++) {
        const struct diag *diag = remarks->list + i;
        const char *hint = diag->hint == NULL ? "" : arena_format(app->arena, " (%s)", diag->hint);
        app->remarks.items[app->remarks.count++] =
            diag->line > 0 ? arena_format(app->arena, "line %d: %s%s", diag->line, diag->what, hint)
                           : arena_format(app->arena, "%s%s", diag->what, hint);
    }
}

/* A draft is not offered again when its record was kept. What the program itself had to record before it could offer it
 * does not count. */
static bool draft_used(const struct meeting *meeting, const struct draft *draft) {
    for (size_t i = draft->events; i < meeting->event_count; i++) {
        enum event_do what = meeting->events[i].what;
        if (what != DO_OPEN && what != DO_GAP && what != DO_REOPEN) {
            return true;
        }
    }
    return false;
}

static void take_draft(struct app *app, const struct draft *draft) {
    if (draft == NULL) {
        return;
    }
    app->draft_kept = true;
    if (draft_used(app->meeting, draft)) {
        return;
    }
    struct draft *copy = arena_alloc(app->arena, sizeof *copy);
    *copy = *draft;
    copy->act = arena_text(app->arena, draft->act);
    copy->id = arena_text(app->arena, draft->id);
    copy->fields = arena_array(app->arena, draft->count, sizeof *copy->fields);
    for (size_t i = 0; i < draft->count; i++) {
        copy->fields[i].key = arena_text(app->arena, draft->fields[i].key);
        copy->fields[i].text = arena_text(app->arena, draft->fields[i].text);
    }
    app->offered = copy;
}

struct app *app_new(const struct app_setup *setup) {
    struct arena *arena = arena_new();
    struct app *app = arena_alloc(arena, sizeof *app);
    app->arena = arena;
    app->scratch = arena_new();
    app->log = log_rows_new(arena);
    app->trail = trail_new(arena);
    app->place = AT_START;
    app->item_selected = -1;
    app->record_selected = -1;
    take_setup(app, setup);
    take_remarks(app, setup->remarks);
    take_draft(app, setup->draft);
    if (app->meeting->event_count > 0) {
        app->kept = app->meeting->events[app->meeting->event_count - 1].at;
    }
    app->notice = arena_text(app->arena, setup->notice);
    if (app->review) {
        review_begin(app, setup->at);
    }
    return app;
}

void app_free(struct app *app) {
    if (app == NULL) {
        return;
    }
    questions_free(app);
    panels_free(app);
    log_rows_free(app->log);
    form_close(app->form);
    if (app->line != NULL) {
        arena_free(app->line->arena);
    }
    buffer_free(&app->message);
    buffer_free(&app->pending);
    buffer_free(&app->pending_rest);
    buffer_free(&app->pending_remark);
    buffer_free(&app->searched);
    buffer_free(&app->untold);
    buffer_free(&app->fault.why);
    arena_free(app->summary_arena);
    arena_free(app->scratch);
    arena_free(app->arena);
}

static const char *no_record(const struct app *app) {
    return app->screen == SCREEN_MEETING || app->meeting->record_count == 0 ? "nothing is recorded yet"
                                                                            : "no record is selected";
}

static const char *need_missing(const struct app *app, enum command_need need, struct arena *scratch) {
    const struct record_state *record = selected_record(app);
    switch (need) {
    case NEEDS_NOTHING:
        return NULL;
    case NEEDS_ITEM:
        return item_selected(app) < 0 ? "no agenda item is selected" : NULL;
    case NEEDS_CURRENT:
        return app->meeting->current < 0 ? "no item is running: Space starts one" : NULL;
    case NEEDS_RECORD:
        return record == NULL ? no_record(app) : NULL;
    case NEEDS_CHALLENGE:
    case NEEDS_AGREEMENT:
        break;
    }
    if (record == NULL) {
        return no_record(app);
    }
    enum record_kind kind = need == NEEDS_CHALLENGE ? RECORD_CHALLENGE : RECORD_AGREEMENT;
    if (record->kind == kind) {
        return NULL;
    }
    return arena_format(scratch, "%s is selected, which is not %s %s", record->id,
                        kind == RECORD_AGREEMENT ? "an" : "a", record_word(kind));
}

const char *command_why_not(const struct app *app, const struct command *command, struct arena *scratch) {
    if (!command_at(command, app->place)) {
        return app->place == AT_START ? "the meeting is not open yet: Enter opens it" : "it has been opened already";
    }
    const char *why = review_why_not(app, command);
    if (why != NULL) {
        return why;
    }
    if (command->says != DO_COUNT && app->place == AT_MEETING) {
        struct refusal refusal = meeting_may(app->meeting, command->says);
        if (refusal.code != REFUSED_NOT) {
            char *text = arena_alloc(scratch, 200);
            return refusal_text(refusal, text, 200);
        }
    }
    return need_missing(app, command->needs, scratch);
}

void app_command(struct app *app, const struct command *command, const char *words) {
    /* with words the act looks for what it is about itself */
    bool named = !text_blank(words) && command->needs != NEEDS_CURRENT;
    struct command asked = *command;
    asked.needs = named ? NEEDS_NOTHING : command->needs;
    const char *why = command_why_not(app, &asked, app->scratch);
    if (why != NULL) {
        bool says_it = strstr(why, arena_format(app->scratch, "'%s'", command->name)) != NULL;
        app_say(app, TONE_REFUSED, "%s%s%s", says_it ? "" : command->name, says_it ? "" : ": ", why);
        return;
    }
    command->act(app, words);
}

static void command_key(struct app *app, key k) {
    const struct command *command = command_by_key(app_where(app), k);
    char name[16];
    if (command == NULL) {
        app_say(app, TONE_WORD, "%s does nothing here; ? shows the keys", key_name(k, name));
        return;
    }
    app_command(app, command, "");
}

void app_key(struct app *app, key k) {
    if (app->tone == TONE_REFUSED && !app->blank) {
        app_say(app, TONE_WORD, "%s", "");
    }
    if (app->blank) {
        blank_key(app, k);
    } else if (k == KEY_CONTROL('z')) {
        act_suspend(app, "");
    } else if (k == KEY_CONTROL('l')) {
        act_redraw(app, "");
    } else if (guard_key(app, k) || blank_hurries(app, k)) {
        return;
    } else if (help_wanted(app, k) && !app->help) {
        act_help(app, "");
    } else if (app->help && (app->form != NULL || app->line != NULL || question_active(app) == NULL)) {
        help_key(app, k);
    } else if (app->form != NULL) {
        app_form_key(app, k);
    } else if (app->line != NULL) {
        line_key(app, k);
    } else if (question_active(app) != NULL) {
        question_key(app, k);
    } else if (!panel_active(app) || !panel_key(app, k)) {
        command_key(app, k);
    }
}

static void take_paste(struct app *app, const char *text) {
    if (app->blank || text == NULL) {
        return;
    }
    if (app->form != NULL) {
        app_form_paste(app, text);
    } else if (app->line != NULL) {
        line_paste(app, text);
    } else {
        app_say(app, TONE_WORD, "Pasted text goes into a form or the : line; nothing was done");
    }
}

/* The shell's word on how something was kept stands behind what was kept, not in its place. */
static void take_notice(struct app *app, const char *text) {
    const char *before = app->confirmed ? arena_format(app->scratch, "%s. ", app->message.bytes) : "";
    app_say(app, TONE_WORD, "%s%s", before, text);
}

static void take_signal(struct app *app) {
    if (app->fault.since != 0) {
        app_effect(app, (struct effect){.type = EFFECT_KEEP});
    }
    draft_look(app, app->now.at, true);
    app_effect(app, (struct effect){.type = EFFECT_QUIT});
}

static void take_msg(struct app *app, const struct msg *msg) {
    switch (msg->type) {
    case MSG_KEY:
        app->pressed = (struct pressed){0};
        app_key(app, msg->key);
        break;
    case MSG_CLICK:
        app_click(app, msg->row, msg->column);
        break;
    case MSG_WHEEL:
        app_wheel(app, msg->step);
        break;
    case MSG_PASTE:
        take_paste(app, msg->text);
        break;
    case MSG_RESIZE:
        app->rows = msg->rows;
        app->columns = msg->columns;
        break;
    case MSG_TIME:
        break;
    case MSG_KEPT:
        app_kept(app, msg);
        break;
    case MSG_EDITED:
        app_form_edited(app, msg);
        break;
    case MSG_REPORTED:
        app_reported(app, msg);
        break;
    case MSG_LEFT:
        leave_fault(app, msg->text);
        break;
    case MSG_NOTICE:
        take_notice(app, msg->text == NULL ? "" : msg->text);
        break;
    case MSG_UNTOLD:
        blank_untold(app, msg->text == NULL ? "" : msg->text);
        break;
    case MSG_SIGNAL:
        take_signal(app);
        break;
    case MSG_LINE: /* is taken line by line (plain.h) */
    case MSG_READ:
    case MSG_SHOWN:
        break; /* are the list's */
    }
}

static void ring(struct app *app, instant before) {
    instant at = alert_instant(app->meeting, app->now.at);
    if (app->bell && !app->blank && !app->review && !app->rehearsal && app->place == AT_MEETING && at > before &&
        alert_shows(app->meeting, app->now.at)) {
        app_effect(app, (struct effect){.type = EFFECT_BELL});
    }
}

void app_turn(struct app *app, const struct msg *msg, struct effects *effects, app_take *take, void *taker) {
    effects->count = 0;
    app->effects = effects;
    arena_free(app->scratch);
    app->scratch = arena_new();
    gap_look(app, msg);
    instant before = app->now.at;
    app->now = msg->now;
    app->confirmed = app->confirmed && msg->type == MSG_NOTICE;
    take(taker, msg);
    panel_settle(app);
    if (msg->type != MSG_SIGNAL) {
        draft_look(app, app->now.at, false);
        app_retry(app);
        ring(app, before);
    }
    if (app->rehearsal) {
        rehearsal_settle(app);
    }
    question_settle(app, app->now.at);
    screen_settle(app);
    app->due = app_next_change(app, app->now.at);
    app->effects = NULL;
}

static void take_own(void *app, const struct msg *msg) {
    take_msg(app, msg);
}

void app_update(struct app *app, const struct msg *msg, struct effects *effects) {
    app_turn(app, msg, effects, take_own, app);
}

const struct meeting *app_meeting(const struct app *app) {
    return app->meeting;
}

bool app_occupied(const struct app *app) {
    return app->place == AT_START || app->form != NULL || app->line != NULL || app->help ||
           question_active(app) != NULL;
}

const char *app_message(const struct app *app) {
    return app->message.length > 0 ? app->message.bytes : "";
}

const char *item_id(const struct app *app, uint32_t place) {
    return app->meeting->items[place].item->id;
}

const char *item_title(const struct app *app, uint32_t place) {
    return app->meeting->items[place].item->title;
}
