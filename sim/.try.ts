import { readFileSync } from "node:fs";
import { readScenario } from "./scenario.ts";
import { makeWorld } from "./world/world.ts";
import { cityDays } from "./world/city.ts";
import { Result } from "effect";
const people = process.argv[2] ? Number(process.argv[2]) : undefined;
const r = Result.getOrThrow(readScenario(readFileSync("sim/scenarios/default.json", "utf8")));
let t = performance.now();
const w = Result.getOrThrow(makeWorld(r, { people, seed: 2 }));
console.log("world", performance.now() - t, w.size, w.withdrawals.list.length, [...w.lives.demand.expected].map(x => (x / w.size.venues).toFixed(2)).join(" "));
let planMs = 0; let steps = 0, visits = 0, passes = 0, late = 0, rep = 0;
const ev: Record<string, number> = {}; const seen = new Set<number>();
t = performance.now();
for (const d of cityDays(w)) {
  steps += d.steps.count; visits += d.plan.visits.count;
  for (let i = 0; i < d.plan.visits.count; i++) { passes += d.plan.visits.passesAsked[i]!; if (d.plan.visits.showDelayMs[i]! > 17000) late++; if (d.plan.visits.replayDelayMs[i]! > 0) rep++; seen.add(d.plan.visits.person[i]!); }
  for (const e of d.events) { const k = e.type === "attempt" ? "attempt:" + e.attempt.kind : e.type === "case" ? "case:" + e.case.kind : e.type; ev[k] = (ev[k] ?? 0) + 1; }
  console.log(d.day, (d.plan.visits.count / w.size.venues).toFixed(2), d.steps.count, d.events.length, "inf", d.outbreak.infections.length, "seen", seen.size);
}
console.log("days", performance.now() - t, { steps, visits, passesACheckIn: passes / visits, late: late / visits, rep }, ev, process.memoryUsage().rss / 1e6);
// records within case windows
{
  const byVenue = new Map<number, number[]>();
  const cases: any[] = [];
  for (const d of cityDays(w)) { const v = d.plan.visits; for (let i = 0; i < v.count; i++) { const a = byVenue.get(v.venue[i]!) ?? []; a.push(v.arriveAtMs[i]! + v.firstAskDelayMs[i]!); byVenue.set(v.venue[i]!, a); } for (const e of d.events) if (e.type === "case" && e.case.kind === "regular") cases.push(e.case); }
  let n = 0; for (const c of cases) for (const v of c.venues) n += (byVenue.get(v) ?? []).filter((t) => t >= c.windowStartMs && t < c.windowEndMs).length;
  console.log("cases", cases.length, "records", n, "share", n / visits);
}
