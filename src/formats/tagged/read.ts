import { Lines } from "../lines.ts";
import type { OpenReader, Reader, Sink } from "../reader.ts";
import type { TaggedField, TaggedRecord } from "../ris/fields.ts";
import { toRecord } from "../ris/record.ts";
import type { Dialect } from "./dialects.ts";
import { MEDLINE, REFER, WEB_OF_SCIENCE } from "./dialects.ts";

/** Reads tagged lines of one dialect: a record begins with its first tag and ends before the next. */
class TaggedReader implements Reader {
  readonly #source: string;
  readonly #sink: Sink;
  readonly #dialect: Dialect;
  readonly #lines = new Lines((line, number) => {
    this.#take(line, number);
  });
  #open: TaggedRecord | undefined;

  constructor(source: string, sink: Sink, dialect: Dialect) {
    this.#source = source;
    this.#sink = sink;
    this.#dialect = dialect;
  }

  push(chunk: string): void {
    this.#lines.push(chunk);
  }

  end(): void {
    this.#lines.end();
    const open = this.#open;
    if (open && !this.#titled(open))
      this.#sink.problem({
        code: "broken-record",
        severity: "error",
        source: this.#source,
        line: open.line,
        message: "the record that starts here is cut off before its title",
        hint: "export it again; the others are read",
      });
    else this.#give();
  }

  #titled({ fields }: TaggedRecord): boolean {
    return this.#translate(fields).some(({ tag }) => tag === "TI" || tag === "BT");
  }

  #take(line: string, number: number): void {
    const [, tag, value = ""] = this.#dialect.line.exec(line) ?? [];
    if (tag === this.#dialect.begins) {
      this.#give();
      this.#open = { line: number, fields: [] };
    }
    if (tag !== undefined && tag === this.#dialect.ends) this.#give();
    else if (tag !== undefined) this.#open?.fields.push({ tag, value: value.trim() });
    else if (line.trim() !== "") this.#continue(line.trim());
  }

  #continue(text: string): void {
    const last = this.#open?.fields.at(-1);
    if (!last) return;
    if (this.#dialect.lists?.test(last.tag))
      this.#open?.fields.push({ tag: last.tag, value: text });
    else last.value = last.value === "" ? text : `${last.value} ${text}`;
  }

  #translate(fields: TaggedRecord["fields"]): TaggedRecord["fields"] {
    const { tags, replaced } = this.#dialect;
    const isReplaced = fields.some(({ tag }) => tag === replaced?.[1]);
    return fields.flatMap(({ tag, value }): TaggedField[] => {
      const known = tags[tag];
      if (isReplaced && tag === replaced?.[0]) return [];
      // What RIS has no tag for is named by its own.
      if (known === undefined) return [{ tag: "", value, own: tag }];
      const made = typeof known === "string" ? [{ tag: known, value }] : known(value);
      return made.map((field) => ({ ...field, own: tag }));
    });
  }

  #give(): void {
    const open = this.#open;
    this.#open = undefined;
    if (!open || open.fields.length === 0) return;
    const fields = this.#translate(open.fields);
    this.#sink.record(toRecord({ line: open.line, fields }, this.#source, this.#sink));
  }
}

const openDialect =
  (dialect: Dialect): OpenReader =>
  (source, sink) =>
    new TaggedReader(source, sink, dialect);

/** Reads MEDLINE, as PubMed's "Send to: citation manager" gives it. */
export const openMedline = openDialect(MEDLINE);
/** Reads EndNote's tagged export. */
export const openRefer = openDialect(REFER);
/** Reads Web of Science's plain text. */
export const openWebOfScience = openDialect(WEB_OF_SCIENCE);
