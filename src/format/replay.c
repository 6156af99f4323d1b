#include "candour/format/replay.h"

#include <string.h>

#include "candour/base/text.h"

void replay_begin(struct replay *replay, const struct walk *walk, const struct idlist *ids,
                  const struct agenda *agenda) {
    *replay = (struct replay){.walk = *walk, .ids = ids, .meeting = meeting_new(walk->arena, agenda)};
    replay->walk.ids = NULL; /* ids and references of events are the meeting's to judge */
}

/* --- what a bad event hides --- */

static void hide(struct replay *replay, const char *id) {
    struct arena *arena = replay->walk.problems->arena;
    if (replay->wrong_count >= DIAG_MOST)
        return; /* no more will be named anyway */
    if (replay->wrong_count == replay->wrong_capacity) {
        replay->wrong_capacity += DIAG_MOST;
        const char **larger = arena_array(arena, replay->wrong_capacity, sizeof *larger);
        if (replay->wrong_count > 0)
            memcpy(larger, replay->wrong_ids, replay->wrong_count * sizeof *larger);
        replay->wrong_ids = larger;
    }
    replay->wrong_ids[replay->wrong_count++] = arena_text(arena, id);
}

static bool hidden_id(const struct replay *replay, const char *id) {
    for (size_t i = 0; id != NULL && i < replay->wrong_count; i++)
        if (strcmp(replay->wrong_ids[i], id) == 0)
            return true;
    return false;
}

static bool moves_state(enum event_do what) {
    return what == DO_COUNT || what == DO_OPEN || what == DO_ADJOURN || what == DO_CLOSE || what == DO_REOPEN ||
           what == DO_CONFIRM || what == DO_UNDO || what == DO_REDO || what == DO_SKIP || what == DO_PARK ||
           what == DO_EXTEND || what == DO_REPLAN || event_kinds[what].clock;
}

static void bad_event(struct replay *replay, const struct node *entry, enum event_do what) {
    const struct node *id = node_child(entry, "id");
    const struct node *at = node_child(entry, "at");
    if (id != NULL && id->type == NODE_SCALAR && !node_faulty(id))
        hide(replay, id->text);
    if (at != NULL && at->type == NODE_SCALAR && !node_faulty(at))
        hide(replay, at->text); /* an undo may be of it */
    if (moves_state(what))
        replay->state_wrong = true;
}

/* Refusals that speak of the clock or the state, not of the event's own words. */
static bool about_state(enum refusal_code code) {
    switch (code) {
    case REFUSED_NOT:
    case REFUSED_OPEN_AGAIN:
    case REFUSED_TIME_ORDER:
    case REFUSED_NO_SUCH:
    case REFUSED_ID_USED:
    case REFUSED_ID_ORDER:
    case REFUSED_WITHDRAWN:
    case REFUSED_PAYER_SAME:
    case REFUSED_PAYER_PROTECTED:
    case REFUSED_PAYER_BREAK:
    case REFUSED_NO_MINUTES:
    case REFUSED_GAP_ORDER:
    case REFUSED_MOVE_SELF:
    case REFUSED_REQUIRED:
    case REFUSED_COMBINATION:
    case REFUSED_RANGE:
        return false;
    default:
        return true;
    }
}

/* Does the event name anything that an earlier, bad event was about? */
static bool names_hidden(const struct replay *replay, const struct node *node) {
    if (node->type == NODE_SCALAR)
        return !node_faulty(node) && hidden_id(replay, node->text);
    for (const struct node *child = node->first; child != NULL; child = child->next)
        if (names_hidden(replay, child))
            return true;
    return false;
}

static bool follows_from_another(const struct replay *replay, const struct node *entry, struct refusal refusal) {
    if (about_state(refusal.code) && replay->state_wrong)
        return true;
    if (refusal.code == REFUSED_TIME_ORDER || refusal.code == REFUSED_REQUIRED || refusal.code == REFUSED_ID_USED)
        return false;
    return hidden_id(replay, refusal.subject) ||
           (refusal.subject == NULL && replay->wrong_count > 0 && names_hidden(replay, entry));
}

/* --- saying why --- */

static bool check_refs(struct replay *replay, const struct shape *shape, const struct node *map);

static bool check_ref(struct replay *replay, const struct field *field, const struct node *node) {
    if (node->type != NODE_SCALAR || node_faulty(node) || !node_given(node) || hidden_id(replay, node->text))
        return true;
    struct ref_place ref = {
        .field = field, .id = node->text, .line = node->line, .column = node->column, .source = replay->walk.source};
    return idlist_check(replay->ids, replay->meeting->agenda, replay->meeting, &ref, replay->walk.problems);
}

