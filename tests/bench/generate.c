#include "generate.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "candour/base/arena.h"
#include "candour/base/diag.h"
#include "candour/format/load.h"
#include "candour/format/save.h"
#include "candour/store/file.h"

enum { LEAD = 2, TURN = 10, STEP_MS = 300 };

static const char *const agencies[] = {"CSC", "EDU", "POL", "CCG", "COM", "ACU", "MHT", "DIS", "NPS"};
enum { AGENCIES = sizeof agencies / sizeof *agencies };

/* What turn NUMBER is about. */
struct turn {
    struct arena *arena;
    size_t number; /* counts from 0 */
    const char *finding, *by, *to, *challenge, *agreement;
};

static const char *numbered(struct arena *arena, char letter, size_t number) {
    return arena_format(arena, "%c%zu", letter, number);
}

static struct texts one_text(struct arena *arena, const char *text) {
    struct texts texts = {.items = arena_array(arena, 1, sizeof *texts.items), .count = 1};
    texts.items[0] = text;
    return texts;
}

/* Two challenges a turn. */
static void challenge(const struct turn *turn, bool second, struct challenge *c) {
    c->id = numbered(turn->arena, 'C', 2 * turn->number + (second ? 2 : 1));
    c->finding = turn->finding;
    c->by = second ? turn->to : turn->by;
    c->to = second ? turn->by : turn->to;
    c->kind = second ? CHALLENGE_QUESTION : CHALLENGE_CHALLENGE;
    c->put = "Who looks at the household as a whole when the appointment was missed for the third time, and what "
             "would have told us in the week it happened?";
    c->given = "The system closes the episode by itself; we cannot show that a person decided it.";
    c->given_by = c->to;
    c->outcome = second ? CHALLENGE_OPEN : CHALLENGE_EXPLAINED;
}

static void agreement(const struct turn *turn, struct agreement *a) {
    a->id = turn->agreement;
    a->item = "I5";
    a->findings = one_text(turn->arena, turn->finding);
    a->from = turn->challenge;
    a->text = "No episode is closed after missed appointments without a named person who writes down why.";
    a->owner = turn->to;
    a->owner_role = "Director of operations";
    a->partners = one_text(turn->arena, turn->by);
    a->kind = "remove";
    a->priority = PRIORITY_NOW;
    a->due = day_of(2017, 3, 31);
    a->links = one_text(turn->arena, "P1");
    a->evidence = "Dip-sample of thirty closed episodes";
    a->measure = "Share of episodes closed by a named person";
}

static void amend(const struct turn *turn, struct event_amend *amended) {
    struct challenge *set = arena_alloc(turn->arena, sizeof *set);
    const struct field *reason = shape_field(&SHAPE_CHALLENGE, "reason");
    amended->id = turn->challenge;
    set->reason = "Answered in the room";
    amended->set = (struct amendment){
        .of = &SHAPE_CHALLENGE, .set = set, .mask = UINT64_C(1) << shape_place(&SHAPE_CHALLENGE, reason)};
}

static void assent(const struct turn *turn, struct event_assent *assented) {
    assented->id = turn->agreement;
    assented->agency = turn->to;
    assented->state = ASSENT_AGREED;
}

static void position(const struct turn *turn, struct event_position *said) {
    said->finding = turn->finding;
    said->position = POSITION_ACCEPTED_IN_PART;
    said->reason = "The pattern is accepted; its extent in adult services is not yet known.";
}

static void note(const struct turn *turn, struct note *n) {
    n->id = numbered(turn->arena, 'N', turn->number + 1);
    n->kind = NOTE_DECISION;
    n->text = "The sub-group brings the figures of the last four quarters to the next meeting.";
}

static void progress(const struct turn *turn, struct event_progress *p) {
    p->id = turn->agreement;
    p->by = turn->to;
    p->status = AGREEMENT_IN_PROGRESS;
    p->text = "The first ten episodes were read.";
}

static enum event_do kind_of(size_t number) {
    static const enum event_do turn[TURN] = {DO_FOCUS,  DO_CHALLENGE, DO_HEARD,    DO_AMEND, DO_AGREEMENT,
                                             DO_ASSENT, DO_CHALLENGE, DO_POSITION, DO_NOTE,  DO_PROGRESS};
    if (number < LEAD)
        return number == 0 ? DO_OPEN : DO_START;
    return turn[(number - LEAD) % TURN];
}

