#include "mouse.h"

const char MOUSE_ON[] = "\033[?1000h\033[?1006h";
const char MOUSE_OFF[] = "\033[?1006l\033[?1000l";

enum {
    MODIFIERS = 4 | 8 | 16, /* Shift, Meta, Ctrl were held */
    LEFT = 0,
    WHEEL_UP = 64,
    WHEEL_DOWN = 65,
    OFFSET = 32,       /* of the old form's bytes */
    NUMBER_MOST = 9999 /* no window has so many columns */
};

void mouse_begin(struct mouse *mouse, enum mouse_form form) {
    *mouse = (struct mouse){.form = form};
}

/* BUTTON, column and row as reported, from 1. */
static bool report(const struct mouse *mouse, bool pressed, struct mouse_report *out) {
    int button = mouse->numbers[0];
    int wheel = button & ~MODIFIERS;
    *out = (struct mouse_report){.row = mouse->numbers[2] - 1, .column = mouse->numbers[1] - 1};
    out->step = wheel == WHEEL_UP ? -1 : wheel == WHEEL_DOWN ? 1 : 0;
    return pressed && out->row >= 0 && out->column >= 0 && (out->step != 0 || button == LEFT);
}

static bool in_bytes(struct mouse *mouse, unsigned char byte, struct mouse_report *out) {
    mouse->numbers[mouse->count++] = byte - OFFSET;
    if (mouse->count < 3) {
        return false;
    }
    mouse->form = MOUSE_NONE;
    return report(mouse, true, out);
}

static bool in_numbers(struct mouse *mouse, unsigned char byte, struct mouse_report *out) {
    int *number = &mouse->numbers[mouse->count];
    if (byte >= '0' && byte <= '9') {
        *number = *number > NUMBER_MOST ? *number : *number * 10 + (byte - '0');
        return false;
    }
    if (byte == ';' && mouse->count < 2) {
        mouse->count++;
        return false;
    }
    mouse->form = MOUSE_NONE;
    return (byte == 'M' || byte == 'm') && mouse->count == 2 && report(mouse, byte == 'M', out);
}

bool mouse_byte(struct mouse *mouse, unsigned char byte, struct mouse_report *out) {
    return mouse->form == MOUSE_BYTES ? in_bytes(mouse, byte, out) : in_numbers(mouse, byte, out);
}
