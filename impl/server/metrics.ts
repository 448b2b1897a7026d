// What a server counts of its requests: how many by method, template of the route and status.
// The numbers go to the collector when one is configured. Labels are a closed set of our own words:
// no path, no name and no number of a person, venue or case is ever one.
import { type Effect, Metric } from "effect";

const requests = Metric.counter("entrylog_requests", {
  description: "Requests answered, by method, template of the route and status",
  incremental: true,
});

/** Methods are counted by name only when HTTP knows them: a label must not be chosen by whoever asks. */
const methods: ReadonlySet<string> = new Set(["GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS"]);

const labelled = new Map<string, ReturnType<typeof withLabels>>();

const withLabels = (method: string, route: string, status: number) =>
  Metric.withAttributes(requests, { method, route, status: String(status) });

export const countRequest = (method: string, route: string, status: number): Effect.Effect<void> => {
  const name = methods.has(method) ? method : "other";
  const key = `${name} ${route} ${String(status)}`;
  let metric = labelled.get(key);
  if (metric === undefined) labelled.set(key, (metric = withLabels(name, route, status)));
  return Metric.update(metric, 1);
};
