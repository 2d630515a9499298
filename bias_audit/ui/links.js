// Clicks on our own marks and links become values for Python; what Python selected is brought into view; tabs keep
// the focus and what was pressed on them. Nothing is fetched, and no HTML is made here.

let listening = null;
let shown = null;

function bringIntoView(show, tries) {
  document.querySelectorAll(".st-key-card, .st-key-side").forEach((e) => (e.scrollTop = 0));
  const found = [...document.querySelectorAll(show.selector)].find((e) => e.offsetParent !== null);
  if (!found) {
    if (tries > 0) setTimeout(() => bringIntoView(show, tries - 1), 60);
    return;
  }
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  const box = found.getBoundingClientRect();
  const floor = window.innerWidth < 760 ? window.innerHeight * 0.5 : window.innerHeight - 40;
  const beside = box.left < 0 || box.right > window.innerWidth; // a page picture is wider than a phone
  if (box.top < 90 || box.bottom > floor || beside) {
    found.scrollIntoView({ block: "start", inline: beside ? "center" : "nearest", behavior: calm ? "auto" : "smooth" });
  }
  if (show.flash) {
    found.classList.add("ba-flash");
    setTimeout(() => found.classList.remove("ba-flash"), 2500);
  }
}

// While a page is drawn anew, Streamlit disables its tabs for a moment: a press on one then does nothing, and the
// browser takes the focus from the one that has it. Both are given back when the tab is enabled again.
const unready = (tab) => tab.getAttribute("aria-disabled") === "true";
let pressed = null; // the tab that a pointer went down on while it was disabled
let byKeyboard = false;

function whenReady(tab, act, tries = 100) {
  if (!tab.isConnected || tries === 0) return;
  if (unready(tab)) setTimeout(() => whenReady(tab, act, tries - 1), 30);
  else act();
}

function tabOf(event) {
  return event.target instanceof Element ? event.target.closest("[role=tab]") : null;
}

document.addEventListener(
  "pointerdown",
  (event) => {
    byKeyboard = false;
    const tab = tabOf(event);
    pressed = tab && unready(tab) ? tab : null;
  },
  true,
);
document.addEventListener("keydown", () => (byKeyboard = true), true);
document.addEventListener(
  "click",
  (event) => {
    const tab = tabOf(event);
    if (!tab || tab !== pressed) return;
    pressed = null;
    setTimeout(() => whenReady(tab, () => tab.click()));
  },
  true,
);
document.addEventListener("focusout", (event) => {
  const tab = tabOf(event);
  if (!tab || !byKeyboard || event.relatedTarget) return;
  const chosen = () => tab.parentElement?.querySelector("[role=tab][aria-selected=true]") ?? tab;
  setTimeout(() => whenReady(tab, () => document.activeElement === document.body && chosen().focus()));
});

export default function ({ data, setTriggerValue }) {
  const act = (event) => {
    const target = event.target instanceof Element ? event.target.closest("[data-ba-go]") : null;
    if (!target) return;
    if (event.type === "keydown") {
      const own = target.tagName === "BUTTON"; // the browser makes a click of it
      if (own || (event.key !== "Enter" && event.key !== " ")) return;
    }
    event.preventDefault();
    setTriggerValue("go", target.getAttribute("data-ba-go"));
  };
  listening?.abort();
  const mine = new AbortController();
  listening = mine;
  document.addEventListener("click", act, { signal: mine.signal });
  document.addEventListener("keydown", act, { signal: mine.signal });
  if (data && data.selector && data.turn !== shown) {
    shown = data.turn;
    bringIntoView(data, 30);
  }
  return () => mine.abort();
}
