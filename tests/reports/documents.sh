#!/bin/sh
# Documents of sessions as expected, and JSON read back by jq and Python; figures derived from the sessions by hand.
#   sh tests/reports/documents.sh OUT [--bless]      OUT has documents_write
# Harrowmere is looked at on 6 March 2017: A3 (28 February) and A8 (31 January) are late, evidence on C2 (20 December)
# too, and the day to look at A9 again (14 February) has come. The followed session is looked at on 1 June 2026.
set -u
here=$(dirname "$0")
out=$1 how=${2:-}
passed=0 failed=0
ok() { passed=$((passed + 1)); }
bad() { failed=$((failed + 1)); echo "documents: $*"; }
work=$(mktemp -d) || exit 3
trap 'rm -rf "$work"' EXIT

"$out/documents_write" "$work" harrowmere 2017-03-06 tests/cases/harrowmere.session.yaml || exit 3
"$out/documents_write" "$work" followed 2026-06-01 "$here/followed.session.yaml" || exit 3
mkdir "$work/awkward" && "$out/documents_write" "$work/awkward" || exit 3

for kind in minutes response assessment; do
    for case in harrowmere.$kind.md harrowmere.$kind.html harrowmere.$kind.json followed.$kind.md followed.$kind.json; do
        [ "$how" != --bless ] || cp "$work/$case" "$here/$case"
        if cmp -s "$work/$case" "$here/$case"; then ok; else bad "not as in $here/$case:" && diff "$here/$case" "$work/$case" | head -20; fi
    done
done

# The slip is that of the first agency, CSC.
for kind in actions agency; do
    for form in md json csv ics; do
        case=harrowmere.$kind.$form
        [ "$how" != --bless ] || cp "$work/$case" "$here/$case"
        if cmp -s "$work/$case" "$here/$case"; then ok; else bad "not as in $here/$case:" && diff "$here/$case" "$work/$case" | head -20; fi
    done
done

for file in "$work"/*.json "$work"/awkward/*.json; do
    if jq -e . "$file" >/dev/null; then ok; else bad "jq does not read $(basename "$file")"; fi
done
if python3 "$here/documents.py" "$work" >"$work/log"; then
    passed=$((passed + $(sed -n 's/^\([0-9]*\) passed.*/\1/p' "$work/log")))
else
    bad "Python:" && cat "$work/log"
fi

# --- JSON, by jq ---
json=
says() { # EXPRESSION VALUE
    value=$(jq -r "$1" "$json")
    if [ "$value" = "$2" ]; then ok; else bad "$(basename "$json"): $1 is $value, not $2"; fi
}

json=$work/harrowmere.minutes.json
says '[.state.status, .state.draft, .state.as_of] | join(" ")' 'closed true 2017-03-06'
says '[.agenda[] | [.id, .seconds_planned / 60, .seconds_granted / 60, .seconds_used / 60] | join(" ")] | join(", ")' \
    'I1 10 10 14, I2 5 5 5, I3 20 30 31, I4 15 5 12, I5 30 30 34, I6 30 30 33, I7 20 20 9, I8 10 10 4, I9 10 10 8'
says '.time.all | [.seconds_planned, .seconds_granted, .seconds_used] | map(. / 60) | join(" ")' '150 150 150'
says '.time | [.information.seconds_used, .discussion.seconds_used, .decision.seconds_used] | map(. / 60) | join(" ")' \
    '50 12 88'
says '.changes_of_time[] | [.at, .item, .from, .seconds, .agreed_by] | join(" ")' \
    '2016-11-22T14:09:30.000+00:00 I3 I4 600 CHR'
says '[.challenges[] | .id + " " + .outcome] | join(", ")' \
    'C1 agreed, C2 agreed, C3 agreed, C4 agreed, C5 explained, C6 open'
says '[.who_challenged_whom[] | .by + ">" + .to] | sort | join(" ")' \
    'COM>CSC CSC>DIS EDU>CHAIR LAY>ACU NPS>MHT POL>EDU'
