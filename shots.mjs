import { chromium } from 'playwright-core';
import { mkdirSync, readFileSync } from 'node:fs';
import { launchOptions } from './test/e2e/browser.js';
mkdirSync('/tmp/hF-shots', { recursive: true });
const { address, doors } = JSON.parse(readFileSync('/tmp/hF-demo.json', 'utf8')).result;
const browser = await chromium.launch(await launchOptions());
const jobs = process.argv.slice(2);
const wanted = (name) => jobs.length === 0 || jobs.includes(name);
for (const { role, link } of doors) {
	if (!wanted(role)) continue;
	for (const width of [360, 1280]) {
		const context = await browser.newContext({ viewport: { width, height: 800 }, javaScriptEnabled: false, locale: 'id-ID' });
		const page = await context.newPage();
		await page.goto(link);
		await page.getByRole('button', { name: /Masuk|Sign in/ }).click();
		const pages = role === 'owner' ? ['/beranda', '/p/susu-sukorejo', '/cari?q=susu', '/langkah', '/p/susu-sukorejo/pilih', '/en/beranda', '/en/p/susu-sukorejo/bagi','/akun'] : ['/beranda'];
		for (const path of pages) {
			const answer = await page.goto(address + path);
			const wide = await page.evaluate(() => document.documentElement.scrollWidth);
			console.log(role, width, path, answer.status(), wide);
			await page.screenshot({ path: `/tmp/hF-shots/${role}-${width}${path.replaceAll(/[/?=]/g, '_')}.png`, fullPage: width === 360 });
		}
		await context.close();
	}
}
await browser.close();
