// Clicks on our own marks and links become values for Python; what Python selected is brought into view.
// Nothing is fetched, and no HTML is made here.

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
