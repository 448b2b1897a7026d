// The name under which the custodian's decisions know a pass: its epoch and number, read from the pass's own header.
// A driver names each pass that was issued, in order, so that the trace can follow it (witness.ts).
// It checks nothing: the parties do.
import { hexOf } from "../../impl/protocol/fields.ts";
import { readHeader } from "../../impl/protocol/pass.ts";

export const tokenOf = (pass: Uint8Array): string => {
  const { epochId, number } = readHeader(pass);
  return `${hexOf(epochId)}/${String(number)}`;
};
