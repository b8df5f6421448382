#define _GNU_SOURCE
#include "CPlatform.h"

#include <errno.h>
#include <poll.h>

int watch_calls_wait(int queue, int milliseconds) {
    struct pollfd entry = {.fd = queue, .events = POLLIN};
    return poll(&entry, 1, milliseconds);
}

#if defined(__linux__)
#include <sys/inotify.h>

enum {
    added_or_removed = IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO,
    own_end = IN_DELETE_SELF | IN_MOVE_SELF | IN_UNMOUNT,
};

int watch_calls_open(void) { return inotify_init1(IN_NONBLOCK | IN_CLOEXEC); }

int watch_calls_add(int queue, const char *folder, int follows_link) {
    unsigned mask = IN_CLOSE_WRITE | IN_ATTRIB | added_or_removed | IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR;
    return inotify_add_watch(queue, folder, follows_link ? mask : mask | IN_DONT_FOLLOW);
}

int watch_calls_remove(int queue, int folder) { return inotify_rm_watch(queue, folder); }

int watch_calls_is_overflow(unsigned mask) { return (mask & IN_Q_OVERFLOW) != 0; }
int watch_calls_is_folder(unsigned mask) { return (mask & IN_ISDIR) != 0; }
int watch_calls_is_end(unsigned mask) { return (mask & own_end) != 0; }
int watch_calls_is_forgotten(unsigned mask) { return (mask & IN_IGNORED) != 0; }
int watch_calls_is_removal(unsigned mask) { return (mask & (IN_DELETE | IN_MOVED_FROM)) != 0; }
int watch_calls_is_structural(unsigned mask) { return (mask & added_or_removed) != 0; }

#else

int watch_calls_open(void) { errno = ENOSYS; return -1; }
int watch_calls_add(int queue, const char *folder, int follows_link) { errno = ENOSYS; return -1; }
int watch_calls_remove(int queue, int folder) { errno = ENOSYS; return -1; }
int watch_calls_is_overflow(unsigned mask) { return 0; }
int watch_calls_is_folder(unsigned mask) { return 0; }
int watch_calls_is_end(unsigned mask) { return 0; }
int watch_calls_is_forgotten(unsigned mask) { return 0; }
int watch_calls_is_removal(unsigned mask) { return 0; }
int watch_calls_is_structural(unsigned mask) { return 0; }

#endif
