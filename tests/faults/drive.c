#include "drive.h"

#include <dirent.h>
#include <fcntl.h>
#include <ftw.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "bench/generate.h"
#include "candour/base/arena.h"
#include "candour/base/diag.h"
#include "candour/format/load.h"
#include "candour/format/save.h"
#include "shim.h"

static const char agenda_path[] = "tests/cases/harrowmere.agenda.yaml";

void drive_wrong(struct drive *drive, const char *format, ...) {
    va_list arguments;
    if (drive->wrong[0])
        return;
    va_start(arguments, format);
    vsnprintf(drive->wrong, sizeof drive->wrong, format, arguments);
    va_end(arguments);
}

void drive_begin(struct drive *drive) {
    *drive = (struct drive){.report = -1};
    strcpy(drive->folder, access("/dev/shm", W_OK) == 0 ? "/dev/shm/candour-XXXXXX" : "/tmp/candour-XXXXXX");
    if (!mkdtemp(drive->folder))
        abort();
    snprintf(drive->path, sizeof drive->path, "%s/sessions/x.yaml", drive->folder);
    drive->arena = arena_new();
    const struct agenda *agenda = generate_agenda(agenda_path, drive->arena);
    if (!agenda)
        abort();
    drive->meeting = meeting_new(drive->arena, agenda);
}

static int remove_one(const char *path, const struct stat *status, int type, struct FTW *walk) {
    (void)status;
    (void)type;
    (void)walk;
    return remove(path);
}

void drive_end(struct drive *drive) {
    session_close(drive->session);
    nftw(drive->folder, remove_one, 16, FTW_DEPTH | FTW_PHYS);
    buffer_free(&drive->all);
    buffer_free(&drive->confirmed);
    buffer_free(&drive->pending);
    arena_free(drive->arena);
}

/* A failure is said in a sentence, and nothing confirmed is touched by it. */
static bool failed(struct drive *drive, const char *why) {
    if (!why)
        return false;
    drive->failures++;
    if (strlen(why) < 10)
        drive_wrong(drive, "the sentence is '%s'", why);
    snprintf(drive->why, sizeof drive->why, "%s", why);
    drive_check(drive);
    return true;
}

static void tell_all(void *context, struct buffer *out) {
    const struct drive *drive = context;
    buffer_add(out, drive->all.bytes, drive->all.length);
}

static bool begin_session(struct drive *drive) {
    struct session_holder holder;
    const char *why;
    if (drive->session)
        return true;
    enum session_fault fault = session_new(drive->path, drive->arena, &drive->session, &holder, &why);
    if (fault != SESSION_GOOD)
        return !failed(drive, why ? why : "");
    return true;
}

static void confirm(struct drive *drive) {
    buffer_add(&drive->confirmed, drive->pending.bytes, drive->pending.length);
    buffer_clear(&drive->pending);
    drive->confirmed_events += drive->pending_events;
    for (; drive->pending_events > 0; drive->pending_events--)
        if (drive->report >= 0 && write(drive->report, "+", 1) != 1)
            abort();
}

bool drive_keep(struct drive *drive) {
    const char *notice;
    if (!begin_session(drive))
        return false;
    if (drive->pending.length == 0)
        return true;
    const char *why = session_keep(drive->session, drive->pending.bytes, drive->pending.length, tell_all, drive,
                                   &notice, drive->arena);
    if (failed(drive, why))
        return false;
    if (notice)
        drive_wrong(drive, "nobody else was here, but: %s", notice);
    confirm(drive);
    session_draft_gone(drive->session);
    return true;
}

/* Numbers of generate_event that are records. */
static size_t number_of(size_t event) {
    static const size_t records[DRIVE_RECORDS] = {3, 6, 8, 10, 13, 16, 18, 20, 23, 26};
    return event < 2 ? event : records[event - 2];
}

static struct event event_of(struct drive *drive, size_t number) {
    if (number < DRIVE_EVENTS - 1)
        return generate_event(drive->arena, number_of(number));
    struct stamp at = {.at = instant_of(day_of(2016, 11, 22), 16 * 60, 0)};
    return event_new(drive->arena, DO_ADJOURN, at);
}

bool drive_say_event(struct drive *drive, struct event event) {
    struct refusal refusal = meeting_apply(drive->meeting, &event);
    if (refusal.code != REFUSED_NOT)
        drive_wrong(drive, "event %zu is refused: %d", drive->meeting->event_count, (int)refusal.code);
    size_t from = drive->pending.length;
    if (event.what == DO_OPEN)
        save_opening(drive->meeting->agenda, &drive->pending);
    save_event(&event, &drive->pending);
    buffer_add(&drive->all, drive->pending.bytes + from, drive->pending.length - from);
    drive->pending_events++;
    return drive_keep(drive);
}

