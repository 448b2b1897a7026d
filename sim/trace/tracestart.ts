// Looks at the beginning of a file before it is checked: is it there, is it a witness trace, and one of these models?
// What is none is answered by a Stop with a reason of its own, because nothing in it was checked and nothing was found wrong.
// It reads no further than the first line.
import { Effect } from "effect";
import { exitCodes, Stop } from "../../impl/exit.ts";
import { readBeginning, type Begun, type Unfit } from "./header.ts";
import { isDamage, traceBytes } from "./tracebytes.ts";

const firstLineMost = 1 << 16;

const unfit = (reason: string, sentence: string, advice: string): Stop =>
  new Stop({ code: exitCodes.usage, reason, sentence, advice });

const unreadable = (file: string, cause: unknown): Stop =>
  isDamage(cause)
    ? unfit(
        "trace-damaged",
        `${file} was compressed, and does not give its first lines any more.`,
        "Compress witness.trace in the folder of its run again.",
      )
    : unfit(
        "trace-unreadable",
        `${file} cannot be read: ${cause instanceof Error ? cause.message.replace(/,.*$/, "") : "it refused"}.`,
        "Give the path of a file that `simulate` has written, witness.trace in the folder of a run.",
      );

const advices: Readonly<Record<Unfit["reason"], string>> = {
  "trace-unknown":
    "Give the path of a file that `simulate` has written, witness.trace in the folder of a run.",
  "trace-version": "Check it with the version of the program that has written it.",
  "trace-models": "Check it with the models that have made it, or simulate again with these.",
  "trace-policy": "Simulate again with a policy that these models know.",
};

/** What stands before the first end of line; all of it where there is none. */
const firstLine = async (file: string): Promise<string> => {
  let text = "";
  for await (const bytes of traceBytes(file)) {
    text += bytes.toString("latin1");
    if (text.includes("\n") || text.length > firstLineMost) break;
  }
  const end = text.indexOf("\n");
  return end < 0 ? text.slice(0, firstLineMost) : text.slice(0, end);
};

/** Header and policy of the trace, or why it is none to be checked. */
export const startOfTrace = Effect.fnUntraced(function* (
  file: string,
  modelHash: string,
): Effect.fn.Return<Begun, Stop> {
  const line = yield* Effect.tryPromise({
    try: () => firstLine(file),
    catch: (cause) => unreadable(file, cause),
  });
  if (line === "")
    return yield* unfit(
      "trace-empty",
      `${file} is empty, or begins with an empty line.`,
      advices["trace-unknown"],
    );
  const text = line.slice(0, Math.max(line.lastIndexOf("\t"), 0)) || line;
  const begun = readBeginning(text, modelHash);
  if ("sentence" in begun)
    return yield* unfit(begun.reason, `${file}: ${begun.sentence}`, advices[begun.reason]);
  return begun;
});
