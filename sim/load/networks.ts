// From where a load asks, when it plays many people on one machine: parties count sessions, codes and registrations by network.
// Linux answers on every address of 127.0.0.0/8, which has as many networks as a city needs; towards another machine there is one.
// It gets nobody around a limit that a deployment would meet: there, people have networks of their own.

const ownAddress = /^127\.\d+\.\d+\.\d+$/;
const networksASecondPart = 256;

/** An address in the network of this number, to ask that server from; undefined where this machine has only one for it. */
export const addressIn = (url: string, network: number): string | undefined => {
  if (process.platform !== "linux" || !ownAddress.test(new URL(url).hostname)) return undefined;
  const second = 1 + (Math.floor(network / networksASecondPart) % (networksASecondPart - 1));
  return `127.${String(second)}.${String(network % networksASecondPart)}.1`;
};
