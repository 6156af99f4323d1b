#include "keys.h"

#define key_name curses_key_name /* the name is ui's */
#include <curses.h>
#undef key_name
#include <stddef.h>
#include <string.h>
#include <time.h>

#include "candour/base/text.h"

enum {
    CODE_PASTE = KEY_MAX + 1000, /* above what curses gives to extended names */
    CODE_PASTE_END,
    CODE_MOUSE,
    CODE_MOUSE_BYTES,
    CODE_TAUGHT,
    TORN_MS = 60, /* a sequence torn by the line is taken up again for so long; no hand is that quick after Esc */
    PASTE_MOST = 64 * 1024,
};

static const struct {
    int code;
    key k;
} NAMED[] = {
    {KEY_LEFT, KEY_LEFT_ARROW},  {KEY_RIGHT, KEY_RIGHT_ARROW},  {KEY_UP, KEY_UP_ARROW},  {KEY_DOWN, KEY_DOWN_ARROW},
    {KEY_SLEFT, KEY_LEFT_ARROW}, {KEY_SRIGHT, KEY_RIGHT_ARROW}, {KEY_SR, KEY_UP_ARROW},  {KEY_SF, KEY_DOWN_ARROW},
    {KEY_PPAGE, KEY_PAGE_UP},    {KEY_NPAGE, KEY_PAGE_DOWN},    {KEY_HOME, KEY_HOME_},   {KEY_END, KEY_END_},
    {KEY_FIND, KEY_HOME_},       {KEY_SELECT, KEY_END_},        {KEY_BTAB, KEY_BACKTAB}, {KEY_BACKSPACE, KEY_RUBOUT},
    {KEY_DC, KEY_DELETE},        {KEY_IC, KEY_INSERT},          {KEY_F(1), KEY_F1},      {KEY_ENTER, KEY_RETURN},
    {KEY_A1, KEY_HOME_},         {KEY_A3, KEY_PAGE_UP},         {KEY_C1, KEY_END_},      {KEY_C3, KEY_PAGE_DOWN},
};

/* What terminals send though their terminfo entry does not say so, or says it of another mode. OURS: terminfo may have
 * a name of its own for it, which curses numbers as it likes. */
static const struct {
    const char *bytes;
    key k;
    bool ours;
} TAUGHT[] = {
    {"\033[A", KEY_UP_ARROW, false},       {"\033[B", KEY_DOWN_ARROW, false},
    {"\033[C", KEY_RIGHT_ARROW, false},    {"\033[D", KEY_LEFT_ARROW, false},
    {"\033OA", KEY_UP_ARROW, false},       {"\033OB", KEY_DOWN_ARROW, false},
    {"\033OC", KEY_RIGHT_ARROW, false},    {"\033OD", KEY_LEFT_ARROW, false},
    {"\033[1;5C", KEY_WORD_RIGHT, true},   {"\033[1;5D", KEY_WORD_LEFT, true},
    {"\033[1;3C", KEY_WORD_RIGHT, true},   {"\033[1;3D", KEY_WORD_LEFT, true},
    {"\033[1;2A", KEY_UP_ARROW, false},    {"\033[1;2B", KEY_DOWN_ARROW, false},
    {"\033[1;2C", KEY_RIGHT_ARROW, false}, {"\033[1;2D", KEY_LEFT_ARROW, false},
    {"\033Oc", KEY_WORD_RIGHT, false},     {"\033Od", KEY_WORD_LEFT, false},
    {"\033[H", KEY_HOME_, false},          {"\033OH", KEY_HOME_, false},
    {"\033[1~", KEY_HOME_, false},         {"\033[7~", KEY_HOME_, false},
    {"\033[F", KEY_END_, false},           {"\033OF", KEY_END_, false},
    {"\033[4~", KEY_END_, false},          {"\033[8~", KEY_END_, false},
    {"\033[5~", KEY_PAGE_UP, false},       {"\033[6~", KEY_PAGE_DOWN, false},
    {"\033[2~", KEY_INSERT, false},        {"\033[3~", KEY_DELETE, false},
    {"\033[Z", KEY_BACKTAB, false},        {"\033OP", KEY_F1, false},
    {"\033[11~", KEY_F1, false},           {"\033[[A", KEY_F1, false},
    {"\033OM", KEY_RETURN, false},
};

enum { NAMED_COUNT = sizeof NAMED / sizeof *NAMED, TAUGHT_COUNT = sizeof TAUGHT / sizeof *TAUGHT };

