/* Random meetings, copied, gone on with in both copies and made one: nothing is lost, nothing comes twice, A's bytes
 * stay, and the order is that of a reference worked out here in another way: on the text. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "candour/base/text.h"
#include "candour/format/merge.h"
#include "format_files.h"
#include "support/digest.h"
#include "support/random_meeting.h"

enum { SEEDS = 150 };

struct pair {
    struct arena *arena;
    struct chance chance;
    struct buffer base;
    struct loaded copy[3];
    struct buffer text[3];
    struct merge *merge;
};

static bool moves_clock(const struct meeting *m, const struct event *event) {
    bool gives_up = event->what == DO_SKIP || event->what == DO_PARK;
    return event_kinds[event->what].clock ||
           (gives_up && m->current >= 0 &&
            text_equal(m->items[m->current].item->id, ((const struct event_item *)event->body)->item));
}

/* Up to COUNT random events; some of them at an instant that OTHER has taken. */
static void go_on(struct pair *p, struct meeting *m, const struct meeting *other, size_t count, bool clock) {
    size_t wanted = m->event_count + count;
    for (size_t tries = 0; m->event_count < wanted && tries < count * 20; tries++) {
        struct event event = random_event(&p->chance, m);
        if (!clock && moves_clock(m, &event))
            continue;
        if (other && chance_percent(&p->chance, 15)) {
            instant taken = other->events[chance_below(&p->chance, (uint32_t)other->event_count)].at.at;
            event.at.at = taken > meeting_last_instant(m) ? taken : event.at.at;
        }
        meeting_apply(m, &event);
    }
}

static void text_of(struct pair *p, int copy) {
    save_session(p->copy[copy].meeting, &p->text[copy]);
}

static struct pair random_pair(uint64_t seed) {
    struct pair p = {.arena = arena_new(), .chance = chance_of(seed)};
    struct meeting *base = random_meeting(&p.chance, p.arena, 1 + seed % 50);
    save_session(base, &p.base);
    for (int copy = 0; copy < 3; copy++)
        p.copy[copy] = must_load(p.arena, p.base.bytes, p.base.length);
    bool clock = chance_percent(&p.chance, 30);
    go_on(&p, p.copy[0].meeting, NULL, chance_below(&p.chance, 12), clock);
    go_on(&p, p.copy[1].meeting, p.copy[0].meeting, chance_below(&p.chance, 12), false);
    go_on(&p, p.copy[2].meeting, p.copy[1].meeting, chance_below(&p.chance, 6), false);
    for (int copy = 0; copy < 3; copy++)
        text_of(&p, copy);
    p.merge = merge_meetings(p.copy[0].meeting, p.copy[1].meeting, p.arena);
    return p;
}

static void pair_free(struct pair *p) {
    buffer_free(&p->base);
    for (int copy = 0; copy < 3; copy++)
        buffer_free(&p->text[copy]);
    arena_free(p->arena);
}

/* --- the reference --- */

static bool in_word(char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_' || c == '-';
}

static const char *renamed(const struct merge *merge, const char *word, size_t length) {
    for (size_t i = 0; i < merge->rename_count; i++)
        if (strlen(merge->renames[i].from) == length && memcmp(merge->renames[i].from, word, length) == 0)
            return merge->renames[i].to;
    return NULL;
}

/* Every word of TEXT that is an id of B's becomes what it is now: random texts speak of none. */
static void put_renamed(const struct merge *merge, const char *text, struct buffer *out) {
    while (*text) {
        size_t length = 0;
        while (in_word(text[length]))
            length++;
        const char *to = length > 0 ? renamed(merge, text, length) : NULL;
        if (to)
            buffer_text(out, to);
        else
            buffer_add(out, text, length > 0 ? length : 1);
        text += length > 0 ? length : 1;
    }
}

static bool is_left_out(const struct merge *merge, enum merge_side side, size_t event) {
    for (size_t i = 0; i < merge->count; i++)
        if (merge->events[i].said.side == side && merge->events[i].said.event == event)
            return false;
    return true;
}

/* Its text as it should stand: B's with its new ids and, where A has its time, the next that is free. */
static void put_event(const struct pair *p, enum merge_side side, size_t event, instant at, struct buffer *out) {
    const struct meeting *m = p->copy[side].meeting;
    struct event copy = m->events[event];
    struct event_of of;
    struct buffer text = {0};
    copy.at.at = at;
    if (copy.what == DO_UNDO || copy.what == DO_REDO) {
        of = *(const struct event_of *)copy.body;
        for (size_t i = 0; side == MERGE_B && i < p->merge->count; i++) {
            struct merge_said said = p->merge->events[i].said;
            if (said.side == MERGE_B && m->events[said.event].at.at == ((const struct event_of *)copy.body)->of.at)
                of.of = p->merge->events[i].event.at;
        }
        copy.body = &of;
    }
    save_event(&copy, &text);
    if (side == MERGE_B)
        put_renamed(p->merge, text.bytes, out);
    else
        buffer_text(out, text.bytes);
    buffer_free(&text);
}

