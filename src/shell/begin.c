#include "candour/shell/begin.h"

#include <stdlib.h>
#include <string.h>

#include "candour/base/arena.h"
#include "candour/format/save.h"
#include "candour/shell/ask.h"
#include "candour/shell/editor.h"
#include "candour/shell/found.h"
#include "candour/store/name.h"

enum { BEHIND_SAID_MS = 2 * MS_SECOND };

void begun_free(struct begun *begun) {
    session_close(begun->session);
    buffer_free(&begun->notice);
    arena_free(begun->arena);
    *begun = (struct begun){0};
}

void begun_say(struct begun *begun, const char *sentence) {
    if (sentence == NULL) {
        return;
    }
    bool ends = strchr(".!?", sentence[strlen(sentence) - 1]) != NULL;
    buffer_format(&begun->notice, "%s%s%s", begun->notice.length == 0 ? "" : " ", sentence, ends ? "" : ".");
}

static enum exit_status held(const char *path, const struct session_holder *holder) {
    char clock[CLOCK_SIZE], words[40];
    struct stamp since;
    bool known = stamp_read(holder->since, &since);
    if (holder->pid > 0) {
        say_error("%s is open in another candour: process %ld on %s, since %s%s%s", path, holder->pid,
                  holder->host[0] == '\0' ? "this computer" : holder->host,
                  known ? stamp_clock(since, clock) : "a time it does not say", known ? " on " : "",
                  known ? day_in_words(stamp_day(since), words, sizeof words) : "");
    } else {
        say_error("%s is open in another candour", path);
    }
    say_error("leave the meeting there (q) and run it here again; 'candour review %s' shows it meanwhile", path);
    say_error("'candour follow %s' shows it to the room, on a second screen", path);
    return EXIT_SYSTEM;
}

/* --- a new session --- */

static enum exit_status begin_new(struct input *input, const char *path, struct arena *arena, struct begun *out) {
    struct session_holder holder = {0};
    const char *why = NULL;
    struct session *session = NULL;
    enum session_fault fault = session_new(path, arena, &session, &holder, &why);
    if (fault == SESSION_HELD) {
        return held(path, &holder);
    }
    if (fault != SESSION_GOOD) {
        say_error("%s", why);
        if (fault == SESSION_TAKEN) {
            say_error("name another file with -o; an unfinished meeting is gone on with by 'candour run %s'", path);
        } else {
            say_error("another place for the session is named with -o");
        }
        return fault == SESSION_TAKEN ? EXIT_USAGE : EXIT_SYSTEM;
    }
    *out = (struct begun){
        .arena = arena, .meeting = input->loaded.meeting, .session = session, .path = path, .remarks = &input->diags};
    begun_say(out, why);
    return EXIT_DONE;
}

/* --- a session gone on with --- */

static bool is_over(const struct meeting *meeting) {
    return meeting->status == MEETING_CLOSED || meeting->status == MEETING_CONFIRMED;
}

static enum exit_status refuse_confirmed(const struct input *input) {
    const struct meeting *meeting = input->loaded.meeting;
    struct stamp last = meeting->events[meeting->event_count - 1].at;
    char words[40];
    say_error("%s is confirmed (last event on %s): its meeting is not taken up again", input->path,
              day_in_words(stamp_day(last), words, sizeof words));
    say_error("'candour review %s' shows it and takes corrections and follow-up", input->path);
    return EXIT_PROBLEMS;
}

static struct stamp closed_at(const struct meeting *meeting) {
    size_t i = meeting->event_count - 1;
    while (i > 0 && meeting->events[i].what != DO_CLOSE) {
        i--;
    }
    return meeting->events[i].at;
}

/* Closed by mistake, or too early: it is the person's to say, for what follows is in the record for ever. */
static bool taken_up(const struct input *input) {
    const struct meeting *meeting = input->loaded.meeting;
    struct stamp closed = closed_at(meeting);
    char words[40], clock[CLOCK_SIZE];
    say_line(stdout, "%s was closed on %s at %s, with %zu record%s.", input->path,
             day_in_words(stamp_day(closed), words, sizeof words), stamp_clock(closed, clock), meeting->record_count,
             meeting->record_count == 1 ? "" : "s");
    say_line(stdout, "What became of it is recorded with 'candour review %s'.", input->path);
    say_line(stdout, "Taken up again, its clock is paused where it was, and it is closed once more at its end.");
    if (ask_sure("Take the meeting up again?") == ANSWER_YES) {
        return true;
    }
    say_line(stdout, "Nothing was opened.");
    return false;
}

