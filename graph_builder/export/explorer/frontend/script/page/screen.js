// What the reader's screen is like.

// On a narrow screen filters and panel are drawers; one is open at a time.
export const narrow = matchMedia("(max-width: 900px)");
export const phone = matchMedia("(max-width: 620px)");
export const dark = matchMedia("(prefers-color-scheme: dark)");
export const still = matchMedia("(prefers-reduced-motion: reduce)");
