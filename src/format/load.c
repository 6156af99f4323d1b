#include "candour/format/load.h"

#include <assert.h>
#include <string.h>

#include "candour/base/text.h"
#include "candour/format/prescan.h"
#include "candour/format/replay.h"
#include "candour/format/sections.h"
#include "candour/format/torn.h"

/* Problems are found section by section, and named in the order of the file: more are gathered than will be named. */
enum { GATHERED_MOST = 4 * DIAG_MOST, FOUND_MOST = 4 * GATHERED_MOST };

struct loading {
    const struct load_from *from;
    struct arena *arena;   /* what is kept */
    struct arena *scratch; /* what dies with the load */
    struct diags found;    /* all that will be named, or counted */
    struct source source;
    struct sources sources;
    struct tree *tree;
    struct diags problems; /* of the agenda's keys and values */
    struct diags walked;   /* of its sections, again from the start when one comes after the events */
    struct diags events;
    struct sections sections;
    struct idlist ids;
    struct agenda *agenda;
    struct replay replay;
    struct node events_key;
    bool session;
    bool late;   /* a key stands after `events` */
    bool block;  /* `events` is a list an event can be appended to */
    bool broken; /* an included file could not be parsed */
    bool other_version;
};

static void list_begin(const struct loading *load, struct diags *list, size_t most) {
    diags_begin(list, load->scratch);
    list->most = most;
}

/* --- the first key --- */

static bool is_number(const char *text) {
    return text[0] != '\0' && text[strspn(text, "0123456789")] == '\0';
}

static void other_version(struct loading *load, const struct node *value) {
    load->other_version = true;
    problem(&load->found, &load->source, value->line, value->column,
            arena_format(load->scratch, "it takes candour %s.0 or later to read it",
                         problem_quote(load->scratch, value->text)),
            "this file is in version %s of the format, and candour %s reads version 1",
            problem_quote(load->scratch, value->text), CANDOUR_VERSION);
}

static void check_version(struct loading *load, const struct node *value) {
    if (value->type == NODE_SCALAR && !node_faulty(value) && is_number(value->text) && strcmp(value->text, "1") != 0)
        other_version(load, value);
}

static void not_first(struct loading *load, const struct node *key) {
    static const char *const word = "candour";
    if (text_nearest(key->key, &word, 1) != NULL && shape_field(&SHAPE_FILE, key->key) == NULL)
        return; /* a slip, which is named as that */
    problem(&load->problems, &load->source, key->key_line, key->key_column, "put the line `candour: 1` above it",
            "the first key is %s, and should be candour", problem_word(load->scratch, key->key));
    load->sections.excused |= 1;
}

/* --- the agenda --- */

/* Sections to an agenda; twice when a key stands after the events. */
static void finish_agenda(struct loading *load) {
    list_begin(load, &load->walked, GATHERED_MOST);
    idlist_begin(&load->ids, load->scratch);
    struct walk walk = {.arena = load->arena, .problems = &load->walked, .source = &load->source, .ids = &load->ids};
    load->agenda = sections_walk(&load->sections, &walk);
}

static void take_includes(struct loading *load) {
    const struct node *include = sections_get(&load->sections, "include")->node;
    if (include == NULL)
        return;
    if (load->session) {
        load->sections.incomplete = true;
        problem(&load->problems, &load->source, include->key_line, include->key_column,
                "put the sections themselves in its place", "'include' is for agendas: a session stands alone");
    } else {
        load->broken = !sections_include(&load->sections, load->from, &load->sources, &load->found, &load->problems);
    }
}

/* --- the events --- */

/* Lines that begin an entry at the left margin: as many events as there can be in a file in the program's own form. */
static size_t count_entries(const struct source *source) {
    size_t count = 0;
    const char *end = source->bytes + source->length;
    for (const char *at = source->bytes + tail_events(source->bytes, source->length);
         at < end && (at = memchr(at, '\n', (size_t)(end - at))) != NULL; at++)
        count += at + 1 < end && at[1] == '-';
    return count;
}

