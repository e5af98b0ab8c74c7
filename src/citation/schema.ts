import { CSL_TYPES } from "../formats/csl/write.ts";

const text = (description: string) => ({ type: "string", minLength: 1, description });

/** A name taken apart, or whole. */
const name = {
  oneOf: [
    {
      type: "object",
      required: ["family", "given"],
      properties: {
        family: text("Family name, with its particle."),
        given: text("Given names or initials."),
        suffix: text("`Jr.`, `III`."),
      },
      additionalProperties: false,
    },
    {
      type: "object",
      required: ["literal"],
      properties: { literal: text("A group, or a person of one name.") },
      additionalProperties: false,
    },
  ],
};

const date = {
  type: "object",
  required: ["date-parts"],
  properties: {
    "date-parts": {
      type: "array",
      minItems: 1,
      maxItems: 1,
      items: {
        type: "array",
        minItems: 1,
        maxItems: 3,
        items: { type: "integer" },
        description: "Year, month, day: as many as are known.",
      },
    },
  },
  additionalProperties: false,
};

/**
 * The JSON Schema (draft 2020-12) of one paper as the dumps and each paper's `.json` have it: CSL-JSON 1.0.2, of which
 * it names the part that is written, and `custom` for what CSL has no field for.
 *
 * @param id the address at which the schema is published.
 */
export const paperJsonSchema = (id: string) => ({
  $schema: "https://json-schema.org/draft/2020-12/schema",
  $id: id,
  title: "Paper",
  description:
    "One paper, as CSL-JSON. papers.json is an array of these, papers.ndjson has one a line, papers/KEY.json is one.",
  type: "object",
  required: ["id", "citation-key", "type", "title", "author"],
  properties: {
    id: text("The paper's key: its address is papers/KEY/."),
    "citation-key": text("The same: what BibTeX cites it by."),
    type: {
      enum: Object.values(CSL_TYPES),
      description: "`article` is a preprint: it has no venue.",
    },
    title: text("Plain text; formulas in Unicode."),
    author: { type: "array", items: name, description: "In the paper's order." },
    issued: { ...date, description: "When it appeared at its venue, else when it first appeared." },
    "container-title": text("Its venue: a conference with its year, a journal without."),
    "collection-title": text("The series of a book, thesis or report."),
    volume: text("Of the journal or series."),
    issue: text("Of the journal, within its volume."),
    page: text("First and last, a hyphen between them."),
    publisher: text(
      "Of a book or proceedings; a thesis's university, a report's institution; `arXiv` for a preprint there.",
    ),
    number: { type: "string", pattern: "^arXiv:", description: "Its arXiv id, without version." },
    DOI: { type: "string", pattern: "^10\\.", description: "Bare." },
    URL: { type: "string", format: "uri", description: "Its page elsewhere, or at arXiv." },
    abstract: text("Plain text; paragraphs apart by a blank line."),
    keyword: text("Its tags, with commas between them."),
    custom: {
      type: "object",
      properties: {
        pdf: { type: "string", format: "uri" },
        code: { type: "string", format: "uri" },
        project: { type: "string", format: "uri" },
        category: text("arXiv's primary category."),
      },
      additionalProperties: false,
    },
  },
  additionalProperties: false,
});
