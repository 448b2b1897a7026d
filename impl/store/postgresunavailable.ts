// What PostgreSQL's failures mean to those above the store: the place is at fault, or the statement is.
// It reads the five characters of SQLSTATE, as the server gives them, and the driver's word that the line is cut.
// A lost line is never a yes: whether the last COMMIT reached the disk is not known, and that is what is said.
import type { SqlError } from "./sql.ts";
import { detailOf, StoreUnavailable, type UnavailableReason } from "./unavailable.ts";

/** The longest beginning of a code that stands here decides. */
const reasonOfState: Readonly<Record<string, UnavailableReason>> = {
  "08": "unreachable",
  "25006": "read-only",
  "25P03": "unreachable",
  "28": "cannot-open",
  "3D000": "cannot-open",
  "40": "overtaken",
  "42501": "read-only",
  "53": "failing",
  "53100": "full",
  "53300": "busy",
  "55P03": "busy",
  "57P": "unreachable",
  "58": "failing",
  "58P01": "damaged",
  XX001: "damaged",
  XX002: "damaged",
};

export const stateOf = (error: SqlError): string | undefined => {
  const { cause } = error.reason;
  const code: unknown =
    typeof cause === "object" && cause !== null && "code" in cause ? Reflect.get(cause, "code") : undefined;
  return typeof code === "string" && /^[0-9A-Z]{5}$/.test(code) ? code : undefined;
};

const reasonOf = (error: SqlError): UnavailableReason | undefined => {
  const state = stateOf(error);
  for (let length = 5; state !== undefined && length >= 2; length -= 1) {
    const reason = reasonOfState[state.slice(0, length)];
    if (reason !== undefined) return reason;
  }
  return error.reason._tag === "ConnectionError" ? "unreachable" : undefined;
};

/** Whether the line to the server is cut, or about to be: nothing more can be asked on it. */
export const isLoss = (error: SqlError): boolean => reasonOf(error) === "unreachable";

/** The unavailability behind a failure; undefined when the statement itself was refused. */
export const unavailablePostgres = (error: SqlError): StoreUnavailable | undefined => {
  // A line that could not be opened anew says itself why.
  if (error.reason.cause instanceof StoreUnavailable) return error.reason.cause;
  const reason = reasonOf(error);
  return reason === undefined
    ? undefined
    : new StoreUnavailable({ reason, detail: detailOf(error.reason.cause) });
};
