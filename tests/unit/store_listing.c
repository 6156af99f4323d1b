/* Which files a folder stands for, in what order, and that nothing in a folder can keep the listing from its end. */
#include "candour/base/arena.h"
#include "candour/store/listing.h"
#include "store_folder.h"

static void make(const char *folder) {
    assert_int_equal(mkdir(folder, 0700), 0);
}

static struct listing list(struct folder *f, const char *const *operands, size_t count) {
    struct listing listing;
    listing_make(operands, count, f->arena, &listing);
    return listing;
}

static struct listing list_one(struct folder *f, const char *operand) {
    return list(f, &operand, 1);
}

/* EXPECTED: the paths with a blank between them. */
static void assert_paths(const struct listing *listing, const char *expected) {
    char text[4096] = "";
    for (size_t i = 0; i < listing->count; i++) {
        assert_true(strlen(text) + strlen(listing->paths[i]) + 2 < sizeof text);
        strcat(strcat(text, i == 0 ? "" : " "), listing->paths[i]);
    }
    assert_string_equal(text, expected);
}

static void meeting_files_are_those_named_so_and_not_hidden(void **state) {
    struct folder *f = *state;
    make("d");
    put_file("d/b.yaml", "");
    put_file("d/a.yml", "");
    put_file("d/C.YAML", "");
    put_file("d/notes.txt", "");
    put_file("d/a.yaml~", "");
    put_file("d/a.yaml.torn-20161122", "");
    put_file("d/yaml", "");
    put_file("d/.yaml", "");
    put_file("d/.a.yaml.draft", "");
    put_file("d/.hidden.yaml", "");
    make("d/.git");
    put_file("d/.git/x.yaml", "");
    struct listing listing = list_one(f, "d");
    assert_paths(&listing, "d/C.YAML d/a.yml d/b.yaml");
    assert_int_equal(listing.fault_count, 0);
}

static void folders_are_gone_through_to_the_bottom(void **state) {
    struct folder *f = *state;
    make("d");
    make("d/2016");
    make("d/2016/may");
    make("d/empty.yaml"); /* a folder, whatever its name */
    put_file("d/z.yaml", "");
    put_file("d/2016/may/x.yaml", "");
    put_file("d/2016/y.yaml", "");
    struct listing listing = list_one(f, "d");
    assert_paths(&listing, "d/2016/may/x.yaml d/2016/y.yaml d/z.yaml");
    listing = list_one(f, "d/");
    assert_paths(&listing, "d/2016/may/x.yaml d/2016/y.yaml d/z.yaml");
}

static void operands_stay_in_the_order_named_and_a_file_stands_once(void **state) {
    struct folder *f = *state;
    make("d");
    make("e");
    put_file("d/b.yaml", "");
    put_file("d/a.yaml", "");
    put_file("e/c.yaml", "");
    put_file("notes.txt", "");
    const char *operands[] = {"notes.txt", "e", "gone.yaml", "d/b.yaml", "d", "./e/c.yaml"};
    struct listing listing = list(f, operands, sizeof operands / sizeof *operands);
    /* What is named but not there stays, for its reader to say so. */
    assert_paths(&listing, "notes.txt e/c.yaml gone.yaml d/b.yaml d/a.yaml");
}

static void links_are_followed_and_a_ring_of_them_ends(void **state) {
    struct folder *f = *state;
    make("d");
    make("d/z");
    make("away");
    put_file("d/z/x.yaml", "");
    put_file("away/y.yaml", "");
    assert_int_equal(symlink("z", "d/a"), 0);        /* reached by its own name too */
    assert_int_equal(symlink("../..", "d/z/up"), 0); /* a ring */
    assert_int_equal(symlink(".", "d/self"), 0);
    assert_int_equal(symlink("/", "d/everything"), 0);
    assert_int_equal(symlink("../away", "d/far"), 0);
    assert_int_equal(symlink("nowhere.yaml", "d/dangling.yaml"), 0);
    assert_int_equal(symlink("nowhere", "d/nothing"), 0);
    assert_int_equal(symlink("z/x.yaml", "d/again.yaml"), 0); /* a file that is there already */
    struct listing listing = list_one(f, "d");
    /* `up` leads above `d`, to what nobody named; `far` only elsewhere. */
    assert_paths(&listing, "d/dangling.yaml d/far/y.yaml d/z/x.yaml");
    assert_int_equal(listing.fault_count, 0);
}

