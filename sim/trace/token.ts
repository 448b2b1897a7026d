// The name under which the custodian's decisions know a pass: its epoch and number, read from the pass's own bytes.
// A driver names each pass it was issued, in order, so that the trace can follow it; see witness.ts.
import { hexOf } from "../../impl/protocol/fields.ts";
import { readPass } from "../../impl/protocol/pass.ts";
