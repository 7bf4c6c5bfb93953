package java.lang;

/**
 * What a virtual half runs as its outermost frame, which begins and ends as {@link GreenMount} says
 * and does not show.
 */
interface GreenTask extends Runnable {}
