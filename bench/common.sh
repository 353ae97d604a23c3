# What the measurements share; sourced by bench/run and bench/bulk. Ends only what it started.
key=bench-key-0123456789abcdef0123456789abcdef
work=$(mktemp -d)
mine=()          # processes of this run
postgres_bin=""
postgres_user=()

cleanup() {
  for pid in "${mine[@]}"; do kill "$pid" 2>/dev/null || true; done
  if [[ -n $postgres_bin && -f $work/pg/postmaster.pid ]]; then
    "${postgres_user[@]}" "$postgres_bin/pg_ctl" -D "$work/pg" -m immediate stop >/dev/null 2>&1 || true
  fi
  wait 2>/dev/null || true
  rm -rf "$work"
}
trap cleanup EXIT

say() { echo "$*" >&2; }
die() { say "bench: $*"; exit 1; }

# A free port of the loopback.
free_port() {
  local port
  while :; do
    port=$((20000 + RANDOM % 20000))
    if ! (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then echo "$port"; return; fi
  done
}

now_ms() { date +%s%3N; }
peak() { awk '/VmHWM/ { printf "%d", $2 / 1024 }' "/proc/$1/status"; }
resident() { awk '/VmRSS/ { printf "%d", $2 / 1024 }' "/proc/$1/status"; }
used_ticks() { awk '{ print $14 + $15 }' "/proc/$1/stat"; }  # hundredths of a second of CPU

# Waits until a process rests: after writes, the relay of the service still puts changes into the feed.
settle() {
  local before after
  for _ in $(seq 60); do
    before=$(used_ticks "$1"); sleep 0.5; after=$(used_ticks "$1")
    ((after - before > 5)) || return 0
  done
  say "process $1 does not come to rest"
}

start_postgres() {
  postgres_bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1) || true # none: told in the next line
  [[ -n $postgres_bin ]] || die "PostgreSQL is missing; install it first"
  if [[ $(id -u) == 0 ]]; then postgres_user=(runuser -u postgres --); fi
  chmod 755 "$work"; mkdir "$work/pg"
  [[ $(id -u) != 0 ]] || chown postgres "$work/pg"
  postgres_port=$(free_port)
  (
    cd /
    "${postgres_user[@]}" "$postgres_bin/initdb" -D "$work/pg" -U bench -A trust -E UTF8 --locale=C.UTF-8 >/dev/null
    "${postgres_user[@]}" "$postgres_bin/pg_ctl" -D "$work/pg" -w -l "$work/pg/log" \
      -o "-p $postgres_port -h 127.0.0.1 -k $work/pg" start >/dev/null
  )
}

# start <service|floor> <log> <connection>: leaves pid in $pid, base address in $url.
start() {
  local port
  port=$(free_port); url="http://127.0.0.1:$port"
  local program=$work/service/MethodCenter.Api.dll arguments=(--migrate-and-serve)
  [[ $1 == service ]] || { program=$work/floor/MethodCenter.Floor.dll; arguments=(); }
  (
    cd "$(dirname "$program")"
    export Database__Provider=$database ConnectionStrings__MethodCenter=$3 Bootstrap__ApiKey=$key
    export RateLimit__PermitsPerMinute=0 DOTNET_ENVIRONMENT=Production
    exec dotnet "$program" --urls "$url" "${arguments[@]}" >"$2" 2>&1
  ) &
  pid=$!; mine+=("$pid")
}

stop() {
  kill "$1"
  wait "$1" 2>/dev/null || true
}

# Until an address answers 200; the program must live that long.
await() {
  for _ in $(seq 6000); do
    if curl -sf -o /dev/null -H "X-Api-Key: $key" -H "X-Centre: bench" "$1"; then return; fi
    kill -0 "$pid" 2>/dev/null || { cat "$work"/*.log >&2; die "the program ended"; }
    sleep 0.01
  done
  die "no answer from $1"
}

api() { curl -sS --fail-with-body -H "X-Api-Key: $key" "$@"; }
post() { api -H "Content-Type: application/json" "${@:3}" -d "$2" "$service_url/api/v1/$1"; }

publish_service() {
  say "publishing"
  dotnet publish src/Api -c Release -r "$(dotnet --info | awk '/RID:/ { print $2; exit }')" -o "$work/service" -clp:ErrorsOnly --nologo >&2
}

# median <file> <column>
median() { awk -v c="$2" '{ print $c }' "$1" | sort -g | awk '{ v[NR] = $1 } END { print NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2 }'; }
