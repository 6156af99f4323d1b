/* The published response for programs. */
#include "candour/core/event.h"
#include "candour/core/record.h"
#include "candour/format/json_fields.h"
#include "report_response.h"

static void finding_rows(struct json *json, const struct response_finding *finding) {
    json_object(json, NULL);
    json_text(json, "id", finding->id);
    json_text(json, "title", finding->title);
    json_text(json, "statement", finding->statement);
    json_array(json, "recommendations");
    for (size_t i = 0; i < finding->recommendation_count; i++) {
        json_object(json, NULL);
        json_text(json, "id", finding->recommendations[i].id);
        json_text(json, "text", finding->recommendations[i].text);
        json_end(json);
    }
    json_end(json);
    json_choice(json, "position", &CHOICES_POSITION, finding->position);
    json_text(json, "reason", finding->reason);
    json_array(json, "dissent");
    for (size_t i = 0; i < finding->dissent_count; i++) {
        json_object(json, NULL);
        json_text(json, "agency", finding->dissent[i].agency);
        json_text(json, "reason", finding->dissent[i].reason);
        json_end(json);
    }
    json_end(json);
    json_array(json, "actions");
    for (size_t i = 0; i < finding->agreement_count; i++) {
        json_integer(json, NULL, (int64_t)finding->agreements[i] + 1);
    }
    json_end(json);
    json_end(json);
}

static void agreement_rows(struct json *json, const struct response_agreement *agreement, size_t place) {
    json_object(json, NULL);
    json_integer(json, "number", (int64_t)place + 1);
    json_text(json, "text", agreement->text);
    json_text(json, "owner", agreement->owner);
    json_text(json, "owner_role", agreement->role);
    json_text(json, "kind", agreement->kind);
    json_choice(json, "priority", &CHOICES_AGREEMENT_PRIORITY, agreement->priority);
    json_text(json, "reason", agreement->reason);
    json_day(json, "revisit", agreement->revisit);
    json_day(json, "due", agreement->due);
    json_text(json, "measure", agreement->measure);
    json_choice(json, "status", &CHOICES_AGREEMENT_STATUS, agreement->status);
    json_array(json, "progress");
    for (size_t i = 0; i < agreement->progress_count; i++) {
        json_object(json, NULL);
        json_text(json, "text", agreement->progress[i].text);
        json_text(json, "effect", agreement->progress[i].effect);
        json_end(json);
    }
    json_end(json);
    json_end(json);
}

void response_rows(const struct response *response, struct buffer *out) {
    struct json json = json_begin(out);
    json_object(&json, NULL);
    json_text(&json, "document", "response");
    json_bool(&json, "draft", response->draft);
    json_object(&json, "board");
    json_text(&json, "id", response->board_id);
    json_text(&json, "name", response->board_name);
    json_end(&json);
    json_object(&json, "review");
    json_text(&json, "id", response->review_id);
    json_text(&json, "title", response->review_title);
    json_end(&json);
    json_object(&json, "meeting");
    json_day(&json, "date", response->met);
    json_end(&json);
    json_array(&json, "findings");
    for (size_t i = 0; i < response->finding_count; i++) {
        finding_rows(&json, &response->findings[i]);
    }
    json_end(&json);
    json_array(&json, "actions");
    for (size_t i = 0; i < response->agreement_count; i++) {
        agreement_rows(&json, &response->agreements[i], i);
    }
    json_end(&json);
    json_end(&json);
}
