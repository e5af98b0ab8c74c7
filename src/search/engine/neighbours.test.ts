import assert from "node:assert/strict";
import { test } from "node:test";
import { neighboursOf, readNeighbours, smooth, writeNeighbours } from "./neighbours.ts";

const near = (key: string, score: number) => ({ key, score });
const graph = readNeighbours(
  writeNeighbours([
    { key: "a", number: 0, related: [near("b", 1), near("c", 0.4)] },
    { key: "b", number: 1, related: [near("a", 1)] },
    { key: "c", number: 2, related: [near("a", 0.4)] },
    { key: "d", number: 3, related: [near("b", 0.2)] },
    { key: "e", number: 4, related: [] },
  ]),
);
const papers = (paper: number) => neighboursOf(graph, paper).map((each) => each.paper);

test("being near goes both ways, each pair once, a paper's own nearest first", () => {
  assert.deepEqual(papers(0), [1, 2]);
  assert.deepEqual(papers(1), [0, 3]);
  assert.deepEqual(papers(3), [1]);
  assert.deepEqual(papers(4), []);
  assert.ok(Math.abs((neighboursOf(graph, 2)[0]?.near ?? 0) - 0.4) < 0.01);
});

test("a paper without the words gets a share of what papers near it have", () => {
  const smoothed = smooth(Float64Array.of(0, 8, 0, 0, 4), graph, 0.5);
  assert.equal(smoothed[3], 4);
  assert.equal(smoothed[2], 0);
  assert.equal(smoothed[4], 2);
});
