/* iCalendar: days to keep, as RFC 5545 has them, for any calendar program.
 *
 *   struct calendar calendar = calendar_begin(&out, "Harrowmere SCB: actions");
 *   calendar_day(&calendar, &event);
 *   calendar_end(&calendar);
 *
 * Each day is a VEVENT that lasts all of it (VALUE=DATE, ending on the next day, in no time zone) and keeps nobody busy
 * (TRANSP). Events and not tasks: phones and the usual calendar programs leave a VTODO out. There is no METHOD, for a
 * calendar that is published must name an organizer, and no alarm. DTSTAMP is when the record was last revised, so that
 * the same session gives the same bytes. RFC 5545 wants something in every calendar: one without days holds the time
 * zone Etc/UTC, which no program shows.
 *
 * Lines end in CRLF and are folded at 75 octets, never inside a character. People's text comes through outgoing.h, and
 * backslash, semicolon, comma and line end are escaped. The buffer is the caller's. Cannot fail.
 */
#ifndef CANDOUR_FORMAT_ICALENDAR_H
#define CANDOUR_FORMAT_ICALENDAR_H

#include "candour/base/buffer.h"
#include "candour/base/instant.h"

struct calendar {
    struct buffer *out;
    size_t days; /* written so far */
};

enum calendar_class { CALENDAR_PUBLIC, CALENDAR_PRIVATE, CALENDAR_CONFIDENTIAL }; /* who else may see it */

struct calendar_day {
    const char *uid; /* the same whenever the same record is written again; printable ASCII, no private words */
    day on;
    const char *summary, *description; /* NULL: none */
    const char *const *categories;     /* COUNT of them */
    size_t category_count;
    bool tentative;
    enum calendar_class class;
    size_t sequence; /* of revisions */
    instant stamped; /* when it was last revised */
};

struct calendar calendar_begin(struct buffer *out, const char *name);
void calendar_day(struct calendar *calendar, const struct calendar_day *event);
void calendar_end(struct calendar *calendar);

#endif
