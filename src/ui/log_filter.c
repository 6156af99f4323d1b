/* Which events the Log shows: read from words, said in words, and asked of an event. */
#include <string.h>

#include "log_rows.h"
#include "words.h"

static const struct {
    const char *key, *noun;
    uint32_t refs;
    enum about least; /* a record is looked for in what names it, the rest also in the records it belongs to */
} facets[] = {
    {"agency", "agency", REF_AGENCY | REF_BOARD | REF_CHAIR | REF_NATIONAL, ABOUT_RECORD},
    {"finding", "finding", REF_FINDING, ABOUT_RECORD},
    {"record", "", REF_RECORD, ABOUT_ITSELF},
    {"proposal", "proposal", REF_PROPOSAL, ABOUT_ITSELF},
    {"item", "item", REF_ITEM, ABOUT_RECORD},
    {"person", "person", REF_PERSON, ABOUT_RECORD},
    {"question", "question", REF_QUESTION, ABOUT_ITSELF},
    {"linked", "linked to", REF_PRIORITY | REF_LEARNING | REF_RECOMMENDATION, ABOUT_RECORD},
};

enum { FACETS = sizeof facets / sizeof *facets };

/* --- asked of an event --- */

struct passing {
    const struct log_filter *filter;
    unsigned wanted, met; /* bits of facets */
};

static bool meets(void *visitor, const char *id, enum about how) {
    struct passing *passing = visitor;
    const struct log_filter *filter = passing->filter;
    for (size_t i = 0; i < filter->id_count; i++) {
        if (how >= facets[filter->facets[i]].least && strcmp(filter->ids[i], id) == 0) {
            passing->met |= 1U << filter->facets[i];
        }
    }
    return passing->met == passing->wanted;
}

bool log_filter_passes(const struct meeting *meeting, const struct log_filter *filter, size_t event) {
    bool sorted = filter->sort_count == 0;
    for (size_t i = 0; i < filter->sort_count && !sorted; i++) {
        sorted = event_is_sort(meeting, event, filter->sorts + i);
    }
    struct passing passing = {.filter = filter};
    for (size_t i = 0; i < filter->id_count; i++) {
        passing.wanted |= 1U << filter->facets[i];
    }
    return sorted && (passing.wanted == 0 || event_each_id(meeting, event, meets, &passing));
}

/* --- in words --- */

const char *log_filter_typed(const struct log_filter *filter, struct arena *arena) {
    const char *typed = "";
    for (size_t i = 0; i < filter->id_count; i++) {
        typed = arena_format(arena, "%s%s%s:%s", typed, typed[0] == '\0' ? "" : " ", facets[filter->facets[i]].key,
                             filter->ids[i]);
    }
    for (size_t i = 0; i < filter->sort_count; i++) {
        typed = arena_format(arena, "%s%skind:%s", typed, typed[0] == '\0' ? "" : " ", filter->sorts[i].word);
    }
    return typed;
}

/* "agency POL or CSC" for one facet; NULL: it has no id. */
static const char *facet_said(const struct log_filter *filter, unsigned facet, struct arena *arena) {
    const char *said = NULL;
    const char *noun = facets[facet].noun;
    for (size_t i = 0; i < filter->id_count; i++) {
        if (filter->facets[i] != facet) {
            continue;
        }
        said = said == NULL ? arena_format(arena, "%s%s%s", noun, noun[0] == '\0' ? "" : " ", filter->ids[i])
                            : arena_format(arena, "%s or %s", said, filter->ids[i]);
    }
    return said;
}

static const char *joined(struct arena *arena, const char *said, const char *between, const char *more) {
    return said == NULL ? more : more == NULL ? said : arena_format(arena, "%s%s%s", said, between, more);
}

const char *log_filter_said(const struct log_filter *filter, struct arena *arena) {
    const char *said = NULL, *sorts = NULL;
    for (unsigned facet = 0; facet < FACETS; facet++) {
        said = joined(arena, said, ", ", facet_said(filter, facet, arena));
    }
    for (size_t i = 0; i < filter->sort_count; i++) {
        sorts = joined(arena, sorts, " or ", filter->sorts[i].word);
    }
    return joined(arena, said, ", ", sorts);
}

