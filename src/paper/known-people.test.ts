import assert from "node:assert/strict";
import { test } from "node:test";
import { KnownPeople } from "./known-people.ts";
import { isOrcid, orcidIn } from "./orcid.ts";
import { peopleSchema } from "./schema.ts";

const people = new KnownPeople(
  peopleSchema.parse({
    "jane-hu": { name: "Jane Hu", variants: ["J. Hu", "Jane Hsu"], orcid: "0000-0002-1825-0097" },
    "wei-wang": { name: "Wei Wang", note: "Tsinghua" },
    "wei-wang-ucla": { name: "Wei Wang", note: "UCLA", papers: ["wang2019graph"] },
  }),
);
const slugOf = (author: Parameters<typeof people.read>[0], ...keys: string[]) =>
  people.read(author, keys).slug;

test("every spelling of a person has one page, and the paper keeps the name that it was signed with", () => {
  for (const name of ["Jane Hu", "J. Hu", "Hu, J.", "Jane Hsu"]) {
    const person = people.read(name, ["x"]);
    assert.equal(person.slug, "jane-hu", name);
    assert.equal(person.orcid, "0000-0002-1825-0097");
  }
  assert.equal(people.read("Jane Hsu", ["x"]).name, "Jane Hsu");
  assert.deepEqual(people.read("J. Hu", ["x"]).formerSlugs, ["j-hu", "jane-hsu"]);
});

test("people of one name are told apart by the papers that one of them claims", () => {
  assert.equal(slugOf("Wei Wang", "wang2019graph"), "wei-wang-ucla");
  assert.equal(slugOf("Wei Wang", "new2020key", "wang2019graph"), "wei-wang-ucla");
  assert.equal(slugOf("Wei Wang", "wang2021other"), "wei-wang");
});

test("an entry's own word and an ORCID iD go before names", () => {
  assert.equal(slugOf({ name: "Wei Wang", person: "wei-wang-ucla" }, "y"), "wei-wang-ucla");
  assert.equal(slugOf({ name: "J. H.", orcid: "0000-0002-1825-0097" }, "y"), "jane-hu");
});

test("two registered people are two, whatever they are called", () => {
  const other = people.read({ name: "Jane Hu", orcid: "0000-0001-5109-3700" }, ["y"]);
  assert.equal(other.orcid, "0000-0001-5109-3700");
  assert.equal(other.formerSlugs, undefined);
});

test("families that one person has had are the same, others are not", () => {
  assert.ok(people.isSameFamily("hu", "hsu"));
  assert.ok(!people.isSameFamily("hu", "wang"));
});

test("an ORCID iD is one only if its last sign agrees with the others", () => {
  assert.ok(isOrcid("0000-0002-1825-0097"));
  assert.ok(isOrcid("0000-0002-1694-233X"));
  assert.ok(!isOrcid("0000-0002-1825-0098"));
  assert.ok(!isOrcid("0000000218250097"));
  assert.equal(orcidIn("https://orcid.org/000000021825-0097"), "0000-0002-1825-0097");
  assert.equal(orcidIn("0000-0002-1825-0098"), undefined);
});
