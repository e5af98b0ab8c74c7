import assert from "node:assert/strict";
import { test } from "node:test";
import { CborReader } from "./cbor.ts";

const read = (...bytes: number[]) => new CborReader(Uint8Array.from(bytes));

// Examples of RFC 8949, appendix A.
test("integers of every length are read", () => {
  assert.equal(read(0x17).integer(), 23);
  assert.equal(read(0x18, 0x64).integer(), 100);
  assert.equal(read(0x19, 0x03, 0xe8).integer(), 1000);
  assert.equal(read(0x1a, 0x00, 0x0f, 0x42, 0x40).integer(), 1_000_000);
  assert.equal(read(0x38, 0x63).integer(), -100);
});

test("text is UTF-8", () => {
  assert.equal(read(0x62, 0xc3, 0xbc).text(), "ü");
});

test("an item is passed over whole", () => {
  const cbor = read(0x83, 0x01, 0x82, 0x02, 0x61, 0x61, 0x03, 0x05);
  cbor.skip();
  assert.equal(cbor.integer(), 5);
});

test("what is cut off or of another kind is an error", () => {
  assert.throws(() => read(0x19, 0x03).integer(), RangeError);
  assert.throws(() => read(0x61, 0x61).integer(), RangeError);
  assert.throws(() => read(0xf5).skip(), RangeError);
});
