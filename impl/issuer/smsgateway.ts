/**
 * The way out for SMS: a port, so that a carrier's gateway can stand behind it.
 * The embedded one is an outbox in memory that a test or a simulated phone reads; it keeps the last message a number got.
 * A message holds a code in clear, as SMS do; the issuer keeps none of it.
 */
import { Context, Effect, Layer } from "effect";

export interface SmsMessage {
  readonly phone: string;
  readonly code: string;
}

export class SmsGateway extends Context.Service<
  SmsGateway,
  {
    readonly send: (messages: readonly SmsMessage[]) => Effect.Effect<void>;
  }
>()("entrylog/impl/issuer/SmsGateway") {}

export class SmsOutbox extends Context.Service<
  SmsOutbox,
  {
    /** Takes the last code sent to a number out of the outbox. */
    readonly read: (phone: string) => Effect.Effect<string | undefined>;
  }
>()("entrylog/impl/issuer/SmsOutbox") {}

const messagesMax = 100_000;

/** An outbox that forgets the oldest messages beyond its limit. */
export const smsOutboxLayer = (): Layer.Layer<SmsGateway | SmsOutbox> =>
  Layer.effectContext(
    Effect.sync(() => {
      const messages = new Map<string, string>();
      const gateway = SmsGateway.of({
        send: (sent) =>
          Effect.sync(() => {
            for (const { phone, code } of sent) messages.set(phone, code);
            for (const oldest of messages.keys()) {
              if (messages.size <= messagesMax) break;
              messages.delete(oldest);
            }
          }),
      });
      const outbox = SmsOutbox.of({
        read: (phone) =>
          Effect.sync(() => {
            const code = messages.get(phone);
            messages.delete(phone);
            return code;
          }),
      });
      return Context.make(SmsGateway, gateway).pipe(Context.add(SmsOutbox, outbox));
    }),
  );
