/* Days as people say them: 31 mar, +6w, fri. Each word of the text is sorted by what it can be, then put together. */
#include "candour/core/reading.h"

#include <stdio.h>
#include <string.h>

#include "candour/base/text.h"

enum { WORDS_MOST = 6, WORD_SIZE = 16, YEARS_TO_LEAP_DAY = 8 };

/* The words of a text in lower case, without the ones that only lead in. */
struct words {
    char word[WORDS_MOST][WORD_SIZE];
    size_t count;
};

static char lower(char c) {
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

static bool leads_in(const char *word) {
    static const char *const leading[] = {"by", "on", "of", "the", "in"};
    for (size_t i = 0; i < sizeof leading / sizeof *leading; i++)
        if (strcmp(word, leading[i]) == 0)
            return true;
    return false;
}

/* A dash between two words is a blank (31-mar-2027); at the beginning it is a sign. */
static bool parts(const char *text, size_t at) {
    return text[at] == ' ' || text[at] == '\t' || text[at] == ',' || (text[at] == '-' && at > 0 && text[at - 1] != ' ');
}

static bool words_of(const char *text, struct words *words) {
    size_t length = 0;
    *words = (struct words){0};
    for (size_t at = 0;; at++) {
        if (text[at] != '\0' && !parts(text, at)) {
            if (words->count == WORDS_MOST || length == WORD_SIZE - 1)
                return false;
            words->word[words->count][length++] = lower(text[at]);
            continue;
        }
        if (length > 0) {
            words->word[words->count][length] = '\0';
            words->count += !leads_in(words->word[words->count]);
            length = 0;
        }
        if (text[at] == '\0')
            return words->count > 0;
    }
}

/* --- single words --- */

/* A beginning of a name of at least three letters: its place among COUNT, or -1. */
static int named(const char *word, const char *(*name)(int), int first, int count) {
    for (int i = first; strlen(word) >= 3 && i < first + count; i++)
        if (text_starts_nocase(name(i), word))
            return i;
    return -1;
}

static int weekday_named(const char *word) {
    return strcmp(word, "weds") == 0 ? 2 : named(word, weekday_name, 0, 7);
}

static int month_named(const char *word) {
    return named(word, month_name, 1, 12);
}

static int number_of(const char *word, size_t digits) {
    int figure = 0;
    for (size_t i = 0; i < digits; i++)
        figure = figure * 10 + (word[i] - '0');
    return figure;
}

/* 1 to 31 with or without its ending (31st); 0 when it is not that. */
static int day_numbered(const char *word) {
    size_t digits = strspn(word, "0123456789");
    if (digits == 0 || digits > 2)
        return 0;
    const char *rest = word + digits;
    static const char *const endings[] = {"", "st", "nd", "rd", "th"};
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (strcmp(rest, endings[i]) == 0)
            return number_of(word, digits) <= 31 ? number_of(word, digits) : 0;
    return 0;
}

static int year_numbered(const char *word) {
    return strlen(word) == 4 && strspn(word, "0123456789") == 4 ? number_of(word, 4) : 0;
}

/* --- from today on --- */

static day months_later(day from, int months) {
    int year, month, dayofmonth;
    day_parts(from, &year, &month, &dayofmonth);
    int count = year * 12 + (month - 1) + months;
    if (count < 12 || count / 12 > 9999)
        return 0;
    year = count / 12;
    month = count % 12 + 1;
    int last = day_last_of_month(year, month);
    return day_of(year, month, dayofmonth < last ? dayofmonth : last);
}

/* d, w, m, y or the word in full, one or several. */
static char unit_of(const char *word) {
    static const char *const units[] = {"days", "weeks", "months", "years"};
    size_t length = strlen(word);
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        if (length == 1 ? word[0] == units[i][0]
                        : length + 1 >= strlen(units[i]) && strncmp(word, units[i], length) == 0)
            return units[i][0];
    return '\0';
}

static day later(day today, int number, char unit) {
    switch (unit) {
    case 'm':
        return months_later(today, number);
    case 'y':
        return months_later(today, number * 12);
    default:
        break;
    }
    day out = today + (unit == 'w' ? number * 7 : number);
    return out > 0 && out <= day_of(9999, 12, 31) ? out : 0;
}

/* +6w, 6 weeks, -10d. False when it is not of this kind; *out is 0 when it leads out of the calendar. */
static bool offset_of(const struct words *words, day today, day *out) {
    char joined[3 * WORD_SIZE] = "";
    if (words->count > (strpbrk(words->word[0], "+-") ? 3 : 2))
        return false;
    for (size_t i = 0, length = 0; i < words->count; i++)
        length += (size_t)snprintf(joined + length, sizeof joined - length, "%s", words->word[i]);
    const char *text = joined;
    bool back = *text == '-';
    if (*text == '+' || *text == '-')
        text++;
    size_t digits = strspn(text, "0123456789");
    char unit = unit_of(text + digits);
    if (digits == 0 || digits > 4 || unit == '\0')
        return false;
    int number = number_of(text, digits);
    *out = later(today, back ? -number : number, unit);
    return true;
}

static day weekday_after(day today, int weekday) {
    int ahead = (weekday - day_weekday(today) + 7) % 7;
    return today + (ahead == 0 ? 7 : ahead);
}

/* today, tomorrow, yesterday, fri, next fri. */
static bool named_day(const struct words *words, day today, day *out) {
    const char *last = words->word[words->count - 1];
    bool next = words->count == 2 && strcmp(words->word[0], "next") == 0;
    int weekday = weekday_named(last);
    if (next && weekday >= 0) {
        *out = today - day_weekday(today) + 7 + weekday;
        return true;
    }
    if (words->count != 1)
        return false;
    if (weekday >= 0)
        *out = weekday_after(today, weekday);
    else if (strcmp(last, "today") == 0)
        *out = today;
    else if (strcmp(last, "tomorrow") == 0)
        *out = today + 1;
    else if (strcmp(last, "yesterday") == 0)
        *out = today - 1;
    else
        return false;
    return true;
}

/* --- day, month and year, in any order --- */

struct calendar {
    int weekday; /* -1: none */
    int day, month, year;
    bool two_numbers;
};

/* 31mar: how many digits stand before a month, or 0. */
static size_t day_before_month(const char *word) {
    size_t digits = strspn(word, "0123456789");
    return digits > 0 && digits <= 2 && month_named(word + digits) > 0 ? digits : 0;
}

static bool calendar_number(int figure, struct calendar *calendar) {
    calendar->two_numbers |= calendar->day > 0;
    calendar->day = figure;
    return figure > 0 || calendar->two_numbers;
}

static bool calendar_word(const char *word, struct calendar *calendar) {
    int figure = day_numbered(word);
    size_t digits = day_before_month(word);
    if (digits > 0 && !calendar_number(number_of(word, digits), calendar))
        return false;
    word += digits;
    int year = year_numbered(word);
    int month = month_named(word);
    int weekday = weekday_named(word);
    if (figure > 0 || (strlen(word) <= 2 && strspn(word, "0123456789") == strlen(word)))
        return calendar_number(figure, calendar);
    if (year > 0 && calendar->year == 0)
        calendar->year = year;
    else if (month > 0 && calendar->month == 0)
        calendar->month = month;
    else if (weekday >= 0 && calendar->weekday < 0)
        calendar->weekday = weekday;
    else
        return false;
    return true;
}

static day next_such(int month, int dayofmonth, day today) {
    int year, ignored;
    day_parts(today, &year, &ignored, &ignored);
    for (int i = 0; i <= YEARS_TO_LEAP_DAY; i++) {
        day out = day_of(year + i, month, dayofmonth);
        if (out >= today && out > 0)
            return out;
    }
    return 0;
}

static enum day_fault calendar_of(const struct words *words, day today, day *out) {
    struct calendar calendar = {.weekday = -1};
    for (size_t i = 0; i < words->count; i++)
        if (!calendar_word(words->word[i], &calendar))
            return DAY_UNKNOWN;
    if (calendar.month == 0)
        return DAY_UNKNOWN;
    if (calendar.two_numbers)
        return DAY_AMBIGUOUS;
    if (calendar.day == 0)
        return DAY_UNKNOWN;
    *out = calendar.year > 0 ? day_of(calendar.year, calendar.month, calendar.day)
                             : next_such(calendar.month, calendar.day, today);
    if (*out == 0)
        return DAY_UNKNOWN;
    return calendar.weekday >= 0 && calendar.weekday != day_weekday(*out) ? DAY_AMBIGUOUS : DAY_GOOD;
}

/* --- figures only: 31/3/2027 --- */

/* Two or three figures with `/`, `.` or `-` between; FIGURES and their count of digits, or false. */
static bool figures_of(const char *text, int figures[3], size_t digits[3], size_t *count) {
    for (*count = 0; *count < 3; (*count)++) {
        size_t length = strspn(text, "0123456789");
        if (length == 0 || length > 4)
            return false;
        figures[*count] = number_of(text, length);
        digits[*count] = length;
        text += length;
        if (*text == '\0')
            break;
        if (strchr("/.-", *text) == NULL)
            return false;
        text++;
    }
    *count += *count < 3;
    return *text == '\0' && *count >= 2;
}

/* A day above 12 with a month: 31/3. The other order may be a month and a year. */
static enum day_fault two_figures_day(const int figures[3], day today, day *out) {
    if (figures[0] <= 12 || figures[0] > 31 || figures[1] < 1 || figures[1] > 12)
        return DAY_AMBIGUOUS;
    *out = next_such(figures[1], figures[0], today);
    return *out > 0 ? DAY_GOOD : DAY_UNKNOWN;
}

static enum day_fault figures_day(const char *text, day today, day *out) {
    int figures[3];
    size_t digits[3];
    size_t count = 0;
    if (!figures_of(text, figures, digits, &count))
        return DAY_UNKNOWN;
    if (digits[0] == 4) {
        *out = count == 3 ? day_of(figures[0], figures[1], figures[2]) : 0;
        return *out > 0 ? DAY_GOOD : DAY_UNKNOWN;
    }
    if (count == 2)
        return two_figures_day(figures, today, out);
    if (digits[2] != 4)
        return DAY_AMBIGUOUS;
    day british = day_of(figures[2], figures[1], figures[0]);
    day american = day_of(figures[2], figures[0], figures[1]);
    if (british > 0 && american > 0 && british != american)
        return DAY_AMBIGUOUS;
    *out = british > 0 ? british : american;
    return *out > 0 ? DAY_GOOD : DAY_UNKNOWN;
}

/* --- all of them --- */

/* What people write where a date should be. */
static bool is_ongoing(const char *text) {
    static const char *const words[] = {
        "ongoing", "on-going",      "on going", "asap",          "a.s.a.p",       "as soon as", "tbc",
        "tba",     "tbd",           "to be",    "when possible", "as and when",   "continu",    "rolling",
        "open",    "in due course", "soon",     "immediate",     "until further", "permanent",
    };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (text_starts_nocase(text, words[i]))
            return true;
    return false;
}

static enum day_fault understand(const char *text, day today, day *out) {
    struct words words;
    *out = day_read(text);
    if (*out > 0)
        return DAY_GOOD;
    if (is_ongoing(text))
        return DAY_ONGOING;
    if (is_digit(text[0]) && text[strspn(text, "0123456789/.-")] == '\0')
        return figures_day(text, today, out);
    if (!words_of(text, &words))
        return DAY_UNKNOWN;
    if (offset_of(&words, today, out) || named_day(&words, today, out))
        return *out > 0 ? DAY_GOOD : DAY_UNKNOWN;
    return calendar_of(&words, today, out);
}

enum day_fault day_understand(const char *text, day today, day *out) {
    day read = 0;
    enum day_fault fault = understand(text + strspn(text, " \t"), today, &read);
    if (fault != DAY_GOOD)
        return fault;
    *out = read;
    return read < today ? DAY_PAST : DAY_GOOD;
}

const char *day_fault_text(enum day_fault fault) {
    switch (fault) {
    case DAY_GOOD:
        return "This is a date";
    case DAY_PAST:
        return "This day is in the past";
    case DAY_UNKNOWN:
        break;
    case DAY_ONGOING:
        return "A due date is a date: what is ongoing is never late. Try 31 mar or +6w";
    case DAY_AMBIGUOUS:
        return "This can be read in two ways: write it like 3 apr 2027 or 2027-04-03";
    }
    return "This is not a date: write 2027-03-31, 31 mar, fri or +6w";
}
