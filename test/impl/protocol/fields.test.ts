// Fields: numbers, byte strings and texts come back as they were written, the bytes in the order this says.
// A reader that asked for something that was not there says so in the end, whatever it answered on the way.
import fc from "fast-check";
import { expect, it } from "vitest";
import { FieldReader, joinFields, numberField, sameBytes, textField } from "../../../impl/protocol/fields.ts";
import { flipped, hex, toHex } from "./hex.ts";

it("writes numbers with the largest part first, and texts behind their length", () => {
  expect(toHex(joinFields([numberField(258, 2), numberField(1, 1), textField("a가")]))).toBe(
    "0102010004" + "61eab080",
  );
  expect(toHex(numberField(281_474_976_710_655, 6))).toBe("ffffffffffff");
});

it("reads back what was written", () => {
  const texts = fc.string({ unit: "grapheme", maxLength: 50 });
  fc.assert(
    fc.property(fc.nat(2 ** 47), texts, fc.uint8Array({ maxLength: 20 }), (number, text, bytes) => {
      const reader = new FieldReader(joinFields([numberField(number, 6), textField(text), bytes]));
      expect([reader.number(6), reader.text(), reader.left]).toEqual([number, text, bytes.length]);
      expect(reader.complete).toBe(bytes.length === 0);
      expect(reader.bytes(bytes.length)).toEqual(bytes);
      expect(reader.complete).toBe(true);
    }),
  );
});

it("keeps a byte-order mark, so that no two byte strings are one text", () => {
  const text = "\ufeffcase";
  expect(new FieldReader(textField(text)).text()).toBe(text);
});

it.each([
  ["a number cut short", "01", (reader: FieldReader) => reader.number(2)],
  ["bytes cut short", "0102", (reader: FieldReader) => reader.bytes(3)],
  ["a text cut short", "000361", (reader: FieldReader) => reader.text()],
  ["a text that is not UTF-8", "0001ff", (reader: FieldReader) => reader.text()],
  ["something left over", "0102", (reader: FieldReader) => reader.number(1)],
])("is not complete with %s", (_, bytes, read) => {
  const reader = new FieldReader(hex(bytes));
  read(reader);
  expect(reader.complete).toBe(false);
});

it("answers with blanks after the first field that did not fit", () => {
  const reader = new FieldReader(hex("0102"));
  expect(reader.number(4)).toBe(0);
  expect([reader.number(1), reader.text(), toHex(reader.bytes(2)), reader.left]).toEqual([0, "", "0000", 0]);
});

it("copies what it reads and compares whole byte strings", () => {
  const source = Buffer.from("0102", "hex");
  const read = new FieldReader(source).bytes(2);
  source.fill(0);
  expect(toHex(read)).toBe("0102");
  expect(sameBytes(read, hex("0102"))).toBe(true);
  expect(sameBytes(read, hex("010200"))).toBe(false);
  for (let bit = 0; bit < 16; bit += 1) expect(sameBytes(read, flipped(read, bit))).toBe(false);
});
