# Read by the scripts beside it: builds what is missing or old; sets java, agent, jar, hello.
root="$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd)"
java="$("$root/green" jdk)/bin/java"
agent="$root/agent/target/green-agent.jar"
jar="$root/benchmarks/target/benchmarks.jar"
hello="$root/benchmarks/target/hello.jar"

fresh() {
  [[ -f "$agent" && -f "$jar" && -f "$hello" ]] || return 1
  [[ -z "$(find "$root"/{pom.xml,bridge/src/main,runtime/src/main,commands/src/main,agent/pom.xml,agent/src/main} \
    -type f -newer "$agent" -print -quit)" ]] || return 1
  [[ -z "$(find "$root"/benchmarks/{pom.xml,src/main} -type f -newer "$jar" -print -quit)" ]]
}

build() {
  echo "building, this takes a moment" >&2
  (cd "$root" && mvn -B -ntp -q -DskipTests "$@" package >&2) || {
    echo "benchmarks: the build failed, see above" >&2
    exit 1
  }
  touch -c "$agent" "$jar" "$hello"
}

if [[ " $* " == *" --help "* ]]; then
  [[ -f "$jar" ]] || build -pl benchmarks -am
elif ! fresh; then
  build -pl agent,benchmarks -am
fi
quiet=(--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow)
