/* What the tables say of an event's fields: the required ones are there, every ref names what may stand there. */
#include <string.h>

#include "candour/base/text.h"
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
    case FIELD_COUNT: /* what a file could not say again must not be said */
        return field_in_range(field, ((const struct number *)kept)->value) ? accepted()
                                                                           : refused(REFUSED_RANGE, field->key);
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

static struct refusal agreement_rules(const struct agreement *agreement) {
    if (agreement->priority == PRIORITY_DEFERRED && text_blank(agreement->reason))
        return refused(REFUSED_REQUIRED, "reason");
    if (agreement->priority == PRIORITY_DEFERRED && agreement->revisit == 0)
        return refused(REFUSED_REQUIRED, "revisit");
    if (text_equal(agreement->superseded_by, agreement->id))
        return refused(REFUSED_COMBINATION, "superseded_by");
    return accepted();
}

struct refusal record_rules(enum record_kind kind, const void *record) {
    return kind == RECORD_AGREEMENT ? agreement_rules(record) : accepted();
}
