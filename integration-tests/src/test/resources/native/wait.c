#include <jni.h>
#include <time.h>

/* Blocks its OS thread until another thread calls release: what a driver written in C does. */

static volatile jint released;

JNIEXPORT jint JNICALL Java_programs_handoff_NativeWait_await(JNIEnv *env, jclass type) {
  struct timespec pause = {0, 1000000};
  (void)env;
  (void)type;
  while (!released) {
    nanosleep(&pause, NULL);
  }
  return released;
}

JNIEXPORT void JNICALL Java_programs_handoff_NativeWait_release(JNIEnv *env, jclass type, jint by) {
  (void)env;
  (void)type;
  released = by;
}
