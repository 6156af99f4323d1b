#include "linear.h"

#include <stdlib.h>
#include <string.h>

static const char *word(const struct play *play, size_t at) {
    return at < play->count ? play->words[at].text : "";
}

static void type_line(struct play *play) {
    play_open(play);
    buffer_clear(&play->stage.heard);
    plain_prompt(play->stage.plain, &play->stage.transcript);
    buffer_format(&play->stage.transcript, "%s\n", word(play, 1));
    stage_send(&play->stage, (struct msg){.type = MSG_LINE, .text = word(play, 1)});
}

static void pass(struct play *play) {
    play_open(play);
    buffer_clear(&play->stage.heard);
    stage_wait(&play->stage, (int64_t)(atof(word(play, 1)) * 1000));
}

static bool check(struct play *play, const char *verb) {
    const char *heard = play->stage.heard.length == 0 ? "" : play->stage.heard.bytes;
    const char *text = word(play, 1);
    const char *why = play->stage.plain == NULL ? NULL : plain_refused(play->stage.plain);
    if (strcmp(verb, "hear") == 0) {
        play_verdict(play, strstr(heard, text) != NULL, "not said: %s; but:\n%s", text, heard);
    } else if (strcmp(verb, "unheard") == 0) {
        play_verdict(play, strstr(heard, text) == NULL, "said: %s; in:\n%s", text, heard);
    } else if (strcmp(verb, "silent") == 0) {
        play_verdict(play, heard[0] == '\0', "said:\n%s", heard);
    } else if (strcmp(verb, "refused") == 0) {
        play_verdict(play, why != NULL && strstr(why, text) != NULL, "not refused so: %s; but: %s", text,
                     why == NULL ? "it was taken" : why);
    } else if (strcmp(verb, "taken") == 0) {
        play_verdict(play, why == NULL, "refused: %s", why == NULL ? "" : why);
    } else {
        return false;
    }
    return true;
}

static void check_prompt(struct play *play) {
    struct buffer prompt = {0};
    plain_prompt(play->stage.plain, &prompt);
    play_verdict(play, strstr(prompt.bytes, word(play, 1)) != NULL, "asked is: %s", prompt.bytes);
    buffer_free(&prompt);
}

bool linear_directive(struct play *play, const char *verb) {
    if (strcmp(verb, "linear") == 0) {
        play->stage.linear = true;
        play->stage.script = strcmp(word(play, 1), "script") == 0;
    } else if (strcmp(verb, "line") == 0) {
        type_line(play);
    } else if (strcmp(verb, "pass") == 0) {
        pass(play);
    } else if (strcmp(verb, "asks") == 0) {
        check_prompt(play);
    } else if (strcmp(verb, "hush") == 0) {
        buffer_clear(&play->stage.transcript);
    } else if (strcmp(verb, "transcript") == 0) {
        play_frame(play);
        buffer_clear(&play->stage.transcript);
    } else {
        return check(play, verb);
    }
    return true;
}
