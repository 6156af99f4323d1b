/* Actions as CSV. */
#include "actions_columns.h"
#include "candour/format/csv.h"

typedef void column_csv(struct csv *csv, const struct column *column, const struct action *row);

/* --- lists in one field --- */

static void next(struct buffer *list, const char *text) {
    buffer_format(list, "%s%s", list->length > 0 ? ", " : "", text);
}

static void end_list(struct csv *csv, struct buffer *list) {
    csv_text(csv, list->bytes);
    buffer_free(list);
}

static void texts(struct csv *csv, const struct column *column, const struct action *row) {
    const struct texts *texts = column_value(column, row);
    struct buffer list = {0};
    for (size_t i = 0; i < texts->count; i++)
        next(&list, texts->items[i]);
    end_list(csv, &list);
}

static void days(struct csv *csv, const struct column *column, const struct action *row) {
    const struct days *days = column_value(column, row);
    struct buffer list = {0};
    char text[DAY_SIZE];
    for (size_t i = 0; i < days->count; i++)
        next(&list, day_write(days->items[i], text));
    end_list(csv, &list);
}

static void partners(struct csv *csv, const struct column *column, const struct action *row) {
    (void)column;
    struct buffer list = {0};
    for (size_t i = 0; i < row->partner_count; i++)
        next(&list, row->partners[i].id);
    end_list(csv, &list);
}

static void lacks(struct csv *csv, const struct column *column, const struct action *row) {
    (void)column;
    struct buffer list = {0};
    for (unsigned bit = 0; bit < LACKS; bit++)
        if (row->lacks >> bit & 1)
            next(&list, lack_word((enum lack)(1U << bit)));
    end_list(csv, &list);
}

/* "ACU not asked yet; COM absent, to be asked, by 2016-12-06" */
static void assents(struct csv *csv, const struct column *column, const struct action *row) {
    struct buffer list = {0};
    for (size_t i = 0; i < row->assent_count; i++) {
        const struct action_assent *assent = &row->assents[i];
        char by[DAY_SIZE];
        if (column->type == COLUMN_TO_ASK && !assent->to_ask)
            continue;
        buffer_format(&list, "%s%s %s", list.length > 0 ? "; " : "", assent->party.id, asked_word(assent->state));
        if (assent->by != 0 && assent->to_ask)
            buffer_format(&list, ", by %s", day_write(assent->by, by));
        if (assent->words)
            buffer_format(&list, ": %s", assent->words);
    }
    end_list(csv, &list);
}

/* --- single values --- */

static void type(struct csv *csv, const struct column *column, const struct action *row) {
    (void)column;
    csv_text(csv, action_kind_word(row->kind));
}

static void text(struct csv *csv, const struct column *column, const struct action *row) {
    csv_text(csv, column_text(column, row));
}

static void one_day(struct csv *csv, const struct column *column, const struct action *row) {
    csv_day(csv, *(const day *)column_value(column, row));
}

static void choice(struct csv *csv, const struct column *column, const struct action *row) {
    csv_text(csv, column_choice(column, row));
}

static void flag(struct csv *csv, const struct column *column, const struct action *row) {
    csv_text(csv, *(const bool *)column_value(column, row) ? "yes" : "no");
}

static void count(struct csv *csv, const struct column *column, const struct action *row) {
    csv_integer(csv, *(const int32_t *)column_value(column, row));
}

static void party(struct csv *csv, const struct column *column, const struct action *row) {
    const struct action_party *party = column_value(column, row);
    csv_text(csv, party->id);
    csv_text(csv, party->name);
}

/* --- rows --- */

static void heads(struct csv *csv) {
    for (size_t i = 0; i < ACTION_COLUMN_COUNT; i++) {
        csv_text(csv, ACTION_COLUMNS[i].key);
        if (ACTION_COLUMNS[i].type != COLUMN_PARTY)
            continue;
        struct buffer name = {0};
        buffer_format(&name, "%s_name", ACTION_COLUMNS[i].key);
        csv_text(csv, name.bytes);
        buffer_free(&name);
    }
    csv_row(csv);
}

void actions_csv(const struct actions *actions, unsigned how, struct buffer *out) {
    static column_csv *const writers[COLUMN_TYPES] = {
        [COLUMN_TYPE] = type,       [COLUMN_TEXT] = text,         [COLUMN_TEXTS] = texts, [COLUMN_DAY] = one_day,
        [COLUMN_DAYS] = days,       [COLUMN_CHOICE] = choice,     [COLUMN_FLAG] = flag,   [COLUMN_COUNT] = count,
        [COLUMN_PARTY] = party,     [COLUMN_PARTNERS] = partners, [COLUMN_LACKS] = lacks, [COLUMN_TO_ASK] = assents,
        [COLUMN_ASSENTS] = assents,
    };
    struct csv csv = csv_begin(out, how);
    heads(&csv);
    for (size_t i = 0; i < actions->count; i++) {
        for (size_t c = 0; c < ACTION_COLUMN_COUNT; c++)
            writers[ACTION_COLUMNS[c].type](&csv, &ACTION_COLUMNS[c], actions->list[i]);
        csv_row(&csv);
    }
}
