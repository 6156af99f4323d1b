#include "candour/format/replay.h"

#include <string.h>

#include "candour/base/text.h"

void replay_resume(struct replay *replay, const struct walk *walk, const struct idlist *ids, struct meeting *meeting) {
    *replay = (struct replay){.walk = *walk, .ids = ids, .meeting = meeting, .before = meeting_last_instant(meeting)};
    replay->walk.ids = NULL; /* ids and references of events are the meeting's to judge */
    replay->follow.arena = walk->problems->arena;
}

void replay_begin(struct replay *replay, const struct walk *walk, const struct idlist *ids,
                  const struct agenda *agenda) {
    replay_resume(replay, walk, ids, meeting_new(walk->arena, agenda));
}

/* --- saying why --- */

static bool check_refs(struct replay *replay, const struct shape *shape, const struct node *map);

static bool check_ref(struct replay *replay, const struct field *field, const struct node *node) {
    if (node->type != NODE_SCALAR || node_faulty(node) || text_blank(node->text) ||
        follow_hides_id(&replay->follow, node->text))
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
    for (const struct node *child = map->type == NODE_MAP ? map->first : NULL; child != NULL; child = child->next) {
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

/* The second entry of LIST that names ID. */
static const struct node *second_of(const struct node *list, const char *id) {
    const struct node *found = NULL;
    size_t count = 0;
    for (const struct node *entry = list->first; entry != NULL && count < 2; entry = entry->next) {
        const struct node *item = entry->type == NODE_MAP ? node_child(entry, "item") : NULL;
        if (item != NULL && item->type == NODE_SCALAR && text_equal(item->text, id)) {
            found = item;
            count++;
        }
    }
    return found;
}

/* Refusals of an undo or redo that are about the event it is of. */
static bool about_of(enum refusal_code code) {
    return code == REFUSED_NO_SUCH || code == REFUSED_NOT_UNDOABLE || code == REFUSED_UNDONE_ALREADY ||
           code == REFUSED_BEHIND_BARRIER || code == REFUSED_NEEDED || code == REFUSED_NOTHING_TO_REDO;
}

static const struct node *place_of(const struct node *entry, struct refusal refusal) {
    const struct node *place = NULL;
    if (refusal.code == REFUSED_TIME_ORDER)
        place = node_child(entry, "at");
    else if (about_of(refusal.code) && node_child(entry, "of") != NULL)
        place = node_child(entry, "of");
    else if (refusal.code == REFUSED_REPLACES_SELF)
        place = find_subject(entry, "superseded_by");
    else if (refusal.code == REFUSED_REPLAN_TWICE)
        place = second_of(node_child(entry, "items"), refusal.subject);
    else if (refusal.subject != NULL)
        place = find_subject(entry, refusal.subject);
    return place != NULL ? place : entry;
}

/* What is told otherwise than by the meeting's sentence; false when that will do. */
static bool say_specially(struct replay *replay, const struct node *entry, const struct event *event,
                          struct refusal refusal) {
    const struct node *place = place_of(entry, refusal);
    struct arena *arena = replay->walk.problems->arena;
    if (refusal.subject == NULL)
        return false;
    if (refusal.code == REFUSED_REQUIRED && event->what == DO_AMEND)
        problem(replay->walk.problems, replay->walk.source, place->line, place->column, "give it other words",
                "'%s' is needed and cannot be cleared", refusal.subject);
    else if (refusal.code == REFUSED_ID_USED)
        problem(replay->walk.problems, replay->walk.source, place->line, place->column,
                "a code is used once and never again, withdrawn or undone", "duplicate id %s",
                problem_word(arena, refusal.subject));
    else if (refusal.code == REFUSED_NO_SUCH && place == node_child(entry, "of"))
        problem(replay->walk.problems, replay->walk.source, place->line, place->column,
                "write the `at` of the event meant", "nothing was said at that time: %s",
                problem_word(arena, place->text));
    else
        return false;
    return true;
}

/* The meeting's sentence is `what is so; what to do`. */
static void say_refusal(struct replay *replay, const struct node *entry, const struct event *event,
                        struct refusal refusal) {
    char text[240];
    if (say_specially(replay, entry, event, refusal))
        return;
    const struct node *place = place_of(entry, refusal);
    refusal_text(refusal, text, sizeof text);
    char *hint = strstr(text, "; ");
    if (hint != NULL) {
        *hint = '\0';
        hint = arena_text(replay->walk.problems->arena, hint + 2);
    }
    bool named = refusal.subject != NULL && strncmp(text, refusal.subject, strlen(refusal.subject)) == 0;
    if (!named && text[0] >= 'A' && text[0] <= 'Z' && text[1] >= 'a' && text[1] <= 'z')
        text[0] = (char)(text[0] - 'A' + 'a');
    problem(replay->walk.problems, replay->walk.source, place->line, place->column, hint, "'%s' cannot stand here: %s",
            event_kinds[event->what].word, text);
}

/* What the record would ask of its fields in vain once it was changed; false when there is nothing of the kind. */
static bool say_needs(struct replay *replay, const struct node *entry, const struct event *event) {
    const struct event_amend *amend = event->body;
    const struct record_state *record = event->what == DO_AMEND ? meeting_record(replay->meeting, amend->id) : NULL;
    const struct node *set = node_child(entry, "set");
    if (record == NULL || set == NULL || amend->set.of != record_shape(record->kind))
        return false;
    void *after = arena_alloc(replay->walk.problems->arena, amend->set.of->size);
    amendment_apply(&amend->set, record->now, after);
    size_t before = replay->walk.problems->errors;
    walk_combination(&replay->walk, amend->set.of, set, after);
    return replay->walk.problems->errors > before;
}

/* LOST: it may be refused for what could not be read of it. */
static void refuse(struct replay *replay, const struct node *entry, const struct event *event, struct refusal refusal,
                   bool lost) {
    bool hidden = follow_hides(&replay->follow, entry, refusal);
    bool refs = refusal.code == REFUSED_NO_SUCH || lost;
    bool said = refs && !check_refs(replay, event_kinds[event->what].shape, entry);
    bool needs = refusal.code == REFUSED_REQUIRED && !lost && say_needs(replay, entry, event);
    if (!hidden && !said && !lost && !needs)
        say_refusal(replay, entry, event, refusal);
    follow_bad(&replay->follow, replay->meeting, entry, event->what, refusal.code);
}

/* --- an entry --- */

static const struct field at_field = {.key = "at", .type = FIELD_STAMP};

static void missing(struct replay *replay, const struct node *entry, const char *key, const char *hint) {
    problem(replay->walk.problems, replay->walk.source, entry->line, entry->column, hint,
            "missing key '%s' in this event", key);
}

static bool known_key(const char *key) {
    bool known = strcmp(key, "at") == 0 || strcmp(key, "do") == 0;
    for (int what = 0; what < DO_COUNT && !known; what++)
        known = shape_field(event_kinds[what].shape, key) != NULL;
    return known;
}

/* The value of `at` or `do`, or of a key that is a slip for it: that one is named when the event is walked. */
static const struct node *value_of(const struct node *entry, const char *key) {
    const struct node *node = node_child(entry, key);
    for (const struct node *child = entry->first; node == NULL && child != NULL; child = child->next)
        if (text_nearest(child->key, &key, 1) != NULL && !known_key(child->key))
            return child;
    return node;
}

static void read_at(struct replay *replay, const struct node *entry, struct stamp *at) {
    const struct node *node = value_of(entry, "at");
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
    const struct node *node = value_of(entry, "do");
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

/* Was something given that could not be read? */
static bool value_lost(const struct shape *shape, const struct node *entry, const void *body) {
    for (const struct node *child = entry->first; child != NULL; child = child->next) {
        const struct field *field = shape_field(shape, child->key);
        if (field != NULL && node_given(child) && !field_given(field, body))
            return true;
    }
    return false;
}

/* A session begins with `open`: one that does not is read as if it did. */
static void open_anyway(struct replay *replay, instant at) {
    struct event open = event_new(replay->walk.arena, DO_OPEN, (struct stamp){.at = at - 1});
    if (replay->meeting->event_count == 0)
        replay->opened_anyway = meeting_apply(replay->meeting, &open).code == REFUSED_NOT;
}

/* An event that is not later than the one before it, or has no time, is put just behind it. Said is only what is out of
 * order in the file itself. */
static void put_in_order(struct replay *replay, const struct node *entry, struct event *event) {
    const struct meeting *meeting = replay->meeting;
    bool given = event->at.at != 0;
    bool late = replay->before != 0 && event->at.at <= replay->before;
    if (given && late)
        say_refusal(replay, entry, event, (struct refusal){REFUSED_TIME_ORDER, event_kinds[event->what].word});
    if (given)
        replay->before = event->at.at;
    if (given && (meeting->event_count == 0 || event->at.at > meeting_last_instant(meeting)))
        return;
    follow_at(&replay->follow, entry);
    event->at.at = meeting_last_instant(meeting) + 1;
}

static void take(struct replay *replay, const struct node *entry, struct event *event, bool read) {
    put_in_order(replay, entry, event);
    bool lost = !read && value_lost(event_kinds[event->what].shape, entry, event->body);
    struct refusal refusal = meeting_apply(replay->meeting, event);
    if (refusal.code == REFUSED_FIRST_NOT_OPEN) {
        say_refusal(replay, entry, event, refusal);
        open_anyway(replay, event->at.at);
        refusal = meeting_apply(replay->meeting, event);
    }
    bool late = refusal.code == REFUSED_OPEN_AGAIN && replay->opened_anyway; /* the first that there is */
    replay->opened_anyway = replay->opened_anyway && event->what != DO_OPEN;
    bool said = !read && (refusal.code == REFUSED_REQUIRED || refusal.code == REFUSED_ID_ORDER ||
                          refusal.code == REFUSED_COMBINATION);
    if (refusal.code == REFUSED_NOT)
        follow_taken(&replay->follow, event->what, lost);
    else
        refuse(replay, entry, event, refusal, lost || said || late);
}

/* Not an event at all. */
static void pass_over(struct replay *replay, const struct node *entry, enum event_do what, instant at) {
    open_anyway(replay, at != 0 ? at : meeting_last_instant(replay->meeting) + 2);
    follow_bad(&replay->follow, replay->meeting, entry, what, REFUSED_NOT);
    if (at != 0)
        replay->before = at;
}

void replay_entry(struct replay *replay, const struct node *entry) {
    struct diags *problems = replay->walk.problems;
    size_t before = problems->errors;
    if (entry->type != NODE_MAP) {
        if (!node_faulty(entry))
            problem(problems, replay->walk.source, entry->line, entry->column, "an event begins with `- at: ...`",
                    "an entry of 'events' should be a group of keys and values");
        pass_over(replay, entry, DO_COUNT, 0);
        return;
    }
    struct stamp at = {0};
    read_at(replay, entry, &at);
    enum event_do what = read_do(replay, entry);
    second_ones(replay, entry);
    if (what == DO_COUNT) {
        pass_over(replay, entry, what, at.at);
        return;
    }
    struct event event = event_new(replay->walk.arena, what, at);
    walk_map(&replay->walk, event_kinds[what].shape, entry, event.body, true);
    take(replay, entry, &event, problems->errors == before);
    if (replay->compare && replay->outcome == NULL && replay->meeting->event_count == (size_t)replay->as_of)
        replay->outcome = meeting_outcome(replay->meeting, replay->walk.arena);
}
