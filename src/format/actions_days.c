#include "actions_days.h"

#include "candour/base/arena.h"
#include "candour/base/text.h"

struct finding_days {
    struct arena *arena;
    const struct action *row;
    struct action_days days;
};

static void add(struct finding_days *f, struct action_day found) {
    if (found.on == 0)
        return;
    found.row = f->row;
    f->days.list[f->days.count++] = found;
}

/* WHAT of it, and who owes it. */
static const char *titled(struct finding_days *f, const char *what) {
    return arena_format(f->arena, "%s %s, %s", f->row->id, what, f->row->owes.id ? f->row->owes.id : "no owner");
}

static void add_assents(struct finding_days *f, const char *agency) {
    for (size_t i = 0; i < f->row->assent_count; i++) {
        const struct action_assent *assent = &f->row->assents[i];
        if (!assent->to_ask || (agency && !text_equal_nocase(agency, assent->party.id)))
            continue;
        add(f, (struct action_day){.assent = assent,
                                   .on = assent->by,
                                   .mark = arena_format(f->arena, "assent-%s", assent->party.id),
                                   .title = arena_format(f->arena, "%s assent of %s", f->row->id, assent->party.id),
                                   .category = "Assent"});
    }
}

static void add_agreement(struct finding_days *f, const char *agency) {
    const struct action *row = f->row;
    bool deferred = row->priority == PRIORITY_DEFERRED;
    add(f, (struct action_day){.on = row->due,
                               .mark = "due",
                               .title = titled(f, "due"),
                               .category = "Due",
                               .tentative = deferred || row->status == AGREEMENT_PROPOSED});
    for (size_t i = 0; i < row->review_on.count; i++)
        add(f, (struct action_day){.on = row->review_on.items[i],
                                   .mark = arena_format(f->arena, "review-%zu", i + 1),
                                   .title = titled(f, "review"),
                                   .category = "Review"});
    if (deferred)
        add(f, (struct action_day){
                   .on = row->revisit, .mark = "revisit", .title = titled(f, "look again"), .category = "Look again"});
    add_assents(f, agency);
}

struct action_days action_days(const struct action *row, const char *agency, struct arena *arena) {
    static const struct {
        const char *mark, *what, *category;
    } words[ACTION_KINDS] = {[ACTION_EVIDENCE] = {"evidence", "evidence promised", "Evidence"},
                             [ACTION_ANSWER] = {"answer", "answer owed", "Answer"},
                             [ACTION_ENGAGEMENT] = {"engagement", "engagement", "Engagement"}};
    struct finding_days f = {.arena = arena, .row = row};
    f.days.list = arena_array(arena, 2 + row->review_on.count + row->assent_count, sizeof *f.days.list);
    if (row->kind == ACTION_AGREEMENT && row->outstanding)
        add_agreement(&f, agency);
    else if (row->kind != ACTION_AGREEMENT)
        add(&f, (struct action_day){.on = row->due,
                                    .mark = words[row->kind].mark,
                                    .title = titled(&f, words[row->kind].what),
                                    .category = words[row->kind].category,
                                    .tentative = row->held});
    return f.days;
}
