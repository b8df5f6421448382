#ifndef ALLOCATIONS_H
#define ALLOCATIONS_H
/// How many blocks of memory the process has asked for so far; 0 where that cannot be told.
unsigned long allocation_count(void);
#endif