says '[.challenges[] | select(.evidence_owed) | .id + " " + .given_by + " " + .evidence_due] | join(", ")' \
    'C2 CSC 2016-12-20'
says '[.findings[] | .id + " " + .position.position] | join(", ")' \
    'F1 accepted, F2 accepted, F3 accepted, F4 accepted-in-part, F5 accepted, F6 accepted'
says '.findings[3].position | .reason + " " + .dissent[0].agency' \
    'Email debate has fallen since the pilot began in May EDU'
says '.findings[0].seconds_used' null
says '.strengths | [.strong, .intermediate, .assurance, .influence, .weak] | join(" ")' '2 3 0 1 3'
for lack in 'owner A7' "owner's role A4 A7" 'due date A4' 'evidence A4 A6 A7' 'measure A4 A6 A7' 'monitor A4 A6 A7' \
    'links A4 A7 A8'; do
    word=${lack%% A*}
    says "[.agreements[] | select(.lacks | index(\"$word\")) | .id] | join(\" \")" "${lack#"$word "}"
done
says '[.agreements[] | select(.priority == "deferred") | [.id, .revisit] | join(" ")] | join(", ")' 'A9 2017-02-14'
says '[.agreements[] | [.id] + [.assents[] | select(.state == "not asked yet") | .agency] | select(length > 1) |
    join(" ")] | join(", ")' 'A2 ACU, A3 COM CCG, A4 COM, A5 CSC COM POL, A6 EDU, A9 CSC COM'
says '[.agreements[].assents[] | select(.words) | .agency + ": " + .words] | join(", ")' \
    'CSC: Only if the booking team is funded past March'
says '[.agreements[] | select(.late) | .id] | join(" ")' 'A3 A8'
says '[.quorum.state, .quorum.needed, .quorum.present] | join(" ")' 'cannot be confirmed 6 0'
says '.attendance | length' 0
says '[.engagement[] | .id + (if .hold then " held" else "" end)] | join(", ")' 'E1, E2, E3, E4 held'
says '[.agenda[] | select(.not_reached)] | length' 0
says '[.assessment[] | .id + " " + .answer] | join(", ")' 'Q1 met, Q2 met, Q3 partly, Q4 partly, Q5 met'
says '[.. | objects | select(has("notes") and has("minutes")) | .notes] | length' 0

json=$work/harrowmere.response.json
says '[.actions[].text] | join(" | ")' 'Add a child prompt to adult supervision and caseload review | Switch off automatic closure for under-twos; a named clinician decides | Ask government to review continuity of support in temporary accommodation'
says '[.findings[] | .id + "=" + (.actions | map(tostring) | join(","))] | join(" ")' 'F1=1 F2= F3=2 F4= F5= F6=3'
says '[.findings[].reason, .findings[].dissent[]] | map(select(. != null)) | length' 0 # F4's position is the board's
says 'keys | join(" ")' 'actions board document draft findings meeting review'

json=$work/harrowmere.assessment.json
says '[.questions[] | select(.measure == "mechanism") | .gaps[]] | join(" | ")' \
    'Left with nothing recorded: I7 | Attendance not recorded: quorum cannot be confirmed'
says '[.questions[] | select(.measure == "links") | .gaps[]] | join(" | ")' \
    'Work under way never linked: L2, L4 | Plan priorities never linked: P2, P4 | Neither links nor none: A4, A7, A8'

json=$work/harrowmere.actions.json
says '[.actions[] | select(.late) | .id + " " + (.days_late | tostring)] | join(", ")' 'C2 76, A8 34, A3 6'
says '[.actions[] | select(.type == "agreement" and .due == null) | .id] | join(" ")' A4
says '[.actions[] | select(.type == "agreement" and .owner == null) | .id] | join(" ")' A7
says '[.actions[] | .id] | join(" ")' 'C2 A8 A3 A9 E1 E3 A1 E2 A6 A7 A2 A5 A4 C6 E4'
says '.restricted_left_out | length' 0

