// A case as the desk shows it to its page: what the authority says of it, without the bytes that only programs read.
// The text to be signed never comes this way; it comes with the question for the key.
import type { CaseView } from "../../protocol/http/authority.ts";
import type { DeskCase } from "../../protocol/desk.ts";

export const caseShown = ({ caseText: _, refusedClaims: __, ...shown }: CaseView): DeskCase => shown;
