#include "candour/core/guard.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>
#include <utf8proc.h>

#include "candour/base/text.h"

const char GUARD_ROLES[] = "the child, mother, father, sibling, worker";

enum { FOLDED_MOST = 18 }; /* letters one code point becomes at most (UAX 15) */

/* A text as folded letters, one after the other. */
struct folded {
    const char *text;
    size_t length;
    size_t at;   /* of the code point to be read next */
    size_t from; /* of the one the letters come from */
    utf8proc_int32_t letters[FOLDED_MOST];
    int count, next;
};

static bool letter(utf8proc_int32_t code) {
    switch (utf8proc_category(code)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL:
    case UTF8PROC_CATEGORY_NO:
        return true;
    default:
        return false;
    }
}

static bool blank(utf8proc_int32_t code) {
    return code == ' ' || code == '\n' || code == '\t' || utf8proc_category(code) == UTF8PROC_CATEGORY_ZS;
}

/* Reads code points until one leaves something: marks, and what cannot be seen, leave nothing. */
static bool fold_more(struct folded *folded) {
    const utf8proc_option_t way =
        UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK | UTF8PROC_IGNORE;
    while (folded->at < folded->length) {
        uint32_t code = 0xFFFD;
        size_t bytes = utf8_read(folded->text + folded->at, folded->length - folded->at, &code);
        int boundary = 0;
        utf8proc_ssize_t count = utf8proc_decompose_char((utf8proc_int32_t)code, folded->letters, FOLDED_MOST,
                                                         (utf8proc_option_t)way, &boundary);
        folded->from = folded->at;
        folded->at += bytes == 0 ? 1 : bytes;
        folded->count = count < 0 || count > FOLDED_MOST ? 0 : (int)count;
        folded->next = 0;
        if (folded->count > 0) {
            return true;
        }
    }
    folded->from = folded->length;
    return false;
}

/* The next letter without taking it; 0 at the end. */
static utf8proc_int32_t peek(struct folded *folded) {
    return folded->next < folded->count || fold_more(folded) ? folded->letters[folded->next] : 0;
}

static void take_blanks(struct folded *folded) {
    while (peek(folded) != 0 && blank(peek(folded))) {
        folded->next++;
    }
}

/* Does WORD stand at FROM as a whole word? Then TO is behind it. */
static bool stands(const char *text, size_t length, size_t from, const char *word, size_t *to) {
    struct folded in = {.text = text, .length = length, .at = from};
    struct folded of = {.text = word, .length = strlen(word)};
    bool any = false;
    for (take_blanks(&of); peek(&of) != 0; of.next++) {
        if (blank(peek(&of))) {
            bool gap = peek(&in) != 0 && blank(peek(&in));
            take_blanks(&of);
            if (peek(&of) == 0) {
                break;
            }
            take_blanks(&in);
            if (!gap) {
                return false;
            }
        }
        if (peek(&in) != peek(&of)) {
            return false;
        }
        any = any || letter(peek(&of));
        in.next++;
    }
    bool inside = in.next < in.count; /* half of a code point that folds to several letters */
    utf8proc_int32_t behind = peek(&in);
    *to = in.from;
    return any && !inside && !letter(behind);
}

static const char *longest_at(const char *text, size_t length, size_t from, const char *const *words, size_t count,
                              size_t *to) {
    const char *best = NULL;
    for (size_t i = 0; i < count; i++) {
        size_t end;
        if (words[i] != NULL && stands(text, length, from, words[i], &end) && (best == NULL || end > *to)) {
            best = words[i];
            *to = end;
        }
    }
    return best;
}

const char *guard_find(const char *text, const char *const *words, size_t count, size_t *from, size_t *to) {
    size_t length = text == NULL ? 0 : strlen(text);
    struct folded at = {.text = text, .length = length};
    bool within = false;
    while (count > 0 && fold_more(&at)) {
        size_t end = 0;
        const char *found = within ? NULL : longest_at(text, length, at.from, words, count, &end);
        if (found != NULL) {
            if (from != NULL) {
                *from = at.from;
            }
            if (to != NULL) {
                *to = end;
            }
            return found;
        }
        within = letter(at.letters[at.count - 1]);
    }
    return NULL;
}
