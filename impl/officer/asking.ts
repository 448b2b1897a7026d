// How a command of the officer's client runs: the folder is opened, the step taken, and what came out printed as lines or as
// JSON. Whatever fails ends in words with its stable code: a problem that the authority stated, a refusal of the client
// itself, or a folder that is not an officer's.
import { Console, Effect, type FileSystem, type Scope } from "effect";
import { Flag } from "effect/cli";
import { exitCodes, Stop } from "../exit.ts";
import { base64UrlOf } from "../protocol/http/bytes.ts";
import { openOffice, type Office } from "./office.ts";

export const dir = Flag.Path("dir").pipe(Flag.withDescription("the officer's own folder, with their keys"));
export const json = Flag.Boolean("json").pipe(
  Flag.withDefault(false),
  Flag.withDescription("print JSON; bytes are base64url"),
);

/** A value as JSON, with bytes as they stand in the protocols. */
export const jsonOf = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) => (part instanceof Uint8Array ? base64UrlOf(part) : part), 2);

/** What may go wrong, with the words that each kind of failure has. */
interface Stated {
  readonly code?: string;
  readonly sentence?: string;
  readonly detail?: string;
  readonly advice?: string;
  readonly message: string;
}

type Failing = Stop | Stated;

/** The way a command ends that could not do what it was asked. */
export const stopOf = (failure: Failing): Stop =>
  failure instanceof Stop
    ? failure
    : new Stop({
        code: exitCodes.usage,
        reason: failure.code ?? "folder-unusable",
        sentence: failure.sentence ?? failure.detail ?? failure.message,
        advice: failure.advice ?? "",
      });

export interface Printed {
  readonly lines: readonly string[];
  readonly value: unknown;
  /** How the command ends once this is printed, where it does not end well. */
  readonly stop?: Stop | undefined;
}

const print = (asJson: boolean, { lines, value, stop }: Printed) =>
  Effect.andThen(
    Console.log(asJson ? jsonOf(value) : lines.join("\n")),
    stop === undefined ? Effect.void : Effect.fail(stop),
  );

/** Takes a step that needs no other party. */
export const alone = <E extends Failing, R>(asJson: boolean, step: Effect.Effect<Printed, E, R>) =>
  step.pipe(
    Effect.flatMap((printed) => print(asJson, printed)),
    Effect.mapError(stopOf),
  );

/** Opens the officer's folder, takes a step, and prints what came out. */
export const inOffice = <E extends Failing>(
  given: { readonly dir: string; readonly json: boolean },
  step: (office: Office) => Effect.Effect<Printed, E, FileSystem.FileSystem | Scope.Scope>,
) => alone(given.json, Effect.scoped(Effect.flatMap(openOffice(given.dir), step)));
