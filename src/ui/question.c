#include <assert.h>
#include <string.h>

#include "screen_moves.h"

struct question *question_new(struct app *app, bool front, question_answer *answer, const char *title) {
    if (app->question_count == QUESTIONS_MOST) {
        return NULL;
    }
    struct arena *arena = arena_new();
    struct question *question = arena_alloc(arena, sizeof *question);
    question->arena = arena;
    question->answer = answer;
    question->title = arena_text(arena, title);
    question->text = "";
    size_t at = front ? 0 : app->question_count;
    memmove(app->questions + at + 1, app->questions + at, (app->question_count - at) * sizeof *app->questions);
    app->questions[at] = question;
    app->question_count++;
    if (front && app->question_count > 1) {
        app->questions[1]->shown = 0;
    }
    return question;
}

void question_option(struct question *question, key k, const char *label) {
    assert(question->option_count < OPTIONS_MOST);
    question->options[question->option_count++] =
        (struct question_option){.k = k, .label = arena_text(question->arena, label)};
}

struct question *question_active(const struct app *app) {
    if (app->question_count == 0 || app->form != NULL || app->line != NULL || app->place != AT_MEETING) {
        return NULL;
    }
    return app->questions[0]->shown == 0 ? NULL : app->questions[0];
}

bool question_armed(const struct question *question, instant now) {
    return question->called || now - question->shown >= ARM_MS;
}

void question_drop(struct app *app, struct question *question) {
    for (size_t i = 0; i < app->question_count; i++) {
        if (app->questions[i] == question) {
            app->question_count--;
            memmove(app->questions + i, app->questions + i + 1, (app->question_count - i) * sizeof *app->questions);
            arena_free(question->arena);
            return;
        }
    }
}

static bool question_scroll(struct question *question, key k) {
    switch (k) {
    case KEY_UP_ARROW:
        question->scroll -= question->scroll > 0;
        return true;
    case KEY_DOWN_ARROW:
        question->scroll++;
        return true;
    case KEY_PAGE_UP:
        question->scroll = question->scroll > 5 ? question->scroll - 5 : 0;
        return true;
    case KEY_PAGE_DOWN:
        question->scroll += 5;
        return true;
    default:
        return false;
    }
}

void question_key(struct app *app, key k) {
    struct question *question = question_active(app);
    if (question == NULL || (!question->gives_way && question_scroll(question, k)) ||
        !question_armed(question, app->now.at)) {
        return;
    }
    for (size_t i = 0; i < question->option_count; i++) {
        if (question->options[i].k == k) {
            /* the answer may ask something else, so the question is taken away by itself and not by its place */
            if (question->answer(app, question, k)) {
                question_drop(app, question);
            }
            return;
        }
    }
    const struct command *command = command_by_key(app_where(app), k);
    if (question->gives_way && command != NULL) {
        question_drop(app, question);
        app_command(app, command, "");
        return;
    }
    bool asks = question->title[0] != '\0' && question->title[strlen(question->title) - 1] == '?';
    app_say(app, TONE_REFUSED, asks ? "%s One of the keys shown answers" : "%s: one of the keys shown answers it",
            question->title);
}

void question_settle(struct app *app, instant now) {
    if (app->question_count > 0 && app->form == NULL && app->line == NULL && app->place == AT_MEETING &&
        app->questions[0]->shown == 0) {
        app->questions[0]->shown = now;
    }
}

void questions_free(struct app *app) {
    while (app->question_count > 0) {
        question_drop(app, app->questions[0]);
    }
}
