#!/usr/bin/env bash
# Makes the role that the product connects as: it owns nothing, so row-level security holds for it.
set -euo pipefail
psql -v ON_ERROR_STOP=1 -v password="$(cat /run/secrets/database-password)" -U plumbline -d plumbline <<'SQL'
create role plumbline_app login password :'password' nosuperuser nobypassrls nocreaterole;
SQL
