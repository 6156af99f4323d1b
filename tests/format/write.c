/* Awkward texts, written by the program's emitter: a YAML list to the file named first, and the same as JSON to the one
 * named second, for other readers to compare. */
#include <stdio.h>
#include <stdlib.h>

#include "candour/base/buffer.h"
#include "candour/base/text.h"
#include "candour/format/emit.h"
#include "support/random_meeting.h"

enum { TEXTS = 20000 };

static void awkward(struct chance *chance, struct buffer *out) {
    static const char *const pieces[] = {" ",
                                         "\n",
                                         "\t",
                                         "a",
                                         "b c",
                                         ": ",
                                         "#",
                                         " #",
                                         "- ",
                                         "'",
                                         "\"",
                                         "\\",
                                         "{",
                                         "]",
                                         ",",
                                         "&",
                                         "*",
                                         "!",
                                         "|",
                                         ">",
                                         "%",
                                         "@",
                                         "`",
                                         "?",
                                         "no",
                                         "~",
                                         "0",
                                         "1:",
                                         "\r",
                                         "x",
                                         ".",
                                         "...",
                                         "---",
                                         "\n\n",
                                         "  ",
                                         "=",
                                         "2016-11-22",
                                         "13:30",
                                         "Yes",
                                         "off",
                                         "0x1F",
                                         "1e3",
                                         "null",
                                         "True",
                                         "<<",
                                         "é",
                                         "体制",
                                         "\xC2\xA0",
                                         "\xE2\x80\xA8",
                                         "\xC2\x85",
                                         "\xEF\xBB\xBF",
                                         "🙂"};
    buffer_clear(out);
    buffer_add(out, "", 0);
    for (uint32_t i = chance_below(chance, 12); i > 0; i--) {
        char bytes[4];
        uint32_t code = 1 + chance_below(chance, chance_percent(chance, 50) ? 0x3000 : 0x10FFFE);
        if (chance_percent(chance, 75))
            buffer_text(out, pieces[chance_below(chance, sizeof pieces / sizeof *pieces)]);
        else if (code < 0xD800 || code > 0xDFFF)
            buffer_add(out, bytes, utf8_write(code, bytes));
    }
}

/* Every code point as \u escapes, in pairs above U+FFFF. */
static void as_json(const struct buffer *text, struct buffer *out) {
    buffer_char(out, '"');
    for (size_t at = 0; at < text->length;) {
        uint32_t code = 0;
        at += utf8_read(text->bytes + at, text->length - at, &code);
        if (code >= 0x10000)
            buffer_format(out, "\\u%04X\\u%04X", (unsigned)(0xD7C0 + (code >> 10)),
                          (unsigned)(0xDC00 + (code & 0x3FF)));
        else
            buffer_format(out, "\\u%04X", (unsigned)code);
    }
    buffer_char(out, '"');
}

/* As an entry of a list, or as a value between two others, one after the other. */
static void as_yaml(const char *text, uint32_t number, struct buffer *out) {
    if (number % 2 == 0) {
        buffer_text(out, "- ");
        emit_scalar(text, number % 4 == 0, 0, out);
        buffer_text(out, number % 3 == 0 ? "\n#\n" : "\n");
        return;
    }
    buffer_text(out, "- before: x\n  text: ");
    emit_scalar(text, number % 4 == 1, 2, out);
    buffer_text(out, number % 3 == 0 ? "\n#\n" : "\n  after: y\n");
}

static int write_file(const char *path, const struct buffer *text) {
    FILE *file = fopen(path, "wb");
    if (file == NULL || fwrite(text->bytes, 1, text->length, file) != text->length || fclose(file) != 0) {
        perror(path);
        return 1;
    }
    return 0;
}

int main(int count, char **names) {
    struct buffer text = {0};
    struct buffer yaml = {0};
    struct buffer json = {0};
    struct chance chance = chance_of(2016);
    if (count != 3)
        return 2;
    for (uint32_t i = 0; i < TEXTS; i++) {
        awkward(&chance, &text);
        as_yaml(text.bytes, i, &yaml);
        buffer_text(&json, i == 0 ? "[" : ",");
        as_json(&text, &json);
    }
    buffer_text(&json, "]");
    int failed = write_file(names[1], &yaml) + write_file(names[2], &json);
    buffer_free(&text);
    buffer_free(&yaml);
    buffer_free(&json);
    return failed;
}
