/** What a file cannot be called on some system that a site is built, stored or unpacked on. */
const UNFIT = /[<>:"|?*\\\u0000-\u001F\u007F]|[. ]$/u;

/**
 * A DOI as a path, lower case, since DOIs know no case; undefined where its letters would lead out of the
 * folder or fit no file's name. Such a DOI has no page of its own; search finds it.
 */
export function pathOfDoi(doi: string): string | undefined {
  const segments = doi.toLowerCase().split("/");
  const fits = segments.every(
    (part) => part !== "" && !/^\.+$/u.test(part) && !UNFIT.test(part) && part.length <= 200,
  );
  return fits ? segments.join("/") : undefined;
}

/** The DOI that arXiv registers for each of its papers. */
export const doiOfArxiv = (id: string): string => `10.48550/arXiv.${id}`;
