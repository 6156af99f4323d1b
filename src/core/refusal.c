/* Why something was not done, in one calm sentence: what is so and, where it helps, what to do. */
#include <string.h>

#include "candour/base/text.h"
#include "candour/core/meeting.h"

enum { SUBJECT_MOST = 60 };

/* `@` stands for the subject, or for SILENT when the refusal names none. */
struct wording_of_refusal {
    const char *text;
    const char *silent;
};

static const struct wording_of_refusal sentences[REFUSAL_COUNT] = {
    [REFUSED_NOT] = {"This can be done", ""},
    [REFUSED_FIRST_NOT_OPEN] = {"The meeting is not open yet; open it first", ""},
    [REFUSED_OPEN_AGAIN] = {"The meeting is open already; it is opened once, at the beginning", ""},
    [REFUSED_TIME_ORDER] = {"This is not later than the act before it; each act has a time of its own", ""},
    [REFUSED_READY] = {"No item was started yet, so @ has to wait; start the first item", "this"},
    [REFUSED_RUNNING] = {"An item is running, so there is no place for @ now", "this"},
    [REFUSED_PAUSED] = {"The meeting is paused, so there is no place for @ now; resume it or start an item", "this"},
    [REFUSED_ADJOURNED] = {"The meeting is adjourned, so there is no place for @; reopen it first", "this"},
    [REFUSED_CLOSED] = {"The meeting is closed, so there is no place for @; reopen it, or follow up what is recorded",
                        "this"},
    [REFUSED_CONFIRMED] =
        {"The record is confirmed, so there is no place for @; corrections and follow-up still have one", "this"},
    [REFUSED_NO_SUCH] = {"There is no @ that could stand here; check the code", "such code"},
    [REFUSED_ID_USED] = {"@ is taken; a code is used once and never again", "The code"},
    [REFUSED_ID_ORDER] = {"@ is not a code for this; take the next free one of its kind", "The code"},
    [REFUSED_WITHDRAWN] = {"@ was withdrawn; record a new one instead", "The record"},
    [REFUSED_ALREADY_RUNNING] = {"@ is running already", "The item"},
    [REFUSED_BACK_TOO_FAR] = {"@ cannot be dated back that far; not before the last act of the clock", "The start"},
    [REFUSED_PAYER_SAME] = {"@ cannot pay for itself; choose another item or the end", "An item"},
    [REFUSED_PAYER_STARTED] = {"@ was started, so it has no minutes to lend; choose a later item or the end",
                               "The item that pays"},
    [REFUSED_PAYER_PROTECTED] = {"@ is protected, its time is not lent; choose another item or the end",
                                 "The item that pays"},
    [REFUSED_PAYER_BREAK] = {"@ is a break, its time is not lent; choose another item or the end",
                             "The item that pays"},
    [REFUSED_PAYER_SHORT] = {"@ does not have that many minutes left to give; choose fewer, another item or the end",
                             "The item that pays"},
    [REFUSED_NO_MINUTES] = {"No minutes would change hands; say how many", ""},
    [REFUSED_ITEM_GONE] = {"@ was skipped or parked; start it if it is to be taken after all", "The item"},
    [REFUSED_REPLAN_ITEM] = {"@ was started, is protected or is a break; only other items are planned again",
                             "The item"},
    [REFUSED_GAP_ORDER] = {"The times of the gap are out of order: it begins, the meeting stops, it ends", ""},
    [REFUSED_GAP_CLOCK] = {"No item was running all through the gap; there is nothing to settle", ""},
    [REFUSED_MOVE_SELF] = {"@ cannot follow itself; choose another item", "The item"},
    [REFUSED_REPLACES_SELF] = {"@ cannot take its own place; name the agreement that does", "The agreement"},
    [REFUSED_REPLAN_TWICE] = {"@ is planned twice; give each item its minutes once", "An item"},
    [REFUSED_NOT_UNDOABLE] = {"@ cannot be undone; what comes next can put it right", "This"},
    [REFUSED_UNDONE_ALREADY] = {"This was undone already; redo brings it back", ""},
    [REFUSED_BEHIND_BARRIER] = {"The meeting was adjourned, closed or reopened since; undo does not reach over that",
                                ""},
    [REFUSED_NEEDED] = {"@ stands on this; undo or change that first", "A later act"},
    [REFUSED_NOTHING_TO_REDO] = {"There is nothing to redo; a new act ends redo", ""},
    [REFUSED_DECIDED] = {"@ was adopted or rejected already", "The proposal"},
    [REFUSED_REQUIRED] = {"@ is missing; fill it in", "Something needed"},
    [REFUSED_RANGE] = {"@ is too small or too large", "A figure"},
    [REFUSED_COMBINATION] = {"@ cannot stand with the rest; change one of them", "One of the fields"},
};

/* Fields are said by the label their forms show, from the first event that has one of this key. */
static const char *field_label(const char *key) {
    for (int i = 0; i < DO_COUNT; i++) {
        const struct field *field = shape_field(event_kinds[i].shape, key);
        if (field)
            return field->label;
    }
    return key;
}

static const char *subject_of(struct refusal refusal) {
    if (refusal.subject == NULL || refusal.subject[0] == '\0')
        return sentences[refusal.code].silent;
    if (refusal.code == REFUSED_REQUIRED || refusal.code == REFUSED_COMBINATION || refusal.code == REFUSED_RANGE)
        return field_label(refusal.subject);
    return refusal.subject;
}

/* Bytes of SUBJECT that are said: whole characters, one line, at most SUBJECT_MOST. */
static size_t subject_length(const char *subject) {
    size_t length = 0;
    while (subject[length] != '\0' && subject[length] != '\n') {
        uint32_t code;
        size_t bytes = utf8_read(subject + length, strlen(subject + length), &code);
        if (bytes == 0 || length + bytes > SUBJECT_MOST)
            break;
        length += bytes;
    }
    return length;
}

static size_t put(char *out, size_t size, size_t at, const char *bytes, size_t length) {
    for (size_t i = 0; i < length && at + 1 < size; i++)
        out[at++] = bytes[i];
    return at;
}

char *refusal_text(struct refusal refusal, char *out, size_t size) {
    const char *text = sentences[refusal.code].text;
    const char *subject = subject_of(refusal);
    /* The word of an act is quoted: 'close' cannot be undone. */
    size_t mark = event_do_of(subject) != DO_COUNT ? 1 : 0;
    size_t before = strcspn(text, "@");
    size_t at = put(out, size, 0, text, before);
    if (text[before] == '@') {
        at = put(out, size, at, "'", mark);
        at = put(out, size, at, subject, subject_length(subject));
        at = put(out, size, at, "'", mark);
        at = put(out, size, at, text + before + 1, strlen(text + before + 1));
    }
    out[at] = '\0';
    return out;
}
