// The one door through which the product takes Effect's SQL modules.
// They are marked unstable: a changed name upstream is mended here and nowhere else.
// It adds nothing of its own, and names only the parts that the stores use.
export * as SqlClient from "effect/sql/SqlClient";
export type { Connection, Row } from "effect/sql/SqlConnection";
export {
  classifySqliteError,
  ConnectionError,
  isSqlError,
  SqlError,
  UnknownError,
} from "effect/sql/SqlError";
export { makeCompilerSqlite } from "effect/sql/Statement";
export { layer as reactivityLayer } from "effect/reactivity/Reactivity";
