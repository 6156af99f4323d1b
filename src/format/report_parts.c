#include "report_parts.h"

#include <string.h>

/* --- state --- */

struct stamp report_confirmed(const struct meeting *m) {
    if (m->status == MEETING_CONFIRMED) {
        for (size_t i = m->event_count; i > 0; i--) {
            if (m->events[i - 1].what == DO_CONFIRM) {
                return m->events[i - 1].at;
            }
        }
    }
    return (struct stamp){0};
}

const char *report_draft(const struct report *r) {
    switch (r->m->status) {
    case MEETING_CONFIRMED:
        return NULL;
    case MEETING_CLOSED:
        return SAID("DRAFT: not confirmed by %s yet", party_name(r->agenda, "BOARD"));
    case MEETING_ADJOURNED:
        return "DRAFT: the meeting was adjourned and is not closed yet";
    default:
        return "DRAFT: the meeting is not closed yet";
    }
}

/* What must stand on every page. */
static const char *state_of(const struct report *r) {
    static const char restricted[] = "RESTRICTED: for those who were in the room";
    const char *draft = report_draft(r);
    if (!r->order->restricted) {
        return draft;
    }
    return draft == NULL ? restricted : SAID("%s. %s", restricted, draft);
}

static day met_on(const struct meeting *m) {
    const struct meeting_details *details = m->agenda->meeting;
    if (details != NULL && details->date != 0) {
        return details->date;
    }
    return m->event_count > 0 ? stamp_day(m->events[0].at) : 0;
}

struct report report_begin(const struct report_order *order, const char *title, struct arena *arena) {
    struct report made = {.order = order,
                          .s = order->summary,
                          .m = order->summary->meeting,
                          .agenda = order->summary->meeting->agenda,
                          .arena = arena};
    struct report *r = &made;
    if (title != NULL) {
        const char *met = said_day(arena, met_on(r->m));
        made.d = document_new(arena, title,
                              SAID("%s. %s%s%s", r->agenda->board->name, r->agenda->review->title,
                                   met == NULL ? "" : ". ", met == NULL ? "" : met));
        made.d->state = state_of(r);
    }
    return made;
}

void report_state_json(const struct report *r, struct json *json) {
    static const char *const words[] = {
        [MEETING_READY] = "open",          [MEETING_RUNNING] = "open",  [MEETING_PAUSED] = "open",
        [MEETING_ADJOURNED] = "adjourned", [MEETING_CLOSED] = "closed", [MEETING_CONFIRMED] = "confirmed"};
    struct stamp confirmed = report_confirmed(r->m);
    json_object(json, "state");
    json_text(json, "status", words[r->m->status]);
    json_bool(json, "draft", r->m->status != MEETING_CONFIRMED);
    json_stamp(json, "confirmed", confirmed);
    json_bool(json, "restricted_included", r->order->restricted);
    json_day(json, "as_of", stamp_day(r->s->now));
    json_end(json);
}

void report_about_json(const struct report *r, struct json *json) {
    const struct meeting_details *details = r->agenda->meeting;
    json_object(json, "board");
    json_text(json, "id", r->agenda->board->id);
    json_text(json, "name", r->agenda->board->name);
    json_end(json);
    json_object(json, "review");
    json_text(json, "id", r->agenda->review->id);
    json_text(json, "title", r->agenda->review->title);
    json_end(json);
    json_object(json, "meeting");
    json_text(json, "title", details == NULL ? NULL : details->title);
    json_choice(json, "type", &CHOICES_MEETING_TYPE, details == NULL ? 0 : details->type);
    json_day(json, "date", met_on(r->m));
    json_end(json);
}

/* --- as it is said --- */

const char *said_party(const struct report *r, const char *id) {
    if (id == NULL) {
        return NULL;
    }
    return text_equal(id, "NATIONAL") ? "a national body" : party_name(r->agenda, id);
}

static const char *joined(const struct report *r, const struct texts *texts, const char *last, bool parties) {
    struct buffer out = {0};
    for (size_t i = 0; i < texts->count; i++) {
        buffer_text(&out, i == 0 ? "" : i + 1 < texts->count ? ", " : last);
        buffer_text(&out, parties ? said_party(r, texts->items[i]) : texts->items[i]);
    }
    const char *said = out.length == 0 ? NULL : arena_copy(r->arena, out.bytes, out.length);
    buffer_free(&out);
    return said;
}

const char *said_parties(const struct report *r, const struct texts *ids) {
    return joined(r, ids, " and ", true);
}

const char *said_list(const struct report *r, const struct texts *texts) {
    return joined(r, texts, ", ", false);
}

const char *said_finding(const struct report *r, const char *id) {
    int32_t place = meeting_finding_place(r->m, id);
    return place < 0 ? id : SAID("%s %s", id, r->m->findings[place].finding->title);
}

const char *said_item(const struct report *r, const char *id) {
    int32_t place = meeting_item_place(r->m, id);
    return place < 0 ? id : SAID("%s %s", id, r->m->items[place].item->title);
}
