import temml from "temml";

const escapeHtml = (text: string) =>
  text.replace(
    /[&<>"]/gu,
    (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[c] ?? c,
  );

/** How much TeX one formula may hold: a formula of this length is no formula. */
const LONGEST = 4000;

const made = new Map<string, string>();

/** TeX as MathML, or undefined where it is no TeX that we know. Same source, same bytes. */
export function toMathML(tex: string, display: boolean): string | undefined {
  if (tex.length > LONGEST) return undefined;
  try {
    return (
      temml
        .renderToString(tex, {
          displayMode: display,
          throwOnError: true,
          trust: false,
          strict: false,
        })
        // Style attributes would need a hole in the Content-Security-Policy; colour and size are no facts of a formula.
        .replace(/ style="[^"]*"/gu, "")
    );
  } catch {
    return undefined;
  }
}

/** TeX as MathML; what is no TeX is shown as it was written, so that nothing is lost. */
export function renderMath(tex: string, display: boolean): string {
  const key = `${display ? "d" : "i"}${tex}`;
  let html = made.get(key);
  if (html === undefined) {
    html = toMathML(tex, display) ?? `<code class="tex">${escapeHtml(tex)}</code>`;
    if (made.size < 5000) made.set(key, html);
  }
  return html;
}
