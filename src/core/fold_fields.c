/* What the tables say of an event's fields: the required ones are there, every ref names what may stand there. */
#include <string.h>

#include "candour/base/text.h"
#include "candour/core/need.h"
#include "fold.h"

static bool blank(const struct field *field, const void *body) {
    if (field->type != FIELD_LINE && field->type != FIELD_TEXT && field->type != FIELD_ID && field->type != FIELD_REF)
        return false;
    return text_blank(*(const char *const *)field_of(field, body));
}

static struct refusal refs_check(const struct meeting *m, const struct field *field, const struct texts *refs) {
    for (size_t i = 0; i < refs->count; i++) {
        if (!meeting_ref_fits(m, field, refs->items[i]))
            return refused(REFUSED_NO_SUCH, refs->items[i]);
        if (refs->count > 1 && text_equal(refs->items[i], "none"))
            return refused(REFUSED_COMBINATION, field->key);
    }
    return accepted();
}

static struct refusal inner_check(const struct meeting *m, const struct field *field, const struct list *list) {
    for (size_t i = 0; i < list->count; i++) {
        struct refusal refusal = fields_check(m, field->shape, (const char *)list->items + i * field->shape->size);
        if (refusal.code != REFUSED_NOT)
            return refusal;
    }
    return accepted();
}

/* What a file could not say again must not be said. */
static struct refusal figure_check(const struct field *field, int32_t value) {
    if (!field_in_range(field, value))
        return refused(REFUSED_RANGE, field->key);
    return value == 0 && (field->flags & FIELD_NOT_ZERO) ? refused(REFUSED_NO_MINUTES, field->key) : accepted();
}

static struct refusal field_check(const struct meeting *m, const struct field *field, const void *body) {
    if (!field_given(field, body) || blank(field, body))
        return field->flags & FIELD_REQUIRED ? refused(REFUSED_REQUIRED, field->key) : accepted();
    const void *kept = field_of(field, body);
    switch (field->type) {
    case FIELD_REF: {
        const char *id = *(const char *const *)kept;
        return meeting_ref_fits(m, field, id) ? accepted() : refused(REFUSED_NO_SUCH, id);
    }
    case FIELD_REFS:
        return refs_check(m, field, kept);
    case FIELD_MAPS:
        return inner_check(m, field, kept);
    case FIELD_TIME:
    case FIELD_MINUTES:
    case FIELD_COUNT:
        return figure_check(field, ((const struct number *)kept)->value);
    default:
        return accepted();
    }
}

struct refusal fields_check(const struct meeting *m, const struct shape *shape, const void *body) {
    for (size_t i = 0; i < shape->count; i++) {
        struct refusal refusal = field_check(m, &shape->fields[i], body);
        if (refusal.code != REFUSED_NOT)
            return refusal;
    }
    return accepted();
}

struct refusal needs_check(const struct shape *shape, const void *body) {
    const struct need *need = need_unmet(shape, body, NULL);
    if (need == NULL)
        return accepted();
    if (need_is_missing(need, body))
        return refused(REFUSED_REQUIRED, need->key);
    return refused(REFUSED_COMBINATION, need->kind == NEED_ONE ? need->other : need->asks);
}

struct refusal record_rules(enum record_kind kind, const void *record) {
    if (kind != RECORD_AGREEMENT)
        return accepted();
    const struct agreement *agreement = record;
    bool itself = text_equal(agreement->superseded_by, agreement->id);
    return itself ? refused(REFUSED_REPLACES_SELF, agreement->id) : accepted();
}
