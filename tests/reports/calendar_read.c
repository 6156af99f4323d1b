/* A calendar as libical reads it: an event a line, its values separated by tabs, for comparing.
 *
 *   calendar_read <FILE      exit status 1: something in it is not as RFC 5545 wants it
 */
#include <libical/ical.h>
#include <stdio.h>
#include <stdlib.h>

static char *whole(FILE *file) {
    size_t length = 0, room = 1 << 16, got;
    char *text = malloc(room + 1);
    while (text && (got = fread(text + length, 1, room - length, file)) > 0) {
        length += got;
        if (length == room)
            text = realloc(text, (room *= 2) + 1);
    }
    if (!text)
        exit(3);
    text[length] = '\0';
    return text;
}

static void put(const char *text) {
    for (; text && *text; text++) {
        if (*text == '\n' || *text == '\t' || *text == '\\') {
            putchar('\\');
            putchar(*text == '\n' ? 'n' : *text == '\t' ? 't' : '\\');
        } else {
            putchar(*text);
        }
    }
}

static void put_event(icalcomponent *event) {
    struct icaltimetype begin = icalcomponent_get_dtstart(event), end = icalcomponent_get_dtend(event);
    struct icaltimetype stamp = icalcomponent_get_dtstamp(event);
    put(icalcomponent_get_uid(event));
    printf("\t%04d-%02d-%02d%s", begin.year, begin.month, begin.day, begin.is_date ? "" : " with a time");
    printf("\t%04d-%02d-%02d%s", end.year, end.month, end.day, end.is_date ? "" : " with a time");
    printf("\t%04d-%02d-%02d %02d:%02d:%02d%s", stamp.year, stamp.month, stamp.day, stamp.hour, stamp.minute,
           stamp.second, icaltime_is_utc(stamp) ? "Z" : " in no zone");
    printf("\t%d\t", icalcomponent_get_sequence(event));
    put(icalcomponent_get_summary(event));
    putchar('\t');
    put(icalcomponent_get_description(event));
    putchar('\n');
}

int main(void) {
    char *text = whole(stdin);
    icalcomponent *calendar = icalparser_parse_string(text);
    if (!calendar || icalcomponent_isa(calendar) != ICAL_VCALENDAR_COMPONENT) {
        fprintf(stderr, "no calendar\n");
        return 1;
    }
    if (!icalrestriction_check(calendar) || icalcomponent_count_errors(calendar) > 0) {
        fprintf(stderr, "errors: %d\n%s", icalcomponent_count_errors(calendar), icalcomponent_as_ical_string(calendar));
        return 1;
    }
    if (icalcomponent_count_components(calendar, ICAL_ANY_COMPONENT) == 0) {
        fprintf(stderr, "nothing in it\n");
        return 1;
    }
    for (icalcomponent *event = icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT); event;
         event = icalcomponent_get_next_component(calendar, ICAL_VEVENT_COMPONENT))
        put_event(event);
    icalcomponent_free(calendar);
    free(text);
    return 0;
}
