/* Recurring themes: what stands with findings of more than one review. */
#include <stdlib.h>
#include <string.h>

#include "candour/base/arena.h"
#include "candour/base/text.h"
#include "portfolio_parts.h"

enum { WORDS_MOST = 24, WORDS_NEAR = 4, KINDS = THEME_STRAND + 1 };

/* A finding that something stands with. */
struct seen {
    uint32_t theme; /* number of what it is the same as */
    uint32_t review;
    uint32_t finding; /* number of its id */
    day met;
    struct portfolio_row at;
};

struct keys { /* 64-bit sums of keys, each with the theme it belongs to: an open hash table */
    struct key_row {
        uint64_t sum;
        uint32_t theme; /* 1 + number; 0: free */
    } * rows;
    size_t room, count;
};

struct theming {
    const struct portfolio *portfolio;
    struct arena *arena;
    struct numbering texts[KINDS]; /* each address of a text of a kind */
    uint32_t *themes[KINDS];       /* by that number: the theme; 0 while it is not looked up, else 1 + number */
    size_t theme_room[KINDS];
    struct numbering reviews, findings;
    struct keys keys;
    uint32_t *same; /* by theme: a theme it is the same as, itself at the end of the chain */
    const char **names;
    uint32_t theme_count, same_room;
    struct seen *seen;
    size_t count;
};

/* --- the words of a text --- */

struct worded {
    const char *words[WORDS_MOST];
    size_t count;
};

static bool is_small(const char *word) {
    static const char *const small[] = {"a",   "an",    "and",  "are",  "as",  "at",  "be",   "by",   "for",   "from",
                                        "in",  "into",  "is",   "it",   "its", "of",  "on",   "or",   "than",  "that",
                                        "the", "their", "they", "this", "to",  "was", "were", "when", "which", "with"};
    for (size_t i = 0; i < sizeof small / sizeof *small; i++)
        if (strcmp(small[i], word) == 0)
            return true;
    return false;
}

/* Without the s of a plural. */
static void make_singular(char *word) {
    size_t length = strlen(word);
    if (length > 3 && word[length - 1] == 's' && word[length - 2] != 's')
        word[length - 1] = '\0';
}

static int by_word(const void *left, const void *right) {
    return strcmp(*(const char *const *)left, *(const char *const *)right);
}

/* Of a title the small words count for nothing, nor does the order. */
static struct worded words_of(struct theming *t, const char *text, bool title) {
    struct worded out = {.count = 0};
    char *word = text_words(t->arena, text);
    for (char *next; word != NULL && out.count < WORDS_MOST; word = next) {
        char *blank = strchr(word, ' ');
        next = blank == NULL ? NULL : blank + 1;
        if (blank != NULL)
            *blank = '\0';
        if (word[0] == '\0' || (title && is_small(word)))
            continue;
        make_singular(word);
        out.words[out.count++] = word;
    }
    if (title && out.count > 1)
        qsort(out.words, out.count, sizeof *out.words, by_word);
    return out;
}

/* FNV-1a over the words but one (LEFT_OUT; SIZE_MAX: over all). */
static uint64_t sum_of(const struct worded *worded, size_t left_out, enum precis_theme_kind kind) {
    uint64_t sum = UINT64_C(14695981039346656037) + (uint64_t)kind;
    for (size_t i = 0; i < worded->count; i++)
        for (const char *at = worded->words[i]; i != left_out; at++) {
            sum = (sum ^ (unsigned char)*at) * UINT64_C(1099511628211);
            if (*at == '\0')
                break;
        }
    return sum ^ sum >> 32;
}

/* --- themes by their keys --- */

static struct key_row *key_place(struct key_row *rows, size_t room, uint64_t sum) {
    size_t at = (size_t)sum & (room - 1);
    while (rows[at].theme != 0 && rows[at].sum != sum)
        at = (at + 1) & (room - 1);
    return &rows[at];
}

static struct key_row *key_row(struct theming *t, uint64_t sum) {
    struct keys *keys = &t->keys;
    if (2 * keys->count >= keys->room) {
        size_t room = keys->room == 0 ? 1024 : 2 * keys->room;
        struct key_row *rows = arena_array(t->arena, room, sizeof *rows);
        for (size_t i = 0; i < keys->room; i++)
            if (keys->rows[i].theme != 0)
                *key_place(rows, room, keys->rows[i].sum) = keys->rows[i];
        keys->rows = rows;
        keys->room = room;
    }
    return key_place(keys->rows, keys->room, sum);
}

static uint32_t root_of(struct theming *t, uint32_t theme) {
    while (t->same[theme] != theme) {
        t->same[theme] = t->same[t->same[theme]];
        theme = t->same[theme];
    }
    return theme;
}

