// What the browser keeps for its reader: language, theme, saved views. Private windows may refuse; then nothing is kept.

/** Return what is kept under a key, or null. */
export function kept(key) {
  try {
    return localStorage.getItem(`rasid.${key}`);
  } catch {
    return null;
  }
}

/** Keep a string under a key. */
export function keep(key, text) {
  try {
    localStorage.setItem(`rasid.${key}`, text);
  } catch {
    // The page works without it.
  }
}
