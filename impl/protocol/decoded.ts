// The answer of everything in the protocol that reads what another party sent: either the value, or the reason
// why it was refused. Reading never throws, because what arrives is not ours. It knows no reasons itself: each
// format lists its own, and the parties turn them into their refusals.

export type Decoded<Value, Reason extends string> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly reason: Reason };

export const accepted = <Value>(value: Value): { readonly ok: true; readonly value: Value } => ({
  ok: true,
  value,
});

export const refused = <Reason extends string>(
  reason: Reason,
): { readonly ok: false; readonly reason: Reason } => ({ ok: false, reason });