static const struct shape *set_shape(const struct node *map) {
    const struct node *id = node_child(map, "id");
    for (int kind = 0; id != NULL && id->type == NODE_SCALAR && kind < RECORD_KINDS; kind++)
        if (id->text != NULL && record_letter((enum record_kind)kind) == id->text[0])
            return record_shape((enum record_kind)kind);
    return NULL;
}

static bool check_field(struct replay *replay, const struct field *field, const struct node *child,
                        const struct node *map) {
    bool good = true;
    const struct shape *set = field->type == FIELD_SET ? set_shape(map) : NULL;
    if (field->type == FIELD_REF || (field->type == FIELD_REFS && child->type == NODE_SCALAR))
        good = check_ref(replay, field, child);
    else if (set != NULL)
        good = check_refs(replay, set, child);
    else if (field->type == FIELD_REFS || field->type == FIELD_MAPS)
        for (const struct node *entry = child->first; entry != NULL; entry = entry->next)
            good &=
                field->type == FIELD_REFS ? check_ref(replay, field, entry) : check_refs(replay, field->shape, entry);
    return good;
}

/* Names every reference of the event that does not stand, where the meeting names the first only. */
static bool check_refs(struct replay *replay, const struct shape *shape, const struct node *map) {
    bool good = true;
    for (const struct node *child = map->first; child != NULL; child = child->next) {
        const struct field *field = shape_field(shape, child->key);
        if (field != NULL)
            good &= check_field(replay, field, child, map);
    }
    return good;
}

/* The value that is the refusal's subject, or what stands under the key it names. */
static const struct node *find_subject(const struct node *node, const char *subject) {
    if (node->type == NODE_SCALAR)
        return node->text != NULL && strcmp(node->text, subject) == 0 ? node : NULL;
    for (const struct node *child = node->first; child != NULL; child = child->next) {
        if (child->key != NULL && strcmp(child->key, subject) == 0)
            return child;
        if (child->key != NULL && strcmp(child->key, "do") == 0)
            continue; /* that this act has no place is said of the whole event */
        const struct node *found = find_subject(child, subject);
        if (found != NULL)
            return found;
    }
    return NULL;
}

/* The field that asks for one that is missing. */
static const struct node *asked_by(const struct node *entry, const char *missing) {
    static const char *const pairs[][2] = {{"reason", "priority"}, {"revisit", "priority"}, {"reason", "position"},
                                           {"words", "state"},     {"person", "state"},     {"name", "state"}};
    const struct node *set = node_child(entry, "set");
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        if (strcmp(pairs[i][0], missing) != 0)
            continue;
        const struct node *asking = node_child(entry, pairs[i][1]);
        if (asking == NULL && set != NULL)
            asking = node_child(set, pairs[i][1]);
        if (asking != NULL)
            return asking;
    }
    return NULL;
}

static const struct node *place_of(const struct node *entry, struct refusal refusal) {
    const struct node *place = NULL;
    if (refusal.code == REFUSED_TIME_ORDER)
        place = node_child(entry, "at");
    else if (refusal.subject != NULL)
        place = find_subject(entry, refusal.subject);
    if (place == NULL && refusal.code == REFUSED_REQUIRED && refusal.subject != NULL)
        place = asked_by(entry, refusal.subject);
    return place != NULL ? place : entry;
}

static void say_required(struct replay *replay, const struct node *entry, const struct node *place, const char *key,
                         const char *word) {
    const struct node *set = node_child(entry, "set");
    if (set != NULL && node_child(set, key) == place)
        problem(replay->walk.problems, replay->walk.source, place->line, place->column, "give it other words",
                "'%s' is needed and cannot be cleared", key);
    else
        problem(replay->walk.problems, replay->walk.source, place->line, place->column,
                arena_format(replay->walk.problems->arena, "add `%s`", key), "missing %s: this '%s' needs it", key,
                word);
}

/* The meeting's sentence is `what is so; what to do`. */
static void say_refusal(struct replay *replay, const struct node *entry, const struct event *event,
                        struct refusal refusal) {
    char text[240];
    const struct node *place = place_of(entry, refusal);
    struct arena *arena = replay->walk.problems->arena;
    const char *word = event_kinds[event->what].word;
    if (refusal.code == REFUSED_REQUIRED && refusal.subject != NULL) {
        say_required(replay, entry, place, refusal.subject, word);
        return;
    }
    refusal_text(refusal, text, sizeof text);
    char *hint = strstr(text, "; ");
    if (hint != NULL) {
        *hint = '\0';
        hint = arena_text(arena, hint + 2);
    }
    bool named = refusal.subject != NULL && strncmp(text, refusal.subject, strlen(refusal.subject)) == 0;
    if (!named && text[0] >= 'A' && text[0] <= 'Z' && text[1] >= 'a' && text[1] <= 'z')
        text[0] = (char)(text[0] - 'A' + 'a');
    problem(replay->walk.problems, replay->walk.source, place->line, place->column, hint, "'%s' cannot stand here: %s",
            word, text);
}

