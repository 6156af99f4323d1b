#include "candour/format/prescan.h"

#include <string.h>

#include "candour/base/text.h"

enum { BLOCK = 64, MARKER = 7 };

struct scan {
    const struct source *source;
    struct arena *scratch;
    struct diags *diags;
    char *patched; /* NULL until something was found */
    size_t at;     /* LINE and START are those of this offset */
    size_t start;
    uint32_t line;
    uint32_t told; /* the last line a problem of the running pass was named on */
};

/* Moves the line count on to OFFSET. Each pass goes forward only. */
static void move_to(struct scan *scan, size_t offset) {
    const char *bytes = scan->source->bytes;
    const char *end;
    while ((end = memchr(bytes + scan->at, '\n', offset - scan->at)) != NULL) {
        scan->at = scan->start = (size_t)(end - bytes) + 1;
        scan->line++;
    }
    scan->at = offset;
}

static void begin_pass(struct scan *scan) {
    scan->at = scan->start = 0;
    scan->line = 1;
    scan->told = 0;
}

/* Code points before OFFSET in its line, and one. */
static uint32_t column_at(const struct scan *scan, size_t offset) {
    const char *bytes = scan->source->bytes;
    uint32_t column = 1;
    for (size_t at = scan->start; at < offset; column++) {
        uint32_t code;
        size_t size = utf8_read(bytes + at, scan->source->length - at, &code);
        at += size == 0 ? 1 : size;
    }
    return column;
}

/* Puts something harmless of the same size and width in the place of what was found. */
static void patch(struct scan *scan, size_t offset, size_t size) {
    static const char *const stand_ins[] = {"", "?", "\xC2\xBF", "\xEF\xBF\xBD", "\xF0\x9F\x97\x8E"};
    if (scan->patched == NULL)
        scan->patched = arena_copy(scan->scratch, scan->source->bytes, scan->source->length);
    memcpy(scan->patched + offset, stand_ins[size], size);
}

/* One problem a line is enough: what follows on it is nearly always the same fault. */
static bool tell(struct scan *scan, size_t offset) {
    move_to(scan, offset);
    if (scan->told == scan->line)
        return false;
    scan->told = scan->line;
    return true;
}

static void found_invalid(struct scan *scan, size_t offset) {
    patch(scan, offset, 1);
    if (tell(scan, offset))
        problem(scan->diags, scan->source, scan->line, column_at(scan, offset),
                "save the file as UTF-8 (in the editor: encoding, UTF-8)", "not UTF-8: the byte %02X",
                (unsigned)(unsigned char)scan->source->bytes[offset]);
}

static void found_character(struct scan *scan, size_t offset, uint32_t code, size_t size) {
    patch(scan, offset, size);
    if (!tell(scan, offset))
        return;
    uint32_t column = column_at(scan, offset);
    if (code == 0)
        problem(scan->diags, scan->source, scan->line, column,
                "take it out; a file full of them was damaged, or is not a text file", "a NUL character");
    else if (code == 0x85 || code == 0x2028 || code == 0x2029)
        problem(scan->diags, scan->source, scan->line, column, "end the line with Enter instead, or take it out",
                "U+%04X ends a line for some programs and not for others", (unsigned)code);
    else if (code == 0xFEFF)
        problem(scan->diags, scan->source, scan->line, column,
                "take it out: it belongs at the start of a file, if anywhere",
                "a byte order mark (U+FEFF) inside the file");
    else
        problem(scan->diags, scan->source, scan->line, column, "take it out", "the control character U+%04X",
                (unsigned)code);
}

static bool refused(uint32_t code) {
    return code < 0x20 || (code >= 0x7F && code < 0xA0) || code == 0x2028 || code == 0x2029 || code == 0xFEFF ||
           code == 0xFFFE || code == 0xFFFF;
}

/* The plain bytes of a block: printing ASCII, tabs and line ends. A fixed count, so that the compiler makes a few wide
 * instructions of it. */
static bool plain_block(const char *bytes) {
    unsigned odd = 0;
    for (size_t i = 0; i < BLOCK; i++) {
        unsigned char c = (unsigned char)bytes[i];
        odd |= (unsigned)(c >= 0x7F) |
               ((unsigned)(c < 0x20) & (unsigned)(c != '\n') & (unsigned)(c != '\t') & (unsigned)(c != '\r'));
    }
    return odd == 0;
}