static void begin_replay(struct loading *load) {
    struct walk walk = {.arena = load->arena, .problems = &load->events, .source = &load->source};
    replay_begin(&load->replay, &walk, &load->ids, load->agenda);
    if (load->session)
        meeting_expect(load->replay.meeting, count_entries(&load->source));
    const struct outcome *outcome = load->agenda->outcome;
    if (!load->from->check_outcome || outcome == NULL)
        return;
    load->replay.compare = true;
    load->replay.as_of = outcome->as_of.value;
    if (outcome->as_of.value == 0)
        load->replay.outcome = meeting_outcome(load->replay.meeting, load->arena);
}

static void read_entries(struct loading *load, struct node *list) {
    uint64_t most = load->from->again_most != 0 ? load->from->again_most : LOAD_AGAIN_MOST;
    const struct node *entry;
    while ((entry = tree_entry(load->tree, list)) != NULL) {
        replay_entry(&load->replay, entry);
        if (meeting_said_again(load->replay.meeting) > most)
            tree_stop(load->tree, entry,
                      "was this file made by a program? A meeting takes back a few of its latest acts",
                      "over a limit: undo and redo would say more than 100,000,000 events again");
    }
}

static void read_events(struct loading *load, const struct node *key) {
    static const struct field field = {.key = "events", .type = FIELD_MAPS};
    bool list = false;
    load->session = true;
    load->events_key = *key;
    take_includes(load);
    finish_agenda(load);
    begin_replay(load);
    struct node *value = tree_list(load->tree, key, &list);
    if (value == NULL)
        return;
    struct walk walk = {.arena = load->arena, .problems = &load->problems, .source = &load->source};
    if (list)
        read_entries(load, value);
    else if (!node_faulty(value) && node_given(value))
        walk_wrong_type(&walk, &field, value);
    load->block = key->key_column == 1 && (list ? tree_at_margin(load->tree) : value->length == 0);
}

/* --- the file --- */

static void second_events(struct loading *load, const struct node *key) {
    problem(&load->problems, &load->source, key->key_line, key->key_column, "keep one of them", "duplicate key events");
    tree_value(load->tree, key);
}

static void late_key(struct loading *load, const struct node *key) {
    load->late = true;
    problem(&load->problems, &load->source, key->key_line, key->key_column, "move it above `events:`",
            "%s stands behind 'events', which is always the last key", problem_word(load->scratch, key->key));
}

static void read_keys(struct loading *load) {
    struct sections_file file = {.source = &load->source};
    struct node key;
    bool first = true;
    while (!load->other_version && tree_key(load->tree, &key)) {
        bool version = strcmp(key.key, "candour") == 0;
        if (first && !version)
            not_first(load, &key);
        first = false;
        if (strcmp(key.key, "events") == 0) {
            load->session ? second_events(load, &key) : read_events(load, &key);
            continue;
        }
        if (load->session)
            late_key(load, &key);
        const struct node *value = tree_value(load->tree, &key);
        if (value == NULL)
            return;
        if (version)
            check_version(load, value);
        sections_take(&load->sections, &file, value, &load->problems);
    }
}

/* The problems that are worth naming, given what else was found. */
static void join_problems(struct loading *load, size_t told) {
    if (tree_failed(load->tree) || load->broken || load->other_version)
        return;
    problems_join(&load->found, told, &load->problems);
    problems_join(&load->found, told, &load->walked);
    if (!load->late && !load->sections.incomplete)
        problems_join(&load->found, told, &load->events);
}

static void compare_outcome(struct loading *load) {
    const struct section *section = sections_get(&load->sections, "outcome");
    bool clean = load->problems.errors + load->walked.errors + load->events.errors == 0;
    if (clean && load->replay.compare)
        replay_compare(&load->replay, load->agenda->outcome, section->node, section->source);
}

