// Watches that every case that was answered is found in the registers of custodian and issuer.
// It hears from the driver what was found there.
import { watchingEach } from "./checker.ts";

export const disclosureLogged = watchingEach("disclosure-logged");