static size_t look_at(struct scan *scan, size_t at) {
    const char *bytes = scan->source->bytes;
    unsigned char c = (unsigned char)bytes[at];
    if ((c >= 0x20 && c < 0x7F) || c == '\n' || c == '\t' || c == '\r')
        return 1;
    uint32_t code;
    size_t size = utf8_read(bytes + at, scan->source->length - at, &code);
    if (size == 0) {
        found_invalid(scan, at);
        return 1;
    }
    if (refused(code))
        found_character(scan, at, code, size);
    return size;
}

static void characters(struct scan *scan) {
    const char *bytes = scan->source->bytes;
    size_t length = scan->source->length;
    begin_pass(scan);
    for (size_t at = 0; at < length;) {
        if (length - at >= BLOCK && plain_block(bytes + at)) {
            at += BLOCK;
            continue;
        }
        size_t end = length - at >= BLOCK ? at + BLOCK : length;
        while (at < end)
            at += look_at(scan, at);
    }
}

static bool lone_returns(struct scan *scan) {
    bool any = false;
    const char *bytes = scan->source->bytes;
    const char *end = bytes + scan->source->length;
    begin_pass(scan);
    for (const char *at = bytes; (at = memchr(at, '\r', (size_t)(end - at))) != NULL; at++) {
        if (at + 1 < end && at[1] == '\n')
            continue;
        size_t offset = (size_t)(at - bytes);
        any = true;
        if (tell(scan, offset))
            problem(scan->diags, scan->source, scan->line, column_at(scan, offset),
                    "save the file with ordinary line ends (LF or CRLF)", "a carriage return without a line feed");
    }
    return any;
}

static void directives(struct scan *scan) {
    const char *bytes = scan->source->bytes;
    const char *end = bytes + scan->source->length;
    begin_pass(scan);
    for (const char *at = bytes; (at = memchr(at, '%', (size_t)(end - at))) != NULL; at++) {
        if (at > bytes && at[-1] != '\n')
            continue;
        size_t offset = (size_t)(at - bytes);
        patch(scan, offset, 1);
        scan->patched[offset] = '#';
        if (tell(scan, offset))
            problem(scan->diags, scan->source, scan->line, 1, "take the line out; in a long text, indent it",
                    "'%%' at the start of a line is a YAML directive, and a meeting file has none");
    }
}

static bool conflicts(struct scan *scan) {
    const char *bytes = scan->source->bytes;
    const char *end = bytes + scan->source->length;
    bool any = false;
    begin_pass(scan);
    for (const char *at = bytes; (at = memchr(at, '<', (size_t)(end - at))) != NULL; at++) {
        if ((at > bytes && at[-1] != '\n') || end - at < MARKER || memcmp(at, "<<<<<<<", MARKER) != 0)
            continue;
        any = true;
        if (tell(scan, (size_t)(at - bytes)))
            problem(scan->diags, scan->source, scan->line, 1,
                    "keep what is right of both versions and take out the lines <<<<<<<, ======= and >>>>>>>",
                    "two versions of the file were joined and not settled (a conflict marker)");
    }
    return any;
}

static bool is_utf16(const struct source *source) {
    const unsigned char *bytes = (const unsigned char *)source->bytes;
    if (source->length < 2)
        return false;
    if ((bytes[0] == 0xFE && bytes[1] == 0xFF) || (bytes[0] == 0xFF && bytes[1] == 0xFE))
        return true;
    return (bytes[0] == 0) != (bytes[1] == 0) && bytes[0] < 0x80 && bytes[1] < 0x80;
}

bool prescan(struct source *source, struct arena *scratch, struct diags *diags, const char **bytes) {
    *bytes = source->bytes;
    if (is_utf16(source)) {
        problem(diags, source, 1, 1, "save the file as UTF-8 (in the editor: encoding, UTF-8)",
                "not UTF-8: the file is in UTF-16");
        return false;
    }
    if (source->length >= 3 && memcmp(source->bytes, "\xEF\xBB\xBF", 3) == 0) {
        source->bytes += 3;
        source->length -= 3;
    }
    struct scan scan = {.source = source, .scratch = scratch, .diags = diags};
    characters(&scan);
    directives(&scan);
    bool returns = lone_returns(&scan);
    bool settled = !conflicts(&scan) && !returns;
    *bytes = scan.patched != NULL ? scan.patched : source->bytes;
    return settled;
}
