// Generated from models/ by `entrylog generate`; never edited by hand. Stamp 098db7247bff9de3.
import { Context, Effect, Layer } from "effect";
import { makeLifecycleService, type LifecycleService } from "../../lifecycle/lifecycleservice.ts";
import type { Refused } from "../../lifecycle/refused.ts";
import type { Book } from "../../store/book.ts";
import { Store } from "../../store/store.ts";
import type { StoreUnavailable } from "../../store/unavailable.ts";
import { machineCores, type ToldName } from "../law.ts";

const [core] = machineCores.slice(2);

export interface VerificationLifecycleService extends LifecycleService {
  /** `code.requested`, now. */
  readonly codeRequested: (key: string) => Effect.Effect<ToldName, Refused | StoreUnavailable>;
  /** `code.submitted`, now. */
  readonly codeSubmitted: (
    key: string,
    given: { readonly matches: boolean },
  ) => Effect.Effect<ToldName, Refused | StoreUnavailable>;
  /** `pass.issued`, now. */
  readonly passIssued: (key: string) => Effect.Effect<ToldName, Refused | StoreUnavailable>;
  /** `account.withdrawn`, now. */
  readonly accountWithdrawn: (key: string) => Effect.Effect<ToldName, Refused | StoreUnavailable>;
}

/** A person's phone verification and account, as the issuer keeps them. */
export class VerificationLifecycle extends Context.Service<
  VerificationLifecycle,
  VerificationLifecycleService
>()("entrylog/impl/generated/VerificationLifecycle") {
  /** The service over this book of a party's store. */
  static readonly over = (book: Book) =>
    Layer.effect(
      VerificationLifecycle,
      Effect.gen(function* () {
        if (core === undefined) return yield* Effect.die("the law has no verification");
        const service = yield* makeLifecycleService(core, yield* Store, book);
        return VerificationLifecycle.of({
          ...service,
          codeRequested: (key) => service.send(key, 1, [0]),
          codeSubmitted: (key, given) => service.send(key, 2, [given.matches ? 1 : 0]),
          passIssued: (key) => service.send(key, 3, [0]),
          accountWithdrawn: (key) => service.send(key, 4, [0]),
        });
      }),
    );
}
