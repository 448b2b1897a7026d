/**
 * The way out for SMS: a port, so that a carrier's gateway can stand behind it, and slow or away it holds up nothing but codes.
 * The embedded one is an outbox in memory that a test or a simulated phone reads; it keeps the last code a number got.
 * A message holds a code in clear, as SMS do; the issuer keeps none of it.
 */
import { Context, Effect, Layer, Schema } from "effect";

export type SmsMessage =
  | { readonly kind: "code"; readonly phone: string; readonly code: string }
  /** A guardian's code, to confirm for somebody under 14. */
  | { readonly kind: "guardianCode"; readonly phone: string; readonly code: string }
  /** The number was verified on another device; sessions on earlier ones have ended. */
  | { readonly kind: "newSession"; readonly phone: string };

/** The carrier did not take a message: nothing counts as sent. */
export class SmsUnavailable extends Schema.TaggedError<SmsUnavailable>()("SmsUnavailable", {
  retryAfterSeconds: Schema.Int,
}) {
  readonly code = "sms-unavailable";

  override get message(): string {
    return `sms-unavailable: messages cannot be sent now; ask again in ${String(this.retryAfterSeconds)} s`;
  }
}

export class SmsGateway extends Context.Service<
  SmsGateway,
  {
    readonly send: (messages: readonly SmsMessage[]) => Effect.Effect<void, SmsUnavailable>;
  }
>()("entrylog/impl/issuer/SmsGateway") {}

export class SmsOutbox extends Context.Service<
  SmsOutbox,
  {
    /** Takes the last code sent to a number out of the outbox. */
    readonly read: (phone: string) => Effect.Effect<string | undefined>;
    /** How many messages without a code a number got. */
    readonly notices: (phone: string) => Effect.Effect<number>;
  }
>()("entrylog/impl/issuer/SmsOutbox") {}

const messagesMax = 100_000;

const trim = (messages: Map<string, unknown>): void => {
  for (const oldest of messages.keys()) {
    if (messages.size <= messagesMax) return;
    messages.delete(oldest);
  }
};

/** An outbox that forgets the oldest messages beyond its limit. */
export const smsOutboxLayer = (): Layer.Layer<SmsGateway | SmsOutbox> =>
  Layer.effectContext(
    Effect.sync(() => {
      const codes = new Map<string, string>();
      const notices = new Map<string, number>();
      const gateway = SmsGateway.of({
        send: (sent) =>
          Effect.sync(() => {
            for (const message of sent) {
              if (message.kind === "newSession")
                notices.set(message.phone, (notices.get(message.phone) ?? 0) + 1);
              else codes.set(message.phone, message.code);
            }
            trim(codes);
            trim(notices);
          }),
      });
      const outbox = SmsOutbox.of({
        read: (phone) =>
          Effect.sync(() => {
            const code = codes.get(phone);
            codes.delete(phone);
            return code;
          }),
        notices: (phone) => Effect.sync(() => notices.get(phone) ?? 0),
      });
      return Context.make(SmsGateway, gateway).pipe(Context.add(SmsOutbox, outbox));
    }),
  );
