/**
 * The other end of wire.ts: answers one operation on a system under test, from JSON to JSON.
 * A party that keeps to the contract in this code base is put behind a URL with it; the tests do so with our services.
 * It refuses what it cannot read, and more trials at once than a driver has any use for.
 */
import { Effect, Option, Schema } from "effect";
import { operations, SystemFault, type Operation, type SystemUnderTest, type Trial } from "./contract.ts";
import { asked } from "./wire.ts";

const trialsMost = 100;

const decoders = {
  create: Schema.decodeUnknownOption(asked.create),
  advance: Schema.decodeUnknownOption(asked.advance),
  send: Schema.decodeUnknownOption(asked.send),
  read: Schema.decodeUnknownOption(asked.read),
  check: Schema.decodeUnknownOption(asked.check),
  dispose: Schema.decodeUnknownOption(asked.dispose),
};

const notUnderstood = (operation: Operation): SystemFault =>
  new SystemFault({ operation, reason: "not-understood", sentence: `this is no ${operation}` });

export interface Answering {
  /** One operation, by the last part of its address, with what was posted. */
  readonly answer: (address: string, body: unknown) => Effect.Effect<object>;
}

export const makeAnswering = (system: SystemUnderTest): Answering => {
  const trials = new Map<string, Trial>();
  let made = 0;

  const read = <Kind>(operation: Operation, found: Option.Option<Kind>): Effect.Effect<Kind, SystemFault> =>
    Option.isSome(found) ? Effect.succeed(found.value) : Effect.fail(notUnderstood(operation));
  const trialNamed = (operation: Operation, name: string): Effect.Effect<Trial, SystemFault> => {
    const trial = trials.get(name);
    return trial === undefined
      ? Effect.fail(new SystemFault({ operation, reason: "failed", sentence: `there is no trial ${name}` }))
      : Effect.succeed(trial);
  };

  const create = Effect.fnUntraced(function* (body: unknown) {
    const { subject, atMs } = yield* read("create", decoders.create(body));
    if (trials.size >= trialsMost)
      return yield* new SystemFault({
        operation: "create",
        reason: "failed",
        sentence: "too many trials are open: dispose of some",
      });
    made += 1;
    const name = String(made);
    trials.set(name, yield* system.create(subject, atMs));
    return { trial: name };
  });

  const answered = Effect.fnUntraced(function* (operation: Operation, body: unknown) {
    switch (operation) {
      case "create":
        return yield* create(body);
      case "advance": {
        const { trial, toMs } = yield* read(operation, decoders.advance(body));
        yield* (yield* trialNamed(operation, trial)).advance(toMs);
        return {};
      }
      case "send": {
        const { trial, event } = yield* read(operation, decoders.send(body));
        return yield* (yield* trialNamed(operation, trial)).send(event);
      }
      case "read": {
        const { trial } = yield* read(operation, decoders.read(body));
        return { standings: yield* (yield* trialNamed(operation, trial)).read };
      }
      case "check": {
        const { trial, foreseen } = yield* read(operation, decoders.check(body));
        return { problems: yield* (yield* trialNamed(operation, trial)).check(foreseen) };
      }
      case "dispose": {
        const { trial } = yield* read(operation, decoders.dispose(body));
        yield* (yield* trialNamed(operation, trial)).dispose;
        trials.delete(trial);
        return {};
      }
    }
  });

  return {
    answer: (address, body) => {
      const operation = operations.find((one) => one === address);
      if (operation === undefined)
        return Effect.succeed({ fault: { reason: "not-understood", sentence: `there is no ${address}` } });
      return answered(operation, body).pipe(
        Effect.map((found): object => found),
        Effect.catchTag("SystemFault", ({ reason, sentence }) =>
          Effect.succeed({ fault: { reason: reason === "unreachable" ? "failed" : reason, sentence } }),
        ),
      );
    },
  };
};
