#include "CPlatform.h"

#include <stdlib.h>

#if defined(__GLIBC__)
#include <malloc.h>
#endif

void memory_keep_freed(void) {
#if defined(__GLIBC__)
    mallopt(M_TRIM_THRESHOLD, 1 << 30);
    mallopt(M_MMAP_THRESHOLD, 1 << 28);
    mallopt(M_TOP_PAD, 1 << 24);
#endif
}