static uint32_t new_theme(struct theming *t, const char *name) {
    if (t->theme_count == t->same_room) {
        uint32_t room = t->same_room == 0 ? 256 : 2 * t->same_room;
        uint32_t *same = arena_array(t->arena, room, sizeof *same);
        const char **names = arena_array(t->arena, room, sizeof *names);
        for (uint32_t i = 0; i < t->theme_count; i++) {
            same[i] = t->same[i];
            names[i] = t->names[i];
        }
        t->same = same;
        t->names = names;
        t->same_room = room;
    }
    t->same[t->theme_count] = t->theme_count;
    t->names[t->theme_count] = name;
    return t->theme_count++;
}

/* The theme with this key is THEME; one that was there under the key already is the same. */
static void join_under(struct theming *t, uint64_t sum, uint32_t theme) {
    struct key_row *row = key_row(t, sum);
    if (row->theme != 0) {
        uint32_t a = root_of(t, row->theme - 1);
        uint32_t b = root_of(t, theme);
        t->same[a > b ? a : b] = a > b ? b : a;
        return;
    }
    *row = (struct key_row){.sum = sum, .theme = theme + 1};
    t->keys.count++;
}

static uint32_t theme_of_words(struct theming *t, enum precis_theme_kind kind, const char *text) {
    bool title = kind == THEME_TITLE;
    struct worded worded = words_of(t, text, title);
    uint64_t whole = sum_of(&worded, SIZE_MAX, kind);
    const struct key_row *row = key_row(t, whole);
    if (row->theme != 0 && !title)
        return row->theme - 1;
    uint32_t theme = new_theme(t, text);
    join_under(t, whole, theme);
    for (size_t i = 0; title && worded.count >= WORDS_NEAR && i < worded.count; i++)
        join_under(t, sum_of(&worded, i, kind), theme);
    return theme;
}

/* Looked up once for each text: sessions share theirs. */
static uint32_t theme_of(struct theming *t, enum precis_theme_kind kind, const char *text) {
    uint32_t number = number_of(&t->texts[kind], text, NULL);
    if (number >= t->theme_room[kind]) {
        size_t room = t->theme_room[kind] == 0 ? 256 : 2 * t->theme_room[kind];
        uint32_t *themes = arena_array(t->arena, room, sizeof *themes);
        if (t->theme_room[kind] > 0)
            memcpy(themes, t->themes[kind], t->theme_room[kind] * sizeof *themes);
        t->themes[kind] = themes;
        t->theme_room[kind] = room;
    }
    uint32_t *theme = &t->themes[kind][number];
    if (*theme == 0)
        *theme = 1 + theme_of_words(t, kind, text);
    return *theme - 1;
}

/* --- findings --- */

static void gather(struct theming *t) {
    size_t most = 0;
    for (uint32_t i = 0; i < t->portfolio->count; i++)
        most += t->portfolio->sessions[i]->theme_count;
    t->seen = arena_raw(t->arena, most * sizeof *t->seen);
    for (uint32_t i = 0; i < t->portfolio->count; i++) {
        const struct precis *precis = t->portfolio->sessions[i];
        for (uint32_t k = 0; portfolio_counts(t->portfolio, i) && k < precis->theme_count; k++)
            t->seen[t->count++] = (struct seen){.theme = theme_of(t, precis->themes[k].kind, precis->themes[k].text),
                                                .review = number_of(&t->reviews, precis->board, precis->review),
                                                .finding = number_of(&t->findings, precis->themes[k].finding, NULL),
                                                .met = precis->met,
                                                .at = {.session = i, .row = k}};
    }
    for (size_t i = 0; i < t->count; i++)
        t->seen[i].theme = root_of(t, t->seen[i].theme);
}

static const struct precis_theme *theme_at(const struct theming *t, const struct seen *seen) {
    return &t->portfolio->sessions[seen->at.session]->themes[seen->at.row];
}

/* What has no date was never before anything. */
static int64_t when(const struct seen *seen) {
    return seen->met == 0 ? INT32_MAX : seen->met;
}

/* By theme, then review and finding, then the earliest first. */
static int by_finding(const void *left, const void *right) {
    const struct seen *a = left;
    const struct seen *b = right;
    int order = compare_numbers(a->theme, b->theme);
    order = order != 0 ? order : compare_numbers(a->review, b->review);
    order = order != 0 ? order : compare_numbers(a->finding, b->finding);
    order = order != 0 ? order : compare_numbers(when(a), when(b));
    return order != 0 ? order : compare_numbers(a->at.session, b->at.session);
}

