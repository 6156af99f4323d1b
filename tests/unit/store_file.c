/* Reading, finding and replacing whole files. */
#include <stdbool.h>

#include "candour/base/arena.h"
#include "candour/store/file.h"
#include "candour/store/name.h"
#include "store_folder.h"

static void reads_a_file_with_its_identity(void **state) {
    struct folder *f = *state;
    char *bytes;
    size_t length;
    struct file_identity identity, now;
    put_file("a.yaml", "candour: 1\n");
    assert_null(file_read("a.yaml", 100, f->arena, &bytes, &length, &identity));
    assert_int_equal(length, 11);
    assert_string_equal(bytes, "candour: 1\n");
    assert_int_equal(identity.size, 11);
    assert_true(file_look("a.yaml", &now) && file_same(&now, &identity));
}

static void says_what_cannot_be_read(void **state) {
    struct folder *f = *state;
    char *bytes;
    size_t length;
    assert_string_equal(file_read("none", 9, f->arena, &bytes, &length, NULL),
                        "cannot read none: No such file or directory");
    assert_string_equal(file_read(".", 9, f->arena, &bytes, &length, NULL), "cannot read .: it is a folder");
    assert_int_equal(mkfifo("pipe", 0600), 0);
    assert_string_equal(file_read("pipe", 9, f->arena, &bytes, &length, NULL),
                        "cannot read pipe: it is not a regular file");
    put_file("big", "0123456789");
    assert_null(file_read("big", 10, f->arena, &bytes, &length, NULL));
    assert_string_equal(file_read("big", 9, f->arena, &bytes, &length, NULL),
                        "cannot read big: it is larger than 9 bytes");
}

static void a_new_file_is_private_whatever_the_umask(void **state) {
    struct folder *f = *state;
    umask(0);
    assert_null(file_replace("open", "x\n", 2, true, NULL, NULL, f->arena));
    assert_int_equal(mode_of("open"), 0600);
    umask(0777);
    assert_null(file_replace("closed", "x\n", 2, true, NULL, NULL, f->arena));
    assert_int_equal(mode_of("closed"), 0600);
    assert_file("closed", "x\n");
}

static void keeps_the_mode_of_what_it_replaces(void **state) {
    struct folder *f = *state;
    put_file("a", "old");
    assert_int_equal(chmod("a", 0640), 0);
    assert_null(file_replace("a", "new", 3, false, NULL, NULL, f->arena));
    assert_int_equal(mode_of("a"), 0640);
    assert_file("a", "new");
    assert_int_equal(names_with(".", "", NULL), 1);
}

static void never_takes_a_name_that_is_there(void **state) {
    struct folder *f = *state;
    put_file("a", "old");
    assert_string_equal(file_replace("a", "new", 3, true, NULL, NULL, f->arena), "a is there already");
    assert_file("a", "old");
    assert_int_equal(symlink("nowhere", "link"), 0);
    assert_null(file_replace("link", "new", 3, true, NULL, NULL, f->arena));
    assert_file("nowhere", "new");
    assert_string_equal(file_replace("link", "newer", 5, true, NULL, NULL, f->arena), "nowhere is there already");
    assert_file("nowhere", "new");
}

static void refuses_when_another_program_changed_it(void **state) {
    struct folder *f = *state;
    struct file_identity identity;
    bool changed = false;
    put_file("a", "one");
    assert_true(file_look("a", &identity));
    put_file("b", "two");
    assert_int_equal(rename("b", "a"), 0);
    assert_string_equal(file_replace("a", "ours", 4, false, &identity, &changed, f->arena),
                        "a was changed by another program");
    assert_true(changed);
    assert_file("a", "two");
    assert_int_equal(names_with(".", "", NULL), 1);
}

static void knows_what_it_wrote_itself(void **state) {
    struct folder *f = *state;
    struct file_identity identity = {0};
    bool changed = true;
    assert_null(file_replace("a", "1", 1, false, &identity, &changed, f->arena));
    assert_null(file_replace("a", "22", 2, false, &identity, &changed, f->arena));
    assert_false(changed);
    assert_file("a", "22");
    assert_int_equal(unlink("a"), 0);
    assert_non_null(file_replace("a", "3", 1, false, &identity, &changed, f->arena));
    assert_true(changed);
    assert_false(is_there("a"));
}

static void follows_links_to_the_file_they_end_at(void **state) {
    struct folder *f = *state;
    const char *fault = NULL;
    assert_int_equal(mkdir("real", 0700), 0);
    put_file("real/a", "old");
    assert_int_equal(symlink("a", "real/b"), 0);
    assert_int_equal(symlink("real/b", "c"), 0);
    assert_string_equal(file_resolve("c", f->arena, &fault), "real/a");
    assert_null(file_replace("c", "new", 3, false, NULL, NULL, f->arena));
    assert_file("real/a", "new");
    struct stat status;
    assert_int_equal(lstat("c", &status), 0);
    assert_true(S_ISLNK(status.st_mode));
    assert_int_equal(symlink("loop", "loop"), 0);
    assert_null(file_resolve("loop", f->arena, &fault));
    assert_string_equal(fault, "cannot find loop: Too many levels of symbolic links");
}

