import assert from "node:assert/strict";
import { test } from "node:test";
import { selectPapers } from "./selection.ts";

const BIB = `@misc{a2024one,
  title = {One @misc{b, inside}}
}

@article{b2024two,
  title = {Two}
}

@inproceedings{c2024three,
  title = {Three}
}
`;

test("BibTeX entries come in the order of the results, whole", () => {
  assert.equal(
    selectPapers("bib", BIB, ["c2024three", "a2024one"]),
    `@inproceedings{c2024three,
  title = {Three}
}

@misc{a2024one,
  title = {One @misc{b, inside}}
}
`,
  );
});

test("RIS records keep their line ends and their closing line", () => {
  const ris = ["a", "b"]
    .map((key) => `TY  - GEN\r\nID  - ${key}\r\nTI  - T\r\nER  - \r\n`)
    .join("");
  assert.equal(selectPapers("ris", ris, ["b"]), "TY  - GEN\r\nID  - b\r\nTI  - T\r\nER  - \r\n");
});

const CSL = JSON.stringify([
  {
    id: "a",
    title: 'A "quoted", long title',
    author: [{ family: "Dao", given: "Tri" }, { literal: "Kimi Team" }],
    issued: { "date-parts": [[2024, 5]] },
    URL: "https://arxiv.org/abs/1",
  },
  { id: "b", title: "=1+1" },
]);

test("CSL-JSON keeps every field of the papers found", () => {
  const [first, ...rest] = JSON.parse(selectPapers("json", CSL, ["a"])) as { id: string }[];
  assert.equal(first?.id, "a");
  assert.deepEqual(rest, []);
});

test("a table quotes what needs it and holds no formula", () => {
  assert.equal(
    selectPapers("csv", CSL, ["a", "b"]),
    "key,title,authors,year,venue,doi,url\r\n" +
      'a,"A ""quoted"", long title",Tri Dao; Kimi Team,2024,,,https://arxiv.org/abs/1\r\n' +
      "b,'=1+1,,,,,\r\n",
  );
});

test("a key that the file does not have is passed over", () => {
  assert.equal(selectPapers("bib", BIB, ["nobody", "b2024two"]).split("@").length, 2);
});