static void a_pipe_named_like_a_meeting_is_no_file(void **state) {
    struct folder *f = *state;
    make("d");
    put_file("d/a.yaml", "");
    assert_int_equal(mkfifo("d/pipe.yaml", 0600), 0);
    struct listing listing = list_one(f, "d");
    assert_paths(&listing, "d/a.yaml");
}

static void what_cannot_be_looked_into_is_named_and_ends_nothing(void **state) {
    struct folder *f = *state;
    char path[512] = "d";
    make("d");
    for (int i = 0; i < LISTING_DEPTH + 1; i++) {
        strcat(path, "/n");
    }
    for (char *end = path + 1; end != NULL; end = strchr(end + 1, '/')) {
        char part[512];
        snprintf(part, sizeof part, "%.*s", (int)(end - path), path);
        mkdir(part, 0700);
    }
    make(path);
    put_file("d/a.yaml", "");
    struct listing listing = list_one(f, "d");
    assert_paths(&listing, "d/a.yaml");
    assert_int_equal(listing.fault_count, 1);
    char expected[600];
    snprintf(expected, sizeof expected, "%s is not looked into: it lies more than 16 folders deep", path);
    assert_string_equal(listing.faults[0], expected);
}

/* Root may look into every folder, so for this it is somebody else. */
static void a_locked_folder_is_named(void **state) {
    struct folder *f = *state;
    bool root = geteuid() == 0;
    make("d");
    make("d/locked");
    put_file("d/a.yaml", "");
    assert_int_equal(chmod(".", 0755), 0);
    assert_int_equal(chmod("d", 0755), 0);
    assert_int_equal(chmod("d/locked", 0), 0);
    if (root) {
        assert_int_equal(seteuid(65534), 0);
    }
    struct listing listing = list_one(f, "d");
    if (root) {
        assert_int_equal(seteuid(0), 0);
    }
    assert_int_equal(chmod("d/locked", 0700), 0);
    assert_paths(&listing, "d/a.yaml");
    assert_int_equal(listing.fault_count, 1);
    assert_string_equal(listing.faults[0], "cannot look into folder d/locked: Permission denied");
}

static void ten_thousand_files_are_listed_in_order(void **state) {
    struct folder *f = *state;
    enum { FOLDERS = 20, FILES = 500 };
    make("d");
    for (int i = 0; i < FOLDERS; i++) {
        char name[64];
        snprintf(name, sizeof name, "d/%02d", i);
        make(name);
        for (int k = 0; k < FILES; k++) {
            snprintf(name, sizeof name, "d/%02d/%03d.yaml", i, k);
            int fd = open(name, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
            assert_true(fd >= 0);
            close(fd);
        }
    }
    struct listing listing = list_one(f, "d");
    assert_int_equal(listing.count, FOLDERS * FILES);
    for (size_t i = 0; i < listing.count; i++) {
        char name[64];
        snprintf(name, sizeof name, "d/%02zu/%03zu.yaml", i / FILES, i % FILES);
        assert_string_equal(listing.paths[i], name);
    }
}

static void a_folder_is_told_from_a_file(void **state) {
    (void)state;
    make("d");
    put_file("a.yaml", "");
    assert_int_equal(symlink("d", "link"), 0);
    assert_true(listing_folder("d"));
    assert_true(listing_folder("link"));
    assert_false(listing_folder("a.yaml"));
    assert_false(listing_folder("gone"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        folder_test(meeting_files_are_those_named_so_and_not_hidden),
        folder_test(folders_are_gone_through_to_the_bottom),
        folder_test(operands_stay_in_the_order_named_and_a_file_stands_once),
        folder_test(links_are_followed_and_a_ring_of_them_ends),
        folder_test(a_pipe_named_like_a_meeting_is_no_file),
        folder_test(what_cannot_be_looked_into_is_named_and_ends_nothing),
        folder_test(a_locked_folder_is_named),
        folder_test(ten_thousand_files_are_listed_in_order),
        folder_test(a_folder_is_told_from_a_file),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
