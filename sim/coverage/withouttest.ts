// The clauses that no example shows yet, each with its reason. They are the only ones that the gate lets pass without a test.
// A clause that has one by now must leave this list: the gate asks for that too.
export const clausesWithoutTest: Readonly<Record<string, string>> = {
  S1: "no page exists yet on which a person gets a pass that a venue scans",
  S3: "no page exists yet with the figures in front and the check-in button behind them",
  F14: "a figure of the record, which no example can show; simulations count their own share",
};