/* --- read --- */

static bool add_id(struct app *app, struct log_filter *filter, unsigned facet, const char *id) {
    if (filter->id_count == LOG_IDS) {
        app_say(app, TONE_REFUSED, "The log is filtered by at most %d ids at once", LOG_IDS);
        return false;
    }
    filter->ids[filter->id_count] = id;
    filter->facets[filter->id_count++] = facet;
    return true;
}

static bool add_sort(struct app *app, struct log_filter *filter, const char *word) {
    struct event_sort sort;
    if (!event_sort_of(word, &sort)) {
        size_t count;
        const struct event_sort *all = event_sorts(&count);
        const char *words = "";
        for (size_t i = 0; i < count; i++) {
            words = arena_format(app->scratch, "%s%s%s", words, i == 0 ? "" : " ", all[i].word);
        }
        app_say(app, TONE_REFUSED, "'%s' is no kind of event: %s, or a word of the file (amend)", word, words);
        return false;
    }
    if (filter->sort_count == LOG_SORTS) {
        app_say(app, TONE_REFUSED, "The log is filtered by at most %d kinds at once", LOG_SORTS);
        return false;
    }
    filter->sorts[filter->sort_count++] = sort;
    return true;
}

static int facet_of_refs(uint32_t names) {
    for (unsigned i = 0; i < FACETS; i++) {
        if ((facets[i].refs & names) != 0) {
            return (int)i;
        }
    }
    return -1;
}

/* The meeting's own text of what TEXT means among REFS; NULL and *NEAR. */
static const char *understood(const struct app *app, uint32_t refs, const char *text, const char **near) {
    const struct field any = {.key = "log", .type = FIELD_REF, .refs = refs};
    return ref_understand(app->meeting, &any, text, near);
}

/* What was said of a record that was undone is still in the log. */
static const char *once_recorded(struct app *app, const char *id) {
    char *upper = arena_text(app->scratch, id);
    upper[0] = (char)(upper[0] >= 'a' && upper[0] <= 'z' ? upper[0] - 'a' + 'A' : upper[0]);
    bool was = id_like_record(upper) && upper[0] != 'D' && !meeting_id_free(app->meeting, upper);
    return was ? arena_text(app->arena, upper) : NULL;
}

static bool read_value(struct app *app, struct log_filter *filter, unsigned facet, const char *value) {
    const char *near = NULL;
    const char *id = understood(app, facets[facet].refs, value, &near);
    if (id == NULL && (facets[facet].refs & REF_RECORD) != 0) {
        id = once_recorded(app, value);
    }
    if (id == NULL) {
        const char *word = facets[facet].key;
        app_say(app, TONE_REFUSED, "'%s' is no %s here%s%s", value,
                word[0] == 'l' ? "entry of plan or framework" : word, near == NULL ? "" : "; did you mean ",
                near == NULL ? "" : near);
        return false;
    }
    return add_id(app, filter, facet, id);
}

const char *log_id_typed(struct app *app, const char *text) {
    uint32_t names = meeting_names(app->meeting, text, NULL);
    const char *near = NULL;
    for (unsigned i = 0; i < FACETS && meeting_names(app->meeting, text, NULL) == 0; i++) {
        names |= facets[i].refs;
    }
    const char *id = understood(app, names, text, &near);
    id = id == NULL ? once_recorded(app, text) : id;
    if (id == NULL) {
        app_say(app, TONE_REFUSED, "'%s' names nothing here%s%s%s", text, near == NULL ? "" : "; did you mean ",
                near == NULL ? "" : near, near == NULL ? "" : "?");
    }
    return id;
}

/* An id or a kind by itself. */
static bool read_bare(struct app *app, struct log_filter *filter, const char *word) {
    struct event_sort sort;
    if (meeting_names(app->meeting, word, NULL) == 0 && event_sort_of(word, &sort)) {
        return add_sort(app, filter, word);
    }
    const char *id = log_id_typed(app, word);
    struct log_filter about;
    return id != NULL && log_filter_about(app, id, &about) && add_id(app, filter, about.facets[0], id);
}

