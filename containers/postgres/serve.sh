#!/bin/sh
# serve.sh init   makes the data directory, at build
# serve.sh ...    gives the role `corridor` the password of POSTGRES_PASSWORD and serves; the words go to postgres
set -eu
data=/corridor/data
for folder in /usr/lib/postgresql/*/bin; do bin=$folder; done

if [ "${1-}" = init ]; then
  "$bin/initdb" --pgdata "$data" --username corridor --encoding UTF8 --locale C --auth-local peer --auth-host scram-sha-256 \
    --wal-segsize 1 --no-sync >/dev/null
  echo 'host all corridor all scram-sha-256' >>"$data/pg_hba.conf"
  exit 0
fi

: "${POSTGRES_PASSWORD:?POSTGRES_PASSWORD is missing: give the password of the role corridor}"
case $POSTGRES_PASSWORD in *[!A-Za-z0-9_-]*) echo 'POSTGRES_PASSWORD holds a character that is no letter, digit, _ or -' >&2; exit 1 ;; esac
if [ ! -f "$data/postmaster.pid" ]; then
  echo "alter role corridor password '$POSTGRES_PASSWORD'" | "$bin/postgres" --single -D "$data" postgres >/dev/null
fi
exec "$bin/postgres" -D "$data" -c listen_addresses='*' -c unix_socket_directories= "$@"
