/* Who is in the room: agencies and people. */
#include "candour/core/agenda.h"

#include "rows.h"

#define OF struct agency
static const struct field agency_rows[] = {
    ID(id, NEEDED, REF_AGENCY, "Code", "A short code that everyone can say and type.", "CSC"),
    LINE(name, NEEDED, "Name", "The agency's full name.", "Harrowmere Children's Social Care"),
    CHOICE(type, FREE, CHOICES_AGENCY_TYPE, "Type",
           "Statutory and relevant agencies are the ones expected to speak and to own; statutory when not given.",
           "statutory"),
};
const struct shape SHAPE_AGENCY = SHAPE("agency", struct agency, agency_rows);
#undef OF

#define OF struct person
static const struct field person_rows[] = {
    ID(id, NEEDED, REF_PERSON, "Code", "A short code for the person.", "CHR"),
    LINE(name, FREE, "Name", "The person's name. Name or role is needed; a role can be published, a name never is.",
         "J. Marlow"),
    LINE(role, FREE, "Role", "What the person is at this table.", "Independent Chair"),
    REF(agency, FREE, REF_AGENCY, "Agency", "The agency the person speaks for, if any.", "CCG"),
    CHOICE(type, FREE, CHOICES_PERSON_TYPE, "Type", "In what capacity the person is here.", "adviser"),
};
const struct shape SHAPE_PERSON = SHAPE("person", struct person, person_rows);
#undef OF
