#include "candour/format/outgoing.h"

#include <string.h>
#include <utf8proc.h>

#include "candour/base/text.h"

enum { MARK = 0xfffd, BLACK_FLAG = 0x1f3f4, TAG_FIRST = 0xe0000, TAG_LAST = 0xe007f };

struct span span_of(const char *text) {
    return text == NULL ? (struct span){"", 0} : (struct span){text, strlen(text)};
}

bool line_next(struct span *rest, struct span *line) {
    if (rest->length == 0)
        return false;
    size_t end = 0;
    while (end < rest->length && rest->text[end] != '\n' && rest->text[end] != '\r')
        end++;
    *line = (struct span){rest->text, end};
    if (end < rest->length)
        end += rest->text[end] == '\r' && end + 1 < rest->length && rest->text[end + 1] == '\n' ? 2 : 1;
    rest->text += end;
    rest->length -= end;
    return true;
}

static bool is_blank(struct span line) {
    for (size_t i = 0; i < line.length; i++)
        if (line.text[i] != ' ' && line.text[i] != '\t')
            return false;
    return true;
}

bool paragraph_next(struct span *rest, struct span *paragraph) {
    struct span line;
    do {
        if (!line_next(rest, &line))
            return false;
    } while (is_blank(line));
    *paragraph = line;
    while (line_next(rest, &line) && !is_blank(line))
        paragraph->length = (size_t)(line.text - paragraph->text) + line.length;
    return true;
}

/* What some reader acts on, or hides, or refuses: it is shown as a mark. */
static bool must_be_marked(uint32_t code) {
    static const struct {
        uint32_t first, last;
    } ranges[] = {{0x0, 0x8},       {0xb, 0x1f},      {0x7f, 0x9f},         {0x61c, 0x61c},
                  {0x200e, 0x200f}, {0x2028, 0x202e}, {0x2066, 0x206f},     {0xfdd0, 0xfdef},
                  {0xfeff, 0xfeff}, {0xfff9, 0xfffb}, {TAG_FIRST, TAG_LAST}};
    for (size_t i = 0; i < sizeof ranges / sizeof *ranges && code >= ranges[i].first; i++)
        if (code <= ranges[i].last)
            return true;
    return (code & 0xfffe) == 0xfffe;
}

bool outgoing_next(struct outgoing *outgoing, uint32_t *code) {
    const struct span span = outgoing->span;
    if (outgoing->at >= span.length)
        return false;
    size_t size = utf8_read(span.text + outgoing->at, span.length - outgoing->at, code);
    outgoing->at += size == 0 ? 1 : size;
    if (size == 0)
        *code = MARK;
    if (*code == '\r') {
        *code = '\n';
        if (outgoing->at < span.length && span.text[outgoing->at] == '\n')
            outgoing->at++;
    }
    bool tag = *code >= TAG_FIRST && *code <= TAG_LAST;
    if (must_be_marked(*code) && !(tag && outgoing->flag))
        *code = MARK;
    outgoing->flag = *code == BLACK_FLAG || (tag && outgoing->flag);
    return true;
}

bool is_space(uint32_t code) {
    return code == ' ' || code == '\t' || code == 0xa0 || code == 0x1680 || (code >= 0x2000 && code <= 0x200a) ||
           code == 0x202f || code == 0x205f || code == 0x3000;
}

bool label_is_closed(const char *label) {
    size_t length = strlen(label);
    return length > 0 && strchr(":?!.", label[length - 1]) != NULL;
}

size_t span_columns(struct span span) {
    struct outgoing outgoing = {.span = span};
    size_t columns = 0;
    uint32_t code;
    while (outgoing_next(&outgoing, &code))
        columns += (size_t)utf8proc_charwidth((utf8proc_int32_t)code);
    return columns;
}
