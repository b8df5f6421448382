#ifndef CFILECALLS_H
#define CFILECALLS_H

// Calls of the kernel that the C library declares only as extensions, which Swift's import of it leaves out.
// Each returns 0, or -1 with errno set.

// Moves a name to a name that must not exist. ENOSYS, EINVAL or ENOTSUP where the system cannot.
int file_calls_rename_exclusively(int source_folder, const char *source, int target_folder, const char *target);

// Lets two names change places in one step. ENOSYS, EINVAL or ENOTSUP where the system cannot.
int file_calls_exchange(int one_folder, const char *one, int other_folder, const char *other);

// Waits until the disk has all that was written to the file system on which a descriptor is open.
int file_calls_flush(int descriptor);

#endif
