// What a party tells its operators while it runs: one JSON line a message on stderr, always, and spans, counts and
// messages to a collector (OpenTelemetry over HTTP) when its URL is configured. Routes stand in them as templates.
// No path, query, header, address, body or cause goes out, and no trace crosses from one party to another.
import * as NodeHttpClient from "@effect/platform-node/NodeHttpClient";
import { Layer, Logger } from "effect";
import { Otlp } from "effect/observability";

export interface TelemetryOptions {
  /** The party's name on its card. */
  readonly party: string;
  /** Such as http://127.0.0.1:4318; without it nothing leaves the process but the lines on stderr. */
  readonly otlpUrl?: string | undefined;
}

/** Without the cause: its messages may hold what somebody sent. */
const lines = (party: string) =>
  Logger.map(Logger.formatStructured, ({ timestamp, level, message, annotations }) =>
    JSON.stringify({ timestamp, level, party, message, ...annotations }),
  ).pipe(Logger.withConsoleError);

export const telemetryLayer = ({ party, otlpUrl }: TelemetryOptions): Layer.Layer<never> => {
  const local = Logger.layer([lines(party)]);
  if (otlpUrl === undefined) return local;
  const exported = Otlp.layerJson({
    baseUrl: otlpUrl,
    resource: { serviceName: `entrylog-${party}` },
    loggerMergeWithExisting: true,
    loggerExcludeLogSpans: true,
    shutdownTimeout: "3 seconds",
  }).pipe(Layer.provide(NodeHttpClient.layerUndici));
  return exported.pipe(Layer.provideMerge(local));
};