static bool read_word(struct app *app, struct log_filter *filter, const char *word) {
    const char *colon = strchr(word, ':');
    size_t length = colon == NULL ? 0 : (size_t)(colon - word);
    for (unsigned i = 0; i < FACETS && colon != NULL; i++) {
        if (strlen(facets[i].key) == length && text_starts_nocase(word, facets[i].key)) {
            return read_value(app, filter, i, colon + 1);
        }
    }
    if (colon != NULL && length == strlen("kind") && text_starts_nocase(word, "kind")) {
        return add_sort(app, filter, colon + 1);
    }
    return read_bare(app, filter, word);
}

bool log_filter_read(struct app *app, const char *words, struct log_filter *filter) {
    const char *word;
    *filter = (struct log_filter){.id_count = 0};
    while ((word = word_take(app, &words)) != NULL) {
        if (!text_equal_nocase(word, "all") && !read_word(app, filter, word)) {
            return false;
        }
    }
    return true;
}

bool log_filter_about(struct app *app, const char *id, struct log_filter *filter) {
    uint32_t names = meeting_names(app->meeting, id, NULL);
    int facet = facet_of_refs(names != 0 ? names : id_like_record(id) ? REF_RECORD : 0);
    *filter = (struct log_filter){.id_count = 0};
    if (facet < 0) {
        app_say(app, TONE_WORD, "The log cannot be asked for %s", id);
        return false;
    }
    filter->ids[0] = id;
    filter->facets[0] = (unsigned)facet;
    filter->id_count = 1;
    return true;
}

/* --- completed --- */

static void add_fitting(struct pickables *out, const char *before, const char *code, const char *name,
                        const char *typed, struct arena *arena) {
    if (text_starts_nocase(code, typed)) {
        out->list[out->count++] = (struct pickable){.code = arena_format(arena, "%s%s", before, code), .name = name};
    }
}

static struct pickables sorts_fitting(const char *before, const char *typed, struct arena *arena) {
    size_t count;
    const struct event_sort *sorts = event_sorts(&count);
    struct pickables out = {.list = arena_array(arena, count + DO_COUNT, sizeof *out.list)};
    for (size_t i = 0; i < count; i++) {
        add_fitting(&out, before, sorts[i].word, sorts[i].says, typed, arena);
    }
    for (int what = 0; what < DO_COUNT && typed[0] != '\0'; what++) {
        struct event_sort sort;
        event_sort_of(event_kinds[what].word, &sort);
        if (sort.word == event_kinds[what].word) {
            add_fitting(&out, before, sort.word, sort.says, typed, arena);
        }
    }
    return out;
}

static struct pickables ids_fitting(const struct app *app, uint32_t refs, const char *before, const char *typed,
                                    struct arena *arena) {
    const struct field any = {.key = "log", .type = FIELD_REF, .refs = refs};
    struct pickables all = pickables_of(app->meeting, &any, arena);
    struct pickables out = {.list = arena_array(arena, all.count, sizeof *out.list)};
    for (size_t i = 0; i < all.count; i++) {
        add_fitting(&out, before, all.list[i].code, all.list[i].name, typed, arena);
    }
    return out;
}

struct pickables log_filter_complete(const struct app *app, const char *word, struct arena *arena) {
    const char *colon = strchr(word, ':');
    struct pickables keys = {.list = arena_array(arena, FACETS + 1, sizeof *keys.list)};
    const char *before = colon == NULL ? "" : arena_copy(arena, word, (size_t)(colon + 1 - word));
    if (colon != NULL && text_equal_nocase(before, "kind:")) {
        return sorts_fitting(before, colon + 1, arena);
    }
    for (unsigned i = 0; i < FACETS; i++) {
        const char *own = arena_format(arena, "%s:", facets[i].key);
        if (colon != NULL && text_equal_nocase(before, own)) {
            return ids_fitting(app, facets[i].refs, before, colon + 1, arena);
        }
        add_fitting(&keys, "", own, facets[i].noun, word, arena);
    }
    add_fitting(&keys, "", "kind:", "kind of event", word, arena);
    return keys;
}
