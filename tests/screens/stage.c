#include "stage.h"

#include "cursor.h"
#include "listed.h"
#include "second.h"

#include <stdio.h>
#include <string.h>

#include "candour/base/text.h"
#include "candour/format/load.h"
#include "candour/format/save.h"

enum { EFFECT_ROUNDS = 20 };

void stage_begin(struct stage *stage) {
    *stage = (struct stage){.rows = 24, .columns = 80};
    stamp_read("2016-11-22T13:28:00.000+00:00", &stage->now);
}

static void close_app(struct stage *stage) {
    plain_free(stage->plain);
    stage->plain = NULL;
    app_free(stage->app);
    arena_free(stage->arena);
    stage->app = NULL;
    stage->arena = NULL;
}

void stage_free(struct stage *stage) {
    close_app(stage);
    second_free(stage->second);
    listed_free(stage->listed);
    canvas_free(&stage->canvas);
    struct buffer *buffers[] = {&stage->agenda, &stage->disk,         &stage->other, &stage->draft, &stage->fails,
                                &stage->editor, &stage->editor_given, &stage->stale, &stage->heard, &stage->transcript};
    for (size_t i = 0; i < sizeof buffers / sizeof *buffers; i++) {
        buffer_free(buffers[i]);
    }
    for (size_t i = 0; i < stage->guard_count; i++) {
        buffer_free(stage->guard + i);
    }
}

static bool load(struct stage *stage, const char *name, struct diags *diags) {
    const struct buffer *bytes = stage->disk.length > 0 ? &stage->disk : &stage->agenda;
    struct load_from from = {.name = name, .bytes = bytes->bytes, .length = bytes->length};
    struct loaded loaded;
    diags_begin(diags, stage->arena);
    if (!load_meeting(&from, stage->arena, diags, &loaded)) {
        struct buffer text = {0};
        diags_write(diags, &text);
        fwrite(text.bytes, 1, text.length, stdout);
        buffer_free(&text);
        return false;
    }
    stage->meeting = loaded.meeting;
    stage->kept = loaded.meeting->event_count;
    return true;
}

static const struct pickable reports[] = {
    {"minutes", "what was said"}, {"response", "what may be published"}, {"html", "HTML"}};

bool stage_open(struct stage *stage, const char *name) {
    static struct diags diags;
    stage->arena = arena_new();
    if (!load(stage, name, &diags)) {
        return false;
    }
    struct draft draft;
    bool drafted = stage->draft.length > 0 && load_draft(stage->draft.bytes, stage->draft.length, stage->arena, &draft);
    const char *guard[4] = {0};
    for (size_t i = 0; i < stage->guard_count; i++) {
        guard[i] = stage->guard[i].bytes;
    }
    char date[DAY_SIZE];
    const struct review *review = stage->meeting->agenda->review;
    struct app_setup setup = {
        .meeting = stage->meeting,
        .session =
            arena_format(stage->arena, "sessions/%s-%s.yaml", day_write(stamp_day(stage->now), date), review->id),
        .program = "candour 1.0.0",
        .remarks = &diags,
        .draft = drafted ? &draft : NULL,
        .guard = guard,
        .guard_count = stage->guard_count,
        .reports = reports,
        .report_count = sizeof reports / sizeof *reports,
        .review = stage->review,
        .listed = stage->listed != NULL && stage->review,
        .at = stage->at,
        .read_only = stage->read_only ? "it cannot be written" : NULL,
        .bell = stage->bell,
        .rehearsal = stage->rehearsal,
        .ascii = stage->ascii,
        .rows = stage->linear ? PLAIN_ROWS : stage->rows,
        .columns = stage->linear ? PLAIN_COLUMNS : stage->columns,
        .linear = stage->linear,
        .now = stage->now,
    };
    stage->app = app_new(&setup);
    stage->plain = stage->linear ? plain_new(stage->app, !stage->script) : NULL;
    if (stage->plain != NULL) {
        plain_say(stage->plain, stage->now, &stage->heard);
    }
    stage->left = stage->quit = false;
    return true;
}

void stage_kill(struct stage *stage) {
    close_app(stage);
}

