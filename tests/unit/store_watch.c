/* A session file looked at from outside: what was appended alone, everything else whole, and nothing touched. */
#include "candour/base/arena.h"
#include "candour/store/watch.h"

#include "store_folder.h"

static struct watch watch;

/* Looks, takes all it is given as understood, and says what it was: "anew:one", "more:two", "same". */
static const char *looks(struct folder *f) {
    struct watch_found found;
    switch (watch_look(&watch, f->arena, &found)) {
    case WATCH_SAME:
        return "same";
    case WATCH_MORE:
        watch_read_more(&watch, found.bytes, found.length);
        return arena_format(f->arena, "more:%.*s", (int)found.length, found.bytes);
    case WATCH_ANEW:
        watch_read(&watch, found.bytes, found.length, true);
        return arena_format(f->arena, "anew:%.*s", (int)found.length, found.bytes);
    case WATCH_GONE:
        return arena_format(f->arena, "gone:%s", found.why);
    case WATCH_FAULT:
    default:
        return arena_format(f->arena, "fault:%s", found.why);
    }
}

static void append(const char *path, const char *text) {
    FILE *file = fopen(path, "ae");
    assert_non_null(file);
    assert_true(fputs(text, file) >= 0);
    assert_int_equal(fclose(file), 0);
}

/* As an editor that writes in place does; the time of the change is made another, however quick it is. */
static void in_place(const char *path, const char *text, long second) {
    int fd = open(path, O_WRONLY | O_TRUNC | O_CLOEXEC);
    assert_true(fd >= 0);
    assert_int_equal(write(fd, text, strlen(text)), strlen(text));
    const struct timespec times[2] = {{.tv_sec = second}, {.tv_sec = second}};
    assert_int_equal(futimens(fd, times), 0);
    close(fd);
}

static void what_is_appended_is_given_alone(void **state) {
    struct folder *f = *state;
    put_file("a.yaml", "one\n");
    watch_begin(&watch, "a.yaml");
    assert_string_equal(looks(f), "anew:one\n");
    assert_string_equal(looks(f), "same");
    append("a.yaml", "two\n");
    assert_string_equal(looks(f), "more:two\n");
    assert_string_equal(looks(f), "same");
    for (int i = 0; i < 60; i++) { /* more than the tail that is compared */
        append("a.yaml", "another line of text\n");
        assert_string_equal(looks(f), "more:another line of text\n");
    }
    char text[4 * WATCH_TAIL + 2];
    memset(text, 'x', sizeof text);
    text[sizeof text - 1] = '\0';
    append("a.yaml", text);
    assert_string_equal(looks(f), arena_format(f->arena, "more:%s", text));
    append("a.yaml", "!");
    assert_string_equal(looks(f), "more:!");
    assert_string_equal(looks(f), "same");
}

/* What was not understood yet, half an event, is given again with what follows it. */
static void what_was_not_read_is_given_again(void **state) {
    struct folder *f = *state;
    struct watch_found found;
    put_file("a.yaml", "one\nhal");
    watch_begin(&watch, "a.yaml");
    assert_int_equal(watch_look(&watch, f->arena, &found), WATCH_ANEW);
    watch_read(&watch, found.bytes, 4, true);
    assert_string_equal(looks(f), "same"); /* nothing new about it */
    append("a.yaml", "f\n");
    assert_int_equal(watch_look(&watch, f->arena, &found), WATCH_MORE);
    assert_int_equal(found.length, 5);
    assert_memory_equal(found.bytes, "half\n", 5);
    watch_read_more(&watch, found.bytes, 0);
    append("a.yaml", "and\n");
    assert_string_equal(looks(f), "more:half\nand\n");
}

static void anything_else_gives_the_whole(void **state) {
    struct folder *f = *state;
    put_file("a.yaml", "one\n");
    watch_begin(&watch, "a.yaml");
    assert_string_equal(looks(f), "anew:one\n");
    /* renamed over, with the same length, and longer */
    put_file("b.yaml", "uno\n");
    assert_int_equal(rename("b.yaml", "a.yaml"), 0);
    assert_string_equal(looks(f), "anew:uno\n");
    put_file("b.yaml", "uno\ndue\n");
    assert_int_equal(rename("b.yaml", "a.yaml"), 0);
    assert_string_equal(looks(f), "anew:uno\ndue\n");
    /* cut */
    assert_int_equal(truncate("a.yaml", 4), 0);
    assert_string_equal(looks(f), "anew:uno\n");
    /* written in place: the same length, and longer with another beginning */
    in_place("a.yaml", "ein\n", 1000);
    assert_string_equal(looks(f), "anew:ein\n");
    in_place("a.yaml", "outcome\nein\n", 2000);
    assert_string_equal(looks(f), "anew:outcome\nein\n");
    /* cut back to less and written on */
    in_place("a.yaml", "outcome\nzwei\n", 3000);
    assert_string_equal(looks(f), "anew:outcome\nzwei\n");
    watch_forget(&watch);
    assert_string_equal(looks(f), "anew:outcome\nzwei\n");
}

