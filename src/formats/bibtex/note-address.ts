const ADDRESS = /https?:\/\/[^\s{}<>"]+/giu;
/** Where programs are published, and what people call them. */
const CODE =
  /\b(?:source )?codes?\b|\bimplementation\b|:\/\/(?:www\.)?(?:github|gitlab|bitbucket)\./iu;
/** What a note leads to that is not the paper. */
const OTHER =
  /\b(?:video|slides?|poster|talk|demo|data|datasets?|errat(?:um|a)|comments?|reply|review|supplement\w*|appendix|models?)\b/iu;
/** What is said around an address and of nothing else. */
const AROUND =
  /\b(?:available|online|at|from|accessed|retrieved|last|visited|checked|on|url|see|also|code|source|in|the|and|preprint|version|project|page|website|jan\w*|feb\w*|mar\w*|apr\w*|may|june?|july?|aug\w*|sep\w*|oct\w*|nov\w*|dec\w*)\b|\\[a-z]+|[^\p{L}]/giu;

/** The one web address of a note, and what it leads to; undefined where there is none, several, or something else. */
export function noteAddress(
  note: string | undefined,
): { url: string; isCode: boolean } | undefined {
  const found = [...new Set(note?.match(ADDRESS))];
  const [url] = found;
  if (note === undefined || url === undefined || found.length > 1) return undefined;
  if (CODE.test(note)) return { url, isCode: true };
  return OTHER.test(note.replace(url, "")) ? undefined : { url, isCode: false };
}

/** Whether a note says nothing beside its address. */
export const isOnlyAddress = (note: string): boolean =>
  note.replace(ADDRESS, "").replace(AROUND, "") === "";
