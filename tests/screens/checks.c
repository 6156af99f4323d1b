#include <stdlib.h>
#include <string.h>

#include "script.h"

static const char *word(const struct play *play, size_t at) {
    return at < play->count ? play->words[at].text : "";
}

/* Row N (from 1) of a frame into OUT, without its line end. */
static void row_of(const char *frame, int n, struct buffer *out) {
    buffer_text(out, "");
    for (; n > 1 && *frame != '\0'; n--) {
        const char *end = strchr(frame, '\n');
        frame = end == NULL ? "" : end + 1;
    }
    buffer_add(out, frame, strcspn(frame, "\n"));
}

static bool found(struct play *play) {
    struct buffer frame = {0};
    struct buffer row = {0};
    bool there;
    stage_frame(&play->stage, false, &frame);
    if (strcmp(word(play, 3), "message") == 0) {
        there = strstr(stage_message(&play->stage), word(play, 1)) != NULL;
    } else if (strcmp(word(play, 3), "row") == 0) {
        row_of(frame.bytes, atoi(word(play, 4)), &row);
        there = strstr(row.bytes, word(play, 1)) != NULL;
    } else {
        there = strstr(frame.bytes, word(play, 1)) != NULL;
    }
    buffer_free(&frame);
    buffer_free(&row);
    return there;
}

static void looks_frame(struct play *play, struct buffer *out) {
    struct buffer both = {0};
    stage_frame(&play->stage, true, &both);
    const char *at = both.bytes;
    for (int row = 0; row < play->stage.canvas.rows; row++) {
        const char *end = strchr(at, '\n');
        at = end == NULL ? "" : end + 1;
    }
    /* a blank line may stand between the blocks */
    buffer_text(out, *at == '\n' ? at + 1 : at);
    buffer_free(&both);
}

static bool check_looks(struct play *play, const char *verb) {
    struct buffer looks = {0};
    struct buffer row = {0};
    looks_frame(play, &looks);
    if (strcmp(verb, "look") == 0) {
        row_of(looks.bytes, atoi(word(play, 1)), &row);
        size_t column = (size_t)atoi(word(play, 2));
        bool good = column >= 1 && column <= row.length && row.bytes[column - 1] == word(play, 3)[0];
        play_verdict(play, good, "looks of the row: %s", row.bytes);
    } else if (strcmp(verb, "looks") == 0) {
        row_of(looks.bytes, atoi(word(play, 2)), &row);
        play_verdict(play, strstr(row.bytes, word(play, 3)) != NULL, "looks of the row: %s", row.bytes);
    } else {
        size_t alerts = strspn(looks.bytes, "A\n");
        bool alert = strchr(looks.bytes, 'A') != NULL && alerts == looks.length;
        play_verdict(play, alert == (strcmp(verb, "alert") == 0), "the screen is %sin reverse", alert ? "" : "not ");
    }
    buffer_free(&looks);
    buffer_free(&row);
    return true;
}

static bool check_number(struct play *play, const char *verb) {
    const struct stage *stage = &play->stage;
    const struct {
        const char *verb;
        size_t is;
    } numbers[] = {
        {"events", stage->kept},     {"drafts", stage->drafts},
        {"wakes", stage->wakes},     {"keys", stage->keys - play->keys_from},
        {"bells", stage->bells},     {"suspends", stage->suspends},
        {"redraws", stage->redraws},
    };
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        if (strcmp(verb, numbers[i].verb) == 0) {
            play_verdict(play, numbers[i].is == (size_t)atoi(word(play, 1)), "%s is %zu, not %s", verb, numbers[i].is,
                         word(play, 1));
            return true;
        }
    }
    return false;
}

