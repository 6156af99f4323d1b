/* README's pictures and key list, made from the program: frames of plays (which hold them to what the program draws)
 * and the command table. Without an argument README.md is compared; with --write it is made anew.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "candour/base/buffer.h"
#include "candour/ui/commands.h"

static struct buffer file(const char *path) {
    struct buffer text = {0};
    FILE *in = fopen(path, "rb");
    if (in == NULL) {
        perror(path);
        exit(1);
    }
    char piece[4096];
    size_t got;
    while ((got = fread(piece, 1, sizeof piece, in)) > 0)
        buffer_add(&text, piece, got);
    (void)fclose(in);
    return text;
}

/* The rows of a frame of a play, each behind a `|`; FRAME is its line, with the line ends around it. */
static void picture(const char *path, const char *frame, struct buffer *out) {
    struct buffer play = file(path);
    const char *row = strstr(play.bytes, frame);
    if (row == NULL || row[strlen(frame)] != '|') {
        (void)fprintf(stderr, "%s has no %s", path, frame + 1);
        exit(1);
    }
    buffer_text(out, "```\n");
    for (row += strlen(frame); *row == '|';) {
        const char *end = strchr(row, '\n');
        if (end == NULL)
            break;
        buffer_add(out, row + 1, (size_t)(end - row));
        row = end + 1;
    }
    buffer_text(out, "```\n");
    buffer_free(&play);
}

/* What is folded up in README, in the order of the keys. */
static const struct {
    const char *caption, *play, *frame;
} GALLERY[] = {
    {"Home: what is open, agendas, problems, what is over", "tests/screens/home.play", "\nframe home\n"},
    {"A form: a challenge while it is typed", "tests/screens/readme.play", "\nframe form\n"},
    {"Read-back: the exact words, and who has said what", "tests/screens/readback.play", "\nframe asked\n"},
    {"2 Findings: what was said of each, and by whom", "tests/screens/screen_findings.play", "\nframe grid\n"},
    {"3 Challenges: open ones first", "tests/screens/screen_challenges.play", "\nframe list\n"},
    {"4 Agreements: by priority, with what each still lacks", "tests/screens/screen_agreements.play", "\nframe list\n"},
    {"5 Agencies: heard, challenging, challenged, owning", "tests/screens/screen_agencies.play", "\nframe list\n"},
    {"6 Quality marker: five questions and the evidence in the record", "tests/screens/screen_marker.play",
     "\nframe first\n"},
    {"7 Time: planned, given, used, and who paid", "tests/screens/screen_time.play", "\nframe closed\n"},
    {"8 Log: every event in a sentence", "tests/screens/log.play", "\nframe end\n"},
    {"What is open before the meeting is closed", "tests/screens/close.play", "\nframe list\n"},
    {"Many sessions: what is late first", "tests/screens/folder.play", "\nframe sessions\n"},
    {"What is outstanding in all of them, by agency", "tests/screens/folder.play", "\nframe outstanding\n"},
};

static void gallery(struct buffer *out) {
    for (size_t i = 0; i < sizeof GALLERY / sizeof *GALLERY; i++) {
        buffer_format(out, "<details><summary>%s</summary>\n\n", GALLERY[i].caption);
        picture(GALLERY[i].play, GALLERY[i].frame, out);
        buffer_text(out, "\n</details>\n");
    }
}

/* Replaces what stands between the line that begins with BEGIN and the line END. */
static void between(struct buffer *text, const char *begin, const char *end, const struct buffer *inside) {
    char *from = strstr(text->bytes, begin);
    char *to = from == NULL ? NULL : strstr(from, end);
    if (to == NULL) {
        (void)fprintf(stderr, "README.md has no lines '%s' and '%s'\n", begin, end);
        exit(1);
    }
    from = strchr(from, '\n') + 1;
    struct buffer made = {0};
    buffer_add(&made, text->bytes, (size_t)(from - text->bytes));
    buffer_add(&made, inside->bytes, inside->length);
    buffer_text(&made, to);
    buffer_free(text);
    *text = made;
}

int main(int count, char **words) {
    struct buffer old = file("README.md");
    struct buffer made = {0};
    buffer_add(&made, old.bytes, old.length);
    struct buffer screen = {0};
    struct buffer second = {0};
    struct buffer linear = {0};
    struct buffer keys = {0};
    struct buffer folded = {0};
    picture("tests/screens/readme.play", "\nframe meeting\n", &screen);
    picture("tests/screens/second.play", "\nframe discussed\n", &second);
    picture("tests/screens/readme-plain.play", "\ntranscript item\n", &linear);
    gallery(&folded);
    commands_markdown(ANY_SCREEN | ANY_LIST, &keys);
    between(&made, "<!-- screen:", "<!-- end of screen -->", &screen);
    between(&made, "<!-- second screen:", "<!-- end of second screen -->", &second);
    between(&made, "<!-- gallery:", "<!-- end of gallery -->", &folded);
    between(&made, "<!-- line by line:", "<!-- end of line by line -->", &linear);
    between(&made, "<!-- keys:", "<!-- end of keys -->", &keys);
    int status = 0;
    if (count > 1 && strcmp(words[1], "--write") == 0) {
        FILE *out = fopen("README.md", "wb");
        if (out == NULL || fwrite(made.bytes, 1, made.length, out) != made.length || fclose(out) != 0) {
            perror("README.md");
            status = 1;
        }
    } else {
        status = strcmp(old.bytes, made.bytes) == 0 ? 0 : 1;
        if (status != 0)
            puts("README.md is not what the program is; `make readme` makes it so");
        printf("readme: %d passed, %d failed\n", 1 - status, status);
    }
    buffer_free(&old);
    buffer_free(&made);
    buffer_free(&screen);
    buffer_free(&second);
    buffer_free(&linear);
    buffer_free(&keys);
    buffer_free(&folded);
    return status;
}
