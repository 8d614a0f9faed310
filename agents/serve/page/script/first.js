// Runs before the first paint, so that nobody sees the other theme or the other direction flash by.
(() => {
  const kept = (key) => {
    try { return localStorage.getItem(`rasid.${key}`); } catch { return null; } // storage may be forbidden
  };
  const page = document.documentElement;
  const dark = matchMedia("(prefers-color-scheme: dark)").matches;
  page.dataset.theme = kept("theme") ?? (dark ? "dark" : "light");
  page.lang = kept("language") === "en" ? "en" : "ar";
  page.dir = page.lang === "ar" ? "rtl" : "ltr";
})();