static void a_file_that_cannot_be_appended_to_is_always_read_whole(void **state) {
    struct folder *f = *state;
    struct watch_found found;
    put_file("a.yaml", "by hand");
    watch_begin(&watch, "a.yaml");
    assert_int_equal(watch_look(&watch, f->arena, &found), WATCH_ANEW);
    watch_read(&watch, found.bytes, found.length, false);
    append("a.yaml", ", and more");
    assert_string_equal(looks(f), "anew:by hand, and more");
}

static void it_goes_and_comes_back(void **state) {
    struct folder *f = *state;
    put_file("a.yaml", "one\n");
    watch_begin(&watch, "a.yaml");
    assert_string_equal(looks(f), "anew:one\n");
    assert_int_equal(rename("a.yaml", "away"), 0);
    assert_string_equal(looks(f), "gone:cannot read a.yaml: No such file or directory");
    assert_string_equal(looks(f), "gone:cannot read a.yaml: No such file or directory");
    assert_int_equal(rename("away", "a.yaml"), 0);
    assert_string_equal(looks(f), "anew:one\n");
    assert_int_equal(unlink("a.yaml"), 0);
    assert_int_equal(mkdir("a.yaml", 0700), 0);
    assert_string_equal(looks(f), "fault:cannot read a.yaml: it is a folder");
    assert_int_equal(rmdir("a.yaml"), 0);
    assert_int_equal(mkfifo("a.yaml", 0600), 0);
    assert_string_equal(looks(f), "fault:cannot read a.yaml: it is not a regular file");
    assert_int_equal(unlink("a.yaml"), 0);
    put_file("a.yaml", "two\n");
    assert_string_equal(looks(f), "anew:two\n");
}

static void a_link_is_followed_wherever_it_leads(void **state) {
    struct folder *f = *state;
    put_file("a.yaml", "one\n");
    put_file("b.yaml", "two\n");
    assert_int_equal(symlink("a.yaml", "now.yaml"), 0);
    watch_begin(&watch, "now.yaml");
    assert_string_equal(looks(f), "anew:one\n");
    assert_string_equal(watch_lock(&watch, f->arena), ".a.yaml.lock");
    assert_int_equal(unlink("now.yaml"), 0);
    assert_int_equal(symlink("b.yaml", "now.yaml"), 0);
    assert_string_equal(looks(f), "anew:two\n");
    assert_string_equal(watch_lock(&watch, f->arena), ".b.yaml.lock");
}

static void looking_changes_nothing(void **state) {
    struct folder *f = *state;
    struct stat before, after, folder_before, folder_after;
    put_file("a.yaml", "one\n");
    watch_begin(&watch, "a.yaml");
    assert_int_equal(stat("a.yaml", &before), 0);
    assert_int_equal(stat(".", &folder_before), 0);
    for (int i = 0; i < 3; i++) {
        looks(f);
        watch_forget(&watch);
    }
    assert_int_equal(stat("a.yaml", &after), 0);
    assert_int_equal(stat(".", &folder_after), 0);
    assert_memory_equal(&before.st_mtim, &after.st_mtim, sizeof before.st_mtim);
    assert_memory_equal(&before.st_ctim, &after.st_ctim, sizeof before.st_ctim);
    assert_memory_equal(&folder_before.st_mtim, &folder_after.st_mtim, sizeof folder_before.st_mtim);
    assert_int_equal(names_with(".", "", NULL), 1);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        folder_test(what_is_appended_is_given_alone),
        folder_test(what_was_not_read_is_given_again),
        folder_test(anything_else_gives_the_whole),
        folder_test(a_file_that_cannot_be_appended_to_is_always_read_whole),
        folder_test(it_goes_and_comes_back),
        folder_test(a_link_is_followed_wherever_it_leads),
        folder_test(looking_changes_nothing),
    };
    return cmocka_run_group_tests_name("store: watch", tests, NULL, NULL);
}
