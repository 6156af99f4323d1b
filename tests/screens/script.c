#include "script.h"

#include "linear.h"
#include "listed.h"
#include "second.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "candour/base/text.h"

void play_verdict(struct play *play, bool good, const char *why, ...) {
    if (good) {
        play->tally->passed++;
        return;
    }
    play->tally->failed++;
    printf("%s:%d: ", play->path, play->line);
    va_list arguments;
    va_start(arguments, why);
    vprintf(why, arguments);
    va_end(arguments);
    struct buffer frame = {0};
    /* what follows a first failure is seldom news */
    if ((play->stage.app != NULL || play->stage.listed != NULL) && play->failures++ == 0) {
        stage_frame(&play->stage, false, &frame);
        printf("\n%s", frame.bytes);
    }
    printf("\n");
    buffer_free(&frame);
}

/* --- reading --- */

static const char *take_quoted(const char *at, struct word *word) {
    size_t length = 0;
    for (at++; *at != '\0' && *at != '"'; at++) {
        char c = *at;
        if (c == '\\' && at[1] != '\0') {
            at++;
            c = *at == 'n' ? '\n' : *at == 'e' ? '\033' : *at;
        }
        if (length + 1 < WORD_SIZE) {
            word->text[length++] = c;
        }
    }
    word->text[length] = '\0';
    word->quoted = true;
    return *at == '"' ? at + 1 : at;
}

static void take_words(struct play *play, const char *line) {
    const char *at = line + strspn(line, " ");
    play->count = 0;
    while (*at != '\0' && *at != '\n' && !(*at == '#' && (at[1] == ' ' || at == line)) && play->count < WORDS_MOST) {
        struct word *word = play->words + play->count++;
        word->quoted = false;
        if (*at == '"') {
            at = take_quoted(at, word);
        } else {
            size_t length = strcspn(at, " \n");
            size_t copied = length < WORD_SIZE ? length : WORD_SIZE - 1;
            memcpy(word->text, at, copied);
            word->text[copied] = '\0';
            at += length;
        }
        at += strspn(at, " ");
    }
}

static const char *word(const struct play *play, size_t at) {
    return at < play->count ? play->words[at].text : "";
}

bool play_read(const char *path, struct buffer *out) {
    FILE *in = fopen(path, "rb");
    if (in == NULL) {
        return false;
    }
    char bytes[4096];
    size_t got;
    while ((got = fread(bytes, 1, sizeof bytes, in)) > 0) {
        buffer_add(out, bytes, got);
    }
    fclose(in);
    return true;
}

/* --- doing --- */

void play_open(struct play *play) {
    if (play->stage.app == NULL && play->stage.listed == NULL && !stage_open(&play->stage, play->file)) {
        play_verdict(play, false, "%s cannot be opened", play->file);
    }
}

static void type_text(struct play *play, const char *text) {
    size_t length = strlen(text);
    for (size_t at = 0; at < length;) {
        uint32_t code = '?';
        size_t bytes = utf8_read(text + at, length - at, &code);
        stage_key(&play->stage, code == '\n' ? KEY_CONTROL('j') : code);
        at += bytes == 0 ? 1 : bytes;
    }
}

static void press(struct play *play) {
    play_open(play);
    for (size_t i = 1; i < play->count && (play->stage.app != NULL || play->stage.listed != NULL); i++) {
        key k = play->words[i].quoted ? KEY_NONE : key_of_name(play->words[i].text);
        if (k != KEY_NONE) {
            stage_key(&play->stage, k);
        } else {
            type_text(play, play->words[i].text);
        }
    }
}

static void set_text(struct buffer *buffer, const char *text) {
    buffer_clear(buffer);
    buffer_text(buffer, text);
}

static bool do_setting(struct play *play, const char *verb) {
    struct stage *stage = &play->stage;
    if (strcmp(verb, "agenda") == 0 || strcmp(verb, "session") == 0) {
        snprintf(play->file, sizeof play->file, "%s", word(play, 1));
        play_verdict(play, play_read(play->file, verb[0] == 'a' ? &stage->agenda : &stage->disk), "no file %s",
                     play->file);
    } else if (strcmp(verb, "now") == 0) {
        play_verdict(play, stamp_read(word(play, 1), &stage->now), "not a stamp: %s", word(play, 1));
    } else if (strcmp(verb, "size") == 0) {
        stage->rows = atoi(word(play, 1));
        stage->columns = atoi(word(play, 2));
    } else if (strcmp(verb, "ascii") == 0) {
        stage->ascii = true;
    } else if (strcmp(verb, "review") == 0) {
        stage->review = true;
        stage->read_only = strcmp(word(play, 1), "read-only") == 0;
    } else if (strcmp(verb, "rehearsal") == 0) {
        stage->rehearsal = true;
    } else if (strcmp(verb, "bell") == 0) {
        stage->bell = true;
    } else if (strcmp(verb, "guard") == 0 && stage->guard_count < 4) {
        set_text(stage->guard + stage->guard_count++, word(play, 1));
    } else if (strcmp(verb, "editor") == 0) {
        set_text(&stage->editor, word(play, 1));
    } else if (strcmp(verb, "untold") == 0) {
        stage->untold = strcmp(word(play, 1), "off") != 0;
    } else if (strcmp(verb, "keep") == 0) {
        set_text(&stage->fails, word(play, 2));
        stage->keep_fails = strcmp(word(play, 1), "fail") == 0 ? stage->fails.bytes : NULL;
    } else {
        return false;
    }
    return true;
}

