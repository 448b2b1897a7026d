// A request of a load and what came of it, whatever that is: an answer with its code, or in place of one why there is none.
// Phones and devices of a load ask with it. It never fails, because a load counts failures and goes on.
import { exchange, type Connections, type Question, type Replied } from "../exchange.ts";

const noAnswer: Readonly<Record<string, string>> = {
  ECONNREFUSED: "connection-refused",
  ECONNRESET: "connection-lost",
  ABORT_ERR: "timeout",
};

/** Node gives each failure of a connection a code; what has none is told in its own words. */
const codeOf = (cause: unknown): string => {
  if (!(cause instanceof Error)) return String(cause);
  const code = "code" in cause && typeof cause.code === "string" ? cause.code : cause.name;
  return noAnswer[code] ?? code.toLowerCase();
};

/** Status 0 where nobody answered. */
export const asked = (question: Question, connections: Connections): Promise<Replied> =>
  exchange(question, connections).catch((cause: unknown) => ({
    status: 0,
    code: codeOf(cause),
    body: null,
  }));