static bool a_takes(const struct pair *p, instant at) {
    const struct meeting *a = p->copy[0].meeting;
    for (size_t i = p->merge->base; i < a->event_count; i++)
        if (a->events[i].at.at == at)
            return !is_left_out(p->merge, MERGE_A, i);
    return false;
}

/* The session as a person would put it together by hand: again and again the earlier of the two that come next. */
static void by_hand(const struct pair *p, struct buffer *out) {
    const struct meeting *a = p->copy[0].meeting, *b = p->copy[1].meeting;
    size_t x = p->merge->base, y = x;
    instant last = 0;
    save_opening(a->agenda, out);
    for (size_t i = 0; i < x; i++)
        save_event(&a->events[i], out);
    while (x < a->event_count || y < b->event_count) {
        instant at = 0;
        if (y < b->event_count)
            at = b->events[y].at.at > last ? b->events[y].at.at : last + 1;
        bool left = y < b->event_count && is_left_out(p->merge, MERGE_B, y);
        while (at != 0 && !left && a_takes(p, at))
            at++;
        if (at == 0 || (x < a->event_count && a->events[x].at.at < at)) {
            if (!is_left_out(p->merge, MERGE_A, x))
                put_event(p, MERGE_A, x, a->events[x].at.at, out);
            x++;
        } else {
            if (!left)
                put_event(p, MERGE_B, y, at, out);
            last = left ? last : at;
            y++;
        }
    }
}

static size_t remarks(const struct merge *merge, enum merge_remark_kind kind) {
    size_t count = 0;
    for (size_t i = 0; i < merge->remark_count; i++)
        count += merge->remarks[i].kind == kind;
    return count;
}

/* --- what holds --- */

static void write_all(const struct pair *p, const struct merge *merge, const struct buffer *a, const struct buffer *b,
                      struct buffer *out) {
    struct merge_written written;
    struct merge_file files[] = {{.bytes = a->bytes, .length = a->length, .appendable = true},
                                 {.bytes = b->bytes, .length = b->length, .appendable = true}};
    assert_true(places_read(a->bytes, a->length, p->arena, &files[0].places));
    assert_true(places_read(b->bytes, b->length, p->arena, &files[1].places));
    assert_true(merge_write(merge, files, p->arena, out, &written));
    assert_int_equal(written.lost_count, 0);
    assert_false(written.reshaped);
}

/* Of the events it left out, each has a remark; of those it took, none stands twice. */
static void nothing_is_lost(const struct pair *p) {
    const struct merge *merge = p->merge;
    size_t left = 0;
    for (int side = MERGE_A; side <= MERGE_B; side++) {
        size_t seen = 0, before = 0;
        for (size_t i = 0; i < merge->count; i++)
            if ((int)merge->events[i].said.side == side) {
                assert_true(seen == 0 || merge->events[i].said.event > before);
                before = merge->events[i].said.event;
                seen++;
            }
        assert_int_equal(seen, merge->taken[side] + (side == MERGE_A ? merge->shared : 0));
        left += merge->from[side]->event_count - merge->base - merge->taken[side] - merge->shared;
    }
    assert_true(left == 0 || remarks(merge, MERGE_REMARK_ONCE) > 0);
    for (size_t i = 1; i < merge->count; i++)
        assert_true(merge->events[i].event.at.at > merge->events[i - 1].event.at.at);
}

/* The base and its `#`, as they were, and nothing of it twice. */
static void begins_with_a(const struct pair *p, const struct buffer *text) {
    struct arena *arena = arena_new();
    struct buffer bare = {0};
    static const struct outcome none;
    struct buffer base = {0};
    assert_true(save_outcome(text->bytes, text->length, &none, &bare));
    assert_true(save_outcome(p->base.bytes, p->base.length, &none, &base));
    assert_true(bare.length >= base.length);
    assert_memory_equal(bare.bytes, base.bytes, base.length);
    buffer_free(&bare);
    buffer_free(&base);
    arena_free(arena);
}

static void two_copies_become_one(void **state) {
    (void)state;
    size_t done = 0;
    for (uint64_t seed = 1; seed <= SEEDS; seed++) {
        struct pair p = random_pair(seed);
        struct buffer text = {0}, wanted = {0}, found = {0};
        if (p.merge->refusal.why == MERGE_GOOD) {
            done++;
            nothing_is_lost(&p);
            write_all(&p, p.merge, &p.text[0], &p.text[1], &text);
            begins_with_a(&p, &text);
            struct loaded loaded = must_load(p.arena, text.bytes, text.length);
            assert_true(digest_all(loaded.meeting) == digest_all(p.merge->meeting));
            if (remarks(p.merge, MERGE_REMARK_ITEM_KEPT) + remarks(p.merge, MERGE_REMARK_MENTION) == 0) {
                by_hand(&p, &wanted);
                save_session(loaded.meeting, &found);
                same_bytes(&wanted, &found);
            }
        } else {
            assert_int_equal(p.merge->refusal.why, MERGE_NO_PLACE);
            assert_null(p.merge->meeting);
        }
        buffer_free(&text);
        buffer_free(&wanted);
        buffer_free(&found);
        pair_free(&p);
    }
    assert_true(done > SEEDS / 2);
}

