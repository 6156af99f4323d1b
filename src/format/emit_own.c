/* The user's own keys and values, carried through: what was plain stays plain, so that `x-seats: 12` is still a number
 * to whoever reads it, and what was quoted stays text. */
#include <string.h>

#include "candour/base/text.h"
#include "candour/format/emit.h"

/* Can TEXT, which stood plain somewhere, stand plain in a block on one line? */
static bool stays_plain(const char *text, size_t length) {
    if (length == 0)
        return true;
    if (strchr(",[]{}#&*!|>'\"%@`", text[0]) != NULL)
        return false;
    if (strchr("-?:", text[0]) != NULL && (length == 1 || text[1] == ' '))
        return false;
    if (strpbrk(text, "\n\t\r") != NULL || strstr(text, ": ") != NULL || strstr(text, " #") != NULL)
        return false;
    return text[length - 1] != ':' && text[length - 1] != ' ' && text[0] != ' ' && strncmp(text, "---", 3) != 0 &&
           strncmp(text, "...", 3) != 0;
}

static void own_scalar(const struct node *value, int indent, struct buffer *out) {
    if (value->plain && stays_plain(value->text, value->length))
        buffer_add(out, value->text, value->length);
    else
        emit_scalar(value->text, true, indent, out);
}

static void own_value(const struct node *value, int indent, struct buffer *out);

static void own_key(const struct node *value, int indent, struct buffer *out) {
    size_t length = strlen(value->key);
    if (value->key_plain && stays_plain(value->key, length))
        buffer_text(out, length > 0 ? value->key : "~");
    else
        emit_scalar(value->key, false, indent, out);
    buffer_char(out, ':');
    own_value(value, indent, out);
}

/* Entries of a list or mapping that begins at column INDENT; FIRST: the first one goes on the line begun already. */
static void own_children(const struct node *parent, int indent, bool first, struct buffer *out) {
    for (const struct node *child = parent->first; child != NULL; child = child->next, first = false) {
        if (!first)
            emit_blanks(indent, out);
        if (parent->type == NODE_MAP) {
            own_key(child, indent, out);
            continue;
        }
        buffer_char(out, '-');
        if (child->type == NODE_SCALAR || child->first == NULL) {
            own_value(child, indent, out);
        } else {
            buffer_char(out, ' ');
            own_children(child, indent + 2, true, out);
        }
    }
}

/* Behind a `:` or a `-`, line end included. */
static void own_value(const struct node *value, int indent, struct buffer *out) {
    if (value->type == NODE_SCALAR) {
        if (value->length > 0 || !value->plain)
            buffer_char(out, ' ');
        own_scalar(value, indent, out);
        buffer_char(out, '\n');
    } else if (value->first == NULL) {
        buffer_text(out, value->type == NODE_LIST ? " []\n" : " {}\n");
    } else {
        buffer_char(out, '\n');
        own_children(value, value->type == NODE_LIST ? indent : indent + 2, false, out);
    }
}

void emit_own(const struct node *value, int indent, bool begun, struct buffer *out) {
    if (!begun)
        emit_blanks(indent, out);
    own_key(value, indent, out);
}
