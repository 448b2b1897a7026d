// What a load found, as lines for people: counts and lengths of each kind of request, codes, the curve of the search, the comparison.
// Scripts read the JSON instead. It computes nothing that does not stand in the report.
import { alignedTable } from "../output/table.ts";
import type { Compared, Limit, LoadReport, Offered, Requests } from "../results/loadreport.ts";

const count = (value: number): string => Math.round(value).toLocaleString("en");
const length = (ms: number): string => `${ms >= 100 ? count(ms) : ms.toPrecision(3)} ms`;
const percent = (share: number): string => `${(share * 100).toFixed(share < 0.01 ? 2 : 1)} %`;

const heads = [
  "",
  "done",
  "a second",
  "refused",
  "shed",
  "no answer",
  "p50",
  "p90",
  "p99",
  "p99.9",
  "longest",
];

const cellsOf = (what: string, requests: Requests): readonly string[] => [
  what,
  count(requests.done),
  requests.donePerSecond.toFixed(1),
  count(requests.refused),
  count(requests.shed),
  count(requests.failed),
  ...[requests.p50Ms, requests.p90Ms, requests.p99Ms, requests.p999Ms, requests.maxMs].map(length),
];

const codesOf = (what: string, { codes }: Requests): readonly string[] =>
  Object.keys(codes).length === 0
    ? []
    : [
        `${what} not done: ${Object.entries(codes)
          .map(([code, times]) => `${code} ${count(times)}`)
          .join(", ")}`,
      ];

const offeredLines = (offered: Offered): readonly string[] => {
  const { issuance, checkIn, late, complete } = offered;
  return [
    ...alignedTable([
      heads,
      cellsOf("passes", issuance),
      ...(checkIn === undefined ? [] : [cellsOf("check-ins", checkIn)]),
    ]),
    ...codesOf("passes", issuance),
    ...(checkIn === undefined ? [] : codesOf("check-ins", checkIn)),
    `Every wait counts from the instant at which the request was due; the load itself was late by ${length(late.p50Ms)} (p50) and ${length(late.p99Ms)} (p99).`,
    ...(complete ? [] : ["It was interrupted; these are the figures up to then."]),
  ];
};

const offeredSays = ({ offeredPerSecond, seconds }: Offered): string =>
  `${offeredPerSecond.toFixed(1)} visits a second for ${count(seconds)} s`;

const limitLines = (limit: Limit): readonly string[] => [
  ...alignedTable([
    ["visits a second", "p50", "p99", "shed or no answer", "load late p99", ""],
    ...limit.tried
      .toSorted((one, other) => one.perSecond - other.perSecond)
      .map(({ perSecond, p50Ms, p99Ms, lostShare, lateP99Ms, held }) => [
        count(perSecond),
        length(p50Ms),
        length(p99Ms),
        percent(lostShare),
        length(lateP99Ms),
        held ? "held" : "NOT held",
      ]),
  ]),
  "",
  `The highest rate that held: ${count(limit.perSecond)} visits a second, each a pass and a check-in` +
    ` (p99 at most ${length(limit.p99MostMs)}, at most ${percent(limit.lostMost)} shed or without an answer)` +
    (limit.isReached ? "." : "; no rate was found that did not hold."),
  ...limit.tried
    .filter(({ held, lateP99Ms }) => !held && lateP99Ms > limit.p99MostMs / 2)
    .map(
      ({ perSecond }) =>
        `At ${count(perSecond)} the load itself was late: there the limit may be that of the machine that sends.`,
    ),
];

const comparedLines = (compared: Compared): readonly string[] => {
  const { theirs, ours } = compared;
  return [
    ...alignedTable([
      ["", "a second", "not done", "p50", "p99", "longest"],
      [
        `${compared.with}, ${String(compared.connections)} connections, closed loop`,
        theirs.perSecond.toFixed(1),
        count(theirs.notDone),
        ...[theirs.p50Ms, theirs.p99Ms, theirs.maxMs].map(length),
      ],
      ...ours.map(({ offeredPerSecond, issuance }) => [
        `ours, open loop at ${offeredPerSecond.toFixed(1)} a second`,
        issuance.donePerSecond.toFixed(1),
        count(issuance.refused + issuance.shed + issuance.failed),
        ...[issuance.p50Ms, issuance.p99Ms, issuance.maxMs].map(length),
      ]),
    ]),
    "",
    compared.says,
  ];
};

export const renderLoad = (report: LoadReport): readonly string[] => {
  const { issuer, custodian, workers, connections, offered, limit, compared } = report;
  return [
    `Load on the issuer ${issuer} and the custodian ${custodian}: ${String(workers)} threads, ${String(connections)} connections to the issuer, ${String(report.warmupSeconds)} s of warm-up left out.`,
    ...(offered === undefined ? [] : [offeredSays(offered), "", ...offeredLines(offered)]),
    ...(limit === undefined ? [] : ["", ...limitLines(limit)]),
    ...(compared === undefined ? [] : ["", ...comparedLines(compared)]),
  ];
};