/* --- the other way round --- */

/* But for ids, and what refers to them. */
static void same_record(const struct record_state *a, const struct record_state *b) {
    const struct shape *shape = record_shape(a->kind);
    assert_int_equal(a->kind, b->kind);
    assert_int_equal(a->event, b->event);
    assert_int_equal(a->words_event, b->words_event);
    assert_int_equal(a->read_event, b->read_event);
    assert_int_equal(a->withdrawn, b->withdrawn);
    for (size_t i = 0; i < shape->count; i++)
        if (shape->fields[i].type != FIELD_ID && shape->fields[i].type != FIELD_REF &&
            shape->fields[i].type != FIELD_REFS)
            assert_true(field_equal(&shape->fields[i], a->now, b->now));
}

static void same_but_for_ids(const struct meeting *a, const struct meeting *b) {
    assert_int_equal(a->event_count, b->event_count);
    assert_int_equal(a->status, b->status);
    assert_int_equal(a->record_count, b->record_count);
    assert_int_equal(a->item_count, b->item_count);
    assert_true(a->end_account == b->end_account);
    for (size_t i = 0; i < a->record_count; i++)
        same_record(&a->records[i], &b->records[i]);
    for (uint32_t i = 0; i < a->item_count; i++) {
        assert_true(a->items[i].granted == b->items[i].granted);
        assert_true(a->items[i].used == b->items[i].used);
        assert_int_equal(a->items[i].stage, b->items[i].stage);
        assert_int_equal(a->order[i], b->order[i]);
    }
    for (size_t i = 0; i < a->agenda->findings.count; i++)
        assert_int_equal(a->findings[i].position_event, b->findings[i].position_event);
}

static void the_other_way_round(void **state) {
    (void)state;
    size_t done = 0;
    for (uint64_t seed = 1; seed <= SEEDS; seed++) {
        struct pair p = random_pair(seed);
        struct merge *other = merge_meetings(p.copy[1].meeting, p.copy[0].meeting, p.arena);
        if (remarks(p.merge, MERGE_REMARK_MOVED) + remarks(other, MERGE_REMARK_MOVED) == 0) {
            assert_int_equal(p.merge->refusal.why, other->refusal.why);
            if (p.merge->refusal.why == MERGE_GOOD) {
                done++;
                assert_int_equal(p.merge->count, other->count);
                assert_int_equal(p.merge->remark_count - remarks(p.merge, MERGE_REMARK_MENTION),
                                 other->remark_count - remarks(other, MERGE_REMARK_MENTION));
                same_but_for_ids(p.merge->meeting, other->meeting);
            }
        }
        pair_free(&p);
    }
    assert_true(done > SEEDS / 3);
}

/* --- again, and with a third copy --- */

static void what_is_in_it_adds_nothing(void **state) {
    (void)state;
    for (uint64_t seed = 1; seed <= SEEDS; seed++) {
        struct pair p = random_pair(seed);
        for (int copy = 0; copy < 2 && p.merge->refusal.why == MERGE_GOOD; copy++) {
            struct merge *again = merge_meetings(p.merge->meeting, p.copy[copy].meeting, p.arena);
            assert_int_equal(again->refusal.why, MERGE_GOOD);
            assert_int_equal(again->taken[MERGE_B], 0);
            if (remarks(p.merge, MERGE_REMARK_ONCE) == 0)
                assert_true(digest_all(again->meeting) == digest_all(p.merge->meeting));
        }
        pair_free(&p);
    }
}

/* As it is with nothing moved or left out, where it depends on who came first. */
static bool plainly(const struct merge *merge) {
    return merge && merge->refusal.why == MERGE_GOOD &&
           remarks(merge, MERGE_REMARK_MOVED) + remarks(merge, MERGE_REMARK_ONCE) == 0;
}

static void a_third_copy_joins(void **state) {
    (void)state;
    size_t done = 0;
    for (uint64_t seed = 1; seed <= SEEDS; seed++) {
        struct pair p = random_pair(seed);
        struct merge *last = merge_meetings(p.copy[1].meeting, p.copy[2].meeting, p.arena);
        struct merge *one = plainly(p.merge) ? merge_meetings(p.merge->meeting, p.copy[2].meeting, p.arena) : NULL;
        struct merge *other = plainly(last) ? merge_meetings(p.copy[0].meeting, last->meeting, p.arena) : NULL;
        if (plainly(one) && plainly(other)) {
            done++;
            same_but_for_ids(one->meeting, other->meeting);
        }
        pair_free(&p);
    }
    assert_true(done > SEEDS / 5);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(two_copies_become_one),
        cmocka_unit_test(the_other_way_round),
        cmocka_unit_test(what_is_in_it_adds_nothing),
        cmocka_unit_test(a_third_copy_joins),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
