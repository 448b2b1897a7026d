// Follows one person, pass, visit or case through a witness trace: its rows in order, each moved on the law's own machines.
// The answers are the trace's; the states are what the machines come to by them, with every deadline at its own instant.
// Where the two part, or a row cannot be read, nothing is followed: `entrylog check-trace` says more.
import { evaluate, holds, type Surroundings } from "../../../../../models/language/evaluate.ts";
import {
  nextDeadline,
  settle,
  take,
  type Instance,
  type Taken,
} from "../../../../../models/language/interpret.ts";
import type { Lifecycle } from "../../../../../models/language/lifecycle.ts";
import type { Rule } from "../../../../../models/language/rule.ts";
import type { Move, Slice, SliceInstance, World } from "../../../../../models/language/slice.ts";
import { restOf } from "../../../../../models/language/surroundings.ts";
import { machineOf } from "../../../../../models/machines.ts";
import type { Policy } from "../../../../../models/policy.ts";
import { storyBeginsMs, type Happened, type Played, type Story } from "../../../../../models/story/story.ts";
import { instances as kept } from "../../../../../models/system.ts";
import type { TraceFile, TraceKind } from "./tracefile.ts";
import { rowIn, type TraceRow } from "./tracerow.ts";

const machinesOfKind: Readonly<Record<TraceKind, readonly string[]>> = {
  person: ["consent", "verification"],
  pass: ["pass", "visit"],
  visit: ["pass", "visit"],
  case: ["disclosure"],
};

/** The key of a pass and of its visit stand together in the row that stored it. */
const keysFollowed = (
  { lines, spoken }: TraceFile,
  kind: TraceKind,
  key: string,
): ReadonlyMap<string, string> => {
  const machines = machinesOfKind[kind];
  if (kind === "person" || kind === "case") return new Map(machines.map((machine) => [machine, key]));
  const stored = (spoken[kind].get(key) ?? [])
    .flatMap((place) => rowIn(lines[place] ?? "") ?? [])
    .find(({ rule, refused }) => refused === "" && "pass" in rule.instances && "visit" in rule.instances);
  const names = Object.values(stored?.rule.instances ?? {}).map(({ machine }) => machine);
  const together = names.map((machine, place): readonly [string, string] => [
    machine,
    stored?.keys[place] ?? "",
  ]);
  return new Map([...together, [kind, key] as const].filter(([machine]) => machines.includes(machine)));
};

/** A rule as a move, for whoever tells it. */
const asMove = ({ id, description, trigger }: Rule): Move => ({
  id,
  says: description,
  party: trigger.from,
  call: { kind: "rule", rule: id, instances: {}, given: {} },
});

type Rows = Readonly<Record<string, Instance>>;

interface Moved {
  readonly rows: Rows;
  readonly taken: readonly Taken[];
}

const isToken = ({ meta }: Lifecycle): boolean => meta.keptAs === "token";

/** The earliest deadline that is due; no time passes for a pass until somebody looks at it. */
const nextDue = (machines: ReadonlyMap<string, Lifecycle>, rows: Rows, until: number) =>
  [...machines]
    .filter(([, machine]) => !isToken(machine))
    .flatMap(([name, machine]) => {
      const due = nextDeadline(machine, rows[name] ?? restOf(machine));
      return due === undefined || due.at > until ? [] : [{ name, machine, at: due.at }];
    })
    .toSorted((one, other) => one.at - other.at)[0];

/** An account that has ended takes with it the consent that has no end of its own (clause C9). */
const endConsent = (
  machines: ReadonlyMap<string, Lifecycle>,
  policy: Policy,
  { rows, taken }: Moved,
  at: number,
): Moved => {
  const [machine, consent] = [machines.get("consent"), rows["consent"]];
  const hasEnded = taken.some(({ told }) => told === "account.ended");
  if (!hasEnded || machine === undefined || consent?.fields["endsAt"] !== null) return { rows, taken };
  const ended = take(machine, policy, consent, { type: "consent.withdrawn", given: {} }, at);
  return { rows: { ...rows, consent: ended.instance }, taken: [...taken, ...ended.taken] };
};