/* Every event not kept yet goes to the end, as the shell does it. */
static struct msg keep(struct stage *stage, struct buffer *disk) {
    struct msg answer = {
        .type = MSG_KEPT, .now = stage->now, .ok = stage->keep_fails == NULL, .text = stage->keep_fails};
    if (!answer.ok) {
        return answer;
    }
    if (disk->length == 0) {
        save_opening(stage->meeting->agenda, disk);
    }
    for (; stage->kept < stage->meeting->event_count; stage->kept++) {
        stage->last_event = disk->length;
        save_event(stage->meeting->events + stage->kept, disk);
    }
    return answer;
}

static struct msg keep_at(struct stage *stage, const struct effect *effect) {
    if (strncmp(effect->text, "/full/", 6) == 0) {
        return (struct msg){.type = MSG_KEPT, .now = stage->now, .text = "No space left on device"};
    }
    buffer_clear(&stage->other);
    save_session(stage->meeting, &stage->other);
    stage->kept = stage->meeting->event_count;
    stage->keep_fails = NULL;
    return (struct msg){.type = MSG_KEPT, .now = stage->now, .ok = true};
}

static struct msg edit(struct stage *stage, const struct effect *effect) {
    buffer_clear(&stage->editor_given);
    buffer_text(&stage->editor_given, effect->text);
    bool ok = stage->editor.length > 0;
    return (struct msg){
        .type = MSG_EDITED, .now = stage->now, .ok = ok, .text = ok ? stage->editor.bytes : "vi: not found"};
}

/* What was asked for is the name of the file, so that a play sees it. */
static struct msg report(struct stage *stage, const struct effect *effect) {
    bool ok = stage->keep_fails == NULL;
    snprintf(stage->said, sizeof stage->said, ok ? "Written as asked: %s" : "Not written: %s",
             ok ? effect->text : stage->keep_fails);
    return (struct msg){.type = MSG_REPORTED, .now = stage->now, .ok = ok, .text = stage->said};
}

/* Fulfils one effect; true when there is an answer. */
static bool fulfil(struct stage *stage, const struct effect *effect, struct msg *answer) {
    switch (effect->type) {
    case EFFECT_KEEP:
        *answer = keep(stage, &stage->disk);
        return true;
    case EFFECT_KEEP_AT:
        *answer = keep_at(stage, effect);
        return true;
    case EFFECT_DRAFT:
        stage->drafts++;
        buffer_clear(&stage->draft);
        save_draft(&effect->draft, &stage->draft);
        return false;
    case EFFECT_DRAFT_GONE:
        buffer_clear(&stage->draft);
        return false;
    case EFFECT_EDITOR:
        *answer = edit(stage, effect);
        return true;
    case EFFECT_REPORT:
        *answer = report(stage, effect);
        return true;
    case EFFECT_LEAVE:
        stage->left = stage->keep_fails == NULL;
        *answer = (struct msg){.type = MSG_LEFT, .now = stage->now, .text = stage->keep_fails};
        return !stage->left;
    case EFFECT_QUIT:
        stage->quit = true;
        return false;
    case EFFECT_SUSPEND:
        stage->suspends++;
        return false;
    case EFFECT_REDRAW:
        stage->redraws++;
        return false;
    case EFFECT_BELL:
        stage->bells++;
        return false;
    case EFFECT_BLANK:
        if (stage->second != NULL && !stage->untold) {
            stage->second->news.told = effect->on ? TOLD_BLANK : TOLD_SHOWN;
        }
        *answer = (struct msg){.type = MSG_UNTOLD, .now = stage->now, .text = "nobody can be told"};
        return stage->untold;
    case EFFECT_MOUSE:
        stage->mouse = !stage->mouse;
        return false;
    case EFFECT_SHOW:
    case EFFECT_READ_ANEW:
        return false; /* are the list's */
    }
    return false;
}

static void send(struct stage *stage, const struct msg *msg, int rounds) {
    struct effects effects;
    struct msg answers[EFFECTS_MOST];
    size_t count = 0;
    if (stage->plain != NULL) {
        plain_update(stage->plain, msg, &effects);
    } else {
        app_update(stage->app, msg, &effects);
    }
    /* all are fulfilled before the first answer: texts in effects are good until the next update */
    for (size_t i = 0; i < effects.count; i++) {
        count += fulfil(stage, effects.list + i, answers + count) ? 1 : 0;
    }
    for (size_t i = 0; i < count && rounds < EFFECT_ROUNDS; i++) {
        send(stage, answers + i, rounds + 1);
    }
}