static bool check_disk(struct play *play, const char *verb) {
    const struct stage *stage = &play->stage;
    if (strcmp(verb, "recorded") == 0) {
        const char *last = stage->disk.length > 0 ? stage->disk.bytes + stage->last_event : "";
        play_verdict(play, strstr(last, word(play, 1)) != NULL, "last event on disk:\n%s", last);
    } else if (strcmp(verb, "draft") == 0) {
        const char *draft = stage->draft.length > 0 ? stage->draft.bytes : "";
        play_verdict(play, strstr(draft, word(play, 1)) != NULL, "draft:\n%s", draft);
    } else if (strcmp(verb, "nodraft") == 0) {
        play_verdict(play, stage->draft.length == 0, "a draft is kept:\n%s", stage->draft.bytes);
    } else if (strcmp(verb, "unkept") == 0) {
        play_verdict(play, stage->disk.length + stage->other.length + stage->draft.length == 0, "on disk:\n%s%s",
                     stage->disk.length > 0 ? stage->disk.bytes : "",
                     stage->draft.length > 0 ? stage->draft.bytes : "");
    } else if (strcmp(verb, "left") == 0) {
        play_verdict(play, stage->left, "the program did not end");
    } else if (strcmp(verb, "quit") == 0) {
        play_verdict(play, stage->quit, "the program did not quit");
    } else if (strcmp(verb, "stays") == 0) {
        play_verdict(play, !stage->quit && !stage->left, "the program ended");
    } else {
        return false;
    }
    return true;
}

static bool check_cursor(struct play *play, const char *verb) {
    struct buffer frame = {0};
    stage_frame(&play->stage, false, &frame);
    buffer_free(&frame);
    const struct canvas *canvas = &play->stage.canvas;
    bool none = canvas->cursor_row < 0;
    if (strcmp(verb, "nocursor") == 0) {
        play_verdict(play, none, "the cursor is shown");
        return true;
    }
    bool there = canvas->cursor_row + 1 == atoi(word(play, 1)) && canvas->cursor_column + 1 == atoi(word(play, 2));
    play_verdict(play, there, "the cursor is at %d %d", canvas->cursor_row + 1, canvas->cursor_column + 1);
    return true;
}

bool play_check(struct play *play) {
    const char *verb = word(play, 0);
    if (strcmp(verb, "expect") == 0) {
        play_verdict(play, found(play), "not there: %s%s%s", word(play, 1),
                     strcmp(word(play, 3), "message") == 0 ? "; message: " : "",
                     strcmp(word(play, 3), "message") == 0 ? stage_message(&play->stage) : "");
        return true;
    }
    if (strcmp(verb, "absent") == 0) {
        play_verdict(play, !found(play), "there: %s", word(play, 1));
        return true;
    }
    if (strcmp(verb, "look") == 0 || strcmp(verb, "looks") == 0 || strcmp(verb, "alert") == 0 ||
        strcmp(verb, "noalert") == 0) {
        return check_looks(play, verb);
    }
    if (strcmp(verb, "cursor") == 0 || strcmp(verb, "nocursor") == 0) {
        return check_cursor(play, verb);
    }
    if (strcmp(verb, "same") == 0) {
        return play_same(play, word(play, 1));
    }
    return check_number(play, verb) || check_disk(play, verb);
}

/* The lines of the play that begin with `|`, read up to the first that does not. */
static void expected_frame(struct play *play, struct buffer *out) {
    char line[1024];
    long before = ftell(play->in);
    buffer_text(out, "");
    while (fgets(line, sizeof line, play->in) != NULL && line[0] == '|') {
        play->line++;
        buffer_text(out, line + 1);
        before = ftell(play->in);
    }
    fseek(play->in, before, SEEK_SET);
}

void play_frame(struct play *play) {
    struct buffer expected = {0};
    struct buffer frame = {0};
    bool looks = strcmp(word(play, 2), "looks") == 0;
    expected_frame(play, &expected);
    stage_frame(&play->stage, looks, &frame);
    if (play->tally->show) {
        printf("%s:\n%s", word(play, 1), frame.bytes);
    }
    for (const char *at = frame.bytes; *at != '\0';) {
        size_t length = strcspn(at, "\n");
        buffer_char(&play->out, '|');
        buffer_add(&play->out, at, length);
        buffer_char(&play->out, '\n');
        at += length + (at[length] == '\n');
    }
    if (!play->tally->bless) {
        play_verdict(play, strcmp(expected.bytes, frame.bytes) == 0, "frame %s is not as it was blessed:\n%s",
                     word(play, 1), expected.bytes);
    }
    buffer_free(&expected);
    buffer_free(&frame);
}
