# Starts the Debug build of the service for a check and asks it; sourced by eng/clients and eng/templates. Ends only what it started.
key=sample-key-0123456789abcdef0123456789abcdef
work=$(mktemp -d)
service=""
finish() {
  [ -z "$service" ] || { kill "$service" 2>/dev/null && wait "$service" 2>/dev/null; } || true
  rm -rf "$work"
}
trap finish EXIT

# On a new SQLite file, on a free port; leaves its address in $url.
start_service() {
  (
    cd src/Api/bin/Debug/net10.0
    export Database__Provider=Sqlite ConnectionStrings__MethodCenter="Data Source=$work/sample.db" Bootstrap__ApiKey=$key
    export RateLimit__PermitsPerMinute=0
    exec dotnet MethodCenter.Api.dll --urls http://127.0.0.1:0
  ) >"$work/log" 2>&1 &
  service=$!
  url=""
  for _ in $(seq 600); do
    url=$(grep -aoE 'http://127\.0\.0\.1:[0-9]+' "$work/log" | grep -v ':0$' | head -1 || true)
    [ -z "$url" ] || break
    kill -0 "$service" 2>/dev/null || { cat "$work/log"; exit 1; }
    sleep 0.1
  done
  [ -n "$url" ] || { echo "The service does not listen:"; cat "$work/log"; exit 1; }
}

# ask CENTRE PATH [BODY]: as the system's administrator; CENTRE may be empty.
ask() {
  local answer
  answer=$(curl --silent --show-error --fail-with-body "$url/api/v1/$2" -H "X-Api-Key: $key" ${1:+-H "X-Centre: $1"} \
    ${3:+-H "Content-Type: application/json" --data "$3"}) || { echo "$2: $answer" >&2; return 1; }
  echo "$answer"
}
