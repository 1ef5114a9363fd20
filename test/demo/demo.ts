import path from 'node:path';
import { ensureBrowser } from '../../build/ensure-browser.ts';
import { dayPlan } from './day-plan.ts';
import { fieldDay } from './field-day.ts';
import { usbDay } from './usb-day.ts';

// npm run demo: the day with a network that comes and goes; npm run demo -- --usb: the day by sticks alone.

const browser = await ensureBrowser();
const counts: object = process.argv.includes('--usb')
  ? await usbDay(path.resolve('out/demo-usb'), dayPlan(2))
  : await fieldDay(path.resolve('out/demo'), browser, dayPlan(3));
process.exitCode = new Set(Object.values(counts)).size === 1 ? 0 : 1;
console.log(JSON.stringify(counts));
