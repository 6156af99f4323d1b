/* The index of ids: what every id of the file names, found without a search.
 *
 * Entries are never taken out. Whether a record, an added item or a row of attendance stands now is seen by looking:
 * the state at its place must carry the id. So undo needs not touch the index, and an id once used is known for ever.
 */
#include <stdio.h>
#include <string.h>

#include "candour/base/arena.h"
#include "candour/base/text.h"
#include "candour/core/id.h"
#include "fold.h"

enum { IDS_LEAST = 128, TAG_BITS = 5 };

/* FNV-1a, folded: ids are short and differ in their last letters. */
static uint32_t id_hash(const char *id) {
    uint32_t hash = 2166136261U;
    for (; *id; id++)
        hash = (hash ^ (unsigned char)*id) * 16777619U;
    return hash ^ hash >> 15;
}

static uint32_t names_of(const struct id_entry *entry) {
    return 1U << (entry->tag & ((1U << TAG_BITS) - 1));
}

static uint32_t tag_of(uint32_t hash, uint32_t names) {
    uint32_t bit = 0;
    while (names >> bit != 1)
        bit++;
    return hash << TAG_BITS | bit;
}

static bool same_id(const struct id_entry *entry, const char *id, uint32_t hash) {
    return entry->tag >> TAG_BITS == hash << TAG_BITS >> TAG_BITS && strcmp(entry->id, id) == 0;
}

static struct id_entry *slot_of(const struct meeting_inside *inside, const char *id, uint32_t hash, uint32_t tag) {
    uint32_t at = hash & (inside->id_capacity - 1);
    while (inside->ids[at].id && !(inside->ids[at].tag == tag && strcmp(inside->ids[at].id, id) == 0))
        at = (at + 1) & (inside->id_capacity - 1);
    return &inside->ids[at];
}

static void ids_grow(struct meeting *m) {
    struct meeting_inside *inside = m->inside;
    struct id_entry *old = inside->ids;
    uint32_t count = inside->id_capacity;
    inside->id_capacity = count == 0 ? IDS_LEAST : count * 2;
    inside->ids = arena_array(m->arena, inside->id_capacity, sizeof *inside->ids);
    for (uint32_t i = 0; i < count; i++)
        if (old[i].id)
            *slot_of(inside, old[i].id, id_hash(old[i].id), old[i].tag) = old[i];
}

/* The number behind a letter, 0 when that is not what it is (no number begins with 0). */
static uint32_t number_of(const char *id) {
    uint32_t number = 0;
    const char *c = id + 1;
    for (; *c >= '0' && *c <= '9' && number <= RECORD_NUMBER_MOST; c++)
        number = number * 10 + (uint32_t)(*c - '0');
    return *c != '\0' || id[1] == '0' || number > RECORD_NUMBER_MOST ? 0 : number;
}

static void number_used(struct meeting_inside *inside, const char *id) {
    uint32_t number = number_of(id);
    uint32_t *next = NULL;
    for (int kind = 0; kind < RECORD_KINDS; kind++)
        if (id[0] == record_letter((enum record_kind)kind))
            next = &inside->next[kind];
    if (id[0] == 'I')
        next = &inside->next_item;
    if (next && number >= *next)
        *next = number + 1;
}

void ids_put(struct meeting *m, const char *id, uint32_t names, size_t place) {
    struct meeting_inside *inside = m->inside;
    if (id == NULL || id[0] == '\0')
        return; /* an agenda with faults is looked at too, to name them all */
    if (inside->id_count * 4 >= inside->id_capacity * 3)
        ids_grow(m);
    uint32_t hash = id_hash(id), tag = tag_of(hash, names);
    struct id_entry *entry = slot_of(inside, id, hash, tag);
    if (entry->id == NULL) {
        inside->id_count++;
        *entry = (struct id_entry){.id = id, .tag = tag};
        if (names != NAMES_ATTENDEE)
            number_used(inside, id);
    }
    entry->place = (uint32_t)place;
}

static bool stands(const struct meeting *m, const struct id_entry *entry) {
    uint32_t names = names_of(entry);
    const char *there = NULL;
    if (names & REF_RECORD)
        there = entry->place < m->record_count ? m->records[entry->place].id : NULL;
    else if (names == REF_ITEM)
        there = entry->place < m->item_count ? m->items[entry->place].item->id : NULL;
    else if (names == NAMES_ATTENDEE)
        there = entry->place < m->attendance_count ? m->attendance[entry->place].who : NULL;
    else
        return true;
    return there && (there == entry->id || strcmp(there, entry->id) == 0);
}

const struct id_entry *ids_find(const struct meeting *m, const char *id, uint32_t names) {
    const struct meeting_inside *inside = m->inside;
    if (id == NULL || id[0] == '\0')
        return NULL;
    uint32_t hash = id_hash(id), at = hash & (inside->id_capacity - 1);
    for (; inside->ids[at].id; at = (at + 1) & (inside->id_capacity - 1)) {
        const struct id_entry *entry = &inside->ids[at];
        if ((names_of(entry) & names) && same_id(entry, id, hash) && stands(m, entry))
            return entry;
    }
    return NULL;
}

