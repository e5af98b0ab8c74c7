/**
 * The one script that runs before anything is drawn: it marks that there is script, and takes up the theme that the
 * reader chose, so that nothing flashes. Inline, so its hash stands in the page's policy; short, for every page has it.
 */
export const FIRST_SCRIPT = [
  'var d=document.documentElement;d.dataset.js="";',
  'try{var t=localStorage.getItem("theme");t&&(d.dataset.theme=t)}catch(e){}',
].join("");

/**
 * The same for the search page. Where its address asks something, it marks that too, so that there is room for the answer
 * from the first frame on, and has the files fetched that `data-first` names, if any. Where the page's own script does
 * not arrive, the page is as it is without script: it says so, and shows the ways that need none.
 */
export const FIRST_SEARCH_SCRIPT = [
  FIRST_SCRIPT,
  'if(location.search){d.dataset.asked="";(d.dataset.first||"").split(" ").forEach(function(h){if(h){',
  'var l=document.createElement("link"),m=/\\.js$/.test(h);',
  'l.rel=m?"modulepreload":"preload";if(!m){l.as="fetch";l.crossOrigin="anonymous"}',
  "l.href=h;document.head.appendChild(l)}})}",
  'addEventListener("error",function(e){if(e.target.type=="module"&&!customElements.get("carrel-search"))',
  "delete d.dataset.js,delete d.dataset.asked},!0)",
].join("");
