// What people read of a checked trace: how much was replayed, each promise with its verdict, or the place where it was refused.
// Pure: it makes lines and prints none.
import { seoulOffset } from "../../models/policy.ts";
import type { CheckedTrace, RefusedAt } from "./checktrace.ts";

/** An instant as people in Seoul read it. */
const instantText = (at: number): string =>
  `${new Date(at + seoulOffset).toISOString().slice(0, 23).replace("T", " ")} in Seoul`;

const grouped = (number: number): string => String(number).replace(/\B(?=(\d{3})+$)/g, ",");

/** `line 812, 2020-07-01 12:00:03.000 in Seoul, custodian.record`, as far as it is known. */
export const placeText = ({ line, at, rule }: RefusedAt): string =>
  [`line ${String(line)}`, ...(at === null ? [] : [instantText(at)]), ...(rule === null ? [] : [rule])].join(
    ", ",
  );

const aboutLines = ({ file, scenario, seed, preset }: CheckedTrace): readonly string[] => [
  `${file}: "${scenario}", seed ${String(seed)}, policy ${preset}`,
];

const promiseLines = ({ promises }: CheckedTrace): readonly string[] => {
  const width = Math.max(...promises.map(({ id }) => id.length), 0);
  return promises.flatMap(({ id, verdict, checked, clauses, breach }) => [
    `  ${id.padEnd(width)}  ${verdict.padEnd(15)} ${grouped(checked).padStart(12)} checked  (${clauses.join(", ")})`,
    ...(breach === undefined ? [] : [`    ${breach}`]),
  ]);
};

export const checkedText = (checked: CheckedTrace): readonly string[] => {
  const { refused, lines, traceHash, verdict } = checked;
  if (refused !== null)
    return [
      ...aboutLines(checked),
      `${grouped(lines)} decisions and observations replayed, then refused at ${placeText(refused)}:`,
      `  ${refused.sentence}`,
    ];
  return [
    ...aboutLines(checked),
    `${grouped(lines)} decisions and observations replayed against the models, every answer theirs.`,
    `trace hash ${traceHash ?? ""}`,
    "",
    "Promises",
    ...promiseLines(checked),
    "",
    verdict === "held" ? "No promise is broken in this trace." : "A promise is broken in this trace.",
  ];
};
