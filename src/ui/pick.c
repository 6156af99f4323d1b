#include "candour/ui/pick.h"

#include <string.h>

#include "candour/base/arena.h"
#include "candour/base/text.h"
#include "candour/core/reading.h"

static bool letter_or_digit(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80) != 0;
}

static const char *after_code(const char *text) {
    do
        text++;
    while ((*text & 0xc0) == 0x80);
    return text;
}

enum pick_rank pick_rank(const struct pickable *one, const char *typed) {
    if (text_starts_nocase(one->code, typed))
        return PICK_CODE;
    enum pick_rank best = PICK_NOT;
    const char *found = text_find(one->name, typed);
    while (found != NULL) {
        if (found == one->name || !letter_or_digit(found[-1]))
            return PICK_WORD;
        best = PICK_ANYWHERE;
        found = text_find(after_code(found), typed);
    }
    return best;
}

struct pickables pickables_fit(const struct pickables *all, const char *typed, struct arena *arena) {
    if (text_blank(typed))
        return *all;
    struct pickables fit = {arena_array(arena, all->count, sizeof *fit.list), 0};
    enum pick_rank *ranks = arena_array(arena, all->count, sizeof *ranks);
    for (size_t i = 0; i < all->count; i++)
        ranks[i] = pick_rank(&all->list[i], typed);
    for (enum pick_rank wanted = PICK_CODE; wanted < PICK_NOT; wanted++)
        for (size_t i = 0; i < all->count; i++)
            if (ranks[i] == wanted)
                fit.list[fit.count++] = all->list[i];
    return fit;
}

const char *ref_name(const struct meeting *meeting, const struct field *field, const char *id, struct arena *arena) {
    struct pickables all = pickables_of(meeting, field, arena);
    for (size_t i = 0; i < all.count; i++)
        if (text_equal_nocase(all.list[i].code, id))
            return all.list[i].name;
    return id;
}

/* --- the piece at the cursor --- */

static bool separates(char c) {
    return c == ' ' || c == ',' || c == ';' || c == '\n';
}

struct pick_piece pick_piece(const struct field *field, const char *text, size_t cursor) {
    struct pick_piece piece = {0, strlen(text)};
    if (field->type == FIELD_REFS) {
        piece = (struct pick_piece){cursor, cursor};
        while (piece.from > 0 && !separates(text[piece.from - 1]))
            piece.from--;
        while (text[piece.to] != '\0' && !separates(text[piece.to]))
            piece.to++;
        return piece;
    }
    while (piece.from < piece.to && separates(text[piece.from]))
        piece.from++;
    while (piece.to > piece.from && separates(text[piece.to - 1]))
        piece.to--;
    return piece;
}

/* Is CODE one of the other pieces of TEXT? */
static bool stands_already(const char *text, struct pick_piece piece, const char *code) {
    for (size_t at = 0; text[at] != '\0';) {
        size_t length = 0;
        while (text[at + length] != '\0' && !separates(text[at + length]))
            length++;
        bool same = length == strlen(code) && text_starts_nocase(text + at, code);
        if (length > 0 && same && at != piece.from)
            return true;
        at += length > 0 ? length : 1;
    }
    return false;
}

static void leave_out_standing(struct pickables *fit, const char *text, struct pick_piece piece, struct arena *arena) {
    struct pickable *list = arena_array(arena, fit->count, sizeof *list);
    size_t count = 0;
    for (size_t i = 0; i < fit->count; i++)
        if (!stands_already(text, piece, fit->list[i].code))
            list[count++] = fit->list[i];
    *fit = (struct pickables){list, count};
}

static int place_of(const struct pickables *fit, const char *code) {
    for (size_t i = 0; code != NULL && i < fit->count; i++)
        if (text_equal(fit->list[i].code, code))
            return (int)i;
    return -1;
}

struct pick pick_look(const struct meeting *meeting, const struct field *field, const char *text, size_t cursor,
                      int chosen, bool listed, struct arena *arena) {
    struct pick pick = {.piece = pick_piece(field, text, cursor), .marked = -1};
    struct pickables all = pickables_of(meeting, field, arena);
    const char *typed = arena_copy(arena, text + pick.piece.from, pick.piece.to - pick.piece.from);
    pick.fit = pickables_fit(&all, typed, arena);
    if (field->type == FIELD_REFS)
        leave_out_standing(&pick.fit, text, pick.piece, arena);
    if (chosen >= 0 && (size_t)chosen < pick.fit.count)
        pick.marked = chosen;
    else if (!text_blank(typed))
        pick.marked = place_of(&pick.fit, ref_understand(meeting, field, typed, NULL));
    bool whole = pick.marked >= 0 && text_equal_nocase(pick.fit.list[pick.marked].code, typed);
    pick.open = pick.fit.count > 0 && (listed || chosen >= 0 || (!text_blank(typed) && !whole));
    return pick;
}

size_t pick_first_row(const struct pick *pick, size_t rows) {
    size_t marked = pick->marked > 0 ? (size_t)pick->marked : 0;
    if (rows == 0 || pick->fit.count <= rows || marked < rows / 2)
        return 0;
    size_t first = marked - rows / 2;
    return first + rows > pick->fit.count ? pick->fit.count - rows : first;
}