void keys_teach(void) {
    for (int i = 0; i < TAUGHT_COUNT; i++) {
        if (TAUGHT[i].ours || key_defined(TAUGHT[i].bytes) == 0) {
            define_key(TAUGHT[i].bytes, CODE_TAUGHT + i);
        }
    }
    define_key("\033[200~", CODE_PASTE);
    define_key("\033[201~", CODE_PASTE_END);
    define_key("\033[<", CODE_MOUSE);
    define_key("\033[M", CODE_MOUSE_BYTES);
}

void keys_end(struct keys *keys) {
    buffer_free(&keys->paste);
    *keys = (struct keys){0};
}

static int64_t monotonic(void) {
    struct timespec t = {0};
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000 + 1;
}

static key key_of_code(int code) {
    if (code >= CODE_TAUGHT && code < CODE_TAUGHT + TAUGHT_COUNT) {
        return TAUGHT[code - CODE_TAUGHT].k;
    }
    for (int i = 0; i < NAMED_COUNT; i++) {
        if (NAMED[i].code == code) {
            return NAMED[i].k;
        }
    }
    return KEY_NONE;
}

/* NUL, C1 controls, surrogates and what lies beyond Unicode are nobody's keys. */
static key key_of_character(uint32_t code) {
    if (code == 0 || (code >= 0x80 && code < 0xa0) || (code >= 0xd800 && code < 0xe000) || code > 0x10ffff) {
        return KEY_NONE;
    }
    return code == 8 || code == 127 ? (key)KEY_RUBOUT : (key)code;
}

/* How many bytes the character has that begins with BYTE; 0: none does. */
static size_t bytes_of(unsigned char byte) {
    return byte < 0x80                   ? 1
           : byte >= 0xc2 && byte < 0xe0 ? 2
           : byte >= 0xe0 && byte < 0xf0 ? 3
           : byte >= 0xf0 && byte < 0xf5 ? 4
                                         : 0;
}

/* True when BYTE made a character whole. What is not UTF-8 is dropped, and nothing around it. */
static bool add_byte(struct keys *keys, unsigned char byte, uint32_t *code) {
    if (keys->count > 0 && (byte & 0xc0) != 0x80) {
        keys->count = 0;
    }
    if (keys->count == 0 && bytes_of(byte) == 0) {
        return false;
    }
    keys->bytes[keys->count++] = (char)byte;
    size_t whole = bytes_of((unsigned char)keys->bytes[0]);
    if (keys->count < whole) {
        return false;
    }
    keys->count = 0;
    return utf8_read(keys->bytes, whole, code) == whole;
}

enum read { READ_NOTHING, READ_CODE, READ_CHARACTER, READ_MOUSE };

/* Bytes are put together here and not by curses, whose get_wch drops a character that comes in two pieces, and much
 * of what follows a byte that is not UTF-8. */
static enum read read_next(struct keys *keys, uint32_t *out) {
    for (;;) {
        int got = keys->pushed != 0 ? keys->pushed : getch();
        keys->pushed = 0;
        if (got == ERR) {
            return READ_NOTHING;
        }
        if (got <= 0xff && keys->mouse.form != MOUSE_NONE) {
            if (mouse_byte(&keys->mouse, (unsigned char)got, &keys->report)) {
                return READ_MOUSE;
            }
            continue;
        }
        if ((got == CODE_MOUSE || got == CODE_MOUSE_BYTES) && !keys->pasting) {
            mouse_begin(&keys->mouse, got == CODE_MOUSE ? MOUSE_NUMBERS : MOUSE_BYTES);
            keys->count = 0;
            continue;
        }
        if (got > 0xff) {
            *out = (uint32_t)got;
            keys->count = 0;
            return READ_CODE;
        }
        if (add_byte(keys, (unsigned char)got, out)) {
            return READ_CHARACTER;
        }
    }
}

/* One byte of an unknown sequence. */
static void swallow(struct keys *keys, uint32_t w) {
    bool last = keys->swallow == SWALLOW_SS3 || (w >= 0x40 && w <= 0x7e) || w < 0x20;
    keys->escape_at = last ? 0 : monotonic();
    if (last) {
        keys->swallow = SWALLOW_NOTHING;
    }
}

/* Does W, behind an Esc, begin a sequence that curses did not know? */
static bool begins_sequence(struct keys *keys, uint32_t w) {
    if (w != '[' && w != 'O') {
        return false;
    }
    keys->swallow = w == '[' ? SWALLOW_CSI : SWALLOW_SS3;
    keys->escape_at = monotonic();
    return true;
}