/* Within a theme the latest first; what has no date last. */
static int latest_first(const void *left, const void *right) {
    const struct seen *a = left;
    const struct seen *b = right;
    int order = -compare_numbers(a->met, b->met);
    order = order != 0 ? order : compare_numbers(a->at.session, b->at.session);
    return order != 0 ? order : compare_numbers(a->at.row, b->at.row);
}

/* Each finding of a review once. */
static void each_once(struct theming *t) {
    size_t kept = 0;
    if (t->count > 1)
        qsort(t->seen, t->count, sizeof *t->seen, by_finding);
    for (size_t i = 0; i < t->count; i++) {
        const struct seen *last = kept == 0 ? NULL : &t->seen[kept - 1];
        const struct seen *seen = &t->seen[i];
        if (last == NULL || last->theme != seen->theme || last->review != seen->review ||
            last->finding != seen->finding)
            t->seen[kept++] = *seen;
    }
    t->count = kept;
}

/* --- themes --- */

static size_t reviews_of(const struct seen *seen, size_t count) {
    size_t reviews = 0;
    for (size_t i = 0; i < count; i++)
        reviews += i == 0 || seen[i].review != seen[i - 1].review;
    return reviews;
}

/* COUNT of one theme, the latest first: with each the nearest of another review that was before it. */
static void add_rows(struct portfolio_themes *out, const struct seen *seen, size_t count) {
    size_t first = out->count;
    size_t earlier = 0; /* the first of an earlier day */
    for (size_t i = 0; i < count; i++) {
        while (earlier < count && seen[earlier].met >= seen[i].met)
            earlier++;
        size_t before = earlier;
        while (before < count && seen[before].review == seen[i].review)
            before++;
        bool is_there = before < count && seen[before].met != 0;
        out->rows[out->count++] =
            (struct portfolio_seen){.at = seen[i].at, .before = is_there ? (uint32_t)(first + before) : PORTFOLIO_NONE};
    }
}

static void add_theme(struct theming *t, struct portfolio_themes *out, struct seen *seen, size_t count) {
    size_t reviews = reviews_of(seen, count);
    if (reviews < 2)
        return;
    qsort(seen, count, sizeof *seen, latest_first);
    out->themes[out->theme_count++] = (struct portfolio_theme){.kind = theme_at(t, seen)->kind,
                                                               .text = t->names[seen->theme],
                                                               .from = out->count,
                                                               .count = count,
                                                               .reviews = reviews};
    add_rows(out, seen, count);
}

struct weighed {
    struct portfolio_theme theme;
    day latest;
};

static int by_reviews(const void *left, const void *right) {
    const struct weighed *a = left;
    const struct weighed *b = right;
    int order = -compare_numbers((int64_t)a->theme.reviews, (int64_t)b->theme.reviews);
    order = order != 0 ? order : -compare_numbers(a->latest, b->latest);
    order = order != 0 ? order : compare_numbers(a->theme.kind, b->theme.kind);
    return order != 0 ? order : strcmp(a->theme.text, b->theme.text);
}

static void sort_themes(struct theming *t, struct portfolio_themes *out) {
    struct weighed *weighed = arena_array(t->arena, out->theme_count, sizeof *weighed);
    for (size_t i = 0; i < out->theme_count; i++) {
        uint32_t first = out->rows[out->themes[i].from].at.session;
        weighed[i] = (struct weighed){.theme = out->themes[i], .latest = t->portfolio->sessions[first]->met};
    }
    if (out->theme_count > 1)
        qsort(weighed, out->theme_count, sizeof *weighed, by_reviews);
    for (size_t i = 0; i < out->theme_count; i++)
        out->themes[i] = weighed[i].theme;
}

void portfolio_themes(const struct portfolio *portfolio, struct arena *arena, struct portfolio_themes *out) {
    struct theming t = {
        .portfolio = portfolio, .arena = arena_within(arena), .reviews.arena = arena, .findings.arena = arena};
    *out = (struct portfolio_themes){0};
    for (int kind = 0; kind < KINDS; kind++)
        t.texts[kind].arena = t.arena;
    gather(&t);
    each_once(&t);
    out->rows = arena_raw(arena, t.count * sizeof *out->rows);
    out->themes = arena_raw(arena, t.count * sizeof *out->themes);
    for (size_t from = 0, to; from < t.count; from = to) {
        for (to = from; to < t.count && t.seen[to].theme == t.seen[from].theme; to++)
            continue;
        add_theme(&t, out, t.seen + from, to - from);
    }
    sort_themes(&t, out);
    arena_free(t.arena);
}
