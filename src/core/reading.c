/* Figures: minutes, times and counts as a file holds them, durations as a clock shows them. */
#include "candour/core/reading.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

enum { FIGURE_MOST = 999999, COUNT_DIGITS = 9 };

/* Digits at *TEXT as a number; how many there were. *TEXT is left behind them. */
static size_t digits_read(const char **text, int32_t most, int32_t *value) {
    size_t count = 0;
    int64_t figure = 0;
    for (; **text >= '0' && **text <= '9'; (*text)++, count++)
        if (figure <= most)
            figure = figure * 10 + (**text - '0');
    if (figure > most)
        return 0;
    *value = (int32_t)figure;
    return count;
}

/* What follows the first figure: nothing, `m`, `h`, `h05` or `:05`. */
static bool minutes_rest(const char *text, int32_t first, int32_t *minutes) {
    if (text[0] == '\0' || strcmp(text, "m") == 0) {
        *minutes = first;
        return true;
    }
    char unit = *text++;
    if (unit != 'h' && unit != ':')
        return false;
    int32_t second = 0;
    bool whole_hours = unit == 'h' && text[0] == '\0';
    size_t digits = digits_read(&text, 59, &second);
    bool two_parts = digits == 2 || (unit == 'h' && digits == 1);
    if (text[0] != '\0' || !(whole_hours || two_parts))
        return false;
    *minutes = first * 60 + second;
    return true;
}

bool minutes_read(const char *text, int32_t *minutes) {
    bool negative = *text == '-';
    if (*text == '-' || *text == '+')
        text++;
    int32_t first = 0;
    int32_t read = 0;
    if (digits_read(&text, FIGURE_MOST, &first) == 0 || !minutes_rest(text, first, &read))
        return false;
    *minutes = negative ? -read : read;
    return true;
}

bool time_read(const char *text, int32_t *minute_of_day) {
    if (strlen(text) != 5 || text[2] != ':')
        return false;
    int32_t hour = 0;
    int32_t minute = 0;
    const char *rest = text + 3;
    if (digits_read(&text, 23, &hour) != 2 || digits_read(&rest, 59, &minute) != 2)
        return false;
    *minute_of_day = hour * 60 + minute;
    return true;
}

bool count_read(const char *text, int32_t *count) {
    const char *rest = text;
    int32_t read = 0;
    size_t digits = digits_read(&rest, 999999999, &read);
    if (digits == 0 || digits > COUNT_DIGITS || *rest != '\0' || (digits > 1 && text[0] == '0'))
        return false;
    *count = read;
    return true;
}

static int64_t floor_divided(int64_t figure, int64_t by) {
    return figure / by - (figure % by < 0);
}

char *duration_text(int64_t ms, bool sign, char out[24]) {
    int64_t seconds = floor_divided(ms, MS_SECOND);
    const char *mark = seconds < 0 ? "-" : sign ? "+" : "";
    int64_t size = seconds < 0 ? -seconds : seconds;
    snprintf(out, 24, "%s%" PRId64 ":%02" PRId64, mark, size / 60, size % 60);
    return out;
}

char *left_text(int64_t left, char out[24]) {
    if (left < 0)
        return duration_text(-left, true, out);
    return duration_text(left + (MS_SECOND - 1), false, out);
}

int32_t duration_minutes(int64_t ms) {
    return (int32_t)floor_divided(ms + MS_MINUTE / 2, MS_MINUTE);
}

int64_t left_minutes(int64_t left) {
    return left < 0 ? (-left + MS_MINUTE - 1) / MS_MINUTE : left / MS_MINUTE;
}

instant threshold_passed(int64_t granted, int64_t used, instant since, instant now) {
    int64_t passed = -1;
    if (granted > 0 && used >= granted / 4 * 3) {
        passed = granted / 4 * 3;
    }
    if (used >= granted && granted >= 0) {
        passed = granted + (used - granted) / ALERT_EVERY_MS * ALERT_EVERY_MS;
    }
    instant at = passed < 0 ? 0 : now - (used - passed);
    return at > since ? at : 0;
}
