// From where a load asks, when it plays many people on one machine: parties count sessions, codes and registrations by network.
// Linux answers on every address of 127.0.0.0/8, which has as many networks as a city needs; towards another machine there is one.
// It gets nobody around a limit that a deployment would meet: there, people have networks of their own.
import { constants } from "../../models/policy.ts";

const ownAddress = /^127\.\d+\.\d+\.\d+$/;
const networksASecondPart = 256;

/** An address in the network of this number, to ask that server from; undefined where this machine has only one for it. */
const addressIn = (url: string, network: number): string | undefined => {
  if (process.platform !== "linux" || !ownAddress.test(new URL(url).hostname)) return undefined;
  const second = 1 + (Math.floor(network / networksASecondPart) % (networksASecondPart - 1));
  return `127.${String(second)}.${String(network % networksASecondPart)}.1`;
};

/** Fewer than a network may be sent codes for, because a person may be sent a second one. */
const peopleANetwork = constants.networkSends.value / 3;
/** Fewer than a custodian lets a network register in a minute. */
const devicesANetwork = 10;

/** From where the person of this number asks. */
export const addressOfPerson = (issuer: string, person: number): string | undefined =>
  addressIn(issuer, Math.floor(person / peopleANetwork));

/** From where the device of this number registers. */
export const addressOfDevice = (custodian: string, device: number): string | undefined =>
  addressIn(custodian, Math.floor(device / devicesANetwork));