/* Parses BYTES and everything that hangs on it. */
static void read_file(struct loading *load, const char *bytes, size_t told, bool *marked) {
    struct node top;
    load->tree = tree_open(&load->source, bytes, &load->found, &load->problems, load->scratch);
    if (tree_top(load->tree, &top)) {
        sections_begin(&load->sections, &load->source, &top, load->scratch);
        read_keys(load);
        if (!load->other_version)
            tree_end(load->tree, marked);
        if (!load->session)
            take_includes(load);
        if (!load->session || load->late)
            finish_agenda(load);
        if (!load->session)
            begin_replay(load);
        compare_outcome(load);
    }
    join_problems(load, told);
    tree_close(load->tree);
}

/* A word on what a crash left; no error. */
static void note_torn(struct loading *load, const struct loaded *out) {
    if (out->torn == 0)
        return;
    int line = 1;
    const char *end = load->from->bytes + out->whole;
    for (const char *at = load->from->bytes; (at = memchr(at, '\n', (size_t)(end - at))) != NULL; at++)
        line++;
    diag_add(&load->found, DIAG_NOTE, load->source.name, line, 1,
             "the last %zu bytes were torn by a crash and are left out; every whole event stands", out->torn);
}

static void begin_load(struct loading *load, const struct load_from *from, struct arena *arena) {
    *load = (struct loading){.from = from, .arena = arena, .scratch = arena_within(arena)};
    load->source = (struct source){.name = from->name, .bytes = from->bytes != NULL ? from->bytes : ""};
    load->sources = (struct sources){.list = {&load->source}, .count = 1};
    list_begin(load, &load->problems, GATHERED_MOST);
    list_begin(load, &load->events, GATHERED_MOST);
    list_begin(load, &load->walked, GATHERED_MOST);
    list_begin(load, &load->found, FOUND_MOST);
}

/* Reads as much as stands by TAIL. */
static void read_whole(struct loading *load, const struct tail *tail, bool *marked) {
    const char *bytes;
    *marked = false;
    load->source.length = tail->whole;
    if (tail->whole > LOAD_FILE_MOST)
        problem(&load->found, &load->source, 1, 1, "is it a meeting file?", "over a limit: more than 64 MiB");
    else if (prescan(&load->source, load->scratch, &load->found, &bytes))
        read_file(load, bytes, load->found.count, marked);
}

/* The tail as it is, now that the file was parsed: a line of a quoted text may read `events:`, too. */
static struct tail true_tail(const struct loading *load, const struct tail *tail) {
    const char *text = load->from->bytes;
    size_t length = load->from->length;
    if (load->session) {
        size_t events = line_offset(text, tail->whole, load->events_key.key_line);
        bool same = events == tail->events || !is_events_line(text, length, events);
        return same ? *tail : tail_at(text, length, events);
    }
    return tail->events < length ? tail_at(text, length, length) : *tail;
}

bool load_meeting(const struct load_from *from, struct arena *arena, struct diags *diags, struct loaded *out) {
    size_t errors = diags->errors;
    assert(from->bytes != NULL || from->length == 0);
    struct loading load;
    struct tail tail = tail_of(from->bytes != NULL ? from->bytes : "", from->length);
    bool marked;
    begin_load(&load, from, arena);
    read_whole(&load, &tail, &marked);
    for (int again = 0; again < 2; again++) {
        size_t whole = tail.whole;
        tail = true_tail(&load, &tail);
        if (tail.whole == whole)
            break;
        arena_free(load.scratch);
        begin_load(&load, from, arena);
        read_whole(&load, &tail, &marked);
    }
    *out = (struct loaded){.whole = tail.whole, .torn = from->length - tail.whole, .session = load.session};
    note_torn(&load, out);
    problems_finish(diags, &load.found, load.sources.list, load.sources.count);
    bool good = diags->errors == errors;
    if (good) {
        out->agenda = load.agenda;
        out->meeting = load.replay.meeting;
        out->appendable = load.session && load.block && !marked && tail.marked && from->bytes[tail.whole - 1] == '\n';
    }
    arena_free(load.scratch);
    return good;
}
