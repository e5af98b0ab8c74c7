import assert from "node:assert/strict";
import { test } from "node:test";
import { parseDate } from "./dates.ts";
import { issuedOf } from "./issued.ts";
import { parseVenue } from "./venues.ts";

const paper = (date?: string, venue?: string) => {
  const day = date === undefined ? undefined : parseDate(date);
  return { ...(day ? { date: day } : {}), ...(venue ? { venue: parseVenue(venue) } : {}) };
};

test("a reference names the venue's year, and the day only where both agree", () => {
  assert.equal(issuedOf(paper("2024-10-24", "ICLR 2025"))?.iso, "2025");
  assert.equal(issuedOf(paper("2025-02-03", "ICLR 2025"))?.iso, "2025-02-03");
  assert.equal(issuedOf(paper("2024-10-24", "Neural Networks"))?.iso, "2024-10-24");
  assert.equal(issuedOf(paper(undefined, "ICLR 2025"))?.iso, "2025");
  assert.equal(issuedOf(paper("2024-10"))?.iso, "2024-10");
  assert.equal(issuedOf(paper()), undefined);
  assert.equal(issuedOf(paper("1979", "MEET-77 (Springfield, 1977)"))?.iso, "1979");
});
