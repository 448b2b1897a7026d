/**
 * The contract fulfilled by our own generated lifecycle services in this process: each trial has a SQLite file to itself and a
 * virtual clock, and what is stored is looked at through a second connection. The command and the tests use it.
 * It can look by reading or by sweeping, and can close the file and open it again before everything that is done.
 */
import { Effect, type Scope } from "effect";
import type { StoreService } from "../../impl/store/store.ts";
import type { Lifecycle } from "../../models/language/lifecycle.ts";
import { machineOf } from "../../models/machines.ts";
import { presets, type Policy } from "../../models/policy.ts";
import { makeVirtualClock } from "../virtualclock.ts";
import { SystemFault, type Operation, type SystemUnderTest, type Trial } from "./contract.ts";
import { makeOpener, type Opened } from "./opening.ts";
import { anyRowService, type DrivenService, type RowService } from "./rowservice.ts";
import { textOfFile, wrongInFile } from "./storedrow.ts";

export interface ServicesOptions {
  /** Where the files of the trials are made. */
  readonly folder: string;
  /** The service of a lifecycle; the one over its generated core unless told otherwise. */
  readonly serviceOf?: (machine: string) => RowService | undefined;
  /** What looks where nothing is sent. */
  readonly look?: "read" | "sweep";
  /** What stands between the services and their file; tests put a scheduler there. */
  readonly between?: (store: StoreService) => StoreService;
  /** Whether the file is closed and opened again before everything that is done. */
  readonly reopens?: boolean;
  /** The law that the services are opened under; that of the case unless a test wants another to be noticed. */
  readonly policy?: Policy;
}

const faulty =
  (operation: Operation) =>
  (cause: unknown): SystemFault =>
    new SystemFault({
      operation,
      reason: "failed",
      sentence: cause instanceof Error ? cause.message : String(cause),
    });

const trialOf = (
  machine: Lifecycle,
  { file, using }: Opened,
  key: string,
  look: "read" | "sweep",
  atMs: number,
): Omit<Trial, "dispose"> => {
  let clock = makeVirtualClock(atMs);
  let wrongSweeps: readonly string[] = [];
  const now = <A>(operation: Operation, effect: Effect.Effect<A, unknown>): Effect.Effect<A, SystemFault> =>
    Effect.suspend(() => Effect.mapError(Effect.provide(effect, clock.layer), faulty(operation)));
  /** Sweeps, and notes where the answer is not the keys of what was changed by it. */
  const sweeping = Effect.fnUntraced(function* (service: DrivenService) {
    const before = textOfFile(file, machine.id);
    const swept = yield* service.sweep(10);
    const changed = textOfFile(file, machine.id) === before ? [] : [key];
    if (JSON.stringify(swept) !== JSON.stringify(changed))
      wrongSweeps = [
        ...wrongSweeps,
        `the sweep answered ${JSON.stringify(swept)} and changed ${JSON.stringify(changed)}`,
      ];
  });
  return {
    advance: (toMs) => Effect.sync(() => void (clock = makeVirtualClock(toMs))),
    send: (event) =>
      now(
        "send",
        using((service) =>
          service.tell(key, event).pipe(
            Effect.map((told) => ({ told })),
            Effect.catchTag("Refused", ({ code }) => Effect.succeed({ refused: code })),
          ),
        ),
      ),
    read: now(
      "read",
      using((service) =>
        Effect.gen(function* () {
          if (look === "sweep") yield* sweeping(service);
          return { [machine.id]: yield* service.read(key) };
        }),
      ),
    ),
    check: ({ standings, remembered }) =>
      Effect.try({
        try: () => {
          const instance = standings[machine.id];
          return instance === undefined
            ? [`nothing is foreseen of ${machine.id}`]
            : [...wrongSweeps, ...wrongInFile(file, machine, key, instance, remembered[machine.id] ?? [])];
        },
        catch: faulty("check"),
      }),
  };
};

/** Our lifecycle services as a system under test, for as long as the scope is open. */
export const makeServices = Effect.fnUntraced(function* (
  options: ServicesOptions,
): Effect.fn.Return<SystemUnderTest, never, Scope.Scope> {
  const { folder, serviceOf = anyRowService, look = "read", reopens = false } = options;
  const opener = yield* makeOpener({ folder, reopens, between: options.between ?? ((store) => store) });
  let trials = 0;
  const notOffered = (sentence: string): SystemFault =>
    new SystemFault({ operation: "create", reason: "not-offered", sentence });
  const manners = [
    ...(look === "sweep" ? ["sweeping"] : []),
    ...(reopens ? ["reopened before every step"] : []),
  ];
  return {
    name: ["the services in this process", ...manners].join(", "),
    create: Effect.fnUntraced(function* (subject, atMs) {
      if (subject.kind === "party")
        return yield* notOffered("rules are not asked through lifecycle services");
      const machine = machineOf(subject.machine);
      const service = serviceOf(subject.machine);
      if (machine === undefined || service === undefined)
        return yield* notOffered(`no service keeps ${subject.machine} as rows`);
      trials += 1;
      const policy = options.policy ?? presets[subject.preset];
      const opened = yield* Effect.mapError(opener.take(service, policy), faulty("create"));
      return {
        ...trialOf(machine, opened, `trial-${trials}`, look, atMs),
        dispose: opener.giveBack(opened, service, policy),
      };
    }),
  };
});
