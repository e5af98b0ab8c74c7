import assert from "node:assert/strict";
import { test } from "node:test";
import { writeVenue } from "./venue-name.ts";

test("the year in which a journal was founded is none in which a paper came out", () => {
  for (const [venue, written] of [
    ["Environmental pollution (Barking, Essex : 1987)", "Environmental pollution 2023"],
    ["Journal of women's health (2002)", "Journal of women's health 2023"],
    ["Things Conference (2022)", "Things Conference (2022)"],
    ["Things Quarterly (2023)", "Things Quarterly (2023)"],
  ] as const)
    assert.equal(writeVenue(venue, 2023), written, venue);
});
