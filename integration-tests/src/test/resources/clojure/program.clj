;; Clojure's references, futures and agents; Java's threads by reflection and by type hints.
(ns program
  (:import (java.lang.invoke MethodHandles MethodType)
           (java.net InetAddress ServerSocket Socket)
           (java.util.concurrent CountDownLatch LinkedBlockingQueue)
           (programs.real Census)))

(defn hinted ^Thread [] (Thread/currentThread))
(defn reflective [^Class type] (.invoke (.getMethod type "currentThread" (make-array Class 0)) nil (object-array 0)))
(defn interop [] (clojure.lang.Reflector/invokeStaticMethod "java.lang.Thread" "currentThread" (object-array 0)))
(defn untyped [thread] (.getName thread))

(println (untyped (hinted)) (untyped (reflective Thread)) (identical? (hinted) (interop)))

(def seen (promise))
(def thread (Thread. (fn [] (deliver seen [(hinted) (reflective Thread) (interop)])) "named"))
(.start thread)
(.join thread)
(println (map #(identical? thread %) @seen))

(let [type (MethodType/methodType Thread)
      handle (.findStatic (MethodHandles/publicLookup) Thread "currentThread" type)
      found (promise)
      thread (Thread. #(deliver found (.invokeWithArguments handle (object-array 0))))]
  (.start thread)
  (println (identical? thread @found)))

;; a proxy that extends Thread
(let [seen (promise)
      thread (proxy [Thread] ["proxied"] (run [] (deliver seen (identical? this (Thread/currentThread)))))]
  (.start thread)
  (println @seen (.getName ^Thread thread)))

;; transactions
(let [from (ref 1000) to (ref 0)
      workers (doall (for [_ (range 20)]
                       (doto (Thread. #(dotimes [_ 50] (dosync (alter from dec) (Thread/yield) (alter to inc)))) .start)))]
  (run! #(.join ^Thread %) workers)
  (println @from @to))

;; agents, futures, promises, delays, locks
(let [sum (agent 0)]
  (dotimes [n 100] (send sum + n))
  (dotimes [n 100] (send-off sum (fn [s] (Thread/sleep 0 1) (+ s n))))
  (await sum)
  (println @sum))
(println (map deref (doall (for [n (range 10)] (future (Thread/sleep 1) (* n n))))))
(println (doall (pmap #(do (Thread/sleep 1) (inc %)) (range 20))))
(println (deref (promise) 10 "timed out") @(delay (untyped (hinted))))
(let [lock (Object.) count (volatile! 0)]
  (run! deref (doall (for [_ (range 10)] (future (dotimes [_ 100] (locking lock (vswap! count inc)))))))
  (println @count))
(def ^:dynamic *bound* "root")
(binding [*bound* "conveyed"] (println @(future *bound*) *bound*))
(println (try @(future (throw (ex-info "on purpose" {:a 1})))
              (catch java.util.concurrent.ExecutionException e (ex-data (ex-cause e)))))
(let [running (promise)
      waiting (future (deliver running true) (try (Thread/sleep 60000) (catch InterruptedException _ :interrupted)))]
  @running
  (println (future-cancel waiting) (future-cancelled? waiting)))

;; all of them wait at once
(let [entered (CountDownLatch. 30) leave (CountDownLatch. 1)
      waiting (doall (for [n (range 30)]
                       (doto (Thread. #(do (.countDown entered) (.await leave)) (str "clojure" n)) .start)))]
  (.await entered)
  (Census/threads "clojure" 30)
  (.countDown leave)
  (run! #(.join ^Thread %) waiting))

;; sockets and a queue
(let [server (ServerSocket. 0 50 (InetAddress/getLoopbackAddress))
      queue (LinkedBlockingQueue.)]
  (future (dotimes [_ 20]
            (let [socket (.accept server)]
              (future (with-open [socket socket]
                        (spit (.getOutputStream socket)
                              (str "echo " (.readLine (clojure.java.io/reader (.getInputStream socket))))))))))
  (dotimes [n 20]
    (future (with-open [socket (Socket. (.getInetAddress server) (.getLocalPort server))]
              (doto (.getOutputStream socket) (.write (.getBytes (str n "\n"))) .flush)
              (.put queue (slurp (.getInputStream socket))))))
  (println (sort (repeatedly 20 #(.take queue)))))
(shutdown-agents)
