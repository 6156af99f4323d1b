/* Documents of the tests as HTML and Markdown, for programs that read them:
 *   write FOLDER
 * sample and charts as they are, then text-N with the N-th awkward text everywhere, and that text in text-N.txt unless
 * it is blank; long has a word of 64 KiB everywhere. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "candour/base/buffer.h"
#include "candour/base/text.h"
#include "candour/format/html.h"
#include "candour/format/markdown.h"
#include "support/sample_document.h"

static void keep(const char *folder, const char *name, const char *extension, const char *bytes, size_t length) {
    char path[4096];
    snprintf(path, sizeof path, "%s/%s.%s", folder, name, extension);
    FILE *file = fopen(path, "wb");
    if (file == NULL || fwrite(bytes, 1, length, file) != length || fclose(file) != 0) {
        fprintf(stderr, "%s: cannot be written\n", path);
        exit(3);
    }
}

static void write_both(const char *folder, const char *name, const struct document *document) {
    struct buffer out = {0};
    html_write(document, &out);
    keep(folder, name, "html", out.bytes, out.length);
    buffer_clear(&out);
    markdown_write(document, &out);
    keep(folder, name, "md", out.bytes, out.length);
    buffer_free(&out);
}

int main(int count, char **arguments) {
    if (count != 2)
        return 2;
    const char *folder = arguments[1];
    struct arena *arena = arena_new();
    write_both(folder, "sample", sample_document(arena));
    write_both(folder, "charts", chart_document(arena));
    for (size_t i = 0; naughty_texts[i] != NULL; i++) {
        char name[32];
        snprintf(name, sizeof name, "text-%zu", i);
        write_both(folder, name, text_everywhere(arena, naughty_texts[i]));
        if (!text_blank(naughty_texts[i]))
            keep(folder, name, "txt", naughty_texts[i], strlen(naughty_texts[i]));
    }
    char *word = arena_alloc(arena, 65536);
    memset(word, 'W', 65535);
    write_both(folder, "long", text_everywhere(arena, word));
    arena_free(arena);
    return 0;
}
