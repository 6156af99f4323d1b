/* Specs: which fields each act of the Meeting screen asks for, in which order, and which few matter first.
 *
 *   form = form_open(spec_of("challenge"), meeting, &begun_with, "C7", false, now);
 *
 * Acts and the struct that form_record gives:
 *   challenge agreement engagement note           the record; the caller sets id (and from, when it turned)
 *   answer settle                                 struct challenge, for an amendment: form_changed is its mask
 *   position focus heard attend                   the event's body
 *   extend skip park move-item add-item repair replan start      likewise; add-item's id is the caller's
 *   assent withdraw reject progress seen tested as-is readback assess hand-over
 *   pause resume adjourn close reopen confirm
 * The same record specs serve an edit (edit true, values the record as it stands).
 *
 * Fields of a shape that no form shows (id, the record an assent is about) are given in VALUES and come back in
 * form_record. A field that is shown and given already (the item, the finding under discussion) is passed over when
 * the form opens: the cursor stands on the first field of the first group that is still empty.
 */
#ifndef CANDOUR_UI_SPECS_H
#define CANDOUR_UI_SPECS_H

#include "candour/ui/form.h"

/* NULL when no form serves ACT. */
const struct form_spec *spec_of(const char *act);
/* All of them, for tests and for help. */
const struct form_spec *specs_all(size_t *count);

#endif
