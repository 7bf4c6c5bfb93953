# Read by the scripts beside it: builds what is missing or old; sets java, agent, jar, hello.
root="$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd)"
java="$("$root/green" jdk)/bin/java"
agent="$root/agent/target/green-agent.jar"
jar="$root/benchmarks/target/benchmarks.jar"
hello="$root/benchmarks/target/hello.jar"

fresh() {
  [[ -f "$agent" && -f "$jar" && -f "$hello" ]] || return 1
  [[ -z "$(find "$root"/{pom.xml,bridge/src/main,runtime/src/main,agent/pom.xml,agent/src/main} \
    -type f -newer "$agent" -print -quit)" ]] || return 1
  [[ -z "$(find "$root"/benchmarks/{pom.xml,src/main} -type f -newer "$jar" -print -quit)" ]]
}

if ! fresh; then
  echo "building, this takes a moment" >&2
  (cd "$root" && mvn -B -ntp -q -DskipTests -pl agent,benchmarks -am package >&2)
  touch -c "$agent" "$jar" "$hello"
fi
quiet=(--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow)
