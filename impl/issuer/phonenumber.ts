/**
 * A phone number as a person types it, brought to the one form in which the issuer knows it: E.164, such as +821012345678.
 * Only the door uses it, so that `010-1234-5678` and `+82 10 1234 5678` are one person. Everything behind the door has the one form already.
 * It refuses what is no mobile number of Korea, because a code by SMS could not reach it, and anything with words around it.
 */
import parsePhoneNumber from "libphonenumber-js/mobile";
import { accepted, refused, type Decoded } from "../protocol/decoded.ts";

const country = "KR";
const typedMax = 40;

export const phoneNumberOf = (typed: string): Decoded<string, "phone-invalid"> => {
  if (typed.length > typedMax) return refused("phone-invalid");
  const number = parsePhoneNumber(typed.trim(), { defaultCountry: country, extract: false });
  return number?.country === country && number.ext === undefined && number.isValid()
    ? accepted(number.number)
    : refused("phone-invalid");
};
