// A policy that notes every constant that is read from it.
// What a search finds follows from what it reads alone: another value of a constant that it never read changes nothing.
import type { Policy } from "../../models/policy.ts";

export interface Listening {
  readonly policy: Policy;
  readonly read: ReadonlySet<string>;
}

export function listening(policy: Policy): Listening {
  const read = new Set<string>();
  const noted = new Proxy(policy.constants, {
    get: (values, name) => {
      if (typeof name !== "string") return undefined;
      read.add(name);
      return values[name];
    },
  });
  return { policy: { ...policy, constants: noted }, read };
}
