/**
 * Runs a lifecycle's story on its generated service over a real SQLite file: where the story begins is a row put there by hand.
 * drivers.ts uses it for stories of lifecycles kept as rows. What is gone leaves no row and no event, so nothing can be said of it.
 */
import { join } from "node:path";
import { Effect } from "effect";
import { TestClock } from "effect/testing";
import { contextAtRest } from "../../models/language/fields.ts";
import type { Instance } from "../../models/language/interpret.ts";
import { toldBy, transitionsOf, type Lifecycle } from "../../models/language/lifecycle.ts";
import type { Policy } from "../../models/policy.ts";
import { freshFolder } from "../impl/store/freshfolder.ts";
import { opened, onTestClock } from "../services/opened.ts";
import { rowMachines } from "../services/rowmachines.ts";
import { putRow, rowIn } from "../../sim/conform/parties/rowsbyhand.ts";
import { storedIn } from "../services/storedrows.ts";
import type { Observation } from "./drivers.ts";
import { millisecondsOf, valuesOf } from "./instance.ts";
import { beginningOf } from "./standing.ts";
import type { Step, Story } from "./story.ts";

const key = "one";

/** States that leave no row look alike from outside. */
export const seenAs = (machine: Lifecycle, row: Instance | undefined): string | readonly string[] =>
  row?.state ??
  Object.entries(machine.states)
    .filter(([state, { meta }]) => meta.gone === true || state === machine.initial)
    .map(([state]) => state);

/** What a story leaves out of an event is at rest. */
const restOf = (machine: Lifecycle, type: string) => contextAtRest(machine.meta.events[type]?.fields ?? {});

export function runLifecycleOnService(story: Story, policy: Policy): Promise<readonly Observation[]> {
  const row = rowMachines.find(({ machine }) => machine.id === story.subject);
  if (row === undefined) throw new Error(`there is no service of ${story.subject}`);
  const { machine } = row;
  const file = join(freshFolder(), `${machine.id}.sqlite`);
  const told = new Map(transitionsOf(machine).map(({ id, transition }) => [id, toldBy(transition)]));
  const begins = beginningOf(machine, story.start);

  return onTestClock(
    opened(row, file, policy, (service) => {
      if (story.start !== undefined) putRow(file, machine, key, begins);
      const events = () => storedIn(file, machine.id).events;
      const observed = Effect.fnUntraced(function* ({ at, send, with: brought }: Step) {
        yield* TestClock.setTime(millisecondsOf(at));
        const written = events().length;
        const stood = rowIn(file, machine, key) !== undefined;
        yield* service.read(key);
        const settled = rowIn(file, machine, key);
        const fired = events()
          .slice(written)
          .flatMap(({ transition }) => told.get(String(transition)) ?? []);
        const nothing: { readonly told: string; readonly refused: string } = { told: "", refused: "" };
        const answer =
          send === undefined
            ? nothing
            : yield* service
                .tell(key, { type: send, given: { ...restOf(machine, send), ...valuesOf(brought) } })
                .pipe(
                  Effect.map((name) => ({ told: name, refused: "" })),
                  Effect.catchTag("Refused", ({ code }) => Effect.succeed({ told: "", refused: code })),
                );
        const after = rowIn(file, machine, key);
        const unheard = answer.refused === "not-allowed";
        return {
          states: { [machine.id]: seenAs(machine, after) },
          fields: after?.fields ?? machine.context,
          told: answer.told === "" ? [] : [answer.told],
          // The events of a row end with it, so that what told of its end is not there to be read.
          meanwhile: settled === undefined && stood ? undefined : fired,
          refused: unheard || answer.refused === "" ? null : answer.refused,
          unheard,
          changed: JSON.stringify(settled) !== JSON.stringify(after),
          sends: [],
        };
      });
      return Effect.forEach(story.steps, observed);
    }),
  );
}
