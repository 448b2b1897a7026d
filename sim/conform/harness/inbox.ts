/**
 * What the phone network of a country delivered to a phone: the code in the newest message that holds one.
 * Rows of the harness that play people read their codes here, as a person would. It opens nothing else of a message.
 */
import { Effect, Schema } from "effect";
import { ask } from "./requests.ts";

const asInbox = Schema.decodeUnknownSync(
  Schema.Struct({ messages: Schema.Array(Schema.Struct({ text: Schema.String })) }),
);

const codeIn = (text: string): string | undefined => /\b(\d{4,12})\b/.exec(text)?.[1];

export const codeSentTo = (carrier: string, phone: string): Effect.Effect<string | undefined> =>
  Effect.map(ask({ method: "GET", url: `${carrier}/phones/${phone}` }), ({ body }) =>
    asInbox(body)
      .messages.map(({ text }) => codeIn(text))
      .find((code) => code !== undefined),
  );
