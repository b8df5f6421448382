#include "allocations.h"
#include <stddef.h>
#include <features.h>

#ifdef __GLIBC__
// The executable's malloc goes before the C library's, which it calls.
extern void *__libc_malloc(size_t);
extern void *__libc_calloc(size_t, size_t);
extern void *__libc_realloc(void *, size_t);
static unsigned long count;
void *malloc(size_t size) { __atomic_fetch_add(&count, 1, __ATOMIC_RELAXED); return __libc_malloc(size); }
void *calloc(size_t number, size_t size) { __atomic_fetch_add(&count, 1, __ATOMIC_RELAXED); return __libc_calloc(number, size); }
void *realloc(void *block, size_t size) { __atomic_fetch_add(&count, 1, __ATOMIC_RELAXED); return __libc_realloc(block, size); }
unsigned long allocation_count(void) { return count; }
#else
unsigned long allocation_count(void) { return 0; }
#endif
