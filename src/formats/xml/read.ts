import type { OpenReader, Reader, Sink } from "../reader.ts";
import type { SourceRecord } from "../record.ts";
import type { XmlElement } from "./elements.ts";
import { XmlRecords } from "./elements.ts";

/** What a format of XML makes of its elements. */
export interface XmlFormat {
  /** Names of the elements that it wants, without prefix. */
  elements: readonly string[];
  /** The record that an element tells of; undefined where it only tells something of those that follow. */
  read: (element: XmlElement, line: number, sink: Sink) => SourceRecord | undefined;
}

/** A reader of one format of XML; `make` is called once an input, for a format may remember what it has met. */
export function openXml(make: (source: string) => XmlFormat): OpenReader {
  return (source, sink): Reader => {
    const { elements, read } = make(source);
    const report = (
      code: string,
      severity: "error" | "warning",
      line: number,
      message: string,
      hint: string,
    ) => {
      sink.problem({ code, severity, source, line, message, hint });
    };
    const records = new XmlRecords(elements, {
      record: ({ element, line, fault }) => {
        const record = read(element, line, sink);
        if (fault !== undefined)
          report(
            "broken-xml",
            "warning",
            line,
            `the record that starts here is no sound XML (${fault}): what could be read of it is taken`,
            "compare it with its source",
          );
        if (record) sink.record(record);
      },
      cut: ({ line }) => {
        report(
          "broken-record",
          "error",
          line,
          "the record that starts here is cut off by the end of the file",
          "fetch or export the file again; the others are read",
        );
      },
      refuse: (line) => {
        report(
          "xml-entities",
          "error",
          line,
          "the file declares entities of its own, which may hide any text: it is not read",
          "remove the declarations between [ and ] after <!DOCTYPE",
        );
      },
    });
    return {
      push: (chunk) => {
        records.push(chunk);
      },
      end: () => {
        records.end();
      },
    };
  };
}
