#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "candour/base/text.h"
#include "candour/ui/msg.h"

struct named {
    key key;
    const char *name;
};

/* The first name of a key is the one shown; the others are understood too. */
static const struct named names[] = {
    {' ', "Space"},
    {KEY_RETURN, "Enter"},
    {KEY_TAB, "Tab"},
    {KEY_BACKTAB, "Shift-Tab"},
    {KEY_ESCAPE, "Esc"},
    {KEY_RUBOUT, "Backspace"},
    {KEY_DELETE, "Delete"},
    {KEY_INSERT, "Insert"},
    {KEY_UP_ARROW, "Up"},
    {KEY_DOWN_ARROW, "Down"},
    {KEY_LEFT_ARROW, "Left"},
    {KEY_RIGHT_ARROW, "Right"},
    {KEY_PAGE_UP, "PgUp"},
    {KEY_PAGE_DOWN, "PgDn"},
    {KEY_HOME_, "Home"},
    {KEY_END_, "End"},
    {KEY_WORD_LEFT, "Ctrl-Left"},
    {KEY_WORD_RIGHT, "Ctrl-Right"},
    {KEY_F1, "F1"},
    {0, "Ctrl-Space"},
    {127, "Ctrl-?"},
    {KEY_RETURN, "Return"},
    {KEY_ESCAPE, "Escape"},
    {KEY_BACKTAB, "Backtab"},
    {KEY_PAGE_UP, "PageUp"},
    {KEY_PAGE_DOWN, "PageDown"},
    {KEY_DELETE, "Del"},
    {KEY_INSERT, "Ins"},
};

/* C1, what has no columns of its own and what no keyboard sends are named by their number. */
static bool is_printable(key k) {
    char bytes[4];
    uint32_t shown;
    int columns;
    if (k >= KEY_NONE || (k >= 0xd800 && k <= 0xdfff))
        return false;
    struct shown one = {.text = bytes, .length = utf8_write(k, bytes)};
    return shown_next(&one, &shown, &columns) && shown == k;
}

char *key_name(key k, char out[16]) {
    out[0] = '\0';
    if (k == KEY_NONE || k >= KEY_LAST)
        return out;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (names[i].key == k) {
            snprintf(out, 16, "%s", names[i].name);
            return out;
        }
    if (k < 0x20)
        snprintf(out, 16, "Ctrl-%c", (char)(k + 0x40));
    else if (is_printable(k))
        out[utf8_write(k, out)] = '\0';
    else
        snprintf(out, 16, "U+%04X", (unsigned)k);
    return out;
}

/* `Ctrl-` and one of @ A..Z [ \ ] ^ _, small letters as well. */
static key control_of_name(const char *name) {
    if (!text_starts_nocase(name, "Ctrl-") || name[5] == '\0' || name[6] != '\0')
        return KEY_NONE;
    char c = name[5];
    bool is_letter = (c >= 'a' && c <= 'z') || (c >= '@' && c <= '_');
    return is_letter ? KEY_CONTROL((unsigned char)c) : KEY_NONE;
}

static key number_of_name(const char *name) {
    if (strncmp(name, "U+", 2) != 0 || strspn(name + 2, "0123456789ABCDEFabcdef") != strlen(name + 2))
        return KEY_NONE;
    if (strlen(name + 2) < 4 || strlen(name + 2) > 6)
        return KEY_NONE;
    key k = (key)strtoul(name + 2, NULL, 16);
    return k < KEY_NONE ? k : KEY_NONE;
}

key key_of_name(const char *name) {
    uint32_t code;
    size_t length = strlen(name);
    if (length > 0 && utf8_read(name, length, &code) == length)
        return code;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (text_equal_nocase(name, names[i].name))
            return names[i].key;
    key control = control_of_name(name);
    return control != KEY_NONE ? control : number_of_name(name);
}