/* What a crash tore off is cut, and kept beside. */
static const char *cut_tail(struct begun *begun, const struct input *input, const struct clock *clock) {
    const char *kept_at = NULL;
    char stamp[STAMP_SIZE];
    if (input->loaded.torn == 0) {
        return NULL;
    }
    stamp_write(clock_now(clock), stamp);
    const char *why = session_cut(begun->session, input->loaded.whole, stamp, &kept_at, begun->arena);
    if (why == NULL) {
        begun->before_length = input->loaded.whole;
        begun_say(begun, arena_format(begun->arena,
                                      "A crash had cut the last event short: its %zu bytes were taken off and are kept "
                                      "in %s",
                                      input->loaded.torn, kept_at == NULL ? "no other file" : kept_at));
    }
    return why;
}

/* `before` in the form that can be appended to; true when it had another. */
static bool in_order(struct begun *begun, const struct input *input) {
    if (input->loaded.appendable) {
        return false;
    }
    struct buffer whole = {0};
    save_appendable(begun->before, begun->before_length, begun->meeting, &whole);
    begun->before = arena_copy(begun->arena, whole.bytes, whole.length);
    begun->before_length = whole.length;
    buffer_free(&whole);
    return true;
}

/* A file written by hand or otherwise is brought into the form that can be appended to, once. */
static const char *make_appendable(struct begun *begun, const struct input *input) {
    const char *notice = NULL;
    if (!in_order(begun, input)) {
        return NULL;
    }
    const char *why = session_finish(begun->session, begun->before, begun->before_length, &notice, begun->arena);
    if (why == NULL) {
        begun_say(begun, "The events in this file were brought into the form that is appended to; nothing else in it "
                         "was changed");
        begun_say(begun, notice);
    }
    return why;
}

/* Was what the draft was to record kept after all? The clock and what follows a restart say nothing about that. */
static bool draft_recorded(const struct meeting *meeting, const struct draft *draft) {
    for (size_t i = draft->events; i < meeting->event_count; i++) {
        enum event_do what = meeting->events[i].what;
        if (!event_kinds[what].clock && what != DO_REOPEN && what != DO_ADJOURN && what != DO_GAP) {
            return true;
        }
    }
    return false;
}

static void take_draft(struct begun *begun) {
    char *bytes = NULL;
    size_t length = 0;
    const char *why = session_draft_read(begun->session, begun->arena, &bytes, &length);
    begun_say(begun, why);
    if (why != NULL || bytes == NULL) {
        return;
    }
    struct draft *draft = arena_alloc(begun->arena, sizeof *draft);
    if (!load_draft(bytes, length, begun->arena, draft)) {
        begun_say(begun, "Half-typed words were found beside the session, but they cannot be read");
    } else if (draft_recorded(begun->meeting, draft)) {
        session_draft_gone(begun->session);
    } else {
        if (draft->events < begun->meeting->event_count) {
            draft->events = (uint32_t)begun->meeting->event_count;
        }
        begun->draft = draft;
    }
}

static void say_clock(struct begun *begun, struct clock *clock) {
    const struct meeting *meeting = begun->meeting;
    instant last = meeting->event_count == 0 ? 0 : meeting->events[meeting->event_count - 1].at.at;
    int64_t behind = clock_not_before(clock, last);
    if (behind > BEHIND_SAID_MS) {
        begun_say(begun, arena_format(begun->arena,
                                      "This computer's clock is %lld min behind the last event of the session; the "
                                      "meeting's clock goes on from that event",
                                      (long long)((behind + MS_MINUTE - 1) / MS_MINUTE)));
    }
}

