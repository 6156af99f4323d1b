/* What can be done at home with the selected file, and what became of it. */
#include <stdio.h>
#include <string.h>

#include "candour/base/diag.h"
#include "folder_lines.h"

enum { NAME_MOST_BYTES = 200, NUMBERS_MOST = 100 };

/* --- what Enter does --- */

static bool is_over(const struct precis *precis) {
    return precis->status == MEETING_CLOSED || precis->status == MEETING_CONFIRMED;
}

enum show_how home_how(const struct folder *folder, const struct precis *precis) {
    if (precis->state == PRECIS_BROKEN || precis->state == PRECIS_UNREADABLE) {
        return SHOW_CHECK;
    }
    if (precis->state == PRECIS_AGENDA) {
        return home_is_example(folder, precis->path) ? SHOW_REHEARSE : SHOW_RUN;
    }
    return is_over(precis) || precis->held ? SHOW_REVIEW : SHOW_RUN;
}

/* "8:3: unknown key": where the editor opens; 0: nowhere in particular. */
static int first_line(const struct precis *precis) {
    int line = 0;
    for (const char *at = precis->state == PRECIS_BROKEN && precis->problem != NULL ? precis->problem : "";
         *at >= '0' && *at <= '9' && line < INT32_MAX / 10 - 1; at++) {
        line = 10 * line + (*at - '0');
    }
    return line;
}

static void show(struct folder *folder, enum show_how how) {
    const struct precis *precis = home_selected(folder);
    struct folder_spot *spot = &folder->spots[FOLDER_SESSIONS];
    spot->moved = true;
    folder_say(folder, FOLDER_SAYS, "%s", "");
    folder_effect(folder, (struct effect){.type = EFFECT_SHOW,
                                          .how = how,
                                          .text = precis->path,
                                          .place = spot->place,
                                          .line = how == SHOW_EDIT ? first_line(precis) : 0});
}

void home_go(struct folder *folder) {
    if (home_new_selected(folder)) {
        home_new(folder);
    } else if (home_selected(folder) != NULL) {
        show(folder, home_how(folder, home_selected(folder)));
    }
}

void home_run(struct folder *folder) {
    show(folder, SHOW_RUN);
}

void home_rehearse(struct folder *folder) {
    show(folder, SHOW_REHEARSE);
}

void home_review(struct folder *folder) {
    show(folder, SHOW_REVIEW);
}

void home_edit(struct folder *folder) {
    show(folder, SHOW_EDIT);
}

/* --- the name of a new file --- */

static bool is_listed(const struct folder *folder, const char *path) {
    for (uint32_t place = 0; place < folder->room; place++) {
        if (folder->sessions[place] != NULL && text_equal(folder->sessions[place]->path, path)) {
            return true;
        }
    }
    return false;
}

static bool has_ending(const char *name, const char *ending) {
    size_t length = strlen(name);
    size_t end = strlen(ending);
    return length > end && text_equal_nocase(name + length - end, ending);
}

static const char *with_ending(struct arena *arena, const char *name) {
    bool ends = has_ending(name, ".yaml") || has_ending(name, ".yml");
    return ends ? name : arena_format(arena, "%s.yaml", name);
}

/* NAME (without its ending) in the folder of agendas, or with the first number that nothing listed has. */
static const char *proposal(const struct folder *folder, struct arena *arena, const char *stem) {
    const char *name = arena_format(arena, "%s.yaml", stem);
    for (int number = 2; number < NUMBERS_MOST; number++) {
        if (!is_listed(folder, arena_format(arena, "%s/%s", folder->home->setup->agendas, name))) {
            break;
        }
        name = arena_format(arena, "%s-%d.yaml", stem, number);
    }
    return name;
}

static void ask_name(struct folder *folder, enum show_how how, const char *from, const char *stem) {
    struct home *home = folder->home;
    home->naming = how;
    buffer_clear(&home->from);
    buffer_text(&home->from, from);
    folder->spots[FOLDER_SESSIONS].moved = true;
    folder_typing_open(folder, TYPING_NAME, proposal(folder, folder->scratch, stem));
}

void home_new(struct folder *folder) {
    ask_name(folder, SHOW_COPY, home_template(folder), "our-meeting");
}

void home_copy(struct folder *folder) {
    const char *path = home_selected(folder)->path;
    const char *built_in = folder->home->setup->built_in;
    const char *name = strncmp(path, built_in, strlen(built_in)) == 0 ? path + strlen(built_in) : name_of_path(path);
    const char *dot = strrchr(name, '.');
    size_t stem = dot == NULL ? strlen(name) : (size_t)(dot - name);
    ask_name(folder, SHOW_COPY, path, arena_copy(folder->scratch, name, stem));
}

void home_carry(struct folder *folder) {
    const struct precis *precis = home_selected(folder);
    ask_name(folder, SHOW_CARRY, precis->path, arena_format(folder->scratch, "%s-follow-up", precis->review));
}

/* NULL, or what is wrong with it. */
static const char *name_fault(const char *name) {
    if (text_blank(name)) {
        return "a name is needed; Esc leaves";
    }
    if (strchr(name, '/') != NULL) {
        return "a name alone, without a folder";
    }
    if (name[0] == '.' || name[0] == '-' || name[0] == ' ') {
        return "a name that begins with a letter or a number";
    }
    return strlen(name) > NAME_MOST_BYTES ? "a shorter name" : NULL;
}

