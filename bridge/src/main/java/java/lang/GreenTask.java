package java.lang;

/** What a virtual half runs: mounted by {@link GreenMount}, so that no frame of it shows. */
interface GreenTask extends Runnable {}
