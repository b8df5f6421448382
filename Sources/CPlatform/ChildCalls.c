#define _GNU_SOURCE
#include "CPlatform.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

#if defined(__linux__)
#include <sys/prctl.h>
#include <sys/syscall.h>
#endif

extern char **environ;

enum { most_arguments = 16, first_free = 10, report = 3 };

// Between fork and execve only calls that a signal handler may make: another thread may have held a lock of the C library.

static void limit(int resource, size_t value) {
    struct rlimit now;
    if (getrlimit(resource, &now) != 0) return;
    rlim_t wanted = (rlim_t)value;
    if (now.rlim_max != RLIM_INFINITY && now.rlim_max < wanted) wanted = now.rlim_max;
    now.rlim_cur = now.rlim_max = wanted;
    setrlimit(resource, &now);
}

static void close_from(int first) {
#if defined(__linux__) && defined(SYS_close_range)
    if (syscall(SYS_close_range, (unsigned)first, ~0U, 0) == 0) return;
#endif
    struct rlimit files;
    int end = getrlimit(RLIMIT_NOFILE, &files) == 0 && files.rlim_cur < 65536 ? (int)files.rlim_cur : 65536;
    for (int number = first; number < end; number++) close(number);
}

static void become(
    const char *program, char **arguments, int output, int errors, int failure, child_limits limits, pid_t parent) {
    setpgid(0, 0);
#if defined(__linux__)
    // Ends with the program that waits for it, however that one ends; it may have ended before the call.
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != parent) _exit(127);
#else
    (void)parent;
#endif
    // The numbers may be those of the standard streams, if this program was started without some of them.
    output = fcntl(output, F_DUPFD, first_free);
    errors = fcntl(errors, F_DUPFD, first_free);
    failure = fcntl(failure, F_DUPFD, first_free);
    int input = open("/dev/null", O_RDONLY);
    if (input < 0 || dup2(input, 0) < 0 || dup2(output, 1) < 0 || dup2(errors, 2) < 0 || dup2(failure, report) < 0) {
        _exit(127);
    }
    fcntl(report, F_SETFD, FD_CLOEXEC);
    close_from(report + 1);
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_CPU, limits.seconds);
    limit(RLIMIT_AS, limits.memory);
    limit(RLIMIT_FSIZE, limits.file_size);
    for (int number = 1; number < 32; number++) signal(number, SIG_DFL);
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    execve(program, arguments, environ);
    int error = errno;
    ssize_t written = write(report, &error, sizeof error);
    _exit(written < 0 ? 126 : 127);
}

int child_calls_start(
    const char *program, const char *arguments, size_t size, int output, int errors, child_limits limits) {
    char *parts[most_arguments + 2] = {(char *)program};
    int count = 1;
    for (size_t place = 0; place < size; count++) {
        if (count > most_arguments) {
            errno = E2BIG;
            return -1;
        }
        parts[count] = (char *)arguments + place;
        while (place < size && arguments[place]) place++;
        place++;
    }
    int ends[2];
    if (pipe(ends) != 0) return -1;
    fcntl(ends[0], F_SETFD, FD_CLOEXEC);
    fcntl(ends[1], F_SETFD, FD_CLOEXEC);
    pid_t parent = getpid();
    pid_t child = fork();
    if (child == 0) become(program, parts, output, errors, ends[1], limits, parent);
    int error = child < 0 ? errno : 0;
    close(ends[1]);
    if (child > 0) {
        // Ends without a byte when the program runs.
        ssize_t got;
        do got = read(ends[0], &error, sizeof error); while (got < 0 && errno == EINTR);
        if (got != (ssize_t)sizeof error) error = 0;
    }
    close(ends[0]);
    if (error == 0) return (int)child;
    if (child > 0) while (waitpid(child, NULL, 0) < 0 && errno == EINTR) {}
    errno = error;
    return -1;
}

int child_calls_ended(int child, int *status) {
    int raw = 0;
    pid_t ended;
    do ended = waitpid(child, &raw, WNOHANG); while (ended < 0 && errno == EINTR);
    if (ended <= 0) return (int)ended;
    *status = WIFEXITED(raw) ? WEXITSTATUS(raw) : 256 + WTERMSIG(raw);
    return 1;
}

void child_calls_kill(int child) {
    // It and what it started.
    kill(-child, SIGKILL);
    kill(child, SIGKILL);
}