bool home_named(struct folder *folder, const char *name) {
    struct home *home = folder->home;
    const char *fault = name_fault(name);
    if (fault != NULL) {
        folder_say(folder, FOLDER_REFUSES, "Not so: %s", fault);
        return false;
    }
    const char *path = arena_format(folder->scratch, "%s/%s", home->setup->agendas, with_ending(folder->scratch, name));
    if (is_listed(folder, path)) {
        folder_say(folder, FOLDER_REFUSES, "%s is there already, and is not written over: another name", path);
        return false;
    }
    folder_say(folder, FOLDER_SAYS, "%s", "");
    folder_effect(folder,
                  (struct effect){.type = EFFECT_SHOW, .how = home->naming, .text = home->from.bytes, .id = path});
    return true;
}

/* --- problems --- */

static void take_problems(struct folder *folder, const struct msg *msg) {
    struct home *home = folder->home;
    struct arena *arena = arena_new();
    struct diag *list = arena_array(arena, msg->diags->count, sizeof *list);
    for (size_t i = 0; i < msg->diags->count; i++) {
        const struct diag *from = &msg->diags->list[i];
        list[i] = *from;
        list[i].file = arena_text(arena, from->file);
        list[i].what = arena_text(arena, from->what);
        list[i].hint = arena_text(arena, from->hint);
        list[i].source = arena_text(arena, from->source);
    }
    home->path = arena_text(arena, msg->path);
    arena_free(home->checked);
    home->checked = arena;
    home->problems = list;
    home->problem_count = msg->diags->count;
    home->dropped = msg->diags->dropped;
    folder->spots[FOLDER_PROBLEMS] = (struct folder_spot){0};
    folder->screen = FOLDER_PROBLEMS;
}

void home_mend(struct folder *folder) {
    const struct home *home = folder->home;
    size_t row = folder->spots[FOLDER_PROBLEMS].row;
    const struct diag *problem = &home->problems[row < home->problem_count ? row : 0];
    const char *path = problem->file == NULL ? home->path : problem->file;
    folder_say(folder, FOLDER_SAYS, "%s", "");
    folder_effect(
        folder,
        (struct effect){.type = EFFECT_SHOW, .how = SHOW_EDIT, .text = path, .id = home->path, .line = problem->line});
}

/* --- what became of it --- */

void home_shown(struct folder *folder, const struct msg *msg) {
    folder_say(folder, msg->ok ? FOLDER_SAYS : FOLDER_REFUSES, "%s", msg->text == NULL ? "" : msg->text);
    if (msg->diags != NULL && msg->diags->count > 0) {
        take_problems(folder, msg);
    } else if (folder->screen == FOLDER_PROBLEMS) {
        folder->screen = FOLDER_SESSIONS;
    }
    folder_forget(folder);
    if (msg->path != NULL) {
        folder->wanted = arena_text(folder->arena, msg->path);
    }
    folder_effect(folder, (struct effect){.type = EFFECT_READ_ANEW});
}

/* --- what may be done --- */

static const char *why_not_selected(const struct folder *folder, const struct command *command,
                                    const struct precis *precis) {
    bool session = precis->state == PRECIS_SESSION;
    bool agenda = precis->state == PRECIS_AGENDA;
    if (command->folder == home_go) {
        return precis->state == PRECIS_UNREADABLE ? precis->problem : NULL;
    }
    if (command->folder == home_edit) {
        return session                                 ? "a session is changed by what is recorded in it: m or v"
               : home_is_example(folder, precis->path) ? "this is an example for all: c copies it"
                                                       : NULL;
    }
    if (!session && !agenda) {
        return "this file has problems: Enter shows them";
    }
    if (command->folder == home_copy) {
        return agenda ? NULL : "this is a session: f makes the next agenda from it";
    }
    if (command->folder == home_review || command->folder == home_carry) {
        return session ? NULL : "this is an agenda: nothing was said yet";
    }
    if (session && is_over(precis)) {
        return "this meeting is over: v reviews it";
    }
    return command->folder == home_run && precis->held ? "another candour has it open: v shows it" : NULL;
}

const char *home_why_not(const struct folder *folder, const struct command *command) {
    bool on_home = folder->screen == FOLDER_SESSIONS;
    if (command->folder == folder_back && on_home) {
        return "this is home itself: q leaves it";
    }
    if (command->folder == home_new) {
        return home_template(folder) != NULL ? NULL
               : folder->done                ? "there is no template to copy"
                                             : "the template was not read yet";
    }
    if (command->folder == home_mend) {
        return folder->screen == FOLDER_PROBLEMS ? NULL : "only where problems of a file are shown";
    }
    if ((command->places & ~(unsigned)AT_HOME) != 0) {
        return NULL;
    }
    if (!on_home) {
        return "only on the first screen: 1 shows it";
    }
    const struct precis *precis = home_selected(folder);
    if (precis != NULL) {
        return why_not_selected(folder, command, precis);
    }
    bool makes = command->folder == home_go && home_new_selected(folder) && home_template(folder) != NULL;
    return makes ? NULL : "no file is selected";
}
