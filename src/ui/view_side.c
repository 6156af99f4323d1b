#include "view.h"

static void add_heard(const struct view *view, struct detail *detail, bool heard) {
    const struct agency *agencies = view->meeting->agenda->agencies.items;
    for (size_t i = 0; i < view->meeting->agenda->agencies.count; i++) {
        const struct agency *agency = agencies + i;
        if (!agency_counts(agency) || agency_heard(view, i) != heard) {
            continue;
        }
        bool in_room = meeting_is_over(view) || meeting_in_room(view->meeting, agency->id);
        const char *out = in_room ? "" : " (not in the room)";
        detail_add(detail, agency->id, heard ? LOOK_QUIET : LOOK_OPEN,
                   arena_format(detail->arena, "%s%s", agency->name, out));
    }
}

static void add_learning(const struct view *view, struct detail *detail) {
    const struct learning *learning = view->meeting->agenda->learning.items;
    for (size_t i = 0; i < view->meeting->agenda->learning.count; i++) {
        detail_add(detail, learning[i].id, LOOK_PLAIN,
                   arena_format(detail->arena, "%s%s%s", learning[i].title, learning[i].status == NULL ? "" : ": ",
                                learning[i].status == NULL ? "" : learning[i].status));
    }
}

static void add_plan(const struct view *view, struct detail *detail) {
    const struct priority *priorities = view->meeting->agenda->priorities.items;
    for (size_t i = 0; i < view->meeting->agenda->priorities.count; i++) {
        detail_add(detail, priorities[i].id, LOOK_PLAIN,
                   arena_format(detail->arena, "%s%s%s%s%s", priorities[i].title, priorities[i].rag == 0 ? "" : ": ",
                                choice_word(&CHOICES_RAG, priorities[i].rag),
                                priorities[i].rag_note == NULL ? "" : ", ",
                                priorities[i].rag_note == NULL ? "" : priorities[i].rag_note));
    }
}

static void heading(struct detail *detail, const char *text) {
    if (detail->count > 0) {
        detail_add(detail, NULL, LOOK_PLAIN, "");
    }
    detail_add(detail, NULL, LOOK_TITLE, text);
}

/* A heading with nothing under it reads like something cut off. */
static void none(struct detail *detail, size_t before, const char *text) {
    if (detail->count == before) {
        detail_add(detail, NULL, LOOK_QUIET, text);
    }
}

void side_pane(const struct view *view, struct area area) {
    struct detail detail = {.arena = view->scratch, .width = area.columns - 2};
    if (view->meeting->current >= 0) {
        heading(&detail, meeting_is_over(view) ? "NEVER HEARD" : "NOT YET HEARD IN THIS ITEM");
        size_t from = detail.count;
        add_heard(view, &detail, false);
        none(&detail, from, "everyone was heard");
        heading(&detail, "HEARD");
        from = detail.count;
        add_heard(view, &detail, true);
        none(&detail, from, "nobody yet");
    }
    heading(&detail, "UNDER WAY");
    size_t from = detail.count;
    add_learning(view, &detail);
    none(&detail, from, "nothing on this agenda");
    heading(&detail, "PLAN");
    from = detail.count;
    add_plan(view, &detail);
    none(&detail, from, "nothing on this agenda");
    detail_view(&detail, area);
}