/* An Esc came: alone it is a key; before `[` or `O` it begins a sequence; before anything else both are keys. */
static key after_escape(struct keys *keys) {
    uint32_t w = 0;
    enum read got = read_next(keys, &w);
    if (got == READ_NOTHING) {
        keys->escape_at = monotonic();
        return KEY_ESCAPE;
    }
    if (got == READ_CHARACTER && begins_sequence(keys, w)) {
        return KEY_NONE;
    }
    if (got == READ_MOUSE) {
        return KEY_ESCAPE; /* a press in the same moment is nobody's */
    }
    if (got == READ_CODE && (w == CODE_PASTE || w == KEY_RESIZE)) {
        keys->pushed = (int)w;
        return KEY_ESCAPE;
    }
    keys->held = got == READ_CODE ? key_of_code((int)w) : key_of_character(w);
    return KEY_ESCAPE;
}

static key character(struct keys *keys, uint32_t w) {
    bool lately = keys->escape_at != 0 && monotonic() - keys->escape_at <= TORN_MS;
    if (keys->swallow != SWALLOW_NOTHING && lately) {
        swallow(keys, w);
        return KEY_NONE;
    }
    bool torn = lately && keys->swallow == SWALLOW_NOTHING && begins_sequence(keys, w);
    if (torn) {
        return KEY_NONE;
    }
    keys->swallow = SWALLOW_NOTHING;
    keys->escape_at = 0;
    return w == KEY_ESCAPE ? after_escape(keys) : key_of_character(w);
}

static void paste_begin(struct keys *keys) {
    keys->pasting = true;
    keys->beyond = false;
    keys->carriage = false;
    buffer_clear(&keys->paste);
}

/* Line ends become newlines, other controls but the tab are left out. */
static void paste_add(struct keys *keys, uint32_t w) {
    char bytes[4];
    bool after_carriage = keys->carriage;
    keys->carriage = w == '\r';
    if (w == '\n' && after_carriage) {
        return;
    }
    if (w == '\r' || w == '\n') {
        buffer_char(&keys->paste, '\n');
    } else if (w == '\t' || (w >= 0x20 && w != 127 && key_of_character(w) != KEY_NONE)) {
        buffer_add(&keys->paste, bytes, utf8_write(w, bytes));
    }
}

static bool paste_give(struct keys *keys, const char **text) {
    keys->given = true;
    *text = keys->paste.length == 0 ? "" : keys->paste.bytes;
    return keys->paste.length > 0;
}

/* True when there is a paste to give. One that is longer than any text may be is given as soon as that is known, to be
 * refused once; the rest of it is nobody's. */
static bool paste_read(struct keys *keys, enum read got, uint32_t w, const char **text) {
    if (got == READ_CODE && w == CODE_PASTE_END) {
        keys->pasting = false;
        return !keys->beyond && paste_give(keys, text);
    }
    if (got == READ_CHARACTER && !keys->beyond) {
        paste_add(keys, w);
        keys->beyond = keys->paste.length > PASTE_MOST;
        return keys->beyond && paste_give(keys, text);
    }
    return false;
}

static enum term_input mouse_give(const struct keys *keys, struct typed *out) {
    out->row = keys->report.row;
    out->column = keys->report.column;
    out->step = keys->report.step;
    return out->step == 0 ? TERM_CLICK : TERM_WHEEL;
}

enum term_input keys_read(struct keys *keys, struct typed *out) {
    if (keys->held != 0) {
        out->k = keys->held;
        keys->held = 0;
        if (out->k != KEY_NONE) {
            return TERM_KEY;
        }
    }
    if (keys->given) {
        buffer_clear(&keys->paste);
        keys->given = false;
    }
    for (;;) {
        uint32_t w = 0;
        enum read got = read_next(keys, &w);
        if (got == READ_NOTHING) {
            return TERM_NOTHING;
        }
        if (got == READ_MOUSE) {
            return mouse_give(keys, out);
        }
        if (got == READ_CODE && w == KEY_RESIZE) {
            return TERM_RESIZED;
        }
        if (keys->pasting) {
            if (paste_read(keys, got, w, &out->text)) {
                return TERM_PASTE;
            }
            continue;
        }
        if (got == READ_CODE && w == CODE_PASTE) {
            paste_begin(keys);
            continue;
        }
        out->k = got == READ_CODE ? key_of_code((int)w) : character(keys, w);
        if (out->k != KEY_NONE) {
            return TERM_KEY;
        }
    }
}