/* With a half-typed form before it. */
bool drive_say(struct drive *drive, size_t number) {
    if (drive->session)
        failed(drive, session_draft_keep(drive->session, "half-typed", 10, drive->arena));
    return drive_say_event(drive, event_of(drive, number));
}

bool drive_finish(struct drive *drive) {
    struct buffer whole = {0};
    const char *why, *notice = NULL;
    char *bytes;
    size_t length;
    if (drive->finished || !drive_keep(drive))
        return drive->finished;
    why = session_bytes(drive->session, drive->arena, &bytes, &length);
    if (!why) {
        const struct outcome *outcome = meeting_outcome(drive->meeting, drive->arena);
        if (!save_outcome(bytes, length, outcome, &whole))
            drive_wrong(drive, "no place for the outcome");
        why = session_finish(drive->session, whole.bytes, whole.length, &notice, drive->arena);
    }
    if (notice)
        drive_wrong(drive, "nobody else was here, but: %s", notice);
    if (!why) {
        buffer_clear(&drive->confirmed);
        buffer_add(&drive->confirmed, whole.bytes, whole.length);
        drive->finished = true;
    }
    buffer_free(&whole);
    return !failed(drive, why);
}

void drive_meeting(struct drive *drive) {
    begin_session(drive);
    for (size_t i = 0; i < DRIVE_EVENTS; i++)
        drive_say(drive, i);
    drive_finish(drive);
}

long drive_load(const char *path, size_t *whole, size_t *torn) {
    struct arena *arena = arena_new();
    struct load_from from = {.name = path, .check_outcome = true};
    struct loaded loaded;
    struct diags diags;
    char *bytes;
    long events = -1;
    diags_begin(&diags, arena);
    if (!file_read(path, LOAD_FILE_MOST, arena, &bytes, &from.length, NULL)) {
        from.bytes = bytes;
        if (load_meeting(&from, arena, &diags, &loaded))
            events = (long)loaded.meeting->event_count;
        if (events >= 0 && whole)
            *whole = loaded.whole;
        if (events >= 0 && torn)
            *torn = loaded.torn;
    }
    arena_free(arena);
    return events;
}

void drive_names(struct drive *drive, const char *also) {
    char path[128];
    snprintf(path, sizeof path, "%s/sessions", drive->folder);
    DIR *folder = opendir(path);
    if (!folder)
        return;
    for (const struct dirent *entry = readdir(folder); entry; entry = readdir(folder))
        if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0 &&
            strcmp(entry->d_name, "x.yaml") != 0 && strcmp(entry->d_name, ".x.yaml.lock") != 0 &&
            strcmp(entry->d_name, ".x.yaml.draft") != 0 && strcmp(entry->d_name, also) != 0)
            drive_wrong(drive, "%s was left behind", entry->d_name);
    closedir(folder);
}

void drive_check(struct drive *drive) {
    struct arena *arena = arena_new();
    shim_hold(true);
    char *bytes = NULL;
    size_t length = 0;
    drive_names(drive, "");
    const char *why = file_read(drive->path, LOAD_FILE_MOST, arena, &bytes, &length, NULL);
    if (drive->confirmed.length > 0 && why)
        drive_wrong(drive, "what was confirmed is gone: %s", why);
    bool begins = !why && length >= drive->confirmed.length &&
                  (drive->confirmed.length == 0 || memcmp(bytes, drive->confirmed.bytes, drive->confirmed.length) == 0);
    long events = why ? -1 : drive_load(drive->path, NULL, NULL);
    /* The outcome may be in although the last step, the folder's fsync, was not confirmed. */
    if (!why && !begins && drive->confirmed_events < DRIVE_EVENTS)
        drive_wrong(drive, "the file does not begin with what was confirmed");
    if (!why && events < (long)drive->confirmed_events)
        drive_wrong(drive, "%ld events load, %zu were confirmed", events, drive->confirmed_events);
    shim_hold(false);
    arena_free(arena);
}

void drive_check_all(struct drive *drive) {
    struct arena *arena = arena_new();
    struct buffer expected = {0};
    char *bytes = NULL;
    size_t length = 0;
    if (!save_outcome(drive->all.bytes, drive->all.length, meeting_outcome(drive->meeting, arena), &expected))
        drive_wrong(drive, "no place for the outcome");
    const char *why = file_read(drive->path, LOAD_FILE_MOST, arena, &bytes, &length, NULL);
    if (why)
        drive_wrong(drive, "%s", why);
    else if (length != expected.length || memcmp(bytes, expected.bytes, length) != 0)
        drive_wrong(drive, "the file is not as a meeting without a fault leaves it");
    if (drive_load(drive->path, NULL, NULL) != DRIVE_EVENTS)
        drive_wrong(drive, "the file does not load to its %d events", (int)DRIVE_EVENTS);
    drive_names(drive, "");
    buffer_free(&expected);
    arena_free(arena);
}
