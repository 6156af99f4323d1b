#include "candour/format/icalendar.h"

#include <string.h>

#include "candour/base/text.h"
#include "candour/format/outgoing.h"

enum { LINE_MOST = 75, YEAR_LAST = 9999 };

/* --- content lines --- */

/* A content line that is being written: octets in its last physical line. */
struct line {
    struct buffer *out;
    size_t octets;
};

static void put(struct line *line, const char *bytes, size_t length) {
    if (line->octets + length > LINE_MOST) {
        buffer_text(line->out, "\r\n ");
        line->octets = 1;
    }
    buffer_add(line->out, bytes, length);
    line->octets += length;
}

/* ASCII that needs no escape: names, parameters, dates. */
static struct line begin(struct buffer *out, const char *text) {
    struct line line = {.out = out};
    for (; *text != '\0'; text++)
        put(&line, text, 1);
    return line;
}

static void end(const struct line *line) {
    buffer_text(line->out, "\r\n");
}

static void plain(struct buffer *out, const char *text) {
    struct line line = begin(out, text);
    end(&line);
}

/* A code point as it stands in a text; the octets. */
static size_t escaped(uint32_t code, char bytes[4]) {
    if (code != '\n' && code != '\\' && code != ';' && code != ',')
        return utf8_write(code, bytes);
    bytes[0] = '\\';
    bytes[1] = code == '\n' ? 'n' : (char)code;
    return 2;
}

/* An escape is never folded in two, though a reader could join it. */
static void put_text(struct line *line, const char *text) {
    struct outgoing outgoing = {.span = span_of(text)};
    uint32_t code;
    while (outgoing_next(&outgoing, &code)) {
        char bytes[4];
        put(line, bytes, escaped(code, bytes));
    }
}

static void text(struct buffer *out, const char *name, const char *value) {
    if (text_blank(value))
        return;
    struct line line = begin(out, name);
    put(&line, ":", 1);
    put_text(&line, value);
    end(&line);
}

/* --- values --- */

/* A day behind the last there is has no date: an event without an end lasts its day all the same. */
static void date(struct buffer *out, const char *name, day d) {
    int year, month, dayofmonth;
    day_parts(d, &year, &month, &dayofmonth);
    if (year >= 1 && year <= YEAR_LAST)
        buffer_format(out, "%s;VALUE=DATE:%04d%02d%02d\r\n", name, year, month, dayofmonth);
}

static void stamp(struct buffer *out, instant at) {
    struct stamp utc = {.at = at};
    int year, month, dayofmonth;
    char clock[CLOCK_SIZE];
    day_parts(stamp_day(utc), &year, &month, &dayofmonth);
    stamp_seconds(utc, clock);
    buffer_format(out, "DTSTAMP:%04d%02d%02dT%.2s%.2s%.2sZ\r\n", year, month, dayofmonth, clock, clock + 3, clock + 6);
}

static void categories(struct buffer *out, const struct calendar_day *event) {
    if (event->category_count == 0)
        return;
    struct line line = begin(out, "CATEGORIES:");
    for (size_t i = 0; i < event->category_count; i++) {
        if (i > 0)
            put(&line, ",", 1);
        put_text(&line, event->categories[i]);
    }
    end(&line);
}

/* --- the calendar --- */

struct calendar calendar_begin(struct buffer *out, const char *name) {
    plain(out, "BEGIN:VCALENDAR");
    plain(out, "VERSION:2.0");
    plain(out, "PRODID:-//candour//days to keep//EN");
    plain(out, "CALSCALE:GREGORIAN");
    text(out, "X-WR-CALNAME", name);
    return (struct calendar){.out = out};
}

void calendar_day(struct calendar *calendar, const struct calendar_day *event) {
    static const char *const classes[] = {"CLASS:PUBLIC", "CLASS:PRIVATE", "CLASS:CONFIDENTIAL"};
    struct buffer *out = calendar->out;
    calendar->days++;
    plain(out, "BEGIN:VEVENT");
    text(out, "UID", event->uid);
    stamp(out, event->stamped);
    date(out, "DTSTART", event->on);
    date(out, "DTEND", event->on + 1);
    buffer_format(out, "SEQUENCE:%zu\r\n", event->sequence);
    text(out, "SUMMARY", event->summary);
    text(out, "DESCRIPTION", event->description);
    categories(out, event);
    plain(out, event->tentative ? "STATUS:TENTATIVE" : "STATUS:CONFIRMED");
    plain(out, "TRANSP:TRANSPARENT");
    plain(out, classes[event->class]);
    plain(out, "END:VEVENT");
}

void calendar_end(struct calendar *calendar) {
    static const char *const zone[] = {
        "BEGIN:VTIMEZONE",    "TZID:Etc/UTC",     "BEGIN:STANDARD", "DTSTART:19700101T000000",
        "TZOFFSETFROM:+0000", "TZOFFSETTO:+0000", "END:STANDARD",   "END:VTIMEZONE"};
    for (size_t i = 0; calendar->days == 0 && i < sizeof zone / sizeof *zone; i++)
        plain(calendar->out, zone[i]);
    plain(calendar->out, "END:VCALENDAR");
}
