import type { Draft } from "./draft.ts";
import { Shelf } from "./shelf.ts";

/** A draft on a shelf: by what it is compared with others stays in memory, the rest is taken when it is asked for. */
export class ShelvedDraft implements Draft {
  readonly #shelf: Shelf<Draft>;
  readonly #place: number;
  identity: Draft["identity"];
  year: Draft["year"];

  constructor(shelf: Shelf<Draft>, draft: Draft) {
    this.#shelf = shelf;
    this.#place = shelf.add(draft);
    this.identity = draft.identity;
    this.year = draft.year;
  }

  get record(): Draft["record"] {
    return this.#whole.record;
  }
  get data(): Draft["data"] {
    return this.#whole.data;
  }
  get body(): string {
    return this.#whole.body;
  }
  get authors(): Draft["authors"] {
    return this.#whole.authors;
  }
  get title(): string {
    return this.#whole.title;
  }
  get abstract(): string {
    return this.#whole.abstract;
  }
  get repairs(): Draft["repairs"] {
    return this.#whole.repairs;
  }

  /** Becomes another draft. */
  become(draft: Draft): void {
    this.#shelf.replace(this.#place, draft);
    this.identity = draft.identity;
    this.year = draft.year;
  }

  get #whole(): Draft {
    return this.#shelf.take(this.#place);
  }
}

/** Of a draft its text weighs most, and that is there three times: raw, read, and as it will be written. */
const weigh = ({ record, body, abstract }: Draft) =>
  1000 + record.abstract.length + body.length + abstract.length;

export const draftShelf = (): Shelf<Draft> => new Shelf(weigh);
