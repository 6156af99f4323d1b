/* What each kind of report is written by; the table in report.c names them all, and nobody else includes this. */
#ifndef CANDOUR_FORMAT_REPORT_KINDS_H
#define CANDOUR_FORMAT_REPORT_KINDS_H

#include "candour/format/report.h"

report_document minutes_document, response_document, assessment_document, actions_document, agency_document;
report_bytes minutes_json, response_json, assessment_json, actions_report_json, agency_json;
/* The rows of the order's agency; with none, everybody's. */
report_bytes actions_report_csv, actions_report_icalendar;

#endif
