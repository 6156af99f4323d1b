#!/bin/sh
# The real program line by line, over pipes: a whole meeting, what is typed wrong, and every way it can end.
#   sh tests/plain/pipes.sh PROGRAM
set -u
program=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
here=$(cd "$(dirname "$0")" && pwd)
cases=$here/../cases
agenda=$cases/harrowmere.agenda.yaml
passed=0 failed=0
# in memory where that can be had: nothing here is about the disk
folder=$(mktemp -d -p /dev/shm 2>/dev/null || mktemp -d) || exit 3
trap 'rm -rf "$folder"' EXIT
cd "$folder" || exit 3
HOME=$folder XDG_CONFIG_HOME=$folder TMPDIR=$folder
export HOME XDG_CONFIG_HOME TMPDIR

ok() { passed=$((passed + 1)); }
bad() { failed=$((failed + 1)); echo "pipes: $*"; }
# is WHAT EXPECTED GOT
is() { if [ "$2" = "$3" ]; then ok; else bad "$1: expected '$2', got '$3'"; fi; }
# has WHAT FILE TEXT
has() { if grep -qF -e "$3" "$2"; then ok; else bad "$1: not in $2: $3" && cut -c1-300 "$2" | tail -30; fi; }
hasnot() { if grep -qF -e "$3" "$2"; then bad "$1: in $2: $3" && cut -c1-300 "$2" | tail -30; else ok; fi; }
# A state is waited for, not slept for.
comes() {
    tries=0
    until grep -qF -e "$2" "$1" 2>/dev/null; do
        tries=$((tries + 1))
        if [ $tries -gt 400 ]; then bad "never came in $1: $2" && cat "$1" && return 1; fi
        sleep 0.025
    done
    ok
}
run() { "$program" run "$@" --plain >out 2>err; }

# --- a whole meeting ---
run "$agenda" -o whole.yaml <"$here/harrowmere.lines"
is "a whole meeting" 0 $?
is "nothing is refused in it" "" "$(cat err)"
"$program" check whole.yaml >checked 2>&1
has "it is in order" checked "whole.yaml: no problems: a session, closed"
has "where it is kept" out "Kept in whole.yaml"
for text in "C1 recorded: National Probation Service to Mental Health Trust, F1." "C1 answered by Mental Health Trust." \
    "A2 recorded: Community Health Trust (health visiting), by " "READ-BACK of I5: 1 of " "Close the meeting? " \
    "The meeting is closed"; do
    has "said in it" out "$text"
done
has "the form's words" whole.yaml "text: Book both parents for every pre-birth visit"
if LC_ALL=C grep -q "$(printf '[\001-\011\013-\037\177]')" out; then bad "a control is in what is said"; else ok; fi
for box in '─' '│' '█' '▀'; do hasnot "no box is drawn" out "$box"; done
is "a review in lines" 0 "$(printf 'agreements\nq\n' | "$program" review whole.yaml --plain >out 2>err; echo $?)"
has "its agreements" out "A1, now, MHT Mental Health Trust, due "

# --- what the order of lines says is done ---
printf 'start\nc NPS>MHT F1 Why?\nnext\nleave\n' | run "$agenda" -o script.yaml
is "the script of four lines" 0 $?
is "its events" "open start challenge start" "$(sed -n 's/^ *do: //p' script.yaml | tr '\n' ' ' | sed 's/ $//')"
printf 'open\nwhere\nleave\nadjourn\n' | run script.yaml
is "answers on the next lines" 0 $?
"$program" check script.yaml >checked 2>&1
has "adjourned by them" checked "a session, adjourned"

# --- lines that are not understood are named ---
printf 'open\nnonsense\n\n# a remark\nc NPS>XYZ F1 Why?\nstart\n' | run "$agenda" -o named.yaml
is "a line that was refused" 1 $?
has "by its number" err "line 2: 'nonsense' is not a command"
has "and the next" err "line 5: "
is "and no other" 2 "$(wc -l <err | tr -d ' ')"
has "the rest is done" out "I1 Opening: quorum, confidentiality, interests, ground rules started."

# --- bytes ---
{
    printf 'start\r\nn One\r\nn a\000b\nn \377\303 z\n'
    head -c 65534 /dev/zero | tr '\000' x | sed 's/^/n /'
    printf '\n'
    head -c 70000 /dev/zero | tr '\000' y
    printf '\n'
    head -c 1200000 /dev/zero | tr '\000' z
    printf '\nn last'
} | run "$agenda" -o bytes.yaml
is "two lines too long" 1 $?
has "said which" err "line 6: not taken: a line holds at most 64 KiB, this one has 70000 bytes"
has "and how" err "line 7: longer than 1048576 bytes"
has "a NUL" out "1 control character in this line was left out."
has "no UTF-8" out "2 bytes in this line that are no UTF-8 text became U+FFFD."
"$program" check bytes.yaml >checked 2>&1
has "all of it is in order" checked "7 events, 5 records"
has "CRLF" bytes.yaml "text: One"
has "the NUL is gone" bytes.yaml "text: ab"
has "a last line without its end" bytes.yaml "text: last"
is "64 KiB are kept whole" 65534 "$(sed -n 's/^ *\(text: \)\{0,1\}\(xxxx*\)$/\2/p' bytes.yaml | tr -d '\n' | wc -c | tr -d ' ')"

