// The quarantine authority's office: two officers with their own keys, and the steps of a case in their order.
// The tour tells such a case and the benchmark measures one. Each step is the real service's; a refusal comes back as its code.
// What the officers read is theirs alone: it is opened with their keys, here, and kept by nobody.
import { Effect } from "effect";
import type { NamedVisit, OfficerClient } from "../impl/officer/client.ts";
import type { House } from "../impl/house.ts";
import type { RefusalCode } from "../impl/generated/law.ts";
import type { Refused } from "../impl/lifecycle/refused.ts";
import type { ProofUnavailable } from "../impl/log/transparencylog.ts";
import type { PeerUnavailable } from "../impl/protocol/remote/peerunavailable.ts";
import type { CaseWindow } from "../impl/protocol/casetext.ts";
import type { StoreUnavailable } from "../impl/store/unavailable.ts";

export interface OpenCase {
  readonly caseId: string;
  readonly caseText: Uint8Array;
}

export type Either<A> =
  { readonly refusal: RefusalCode } | { readonly refusal: undefined; readonly value: A };

type Tried<A> = Effect.Effect<Either<A>, StoreUnavailable>;

export interface Office {
  readonly first: OfficerClient;
  readonly second: OfficerClient;
  /** The first officer asks on a ground, and signs what was asked. */
  readonly ask: (ground: string, windows: readonly CaseWindow[]) => Tried<OpenCase>;
  readonly approve: (opened: OpenCase, officer: OfficerClient) => Tried<void>;
  /** The records that the custodian releases, counted. */
  readonly askRelease: (opened: OpenCase) => Tried<number>;
  /** Hands these officers' shares to the issuer; answers how many records led to a person. */
  readonly join: (opened: OpenCase, officers: readonly OfficerClient[]) => Tried<number>;
  /** What one officer reads in the issuer's answer. */
  readonly read: (opened: OpenCase, officer: OfficerClient) => Tried<readonly NamedVisit[]>;
  /** Both officers let go of the keys that their shares of this case needed. */
  readonly end: (opened: OpenCase) => void;
}

/** In one process no other party is ever away. */
const tried = <A>(
  effect: Effect.Effect<A, Refused | StoreUnavailable | ProofUnavailable | PeerUnavailable>,
): Tried<A> =>
  effect.pipe(
    Effect.catchTags({ ProofUnavailable: Effect.die, PeerUnavailable: Effect.die }),
    Effect.map((value): Either<A> => ({ refusal: undefined, value })),
    Effect.catchTag("Refused", ({ code }) => Effect.succeed<Either<A>>({ refusal: code })),
  );

export const makeOffice = (house: House, first: OfficerClient, second: OfficerClient): Office => {
  const { authority, issuerPort, custodianKey } = house;

  const shares = Effect.fnUntraced(function* ({ caseId }: OpenCase, officers: readonly OfficerClient[]) {
    const { parts } = yield* authority.releaseOf(caseId);
    const issuerSealingKey = yield* issuerPort.sealingKey;
    const resealed = new Map<number, readonly Uint8Array[]>();
    for (const part of parts) {
      const asked = { caseId, part, custodianKey, issuerSealingKey };
      resealed.set(
        part.issuer,
        yield* Effect.forEach(officers, (client) => Effect.orDie(client.reseal(asked))),
      );
    }
    return resealed;
  });

  return {
    first,
    second,
    ask: (ground, windows) =>
      tried(
        Effect.gen(function* () {
          const { caseId, caseText } = yield* authority.request({
            officer: first.officer,
            ground,
            windows,
          });
          const approval = yield* Effect.orDie(first.approve(caseText));
          yield* authority.signRequest({ caseId, approval });
          return { caseId, caseText };
        }),
      ),
    approve: ({ caseId, caseText }, officer) =>
      tried(
        Effect.flatMap(Effect.orDie(officer.approve(caseText)), (approval) =>
          authority.approve({ caseId, approval }),
        ),
      ),
    askRelease: ({ caseId }) => tried(Effect.map(authority.askRelease(caseId), ({ records }) => records)),
    join: (opened, officers) =>
      tried(
        Effect.flatMap(shares(opened, officers), (resealed) =>
          Effect.map(authority.join(opened.caseId, resealed), ({ people }) => people),
        ),
      ),
    read: ({ caseId }, officer) =>
      tried(
        Effect.gen(function* () {
          const answers = yield* authority.answerFor(caseId, officer.officer);
          const answerKey = yield* issuerPort.answerKey;
          const opened = yield* Effect.forEach(answers, (answer) =>
            Effect.orDie(officer.openAnswer(answer, answerKey)),
          );
          return opened.flat();
        }),
      ),
    end: ({ caseId }) => {
      for (const officer of [first, second]) officer.endCase(caseId);
    },
  };
};
