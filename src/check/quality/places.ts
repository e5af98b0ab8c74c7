/** Where things stand in an entry's file, found without reading it as YAML again. */

/** The line of a field; 1 where it has none. */
export function lineOfField(source: string, field: string): number {
  const end = source.indexOf("\n---", 3);
  const at = source.indexOf(`\n${field}:`);
  return at === -1 || (end !== -1 && at > end) ? 1 : lineAt(source, at + 1);
}

/** The line of a place in a text, both from its start. */
export function lineAt(source: string, at: number): number {
  let line = 1;
  for (let i = source.indexOf("\n"); i !== -1 && i < at; i = source.indexOf("\n", i + 1)) line += 1;
  return line;
}

/** The first line of the body with words on it. */
export function lineOfBody(source: string): number {
  const end = source.indexOf("\n---", 3);
  const start = end === -1 ? 0 : source.indexOf("\n", end + 1);
  const words = /\S/u.exec(source.slice(Math.max(0, start)));
  return words ? lineAt(source, Math.max(0, start) + words.index) : lineAt(source, source.length);
}

/** The line on which a text stands first, from a line on; that line where it does not. */
export function lineOfText(source: string, text: string, from: number): number {
  let start = 0;
  for (let line = 1; line < from; line += 1) start = source.indexOf("\n", start) + 1;
  const at = source.indexOf(text, start);
  return at === -1 ? from : lineAt(source, at);
}