static void replaces_regular_files_only(void **state) {
    struct folder *f = *state;
    assert_int_equal(mkfifo("pipe", 0600), 0);
    assert_string_equal(file_replace("pipe", "x", 1, false, NULL, NULL, f->arena),
                        "cannot write pipe: it is not a regular file");
    assert_int_equal(mkdir("folder", 0700), 0);
    assert_string_equal(file_replace("folder", "x", 1, false, NULL, NULL, f->arena),
                        "cannot write folder: it is not a regular file");
    assert_string_equal(file_replace("none/a", "x", 1, false, NULL, NULL, f->arena),
                        "cannot write none/a: No such file or directory");
    assert_int_equal(names_with(".", "", NULL), 2);
}

static void makes_folders_private(void **state) {
    struct folder *f = *state;
    bool made = false;
    umask(0);
    assert_null(folder_make("a/b/c.yaml", &made, f->arena));
    assert_true(made);
    assert_int_equal(mode_of("a"), 0700);
    assert_int_equal(mode_of("a/b"), 0700);
    assert_null(folder_make("a/b/d.yaml", &made, f->arena));
    assert_false(made);
    put_file("file", "");
    assert_non_null(folder_make("file/c/d.yaml", &made, f->arena));
}

static void sweeps_only_its_own_leftovers(void **state) {
    struct folder *f = *state;
    put_file(".a.yaml.0123abcd~", "");
    put_file(".a.yaml.0123ABCD~", "");
    put_file(".a.yaml.0123abcd", "");
    put_file(".a.yaml.0123abcd5~", "");
    put_file(".b.yaml.0123abcd~", "");
    put_file("..a.yaml.draft.89abcdef~", "");
    folder_sweep("a.yaml", ".a.yaml.draft", f->arena);
    assert_false(is_there(".a.yaml.0123abcd~"));
    assert_false(is_there("..a.yaml.draft.89abcdef~"));
    assert_int_equal(names_with(".", "0123", NULL), 4);
}

static void long_names_are_cut_and_stay_apart(void **state) {
    struct folder *f = *state;
    char name[256], other[256];
    memset(name, 'a', 255);
    name[255] = '\0';
    strcpy(other, name);
    other[254] = 'b';
    const char *lock = name_beside(name, ".", ".lock", f->arena);
    assert_int_equal(strlen(lock), 255);
    assert_string_not_equal(lock, name_beside(other, ".", ".lock", f->arena));
    assert_string_equal(lock, name_beside(name, ".", ".lock", f->arena));
    assert_null(file_replace(name, "x", 1, true, NULL, NULL, f->arena));
    assert_int_equal(names_with(".", "", NULL), 1);
    /* 84 times three bytes and one more letter: never half a character. */
    char wide[256] = "";
    for (int i = 0; i < 84; i++)
        strcat(wide, "\xe6\xbc\xa2");
    strcat(wide, "abc");
    lock = name_beside(wide, ".", ".lock", f->arena);
    /* 255 - 6 - 9 = 240 bytes of it, 80 characters. */
    assert_int_equal(strlen(lock), 255);
    assert_memory_equal(lock + 1 + 240, "~", 1);
}

static void names_beside_keep_folder_and_ending(void **state) {
    struct folder *f = *state;
    assert_string_equal(name_beside("sessions/x.yaml", ".", ".lock", f->arena), "sessions/.x.yaml.lock");
    assert_string_equal(name_variant("sessions/x.yaml", "", 1, f->arena), "sessions/x.yaml");
    assert_string_equal(name_variant("sessions/x.yaml", "", 3, f->arena), "sessions/x-3.yaml");
    assert_string_equal(name_variant("x", ".other", 2, f->arena), "x.other-2");
    assert_string_equal(name_variant("a.b/.x", ".other", 1, f->arena), "a.b/.x.other");
    assert_string_equal(name_folder("x", f->arena), ".");
    assert_string_equal(name_folder("/x", f->arena), "/");
    assert_string_equal(name_folder("a/b/x", f->arena), "a/b");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        folder_test(reads_a_file_with_its_identity),
        folder_test(says_what_cannot_be_read),
        folder_test(a_new_file_is_private_whatever_the_umask),
        folder_test(keeps_the_mode_of_what_it_replaces),
        folder_test(never_takes_a_name_that_is_there),
        folder_test(refuses_when_another_program_changed_it),
        folder_test(knows_what_it_wrote_itself),
        folder_test(follows_links_to_the_file_they_end_at),
        folder_test(replaces_regular_files_only),
        folder_test(makes_folders_private),
        folder_test(sweeps_only_its_own_leftovers),
        folder_test(long_names_are_cut_and_stay_apart),
        folder_test(names_beside_keep_folder_and_ending),
    };
    return cmocka_run_group_tests_name("store: files", tests, NULL, NULL);
}