/* The bytes of the open session are what counts: loads again when they are not those of INPUT. */
static enum exit_status load_again(struct input *input, const char *bytes, size_t length, struct arena *arena) {
    if (length == input->length && memcmp(bytes, input->bytes, length) == 0) {
        return EXIT_DONE;
    }
    input_load(input->path, arena_copy(arena, bytes, length), length, false, arena, input);
    return input->loaded.meeting == NULL ? EXIT_PROBLEMS : EXIT_DONE;
}

static enum exit_status open_locked(struct input *input, struct arena *arena, struct begun *out) {
    struct session_holder holder = {0};
    struct arena *locked = arena_new();
    char *bytes = NULL;
    size_t length = 0;
    const char *why = NULL;
    enum exit_status status = EXIT_DONE;
    *out = (struct begun){.arena = arena, .path = input->path};
    enum session_fault fault = session_open(input->path, false, locked, &out->session, &bytes, &length, &holder, &why);
    if (fault == SESSION_HELD) {
        status = held(input->path, &holder);
    } else if (fault != SESSION_GOOD) {
        say_error("%s", why);
        status = EXIT_SYSTEM;
    } else {
        status = load_again(input, bytes, length, arena);
    }
    if (status == EXIT_DONE) {
        begun_say(out, why);
    } else if (status == EXIT_PROBLEMS) {
        input_say(input);
    }
    arena_free(locked);
    return status;
}

static void take_bytes(struct begun *out, const struct input *input) {
    out->meeting = input->loaded.meeting;
    out->before = input->bytes;
    out->before_length = input->length;
}

/* What lay beside the session, and the clock that must go on from its last event. */
static void take_rest(struct begun *out, struct clock *clock) {
    take_draft(out);
    say_clock(out, clock);
    const char *left = editor_left(session_path(out->session), out->arena);
    begun_say(out, left == NULL ? NULL : arena_format(out->arena, "A text that was in the editor is in %s", left));
}

static void drop(struct begun *out) {
    session_close(out->session);
    buffer_free(&out->notice);
    *out = (struct begun){0};
}

/* Somebody ended it between the question and the lock. */
static enum exit_status ended_meanwhile(const struct input *input, bool was_over) {
    if (input->loaded.meeting->status == MEETING_CONFIRMED) {
        return refuse_confirmed(input);
    }
    if (is_over(input->loaded.meeting) && !was_over) {
        say_error("%s was closed while it was opened; run it again", input->path);
        return EXIT_PROBLEMS;
    }
    return EXIT_DONE;
}

enum exit_status begin_session(struct input *input, struct clock *clock, struct arena *arena, struct begun *out,
                               bool *declined) {
    bool over = is_over(input->loaded.meeting);
    *declined = false;
    if (input->loaded.meeting->status == MEETING_CONFIRMED) {
        return refuse_confirmed(input);
    }
    if (over && !taken_up(input)) {
        *out = (struct begun){.asked = 1};
        *declined = true;
        return EXIT_DONE;
    }
    enum exit_status status = open_locked(input, arena, out);
    status = status == EXIT_DONE ? ended_meanwhile(input, over) : status;
    if (status == EXIT_DONE) {
        take_bytes(out, input);
        const char *why = cut_tail(out, input, clock);
        why = why != NULL ? why : make_appendable(out, input);
        if (why != NULL) {
            say_error("%s", why);
            status = EXIT_SYSTEM;
        }
    }
    if (status != EXIT_DONE) {
        drop(out);
        return status;
    }
    out->take_up = over;
    out->asked = over ? 1 : 0;
    if (over) {
        begun_say(out, "The meeting was closed: opening it takes it up again");
    }
    out->remarks = &input->diags;
    take_rest(out, clock);
    return EXIT_DONE;
}

/* --- a session looked at --- */

static const char *held_words(const struct session_holder *holder, struct arena *arena) {
    if (holder->pid <= 0) {
        return "it is open in another candour";
    }
    return arena_format(arena, "it is open in another candour, process %ld on %s", holder->pid,
                        holder->host[0] == '\0' ? "this computer" : holder->host);
}

