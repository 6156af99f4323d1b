/* Documents written for other readers, at a day that is given.
 *
 *   documents_write FOLDER NAME DAY SESSION     every kind in every form it has: FOLDER/NAME.KIND.FORM
 *   documents_write FOLDER                      of sessions of awkward texts, made here, as FOLDER/awkwardN.KIND.FORM;
 *                                               beside each FOLDER/awkwardN.texts: of each challenge that the board may
 *                                               read its id and, byte by byte, the words as put
 */
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "candour/base/arena.h"
#include "candour/core/audience.h"
#include "candour/format/report.h"
#include "support/planted.h"
#include "support/session_file.h"

enum { MEETINGS = 12, EVENTS = 80, LONG_WORD = 64 * 1024 - 1 };

static void must(bool good, const char *what) {
    if (good)
        return;
    fprintf(stderr, "documents_write: %s\n", what);
    exit(3);
}

static void put(const char *path, const struct buffer *text) {
    FILE *file = fopen(path, "wb");
    must(file && fwrite(text->bytes, 1, text->length, file) == text->length && fclose(file) == 0, path);
}

static void write_form(const struct report_kind *kind, enum report_form form, const struct report_order *order,
                       const char *path) {
    struct buffer text = {0};
    report_write(kind, form, order, &text);
    put(path, &text);
    buffer_free(&text);
}

static void write_all(const struct meeting *m, day on, const char *folder, const char *name, struct arena *arena) {
    size_t count;
    const struct report_kind *kinds = report_kinds(&count);
    struct report_order order = {.meeting = m, .now = {.at = instant_of(on, 720, 0)}, .file = name};
    for (size_t i = 0; i < count; i++)
        for (int form = 0; form < REPORT_FORMS; form++) {
            order.agency = kinds[i].argument ? ((const struct agency *)m->agenda->agencies.items)[0].id : NULL;
            if (report_has(&kinds[i], (enum report_form)form))
                write_form(
                    &kinds[i], (enum report_form)form, &order,
                    arena_format(arena, "%s/%s.%s.%s", folder, name, kinds[i].name, report_form_rows()[form].name));
        }
}

/* --- awkward texts --- */

static const char *const AWKWARD[] = {
    "=1+1",
    "\t=tab",
    "quote \" comma , semicolon ; backslash \\ slash /",
    "</script><!-- ]]> &amp; &#0; <b onclick=x>",
    "# not a heading\n- nor a list\n1. nor this\n\n| a | b |\n| --- | --- |",
    "*stars* _lines_ `ticks` [link](http://example.org) ![x](y) <http://example.org>",
    "\x1b[31mred\x1b[0m\x07",
    "nul would end it; \x01\x02\x1f\x7f",
    "C1 \xc2\x9b"
    "31m NEL \xc2\x85 LS \xe2\x80\xa8 PS \xe2\x80\xa9 BOM \xef\xbb\xbf",
    "\xe2\x80\xaeright to left\xe2\x80\xac \xd8\xa7\xd9\x84\xd8\xb7\xd9\x81\xd9\x84",
    "e\xcc\x81\xcc\x81\xcc\x81 \xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x91\xa7 \xf0\x9f\x87\xac\xf0\x9f\x87\xa7 "
    "\xe4\xbd\x93",
    "\xef\xbf\xbf \xf0\x9f\xbf\xbf \xef\xb7\x90",
    "\r\nCRLF\r\nand CR\ralone",
    " blanks before and behind ",
    "{\"json\": [1, 2]}",
    "%s %n %%",
};
enum { AWKWARDS = sizeof AWKWARD / sizeof *AWKWARD };

static void write_texts(const struct meeting *m, const char *path, struct arena *arena) {
    const struct meeting *board = meeting_for(m, AUDIENCE_BOARD, arena);
    struct buffer text = {0};
    buffer_text(&text, "");
    for (size_t i = 0; i < board->record_count; i++) {
        const struct record_state *record = &board->records[i];
        if (record->kind != RECORD_CHALLENGE || record->withdrawn)
            continue;
        buffer_format(&text, "%s ", record->id);
        for (const char *c = ((const struct challenge *)record->now)->put; *c; c++)
            buffer_format(&text, "%02x", (unsigned)(unsigned char)*c);
        buffer_char(&text, '\n');
    }
    put(path, &text);
    buffer_free(&text);
}

static void write_awkward(const char *folder, struct arena *arena) {
    const char *texts[AWKWARDS + 1];
    char *word = arena_alloc(arena, LONG_WORD + 1);
    memset(word, 'w', LONG_WORD);
    memcpy(texts, AWKWARD, sizeof AWKWARD);
    texts[AWKWARDS] = word;
    for (unsigned seed = 1; seed <= MEETINGS; seed++) {
        struct chance c = chance_of(seed);
        /* the long word only in some, for it makes long files */
        size_t count = seed % 4 == 0 ? AWKWARDS + 1 : AWKWARDS;
        const struct meeting *m = awkward_meeting(&c, arena, EVENTS, texts, count);
        const char *name = arena_format(arena, "awkward%u", seed);
        write_all(m, day_of(2017, 3, 6), folder, name, arena);
        write_texts(m, arena_format(arena, "%s/%s.texts", folder, name), arena);
    }
}

int main(int argc, char **argv) {
    struct arena *arena = arena_new();
    setlocale(LC_CTYPE, "C.UTF-8");
    must(argc == 2 || argc == 5, "FOLDER [NAME DAY SESSION]");
    if (argc == 2) {
        write_awkward(argv[1], arena);
    } else {
        day on = day_read(argv[3]);
        must(on != 0, "DAY is YYYY-MM-DD");
        write_all(session_file(argv[4], arena), on, argv[1], argv[2], arena);
    }
    arena_free(arena);
    return 0;
}
