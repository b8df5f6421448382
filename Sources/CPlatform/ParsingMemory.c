#include "CPlatform.h"

#include <stdlib.h>
#include <string.h>

// Everything stands at multiples of this; before each piece, as many bytes hold its size.
enum { alignment = 16, first_block = 64 << 10 };

struct block {
    struct block *earlier;
    unsigned char *end;
};

// The block from which memory is taken, and where the next piece begins in it.
static _Thread_local struct block *block;
static _Thread_local unsigned char *next;

static unsigned char *start_of(struct block *block) { return (unsigned char *)block + sizeof(struct block); }

static void add_block(size_t wanted) {
    size_t size = block ? 2 * (size_t)(block->end - (unsigned char *)block) : first_block;
    if (size < wanted + sizeof(struct block)) size = wanted + sizeof(struct block);
    struct block *added = malloc(size);
    if (!added) abort();
    added->earlier = block;
    added->end = (unsigned char *)added + size;
    block = added;
    next = start_of(added);
}

// The bytes that a piece takes, its size and the gap behind it included.
static size_t room_for(size_t size) { return (size + 2 * alignment - 1) & ~(size_t)(alignment - 1); }

static void *take(size_t size) {
    if (size > (size_t)-1 / 4) abort();
    size_t room = room_for(size);
    if ((size_t)(block->end - next) < room) add_block(room);
    unsigned char *piece = next + alignment;
    *(size_t *)next = size;
    next += room;
    return piece;
}

parsing_memory_mark parsing_memory_begin(void) {
    if (!block) add_block(0);
    return (parsing_memory_mark){block, next};
}

void parsing_memory_end(parsing_memory_mark mark) {
    while (block != mark.block) {
        struct block *earlier = block->earlier;
        free(block);
        block = earlier;
    }
    next = mark.next;
}

void parsing_memory_release(void) {
    while (block) {
        struct block *earlier = block->earlier;
        free(block);
        block = earlier;
    }
    next = NULL;
}

void *parsing_memory_calloc(size_t count, size_t size) {
    if (size && count > (size_t)-1 / size) abort();
    return memset(take(count * size), 0, count * size);
}

void *parsing_memory_realloc(void *old, size_t size) {
    if (!old) return take(size);
    unsigned char *header = (unsigned char *)old - alignment;
    size_t known = *(size_t *)header;
    if (size <= known) return old;
    // The last piece may grow where it stands.
    parsing_memory_free(old);
    void *grown = take(size);
    return grown == old ? old : memmove(grown, old, known);
}

// Only the last piece can be used again before the end.
void parsing_memory_free(void *old) {
    if (!old) return;
    unsigned char *header = (unsigned char *)old - alignment;
    if (header + room_for(*(size_t *)header) == next) next = header;
}