#define PUT_ALL(m, list, type, names_)                                                                                 \
    do {                                                                                                               \
        const type *entries = (list).items;                                                                            \
        for (size_t i = 0; i < (list).count; i++)                                                                      \
            ids_put((m), entries[i].id, (names_), i);                                                                  \
    } while (0)

void ids_begin(struct meeting *m) {
    const struct agenda *agenda = m->agenda;
    for (int kind = 0; kind < RECORD_KINDS; kind++)
        m->inside->next[kind] = 1;
    m->inside->next_item = 1;
    size_t words;
    const struct id_word *reserved = id_words(&words);
    for (size_t i = 0; i < words; i++)
        ids_put(m, reserved[i].word, reserved[i].names, 0);
    PUT_ALL(m, agenda->agencies, struct agency, REF_AGENCY);
    PUT_ALL(m, agenda->people, struct person, REF_PERSON);
    PUT_ALL(m, agenda->priorities, struct priority, REF_PRIORITY);
    PUT_ALL(m, agenda->learning, struct learning, REF_LEARNING);
    PUT_ALL(m, agenda->findings, struct finding, REF_FINDING);
    const struct finding *findings = agenda->findings.items;
    for (size_t f = 0; f < agenda->findings.count; f++)
        PUT_ALL(m, findings[f].recommendations, struct recommendation, REF_RECOMMENDATION);
    PUT_ALL(m, agenda->items, struct item, REF_ITEM);
    PUT_ALL(m, agenda->proposals, struct agreement, REF_PROPOSAL);
    PUT_ALL(m, marker_of(agenda)->questions, struct marker_question, REF_QUESTION);
    struct list kinds = {.items = NULL};
    const struct change_kind *kind = kinds_of(agenda, &kinds.count);
    for (size_t i = 0; i < kinds.count; i++)
        ids_put(m, kind[i].id, REF_KIND, i);
}

uint32_t meeting_names(const struct meeting *meeting, const char *id, size_t *place) {
    const struct id_entry *entry = ids_find(meeting, id, ~NAMES_ATTENDEE);
    if (entry == NULL)
        return 0;
    if (place)
        *place = entry->place;
    return names_of(entry);
}

bool meeting_ref_fits(const struct meeting *meeting, const struct field *field, const char *id) {
    const struct id_entry *entry = ids_find(meeting, id, field->refs & ~(uint32_t)REF_ALONE);
    if (entry == NULL)
        return false;
    if (names_of(entry) != REF_PERSON || (field->refs & REF_ALONE) == 0)
        return true;
    return ((const struct person *)meeting->agenda->people.items)[entry->place].agency == NULL;
}

static int32_t place_of(const struct meeting *m, const char *id, uint32_t names) {
    const struct id_entry *entry = ids_find(m, id, names);
    return entry ? (int32_t)entry->place : -1;
}

struct record_state *meeting_record(const struct meeting *meeting, const char *id) {
    int32_t place = place_of(meeting, id, REF_RECORD);
    return place < 0 ? NULL : &meeting->records[place];
}

int32_t meeting_item_place(const struct meeting *meeting, const char *id) {
    return place_of(meeting, id, REF_ITEM);
}

int32_t meeting_finding_place(const struct meeting *meeting, const char *id) {
    return place_of(meeting, id, REF_FINDING);
}

int32_t agency_place(const struct meeting *m, const char *id) {
    return place_of(m, id, REF_AGENCY);
}

/* Also of what was undone: the entry is there, whether or not it stands. */
bool meeting_id_free(const struct meeting *meeting, const char *id) {
    const struct meeting_inside *inside = meeting->inside;
    uint32_t hash = id_hash(id), at = hash & (inside->id_capacity - 1);
    for (; inside->ids[at].id; at = (at + 1) & (inside->id_capacity - 1))
        if (names_of(&inside->ids[at]) != NAMES_ATTENDEE && same_id(&inside->ids[at], id, hash))
            return false;
    return true;
}

struct refusal ids_check_record(const struct meeting *m, enum record_kind kind, const char *id) {
    if (id[0] != record_letter(kind) || number_of(id) == 0)
        return refused(REFUSED_ID_ORDER, id);
    return meeting_id_free(m, id) ? accepted() : refused(REFUSED_ID_USED, id);
}

/* The board, the review and the marker are named by nothing, but their ids are taken. */
static bool names_meeting(const struct meeting *m, const char *id) {
    const struct agenda *agenda = m->agenda;
    return (agenda->board && text_equal(agenda->board->id, id)) ||
           (agenda->review && text_equal(agenda->review->id, id)) ||
           (agenda->marker && text_equal(agenda->marker->id, id));
}

struct refusal ids_check_item(const struct meeting *m, const char *id) {
    if (!id_formed(id) || id_like_record(id) || id_reserved(id))
        return refused(REFUSED_ID_ORDER, id);
    return meeting_id_free(m, id) && !names_meeting(m, id) ? accepted() : refused(REFUSED_ID_USED, id);
}

char *meeting_next_id(const struct meeting *meeting, enum record_kind kind, char out[16]) {
    snprintf(out, 16, "%c%u", record_letter(kind), meeting->inside->next[kind]);
    return out;
}

char *meeting_next_item_id(const struct meeting *meeting, char out[16]) {
    snprintf(out, 16, "I%u", meeting->inside->next_item);
    return out;
}
