#ifndef CMEMORY_H
#define CMEMORY_H

// Lets memory that was freed be used again instead of being given back to the system and asked for anew. Does something
// only with glibc, whose calls for it Swift's import leaves out.
//
// A build makes and drops buffers of some hundred kilobytes by the thousand. By default glibc gives each back at once and
// maps the next, which cost a sixth of a build. The process ends soon and takes all with it.
void memory_keep_freed(void);

#endif