static void fill(const struct turn *turn, const struct event *event, bool second) {
    switch (event->what) {
    case DO_FOCUS:
        ((struct event_focus *)event->body)->finding = turn->finding;
        break;
    case DO_HEARD:
        ((struct event_heard *)event->body)->agency = turn->by;
        break;
    case DO_CHALLENGE:
        challenge(turn, second, event->body);
        break;
    case DO_AGREEMENT:
        agreement(turn, event->body);
        break;
    case DO_AMEND:
        amend(turn, event->body);
        break;
    case DO_ASSENT:
        assent(turn, event->body);
        break;
    case DO_POSITION:
        position(turn, event->body);
        break;
    case DO_NOTE:
        note(turn, event->body);
        break;
    case DO_PROGRESS:
        progress(turn, event->body);
        break;
    default:
        break;
    }
}

struct event generate_event(struct arena *arena, size_t number) {
    struct stamp at = {.at = instant_of(day_of(2016, 11, 22), 13 * 60 + 30, 0) + (instant)number * STEP_MS};
    struct event event = event_new(arena, kind_of(number), at);
    if (number == 0)
        ((struct event_open *)event.body)->program = "candour";
    else if (number == 1)
        ((struct event_start *)event.body)->item = "I5";
    else {
        size_t count = (number - LEAD) / TURN;
        struct turn turn = {.arena = arena,
                            .number = count,
                            .finding = numbered(arena, 'F', 1 + count % 6),
                            .by = agencies[count % AGENCIES],
                            .to = agencies[(count + 1 + count % 7) % AGENCIES],
                            .challenge = numbered(arena, 'C', 2 * count + 1),
                            .agreement = numbered(arena, 'A', count + 1)};
        fill(&turn, &event, (number - LEAD) % TURN > TURN / 2);
    }
    return event;
}

void generate_session(const struct agenda *agenda, size_t count, struct buffer *out) {
    save_opening(agenda, out);
    for (size_t i = 0; i < count; i++) {
        struct arena *arena = arena_new();
        struct event event = generate_event(arena, i);
        save_event(&event, out);
        arena_free(arena);
    }
}

/* Another review: its own code, day and findings. */
static const struct agenda *variant(const struct agenda *agenda, size_t number, struct arena *arena) {
    struct agenda *copy = arena_alloc(arena, sizeof *copy);
    struct review *review = arena_alloc(arena, sizeof *review);
    struct meeting_details *meeting = arena_alloc(arena, sizeof *meeting);
    struct finding *findings = arena_array(arena, agenda->findings.count, sizeof *findings);
    *copy = *agenda;
    *review = *agenda->review;
    *meeting = *agenda->meeting;
    review->id = arena_format(arena, "HMB-%05zu", number);
    review->title = arena_format(arena, "Serious Case Review HMB-%05zu", number);
    meeting->date = day_of(2016, 11, 22) - (day)(number % 2000);
    memcpy(findings, agenda->findings.items, agenda->findings.count * sizeof *findings);
    for (size_t i = 0; i < agenda->findings.count; i++)
        findings[i].title = arena_format(arena, "%s (%zu)", findings[i].title, number);
    copy->review = review;
    copy->meeting = meeting;
    copy->findings.items = findings;
    return copy;
}

static bool write_one(const char *folder, size_t number, const struct buffer *text, struct arena *arena) {
    const char *path = arena_format(arena, "%s/%03zu", folder, number / 1000);
    if (number % 1000 == 0 && mkdir(path, 0700) != 0)
        return false;
    FILE *file = fopen(arena_format(arena, "%s/%05zu.yaml", path, number), "we");
    bool written = file != NULL && fwrite(text->bytes, 1, text->length, file) == text->length;
    return file != NULL && fclose(file) == 0 && written;
}

bool generate_folder(const struct agenda *agenda, size_t count, size_t events, const char *folder) {
    bool good = mkdir(folder, 0700) == 0;
    for (size_t i = 0; i < count && good; i++) {
        struct arena *arena = arena_new();
        struct buffer text = {0};
        generate_session(variant(agenda, i, arena), events, &text);
        good = write_one(folder, i, &text, arena);
        buffer_free(&text);
        arena_free(arena);
    }
    if (!good)
        perror(folder);
    return good;
}

const struct agenda *generate_agenda(const char *path, struct arena *arena) {
    struct load_from from = {.name = path};
    struct loaded loaded;
    struct diags diags;
    char *bytes;
    diags_begin(&diags, arena);
    const char *why = file_read(path, LOAD_FILE_MOST, arena, &bytes, &from.length, NULL);
    from.bytes = bytes;
    if (!why && load_meeting(&from, arena, &diags, &loaded))
        return loaded.agenda;
    struct buffer text = {0};
    diags_write(&diags, &text);
    fprintf(stderr, "%s\n", why ? why : text.bytes);
    buffer_free(&text);
    return NULL;
}