json=$work/harrowmere.agency.json
says '.agency.id + " " + .agency.name' "CSC Harrowmere Children's Social Care"
says '[.owns, .shares, .promised, .to_assent] | map(join(" ")) | join(", ")' 'A5, A2 A9, C2, A5 A9'
says '[.challenges_received[].id, .challenges_made[].id] | join(" ")' 'C2 C6'
says '[.actions[] | .id] | join(" ")' 'C2 A9 A2 A5'

json=$work/followed.actions.json
says '.restricted_left_out | sort | join(" ")' 'A4 C2'

json=$work/followed.minutes.json
says '[.state.status, .state.draft, .state.confirmed] | join(" ")' 'confirmed false 2026-05-05T09:00:00.000+01:00'
says '[.meeting.times[] | .act] | join(" ")' 'open close confirm'
says '[.meeting.hand_overs[] | .role + " " + .to] | join(", ")' 'minutes CLK, chair VIC'
says '[.attendance[] | .who + " " + .state] | join(", ")' 'CHR present, DCS present, GEN present, F. Sergeant left'
says '[.challenges[], .agreements[] | select(.withheld) | .id] | join(" ")' 'C2 A4'
says '[.challenges[] | select(.id == "C2") | keys[]] | join(" ")' 'id withheld'
says '[.agenda[] | .id + " " + .stage] | join(", ")' \
    'I1 taken, I2 taken, I3 skipped, I4 taken, I5 parked, I6 to-come'
says '[.agenda[] | select(.not_reached) | .id] | join(" ")' I6
# F1 from 10:10:30 to 10:31, F2 from there to 11:08:30 but for the alarm from 10:55 to 11:05
says '[.findings[] | .id + " " + (.seconds_used | tostring)] | join(", ")' 'F1 1230, F2 1650, F3 0'
says '[.withdrawn[] | .id + ": " + .reason] | join(", ")' 'C3: Recorded twice'
says '[.proposals[] | .id + " " + .fate] | join(", ")' 'D1 adopted-amended, D2 rejected, D3 not-decided'
says '[.positions[] | .finding + " " + .position] | join(", ")' 'F1 not-accepted, F1 accepted-in-part, F2 accepted'
says '[.corrections[].id] | join(" ")' 'C1 A2 N1'
says '.corrections[1] | .before.text + " | " + .now.text' \
    'Tell schools within two days of a move | Tell schools within two working days of a move'
says '[.agreements[] | select(.id == "A1") | .progress[] | .visibility // "board"] | join(" ")' 'board public'
says '[.agreements[] | select(.id == "A3") | .progress[] | .text] | length' 1
says '.agreements[] | select(.id == "A3") | .progress[0].text' null

json=$work/followed.response.json
says '.draft' false
says '.findings[0] | [.position, .reason, .dissent[0].agency] | join(" | ")' \
    'accepted-in-part | Most meetings had health in them | Westmere Police'
says '[.findings[] | .id + "=" + (.actions | map(tostring) | join(","))] | join(" ")' 'F1=1 F2=1,2,3 F3='
says '.actions[0] | [.owner, .owner_role, .status, (.progress | length), .progress[0].effect] | join(" | ")' \
    'Integrated Care Board | Designated Nurse | done | 1 | Two decisions were changed by what the nurse knew.'
says '.actions[1] | [.priority, .reason, .revisit, .due] | join(" ")' 'deferred The new system comes in June 2026-07-01 '

# --- words that must stand in what people read ---
page=
has() { if grep -qF -- "$1" "$page"; then ok; else bad "$(basename "$page") does not say: $1"; fi; }
lacks() { if grep -qF -- "$1" "$page"; then bad "$(basename "$page") says: $1"; else ok; fi; }

