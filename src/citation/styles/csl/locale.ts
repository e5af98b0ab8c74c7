/** The words of US English that the styles need (CSL 1.0.2, locale files). */
const MONTHS = [
  ["January", "Jan."],
  ["February", "Feb."],
  ["March", "Mar."],
  ["April", "Apr."],
  ["May", "May"],
  ["June", "June"],
  ["July", "July"],
  ["August", "Aug."],
  ["September", "Sept."],
  ["October", "Oct."],
  ["November", "Nov."],
  ["December", "Dec."],
] as const;

const months = MONTHS.map(([long, short], at) => {
  const name = `month-${String(at + 1).padStart(2, "0")}`;
  return `<term name="${name}">${long}</term><term name="${name}" form="short">${short}</term>`;
}).join("");

/** A locale file. */
export const EN_US = `<?xml version="1.0" encoding="utf-8"?>
<locale xmlns="http://purl.org/net/xbiblio/csl" version="1.0" xml:lang="en-US">
<style-options punctuation-in-quote="true"/>
<date form="text"><date-part name="month" suffix=" "/><date-part name="day" suffix=", "/><date-part name="year"/></date>
<date form="numeric"><date-part name="month" form="numeric-leading-zeros" suffix="/"/><date-part name="day" form="numeric-leading-zeros" suffix="/"/><date-part name="year"/></date>
<terms>
<term name="and">and</term><term name="et-al">et al.</term>
<term name="open-quote">“</term><term name="close-quote">”</term>
<term name="open-inner-quote">‘</term><term name="close-inner-quote">’</term>
<term name="page">page</term><term name="page" form="short"><single>p.</single><multiple>pp.</multiple></term>
<term name="volume">volume</term><term name="issue">issue</term>
<term name="page-range-delimiter">–</term>
${months}
</terms>
</locale>`;
