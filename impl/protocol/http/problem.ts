// The one form of every answer that is not a success: an RFC 9457 problem document with a stable code, one sentence
// and what to do. Handlers fail with it, the server writes it, and clients get it back as the same typed value.
// It carries no stack trace, no value of the input and no word about anybody but the asker.
import { Effect, Schema } from "effect";
import { words } from "../../../models/labels/labels.ts";
import { refusalCodes, type RefusalCode } from "../../generated/law.ts";
import { HttpApiSchema, HttpServerRespondable, HttpServerResponse } from "./effecthttp.ts";
import { problemCodes, retryAfterSeconds, type ProblemCode } from "./problemcodes.ts";

export const problemMediaType = "application/problem+json";

/** Where in the input a mistake is, and what was expected there. */
export const InputMistake = Schema.Struct({
  path: Schema.Array(Schema.Union([Schema.String, Schema.Number])),
  message: Schema.String,
});

export type StatedCode = ProblemCode | Exclude<RefusalCode, "">;

export class Problem extends Schema.Error<Problem>("Problem")({
  type: Schema.String,
  status: Schema.Int,
  title: Schema.String,
  /** Stable and in kebab-case: what scripts decide by. */
  code: Schema.String,
  /** What happened, in one sentence. */
  detail: Schema.String,
  /** What to do about it, in one sentence. */
  advice: Schema.String,
  errors: Schema.optionalKey(Schema.Array(InputMistake)),
  retryAfterSeconds: Schema.optionalKey(Schema.Int),
}) {
  readonly _tag = "Problem";

  override get message(): string {
    return `${this.code}: ${this.detail} ${this.advice}`;
  }

  [HttpServerRespondable.symbol]() {
    return Effect.succeed(problemResponse(this));
  }
}

/** What a problem may add to the words of its code. */
export interface ProblemDetails {
  readonly detail?: string;
  readonly advice?: string;
  readonly errors?: ReadonlyArray<typeof InputMistake.Type>;
  readonly retryAfterSeconds?: number;
}

const spoken = (code: string): string => {
  const text = code.replaceAll("-", " ");
  return text.slice(0, 1).toUpperCase() + text.slice(1);
};

const isProblemCode = (code: string): code is ProblemCode => Object.hasOwn(problemCodes, code);
const isRefusalCode = (code: string): code is Exclude<RefusalCode, ""> =>
  code !== "" && refusalCodes.some((known) => known === code);

/** A limit on how often is 429; whatever else the law refuses is a conflict with the state of things. */
const ratePassed: ReadonlySet<string> = new Set(["passes-exceeded", "scans-exceeded", "sends-exceeded"]);

const wordsOf = (code: StatedCode): { status: number; detail: string; advice: string } => {
  if (isProblemCode(code)) return problemCodes[code];
  const refusal = words("en").refusal(code);
  return { status: ratePassed.has(code) ? 429 : 409, detail: refusal.sentence, advice: refusal.advice };
};

/** The problem of a code, of this table or of the law. */
export const problem = (code: StatedCode, more: ProblemDetails = {}): Problem => {
  const stated = wordsOf(code);
  const retry = more.retryAfterSeconds ?? retryAfterSeconds[stated.status];
  return new Problem({
    type: `urn:entrylog:problem:${code}`,
    status: stated.status,
    title: spoken(code),
    code,
    detail: more.detail ?? stated.detail,
    advice: more.advice ?? stated.advice,
    ...(more.errors === undefined ? {} : { errors: more.errors }),
    ...(retry === undefined ? {} : { retryAfterSeconds: retry }),
  });
};

/** The problem of a typed failure that has a code of ours, and a fault of the server for any other. */
export const problemOf = (failure: { readonly code: string }): Problem =>
  failure instanceof Problem
    ? failure
    : problem(isProblemCode(failure.code) || isRefusalCode(failure.code) ? failure.code : "fault");

/** What stands in the document. */
export const problemBody = Schema.encodeSync(Problem);

export const problemResponse = (stated: Problem): HttpServerResponse.HttpServerResponse =>
  HttpServerResponse.jsonUnsafe(problemBody(stated), {
    status: stated.status,
    contentType: problemMediaType,
    ...(stated.retryAfterSeconds === undefined
      ? {}
      : { headers: { "retry-after": String(stated.retryAfterSeconds) } }),
  });

const answerOf = (status: number, description: string) =>
  Problem.annotate({ description }).pipe(
    HttpApiSchema.status(status),
    HttpApiSchema.asJson({ contentType: problemMediaType }),
  );

/** The answers of an endpoint that can end with these codes, one for each status: `error: problemAnswers(...)`. */
export const problemAnswers = (...codes: ReadonlyArray<StatedCode>) => {
  const byStatus = new Map<number, string[]>();
  for (const code of codes) {
    const { status } = wordsOf(code);
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return [...byStatus].map(([status, stated]) => answerOf(status, stated.join(", ")));
};