/** What a row of the trace does to what is followed; nothing where the machines answer otherwise than it says. */
function movedBy(
  machines: ReadonlyMap<string, Lifecycle>,
  policy: Policy,
  before: Rows,
  line: TraceRow,
): Moved | undefined {
  const { rule, given, at, refused } = line;
  const around: Surroundings = { policy, now: at, fields: {}, given };
  const rows: Record<string, Instance> = { ...before };
  const taken: Taken[] = [];
  const bound: Record<string, Instance> = {};
  const instants = new Map<string, number>();
  for (const [name, { machine: id, decidedAt }] of Object.entries(rule.instances)) {
    const machine = machines.get(id);
    if (machine === undefined) continue;
    const instant = decidedAt === undefined ? at : Number(evaluate(decidedAt, around));
    const row = rows[id];
    const isGone = row === undefined || machine.states[row.state]?.meta.gone === true;
    const settled = settle(machine, policy, isGone ? restOf(machine) : row, -Infinity, instant);
    rows[id] = settled.instance;
    bound[name] = settled.instance;
    instants.set(name, instant);
    taken.push(...settled.taken);
  }
  for (const [place, { instance: name, event, with: terms, when }] of rule.steps.entries()) {
    const id = rule.instances[name]?.machine ?? "";
    const [machine, row] = [machines.get(id), rows[id]];
    const known = { ...around, instances: bound };
    if (machine === undefined || row === undefined || bound[name] === undefined) continue;
    if ((refused !== "" && place > 0) || (when !== undefined && !holds(when, known))) continue;
    const brought = Object.fromEntries(
      Object.entries(terms ?? {}).map(([field, term]) => [field, evaluate(term, known)]),
    );
    const answer = take(machine, policy, row, { type: event, given: brought }, instants.get(name) ?? at);
    const said = answer.own?.refused ?? "not-allowed";
    if (refused === "" && said !== "") return undefined;
    if (refused === "" || said === refused) {
      rows[id] = answer.instance;
      taken.push(...answer.taken);
    }
  }
  return { rows, taken };
}

const followedSlice = (instances: Slice["instances"]): Slice => ({
  id: "whole",
  description: "",
  leavesOut: "",
  beginsWith: "",
  ticksADay: 1,
  horizon: 1,
  small: {},
  instances,
  variables: {},
  moves: [],
  watches: [],
  swaps: [],
  atLast: [],
});

export interface Followed {
  readonly story: Story;
  readonly played: Played;
}

/** Everything that happened to it; nothing where there is no such one, or a row goes otherwise. */
export function follow(trace: TraceFile, kind: TraceKind, key: string): Followed | undefined {
  const { lines, policy, spoken, endsAt } = trace;
  const keys = keysFollowed(trace, kind, key);
  const machines = new Map(
    [...keys.keys()].flatMap((id) => {
      const machine = machineOf(id);
      return machine === undefined ? [] : [[id, machine] as const];
    }),
  );
  const places = new Set(
    [...keys].flatMap(([id, one]) => spoken[id === "pass" || id === "visit" ? id : kind].get(one) ?? []),
  );
  if (places.size === 0) return undefined;
  const instances = Object.fromEntries(
    [...keys].map(([id, of]): readonly [string, SliceInstance] => [
      id,
      { machine: id, party: kept.find(({ machine }) => machine === id)?.party ?? "person", of },
    ]),
  );
  let rows: Rows = Object.fromEntries([...machines].map(([id, machine]) => [id, restOf(machine)]));
  const worldAt = (now: number): World => ({ now, instances: rows, variables: {} });
  const happened: Happened[] = [];
  const note = (at: number, moved: Moved, line: TraceRow | undefined): void => {
    rows = moved.rows;
    happened.push({
      atMs: Math.max(at - storyBeginsMs, happened.at(-1)?.atMs ?? -Infinity),
      move: line === undefined ? undefined : asMove(line.rule),
      refused: line?.refused ?? "",
      told: line?.told ?? "",
      taken: moved.taken.map(({ transition }) => transition),
      world: worldAt(at),
      observed: [],
      breaks: [],
    });
  };
  const advance = (until: number): void => {
    for (let due = nextDue(machines, rows, until); due !== undefined; due = nextDue(machines, rows, until)) {
      const { name, machine, at } = due;
      const { instance, taken } = settle(machine, policy, rows[name] ?? restOf(machine), -Infinity, at);
      if (taken.length === 0) return;
      note(at, endConsent(machines, policy, { rows: { ...rows, [name]: instance }, taken }, at), undefined);
    }
  };
  const begins = worldAt(storyBeginsMs);
  for (const place of [...places].toSorted((one, other) => one - other)) {
    const line = rowIn(lines[place] ?? "");
    if (line === undefined) return undefined;
    advance(line.at);
    const moved = movedBy(machines, policy, rows, line);
    if (moved === undefined) return undefined;
    note(line.at, moved, line);
  }
  advance(endsAt);
  const story: Story = { slice: followedSlice(instances), form: "counted", policy, clock: "real", steps: [] };
  return { story, played: { begins, happened, stopsAt: undefined } };
}
