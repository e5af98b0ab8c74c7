import { decodeEntity } from "../../paper/text/entities.ts";

/** An angle bracket as a command: as Mendeley, `{\textless}`, and Crossref, `$\less$`, write every one. */
const ANGLE =
  /\{\\text(less|greater)\}|\\text(less|greater)(?:\{\}|\s+|(?![A-Za-z]))|\$\\(less|greater)\$/gu;

/** Tags whose brackets somebody took for relations: `$<$i$>$Homo$<$/i$>$`, as Google Scholar writes them. */
const TAGS_OF_FORMULAS =
  /\{?\$<\$\}?(i|em|b|strong|sub|sup|sc|scp|tt)\{?\$>\$\}?([^]{0,500}?)\{?\$<\$\}?\/\1\{?\$>\$\}?/giu;

/** A value in which angle brackets are angle brackets, so that tags are tags. */
export const readAngles = (value: string): string =>
  value
    .replace(ANGLE, (_, braced?: string, bare?: string, math?: string) =>
      (braced ?? bare ?? math) === "less" ? "<" : ">",
    )
    .replace(TAGS_OF_FORMULAS, (_, tag: string, inner: string) => `<${tag}>${inner}</${tag}>`);

/** A character as HTML names it, its ampersand escaped for TeX: `\&amp;`, and Crossref's `{\&}amp$\mathsemicolon$`. */
const ESCAPED_ENTITY =
  /(?:\{\\&\}|\\&|&)(?:(\{\\#\}|\\?#)(\d{1,7}|x[\da-f]{1,6})|([a-z]{2,8}))(?:;|\{?\$\\mathsemicolon\$\}?)/giu;

/** A value whose characters of HTML stand as HTML writes them, whatever a program did to their signs. */
export const readEntities = (value: string): string =>
  value.replace(ESCAPED_ENTITY, (whole, hash?: string, code?: string, name?: string) => {
    const entity = `&${hash === undefined ? "" : "#"}${code ?? name ?? ""};`;
    return decodeEntity(entity, 0) === undefined ? whole : entity;
  });
