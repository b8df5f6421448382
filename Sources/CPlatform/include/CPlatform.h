#ifndef CPLATFORM_H
#define CPLATFORM_H

#include <stddef.h>

// What Swift cannot reach by itself: system calls that the C library declares only as extensions, settings of glibc's
// allocator, threads, and a variable of each thread. Compiles with glibc, Musl and Apple's C library.

// FileCalls.c. Each call returns 0, or -1 with errno set.

// Moves a name to a name that must not exist. ENOSYS, EINVAL or ENOTSUP if the system cannot.
int file_calls_rename_exclusively(int source_folder, const char *source, int target_folder, const char *target);

// Exchanges two names in one step. ENOSYS, EINVAL or ENOTSUP if the system cannot.
int file_calls_exchange(int one_folder, const char *one, int other_folder, const char *other);

// Waits until everything that was written to the file system of a descriptor is on the disk.
int file_calls_flush(int descriptor);

// Starts a program of PATH with one argument, without its output, and does not wait for it. Returns 0 or an error number.
int file_calls_start(const char *program, const char *argument);

// ChildCalls.c: programs that run for a short time, within limits, without input, and in a process group of their own.

typedef struct {
    // Of processor time.
    size_t seconds;
    // Bytes of address space.
    size_t memory;
    // Bytes of each file that it writes.
    size_t file_size;
} child_limits;

// Runs a program, whose standard output and standard error are the two descriptors. It inherits no other descriptor, no
// signal mask and no ignored signal. On Linux it is killed when the calling thread ends.
//
// `arguments`: at most 16, each with a NUL at its end, `size` bytes together. Returns the number of the process, or -1 with
// errno set, also if the program cannot be executed.
int child_calls_start(
    const char *program, const char *arguments, size_t size, int output, int errors, child_limits limits);

// 1 if the process has ended: `status` is then its exit code, or 256 and the number of the signal. 0 if it runs; -1 with
// errno set if it is not a child of this process, or no longer.
int child_calls_ended(int child, int *status);

// Kills the process and those that it started in its group.
void child_calls_kill(int child);

// WatchCalls.c: inotify(7). Each call returns -1 with errno set if it fails; ENOSYS on systems other than Linux.

// Opens a queue of changes that does not block.
int watch_calls_open(void);

// Watches a folder, not the folders below it: its files that are written and closed, and every name that is added or
// removed. Returns the number that its changes have in the queue.
int watch_calls_add(int queue, const char *folder, int follows_link);

int watch_calls_remove(int queue, int folder);

// Waits until the queue has a change: 1, or 0 after so many milliseconds.
int watch_calls_wait(int queue, int milliseconds);

// What the mask of a change says.
int watch_calls_is_overflow(unsigned mask);
int watch_calls_is_folder(unsigned mask);
// The watched folder itself was deleted, moved or unmounted.
int watch_calls_is_end(unsigned mask);
// The folder is no longer watched, and its number may be used again.
int watch_calls_is_forgotten(unsigned mask);
// A name was removed.
int watch_calls_is_removal(unsigned mask);
// A name was added or removed.
int watch_calls_is_structural(unsigned mask);

// ErrorText.c: the system's text for an error number, at most `size` bytes with the NUL. Can be called by any thread.
void system_error_text(int number, char *text, size_t size);

// KeptMemory.c.

// Keeps freed memory in the process for reuse, instead of returning it to the system and mapping it again. Has an effect
// with glibc only.
//
// A build allocates and frees thousands of buffers of some hundred kilobytes. By default glibc unmaps each at once and
// maps the next one, which cost a sixth of a build. The process ends soon and returns everything.
void memory_keep_freed(void);

// ParsingMemory.c: an arena for libcmark, one for each thread.
//
// libcmark allocates some sixty small pieces a text and frees each one, which cost a third of its time. It has an arena of
// its own, but only one for the whole process; a variable of each thread is something that Swift does not have.
// A thread keeps one block for its next text; the further blocks of a long text are freed.

// A place in the thread's arena.
typedef struct {
    void *block;
    unsigned char *next;
} parsing_memory_mark;

// The place at which the arena allocates next. Marks nest.
parsing_memory_mark parsing_memory_begin(void);

// Frees everything that the thread allocated since the mark.
void parsing_memory_end(parsing_memory_mark mark);

// Frees the block that a thread keeps, before the thread ends. There may be no mark that is still in use.
void parsing_memory_release(void);

// The functions of `cmark_mem`. None returns NULL: like libcmark's own, they abort if there is no memory.
void *parsing_memory_calloc(size_t count, size_t size);
void *parsing_memory_realloc(void *old, size_t size);
void parsing_memory_free(void *old);

// Thread.c: threads whose creation may fail. (A dispatch queue tries again for ever where the system makes no thread.)

struct worker_thread;

// Runs a function on a new thread; NULL if the system makes none: a limit is reached, or there is no memory.
struct worker_thread *worker_thread_start(void (*body)(void *), void *context);

// Waits until the function has returned, and frees the thread.
void worker_thread_join(struct worker_thread *worker);

// Defects.c: ends the process after a trap with a message: with status 3 if there is no memory, which traps too, and
// otherwise with status 70.

void defects_prepare(void);

#endif