static void refuse(struct replay *replay, const struct node *entry, const struct event *event, struct refusal refusal) {
    bool hidden = follows_from_another(replay, entry, refusal);
    bool said = refusal.code == REFUSED_NO_SUCH && !check_refs(replay, event_kinds[event->what].shape, entry);
    if (!hidden && !said)
        say_refusal(replay, entry, event, refusal);
    bad_event(replay, entry, event->what);
}

/* --- an entry --- */

static const struct field at_field = {.key = "at", .type = FIELD_STAMP};

static void missing(struct replay *replay, const struct node *entry, const char *key, const char *hint) {
    problem(replay->walk.problems, replay->walk.source, entry->line, entry->column, hint,
            "missing key '%s' in this event", key);
}

static void read_at(struct replay *replay, const struct node *entry, struct stamp *at) {
    const struct node *node = node_child(entry, "at");
    if (node == NULL || !node_given(node))
        missing(replay, entry, "at", "write when it was said: at: 2016-11-22T13:28:00.000+00:00");
    else if (node->type != NODE_SCALAR)
        walk_wrong_type(&replay->walk, &at_field, node);
    else if (!node_faulty(node))
        walk_scalar(&replay->walk, &at_field, node, at);
}

static void unknown_word(struct replay *replay, const struct node *node) {
    const char *words[DO_COUNT];
    for (int i = 0; i < DO_COUNT; i++)
        words[i] = event_kinds[i].word;
    struct arena *arena = replay->walk.problems->arena;
    const char *near = text_nearest(node->text, words, DO_COUNT);
    problem(replay->walk.problems, replay->walk.source, node->line, node->column,
            near != NULL ? arena_format(arena, "did you mean %s?", near) : "candour help format lists the events",
            "'do' is no event: '%s'", problem_quote(arena, node->text));
}

static enum event_do read_do(struct replay *replay, const struct node *entry) {
    const struct node *node = node_child(entry, "do");
    if (node == NULL || !node_given(node)) {
        missing(replay, entry, "do", "write what happened: do: start");
        return DO_COUNT;
    }
    if (node_faulty(node))
        return DO_COUNT;
    if (node->type != NODE_SCALAR) {
        problem(replay->walk.problems, replay->walk.source, node->line, node->column, NULL, "'do' should be one word");
        return DO_COUNT;
    }
    enum event_do what = event_do_of(node->text);
    if (what == DO_COUNT)
        unknown_word(replay, node);
    return what;
}

/* `at` and `do` are read by their first place; a second one is a duplicate. */
static void second_ones(struct replay *replay, const struct node *entry) {
    const struct node *first_at = node_child(entry, "at");
    const struct node *first_do = node_child(entry, "do");
    for (const struct node *child = entry->first; child != NULL; child = child->next)
        if ((first_at != NULL && child != first_at && strcmp(child->key, "at") == 0) ||
            (first_do != NULL && child != first_do && strcmp(child->key, "do") == 0))
            problem(replay->walk.problems, replay->walk.source, child->key_line, child->key_column, "keep one of them",
                    "duplicate key %s", child->key);
}

void replay_entry(struct replay *replay, const struct node *entry) {
    struct diags *problems = replay->walk.problems;
    size_t before = problems->errors;
    if (entry->type != NODE_MAP) {
        if (!node_faulty(entry))
            problem(problems, replay->walk.source, entry->line, entry->column, "an event begins with `- at: ...`",
                    "an entry of 'events' should be a group of keys and values");
        replay->state_wrong = true;
        return;
    }
    struct stamp at = {0};
    read_at(replay, entry, &at);
    enum event_do what = read_do(replay, entry);
    second_ones(replay, entry);
    if (what == DO_COUNT) {
        bad_event(replay, entry, what);
        return;
    }
    struct event event = event_new(replay->walk.arena, what, at);
    walk_map(&replay->walk, event_kinds[what].shape, entry, event.body, true);
    if (problems->errors != before) {
        bad_event(replay, entry, what);
        return;
    }
    struct refusal refusal = meeting_apply(replay->meeting, &event);
    if (refusal.code != REFUSED_NOT)
        refuse(replay, entry, &event, refusal);
    if (replay->compare && replay->outcome == NULL && replay->meeting->event_count == (size_t)replay->as_of)
        replay->outcome = meeting_outcome(replay->meeting, replay->walk.arena);
}
