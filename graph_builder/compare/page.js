"use strict";
// The language, kept in the address, and the sentences: all open or all closed, and open on paper.
const root = document.documentElement;
const opener = document.getElementById("open");
const evidence = [...document.querySelectorAll("details.evidence")];

const speak = (lang) => {
  root.lang = lang;
  root.dir = lang === "ar" ? "rtl" : "ltr";
};

const open = (all) => {
  for (const each of evidence) each.open = all;
  opener.setAttribute("aria-pressed", String(all));
};

if (location.hash === "#lang=en") speak("en");
document.getElementById("language").addEventListener("click", () => {
  speak(root.lang === "ar" ? "en" : "ar");
  location.replace(`#lang=${root.lang}`);
});
opener.setAttribute("aria-pressed", "false");
opener.addEventListener("click", () => open(opener.getAttribute("aria-pressed") !== "true"));

let before = [];
addEventListener("beforeprint", () => {
  before = evidence.filter((each) => !each.open);
  for (const each of before) each.open = true;
});
addEventListener("afterprint", () => {
  for (const each of before) each.open = false;
});