/* The list has the stage when no session is open on it. */
static bool on_list(const struct stage *stage) {
    return stage->app == NULL && stage->listed != NULL;
}

static instant next_change(const struct stage *stage) {
    return on_list(stage)         ? listed_next_change(stage)
           : stage->plain != NULL ? plain_next_change(stage->plain, stage->now.at)
                                  : app_next_change(stage->app, stage->now.at);
}

/* What a person does is followed by a frame, and the cursor and the message of each are looked at. */
static void look_at_frame(struct stage *stage, const struct msg *msg) {
    struct buffer frame = {0};
    bool second = stage->on_second;
    bool done = msg->type == MSG_KEY || msg->type == MSG_PASTE || msg->type == MSG_RESIZE || msg->type == MSG_CLICK ||
                msg->type == MSG_WHEEL;
    if (!done || stage->quit || stage->left) {
        return;
    }
    stage->on_second = false;
    stage_frame(stage, false, &frame);
    stage->on_second = second;
    if (!cursor_stands(&stage->canvas)) {
        printf("the cursor stands at %d %d, and not where keys go, in:\n%s", stage->canvas.cursor_row + 1,
               stage->canvas.cursor_column + 1, frame.bytes);
        stage->astray++;
    }
    if (!message_stands(&stage->canvas, frame.bytes, stage_message(stage))) {
        printf("the message '%s' is not where messages stand, in:\n%s", stage_message(stage), frame.bytes);
        stage->astray++;
    }
    buffer_free(&frame);
}

void stage_send(struct stage *stage, struct msg msg) {
    if ((stage->app == NULL && stage->listed == NULL) || stage->left || stage->quit) {
        return;
    }
    msg.now = stage->now;
    if (on_list(stage)) {
        listed_send(stage, &msg);
        look_at_frame(stage, &msg);
        return;
    }
    send(stage, &msg, 0);
    app_next_change(stage->app, stage->now.at);
    if (stage->plain != NULL) {
        size_t from = stage->heard.length;
        plain_say(stage->plain, stage->now, &stage->heard);
        buffer_text(&stage->transcript, stage->heard.length == 0 ? "" : stage->heard.bytes + from);
    }
    if (stage->listed != NULL && (stage->left || stage->quit)) {
        listed_back(stage);
    } else {
        look_at_frame(stage, &msg);
    }
}

void stage_key(struct stage *stage, key k) {
    stage->keys++;
    stage_send(stage, (struct msg){.type = MSG_KEY, .key = k});
}

void stage_wait(struct stage *stage, int64_t ms) {
    instant until = stage->now.at + ms;
    stage->wakes = 0;
    while ((stage->app != NULL || stage->listed != NULL) && !stage->left && !stage->quit) {
        instant next = next_change(stage);
        if (next > until) {
            break;
        }
        if (next > stage->now.at) {
            stage->now.at = next;
        }
        stage->wakes++;
        stage_send(stage, (struct msg){.type = MSG_TIME});
        if (next_change(stage) <= stage->now.at) {
            printf("app_next_change stands still at %lld\n", (long long)stage->now.at);
            break;
        }
    }
    stage->now.at = until;
}

void stage_jump(struct stage *stage, int64_t ms) {
    stage->now.at += ms;
    stage_send(stage, (struct msg){.type = MSG_TIME});
}

const char *stage_message(const struct stage *stage) {
    return on_list(stage) ? listed_message(stage) : app_message(stage->app);
}

void stage_frame(struct stage *stage, bool looks, struct buffer *out) {
    if (stage->plain != NULL) {
        buffer_text(out, stage->transcript.length == 0 ? "" : stage->transcript.bytes);
        return;
    }
    if (stage->on_second) {
        second_draw(stage);
        canvas_dump(&stage->canvas, looks, out);
        return;
    }
    if (stage->canvas.rows != stage->rows || stage->canvas.columns != stage->columns) {
        canvas_begin(&stage->canvas, stage->rows, stage->columns);
    }
    if (on_list(stage)) {
        listed_view(stage);
    } else {
        app_view(stage->app, stage->now, &stage->canvas);
    }
    canvas_dump(&stage->canvas, looks, out);
}
