// A venue's device at a custodian over mutual TLS: it registers its venue once and delivers what it scanned, one scan a request, as a door does.
// The crowd of a load and the venues of a scenario hold one each, with a key of its own. Its connections stay open.
// It signs what it is given and answers what the custodian answered; it judges no pass.
import { Effect, Schema } from "effect";
import type { Stop } from "../../impl/exit.ts";
import { drawSigningSeed, importSigningKey, type SigningKey } from "../../impl/protocol/ed25519.ts";
import { base64UrlOf } from "../../impl/protocol/http/bytes.ts";
import { encodeScan } from "../../impl/protocol/scan.ts";
import { tlsIdentityOf } from "../../impl/server/identity.ts";
import type { Connections, Replied } from "../exchange.ts";
import { asked } from "./asking.ts";
import { addressOfDevice } from "./networks.ts";
import { yes } from "./ready.ts";

/** A device as it is handed to a thread. */
export const Device = Schema.Struct({
  venue: Schema.Int,
  /** Of its signing key, which is its TLS key too. */
  seed: Schema.Uint8Array,
  privateKeyPem: Schema.String,
  certificatePem: Schema.String,
});
export type Device = typeof Device.Type;

export interface ScannerLine {
  readonly custodian: string;
  readonly connections: Connections;
  readonly withinMs: number;
}

const asAnswers = Schema.decodeUnknownSync(
  Schema.Struct({ answers: Schema.Tuple([Schema.Struct({ code: Schema.optionalKey(Schema.String) })]) }),
);

/** What was refused within a batch is refused as if it had been asked alone. */
const conflict = 409;

export const keyOf = ({ seed }: Pick<Device, "seed">): SigningKey => {
  const key = importSigningKey(seed);
  if (key === undefined) throw new Error("a device's seed makes no key");
  return key;
};

/** The device of a venue with this key. */
export const deviceOf = Effect.fnUntraced(function* (venue: number, seed: Uint8Array) {
  const { privateKeyPem, certificatePem } = yield* tlsIdentityOf(keyOf({ seed }), "venue");
  return { venue, seed, privateKeyPem, certificatePem } satisfies Device;
});

/** A device with a key that was drawn just now. */
export const newDevice = (venue: number) => Effect.suspend(() => deviceOf(venue, drawSigningSeed()));

/** Registers its venue, as the device of this number that asks from this machine. */
export const registering = (
  { custodian, connections, withinMs }: ScannerLine,
  device: Device,
  kind: string,
  place: number,
): Effect.Effect<Replied, Stop> =>
  yes(
    "A device of the load",
    custodian,
    asked(
      {
        method: "POST",
        url: `${custodian}/v1/venues`,
        identity: device,
        body: { venue: device.venue, kind, deviceKey: base64UrlOf(keyOf(device).publicKey) },
        from: addressOfDevice(custodian, place),
        withinMs,
      },
      connections,
    ),
  );

export type Deliver = (scan: Uint8Array) => Promise<Replied>;

/** Delivers signed scans in the name of a device. */
export const delivering =
  ({ custodian, connections, withinMs }: ScannerLine, device: Device): Deliver =>
  async (scan) => {
    const replied = await asked(
      {
        method: "POST",
        url: `${custodian}/v1/scans`,
        identity: device,
        body: { scans: [base64UrlOf(scan)] },
        withinMs,
      },
      connections,
    );
    if (replied.code !== "") return replied;
    const { code } = asAnswers(replied.body).answers[0];
    return code === undefined ? replied : { ...replied, status: conflict, code };
  };

/** Scans a pass now, and delivers it. */
export const scanning = (line: ScannerLine, device: Device) => {
  const key = keyOf(device);
  const deliver = delivering(line, device);
  return (pass: Uint8Array, scannedAtMs: number): Promise<Replied> =>
    deliver(encodeScan(key, pass, device.venue, scannedAtMs));
};
