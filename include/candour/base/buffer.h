/* Buffer: bytes that grow while something is being written (a file's text, a document, a frame).
 *
 * The caller owns a buffer, begins it as {0} and ends it with buffer_free. `bytes` is always NUL-terminated once
 * anything was added (the NUL is not counted). Out of memory ends the program, as in arena.h.
 */
#ifndef CANDOUR_BASE_BUFFER_H
#define CANDOUR_BASE_BUFFER_H

#include <stdarg.h>
#include <stddef.h>

struct buffer {
    char *bytes;
    size_t length;
    size_t capacity;
};

void buffer_free(struct buffer *buffer);
void buffer_clear(struct buffer *buffer);
void buffer_add(struct buffer *buffer, const char *bytes, size_t length);
void buffer_text(struct buffer *buffer, const char *text);
void buffer_char(struct buffer *buffer, char c);
void buffer_format(struct buffer *buffer, const char *format, ...) __attribute__((format(printf, 2, 3)));
void buffer_vformat(struct buffer *buffer, const char *format, va_list arguments) __attribute__((format(printf, 2, 0)));

#endif
