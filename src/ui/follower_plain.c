/* What the room sees as facts, a line each, and which of them are news. */
#include <inttypes.h>
#include <string.h>

#include "candour/base/text.h"
#include "candour/core/reading.h"
#include "follower_inside.h"

/* KEY is what makes it another fact; TEXT may hold the time it was said at. */
struct fact {
    const char *key, *text;
    const char *subject; /* that is no longer seen when the fact goes; NULL: nothing is said then */
};

enum { FACTS_FEW = 8 }; /* beside the records */

struct facts {
    struct arena *arena;
    const char *item; /* id; NULL: no item is seen */
    struct fact *list;
    size_t count;
};

struct follower_said {
    struct arena *arena; /* of itself */
    struct facts before;
};

struct follower_said *follower_said_new(void) {
    struct arena *arena = arena_new();
    struct follower_said *said = arena_alloc(arena, sizeof *said);
    said->arena = arena;
    return said;
}

void follower_said_free(struct follower_said *said) {
    if (said != NULL) {
        arena_free(said->before.arena);
        arena_free(said->arena);
    }
}

static void add(struct facts *facts, const char *what, const char *text, const char *subject) {
    facts->list[facts->count++] = (struct fact){.key = what, .text = text, .subject = subject};
}

static void add_same(struct facts *facts, const char *text) {
    add(facts, text, text, NULL);
}

/* --- what there is --- */

static void time_facts(struct facts *facts, const struct follower *follower, struct stamp now) {
    const struct room *room = follower->room;
    int64_t left = room_left(room, now.at);
    int32_t granted = duration_minutes(room->granted);
    char text[24];
    bool figure = follower_ahead(follower, now.at) == 0 && !follower_stale(follower, now.at);
    const char *state = room->status == MEETING_PAUSED ? "paused, " : "";
    add(facts, arena_format(facts->arena, "item %s %d %" PRId32, room->item.id, (int)room->status, granted),
        arena_format(facts->arena, "%s %s: %s. %s%s %s %" PRId32 " minutes", room->item.id,
                     room->item.held ? "not shown here" : room->item.title, room->item.purpose, state,
                     figure ? left_text(left, text) : "no time", left < 0 ? "over the" : "left of", granted),
        NULL);
    if (!figure || !room_runs(room)) {
        return;
    }
    if (left < 0) {
        int64_t over = -left / ALERT_EVERY_MS * (ALERT_EVERY_MS / MS_MINUTE);
        add_same(facts, over == 0 ? arena_format(facts->arena, "The %" PRId32 " minutes of %s are used up", granted,
                                                 room->item.id)
                                  : arena_format(facts->arena, "%s is %" PRId64 " minutes over", room->item.id, over));
    } else if (left <= room->granted / 4) {
        add_same(facts, arena_format(facts->arena, "A quarter of the %" PRId32 " minutes of %s is left", granted,
                                     room->item.id));
    }
}

static void record_fact(struct facts *facts, const struct room_record *record) {
    const char *id = arena_text(facts->arena, record->id);
    const char *who = record_who(record, INT32_MAX, 0);
    const char *text =
        arena_format(facts->arena, "%s %s%s%s%s%s%s%s", record->id, who, record->state == NULL ? "" : ", ",
                     record->state == NULL ? "" : record->state, record->words == NULL ? "" : ": ",
                     record->words == NULL ? "" : record->words,
                     record->answer == NULL ? "" : " Answer: ", record->answer == NULL ? "" : record->answer);
    add(facts, text, text, id);
}

static void item_facts(struct facts *facts, const struct follower *follower, struct stamp now) {
    const struct room *room = follower->room;
    const struct room_finding *finding = &room->finding;
    facts->item = arena_text(facts->arena, room->item.id);
    time_facts(facts, follower, now);
    if (room->discussing) {
        add_same(facts, arena_format(facts->arena, "Under discussion: %s %s, %s%s%s", finding->id,
                                     finding->held ? "not shown here" : finding->title, finding->position,
                                     finding->statement == NULL ? "" : ". ",
                                     finding->statement == NULL ? "" : finding->statement));
    }
    for (size_t i = room->record_count; i > 0; i--) {
        record_fact(facts, room->records + i - 1);
    }
}

static void state_fact(struct facts *facts, const struct room *room) {
    add_same(facts, arena_format(facts->arena, "%s. %s%s%s", follower_state_word(room->status),
                                 room->board == NULL ? "" : room->board, room->board == NULL ? "" : ", ",
                                 room->review == NULL ? "" : room->review));
}

static void room_facts(struct facts *facts, const struct follower *follower, bool item, struct stamp now) {
    if (item) {
        item_facts(facts, follower, now);
    } else {
        state_fact(facts, follower->room);
    }
    if (follower->held == HELD_BY_NOBODY && follower->room->status <= MEETING_PAUSED) {
        add(facts, "nobody", follower_doubt(follower, now, facts->arena), NULL);
    }
}

static void gather(struct facts *facts, const struct follower *follower, struct stamp now) {
    enum follower_picture picture = follower_picture(follower, now.at);
    size_t records = follower->room == NULL ? 0 : follower->room->record_count;
    facts->list = arena_array(facts->arena, records + FACTS_FEW, sizeof *facts->list);
    if (picture == PICTURE_BLANK) {
        add_same(facts, "BLANK: nothing is shown");
    } else if (picture == PICTURE_LOST) {
        add_same(facts, arena_format(facts->arena, "NO SIGNAL. %s", follower_lost_why(follower->signal)));
    } else if (follower->room != NULL) {
        room_facts(facts, follower, picture == PICTURE_ITEM, now);
    }
}

/* --- what is new --- */

static bool known(const struct facts *facts, const char *what) {
    for (size_t i = 0; i < facts->count; i++) {
        if (text_equal(facts->list[i].key, what)) {
            return true;
        }
    }
    return false;
}

static bool has_subject(const struct facts *facts, const char *subject) {
    for (size_t i = 0; i < facts->count; i++) {
        if (text_equal(facts->list[i].subject, subject)) {
            return true;
        }
    }
    return false;
}

static void say_one(struct arena *arena, const char *text, struct buffer *out) {
    if (text != NULL) {
        buffer_format(out, "%s\n", text_shown(arena, text, strlen(text)));
    }
}

void follower_say(struct follower_said *said, const struct follower *follower, struct stamp now, struct buffer *out) {
    struct facts facts = {.arena = arena_new()};
    gather(&facts, follower, now);
    for (size_t i = 0; i < facts.count; i++) {
        if (!known(&said->before, facts.list[i].key)) {
            say_one(facts.arena, facts.list[i].text, out);
        }
    }
    /* a record that was taken back while its item goes on; what another picture leaves out is no news */
    bool same = facts.item != NULL && text_equal(facts.item, said->before.item);
    for (size_t i = 0; same && i < said->before.count; i++) {
        const char *subject = said->before.list[i].subject;
        if (subject != NULL && !has_subject(&facts, subject)) {
            say_one(facts.arena, arena_format(facts.arena, "%s is not shown any more", subject), out);
        }
    }
    arena_free(said->before.arena);
    said->before = facts;
}
