// The one door through which the product takes Effect's PostgreSQL client, which speaks the wire protocol itself.
// It is marked unstable: a changed name upstream is mended here and nowhere else.
// It adds nothing of its own; only the PostgreSQL store uses it.
export * as PgConnection from "@effect/sql-pg/PgConnection";
export { makeCompiler } from "@effect/sql-pg/PgClient";
export * as PgTypes from "@effect/sql-pg/PgTypes";
