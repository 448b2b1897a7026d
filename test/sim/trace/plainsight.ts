// What the plain reading makes of observations: their order in time, days that end, and counts that must be those of the lines.
// plainreading.ts uses it; it judges no promise.
import { Schema } from "effect";
import { settle, type Instance } from "../../../models/language/interpret.ts";
import type { Policy } from "../../../models/policy.ts";
import { Seen } from "../../../sim/trace/seen.ts";
import { machineOf } from "../../../models/machines.ts";

export interface SightOptions {
  readonly policy: Policy;
  readonly rows: Map<string, { readonly instance: Instance; readonly at: number }>;
  readonly visits: Map<string, Instance>;
}

const readSeen = Schema.decodeUnknownSync(Schema.fromJsonString(Seen));

export const makeSight = ({ policy, rows, visits }: SightOptions) => {
  let seenAt = -Infinity;
  let decidedAt = -Infinity;
  const unsettled = new Set<string>();

  const goneAt = (id: string, instance: Instance, at: number): boolean => {
    const machine = machineOf(id);
    if (machine === undefined) throw new Error(`there is no machine called ${id}`);
    const { state } = settle(machine, policy, instance, -Infinity, at).instance;
    return machine.states[state]?.meta.gone === true;
  };
  const ofDay = (day: number) => [...visits].filter(([name]) => name.startsWith(`${String(day)}.`));

  const erased = (party: string, day: number, at: number): boolean => {
    const row = rows.get(`${party}.day/${String(day)}`);
    if (row === undefined) return true;
    if (!goneAt("day", row.instance, at)) return false;
    rows.delete(`${party}.day/${String(day)}`);
    const ended = party === "custodian" ? ofDay(day) : [];
    for (const [name] of ended) visits.delete(name);
    return ended.every(([, visit]) => goneAt("visit", visit, at));
  };

  const counted = (day: number, records: number, at: number): boolean => {
    const held = ofDay(day);
    const isOver = held.some(([, visit]) => goneAt("visit", visit, at));
    return held.length === 0 || isOver || unsettled.has(String(day)) || held.length === records;
  };

  return {
    seen: (text: string): boolean => {
      const seen = readSeen(text);
      if (seenAt > seen.at || (seen.kind !== "personWithdrew" && decidedAt > seen.at)) return false;
      seenAt = seen.at;
      if (seen.kind === "dayErased") return erased(seen.party, seen.day, seen.at);
      if (seen.kind === "dayFound") return counted(seen.day, seen.records, seen.at);
      unsettled.clear();
      return true;
    },
    decided: (at: number, keys: string): boolean => {
      if (seenAt > at) return false;
      decidedAt = Math.max(decidedAt, at);
      const visit = /(\d+)\.\d+$/.exec(keys)?.[1];
      if (visit !== undefined) unsettled.add(visit);
      return true;
    },
  };
};
