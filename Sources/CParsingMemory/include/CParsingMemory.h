#ifndef CPARSINGMEMORY_H
#define CPARSINGMEMORY_H

#include <stddef.h>

// Memory for libcmark that is handed out one piece behind the other and taken back all at once. libcmark asks for some
// sixty small pieces a text and gives each back, which cost a third of its time. It has such an arena too, one for the
// whole process; this one is the calling thread's own, by a variable of the thread, which Swift does not have.
//
// A thread keeps one block for its next text; what a long text needs more is given back to the system.

// A place in the thread's memory.
typedef struct {
    void *block;
    unsigned char *next;
} parsing_memory_mark;

// Where memory stands now. Marks nest.
parsing_memory_mark parsing_memory_begin(void);

// Takes back everything that the thread was given since the mark.
void parsing_memory_end(parsing_memory_mark mark);

// What `cmark_mem` wants. None returns NULL: like libcmark's own, they end the process where memory has run out.
void *parsing_memory_calloc(size_t count, size_t size);
void *parsing_memory_realloc(void *old, size_t size);
void parsing_memory_free(void *old);

#endif
