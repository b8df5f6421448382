#include "CPlatform.h"

#include <pthread.h>
#include <stdlib.h>

// As the main thread has it on Linux and macOS; Musl and macOS give other threads far less.
enum { stack_size = 8 << 20 };

struct worker_thread {
    pthread_t thread;
    void (*run)(void *);
    void *context;
};

static void *run(void *pointer) {
    struct worker_thread *worker = pointer;
    worker->run(worker->context);
    parsing_memory_release();
    return NULL;
}

struct worker_thread *worker_thread_start(void (*body)(void *), void *context) {
    struct worker_thread *worker = malloc(sizeof *worker);
    if (!worker) return NULL;
    worker->run = body;
    worker->context = context;
    pthread_attr_t attributes;
    if (pthread_attr_init(&attributes) != 0) {
        free(worker);
        return NULL;
    }
    int error = pthread_attr_setstacksize(&attributes, stack_size);
    if (error == 0) error = pthread_create(&worker->thread, &attributes, run, worker);
    pthread_attr_destroy(&attributes);
    if (error != 0) {
        free(worker);
        return NULL;
    }
    return worker;
}

void worker_thread_join(struct worker_thread *worker) {
    pthread_join(worker->thread, NULL);
    free(worker);
}