/* With the lock where something may be recorded and it can be had, else to be read alone. */
static enum exit_status open_to_look(struct input *input, struct arena *arena, struct begun *out,
                                     const char **refused) {
    struct session_holder holder = {0};
    char *bytes = NULL;
    size_t length = 0;
    const char *why = NULL;
    bool only = !is_over(input->loaded.meeting);
    enum session_fault fault = session_open(input->path, only, arena, &out->session, &bytes, &length, &holder, &why);
    if (fault == SESSION_GOOD && !only) {
        /* follow-up needs a lock, a draft and a whole file put in the place of this one */
        out->read_only = folder_closed(session_path(out->session), arena);
    } else if (!only) {
        out->read_only = fault == SESSION_HELD ? held_words(&holder, arena) : why;
    }
    if (out->read_only != NULL) {
        session_close(out->session);
        fault = session_open(input->path, true, arena, &out->session, &bytes, &length, &holder, &why);
    }
    if (fault != SESSION_GOOD) {
        *refused = why;
        return EXIT_SYSTEM;
    }
    begun_say(out, why);
    enum exit_status status = load_again(input, bytes, length, arena);
    if (status != EXIT_DONE) {
        *refused = arena_format(arena, "%s was changed while it was opened, and has problems now: 'candour check %s'",
                                input->path, input->path);
    }
    return status;
}

enum exit_status begin_review(struct input *input, struct clock *clock, struct arena *arena, struct begun *out,
                              const char **why) {
    *out = (struct begun){.arena = arena, .path = input->path, .review = true};
    bool over = is_over(input->loaded.meeting);
    enum exit_status status = open_to_look(input, arena, out, why);
    if (status != EXIT_DONE) {
        drop(out);
        return status;
    }
    take_bytes(out, input);
    out->remarks = &input->diags;
    if (over != is_over(out->meeting)) {
        out->read_only = "it was changed while it was opened: review it again";
    }
    if (!over || out->read_only != NULL) {
        return EXIT_DONE;
    }
    out->read_only = cut_tail(out, input, clock);
    if (out->read_only == NULL) {
        out->to_order = in_order(out, input);
        take_rest(out, clock);
    }
    return EXIT_DONE;
}

/* --- which of the two --- */

/* Goes on with FOUND, or says how to have something else. */
static enum exit_status offer(struct input *found, struct clock *clock, struct arena *arena, struct begun *out,
                              enum answer_given *answer, uint32_t *asked) {
    *answer = ANSWER_YES;
    bool busy = lock_busy(name_beside(found->path, ".", ".lock", arena));
    if (!busy) {
        say_line(stdout, "A meeting from this agenda is unfinished: %s", found_words(found, arena));
        say_line(stdout, "It is kept in %s", found->path);
        *answer = ask_yes("Go on with it?");
        *asked = 1;
    }
    bool declined = false; /* what is found was not closed */
    enum exit_status status = *answer == ANSWER_YES ? begin_session(found, clock, arena, out, &declined) : EXIT_DONE;
    if (busy && status == EXIT_SYSTEM) {
        say_error("a second meeting from the same agenda can be kept elsewhere with -o");
    }
    return status;
}

enum exit_status begin_agenda(struct input *input, const char *path, struct clock *clock, struct arena *arena,
                              struct begun *out, bool *declined) {
    struct arena *other = arena_new();
    struct input *found = arena_alloc(other, sizeof *found);
    const struct agenda *agenda = input->loaded.agenda;
    enum answer_given answer = ANSWER_NO;
    enum exit_status status = EXIT_DONE;
    uint32_t asked = 0;
    bool is_there = path == NULL ? found_unfinished("sessions", agenda, other, found)
                                 : input_read(path, false, other, found) == NULL && found_fits(found, agenda);
    if (is_there) {
        status = offer(found, clock, other, out, &answer, &asked);
    }
    *declined = is_there && (answer == ANSWER_NONE || (answer == ANSWER_NO && path != NULL));
    if (answer == ANSWER_YES) {
        arena_free(status == EXIT_DONE ? arena : other);
        out->asked = asked;
        return status;
    }
    arena_free(other);
    if (*declined) {
        *out = (struct begun){.asked = asked};
        say_line(stdout, "Nothing was opened.");
        return EXIT_DONE;
    }
    char date[DAY_SIZE];
    day_write(stamp_day(clock_now(clock)), date);
    status = begin_new(input, path == NULL ? session_name(date, agenda->review->id, arena) : path, arena, out);
    out->asked = asked;
    return status;
}
