/**
 * The contract fulfilled by whoever answers at a URL, in the plain JSON form of wire.ts.
 * A system that cannot be reached, or does not speak the form, is a fault with a sentence; it never counts as a difference.
 */
import { Effect, Option, Schema } from "effect";
import { SystemFault, type Operation, type SystemUnderTest } from "./contract.ts";
import { answered, FaultForm } from "./wire.ts";

const waitsMostMs = 30_000;
const textMost = 200;

const asFault = Schema.decodeUnknownOption(FaultForm);

const faultOf = (operation: Operation, reason: SystemFault["reason"], sentence: string): SystemFault =>
  new SystemFault({ operation, reason, sentence });

/** Posts one object and gives the object that comes back. */
const post = (url: string, operation: Operation, body: unknown): Effect.Effect<unknown, SystemFault> =>
  Effect.gen(function* () {
    const address = `${url.replace(/\/+$/, "")}/${operation}`;
    const text = yield* Effect.tryPromise({
      try: async (signal) => {
        const response = await fetch(address, {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify(body),
          signal,
        });
        return await response.text();
      },
      catch: (cause) =>
        faultOf(
          operation,
          "unreachable",
          `${address} does not answer: ${cause instanceof Error ? cause.message : String(cause)}`,
        ),
    }).pipe(
      Effect.timeout(waitsMostMs),
      Effect.catchTag("TimeoutError", () =>
        Effect.fail(
          faultOf(operation, "unreachable", `${address} does not answer within ${waitsMostMs / 1_000} s`),
        ),
      ),
    );
    const found: unknown = yield* Effect.try({
      try: (): unknown => JSON.parse(text),
      catch: () =>
        faultOf(
          operation,
          "not-understood",
          `${address} answers what is no JSON: ${text.slice(0, textMost)}`,
        ),
    });
    const fault = Option.getOrUndefined(asFault(found))?.fault;
    if (fault !== undefined) return yield* faultOf(operation, fault.reason, fault.sentence);
    return found;
  });

const understood = <Form extends { readonly Type: unknown }>(
  operation: Operation,
  decode: (found: unknown) => Option.Option<Form["Type"]>,
  found: unknown,
): Effect.Effect<Form["Type"], SystemFault> => {
  const value = decode(found);
  return Option.isSome(value)
    ? Effect.succeed(value.value)
    : Effect.fail(
        faultOf(
          operation,
          "not-understood",
          `the answer to ${operation} has another form: ${JSON.stringify(found).slice(0, textMost)}`,
        ),
      );
};

const decoders = {
  create: Schema.decodeUnknownOption(answered.create),
  send: Schema.decodeUnknownOption(answered.send),
  read: Schema.decodeUnknownOption(answered.read),
  check: Schema.decodeUnknownOption(answered.check),
};

/** The system at this URL. */
export const httpSystem = (url: string): SystemUnderTest => ({
  name: url,
  create: Effect.fnUntraced(function* (subject, atMs) {
    const created = yield* post(url, "create", { subject, atMs });
    const { trial } = yield* understood<typeof answered.create>("create", decoders.create, created);
    return {
      advance: (toMs) => Effect.asVoid(post(url, "advance", { trial, toMs })),
      send: (event) =>
        Effect.flatMap(post(url, "send", { trial, event }), (found) =>
          understood<typeof answered.send>("send", decoders.send, found),
        ),
      read: Effect.flatMap(post(url, "read", { trial }), (found) =>
        Effect.map(
          understood<typeof answered.read>("read", decoders.read, found),
          ({ standings }) => standings,
        ),
      ),
      check: (foreseen) =>
        Effect.flatMap(post(url, "check", { trial, foreseen }), (found) =>
          Effect.map(
            understood<typeof answered.check>("check", decoders.check, found),
            ({ problems }) => problems,
          ),
        ),
      dispose: Effect.asVoid(post(url, "dispose", { trial })),
    };
  }),
});
