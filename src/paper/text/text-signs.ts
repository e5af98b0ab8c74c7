import { GREEK, table } from "./tex-symbols.ts";

/** Signs of running text. */
const TEXT_SIGNS = table(
  "textendash=– textemdash=— Dash=— textquotedblleft=“ textquotedblright=” textquoteleft=‘ textquoteright=’ textdegree=° " +
    "textasciitilde=~ textasciicircum=^ textbackslash=\\ textbullet=• textpm=± texttimes=× textmu=µ textregistered=® " +
    "texttrademark=™ textcopyright=© copyright=© S=§ P=¶ dag=† ddag=‡ pounds=£ euro=€ ldots=… dots=… textellipsis=… " +
    "LaTeX=LaTeX TeX=TeX BibTeX=BibTeX textunderscore=_ textless=< textgreater=> textbar=| textdollar=$ textbraceleft={ textbraceright=} " +
    "textquotesingle=' textquotedbl=\" lq=‘ rq=’ quotedblbase=„ quotesinglbase=‚ guillemotleft=« guillemotright=» " +
    "guillemetleft=« guillemetright=» guilsinglleft=‹ guilsinglright=› textquestiondown=¿ textexclamdown=¡ " +
    "textasciigrave=` textasciiacute=´ textasciidieresis=¨ textasciimacron=¯ texteuro=€ textsterling=£ textyen=¥ " +
    "textcent=¢ textwon=₩ textflorin=ƒ textcurrency=¤ textsection=§ textparagraph=¶ textdagger=† textdaggerdbl=‡ " +
    "textperiodcentered=· textopenbullet=◦ textasteriskcentered=∗ textbardbl=‖ textbrokenbar=¦ textfractionsolidus=⁄ " +
    "textonehalf=½ textonequarter=¼ textthreequarters=¾ textonesuperior=¹ texttwosuperior=² textthreesuperior=³ " +
    "textordfeminine=ª textordmasculine=º textnumero=№ textperthousand=‰ textpertenthousand=‱ textcelsius=℃ textohm=Ω " +
    "textminus=− textdiv=÷ textlnot=¬ textsurd=√ textrightarrow=→ textleftarrow=← textuparrow=↑ textdownarrow=↓ " +
    "textservicemark=℠ textinterrobang=‽ textreferencemark=※ " +
    "ss=ß ae=æ AE=Æ oe=œ OE=Œ o=ø O=Ø l=ł L=Ł aa=å AA=Å i=ı j=ȷ dh=ð DH=Ð th=þ TH=Þ dj=đ DJ=Đ ng=ŋ NG=Ŋ " +
    "thinspace=␣ enspace=␣ nobreakspace=␣ slash=/ hyphen=- cprime=ʹ cdprime=ʺ psq=␣sq. psqq=␣sqq. " +
    "ie=i.e. eg=e.g. etc=etc. etal=et␣al. wrt=w.r.t. cf=cf. aka=a.k.a. vs=vs.",
);

/** What the text sign of that name is, also a Greek letter as `\textalpha`; undefined for any other name. */
export const textSign = (name: string): string | undefined =>
  TEXT_SIGNS.get(name)?.replace("␣", " ") ??
  (name.startsWith("text") ? GREEK.get(name.slice("text".length)) : undefined);
