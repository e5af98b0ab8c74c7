/**
 * The one script that runs before anything is drawn: it marks that there is script, and takes up the theme that the
 * reader chose, so that nothing flashes. Where the address asks something, it marks that too, so that the search page
 * has room for the answer from its first frame on, and has the files fetched that `data-first` names, if any.
 * Inline, so its hash stands in the page's policy.
 */
export const FIRST_SCRIPT = [
  'var d=document.documentElement;d.dataset.js="";',
  'if(location.search){d.dataset.asked="";(d.dataset.first||"").split(" ").forEach(function(h){if(h){',
  'var l=document.createElement("link"),m=/\\.js$/.test(h);',
  'l.rel=m?"modulepreload":"preload";if(!m){l.as="fetch";l.crossOrigin="anonymous"}',
  "l.href=h;document.head.appendChild(l)}})}",
  'try{var t=localStorage.getItem("theme");t&&(d.dataset.theme=t)}catch(e){}',
].join("");
