#define _GNU_SOURCE
#include "CPlatform.h"

#include <fcntl.h>
#include <signal.h>
#include <stddef.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>

#ifndef MAP_ANONYMOUS
#define MAP_ANONYMOUS MAP_ANON
#endif

// Growing a buffer asks for up to as much as the process has already; a probe of this size is small.
enum { small_probe = 64 << 20 };

static int can_map(size_t size) {
    void *probe = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (probe == MAP_FAILED) return 0;
    munmap(probe, size);
    return 1;
}

// The process's address space in bytes; 0 if the system does not tell.
static size_t mapped_bytes(void) {
    char text[64];
    int file = open("/proc/self/statm", O_RDONLY | O_CLOEXEC);
    if (file < 0) return 0;
    ssize_t count = read(file, text, sizeof text);
    close(file);
    size_t pages = 0;
    for (ssize_t place = 0; place < count && text[place] >= '0' && text[place] <= '9'; place++)
        pages = pages * 10 + (size_t)(text[place] - '0');
    return pages * (size_t)sysconf(_SC_PAGESIZE);
}

// Why memory could not be allocated.
enum memory_limit {
    memory_limit_none,
    memory_limit_addresses,
    memory_limit_data,
    memory_limit_machine,
};

static enum memory_limit memory_limit_reached(void) {
    struct rlimit limit;
    size_t mapped = mapped_bytes();
    size_t probe = mapped > small_probe ? mapped : small_probe;
    int is_limited = getrlimit(RLIMIT_AS, &limit) == 0 && limit.rlim_cur != RLIM_INFINITY;
    if (is_limited && !can_map(probe)) return memory_limit_addresses;
    is_limited = getrlimit(RLIMIT_DATA, &limit) == 0 && limit.rlim_cur != RLIM_INFINITY;
    if (is_limited && !can_map(probe)) return memory_limit_data;
    return can_map(small_probe) ? memory_limit_none : memory_limit_machine;
}

static const char *message(enum memory_limit limit) {
    switch (limit) {
    case memory_limit_addresses:
        return "\nexplainer: out of memory: the limit of the process's address space is reached (ulimit -v)\n";
    case memory_limit_data:
        return "\nexplainer: out of memory: the limit of the process's data is reached (ulimit -d)\n";
    case memory_limit_machine: return "\nexplainer: out of memory\n";
    case memory_limit_none: break;
    }
    return "\nexplainer: this is a bug in explainer; please report it. The output folder is intact: build again.\n";
}

// The signal may have come while a lock of the allocator was held: nothing here allocates.
static void end(int number) {
    (void)number;
    enum memory_limit limit = memory_limit_reached();
    const char *text = message(limit);
    ssize_t written = write(STDERR_FILENO, text, strlen(text));
    (void)written;
    _exit(limit == memory_limit_none ? 70 : 3);
}

void defects_prepare(void) {
    int numbers[] = {SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT};
    for (size_t place = 0; place < sizeof numbers / sizeof *numbers; place++) signal(numbers[place], end);
}
