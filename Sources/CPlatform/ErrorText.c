// POSIX's strerror_r, which writes into the buffer; _GNU_SOURCE would give another function of that name.
#define _POSIX_C_SOURCE 200112L
#include "CPlatform.h"

#include <stdio.h>
#include <string.h>

void system_error_text(int number, char *text, size_t size) {
    if (strerror_r(number, text, size) != 0) snprintf(text, size, "error %d", number);
}
