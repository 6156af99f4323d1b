/* The published response in its forms: written from a struct response, which is all they see. */
#ifndef CANDOUR_FORMAT_REPORT_RESPONSE_H
#define CANDOUR_FORMAT_REPORT_RESPONSE_H

#include "candour/base/buffer.h"
#include "candour/core/response.h"
#include "candour/format/document.h"

/* RESPONSE must outlive the document, which lives in ARENA. */
struct document *response_page(const struct response *response, struct arena *arena);
void response_rows(const struct response *response, struct buffer *out);

#endif
