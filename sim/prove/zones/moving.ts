/**
 * Makes one move of a slice over a zone, as compose.ts makes it in one world: where it can be made, what is called, what is remembered.
 * A zone gives as many outcomes as the move can have in it; what is noted is judged elsewhere.
 */
import type { Move } from "../../../models/language/slice.ts";
import { LawMistake } from "../../../models/language/evaluate.ts";
import { where } from "./conditions.ts";
import { decide } from "./deciding.ts";
import { reachedBy, type Branches, type Moment } from "./moment.ts";
import type { Reading } from "./reading.ts";
import { deadlinesOf, settle, take } from "./settling.ts";
import { aroundOf, rested, type Standing } from "./standing.ts";
import {
  isInstant,
  presentInstant,
  type Instant,
  type SymbolicInstance,
  type SymbolicInstances,
} from "./symbol.ts";
import { onward, valueOf, valuesOf } from "./terms.ts";

/** A transition that was taken, with the instance that took it. */
export type TakenBy = readonly [instance: string, transition: string];

export interface Outcome {
  /** The instances before it. */
  readonly before: SymbolicInstances;
  /** What the promises see: the instances after it, and what was remembered before. */
  readonly seen: Standing;
  /** Everything as it is afterwards, before anything is forgotten. */
  readonly after: Standing;
  readonly refused: string;
  readonly taken: readonly TakenBy[];
}

interface Called {
  readonly instances: SymbolicInstances;
  readonly refused: string;
  readonly taken: readonly TakenBy[];
}

const instanceOf = ({ instances }: Standing, name: string): SymbolicInstance => {
  const instance = instances[name];
  if (instance === undefined) throw new LawMistake(`the slice has no instance ${name}`);
  return instance;
};

const byOne = (name: string, taken: readonly string[]): readonly TakenBy[] =>
  taken.map((transition) => [name, transition]);

/** The parts in which a sweep has something to do. */
const whereDue = (reading: Reading, standing: Standing, name: string): readonly Moment[] => {
  const machine = reading.machineFor(name);
  return deadlinesOf(machine, instanceOf(standing, name))
    .reduce<Branches<boolean>>(
      (sofar, { at }) =>
        onward(sofar, (part, isDue) =>
          isDue ? [{ moment: part, is: true }] : reachedBy(part, at, presentInstant, reading.timing),
        ),
      [{ moment: standing.moment, is: false }],
    )
    .flatMap(({ moment, is }) => (is ? [moment] : []));
};

const decidedAt = (reading: Reading, standing: Standing, { at }: Move): Branches<Instant> =>
  at === undefined
    ? [{ moment: standing.moment, is: presentInstant }]
    : onward(valueOf(at, standing.moment, aroundOf(reading, standing)), (moment, is) => {
        if (!isInstant(is)) throw new LawMistake("a move is decided at no instant");
        return [{ moment, is }];
      });

function called(reading: Reading, standing: Standing, move: Move): Branches<Called> {
  const { call } = move;
  const { policy, timing } = reading;
  const surely = { policy, timing };
  if (call === undefined) return [{ moment: standing.moment, is: { instances: {}, refused: "", taken: [] } }];
  return onward(decidedAt(reading, standing, move), (moment, now) => {
    if (call.kind === "sweep") {
      const { instance: name } = call;
      const swept = settle(
        reading.machineFor(name),
        instanceOf(standing, name),
        moment,
        undefined,
        now,
        surely,
      );
      return onward(swept, (part, { instance, taken }) => [
        { moment: part, is: { instances: { [name]: instance }, refused: "", taken: byOne(name, taken) } },
      ]);
    }
    return onward(valuesOf(call.given, moment, aroundOf(reading, standing)), (begun, given) => {
      if (call.kind === "event") {
        const { instance: name, event } = call;
        const machine = reading.machineFor(name);
        const settled = settle(machine, instanceOf(standing, name), begun, undefined, now, surely);
        return onward(settled, (part, first) =>
          onward(
            take(machine, first.instance, { type: event, given }, part, now, surely),
            (asked, { instance, taken, refused }) =>
              onward(settle(machine, instance, asked, now, now, surely), (last, after) => [
                {
                  moment: last,
                  is: {
                    instances: { [name]: after.instance },
                    refused,
                    taken: byOne(name, [...first.taken, ...taken, ...after.taken]),
                  },
                },
              ]),
          ),
        );
      }
      const bound = Object.entries(call.instances);
      const before = Object.fromEntries(bound.map(([name, one]) => [name, instanceOf(standing, one)]));
      return onward(
        decide(reading.ruleOf(call.rule), reading.machineOf, before, given, begun, now, surely),
        (part, { instances, refused, taken }) => [
          {
            moment: part,
            is: {
              instances: Object.fromEntries(
                bound.flatMap(([name, one]) => {
                  const instance = instances[name];
                  return instance === undefined ? [] : [[one, instance]];
                }),
              ),
              refused,
              taken: taken.map(([name, transition]): TakenBy => [call.instances[name] ?? name, transition]),
            },
          },
        ],
      );
    });
  });
}

/** All that the move can lead to from here. */
export function made(reading: Reading, standing: Standing, move: Move): readonly Outcome[] {
  const { when, call, sets, done, refused: whenRefused } = move;
  const possible = where(when, standing.moment, aroundOf(reading, standing)).flatMap((moment) =>
    call?.kind === "sweep" ? whereDue(reading, { ...standing, moment }, call.instance) : [moment],
  );
  return possible.flatMap((moment) =>
    onward(called(reading, { ...standing, moment }, move), (part, { instances, refused, taken }) => {
      const isDone = refused === "";
      // A refused token is as it was: it carries its own time, and nobody has written anything down.
      const written = Object.entries(instances).filter(([name]) => isDone || !reading.isToken(name));
      const called = { ...standing, instances: { ...standing.instances, ...Object.fromEntries(written) } };
      const around = aroundOf(reading, called);
      return onward(valuesOf(sets, part, around), (setting, set) =>
        onward(valuesOf(isDone ? done : whenRefused, setting, around), (last, more) => {
          const seen = { ...called, moment: last };
          const after = { ...seen, variables: { ...standing.variables, ...set, ...more } };
          return [{ moment: last, is: { before: standing.instances, seen, after, refused, taken } }];
        }),
      );
    }).map(({ is }) => is),
  );
}

/** What is left of an outcome for the steps to come. */
export const remembered = (reading: Reading, { after }: Outcome, move: Move | undefined): Standing =>
  rested(reading, {
    ...after,
    instances: {
      ...after.instances,
      ...Object.fromEntries((move?.forgets ?? []).map((name) => [name, reading.atRest(name)])),
    },
  });
