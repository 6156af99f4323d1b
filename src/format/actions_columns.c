#include "actions_columns.h"

#include <stddef.h>

#define OF(member) .offset = offsetof(struct action, member)
#define OF_ROW .offset = 0 /* made of several members */
#define OF_SESSION(member) .of_session = true, .offset = offsetof(struct action_session, member)

const struct column ACTION_COLUMNS[] = {
    {"type", COLUMN_TYPE, OF_ROW},
    {"id", COLUMN_TEXT, OF(id)},
    {"board", COLUMN_TEXT, OF_SESSION(board)},
    {"review", COLUMN_TEXT, OF_SESSION(review)},
    {"met", COLUMN_DAY, OF_SESSION(met)},
    {"due", COLUMN_DAY, OF(due)},
    {"late", COLUMN_FLAG, OF(late)},
    {"days_late", COLUMN_COUNT, OF(late_days)},
    {"owner", COLUMN_PARTY, OF(owes)},
    {"owner_role", COLUMN_TEXT, OF(role)},
    {"text", COLUMN_TEXT, OF(text)},
    {"status", COLUMN_CHOICE, OF(status), .choices = &CHOICES_AGREEMENT_STATUS},
    {"outstanding", COLUMN_FLAG, OF(outstanding)},
    {"lacks", COLUMN_LACKS, OF_ROW},
    {"partners", COLUMN_PARTNERS, OF_ROW},
    {"priority", COLUMN_CHOICE, OF(priority), .choices = &CHOICES_AGREEMENT_PRIORITY},
    {"reason", COLUMN_TEXT, OF(reason)},
    {"revisit", COLUMN_DAY, OF(revisit)},
    {"review_on", COLUMN_DAYS, OF(review_on)},
    {"kind_of_change", COLUMN_TEXT, OF(change)},
    {"strength", COLUMN_CHOICE, OF(strength), .choices = &CHOICES_STRENGTH},
    {"level", COLUMN_CHOICE, OF(level), .choices = &CHOICES_LEVEL},
    {"addressee", COLUMN_TEXT, OF(addressee)},
    {"findings", COLUMN_TEXTS, OF(findings)},
    {"evidence", COLUMN_TEXT, OF(evidence)},
    {"measure", COLUMN_TEXT, OF(measure)},
    {"baseline", COLUMN_TEXT, OF(baseline)},
    {"monitor", COLUMN_TEXT, OF(monitor)},
    {"progress_on", COLUMN_DAY, OF(progress.on)},
    {"progress_by", COLUMN_TEXT, OF(progress.by)},
    {"progress", COLUMN_TEXT, OF(progress.text)},
    {"effect", COLUMN_TEXT, OF(progress.effect)},
    {"progress_withheld", COLUMN_FLAG, OF(progress.withheld)},
    {"assent_to_ask", COLUMN_TO_ASK, OF_ROW},
    {"assents", COLUMN_ASSENTS, OF_ROW},
    {"asked_by", COLUMN_PARTY, OF(asker)},
    {"answer", COLUMN_TEXT, OF(given)},
    {"audience", COLUMN_TEXT, OF(audience)},
    {"tests_use", COLUMN_TEXT, OF(tests_use)},
    {"held_until_publication", COLUMN_FLAG, OF(held)},
    {"visibility", COLUMN_CHOICE, OF(visibility), .choices = &CHOICES_VISIBILITY},
    {"file", COLUMN_TEXT, OF_SESSION(path)},
};

const size_t ACTION_COLUMN_COUNT = sizeof ACTION_COLUMNS / sizeof *ACTION_COLUMNS;

const void *column_value(const struct column *column, const struct action *row) {
    return (column->of_session ? (const char *)row->session : (const char *)row) + column->offset;
}

const char *column_text(const struct column *column, const struct action *row) {
    return *(const char *const *)column_value(column, row);
}

const char *column_choice(const struct column *column, const struct action *row) {
    return choice_word(column->choices, *(const int *)column_value(column, row));
}
