// What the core row shows besides: the same steps sent to running XState actors, each with a simulated clock of its own.
// A clock goes from deadline to deadline, and XState's own timers do the rest. An ended actor makes room for a new one.
// It is shown and not judged, but it must come to the same standing.
import { Effect } from "effect";
import {
  createActor,
  SimulatedClock,
  type Actor,
  type AnyMachineSnapshot,
  type AnyStateMachine,
} from "xstate";
import { executable } from "../../../models/language/execute.ts";
import type { Policy } from "../../../models/policy.ts";
import { verification } from "../../../models/verification.ts";
import type { Side } from "../sides.ts";
import type { Steps } from "./steps.ts";
import { eventOf, nextDeadlineOf, standingOf } from "./xstate.ts";

interface Running {
  actor: Actor<AnyStateMachine>;
  readonly clock: SimulatedClock;
}

/** Actors over the steps of their instances. */
export const actorsSide = (steps: Steps, policy: Policy): Side<never> => {
  let present = new SimulatedClock();
  const machine: AnyStateMachine = executable(verification, policy, { now: () => present.now() });
  let running: Running[] = [];

  const begin = (clock: SimulatedClock): Actor<AnyStateMachine> => {
    const actor = createActor(machine, { clock });
    actor.start();
    return actor;
  };
  const snapshotOf = ({ actor }: Running): AnyMachineSnapshot => actor.getSnapshot();
  const settle = (one: Running, now: number): void => {
    for (;;) {
      const due = nextDeadlineOf(snapshotOf(one)).due;
      if (!(now >= due)) break;
      one.clock.set(Math.max(one.clock.now(), due));
    }
    one.clock.set(now);
  };

  return {
    ready: () =>
      Effect.sync(() => {
        running = Array.from({ length: steps.instances }, () => {
          const clock = new SimulatedClock();
          present = clock;
          return { actor: begin(clock), clock };
        });
      }),
    work: () =>
      Effect.sync(() => {
        for (let step = 0; step < steps.count; step += 1) {
          const one = running[steps.slot[step] ?? 0];
          if (one === undefined) continue;
          const now = steps.now[step] ?? 0;
          present = one.clock;
          settle(one, now);
          const event = eventOf(steps, step);
          if (event !== undefined && snapshotOf(one).status === "active") {
            one.actor.send(event);
            settle(one, now);
          }
          if (snapshotOf(one).status === "done") one.actor = begin(one.clock);
        }
        return steps.count;
      }),
    outcome: () => Effect.sync(() => standingOf(running.map(snapshotOf))),
  };
};
