// Under which origin a desk may be told that browsers find it: a name with TLS, and nothing behind it.
// What a desk answers to is tried over its listener in signin.test.ts.
import { expect, it } from "vitest";
import { isOrigin } from "../../../../impl/officer/desk/place.ts";
import { makeFirstCode } from "../../../../impl/officer/desk/firstcode.ts";

it.each([
  ["https://desk.example", true],
  ["https://desk.example:8443", true],
  ["https://desk.example/", false],
  ["https://desk.example/page", false],
  ["http://desk.example", false],
  ["https://Desk.example", false],
  ["desk.example", false],
])("is %s an origin of a desk: %s", (text, expected) => {
  expect(isOrigin(text)).toBe(expected);
});

it("takes the printed code however it is typed, until it is spent", () => {
  const code = makeFirstCode(true);
  const shown = code.shown() ?? "";
  expect(shown).toMatch(/^([A-Z2-9]{4}-){2}[A-Z2-9]{4}$/);
  expect(code.try(shown.toLowerCase().replaceAll("-", " "))).toBe("right");
  code.spend();
  expect(code.try(shown)).toBe("spent");
  expect(makeFirstCode(false).try(shown)).toBe("spent");
});
