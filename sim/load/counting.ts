// What became of requests of one kind: done, refused by the law, shed by a busy server, or failed without an answer; each code counted.
// A thread counts, its counts are sent as plain values, and those of several are added up.
// Lengths are kept of what was done and of what was given up, so that neither a quick refusal nor a silent server makes a load look good.
import { Schema } from "effect";
import { Count } from "../results/figures.ts";
import type { Replied } from "../exchange.ts";
import { addLatency, encodeLatencies, noLatencies, sumOfLatencies, type Latencies } from "./latencies.ts";

export const Counts = Schema.Struct({
  done: Count,
  /** The law said no, or the request was wrong. */
  refused: Count,
  /** 429 and 503: too much at once, to be asked again later. */
  shed: Count,
  /** No answer in time, none at all, or a fault of the server. */
  failed: Count,
  /** How many of each code, for all that was not done. */
  codes: Schema.Record(Schema.String, Count),
  /** As latencies.ts writes them. */
  latencies: Schema.String,
});
export type Counts = typeof Counts.Type;

export type Became = "done" | "refused" | "shed" | "failed";

const serverFault = 500;

export const becameOf = ({ status }: Pick<Replied, "status">): Became => {
  if (status === 429 || status === 503) return "shed";
  if (status === 0 || status >= serverFault) return "failed";
  return status < 300 ? "done" : "refused";
};

export interface Counting {
  readonly count: (became: Became, code: string, tookMs: number) => void;
  readonly counted: () => Counts;
}

export const makeCounting = (): Counting => {
  const numbers: Record<Became, number> = { done: 0, refused: 0, shed: 0, failed: 0 };
  const codes = new Map<string, number>();
  const latencies: Latencies = noLatencies();
  return {
    count: (became, code, tookMs) => {
      numbers[became] += 1;
      if (became !== "done") codes.set(code, (codes.get(code) ?? 0) + 1);
      if (became === "done" || became === "failed") addLatency(latencies, tookMs);
    },
    counted: () => ({ ...numbers, codes: Object.fromEntries(codes), latencies: encodeLatencies(latencies) }),
  };
};

export const askedIn = ({ done, refused, shed, failed }: Counts): number => done + refused + shed + failed;

/** The codes in the order of the alphabet, so that equal counts are equal texts. */
const sumOfCodes = (all: readonly Counts[]): Readonly<Record<string, number>> => {
  const sum = new Map<string, number>();
  for (const [code, count] of all.flatMap(({ codes }) => Object.entries(codes))) {
    sum.set(code, (sum.get(code) ?? 0) + count);
  }
  return Object.fromEntries([...sum].toSorted(([one], [other]) => (one < other ? -1 : 1)));
};

export const sumOfCounts = (all: readonly Counts[]): Counts => {
  const sum = (became: Became): number => all.reduce((total, counts) => total + counts[became], 0);
  return {
    done: sum("done"),
    refused: sum("refused"),
    shed: sum("shed"),
    failed: sum("failed"),
    codes: sumOfCodes(all),
    latencies: encodeLatencies(sumOfLatencies(all.map(({ latencies }) => latencies))),
  };
};
