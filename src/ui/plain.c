#include "candour/ui/plain.h"

#include <string.h>

#include "plain_inside.h"
#include "review.h"

struct plain *plain_new(struct app *app, bool typed) {
    struct plain *plain = arena_alloc(app->arena, sizeof *plain);
    bool live = app->meeting->status == MEETING_RUNNING;
    plain->app = app;
    plain->typed = typed;
    plain->item = live ? app->meeting->current : -1;
    plain->focus = app->meeting->focus;
    plain->alerted = live ? alert_instant(app->meeting, app->now.at) : 0;
    return plain;
}

void plain_free(struct plain *plain) {
    if (plain == NULL) {
        return;
    }
    struct buffer *buffers[] = {&plain->refused, &plain->direct, &plain->stopped,
                                &plain->several, &plain->last,   &plain->panel};
    for (size_t i = 0; i < sizeof buffers / sizeof *buffers; i++) {
        buffer_free(buffers[i]);
    }
}

struct view plain_view(const struct plain *plain, struct stamp now, struct arena *arena) {
    return (struct view){
        .app = plain->app, .meeting = plain->app->meeting, .now = review_stands(plain->app, now), .scratch = arena};
}

void plain_refuse(struct plain *plain, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    const char *text = arena_vformat(plain->app->scratch, format, arguments);
    va_end(arguments);
    buffer_clear(&plain->refused);
    buffer_text(&plain->refused, text);
}

void plain_answer(struct plain *plain, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    const char *text = arena_vformat(plain->app->scratch, format, arguments);
    va_end(arguments);
    struct plain_lines lines = {&plain->direct, plain->app->scratch};
    plain_put(&lines, "%s", text);
}

static void take(void *self, const struct msg *msg) {
    struct plain *plain = self;
    const struct app *app = plain->app;
    buffer_clear(&plain->refused);
    plain->by_line = true;
    plain_take(plain, msg->text == NULL ? "" : msg->text);
    if (plain->refused.length == 0 && !app->blank && app->tone == TONE_REFUSED && app->message.length > 0) {
        plain_refuse(plain, "%s", app->message.bytes);
    }
}

void plain_update(struct plain *plain, const struct msg *msg, struct effects *effects) {
    if (msg->type == MSG_LINE) {
        app_turn(plain->app, msg, effects, take, plain);
    } else {
        app_update(plain->app, msg, effects);
    }
}

const char *plain_refused(const struct plain *plain) {
    return plain->refused.length == 0 ? NULL : plain->refused.bytes;
}

/* The next threshold of the running item's time. */
static instant next_alert(const struct meeting *meeting, instant now) {
    if (!meeting_clock_runs(meeting) || meeting->current < 0) {
        return INT64_MAX;
    }
    int64_t granted = meeting->items[meeting->current].granted;
    int64_t used = meeting_used(meeting, (uint32_t)meeting->current, now);
    int64_t quarter = granted - granted / 4;
    int64_t over = used < granted ? 0 : ((used - granted) / ALERT_EVERY_MS + 1) * ALERT_EVERY_MS;
    return now + (used < quarter ? quarter : granted + over) - used;
}

instant plain_next_change(const struct plain *plain, instant now) {
    instant next = app_next_change(plain->app, now);
    instant alert = plain->app->review ? INT64_MAX : next_alert(plain->app->meeting, now);
    return alert < next ? alert : next;
}

char *plain_line_text(const char *bytes, size_t length, struct arena *arena, const char **note) {
    size_t broken = 0, controls = 0, at = 0, out = 0;
    length -= length > 0 && bytes[length - 1] == '\r';
    char *text = arena_raw(arena, 3 * length + 1);
    while (at < length) {
        uint32_t code = 0;
        size_t used = utf8_read(bytes + at, length - at, &code);
        bool control = used == 1 && (code < ' ' || code == 0x7f);
        if (used == 0) {
            broken++;
            out += utf8_write(0xfffd, text + out);
        } else if (control) {
            controls += code != '\t';
            text[out] = ' ';
            out += code == '\t';
        } else {
            memcpy(text + out, bytes + at, used);
            out += used;
        }
        at += used == 0 ? 1 : used;
    }
    text[out] = '\0';
    *note = broken > 0     ? arena_format(arena, "%zu byte%s in this line that are no UTF-8 text became U+FFFD", broken,
                                      broken == 1 ? "" : "s")
            : controls > 0 ? arena_format(arena, "%zu control character%s in this line %s left out", controls,
                                          controls == 1 ? "" : "s", controls == 1 ? "was" : "were")
                           : NULL;
    return text;
}
