// The facts of a case as the authority tells them: ground, officers, the reason of a denial, places and times where this officer may
// see them, and how long it may still wait.
// The times run down from the moment the answer came.
import { h, type ComponentChild } from "preact";
import { useMemo } from "preact/hooks";
import { sayInstant, sayNumber } from "../../../page/client/say.ts";
import type { DeskCase } from "../../../protocol/desk.ts";
import type { AtDesk } from "./atdesk.ts";
import { leftFrom, sayLeft, useRemaining } from "./remaining.ts";
import { Scope } from "./scope.ts";
import { deskWords } from "./words/words.ts";

interface FactsParts extends AtDesk {
  readonly shown: DeskCase;
  readonly nowMs: number;
}

const Lapsing = ({
  reader,
  endsInMs,
}: {
  readonly reader: FactsParts["reader"];
  readonly endsInMs: number;
}) => {
  const left = useRemaining(
    useMemo(() => leftFrom(endsInMs), [endsInMs]),
    () => undefined,
  );
  return h("p", {}, deskWords(reader).facts.lapses(sayLeft(left, reader)));
};

export const CaseFacts = ({ reader, officer, shown, nowMs }: FactsParts): ComponentChild => {
  const words = deskWords(reader).facts;
  const { denial: denying } = deskWords(reader);
  const { ground, requestedBy, requestedAtMs, approvedBy, signedBy, denial, records, windows } = shown;
  const named = (number: number): string => {
    const said = sayNumber(number, reader);
    return number === officer ? words.you(said) : words.officer(said);
  };
  const grounds: Readonly<Record<string, string>> = words.grounds;
  const rows: readonly (readonly [string, string])[] = [
    [words.ground, grounds[ground] ?? ground],
    ...(requestedBy === null
      ? []
      : [
          [
            words.asked,
            signedBy.includes(requestedBy) ? named(requestedBy) : `${named(requestedBy)}, ${words.unsigned}`,
          ] as const,
        ]),
    ...(requestedAtMs === null ? [] : [[words.askedAt, sayInstant(requestedAtMs, reader)] as const]),
    ...(approvedBy === null ? [] : [[words.approved, named(approvedBy)] as const]),
    ...(records === null ? [] : [[words.records, sayNumber(records, reader)] as const]),
  ];
  return [
    denial === null
      ? null
      : h(
          "p",
          { class: "note warning" },
          denying.said(sayNumber(denial.officer, reader), denying.reasons[denial.reason]),
        ),
    shown.lapsesAtMs === null
      ? null
      : h(Lapsing, { reader, endsInMs: Math.max(0, shown.lapsesAtMs - nowMs) }),
    h(
      "dl",
      {},
      rows.flatMap(([term, said]) => [h("dt", {}, term), h("dd", {}, said)]),
    ),
    windows === null ? h("p", { class: "quietly" }, words.hidden) : h(Scope, { windows, reader }),
  ];
};
