/* Names and values as they read in a sentence. */
#include <string.h>

#include "candour/base/arena.h"
#include "candour/base/text.h"
#include "candour/core/reading.h"
#include "sentence.h"

void say(struct saying *s, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    buffer_vformat(&s->out, format, arguments);
    va_end(arguments);
}

static bool is_white(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

void say_words(struct saying *s, const char *words) {
    size_t length = strlen(words);
    while (length > 0 && is_white(words[length - 1]))
        length--;
    for (size_t i = strspn(words, " \n\t\r"); i < length; i++) {
        if (!is_white(words[i]))
            buffer_char(&s->out, words[i]);
        else if (!is_white(words[i + 1]))
            buffer_char(&s->out, ' ');
    }
}

void say_why(struct saying *s, const char *words) {
    if (text_blank(words))
        return;
    say(s, ": ");
    say_words(s, words);
}

void say_stop(struct saying *s) {
    char last = s->out.length > 0 ? s->out.bytes[s->out.length - 1] : ' ';
    say(s, strchr(".?!", last) ? " " : ". ");
}

void say_party(struct saying *s, const char *id) {
    const char *name = party_name(s->meeting->agenda, id);
    say(s, "%s", text_equal(id, "NATIONAL") ? "a national body" : name);
}

void say_parties(struct saying *s, const struct texts *ids) {
    for (size_t i = 0; i < ids->count; i++) {
        say(s, i == 0 ? "" : i + 1 < ids->count ? ", " : " and ");
        say_party(s, ids->items[i]);
    }
}

void say_list(struct saying *s, const struct texts *ids) {
    for (size_t i = 0; i < ids->count; i++)
        say(s, "%s%s", i == 0 ? "" : ", ", ids->items[i]);
}

void say_item(struct saying *s, const char *id) {
    int32_t place = meeting_item_place(s->meeting, id);
    say(s, "%s", id);
    if (place >= 0)
        say(s, " %s", s->meeting->items[place].item->title);
}

void say_finding(struct saying *s, const char *id) {
    const struct finding *finding = finding_find(s->meeting->agenda, id);
    say(s, "%s", id);
    if (finding)
        say(s, " %s", finding->title);
}

void say_day(struct saying *s, day d) {
    char words[64];
    say(s, "%s", day_in_words(d, words, sizeof words));
}

void say_choice(struct saying *s, const struct choices *choices, int value) {
    for (const char *c = choice_word(choices, value); *c; c++)
        buffer_char(&s->out, *c == '-' ? ' ' : *c);
}

static void say_kind(struct saying *s, const char *id) {
    const struct change_kind *kind = kind_find(s->meeting->agenda, id);
    say(s, "%s", kind ? kind->title : id);
}

static void say_days(struct saying *s, const struct days *days) {
    for (size_t i = 0; i < days->count; i++) {
        say(s, "%s", i == 0 ? "" : ", ");
        say_day(s, days->items[i]);
    }
}

void say_field(struct saying *s, const struct field *field, const void *record) {
    const void *kept = field_of(field, record);
    switch (field->type) {
    case FIELD_REF:
        if (field->refs == REF_KIND)
            say_kind(s, *(const char *const *)kept);
        else
            say_party(s, *(const char *const *)kept);
        return;
    case FIELD_REFS:
        say_parties(s, kept);
        return;
    case FIELD_DATE:
        say_day(s, *(const day *)kept);
        return;
    case FIELD_DATES:
        say_days(s, kept);
        return;
    case FIELD_CHOICE:
        say_choice(s, field->choices, *(const int *)kept);
        return;
    default:
        say_words(s, field_text(field, record, s->arena));
        return;
    }
}
