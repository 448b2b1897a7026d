// A page asks its own server, and gets the answer decoded by the schema of the contract, or a problem with its code.
// Who asks is said by a token in a header and by nothing else: cookies are neither sent nor kept, so no other site can ask in a
// reader's name. It tries once, keeps nothing, follows no redirection, and fails by a value.
import { Schema } from "effect";

export interface Met {
  /** That of the problem, or `unreachable` or `answer-unreadable` where no server said why. */
  readonly code: string;
  /** After which time it is worth asking again. */
  readonly retryAfterSeconds?: number | undefined;
}

export type Answer<A> = { readonly ok: true; readonly value: A } | { readonly ok: false; readonly met: Met };

export interface Question {
  readonly method?: "GET" | "POST" | "PUT" | "DELETE";
  readonly path: `/${string}`;
  /** As the contract encodes it. */
  readonly body?: unknown;
  /** Of a session or a door. */
  readonly token?: string | undefined;
  readonly withinMs?: number;
}

const usuallyWithinMs = 15_000;

/** What a page uses of a problem document; its words stand in told.ts in both languages. */
const Stated = Schema.Struct({ code: Schema.String, retryAfterSeconds: Schema.optionalKey(Schema.Int) });
const decodeProblem = Schema.decodeUnknownOption(Stated);

const met = (code: "unreachable" | "answer-unreadable"): { readonly ok: false; readonly met: Met } => ({
  ok: false,
  met: { code },
});

/** The JSON of an answer; nothing where there is none, as after a deletion. */
const bodyOf = async (response: Response): Promise<unknown> => {
  const text = await response.text();
  return text === "" ? undefined : JSON.parse(text);
};

export const ask = async <A, I>(answer: Schema.Codec<A, I>, question: Question): Promise<Answer<A>> => {
  const { method = "GET", path, body, token, withinMs = usuallyWithinMs } = question;
  let response: Response;
  let json: unknown;
  try {
    response = await fetch(path, {
      method,
      headers: {
        accept: "application/json, application/problem+json",
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      credentials: "omit",
      redirect: "error",
      cache: "no-store",
      referrerPolicy: "no-referrer",
      signal: AbortSignal.timeout(withinMs),
    });
    json = await bodyOf(response);
  } catch (cause) {
    return met(cause instanceof SyntaxError ? "answer-unreadable" : "unreachable");
  }
  if (!response.ok) {
    const stated = decodeProblem(json);
    return stated._tag === "Some" ? { ok: false, met: stated.value } : met("answer-unreadable");
  }
  const decoded = Schema.decodeUnknownOption(answer)(json);
  return decoded._tag === "Some" ? { ok: true, value: decoded.value } : met("answer-unreadable");
};
