// A custodian over HTTP, as the rounds of the service level ask it: each scan delivered by the device of its venue, over that device's connection.
// A wait counts from the instant at which the scenario meant the scan.
// A device that never registered is turned away by its key before anything of its scan is read, which the law calls an unknown venue.
import { Effect } from "effect";
import type { CustodianService } from "../../../impl/custodian/custodian.ts";
import { venueOfScan } from "../../../impl/protocol/scan.ts";
import { becameOf, type Counting } from "../counting.ts";
import { delivering, type Deliver, type Device, type ScannerLine } from "../scanner.ts";
import { refusalOf } from "./answers.ts";
import { noAnswer } from "./issuing.ts";

export interface HttpCustodianParts {
  readonly line: ScannerLine;
  readonly devices: readonly Device[];
  readonly counting: Counting;
  readonly sinceMs: (atMs: number) => number;
}

export const makeHttpCustodian = (parts: HttpCustodianParts): Pick<CustodianService, "record"> => {
  const { line, devices, counting, sinceMs } = parts;
  const deliver = new Map<number, Deliver>(devices.map((device) => [device.venue, delivering(line, device)]));

  const recordOne = Effect.fnUntraced(function* (scan: Uint8Array, receivedAtMs: number) {
    const by = deliver.get(venueOfScan(scan) ?? -1);
    if (by === undefined) return yield* Effect.die(new Error("a scan of a venue without a device"));
    const replied = yield* Effect.promise(() => by(scan));
    counting.count(becameOf(replied), replied.code, sinceMs(receivedAtMs));
    const answer = replied.code === "" ? 0 : refusalOf(replied.code);
    return answer ?? (yield* noAnswer(replied));
  });

  return {
    record: (scans) =>
      Effect.map(
        Effect.forEach(scans, ({ bytes, receivedAtMs }) => recordOne(bytes, receivedAtMs)),
        (answers) => Int32Array.from(answers),
      ),
  };
};
