/**
 * Grave mistakes at the issuer: a pass without consent, any code for the right one, aliases and keys that stay, a release answered twice.
 * gravemistakes.ts says what an entry means.
 */
import type { GraveMistake } from "./gravemistakes.ts";

export const graveAtIssuer: readonly GraveMistake[] = [
  {
    says: "A pass is made although the law refused it: without consent, without verification, at a low level.",
    file: "impl/issuer/decidingone.ts",
    from: "if (isRefusal(answer)) return answer;\n    rate.count(account, atMs);",
    to: "rate.count(account, atMs);",
    test: "issuer/consent",
  },
  {
    says: "Any code is taken for the one that was sent.",
    file: "impl/issuer/codes.ts",
    from: "waiting !== undefined && timingSafeEqual(waiting, macOf(account, code))",
    to: "waiting !== undefined && code !== ''",
    test: "issuer/code",
  },
  {
    says: "The aliases of who withdrew are not destroyed.",
    file: "impl/issuer/forgetting.ts",
    from: "yield* aliases.forget(accounts);",
    to: "",
    test: "issuer/withdrawal",
  },
  {
    says: "Who withdrew is still answered for, until the aliases are destroyed.",
    file: "impl/issuer/accountqueries.ts",
    from: "AND account NOT IN (SELECT account FROM forgetting)",
    to: "",
    test: "issuer/answering",
  },
  {
    says: "A release is answered as often as it is asked.",
    file: "impl/issuer/answering.ts",
    from: "other === undefined ? 0 : 1,\n",
    to: "0,\n",
    test: "issuer/answerrefusals",
  },
  {
    says: "A release is answered that stands in nobody's log.",
    file: "impl/issuer/answering.ts",
    from: "custodianLog)?.cosigners ?? 0)",
    to: "custodianLog)?.cosigners ?? 2)",
    test: "issuer/answerrefusals",
    named: "another release in the log",
  },
  {
    says: "An epoch's secret is not forgotten at the end of its minute.",
    file: "impl/issuer/epochs.ts",
    from: "Effect.sync(() => newest?.forget()),",
    to: "Effect.sync(() => newest?.left),",
    test: "issuer/epochs",
  },
  {
    says: "A pass is shown whose epoch the custodian refused.",
    file: "impl/issuer/handingover.ts",
    from: "if (answers.success.some(isRefusal)) return yield* notDeposited;",
    to: "",
    test: "issuer/epochs",
  },
  {
    says: "The handle key of a day answers after its end, until the sweep comes.",
    file: "impl/issuer/keys.ts",
    from: "found === undefined || nowMs >= found.endsAtMs",
    to: "found === undefined",
    test: "issuer/dayend",
  },
  {
    says: "The keys of a day that ended stay in the vault.",
    file: "impl/issuer/sweep.ts",
    from: "yield* vault.eraseDue(nowMs);",
    to: "",
    test: "issuer/dayend",
  },
  {
    says: "A withdrawal whose aliases could not be destroyed is answered as if it had been done.",
    file: "impl/issuer/performing.ts",
    from: "for (const place of withdrawals) unavailable.set(place, destroyed.failure);",
    to: "for (const place of withdrawals) unavailable.delete(place);",
    test: "issuer/withdrawalunfinished",
  },
];
