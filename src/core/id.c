#include "candour/core/id.h"

#include <string.h>

#include "candour/core/field.h"

static const struct id_word words[] = {
    {"BOARD", REF_BOARD}, {"CHAIR", REF_CHAIR}, {"NATIONAL", REF_NATIONAL}, {"none", REF_NONE}, {"end", REF_END},
};

static const struct id_letter letters[] = {
    {'C', REF_CHALLENGE}, {'A', REF_AGREEMENT}, {'E', REF_ENGAGEMENT}, {'N', REF_NOTE}, {'D', REF_PROPOSAL},
};

enum { WORDS = sizeof words / sizeof *words, LETTERS = sizeof letters / sizeof *letters };

const struct id_word *id_words(size_t *count) {
    *count = WORDS;
    return words;
}

bool id_reserved(const char *id) {
    for (size_t i = 0; i < WORDS; i++)
        if (strcmp(id, words[i].word) == 0)
            return true;
    return false;
}

const struct id_letter *id_letters(size_t *count) {
    *count = LETTERS;
    return letters;
}

char id_letter_of(uint32_t names) {
    for (size_t i = 0; i < LETTERS; i++)
        if (letters[i].names == names)
            return letters[i].letter;
    return '\0';
}

bool id_like_record(const char *id) {
    bool letter = false;
    for (size_t i = 0; i < LETTERS; i++)
        letter |= id[0] == letters[i].letter;
    return letter && id[1] != '\0' && id[1 + strspn(id + 1, "0123456789")] == '\0';
}

bool id_formed(const char *id) {
    size_t length = strspn(id, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_");
    return length > 0 && length <= ID_MOST && id[length] == '\0';
}