page=$work/harrowmere.minutes.md
has 'DRAFT: not confirmed by the Board yet'
has '**Times:** Opened 13:28; closed 16:00'
has '**Challenges:** 6 put, 5 settled, 1 open'
has '6 findings: 5 accepted, 1 accepted in part'
has '**Quorum:** 6 agencies, among them'
has 'Cannot be confirmed: attendance was not recorded'
has '**C3:** Lay members (Lay member) challenged Harrowmere General Hospital'
has '**Outcome:** Agreed; led to A3'
has 'Promised by Tuesday 20 December 2016; not seen yet'
has '**Education and Early Help does not agree:**'
has 'Only if the booking team is funded past March'
has 'A9: Housing asked that the words "lawful basis" be kept in the minutes'
has '**Due:** Friday 31 March 2017'
has '**Agreement A3:** late: it was due on Tuesday 28 February 2017'
has '**Agreement A8:** late: it was due on Tuesday 31 January 2017'
lacks '**Agreement A1:** late'
has 'to be looked at again on Tuesday 14 February 2017, which has come'
has 'I3 The reviewer'\''s six findings extended by 10 min, taken from I4'
has 'Minutes by finding were not kept.'
lacks 'Take F3 slowly' # the chair's own
lacks 'Ask the lay member'
lacks 'Who has not been heard' # a prompt
lacks 'Never challenging' # a remark to the chair

for kind in actions agency; do
    for form in md html json csv ics; do
        page=$work/followed.$kind.$form
        for word in RESTRICTED-WORDS RESTRICTED-AGREEMENT RESTRICTED-PROGRESS DRAFT-SECRET UNDONE-WORDS CHAIRS-NOTE \
            PROMPT OWN-KEY; do
            lacks $word
        done
    done
done

page=$work/followed.minutes.md
lacks DRAFT
has '**This record:** Confirmed on Tuesday 5 May 2026'
has 'Partnership Chair (A. Chairman); Deputy Chair (B. Second) from 11:06'
has 'Business Manager (C. Writer) from 09:58'
has 'Present from 10:12'
has 'Left at 11:12'
has '**F. Sergeant:** Led the first inquiry'
has 'Met: 2 present, 1 not recorded'
has '**C2:** A restricted challenge was recorded'
has '2 restricted records are not in these minutes'
has 'after the meeting, on Friday 20 March 2026'
has '**I5 Publication:** Parked for another meeting: The lawyer was not there'
has '**I3 Break:** Skipped: The alarm was break enough'
has '**I6 Next review:** Not reached'
has 'Not adopted: It reaches nobody'
has 'Adopted, amended: A1'
has '**C3, challenge:** Recorded twice'
has '**Corrected:** A2 was changed after the meeting, on Thursday 2 April 2026'
has '**Finding F3:** Nobody spoke to the child alone: no position was taken'
has 'BOARD-PROGRESS'
for word in RESTRICTED-WORDS RESTRICTED-AGREEMENT RESTRICTED-PROGRESS DRAFT-SECRET UNDONE-WORDS CHAIRS-NOTE PROMPT OWN-KEY; do
    lacks $word
done

for form in md html json; do
    page=$work/followed.response.$form
    has 'Two decisions were changed by what the nurse knew.'
    has 'Tell schools within two working days of a move'
    for word in RESTRICTED- DRAFT-SECRET UNDONE CHAIRS-NOTE PROMPT OWN-KEY BOARD-PROGRESS SUMMARY WHY-F1 STILL-TRUE \
        FIRST-REASON ADDRESSEE Chairman 'B. Second' Writer Director Sergeant 'E. Nurse' 'Minutes of 20 meetings' \
        'Performance group' 'funded' 'paid for' 'video link' 'Twice we met' 'Audit of strategy' newsletter Briefing \
        Library; do
        lacks "$word"
    done
    page=$work/harrowmere.response.$form
    for word in 'Joint booking' 'was-not-brought' turnaround 'booking team' 'lawful basis' 'Who decides' \
        'Learning and Improvement' 'Letter and reply' Department; do
        lacks "$word"
    done
done

echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
