// Looks at finished pages in a real Chromium. Not part of the test suite: it needs a browser.
//
//   npm install --prefix /tmp/pw playwright-core axe-core
//   scr-lint check DRAFT --format html --output /tmp/page.html
//   python tests/reporters/html/hostile_page.py /tmp/hostile.html
//   NODE_MODULES=/tmp/pw/node_modules node tests/reporters/html/browser_check.mjs \
//     /tmp/page.html /tmp/hostile.html
//
// CHROMIUM names the browser (default /usr/bin/chromium). Exit status 1 when a check fails.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { resolve } from "node:path";

const modules = process.env.NODE_MODULES ?? "node_modules";
const load = (name) => import(pathToFileURL(resolve(modules, name)).href);
const { chromium } = await load("playwright-core/index.mjs");
const axe = readFileSync(resolve(modules, "axe-core/axe.min.js"), "utf8");
const files = process.argv.slice(2).map((name) => resolve(name));
const looks = {
  "laptop, light": { viewport: { width: 1366, height: 768 }, colorScheme: "light" },
  "laptop, dark": { viewport: { width: 1366, height: 768 }, colorScheme: "dark" },
  "phone, light": { viewport: { width: 390, height: 844 }, colorScheme: "light" },
  "phone, dark": { viewport: { width: 390, height: 844 }, colorScheme: "dark" },
  "320 px": { viewport: { width: 320, height: 640 }, colorScheme: "light" },
  "forced colours": { viewport: { width: 1366, height: 768 }, forcedColors: "active" },
  print: { viewport: { width: 794, height: 1123 }, media: "print" },
};
let failed = 0;
function check(name, holds, detail = "") {
  if (!holds) failed += 1;
  console.log(`${holds ? "ok  " : "FAIL"} ${name}${detail ? `: ${detail}` : ""}`);
}

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu"],
});

async function open(file, look, options = {}) {
  const { media, ...rest } = looks[look];
  const context = await browser.newContext({ ...rest, ...options });
  const page = await context.newPage();
  const said = [];
  const fetched = [];
  page.on("console", (message) => said.push(message.text()));
  page.on("pageerror", (error) => said.push(String(error)));
  page.on("dialog", (dialog) => { said.push(`dialog: ${dialog.message()}`); dialog.dismiss(); });
  page.on("request", (request) => fetched.push(request.url()));
  if (media) await page.emulateMedia({ media });
  await page.goto(pathToFileURL(file).href);
  return { page, context, said, fetched };
}

async function accessible(file, look) {
  // axe has to be let in: the page's own policy forbids every script but the page's.
  const { page, context } = await open(file, look, { bypassCSP: true });
  for (const details of await page.$$("details")) await details.evaluate((d) => { d.open = true; });
  await page.addScriptTag({ content: axe });
  const found = await page.evaluate(() => axe.run(document, {
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
  }));
  const wrong = found.violations.map((v) => `${v.id} ×${v.nodes.length} ${v.nodes[0].html.slice(0, 120)}`);
  check(`axe, ${look}`, wrong.length === 0, wrong.join("; ") || `${found.passes.length} rules pass`);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  check(`no sideways scrolling, ${look}`, wide <= 0, `${wide} px`);
  await context.close();
}

async function harmless(file) {
  const { page, context, said, fetched } = await open(file, "laptop, light");
  check("nothing is fetched", fetched.length === 1, fetched.slice(1).join(" "));
  check("no message, no dialog", said.length === 0, said.join("; "));
  check("title is the page's own", (await page.title()).endsWith("· scr-lint report"));
  const ran = await page.evaluate(() => document.querySelectorAll("script, img, iframe, [onerror]").length);
  check("one script, the page's own", ran === 1, String(ran));
  await context.close();
}

async function filtered(file) {
  const { page, context } = await open(file, "laptop, light");
  for (const form of await page.$$("form.filters")) {
    const part = await form.evaluateHandle((f) => f.parentElement);
    const count = () => part.evaluate((p) => [...p.querySelectorAll("[data-list] > li")].filter((i) => i.checkVisibility()).length);
    const all = await count();
    for (const select of await form.$$("select")) {
      const options = await select.$$eval("option", (list) => list.map((o) => [o.value, o.textContent]));
      for (const [value, label] of options.slice(1)) {
        await select.selectOption(value);
        const shown = await count();
        const promised = /\((\d+)\)$/.exec(label)?.[1];
        const said = await form.$eval("[role=status]", (s) => s.textContent);
        if (said !== `Showing ${shown} of ${all}` || shown === 0 || (promised && +promised !== shown)) {
          check(`filter ${label}`, false, said);
        }
      }
      await form.$eval("button", (b) => b.click());
      await page.waitForTimeout(20);
    }
    check("filters, then Show all", (await count()) === all, `${all} findings`);
  }
  await context.close();
}

async function readable(file) {
  const { page, context } = await open(file, "laptop, light", { javaScriptEnabled: false });
  const shown = await page.locator("[data-list] > li").evaluateAll((list) => list.filter((i) => i.offsetHeight > 0).length);
  const all = await page.locator("[data-list] > li").count();
  check("without script: the list is complete", shown === all, `${shown} of ${all}`);
  const forms = await page.locator("form.filters").evaluateAll((l) => l.filter((f) => f.offsetHeight > 0).length);
  check("without script: no dead filters", forms === 0);
  await context.close();
}

async function walked(file) {
  const { page, context } = await open(file, "laptop, light");
  await page.keyboard.press("Tab");
  const first = await page.evaluate(() => document.activeElement.className);
  check("keyboard: the skip link is first", first === "skip");
  await page.keyboard.press("Enter");
  check("keyboard: it leads to the report", (await page.evaluate(() => document.activeElement.id)) === "report");
  const ref = page.locator("a.ref:not(.evidence)").first();
  if (await ref.count()) {
    await ref.focus();
    const outline = await ref.evaluate((a) => getComputedStyle(a).outlineStyle);
    check("keyboard: focus is seen", outline === "solid", outline);
    const target = await ref.getAttribute("href");
    await page.keyboard.press("Enter");
    const seen = await page.evaluate((t) => {
      const box = document.querySelector(t).getBoundingClientRect();
      return box.top >= 0 && box.top < innerHeight;
    }, target);
    check("keyboard: a number leads to its note, in sight", seen, target);
  }
  await context.close();
}

for (const file of files) {
  console.log(`# ${file}`);
  for (const look of Object.keys(looks)) await accessible(file, look);
  for (const step of [harmless, filtered, readable, walked]) await step(file);
}
await browser.close();
console.log(failed ? `${failed} checks failed` : "all checks hold");
process.exit(failed ? 1 : 0);
