/* From a meeting to the published response: the one place where both are known. */
#include "report_kinds.h"
#include "report_response.h"

struct document *response_document(const struct report_order *order, struct arena *arena) {
    return response_page(response_of(order->summary, arena), arena);
}

void response_json(const struct report_order *order, struct buffer *out) {
    struct arena *arena = arena_new();
    response_rows(response_of(order->summary, arena), out);
    arena_free(arena);
}
