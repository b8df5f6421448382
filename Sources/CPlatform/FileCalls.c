#define _GNU_SOURCE
#include "CPlatform.h"

#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <unistd.h>

#if defined(__linux__)
#include <sys/syscall.h>

// The kernel's own numbers: not every C library's headers have the names.
enum { no_replace = 1, exchange = 2 };

static int rename_with(int source_folder, const char *source, int target_folder, const char *target, unsigned how) {
#ifdef SYS_renameat2
    return (int)syscall(SYS_renameat2, source_folder, source, target_folder, target, how);
#else
    errno = ENOSYS;
    return -1;
#endif
}

int file_calls_flush(int descriptor) { return syncfs(descriptor); }

#elif defined(__APPLE__)

enum { no_replace = RENAME_EXCL, exchange = RENAME_SWAP };

static int rename_with(int source_folder, const char *source, int target_folder, const char *target, unsigned how) {
    return renameatx_np(source_folder, source, target_folder, target, how);
}

int file_calls_flush(int descriptor) { return fcntl(descriptor, F_FULLFSYNC) == -1 ? -1 : 0; }

#endif

int file_calls_rename_exclusively(int source_folder, const char *source, int target_folder, const char *target) {
    return rename_with(source_folder, source, target_folder, target, no_replace);
}

int file_calls_exchange(int one_folder, const char *one, int other_folder, const char *other) {
    return rename_with(one_folder, one, other_folder, other, exchange);
}

extern char **environ;

int file_calls_start(const char *program, const char *argument) {
    posix_spawn_file_actions_t actions;
    int result = posix_spawn_file_actions_init(&actions);
    if (result != 0) return result;
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0);
    char *arguments[] = {(char *)program, (char *)argument, NULL};
    pid_t process;
    result = posix_spawnp(&process, program, &actions, NULL, arguments, environ);
    posix_spawn_file_actions_destroy(&actions);
    return result;
}
