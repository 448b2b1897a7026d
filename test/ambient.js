// The places of this code base that may read a clock or draw a number without being given one, each with its reason.
// The linter bans such calls everywhere else, and a test in test/house looks for them again in the text.
// Time otherwise comes from Effect's Clock and chance from a named stream; this list is to stay short.

/** @type {ReadonlyArray<{ readonly file: string, readonly why: string }>} */
export const ambientAdapters = [
  { file: "sim/stopwatch.ts", why: "measures real time for throughput and latency, never for a decision" },
  {
    file: "impl/page/client/elapsed.ts",
    why: "counts down on a reader's own machine what an answer gave time for",
  },
  { file: "test/run.ts", why: "tells how long each step of the tests took" },
];