# --- the end of the lines, a form open ---
printf 'start\nnote\n:more\nHalf a thought\n' | run "$agenda" -o form.yaml
is "the end in a form" 0 $?
has "the draft" .form.yaml.draft "text: Half a thought"
printf 'open\ny\n:save\n' | run form.yaml
is "taken up again" 0 $?
has "offered" out "Half-typed note from before: Half a thought"
has "recorded" form.yaml "text: Half a thought"
if [ -e .form.yaml.draft ]; then bad "the draft stays"; else ok; fi

# --- killed, and gone on with ---
mkfifo lines
"$program" run "$agenda" -o killed.yaml --plain <lines >out 2>err &
pid=$!
exec 3>lines
printf 'start\nn Kept before the end\n' >&3
comes out "N1 recorded: Kept before the end. Saved "
printf 'note\n:more\nHalf typed\n' >&3
comes .killed.yaml.draft "text: Half typed"
kill -9 "$pid"
wait "$pid" 2>/dev/null
exec 3>&-
printf 'open\ny\n:save\nn And after it\n' | run killed.yaml
is "gone on with" 0 $?
"$program" check killed.yaml >checked 2>&1
has "three notes" checked "3 records"
has "the half-typed one too" killed.yaml "text: Half typed"

# --- told to leave ---
"$program" run "$agenda" -o told.yaml --plain <lines >out 2>err &
pid=$!
exec 3>lines
printf 'start\nn One\n' >&3
comes out "N1 recorded"
kill -TERM "$pid"
wait "$pid"
is "by SIGTERM" 143 $?
exec 3>&-
has "it says where" out "To go on: candour run told.yaml"

# --- nobody hears it ---
{
    printf 'start\nn One\n'
    yes where | head -300
} | { "$program" run "$agenda" -o unheard.yaml --plain 2>err; echo $? >status; } | sed "/N1 recorded/q" >/dev/null
is "standard output closed" 3 "$(cat status)"
"$program" check unheard.yaml >checked 2>&1
has "nothing is lost" checked "3 events, 1 record"
has "it is said" err "cannot write to standard output: no line was taken after that"
has "and where it is kept" err "Kept in unheard.yaml"
if [ -w /dev/full ]; then
    for words in --help --version home "run --help" "help run"; do
        # shellcheck disable=SC2086
        "$program" $words >/dev/full 2>err
        is "a full disk: $words" 3 $?
        has "said of $words" err "cannot write to standard output"
    done
fi

# --- asked before the meeting ---
printf 'y\nopen\nn Two\nnonsense\n' | run "$agenda" -o told.yaml
is "going on is asked" 1 $?
has "and its answer is a line" err "line 4: 'nonsense' is not a command"
has "it goes on" told.yaml "text: Two"
printf 'open\n' | run "$agenda" -o told.yaml
is "no answer" 1 $?
has "is said" err "'open' is no answer to this: y or n"
has "nothing is opened" out "Nothing was opened."

# --- the rehearsal, the second screen, many sessions ---
"$program" rehearse "$agenda" --plain --speed= </dev/null >out 2>err
is "no speed" 2 $?
has "it wants a number" err "--speed wants N, not ''"
before=$(ls -A)
printf 'start\nn Words\nleave\na\n' | "$program" rehearse "$agenda" --plain >out 2>err
is "a rehearsal" 0 $?
is "writes nothing" "$before" "$(ls -A)"
has "says so" out "REHEARSAL: nothing is kept."
is "in every prompt" "" "$(grep '>$' out | grep -v REHEARSAL)"
is "of which there are some" 1 "$(($(grep -c '^REHEARSAL .*>$' out) > 2))"
"$program" follow "$cases/room.session.yaml" --plain >followed 2>err </dev/null &
pid=$!
comes followed "Under discussion: "
kill -TERM $pid
wait $pid
is "the second screen" 143 $?
hasnot "shows nothing restricted" followed "SECRET"
hasnot "begins with what there is" followed "BLANK"
"$program" review "$cases" --plain >out 2>err </dev/null
is "a folder with a broken file" 1 $?
has "names it" err "broken.agenda.yaml: 8:3: "
has "lists the rest" out ": 2016-11-22 HSCB HMB-02, "
hasnot "asks nothing" out ">"

