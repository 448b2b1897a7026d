import { machines } from "../models/machines.ts";
import { defaultPolicy } from "../models/policy.ts";
import { pictureOf } from "./atlas/content.ts";
import { options } from "./layout/arrange.ts";
const N="elk.layered.nodePlacement.strategy", C="elk.layered.cycleBreaking.strategy", M="elk.layered.considerModelOrder.strategy", P="elk.layered.compaction.postCompaction.strategy";
const v: Record<string, Record<string,string>> = {};
for (const n of ["LINEAR_SEGMENTS","NETWORK_SIMPLEX"]) for (const c of ["MODEL_ORDER","GREEDY_MODEL_ORDER"]) for (const m of ["NONE","PREFER_NODES","NODES_AND_EDGES","PREFER_EDGES"]) for (const p of ["NONE","EDGE_LENGTH"]) v[[n,c,m,p].join(" ")] = {[N]:n,[C]:c,[M]:m,[P]:p};
const base = {...options};
for (const [k,o] of Object.entries(v)) { for (const key of Object.keys(options)) delete (options as any)[key]; Object.assign(options, base, o);
 const line=[]; for (const m of machines.filter(m=>["consent","verification","disclosure"].includes(m.id))) { for (const l of ["en","ko"] as const) { try { const p = await pictureOf(m,l,defaultPolicy); line.push(`${m.id.slice(0,4)} ${Math.round(p.width)}x${Math.round(p.height)}`);} catch(e){line.push("ERR")} } } console.log(k, line.join(" | ")); }