static bool do_act(struct play *play, const char *verb) {
    struct stage *stage = &play->stage;
    if (strcmp(verb, "keys") == 0 &&
        !(play->count == 2 && word(play, 1)[0] >= '0' && word(play, 1)[0] <= '9' && !play->words[1].quoted)) {
        press(play);
    } else if (strcmp(verb, "paste") == 0) {
        stage_send(stage, (struct msg){.type = MSG_PASTE, .text = word(play, 1)});
    } else if (strcmp(verb, "wait") == 0) {
        play_open(play);
        stage_wait(stage, (int64_t)(atof(word(play, 1)) * 1000));
    } else if (strcmp(verb, "jump") == 0) {
        stage_jump(stage, (int64_t)(atof(word(play, 1)) * 1000));
    } else if (strcmp(verb, "resize") == 0) {
        stage->rows = atoi(word(play, 1));
        stage->columns = atoi(word(play, 2));
        stage_send(stage, (struct msg){.type = MSG_RESIZE, .rows = stage->rows, .columns = stage->columns});
    } else if (strcmp(verb, "click") == 0) {
        play_open(play);
        stage_send(stage,
                   (struct msg){.type = MSG_CLICK, .row = atoi(word(play, 1)) - 1, .column = atoi(word(play, 2)) - 1});
    } else if (strcmp(verb, "wheel") == 0) {
        play_open(play);
        stage_send(stage, (struct msg){.type = MSG_WHEEL, .step = strcmp(word(play, 1), "up") == 0 ? -1 : 1});
    } else if (strcmp(verb, "notice") == 0) {
        stage_send(stage, (struct msg){.type = MSG_NOTICE, .text = word(play, 1)});
    } else if (strcmp(verb, "signal") == 0) {
        stage_send(stage, (struct msg){.type = MSG_SIGNAL});
    } else if (strcmp(verb, "kill") == 0) {
        stage_kill(stage);
    } else if (strcmp(verb, "reopen") == 0) {
        stage_kill(stage);
        play_open(play);
    } else if (strcmp(verb, "stale") == 0) {
        bool save = strcmp(word(play, 1), "save") == 0;
        set_text(save ? &stage->stale : &stage->draft, (save ? &stage->draft : &stage->stale)->bytes);
    } else if (strcmp(verb, "count") == 0) {
        play->keys_from = stage->keys;
    } else {
        return false;
    }
    return true;
}

static void directive(struct play *play) {
    const char *verb = word(play, 0);
    if (do_setting(play, verb) || do_act(play, verb) || second_directive(play, verb) || listed_directive(play, verb) ||
        linear_directive(play, verb)) {
        return;
    }
    play_open(play);
    if (play->stage.app == NULL && play->stage.listed == NULL) {
        return;
    }
    if (strcmp(verb, "frame") == 0) {
        play_frame(play);
    } else if (!play_check(play)) {
        play_verdict(play, false, "no such directive: %s", verb);
    }
}

static void write_blessed(const struct play *play) {
    FILE *out = fopen(play->path, "wb");
    if (out != NULL) {
        fwrite(play->out.bytes, 1, play->out.length, out);
        fclose(out);
    }
}

void play_file(const char *path, struct tally *tally) {
    static struct play play;
    play = (struct play){.path = path, .tally = tally, .in = fopen(path, "rb")};
    if (play.in == NULL) {
        play_verdict(&play, false, "cannot be read");
        return;
    }
    stage_begin(&play.stage);
    char line[1024];
    while (fgets(line, sizeof line, play.in) != NULL) {
        play.line++;
        buffer_text(&play.out, line);
        take_words(&play, line);
        if (play.count > 0) {
            directive(&play);
        }
    }
    fclose(play.in);
    play_verdict(&play, play.stage.astray == 0, "%zu frames have their cursor or message astray", play.stage.astray);
    if (tally->bless) {
        write_blessed(&play);
    }
    buffer_free(&play.out);
    stage_free(&play.stage);
}
