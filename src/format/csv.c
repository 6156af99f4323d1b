#include "candour/format/csv.h"

#include <inttypes.h>

#include "candour/base/text.h"
#include "candour/format/outgoing.h"

struct csv csv_begin(struct buffer *out, unsigned how) {
    if (how & CSV_BOM)
        buffer_text(out, "\xef\xbb\xbf");
    return (struct csv){.out = out, .how = how};
}

/* A spreadsheet would calculate what begins with it. */
static bool begins_formula(uint32_t code) {
    switch (code) {
    case '=':
    case '+':
    case '-':
    case '@':
    case '\t':
    case '\n':
    case 0xff1d: /* the wide = + - @ */
    case 0xff0b:
    case 0xff0d:
    case 0xff20:
        return true;
    default:
        return false;
    }
}

static bool must_be_held(const char *text) {
    struct outgoing outgoing = {.span = span_of(text)};
    uint32_t code;
    while (outgoing_next(&outgoing, &code))
        if (code != '\'')
            return begins_formula(code);
    return false;
}

static void begin_field(struct csv *csv) {
    buffer_text(csv->out, csv->fields++ > 0 ? ",\"" : "\"");
}

void csv_text(struct csv *csv, const char *text) {
    struct outgoing outgoing = {.span = span_of(text)};
    uint32_t code;
    begin_field(csv);
    if (!(csv->how & CSV_RAW) && must_be_held(text))
        buffer_char(csv->out, '\'');
    while (outgoing_next(&outgoing, &code)) {
        char bytes[4];
        buffer_add(csv->out, bytes, utf8_write(code, bytes));
        if (code == '"')
            buffer_char(csv->out, '"');
    }
    buffer_char(csv->out, '"');
}

void csv_day(struct csv *csv, day d) {
    char text[DAY_SIZE];
    csv_text(csv, day_write(d, text));
}

void csv_integer(struct csv *csv, int64_t value) {
    begin_field(csv);
    buffer_format(csv->out, "%" PRId64 "\"", value);
}

void csv_row(struct csv *csv) {
    buffer_text(csv->out, "\r\n");
    csv->fields = 0;
}