# --- sessions from their list ---
mkdir two && cp whole.yaml two/a.yaml && cp form.yaml two/b.yaml
printf 'outstanding\nfind child prompt\n1\nwhere\nq\n3\nlist\n2\nwhere\n' | "$program" review two --plain >out 2>err
is "a line that was refused in the list" 1 $?
is "is named, and no other" "line 6: There is no 3: the numbers go from 1 to 2" "$(cat err)"
has "what is outstanding" out ": A1 of HMB-02 of 22 November 2016, by "
has "what is found" out ": A1, Words of HMB-02 of 22 November 2016: Add a child prompt to adult supervision"
has "the closed one" out "The meeting is closed. "
has "the one that is open" out "Read-only: this meeting is not closed"
is "the list is said at first and when it is asked for" 2 "$(grep -c '^1: 2016-11-22 HMB-02' out)"

# --- home ---
printf '#!/bin/sh\nsed -i s/OUR-01/HML-07/ "$1"\n' >editor
chmod +x editor
mkdir at-home
cd at-home || exit 3
"$program" --plain </dev/null >out 2>err
is "home with nothing said" 0 $?
has "the new agenda" out "2: new agenda, from the template"
hasnot "nothing is asked" out ">"
mkdir many && cd many || exit 3
i=0
while [ $i -lt 1100 ]; do i=$((i + 1)) && echo 'candour: 1' >"$i.yaml"; done
"$program" --plain </dev/null >../out 2>../err
cd ..
is "every file of a full folder" 1100 "$(grep -c 'problem, [0-9]*.yaml' out)"
rm -rf many
printf 'new our\n1\nstart\nc POL>CSC F1 Why?\nleave\nadjourn\n2\nn\nleave\nlist\n1\nwhere\nleave\nquit\nnever\n' |
    EDITOR=../editor VISUAL='' "$program" --plain >out 2>err
is "a meeting from nothing" 0 $?
is "without a word of trouble" "" "$(cat err)"
has "the agenda was edited" out "1: agenda, 2027-02-08, OSCB HML-07, "
has "the challenge" out "C1 recorded: Police to Children's Social Care, F1."
session=$(ls sessions/*.yaml)
has "where it is kept" out "Kept in $session"
is "it is the first then" "1: adjourned, 2027-02-08, OSCB HML-07" \
    "$(grep '^1: ' out | sed -n '3s/, Extra.*//p')"
has "going on with it is offered" out "A meeting from this agenda is unfinished"
has "and declined, another is begun" out "Nothing was recorded, and no session was kept."
has "gone on with by its number" out "1 challenge, 1 open"
"$program" check "$session" >checked 2>&1
has "it is in order" checked "a session, adjourned"
printf '1\nn The last line of all' | "$program" --plain >out 2>err
is "the end in a meeting" 0 $?
is "is said last" "Kept in $session" "$(tail -1 out)"
has "its last line too" "$session" "text: The last line of all"
printf 'candour: 1\nfoo: 1\n' >agendas/broken.yaml
printf 'nonsense\n2\nmaybe\nproblems 4\n1\nnonsense\nleave\nadjourn\nedit 2\n' |
    EDITOR='' VISUAL='' "$program" --plain >out 2>err
is "lines that were refused" 1 $?
has "at home" err "line 1: 'nonsense' is not a command"
has "no answer" err "line 2: Nothing was opened"
has "in the meeting" err "line 6: 'nonsense' is not a command"
has "and without an editor" err "line 9: no editor was opened"
has "which was asked for" err "'maybe' is no answer to this: y or n"
is "and no other" 6 "$(wc -l <err | tr -d ' ')"
has "the problems" out "line 2, column 1: "
"$program" --plain <../lines >out 2>err &
pid=$!
exec 3>../lines
printf '1\nn Told\n' >&3
comes out "recorded: Told"
kill -TERM "$pid"
wait "$pid"
is "by SIGTERM in a meeting" 143 $?
exec 3>&-
is "it says where" "Kept in $session" "$(tail -1 out)"
"$program" --plain >/dev/full 2>err </dev/null
is "standard output full" 3 $?
cd ..

# --- home: a line for each file, whatever its name ---
mkdir named && cp "$agenda" "$(printf 'named/two\nlines.yaml')"
(cd named && "$program" home) >out 2>err
is "home in a pipe" 0 $?
has "the name on one line" out "two lines.yaml"

# --- never by itself ---
"$program" run "$agenda" -o never.yaml </dev/null >out 2>err
is "without a terminal" 3 $?
has "it is pointed at" err "use --plain"
"$program" help plain >out 2>err
is "help on it" 0 $?
has "how it goes" out "With --plain 'run', 'rehearse', 'review' and 'follow' have no screen"
if [ -e never.yaml ]; then bad "a session was made"; else ok; fi

echo "pipes: $passed passed, $failed failed"
[ "$failed" = 0 ]
