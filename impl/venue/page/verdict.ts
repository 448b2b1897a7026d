// What is said at the door of one pass: admitted, admitted and not yet checked, or refused with the code of the reason.
// It holds nothing of the pass and nobody of whom it would be.
export interface Verdict {
  readonly answer: "checked" | "unchecked" | "refused";
  /** Of a refusal; else empty. */
  readonly code: string;
  readonly retryAfterSeconds?: number | undefined;
}

export const admitted = (answer: "checked" | "unchecked"): Verdict => ({ answer, code: "" });
export const refusedFor = (code: string, retryAfterSeconds?: number): Verdict => ({
  answer: "refused",
  code,
  retryAfterSeconds,
});
